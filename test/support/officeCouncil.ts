/**
 * The council of the scenes: the sample council with its 3,069 requirements, and what a sample does not show: a colleague
 * without a seat, one who reads English, one who hands over in October, a closed day of its own, and a council beside it.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSampleWorkbook } from '../../prisma/workbook.ts';
import { readCouncilFile } from '../../src/council/file.ts';
import type { CouncilFile } from '../../src/council/shape.ts';
import { day, instantAt } from '../../src/domain/day.ts';
import { projectFolder } from '../../src/projectFolder.ts';
import { openSheets } from '../../src/sheet/open.ts';
import { importedRow } from '../../src/sheet/requirementRow.ts';
import { readRequirements } from '../../src/sheet/requirements.ts';
import { saveCouncilFile } from '../../src/store/council/file.ts';
import { openStore } from '../../src/store/store.ts';
import type { Beginning } from './database.ts';

export const TEAM = 'T0RENKEI';

/** When the file was applied and the workbook imported. */
const BEGAN = instantAt(day('2026-04-01'), 9 * 60);

/** 五霞町's seat in 自動交付機WG is vacant in the sample already. */
export async function officeCouncil(): Promise<CouncilFile> {
  const sample = await sampleCouncil();
  const person = (slug: string, name: string, user: string, language: 'ja' | 'en' = 'ja') => ({
    slug,
    name,
    language,
    slack: [{ team: TEAM, user, from: day('2016-04-01') }],
  });
  return {
    ...sample,
    settings: [...sample.settings, { key: 'closedDays', value: [CLOSED], from: day('2016-04-01') }],
    people: [
      ...sample.people.map((one) => (one.slug === 'kasumi-iida' ? { ...one, language: 'en' as const } : one)),
      person('omiya-tobita', '飛田 進', 'U0OMIYA80'),
      person('omiya-sunagawa', '砂川 巧', 'U0OMIYA81'),
    ],
    bodies: sample.bodies.map((body) =>
      body.slug === 'kaigo' ? { ...body, members: { ...body.members, 常陸大宮市: SUCCESSION } } : body,
    ),
  };
}

/** A Monday on which the council's offices are closed, and no others. */
const CLOSED = day('2026-06-22');

/** 佐川 until the end of September 2026, then 砂川; 菊池 stands in for both. */
const SUCCESSION = [
  { person: 'omiya-sagawa', from: day('2016-04-01'), until: day('2026-09-30'), deputy: false },
  { person: 'omiya-kikuchi', from: day('2016-04-01'), deputy: true },
  { person: 'omiya-sunagawa', from: day('2026-10-01'), deputy: false },
];

/** The channel of the neighbour. */
export const NEIGHBOUR = { id: 'C0KENPOKU', name: '県北協議会' };

/** A neighbour in the same database and workspace; 大久保 of 常陸大宮市 sits in both. */
function neighbour(council: CouncilFile): CouncilFile {
  const okubo = council.people.filter((one) => one.slug === 'omiya-okubo');
  return {
    council: { slug: 'kenpoku', name: '県北広域連携協議会', shortName: '県北協議会', language: 'ja' },
    bases: [],
    settings: [],
    municipalities: council.municipalities.filter((one) => one.name === '常陸大宮市'),
    rotation: { from: 2016, order: ['常陸大宮市'] },
    bodies: [
      {
        slug: 'council',
        name: '県北広域連携協議会',
        kind: 'council',
        lead: [],
        members: { 常陸大宮市: [{ person: 'omiya-okubo', from: day('2016-04-01'), deputy: false }] },
        information: { 常陸大宮市: [{ person: 'omiya-okubo', from: day('2016-04-01'), deputy: false }] },
        adviser: {},
      },
    ],
    systems: [],
    vendors: [],
    rounds: [],
    people: okubo,
    channels: [{ team: TEAM, ...NEIGHBOUR, body: 'council', audience: 'internal' }],
  };
}

/** Both councils and the requirements, as a database to begin with. */
export async function officeBeginning(council: CouncilFile): Promise<Beginning> {
  return {
    name: 'office',
    state: await stateOfSources(),
    async fill(pool) {
      const store = openStore(pool);
      for (const one of [council, neighbour(council)])
        await store.client.$transaction((tx) => saveCouncilFile(tx, one, BEGAN), { timeout: 60_000 });
      const name = '要件一覧.xlsx';
      const opened = await openSheets(await writeSampleWorkbook(), name);
      if ('refused' in opened) throw new Error(opened.refused.en);
      const { rows, refused } = readRequirements(opened.sheets, council);
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
      const file = { name, sha256: '', at: BEGAN, extent: 'whole' as const };
      await store.act(council.council.slug, (acting) => acting.importing.apply(rows.map(importedRow), file));
      await store.close();
    },
  };
}

/** Of everything that has a hand in what is filled in. */
const SOURCES = ['prisma', 'src/council', 'src/domain', 'src/sheet', 'src/store/council'];

async function stateOfSources(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(new URL(import.meta.url)));
  for (const folder of SOURCES) {
    const files = await readdir(join(projectFolder, folder), { recursive: true });
    for (const file of files.filter((one) => /\.(?:ts|yaml)$/u.test(one)).sort())
      hash.update(file).update(await readFile(join(projectFolder, folder, file)));
  }
  return hash.digest('hex');
}

export async function sampleCouncil(): Promise<CouncilFile> {
  const read = readCouncilFile(await readFile(join(projectFolder, 'prisma', 'ibaraki.yaml'), 'utf8'));
  if (!('council' in read)) throw new Error(JSON.stringify(read.problems));
  return read.council;
}
