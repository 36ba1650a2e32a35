/** `/item done K45`: closes an item; where its body wants that, who raised it confirms. */
import { z } from 'zod';
import { absent, argument } from '../../src/command/argument.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { ownerOf } from '../../src/command/who.ts';
import { afterDone, type Item, isLive } from '../../src/domain/item.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { changed, itemMeant } from '../subjects/items.ts';
import { itemName, text as phrases } from './text.ts';

/** What is said with the end; a second number is no comment on the first. */
const words = argument<string>({
  label: { ja: ja`経過`, en: en`comment` },
  field: { kind: 'lines' },
  read: (line) => {
    const said = line.trim();
    if (said === '') return absent;
    const another = /^K?\d{1,6}(?=[\s,、・]|$)/iu.test(said.normalize('NFKC'));
    return another ? { unclear: text.oneByOne } : { read: said, length: line.length };
  },
});

export const itemDone = subcommand({
  name: 'done',
  alias: ['完了', '済', '対応済'],
  summary: { ja: ja`課題を完了にします`, en: en`Mark an item as done` },
  effect: 'act',
  args: z.object({ number: itemNumber, words: words.optional() }),
  examples: ['K45', 'K45 帳票を送付済'],
  about: (said, _scene, store) => itemMeant(said, store),
  who: ownerOf,

  async run({ words }, { subject: item, person, acting, roles, now, today }, store): Promise<Reply> {
    if (!isLive(item)) return whisper(phrases.alreadyClosed(item));
    const confirmed = (await store.setting('itemConfirmation', today, item.body)) === true;
    const next = afterDone(item, { confirmed, seats: roles.map((one) => one.seat) });
    if (next === 'waitsAlready') return whisper(text.waits(item));
    const step = { kind: 'done', at: now, person: person.id, seat: acting.role.seat, words } as const;
    const closed = await store.items.change(item, { status: next }, step);
    return changed(item, next === 'done' ? phrases.done(closed, person.name) : text.reported(item));
  },
});

const text = {
  oneByOne: { ja: ja`課題は、1件ずつ完了にしてください。`, en: en`Please close items one at a time.` },
  waits: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}は、起票者の確認待ちです。`,
    en: en`Item ${itemName(item)} awaits the confirmation of who raised it.`,
  }),
  reported: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」の完了を報告しました。起票者の確認後に完了となります。`,
    en: en`Item ${itemName(item)} “${item.title}” is reported as done; who raised it will confirm.`,
  }),
};
