/** `/item comment K45 …`: adds to an item's history, as typed. */
import { z } from 'zod';
import type { Reply } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { commentOf } from '../../src/command/who.ts';
import type { Item } from '../../src/domain/item.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { restOf } from '../arguments/words.ts';
import { changed, itemMeant } from '../subjects/items.ts';
import { linksAdded } from '../subjects/links.ts';
import { itemName } from './text.ts';

export const itemComment = subcommand({
  name: 'comment',
  alias: ['コメント', '経過', '追記'],
  summary: { ja: ja`課題に経過を追記します`, en: en`Add to an item's history` },
  effect: 'act',
  args: z.object({ number: itemNumber, words: restOf({ ja: ja`経過`, en: en`comment` }) }),
  examples: ['K45 ベンダへ照会中', '45 要件1234と合わせて確認する'],
  speaksOf: 'number',
  about: (said, _scene, store) => itemMeant(said, store),
  who: commentOf,

  async run({ words }, { subject: item, person, acting, now, today }, store): Promise<Reply> {
    const step = { kind: 'comment', at: now, person: person.id, seat: acting.role.seat, words } as const;
    await store.items.change(item, await linksAdded(item, words, today, store), step);
    return changed(item, text.added(item, words));
  },
});

const text = {
  added: (item: Item, words: string): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」に追記しました:${words}`,
    en: en`Added to item ${itemName(item)} “${item.title}”: ${words}`,
  }),
};
