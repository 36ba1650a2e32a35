/** What a notation of days is, and the pieces from which the patterns of all notations are put together. */
import type { OfficeCalendar } from '../businessDay.ts';
import type { Day, Weekday } from '../day.ts';
import type { DayMeaning } from './reading.ts';

/** The named pieces of a phrase that was found. */
export type Said = Readonly<Record<string, string | undefined>>;

/** One way of writing a day. */
export interface Notation {
  /** Matches at the beginning of a folded line. */
  readonly pattern: RegExp;
  /** Made of words, not figures: no date where letters follow at once, as in 月末処理. */
  readonly word?: true;
  /** The weekday that stands before the date, where one does: it is checked as one behind it is. */
  readonly weekday?: (said: Said) => Weekday;
  readonly means: (said: Said, today: Day, calendar: OfficeCalendar) => DayMeaning;
}

/** A pattern that holds at the beginning of a folded text. */
export const begins = (source: string): RegExp => new RegExp(`^(?:${source})`, 'u');

/** A number from 1 to 99 as kanji write it. */
export const KANJI_NUMBER = '(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';
/** A number of up to two figures, in either script. */
export const NUMBER = `(?:\\d{1,2}(?!\\d)|${KANJI_NUMBER})`;
/** A Western year that a council may speak of. */
export const YEAR = '(?:19|20|21)\\d\\d(?!\\d)';
export const ERA = '(?:令和|平成|昭和|[令平昭rhs])';
export const WEEKDAY = '[月火水木金土日]';
export const BUSINESS = '(?:営業|開庁)日';
/** Between two words of one phrase. */
export const OF = '\\s*(?:の\\s*)?';

const FIGURES = '〇一二三四五六七八九';

/** 12, 十二, 二〇二六 and 元 as a number. */
export function numberOf(written: string): number {
  if (written === '元') return 1;
  if (!written.includes('十')) return Number(Array.from(written, figureOf).join(''));
  const [tens, ones] = written.split('十');
  return Number(tens ? figureOf(tens) : '1') * 10 + Number(ones ? figureOf(ones) : '0');
}

const figureOf = (figure: string): string => (FIGURES.includes(figure) ? String(FIGURES.indexOf(figure)) : figure);

export const weekdayNamed = (kanji: string): Weekday => '日月火水木金土'.indexOf(kanji) as Weekday;
