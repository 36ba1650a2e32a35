/**
 * What people said that a sheet's columns and marks mean; remembered for the next sheet with the same headings that is of the
 * same vendor, or of the same name.
 */
import type { Mark } from './requirement.ts';

export interface SaidOfSheet {
  /** By the column's letters: the heading as which it is read (RFI A社, 備考), or 無視. */
  readonly columns: Readonly<Record<string, string>>;
  /** By the mark as it is written. */
  readonly marks: Readonly<Record<string, Mark>>;
}

/** Of which sheets something was said. */
export interface SheetKind {
  /** The headings, column by column. */
  readonly shape: string;
  readonly sheet: string;
  /** The vendor whose answers it holds, where the sheet or the file says so. */
  readonly vendor?: string | undefined;
}

export interface SheetProfile extends SaidOfSheet, SheetKind {
  /** The file by which it was confirmed. */
  readonly name: string;
}

/** 読取設定3 */
export interface KeptProfile extends SheetProfile {
  readonly id: number;
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

/** A vendor's sheets are one kind whatever they are called; others are told apart by their names. */
export const sameKind = (a: SheetKind, b: SheetKind): boolean =>
  a.shape === b.shape && a.vendor === b.vendor && (a.vendor !== undefined || a.sheet === b.sheet);

/**
 * What is remembered of such a sheet. One vendor's words are never taken for another's, nor for a sheet that does not say
 * whose it is; of a sheet with another name, only where there is no choice.
 */
export function profileFor<Profile extends SheetProfile>(
  profiles: readonly Profile[],
  kind: SheetKind,
): Profile | undefined {
  const own = profiles.find((one) => sameKind(one, kind));
  if (own) return own;
  const [only, ...others] = profiles.filter((one) => one.shape === kind.shape && one.vendor === undefined);
  return others.length === 0 ? only : undefined;
}
