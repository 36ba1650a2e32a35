/**
 * A table as a workbook of one sheet, to be read and to be printed: the header stays in sight and is repeated on every page, each
 * column can be filtered, the width fits the paper, and rows are as high as what they hold.
 */
import { type CellStyle, writeXlsx } from 'hucre/xlsx';
import { unboundHeights } from './heights.ts';
import { type Cell, cellName } from './sheet.ts';
import { fitted, type Written } from './writeCsv.ts';

export interface Column {
  readonly heading: string;
  /** In characters of half width. */
  readonly width: number;
  readonly centred?: boolean;
  /** Stays in sight when one scrolls to the right, with all columns before it. */
  readonly frozen?: boolean;
  /** An amount, written with its thousands apart. */
  readonly amount?: boolean;
  /** Kept for the file's return, and not shown. */
  readonly hidden?: boolean;
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
  const shown = columns.filter((one) => !one.hidden);
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        rows: held.map((row) => row.map(xlsxCell)),
        columns: columns.map((one) => ({ width: one.width, style: styleOf(one), ...(one.hidden && { hidden: true }) })),
        cells: new Map(columns.map((one, col) => [`0,${col}`, { value: one.heading, style: HEADING }])),
        rowDefs: new Map(held.map((row, at) => [at, { height: LINE * linesIn(row, columns) + PADDING }])),
        freezePane: { rows: 1, columns: columns.findLastIndex((one) => one.frozen) + 1 },
        autoFilter: { range: `A1:${cellName(Math.max(rows.length, 1), columns.length - 1)}` },
        pageSetup: {
          paperSize: shown.reduce((sum, one) => sum + one.width, 0) > ON_A4 ? 'a3' : 'a4',
          orientation: 'landscape',
          ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
          margins: { left: 0.4, right: 0.4, top: 0.75, bottom: 0.6, header: 0.35, footer: 0.3 },
        },
        headerFooter: { oddHeader: `&L${title.replaceAll('&', '&&')}`, oddFooter: '&C&P / &N' },
      },
    ],
    // The library would leave the sheet's name unquoted; Excel takes a workbook with 名簿 2026-06-12!$1:$1 for damaged.
    namedRanges: [{ name: '_xlnm.Print_Titles', range: `'${name.replaceAll("'", "''")}'!$1:$1`, scope: name }],
    defaultFont: FONT,
    properties: { title, created: made, modified: made },
  });
  return { bytes: unboundHeights(bytes, made), misfits };
}

/** Excel reads _x000D_ in a text as a character by its code; a text that says so has its underscore written by code. */
const xlsxCell = (cell: string | number): string | number | null =>
  typeof cell === 'number' ? cell : cell.replace(/_(?=x[\da-f]{4}_)/giu, '_x005F_') || null;

/** Up to this width, in characters, a sheet is legible on A4; beyond it is printed on A3. */
const ON_A4 = 200;

/** In points: a line of the font, and what a row has besides. */
const LINE = 13;
const PADDING = 2;

/** How many lines the highest cell of a row takes; a little too many is white, too few would hide words. */
const linesIn = (row: readonly (string | number)[], columns: readonly Column[]): number =>
  Math.min(
    Math.max(1, ...row.map((cell, col) => (columns[col]?.hidden ? 1 : linesOf(cell, columns[col]?.width)))),
    HIGHEST,
  );

const linesOf = (cell: string | number, width = 8): number =>
  typeof cell === 'number' ? 1 : cell.split('\n').reduce((sum, line) => sum + lineBreaks(widthOf(line), width), 0);

/** Where a line is broken, some of it stays empty: no line begins with 、 or 。. */
const lineBreaks = (length: number, width: number): number => (length <= width ? 1 : Math.ceil(length / (width - 1)));

/** Excel's rows are no higher than 409 points. */
const HIGHEST = 31;

/** In digits' widths; the font is proportional, so a kanji is a little less than two digits, and kana are narrower. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const half = code < 0x80 || (code >= 0xff61 && code <= 0xff9f);
    width += half ? 1 : code >= 0x3000 && code <= 0x30ff ? 1.7 : 1.9;
  }
  return width;
}

/** As Japanese Windows calls it. */
const FONT = { name: 'ＭＳ Ｐゴシック', size: 10, family: 3, charset: 128 };

const EDGE = { style: 'thin', color: { rgb: '808080' } } as const;
const BORDER = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE };

const styleOf = ({ centred, amount }: Column): CellStyle => (amount ? AMOUNT : centred ? CENTRED : PLAIN);
const PLAIN: CellStyle = { border: BORDER, alignment: { vertical: 'top', wrapText: true }, numFmt: '@' };
const CENTRED: CellStyle = { ...PLAIN, alignment: { vertical: 'top', horizontal: 'center', wrapText: true } };
const AMOUNT: CellStyle = { ...PLAIN, numFmt: '#,##0' };
const HEADING: CellStyle = {
  // A font that does not name itself is whatever the program takes.
  font: { ...FONT, bold: true },
  border: BORDER,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E2F3' } },
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
};
