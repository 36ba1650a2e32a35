/**
 * A sitting: a meeting that was opened. What is decided while it is open, or later on the same day, rests on it.
 *
 * It opens on its own day; a closed one can be opened again on that day, and an opening can be taken back while nothing
 * rests on it.
 */
import type { Day, Instant } from './day.ts';
import { UNDO_WITHIN } from './decide.ts';
import type { Meeting } from './meeting.ts';

export type OpenRefusal =
  | { readonly refused: 'cancelled' }
  | { readonly refused: 'open' }
  /** Its day is another. */
  | { readonly refused: 'notToday' };

/** Why the meeting cannot be opened on this day; undefined where it can. */
export function openRefusal(meeting: Meeting, today: Day): OpenRefusal | undefined {
  if (meeting.state === 'cancelled') return { refused: 'cancelled' };
  if (isOpen(meeting)) return { refused: 'open' };
  return meeting.day === today ? undefined : { refused: 'notToday' };
}

export const isOpen = (meeting: Meeting): boolean =>
  meeting.openedAt !== undefined && meeting.closedAt === undefined && meeting.state === 'scheduled';

/** The meeting on which a decision of this day rests: the one opened last, whether or not it is closed again. */
export const sittingOf = (meetings: readonly Meeting[], today: Day): Meeting | undefined =>
  meetings
    .filter((one) => one.state === 'scheduled' && one.day === today && one.openedAt !== undefined)
    .toSorted((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0))[0];

/** The meeting of the day that is to be opened next: the earliest that is not over. */
export const nextToOpen = (meetings: readonly Meeting[], today: Day): Meeting | undefined =>
  meetings
    .filter((one) => one.state === 'scheduled' && one.day === today && !isOpen(one))
    .toSorted((a, b) => Number(a.closedAt !== undefined) - Number(b.closedAt !== undefined) || a.start - b.start)[0];

/** Whether the opening can be taken back: soon after it, and while nothing rests on it. */
export const canTakeBackOpening = (meeting: Meeting, resting: number, now: Instant): boolean =>
  isOpen(meeting) && resting === 0 && now <= (meeting.openedAt ?? 0) + UNDO_WITHIN;
