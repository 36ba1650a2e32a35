/** `/item snooze K45 12/10`: keeps an item out of one's own digest until that day; nothing else changes. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { ownerOf } from '../../src/command/who.ts';
import type { Day } from '../../src/domain/day.ts';
import { type Item, isLive } from '../../src/domain/item.ts';
import { dayAsOf } from '../../src/text/dates.ts';
import { buttons } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { untilDay } from '../arguments/dates.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { itemMeant } from '../subjects/items.ts';
import { itemName, text as phrases } from './text.ts';

export const itemSnooze = subcommand({
  name: 'snooze',
  alias: ['後で', 'あとで'],
  summary: {
    ja: ja`課題を、指定日まで自分のお知らせから外します`,
    en: en`Keep an item out of your digest until a day`,
  },
  effect: 'act',
  args: z.object({ number: itemNumber, until: untilDay }),
  examples: ['K45 12/10', 'K45 3営業日後'],
  speaksOf: 'number',
  about: (said, _scene, store) => itemMeant(said, store),
  who: ownerOf,

  async run({ until }, { subject: item, person, now, today }, store): Promise<Reply> {
    if (!isLive(item)) return whisper(phrases.alreadyClosed(item));
    await store.items.snooze(item.number, person.id, until > today ? until : undefined, now);
    const undo = { label: phrases.undo, line: `/item undo K${item.number}` };
    return {
      ...whisper(
        until > today ? text.snoozed(item, until, today) : text.shown(item),
        ...(until > today ? [buttons(undo)] : []),
      ),
      done: [`item:${item.number}`],
    };
  },
});

const text = {
  snoozed: (item: Item, until: Day, today: Day): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」は、${dayAsOf(until, today)}からお知らせに表示します。期限と担当は変わりません。`,
    en: en`Item ${itemName(item)} “${item.title}” comes back to your digest on ${dayAsOf(until, today)}. Its due day and owner stay.`,
  }),
  shown: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」を、お知らせに表示します。`,
    en: en`Item ${itemName(item)} “${item.title}” is in your digest again.`,
  }),
};
