/** Arguments that are numbers: requirements one or many, meetings (M12), items (K45), decisions (第12号), pages. */

import { type Argument, absent, argument, type Reading, type ReadingDay } from '../../src/command/argument.ts';
import { ERAS, westernYear } from '../../src/domain/era.ts';
import type { FiscalYear } from '../../src/domain/fiscalYear.ts';
import { foldWithOffsets } from '../../src/domain/fold.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

/** More than any one decision needs; a longer range is a slip of the finger. */
const MOST = 5_000;

/** ①, ² and their like fold to figures but are none of a number: 1234② is not 12342. */
const BEFORE_MARKS = /^\P{No}*/u;

/** Reads by a pattern on the folded copy; what it is told of the words, and lengths, are of the original. */
function byPattern<T>(
  pattern: RegExp,
  read: (groups: Record<string, string | undefined>) => T | { unclear: Text } | undefined,
): (line: string) => Reading<T> {
  return (line) => {
    const { folded, at } = foldWithOffsets(BEFORE_MARKS.exec(line)?.[0] ?? '');
    const found = pattern.exec(folded);
    const value = found ? read(found.groups ?? {}) : undefined;
    if (!found || value === undefined) return absent;
    return isUnclear(value) ? value : { read: value, length: at[found[0].length] ?? line.length };
  };
}

const isUnclear = (value: unknown): value is { unclear: Text } =>
  typeof value === 'object' && value !== null && 'unclear' in value;

/** ー is what the IME makes of a hyphen. */
const SPAN = String.raw`\d{1,7}(?:\s?(?:[-~ー]|から)\s?\d{1,7}(?:まで)?)?`;
const AND = String.raw`\s?(?:[,、・]|と|及び|および)\s?`;
const IDS = new RegExp(
  String.raw`^(?:要件|no\.?|#)?\s?(?<ids>${SPAN}(?:${AND}${SPAN})*)(?:番|号)?:?(?=\s|$|[^\d\sa-z_<@#~ー,、・-])`,
  'u',
);
/** Figures of another kind too: 一二〇七. */
const ALMOST_IDS = /^(?:要件|no\.?|#)?\s?(?:\d\S*|[〇一二三四五六七八九]{2,}(?=\s|$))/iu;

export const readIds: Argument<readonly number[]>['read'] = (line) => {
  const reading = byPattern(IDS, ({ ids = '' }) => numbersIn(ids))(line);
  if (!('absent' in reading)) return reading;
  const { folded, at } = foldWithOffsets(line);
  const [almost] = ALMOST_IDS.exec(folded) ?? [];
  return almost === undefined ? absent : { unclear: text.ids(line.slice(0, at[almost.length])) };
};

function numbersIn(ids: string): readonly number[] | { unclear: Text } {
  const numbers = new Set<number>();
  for (const span of ids.split(/[,、・]|と|及び|および/u)) {
    const [from = 0, to = from] = span
      .replace('まで', '')
      .split(/[-~ー]|から/u)
      .map(Number);
    if (from < 1) return { unclear: text.fromOne };
    if (to < from) return { unclear: text.backwards(from, to) };
    if (to - from >= MOST) return { unclear: text.tooMany };
    for (let n = from; n <= to; n += 1) numbers.add(n);
    if (numbers.size > MOST) return { unclear: text.tooMany };
  }
  return [...numbers].sort((a, b) => a - b);
}

/** `1234`, `1201-1215,1220`; numbers in ascending order, each once. */
export const requirementIds = argument<readonly number[]>({
  label: { ja: ja`要件番号`, en: en`requirements` },
  field: { kind: 'line', placeholder: { ja: ja`1234 または 1201-1215,1220`, en: en`1234 or 1201-1215,1220` } },
  read: readIds,
});

/** One requirement's number. */
export const requirementIdReader: Argument<number> = {
  label: { ja: ja`要件番号`, en: en`requirement` },
  field: { kind: 'line', placeholder: { ja: ja`1234`, en: en`1234` } },
  read: (line, on) => {
    const reading = readIds(line, on);
    if (!('read' in reading)) return reading;
    const [only, ...others] = reading.read;
    return only === undefined || others.length > 0 ? { unclear: text.onlyOne } : { read: only, length: reading.length };
  },
};
export const requirementId = argument<number>(requirementIdReader);

/** The same as a word of its own, before words that may begin with a figure: 3月末 is no requirement. */
export const requirementIdsAlone = argument<readonly number[]>({
  label: { ja: ja`要件番号`, en: en`requirements` },
  field: { kind: 'line', placeholder: { ja: ja`1234 または 1201-1215,1220`, en: en`1234 or 1201-1215,1220` } },
  read: (line, on) => readRequirementsAlone(line, on),
});

export function readRequirementsAlone(line: string, on: ReadingDay): Reading<readonly number[]> {
  const [word = ''] = /^\S*/u.exec(line) ?? [];
  const reading = readIds(word, on);
  return 'read' in reading && reading.length === word.length ? reading : absent;
}

/** Q12 */
export const questionNumber = argument<number>({
  label: { ja: ja`質問番号`, en: en`question` },
  field: { kind: 'line', placeholder: { ja: ja`Q12`, en: en`Q12` } },
  read: byPattern(/^(?:質問)?\s?q?\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** M12 */
export const meetingNumber = argument<number>({
  label: { ja: ja`会議番号`, en: en`meeting` },
  field: { kind: 'line', placeholder: { ja: ja`M12`, en: en`M12` } },
  read: byPattern(/^(?:会議)?\s?m\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** A meeting or a date poll: whichever letter the number has. */
export type MeetingOrPoll = { readonly meeting: number } | { readonly poll: number };

/** M12, D3 */
export const meetingOrPollNumber = argument<MeetingOrPoll>({
  label: { ja: ja`会議番号・日程調整番号`, en: en`meeting or poll` },
  field: { kind: 'line', placeholder: { ja: ja`M12 または D3`, en: en`M12 or D3` } },
  read: byPattern(/^(?:(?:会議)?\s?m|(?<poll>(?:日程調整)?\s?d))\s?(?<n>\d{1,6})(?=\s|$)/u, ({ poll, n }) =>
    poll === undefined ? { meeting: Number(n) } : { poll: Number(n) },
  ),
});

/** D3 */
export const pollNumber = argument<number>({
  label: { ja: ja`日程調整番号`, en: en`poll` },
  field: { kind: 'line', placeholder: { ja: ja`D3`, en: en`D3` } },
  read: byPattern(/^(?:日程調整)?\s?d\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** A candidate of a date poll: 2, 候補2. */
export const candidateNumber = argument<number>({
  label: { ja: ja`候補`, en: en`candidate` },
  field: { kind: 'line', placeholder: { ja: ja`2`, en: en`2` } },
  read: byPattern(/^(?:候補|no\.?)?\s?(?<n>\d{1,3})番?(?=\s|$)/u, ({ n }) => Number(n)),
});

/** The number of what was shown before it is done. */
export const planNumber = argument<number>({
  label: { ja: ja`確認番号`, en: en`plan` },
  field: { kind: 'line' },
  read: byPattern(/^(?<n>\d{1,8})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 令和8年度, R8年度, 2026年度, 2026 */
export const fiscalYear = argument<FiscalYear>({
  label: { ja: ja`年度`, en: en`fiscal year` },
  field: { kind: 'line', placeholder: { ja: ja`令和8年度`, en: en`2026` } },
  read: byPattern(
    /^(?:(?<era>令和|平成|r|h)\s?(?<eraYear>\d{1,2}|元)(?:年度?|度)?|(?<year>\d{4})(?:年?度)?)(?=\s|$)/u,
    ({ era, eraYear, year }) => (Number(eraYear) === 0 ? undefined : fiscalYearSaid(era, eraYear, year)),
  ),
});

/** 承認3 */
export const approvalNumber = argument<number>({
  label: { ja: ja`承認番号`, en: en`approval` },
  field: { kind: 'line', placeholder: { ja: ja`承認3`, en: en`approval 3` } },
  read: byPattern(/^(?:承認|了承|approval)\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 名簿5 */
export const rosterChangeNumber = argument<number>({
  label: { ja: ja`名簿の変更番号`, en: en`roster change` },
  field: { kind: 'line', placeholder: { ja: ja`名簿5`, en: en`roster 5` } },
  read: byPattern(/^(?:名簿|roster)\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 輪番3 */
export const rotationNumber = argument<number>({
  label: { ja: ja`輪番の変更番号`, en: en`rotation change` },
  field: { kind: 'line', placeholder: { ja: ja`輪番3`, en: en`rotation 3` } },
  read: byPattern(/^(?:輪番|rotation)\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** The number of an act that confirmed vendors' answers. */
export const confirmationNumber = argument<number>({
  label: { ja: ja`ベンダ回答の確認番号`, en: en`confirmation` },
  field: { kind: 'line' },
  read: byPattern(/^(?<n>\d{1,8})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 照合12, or 12. */
export const comparisonNumber = argument<number>({
  label: { ja: ja`照合番号`, en: en`comparison` },
  field: { kind: 'line' },
  read: byPattern(/^(?:照合|comparison)?\s?(?<n>\d{1,8})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 版3 */
export const amendmentNumber = argument<number>({
  label: { ja: ja`版の番号`, en: en`version` },
  field: { kind: 'line', placeholder: { ja: ja`版3`, en: en`version 3` } },
  read: byPattern(/^(?:版|version)\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 条件3 */
export const joiningTermNumber = argument<number>({
  label: { ja: ja`条件の番号`, en: en`term of joining` },
  field: { kind: 'line', placeholder: { ja: ja`条件3`, en: en`term 3` } },
  read: byPattern(/^(?:条件|term)\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 取込12 */
export const importNumber = argument<number>({
  label: { ja: ja`取込番号`, en: en`import` },
  field: { kind: 'line', placeholder: { ja: ja`取込12`, en: en`import 12` } },
  read: byPattern(/^(?:取り?込み?|import)\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 回答票3 */
export const answerSheetNumber = argument<number>({
  label: { ja: ja`回答票番号`, en: en`answer sheet` },
  field: { kind: 'line', placeholder: { ja: ja`回答票3`, en: en`sheet 3` } },
  read: byPattern(/^(?:(?:質問)?・?回答票|sheet)\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 読取設定3 */
export const profileNumber = argument<number>({
  label: { ja: ja`読取設定番号`, en: en`profile` },
  field: { kind: 'line', placeholder: { ja: ja`読取設定3`, en: en`profile 3` } },
  read: byPattern(/^(?:読み?取り?設定|profile)?\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 読取設定3, where a bare number is something else. */
export const profileNamed = argument<number>({
  label: { ja: ja`読取設定番号`, en: en`profile` },
  field: { kind: 'line', placeholder: { ja: ja`読取設定3`, en: en`profile 3` } },
  read: byPattern(/^(?:読み?取り?設定|profile)\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** 課題取込3 */
export const itemImportNumber = argument<number>({
  label: { ja: ja`課題取込番号`, en: en`item import` },
  field: { kind: 'line', placeholder: { ja: ja`課題取込3`, en: en`import 3` } },
  read: byPattern(/^(?:課題)?(?:取り?込み?|import)\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** K45 */
export const itemNumber = argument<number>({
  label: { ja: ja`課題番号`, en: en`item` },
  field: { kind: 'line', placeholder: { ja: ja`K45`, en: en`K45` } },
  read: byPattern(/^(?:課題)?\s?k?\s?(?<n>\d{1,6})(?=\s|$)/u, ({ n }) => Number(n)),
});

/** A decision's name; without a fiscal year this year's is meant. */
export interface NamedDecision {
  readonly fiscalYear: FiscalYear | undefined;
  readonly serial: number;
}

const DECISION =
  /^(?:(?:(?<era>令和|平成|r|h)(?<eraYear>\d{1,2}|元)|(?<year>\d{4}))(?:年度|[-ー]))?\s?(?:決定)?\s?(?:第)?(?<serial>\d{1,6})号?(?=\s|$)/u;

/** 令和8年度決定第12号, 第12号, 12, 2026-12 */
export const decisionReader: Argument<NamedDecision> = {
  label: { ja: ja`決定番号`, en: en`decision` },
  field: { kind: 'line', placeholder: { ja: ja`第12号`, en: en`12` } },
  read: byPattern(DECISION, ({ era, eraYear, year, serial }) => {
    if (Number(eraYear) === 0) return undefined;
    return { fiscalYear: fiscalYearSaid(era, eraYear, year), serial: Number(serial) };
  }),
};
export const decisionName = argument<NamedDecision>(decisionReader);

function fiscalYearSaid(name: string | undefined, eraYear: string | undefined, year: string | undefined) {
  const era = ERAS.find((one) => one.name === name || one.letter.toLowerCase() === name);
  if (era) return westernYear(era, eraYear === '元' ? 1 : Number(eraYear));
  return year === undefined ? undefined : Number(year);
}

const text = {
  ids: (typed: string): Text => ({
    ja: ja`要件番号「${typed}」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。`,
    en: en`The requirement numbers “${typed}” were not understood. Type them like 1234 or 1201-1215,1220.`,
  }),
  fromOne: { ja: ja`要件番号は1から始まります。`, en: en`Requirement numbers begin with 1.` },
  backwards: (from: number, to: number): Text => ({
    ja: ja`範囲 ${from}-${to} は前後が逆のようです。${to}-${from} のことでしたら、そのようにご入力ください。`,
    en: en`The range ${from}-${to} runs backwards. If ${to}-${from} is meant, please type that.`,
  }),
  tooMany: {
    ja: ja`一度に扱える要件は${MOST}件までです。範囲を分けてご入力ください。`,
    en: en`At most ${MOST} requirements can be handled at once. Please split the range.`,
  },
  onlyOne: {
    ja: ja`ここでは要件番号を1件だけご入力ください。`,
    en: en`Please give one requirement number here.`,
  },
} as const;
