/** Fiscal years: April to March. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/domain/day.ts';
import { firstDayOf, fiscalYearOf, lastDayOf } from '../../src/domain/fiscalYear.ts';

describe('To which fiscal year a day belongs', () => {
  test.each([
    ['2026-04-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
    ['2027-03-31', 2026],
    ['2027-04-01', 2027],
    ['2028-02-29', 2027],
  ])('%s: %s', (on, year) => expect(fiscalYearOf(day(on))).toBe(year));

  test('令和8年度 runs from 2026-04-01 to 2027-03-31', () => {
    expect([firstDayOf(2026), lastDayOf(2026)]).toEqual(['2026-04-01', '2027-03-31']);
  });

  test('every day lies within its fiscal year, and the next year begins when it is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * 365 }), (n) => {
        const d = addDays(day('1990-01-01'), n);
        const year = fiscalYearOf(d);
        expect(firstDayOf(year) <= d && d <= lastDayOf(year)).toBe(true);
        expect(addDays(lastDayOf(year), 1)).toBe(firstDayOf(year + 1));
      }),
    );
  });
});
