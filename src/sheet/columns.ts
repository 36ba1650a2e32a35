/** What the headings of a requirement sheet mean. */
import { fold } from '../domain/fold.ts';

export type FieldKey = keyof typeof HEADINGS;

/** The headings that offices give to each column; the first is the one that is named to people. */
export const HEADINGS = {
  itemNo: ['項番', 'No', 'No.', '番号', '通番', '連番', '項目番号', '#'],
  systemNo: ['業務No', '業務No.', '業務番号', 'システムNo', 'システムNo.', 'システム番号'],
  system: [
    '業務',
    '業務名',
    '業務名称',
    'システム',
    'システム名',
    'システム名称',
    '業務システム',
    '業務システム名',
    '対象業務',
  ],
  major: ['大分類', '大項目', '大区分', '分類1'],
  middle: ['中分類', '中項目', '中区分', '分類2'],
  minor: ['小分類', '小項目', '小区分', '分類3'],
  functionId: ['機能ID', '機能番号', '機能No', '機能No.', '機能要件ID', '要件ID', '要件番号'],
  text: [
    '機能要件',
    '要件',
    '要件内容',
    '機能要件内容',
    '業務機能要件',
    '機能名称',
    '機能名',
    '機能',
    '機能内容',
    '機能要件名',
    '機能の名称',
    '要件定義',
  ],
  class: ['区分', '実装区分', '要件区分', '必須区分', '必須/任意', '必須・任意', '実装類型', '必須任意区分'],
  convenience: ['便利機能等', '便利機能'],
  cost: ['費用', '概算費用', '改修費用', '対応費用', '見積額', '見積金額', '金額', '概算額'],
  alternative: ['代替案', '代替案等', '代替え案', '代替提案', '代替え提案', '代替手段'],
  remarks: ['備考', '備考欄', '摘要', '特記事項'],
} as const satisfies Record<string, readonly string[]>;

/** Headings of what an export adds and an import does not take: the council's own number, and what is decided. */
const EXPORTED = ['要件No.', '結果', '決定番号', '理由', '段階', '決定日'];

/** A heading, as it is compared: widths, spaces and line breaks do not matter. */
export const headingForm = (heading: string): string => fold(heading).replace(/\s/g, '');

const meanings: ReadonlyMap<string, FieldKey> = new Map(
  Object.entries(HEADINGS).flatMap(([key, headings]) => headings.map((one) => [headingForm(one), key as FieldKey])),
);

/** What a column means whose headings, from the top down, are these. `業務 / No.` is 業務No., `分類 / 大` is 大分類. */
export function meaningOf(headings: readonly string[]): { key: FieldKey; unit?: string } | undefined {
  const [first = '', last = ''] = [headings[0], headings.at(-1)].map((one = '') => headingForm(one));
  const candidates = [first + last, last + first, ...headings.toReversed().map(headingForm)];
  for (const candidate of candidates) {
    const [, name = '', unit] = /^(.*?)(?:\(([^()]*)\))?$/.exec(candidate) ?? [];
    const key = meanings.get(candidate) ?? meanings.get(name);
    if (key) return unit === undefined ? { key } : { key, unit };
  }
  return undefined;
}

const exported = new Set(EXPORTED.map(headingForm));

/** Whether the column is passed over knowingly. */
export const isExported = (heading: string): boolean => exported.has(headingForm(heading));
