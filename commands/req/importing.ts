/** Imports as people see them: the preview, which is the real comparison, and taking a batch back. */

import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { systemOf } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { groups } from '../../src/domain/groups.ts';
import {
  blankedIn,
  type Comparison,
  type Extent,
  type ListedRequirement,
  toReconsider,
} from '../../src/domain/importing.ts';
import { needsReview, type Requirement } from '../../src/domain/requirement.ts';
import { type SheetProfile, saysSomething } from '../../src/domain/sheetProfile.ts';
import { correctionFile, correctionName } from '../../src/sheet/corrections.ts';
import type { FileRead } from '../../src/sheet/reading.ts';
import { importedRow, type SheetReadBy } from '../../src/sheet/requirementRow.ts';
import { countsOf, type ImportBatch, type ImportCounts, type Importing } from '../../src/store/council/importing.ts';
import { isFree } from '../../src/store/council/onImport.ts';
import type { ForgettingBy } from '../../src/store/council/sheetProfiles.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, note, rows } from '../../src/text/message.ts';
import type { Place } from '../../src/text/place.ts';
import { binaryFile, type Post } from '../../src/text/post.ts';
import { plain, type Text } from '../../src/text/text.ts';
import { imports as text } from './importText.ts';
import { profileText } from './profileText.ts';

/** Changed requirements that a preview names one by one. */
const NAMED = 20;

/** What an import would do: the counts, then what changes, what is gone, and what is worth a second look. */
export async function previewLines(found: Comparison, store: CouncilStore): Promise<Text[]> {
  const { vendors, rounds } = await store.sources();
  const name = (among: typeof vendors, slug: string): string => among.find((one) => one.slug === slug)?.name ?? slug;
  const blanked = blankedIn(found.updated).map(
    ({ round, vendor, count }) => [`${name(rounds, round)} ${name(vendors, vendor)}`, count] as const,
  );
  const decided = await decidedOf(toReconsider(found), store);
  return [
    text.counts(countsOf(found)),
    ...found.updated.slice(0, NAMED).map(text.changed),
    ...(found.updated.length > NAMED ? [text.more(found.updated.length - NAMED)] : []),
    ...(found.kept.length > 0 ? [text.kept(found.kept)] : []),
    ...(found.gone.length > 0 ? [text.gone(found.gone.map((one) => one.number))] : []),
    ...(blanked.length > 0 ? [text.blanked(blanked)] : []),
    ...(decided.length > 0 ? [text.toReview(decided.map((one) => one.number))] : []),
  ];
}

/** Those of these on which something is decided. */
const decidedOf = async (numbers: readonly number[], store: CouncilStore) =>
  numbers.length === 0 ? [] : (await store.requirements.byNumbers(numbers)).filter((one) => one.standing);

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
          file: binaryFile(correctionName(name, person.language), title, bytes),
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
    rows(await previewLines(found, store)),
    ...passed,
    buttons({ label: text.carryOut, line: `/req proceed ${id}`, style: 'primary' }),
  );
}

/** Imports what was shown; where anything else would come of it now, nothing is done. */
export async function carryOutImport(
  { rows: list, counts, profiles, ...file }: ImportPlan,
  { person, now, chart }: Pick<Scene, 'person' | 'now' | 'chart'>,
  store: CouncilStore,
): Promise<Reply> {
  const found = await store.importing.compare(list, file.extent);
  if (JSON.stringify(countsOf(found)) !== JSON.stringify(sameOrder(counts))) return whisper(text.changedSince);
  const { id, ...result } = await store.importing.apply(list, { ...file, at: now, person: person.id });
  if (id === undefined) return whisper(text.nothing);
  const kept = await keepProfiles(profiles, { at: now, person: person.id, batch: id }, store);
  const review = await decidedOf(toReconsider(found), store);
  return {
    ...whisper(
      text.imported(id, text.counts(result)),
      ...(review.length > 0 ? [line(text.nowToReview(review.map((one) => one.number)))] : []),
      ...(kept.length > 0 ? [note(profileText.remembered(kept, 'slack'))] : []),
      buttons({ label: text.undo, line: `/req undo 取込${id}`, confirm: text.undoSure(id) }),
    ),
    posts: [...groups(review, (one) => systemOf(chart, one.system)?.body ?? '')].map(([body, all]) =>
      toReviewPost(
        id,
        body,
        all.map((one) => one.number),
      ),
    ),
    done: [`import:${id}`, ...kept.map((one) => `profile:${one}`)],
  };
}

/** A body is told which of its decisions were made on other words. */
const toReviewPost = (id: number, body: string, numbers: readonly number[]): Post => ({
  ...{ kind: 'message', key: `review:${id}:${body}`, to: { body } },
  message: {
    summary: text.tellReview(id, numbers),
    parts: [buttons({ label: text.listReview, line: '/req list review' })],
  },
});

/** Those of these that were decided on other words than they have now. */
export const underReview = async (numbers: readonly number[], store: CouncilStore) =>
  (await store.requirements.byNumbers(numbers)).filter((one) => needsReview(one, one.standing));

/** A body that was told of what to review hears that it need not, once the import was taken back. */
export const reviewedNoMore = (
  id: number,
  before: readonly Requirement[],
  after: readonly Requirement[],
  { chart }: Pick<Scene, 'chart'>,
): Post[] => {
  const still = new Set(after.map((one) => one.number));
  const over = before.filter((one) => !still.has(one.number));
  return [...groups(over, (one) => systemOf(chart, one.system)?.body ?? '')].map(([body, all]) => ({
    ...{ kind: 'message', key: `review:${id}:${body}:over`, to: { body } },
    message: {
      summary: text.tellReviewOver(
        id,
        all.map((one) => one.number),
      ),
    },
  }));
};

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
const COLUMN_OR_MARK = /回答の記号ではありません|どの回の回答か|列がありません|見出しが見つかりません|同じ意味の列/u;

/** Why a batch, whose requirements are locked, is not taken back: what stands on it. */
export async function refusedImport(batch: ImportBatch, today: Day, importing: Importing): Promise<Text | undefined> {
  const { undoneAt } = batch;
  if (undoneAt !== undefined) return text.undoneBefore({ ...batch, undoneAt }, today);
  if (batch.changes === 0) return text.unrecorded(batch.id);
  const onIt = await importing.standingOn(batch.id);
  return isFree(onIt) ? undefined : text.stands(batch.id, onIt);
}
