/**
 * Japan's national holidays, from the table that follows the Cabinet Office's, and how far they are officially fixed.
 *
 * The days of an equinox are fixed in February of the year before; what is listed beyond is a prediction.
 */
import holidayJp from '@holiday-jp/holiday_jp';
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { type Day, day, partsOf } from '../domain/day.ts';

const names = new Map(Object.entries(holidayJp.holidays).map(([on, { name }]) => [day(on), name]));

/** The month in which next year's days become official. */
const ANNOUNCED = 2;

/** The calendar as known on this day; a council adds its own closed days. */
export function officeCalendar(today: Day): OfficeCalendar {
  const { year, month } = partsOf(today);
  const lastFixed = month < ANNOUNCED ? year : year + 1;
  return { holidays: names, fixedUntil: day(`${lastFixed}-12-31`), closed: new Set() };
}
