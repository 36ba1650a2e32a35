/**
 * `node dist/test/bench/import.js`: how long an import takes beside what cannot be avoided, reading the workbook and one
 * bulk insert of its rows and marks; on the embedded database in the process, or on the server that TEST_DATABASE_URL names.
 *
 * Cold is compared with cold: each stands in a process of its own that has done neither before, in turns, and the least of
 * several is told. So is warm with warm: the same once more in the same process.
 *
 * Measured on two cores, on PostgreSQL: 1.78 times cold (2.17 of our own CPU), 1.58 warm (2.58).
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeSampleWorkbook } from '../../prisma/workbook.ts';
import { instant } from '../../src/domain/day.ts';
import { fold } from '../../src/domain/fold.ts';
import { searched } from '../../src/domain/traits.ts';
import { readApart, readHere } from '../../src/sheet/reading.ts';
import { importedRow } from '../../src/sheet/requirementRow.ts';
import { type Remembered, remembered } from '../support/council.ts';
import { sampleCouncil } from '../support/officeCouncil.ts';

const [ROUNDS, WARM] = [3, 3];

/** Milliseconds of the whole, of its first part, and of this process's own CPU. */
interface Took {
  readonly whole: number;
  readonly reading: number;
  readonly cpu: number;
}

const council = await sampleCouncil();
const file = { name: '要件一覧.xlsx', bytes: await writeSampleWorkbook(), known: council };

async function floor({ store: { client } }: Remembered, read: () => void): Promise<void> {
  const found = await readHere(file);
  if ('refused' in found) throw new Error(found.refused.en);
  read();
  const councilId = council.council.slug;
  const at = new Date();
  const batch = { councilId, id: 1, fileName: '', sha256: '', at, created: 0, updated: 0, unchanged: 0 };
  await client.import.create({ data: batch });
  const rows = found.rows.map(importedRow);
  const plain = rows.map((row, i) => ({
    ...{ council_id: councilId, number: i + 1, system_slug: row.system, function_id: row.functionId },
    ...{ category: row.category, text: row.text, class: row.class, convenience: row.convenience, import_id: 1 },
    ...{ folded: fold(searched(row)), folded_alternative: fold(row.alternative ?? ''), specified_at: at },
  }));
  const marks = rows.flatMap((row, i) => row.marks.map((one) => ({ council_id: councilId, number: i + 1, ...one })));
  await client.$transaction([
    client.$executeRaw`INSERT INTO requirement SELECT * FROM jsonb_populate_recordset(NULL::requirement, ${JSON.stringify(plain)}::jsonb)`,
    client.$executeRaw`INSERT INTO vendor_mark SELECT * FROM jsonb_populate_recordset(NULL::vendor_mark, ${JSON.stringify(marks)}::jsonb)`,
  ]);
}

async function whole({ store }: Remembered, read: () => void): Promise<void> {
  const found = await readApart(file);
  if ('refused' in found) throw new Error(found.refused.en);
  read();
  await store.act(council.council.slug, (acting) =>
    acting.importing.apply(found.rows.map(importedRow), {
      ...{ name: file.name, sha256: '', at: instant(Date.now()), extent: 'whole' },
    }),
  );
}

const WAYS = { floor, whole };
type Way = keyof typeof WAYS;

/** On a database of its own. */
async function timed(way: Way): Promise<Took> {
  const memory = await remembered(council);
  const [begun, used] = [performance.now(), process.cpuUsage()];
  let reading = 0;
  await WAYS[way](memory, () => {
    reading = performance.now() - begun;
  });
  const { user, system } = process.cpuUsage(used);
  const took = { whole: performance.now() - begun, reading, cpu: (user + system) / 1_000 };
  await memory.close();
  return took;
}

const here = process.argv[2] as Way | undefined;
if (here !== undefined) {
  const took: Took[] = [];
  for (let i = 0; i <= WARM; i += 1) took.push(await timed(here));
  console.log(JSON.stringify(took));
  process.exit(0);
}

const apart = (way: Way): Took[] =>
  JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), way], { encoding: 'utf8' }));

const found = Array.from({ length: ROUNDS }, () => ({ floor: apart('floor'), whole: apart('whole') }));
const least = (of: (one: Took) => number, list: readonly Took[]): number => Math.min(...list.map(of));
for (const [name, some] of [
  ['cold', (list: readonly Took[]) => list.slice(0, 1)],
  ['warm', (list: readonly Took[]) => list.slice(1)],
] as const) {
  const [floors, imports] = [found.flatMap((one) => some(one.floor)), found.flatMap((one) => some(one.whole))];
  const [wall, cpu] = [(one: Took) => one.whole, (one: Took) => one.cpu];
  const said = (list: readonly Took[]): string =>
    `${least(wall, list).toFixed(0)} ms (${least((one) => one.reading, list).toFixed(0)} reading; ${least(cpu, list).toFixed(0)} of our own CPU)`;
  console.log(
    `${name}: parsing and one insert ${said(floors)}, import ${said(imports)}: ` +
      `${(least(wall, imports) / least(wall, floors)).toFixed(2)} times, ${(least(cpu, imports) / least(cpu, floors)).toFixed(2)} of CPU`,
  );
}
