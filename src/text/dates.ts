/** How days and times are worded: with the weekday always, with the era where officials expect it. */
import { clock, type Day, dayAt, type Instant, type Minute, minuteAt, partsOf, weekdayOf } from '../domain/day.ts';
import { eraYear, fiscalYearName } from '../domain/era.ts';
import type { FiscalYear } from '../domain/fiscalYear.ts';
import { en, ja, type Text } from './text.ts';

const WEEKDAYS = { ja: '日月火水木金土', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** 2026年12月1日(火) / Tue 1 Dec 2026 */
export function fullDay(d: Day): Text {
  const { year, month, date } = partsOf(d);
  return {
    ja: ja`${year}年${month}月${date}日(${weekday(d).ja})`,
    en: en`${weekday(d).en} ${date} ${MONTHS[month - 1] ?? ''} ${year}`,
  };
}

/** 令和8年6月12日(金) / Fri 12 Jun 2026 */
export function officialDay(d: Day): Text {
  const { month, date } = partsOf(d);
  return { ja: ja`${eraYear(d)}年${month}月${date}日(${weekday(d).ja})`, en: fullDay(d).en };
}

/** 令和8年6月12日, as a paper is dated / 2026-06-12 */
export function paperDay(d: Day): Text {
  const { month, date } = partsOf(d);
  return { ja: ja`${eraYear(d)}年${month}月${date}日`, en: en`${d}` };
}

/** 2026/06/12, as a workbook has it: read as a date, and sorted rightly as words. */
export const sheetDay = (d: Day): string => d.replaceAll('-', '/');

/** As they were worded: a morning says the same few days to everybody. */
const shortDays = new Map<Day, Text>();

/** 6月12日(金) / Fri 12 Jun: no day is told without its year but to a reader whose today is known. */
function shortDay(d: Day): Text {
  const known = shortDays.get(d);
  if (known) return known;
  const { month, date } = partsOf(d);
  const on = weekday(d);
  const worded = { ja: ja`${month}月${date}日(${on.ja})`, en: en`${on.en} ${date} ${MONTHS[month - 1] ?? ''}` };
  shortDays.set(d, worded);
  return worded;
}

/** A day as one reads of it on `today`: 6月12日(金), and 令和9年1月8日(金) where it is of another year than that. */
export const dayAsOf = (d: Day, today: Day): Text =>
  partsOf(d).year === partsOf(today).year ? shortDay(d) : officialDay(d);

/** 14:00〜16:00, or 14:00 where no end is known. Japan's time. */
export const hours = (start: Minute, end?: Minute): Text =>
  end === undefined
    ? { ja: ja`${clock(start)}`, en: en`${clock(start)} JST` }
    : { ja: ja`${clock(start)}〜${clock(end)}`, en: en`${clock(start)}–${clock(end)} JST` };

/** An instant in Japan as one reads of it on `today`: 6月12日(金) 9:00 */
export function momentAsOf(at: Instant, today: Day): Text {
  const [on, time] = [dayAsOf(dayAt(at), today), hours(minuteAt(at))];
  return { ja: ja`${on} ${time}`, en: en`${on}, ${time}` };
}

/** 令和8年度 / FY2026 */
export const fiscalYearText = (year: FiscalYear): Text => ({ ja: ja`${fiscalYearName(year)}`, en: en`FY${year}` });

/** A day and its hours: 令和8年6月12日(金) 14:00〜16:00 */
export function dayAndHours(d: Day, start: Minute, end?: Minute): Text {
  const [on, at] = [officialDay(d), hours(start, end)];
  return { ja: ja`${on} ${at}`, en: en`${on}, ${at}` };
}

function weekday(d: Day): { ja: string; en: string } {
  const n = weekdayOf(d);
  return { ja: WEEKDAYS.ja[n] ?? '', en: WEEKDAYS.en[n] };
}
