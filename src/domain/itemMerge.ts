/**
 * Merging an item that was edited in a workbook: what the workbook said when it was written, what it says now, and how the
 * item stands meanwhile. What only the workbook changed is taken; what both changed is a conflict, and nothing is overwritten.
 */
import type { Day } from './day.ts';
import { type Item, type ItemEntry, type ItemPart, type ItemState, ownersOf } from './item.ts';
import { type End, reassigned, reopened, reported } from './itemParts.ts';

/** The cells of an item that a workbook may change. */
export interface ItemCells {
  readonly title: string;
  readonly due: Day | null;
  readonly owners: readonly string[];
  readonly priority: ItemState['priority'];
  readonly status: ItemState['status'];
}

export type ItemField = keyof ItemCells;

export const ITEM_FIELDS = ['title', 'owners', 'priority', 'due', 'status'] as const satisfies readonly ItemField[];

export const cellsOf = (state: ItemState): ItemCells => ({
  title: state.title,
  due: state.due ?? null,
  owners: ownersOf(state),
  priority: state.priority,
  status: state.status,
});

/** The parts of an item's state that these cells name. */
export function stateOf({ owners, due, ...rest }: Partial<ItemCells>): Partial<ItemState> {
  const [owner, ...others] = owners ?? [];
  return { ...rest, ...(owners && { owner, others }), ...(due !== undefined && { due: due ?? undefined }) };
}

/** What a workbook brings to an item. */
export interface Brought {
  readonly cells: Partial<ItemCells>;
  /** The seats whose part it reports. */
  readonly part?: readonly string[];
  /** How the item ends where nothing lacks any more. */
  readonly end: End;
}

/** What the item becomes by it: parts of those who stay are kept, and what goes on again is owed anew. */
export function broughtTo(
  item: Item,
  { cells, part, end }: Brought,
  by: Pick<ItemPart, 'at' | 'by'>,
): Partial<ItemState> {
  const { owners, status, ...rest } = cells;
  const goesOn = status === 'open' || status === 'doing' || status === 'hold';
  const given = {
    ...stateOf(rest),
    ...(owners && reassigned(item, owners, end)),
    ...(status !== undefined && (goesOn ? reopened(item, status) : { status })),
  };
  return part ? { ...given, ...reported({ ...item, ...given }, part, by, end) } : given;
}

/** How the item stood in this version; undefined where there was no such version. */
export function itemAt(item: Item, entries: readonly ItemEntry[], version: number): ItemState | undefined {
  if (!(version >= 1 && version <= item.version)) return undefined;
  const later = entries.filter((one) => one.version > version).toReversed();
  return Object.assign({}, item, ...later.map((one) => one.before));
}

/** What was said of the item up to this version, as its workbook has it. */
export const commentsUpTo = (entries: readonly ItemEntry[], version: number): readonly ItemEntry[] =>
  entries.filter((one) => one.words !== undefined && one.version <= version);

export interface Merged {
  /** What the workbook alone changed. */
  readonly changes: Partial<ItemCells>;
  /** What both changed, each in its own way. */
  readonly conflicts: readonly ItemField[];
}

/** Cells that the workbook does not have, or that cannot be read, are as they were. */
export function merged(base: ItemCells, file: Partial<ItemCells>, now: ItemCells): Merged {
  const edited = ITEM_FIELDS.filter((field) => file[field] !== undefined && !same(file[field], base[field]));
  const wanted = edited.filter((field) => !same(file[field], now[field]));
  const conflicts = wanted.filter((field) => !same(now[field], base[field]));
  const taken = wanted.filter((field) => !conflicts.includes(field));
  return { changes: Object.fromEntries(taken.map((field) => [field, file[field]])), conflicts };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was added below the history that the workbook had; `rewritten` where that history itself was changed. */
export function addedBelow(was: string, is: string): { readonly added: string } | 'rewritten' {
  const [before, after] = [was, is].map((one) => one.replace(/\r\n?/gu, '\n').trim()) as [string, string];
  if (!after.startsWith(before)) return 'rewritten';
  const added = after.slice(before.length);
  return before === '' || added === '' || added.startsWith('\n') ? { added: added.trim() } : 'rewritten';
}
