/**
 * What is changed in a date poll (a candidate, the deadline, a body that joined, its withdrawal) can be taken back for ten
 * minutes, the last change first, and its opening in the end. Each change keeps what was so before; nothing is rewritten.
 */
import { type Day, type Instant, instantAt } from './day.ts';
import { UNDO_WITHIN } from './decide.ts';
import type { JointBody } from './meeting.ts';
import { type Candidate, candidatesOf, type Poll, partPoll, sameSlot } from './poll.ts';

export type PollChange = {
  readonly serial: number;
  readonly at: Instant;
  readonly by: { readonly person: number; readonly seat: string };
} & PollDeed;

export type PollDeed =
  /** `before`: undefined where it was added. */
  | { readonly kind: 'candidate'; readonly candidate: number; readonly before: Candidate | undefined }
  | { readonly kind: 'deadline'; readonly before: Day }
  | ({ readonly kind: 'joined' } & JointBody)
  | { readonly kind: 'withdrawn' }
  /** `undoes`: the change that was taken back; undefined: the opening. */
  | { readonly kind: 'undone'; readonly undoes: number | undefined };

export type PollBack =
  | { readonly back: 'candidate'; readonly change: PollChange; readonly candidate: Candidate }
  | { readonly back: 'deadline'; readonly change: PollChange; readonly deadline: Day }
  | {
      readonly back: 'joined';
      readonly change: PollChange;
      readonly body: string;
      readonly joint: readonly JointBody[];
    }
  | { readonly back: 'withdrawn'; readonly change: PollChange }
  /** The poll was never to be. */
  | { readonly back: 'opening' };

export type PollBackRefusal =
  | { readonly refused: 'decided' }
  | { readonly refused: 'tooLate' }
  | { readonly refused: 'undoneAlready' }
  /** The time that would come back is over, or another candidate is at it. */
  | { readonly refused: 'past' }
  | { readonly refused: 'taken'; readonly candidate: number }
  /** Without the candidate that was added, there is none. */
  | { readonly refused: 'last' };

/** What taking back would do now: the last change that stands, else the opening. */
export function takeBackPoll(
  poll: Poll & { readonly createdAt: Instant },
  history: readonly PollChange[],
  now: Instant,
): PollBack | PollBackRefusal {
  if (poll.state === 'decided') return { refused: 'decided' };
  const undone = new Set(history.flatMap((one) => (one.kind === 'undone' ? [one.undoes] : [])));
  if (undone.has(undefined)) return { refused: 'undoneAlready' };
  const change = history.findLast((one) => one.kind !== 'undone' && !undone.has(one.serial));
  if (now > (change?.at ?? poll.createdAt) + UNDO_WITHIN) return { refused: 'tooLate' };
  if (!change) return { back: 'opening' };
  if (change.kind === 'withdrawn') return { back: 'withdrawn', change };
  if (change.kind === 'deadline') return { back: 'deadline', change, deadline: change.before };
  if (change.kind === 'joined')
    return { back: 'joined', change, body: change.body, joint: partPoll(poll, change.body) };
  if (change.kind !== 'candidate') throw new Error(`a change ${change.kind} that stands`);
  return candidateBack(poll, change, now);
}

function candidateBack(
  poll: Poll,
  change: PollChange & { readonly kind: 'candidate' },
  now: Instant,
): PollBack | PollBackRefusal {
  const present = poll.candidates.find((one) => one.number === change.candidate);
  if (!present) throw new Error(`candidate ${change.candidate} was changed and is not there`);
  const candidate = change.before ?? { ...present, removed: true };
  const others = candidatesOf(poll).filter((one) => one.number !== candidate.number);
  if (candidate.removed) return others.length === 0 ? { refused: 'last' } : { back: 'candidate', change, candidate };
  const { slot } = candidate;
  if (instantAt(slot.day, slot.start) <= now) return { refused: 'past' };
  const taken = others.find((one) => sameSlot(one.slot, slot));
  return taken ? { refused: 'taken', candidate: taken.number } : { back: 'candidate', change, candidate };
}
