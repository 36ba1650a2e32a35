/** A date poll in its body's channel: candidates × municipalities, who has not answered, and the best day so far. */
import { officeCalendar } from '../../../src/calendar/holidays.ts';
import type { Surface } from '../../../src/command/surface.ts';
import { bestOf, type Counted, type Ranked, type Warning } from '../../../src/domain/bestDate.ts';
import { type Chart, municipalityOf } from '../../../src/domain/council.ts';
import { dayAt, type Instant } from '../../../src/domain/day.ts';
import { bodiesOf } from '../../../src/domain/meeting.ts';
import { answerOf, candidatesOf, standingOf, unanswered } from '../../../src/domain/poll.ts';
import { takeBackPoll } from '../../../src/domain/pollChange.ts';
import type { KeptPoll } from '../../../src/store/council/polls.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { type Button, buttons, line, note, type Part, rows } from '../../../src/text/message.ts';
import { listed, same, type Text } from '../../../src/text/text.ts';
import { MARK_TEXT } from '../../arguments/marks.ts';
import { bodyText } from '../../subjects/bodies.ts';
import { type Weighed, weigh } from '../../subjects/polls.ts';
import { text as wgText } from '../text.ts';
import { poll as text } from './text.ts';
import { undoOpening } from './undo.ts';

export const pollSurface: Surface = {
  kind: 'poll',
  async render(id, now, chart, store) {
    const poll = await store.polls.byNumber(Number(id));
    if (!poll) return undefined;
    const { number, deadline } = poll;
    const body = same(bodiesNames(chart, poll));
    if (poll.state === 'cancelled') return { summary: text.cancelledTitle(body, number) };
    const meeting = poll.meeting === undefined ? undefined : await store.meetings.byNumber(poll.meeting);
    if (meeting) return { summary: text.decidedTitle(body, number, meeting) };
    const calendar = { ...officeCalendar(dayAt(now)), closed: await store.closedDays(dayAt(now)) };
    const weighed = await weigh(poll, chart, calendar, dayAt(now), store);
    const closed = standingOf(poll, now) === 'closed';
    const best = bestOf(weighed.ranked);
    const bodies = bodiesOf(poll);
    const silent = bodies
      .map((one) => ({ body: one, codes: unanswered(poll, weighed.municipalities, one) }))
      .filter(({ codes }) => codes.length > 0);
    return {
      summary: closed ? text.closedTitle(body, number, deadline) : text.title(body, number, deadline),
      parts: [
        ...aboutIt(poll, chart),
        rows(candidatesOf(poll).flatMap((one) => rowsOf(weighed.ranked, one.number, chart))),
        ...warningNotes(weighed),
        ...(silent.length === 0 ? [line(text.allAnswered)] : []),
        ...silent.map(({ body: one, codes }) =>
          line(text.waiting(namesOf(codes, chart), bodies.length === 1 ? undefined : bodyText(chart, one))),
        ),
        ...enteredFor(poll, weighed, chart),
        line(
          best
            ? text.best(best.candidate)
            : text.noBest(Math.max(...[...weighed.rules.values()].map((one) => one.quorum)), bodies.length > 1),
        ),
        buttons(
          ...(closed
            ? []
            : [
                { label: text.answer, line: `/wg answer D${number}`, style: 'primary' as const },
                { label: text.enter, line: `/wg answer D${number} 代行` },
              ]),
          ...(closed || silent.length === 0 ? [] : [{ label: text.nudge, line: `/wg nudge D${number}` }]),
          ...(best ? [decideButton(number, best)] : [{ label: text.decide, line: `/wg decide D${number}` }]),
          ...(await openedNow(poll, now, store)),
        ),
      ],
    };
  },
};

/** For as long as its opening can be taken back, and nothing else was done to it. */
async function openedNow(poll: KeptPoll, now: Instant, store: CouncilStore): Promise<Button[]> {
  const taking = takeBackPoll(poll, await store.polls.changes(poll.number), now);
  return 'back' in taking && taking.back === 'opening' ? [undoOpening(poll.number)] : [];
}

/** What is known of the meeting but its day. */
function aboutIt({ place, link, body, agenda, joint }: KeptPoll, chart: Chart): Part[] {
  // Whose lines these are is said once a body brought its own.
  const brought = joint.some((one) => one.agenda.length > 0);
  return [
    ...(place === undefined ? [] : [line(text.place(place))]),
    ...(link === undefined ? [] : [line(wgText.online(link))]),
    ...[{ body, agenda }, ...joint]
      .filter((one) => one.agenda.length > 0)
      .map((one) => line(text.agenda(one.agenda, brought ? bodyText(chart, one.body) : undefined))),
  ];
}

const decideButton = (number: number, { candidate }: Ranked) => ({
  label: text.decide,
  line: `/wg decide D${number} ${candidate.number}`,
  confirm: text.confirmDecide(candidate.slot),
});

export const namesOf = (codes: readonly string[], chart: Chart): string =>
  codes.map((code) => municipalityOf(chart, code)?.name ?? code).join('・');

/** A candidate with its answers; of several bodies a line for each below it. */
function rowsOf(ranked: readonly Ranked[], number: number, chart: Chart): Text[] {
  const one = ranked.find(({ candidate }) => candidate.number === number) as Ranked;
  const warned = one.warnings.length > 0;
  const [only, ...others] = one.counted;
  if (only && others.length === 0) return [text.row(one.candidate, marksOf(only, chart), warned)];
  return [
    text.row(one.candidate, [], warned),
    ...one.counted.map((each) => text.bodyRow(bodyText(chart, each.body), marksOf(each, chart))),
  ];
}

function marksOf(counted: Counted, chart: Chart): Text[] {
  const given = (['yes', 'maybe', 'no'] as const)
    .filter((mark) => counted[mark].length > 0)
    .map((mark) => text.marked(MARK_TEXT[mark], namesOf(counted[mark], chart)));
  return given.length === 0 ? [text.noneYet] : given;
}

/** A line for each candidate that something speaks against. */
export function warningNotes({ ranked, names, places }: Pick<Weighed, 'ranked' | 'names' | 'places'>): Part[] {
  const notes: Part[] = [];
  for (const { candidate, warnings } of ranked.toSorted((a, b) => a.candidate.number - b.candidate.number))
    if (warnings.length > 0) notes.push(note(text.warning(candidate, listed(warningTexts(warnings, names, places)))));
  return notes;
}

export function warningTexts(
  warnings: readonly Warning[],
  names: ReadonlyMap<number, string>,
  places: ReadonlyMap<string, string>,
): Text[] {
  const found: Text[] = [];
  const booked = new Map<string, { at: { meeting: number } | { poll: number }; people: Set<string> }>();
  for (const one of warnings) {
    if (one.kind === 'closedDay') found.push(text.closedDay(one.why));
    if (one.kind === 'suspended') found.push(text.suspended(places.get(one.municipality) ?? one.municipality, one.why));
    if (one.kind !== 'doubleBooked') continue;
    const { at, person } = one.engagement;
    const key = JSON.stringify(at);
    const group = booked.get(key) ?? { at, people: new Set<string>() };
    booked.set(key, { ...group, people: group.people.add(names.get(person) ?? '') });
  }
  const busy = warnings.flatMap((one) => (one.kind === 'busy' ? [one.season.name] : []));
  if (busy.length > 0) found.push(text.busy(busy.join('・')));
  return [...found, ...[...booked.values()].map(({ at, people }) => text.doubleBooked([...people].join('・'), at))];
}

/** Whose standing answer somebody else entered. */
function enteredFor(poll: KeptPoll, { municipalities }: Weighed, chart: Chart): Part[] {
  const entered = municipalities.filter((code) =>
    bodiesOf(poll).some((body) =>
      candidatesOf(poll).some((one) => answerOf(poll, one, code, body)?.source !== undefined),
    ),
  );
  return entered.length === 0 ? [] : [note(text.entered(namesOf(entered, chart)))];
}
