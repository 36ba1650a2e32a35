/** Days counted from today: 明日, 3日後, 2週間後, 3営業日後, 来週火曜. Weeks begin on Monday. */
import { addBusinessDays, type OfficeCalendar } from '../businessDay.ts';
import { addDays, type Day, dayFrom, endOfMonth, partsOf, type Weekday, weekdayOf } from '../day.ts';
import {
  BUSINESS,
  begins,
  KANJI_NUMBER,
  type Notation,
  numberOf,
  OF,
  type Said,
  WEEKDAY,
  weekdayNamed,
} from './notation.ts';
import { type DayMeaning, onDay, refused } from './reading.ts';

const DAYS_FROM_TODAY: Readonly<Record<string, number>> = {
  一昨日: -2,
  おととい: -2,
  昨日: -1,
  きのう: -1,
  今日: 0,
  本日: 0,
  きょう: 0,
  明日: 1,
  あす: 1,
  あした: 1,
  翌日: 1,
  明後日: 2,
  あさって: 2,
  翌々日: 2,
  明々後日: 3,
  明明後日: 3,
  しあさって: 3,
};
export const WEEKS_FROM_NOW: Readonly<Record<string, number>> = { 先: -1, 今: 0, 来: 1, 翌: 1, 再来: 2, 翌々: 2 };

export const WEEK = '(?<week>今|来|再来|翌|翌々|先)週';
/** 火曜日, 火曜, (火); 火 alone only where no word can begin with it. */
const SOME_WEEKDAY = `(?:(?<weekday>${WEEKDAY})曜日?|\\((?<inBrackets>${WEEKDAY})(?:曜日?)?\\)|(?<alone>${WEEKDAY})(?=[\\s\\d、,]|$))`;
const MONTHS = '(?:[かゕけゖ]|箇|個)月';
export const COUNT = `(?<count>\\d{1,4}|${KANJI_NUMBER})\\s*(?:(?<days>日)|(?<weeks>週間?)|(?<months>${MONTHS})|(?<open>${BUSINESS}))`;

export const RELATIVE_DAYS: readonly Notation[] = [
  {
    pattern: begins(`(?<name>${Object.keys(DAYS_FROM_TODAY).join('|')})`),
    word: true,
    means: ({ name }, today) => onDay(addDays(today, DAYS_FROM_TODAY[name ?? ''] ?? 0)),
  },
  { pattern: begins(`${COUNT}の?(?:後|あと|(?<before>前))`), word: true, means: counted },
  {
    pattern: begins(`(?:翌(?<twice>々)?|次の)${BUSINESS}`),
    word: true,
    means: ({ twice }, today, calendar) => counted({ count: twice ? '2' : '1', open: '営業日' }, today, calendar),
  },
  {
    pattern: begins(`${WEEK}${OF}${SOME_WEEKDAY}`),
    means: ({ week, weekday, inBrackets, alone }, today) =>
      onDay(ofWeek(today, WEEKS_FROM_NOW[week ?? ''] ?? 0, weekdayNamed(weekday ?? inBrackets ?? alone ?? ''))),
  },
  {
    pattern: begins(`(?:(?<next>次|今度)${OF})?(?<weekday>${WEEKDAY})曜日?`),
    word: true,
    means: ({ next, weekday }, today) => (next ? nextWeekday : comingWeekday)(weekdayNamed(weekday ?? ''), today),
  },
];

/** So many days, weeks, months or business days from today; a month that lacks the day ends it (民法143条2項). */
export function counted(said: Said, today: Day, calendar: OfficeCalendar): DayMeaning {
  const count = numberOf(said.count ?? '') * (said.before ? -1 : 1);
  if (said.days) return onDay(addDays(today, count));
  if (said.weeks) return onDay(addDays(today, count * 7));
  if (said.months) return onDay(addMonths(today, count));
  const day = addBusinessDays(today, count, calendar);
  return day > calendar.fixedUntil ? onDay(day, 'holidaysPredicted') : onDay(day);
}

function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day);
  const months = year * 12 + month - 1 + count;
  const [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return dayFrom(inYear, inMonth, date) ?? endOfMonth(inYear, inMonth);
}

/** That weekday of the week so many weeks from this one. */
export const ofWeek = (today: Day, weeks: number, weekday: Weekday): Day =>
  addDays(today, weeks * 7 + fromMonday(weekday) - fromMonday(weekdayOf(today)));

const fromMonday = (weekday: Weekday): number => (weekday + 6) % 7;

/** 金曜, said alone: the coming one. On a Friday it may be today or in a week. */
export function comingWeekday(weekday: Weekday, today: Day): DayMeaning {
  const thisWeek = ofWeek(today, 0, weekday);
  if (thisWeek === today) return refused('ambiguous', [today, addDays(today, 7)]);
  return onDay(thisWeek > today ? thisWeek : addDays(thisWeek, 7));
}

/** 次の金曜: some mean the coming one and some the one of next week; understood where both are the same. */
export function nextWeekday(weekday: Weekday, today: Day): DayMeaning {
  const [thisWeek, nextWeek] = [ofWeek(today, 0, weekday), ofWeek(today, 1, weekday)];
  return thisWeek > today ? refused('ambiguous', [thisWeek, nextWeek]) : onDay(nextWeek);
}
