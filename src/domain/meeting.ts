/** Meetings: one keeps one number, one thread and one calendar identity for ever. */
import { type Day, daysBetween, type Instant, instantAt, type Minute } from './day.ts';

export interface Meeting {
  /** M12 */
  readonly number: number;
  readonly body: string;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute | undefined;
  readonly place: string | undefined;
  /** Where one takes part online. */
  readonly link: string | undefined;
  readonly agenda: readonly string[];
  /** The bodies that meet together with it, each with its own section of the agenda. */
  readonly joint: readonly JointBody[];
  /** What was called in one act belongs to one series. */
  readonly series: number | undefined;
  readonly state: 'scheduled' | 'cancelled';
  /** The calendar's identity and revision (RFC 5545: UID, SEQUENCE). */
  readonly uid: string;
  readonly sequence: number;
  readonly createdAt: Instant;
  /** When it was called, or changed last. */
  readonly changedAt: Instant;
  readonly by: { readonly person: number; readonly seat: string };
}

export interface JointBody {
  readonly body: string;
  readonly agenda: readonly string[];
}

/** Every body that meets, the one that called it first. */
export const bodiesOf = ({ body, joint }: Pick<Meeting, 'body' | 'joint'>): readonly string[] => [
  body,
  ...joint.map((one) => one.body),
];

export interface Slot {
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute | undefined;
}

/** Where no end was said, a meeting is taken to last two hours when it is compared with others. */
const USUAL_LENGTH = 120;

export type ScheduleRefusal =
  | { readonly refused: 'noTime' }
  | { readonly refused: 'past' }
  | { readonly refused: 'clash'; readonly with: Meeting };

/** Whether the body can meet then; `others` are its meetings of that day. */
export function schedule(
  when: { readonly day: Day; readonly start: Minute | undefined; readonly end: Minute | undefined },
  others: readonly Meeting[],
  now: Instant,
): { readonly slot: Slot } | ScheduleRefusal {
  const { day, start, end } = when;
  if (start === undefined) return { refused: 'noTime' };
  if (instantAt(day, start) <= now) return { refused: 'past' };
  const slot = { day, start, end };
  const clash = others.find((one) => one.state === 'scheduled' && overlaps(one, slot));
  return clash ? { refused: 'clash', with: clash } : { slot };
}

export const overlaps = (a: Slot, b: Slot): boolean => a.day === b.day && a.start < endOf(b) && b.start < endOf(a);

/** When it ends, or is taken to. */
export const endOf = ({ start, end }: Slot): Minute => end ?? start + USUAL_LENGTH;

/** The meeting that has begun by now on its own day: what is decided on that day rests on it. The latest one. */
export const begunOf = (meetings: readonly Meeting[], now: Instant): Meeting | undefined =>
  meetings
    .filter((one) => one.state === 'scheduled' && instantAt(one.day, one.start) <= now)
    .filter((one) => now < instantAt(one.day, 24 * 60))
    .sort((a, b) => b.start - a.start)[0];

/** The earliest first; of those at the same time the older number. */
export const byTime = (a: Meeting, b: Meeting): number =>
  daysBetween(b.day, a.day) || a.start - b.start || a.number - b.number;
