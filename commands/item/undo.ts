/** `/item undo K45`: opens a closed item again, or takes back one just added (within ten minutes). */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { ownerOf } from '../../src/command/who.ts';
import { UNDO_WITHIN } from '../../src/domain/decide.ts';
import type { Item } from '../../src/domain/item.ts';
import { en, ja } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { text } from './text.ts';

export const itemUndo = subcommand({
  name: 'undo',
  alias: ['取消', '取り消し', '元に戻す'],
  summary: {
    ja: ja`直前の登録や完了を取り消します(10分以内)`,
    en: en`Take an item's last step back (within 10 minutes)`,
  },
  effect: 'act',
  args: z.object({ number: itemNumber.optional() }),
  examples: ['K45', ''],

  async about(said, { person }, store): Promise<About<Item>> {
    if (said.number !== undefined) {
      const item = await store.items.byNumber(said.number);
      return item ? { subject: item } : { refused: whisper(text.noItem(said.number)) };
    }
    const [raised, done] = [await store.items.lastRaisedBy(person.id), await store.items.lastDoneBy(person.id)];
    const last = [raised, done].filter((one) => one !== undefined).sort((a, b) => lastStep(b) - lastStep(a))[0];
    return last ? { subject: last } : { refused: whisper(text.nothingToUndo) };
  },

  who: ownerOf,

  async run(_said, { subject: item, person, now }, store): Promise<Reply> {
    if (item.status === 'withdrawn') return whisper(text.alreadyClosed(item));
    if (now > lastStep(item) + UNDO_WITHIN) return whisper(text.tooLate(item));
    const changed =
      item.status === 'done'
        ? await store.items.reopen(item.number)
        : await store.items.close(item.number, 'withdrawn', { at: now, person: person.id });
    if (!changed) return whisper(text.alreadyClosed(item));
    return {
      ...whisper(item.status === 'done' ? text.reopened(item) : text.withdrawn(item)),
      refresh: [`item:${item.number}`],
      done: [`item:${item.number}`],
    };
  },
});

const lastStep = (item: Item): number => item.done?.at ?? item.raised.at;
