/**
 * How a called meeting changes: it is moved, cancelled (中止), joined by another body, and each of these can be taken back
 * for ten minutes. It stays the same meeting; what was so before is never rewritten.
 */
import { type Day, dayAt, type Instant, type Minute } from './day.ts';
import { UNDO_WITHIN } from './decide.ts';
import { type Meeting, type ScheduleRefusal, type Slot, schedule } from './meeting.ts';

export type ChangeKind = 'moved' | 'movedBack' | 'cancelled' | 'restored' | 'withdrawn' | 'joined' | 'parted';

/** A change with what was so before it. */
export interface MeetingChange extends Slot {
  readonly number: number;
  /** The revision that it made. */
  readonly sequence: number;
  readonly kind: ChangeKind;
  readonly place: string | undefined;
  readonly link: string | undefined;
  readonly reason: string | undefined;
  readonly at: Instant;
  readonly by: { readonly person: number; readonly seat: string };
}

/** Where and when it is to be; what is not said stays. */
export interface MoveTo {
  readonly when: { readonly day: Day; readonly start?: Minute; readonly end?: Minute } | undefined;
  readonly place: string | undefined;
  readonly link: string | undefined;
}

export interface Moved extends Slot {
  readonly place: string | undefined;
  readonly link: string | undefined;
}

export type ChangeRefusal =
  | { readonly refused: 'cancelled' }
  /** Its day is over. */
  | { readonly refused: 'over' }
  /** Nothing would be different. */
  | { readonly refused: 'same' };

/** `others`: the meetings of its bodies on the new day. A meeting that is moved keeps its length unless an end is said. */
export function move(
  meeting: Meeting,
  { when, place = meeting.place, link = meeting.link }: MoveTo,
  others: readonly Meeting[],
  now: Instant,
): { readonly to: Moved } | ChangeRefusal | ScheduleRefusal {
  const barred = cancel(meeting, now);
  if (barred) return barred;
  const slot = when ? slotOf(meeting, when) : meeting;
  const elsewhere = others.filter((one) => one.number !== meeting.number);
  const sameSlot = slot.day === meeting.day && slot.start === meeting.start && slot.end === meeting.end;
  if (sameSlot && place === meeting.place && link === meeting.link) return { refused: 'same' };
  const free = sameSlot ? { slot } : schedule(slot, elsewhere, now);
  if ('refused' in free) return free;
  const { day, start, end } = free.slot;
  return { to: { day, start, end, place, link } };
}

function slotOf(meeting: Meeting, when: NonNullable<MoveTo['when']>): Slot {
  const { day, start, end } = when;
  if (start === undefined) return { day, start: meeting.start, end: meeting.end };
  if (end !== undefined || meeting.end === undefined) return { day, start, end };
  return { day, start, end: Math.min(start + meeting.end - meeting.start, 24 * 60) };
}

/** Why it cannot be cancelled; undefined where it can. */
export function cancel(meeting: Meeting, now: Instant): ChangeRefusal | undefined {
  if (meeting.state === 'cancelled') return { refused: 'cancelled' };
  return meeting.day < dayAt(now) ? { refused: 'over' } : undefined;
}

type Back = 'movedBack' | 'restored' | 'parted';

const BACK: Readonly<Record<'moved' | 'cancelled' | 'joined', Back>> = {
  moved: 'movedBack',
  cancelled: 'restored',
  joined: 'parted',
};
const BACKS: readonly ChangeKind[] = Object.values(BACK);

/** The changes that stand, the oldest first: what was taken back is gone together with its taking back. */
export function standing(history: readonly MeetingChange[]): MeetingChange[] {
  const stack: MeetingChange[] = [];
  for (const one of history) {
    if (BACKS.includes(one.kind)) stack.pop();
    else stack.push(one);
  }
  return stack;
}

export type TakingBack =
  | { readonly back: Back; readonly change: MeetingChange }
  /** The call itself. */
  | { readonly back: 'withdrawn' }
  | { readonly refused: 'withdrawn' | 'tooLate' };

/** What taking back would do now: the last change that stands, else the call. */
export function takeBack(meeting: Meeting, history: readonly MeetingChange[], now: Instant): TakingBack {
  const change = standing(history).at(-1);
  if (change?.kind === 'withdrawn') return { refused: 'withdrawn' };
  if (now > (change?.at ?? meeting.createdAt) + UNDO_WITHIN) return { refused: 'tooLate' };
  if (change?.kind === 'moved' || change?.kind === 'cancelled' || change?.kind === 'joined')
    return { back: BACK[change.kind], change };
  return { back: 'withdrawn' };
}
