/**
 * Days named by the calendar: 6/12, R8.6.12, 令和8年6月12日, 来月第2火曜, 12月第3木曜, 今月末, 年度末.
 *
 * Month and day without a year are the next such day, today included.
 */
import { isBusinessDay, type OfficeCalendar } from '../businessDay.ts';
import { addDays, type Day, dayFrom, daysBetween, endOfMonth, partsOf, weekdayOf } from '../day.ts';
import { ERAS, type Era, eraOf, westernYear } from '../era.ts';
import { fiscalYearOf, lastDayOf } from '../fiscalYear.ts';
import {
  BUSINESS,
  begins,
  ERA,
  KANJI_NUMBER,
  type Notation,
  NUMBER,
  numberOf,
  OF,
  type Said,
  WEEKDAY,
  weekdayNamed,
  YEAR,
} from './notation.ts';
import { type DayMeaning, onDay, refused, type WhenNote } from './reading.ts';

const YEAR_NUMBER = `(?:(?<era>${ERA})\\s*(?<eraYear>${NUMBER}|元)|(?:西暦)?(?<year>${YEAR}|(?:一九|二[〇一])[〇一二三四五六七八九]{2}))`;
export const YEAR_SAID = `(?:${YEAR_NUMBER}|(?<yearWord>今|本|来|再来|翌|昨|去))\\s*年(?<fiscal>度)?`;
export const MONTH_SAID = `(?:(?:${YEAR_SAID}${OF})?(?<month>${NUMBER})\\s*月|(?<monthWord>今|当|本|来|再来|翌|翌々|先)月)`;
const NTH = `(?<nth>第\\s*${NUMBER}|最初|最終|最後)${OF}(?:(?<weekday>${WEEKDAY})曜日?|${BUSINESS})`;
const DATE = `(?<date>\\d+|${KANJI_NUMBER})`;
const IN_FIGURES = '(?<month>\\d{1,2})\\k<mark>\\s*(?<date>\\d+)';

/** Years within which every month and day comes again: a leap day waits eight at most. */
const YEARS_AHEAD = 8;
const YEAR_IN_DAYS = 366;
const WORDS: Readonly<Record<string, number>> = {
  去: -1,
  昨: -1,
  先: -1,
  今: 0,
  本: 0,
  当: 0,
  来: 1,
  翌: 1,
  再来: 2,
  翌々: 2,
};

export const CALENDAR_DAYS: readonly Notation[] = [
  { pattern: begins(`(?<year>${YEAR})(?<mark>[-/.])\\s*${IN_FIGURES}`), means: calendarDay },
  {
    pattern: begins('(?<year>(?:19|20|21)\\d\\d)(?<month>0[1-9]|1[0-2])(?<date>[0-2]\\d|3[01])(?!\\d)'),
    means: calendarDay,
  },
  { pattern: begins(`(?<era>${ERA})\\s*(?<eraYear>${NUMBER}|元)(?<mark>[-/.])\\s*${IN_FIGURES}`), means: calendarDay },
  { pattern: begins('(?<month>\\d{1,2})/\\s*(?<date>\\d+)'), means: calendarDay },
  { pattern: begins(`${MONTH_SAID}${OF}(?:${DATE}\\s*日|${NTH})`), means: calendarDay },
  { pattern: begins(`${MONTH_SAID}${OF}(?<end>末)日?`), word: true, means: calendarDay },
  {
    pattern: begins('(?<end>月末)日?'),
    word: true,
    means: (_, today) => onDay(endOfMonth(partsOf(today).year, partsOf(today).month)),
  },
  {
    pattern: begins(`(?:${YEAR_NUMBER}\\s*|(?<yearWord>今|本|来|再来|翌|昨))?年度末日?`),
    word: true,
    means: endOfFiscalYear,
  },
];

/** The day that year, month and day of month mean, in whichever of the notations they were said. */
export function calendarDay(said: Said, today: Day, calendar: OfficeCalendar): DayMeaning {
  if (Number(said.eraYear) === 0) return refused('eraYearZero');
  const now = partsOf(today);
  if (said.monthWord) {
    const months = now.month - 1 + (WORDS[said.monthWord] ?? 0);
    return inOneYear(said, now.year + Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, calendar);
  }

  const month = numberOf(said.month ?? '');
  const year = yearSaid(said, month, today);
  return year === undefined ? inAnyYear(said, month, today, calendar) : inOneYear(said, year, month, calendar);
}

function endOfFiscalYear(said: Said, today: Day): DayMeaning {
  if (Number(said.eraYear) === 0) return refused('eraYearZero');
  return onDay(lastDayOf(yearNamed({ ...said, fiscal: '度' }, today) ?? fiscalYearOf(today)));
}

function inOneYear(said: Said, year: number, month: number, calendar: OfficeCalendar): DayMeaning {
  const day = dayInMonth(said, year, month, calendar);
  if (!day) return refused('noSuchDay', nearestDays(said, year, month, calendar));

  const era = eraNamed(said);
  if (era && !said.fiscal && eraOf(day)?.era !== era) {
    return { wrong: { kind: 'eraContradicts', day, said: era, nearest: [{ day }] } };
  }
  return onDay(day, ...notesOn(said, day, calendar));
}

function inAnyYear(said: Said, month: number, today: Day, calendar: OfficeCalendar): DayMeaning {
  const [next, after] = comingDays(today, (year) => dayInMonth(said, year, month, calendar));
  if (!next) return refused('noSuchDay', nearestComing(said, month, today, calendar));

  const notes = notesOn(said, next, calendar);
  if (daysBetween(today, next) > YEAR_IN_DAYS) return onDay(next, 'laterYear', ...notes);
  return { days: after ? [next, after] : [next], notes };
}

/** The days from today on that such a rule gives, year after year. */
export const comingDays = (today: Day, dayIn: (year: number) => Day | undefined): Day[] =>
  yearsFrom(today)
    .map(dayIn)
    .filter((day) => day !== undefined)
    .filter((day) => day >= today);

const yearsFrom = (today: Day): number[] =>
  Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => partsOf(today).year + ahead);

function nearestComing(said: Said, month: number, today: Day, calendar: OfficeCalendar): Day[] {
  const byYear = yearsFrom(today).map((year) => nearestDays(said, year, month, calendar).filter((day) => day >= today));
  return byYear.find((days) => days.length > 0) ?? [];
}

/** The Western year of that month, or undefined where none was said: January to March end a fiscal year. */
function yearSaid(said: Said, month: number, today: Day): number | undefined {
  const year = yearNamed(said, today);
  return year !== undefined && said.fiscal && month < 4 ? year + 1 : year;
}

function yearNamed(said: Said, today: Day): number | undefined {
  const era = eraNamed(said);
  if (era) return westernYear(era, numberOf(said.eraYear ?? ''));
  if (said.year) return numberOf(said.year);
  if (!said.yearWord) return undefined;
  return (said.fiscal ? fiscalYearOf(today) : partsOf(today).year) + (WORDS[said.yearWord] ?? 0);
}

const eraNamed = ({ era }: Said): Era | undefined =>
  era === undefined
    ? undefined
    : ERAS.find(({ name, letter }) => era === name || era === name.charAt(0) || era === letter.toLowerCase());

/** The day of this month that was said: its date, its end, its n-th weekday or business day. */
function dayInMonth(said: Said, year: number, month: number, calendar: OfficeCalendar): Day | undefined {
  if (month < 1 || month > 12) return undefined;
  if (said.date) return dayFrom(year, month, numberOf(said.date));
  if (said.end) return endOfMonth(year, month);

  const fits = (day: Day) =>
    said.weekday ? weekdayOf(day) === weekdayNamed(said.weekday) : isBusinessDay(day, calendar);
  const days = daysOfMonth(year, month).filter(fits);
  if (said.nth === '最終' || said.nth === '最後') return days.at(-1);
  return said.nth === '最初' ? days[0] : days[numberOf(said.nth?.slice(1).trim() ?? '') - 1];
}

const daysOfMonth = (year: number, month: number): Day[] =>
  Array.from({ length: partsOf(endOfMonth(year, month)).date }, (_, before) => dayFrom(year, month, before + 1)!);

/** What may have been meant by a day that this month does not have. */
function nearestDays(said: Said, year: number, month: number, calendar: OfficeCalendar): Day[] {
  if (said.nth) return [dayInMonth({ ...said, nth: '最終' }, year, month, calendar)].filter((day) => day !== undefined);
  const date = numberOf(said.date ?? '');
  if (month < 1 || month > 12) return [dayFrom(year, date, month)].filter((day) => day !== undefined);
  if (date === 0) return [dayFrom(year, month, 1)!];
  if (date > 31) return [];
  const end = endOfMonth(year, month);
  return [end, addDays(end, 1)];
}

const notesOn = (said: Said, day: Day, { fixedUntil }: OfficeCalendar): WhenNote[] =>
  said.nth && !said.weekday && day > fixedUntil ? ['holidaysPredicted'] : [];
