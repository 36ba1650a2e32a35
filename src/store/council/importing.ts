/**
 * Importing requirements as one batch: what is new gets a number, what changed is changed, what is the same stays.
 *
 * Identity is the 機能ID within a system, never the text. Rows travel in arrays, thousands in one statement.
 */

import type { Instant } from '../../domain/day.ts';
import { bigrams, guardedBigrams } from '../../domain/fold.ts';
import type { Mark, RequirementClass } from '../../domain/requirement.ts';
import { toDate } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface ImportedRequirement {
  readonly system: string;
  readonly functionId: string;
  readonly itemNo: string | undefined;
  readonly category: readonly string[];
  readonly text: string;
  readonly class: RequirementClass;
  readonly convenience: boolean;
  /** 千円 */
  readonly cost: number | undefined;
  readonly alternative: string | undefined;
  readonly remarks: string | undefined;
  readonly marks: readonly { readonly round: string; readonly vendor: string; readonly mark: Mark }[];
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface Importing {
  /** What an import of these rows would do. */
  compare(rows: readonly ImportedRequirement[]): Promise<ImportCounts>;
  /** Does it; `file` is where the rows come from. */
  apply(
    rows: readonly ImportedRequirement[],
    file: { readonly name: string; readonly sha256: string; readonly at: Instant },
  ): Promise<ImportCounts & { readonly id: number | undefined }>;
}

interface Sorted {
  readonly created: readonly ImportedRequirement[];
  readonly updated: readonly (ImportedRequirement & { readonly number: number })[];
  readonly unchanged: number;
}

/** Rows in one statement: enough to be fast, few enough to keep memory flat. */
const CHUNK = 2_000;

export function importing(db: Scoped, councilId: string): Importing {
  return {
    async compare(rows) {
      return counts(sorted(rows, await present(db)));
    },

    async apply(rows, file) {
      // One import at a time; a second one meets what the first has made.
      await db.rows((council) => Prisma.sql`SELECT id FROM council WHERE id = ${council} FOR UPDATE`);
      const { created, updated, unchanged } = sorted(rows, await present(db));
      const result = counts({ created, updated, unchanged });
      if (created.length + updated.length === 0) return { ...result, id: undefined };

      const batch = await db.import.create({
        data: { councilId, fileName: file.name, sha256: file.sha256, at: toDate(file.at), ...result },
      });
      const first = created.length > 0 ? await takeNumbers(db, 'requirement', created.length) : 0;
      const numbered = created.map((row, i) => ({ ...row, number: first + i }));
      for (const chunk of chunks(numbered)) await insert(db, chunk, batch.id);
      for (const chunk of chunks(updated)) await change(db, chunk, batch.id);
      for (const chunk of chunks([...numbered, ...updated])) await mark(db, chunk);
      return { ...result, id: batch.id };
    },
  };
}

const counts = ({ created, updated, unchanged }: Sorted): ImportCounts => ({
  created: created.length,
  updated: updated.length,
  unchanged,
});

interface Present {
  readonly number: number;
  readonly content: string;
}

function sorted(rows: readonly ImportedRequirement[], known: ReadonlyMap<string, Present>): Sorted {
  const created: ImportedRequirement[] = [];
  const updated: (ImportedRequirement & { number: number })[] = [];
  for (const row of rows) {
    const there = known.get(identity(row));
    if (!there) created.push(row);
    else if (there.content !== contentOf(row)) updated.push({ ...row, number: there.number });
  }
  return { created, updated, unchanged: rows.length - created.length - updated.length };
}

const identity = ({ system, functionId }: { system: string; functionId: string }): string => `${system} ${functionId}`;

const contentOf = (row: ImportedRequirement): string =>
  JSON.stringify([
    row.itemNo ?? null,
    row.category,
    row.text,
    row.class,
    row.convenience,
    row.cost ?? null,
    row.alternative ?? null,
    row.remarks ?? null,
    row.marks.map(({ round, vendor, mark: given }) => `${round} ${vendor} ${given}`).sort(),
  ]);

async function present(db: Scoped): Promise<Map<string, Present>> {
  const rows = await db.requirement.findMany({ omit: { bigrams: true }, include: { marks: true } });
  return new Map(
    rows.map((row) => [
      identity({ system: row.systemSlug, functionId: row.functionId }),
      {
        number: row.number,
        content: contentOf({
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
          marks: row.marks.map((one) => ({ round: one.round, vendor: one.vendor, mark: one.mark as Mark })),
        }),
      },
    ]),
  );
}

type Numbered = ImportedRequirement & { readonly number: number };

/** The rows as JSON, opened again by the database: arrays of arrays cannot travel as parameters. */
const asRecords = (rows: readonly Numbered[]) => Prisma.sql`
  jsonb_to_recordset(${JSON.stringify(
    rows.map((row) => ({
      number: row.number,
      system: row.system,
      function_id: row.functionId,
      item_no: row.itemNo ?? null,
      category: row.category,
      text: row.text,
      class: row.class,
      convenience: row.convenience,
      cost: row.cost ?? null,
      alternative: row.alternative ?? null,
      remarks: row.remarks ?? null,
      bigrams: [
        ...bigrams([row.text, ...row.category, row.functionId, row.remarks ?? ''].join('\n')),
        ...guardedBigrams(row.alternative ?? ''),
      ],
    })),
  )}::jsonb) AS r(number int, system text, function_id text, item_no text, category text[], text text, class text,
    convenience boolean, cost int, alternative text, remarks text, bigrams text[])`;

const insert = (db: Scoped, rows: readonly Numbered[], importId: number) =>
  db.run(
    (council) => Prisma.sql`
      INSERT INTO requirement (council_id, number, system_slug, function_id, item_no, category, text, class, convenience,
        cost, alternative, remarks, bigrams, import_id)
      SELECT ${council}, r.number, r.system, r.function_id, r.item_no, r.category, r.text, r.class, r.convenience,
        r.cost, r.alternative, r.remarks, r.bigrams, ${importId} FROM ${asRecords(rows)}`,
  );

const change = (db: Scoped, rows: readonly Numbered[], importId: number) =>
  db.run(
    (council) => Prisma.sql`
      UPDATE requirement t SET item_no = r.item_no, category = r.category, text = r.text, class = r.class,
        convenience = r.convenience, cost = r.cost, alternative = r.alternative, remarks = r.remarks,
        bigrams = r.bigrams, import_id = ${importId}
      FROM ${asRecords(rows)} WHERE t.council_id = ${council} AND t.number = r.number`,
  );

async function mark(db: Scoped, rows: readonly Numbered[]): Promise<void> {
  const marks = rows.flatMap(({ number, marks: given }) => given.map((one) => ({ number, ...one })));
  const numbers = rows.map((row) => row.number);
  await db.run(
    (council) => Prisma.sql`DELETE FROM vendor_mark WHERE council_id = ${council} AND number = ANY(${numbers})`,
  );
  await db.run(
    (council) => Prisma.sql`
      INSERT INTO vendor_mark (council_id, number, round, vendor, mark)
      SELECT ${council}, m.number, m.round, m.vendor, m.mark
      FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) AS m(number int, round text, vendor text, mark text)`,
  );
}

function* chunks<T>(rows: readonly T[]): Iterable<T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK);
}
