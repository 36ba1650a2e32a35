/** Imports as people see them: the preview, which is the real comparison, and taking a batch back. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Comparison, Extent, ListedRequirement } from '../../src/domain/importing.ts';
import { type SheetProfile, saysSomething } from '../../src/domain/sheetProfile.ts';
import { correctionFile } from '../../src/sheet/corrections.ts';
import type { FileRead } from '../../src/sheet/reading.ts';
import { importedRow, type SheetReadBy } from '../../src/sheet/requirementRow.ts';
import { countsOf, type ImportBatch, type ImportCounts, type Importing } from '../../src/store/council/importing.ts';
import { isFree } from '../../src/store/council/onImport.ts';
import type { ForgettingBy } from '../../src/store/council/sheetProfiles.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, note, rows } from '../../src/text/message.ts';
import type { Place } from '../../src/text/place.ts';
import { binaryFile } from '../../src/text/post.ts';
import { plain, type Text } from '../../src/text/text.ts';
import { imports as text } from './importText.ts';
import { profileText } from './profileText.ts';

/** Changed requirements that a preview names one by one. */
const NAMED = 20;

/** What an import would do: the counts, then what changes and what is gone. */
export const previewLines = (found: Comparison): Text[] => [
  text.counts(countsOf(found)),
  ...found.updated.slice(0, NAMED).map(text.changed),
  ...(found.updated.length > NAMED ? [text.more(found.updated.length - NAMED)] : []),
  ...(found.kept.length > 0 ? [text.kept(found.kept)] : []),
  ...(found.gone.length > 0 ? [text.gone(found.gone.map((one) => one.number))] : []),
];

/** How sheets are read otherwise than their headings say: by what people said of them, by whose sheet it is, and by their legends. */
export const readByLines = (by: readonly SheetReadBy[], place: Place): Text[] => [
  ...by.filter((one) => saysSomething(one.said)).map((one) => text.said(one, place)),
  ...by.flatMap((one) => one.understood.map((column) => text.understood(one.sheet, column, place))),
  ...by.filter((one) => one.legend.length > 0).map(text.legend),
];

/** What is remembered of sheets of which something was said. */
export const profilesOf = (name: string, by: readonly SheetReadBy[]): SheetProfile[] =>
  by
    .filter((one) => saysSomething(one.said))
    .map(({ shape, sheet, vendor, said }) => ({
      shape,
      sheet,
      ...(vendor !== undefined && { vendor }),
      name,
      ...said,
    }));

/** A plan's act. */
export const IMPORT = 'req import';

/** What was shown and is imported exactly so. */
export interface ImportPlan {
  readonly name: string;
  readonly sha256: string;
  readonly extent: Extent;
  readonly rows: readonly ListedRequirement[];
  readonly counts: ImportCounts;
  /** What was said of the sheets, to be remembered. */
  readonly profiles: readonly SheetProfile[];
}

interface Offered {
  readonly name: string;
  readonly sha256: string;
  readonly extent: Extent;
  readonly reading: FileRead;
}

/** Cells that a preview names one by one; the correction file names them all. */
const CELLS = 10;

/** What the file would do, with the button that does it; or the cells that cannot be read, as a list and a file. */
export async function previewImport(
  { name, sha256, extent, reading }: Offered,
  { person, now }: Pick<Scene, 'person' | 'now'>,
  store: CouncilStore,
): Promise<Reply> {
  const { corrections, unread } = reading;
  const imported = reading.rows.map(importedRow);
  // A row that cannot be read is not gone.
  const found = await store.importing.compare(imported, corrections.length > 0 ? 'part' : extent);
  const passed = [...readByLines(reading.by, 'slack'), ...(unread.length > 0 ? [text.unread(unread)] : [])].map((one) =>
    line(one),
  );
  if (corrections.length > 0 || imported.length === 0) {
    const bytes = correctionFile(corrections, person.language);
    const title = text.correctionTitle(name);
    return {
      ...whisper(
        text.refusedCells(name, corrections.length),
        ...(imported.length > 0 ? [line(text.readable(text.counts(countsOf(found))))] : []),
        rows(corrections.slice(0, CELLS).map(text.cell)),
        ...hintLines(corrections, 'slack').map((one) => note(one)),
        ...passed,
      ),
      posts: [
        {
          kind: 'file',
          key: `corrections:${sha256.slice(0, 12)}:${now}`,
          to: { person: person.id },
          file: binaryFile('corrections.csv', title, bytes),
        },
      ],
      done: ['import:refused'],
    };
  }
  const counts = countsOf(found);
  if (counts.created + counts.updated + counts.gone === 0) return whisper(text.nothing, ...passed);
  const profiles = profilesOf(name, reading.by);
  const content: ImportPlan = { name, sha256, extent, rows: imported, counts, profiles };
  const id = await store.plans.keep({ act: IMPORT, person: person.id, at: now, content });
  return whisper(
    text.preview(name),
    line(text.extent(extent, 'slack')),
    rows(previewLines(found)),
    ...passed,
    buttons({ label: text.carryOut, line: `/req proceed ${id}`, style: 'primary' }),
  );
}

/** Imports what was shown; where anything else would come of it now, nothing is done. */
export async function carryOutImport(
  { rows: list, counts, profiles, ...file }: ImportPlan,
  { person, now }: Pick<Scene, 'person' | 'now'>,
  store: CouncilStore,
): Promise<Reply> {
  const found = countsOf(await store.importing.compare(list, file.extent));
  if (JSON.stringify(found) !== JSON.stringify(sameOrder(counts))) return whisper(text.changedSince);
  const { id, ...result } = await store.importing.apply(list, { ...file, at: now, person: person.id });
  if (id === undefined) return whisper(text.nothing);
  const kept = await keepProfiles(profiles, { at: now, person: person.id, batch: id }, store);
  return {
    ...whisper(
      text.imported(id, text.counts(result)),
      ...(kept.length > 0 ? [note(profileText.remembered(kept, 'slack'))] : []),
      buttons({ label: text.undo, line: `/req undo 取込${id}`, confirm: text.undoSure(id) }),
    ),
    done: [`import:${id}`, ...kept.map((one) => `profile:${one}`)],
  };
}

/** Remembers what was said of the sheets with this import; gives the numbers of what is new. */
export async function keepProfiles(
  profiles: readonly SheetProfile[],
  by: ForgettingBy & { readonly batch: number },
  store: CouncilStore,
): Promise<number[]> {
  const kept: number[] = [];
  for (const one of profiles) {
    const id = await store.sheetProfiles.keep(one, by);
    if (id !== undefined) kept.push(id);
  }
  return kept;
}

/** What was kept as JSON may have its keys in another order. */
const sameOrder = ({ created, updated, unchanged, gone }: ImportCounts): ImportCounts => ({
  created,
  updated,
  unchanged,
  gone,
});

/** How to say what columns and marks mean, where that would help to read one of these cells. */
export const hintLines = (refused: readonly { readonly why: Text }[], place: Place): Text[] =>
  refused.some(({ why }) => COLUMN_OR_MARK.test(plain(why.ja))) ? [text.sayColumns(place)] : [];
const COLUMN_OR_MARK = /回答の記号ではありません|どの回の回答か|列がありません|同じ意味の列/u;

/** Why a batch, whose requirements are locked, is not taken back: what stands on it. */
export async function refusedImport(batch: ImportBatch, importing: Importing): Promise<Text | undefined> {
  const { undoneAt } = batch;
  if (undoneAt !== undefined) return text.undoneBefore({ ...batch, undoneAt });
  if (batch.changes === 0) return text.unrecorded(batch.id);
  const onIt = await importing.standingOn(batch.id);
  return isFree(onIt) ? undefined : text.stands(batch.id, onIt);
}
