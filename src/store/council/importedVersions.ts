/** Versions of requirements as imports write them: whole rows with their marks, thousands in one statement. */
import { fold } from '../../domain/fold.ts';
import type { Known } from '../../domain/importing.ts';
import { searched } from '../../domain/traits.ts';
import { toDate } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { inTurn, type Statement } from './inTurn.ts';
import { inLines } from './lines.ts';
import { relisted, restood } from './traits.ts';

/** Rows in one statement: enough to be fast, few enough that the first is soon on its way and memory stays flat. */
const CHUNK = 750;

/** Writes what an import made of them, new ones and others, and what it did to each. */
export async function writeVersions(
  db: Scoped,
  importId: number,
  { created, changed }: { readonly created: readonly Known[]; readonly changed: readonly Rewritten[] },
): Promise<void> {
  function* all(): Iterable<Statement> {
    yield* insertions(created);
    yield* rewriting(changed);
    yield* records(importId, [...created.map((after) => ({ before: undefined, after })), ...changed]);
  }
  await inTurn(db, all());
  await restandChanged(db, changed);
}

export async function rewriteVersions(db: Scoped, changes: readonly Rewritten[]): Promise<void> {
  await inTurn(db, rewriting(changes));
  await restandChanged(db, changes);
}

export interface Rewritten {
  readonly before: Known;
  readonly after: Known;
}

function* insertions(rows: readonly Known[]): Iterable<Statement> {
  for (const chunk of chunks(rows)) {
    const inserted = asRecords(chunk);
    yield (council) => Prisma.sql`
        INSERT INTO requirement (council_id, number, system_slug, function_id, item_no, category, text, class, convenience,
          cost, alternative, remarks, folded, folded_alternative, import_id, gone_in, specified_at)
        SELECT ${council}, r.number, r.system, r.function_id, r.item_no, r.category, r.text, r.class, r.convenience,
          r.cost, r.alternative, r.remarks, r.folded, r.folded_alternative, r.import_id, r.gone_in, r.specified_at
        FROM ${inserted}`;
    yield insertedMarks(chunk);
  }
  yield* relisted(rows.map((after) => ({ before: undefined, after })));
}

function* rewriting(changes: readonly Rewritten[]): Iterable<Statement> {
  for (const chunk of chunks(changes.map((one) => one.after))) {
    const rewritten = asRecords(chunk);
    yield (council) => Prisma.sql`
        UPDATE requirement t SET item_no = r.item_no, category = r.category, text = r.text, class = r.class,
          convenience = r.convenience, cost = r.cost, alternative = r.alternative, remarks = r.remarks,
          folded = r.folded, folded_alternative = r.folded_alternative, import_id = r.import_id, gone_in = r.gone_in, specified_at = r.specified_at
        FROM ${rewritten} WHERE t.council_id = ${council} AND t.number = r.number`;
    yield removedMarks(chunk);
    yield insertedMarks(chunk);
  }
  yield* relisted(changes);
}

async function restandChanged(db: Scoped, changes: readonly Rewritten[]): Promise<void> {
  if (changes.length > 0) await restood(db, numbersOf(changes.map((one) => one.after)));
}

export async function removeVersions(db: Scoped, rows: readonly Known[]): Promise<void> {
  await db.run(removedMarks(rows));
  await db.requirement.deleteMany({ where: { number: { in: numbersOf(rows) } } });
  await inTurn(db, relisted(rows.map((before) => ({ before, after: undefined }))));
}

interface Change {
  readonly before: Known | undefined;
  readonly after: Known;
}

function* records(importId: number, changes: readonly Change[]): Iterable<Statement> {
  for (const chunk of chunks(changes)) {
    const before = inLines(chunk.map((one) => JSON.stringify(one.before ?? null)));
    const after = inLines(chunk.map((one) => JSON.stringify(one.after)));
    yield (council) => Prisma.sql`
        INSERT INTO import_change (council_id, import_id, number, before, after)
        SELECT ${council}, ${importId}, c.number, nullif(c.before, 'null')::jsonb, c.after::jsonb
        FROM unnest(${numbersOf(chunk.map((one) => one.after))}::int[], ${before}, ${after})
          AS c(number, before, after)`;
  }
}

/** The rows as JSON, opened again by the database: arrays of arrays cannot travel as parameters. */
const asRecords = (rows: readonly Known[]) => Prisma.sql`
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
      folded: fold(searched(row)),
      folded_alternative: fold(row.alternative ?? ''),
      import_id: row.importId,
      gone_in: row.goneIn ?? null,
      specified_at: toDate(row.specifiedAt),
    })),
  )}::jsonb) AS r(number int, system text, function_id text, item_no text, category text[], text text, class text,
    convenience boolean, cost int, alternative text, remarks text, folded text,
    folded_alternative text, import_id int, gone_in int, specified_at timestamptz)`;

function insertedMarks(rows: readonly Known[]): Statement {
  const marks = rows.flatMap(({ number, marks: given }) => given.map((one) => ({ number, ...one })));
  const [number, round, vendor, mark] = (['number', 'round', 'vendor', 'mark'] as const).map((key) =>
    inLines(marks.map((one) => one[key])),
  );
  return (council) => Prisma.sql`
    INSERT INTO vendor_mark (council_id, number, round, vendor, mark)
    SELECT ${council}, m.* FROM unnest(${number}::int[], ${round}, ${vendor}, ${mark}) AS m(number, round, vendor, mark)`;
}

const removedMarks =
  (rows: readonly Known[]): Statement =>
  (council) =>
    Prisma.sql`DELETE FROM vendor_mark WHERE council_id = ${council} AND number = ANY(${numbersOf(rows)})`;

const numbersOf = (rows: readonly Known[]): number[] => rows.map((row) => row.number);

function* chunks<T>(rows: readonly T[]): Iterable<T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK);
}
