/** Japan's holidays as the Cabinet Office lists them, and how far they can be trusted. */
import { describe, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { addDays, type Day, day, partsOf, weekdayOf } from '../../src/domain/day.ts';

const { holidays } = officeCalendar(day('2026-11-24'));

describe('Holidays', () => {
  test.each([
    ['2026-01-01', '元日'],
    ['2026-03-20', '春分の日'],
    ['2026-05-03', '憲法記念日'],
    ['2026-09-21', '敬老の日'],
    ['2026-09-23', '秋分の日'],
    ['2019-05-01', '休日'], // 即位の日, by a law for that year,
    ['2020-07-24', 'スポーツの日'],
    ['2021-08-08', '山の日'],
  ])('%s is %s', (on, name) => expect(holidays.get(day(on))).toContain(name));

  test.each([
    ['2026-05-06', 'three days after a holiday on a Sunday, since the days between are holidays too'],
    ['2027-03-22', 'the Monday after 春分の日 on a Sunday'],
    ['2024-02-12', 'the Monday after 建国記念の日 on a Sunday'],
    ['2023-01-02', 'the Monday after 元日 on a Sunday'],
    ['2021-08-09', 'the Monday after 山の日, moved for the games'],
  ])('%s is 振替休日: %s', (on) => expect(holidays.get(day(on))).toContain('振替休日'));

  test.each([
    ['2026-09-22', 'between 敬老の日 and 秋分の日'],
    ['2019-04-30', 'before the day of the enthronement'],
    ['2019-05-02', 'after it'],
    ['2015-09-22', 'between 敬老の日 and 秋分の日'],
  ])('%s is 国民の休日: %s', (on) => expect(holidays.get(day(on))).toMatch(/国民の休日|休日/u));

  test.each([
    ['2026-11-24', 'the day after 勤労感謝の日'],
    ['2026-06-12', 'a Friday in June, which has no holiday'],
    ['2020-10-12', 'the second Monday of October, whose holiday was moved to July'],
    ['2026-12-23', 'the birthday of the former Emperor'],
    ['2019-12-23', 'the year without an Emperor’s birthday'],
  ])('%s is none: %s', (on) => expect(holidays.has(day(on))).toBe(false));

  test('a holiday on a Sunday moves to the next day that is none', () => {
    for (const [on] of holidays) {
      if (weekdayOf(on) !== 0 || partsOf(on).year < 2007) continue;
      let next: Day = addDays(on, 1);
      while (holidays.has(next) && !holidays.get(next)?.includes('振替休日')) next = addDays(next, 1);
      expect([on, holidays.get(next)]).toEqual([on, expect.stringContaining('振替休日')]);
    }
  });

  test('no day that is asked lies beyond the table for years to come', () => {
    expect([...holidays.keys()].some((on) => on > '2035-01-01')).toBe(true);
  });
});

describe('How far they are fixed: the equinoxes of a year are announced in the February before', () => {
  test.each([
    ['2026-11-24', '2027-12-31'],
    ['2026-02-01', '2027-12-31'],
    ['2026-01-31', '2026-12-31'],
    ['2027-01-04', '2027-12-31'],
    ['2028-04-01', '2029-12-31'],
  ])('as known on %s: until %s', (today, until) => {
    expect(officeCalendar(day(today)).fixedUntil).toBe(until);
  });
});
