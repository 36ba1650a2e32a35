/** An item in its body's channel: as raised, done, or taken back. */

import type { Surface } from '../../src/command/surface.ts';
import { dayAt } from '../../src/domain/day.ts';
import { buttons } from '../../src/text/message.ts';
import { ownerText, text } from './text.ts';

export const itemSurface: Surface = {
  kind: 'item',
  async render(id, now, chart, store) {
    const item = await store.items.byNumber(Number(id));
    if (!item) return undefined;
    if (item.status === 'withdrawn') return { summary: text.withdrawn(item) };
    const tenures = await store.tenuresOn(dayAt(now));
    const names = await store.names([...tenures.map((one) => one.person), ...(item.done ? [item.done.by] : [])]);
    if (item.done) return { summary: text.done(item, names.get(item.done.by) ?? '') };
    const done = { label: text.markDone, line: `/item done K${item.number}` };
    return { summary: text.added(item, ownerText(item.owner, chart, tenures, names)), parts: [buttons(done)] };
  },
};
