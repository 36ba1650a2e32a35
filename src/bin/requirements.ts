/** `renkei req import`: requirements from a workbook or CSV; nothing is written while a cell cannot be read. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { instant } from '../domain/day.ts';
import { openSheets } from '../sheet/open.ts';
import type { RequirementRow } from '../sheet/requirementRow.ts';
import { readRequirements } from '../sheet/requirements.ts';
import type { Refusal } from '../sheet/text.ts';
import type { ImportCounts, ImportedRequirement } from '../store/council/importing.ts';
import type { Store } from '../store/store.ts';
import { en, ja, type Text } from '../text/text.ts';
import { councilMeant, type Errand, parsed, print, refuse, withStore } from './errand.ts';

export const importRequirements: Errand = {
  name: 'req import',
  words: 'FILE [--council ID] [--dry-run]',
  summary: { ja: ja`要件一覧(xlsx・CSV)を取り込みます`, en: en`import requirements from xlsx or CSV` },
  async run(words) {
    const given = parsed(this, words, { 'dry-run': { type: 'boolean' }, council: { type: 'string' } }, 1);
    if (!given) return 2;
    const [file = ''] = given.positionals;
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return refuse(text.noFile(file));
    return withStore(async (store) => {
      const id = await councilMeant(store, given.values.council);
      if (typeof id === 'number') return id;
      return importBytes(store, id, { name: basename(file), bytes, dryRun: given.values['dry-run'] === true });
    });
  },
};

interface Imported {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly dryRun: boolean;
}

async function importBytes(store: Store, id: string, { name, bytes, dryRun }: Imported): Promise<number> {
  const opened = await openSheets(bytes, name);
  if ('refused' in opened) return refuse(opened.refused);
  const council = store.council(id);
  const { systems } = await council.chart();
  const { rows, refused, unread } = readRequirements(opened.sheets, { systems, ...(await council.sources()) });
  for (const one of unread) print(text.unread(one.sheet, one.cell, one.words));
  for (const one of refused) refuse(text.refused(one));
  if (refused.length > 0 || rows.length === 0) return refuse(text.nothingWritten(refused.length, rows.length));

  const imported = rows.map(importedRow);
  if (dryRun) {
    print(text.dryRun(await council.importing.compare(imported)));
    return 0;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const at = instant(Date.now());
  const counts = await store.act(id, async (acting) => {
    const result = await acting.importing.apply(imported, { name, sha256, at });
    if (result.id !== undefined) {
      const subjects = [`import:${result.id}`];
      await acting.audit.write({
        at,
        by: undefined,
        onBehalf: false,
        act: 'req import',
        line: `renkei req import ${name}`,
        subjects,
      });
    }
    return result;
  });
  print(text.imported(counts));
  return 0;
}

export const importedRow = (row: RequirementRow): ImportedRequirement => ({
  system: row.system,
  functionId: row.functionId,
  itemNo: row.itemNo,
  category: row.category,
  text: row.text,
  class: row.class,
  convenience: row.convenience,
  cost: row.cost,
  alternative: row.alternative,
  remarks: row.remarks,
  marks: row.marks,
});

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
  dryRun: ({ created, updated, unchanged }: ImportCounts): Text => ({
    ja: ja`新規 ${created}件、変更 ${updated}件、変更なし ${unchanged}件です。確認のみのため、何も取り込んでいません。`,
    en: en`${created} new, ${updated} changed, ${unchanged} unchanged. This was a dry run: nothing was imported.`,
  }),
  imported: ({ created, updated, unchanged }: ImportCounts): Text => ({
    ja: ja`取り込みました。新規 ${created}件、変更 ${updated}件、変更なし ${unchanged}件です。`,
    en: en`Imported: ${created} new, ${updated} changed, ${unchanged} unchanged.`,
  }),
} as const;
