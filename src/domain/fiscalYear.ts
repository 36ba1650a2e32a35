/** Fiscal years (年度): April 1 to March 31, named by the year in which they begin. January to March belongs to the year before. */
import { addDays, type Day, day, partsOf } from './day.ts';

/** 2026 is 令和8年度, 2026-04-01 to 2027-03-31. */
export type FiscalYear = number;

export function fiscalYearOf(d: Day): FiscalYear {
  const { year, month } = partsOf(d);
  return month >= 4 ? year : year - 1;
}

export const firstDayOf = (year: FiscalYear): Day => day(`${year}-04-01`);

export const lastDayOf = (year: FiscalYear): Day => addDays(firstDayOf(year + 1), -1);
