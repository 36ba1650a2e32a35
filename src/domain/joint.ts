/** Bodies in which the same people sit: when they meet on one day, they had better meet together, or one after the other. */
import type { Tenure } from './council.ts';
import type { Minute } from './day.ts';
import { endOf, type Meeting, overlaps, type Slot } from './meeting.ts';

/** From this share of the smaller body on, the people are taken to be the same. */
const LARGELY = 1 / 2;
/** A pause up to this long, in minutes, is one after the other. */
const PAUSE = 60;

/** The people who sit in both bodies, where they are a large part of one; else none. */
export function sharedPeople(tenures: readonly Tenure[], a: string, b: string): readonly number[] {
  const peopleOf = (body: string): Set<number> =>
    new Set(
      tenures
        .filter(({ seat }) => seat.body === body && (seat.role === 'member' || seat.role === 'lead'))
        .map((one) => one.person),
    );
  const [first, second] = [peopleOf(a), peopleOf(b)];
  const both = [...first].filter((one) => second.has(one));
  return both.length > 0 && both.length >= Math.min(first.size, second.size) * LARGELY ? both : [];
}

/** Whether people of both have to come twice, or to be in two places. */
export function apart(slot: Slot, other: Meeting): boolean {
  if (overlaps(slot, other)) return true;
  const pause = slot.start >= endOf(other) ? slot.start - endOf(other) : other.start - endOf(slot);
  return pause > PAUSE;
}

/** 昼休み: nobody is called to begin in it. */
const LUNCH = { from: 12 * 60, until: 13 * 60 } as const;

/** The same length, right after the other meeting or after lunch; undefined where that day has no room. */
export function rightAfter(slot: Slot, other: Meeting, latestEnd: Minute): Slot | undefined {
  const over = endOf(other);
  const start = over >= LUNCH.from && over < LUNCH.until ? LUNCH.until : over;
  const end = start + (endOf(slot) - slot.start);
  return end <= latestEnd ? { day: slot.day, start, end } : undefined;
}
