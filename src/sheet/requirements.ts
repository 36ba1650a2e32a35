/**
 * The requirements that stand in an office's sheets, and every cell that cannot be read as it is.
 *
 * Sheets without a table (a cover, a legend), headings and lines that mean nothing here are told, not passed over.
 */
import { headerOf } from './header.ts';
import type { Known, Requirements } from './requirementRow.ts';
import { readRows, type Seen } from './rows.ts';
import type { Sheet } from './sheet.ts';
import { refusal } from './text.ts';

export function readRequirements(sheets: readonly Sheet[], known: Known): Requirements {
  const seen: Seen = new Map();
  const parts = sheets.map((sheet): Requirements => {
    const header = headerOf(sheet, known.vendors, known.rounds);
    if (!header) return { rows: [], refused: [], unread: [{ sheet: sheet.name, cell: 'A1', words: sheet.name }] };
    const headings = header.unread.map((one) => ({ sheet: sheet.name, ...one }));
    if (header.refused.length > 0) return { rows: [], refused: header.refused, unread: headings };
    const below = readRows(sheet, header, known, seen);
    return { ...below, unread: [...headings, ...below.unread] };
  });
  const rows = parts.flatMap((part) => part.rows);
  const refused = parts.flatMap((part) => part.refused);
  const unread = parts.flatMap((part) => part.unread);
  const nowhere = { sheet: sheets[0]?.name ?? '', cell: 'A1', why: refusal.noHeader };
  return { rows, refused: rows.length + refused.length > 0 ? refused : [nowhere], unread };
}
