/**
 * Business days (開庁日) and office-closed days (閉庁日).
 *
 * Offices are closed on Saturdays, Sundays, national holidays and from December 29 to January 3
 * (行政機関の休日に関する法律 第1条), and on the council's own closed days.
 */
import { addDays, type Day, partsOf, weekdayOf } from './day.ts';

/** What is known of the calendar: the holidays by day with their names, and the council's own closed days. */
export interface OfficeCalendar {
  /** National holidays, 振替休日 and 国民の休日 included. */
  readonly holidays: ReadonlyMap<Day, string>;
  /** The last day for which the holidays are officially fixed; later ones are predictions. */
  readonly fixedUntil: Day;
  /** Further days on which this council's offices are closed. */
  readonly closed: ReadonlySet<Day>;
}

export type ClosedReason = 'weekend' | 'holiday' | 'yearEnd' | 'council';

/** Why offices are closed on this day, or undefined on a business day. */
export function closedBecause(d: Day, calendar: OfficeCalendar): ClosedReason | undefined {
  if (calendar.holidays.has(d)) return 'holiday';
  const { month, date } = partsOf(d);
  if ((month === 12 && date >= 29) || (month === 1 && date <= 3)) return 'yearEnd';
  const weekday = weekdayOf(d);
  if (weekday === 0 || weekday === 6) return 'weekend';
  return calendar.closed.has(d) ? 'council' : undefined;
}

export const isBusinessDay = (d: Day, calendar: OfficeCalendar): boolean => closedBecause(d, calendar) === undefined;

/** This day if offices are open, else the next on which they are. */
export function businessDayFrom(d: Day, calendar: OfficeCalendar): Day {
  let at = d;
  while (!isBusinessDay(at, calendar)) at = addDays(at, 1);
  return at;
}

/** The n-th business day after this day (before it where n is negative); the day itself does not count. */
export function addBusinessDays(d: Day, n: number, calendar: OfficeCalendar): Day {
  const step = n < 0 ? -1 : 1;
  let at = d;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step);
    if (isBusinessDay(at, calendar)) left -= 1;
  }
  return at;
}
