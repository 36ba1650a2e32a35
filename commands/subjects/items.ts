/** The item that a number names, locked where it is to be changed; and what a change of it tells. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Item } from '../../src/domain/item.ts';
import { sentBackBy } from '../../src/domain/itemHistory.ts';
import { afterDone, type End } from '../../src/domain/itemParts.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, type Part } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { text as phrases } from '../item/text.ts';

export async function itemMeant({ number }: { readonly number: number }, store: CouncilStore): Promise<About<Item>> {
  const found = await store.items.locked(number);
  return found ? { subject: found.item } : { refused: whisper(phrases.noItem(number)) };
}

/** How it ends by a report in one of these seats, as its body wants it today. */
export async function endIn(
  item: Item,
  seats: readonly string[],
  today: Day,
  store: CouncilStore,
): Promise<End | 'waitsAlready'> {
  const confirmed = (await store.setting('itemConfirmation', today, item.body)) === true;
  return afterDone(item, { confirmed, seats });
}

/** The same where nothing is reported, but nothing lacks any more. */
export async function endBy({ roles, today }: Scene, item: Item, store: CouncilStore): Promise<End> {
  const end = await endIn(
    item,
    roles.map((one) => one.seat),
    today,
    store,
  );
  return end === 'done' ? 'done' : 'awaiting';
}

/** When, by whom and why it was sent back, while it is not reported again. */
export async function sentBackText(item: Item, today: Day, store: CouncilStore): Promise<Text | undefined> {
  const back = item.version > 1 ? sentBackBy(item, await store.items.history(item.number)) : undefined;
  const by = back?.by === undefined ? '' : ((await store.names([back.by])).get(back.by) ?? '');
  return back && phrases.sentBack(back, by, today);
}

/** Told to who did it, with the way back; the body's message follows. */
export const changed = ({ number }: Pick<Item, 'number'>, summary: Text, ...parts: readonly Part[]): Reply => ({
  ...whisper(summary, ...parts, buttons({ label: text.undo, line: `/item undo K${number}` })),
  refresh: [`item:${number}`],
  done: [`item:${number}`],
});

const text = { undo: { ja: ja`取り消す`, en: en`Undo` } };
