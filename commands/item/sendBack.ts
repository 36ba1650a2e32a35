/** `/item return K45 件数が合いません`: what awaits its confirmation goes back to its owners, with the reason; a button opens a form for it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { closerOf } from '../../src/command/who.ts';
import type { Item } from '../../src/domain/item.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { note } from '../arguments/words.ts';
import { itemMeant } from '../subjects/items.ts';
import { becomes } from './status.ts';
import { itemName, standText } from './text.ts';

export const itemReturn = subcommand({
  name: 'return',
  alias: ['差戻し', '差し戻す', '差戻'],
  summary: {
    ja: ja`確認待ちの課題を、理由を添えて差し戻します`,
    en: en`Send back an item that awaits confirmation, with a reason`,
  },
  effect: 'act',
  args: z.object({ number: itemNumber, note }),
  examples: ['K45 件数が合いません', 'K45 @五霞町 件数の確認をお願いします'],
  speaksOf: 'number',
  about: (said, _scene, store) => itemMeant(said, store),
  who: closerOf,

  async run(said, scene, store): Promise<Reply> {
    if (scene.subject.status !== 'awaiting') return whisper(text.notAwaiting(scene.subject));
    return becomes({ status: 'doing', note: said.note }, scene, store);
  },
});

const text = {
  notAwaiting: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}は確認待ちではないため、差し戻せません(${standText(item)})。状態を変える場合は「/item 状態 ${itemName(item)} 対応中」とご入力ください。`,
    en: en`Item ${itemName(item)} does not await confirmation (${standText(item)}). “/item status ${itemName(item)} doing” changes how it stands.`,
  }),
};
