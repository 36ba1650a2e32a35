/**
 * The header of a requirement sheet: where it stands below the title, how many rows it has, what its columns mean.
 *
 * Headings may be merged over columns (a round over its vendors) and over rows (項番 beside them); CSV has blanks there.
 */
import { nearest } from '../domain/nearest.ts';
import {
  IGNORED,
  NOTHING_SAID,
  profileFor,
  type SaidOfSheet,
  type SheetKind,
  saidTogether,
} from '../domain/sheetProfile.ts';
import { type FieldKey, HEADINGS, headingForm, isExported, meaningOf } from './columns.ts';
import { headsAnswers, type Own, ownOf } from './ownAnswers.ts';
import type { Known, Named, Understood } from './requirementRow.ts';
import { cellName, columnName, columnNumber, type Sheet, wordsOf } from './sheet.ts';
import { type Refusal, refusal } from './text.ts';

export interface Header {
  /** The first row below it, from 0. */
  readonly below: number;
  readonly fields: ReadonlyMap<FieldKey, number>;
  readonly marks: readonly { readonly col: number; readonly round: string; readonly vendor: string }[];
  /** Whose answers stand in a column that does not say it. */
  readonly understood: readonly Understood[];
  readonly kind: SheetKind;
  /** What people said of it. */
  readonly said: SaidOfSheet;
  /** What was remembered of it. */
  readonly profile: number | undefined;
  readonly refused: readonly Refusal[];
  /** Headings that mean nothing here. */
  readonly unread: readonly { readonly cell: string; readonly words: string }[];
}

/** Headers begin within the first rows and are not taller than this. */
const FIRST_ROWS = 60;
const TALLEST = 5;

const REQUIRED: readonly FieldKey[] = ['functionId', 'text', 'class'];

/** The sheet's header, or undefined where it has none: a cover, a legend. */
export function headerOf(sheet: Sheet, known: Known): Header | undefined {
  const blocks = sheet.rows.slice(0, FIRST_ROWS).map((_, top) => blockFrom(sheet, top));
  const score = (block: Block): number => REQUIRED.filter((key) => block.keys.has(key)).length * 100 + block.keys.size;
  const best = blocks.reduce<Block | undefined>((a, b) => (a && score(a) >= score(b) ? a : b), undefined);
  return best && best.keys.size >= 3 ? headerAt(sheet, best, known) : undefined;
}

/** Where no heading means anything here: the first row that has one over each column of which people said what it means. */
export function headerAsSaid(sheet: Sheet, known: Known): Header | undefined {
  for (let top = 0; top < Math.min(sheet.rows.length, FIRST_ROWS); top += 1) {
    const block = blockFrom(sheet, top);
    const { said } = saidOf(sheet, block, known);
    const headed = Object.keys(said.columns).every((one) => block.paths.has(columnNumber(one)));
    const keys = keysOf(asSaid(block, said).paths);
    if (headed && REQUIRED.every((key) => keys.has(key))) return headerAt(sheet, block, known);
  }
  return undefined;
}

function headerAt(sheet: Sheet, found: Block, known: Known): Header {
  const block = withRoundsAbove(sheet, found, known.rounds);
  const { kind, profile, said: all, own } = saidOf(sheet, block, known);
  const header = meant(sheet, asSaid(block, all), own, known);
  const told = { kind, profile };
  if (!known.own?.vendor && !known.own?.round) return { ...header, ...told, said: all };
  // Whose answers people say that these are is said of their columns, and remembered with the rest.
  const columns = Object.fromEntries(header.understood.map((one) => [one.column, `${one.round} ${one.vendor}`]));
  return { ...header, ...told, said: saidTogether(all, { columns, marks: {} }), understood: [] };
}

/** What people said of the sheet that has these headings, now and before. */
function saidOf(sheet: Sheet, block: Block, known: Known) {
  const { profiles = [], said = NOTHING_SAID } = known;
  const shape = [...block.paths].map(
    ([col, path]) => `${columnName(col)}:${path.map(wordsIn).map(headingForm).join('/')}`,
  );
  const own = ownOf(sheet, block.top, known);
  const kind = { shape: shape.join('|'), sheet: sheet.name, vendor: own.vendor?.slug };
  const remembered = profileFor(profiles, kind);
  const all = saidTogether(remembered ? ofThisRound(remembered, known) : NOTHING_SAID, said);
  return { kind, own, said: all, profile: remembered?.id };
}

/** What was remembered, but for columns of another round than people now say that the file is of. */
function ofThisRound(remembered: SaidOfSheet, { own, rounds }: Known): SaidOfSheet {
  if (!own?.round) return remembered;
  const columns = Object.entries(remembered.columns).filter(([, words]) => {
    const round = namedIn(words, rounds);
    return round === undefined || round.slug === own.round?.slug;
  });
  return { ...remembered, columns: Object.fromEntries(columns) };
}

/** Each column under the heading as which it is to be read; 無視 is under none. */
function asSaid(block: Block, { columns }: SaidOfSheet): Block {
  const paths = new Map(block.paths);
  for (const [letters, words] of Object.entries(columns)) {
    const col = columnNumber(letters);
    if (words === IGNORED) paths.delete(col);
    else paths.set(col, [{ words, row: block.bottom, col }]);
  }
  return { ...block, paths };
}

/** Rows of headings: what stands over each column, from the top down. */
interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly paths: ReadonlyMap<number, readonly Heading[]>;
  readonly keys: ReadonlySet<FieldKey>;
}

interface Heading {
  readonly words: string;
  readonly row: number;
  readonly col: number;
}

/** The block that begins in this row and reaches as far down as its merged headings do, or the blanks below them. */
function blockFrom(sheet: Sheet, top: number): Block {
  // A merge without words, as of whole columns beside the table, heads nothing.
  const merged = sheet.merges.filter(
    ({ startRow, startCol, endRow }) =>
      startRow === top && endRow > top && wordsOf(sheet.rows[startRow]?.[startCol]) !== '',
  );
  const reach = Math.max(top, ...merged.map(({ endRow }) => endRow));
  const block = blockOf(sheet, top, Math.min(reach, top + TALLEST - 1));
  return merged.length > 0 ? block : overBlanks(sheet, block);
}

/**
 * Where nothing is merged, the header goes on as long as nothing stands below 機能ID but something below a heading that
 * has no meaning yet. (A lone classification below the header heads the first rows of the table.)
 */
function overBlanks(sheet: Sheet, block: Block): Block {
  const meaningAt = (col: number): FieldKey | undefined => meaningOf((block.paths.get(col) ?? []).map(wordsIn))?.key;
  const next = (sheet.rows[block.bottom + 1] ?? []).flatMap((cell, col) =>
    wordsOf(cell) === '' ? [] : [meaningAt(col)],
  );
  const goesOn =
    block.keys.has('functionId') &&
    !next.includes('functionId') &&
    next.includes(undefined) &&
    block.bottom - block.top + 1 < TALLEST;
  return goesOn ? overBlanks(sheet, blockOf(sheet, block.top, block.bottom + 1)) : block;
}

function blockOf(sheet: Sheet, top: number, bottom: number): Block {
  const rows = Array.from({ length: bottom - top + 1 }, (_, i) => headingsIn(sheet, top + i, i + top < bottom));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const paths = new Map<number, Heading[]>();
  for (let col = 0; col < width; col += 1) {
    const path: Heading[] = [];
    for (const heading of rows.map((row) => row[col])) {
      if (heading && heading.words !== path.at(-1)?.words) path.push(heading);
    }
    if (path.length > 0) paths.set(col, path);
  }
  return { top, bottom, paths, keys: keysOf(paths) };
}

const keysOf = (paths: Block['paths']): ReadonlySet<FieldKey> =>
  new Set([...paths.values()].flatMap((path) => meaningOf(path.map(wordsIn))?.key ?? []));

const wordsIn = ({ words }: Heading): string => words;

/** The headings of a row by column. A heading spreads over what is merged, or over the blanks up to the next one. */
function headingsIn(sheet: Sheet, row: number, above: boolean): (Heading | undefined)[] {
  const cells = sheet.rows[row] ?? [];
  const headings: (Heading | undefined)[] = cells.map((cell, col) => {
    const words = wordsOf(cell);
    return words === '' ? undefined : { words, row, col };
  });
  const over = sheet.merges.filter(({ startRow, endRow }) => startRow <= row && row <= endRow);
  for (const { startRow, startCol, endCol } of over) {
    const words = wordsOf(sheet.rows[startRow]?.[startCol]);
    if (words === '') continue;
    for (let col = startCol; col <= endCol; col += 1) headings[col] = { words, row: startRow, col: startCol };
  }
  const below = sheet.rows[row + 1] ?? [];
  if (!above || sheet.merges.length > 0) return headings;
  return below.map((cell, col) =>
    headings[col] || wordsOf(cell) === '' ? headings[col] : headings.slice(0, col).findLast(Boolean),
  );
}

/** A row of rounds may stand over the row in which 機能ID and the rest stand. (What stands in column A is a title.) */
function withRoundsAbove(sheet: Sheet, block: Block, rounds: readonly Named[]): Block {
  const [, ...above] = sheet.rows[block.top - 1] ?? [];
  return above.some((cell) => namedIn(wordsOf(cell), rounds)) ? blockOf(sheet, block.top - 1, block.bottom) : block;
}

/** The columns of the block, each with its meaning; what is doubtful is refused, the rest is told as unread. */
function meant(
  sheet: Sheet,
  block: Block,
  own: Own,
  { vendors, rounds }: Known,
): Omit<Header, 'kind' | 'said' | 'profile'> {
  const fields = new Map<FieldKey, number>();
  const marks: { col: number; round: string; vendor: string }[] = [];
  const understood: Understood[] = [];
  const refused: Refusal[] = [];
  const unread: { cell: string; words: string }[] = [];
  for (const [col, path] of block.paths) {
    const { words, row, col: at } = path.at(-1) as Heading;
    const cell = cellName(row, at);
    const refuse = (why: Refusal['why']): void => void refused.push({ sheet: sheet.name, cell, why });
    const roundOver = namedOver(path, rounds);
    const vendorOver = namedOver(path, vendors);
    // A heading that says no more than 回答 is of whom the whole sheet is.
    const ofSheet = !vendorOver && headsAnswers(path.map(wordsIn), roundOver);
    const vendor = vendorOver ?? (ofSheet ? own.vendor : undefined);
    const round = roundOver ?? (ofSheet && vendor ? own.round : undefined);
    const meaning = meaningOf(path.map(wordsIn));
    if (round && vendor) {
      if (marks.some((one) => one.round === round.slug && one.vendor === vendor.slug)) refuse(refusal.twice(words));
      else {
        marks.push({ col, round: round.slug, vendor: vendor.slug });
        if (ofSheet) understood.push({ column: columnName(col), words, round: round.name, vendor: vendor.name });
      }
    } else if (vendor) refuse(ofSheet ? refusal.whichRoundOf(vendor.name, words) : refusal.whichRound(words));
    else if (meaning && fields.has(meaning.key)) refuse(refusal.twice(words));
    else if (meaning?.key === 'cost' && !inThousands(sheet, block.top, meaning.unit)) refuse(refusal.unit(words));
    else if (meaning) fields.set(meaning.key, col);
    else if (round)
      refuse(
        refusal.unknown(
          'vendor',
          words,
          nearest(
            words,
            vendors.map(({ name }) => name),
          ),
        ),
      );
    else if (!isExported(words)) unread.push({ cell, words });
  }
  for (const key of REQUIRED.filter((one) => !fields.has(one))) {
    refused.push({ sheet: sheet.name, cell: cellName(block.top, 0), why: refusal.noColumn(HEADINGS[key][0]) });
  }
  return { below: block.bottom + 1, fields, marks, understood, refused, unread };
}

/** The named one in the lowest heading that names one; the longest name, where one contains another. */
const namedOver = (path: readonly Heading[], among: readonly Named[]): Named | undefined =>
  path.toReversed().flatMap(({ words }) => namedIn(words, among) ?? [])[0];

function namedIn(words: string, among: readonly Named[]): Named | undefined {
  const form = headingForm(words);
  const found = among.filter(({ name }) => form.includes(headingForm(name)));
  return found.toSorted((a, b) => b.name.length - a.name.length)[0];
}

/** 千円 in the heading, or, where the heading has no unit, in the rows above the table. */
function inThousands(sheet: Sheet, top: number, unit: string | undefined): boolean {
  if (unit !== undefined) return unit.includes('千円');
  return sheet.rows.slice(0, top).some((row) => row.some((cell) => wordsOf(cell).includes('千円')));
}
