/**
 * Between the switch of April 1 and the opening of the offices after it nothing is shown: whatever was written before or
 * meanwhile waits in the outbox, a message rendered anew with its new names too. Only an answer to whoever asked is given.
 */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { type Day, dayAt, type Instant, partsOf } from '../domain/day.ts';
import { hiddenUntil } from '../domain/handover.ts';
import type { Store } from '../store/store.ts';

/** Which councils are silent at this instant. */
export type Hush = (now: Instant) => Promise<readonly string[]>;

export const hush =
  (store: Pick<Store, 'across' | 'council'>, calendarOn: (day: Day) => OfficeCalendar): Hush =>
  async (now) => {
    const today = dayAt(now);
    if (!mayBeHidden(today)) return [];
    const silent: string[] = [];
    for (const { id } of await store.across.councils()) {
      const calendar = { ...calendarOn(today), closed: await store.council(id).closedDays(today) };
      if (hiddenUntil(now, calendar) !== undefined) silent.push(id);
    }
    return silent;
  };

/** No council closes for longer than the first weeks of April. */
const mayBeHidden = (today: Day): boolean => {
  const { month, date } = partsOf(today);
  return month === 4 && date <= LAST;
};

const LAST = 20;
