/** The week's overview of open items (週次のまとめ): overdue, without an owner, blocked, or stale; each item in one place. */
import { isBusinessDay, type OfficeCalendar } from './businessDay.ts';
import { addDays, type Day, dayAt, type Instant, weekdayOf } from './day.ts';
import { byDue, type Item, isLive, isOverdue, owingOf } from './item.ts';

export const OVERVIEW = ['overdue', 'ownerless', 'blocked', 'stale'] as const;
export type OverviewKind = (typeof OVERVIEW)[number];
export type Overview = Readonly<Record<OverviewKind, readonly Item[]>>;

/** In days without anything done to it. */
const STALE = 30;

/** `live` are the seats that somebody holds, `touched` when something was last done to an item. */
export function overviewOf(
  items: readonly Item[],
  { today, live, touched }: { today: Day; live: ReadonlySet<string>; touched: ReadonlyMap<number, Instant> },
): Overview | undefined {
  const kindOf = (item: Item): OverviewKind | undefined => {
    if (isOverdue(item, today)) return 'overdue';
    if (!owingOf(item).some((one) => live.has(one))) return 'ownerless';
    if (item.status === 'hold') return 'blocked';
    const last = dayAt(touched.get(item.number) ?? item.raised.at);
    return last <= addDays(today, -STALE) ? 'stale' : undefined;
  };
  const found: Record<OverviewKind, Item[]> = { overdue: [], ownerless: [], blocked: [], stale: [] };
  for (const item of items.filter(isLive).toSorted(byDue)) {
    const kind = kindOf(item);
    if (kind) found[kind].push(item);
  }
  return OVERVIEW.some((kind) => found[kind].length > 0) ? found : undefined;
}

/** Whether it is the week's first day on which offices are open and somebody is told; weeks begin on Mondays. */
export function isFirstOfWeek(today: Day, calendar: OfficeCalendar, passedOver: ReadonlySet<Day>): boolean {
  if (!isBusinessDay(today, calendar)) return false;
  for (let day = today; weekdayOf(day) !== 1; ) {
    day = addDays(day, -1);
    if (isBusinessDay(day, calendar) && !passedOver.has(day)) return false;
  }
  return true;
}
