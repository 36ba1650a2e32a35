/** The date poll that is meant, and what surrounds it: who is to come, who is expected elsewhere, what is closed. */
import { whisper } from '../../src/command/reply.ts';
import type { About, Who } from '../../src/command/subcommand.ts';
import { type Admitted, leadOfEach } from '../../src/command/who.ts';
import { type PollRule, type Ranked, ranking, type Surroundings } from '../../src/domain/bestDate.ts';
import type { OfficeCalendar } from '../../src/domain/businessDay.ts';
import { seasonsAround, USUAL_SEASONS, type YearlySeason } from '../../src/domain/busySeason.ts';
import { bodyOf, type Chart, membersOn, type Tenure } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { engagementsOf } from '../../src/domain/doubleBooking.ts';
import { bodiesOf } from '../../src/domain/meeting.ts';
import { candidatesOf } from '../../src/domain/poll.ts';
import { count } from '../../src/domain/rule.ts';
import type { KeptPoll } from '../../src/store/council/polls.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { poll as text } from '../wg/poll/text.ts';

/** The poll of this number, its bodies (and who is to join) and itself locked: no two acts settle it, or take the hour. */
export async function pollMeant(
  number: number,
  store: CouncilStore,
  joining: readonly string[] = [],
): Promise<About<KeptPoll>> {
  const found = await store.polls.byNumber(number);
  if (!found) return { refused: whisper(text.noPoll(number)) };
  for (const body of [...bodiesOf(found), ...joining].toSorted()) await store.meetings.lockBody(body);
  return { subject: (await store.polls.locked(number)) ?? found };
}

/** Who leads a poll: the lead of each of its bodies, else the secretariat. */
export const leadsPoll: Who<KeptPoll, Admitted> = (scene, poll) => leadOfEach(scene, { bodies: bodiesOf(poll) });

/** The codes of the municipalities that answer: the members on the day of the first candidate. */
export function askedIn(poll: KeptPoll, chart: Chart): readonly string[] {
  const [first] = candidatesOf(poll);
  return membersOn(chart, first?.slot.day ?? poll.deadline).map((one) => one.code);
}

export interface Weighed {
  /** Municipalities' names by their codes. */
  readonly places: ReadonlyMap<string, string>;
  readonly ranked: readonly Ranked[];
  readonly municipalities: readonly string[];
  /** How many must be able to come, for each body. */
  readonly rules: ReadonlyMap<string, PollRule>;
  /** Names of those who are expected elsewhere. */
  readonly names: ReadonlyMap<number, string>;
}

/** The candidates with what speaks for and against each, the best first. */
export async function weigh(
  poll: KeptPoll,
  chart: Chart,
  calendar: OfficeCalendar,
  today: Day,
  store: CouncilStore,
): Promise<Weighed> {
  const municipalities = askedIn(poll, chart);
  const days = [...new Set(candidatesOf(poll).map(({ slot }) => slot.day))].toSorted();
  const [first = poll.deadline] = days;
  const rules = await rulesOf(poll, first, municipalities, chart, store);
  const otherwiseOn = new Map<Day, Pick<Surroundings, 'municipalities' | 'rules'>>();
  for (const day of days) {
    const there = membersOn(chart, day).map((one) => one.code);
    if (there.join() !== municipalities.join())
      otherwiseOn.set(day, { municipalities: there, rules: await rulesOf(poll, day, there, chart, store) });
  }
  const engagements = engagementsOf(
    bodiesOf(poll),
    days,
    await tenuresOnEach(days, today, store),
    await store.meetings.from(first),
    await store.polls.unsettled(),
  );
  const set = await store.setting('busySeasons', first);
  const yearly = Array.isArray(set) ? (set as YearlySeason[]) : USUAL_SEASONS;
  const around: Surroundings = {
    municipalities,
    rules,
    otherwiseOn,
    calendar,
    seasons: seasonsAround(first, yearly, chart.systems),
    suspended: await store.circulations.suspensions(),
    engagements,
  };
  const names = await store.names([...new Set(engagements.map((one) => one.person))]);
  const places = new Map(chart.municipalities.map((one) => [one.code, one.name]));
  return { ranked: ranking(poll, around), municipalities, rules, names, places };
}

/** How each body counts on a day, with these members. */
async function rulesOf(
  poll: KeptPoll,
  on: Day,
  members: readonly string[],
  chart: Chart,
  store: CouncilStore,
): Promise<Map<string, PollRule>> {
  const rules = new Map<string, PollRule>();
  for (const slug of bodiesOf(poll)) {
    const body = bodyOf(chart, slug);
    if (!body) throw new Error(`a poll of ${slug}, which is no body`);
    const { needed: quorum } = count(await store.rule(body, on), members, new Map());
    const absenceBlocks = (await store.setting('absenceBlocks', on, slug)) === true;
    rules.set(slug, { quorum, absenceBlocks });
  }
  return rules;
}

/** As far as it may be known today: a channel sees it. */
async function tenuresOnEach(days: readonly Day[], today: Day, store: CouncilStore): Promise<Tenure[]> {
  const found = new Map<string, Tenure>();
  for (const day of days)
    for (const one of await store.tenuresOn(day, { today, own: [] }))
      found.set(`${one.seat.id} ${one.person} ${one.from}`, one);
  return [...found.values()];
}
