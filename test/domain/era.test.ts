/** Eras: their borders, 元年, and agreement with the calendar that Intl has. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, instantAt, partsOf } from '../../src/domain/day.ts';
import { ERAS, eraOf, eraYear, fiscalYearName, westernYear } from '../../src/domain/era.ts';

describe('Years of an era', () => {
  test.each([
    ['2026-06-12', '令和8'],
    ['2019-12-31', '令和元'],
    ['2019-05-01', '令和元'],
    ['2019-04-30', '平成31'],
    ['1989-01-08', '平成元'],
    ['1989-01-07', '昭和64'],
    ['1926-12-25', '昭和元'],
    ['1926-12-24', '1926'],
  ])('%s lies in %s', (on, written) => expect(eraYear(day(on))).toBe(written));

  test.each([
    [2026, '令和8年度'],
    [2020, '令和2年度'],
    [2019, '平成31年度'],
    [2018, '平成30年度'],
    [2016, '平成28年度'],
  ])('the fiscal year %s is %s', (year, name) => expect(fiscalYearName(year)).toBe(name));

  test('before 昭和 there is no era', () => expect(eraOf(day('1926-12-24'))).toBeUndefined());
});

describe('For every day since 昭和', () => {
  const days = fc.integer({ min: 0, max: 150 * 365 }).map((n) => addDays(day('1926-12-25'), n));

  test('the year of its era leads back to its Western year', () => {
    fc.assert(
      fc.property(days, (d) => {
        const { era, year } = eraOf(d)!;
        expect(westernYear(era, year)).toBe(partsOf(d).year);
        expect(era.from <= d).toBe(true);
      }),
    );
  });

  test('Intl says the same', () => {
    const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      timeZone: 'Asia/Tokyo',
      era: 'long',
      year: 'numeric',
    });
    fc.assert(
      fc.property(days, (d) => {
        expect(format.format(new Date(instantAt(d, 720)))).toBe(`${eraYear(d)}年`);
      }),
    );
  });

  test('the eras stand newest first', () => {
    const starts = ERAS.map(({ from }) => from);
    expect(starts).toEqual([...starts].sort().reverse());
  });
});
