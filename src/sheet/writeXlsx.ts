/** A table as a workbook of one sheet: the header stays in sight, each column can be filtered, widths fit what they hold. */
import { type CellStyle, writeXlsx } from 'hucre/xlsx';
import { type Cell, cellName } from './sheet.ts';
import { fitted, type Written } from './writeCsv.ts';

export interface Column {
  readonly heading: string;
  /** In characters of half width. */
  readonly width: number;
  readonly centred?: boolean;
  /** Stays in sight when one scrolls to the right, with all columns before it. */
  readonly frozen?: boolean;
}

export interface Table {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The same bytes for the same table and day. */
export async function writeTable({ name, title, columns, rows }: Table, made: Date): Promise<Written> {
  const { rows: held, misfits } = fitted([columns.map((one) => one.heading), ...rows], () => true);
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        rows: held.map((row) => row.map(xlsxCell)),
        columns: columns.map(({ width, centred }) => ({ width, style: centred ? CENTRED : PLAIN })),
        cells: new Map(columns.map((one, col) => [`0,${col}`, { value: one.heading, style: HEADING }])),
        freezePane: { rows: 1, columns: columns.findLastIndex((one) => one.frozen) + 1 },
        autoFilter: { range: `A1:${cellName(Math.max(rows.length, 1), columns.length - 1)}` },
        pageSetup: { paperSize: 'a3', orientation: 'landscape', printTitlesRow: '$1:$1' },
      },
    ],
    defaultFont: { name: 'MS Pゴシック', size: 10 },
    properties: { title, created: made, modified: made },
  });
  return { bytes, misfits };
}

/** Excel reads _x000D_ in a text as a character by its code; a text that says so has its underscore written by code. */
const xlsxCell = (cell: string | number): string | number | null =>
  typeof cell === 'number' ? cell : cell.replace(/_(?=x[\da-f]{4}_)/giu, '_x005F_') || null;

const PLAIN: CellStyle = { alignment: { vertical: 'top', wrapText: true }, numFmt: '@' };
const CENTRED: CellStyle = { alignment: { vertical: 'top', horizontal: 'center', wrapText: true }, numFmt: '@' };
const HEADING: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E2F3' } },
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
};
