/** Phrases that look like a day but name several, or none: told with what may have been meant, never guessed. */
import { addBusinessDays, businessDayFrom, type OfficeCalendar } from '../businessDay.ts';
import { type Day, dayFrom, daysBetween, partsOf } from '../day.ts';
import { ERAS, westernYear } from '../era.ts';
import { fiscalYearOf, lastDayOf } from '../fiscalYear.ts';
import { calendarDay, MONTH_SAID, YEAR_SAID } from './calendarDays.ts';
import { begins, type Notation, NUMBER, OF, type Said, WEEKDAY } from './notation.ts';
import { type DayMeaning, refused } from './reading.ts';
import { COUNT, counted, ofWeek, WEEK, WEEKS_FROM_NOW } from './relativeDays.ts';

const THIRDS: Readonly<Record<string, string>> = { 上: '10', 初: '10', 中: '20' };
const MONDAY = 1;
const FRIDAY = 5;
const CENTURY = 2000;

export const UNCLEAR_DAYS: readonly Notation[] = [
  {
    pattern: begins(`${MONTH_SAID}(?:${OF}(?:(?<third>[上初中下])旬|(?<within>中|内)|初め|はじめ|頭|半ば|頃|ごろ))?`),
    word: true,
    means: (said, today, calendar) => {
      if (!said.third && !said.within) return refused('manyDays');
      const date = THIRDS[said.third ?? ''];
      return oneOf(today, daysOf(calendarDay(date ? { ...said, date } : { ...said, end: '末' }, today, calendar)));
    },
  },
  {
    pattern: begins(`(?:${WEEK}|(?<alone>週))${OF}(?<part>中|内|末|明け|半ば|前半|後半)`),
    word: true,
    means: ({ week = '今', part }, today, calendar) => {
      const weeks = WEEKS_FROM_NOW[week] ?? 0;
      if (part === '明け') return oneOf(today, [businessDayFrom(ofWeek(today, weeks + 1, MONDAY), calendar)]);
      return oneOf(today, [ofWeek(today, weeks, FRIDAY)]);
    },
  },
  { pattern: begins(WEEK), word: true, means: () => refused('manyDays') },
  {
    pattern: begins('年(?:末(?:年始)?|内)'),
    word: true,
    means: (_, today, calendar) => {
      const lastDay = dayFrom(partsOf(today).year, 12, 31)!;
      return oneOf(today, [addBusinessDays(lastDay, -1, calendar), lastDay]);
    },
  },
  {
    pattern: begins('(?:今|本)?年度[内中]'),
    word: true,
    means: (_, today) => oneOf(today, [lastDayOf(fiscalYearOf(today))]),
  },
  {
    pattern: begins(`月(?:初め?|頭)|年始|(?:今|来)?年度(?:初め?|当初)|${YEAR_SAID}`),
    word: true,
    means: () => refused('manyDays'),
  },
  {
    pattern: begins(`${COUNT}以内`),
    word: true,
    means: (said, today, calendar) => oneOf(today, daysOf(counted(said, today, calendar))),
  },

  { pattern: begins('(?<year>(?:19|20|21)\\d\\d)/\\d{1,2}(?![\\d/])'), means: () => refused('manyDays') },
  { pattern: begins('(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<third>\\d+)'), means: threeNumbers },
  {
    pattern: begins(`${MONTH_SAID}${OF}(?<date>\\d{1,2})(?=[\\s(]|$)`),
    means: (said, today, calendar) => refused('ambiguous', daysOf(calendarDay(said, today, calendar))),
  },
  { pattern: begins('(?<date>\\d{1,2})日(?=[\\s(]|まで|$)'), means: withoutMonth },
  { pattern: begins(`(?<nth>第\\s*${NUMBER})\\s*(?<weekday>${WEEKDAY})曜日?`), means: withoutMonth },
];

/** Several days, of which these may be meant if they are still ahead. */
const oneOf = (today: Day, days: readonly Day[]): DayMeaning =>
  refused(
    'manyDays',
    days.filter((day) => day >= today),
  );

const daysOf = (meaning: DayMeaning): readonly Day[] =>
  'days' in meaning ? meaning.days.slice(0, 1) : meaning.wrong.nearest.map(({ day }) => day);

/** 12日, 第2火曜: of this month or of the next. */
function withoutMonth(said: Said, today: Day, calendar: OfficeCalendar): DayMeaning {
  const both = ['今', '来'].flatMap((monthWord) => daysOf(calendarDay({ ...said, monthWord }, today, calendar)));
  return refused(
    'ambiguous',
    both.filter((day) => day >= today),
  );
}

/** 26/6/12 may be a Western year cut short or a year of the era; 6/12/2026 may begin with the month or with the day. */
function threeNumbers({ first = '', second = '', third = '' }: Said, today: Day): DayMeaning {
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  const read =
    third.length === 4
      ? [dayFrom(c, a, b), dayFrom(c, b, a)]
      : [dayFrom(CENTURY + a, b, c), dayFrom(westernYear(ERAS[0]!, a), b, c), dayFrom(CENTURY + c, a, b)];
  const far = (day: Day) => Math.abs(daysBetween(today, day));
  return refused(
    'ambiguous',
    [...new Set(read.filter((day) => day !== undefined))].sort((one, other) => far(one) - far(other)),
  );
}
