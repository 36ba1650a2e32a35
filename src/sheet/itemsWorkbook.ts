/**
 * The 課題管理表: open items as a workbook in the columns that offices keep. Words in, bytes out.
 *
 * The last column, which Excel hides, is the version of each item: a workbook that comes back says by it what it knew.
 */
import { writeXlsx } from 'hucre/xlsx';
import { guarded } from './guard.ts';

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
  readonly decisions: string;
  readonly done: string;
  readonly links: string;
  readonly version: number;
}

export const ITEM_COLUMNS: readonly {
  readonly head: string;
  readonly width: number;
  readonly of: keyof ItemRow;
  readonly hidden?: true;
}[] = [
  { head: 'No.', width: 7, of: 'number' },
  { head: '起票日', width: 12, of: 'raised' },
  { head: '起票者', width: 22, of: 'raiser' },
  { head: '会議体', width: 18, of: 'body' },
  { head: '件名', width: 40, of: 'title' },
  { head: '内容/経過', width: 50, of: 'history' },
  { head: '担当', width: 30, of: 'owner' },
  { head: '優先度', width: 8, of: 'priority' },
  { head: '期限', width: 12, of: 'due' },
  { head: '状態', width: 10, of: 'status' },
  { head: '決定事項', width: 20, of: 'decisions' },
  { head: '完了日', width: 12, of: 'done' },
  { head: '関連', width: 20, of: 'links' },
  { head: '版', width: 6, of: 'version', hidden: true },
];

export async function itemsWorkbook(rows: readonly ItemRow[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: '課題管理表',
        rows: [
          ITEM_COLUMNS.map((one) => one.head),
          ...rows.map((row) => ITEM_COLUMNS.map((one) => written(row[one.of]))),
        ],
        columns: ITEM_COLUMNS.map(({ width, hidden }) => ({ width, ...(hidden && { hidden }) })),
        freezePane: { rows: 1, columns: 1 },
        pageSetup: { paperSize: 'a3', orientation: 'landscape' },
      },
    ],
  });
}

const written = (cell: string | number): string | number => (typeof cell === 'string' ? guarded(cell) : cell);
