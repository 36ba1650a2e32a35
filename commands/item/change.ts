/** `/item change K45 優先度:高 件名:…`: how an item is called and how pressing it is; what is meant by other words is asked. */
import { z } from 'zod';
import { argument, type Form } from '../../src/command/argument.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { ownerOf } from '../../src/command/who.ts';
import { type Item, isLive } from '../../src/domain/item.ts';
import { buttons, type Part } from '../../src/text/message.ts';
import { en, ja, listed, same, type Text } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { restOf } from '../arguments/words.ts';
import { changed, itemMeant } from '../subjects/items.ts';
import { linksAdded } from '../subjects/links.ts';
import { PRIORITY, PRIORITY_CHOICES, priorityCalled } from './priority.ts';
import { itemName, text as phrases, priorityText } from './text.ts';

const TITLE: Text = { ja: ja`件名`, en: en`title` };

const title = argument<string>({
  label: TITLE,
  field: { kind: 'line' },
  read: (line) => (line.trim() === '' ? { unclear: text.noTitle } : { read: line.trim(), length: line.length }),
  called: { by: ['件名', '題名', '内容', 'タイトル', 'title'], always: true },
});

export const itemChange = subcommand({
  name: 'change',
  alias: ['変更', '修正', '件名変更', '優先度変更'],
  summary: { ja: ja`課題の件名・優先度を変更します`, en: en`Change an item's title or priority` },
  effect: 'act',
  args: z.object({
    number: itemNumber,
    priority: priorityCalled.optional(),
    title: title.optional(),
    more: restOf({ ja: ja`変更内容`, en: en`what else` }, { kind: 'line' }).optional(),
  }),
  examples: ['K45 優先度:高', 'K45 件名:帳票レイアウトの確認(第2版)', 'K45'],
  opensForm: (said) => said.priority === undefined && said.title === undefined && said.more === undefined,
  speaksOf: 'number',
  about: (said, _scene, store) => itemMeant(said, store),
  who: ownerOf,

  async run(said, { subject: item, person, acting, now, today }, store): Promise<Reply> {
    if (!isLive(item)) return whisper(phrases.alreadyClosed(item));
    if (said.more !== undefined) return whisper(text.whichPart(said.more), meanings(item, said.more));
    if (said.priority === undefined && said.title === undefined) return { form: formFor(item) };
    const after = {
      ...(said.priority !== undefined && said.priority !== item.priority && { priority: said.priority }),
      ...(said.title !== undefined &&
        said.title !== item.title && { title: said.title, ...(await linksAdded(item, said.title, today, store)) }),
    };
    if (Object.keys(after).length === 0) return whisper(text.isSo(item));
    const step = { kind: 'change', at: now, person: person.id, seat: acting.role.seat } as const;
    return changed(item, text.became(item, await store.items.change(item, after, step)));
  },
});

/** What the other words may mean: each part of an item that they could be. */
function meanings({ number }: Item, more: string): Part {
  return buttons(
    { label: text.asTitle, line: `/item change K${number} 件名:${more}` },
    { label: text.asDue, line: `/item due K${number} ${more}` },
    { label: text.asOwner, line: `/item assign K${number} ${more}` },
  );
}

const formFor = (item: Item): Form => ({
  ...{ command: 'item', subcommand: 'change', title: itemChange.summary },
  given: { number: `K${item.number}` },
  fields: [
    { ...{ key: 'title', label: TITLE, field: { kind: 'line' }, optional: false }, initial: item.title },
    {
      ...{ key: 'priority', label: PRIORITY, optional: false, initial: item.priority },
      field: { kind: 'choice', options: PRIORITY_CHOICES },
    },
  ],
});

const text = {
  noTitle: { ja: ja`新しい件名をご入力ください。`, en: en`Please say the new title.` },
  whichPart: (more: string): Text => ({
    ja: ja`「${more}」は、件名・期限・担当のどれのことでしょうか。まだ変更していません。`,
    en: en`Is “${more}” the title, the due day or the owner? Nothing is changed yet.`,
  }),
  asTitle: { ja: ja`件名を変更`, en: en`The title` },
  asDue: { ja: ja`期限を変更`, en: en`The due day` },
  asOwner: { ja: ja`担当を変更`, en: en`The owner` },
  isSo: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}は、すでにそのとおりです。`,
    en: en`Item ${itemName(item)} is so already.`,
  }),
  became: (was: Item, is: Item): Text => {
    const renamed = was.title !== is.title;
    const pressing: Text = {
      ja: ja`優先度を「${priorityText[is.priority]}」`,
      en: en`priority ${priorityText[is.priority]}`,
    };
    const called: Text = { ja: ja`件名を「${is.title}」`, en: en`called “${is.title}”` };
    const parts = [...(renamed ? [called] : []), ...(was.priority === is.priority ? [] : [pressing])];
    return {
      ja: ja`課題${itemName(is)}「${was.title}」の${listed(parts, same('、'))}に変更しました。`,
      en: en`Item ${itemName(is)} “${was.title}” is now ${listed(parts, same(', '))}.`,
    };
  },
};
