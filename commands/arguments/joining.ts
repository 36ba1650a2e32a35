/** What is said about joining: the municipality, its code, the stage, a price. */
import { absent, argument } from '../../src/command/argument.ts';
import { foldWithOffsets } from '../../src/domain/fold.ts';
import type { Stage } from '../../src/domain/joining.ts';
import { isMunicipalityCode } from '../../src/domain/municipalityCode.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { choice } from './words.ts';

/** 境町 */
export const joinerName = argument<string>({
  label: { ja: ja`市町村名`, en: en`municipality` },
  field: { kind: 'line', placeholder: { ja: ja`境町`, en: en`name` } },
  read: (line) => {
    const found = /^[^\s\d０-９、,・]+[市町村区県](?=\s|$)/u.exec(line);
    return found ? { read: found[0], length: found[0].length } : absent;
  },
});

/** 085464, where the municipality is new. */
export const municipalityCode = argument<string>({
  label: { ja: ja`団体コード`, en: en`code` },
  field: { kind: 'line', placeholder: { ja: ja`085464(初めて登録するとき)`, en: en`085464, when it is new` } },
  read: (line) => {
    const { folded, at } = foldWithOffsets(line);
    const [whole, code = ''] = /^(?:(?:団体)?(?:こーど|code)\s?:?\s?)?(\d{5,6})(?=\s|$)/u.exec(folded) ?? [];
    if (whole === undefined) return absent;
    return isMunicipalityCode(code)
      ? { read: code, length: at[whole.length] ?? line.length }
      : { unclear: wrong(code) };
  },
});

const wrong = (code: string): Text => ({
  ja: ja`「${code}」は団体コードではありません。検査数字を含む6桁(先頭の0も)でご入力ください。`,
  en: en`“${code}” is no municipality code: six digits with the check digit, the leading 0 among them.`,
});

export const STAGE_LABELS: Readonly<Record<Stage, Text>> = {
  interested: { ja: ja`関心表明`, en: en`interested` },
  observer: { ja: ja`オブザーバー`, en: en`observer` },
  applicant: { ja: ja`加入申請`, en: en`applicant` },
  adopting: { ja: ja`受入準備`, en: en`adopting` },
  member: { ja: ja`加入`, en: en`member` },
  left: { ja: ja`脱退・取下げ`, en: en`left` },
};

const WORDS: Readonly<Record<Stage, readonly string[]>> = {
  interested: ['関心', '興味', '検討', '情報交換', '関心あり'],
  observer: ['オブザーバ', 'オブザーバー参加', '準会員', '傍聴'],
  applicant: ['申請', '申込', '申込み', '加入申込', '加入希望', '参加申請', '参加申込', '参加希望'],
  adopting: ['準備', '加入準備', '受入', '受け入れ準備', '採用', '採用中'],
  member: ['構成団体', '正会員', '正式加入', '加入承認'],
  left: ['脱退', '取下げ', '取り下げ', '辞退', '退会'],
};

/** 関心表明, オブザーバー, 加入申請, 受入準備, 加入 */
export const joiningStage = choice<Stage>(
  { ja: ja`段階`, en: en`stage` },
  (Object.keys(WORDS) as Stage[]).map((value) => ({ value, label: STAGE_LABELS[value], words: wordsOf(value) })),
);

function wordsOf(stage: Stage): readonly string[] {
  return [String(STAGE_LABELS[stage].ja), ...WORDS[stage]];
}

/** `12,000千円`, `1200万円` */
export const price = argument<number>({
  label: { ja: ja`金額(千円)`, en: en`price in thousand yen` },
  field: { kind: 'line', placeholder: { ja: ja`12,000千円`, en: en`12,000 thousand yen` } },
  read: (line) => {
    const { folded, at } = foldWithOffsets(line);
    const found = /^(?<n>\d{1,3}(?:,\d{3})+|\d{1,10})\s?(?<unit>千円|万円|円|thousand yen|yen)(?=\s|$)/u.exec(folded);
    if (!found?.groups) return absent;
    const n = Number(found.groups.n?.replaceAll(',', ''));
    const thousands = ['千円', 'thousand yen'].includes(found.groups.unit ?? '')
      ? n
      : found.groups.unit === '万円'
        ? n * 10
        : n / 1_000;
    if (!Number.isInteger(thousands) || thousands > 2_000_000_000) return { unclear: inThousands };
    return { read: thousands, length: at[found[0].length] ?? line.length };
  },
});

const inThousands: Text = {
  ja: ja`金額は千円単位で、12,000千円 のようにご入力ください。`,
  en: en`Please give the price in thousand yen, as in “12,000 thousand yen”.`,
};

const numbered = (label: Text, pattern: RegExp) =>
  argument<number>({
    label,
    field: { kind: 'line' },
    read: (line) => {
      const { folded, at } = foldWithOffsets(line);
      const [whole, n] = pattern.exec(folded) ?? [];
      return whole === undefined ? absent : { read: Number(n), length: at[whole.length] ?? line.length };
    },
  });

/** 受入3 */
export const adoptionNumber = numbered(
  { ja: ja`受入番号`, en: en`acceptance` },
  /^(?:受入|採用|acceptance)\s?(\d{1,6})(?=\s|$)/u,
);
/** 差異3 */
export const differenceNumber = numbered(
  { ja: ja`差異番号`, en: en`difference` },
  /^(?:差異|difference)?\s?(\d{1,6})(?=\s|$)/u,
);
