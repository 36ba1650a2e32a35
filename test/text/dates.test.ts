/** How days, hours and fiscal years are worded in both languages. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, endOfDay, weekdayOf } from '../../src/domain/day.ts';
import { dayAndHours, dayAsOf, fiscalYearText, fullDay, hours, momentAsOf, officialDay } from '../../src/text/dates.ts';

describe('A day', () => {
  test.each([
    ['2026-12-01', '2026年12月1日(火)', '令和8年12月1日(火)', '12月1日(火)', 'Tue 1 Dec 2026', 'Tue 1 Dec'],
    ['2026-06-12', '2026年6月12日(金)', '令和8年6月12日(金)', '6月12日(金)', 'Fri 12 Jun 2026', 'Fri 12 Jun'],
    ['2028-04-01', '2028年4月1日(土)', '令和10年4月1日(土)', '4月1日(土)', 'Sat 1 Apr 2028', 'Sat 1 Apr'],
    ['2028-02-29', '2028年2月29日(火)', '令和10年2月29日(火)', '2月29日(火)', 'Tue 29 Feb 2028', 'Tue 29 Feb'],
    ['2019-05-01', '2019年5月1日(水)', '令和元年5月1日(水)', '5月1日(水)', 'Wed 1 May 2019', 'Wed 1 May'],
    ['2019-04-30', '2019年4月30日(火)', '平成31年4月30日(火)', '4月30日(火)', 'Tue 30 Apr 2019', 'Tue 30 Apr'],
    ['1989-01-07', '1989年1月7日(土)', '昭和64年1月7日(土)', '1月7日(土)', 'Sat 7 Jan 1989', 'Sat 7 Jan'],
    ['1989-01-08', '1989年1月8日(日)', '平成元年1月8日(日)', '1月8日(日)', 'Sun 8 Jan 1989', 'Sun 8 Jan'],
  ])('%s', (on, full, official, short, english, shortEnglish) => {
    expect(fullDay(day(on))).toEqual({ ja: full, en: english });
    expect(officialDay(day(on))).toEqual({ ja: official, en: english });
    expect(dayAsOf(day(on), day(on))).toEqual({ ja: short, en: shortEnglish });
  });

  test('is told with its year where it is of another year than the day on which one reads it', () => {
    const read = (on: string, today: string) => dayAsOf(day(on), day(today)).ja;
    expect(read('2026-12-28', '2026-06-01')).toBe('12月28日(月)');
    expect(read('2027-01-08', '2026-12-21')).toBe('令和9年1月8日(金)');
    expect(read('2027-01-08', '2027-01-04')).toBe('1月8日(金)');
    expect(read('2026-12-28', '2027-01-04')).toBe('令和8年12月28日(月)');
    expect(momentAsOf(endOfDay(day('2026-12-28')), day('2027-01-04')).ja).toBe('令和8年12月28日(月) 23:59');
  });

  test('always carries its weekday, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * 365 }), (n) => {
        const on = addDays(day('1990-01-01'), n);
        for (const said of [fullDay(on), officialDay(on), dayAsOf(on, on)]) {
          expect(said.ja).toContain(`(${'日月火水木金土'[weekdayOf(on)]})`);
          expect(said.en).toMatch(/^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) \d/u);
        }
      }),
    );
  });
});

describe('Hours', () => {
  test.each<[start: number, end: number | undefined, ja: string, en: string]>([
    [14 * 60, 16 * 60, '14:00〜16:00', '14:00–16:00 JST'],
    [14 * 60, undefined, '14:00', '14:00 JST'],
    [9 * 60 + 5, 9 * 60 + 45, '09:05〜09:45', '09:05–09:45 JST'],
    [0, 24 * 60, '00:00〜24:00', '00:00–24:00 JST'],
  ])('from minute %s to %s: %s', (start, end, japanese, english) => {
    expect(hours(start, end)).toEqual({ ja: japanese, en: english });
  });

  test('a day with its hours is what an invitation says', () => {
    expect(dayAndHours(day('2026-06-12'), 14 * 60, 16 * 60)).toEqual({
      ja: '令和8年6月12日(金) 14:00〜16:00',
      en: 'Fri 12 Jun 2026, 14:00–16:00 JST',
    });
    expect(dayAndHours(day('2026-06-12'), 14 * 60).ja).toBe('令和8年6月12日(金) 14:00');
  });
});

test.each([
  [2026, '令和8年度', 'FY2026'],
  [2019, '平成31年度', 'FY2019'],
  [2016, '平成28年度', 'FY2016'],
])('the fiscal year %s is %s', (year, japanese, english) => {
  expect(fiscalYearText(year)).toEqual({ ja: japanese, en: english });
});
