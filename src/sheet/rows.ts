/** The rows below a header: each is a requirement, or the cells of it that cannot be read, or a note. */

import { isFormulaFault } from '../domain/formulaFault.ts';
import type { Field } from '../domain/importing.ts';
import type { Mark } from '../domain/requirement.ts';
import type { SaidOfSheet } from '../domain/sheetProfile.ts';
import type { Text } from '../text/text.ts';
import { type Answer, classIn, costIn, flagIn, markIn } from './answers.ts';
import { type FieldKey, HEADINGS, meaningOf } from './columns.ts';
import { LEVELS, type Place, placesBelow, type WordsAt, wordsMergedDown } from './fill.ts';
import type { Header } from './header.ts';
import { apart, joined } from './joined.ts';
import { type Legend, markForm } from './legend.ts';
import type { Known, RequirementRow, Requirements, Unread } from './requirementRow.ts';
import { type Cell, cellName, type Sheet, wordsOf } from './sheet.ts';
import { type SystemFinder, systemFinder } from './systems.ts';
import { type Refusal, refusal } from './text.ts';

/** Where each function id of each system was first seen, over all sheets, and what was read there and in later sheets. */
export type Seen = Map<string, SeenRow>;

interface SeenRow {
  readonly sheet: string;
  readonly cell: string;
  readonly requirement?: RequirementRow;
}

export const identityOf = (system: string, functionId: string): string => `${system} ${functionId}`;

/** The requirements of a sheet; `seen` is added to. */
export function readRows(
  sheet: Sheet,
  header: Header,
  legend: Legend,
  known: Known,
  seen: Seen,
): Omit<Requirements, 'by'> {
  const wordsAt = wordsMergedDown(sheet);
  const table: Table = {
    sheet,
    header,
    wordsAt,
    systemOf: systemFinder(known.systems),
    markOf: markReader(header.said.marks, legend),
    zeros: hasLeadingZeros(sheet, header),
    seen,
    lacking: lackingIn(header, known),
  };
  const read = placesBelow(sheet, header, wordsAt).map((place, i) => readRow(table, header.below + i, place));
  return {
    rows: read.flatMap((one) => one.requirement ?? []),
    refused: read.flatMap((one) => one.refused ?? []),
    unread: read.flatMap((one) => one.unread ?? []),
  };
}

interface Table {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly wordsAt: WordsAt;
  readonly systemOf: SystemFinder;
  readonly markOf: (words: string) => Answer<Mark | undefined>;
  /** Whether function ids of this sheet begin with 0. */
  readonly zeros: boolean;
  readonly seen: Seen;
  /** What the table has no column for. */
  readonly lacking: Pick<RequirementRow, 'silentOn' | 'answered'>;
}

/** By what people said of the mark, by the sheet's legend, else as usual. */
function markReader(said: SaidOfSheet['marks'], legend: Legend): Table['markOf'] {
  const known = new Map<string, Mark | null>([
    ...legend,
    ...Object.entries(said).map(([written, mark]) => [markForm(written), mark] as const),
  ]);
  return (words) => {
    const mark = known.get(markForm(words));
    if (mark === null) return undefined;
    return mark === undefined ? markIn(words) : { value: mark };
  };
}

interface ReadRow {
  readonly requirement?: RequirementRow;
  readonly refused?: readonly Refusal[];
  readonly unread?: Unread;
}

function readRow(table: Table, row: number, place: Place): ReadRow {
  const { sheet, header } = table;
  const line = lineAt(table, row);
  const [functionId, text] = [line.written('functionId').normalize('NFKC'), line.written('text')];
  const marked = header.marks.some(({ col }) => wordsOf(line.cells[col]) !== '');
  if (functionId === '' && text === '' && line.written('class') === '' && !marked) return noteIn(table, row);
  if (meaningOf([functionId])?.key === 'functionId') return {};

  const system = systemIn(table, place);
  if ('why' in system) line.refuse(header.fields.has('system') ? 'system' : 'systemNo', system.why);
  const wrongId = wrongInId(table, line.cells[line.col('functionId')], functionId);
  if (wrongId) line.refuse('functionId', wrongId);
  const before = 'slug' in system && functionId !== '' && firstSeen(table, row, system.slug, functionId);
  if (before && !mayJoin(table, before))
    line.refuse('functionId', refusal.sameId(functionId, before.sheet, before.cell));
  if (text === '') line.refuse('text', refusal.missing(HEADINGS.text[0]));
  for (const key of WRITTEN) if (isFormulaFault(line.written(key))) line.refuse(key, refusal.fault(line.written(key)));
  const requirementClass = line.answer('class', classIn, (words) =>
    words === '' ? refusal.missing(HEADINGS.class[0]) : refusal.class(words),
  );
  const convenience = line.answer('convenience', flagIn, refusal.flag) ?? false;
  const cost = line.answer('cost', costIn, refusal.cost);
  const marks = header.marks.flatMap(({ col, round, vendor }) => {
    const mark = line.answer(col, table.markOf, refusal.mark);
    return mark === undefined ? [] : [{ round, vendor, mark }];
  });
  if ('why' in system || requirementClass === undefined || line.refused.length > 0) return { refused: line.refused };

  const [itemNo, alternative, remarks] = [line.written('itemNo'), line.written('alternative'), line.written('remarks')];
  const requirement: RequirementRow = {
    sheet: sheet.name,
    row: row + 1,
    system: system.slug,
    functionId,
    ...(itemNo && { itemNo }),
    category: [place.major, place.middle, place.minor].filter((one) => one !== ''),
    text,
    class: requirementClass,
    convenience,
    marks,
    ...(cost !== undefined && { cost }),
    ...(alternative && { alternative }),
    ...(remarks && { remarks }),
    ...table.lacking,
  };
  const identity = identityOf(system.slug, functionId);
  const at = table.seen.get(identity);
  const both = at?.requirement && joined(at.requirement, requirement);
  if (before && !both) line.refuse('functionId', refusal.otherwise(functionId, before.sheet, before.cell));
  if (line.refused.length > 0) return { refused: line.refused };
  if (at) table.seen.set(identity, { ...at, requirement: both ?? requirement });
  return before ? {} : { requirement };
}

/** What is taken as it is written. */
const WRITTEN = ['functionId', 'text', 'itemNo', 'alternative', 'remarks'] as const satisfies FieldKey[];

/** Each vendor's answers in a sheet of their own. */
const mayJoin = ({ sheet, lacking }: Table, { sheet: first, requirement }: SeenRow): boolean =>
  first !== sheet.name &&
  requirement?.answered !== undefined &&
  lacking.answered !== undefined &&
  requirement.answered.length > 0 &&
  lacking.answered.length > 0 &&
  apart(requirement.answered, lacking.answered);

/** What is merged down over several rows answers for each of them; but a cost is paid once. */
const MERGED_ANSWERS: ReadonlySet<FieldKey | number> = new Set<FieldKey>(['class', 'convenience']);

/** A row's cells by what they mean, and what is wrong with them. */
function lineAt({ sheet, header, wordsAt }: Table, row: number) {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  const refused: Refusal[] = [];
  const col = (where: FieldKey | number): number =>
    typeof where === 'number' ? where : (header.fields.get(where) ?? -1);
  const refuse = (where: FieldKey | number, why: Text): void =>
    void refused.push({ sheet: sheet.name, cell: cellName(row, Math.max(0, col(where))), why });
  return {
    cells,
    refused,
    col,
    refuse,
    written: (key: FieldKey): string => wordsOf(cells[col(key)]),
    /** The answer of a cell; undefined where it is blank, where there is no such column, and where it is refused. */
    answer<T>(
      where: FieldKey | number,
      read: (words: string) => Answer<T>,
      why: (words: string) => Text,
    ): T | undefined {
      if (col(where) < 0) return undefined;
      const merged = typeof where === 'number' || MERGED_ANSWERS.has(where);
      const words = merged ? wordsAt(row, col(where)) : wordsOf(cells[col(where)]);
      const found = read(words);
      if (!found) refuse(where, why(words));
      return found?.value;
    },
  };
}

const COLUMNS: Readonly<Record<Exclude<Field, 'text' | 'class' | 'marks'>, readonly FieldKey[]>> = {
  itemNo: ['itemNo'],
  category: ['major', 'middle', 'minor'],
  convenience: ['convenience'],
  cost: ['cost'],
  alternative: ['alternative'],
  remarks: ['remarks'],
};

/** A vendor's own sheet has its own answers alone, and often no more than that. */
function lackingIn({ fields, marks }: Header, { rounds, vendors }: Known): Table['lacking'] {
  const silentOn = Object.entries(COLUMNS)
    .filter(([, keys]) => !keys.some((key) => fields.has(key)))
    .map(([field]) => field as Field);
  const answered = marks.map(({ round, vendor }) => ({ round, vendor }));
  return {
    ...(silentOn.length > 0 && { silentOn }),
    ...(answered.length < rounds.length * vendors.length && { answered }),
  };
}

/** A line without a requirement: the heading of the rows below it, which is taken up there, or a note. */
function noteIn({ sheet, header }: Table, row: number): ReadRow {
  const headings = new Set(LEVELS.map((level) => header.fields.get(level)));
  const cells = sheet.rows[row] ?? [];
  const col = cells.findIndex((cell, i) => wordsOf(cell) !== '' && !headings.has(i));
  return col < 0 ? {} : { unread: { sheet: sheet.name, cell: cellName(row, col), words: wordsOf(cells[col]) } };
}

/** The system by its No. and name; where the table has no such column, by the name of the sheet. */
function systemIn({ sheet, header, systemOf }: Table, { systemNo, system }: Place): ReturnType<SystemFinder> {
  if (systemNo !== '' || system !== '') return systemOf(systemNo, system);
  const inTable = header.fields.has('system') || header.fields.has('systemNo');
  return inTable ? { why: refusal.missing(HEADINGS.system[0]) } : systemOf('', sheet.name);
}

function wrongInId({ zeros }: Table, cell: Cell | undefined, functionId: string): Text | undefined {
  if (functionId === '') return refusal.missing(HEADINGS.functionId[0]);
  return zeros && typeof cell === 'number' ? refusal.lostZero(functionId) : undefined;
}

/** Excel turns 0101001 into a number where nobody keeps it from that. */
function hasLeadingZeros(sheet: Sheet, header: Header): boolean {
  const col = header.fields.get('functionId') ?? -1;
  return sheet.rows.slice(header.below).some((cells) => typeof cells[col] === 'string' && /^[0０]\d/.test(cells[col]));
}

/** The place where this system had the function id before; notes this one where there is none. */
function firstSeen({ sheet, header, seen }: Table, row: number, system: string, functionId: string) {
  const identity = identityOf(system, functionId);
  const before = seen.get(identity);
  if (!before) seen.set(identity, { sheet: sheet.name, cell: cellName(row, header.fields.get('functionId') ?? 0) });
  return before;
}
