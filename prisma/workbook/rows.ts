/**
 * The requirements of the sample: 3,069 rows with three vendors' answers in two rounds.
 *
 * The numbers are those of the council's document: of 9,207 marks a round, 11 are △ or × in the proposal round (0.12 %)
 * and 479 in the RFI round (5.2 %); 125 rows are 便利機能等.
 */
import type { Business } from './business.ts';
import { chanceFrom } from './chance.ts';
import { SENTENCES, type TargetKind } from './sentences.ts';
import { SHEETS } from './vocabulary.ts';

export interface SampleRow {
  readonly sheet: string;
  /** The slug of the system. */
  readonly system: string;
  readonly functionId: string;
  readonly major: string;
  readonly middle: string;
  readonly minor: string;
  readonly text: string;
  readonly class: '必須' | '任意' | '実装しない';
  readonly convenience: boolean;
  /** By vendor: A, B, C. */
  readonly rfi: readonly string[];
  readonly proposal: readonly string[];
  /** 千円 */
  readonly cost: number | undefined;
  readonly alternative: string | undefined;
  readonly remarks: string | undefined;
}

const VENDORS = 3;
const RFI_GAPS = 479;
const PROPOSAL_GAPS = 11;
const CONVENIENCES = 125;

/** Of B in the proposal round: the one that the council's examples speak of. */
const TABLET = {
  system: 'kaigo',
  target: '認定調査票',
  minor: '一括登録',
  text: '認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。',
  vendor: 1,
  cost: 850,
  alternative: '携帯端末との連携は改修が必要なため、CSVでの一括登録に代える。(B社)',
} as const;

const ALTERNATIVES = [
  '標準の抽出機能(EUC)と表計算ソフトの組合せで対応する。',
  '標準帳票の様式変更機能で対応する。',
  '一括処理の結果一覧を確認する運用で対応する。',
  '次期バージョン(平成26年度下期)で標準機能として提供する予定。',
  '同等の内容を照会画面で確認できるため、画面での確認に代える。',
  '年1回の処理のため、保守の範囲で作業を代行する。',
] as const;

const REMARKS = [
  '番号制度への対応を踏まえて再確認する。',
  '現行システムに同等の機能なし。',
  'デモンストレーションで操作を確認済み。',
  '4市町で運用が異なるため、WGで手順を統一する。',
  '関連する帳票は様式集を参照。',
  '法改正(平成26年4月施行)に伴い見直し予定。',
] as const;

/** All rows in the order of the sheets; the n-th is requirement n once they are imported. */
export function sampleRows(ordinalOf: (system: string) => number): SampleRow[] {
  const chance = chanceFrom(3069);
  const wanted = SHEETS.flatMap(({ name, businesses }) =>
    businesses.flatMap((business) =>
      functionsOf(business, ordinalOf(business.system)).map((one) => ({ ...one, sheet: name, class: drawnClass() })),
    ),
  );
  const tablet = wanted.findIndex(({ text }) => text === TABLET.text);

  const answers = wanted.flatMap((row, i) =>
    row.class === '実装しない' ? [] : Array.from({ length: VENDORS }, (_, vendor) => i * VENDORS + vendor),
  );
  const fixed = tablet * VENDORS + TABLET.vendor;
  const others = chance.draw(
    RFI_GAPS - 1,
    answers.filter((one) => one !== fixed),
  );
  const rfiGaps = new Set([fixed, ...others]);
  const proposalGaps = new Set([fixed, ...others.slice(0, PROPOSAL_GAPS - 1)]);
  const optional = wanted.flatMap((row, i) => (row.class === '任意' ? [i] : []));
  const conveniences = new Set(chance.draw(CONVENIENCES, optional));

  return wanted.map((row, i) => {
    const marks = (gaps: ReadonlySet<number>, standard: number): string[] =>
      Array.from({ length: VENDORS }, (_, vendor) => {
        if (!gaps.has(i * VENDORS + vendor)) return chance.next() < standard ? '◎' : '○';
        return i !== tablet && chance.next() < 0.2 ? '×' : '△';
      });
    const rfi = marks(rfiGaps, 0.7);
    const proposal = marks(proposalGaps, 0.85);
    const open = proposal.some(isGap);
    const answered = open || (rfi.some(isGap) && chance.next() < 0.6);
    const cost = answered ? 50 * (1 + Math.floor(chance.next() * 40)) : undefined;
    const alternative = answered ? chance.among(ALTERNATIVES) : undefined;
    const remarks = chance.next() < 0.06 ? chance.among(REMARKS) : undefined;
    const special = i === tablet ? { cost: TABLET.cost, alternative: TABLET.alternative } : { cost, alternative };
    return { ...row, convenience: conveniences.has(i), rfi, proposal, remarks, ...special };
  });

  function drawnClass(): SampleRow['class'] {
    const drawn = chance.next();
    if (drawn < 0.72) return '必須';
    return drawn < 0.94 ? '任意' : '実装しない';
  }
}

const isGap = (mark: string): boolean => mark === '△' || mark === '×';

type Wanted = Pick<SampleRow, 'system' | 'functionId' | 'major' | 'middle' | 'minor' | 'text'>;

/** The functions of a business: each of its targets in turn gets its next usual sentence, until there are enough. */
function functionsOf({ system, count, person, about }: Business, ordinal: number): Wanted[] {
  const targets = about.flatMap((line, group) => {
    const [, major = '', middle = '', kind = '', list = ''] = /^(.+?)\/(.+?)\/(.+?): (.+)$/.exec(line) ?? [];
    return list
      .split(',')
      .map((target) => ({ group, major, middle, sentences: SENTENCES[kind as TargetKind], target }));
  });
  const most = Math.max(...targets.map(({ sentences }) => sentences.length));
  const chosen = Array.from({ length: most }, (_, depth) =>
    targets.flatMap(({ sentences, ...target }) => {
      const sentence = sentences[depth];
      return sentence ? [{ ...target, minor: sentence.minor, text: sentence.of(target.target, person) }] : [];
    }),
  )
    .flat()
    .slice(0, count);
  if (chosen.length < count) throw new RangeError(`${system} speaks of too little for ${count} requirements`);

  const groups = about.flatMap((_, group) => {
    const within = chosen.filter((one) => one.group === group);
    return [...new Set(within.map(({ minor }) => minor))].flatMap((minor) =>
      within.filter((one) => one.minor === minor),
    );
  });
  const majors = [...new Set(groups.map(({ major }) => major))];
  const serials = new Map<string, number>();
  return groups.map(({ major, middle, minor, target, text }) => {
    const serial = (serials.get(major) ?? 0) + 1;
    serials.set(major, serial);
    const special = system === TABLET.system && target === TABLET.target && minor === TABLET.minor;
    const functionId = `${digits(ordinal, 2)}${digits(majors.indexOf(major) + 1, 2)}${digits(serial, 3)}`;
    return { system, functionId, major, middle, minor, text: special ? TABLET.text : text };
  });
}

const digits = (n: number, width: number): string => String(n).padStart(width, '0');
