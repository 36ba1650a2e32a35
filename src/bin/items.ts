/** `renkei item import`: a 課題管理表 that was edited offline, merged back for the secretariat; what conflicts is listed and kept out. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { applyItems, previewRows, undoItems } from '../../commands/item/importing.ts';
import { merging } from '../../commands/item/mergeText.ts';
import { type Bringer, mergeItems } from '../../commands/item/merging.ts';
import { officeCalendar } from '../calendar/holidays.ts';
import { rolesOn } from '../domain/council.ts';
import { dayAt, instant } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import { correctionFile, correctionName } from '../sheet/corrections.ts';
import type { ItemLine } from '../sheet/itemLines.ts';
import { readItemsApart } from '../sheet/reading.ts';
import type { ActingStore, Store } from '../store/store.ts';
import { en, ja, type Text } from '../text/text.ts';
import { councilMeant, type Errand, language, parsed, print, refuse, withStore } from './errand.ts';

export const importItems: Errand = {
  name: 'item import',
  words: 'FILE [--dry-run] | --undo N [--council ID]',
  summary: { ja: ja`編集した課題管理表を取り込みます`, en: en`merge an edited workbook of items back` },
  async run(words) {
    const options = { 'dry-run': { type: 'boolean' }, undo: { type: 'string' }, council: { type: 'string' } } as const;
    const given = parsed(this, words, options, words.some((one) => /^--undo(=|$)/.test(one)) ? 0 : 1);
    if (!given) return 2;
    const { council, undo, 'dry-run': dryRun = false } = given.values;
    const [file = ''] = given.positionals;
    const bytes = undo === undefined ? await readFile(file).catch(() => undefined) : undefined;
    if (undo === undefined && !bytes) return refuse(text.noFile(file));
    const reading = bytes && (await readItemsApart({ name: basename(file), bytes, items: true }));
    if (reading && 'refused' in reading) return refuse(reading.refused);
    return withStore(async (store) => {
      const id = await councilMeant(store, council);
      if (typeof id === 'number') return id;
      if (!bytes || !reading) return undoOne(store, id, undo ?? '');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return merge(store, id, { file, sha256, lines: reading.lines, dryRun });
    });
  },
};

interface Given {
  readonly file: string;
  readonly sha256: string;
  readonly lines: readonly ItemLine[];
  readonly dryRun: boolean;
}

const merge = (store: Store, council: string, { file, sha256, lines, dryRun }: Given): Promise<number> =>
  store.act(council, async (acting) => {
    const name = basename(file);
    const brought = await acting.itemImports.ofFile(sha256);
    if (brought !== undefined) return refuse(merging.broughtBefore(brought));
    const at = instant(Date.now());
    const today = dayAt(at);
    const chart = await acting.chart();
    const calendar = { ...officeCalendar(today), closed: await acting.closedDays(today) };
    const own = await secretariatOf(acting);
    if (!own) return refuse(text.noSecretariat);
    const bringer: Bringer = { seats: [own.seat], may: () => own.seat, mayAdd: () => own.seat };
    const { changes, added, apart } = await mergeItems(lines, { bringer, chart, today, calendar }, acting);
    for (const one of apart) refuse(merging.apart(one));
    if (apart.length > 0) {
      const list = correctionName(file, language);
      await writeFile(list, correctionFile(apart, language));
      refuse(text.corrections(list));
    }
    if (changes.length + added.length === 0) return refuse(merging.nothing(name));
    if (dryRun) {
      print(merging.counts(changes.length, added.length, apart.length));
      for (const one of previewRows({ changes, added }, { chart, today })) print(one);
      print(text.dryRun);
      return 0;
    }
    const by = { at, person: undefined, raiser: own.person };
    const result = await applyItems({ name, sha256, changes, added }, by, acting);
    if ('changedSince' in result) return refuse(merging.changedSince(result.changedSince));
    const touched = [...changes.map((one) => one.number), ...result.added].map((one) => `item:${one}`);
    const subjects = [`item-import:${result.id}`, ...touched];
    await acting.audit.write({ ...BY_SHELL, at, act: 'item import', line: `renkei item import ${name}`, subjects });
    print(merging.imported(result.id, changes.length, result.added));
    return 0;
  });

/** What is new at a shell is raised for the secretariat. */
async function secretariatOf(store: ActingStore): Promise<{ seat: string; person: number } | undefined> {
  const today = dayAt(instant(Date.now()));
  const chart = await store.chart();
  for (const [person, tenures] of groups(await store.tenuresOn(today), (one) => one.person)) {
    const role = rolesOn(tenures, chart, today).find((one) => one.as === 'secretariat');
    if (role) return { seat: role.seat, person };
  }
  return undefined;
}

const undoOne = (store: Store, council: string, written: string): Promise<number> =>
  store.act(council, async (acting) => {
    const id = Number(/\d+/.exec(written.normalize('NFKC'))?.[0] ?? 0);
    const at = instant(Date.now());
    const batch = await acting.itemImports.locked(id);
    if (!batch) return refuse(merging.noImport(id));
    const result = await undoItems(batch, { at, person: undefined, seat: undefined }, acting);
    if ('refused' in result) return refuse(result.refused);
    const subjects = [`item-import:${id}`, ...result.undone.map((one) => `item:${one}`)];
    const line = `renkei item import --undo ${id}`;
    await acting.audit.write({ ...BY_SHELL, at, act: 'item undo', line, subjects });
    print(merging.undone(batch));
    return 0;
  });

/** An administrator at a shell holds no seat. */
const BY_SHELL = { by: undefined, onBehalf: false } as const;

const text = {
  noFile: (file: string): Text => ({ ja: ja`${file} を開けません。`, en: en`${file} cannot be opened.` }),
  noSecretariat: {
    ja: ja`本日、事務局の担当がいないため、取り込めません。名簿をご確認ください。`,
    en: en`There is nobody in the secretariat today, so nothing can be imported. Please check the roster.`,
  },
  corrections: (file: string): Text => ({
    ja: ja`取り込めないセルの一覧を ${file} に書き出しました。`,
    en: en`The cells that are not taken are listed in ${file}.`,
  }),
  dryRun: {
    ja: ja`確認のみのため、何も取り込んでいません。`,
    en: en`This was a dry run: nothing was imported.`,
  },
} as const;
