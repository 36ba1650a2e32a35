/**
 * An item that several seats owe: each reports its own part, and the last part that comes in ends the item. Whoever is taken out
 * or added leaves the others' parts as they are.
 */
import { type Item, type ItemPart, type ItemState, isShared, lackingOf, type Owing, ownersOf } from './item.ts';

/** 済 2/5, in the order of the owners; nothing is to be said of an item that one seat owes, or of which nothing is in. */
export interface Progress {
  readonly parts: readonly ItemPart[];
  readonly lacking: readonly string[];
  readonly of: number;
}

export function progressOf(item: Owing): Progress | undefined {
  const owners = ownersOf(item);
  const parts = owners.flatMap((seat) => item.parts.find((one) => one.seat === seat) ?? []);
  if (!isShared(item) || parts.length === 0) return undefined;
  return { parts, lacking: lackingOf(item), of: owners.length };
}

/** How an item ends where nothing lacks any more. */
export type End = 'done' | 'awaiting';

/** What a report that it is done makes of an item: where its body wants that, who raised it confirms. */
export function afterDone(
  item: Pick<Item, 'status' | 'raised' | 'owner' | 'others'>,
  { confirmed, seats }: { readonly confirmed: boolean; readonly seats: readonly string[] },
): End | 'waitsAlready' {
  const owes = ownersOf(item).some((one) => seats.includes(one));
  if (!confirmed || !owes || seats.includes(item.raised.seat)) return 'done';
  return item.status === 'awaiting' ? 'waitsAlready' : 'awaiting';
}

/** These seats' parts come in; with the last one the item ends. */
export function reported(
  item: Item,
  seats: readonly string[],
  { at, by }: Pick<ItemPart, 'at' | 'by'>,
  end: End,
): Partial<ItemState> {
  const fresh = lackingOf(item).filter((seat) => seats.includes(seat));
  const parts = [...item.parts, ...fresh.map((seat) => ({ seat, at, by }))];
  return settled(item, { parts }, end);
}

/** These seats owe it from now on: the parts of those who stay are kept. */
export function reassigned(item: Item, seats: readonly string[], end: End): Partial<ItemState> {
  const [owner, ...others] = seats;
  return settled(item, { owner, others, ...keptOf(item, item.parts, seats) }, end);
}

/** Whether passing it on takes others out, besides these seats' own: that ends their part for them. */
export const takesOut = (item: Owing, seats: readonly string[], own: readonly string[]): boolean =>
  isShared(item) && ownersOf(item).some((one) => !seats.includes(one) && !own.includes(one));

/** Work goes on: these seats' parts are owed anew; where none are named and nothing lacked, all of them. */
export function reopened(item: Item, status: Item['status'], seats: readonly string[] = []): Partial<ItemState> {
  const again = seats.length === 0 && lackingOf(item).length === 0 ? ownersOf(item) : seats;
  const stay = ownersOf(item).filter((one) => !again.includes(one));
  return { ...(status !== item.status && { status }), ...keptOf(item, item.parts, stay) };
}

/** The parts of these seats, where that is not what the item has. */
export function keptOf(
  item: Owing,
  parts: readonly ItemPart[],
  seats: readonly string[],
): Pick<ItemState, 'parts'> | object {
  const kept = parts.filter((one) => seats.includes(one.seat));
  const asBefore = kept.length === item.parts.length && kept.every((one) => item.parts.includes(one));
  return asBefore ? {} : { parts: kept };
}

const isComplete = (item: Owing): boolean => item.parts.length > 0 && lackingOf(item).length === 0;

/** Where nothing lacks any more, an item ends; where something lacks again, it goes on as it was. */
export function settled(
  item: Item,
  change: Partial<ItemState>,
  end: End,
  goesOn: Item['status'] = 'doing',
): Partial<ItemState> {
  const next = { ...item, ...change };
  const ended = next.status === 'done' || next.status === 'awaiting';
  if (isComplete(next)) return ended || next.status === 'withdrawn' ? change : { ...change, status: end };
  return ended && isComplete(item) ? { ...change, status: goesOn } : change;
}
