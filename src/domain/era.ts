/** Japanese eras: how officials write years. 元年 is year 1; an era begins on its day, not on January 1. */
import { type Day, day, partsOf } from './day.ts';
import type { FiscalYear } from './fiscalYear.ts';
import { firstDayOf } from './fiscalYear.ts';

export interface Era {
  readonly name: string;
  readonly letter: string;
  readonly from: Day;
}

/** Newest first. */
export const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', from: day('2019-05-01') },
  { name: '平成', letter: 'H', from: day('1989-01-08') },
  { name: '昭和', letter: 'S', from: day('1926-12-25') },
];

/** The era of a day and the year within it (1 is 元年); undefined before 昭和. */
export function eraOf(d: Day): { era: Era; year: number } | undefined {
  const era = ERAS.find((one) => one.from <= d);
  return era && { era, year: partsOf(d).year - partsOf(era.from).year + 1 };
}

/** The Western year of an era's year; it says nothing on whether the day lies within the era. */
export const westernYear = (era: Era, year: number): number => partsOf(era.from).year + year - 1;

/** 令和8 or 令和元, as it stands before 年 or 年度. */
export function eraYear(d: Day): string {
  const found = eraOf(d);
  if (!found) return String(partsOf(d).year);
  return `${found.era.name}${found.year === 1 ? '元' : found.year}`;
}

/** 令和8年度; by its first day, so 2019 is 平成31年度 as most offices wrote it. */
export const fiscalYearName = (year: FiscalYear): string => `${eraYear(firstDayOf(year))}年度`;
