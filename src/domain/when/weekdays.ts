/** The weekday that people write after a date, to say it twice: (金), 金曜日, (月・祝), Fri. */
import type { Day, Weekday } from '../day.ts';
import { addDays, weekdayOf } from '../day.ts';
import { WEEKDAY_NAMED, weekdayFromName } from './english.ts';
import { begins, WEEKDAY, weekdayNamed } from './notation.ts';

const IN_BRACKETS = begins(
  `\\s*\\(\\s*(?:(?<kanji>${WEEKDAY})(?:曜日?)?(?:[・.,、/]?祝日?)?|祝日?|${WEEKDAY_NAMED})\\s*\\)`,
);
/** 金 alone only where no word can begin with it. */
const PLAIN = begins(`\\s*(?:(?<kanji>${WEEKDAY})(?:曜日?|(?=[\\s\\d、,]|$))|(?:,\\s*)?${WEEKDAY_NAMED})`);

/** Reads a weekday at the beginning of a folded text; without one the length is 0. */
export function readWeekday(text: string): { readonly said?: Weekday; readonly length: number } {
  const found = IN_BRACKETS.exec(text) ?? PLAIN.exec(text);
  if (!found) return { length: 0 };
  const { kanji, weekdayName } = found.groups ?? {};
  const length = found[0].length;
  if (kanji) return { said: weekdayNamed(kanji), length };
  return weekdayName ? { said: weekdayFromName(weekdayName), length } : { length };
}

/** The nearest day with that weekday, three days away at most. */
export const closestWith = (weekday: Weekday, day: Day): Day => addDays(day, ((weekday - weekdayOf(day) + 10) % 7) - 3);
