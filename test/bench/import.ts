/**
 * `node dist/test/bench/import.js`: how long an import takes beside what cannot be avoided, reading the workbook and one
 * bulk insert of its rows and marks. The median of several once it is warm, on the embedded database in this process, or
 * on the server that TEST_DATABASE_URL names.
 */
import { writeSampleWorkbook } from '../../prisma/workbook.ts';
import { instant } from '../../src/domain/day.ts';
import { fold } from '../../src/domain/fold.ts';
import { searched } from '../../src/domain/traits.ts';
import { readApart, readHere } from '../../src/sheet/reading.ts';
import { importedRow } from '../../src/sheet/requirementRow.ts';
import { remembered } from '../support/council.ts';
import { sampleCouncil } from '../support/officeCouncil.ts';

const ROUNDS = 5;

const council = await sampleCouncil();
const bytes = await writeSampleWorkbook();
const file = { name: '要件一覧.xlsx', bytes, known: council };

/** Milliseconds that it took, and what came of it. */
async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const begun = performance.now();
  const result = await work();
  return [performance.now() - begun, result];
}

async function round() {
  const memory = await remembered(council);
  const { client } = memory.store;
  const [parsing, read] = await timed(() => readHere(file));
  if ('refused' in read) throw new Error(read.refused.en);
  const rows = read.rows.map(importedRow);

  const councilId = council.council.slug;
  const at = new Date();
  const batch = { councilId, id: 1, fileName: '', sha256: '', at, created: 0, updated: 0, unchanged: 0 };
  await client.import.create({ data: batch });
  const plain = rows.map((row, i) => ({
    ...{ council_id: councilId, number: i + 1, system_slug: row.system, function_id: row.functionId },
    ...{ category: row.category, text: row.text, class: row.class, convenience: row.convenience, import_id: 1 },
    ...{ folded: fold(searched(row)), folded_alternative: fold(row.alternative ?? ''), specified_at: at },
  }));
  const marks = rows.flatMap((row, i) => row.marks.map((one) => ({ council_id: councilId, number: i + 1, ...one })));
  const [inserting] = await timed(async () => {
    await client.$executeRaw`INSERT INTO requirement SELECT * FROM jsonb_populate_recordset(NULL::requirement, ${JSON.stringify(plain)}::jsonb)`;
    await client.$executeRaw`INSERT INTO vendor_mark SELECT * FROM jsonb_populate_recordset(NULL::vendor_mark, ${JSON.stringify(marks)}::jsonb)`;
  });
  await client.$executeRaw`TRUNCATE requirement, requirement_trait, vendor_mark, import, import_change CASCADE`;

  const [importing] = await timed(async () => {
    const again = await readApart(file);
    if ('refused' in again) throw new Error(again.refused.en);
    await memory.store.act(council.council.slug, (acting) =>
      acting.importing.apply(again.rows.map(importedRow), {
        ...{ name: file.name, sha256: '', at: instant(Date.now()), extent: 'whole' },
      }),
    );
  });
  await memory.close();
  return { rows: rows.length, parsing, inserting, importing, ratio: importing / (parsing + inserting) };
}

await round();
const found: Awaited<ReturnType<typeof round>>[] = [];
for (let i = 0; i < ROUNDS; i += 1) found.push(await round());
const median = (of: (one: (typeof found)[number]) => number): string =>
  (found.map(of).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0).toFixed(2);
console.log(
  `${found[0]?.rows} rows: parsing ${median((one) => one.parsing)} ms, one insert ${median((one) => one.inserting)} ms, ` +
    `import ${median((one) => one.importing)} ms: ${median((one) => one.ratio)} times`,
);
process.exit(0);
