/** A file's sheets, from Excel or CSV; or the reason why it cannot be read. Plain data in and out, for a worker thread. */
import { HucreError } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import type { Text } from '../text/text.ts';
import { inspected } from './archive.ts';
import { decoded, rowsOf } from './csv.ts';
import type { Cell, Sheet } from './sheet.ts';
import { text } from './text.ts';

/** What is read of a file at most: its bytes as it comes and unpacked, the rows of a sheet, the columns up to GR. */
export const LIMITS = {
  bytes: 50 * 1024 * 1024,
  unpacked: 400 * 1024 * 1024,
  rows: 100_000,
  lastColumn: 'GR',
} as const;

export type Opened = { readonly sheets: readonly Sheet[] } | { readonly refused: Text };

/** The sheets of the file; those that Excel hides are left out. A CSV file is one sheet, named after the file. */
export async function openSheets(bytes: Uint8Array, fileName: string): Promise<Opened> {
  if (bytes.length === 0) return { refused: text.empty };
  if (bytes.length > LIMITS.bytes) return { refused: text.tooLarge(LIMITS.bytes / 1024 / 1024) };
  if (beginsWith(bytes, OLE2)) return { refused: text.oldOrLocked };
  const opened = beginsWith(bytes, ZIP) ? await openXlsx(bytes) : openCsv(bytes, fileName);
  if ('refused' in opened) return opened;
  const long = opened.sheets.find(({ rows }) => rows.length > LIMITS.rows);
  return long ? { refused: text.tooManyRows(long.name, LIMITS.rows) } : opened;
}

const ZIP = [0x50, 0x4b];
/** The container of the old .xls and of workbooks with a password. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((one, i) => bytes[i] === one);

async function openXlsx(bytes: Uint8Array): Promise<Opened> {
  const archive = inspected(bytes, LIMITS.unpacked);
  if ('tooLarge' in archive) return { refused: text.unpacksTooLarge };
  if ('names' in archive && archive.names.some((name) => /vbaProject/i.test(name))) return { refused: text.macros };
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
      range: `A1:${LIMITS.lastColumn}${LIMITS.rows + 1}`,
    });
    return { sheets: sheets.map(({ name, rows, merges = [] }) => ({ name, rows: withoutBlankEnd(rows), merges })) };
  } catch (error) {
    // What the library names is the file's; anything else is ours, and is told with a number for the log.
    if (error instanceof HucreError) return { refused: text.broken };
    throw error;
  }
}

function openCsv(bytes: Uint8Array, fileName: string): Opened {
  const written = decoded(bytes);
  if (written === undefined) return { refused: text.neither };
  const result = rowsOf(written);
  if ('unclosed' in result) return { refused: text.unclosedQuote(result.unclosed) };
  return { sheets: [{ name: fileName.replace(/\.[^.]*$/, ''), rows: withoutBlankEnd(result.rows), merges: [] }] };
}

/** Offices format sheets far below their tables; such rows say nothing. */
function withoutBlankEnd(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== null && cell !== ''));
  return rows.slice(0, last + 1);
}
