/** `/item undo K45`: takes the last step on an item back, within ten minutes; one just added is withdrawn. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { stepOf } from '../../src/command/who.ts';
import { UNDO_WITHIN } from '../../src/domain/decide.ts';
import { type Item, type ItemEntry, type ItemState, undoable } from '../../src/domain/item.ts';
import { en, ja } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { text } from './text.ts';

interface Meant {
  readonly item: Item;
  readonly step: ItemEntry | undefined;
}

export const itemUndo = subcommand({
  name: 'undo',
  alias: ['元に戻す'],
  summary: {
    ja: ja`課題への直前の操作を取り消します(10分以内)`,
    en: en`Take an item's last step back (within 10 minutes)`,
  },
  effect: 'act',
  args: z.object({ number: itemNumber.optional() }),
  examples: ['K45', ''],

  async about(said, { person }, store): Promise<About<Meant>> {
    const number = said.number ?? (await store.items.lastTouchedBy(person.id));
    if (number === undefined) return { refused: whisper(text.nothingToUndo) };
    const found = await store.items.locked(number);
    if (!found) return { refused: whisper(text.noItem(number)) };
    return { subject: { item: found.item, step: undoable(found.entries) } };
  },

  who: stepOf,

  async run(_said, { subject: { item, step }, person, acting, now }, store): Promise<Reply> {
    if (!step) return whisper(text.alreadyClosed(item));
    if (now > step.at + UNDO_WITHIN) return whisper(text.tooLate(item));
    const back: Partial<ItemState> = step.kind === 'added' ? { status: 'withdrawn' } : step.before;
    const by = { kind: 'undo', at: now, person: person.id, seat: acting.role.seat, undoes: step.serial } as const;
    const restored = await store.items.change(item, back, by);
    return {
      ...whisper(step.kind === 'added' ? text.withdrawn(item) : text.undone(restored)),
      refresh: [`item:${item.number}`],
      done: [`item:${item.number}`],
    };
  },
});
