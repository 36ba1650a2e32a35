/**
 * The date poll (日程調整): which days a body may meet on, what each municipality answers to each, and until when.
 *
 * A candidate keeps its number for ever. Moved, it is another time, and its earlier answers no longer count; whatever
 * happens to one candidate leaves the answers to all others as they were. Answers are only ever added: the latest of a
 * municipality counts, whoever of it gave it.
 *
 * Several bodies can be asked for one joint meeting: a municipality then answers for its seat in each of them. A body that
 * joins later is asked from then on; what the others answered stays.
 */
import { addBusinessDays, isBusinessDay, type OfficeCalendar } from './businessDay.ts';
import { addDays, type Day, endOfDay, type Instant, instantAt } from './day.ts';
import { bodiesOf, endOf, type JointBody, type Slot } from './meeting.ts';

/** ○ can come, △ can if need be or not yet known, × cannot. */
export type Mark = 'yes' | 'maybe' | 'no';

export interface Candidate {
  /** Its number within the poll, never used again. */
  readonly number: number;
  readonly slot: Slot;
  /** How often it was moved: an answer speaks of one revision. */
  readonly revision: number;
  readonly removed: boolean;
}

export interface PollAnswer {
  readonly candidate: number;
  readonly revision: number;
  readonly body: string;
  readonly municipality: string;
  readonly mark: Mark;
  readonly person: number;
  readonly seat: string;
  readonly at: Instant;
  /** How it reached whom entered it for the seat (代行入力): 電話, メール, 書面. */
  readonly source: string | undefined;
}

export interface Poll {
  readonly number: number;
  readonly body: string;
  /** The bodies that are to meet together with it. */
  readonly joint: readonly JointBody[];
  /** Answers are taken until the end of this day. */
  readonly deadline: Day;
  readonly state: 'open' | 'decided' | 'cancelled';
  readonly candidates: readonly Candidate[];
  /** In the order in which they came. */
  readonly answers: readonly PollAnswer[];
}

export type PollStanding = Poll['state'] | 'closed';

/** How the poll stands now: past its deadline it is closed, whether or not anything ran. */
export const standingOf = ({ state, deadline }: Pick<Poll, 'state' | 'deadline'>, now: Instant): PollStanding =>
  state === 'open' && now > endOfDay(deadline) ? 'closed' : state;

/** The candidates that one can answer, the earliest first. */
export const candidatesOf = ({ candidates }: Pick<Poll, 'candidates'>): readonly Candidate[] =>
  candidates.filter((one) => !one.removed).toSorted((a, b) => startOf(a.slot) - startOf(b.slot) || a.number - b.number);

const startOf = ({ day, start }: Slot): Instant => instantAt(day, start);
export const sameSlot = (a: Slot, b: Slot): boolean => a.day === b.day && a.start === b.start && endOf(a) === endOf(b);

/** More than that nobody answers with care. */
export const MOST_CANDIDATES = 10;
/** Business days to answer in, where no deadline is said. */
const ANSWER_WITHIN = 3;

export type OpenRefusal =
  | { readonly refused: 'tooMany' }
  | { readonly refused: 'past'; readonly slot: Slot }
  | { readonly refused: 'same'; readonly slot: Slot }
  | { readonly refused: 'lateDeadline'; readonly first: Day };

/** The candidates of a new poll, numbered by time, and its deadline: before the first of them. */
export function newPoll(
  slots: readonly Slot[],
  deadline: Day | undefined,
  today: Day,
  now: Instant,
  calendar: OfficeCalendar,
): { readonly candidates: readonly Candidate[]; readonly deadline: Day } | OpenRefusal {
  if (slots.length > MOST_CANDIDATES) return { refused: 'tooMany' };
  const ordered = slots.toSorted((a, b) => startOf(a) - startOf(b));
  const past = ordered.find((one) => startOf(one) <= now);
  if (past) return { refused: 'past', slot: past };
  const same = ordered.find((one, i) => ordered.slice(0, i).some((other) => sameSlot(one, other)));
  if (same) return { refused: 'same', slot: same };
  const first = ordered[0]?.day ?? today;
  if (deadline !== undefined && deadline >= first) return { refused: 'lateDeadline', first };
  const candidates = ordered.map((slot, i) => ({ number: i + 1, slot, revision: 0, removed: false }));
  return { candidates, deadline: deadline ?? usualDeadline(first, today, calendar) };
}

/** Three business days ahead, but an open day before the first candidate; today where there is none. */
function usualDeadline(first: Day, today: Day, calendar: OfficeCalendar): Day {
  let day = addBusinessDays(today, ANSWER_WITHIN, calendar);
  while (day > today && (day >= first || !isBusinessDay(day, calendar))) day = addDays(day, -1);
  return day;
}

export type EditRefusal =
  | { readonly refused: 'over'; readonly standing: Exclude<PollStanding, 'open' | 'closed'> }
  | { readonly refused: 'past' }
  | { readonly refused: 'tooMany' }
  | { readonly refused: 'unknown'; readonly candidate: number }
  | { readonly refused: 'already'; readonly candidate: number }
  | { readonly refused: 'last' };

export type Edited = { readonly poll: Poll; readonly candidate: Candidate } | EditRefusal;

/** One candidate more. A time that was removed comes back under its number, with the answers it had. */
export function addCandidate(poll: Poll, slot: Slot, now: Instant): Edited {
  const refused = notEditable(poll) ?? notFree(poll, slot, now);
  if (refused) return refused;
  if (candidatesOf(poll).length >= MOST_CANDIDATES) return { refused: 'tooMany' };
  const former = poll.candidates.find((one) => one.removed && sameSlot(one.slot, slot));
  if (former) return replaced(poll, { ...former, removed: false });
  const number = Math.max(0, ...poll.candidates.map((one) => one.number)) + 1;
  const candidate = { number, slot, revision: 0, removed: false };
  return { poll: { ...poll, candidates: [...poll.candidates, candidate] }, candidate };
}

/** Another time for a candidate: those who answered it are asked again, for it only. */
export function moveCandidate(poll: Poll, number: number, slot: Slot, now: Instant): Edited {
  const found = standing(poll, number);
  const refused = notEditable(poll) ?? (found ? notFree(poll, slot, now) : unknown(number));
  if (refused || !found) return refused ?? unknown(number);
  // A move that was taken back may have been answered: that revision is not used again.
  const answered = poll.answers.filter((one) => one.candidate === number).map((one) => one.revision);
  return replaced(poll, { ...found, slot, revision: Math.max(found.revision, ...answered) + 1 });
}

/** A poll keeps at least one candidate; to ask no more, it is cancelled. */
export function removeCandidate(poll: Poll, number: number): Edited {
  const found = standing(poll, number);
  const refused = notEditable(poll);
  if (refused || !found) return refused ?? unknown(number);
  if (candidatesOf(poll).length === 1) return { refused: 'last' };
  return replaced(poll, { ...found, removed: true });
}

export type DeadlineRefusal =
  | Extract<EditRefusal, { readonly refused: 'over' }>
  | { readonly refused: 'pastDeadline' }
  | { readonly refused: 'sameDeadline' }
  | { readonly refused: 'lateDeadline'; readonly first: Day };

/** Another day until which answers are taken: one that was closed takes answers again. */
export function moveDeadline(poll: Poll, deadline: Day, today: Day): { readonly deadline: Day } | DeadlineRefusal {
  const { state } = poll;
  if (state !== 'open') return { refused: 'over', standing: state };
  if (deadline < today) return { refused: 'pastDeadline' };
  if (deadline === poll.deadline) return { refused: 'sameDeadline' };
  const first = candidatesOf(poll)[0]?.slot.day;
  if (first !== undefined && deadline >= first) return { refused: 'lateDeadline', first };
  return { deadline };
}

export type JoinRefusal =
  | { readonly refused: 'over'; readonly standing: Exclude<PollStanding, 'open'> }
  | { readonly refused: 'already' };

/** One body more is to meet with it, while answers are taken: its municipalities have not answered for it yet. */
export function joinPoll<P extends Poll>(
  poll: P,
  joining: JointBody,
  now: Instant,
): { readonly poll: P } | JoinRefusal {
  const how = standingOf(poll, now);
  if (how !== 'open') return { refused: 'over', standing: how };
  if (bodiesOf(poll).includes(joining.body)) return { refused: 'already' };
  return { poll: { ...poll, joint: [...poll.joint, joining] } };
}

/** It meets without that body again; answers that were given for it are not counted. */
export const partPoll = ({ joint }: Pick<Poll, 'joint'>, body: string): readonly JointBody[] =>
  joint.filter((one) => one.body !== body);

const standing = (poll: Poll, number: number) => candidatesOf(poll).find((one) => one.number === number);
const unknown = (candidate: number): EditRefusal => ({ refused: 'unknown', candidate });

function notEditable({ state }: Poll): EditRefusal | undefined {
  return state === 'open' ? undefined : { refused: 'over', standing: state };
}

function notFree(poll: Poll, slot: Slot, now: Instant): EditRefusal | undefined {
  if (startOf(slot) <= now) return { refused: 'past' };
  const same = candidatesOf(poll).find((one) => sameSlot(one.slot, slot));
  return same && { refused: 'already', candidate: same.number };
}

function replaced(poll: Poll, candidate: Candidate): Edited {
  const candidates = poll.candidates.map((one) => (one.number === candidate.number ? candidate : one));
  return { poll: { ...poll, candidates }, candidate };
}

export type AnswerRefusal =
  | { readonly refused: 'closed'; readonly standing: Exclude<PollStanding, 'open'> }
  | { readonly refused: 'notTheirs' }
  | { readonly refused: 'unknown'; readonly candidate: number }
  /** It was another time when it was answered. */
  | { readonly refused: 'moved'; readonly candidate: Candidate };

/** Who answers: for which of the bodies, in which seat, and the municipalities for which they may. */
export interface Answerer {
  readonly person: number;
  readonly seats: readonly { readonly body: string; readonly seat: string }[];
  readonly mayAnswerFor: readonly string[];
  readonly source: string | undefined;
}

/** When a candidate was, as it was seen by whoever answers. */
export type Seen = Pick<Slot, 'day' | 'start'>;

/**
 * A municipality's marks for some candidates, all or none; what it does not mention stays as it was. `seen`: a time that is
 * another by now was not answered.
 */
export function answerPoll(
  poll: Poll,
  municipality: string,
  marks: ReadonlyMap<number, Mark>,
  by: Answerer,
  now: Instant,
  seen: ReadonlyMap<number, Seen> = new Map(),
): { readonly answers: readonly PollAnswer[] } | AnswerRefusal {
  const how = standingOf(poll, now);
  if (how !== 'open') return { refused: 'closed', standing: how };
  if (!by.mayAnswerFor.includes(municipality)) return { refused: 'notTheirs' };
  const answers: PollAnswer[] = [];
  for (const [number, mark] of marks) {
    const candidate = standing(poll, number);
    if (!candidate) return { refused: 'unknown', candidate: number };
    const then = seen.get(number);
    if (then && (then.day !== candidate.slot.day || then.start !== candidate.slot.start))
      return { refused: 'moved', candidate };
    const { person, seats, source } = by;
    const { revision } = candidate;
    for (const { body, seat } of seats)
      answers.push({ candidate: number, revision, body, municipality, mark, person, seat, source, at: now });
  }
  return { answers };
}

/** The answer of a municipality that counts for a candidate: the latest to its present time, for its seat in the body. */
export const answerOf = (
  poll: Pick<Poll, 'answers' | 'body'>,
  { number, revision }: Candidate,
  municipality: string,
  body: string = poll.body,
): PollAnswer | undefined =>
  poll.answers.findLast(
    (one) =>
      one.candidate === number && one.revision === revision && one.municipality === municipality && one.body === body,
  );

/** The municipalities that have not answered every candidate for the body: those who are reminded, and nobody else. */
export const unanswered = (
  poll: Poll,
  municipalities: readonly string[],
  body: string = poll.body,
): readonly string[] =>
  municipalities.filter((one) => candidatesOf(poll).some((candidate) => !answerOf(poll, candidate, one, body)));
