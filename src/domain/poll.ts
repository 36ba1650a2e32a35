/**
 * The date poll (日程調整): which days a body may meet on, what each municipality answers to each, and until when.
 *
 * A candidate keeps its number for ever. Moved, it is another time, and its earlier answers no longer count; whatever
 * happens to one candidate leaves the answers to all others as they were. Answers are only ever added: the latest of a
 * municipality counts, whoever of it gave it.
 */
import { addBusinessDays, isBusinessDay, type OfficeCalendar } from './businessDay.ts';
import { addDays, type Day, endOfDay, type Instant, instantAt } from './day.ts';
import { endOf, type Slot } from './meeting.ts';

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
const sameSlot = (a: Slot, b: Slot): boolean => a.day === b.day && a.start === b.start && endOf(a) === endOf(b);

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
  return replaced(poll, { ...found, slot, revision: found.revision + 1 });
}

/** A poll keeps at least one candidate; to ask no more, it is cancelled. */
export function removeCandidate(poll: Poll, number: number): Edited {
  const found = standing(poll, number);
  const refused = notEditable(poll);
  if (refused || !found) return refused ?? unknown(number);
  if (candidatesOf(poll).length === 1) return { refused: 'last' };
  return replaced(poll, { ...found, removed: true });
}

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
  | { readonly refused: 'unknown'; readonly candidate: number };

/** Who answers: the municipalities for which they may, and the place from which they do. */
export interface Answerer {
  readonly person: number;
  readonly seat: string;
  readonly mayAnswerFor: readonly string[];
  readonly source: string | undefined;
}

/** A municipality's marks for some candidates, all or none; what it does not mention stays as it was. */
export function answerPoll(
  poll: Poll,
  municipality: string,
  marks: ReadonlyMap<number, Mark>,
  by: Answerer,
  now: Instant,
): { readonly answers: readonly PollAnswer[] } | AnswerRefusal {
  const how = standingOf(poll, now);
  if (how !== 'open') return { refused: 'closed', standing: how };
  if (!by.mayAnswerFor.includes(municipality)) return { refused: 'notTheirs' };
  const answers: PollAnswer[] = [];
  for (const [number, mark] of marks) {
    const candidate = standing(poll, number);
    if (!candidate) return { refused: 'unknown', candidate: number };
    const { person, seat, source } = by;
    answers.push({
      candidate: number,
      revision: candidate.revision,
      municipality,
      mark,
      person,
      seat,
      source,
      at: now,
    });
  }
  return { answers };
}

/** The answer of a municipality that counts for a candidate: the latest to its present time. */
export const answerOf = (
  { answers }: Pick<Poll, 'answers'>,
  { number, revision }: Candidate,
  municipality: string,
): PollAnswer | undefined =>
  answers.findLast((one) => one.candidate === number && one.revision === revision && one.municipality === municipality);

/** The municipalities that have not answered every candidate: those who are reminded, and nobody else. */
export const unanswered = (poll: Poll, municipalities: readonly string[]): readonly string[] =>
  municipalities.filter((one) => candidatesOf(poll).some((candidate) => !answerOf(poll, candidate, one)));
