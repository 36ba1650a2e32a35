/** An item in its body's channel: as it stands, with what can be done about it. */

import type { Surface } from '../../src/command/surface.ts';
import { dayAt } from '../../src/domain/day.ts';
import type { Item } from '../../src/domain/item.ts';
import { progressOf } from '../../src/domain/itemParts.ts';
import { buttons, note, type Part } from '../../src/text/message.ts';
import { sentBackText } from '../subjects/items.ts';
import { owedText, text } from './text.ts';

export const itemSurface: Surface = {
  kind: 'item',
  async render(id, now, chart, store) {
    const item = await store.items.byNumber(Number(id));
    if (!item) return undefined;
    if (item.status === 'withdrawn') return { summary: text.withdrawn(item) };
    const today = dayAt(now);
    const tenures = await store.tenuresOn(today);
    const names = await store.names([...tenures.map((one) => one.person), ...(item.done ? [item.done.by] : [])]);
    if (item.done) return { summary: text.done(item, names.get(item.done.by) ?? '') };
    const owed = owedText(item, chart, tenures, names);
    const untouched = item.status === 'open' && progressOf(item) === undefined;
    const summary = untouched ? text.added(item, owed, today) : text.standing(item, owed, today);
    const back = await sentBackText(item, today, store);
    return { summary, parts: [...(back ? [note(back)] : []), actsOf(item)] };
  },
};

/** The buttons of an item that is not closed; those that lack a word open a form. */
export function actsOf({ number, status }: Pick<Item, 'number' | 'status'>): Part {
  const line = (act: string, rest = ''): string => `/item ${act} K${number}${rest}`;
  if (status === 'awaiting')
    return buttons(
      { label: text.confirm, line: line('done', ' awaiting') },
      { label: text.sendBack, line: line('return') },
    );
  return buttons(
    { label: text.markDone, line: line('done') },
    { label: text.later, line: line('snooze') },
    { label: text.reassign, line: line('assign') },
    { label: text.moveDue, line: line('due') },
  );
}
