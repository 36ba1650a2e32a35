/**
 * The reader of recurring dates: 毎月第2火曜 14:00-16:00 6回, 毎月15日 10時から12月まで, 毎週木曜 9:00 4回, 隔週金曜 …; in English
 * `every 2nd Tue`, `every Thu`, `every other Fri`, with `6 times` or `until 12/31`.
 *
 * How often, or until when, is always said: nobody calls meetings for ever.
 */
import type { OfficeCalendar } from '../businessDay.ts';
import { type Day, endOfMonth, type Minute, partsOf, type Weekday } from '../day.ts';
import { foldWithOffsets } from '../fold.ts';
import { readDay } from '../when.ts';
import { begins, KANJI_NUMBER, NUMBER, numberOf, OF, type Said, WEEKDAY, weekdayNamed } from './notation.ts';
import { readTime } from './times.ts';

export type Rule =
  | { readonly every: 'month'; readonly nth: number | 'last'; readonly weekday: Weekday }
  | { readonly every: 'month'; readonly date: number }
  | { readonly every: 'week' | 'otherWeek'; readonly weekday: Weekday };

export interface Recurrence {
  readonly rule: Rule;
  readonly start: Minute | undefined;
  readonly end: Minute | undefined;
  /** How many times, or until which day. */
  readonly times: number | undefined;
  readonly until: Day | undefined;
}

export type RecurringReading =
  | { readonly read: Recurrence; readonly length: number }
  | { readonly unclear: 'time' | 'howOften' | 'nth' | 'date' | 'until'; readonly typed: string }
  | { readonly none: true };

const ENGLISH = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const NAMED = `(?<named>${ENGLISH.join('|')})\\p{L}*`;
const RULES = [
  begins(`毎月${OF}(?:第\\s*(?<nth>${NUMBER})|(?<last>最終|最後))${OF}(?<weekday>${WEEKDAY})曜日?`),
  begins('毎月\\s*(?<date>\\d{1,2})日'),
  begins(`(?<how>毎週|隔週)${OF}(?<weekday>${WEEKDAY})曜日?`),
  begins(`every\\s+(?:(?<nth>[1-9])(?:st|nd|rd|th)|(?<last>last))\\s+${NAMED}`),
  begins(`every\\s+(?<how>other\\s+)?${NAMED}`),
];
const GAP = begins('[\\s、,]*(?:の\\s*)?');
const TIMES = begins(`(?:全|計)?(?<n>\\d{1,3}|${KANJI_NUMBER})\\s*(?:回(?:分)?|times(?!\\p{L}))`);
const UNTIL_MONTH = begins('(?:until\\s+)?(?<month>\\d{1,2})月(?:いっぱい)?まで');
const UNTIL = begins('until\\s+');

/** Whether the line begins like a recurring date. */
export const beginsRecurring = (line: string): boolean => {
  const { folded } = foldWithOffsets(line.trimStart());
  return RULES.some((rule) => rule.test(folded));
};

export function readRecurring(line: string, today: Day, calendar: OfficeCalendar): RecurringReading {
  const { folded, at } = foldWithOffsets(line);
  const head = RULES.map((rule) => rule.exec(folded)).find((found) => found !== null);
  if (!head) return { none: true };
  const rule = ruleOf(head.groups ?? {});
  const typed = (from: number, to: number): string => line.slice(at[from], at[to] ?? line.length).trim();
  if (typeof rule === 'string') return { unclear: rule, typed: head[0] };

  let end = head[0].length;
  const found: { span?: { start: Minute; end?: Minute }; times?: number; until?: Day } = {};
  for (;;) {
    const from = end + (GAP.exec(folded.slice(end))?.[0].length ?? 0);
    const rest = folded.slice(from);
    const times = found.times === undefined ? TIMES.exec(rest) : null;
    const time = found.span || times ? undefined : readTime(rest);
    const until = found.until || times || time ? undefined : readUntil(rest, line.slice(at[from]), today, calendar);
    if (times) {
      found.times = numberOf(times.groups?.n ?? '');
      end = from + times[0].length;
    } else if (time) {
      if (!('span' in time)) return { unclear: 'time', typed: typed(from, from + time.length) };
      found.span = time.span;
      end = from + time.length;
    } else if (until === 'unclear') {
      return { unclear: 'until', typed: rest };
    } else if (until) {
      found.until = until.day;
      const length = 'original' in until ? until.original : (at[from + until.folded] ?? line.length) - (at[from] ?? 0);
      end = at.findIndex((offset) => offset >= (at[from] ?? 0) + length);
      if (end < 0) end = folded.length;
    } else break;
  }
  if (found.times === undefined && found.until === undefined) return { unclear: 'howOften', typed: typed(0, end) };
  const read: Recurrence = {
    rule,
    start: found.span?.start,
    end: found.span?.end,
    times: found.times,
    until: found.until,
  };
  return { read, length: at[end] ?? line.length };
}

function ruleOf(said: Said): Rule | 'nth' | 'date' {
  if (said.date) {
    const date = Number(said.date);
    return date >= 1 && date <= 28 ? { every: 'month', date } : 'date';
  }
  const weekday = said.weekday ? weekdayNamed(said.weekday) : (ENGLISH.indexOf(said.named ?? '') as Weekday);
  if (said.last) return { every: 'month', nth: 'last', weekday };
  if (said.nth) {
    const nth = numberOf(said.nth);
    return nth >= 1 && nth <= 4 ? { every: 'month', nth, weekday } : 'nth';
  }
  return { every: said.how && said.how !== '毎週' ? 'otherWeek' : 'week', weekday };
}

/** 12月まで is until that month ends; else a day with まで, or after `until`. */
function readUntil(rest: string, original: string, today: Day, calendar: OfficeCalendar) {
  const month = UNTIL_MONTH.exec(rest);
  if (month) {
    const n = Number(month.groups?.month);
    if (n < 1 || n > 12) return 'unclear' as const;
    const now = partsOf(today);
    return { day: endOfMonth(n >= now.month ? now.year : now.year + 1, n), folded: month[0].length };
  }
  const lead = UNTIL.exec(rest)?.[0].length ?? 0;
  const words = original.slice(lead);
  const reading = readDay(words, today, calendar);
  if ('none' in reading) return undefined;
  if ('unclear' in reading) return 'unclear' as const;
  const by = lead > 0 || /(?:まで|迄)$/u.test(words.slice(0, reading.length).trimEnd());
  return by ? { day: reading.read.day, original: lead + reading.length } : ('unclear' as const);
}
