/**
 * Days as an office counts them: calendar days of Japan, written `YYYY-MM-DD`, never `Date`s.
 *
 * An `Instant` is a point in time (milliseconds since 1970 UTC); it becomes a day only through Japan's clock, which has
 * been UTC+9 without summer time since 1951. Nothing here reads a clock or the host's time zone.
 */

/** A calendar day of Japan, `YYYY-MM-DD`. Days compare with `<` and `>`. */
export type Day = string & { readonly __day: true };

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __instant: true };

/** A time of day in Japan, in minutes after midnight, 0 to 1440 (24:00 is the end of the day). */
export type Minute = number;

/** 0 Sunday … 6 Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const JST = 9 * 60 * 60_000;
const DAY = 24 * 60 * 60_000;

export const instant = (ms: number): Instant => ms as Instant;

/** The day with this year, month (1–12) and day of month, or undefined where the calendar has none (February 30). */
export const dayFrom = (year: number, month: number, date: number): Day | undefined =>
  isReal(year, month, date) ? fromUtc(Date.UTC(year, month - 1, date)) : undefined;

function isReal(year: number, month: number, date: number): boolean {
  const made = new Date(Date.UTC(year, month - 1, date));
  const real = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return real && year >= 1000 && year <= 9999;
}

/** The day written as `YYYY-MM-DD`. Throws where it is none: for text that people typed use the readers. */
export function day(written: string): Day {
  const found = parseDay(written);
  if (!found) throw new RangeError(`not a day: ${written}`);
  return found;
}

/** The day written as `YYYY-MM-DD`, or undefined. */
export function parseDay(written: string): Day | undefined {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
  return y && isReal(Number(y), Number(m), Number(d)) ? (written as Day) : undefined;
}

export interface DayParts {
  year: number;
  month: number;
  date: number;
}

export const partsOf = (d: Day): DayParts => ({
  year: Number(d.slice(0, 4)),
  month: Number(d.slice(5, 7)),
  date: Number(d.slice(8, 10)),
});

export const weekdayOf = (d: Day): Weekday => new Date(toUtc(d)).getUTCDay() as Weekday;

/** The day `n` days later (earlier where negative). */
export const addDays = (d: Day, n: number): Day => fromUtc(toUtc(d) + n * DAY);

/** Days from `a` to `b`: positive where `b` is later. */
export const daysBetween = (a: Day, b: Day): number => Math.round((toUtc(b) - toUtc(a)) / DAY);

/** The last day of that month. */
export function endOfMonth(year: number, month: number): Day {
  return addDays(dayFrom(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) as Day, -1);
}

/** The day in Japan at this instant. */
export const dayAt = (at: Instant): Day => fromUtc(at + JST);

/** The time of day in Japan at this instant, in minutes after midnight. */
export const minuteAt = (at: Instant): Minute => Math.floor(((((at + JST) % DAY) + DAY) % DAY) / 60_000);

/** The instant at which this day reaches this minute in Japan; minute 1440 is the next midnight. */
export const instantAt = (d: Day, minute: Minute = 0): Instant => instant(toUtc(d) - JST + minute * 60_000);

/** The last millisecond of the day: a deadline of April 10 ends at 23:59:59.999 JST. */
export const endOfDay = (d: Day): Instant => instant(instantAt(d, 24 * 60) - 1);

/** `14:00`; minutes after midnight as people read them. */
export const clock = (minute: Minute): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const toUtc = (d: Day): number => Date.UTC(Number(d.slice(0, 4)), Number(d.slice(5, 7)) - 1, Number(d.slice(8, 10)));
const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;
