/** `/item due K45 12/17`: by when. A closed day is accepted, with the next business day on a button. */

import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { dueOf } from '../../src/command/who.ts';
import { businessDayFrom } from '../../src/domain/businessDay.ts';
import type { Day } from '../../src/domain/day.ts';
import { type Item, isLive } from '../../src/domain/item.ts';
import { buttons, line } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { dueDay } from '../arguments/dates.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { changed, itemMeant } from '../subjects/items.ts';
import { dueText, dueValue, dueWarning, itemName, text as phrases } from './text.ts';

export const itemDue = subcommand({
  name: 'due',
  alias: ['期限', '締切', '期限変更'],
  summary: { ja: ja`課題の期限を変更します`, en: en`Change by when an item is due` },
  effect: 'act',
  args: z.object({ number: itemNumber, due: dueDay }),
  examples: ['K45 12/17', 'K45 来週金曜まで'],
  speaksOf: 'number',
  about: (said, _scene, store) => itemMeant(said, store),
  who: dueOf,

  async run({ due }, scene, store): Promise<Reply> {
    const { subject: item, person, acting, now, today, calendar } = scene;
    if (!isLive(item)) return whisper(phrases.alreadyClosed(item));
    const step = { kind: 'due', at: now, person: person.id, seat: acting.role.seat } as const;
    const moved = await store.items.change(item, { due }, step);
    const next = businessDayFrom(due, calendar);
    const warning = dueWarning(due, next, scene);
    const offer = { label: phrases.nextDay(next, today), line: `/item due K${item.number} ${next}` };
    return changed(item, text.moved(item, moved, today), ...(warning ? [line(warning), buttons(offer)] : []));
  },
});

const text = {
  moved: (was: Item, is: Item, today: Day): Text => ({
    ja: ja`課題${itemName(is)}「${is.title}」の期限を、${dueValue(was.due, today)} から ${dueValue(is.due, today)} に変更しました。`,
    en: en`Item ${itemName(is)} “${is.title}”: ${dueText(was.due, today)} is now ${dueText(is.due, today)}.`,
  }),
};
