/** On which days offices are open, by Japan's real holidays. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import {
  addBusinessDays,
  businessDayFrom,
  type ClosedReason,
  closedBecause,
  isBusinessDay,
} from '../../src/domain/businessDay.ts';
import { addDays, day, weekdayOf } from '../../src/domain/day.ts';

const CALENDAR = { ...officeCalendar(day('2026-06-03')), closed: new Set([day('2026-11-13'), day('2026-11-14')]) };

describe('Why offices are closed', () => {
  test.each<[on: string, because: ClosedReason | undefined, title: string]>([
    ['2026-06-12', undefined, 'a Friday'],
    ['2026-06-13', 'weekend', 'a Saturday'],
    ['2026-06-14', 'weekend', 'a Sunday'],
    ['2026-05-06', 'holiday', '振替休日 of May 3'],
    ['2026-09-22', 'holiday', '国民の休日 between two holidays'],
    ['2026-11-23', 'holiday', '勤労感謝の日'],
    ['2026-12-28', undefined, '仕事納め'],
    ['2026-12-29', 'yearEnd', 'the first day of the year’s end'],
    ['2026-12-31', 'yearEnd', 'New Year’s Eve'],
    ['2027-01-01', 'holiday', '元日'],
    ['2027-01-02', 'yearEnd', 'a Saturday within the year’s end'],
    ['2027-01-03', 'yearEnd', 'the last day of it'],
    ['2027-01-04', undefined, '仕事始め'],
    ['2026-11-13', 'council', 'a closed day of the council'],
    ['2026-11-14', 'weekend', 'a closed day of the council on a Saturday'],
    ['2028-04-01', 'weekend', 'the Saturday on which a term starts'],
  ])('%s: %s (%s)', (on, because) => {
    expect(closedBecause(day(on), CALENDAR)).toBe(because);
    expect(isBusinessDay(day(on), CALENDAR)).toBe(because === undefined);
  });
});

describe('Counting business days', () => {
  test.each([
    ['2026-06-12', 1, '2026-06-15'],
    ['2026-05-01', 1, '2026-05-07'],
    ['2026-12-28', 1, '2027-01-04'],
    ['2027-01-04', -1, '2026-12-28'],
    ['2026-06-13', 1, '2026-06-15'],
    ['2026-06-13', -1, '2026-06-12'],
    ['2026-06-13', 0, '2026-06-13'],
    ['2026-11-12', 2, '2026-11-17'],
    ['2026-06-03', 5, '2026-06-10'],
  ])('from %s, %s of them: %s', (from, n, to) => expect(addBusinessDays(day(from), n, CALENDAR)).toBe(to));

  test.each([
    ['2028-04-01', '2028-04-03'],
    ['2029-04-01', '2029-04-02'],
    ['2026-04-01', '2026-04-01'],
    ['2026-12-29', '2027-01-04'],
  ])('the first from %s on is %s', (from, to) => expect(businessDayFrom(day(from), CALENDAR)).toBe(to));
});

describe('For every day', () => {
  const days = fc.integer({ min: 0, max: 16 * 365 }).map((n) => addDays(day('2020-01-01'), n));
  const counts = fc.integer({ min: 1, max: 300 });

  test('the n-th business day is one, and there are n up to it', () => {
    fc.assert(
      fc.property(days, counts, (from, n) => {
        const to = addBusinessDays(from, n, CALENDAR);
        let open = 0;
        for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) if (isBusinessDay(d, CALENDAR)) open += 1;
        expect(isBusinessDay(to, CALENDAR)).toBe(true);
        expect(open).toBe(n);
      }),
    );
  });

  test('from a business day, so many forth and back is the same day', () => {
    fc.assert(
      fc.property(days, counts, (any, n) => {
        const from = businessDayFrom(any, CALENDAR);
        expect(addBusinessDays(addBusinessDays(from, n, CALENDAR), -n, CALENDAR)).toBe(from);
      }),
    );
  });

  test('no business day falls on a weekend, and the next is within ten days', () => {
    fc.assert(
      fc.property(days, (from) => {
        const open = businessDayFrom(from, CALENDAR);
        expect([1, 2, 3, 4, 5]).toContain(weekdayOf(open));
        expect(open <= addDays(from, 10)).toBe(true);
      }),
    );
  });
});
