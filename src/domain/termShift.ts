/**
 * What the day of a general meeting changes that is entered, moved or dropped late: the days, today and before, on which
 * somebody else chairs than was taken to until now. Their officers have acted meanwhile, so nobody is to learn it afterwards.
 */
import { addDays, type Day } from './day.ts';
import { fiscalYearOf } from './fiscalYear.ts';
import { officersOn, type Rotation, termStart } from './rotation.ts';

export interface TermShift {
  readonly from: Day;
  readonly until: Day;
  /** Who was taken to chair on these days, and who does now: codes. */
  readonly was: string;
  readonly is: string;
}

/** By year; the terms to come may begin when they like. */
export function termShifts(before: Rotation, after: Rotation, today: Day): TermShift[] {
  const years = new Set([...before.starts, ...after.starts].map((one) => one.year));
  return [...years]
    .filter((year) => year >= before.from && year <= fiscalYearOf(today))
    .toSorted((a, b) => a - b)
    .flatMap((year): TermShift[] => {
      const [from = today, next = today] = [termStart(before, year), termStart(after, year)].toSorted();
      const [was, is] = [officersOn(before, from).office, officersOn(after, from).office];
      return from === next || from > today || was === is ? [] : [{ from, until: addDays(next, -1), was, is }];
    });
}
