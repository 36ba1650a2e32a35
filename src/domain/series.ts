/**
 * The days of a series of meetings. A monthly meeting that falls on a closed day moves to the next business day of its
 * month; a weekly one is left out, since the next is near. Both are said before anything is called.
 */
import { businessDayFrom, isBusinessDay, type OfficeCalendar } from './businessDay.ts';
import { addDays, type Day, dayFrom, daysBetween, endOfMonth, partsOf, weekdayOf } from './day.ts';
import type { Recurrence, Rule } from './when/recurring.ts';

export interface Occurrence {
  readonly day: Day;
  /** The closed day in place of which it is. */
  readonly insteadOf: Day | undefined;
}

export interface SeriesDays {
  readonly days: readonly Occurrence[];
  /** Closed days that were left out. */
  readonly left: readonly Day[];
}

/** More than that is a slip of the finger. */
export const MOST_MEETINGS = 30;
/** No series reaches further. */
const HORIZON = 2 * 366;

/** From today on. */
export function seriesDays({ rule, times, until }: Recurrence, today: Day, calendar: OfficeCalendar): SeriesDays {
  const days: Occurrence[] = [];
  const left: Day[] = [];
  const enough = (): boolean => days.length >= Math.min(times ?? MOST_MEETINGS + 1, MOST_MEETINGS + 1);
  for (const day of rawDays(rule, today)) {
    if (enough() || (until !== undefined && day > until)) break;
    const open = isBusinessDay(day, calendar) ? day : shifted(rule, day, calendar);
    if (open === undefined) left.push(day);
    else days.push({ day: open, insteadOf: open === day ? undefined : day });
  }
  return { days, left };
}

function shifted(rule: Rule, day: Day, calendar: OfficeCalendar): Day | undefined {
  if (rule.every !== 'month') return undefined;
  const open = businessDayFrom(day, calendar);
  return partsOf(open).month === partsOf(day).month ? open : undefined;
}

function* rawDays(rule: Rule, today: Day): Iterable<Day> {
  if (rule.every === 'month') {
    const { year, month } = partsOf(today);
    for (let n = 0; n <= 24; n += 1) {
      const day = inMonth(rule, year + Math.floor((month - 1 + n) / 12), ((month - 1 + n) % 12) + 1);
      if (day >= today) yield day;
    }
    return;
  }
  const step = rule.every === 'week' ? 7 : 14;
  const first = addDays(today, (rule.weekday - weekdayOf(today) + 7) % 7);
  for (let day = first; daysBetween(today, day) <= HORIZON; day = addDays(day, step)) yield day;
}

function inMonth(rule: Extract<Rule, { every: 'month' }>, year: number, month: number): Day {
  if ('date' in rule) return dayFrom(year, month, rule.date) as Day;
  if (rule.nth === 'last') {
    const end = endOfMonth(year, month);
    return addDays(end, -((weekdayOf(end) - rule.weekday + 7) % 7));
  }
  const first = dayFrom(year, month, 1) as Day;
  return addDays(first, ((rule.weekday - weekdayOf(first) + 7) % 7) + 7 * (rule.nth - 1));
}
