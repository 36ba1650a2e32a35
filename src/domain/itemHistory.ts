/** What an item's history says: which step can be taken back and what that leaves, and what others did to it since a time. */
import type { Instant } from './day.ts';
import { type Item, type ItemEntry, type ItemPart, type ItemState, ownersOf } from './item.ts';
import { type End, keptOf, settled } from './itemParts.ts';

/** The steps that were not taken back. */
export function standing(entries: readonly ItemEntry[]): ItemEntry[] {
  const undone = new Set(entries.map((one) => one.undoes));
  return entries.filter((one) => one.kind !== 'undo' && !undone.has(one.serial));
}

/**
 * The last step that can be taken back. The parts that others reported after one's own last step are passed over: they are
 * theirs, and stay.
 */
export function undoable(
  entries: readonly ItemEntry[],
  { person, since }: { readonly person: number; readonly since: Instant },
): ItemEntry | undefined {
  const steps = standing(entries);
  const own = steps.findLast((one) => one.by === person && one.at >= since);
  const later = own ? steps.filter((one) => one.serial > own.serial) : [];
  return own && later.every((one) => one.kind === 'part') ? own : steps.at(-1);
}

/** What an item is without this step: what later steps did to it stays. */
export function takenBack(item: Item, entries: readonly ItemEntry[], step: ItemEntry, end: End): Partial<ItemState> {
  if (step.kind === 'added') return { status: 'withdrawn' };
  const { parts: had, status, ...fields } = step.before;
  const became = standing(entries).findLast((one) => one.after.status !== undefined);
  const brought = new Set((step.after.parts ?? []).filter((one) => !among(had, one)).map((one) => one.seat));
  const lost = (had ?? []).filter((one) => !among(step.after.parts, one));
  const still = item.parts.filter((one) => !brought.has(one.seat));
  const parts = [...still, ...lost.filter((one) => !still.some(({ seat }) => seat === one.seat))];
  const change = {
    ...fields,
    ...(status !== undefined && became?.serial === step.serial && { status }),
    ...keptOf(item, parts, ownersOf({ ...item, ...fields })),
  };
  return settled(item, change, end, became?.before.status);
}

const among = (parts: readonly ItemPart[] = [], part: ItemPart): boolean =>
  parts.some((one) => one.seat === part.seat && one.at === part.at);

/** The step that sent it back from its confirmation, until it is reported again. */
export function sentBackBy(item: Pick<Item, 'status'>, entries: readonly ItemEntry[]): ItemEntry | undefined {
  if (item.status !== 'open' && item.status !== 'doing') return undefined;
  const last = standing(entries).findLast(({ before, after }) => [before.status, after.status].includes('awaiting'));
  return last?.kind === 'status' && last.before.status === 'awaiting' ? last : undefined;
}

/**
 * Whether somebody else handed the item on, moved its due day, reported it as done to be confirmed or sent it back, since then;
 * what was taken back does not count.
 */
export function movedSince(entries: readonly ItemEntry[], since: Instant, person: number): boolean {
  return standing(entries).some(
    ({ kind, at, by, before, after }) =>
      at >= since &&
      by !== person &&
      kind !== 'added' &&
      ('owner' in after ||
        'others' in after ||
        'due' in after ||
        (kind === 'status' && 'parts' in after) ||
        (after.status !== undefined && [before.status, after.status].includes('awaiting'))),
  );
}
