/** Requirements as a table that the importer reads again, followed by what is decided, which it passes over knowingly. */
import type { ImportedRequirement } from '../domain/importing.ts';
import type { RequirementClass } from '../domain/requirement.ts';
import { HEADINGS } from './columns.ts';
import { EMPTY } from './guard.ts';
import type { Named } from './requirementRow.ts';
import type { Cell } from './sheet.ts';
import { guardedCell } from './writeCsv.ts';
import type { Column, Table } from './writeXlsx.ts';

export interface WrittenRequirement extends ImportedRequirement {
  readonly number: number;
  readonly decided: WrittenDecision | undefined;
}

/** In the words of an office. */
export interface WrittenDecision {
  readonly outcome: string;
  readonly name: string;
  readonly note: string | undefined;
  readonly level: string;
  readonly day: string;
}

export interface Names {
  readonly systems: readonly Named[];
  readonly vendors: readonly Named[];
  readonly rounds: readonly Named[];
}

type Filled = Column & { readonly value: (row: WrittenRequirement, above: WrittenRequirement | undefined) => Cell };

/** Costs, alternatives and marks are left out where the reader may not see the vendors' answers. */
export function requirementTable(rows: readonly WrittenRequirement[], names: Names, vendorAnswers: boolean): Table {
  const columns = columnsOf(names, vendorAnswers);
  return {
    name: '要件一覧',
    title: '業務機能要件一覧',
    columns,
    rows: rows.map((row, i) => columns.map(({ value }) => value(row, rows[i - 1]))),
  };
}

function columnsOf({ systems, vendors, rounds }: Names, vendorAnswers: boolean): Filled[] {
  const nameOf = new Map(systems.map(({ slug, name }) => [slug, name]));
  const marks = rounds.flatMap(({ slug: round, name }) =>
    vendors.map((vendor) => ({
      heading: `${name}\n${vendor.name}`,
      width: 9,
      centred: true,
      value: (row: WrittenRequirement) =>
        row.marks.find((one) => one.round === round && one.vendor === vendor.slug)?.mark ?? null,
    })),
  );
  const written = (key: 'functionId' | 'itemNo' | 'text' | 'alternative' | 'remarks') => (row: WrittenRequirement) =>
    guardedCell(row[key] ?? null);
  const category = (depth: number) => (row: WrittenRequirement, above: WrittenRequirement | undefined) =>
    categoryCell(row, above, depth);
  return [
    { heading: '要件No.', width: 8, centred: true, value: ({ number }) => number },
    { heading: HEADINGS.itemNo[0], width: 7, centred: true, value: written('itemNo') },
    { heading: HEADINGS.system[0], width: 12, value: ({ system }) => guardedCell(nameOf.get(system) ?? system) },
    { heading: HEADINGS.functionId[0], width: 12, centred: true, frozen: true, value: written('functionId') },
    { heading: HEADINGS.major[0], width: 11, value: category(0) },
    { heading: HEADINGS.middle[0], width: 11, value: category(1) },
    { heading: HEADINGS.minor[0], width: 11, value: category(2) },
    { heading: HEADINGS.text[0], width: 56, value: written('text') },
    { heading: HEADINGS.class[0], width: 10, centred: true, value: (row) => CLASSES[row.class] },
    { heading: HEADINGS.convenience[0], width: 8, centred: true, value: (row) => (row.convenience ? '○' : null) },
    ...(vendorAnswers ? marks : []),
    ...(vendorAnswers
      ? [
          {
            heading: `${HEADINGS.cost[0]}(千円)`,
            width: 10,
            amount: true,
            value: ({ cost }: WrittenRequirement) => cost ?? null,
          },
          { heading: HEADINGS.alternative[0], width: 32, value: written('alternative') },
        ]
      : []),
    { heading: HEADINGS.remarks[0], width: 20, value: written('remarks') },
    { heading: '結果', width: 17, value: ({ decided }) => decided?.outcome ?? null },
    { heading: '決定番号', width: 19, value: ({ decided }) => decided?.name ?? null },
    { heading: '理由', width: 34, value: ({ decided }) => guardedCell(decided?.note ?? null) },
    { heading: '段階', width: 9, centred: true, value: ({ decided }) => decided?.level ?? null },
    { heading: '決定日', width: 16, value: ({ decided }) => decided?.day ?? null },
  ];
}

/** A blank would repeat what stands above it: where it must not, an empty text is written. */
function categoryCell({ system, category }: WrittenRequirement, above: WrittenRequirement | undefined, depth: number) {
  const words = category[depth];
  if (words !== undefined) return guardedCell(words);
  const sameOuter = above?.system === system && category.slice(0, depth).every((one, i) => one === above.category[i]);
  return sameOuter && above.category[depth] !== undefined ? EMPTY : null;
}

const CLASSES: Readonly<Record<RequirementClass, string>> = { mandatory: '必須', optional: '任意', not: '実装しない' };
