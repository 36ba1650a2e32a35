/**
 * Which candidate of a date poll is proposed: quorum first, then ○ before △; never one that a municipality blocks, on
 * a closed day, or with somebody in two places at once. Each candidate says what speaks against it. Of several bodies that
 * are to meet together, each must have its quorum.
 */
import { type ClosedReason, closedBecause, type OfficeCalendar } from './businessDay.ts';
import type { Day } from './day.ts';
import { bodiesOf, overlaps, type Slot } from './meeting.ts';
import { answerOf, type Candidate, candidatesOf, type Poll } from './poll.ts';

/** How a body counts who can come. */
export interface PollRule {
  /** How many municipalities must be able to come. */
  readonly quorum: number;
  /** Whether one municipality that cannot come rules a candidate out. */
  readonly absenceBlocks: boolean;
}

/** A time of the year in which somebody is busy (議会, 申告, 異動期), from a day to a day. */
export interface BusySeason {
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
  /** Whom it concerns: these municipalities, and these bodies; undefined is all. */
  readonly municipalities: readonly string[] | undefined;
  readonly bodies: readonly string[] | undefined;
}

/** A municipality that cannot work as usual (災害・選挙), from a day on. */
export interface Suspended {
  readonly municipality: string;
  readonly kind: 'disaster' | 'election';
  readonly from: Day;
  readonly until: Day | undefined;
}

/** Where a person of the body is expected already: a meeting, or a candidate of another open poll. */
export interface Engagement {
  readonly person: number;
  readonly slot: Slot;
  readonly at: { readonly meeting: number } | { readonly poll: number };
}

export type Warning =
  | { readonly kind: 'closedDay'; readonly why: ClosedReason }
  | { readonly kind: 'busy'; readonly season: BusySeason; readonly municipalities: readonly string[] | undefined }
  | { readonly kind: 'suspended'; readonly municipality: string; readonly why: Suspended['kind'] }
  | { readonly kind: 'doubleBooked'; readonly engagement: Engagement };

export interface Surroundings {
  readonly municipalities: readonly string[];
  /** How each body of the poll counts. */
  readonly rules: ReadonlyMap<string, PollRule>;
  /** The same of a day on which there are other members. */
  readonly otherwiseOn?: ReadonlyMap<Day, Pick<Surroundings, 'municipalities' | 'rules'>>;
  readonly calendar: OfficeCalendar;
  readonly seasons: readonly BusySeason[];
  readonly suspended: readonly Suspended[];
  readonly engagements: readonly Engagement[];
}

/** What the municipalities answered for one body. */
export interface Counted {
  readonly body: string;
  readonly yes: readonly string[];
  readonly maybe: readonly string[];
  readonly no: readonly string[];
  readonly silent: readonly string[];
  /** Enough can come: ○ and △ together. */
  readonly quorate: boolean;
  readonly blocked: boolean;
}

export interface Ranked {
  readonly candidate: Candidate;
  /** For each body, in the order of the poll. */
  readonly counted: readonly Counted[];
  /** In every body. */
  readonly quorate: boolean;
  /** In any. */
  readonly blocked: boolean;
  readonly warnings: readonly Warning[];
}

/** All candidates, the best first. */
export const ranking = (poll: Poll, around: Surroundings): readonly Ranked[] =>
  candidatesOf(poll)
    .map((candidate) => weighed(poll, candidate, around))
    .toSorted(better);

/** The candidate to propose; undefined where none can be held, and the lead chooses otherwise. */
export const bestOf = (ranked: readonly Ranked[]): Ranked | undefined =>
  ranked.find((one) => one.quorate && !impossible(one));

/** What no number of ○ outweighs. A meeting is a firm engagement; a candidate of another poll only a warning. */
const impossible = ({ blocked, warnings }: Ranked): boolean =>
  blocked ||
  warnings.some((one) => one.kind === 'closedDay' || (one.kind === 'doubleBooked' && 'meeting' in one.engagement.at));

function weighed(poll: Poll, candidate: Candidate, { otherwiseOn, ...usual }: Surroundings): Ranked {
  const around = { ...usual, ...otherwiseOn?.get(candidate.slot.day) };
  const counted = bodiesOf(poll).map((body) => countedFor(poll, candidate, body, around));
  const quorate = counted.every((one) => one.quorate);
  const blocked = counted.some((one) => one.blocked);
  return { candidate, counted, quorate, blocked, warnings: warningsOf(poll, candidate.slot, around) };
}

function countedFor(poll: Poll, candidate: Candidate, body: string, { municipalities, rules }: Surroundings): Counted {
  const rule = rules.get(body);
  if (!rule) throw new Error(`a poll of ${body}, whose rule is not known`);
  const markedBy = (mark: string | undefined): string[] =>
    municipalities.filter((one) => answerOf(poll, candidate, one, body)?.mark === mark);
  const [yes, maybe, no, silent] = [markedBy('yes'), markedBy('maybe'), markedBy('no'), markedBy(undefined)];
  const quorate = yes.length + maybe.length >= rule.quorum;
  return { body, yes, maybe, no, silent, quorate, blocked: rule.absenceBlocks && no.length > 0 };
}

function warningsOf({ number, ...poll }: Poll, slot: Slot, around: Surroundings): readonly Warning[] {
  const { day } = slot;
  const why = closedBecause(day, around.calendar);
  const covers = (from: Day, until: Day | undefined): boolean => from <= day && (until === undefined || day <= until);
  return [
    ...(why ? [{ kind: 'closedDay', why } as const] : []),
    ...around.engagements
      .filter((one) => !('poll' in one.at && one.at.poll === number) && overlaps(one.slot, slot))
      .map((engagement) => ({ kind: 'doubleBooked', engagement }) as const),
    ...around.suspended
      .filter((one) => around.municipalities.includes(one.municipality) && covers(one.from, one.until))
      .map(({ municipality, kind }) => ({ kind: 'suspended', municipality, why: kind }) as const),
    ...around.seasons
      .filter(
        (one) => covers(one.from, one.until) && (one.bodies?.some((body) => bodiesOf(poll).includes(body)) ?? true),
      )
      .map((season) => ({
        kind: 'busy' as const,
        season,
        municipalities: season.municipalities?.filter((one) => around.municipalities.includes(one)),
      }))
      .filter((one) => one.municipalities === undefined || one.municipalities.length > 0),
  ];
}

const better = (a: Ranked, b: Ranked): number =>
  Number(impossible(a)) - Number(impossible(b)) ||
  Number(b.quorate) - Number(a.quorate) ||
  number('yes', b) - number('yes', a) ||
  number('maybe', b) - number('maybe', a) ||
  a.warnings.length - b.warnings.length;

const number = (mark: 'yes' | 'maybe', { counted }: Ranked): number =>
  counted.reduce((all, one) => all + one[mark].length, 0);
