/** What a requirement sheet says: a requirement a row, what the sheet may name, and what could not be read. */
import type { Field, ListedRequirement } from '../domain/importing.ts';
import type { Mark, RequirementClass } from '../domain/requirement.ts';
import type { KeptProfile, SaidOfSheet, SheetKind } from '../domain/sheetProfile.ts';
import type { Refusal } from './text.ts';

/** A vendor, a round: its slug and what it is called. */
export interface Named {
  readonly slug: string;
  readonly name: string;
}

/** What the council knows: a sheet may name these and nothing else. */
export interface Known {
  readonly systems: readonly KnownSystem[];
  readonly vendors: readonly Named[];
  readonly rounds: readonly Named[];
  /** The file's name: it may say whose answers it holds. */
  readonly file?: string;
  /** Whose answers people say that it holds, and of which round. */
  readonly own?: { readonly vendor?: Named | undefined; readonly round?: Named | undefined };
  /** What was said of such sheets before. */
  readonly profiles?: readonly KeptProfile[];
  /** What is said of this file's. */
  readonly said?: SaidOfSheet;
}

export interface KnownSystem extends Named {
  readonly no?: string | undefined;
  readonly aliases: readonly string[];
}

export interface RequirementRow {
  readonly sheet: string;
  /** As Excel counts, from 1. */
  readonly row: number;
  /** The system's slug. */
  readonly system: string;
  readonly functionId: string;
  readonly itemNo?: string;
  /** 大, 中, 小分類, as far as they are given. */
  readonly category: readonly string[];
  readonly text: string;
  readonly class: RequirementClass;
  readonly convenience: boolean;
  /** By slugs; a vendor who left the cell blank has none. */
  readonly marks: readonly { readonly round: string; readonly vendor: string; readonly mark: Mark }[];
  /** 千円 */
  readonly cost?: number;
  readonly alternative?: string;
  readonly remarks?: string;
  /** What its table has no column for. */
  readonly silentOn?: readonly Field[];
  /** Whose answers in which round its table has, where those are not all that there are. */
  readonly answered?: readonly { readonly round: string; readonly vendor: string }[];
}

export interface Requirements {
  readonly rows: readonly RequirementRow[];
  readonly refused: readonly Refusal[];
  /** Of each table by what people said of it, and by its legend. */
  readonly by: readonly SheetReadBy[];
  /** What means nothing here: sheets without a table (their cell is A1), headings, notes below the table. */
  readonly unread: readonly Unread[];
}

export interface SheetReadBy extends SheetKind {
  readonly said: SaidOfSheet;
  /** The number of what was remembered and is part of that. */
  readonly profile?: number | undefined;
  /** Marks that the legend gives another meaning than usual. */
  readonly legend: readonly (readonly [written: string, mark: Mark])[];
  /** Columns whose headings do not say whose answers they are. */
  readonly understood: readonly Understood[];
}

/** A column headed 回答 alone, read as the answers of whom the sheet or the file speaks of. */
export interface Understood {
  /** `E` */
  readonly column: string;
  readonly words: string;
  readonly round: string;
  readonly vendor: string;
}

export interface Unread {
  readonly sheet: string;
  readonly cell: string;
  readonly words: string;
}

/** The row without the place where it stood. */
export const importedRow = (row: RequirementRow): ListedRequirement => ({
  system: row.system,
  functionId: row.functionId,
  itemNo: row.itemNo,
  category: row.category,
  text: row.text,
  class: row.class,
  convenience: row.convenience,
  cost: row.cost,
  alternative: row.alternative,
  remarks: row.remarks,
  marks: row.marks,
  ...(row.silentOn && { silentOn: row.silentOn }),
  ...(row.answered && { answered: row.answered }),
});
