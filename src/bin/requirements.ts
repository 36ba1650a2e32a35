/** `renkei req import`: requirements from a workbook or CSV; nothing is written while a cell cannot be read. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { saidIn } from '../../commands/arguments/sheetWords.ts';
import {
  hintLines,
  keepProfiles,
  previewLines,
  profilesOf,
  readByLines,
  refusedImport,
} from '../../commands/req/importing.ts';
import { imports } from '../../commands/req/importText.ts';
import { profileText } from '../../commands/req/profileText.ts';
import { ownNamed } from '../../commands/subjects/sources.ts';
import { dayAt, instant } from '../domain/day.ts';
import type { Extent } from '../domain/importing.ts';
import type { SaidOfSheet } from '../domain/sheetProfile.ts';
import { correctionFile, correctionName } from '../sheet/corrections.ts';
import { readApart } from '../sheet/reading.ts';
import { importedRow } from '../sheet/requirementRow.ts';
import type { Refusal } from '../sheet/text.ts';
import type { Store } from '../store/store.ts';
import { en, ja, type Text } from '../text/text.ts';
import { councilMeant, type Errand, language, parsed, print, refuse, withStore } from './errand.ts';

export const importRequirements: Errand = {
  name: 'req import',
  words: 'FILE [--part] [--vendor NAME] [--round NAME] [--columns WORDS] [--dry-run] | --undo N [--council ID]',
  summary: { ja: ja`要件一覧(xlsx・CSV)を取り込みます`, en: en`import requirements from xlsx or CSV` },
  async run(words) {
    const options = {
      'dry-run': { type: 'boolean' },
      part: { type: 'boolean' },
      vendor: { type: 'string' },
      round: { type: 'string' },
      columns: { type: 'string' },
      undo: { type: 'string' },
      council: { type: 'string' },
    } as const;
    const given = parsed(this, words, options, words.some((one) => /^--undo(=|$)/.test(one)) ? 0 : 1);
    if (!given) return 2;
    const { council, undo } = given.values;
    if (undo !== undefined)
      return withStore(async (store) => {
        const id = await councilMeant(store, council);
        return typeof id === 'number' ? id : undoBatch(store, id, undo);
      });
    const [file = ''] = given.positionals;
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return refuse(text.noFile(file));
    const said = saidIn(given.values.columns ?? '');
    if ('unclear' in said) return refuse(said.unclear);
    return withStore(async (store) => {
      const id = await councilMeant(store, council);
      if (typeof id === 'number') return id;
      const extent = given.values.part ? 'part' : 'whole';
      return importBytes(store, id, {
        name: basename(file),
        bytes,
        said: said.read,
        of: { vendor: given.values.vendor, round: given.values.round },
        extent,
        corrections: correctionName(file, language),
        dryRun: given.values['dry-run'] === true,
      });
    });
  },
};

interface Imported {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is said of its columns and marks. */
  readonly said: SaidOfSheet;
  /** The names of the vendor and the round whose answers it holds, where headings do not say it. */
  readonly of: { readonly vendor: string | undefined; readonly round: string | undefined };
  readonly extent: Extent;
  /** Where to say which cells cannot be read. */
  readonly corrections: string;
  readonly dryRun: boolean;
}

async function importBytes(
  store: Store,
  id: string,
  { name, bytes, said, of, extent, corrections, dryRun }: Imported,
): Promise<number> {
  const council = store.council(id);
  const { systems } = await council.chart();
  const sources = await council.sources();
  const named = ownNamed(of, sources);
  if ('refused' in named) return refuse(named.refused);
  const profiles = await council.sheetProfiles.all();
  const read = await readApart({
    name,
    bytes,
    known: { systems, ...sources, profiles, said, own: named.own },
  });
  if ('refused' in read) return refuse(read.refused);
  const { rows, corrections: refused, unread, by } = read;
  for (const line of readByLines(by, 'shell')) print(line);
  for (const one of unread) print(text.unread(one.sheet, one.cell, one.words));
  for (const one of refused) refuse(text.refused(one));
  const imported = rows.map(importedRow);
  // A row that cannot be read is not gone.
  const found = await council.importing.compare(imported, refused.length > 0 ? 'part' : extent);
  if (dryRun)
    for (const line of [imports.extent(extent, 'shell'), ...(await previewLines(found, council))]) print(line);
  if (refused.length > 0) {
    await writeFile(corrections, correctionFile(refused, language));
    refuse(text.corrections(corrections));
    for (const line of hintLines(refused, 'shell')) refuse(line);
  }
  if (refused.length > 0 || rows.length === 0) return refuse(text.nothingWritten(refused.length, rows.length));
  if (dryRun) {
    print(text.dryRun);
    return 0;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const at = instant(Date.now());
  const remembered: number[] = [];
  const counts = await store.act(id, async (acting) => {
    remembered.length = 0;
    const result = await acting.importing.apply(imported, { name, sha256, at, extent });
    if (result.id !== undefined) {
      const kept = await keepProfiles(profilesOf(name, by), { at, person: undefined, batch: result.id }, acting);
      for (const one of kept) remembered.push(one);
      const subjects = [`import:${result.id}`, ...kept.map((one) => `profile:${one}`)];
      await acting.audit.write({ ...BY_SHELL, at, act: 'req import', line: `renkei req import ${name}`, subjects });
    }
    return result;
  });
  print(counts.id === undefined ? imports.nothing : imports.imported(counts.id, imports.counts(counts)));
  if (remembered.length > 0) print(profileText.remembered(remembered, 'shell'));
  return 0;
}

async function undoBatch(store: Store, council: string, written: string): Promise<number> {
  const id = Number(/\d+/.exec(written.normalize('NFKC'))?.[0] ?? 0);
  const at = instant(Date.now());
  return store.act(council, async (acting) => {
    await acting.importing.lock(id);
    const batch = await acting.importing.batch(id);
    if (!batch) return refuse(imports.noImport(id));
    const refused = await refusedImport(batch, dayAt(at), acting.importing);
    if (refused) return refuse(refused);
    const undone = await acting.importing.undo(id, { at, person: undefined });
    const forgotten = await acting.sheetProfiles.forgetOf(id, { at, person: undefined });
    await acting.audit.write({
      ...BY_SHELL,
      at,
      act: 'req undo',
      line: `renkei req import --undo ${id}`,
      subjects: [`import:${id}`, ...forgotten.map((one) => `profile:${one}`)],
    });
    print(imports.undone(batch, undone.length));
    if (forgotten.length > 0) print(profileText.takenBack(forgotten, 'shell'));
    return 0;
  });
}

/** An administrator at a shell holds no seat. */
const BY_SHELL = { by: undefined, onBehalf: false } as const;

const text = {
  noFile: (file: string): Text => ({ ja: ja`${file} を開けません。`, en: en`${file} cannot be opened.` }),
  unread: (sheet: string, cell: string, words: string): Text => ({
    ja: ja`読み飛ばしました: ${sheet}!${cell} ${words}`,
    en: en`passed over: ${sheet}!${cell} ${words}`,
  }),
  refused: ({ sheet, cell, why }: Refusal): Text => ({
    ja: ja`${sheet}!${cell} ${why}`,
    en: en`${sheet}!${cell} ${why}`,
  }),
  nothingWritten: (cells: number, rows: number): Text => ({
    ja: ja`読み取れないセルが${cells}件あるため(要件 ${rows}件)、何も取り込んでいません。`,
    en: en`${cells} cells could not be read (${rows} requirements), so nothing was imported.`,
  }),
  corrections: (file: string): Text => ({
    ja: ja`読み取れないセルの一覧を ${file} に書き出しました。`,
    en: en`The cells that cannot be read are listed in ${file}.`,
  }),
  dryRun: {
    ja: ja`確認のみのため、何も取り込んでいません。`,
    en: en`This was a dry run: nothing was imported.`,
  },
} as const;
