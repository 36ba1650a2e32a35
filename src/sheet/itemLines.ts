/**
 * The rows of a 課題管理表 that comes back: each cell by what its column means, with its place, and not yet understood; what a
 * body or an owner is called is known elsewhere.
 */
import { fold } from '../domain/fold.ts';
import type { Text } from '../text/text.ts';
import { ITEM_COLUMNS, type ItemRow } from './itemsWorkbook.ts';
import { cellName, type Sheet, wordsOf } from './sheet.ts';
import { items as text } from './text.ts';

export interface ItemLine {
  readonly sheet: string;
  readonly cells: Readonly<Partial<Record<keyof ItemRow, LineCell>>>;
}

export interface LineCell {
  /** `D7` */
  readonly cell: string;
  readonly words: string;
}

export interface ItemLines {
  readonly lines: readonly ItemLine[];
}

const heading = (words: string): string => fold(words).replace(/\s/gu, '');
const MEANS = new Map<string, keyof ItemRow>([
  ...ITEM_COLUMNS.map((one) => [heading(one.head), one.of] as const),
  ...(['no', '番号', '課題番号', '課題no.'] as const).map((one) => [heading(one), 'number'] as const),
  ...(['経過', '内容・経過', '対応状況'] as const).map((one) => [heading(one), 'history'] as const),
  ...(['課題', '課題名', '課題・宿題'] as const).map((one) => [heading(one), 'title'] as const),
]);

/** Titles and dates may stand above the table. */
const HEADER_WITHIN = 20;

export function itemLinesOf(sheets: readonly Sheet[]): ItemLines | { readonly refused: Text } {
  for (const { name, rows } of sheets) {
    const top = rows.slice(0, HEADER_WITHIN).findIndex((row) => {
      const known = row.map((cell) => MEANS.get(heading(wordsOf(cell))));
      return known.includes('number') && known.includes('title');
    });
    if (top < 0) continue;
    const columns = (rows[top] ?? []).map((cell) => MEANS.get(heading(wordsOf(cell))));
    const lines = rows.slice(top + 1).map((row, i): ItemLine => {
      const cells = columns.flatMap((of, col) =>
        of === undefined ? [] : [[of, { cell: cellName(top + 1 + i, col), words: wordsOf(row[col]) }] as const],
      );
      return { sheet: name, cells: Object.fromEntries(cells) };
    });
    return { lines: lines.filter((one) => Object.values(one.cells).some(({ words }) => words !== '')) };
  }
  return { refused: text.noTable };
}
