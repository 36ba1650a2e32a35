/**
 * The requirements that stand in an office's sheets, and every cell that cannot be read as it is.
 *
 * Sheets without a table (a cover, a legend), headings and lines that mean nothing here are told, not passed over.
 */
import { markIn } from './answers.ts';
import { headerAsSaid, headerOf } from './header.ts';
import { type Legend, legendIn } from './legend.ts';
import type { Known, Requirements } from './requirementRow.ts';
import { identityOf, readRows, type Seen } from './rows.ts';
import type { Sheet } from './sheet.ts';
import { refusal } from './text.ts';

const otherThanUsual = (legend: Legend) =>
  [...legend].flatMap(([written, mark]) =>
    mark !== null && markIn(written)?.value !== mark ? [[written.toUpperCase(), mark] as const] : [],
  );

export function readRequirements(sheets: readonly Sheet[], known: Known): Requirements {
  const seen: Seen = new Map();
  const byHeadings = sheets.map((sheet) => [sheet, headerOf(sheet, known)] as const);
  const headers = new Map(
    byHeadings.some(([, header]) => header)
      ? byHeadings
      : sheets.map((sheet) => [sheet, headerAsSaid(sheet, known)] as const),
  );
  // A sheet without a table may hold the legend of all.
  const shared = sheets.flatMap((sheet) => (headers.get(sheet) ? [] : [...legendIn(sheet, sheet.rows.length)]));
  const parts = sheets.map((sheet): Requirements => {
    const header = headers.get(sheet);
    if (!header)
      return { rows: [], refused: [], by: [], unread: [{ sheet: sheet.name, cell: 'A1', words: sheet.name }] };
    const headings = header.unread.map((one) => ({ sheet: sheet.name, ...one }));
    const legend: Legend = new Map([...shared, ...legendIn(sheet, header.below)]);
    const { kind, said, profile, understood } = header;
    const by = [{ ...kind, said, profile, legend: otherThanUsual(legend), understood }];
    if (header.refused.length > 0) return { rows: [], refused: header.refused, unread: headings, by };
    const below = readRows(sheet, header, legend, known, seen);
    return { ...below, by, unread: [...headings, ...below.unread] };
  });
  // What later sheets add to a requirement is with it.
  const rows = parts.flatMap((part) =>
    part.rows.map((row) => seen.get(identityOf(row.system, row.functionId))?.requirement ?? row),
  );
  const refused = parts.flatMap((part) => part.refused);
  const unread = parts.flatMap((part) => part.unread);
  const nowhere = { sheet: sheets[0]?.name ?? '', cell: 'A1', why: refusal.noHeader };
  const by = parts.flatMap((part) => part.by);
  return { rows, by, refused: rows.length + refused.length > 0 ? refused : [nowhere], unread };
}
