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
  /** When it was opened (開会) and closed (閉会). */
  readonly openedAt: Instant | undefined;
  readonly closedAt: Instant | undefined;
  /** 第n回 of its body in its fiscal year, given when it opens. */
  readonly ordinal: number | undefined;
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

/** The message in whose thread all of it stands: a meeting of a series has its own from its first change on. */
export const threadOf = ({ number, series, sequence }: Pick<Meeting, 'number' | 'series' | 'sequence'>): string =>
  series !== undefined && sequence === 0 ? `series:${series}` : `meeting:${number}`;

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

/** The earliest first; of those at the same time the older number. */
export const byTime = (a: Meeting, b: Meeting): number =>
  daysBetween(b.day, a.day) || a.start - b.start || a.number - b.number;
