/**
 * The week's overview: at 9:00 of the first business day of each week, to the channel of each body that has anything to look
 * after; where an outage kept it, on the next business day of the week.
 */

import { morningOf } from '../digest/morning.ts';
import { overviewMessage, overviewsOf } from '../digest/weekly.ts';
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { addDays, type Day, dayAt, minuteAt } from '../domain/day.ts';
import { isFirstOfWeek } from '../domain/overview.ts';
import { DEFAULT_HOUR, USUAL } from '../domain/preferences.ts';
import { atBusinessHours } from '../job/businessHours.ts';
import type { Job, Planned } from '../job/job.ts';

/** In days. */
const WEEK = 7;

export const overviewJob = (calendarOn: (day: Day) => OfficeCalendar): Job => ({
  name: 'overview',

  /** Of every business day: on which the week begins is each council's own, by its closed days. */
  ...atBusinessHours([DEFAULT_HOUR], calendarOn),
  catchUp: 'latest',

  async *plan(due, store): AsyncIterable<Planned> {
    const today = dayAt(due);
    const passedOver = await store.across.passedOver('overview', minuteAt(due), addDays(today, -WEEK));
    for (const { id } of await store.across.councils()) {
      const council = store.council(id);
      const calendar = { ...calendarOn(today), closed: await council.closedDays(today) };
      if (!isFirstOfWeek(today, calendar, passedOver.days)) continue;
      const morning = await morningOf(council, { today, now: due, calendar, preferences: () => USUAL, passedOver });
      const mapped = new Set((await council.channels.all()).map((one) => one.body));
      const posts = [...(await overviewsOf(morning))]
        .filter(([body]) => mapped.has(body))
        .map(([body, overview]) => ({
          kind: 'message' as const,
          key: `overview:${today}:${body}`,
          to: { body },
          message: overviewMessage(body, overview, morning),
        }));
      yield { councilId: id, posts };
    }
  },
});
