/**
 * The 課題管理表: open items as a workbook in the columns that offices keep. Words in, bytes out.
 *
 * The last column, which Excel hides, is the version of each item: a workbook that comes back says by it what it knew.
 */
import { guardedCell } from './writeCsv.ts';
import { type Column, writeTable } from './writeXlsx.ts';

export interface ItemRow {
  readonly number: string;
  readonly raised: string;
  /** With the municipality. */
  readonly raiser: string;
  readonly body: string;
  readonly title: string;
  readonly history: string;
  readonly owner: string;
  readonly priority: string;
  readonly due: string;
  readonly status: string;
  /** 済 2/5 未了:五霞町・那珂市, where several owe it. */
  readonly parts: string;
  readonly decisions: string;
  readonly done: string;
  readonly links: string;
  readonly version: number;
}

export const ITEM_COLUMNS: readonly (Omit<Column, 'heading'> & {
  readonly head: string;
  readonly of: keyof ItemRow;
})[] = [
  { head: 'No.', width: 7, of: 'number', centred: true, frozen: true },
  { head: '起票日', width: 12, of: 'raised', centred: true },
  { head: '起票者', width: 22, of: 'raiser' },
  { head: '会議体', width: 18, of: 'body' },
  { head: '件名', width: 40, of: 'title' },
  { head: '内容/経過', width: 50, of: 'history' },
  { head: '担当', width: 30, of: 'owner' },
  { head: '優先度', width: 8, of: 'priority', centred: true },
  { head: '期限', width: 12, of: 'due', centred: true },
  { head: '状態', width: 10, of: 'status', centred: true },
  { head: '完了状況', width: 26, of: 'parts' },
  { head: '決定事項', width: 20, of: 'decisions' },
  { head: '完了日', width: 12, of: 'done', centred: true },
  { head: '関連', width: 20, of: 'links' },
  { head: '版', width: 6, of: 'version', hidden: true },
];

export async function itemsWorkbook(rows: readonly ItemRow[], made: Date): Promise<Uint8Array> {
  const { bytes } = await writeTable(
    {
      name: '課題管理表',
      title: '課題管理表',
      columns: ITEM_COLUMNS.map(({ head, of: _, ...column }) => ({ heading: head, ...column })),
      rows: rows.map((row) => ITEM_COLUMNS.map((one) => guardedCell(row[one.of]))),
    },
    made,
  );
  return bytes;
}
