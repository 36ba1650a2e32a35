/**
 * Between a switch (of April 1; of the term's first day where that is the general meeting's) and the opening of the offices
 * after it nothing is shown: whatever was written before or meanwhile waits in the outbox, a message rendered anew with its
 * new names too. Only an answer to whoever asked is given.
 */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { addDays, type Day, dayAt, type Instant } from '../domain/day.ts';
import { firstDayOf, fiscalYearOf } from '../domain/fiscalYear.ts';
import { hiddenUntil } from '../domain/handover.ts';
import type { Store } from '../store/store.ts';

/** Which councils are silent at this instant. */
export type Hush = (now: Instant) => Promise<readonly string[]>;

export const hush =
  (store: Pick<Store, 'across' | 'council'>, calendarOn: (day: Day) => OfficeCalendar): Hush =>
  async (now) => {
    const today = dayAt(now);
    const soonAfter = (on: Day): boolean => on <= today && today <= addDays(on, LONGEST_CLOSED);
    const starts = await store.across.termStarts();
    const councils = soonAfter(firstDayOf(fiscalYearOf(today)))
      ? (await store.across.councils()).map((one) => one.id)
      : [...starts].filter(([, own]) => own.some((one) => soonAfter(one.on))).map(([id]) => id);
    const silent: string[] = [];
    for (const id of councils) {
      const calendar = { ...calendarOn(today), closed: await store.council(id).closedDays(today) };
      if (hiddenUntil(now, calendar, starts.get(id) ?? []) !== undefined) silent.push(id);
    }
    return silent;
  };

/** In days: no council closes for longer. */
const LONGEST_CLOSED = 20;
