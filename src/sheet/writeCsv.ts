/** CSV as Excel opens it: UTF-8 with a byte order mark, or CP932 with a list of the characters that it cannot hold. */
import iconv from 'iconv-lite';
import { guarded } from './guard.ts';
import { type Cell, cellName } from './sheet.ts';

/** A character that the file cannot hold, where it stands, and what was written instead. */
export interface Misfit {
  readonly character: string;
  readonly instead: string;
  /** `B7` */
  readonly cell: string;
}

export interface Written {
  readonly bytes: Uint8Array;
  readonly misfits: readonly Misfit[];
}

export type CsvEncoding = 'utf-8' | 'cp932';

export function writeCsv(rows: readonly (readonly Cell[])[], encoding: CsvEncoding): Written {
  const fits = encoding === 'cp932' ? inCp932() : () => true;
  const { rows: held, misfits } = fitted(rows, fits);
  const text = held.map((row) => `${row.map(field).join(',')}\r\n`).join('');
  const bytes = encoding === 'cp932' ? iconv.encode(text, 'cp932') : new TextEncoder().encode(`\uFEFF${text}`);
  return { bytes, misfits };
}

/** What CP932 lacks and its neighbour that looks the same. */
const TWINS: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '–': '―',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¥': '￥',
  '◯': '○',
  '•': '・',
  '\u00A0': ' ',
};

/** The sign that printers set for a letter they do not have. */
const GETA = '〓';

/** The cells as words, guarded, with what the file cannot hold replaced and listed. */
export function fitted(
  rows: readonly (readonly Cell[])[],
  fits: (character: string) => boolean,
): { readonly rows: (string | number)[][]; readonly misfits: Misfit[] } {
  const misfits: Misfit[] = [];
  const held = rows.map((row, r) =>
    row.map((cell, c) => {
      if (typeof cell === 'number') return cell;
      const words = Array.from(cell === null ? '' : String(cell), (character) => {
        if (!UNHELD.test(character) && fits(character)) return character;
        const twin = TWINS[character];
        const instead = twin !== undefined && fits(twin) ? twin : UNHELD.test(character) ? '' : GETA;
        misfits.push({ character, instead, cell: cellName(r, c) });
        return instead;
      });
      return words.join('');
    }),
  );
  return { rows: held, misfits };
}

/** Control characters and halves of characters stand in no file; a line break is LF in a cell. */
const UNHELD = /[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]/u;

function inCp932(): (character: string) => boolean {
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const fits = iconv.decode(iconv.encode(character, 'cp932'), 'cp932') === character;
    known.set(character, fits);
    return fits;
  };
}

const field = (cell: string | number): string => {
  const words = String(cell);
  return /[",\t\r\n]|^\s|\s$/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
};

/** Cells of a table: texts are guarded, numbers stay numbers. */
export const guardedCell = (cell: Cell): Cell => (typeof cell === 'string' ? guarded(cell) : cell);
