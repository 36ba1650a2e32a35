/** Open items (課題・宿題): owed by a seat, so a successor inherits them; without an owner they stand on the secretariat's list. */
import type { Day, Instant } from './day.ts';

export interface Item {
  /** K45 */
  readonly number: number;
  readonly body: string;
  readonly title: string;
  readonly due: Day | undefined;
  /** The seat that owes it; undefined: the secretariat's list. */
  readonly owner: string | undefined;
  readonly status: 'open' | 'done' | 'withdrawn';
  readonly raised: { readonly at: Instant; readonly by: number; readonly seat: string };
  readonly done: { readonly at: Instant; readonly by: number } | undefined;
}

/** Overdue from the day after its due day; a deadline means the end of the day. */
export const isOverdue = (item: Item, today: Day): boolean =>
  item.status === 'open' && item.due !== undefined && item.due < today;

/** Due days first, the earliest first; then the older number. */
export const byDue = (a: Item, b: Item): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.number - b.number;
