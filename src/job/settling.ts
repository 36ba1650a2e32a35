/** Jobs that record what time has settled: at each full office hour, council after council, each in an act of its own. */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { type Day, dayAt, type Instant } from '../domain/day.ts';
import type { CouncilStore } from '../store/store.ts';
import { atBusinessHours } from './businessHours.ts';
import type { Carried, Job } from './job.ts';

const HOURS = [9, 10, 11, 12, 13, 14, 15, 16, 17];

/** `settle` reads anew what may be over by now: several missed hours are made up for by one. */
export const settlingJob = (
  name: Job['name'],
  calendarOn: (day: Day) => OfficeCalendar,
  settle: (council: CouncilStore, now: Instant, calendar: OfficeCalendar) => Promise<Carried>,
): Job => ({
  name,

  ...atBusinessHours(HOURS, calendarOn),
  catchUp: 'latest',

  async *plan(due, store) {
    const today = dayAt(due);
    for (const { id } of await store.across.councils()) {
      const calendar = { ...calendarOn(today), closed: await store.council(id).closedDays(today) };
      yield { councilId: id, posts: [], carry: (council) => settle(council, due, calendar) };
    }
  },
});
