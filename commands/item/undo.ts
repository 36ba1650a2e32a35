/** `/item undo K45`: takes the last step on an item back, within ten minutes; a workbook that was merged goes back as a whole. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand, type Who } from '../../src/command/subcommand.ts';
import { type Admitted, everySeat, ownerOf, stepOf } from '../../src/command/who.ts';
import type { Instant } from '../../src/domain/day.ts';
import { UNDO_WITHIN } from '../../src/domain/decide.ts';
import type { Item, ItemEntry } from '../../src/domain/item.ts';
import { takenBack, undoable } from '../../src/domain/itemHistory.ts';
import type { ItemImport } from '../../src/store/council/itemImports.ts';
import type { Snooze } from '../../src/store/council/itemSnoozes.ts';
import { en, ja } from '../../src/text/text.ts';
import { itemImportNumber, itemNumber } from '../arguments/numbers.ts';
import { endBy } from '../subjects/items.ts';
import { undoItems } from './importing.ts';
import { merging } from './mergeText.ts';
import { text } from './text.ts';

type Meant =
  | { readonly item: Item; readonly step: ItemEntry | undefined; readonly entries: readonly ItemEntry[] }
  /** What the person put off. */
  | { readonly item: Item; readonly snooze: Snooze }
  /** A whole workbook. */
  | { readonly batch: ItemImport; readonly items: readonly Item[] };

/** Who may undo each of its items: a workbook goes back as a whole, or not at all. */
const whoUndoes: Who<Meant, Admitted> = (scene, meant) => {
  if ('snooze' in meant) return everySeat(scene, meant);
  if (!('batch' in meant)) return stepOf(scene, meant);
  const found = meant.items.map((item) => ownerOf(scene, item));
  return found.find((one) => 'refused' in one) ?? found[0] ?? everySeat(scene, meant);
};

export const itemUndo = subcommand({
  name: 'undo',
  alias: ['元に戻す'],
  summary: {
    ja: ja`課題への直前の操作を取り消します(10分以内)`,
    en: en`Take an item's last step back (within 10 minutes)`,
  },
  effect: 'act',
  args: z.object({ batch: itemImportNumber.optional(), number: itemNumber.optional() }),
  examples: ['K45', '課題取込3', ''],

  async about(said, { person, now }, store): Promise<About<Meant>> {
    if (said.batch !== undefined) {
      const batch = await store.itemImports.locked(said.batch);
      if (!batch) return { refused: whisper(merging.noImport(said.batch)) };
      const items = await Promise.all(batch.steps.map((one) => store.items.byNumber(one.number)));
      return { subject: { batch, items: items.filter((one) => one !== undefined) } };
    }
    const snooze = await store.items.lastSnoozed(person.id, said.number);
    const number = said.number ?? (await store.items.lastTouchedBy(person.id)) ?? snooze?.number;
    if (number === undefined) return { refused: whisper(text.nothingToUndo) };
    const found = await store.items.locked(number);
    if (!found) return { refused: whisper(text.noItem(number)) };
    const { entries } = found;
    const step = undoable(entries, { person: person.id, since: (now - UNDO_WITHIN) as Instant });
    const put = snooze && (await store.items.byNumber(snooze.number));
    // What one did last is meant: an item that was put off leaves no step behind.
    if (snooze && put && snooze.at + UNDO_WITHIN >= now && snooze.at >= (ownLast(entries, person.id) ?? 0))
      return { subject: { item: put, snooze } };
    return { subject: { item: found.item, step, entries } };
  },

  who: whoUndoes,

  async run(_said, scene, store): Promise<Reply> {
    const { subject, person, acting, now, today } = scene;
    if ('batch' in subject) {
      const by = { at: now, person: person.id, seat: acting.role.seat };
      const result = await undoItems(subject.batch, by, store);
      if ('refused' in result) return whisper(result.refused);
      const touched = result.undone.map((one) => `item:${one}`);
      const done = [`item-import:${subject.batch.id}`, ...touched];
      return { ...whisper(merging.undone(subject.batch)), refresh: touched, done };
    }
    if ('snooze' in subject) {
      const { item, snooze } = subject;
      await store.items.undoSnooze(snooze, person.id);
      return { ...whisper(text.snoozeUndone(item, snooze.was, today)), done: [`item:${item.number}`] };
    }
    const { item, step, entries } = subject;
    if (!step) return whisper(text.alreadyClosed(item));
    if (now > step.at + UNDO_WITHIN) return whisper(text.tooLate(item));
    const back = takenBack(item, entries, step, await endBy(scene, item, store));
    const by = { kind: 'undo', at: now, person: person.id, seat: acting.role.seat, undoes: step.serial } as const;
    const restored = await store.items.change(item, back, by);
    return {
      ...whisper(step.kind === 'added' ? text.withdrawn(item) : text.undone(restored)),
      refresh: [`item:${item.number}`],
      done: [`item:${item.number}`],
    };
  },
});

/** When this person last did something to it. */
const ownLast = (entries: readonly ItemEntry[], person: number) => entries.findLast((one) => one.by === person)?.at;
