/** Two months of 25 working groups with shared staff and real holidays: every meeting comes from a date poll. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { bestOf, ranking } from '../../src/domain/bestDate.ts';
import { addBusinessDays, isBusinessDay } from '../../src/domain/businessDay.ts';
import { seasonsAround, USUAL_SEASONS } from '../../src/domain/busySeason.ts';
import { type Chart, isOn, membersOn, type Tenure } from '../../src/domain/council.ts';
import { addDays, type Day, day, endOfDay, instantAt } from '../../src/domain/day.ts';
import { engagementsOf } from '../../src/domain/doubleBooking.ts';
import { type Meeting, overlaps, type Slot, schedule } from '../../src/domain/meeting.ts';
import { type CountedMeeting, countMeetings, totalOf } from '../../src/domain/meetingCounts.ts';
import { answerOf, answerPoll, type Mark, newPoll, type Poll } from '../../src/domain/poll.ts';
import { count } from '../../src/domain/rule.ts';
import { type Remembered, remembered } from '../support/council.ts';
import { sampleCouncil } from '../support/officeCouncil.ts';

/** The turn of the year lies within, with its closed days, holidays and a session of the assemblies. */
const FROM = day('2026-12-01');
const UNTIL = day('2027-01-31');
const CALENDAR = officeCalendar(FROM);
const RULE = { agreement: 'all', quorum: 'half', basis: undefined } as const;

let memory: Remembered;
let chart: Chart;
let tenures: Tenure[];
beforeAll(async () => {
  memory = await remembered(await sampleCouncil());
  const council = memory.store.council('ibaraki');
  [chart, tenures] = [await council.chart(), await council.tenuresOn(FROM)];
});
afterAll(() => memory.close());

interface Held {
  readonly meeting: Meeting;
  readonly coming: number;
}

/** Each working group asks on a day for its next meeting, again with other candidates where none can be held. */
function twoMonths(random: (below: number) => number): { held: Held[]; unmet: number } {
  const towns = membersOn(chart, FROM).map((one) => one.code);
  const groups = chart.bodies.filter((one) => one.kind === 'workingGroup');
  const { needed } = count(RULE, towns, new Map());
  const held: Held[] = [];
  let open: Poll[] = [];
  let unmet = 0;
  let number = 0;
  for (let today = FROM; today < addDays(UNTIL, -14); today = addBusinessDays(today, 1, CALENDAR)) {
    for (const body of groups) {
      if (random(5) > 0) continue;
      // Weekends and holidays are proposed too: nobody has looked at a calendar.
      const slots: Slot[] = Array.from({ length: 2 + random(5) }, () => {
        const start = (9 + random(4) * 2) * 60;
        return { day: addDays(today, 4 + random(10)), start, end: start + 120 };
      });
      const asked = newPoll(slots, undefined, today, instantAt(today, 9 * 60), CALENDAR);
      if ('refused' in asked) continue;
      number += 1;
      let poll: Poll = { number, body: body.slug, joint: [], state: 'open', answers: [], ...asked };
      for (const town of towns) poll = answered(poll, town, random);
      open.push(poll);
    }
    for (const poll of open.filter((one) => one.deadline <= today)) {
      const days = poll.candidates.map(({ slot }) => slot.day);
      const meetings = held.map((one) => one.meeting);
      const best = bestOf(
        ranking(poll, {
          municipalities: towns,
          rules: new Map([[poll.body, { quorum: needed, absenceBlocks: poll.number % 5 === 0 }]]),
          calendar: CALENDAR,
          seasons: seasonsAround(today, USUAL_SEASONS, chart.systems),
          suspended: [],
          engagements: engagementsOf([poll.body], days, tenures, meetings, open),
        }),
      );
      open = open.filter((one) => one !== poll);
      const { slot } = best?.candidate ?? {};
      const others = meetings.filter((one) => one.body === poll.body && one.day === slot?.day);
      const called = slot && schedule(slot, others, endOfDay(today));
      if (!best || !called || 'refused' in called) {
        unmet += 1;
        continue;
      }
      const coming = towns.filter((town) => answerOf(poll, best.candidate, town)?.mark !== 'no').length;
      held.push({ meeting: { ...MEETING, ...called.slot, number: held.length + 1, body: poll.body }, coming });
    }
  }
  return { held, unmet };
}

function answered(poll: Poll, town: string, random: (below: number) => number): Poll {
  const marks = new Map<number, Mark>(
    poll.candidates.map(({ number }) => [number, (['yes', 'yes', 'maybe', 'no'] as const)[random(4)] ?? 'no']),
  );
  const seats = [{ body: poll.body, seat: `${poll.body}:${town}` }];
  const by = { person: 1, seats, mayAnswerFor: [town], source: undefined };
  const result = answerPoll(poll, town, marks, by, endOfDay(poll.deadline));
  if ('refused' in result) throw new Error(result.refused);
  return { ...poll, answers: [...poll.answers, ...result.answers] };
}

const MEETING = {
  place: undefined,
  link: undefined,
  agenda: [],
  joint: [],
  series: undefined,
  state: 'scheduled',
  uid: '',
  sequence: 0,
  openedAt: undefined,
  closedAt: undefined,
  ordinal: undefined,
  createdAt: instantAt(FROM),
  changedAt: instantAt(FROM),
  by: { person: 1, seat: 's' },
} as const;

const sittersOf = (body: string, on: Day): Set<number> =>
  new Set(
    tenures
      .filter((one) => one.seat.body === body && ['member', 'lead'].includes(one.seat.role) && isOn(one, on))
      .map((one) => one.person),
  );

/** What becomes of each meeting is drawn; the counters say the same as the draw, of each body and in all. */
function countersAreRight(held: readonly Held[], random: (below: number) => number): void {
  const slugs = chart.bodies.filter((one) => one.kind === 'workingGroup').map((one) => one.slug);
  const tally = { held: 0, merged: 0, circulation: 0, nothingLeft: 0, cancelled: 0 };
  const counted = held.map(({ meeting }): CountedMeeting => {
    const { body, day: on } = meeting;
    const at = { body, day: on, joint: [], withdrawn: false, openedAt: undefined, avoided: undefined };
    const why = (['circulation', 'nothingLeft', 'cancelled', 'merged', 'held'] as const)[random(5)] ?? 'held';
    tally[why] += 1;
    if (why !== 'held' && why !== 'merged')
      return { ...at, state: 'cancelled', avoided: why === 'cancelled' ? undefined : why };
    if (why === 'merged') tally.held += 1;
    const other = slugs.filter((one) => one !== body)[random(slugs.length - 1)] ?? '';
    return { ...at, state: 'scheduled', openedAt: endOfDay(on), joint: why === 'merged' ? [other] : [] };
  });
  const total = totalOf(slugs.map((one) => countMeetings(counted, one, addDays(UNTIL, 1))));
  expect(total).toEqual({
    ...{ planned: held.length + tally.merged, held: tally.held, coming: 0, cancelled: tally.cancelled, notOpened: 0 },
    avoided: { circulation: tally.circulation, merged: tally.merged, nothingLeft: tally.nothingLeft },
  });
}

test('the working groups share staff', () => {
  const seats = new Map<number, Set<string>>();
  for (const { person, seat } of tenures) seats.set(person, (seats.get(person) ?? new Set()).add(seat.body));
  expect(chart.bodies.filter((one) => one.kind === 'workingGroup')).toHaveLength(25);
  expect([...seats.values()].filter((bodies) => bodies.size > 1).length).toBeGreaterThan(0);
});

test('nobody is double-booked, none meets on a closed day, quorum is kept, the counters are right', () => {
  let meetings = 0;
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(1_000_000)), (stream) => {
      const random = (below: number): number => stream.next().value % below;
      const { held } = twoMonths(random);
      meetings += held.length;
      countersAreRight(held, random);
      const needed = count(
        RULE,
        membersOn(chart, FROM).map((one) => one.code),
        new Map(),
      ).needed;
      for (const { meeting, coming } of held) {
        expect(isBusinessDay(meeting.day, CALENDAR), meeting.day).toBe(true);
        expect(coming).toBeGreaterThanOrEqual(needed);
        for (const { meeting: other } of held.filter((one) => one.meeting.number < meeting.number)) {
          if (!overlaps(meeting, other)) continue;
          const there = sittersOf(other.body, other.day);
          expect([...sittersOf(meeting.body, meeting.day)].filter((one) => there.has(one))).toEqual([]);
        }
      }
    }),
    { numRuns: 10 },
  );
  expect(meetings).toBeGreaterThan(10 * 50);
});
