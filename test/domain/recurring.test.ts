/** Recurring dates as clerks write them, and the days that they mean. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { isBusinessDay } from '../../src/domain/businessDay.ts';
import { type Day, day, weekdayOf } from '../../src/domain/day.ts';
import { MOST_MEETINGS, seriesDays } from '../../src/domain/series.ts';
import { readRecurring } from '../../src/domain/when/recurring.ts';

const TODAY = day('2026-06-01');
const CALENDAR = officeCalendar(TODAY);

/** What is read of the line, what is left of it, and the days. */
function read(line: string): string {
  const reading = readRecurring(line, TODAY, CALENDAR);
  if ('none' in reading) return 'none';
  if ('unclear' in reading) return `unclear: ${reading.unclear}「${reading.typed}」`;
  const { start, end } = reading.read;
  const { days, left } = seriesDays(reading.read, TODAY, CALENDAR);
  const list = days.map((one) => one.day.slice(5) + (one.insteadOf ? `(${one.insteadOf.slice(5)})` : '')).join(' ');
  const rest = line.slice(reading.length).trim();
  return [
    `${start ?? '-'}-${end ?? '-'}`,
    list,
    left.length > 0 ? `除 ${left.map((one) => one.slice(5)).join(' ')}` : '',
    rest && `残「${rest}」`,
  ]
    .filter(Boolean)
    .join(' | ');
}

test.each<[line: string, meant: string]>([
  ['毎月第2火曜 14:00-16:00 3回 那珂市役所', '840-960 | 06-09 07-14 08-12(08-11) | 残「那珂市役所」'],
  ['毎月　第２火曜日　１４時〜１６時　３回', '840-960 | 06-09 07-14 08-12(08-11)'],
  ['毎月の第二火曜 14時から16時まで 全3回', '840-960 | 06-09 07-14 08-12(08-11)'],
  ['毎月第1月曜 9:00 8月まで', '540-- | 06-01 07-06 08-03'],
  ['毎月最終金曜 10:00-11:00 3回', '600-660 | 06-26 07-31 08-28'],
  ['毎月15日 10:00 8月末まで', '600-- | 06-15 07-15 08-17(08-15)'],
  ['毎月15日、10:00、2026/8/31まで', '600-- | 06-15 07-15 08-17(08-15)'],
  ['毎週木曜 9:00 4回', '540-- | 06-04 06-11 06-18 06-25'],
  ['毎週木曜 4回 9:00-10:00 オンライン', '540-600 | 06-04 06-11 06-18 06-25 | 残「オンライン」'],
  ['毎週月曜 9:00 7月27日まで', '540-- | 06-01 06-08 06-15 06-22 06-29 07-06 07-13 07-27 | 除 07-20'],
  ['隔週金曜 13:30-15:00 3回', '810-900 | 06-05 06-19 07-03'],
  ['毎月第3月曜 10:00 年度末まで', '600-- | 06-15 07-21(07-20) 08-17 09-24(09-21) 10-19 11-16 12-21 01-18 02-15 03-15'],
  ['毎月第1金曜 10:00 2月まで', '600-- | 06-05 07-03 08-07 09-04 10-02 11-06 12-04 01-04(01-01) 02-05'],
  ['every 2nd Tue 14:00-16:00 3 times', '840-960 | 06-09 07-14 08-12(08-11)'],
  ['every Thursday 9:00 until 2026/6/18', '540-- | 06-04 06-11 06-18'],
  ['every other Friday 13:30-15:00 3 times', '810-900 | 06-05 06-19 07-03'],
  ['every last Fri 10:00 2 times', '600-- | 06-26 07-31'],
  ['毎週火曜 3回', '--- | 06-02 06-09 06-16'],
  ['毎月第2火曜 14:00-16:00', 'unclear: howOften「毎月第2火曜 14:00-16:00」'],
  ['毎月第5火曜 14:00 3回', 'unclear: nth「毎月第5火曜」'],
  ['毎月0日 14:00 3回', 'unclear: date「毎月0日」'],
  ['毎月30日 14:00 3回', 'unclear: date「毎月30日」'],
  ['毎週火曜 16:00-14:00 3回', 'unclear: time「16:00-14:00」'],
  ['毎週火曜 2時 3回', 'unclear: time「2時」'],
  ['毎週火曜 10:00 13月まで', 'unclear: until「13月まで」'],
  ['毎週火曜 10:00 12/25', 'unclear: until「12/25」'],
  ['毎日 10:00 3回', 'none'],
  ['6/12 14:00', 'none'],
  ['介護保険WG 毎週火曜 10:00', 'none'],
])('%s', (line, meant) => expect(read(line)).toBe(meant));

describe('for every series', () => {
  const rules = fc.oneof(
    fc.record({
      every: fc.constant('month' as const),
      nth: fc.integer({ min: 1, max: 4 }),
      weekday: fc.integer({ min: 1, max: 5 }),
    }),
    fc.record({
      every: fc.constantFrom('week' as const, 'otherWeek' as const),
      weekday: fc.integer({ min: 1, max: 5 }),
    }),
    fc.record({ every: fc.constant('month' as const), date: fc.integer({ min: 1, max: 28 }) }),
  );
  const days = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10) as Day);

  test('no day is closed, none is before today, all are in order, and there are as many as were asked for', () => {
    fc.assert(
      fc.property(rules, days, fc.integer({ min: 1, max: 12 }), (rule, today, times) => {
        const series = seriesDays(
          { rule: rule as never, start: 600, end: 660, times, until: undefined },
          today,
          CALENDAR,
        );
        const list = series.days.map((one) => one.day);
        expect(list).toHaveLength(times);
        expect(list.every((one) => one >= today && isBusinessDay(one, CALENDAR))).toBe(true);
        expect(list.toSorted()).toEqual(list);
        if ('weekday' in rule)
          for (const { day: on, insteadOf } of series.days) expect(weekdayOf(insteadOf ?? on)).toBe(rule.weekday);
      }),
    );
  });

  test('without an end it stops one after the most, so that too many is seen', () => {
    const rule = { every: 'week', weekday: 2 } as const;
    expect(seriesDays({ rule, start: 600, end: 660, times: 200, until: undefined }, TODAY, CALENDAR).days).toHaveLength(
      MOST_MEETINGS + 1,
    );
  });
});
