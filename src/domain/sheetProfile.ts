/** What people said that a sheet's columns and marks mean; remembered for the next sheet with the same headings. */
import type { Mark } from './requirement.ts';

export interface SaidOfSheet {
  /** By the column's letters: the heading as which it is read (RFI A社, 備考), or 無視. */
  readonly columns: Readonly<Record<string, string>>;
  /** By the mark as it is written. */
  readonly marks: Readonly<Record<string, Mark>>;
}

export interface SheetProfile extends SaidOfSheet {
  /** The headings, column by column. */
  readonly shape: string;
  /** The file by which it was confirmed last. */
  readonly name: string;
}

/** Such a column is not read. */
export const IGNORED = '無視';

export const NOTHING_SAID: SaidOfSheet = { columns: {}, marks: {} };

/** What is said now goes before what was remembered. */
export const saidTogether = (remembered: SaidOfSheet, now: SaidOfSheet): SaidOfSheet => ({
  columns: { ...remembered.columns, ...now.columns },
  marks: { ...remembered.marks, ...now.marks },
});

export const saysSomething = ({ columns, marks }: SaidOfSheet): boolean =>
  Object.keys(columns).length + Object.keys(marks).length > 0;
