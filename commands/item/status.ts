/** `/item status K45 対応中`: in hand, on hold, or open again; `/item withdraw K45 理由` takes it off the list. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { type Admitted, closerOf, ownerOf } from '../../src/command/who.ts';
import { type Item, type ItemStatus, isLive, isShared } from '../../src/domain/item.ts';
import { reopened } from '../../src/domain/itemParts.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { progressText } from '../../src/text/items.ts';
import { en, ja, nothing, type Text } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { choice, note } from '../arguments/words.ts';
import { changed, itemMeant } from '../subjects/items.ts';
import { type PartsNamed, partsNamed } from './partsNamed.ts';
import { itemName, text as phrases, placesText, standText, statusText } from './text.ts';

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
  examples: ['K45 対応中', 'K45 保留 ベンダの回答待ち', 'K45 対応中 @五霞町 件数の確認をお願いします'],
  speaksOf: 'number',
  about: (said, _scene, store) => itemMeant(said, store),
  who: ownerOf,

  run: (said, scene, store) => becomes(said, scene, store),
});

type StatusScene = Scene & Admitted & { readonly subject: Item };

/** How it stands from now on, all of it or the parts that are named first. */
export async function becomes(
  said: { readonly status: 'open' | 'doing' | 'hold'; readonly note?: string | undefined },
  scene: StatusScene,
  store: CouncilStore,
): Promise<Reply> {
  const { subject: item, person, acting, now } = scene;
  if (item.status === 'withdrawn') return whisper(phrases.alreadyClosed(item));
  const named = said.status === 'hold' ? undefined : await partsNamed(said.note, scene, store);
  if (named && 'refused' in named) return whisper(named.refused);
  if (named) return owedAnew(said.status, named, scene, store);
  if (item.status === said.status) return whisper(text.isSo(item));
  const step = { kind: 'status', at: now, person: person.id, seat: acting.role.seat, words: said.note } as const;
  const next = await store.items.change(item, reopened(item, said.status), step);
  return changed(item, item.status === 'awaiting' && said.status !== 'hold' ? text.sentBack(next) : text.became(next));
}

/** These owners' parts are owed anew: one's own by oneself, another's by who may close it for all. */
async function owedAnew(
  status: ItemStatus,
  { seats, others, words }: PartsNamed,
  scene: StatusScene,
  store: CouncilStore,
): Promise<Reply> {
  const { subject: item, person, acting, chart, now } = scene;
  const closer = closerOf(scene, item);
  if (others && 'refused' in closer) return whisper(closer.refused);
  const again = seats.filter((one) => item.parts.some((part) => part.seat === one));
  if (again.length === 0) return whisper(text.owedStill(item, placesText(seats, chart)));
  const ended = item.status === 'done' || item.status === 'awaiting';
  const step = {
    kind: 'status',
    at: now,
    person: person.id,
    seat: acting.role.seat,
    words: words || undefined,
  } as const;
  const after = reopened(item, ended ? status : item.status, again);
  return changed(item, text.owedAnew(await store.items.change(item, after, step), placesText(again, chart)));
}

export const itemWithdraw = subcommand({
  name: 'withdraw',
  alias: ['取下げ', '取り下げ'],
  summary: { ja: ja`課題を取り下げます`, en: en`Withdraw an item` },
  effect: 'act',
  args: z.object({ number: itemNumber, note: note.optional() }),
  examples: ['K45', 'K45 要件1234の決定により不要'],
  speaksOf: 'number',
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
  owedStill: (item: Item, places: Text): Text => ({
    ja: ja`課題${itemName(item)}の${places}の分は、まだ完了となっていません。`,
    en: en`The part of ${places} in item ${itemName(item)} is not done yet.`,
  }),
  owedAnew: (item: Item, places: Text): Text => {
    const progress = progressText(item);
    const how: Text = progress ? { ja: ja`(${progress})`, en: en` (${progress})` } : nothing;
    return {
      ja: ja`課題${itemName(item)}「${item.title}」の${places}の分を、未了に戻しました${how}。`,
      en: en`The part of ${places} in item ${itemName(item)} “${item.title}” is owed anew${how}.`,
    };
  },
  isSo: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}は、すでに${standText(item)}です。`,
    en: en`Item ${itemName(item)} is ${standText(item)} already.`,
  }),
  sentBack: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」を差し戻しました(${standText(item)})。`,
    en: en`Item ${itemName(item)} “${item.title}” is sent back (${standText(item)}).`,
  }),
  became: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」を${standText(item)}にしました。`,
    en: en`Item ${itemName(item)} “${item.title}” is ${standText(item)} now.`,
  }),
};
