/** How an office lays out a requirement sheet: titles, a header merged over three rows, classifications merged down. */
import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre/xlsx';
import type { CouncilFile } from '../../src/council/shape.ts';
import { cellName } from '../../src/sheet/sheet.ts';
import type { SampleRow } from './rows.ts';

/** A column: what stands over it, from the top down, and what stands in it. */
interface Column {
  readonly heads: readonly [string, ...string[]];
  readonly width: number;
  readonly value: (row: SampleRow, i: number) => CellValue | undefined;
  /** Rows with the same of this are merged. */
  readonly merged?: (row: SampleRow) => string;
  /** What Excel lets people choose from. */
  readonly choices?: readonly string[];
  readonly centred?: boolean;
}

/** The rows above the header, and those of the header. */
const TITLES = 4;
const HEADER = 3;

export function requirementSheet(name: string, rows: readonly SampleRow[], council: CouncilFile): WriteSheet {
  const columns = columnsOf(council);
  const [first, lastCol] = [TITLES + HEADER, columns.length - 1];
  const last = first + rows.length - 1;
  const grid: CellValue[][] = [
    [`${council.council.name} 業務機能要件一覧(${name})`],
    ['平成25年6月 公募型プロポーザル'],
    ['凡例: ◎ 標準機能で対応  ○ 設定・運用で対応  △ 改修が必要  × 対応不可'],
    ['費用は税抜'],
    ...Array.from({ length: HEADER }, (_, depth) => columns.map((_, col) => headAt(columns, col, depth))),
    ...rows.map((row, i) =>
      columns.map(({ value, merged }) =>
        merged && i > 0 && repeats(merged, rows, i) ? null : (value(row, i) ?? null),
      ),
    ),
  ];
  return {
    name,
    rows: grid,
    columns: columns.map(({ width, centred }) => ({ width, style: centred ? CENTRED : BOXED })),
    cells: styledTop(grid, columns.length),
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: lastCol },
      ...columns.flatMap((_, col) => headMerges(columns, col)),
      ...columns.flatMap(({ merged }, col) => (merged ? mergedDown(merged, rows, first, col) : [])),
    ],
    freezePane: { rows: first, columns: 3 },
    autoFilter: { range: `${cellName(first - 1, 0)}:${cellName(last, lastCol)}` },
    dataValidations: columns.flatMap(({ choices }, col) =>
      choices ? [{ type: 'list', values: [...choices], range: `${cellName(first, col)}:${cellName(last, col)}` }] : [],
    ),
    pageSetup: { paperSize: 'a3', orientation: 'landscape', printTitlesRow: `$${TITLES + 1}:$${first}` },
  };
}

function columnsOf({ systems, vendors, rounds }: CouncilFile): Column[] {
  const systemOf = ({ system }: SampleRow) => systems.find(({ slug }) => slug === system);
  const noOf = (row: SampleRow): CellValue => {
    const no = systemOf(row)?.no ?? '-';
    return /^\d+$/.test(no) ? Number(no) : no;
  };
  const bySystem = ({ system }: SampleRow): string => system;
  const byMajor = (row: SampleRow): string => `${row.system} ${row.major}`;
  const byMiddle = (row: SampleRow): string => `${byMajor(row)} ${row.middle}`;
  const byMinor = (row: SampleRow): string => `${byMiddle(row)} ${row.minor}`;
  const answers = rounds.flatMap(({ slug, name }) =>
    vendors.map(
      (vendor, i): Column => ({
        heads: ['ベンダ回答', `${name}(${slug === 'rfi' ? 'H24.12' : 'H25.6'})`, vendor.name],
        width: 6,
        value: (row) => row[slug === 'rfi' ? 'rfi' : 'proposal'][i],
        choices: ['◎', '○', '△', '×'],
        centred: true,
      }),
    ),
  );
  return [
    { heads: ['項番'], width: 6, value: (_, i) => i + 1, centred: true },
    { heads: ['業務', 'No.'], width: 6, value: noOf, merged: bySystem, centred: true },
    { heads: ['業務', '業務名'], width: 14, value: (row) => systemOf(row)?.name, merged: bySystem },
    { heads: ['分類', '大分類'], width: 12, value: ({ major }) => major, merged: byMajor },
    { heads: ['分類', '中分類'], width: 12, value: ({ middle }) => middle, merged: byMiddle },
    { heads: ['分類', '小分類'], width: 12, value: ({ minor }) => minor, merged: byMinor },
    { heads: ['機能ID'], width: 10, value: ({ functionId }) => functionId, centred: true },
    { heads: ['機能要件'], width: 60, value: ({ text }) => text },
    {
      heads: ['区分\n(必須/任意/実装しない)'],
      width: 11,
      value: (row) => row.class,
      choices: ['必須', '任意', '実装しない'],
      centred: true,
    },
    { heads: ['便利機能等'], width: 7, value: ({ convenience }) => (convenience ? '○' : null), centred: true },
    ...answers,
    { heads: ['費用\n(千円)'], width: 9, value: ({ cost }) => cost },
    { heads: ['代替案'], width: 40, value: ({ alternative }) => alternative },
    { heads: ['備考'], width: 30, value: ({ remarks }) => remarks },
  ];
}

/** The head of a column at this depth, where it is the first of those that share it. */
function headAt(columns: readonly Column[], col: number, depth: number): CellValue {
  const shared = col > 0 && sharesHead(columns, col - 1, col, depth);
  return shared ? null : (columns[col]?.heads[depth] ?? null);
}

/** Neighbours share a group's head down to this depth; the lowest head is the column's own. */
function sharesHead(columns: readonly Column[], a: number, b: number, depth: number): boolean {
  const [left, right] = [columns[a]?.heads ?? [], columns[b]?.heads ?? []];
  return depth < left.length - 1 && right.slice(0, depth + 1).every((head, i) => head === left[i]);
}

function headMerges(columns: readonly Column[], col: number): MergeRange[] {
  const heads = columns[col]?.heads ?? [];
  const groups = heads.slice(0, -1).flatMap((_, depth): MergeRange[] => {
    if (col > 0 && sharesHead(columns, col - 1, col, depth)) return [];
    let endCol = col;
    while (sharesHead(columns, endCol, endCol + 1, depth)) endCol += 1;
    const row = TITLES + depth;
    return endCol > col ? [{ startRow: row, startCol: col, endRow: row, endCol }] : [];
  });
  const own = TITLES + heads.length - 1;
  const bottom = TITLES + HEADER - 1;
  return own < bottom ? [...groups, { startRow: own, startCol: col, endRow: bottom, endCol: col }] : groups;
}

const repeats = (merged: (row: SampleRow) => string, rows: readonly SampleRow[], i: number): boolean => {
  const [above, row] = [rows[i - 1], rows[i]];
  return above !== undefined && row !== undefined && merged(above) === merged(row);
};

function mergedDown(merged: (row: SampleRow) => string, rows: readonly SampleRow[], first: number, col: number) {
  const starts = rows.flatMap((_, i) => (repeats(merged, rows, i) ? [] : [i]));
  return starts.flatMap((start, n): MergeRange[] => {
    const end = (starts[n + 1] ?? rows.length) - 1;
    return end > start ? [{ startRow: first + start, startCol: col, endRow: first + end, endCol: col }] : [];
  });
}

const LINE = { style: 'thin', color: { rgb: '808080' } } as const;
const BOXED: CellStyle = {
  border: { top: LINE, right: LINE, bottom: LINE, left: LINE },
  alignment: { vertical: 'top', wrapText: true },
};
const CENTRED: CellStyle = { ...BOXED, alignment: { horizontal: 'center', vertical: 'top', wrapText: true } };
const HEAD: CellStyle = {
  ...BOXED,
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E1F2' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const TITLE: CellStyle = { font: { bold: true, size: 14 }, border: {}, alignment: { wrapText: false } };
const PLAIN: CellStyle = { border: {}, alignment: { wrapText: false } };

/** The titles and the header look different from the columns below them. */
function styledTop(grid: readonly (readonly CellValue[])[], width: number): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (let row = 0; row < TITLES + HEADER; row += 1) {
    for (let col = 0; col < width; col += 1) {
      const title = row === 0 ? TITLE : PLAIN;
      cells.set(`${row},${col}`, { value: grid[row]?.[col] ?? null, style: row < TITLES ? title : HEAD });
    }
  }
  return cells;
}
