/**
 * How a person wants to be told (お知らせの設定): at which hour, on which weekdays, and while on leave by whom instead.
 *
 * Weekdays narrow the business days, they add none. On a day of leave nothing is told to the person; a deputy, if one was
 * named, is told instead.
 */
import { type Day, type Weekday, weekdayOf } from './day.ts';

export interface Preferences {
  /** The hour of the day in Japan, 7 to 18. */
  readonly hour: number;
  /** None: every business day. */
  readonly weekdays: readonly Weekday[];
  readonly leave: Leave | undefined;
  /** What is left out of the digest. */
  readonly muted: readonly Mutable[];
  /** Everything comes by mail to this address, and not in Slack. */
  readonly mail: string | undefined;
}

/**
 * What one may leave out. What is overdue or due today, what binds a municipality by silence, and what could not be delivered
 * is always told.
 */
export const MUTABLE = ['fresh', 'soon', 'week', 'polls'] as const;
export type Mutable = (typeof MUTABLE)[number];

export interface Leave {
  readonly from: Day;
  /** The last day, inclusive. */
  readonly until: Day;
  /** Who stands in. */
  readonly deputy: number | undefined;
}

export const DEFAULT_HOUR = 9;
export const FIRST_HOUR = 7;
export const LAST_HOUR = 18;

export const USUAL: Preferences = { hour: DEFAULT_HOUR, weekdays: [], leave: undefined, muted: [], mail: undefined };

export const isAway = ({ leave }: Preferences, on: Day): boolean =>
  leave !== undefined && leave.from <= on && on <= leave.until;

/** Whether the person themselves is told on this business day. */
export const isToldOn = (preferences: Preferences, on: Day): boolean =>
  !isAway(preferences, on) && (preferences.weekdays.length === 0 || preferences.weekdays.includes(weekdayOf(on)));

/** Who is told in the person's place: the deputy while the person is away, unless the deputy is away too. */
export function deputyOn(preferences: Preferences, on: Day, of: (person: number) => Preferences): number | undefined {
  const deputy = isAway(preferences, on) ? preferences.leave?.deputy : undefined;
  return deputy !== undefined && !isAway(of(deputy), on) ? deputy : undefined;
}

const WEEKDAYS = '日月火水木金土';

/** `月水金`, `月・水・金`, `月〜金`, `毎日`; undefined where the word is none of these. */
export function weekdaysIn(typed: string): readonly Weekday[] | undefined {
  const words = typed.normalize('NFKC').replace(/曜日?|[・、,]/gu, '');
  if (/^(?:毎日|毎開庁日|平日)$/u.test(words)) return [];
  const [, from, to] = /^([月火水木金])[~〜-]([月火水木金])$/u.exec(words) ?? [];
  if (from && to) {
    const [first, last] = [WEEKDAYS.indexOf(from), WEEKDAYS.indexOf(to)];
    return first <= last ? (Array.from({ length: last - first + 1 }, (_, i) => first + i) as Weekday[]) : undefined;
  }
  if (!/^[月火水木金]+$/u.test(words)) return undefined;
  return [...new Set([...words].map((one) => WEEKDAYS.indexOf(one) as Weekday))].toSorted((a, b) => a - b);
}

/** `10時`, `10:00`; undefined where the word is none, or is no hour at which digests go out. */
export function hourIn(typed: string): number | undefined {
  const [, hour] = /^(\d{1,2})(?:時|:00)$/u.exec(typed.normalize('NFKC')) ?? [];
  const found = Number(hour);
  return hour !== undefined && found >= FIRST_HOUR && found <= LAST_HOUR ? found : undefined;
}

/** 月・水・金 */
export const weekdayNames = (weekdays: readonly Weekday[]): string => weekdays.map((one) => WEEKDAYS[one]).join('・');
