/**
 * What is in a file (requirements, or open items), read in a thread of its own with bounded memory and time: a file that is too much for the
 * thread is refused in a line, and everything else goes on meanwhile.
 */
import { Worker } from 'node:worker_threads';
import type { Text } from '../text/text.ts';
import { type AnswerSheetRead, readAnswerSheet } from './answerSheet.ts';
import { type Correction, correctionsIn } from './corrections.ts';
import { type ItemLines, itemLinesOf } from './itemLines.ts';
import { type Opened, openSheets } from './open.ts';
import { refusedNumber } from './personalNumber.ts';
import type { Known, RequirementRow, SheetReadBy, Unread } from './requirementRow.ts';
import { readRequirements } from './requirements.ts';
import { text } from './text.ts';

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

/** What a thread may use: a workbook of 100,000 rows needs a fifth of it. */
const BOUNDS = { megabytes: 768, seconds: 60 } as const;

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
export const readApart = (file: FileToRead, bounds: Bounds = BOUNDS): Promise<Reading> => apart<Reading>(file, bounds);

/** Reads the answers in a thread of its own. */
export const readAnswersApart = (file: AnswersToRead): Promise<AnswersReading> => apart<AnswersReading>(file, BOUNDS);

export const readItemsApart = (file: ItemsToRead, bounds: Bounds = BOUNDS): Promise<ItemsReading> =>
  apart<ItemsReading>(file, bounds);

/** Opens the file in a thread of its own, for what is read of its sheets here. */
export const openApart = (file: FileToOpen, bounds: Bounds = BOUNDS): Promise<Opened> => apart<Opened>(file, bounds);

async function apart<Result>(
  file: FileToRead | AnswersToRead | ItemsToRead | FileToOpen,
  { megabytes, seconds }: Bounds,
): Promise<Result | { readonly refused: Text }> {
  const worker = new Worker(compiled('worker.js'), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      new Promise<Result | { readonly refused: Text }>((resolve) => {
        worker.once('message', resolve);
        worker.once('error', (fault: Error & { code?: string }) =>
          resolve({ refused: fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? text.tooMuch : text.broken(fault.message) }),
        );
        worker.once('exit', () => resolve({ refused: text.tooMuch }));
      }),
      new Promise<{ readonly refused: Text }>((resolve) => {
        timer = setTimeout(() => resolve({ refused: text.tooLong(seconds) }), seconds * 1_000);
      }),
    ]);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

interface Bounds {
  readonly megabytes: number;
  readonly seconds: number;
}

/** Node 20 loads no TypeScript in a thread: run from its source, this asks for the compiled copy. */
const compiled = (file: string): URL =>
  new URL(import.meta.url.endsWith('.ts') ? `../../dist/src/sheet/${file}` : `./${file}`, import.meta.url);
