/** `/item status K45 対応中`: in hand, on hold, or open again; `/item withdraw K45 理由` takes it off the list. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { closerOf, ownerOf } from '../../src/command/who.ts';
import { type Item, isLive, isShared } from '../../src/domain/item.ts';
import { reopened } from '../../src/domain/itemParts.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { choice, note } from '../arguments/words.ts';
import { changed, itemMeant } from '../subjects/items.ts';
import { itemName, text as phrases, standText, statusText } from './text.ts';

const status = choice({ ja: ja`状態`, en: en`status` }, [
  { value: 'open', label: statusText.open, words: ['未着手', '未完了', '再開'] },
  { value: 'doing', label: statusText.doing, words: ['対応中', '着手', '差戻し'] },
  { value: 'hold', label: statusText.hold, words: ['保留', '保留中'] },
]);

export const itemStatus = subcommand({
  name: 'status',
  alias: ['状態', 'ステータス'],
  summary: { ja: ja`課題を対応中・保留・未着手にします`, en: en`Put an item in hand, on hold or open again` },
  effect: 'act',
  args: z.object({ number: itemNumber, status, note: note.optional() }),
  examples: ['K45 対応中', 'K45 保留 ベンダの回答待ち'],
  about: (said, _scene, store) => itemMeant(said, store),
  who: ownerOf,

  async run(said, { subject: item, person, acting, now }, store): Promise<Reply> {
    if (item.status === 'withdrawn') return whisper(phrases.alreadyClosed(item));
    if (item.status === said.status) return whisper(text.isSo(item));
    const step = { kind: 'status', at: now, person: person.id, seat: acting.role.seat, words: said.note } as const;
    return changed(item, text.became(await store.items.change(item, reopened(item, said.status), step)));
  },
});

export const itemWithdraw = subcommand({
  name: 'withdraw',
  alias: ['取下げ', '取り下げ'],
  summary: { ja: ja`課題を取り下げます`, en: en`Withdraw an item` },
  effect: 'act',
  args: z.object({ number: itemNumber, note: note.optional() }),
  examples: ['K45', 'K45 要件1234の決定により不要'],
  about: (said, _scene, store) => itemMeant(said, store),
  who: ownerOf,

  async run(said, scene, store): Promise<Reply> {
    const { subject: item, person, acting, now } = scene;
    if (!isLive(item)) return whisper(phrases.alreadyClosed(item));
    const closer = closerOf(scene, item);
    if (isShared(item) && 'refused' in closer) return whisper(closer.refused);
    const step = { kind: 'withdraw', at: now, person: person.id, seat: acting.role.seat, words: said.note } as const;
    return changed(item, phrases.withdrawn(await store.items.change(item, { status: 'withdrawn' }, step)));
  },
});

const text = {
  isSo: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}は、すでに${standText(item)}です。`,
    en: en`Item ${itemName(item)} is ${standText(item)} already.`,
  }),
  became: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」を${standText(item)}にしました。`,
    en: en`Item ${itemName(item)} “${item.title}” is ${standText(item)} now.`,
  }),
};
