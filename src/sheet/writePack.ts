/** A joiner's adoption pack as a table: what stands decided and why, with a column for its own system to be filled in. */
import type { Cell } from './sheet.ts';
import { guardedCell } from './writeCsv.ts';
import type { Column, Table } from './writeXlsx.ts';

export interface PackRow {
  readonly number: number;
  readonly functionId: string;
  readonly system: string;
  readonly category: string;
  readonly text: string;
  readonly class: string;
  readonly outcome: string;
  readonly decision: string;
  readonly day: string;
  readonly level: string;
  readonly reason: string;
  /** What stood before, oldest first. */
  readonly before: readonly string[];
  /** The vendor's alternative. */
  readonly alternative: string;
  /** 千円; left out where it has none, or where it is told at another row. */
  readonly cost?: number | undefined;
  /** Where the cost is that of several rows: of how many, or where it is told. */
  readonly costOf?: string;
  readonly scope: string;
  readonly answer: string;
  /** What the joiner registered; empty where it is still to be filled in. */
  readonly difference: string;
}

type PackColumn = Column & { readonly value: (row: PackRow) => Cell };

const COST: readonly PackColumn[] = [
  { heading: '費用(千円)', width: 10, amount: true, value: ({ cost }) => cost ?? null },
  { heading: '費用の備考', width: 18, value: ({ costOf }) => costOf ?? null },
];

const columns = (costs: boolean): readonly PackColumn[] => [
  { heading: '要件番号', width: 9, centred: true, value: ({ number }) => number },
  { heading: '機能ID', width: 10, frozen: true, value: ({ functionId }) => guardedCell(functionId) },
  { heading: '業務', width: 14, value: ({ system }) => guardedCell(system) },
  { heading: '分類', width: 16, value: ({ category }) => guardedCell(category) },
  { heading: '要件', width: 44, value: ({ text }) => guardedCell(text) },
  { heading: '区分', width: 12, centred: true, value: (row) => row.class },
  { heading: '決定', width: 16, centred: true, value: ({ outcome }) => outcome },
  { heading: '決定番号', width: 18, value: ({ decision }) => decision },
  { heading: '決定日', width: 16, value: ({ day }) => day },
  { heading: '段階', width: 8, centred: true, value: ({ level }) => level },
  { heading: '理由', width: 30, value: ({ reason }) => guardedCell(reason) },
  { heading: '変更前の決定と理由', width: 30, value: ({ before }) => guardedCell(before.join('\n')) },
  { heading: 'ベンダの代替案', width: 26, value: ({ alternative }) => guardedCell(alternative) },
  ...(costs ? COST : []),
  { heading: '適用範囲', width: 14, value: ({ scope }) => guardedCell(scope) },
  { heading: '受入', width: 10, centred: true, value: ({ answer }) => answer },
  { heading: '現行システムとの差異(記入)', width: 34, value: ({ difference }) => guardedCell(difference) },
];

/** Costs stand in it only where its reader may see them. */
export const packTable = (title: string, rows: readonly PackRow[], costs: boolean): Table => ({
  name: '受入資料',
  title,
  columns: columns(costs),
  rows: rows.map((row) => columns(costs).map(({ value }) => value(row))),
});
