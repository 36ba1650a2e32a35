/**
 * Importing requirements as one batch, and taking a batch back: one comparison serves the dry run and the deed, and what
 * a batch did to each requirement stands beside it.
 */
import type { Instant } from '../../domain/day.ts';
import {
  addedId,
  type Comparison,
  compared,
  type Extent,
  type ImportedRequirement,
  type Known,
  type ListedRequirement,
  nextVersion,
} from '../../domain/importing.ts';
import type { Mark, RequirementClass } from '../../domain/requirement.ts';
import { toDate, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { removeVersions, rewriteVersions, writeVersions } from './importedVersions.ts';
import { takeNumbers } from './numbers.ts';
import { type OnImport, standingOn } from './onImport.ts';
import { UNFOLDED } from './requirements.ts';
import { type SpecificationChange, versionsOf } from './specifications.ts';

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly gone: number;
}

/** Where the rows come from. */
export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly at: Instant;
  readonly extent: Extent;
  /** None: an administrator at a shell. */
  readonly person?: number;
}

export interface ImportBatch extends ImportCounts {
  readonly id: number;
  readonly name: string;
  readonly at: Instant;
  /** None: an administrator at a shell. */
  readonly person: number | undefined;
  readonly undoneAt: Instant | undefined;
  /** How many requirements it changed, as far as that was recorded. */
  readonly changes: number;
}

/** Requirements that a batch created, and those that it changed or missed in its list. */
export interface BatchNumbers {
  readonly created: readonly number[];
  readonly changed: readonly number[];
}

export interface Importing {
  /** What an import of these rows would do. */
  compare(rows: readonly ListedRequirement[], extent: Extent): Promise<Comparison>;
  /** Does it; a file that changes nothing is no batch. */
  apply(
    rows: readonly ListedRequirement[],
    file: ImportedFile,
  ): Promise<ImportCounts & { readonly id: number | undefined }>;
  /** Adds one that no list has, as a batch of its own; its 機能ID is given here. */
  add(
    row: Omit<ImportedRequirement, 'functionId'>,
    file: Omit<ImportedFile, 'extent'>,
  ): Promise<{ readonly id: number; readonly number: number; readonly functionId: string }>;
  batch(id: number): Promise<ImportBatch | undefined>;
  /** Locks what a batch touched until the act ends, so that nothing can come to stand on it; gives the numbers. */
  lock(id: number): Promise<BatchNumbers>;
  standingOn(id: number): Promise<OnImport>;
  /** How imports changed this requirement, the oldest first, with what was taken back. */
  versions(number: number): Promise<SpecificationChange[]>;
  /** Restores what was before; nothing may stand on it. Gives the numbers that it touched. */
  undo(id: number, by: { readonly at: Instant; readonly person: number | undefined }): Promise<number[]>;
}

export const countsOf = ({ created, updated, unchanged, gone }: Comparison): ImportCounts => ({
  created: created.length,
  updated: updated.length,
  unchanged,
  gone: gone.length,
});

export function importing(db: Scoped, councilId: string): Importing {
  /** One import at a time; a second one meets what the first has made. */
  const lock = () => db.rows((council) => Prisma.sql`SELECT id FROM council WHERE id = ${council} FOR NO KEY UPDATE`);

  const own: Importing = {
    async compare(rows, extent) {
      return compared(rows, await known(db), extent);
    },

    async apply(rows, { name, sha256, at, extent, person }) {
      await lock();
      const found = compared(rows, await known(db), extent);
      const counts = countsOf(found);
      if (counts.created + counts.updated + counts.gone === 0) return { ...counts, id: undefined };

      const id = await takeNumbers(db, 'import');
      const batch = { councilId, id, fileName: name, sha256, at: toDate(at), personId: person ?? null, ...counts };
      await db.import.create({ data: batch });
      const first = counts.created > 0 ? await takeNumbers(db, 'requirement', counts.created) : 0;
      const created = found.created.map((row, i) => ({
        ...row,
        ...{ number: first + i, importId: id, goneIn: undefined, specifiedAt: at },
      }));
      const updated = found.updated.map(({ before, after }) => ({
        before,
        after: { ...nextVersion(before, after, { importId: id, at }), number: before.number },
      }));
      const gone = found.gone.map((before) => ({ before, after: { ...before, goneIn: id } }));
      await writeVersions(db, id, { created, changed: [...updated, ...gone] });
      return { ...counts, id };
    },

    async add(row, file) {
      await lock();
      const functionId = addedId(await takeNumbers(db, 'addedRequirement'));
      const { id } = await own.apply([{ ...row, functionId }], { ...file, extent: 'part' });
      const made = await db.requirement.findFirst({ where: { systemSlug: row.system, functionId } });
      if (id === undefined || !made) throw new Error(`${functionId} was there before`);
      return { id, number: made.number, functionId };
    },

    async batch(id) {
      const row = await db.import.findFirst({ where: { id }, include: { _count: { select: { changes: true } } } });
      if (!row) return undefined;
      const { fileName: name, at, undoneAt, personId, created, updated, unchanged, gone } = row;
      const counts = { created, updated, unchanged, gone };
      return {
        id,
        name,
        at: toInstant(at),
        person: personId ?? undefined,
        undoneAt: undoneAt ? toInstant(undoneAt) : undefined,
        changes: row._count.changes,
        ...counts,
      };
    },

    async lock(id) {
      await lock();
      const touched = await db.rows<{ number: number; created: boolean }>(
        (council) => Prisma.sql`
          SELECT c.number, c.before IS NULL AS created FROM import_change c
          WHERE c.council_id = ${council} AND c.import_id = ${id} ORDER BY c.number`,
      );
      await db.rows(
        (council) => Prisma.sql`
          SELECT number FROM requirement
          WHERE council_id = ${council} AND number = ANY(${touched.map((one) => one.number)})
          ORDER BY number FOR UPDATE`,
      );
      return {
        created: touched.filter((one) => one.created).map((one) => one.number),
        changed: touched.filter((one) => !one.created).map((one) => one.number),
      };
    },

    standingOn: (id) => standingOn(db, id),
    versions: (number) => versionsOf(db, number),

    async undo(id, { at, person }) {
      await lock();
      const changes = await db.importChange.findMany({ where: { importId: id }, orderBy: { number: 'asc' } });
      const now = await known(
        db,
        changes.map((one) => one.number),
      );
      const earlier = new Map(changes.map((one) => [one.number, one.before as unknown as Known | null]));
      await removeVersions(
        db,
        now.filter((one) => !earlier.get(one.number)),
      );
      await rewriteVersions(
        db,
        now.flatMap((before) => {
          const after = earlier.get(before.number);
          return after ? [{ before, after: { ...after, number: before.number } }] : [];
        }),
      );
      await db.import.updateMany({ where: { id }, data: { undoneAt: toDate(at), undoneBy: person ?? null } });
      return changes.map((one) => one.number);
    },
  };
  return own;
}

/** All of them, or those with these numbers. */
async function known(db: Scoped, numbers?: readonly number[]): Promise<Known[]> {
  const rows = await db.requirement.findMany({
    ...(numbers && { where: { number: { in: [...numbers] } } }),
    omit: UNFOLDED,
    include: { marks: true },
  });
  return rows.map((row) => ({
    ...toImported(row),
    importId: row.importId,
    goneIn: row.goneIn ?? undefined,
    specifiedAt: toInstant(row.specifiedAt),
  }));
}

type Row = Omit<Prisma.RequirementGetPayload<{ include: { marks: true } }>, keyof typeof UNFOLDED>;

/** A requirement as a list has it. */
export const toImported = (row: Row): ImportedRequirement & { readonly number: number } => ({
  number: row.number,
  system: row.systemSlug,
  functionId: row.functionId,
  itemNo: row.itemNo ?? undefined,
  category: row.category,
  text: row.text,
  class: row.class as RequirementClass,
  convenience: row.convenience,
  cost: row.cost ?? undefined,
  alternative: row.alternative ?? undefined,
  remarks: row.remarks ?? undefined,
  marks: row.marks.map(({ round, vendor, mark }) => ({ round, vendor, mark: mark as Mark })),
});
