/** The questions and answers (質問・回答票) as a table in an office's form. */
import type { Cell } from './sheet.ts';
import { guardedCell } from './writeCsv.ts';
import type { Column, Table } from './writeXlsx.ts';

export interface WrittenQuestion {
  readonly number: number;
  readonly sentOn: string | undefined;
  readonly route: string;
  readonly systems: readonly string[];
  /** `1234 / 2402023` */
  readonly requirements: readonly string[];
  readonly text: string;
  readonly answers: readonly { readonly from: string; readonly text: string; readonly on: string }[];
  readonly state: string;
}

const COLUMNS: readonly (Column & { readonly value: (row: WrittenQuestion) => Cell })[] = [
  { heading: 'No.', width: 6, centred: true, frozen: true, value: ({ number }) => number },
  { heading: '提出日', width: 16, value: ({ sentOn }) => sentOn ?? null },
  { heading: '分類', width: 8, centred: true, value: ({ route }) => route },
  { heading: '業務', width: 16, value: ({ systems }) => guardedCell(systems.join('\n')) },
  { heading: '要件番号 / 機能ID', width: 18, value: ({ requirements }) => guardedCell(requirements.join('\n')) },
  { heading: '質問内容', width: 50, value: ({ text }) => guardedCell(text) },
  {
    heading: '回答',
    width: 50,
    value: ({ answers }) => guardedCell(answers.map((one) => `【${one.from}】${one.text}`).join('\n')),
  },
  { heading: '回答日', width: 16, value: ({ answers }) => answers.map((one) => one.on).join('\n') },
  { heading: '状態', width: 10, centred: true, value: ({ state }) => state },
];

/** The sheet's name says whose it is: so it is known when it comes back. (Excel allows 31 characters, and not these.) */
export const questionTable = (rows: readonly WrittenQuestion[], vendor: string | undefined): Table => ({
  name: `質問・回答票${vendor === undefined ? '' : ` ${vendor.replace(/[[\]:*?/\\]/gu, '')}`}`.slice(0, 31),
  title: '質問・回答票',
  columns: COLUMNS,
  rows: rows.map((row) => COLUMNS.map(({ value }) => value(row))),
});
