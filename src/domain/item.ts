/** Open items (課題・宿題): owed by seats, so a successor inherits them; without an owner they stand on the secretariat's list. */
import type { Day, Instant } from './day.ts';

export const STATUSES = ['open', 'doing', 'awaiting', 'hold', 'done', 'withdrawn'] as const;
export type ItemStatus = (typeof STATUSES)[number];

export const PRIORITIES = ['high', 'middle', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface Item {
  /** K45 */
  readonly number: number;
  readonly body: string;
  readonly title: string;
  readonly due: Day | undefined;
  /** The seat that owes it; undefined: the secretariat's list. */
  readonly owner: string | undefined;
  /** Further seats that owe it too. */
  readonly others: readonly string[];
  readonly priority: Priority;
  readonly status: ItemStatus;
  readonly links: readonly ItemLink[];
  readonly raised: { readonly at: Instant; readonly by: number; readonly seat: string };
  readonly done: { readonly at: Instant; readonly by: number } | undefined;
  /** One more with each change. */
  readonly version: number;
}

export interface ItemLink {
  readonly kind: 'requirement' | 'meeting' | 'decision' | 'message';
  /** `1234`, `12`, `2026-31`, a message's address */
  readonly ref: string;
}

/** What of an item can change. */
export type ItemState = Pick<Item, 'title' | 'due' | 'owner' | 'others' | 'priority' | 'status' | 'links'>;

/** One step of an item's history. */
export interface ItemEntry {
  readonly serial: number;
  readonly at: Instant;
  readonly by: number | undefined;
  readonly seat: string | undefined;
  readonly kind: EntryKind;
  readonly words: string | undefined;
  readonly version: number;
  readonly before: Partial<ItemState>;
  readonly after: Partial<ItemState>;
  /** The serial of the step that this one takes back. */
  readonly undoes: number | undefined;
}

export type EntryKind =
  | 'added'
  | 'comment'
  | 'assign'
  | 'due'
  | 'change'
  | 'status'
  | 'done'
  | 'withdraw'
  | 'import'
  | 'undo';

/** Neither done nor withdrawn. */
export const isLive = ({ status }: Pick<Item, 'status'>): boolean => status !== 'done' && status !== 'withdrawn';

/** Still to be worked on: not put on hold either, and not merely to be confirmed. */
const isPressing = ({ status }: Pick<Item, 'status'>): boolean => status === 'open' || status === 'doing';

/** Overdue from the day after its due day; a deadline means the end of the day. */
export const isOverdue = (item: Pick<Item, 'status' | 'due'>, today: Day): boolean =>
  isPressing(item) && item.due !== undefined && item.due < today;

/** The seats that owe an item, the first owner first. */
export const ownersOf = ({ owner, others }: Pick<Item, 'owner' | 'others'>): string[] =>
  owner === undefined ? [] : [owner, ...others];

/** The seats whose turn it is: its owners', or who raised it where the end is to be confirmed. */
export const turnOf = (item: Pick<Item, 'owner' | 'others' | 'status' | 'raised'>): string[] =>
  item.status === 'awaiting' ? [item.raised.seat] : ownersOf(item);

/** Due days first, the earliest first; then the older number. */
export const byDue = (a: Item, b: Item): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.number - b.number;

/** What a report that it is done makes of an item: where its body wants that, who raised it confirms. */
export function afterDone(
  item: Pick<Item, 'status' | 'raised' | 'owner' | 'others'>,
  { confirmed, seats }: { readonly confirmed: boolean; readonly seats: readonly string[] },
): 'done' | 'awaiting' | 'waitsAlready' {
  const owes = ownersOf(item).some((one) => seats.includes(one));
  if (!confirmed || !owes || seats.includes(item.raised.seat)) return 'done';
  return item.status === 'awaiting' ? 'waitsAlready' : 'awaiting';
}

/** The last step that can be taken back; steps that were taken back and the taking back itself are passed over. */
export function undoable(entries: readonly ItemEntry[]): ItemEntry | undefined {
  const undone = new Set(entries.map((one) => one.undoes));
  return entries.findLast((one) => one.kind !== 'undo' && !undone.has(one.serial));
}

/**
 * Whether somebody else handed the item on, moved its due day, reported it as done to be confirmed or sent it back, since then;
 * what was taken back does not count.
 */
export function movedSince(entries: readonly ItemEntry[], since: Instant, person: number): boolean {
  const undone = new Set(entries.map((one) => one.undoes));
  return entries.some(
    ({ kind, serial, at, by, before, after }) =>
      at >= since &&
      by !== person &&
      kind !== 'added' &&
      kind !== 'undo' &&
      !undone.has(serial) &&
      ('owner' in after ||
        'others' in after ||
        'due' in after ||
        (after.status !== undefined && [before.status, after.status].includes('awaiting'))),
  );
}

/** Requirements, meetings and decisions that a text names: 要件1234, M12, 決定31, 決定第31号. */
export function linksIn(
  words: string,
): { readonly kind: 'requirement' | 'meeting' | 'decision'; readonly number: number }[] {
  const typed = words.normalize('NFKC');
  const found = (['requirement', 'meeting', 'decision'] as const).flatMap((kind) =>
    [...typed.matchAll(NAMED[kind])].map((one) => ({ kind, number: Number(one[1]), at: one.index })),
  );
  return found.toSorted((a, b) => a.at - b.at).map(({ kind, number }) => ({ kind, number }));
}

const NAMED = {
  requirement: /(?:要件|\breq)\s?(\d{1,7})(?!\d)/giu,
  meeting: /(?<![A-Za-z0-9])M(\d{1,6})(?![A-Za-z0-9])/gu,
  decision: /決定(?:第)?\s?(\d{1,6})(?!\d)/gu,
};
