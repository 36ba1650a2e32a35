/**
 * Writes the sample council's requirement workbook, shaped as an office shapes it: a cover, titles above, a header merged
 * over three rows, 大・中・小分類 merged down, a sheet for each subcommittee. The same bytes every time.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { readCouncilFile } from '../src/council/file.ts';
import type { CouncilFile } from '../src/council/shape.ts';
import { projectFolder } from '../src/projectFolder.ts';
import { requirementSheet } from './workbook/layout.ts';
import { sampleRows } from './workbook/rows.ts';
import { SHEETS } from './workbook/vocabulary.ts';

export async function writeSampleWorkbook(): Promise<Uint8Array> {
  const council = sampleCouncil();
  const rows = sampleRows((slug) => council.systems.findIndex((one) => one.slug === slug) + 1);
  const sheets = SHEETS.map(({ name }) =>
    requirementSheet(
      name,
      rows.filter(({ sheet }) => sheet === name),
      council,
    ),
  );
  return writeXlsx({
    sheets: [cover(council), ...sheets],
    defaultFont: { name: 'MS Pゴシック', size: 10 },
    properties: { title: '業務機能要件一覧', creator: council.council.name, created: MADE, modified: MADE },
  });
}

const MADE = new Date('2013-07-10T00:00:00Z');

function sampleCouncil(): CouncilFile {
  const result = readCouncilFile(readFileSync(join(projectFolder, 'prisma', 'ibaraki.yaml'), 'utf8'));
  if ('problems' in result) throw new Error(`prisma/ibaraki.yaml:${result.problems[0]?.line} cannot be read`);
  return result.council;
}

function cover(council: CouncilFile): WriteSheet {
  return {
    name: '表紙',
    columns: [{ width: 6 }, { width: 60 }],
    rows: [
      [],
      [null, council.council.name],
      [null, '業務機能要件一覧'],
      [null, '平成25年6月'],
      [],
      [null, '内容'],
      ...SHEETS.map(({ name }) => [null, name]),
      [],
      [null, 'この一覧は見本です。要件・回答・費用はすべて架空のものです。'],
    ],
  };
}
