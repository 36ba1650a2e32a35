/** The 課題管理表: open items as a workbook in the columns that offices keep. Words in, bytes out. */
import { writeXlsx } from 'hucre/xlsx';

export interface ItemRow {
  readonly number: string;
  readonly raised: string;
  readonly body: string;
  readonly title: string;
  readonly history: string;
  readonly owner: string;
  readonly priority: string;
  readonly due: string;
  readonly status: string;
  readonly done: string;
  readonly links: string;
  readonly version: number;
}

const COLUMNS: readonly { readonly head: string; readonly width: number; readonly of: keyof ItemRow }[] = [
  { head: 'No.', width: 7, of: 'number' },
  { head: '登録日', width: 12, of: 'raised' },
  { head: '会議体', width: 18, of: 'body' },
  { head: '件名', width: 40, of: 'title' },
  { head: '内容/経過', width: 50, of: 'history' },
  { head: '担当', width: 30, of: 'owner' },
  { head: '優先度', width: 8, of: 'priority' },
  { head: '期限', width: 12, of: 'due' },
  { head: '状態', width: 10, of: 'status' },
  { head: '完了日', width: 12, of: 'done' },
  { head: '関連', width: 20, of: 'links' },
  { head: '版', width: 6, of: 'version' },
];

export async function itemsWorkbook(rows: readonly ItemRow[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: '課題管理表',
        rows: [COLUMNS.map((one) => one.head), ...rows.map((row) => COLUMNS.map((one) => row[one.of]))],
        columns: COLUMNS.map(({ width }) => ({ width })),
        freezePane: { rows: 1, columns: 1 },
        pageSetup: { paperSize: 'a3', orientation: 'landscape' },
      },
    ],
  });
}
