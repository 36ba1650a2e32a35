/** A sheet as plain data, whether it came from Excel or from CSV: it can be sent to a worker thread and back. */

import { unguarded } from './guard.ts';

export type Cell = string | number | boolean | Date | null;

/** A merged range; rows and columns count from 0, the ends are included. Its value stands in the first cell. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

export interface Sheet {
  readonly name: string;
  /** From A1 on, however many leading rows are empty. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
}

/** `B7`, from a row and a column that count from 0. */
export const cellName = (row: number, col: number): string => `${columnName(col)}${row + 1}`;

/** `AB` counts from 0: 27. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const columnName = (col: number): string =>
  (col >= 26 ? columnName(Math.floor(col / 26) - 1) : '') + String.fromCharCode(65 + (col % 26));

/** What a cell says, without the spaces around it and a guarding apostrophe, its lines parted alike; '' where it says nothing. */
export function wordsOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return unguarded(String(cell).trim()).replace(/\r\n?/gu, '\n');
}
