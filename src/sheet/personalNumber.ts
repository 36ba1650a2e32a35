/** A 個人番号 anywhere in a file has it refused as a whole: nothing of it is stored or echoed. */
import { holdsPersonalNumber } from '../domain/personalNumber.ts';
import type { Text } from '../text/text.ts';
import { cellName, type Sheet } from './sheet.ts';
import { text } from './text.ts';

/** Twelve digits at least, with what may stand between them: most cells have none, and folding them all would take long. */
const MAY_HOLD = /\p{Nd}(?:[^\p{Nd}]{0,3}\p{Nd}){11}/u;

export function refusedNumber(sheets: readonly Sheet[]): { readonly refused: Text } | undefined {
  for (const { name, rows } of sheets)
    for (const [row, cells] of rows.entries())
      for (const [col, cell] of cells.entries()) {
        if (typeof cell !== 'string' && typeof cell !== 'number') continue;
        const words = String(cell);
        if (words.length >= 12 && MAY_HOLD.test(words) && holdsPersonalNumber(words))
          return { refused: text.personalNumber(name, cellName(row, col)) };
      }
  return undefined;
}
