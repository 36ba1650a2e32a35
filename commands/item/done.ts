/** `/item done K45`: closes an item. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { ownerOf } from '../../src/command/who.ts';
import type { Item } from '../../src/domain/item.ts';
import { buttons } from '../../src/text/message.ts';
import { en, ja } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { text } from './text.ts';

export const itemDone = subcommand({
  name: 'done',
  alias: ['完了', '済', '対応済'],
  summary: { ja: ja`課題を完了にします`, en: en`Mark an item as done` },
  effect: 'act',
  args: z.object({ number: itemNumber }),
  examples: ['K45', '45'],

  async about(said, _scene, store): Promise<About<Item>> {
    const item = await store.items.byNumber(said.number);
    return item ? { subject: item } : { refused: whisper(text.noItem(said.number)) };
  },

  who: ownerOf,

  async run(_said, { subject: item, person, now }, store): Promise<Reply> {
    const closed = await store.items.close(item.number, 'done', { at: now, person: person.id });
    if (!closed) return whisper(text.alreadyClosed((await store.items.byNumber(item.number)) ?? item));
    return {
      ...whisper(text.done(item, person.name), buttons({ label: text.undo, line: `/item undo K${item.number}` })),
      refresh: [`item:${item.number}`],
      done: [`item:${item.number}`],
    };
  },
});
