/** Days, weekdays and Japan's clock, wherever the process runs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  clock,
  type Day,
  day,
  dayAt,
  dayFrom,
  daysBetween,
  endOfDay,
  endOfMonth,
  instant,
  instantAt,
  minuteAt,
  parseDay,
  partsOf,
  weekdayOf,
} from '../../src/domain/day.ts';

const ms = (written: string) => instant(Date.parse(written));

const days = fc.integer({ min: 0, max: 200 * 365 }).map((n) => addDays(day('1926-12-25'), n));
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });

describe('Which days there are', () => {
  test.each([
    [2026, 6, 12, '2026-06-12'],
    [2028, 2, 29, '2028-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [2026, 2, 29, undefined],
    [2100, 2, 29, undefined],
    [2026, 2, 30, undefined],
    [2026, 6, 31, undefined],
    [2026, 13, 1, undefined],
    [2026, 0, 1, undefined],
    [2026, 6, 0, undefined],
    [2026, 6, 1.5, undefined],
    [26, 6, 12, undefined],
    [10000, 1, 1, undefined],
    [Number.NaN, 1, 1, undefined],
  ])('%s, %s, %s: %s', (year, month, date, expected) => expect(dayFrom(year, month, date)).toBe(expected));

  test.each(['2026-6-12', '2026/06/12', '2026-02-30', '20260612', '', '2026-06-12T00:00:00Z', ' 2026-06-12'])(
    '「%s」 is none',
    (written) => {
      expect(parseDay(written)).toBeUndefined();
      expect(() => day(written)).toThrow(RangeError);
    },
  );
});

describe('Counting days', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-06-12', 0, '2026-06-12'],
    ['2026-03-28', 14, '2026-04-11'],
  ])('%s and %s days are %s', (from, n, to) => {
    expect(addDays(day(from), n)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(n);
  });

  test.each([
    ['2026-06-12', 5],
    ['2028-04-01', 6],
    ['2029-04-01', 0],
    ['2026-11-24', 2],
  ])('%s falls on weekday %s', (on, weekday) => expect(weekdayOf(day(on))).toBe(weekday));

  test.each([
    [2026, 2, '2026-02-28'],
    [2028, 2, '2028-02-29'],
    [2026, 6, '2026-06-30'],
    [2026, 12, '2026-12-31'],
  ])('the month %s-%s ends on %s', (year, month, end) => expect(endOfMonth(year, month)).toBe(end));
});

describe('Japan’s clock', () => {
  test.each([
    ['2028-03-31T14:59:59.999Z', '2028-03-31', 23 * 60 + 59],
    ['2028-03-31T15:00:00Z', '2028-04-01', 0],
    ['2028-04-01T00:00:00Z', '2028-04-01', 9 * 60],
    ['2026-06-12T05:30:59Z', '2026-06-12', 14 * 60 + 30],
    ['1969-12-31T14:59:00Z', '1969-12-31', 23 * 60 + 59],
  ])('at %s it is %s, minute %s', (at, on, minute) => {
    expect(dayAt(ms(at))).toBe(on);
    expect(minuteAt(ms(at))).toBe(minute);
  });

  test('a deadline of April 10 ends at 23:59:59.999 in Japan', () => {
    expect(endOfDay(day('2026-04-10'))).toBe(Date.parse('2026-04-10T23:59:59.999+09:00'));
  });

  test('24:00 is the next midnight', () => {
    expect(instantAt(day('2026-06-12'), 1440)).toBe(instantAt(day('2026-06-13')));
  });

  test.each([
    [0, '00:00'],
    [9 * 60 + 5, '09:05'],
    [1440, '24:00'],
  ])('minute %s is written %s', (minute, written) => expect(clock(minute)).toBe(written));
});

describe('For every day', () => {
  test('a day is its year, month and date', () => {
    fc.assert(
      fc.property(days, (d: Day) => {
        const { year, month, date } = partsOf(d);
        expect(dayFrom(year, month, date)).toBe(d);
      }),
    );
  });

  test('going and coming back is staying, and weekdays follow each other', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -3000, max: 3000 }), (d, n) => {
        expect(addDays(addDays(d, n), -n)).toBe(d);
        expect(daysBetween(d, addDays(d, n))).toBe(n);
        expect(weekdayOf(addDays(d, n))).toBe((((weekdayOf(d) + n) % 7) + 7) % 7);
      }),
    );
  });

  test('days compare as they follow', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });

  test('an instant is on the day and at the minute from which it was made', () => {
    fc.assert(
      fc.property(days, minutes, (d, minute) => {
        const at = instantAt(d, minute);
        expect([dayAt(at), minuteAt(at)]).toEqual([d, minute]);
        expect(dayAt(endOfDay(d))).toBe(d);
        expect(dayAt(instant(endOfDay(d) + 1))).toBe(addDays(d, 1));
      }),
    );
  });

  test('after the end of a month comes a first', () => {
    fc.assert(
      fc.property(days, (d) => {
        const { year, month } = partsOf(d);
        expect(endOfMonth(year, month) >= d).toBe(true);
        expect(partsOf(addDays(endOfMonth(year, month), 1)).date).toBe(1);
      }),
    );
  });
});
