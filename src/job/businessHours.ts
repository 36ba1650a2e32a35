/** When a job is due that works at hours of business days. */
import { isBusinessDay, type OfficeCalendar } from '../domain/businessDay.ts';
import { addDays, type Day, dayAt, type Instant, instantAt } from '../domain/day.ts';
import type { Job } from './job.ts';

/** `hours` are whole hours in Japan. A council's own closed days are the job's business. */
export const atBusinessHours = (
  hours: readonly number[],
  calendarOn: (day: Day) => OfficeCalendar,
): Pick<Job, 'due'> => ({
  due(after, until) {
    const found: Instant[] = [];
    for (let day = dayAt(after); day <= dayAt(until); day = addDays(day, 1)) {
      if (!isBusinessDay(day, calendarOn(day))) continue;
      found.push(...hours.map((hour) => instantAt(day, hour * 60)).filter((at) => at > after && at <= until));
    }
    return found;
  },
});
