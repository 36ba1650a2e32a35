/** The date poll that is meant, and what surrounds it: who is to come, who is expected elsewhere, what is closed. */
import { whisper } from '../../src/command/reply.ts';
import type { About } from '../../src/command/subcommand.ts';
import { type Ranked, ranking, type Surroundings } from '../../src/domain/bestDate.ts';
import type { OfficeCalendar } from '../../src/domain/businessDay.ts';
import { seasonsAround, USUAL_SEASONS, type YearlySeason } from '../../src/domain/busySeason.ts';
import { bodyOf, type Chart, membersOn, type Tenure } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { engagementsOf } from '../../src/domain/doubleBooking.ts';
import { candidatesOf } from '../../src/domain/poll.ts';
import { count } from '../../src/domain/rule.ts';
import type { KeptPoll } from '../../src/store/council/polls.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { poll as text } from '../wg/poll/text.ts';

/** The poll of this number, its body and itself locked: no two acts settle it, or take the hour. */
export async function pollMeant(number: number, store: CouncilStore): Promise<About<KeptPoll>> {
  const found = await store.polls.byNumber(number);
  if (!found) return { refused: whisper(text.noPoll(number)) };
  await store.meetings.lockBody(found.body);
  return { subject: (await store.polls.locked(number)) ?? found };
}

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
  /** So many must be able to come. */
  readonly needed: number;
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
  const body = bodyOf(chart, poll.body);
  if (!body) throw new Error(`a poll of ${poll.body}, which is no body`);
  const { needed } = count(await store.rule(body, first), municipalities, new Map());
  const engagements = engagementsOf(
    poll.body,
    days,
    await tenuresOnEach(days, today, store),
    await store.meetings.from(first),
    await store.polls.unsettled(),
  );
  const absenceBlocks = (await store.setting('absenceBlocks', first, poll.body)) === true;
  const set = await store.setting('busySeasons', first);
  const yearly = Array.isArray(set) ? (set as YearlySeason[]) : USUAL_SEASONS;
  const around: Surroundings = {
    municipalities,
    rule: { quorum: needed, absenceBlocks },
    calendar,
    seasons: seasonsAround(first, yearly, chart.systems),
    suspended: await store.circulations.suspensions(),
    engagements,
  };
  const names = await store.names([...new Set(engagements.map((one) => one.person))]);
  const places = new Map(chart.municipalities.map((one) => [one.code, one.name]));
  return { ranked: ranking(poll, around), municipalities, needed, names, places };
}

/** As far as it may be known today: a channel sees it. */
async function tenuresOnEach(days: readonly Day[], today: Day, store: CouncilStore): Promise<Tenure[]> {
  const found = new Map<string, Tenure>();
  for (const day of days)
    for (const one of await store.tenuresOn(day, { today, own: [] }))
      found.set(`${one.seat.id} ${one.person} ${one.from}`, one);
  return [...found.values()];
}
