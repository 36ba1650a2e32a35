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
  /** Further seats that owe it too: each owes a part of its own. */
  readonly others: readonly string[];
  /** The parts that are in, in their order. */
  readonly parts: readonly ItemPart[];
  readonly priority: Priority;
  readonly status: ItemStatus;
  readonly links: readonly ItemLink[];
  readonly raised: { readonly at: Instant; readonly by: number; readonly seat: string };
  readonly done: { readonly at: Instant; readonly by: number } | undefined;
  /** One more with each change. */
  readonly version: number;
}

/** A seat's part of an item that several owe. */
export interface ItemPart {
  readonly seat: string;
  readonly at: Instant;
  /** Who reported it, in this seat or for it; none: an administrator at a shell. */
  readonly by: number | undefined;
}

export interface ItemLink {
  readonly kind: 'requirement' | 'meeting' | 'decision' | 'message';
  /** `1234`, `12`, `2026-31`, a message's address */
  readonly ref: string;
}

/** What of an item can change. */
export type ItemState = Pick<Item, 'title' | 'due' | 'owner' | 'others' | 'parts' | 'priority' | 'status' | 'links'>;

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
  | 'part'
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

/** Who owes an item, and whose part of it is in. */
export type Owing = Pick<Item, 'owner' | 'others' | 'parts'>;

/** Whether several owe it, each a part. */
export const isShared = ({ others }: Pick<Item, 'others'>): boolean => others.length > 0;

/** The seats whose part is not in, the first owner first. */
export const lackingOf = (item: Owing): string[] =>
  ownersOf(item).filter((seat) => !item.parts.some((one) => one.seat === seat));

/** The seats that an item is with: whose part is not in; all its owners where every part is, and it awaits its confirmation. */
export function owingOf(item: Owing): string[] {
  const lacking = lackingOf(item);
  return lacking.length > 0 ? lacking : ownersOf(item);
}

/** The seats whose turn it is: its owners', as far as their part is not in, or who raised it where the end is to be confirmed. */
export const turnOf = (item: Owing & Pick<Item, 'status' | 'raised'>): string[] =>
  item.status === 'awaiting' ? [item.raised.seat] : lackingOf(item);

/** Due days first, the earliest first; then the older number. */
export const byDue = (a: Item, b: Item): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.number - b.number;

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
