/** What is in a file (requirements, answers, open items): read here, or in a thread of its own. */
import type { Text } from '../text/text.ts';
import { type AnswerSheetRead, readAnswerSheet } from './answerSheet.ts';
import { type Correction, correctionsIn } from './corrections.ts';
import { type ItemLines, itemLinesOf } from './itemLines.ts';
import { type Opened, openSheets } from './open.ts';
import { refusedNumber } from './personalNumber.ts';
import type { Known, RequirementRow, SheetReadBy, Unread } from './requirementRow.ts';
import { readRequirements } from './requirements.ts';
import { type Bounds, inThread } from './thread.ts';

export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly known: Known;
}

export interface FileRead {
  readonly rows: readonly RequirementRow[];
  readonly corrections: readonly Correction[];
  readonly unread: readonly Unread[];
  readonly by: readonly SheetReadBy[];
}

export type Reading = FileRead | { readonly refused: Text };

/** A 質問・回答票 that came back. */
export interface AnswersToRead {
  readonly answersIn: string;
  readonly bytes: Uint8Array;
}

export type AnswersReading = AnswerSheetRead | { readonly refused: Text };

/** Of which nothing is known but that it holds sheets. */
export type FileToOpen = Omit<FileToRead, 'known'>;

/** A 課題管理表 that comes back. */
export interface ItemsToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly items: true;
}

export type ItemsReading = ItemLines | { readonly refused: Text };

/** Reads the file in this thread. */
export async function readHere({ name, bytes, known }: FileToRead): Promise<Reading> {
  const opened = await opening(bytes, name);
  if ('refused' in opened) return opened;
  const { rows, refused, unread, by } = readRequirements(opened.sheets, { ...known, file: name });
  return { rows, corrections: correctionsIn(refused, opened.sheets), unread, by };
}

/** Reads the answers in this thread. */
export async function readAnswersHere({ answersIn, bytes }: AnswersToRead): Promise<AnswersReading> {
  const opened = await opening(bytes, answersIn);
  return 'refused' in opened ? opened : readAnswerSheet(opened.sheets);
}

export async function readItemsHere({ name, bytes }: ItemsToRead): Promise<ItemsReading> {
  const opened = await opening(bytes, name);
  return 'refused' in opened ? opened : itemLinesOf(opened.sheets);
}

/** The sheets, unless a 個人番号 stands in them. */
async function opening(bytes: Uint8Array, name: string): Promise<Opened> {
  const opened = await openSheets(bytes, name);
  return 'refused' in opened ? opened : (refusedNumber(opened.sheets) ?? opened);
}

/** Reads the file in a thread of its own. */
export const readApart = (file: FileToRead, bounds?: Bounds): Promise<Reading> => inThread<Reading>(file, bounds);

/** Reads the answers in a thread of its own. */
export const readAnswersApart = (file: AnswersToRead): Promise<AnswersReading> => inThread<AnswersReading>(file);

export const readItemsApart = (file: ItemsToRead, bounds?: Bounds): Promise<ItemsReading> =>
  inThread<ItemsReading>(file, bounds);

/** Opens the file in a thread of its own, for what is read of its sheets here. */
export const openApart = (file: FileToOpen, bounds?: Bounds): Promise<Opened> => inThread<Opened>(file, bounds);
