/** A 課題管理表 merged back: the preview, doing exactly that, and taking it back as a whole. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { closerOf, commentOf, dueOf, ownerOf, seatOf } from '../../src/command/who.ts';
import { dayAt, type Instant } from '../../src/domain/day.ts';
import { type ItemState, isShared } from '../../src/domain/item.ts';
import { broughtTo, type ItemField, stateOf } from '../../src/domain/itemMerge.ts';
import { correctionFile, correctionName } from '../../src/sheet/corrections.ts';
import type { ItemLine } from '../../src/sheet/itemLines.ts';
import type { ItemImport } from '../../src/store/council/itemImports.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, note, rows } from '../../src/text/message.ts';
import { binaryFile, type Post } from '../../src/text/post.ts';
import type { Text } from '../../src/text/text.ts';
import type { ItemsMerge } from './itemsMerge.ts';
import { merging as text } from './mergeText.ts';
import { actFor, type Bringer, closing, mergeItems } from './merging.ts';

/** A plan's act. */
export const ITEM_IMPORT = 'item import';

/** What was shown and is done exactly so. */
export interface ItemImportPlan extends Pick<ItemsMerge, 'changes' | 'added'> {
  readonly name: string;
  readonly sha256: string;
}

/** To take others out of what several owe, one must be let both pass it on and close it for all. */
const passerOf: typeof dueOf = (scene, item) => {
  const closer = closerOf(scene, item);
  return 'refused' in closer ? closer : dueOf(scene, item);
};

const WHO = { close: ownerOf, closeAll: closerOf, due: dueOf, passAll: passerOf, comment: commentOf };

export const bringerOf = (scene: Scene): Bringer => ({
  seats: scene.roles.map((one) => one.seat),
  may(act, item) {
    const admission = WHO[act](scene, item);
    return 'admits' in admission ? admission.admits.acting.role.seat : undefined;
  },
  mayAdd(body) {
    const admission = seatOf(scene, { body });
    return 'admits' in admission ? admission.admits.acting.role.seat : undefined;
  },
});

/** Changes that a preview names one by one, and cells that it does. */
const NAMED = 20;

export const previewRows = (
  { changes, added }: Pick<ItemsMerge, 'changes' | 'added'>,
  read: Pick<Scene, 'chart' | 'today'>,
): Text[] => {
  const all = [...changes.map((one) => text.change(one, read)), ...added.map((one) => text.addition(one, read))];
  return all.length > NAMED ? [...all.slice(0, NAMED), text.more(all.length - NAMED)] : all;
};

interface Offered {
  readonly name: string;
  readonly sha256: string;
  readonly lines: readonly ItemLine[];
}

export async function previewItems(
  { name, sha256, lines }: Offered,
  scene: Scene,
  store: CouncilStore,
): Promise<Reply> {
  const { person, now } = scene;
  const brought = await store.itemImports.ofFile(sha256);
  if (brought !== undefined) return whisper(text.broughtBefore(brought));
  const { changes, added, apart } = await mergeItems(lines, { ...scene, bringer: bringerOf(scene) }, store);
  const posts: Post[] =
    apart.length === 0
      ? []
      : [
          {
            kind: 'file',
            key: `item-cells:${sha256.slice(0, 12)}:${person.id}:${now}`,
            to: { person: person.id },
            file: binaryFile(
              correctionName(name, person.language),
              text.fileTitle(name),
              correctionFile(apart, person.language),
            ),
          },
        ];
  const cells =
    apart.length === 0 ? [] : [line(text.apartTitle(apart.length)), rows(apart.slice(0, NAMED).map(text.apart))];
  const done = [`import:items`];
  if (changes.length + added.length === 0)
    return { ...whisper(text.nothing(name), ...cells), ...(posts.length > 0 && { posts, done }) };
  const content: ItemImportPlan = { name, sha256, changes, added };
  const id = await store.plans.keep({ act: ITEM_IMPORT, person: person.id, at: now, content });
  return {
    ...whisper(
      text.preview(name),
      line(text.counts(changes.length, added.length, apart.length)),
      rows(previewRows({ changes, added }, scene)),
      ...cells,
      note(text.notTaken),
      buttons({ label: text.carryOut, line: `/item proceed ${id}`, style: 'primary' }),
    ),
    posts,
    done,
  };
}

export interface By {
  readonly at: Instant;
  readonly person: number | undefined;
  /** Who is said to have raised what is new. */
  readonly raiser: number;
}

/** Does what was shown; where an item changed since, nothing is done and its number is given. */
export async function applyItems(
  { name, sha256, changes, added }: ItemImportPlan,
  { at, person, raiser }: By,
  store: CouncilStore,
): Promise<{ readonly id: number; readonly added: readonly number[] } | { readonly changedSince: readonly number[] }> {
  const locked = [];
  for (const one of changes.toSorted((a, b) => a.number - b.number))
    locked.push({ one, item: (await store.items.locked(one.number))?.item });
  const changedSince = locked.filter(({ one, item }) => item?.version !== one.version).map(({ one }) => one.number);
  if (changedSince.length > 0) return { changedSince };
  const importId = await store.itemImports.begin({ name, sha256, at, person });
  for (const { one, item } of locked)
    if (item)
      await store.items.change(item, broughtTo(item, one, { at, by: person }), {
        kind: 'import',
        at,
        person,
        seat: one.seat,
        words: one.words,
        importId,
      });
  const numbers: number[] = [];
  for (const { body, title, priority, status, seat, words, ...cells } of added) {
    const { due, owner, others = [] } = stateOf(cells) as Partial<ItemState>;
    const raised = { at, by: raiser, seat };
    const item = await store.items.add({
      ...{ body, title, due, owner, others, priority, status, words, raised, importId },
    });
    numbers.push(item.number);
  }
  return { id: importId, added: numbers };
}

/** Puts everything back that the import brought, unless something changed on top of it. */
export async function undoItems(
  batch: ItemImport,
  by: { readonly at: Instant; readonly person: number | undefined; readonly seat: string | undefined },
  store: CouncilStore,
): Promise<{ readonly refused: Text } | { readonly undone: readonly number[] }> {
  if (batch.undoneAt !== undefined) return { refused: text.undoneBefore(batch.id, batch.undoneAt, dayAt(by.at)) };
  const found = [];
  for (const { number, serial } of batch.steps) {
    const known = await store.items.locked(number);
    const step = known?.entries.find((one) => one.serial === serial);
    if (known && step) found.push({ item: known.item, step });
  }
  const later = found.filter(({ item, step }) => item.version !== step.version).map(({ item }) => item.number);
  if (later.length > 0) return { refused: text.stands(batch.id, later) };
  for (const { item, step } of found) {
    const back = step.kind === 'added' ? ({ status: 'withdrawn' } as const) : step.before;
    await store.items.change(item, back, { kind: 'undo', ...by, undoes: step.serial });
  }
  await store.itemImports.undone(batch.id, by.at);
  return { undone: found.map(({ item }) => item.number) };
}

/** The items of a plan that its person may no longer change so. */
export async function noLonger({ changes }: ItemImportPlan, scene: Scene, store: CouncilStore): Promise<number[]> {
  const bringer = bringerOf(scene);
  const barred: number[] = [];
  for (const { number, cells, part, words } of changes) {
    const item = await store.items.byNumber(number);
    if (!item) continue;
    const acts = Object.keys(cells).map((one) => actFor(one as ItemField, cells, item, bringer));
    if (isShared(item) && closing(cells.status)) acts.push('closeAll');
    const may =
      acts.every((act) => bringer.may(act, item)) &&
      (part === undefined || part.every((seat) => bringer.seats.includes(seat))) &&
      (words === undefined || bringer.may('comment', item));
    if (!may) barred.push(number);
  }
  return barred;
}
