/** Days in English, modestly: today, next tuesday, June 12, Fri 12 June 2026, in 3 days. */
import type { OfficeCalendar } from '../businessDay.ts';
import { addDays, type Day, type Weekday } from '../day.ts';
import { calendarDay } from './calendarDays.ts';
import { begins, type Notation, type Said, YEAR } from './notation.ts';
import { onDay, refused } from './reading.ts';
import { comingWeekday, counted, nextWeekday, ofWeek } from './relativeDays.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAYS_FROM_TODAY: Readonly<Record<string, number>> = {
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
};

const NO_LETTER = '(?!\\p{L})';
export const MONTH_NAME = `(?:${MONTHS.join('|')})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?${NO_LETTER}\\.?`;
const MONTH = `(?<monthName>${MONTH_NAME})`;
export const WEEKDAY_NAMED = `(?<weekdayName>${WEEKDAYS.join('|')})(?:day|sday|nesday|rsday|urday|s|rs|r)?${NO_LETTER}\\.?`;
const DATE = '(?<date>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])';

export const weekdayFromName = (name: string): Weekday => WEEKDAYS.indexOf(name) as Weekday;
const weekdayIn = ({ weekdayName = '' }: Said): Weekday => weekdayFromName(weekdayName);
const withMonth = (said: Said): Said => ({
  ...said,
  month: String(MONTHS.indexOf(said.monthName?.slice(0, 3) ?? '') + 1),
});

export const ENGLISH_DAYS: readonly Notation[] = [
  {
    pattern: begins(`(?<name>${Object.keys(DAYS_FROM_TODAY).join('|')})`),
    word: true,
    means: ({ name }, today) => onDay(addDays(today, DAYS_FROM_TODAY[name ?? ''] ?? 0)),
  },
  {
    pattern: begins(
      'in\\s+(?<count>\\d{1,4})\\s+(?:(?<days>days?)|(?<weeks>weeks?)|(?<months>months?)|(?<open>business days?))',
    ),
    word: true,
    means: counted,
  },
  {
    pattern: begins(`${MONTH}\\s*${DATE}(?:,?\\s*(?<year>${YEAR}))?`),
    means: (said, today, calendar) => calendarDay(withMonth(said), today, calendar),
  },
  ...[`${MONTH}\\s*${DATE}`, `${DATE}\\s*${MONTH}`].map((date) => ({
    pattern: begins(`${WEEKDAY_NAMED},?\\s+${date}(?:,?\\s*(?<year>${YEAR}))?`),
    weekday: weekdayIn,
    means: (said: Said, today: Day, calendar: OfficeCalendar) => calendarDay(withMonth(said), today, calendar),
  })),
  {
    pattern: begins(`${DATE}\\s*${MONTH}(?:,?\\s*(?<year>${YEAR}))?`),
    means: (said, today, calendar) => calendarDay(withMonth(said), today, calendar),
  },
  { pattern: begins(`this\\s+${WEEKDAY_NAMED}`), means: (said, today) => onDay(ofWeek(today, 0, weekdayIn(said))) },
  { pattern: begins(`next\\s+${WEEKDAY_NAMED}`), means: (said, today) => nextWeekday(weekdayIn(said), today) },
  { pattern: begins(WEEKDAY_NAMED), means: (said, today) => comingWeekday(weekdayIn(said), today) },
  {
    pattern: begins('(?:this|next)\\s+(?:week|month|year)|(?:the\\s+)?weekend'),
    word: true,
    means: () => refused('manyDays'),
  },
];
