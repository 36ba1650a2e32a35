/** What a cell says of rows below it: where it is merged down over them, and where a classification is left blank. */
import type { FieldKey } from './columns.ts';
import { EMPTY } from './guard.ts';
import type { Header } from './header.ts';
import { type Sheet, wordsOf } from './sheet.ts';

/** From the outermost: what a row belongs to. */
export const LEVELS = ['systemNo', 'system', 'major', 'middle', 'minor'] as const satisfies readonly FieldKey[];

export type Place = Readonly<Record<(typeof LEVELS)[number], string>>;

/** The words of a cell, or of the one that is merged down over it. */
export type WordsAt = (row: number, col: number) => string;

export function wordsMergedDown(sheet: Sheet): WordsAt {
  const anchors = new Map<number, Map<number, number>>();
  for (const { startRow, startCol, endRow } of sheet.merges) {
    const column = anchors.get(startCol) ?? new Map<number, number>();
    anchors.set(startCol, column);
    // Merged ranges never overlap; where a damaged file says so, the first one stands.
    for (let row = startRow; row <= Math.min(endRow, sheet.rows.length - 1) && !column.has(row); row += 1)
      column.set(row, startRow);
  }
  return (row, col) => wordsOf(sheet.rows[anchors.get(col)?.get(row) ?? row]?.[col]);
}

/**
 * What each row below the header belongs to. In a column without merges a blank repeats what stands above, as far as
 * no outer level has changed since; so CSV says the same as the workbook that it was saved from.
 */
export function placesBelow(sheet: Sheet, header: Header, wordsAt: WordsAt): Place[] {
  const merged = new Set(
    sheet.merges.filter(({ startRow, endRow }) => startRow >= header.below && endRow > startRow).map((m) => m.startCol),
  );
  let above: Place = { systemNo: '', system: '', major: '', middle: '', minor: '' };
  return sheet.rows.slice(header.below).map((_, i) => {
    const place = { ...above };
    for (const [depth, level] of LEVELS.entries()) {
      const col = header.fields.get(level);
      const words = col === undefined ? '' : wordsAt(header.below + i, col);
      const empty = col !== undefined && (merged.has(col) || sheet.rows[header.below + i]?.[col] === EMPTY);
      const repeats = words === '' && !empty;
      if (repeats || words === place[level]) continue;
      place[level] = words;
      for (const inner of LEVELS.slice(depth + 1)) place[inner] = '';
    }
    above = place;
    return place;
  });
}
