/** Whose parts of an item are meant where words begin with owners: 「@五霞町 電話 6/3 山田」, 「自分」. */
import type { Scene } from '../../src/command/scene.ts';
import { type Item, isShared, ownersOf } from '../../src/domain/item.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import type { Text } from '../../src/text/text.ts';
import { ownersBefore } from '../arguments/words.ts';
import { ownersMeant } from '../subjects/owners.ts';

export interface PartsNamed {
  readonly seats: readonly string[];
  /** Whether one of them is another's. */
  readonly others: boolean;
  /** What is said after them. */
  readonly words: string;
}

/** Undefined where no owner of the item is named so: then the words are a comment as a whole. `bareToo`: without the @ too. */
export async function partsNamed(
  words: string | undefined,
  scene: Scene & { readonly subject: Item },
  store: CouncilStore,
  { bareToo = false }: { readonly bareToo?: boolean } = {},
): Promise<PartsNamed | { readonly refused: Text } | undefined> {
  const { subject: item, today, roles } = scene;
  const before = isShared(item) && words !== undefined ? ownersBefore(words, scene) : undefined;
  if (!before || (before.bare && !bareToo)) return undefined;
  const mine = ownersOf(item).filter((seat) => roles.some((one) => one.seat === seat));
  if (before.owners.every((one) => 'self' in one)) return { seats: mine, others: false, words: before.rest };
  const holders = (await store.tenuresOn(today)).filter((one) => one.seat.body === item.body);
  const meant = await ownersMeant(before.owners, item.body, holders, scene, store);
  if ('refused' in meant) return before.bare ? undefined : meant;
  const seats = meant.seats.filter((one) => ownersOf(item).includes(one));
  if (seats.length === 0) return undefined;
  return { seats, others: seats.some((one) => !mine.includes(one)), words: before.rest };
}
