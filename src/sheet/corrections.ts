/**
 * The correction file: every cell that cannot be read, with what stands there and why, as a CSV that Excel opens.
 *
 * UTF-8 with a byte order mark and CRLF, since Excel takes anything else for Shift_JIS. What would be a formula there is
 * kept from being one: the words come from a file that somebody sent.
 */
import { type Language, plain, type Text } from '../text/text.ts';
import { type Sheet, wordsOf } from './sheet.ts';
import { correction, type Refusal } from './text.ts';

/** A refusal with what stands in the cell. */
export interface Correction extends Refusal {
  readonly stands: string;
}

export function correctionsIn(refused: readonly Refusal[], sheets: readonly Sheet[]): Correction[] {
  const named = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return refused.map((one) => ({ ...one, stands: wordsAt(named.get(one.sheet), one.cell) }));
}

/** What stands in `B7`. */
function wordsAt(sheet: Sheet | undefined, cell: string): string {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const col = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return wordsOf(sheet?.rows[Number(row) - 1]?.[col]);
}

/** The bytes of the file. */
export function correctionFile(corrections: readonly Correction[], language: Language): Uint8Array {
  const words = (text: Text): string => plain(text[language]);
  const rows = [
    [correction.sheet, correction.cell, correction.stands, correction.why].map(words),
    ...corrections.map((one) => [one.sheet, one.cell, one.stands, words(one.why)]),
  ];
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`);
}

/** Beside the file that it corrects, and called after it: `要件一覧_修正箇所.csv`. */
export const correctionName = (file: string, language: Language): string =>
  file.replace(/(\.[^./\\]*)?$/, language === 'ja' ? '_修正箇所.csv' : '_corrections.csv');

const field = (words: string): string => {
  const harmless = /^[=+\-@\t\r]./u.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
