/** `/item assign K45 @那珂市`: who owes it from now on. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { closerOf, dueOf } from '../../src/command/who.ts';
import { type Item, isLive } from '../../src/domain/item.ts';
import { reassigned, takesOut } from '../../src/domain/itemParts.ts';
import { line, note } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { mentionsOrNames } from '../arguments/words.ts';
import { changed, endBy, itemMeant } from '../subjects/items.ts';
import { ownersMeant } from '../subjects/owners.ts';
import { itemName, ownersText, text as phrases, statusText } from './text.ts';

export const itemAssign = subcommand({
  name: 'assign',
  alias: ['担当', '担当変更'],
  summary: { ja: ja`課題の担当を変更します`, en: en`Change who owes an item` },
  effect: 'act',
  args: z.object({ number: itemNumber, owner: mentionsOrNames }),
  examples: ['K45 @那珂市', 'K45 @那珂市 @五霞町', 'K45 自分'],
  speaksOf: 'number',
  about: (said, _scene, store) => itemMeant(said, store),
  who: dueOf,

  async run(said, scene, store): Promise<Reply> {
    const { subject: item, chart, person, acting, now, today } = scene;
    if (!isLive(item)) return whisper(phrases.alreadyClosed(item));
    const tenures = (await store.tenuresOn(today)).filter((one) => one.seat.body === item.body);
    const meant = await ownersMeant(said.owner, item.body, tenures, scene, store);
    if ('refused' in meant) return whisper(meant.refused);
    const own = scene.roles.map((one) => one.seat);
    const closer = closerOf(scene, item);
    if (takesOut(item, meant.seats, own) && 'refused' in closer) return whisper(closer.refused, line(text.ownAlone));
    const names = await store.names(tenures.map((one) => one.person));
    const was = ownersText(item, chart, tenures, names);
    const step = { kind: 'assign', at: now, person: person.id, seat: acting.role.seat } as const;
    const after = reassigned(item, meant.seats, await endBy(scene, item, store));
    const moved = await store.items.change(item, after, step);
    const passed = text.assigned(item, was, ownersText(moved, chart, tenures, names));
    const ended = moved.status !== item.status && (moved.status === 'done' || moved.status === 'awaiting');
    return changed(item, passed, ...(ended ? [note(text.ended(statusText[moved.status]))] : []));
  },
});

const text = {
  ownAlone: {
    ja: ja`ご自身の担当だけを変更する場合は、残る担当の市町もすべてご入力ください。`,
    en: en`To pass on your own part alone, please name those who stay too.`,
  },
  ended: (status: Text): Text => ({
    ja: ja`残る担当の分はすべて済んでいるため、課題は「${status}」になりました。`,
    en: en`All parts of those who remain are in, so the item is ${status} now.`,
  }),
  assigned: (item: Item, was: Text, is: Text): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」の担当を、${was} から ${is} に変更しました。`,
    en: en`Item ${itemName(item)} “${item.title}” passed from ${was} to ${is}.`,
  }),
};
