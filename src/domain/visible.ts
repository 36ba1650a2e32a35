/**
 * The switch of the year: rights change at 00:00 of April 1, but everything that people see in Slack waits for 9:00 of the
 * first business day, without exception.
 */
import { businessDayFrom, type OfficeCalendar } from './businessDay.ts';
import { dayAt, type Instant, instantAt } from './day.ts';
import { firstDayOf, fiscalYearOf } from './fiscalYear.ts';

const NINE = 9 * 60;

/** From when on something visible may happen: now, unless the term has begun and its first office hour has not. */
export function visibleFrom(now: Instant, calendar: OfficeCalendar): Instant {
  const opens = instantAt(businessDayFrom(firstDayOf(fiscalYearOf(dayAt(now))), calendar), NINE);
  return now < opens ? opens : now;
}
