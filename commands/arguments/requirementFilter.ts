/** What a list of requirements is narrowed to: state, outcome, class, answers, system or body, words and page, in any order. */
import { absent, argument } from '../../src/command/argument.ts';
import { nameKey } from '../../src/command/find.ts';
import { CLASSES, MARKS, type Mark, type Outcome, type RequirementClass } from '../../src/domain/requirement.ts';
import { classIn, markIn } from '../../src/sheet/answers.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { pageIn } from './filter.ts';
import { outcomeNamed } from './words.ts';

export type State = 'open' | 'decided' | 'provisional' | 'review' | 'all';

/** 便利機能等, 要対応, 要検討 */
export type Narrow = 'convenience' | 'gap' | 'consider';

export interface RequirementFilterSaid {
  readonly state?: State;
  readonly outcome?: Outcome;
  readonly classes?: readonly RequirementClass[];
  readonly marks?: readonly Mark[];
  readonly narrow?: readonly Narrow[];
  /** As typed behind their labels. */
  readonly round?: string;
  readonly vendor?: string;
  /** A body, a system; without a label a vendor or a round too. */
  readonly names?: readonly string[];
  readonly words?: readonly string[];
  /** From 1. */
  readonly page?: number;
}

const STATES: readonly { readonly value: State; readonly words: readonly string[] }[] = [
  { value: 'open', words: ['未決', '未決定', '未'] },
  { value: 'decided', words: ['決定済', '決定済み', '済'] },
  { value: 'provisional', words: ['仮記録', '仮'] },
  { value: 'review', words: ['要再確認', '再確認'] },
  { value: 'all', words: ['すべて', '全て', '全部', '全件'] },
];

const NARROWS: readonly { readonly value: Narrow; readonly words: readonly string[] }[] = [
  { value: 'convenience', words: ['便利機能等', '便利機能'] },
  { value: 'gap', words: ['要対応', 'gaps', 'ギャップ'] },
  { value: 'consider', words: ['要検討'] },
];

const NAMED =
  /^(?<key>業務|システム|wg|system|body|結果|outcome|区分|class|評価|mark|回|round|ベンダー?|vendor)[:：](?<value>.+)$/iu;
/** People put what they look for into quotes. */
const QUOTED = /^[「『"“”']*(.+?)[」』"“”']*$/u;
const CROSSES: Readonly<Record<string, Mark>> = { '✕': '×', '✖': '×', 〇: '○', '◯': '○' };

/** `bare` is what a word without a label is: a name in a list, a word to find in a search. */
export const requirementFilter = (label: Text, bare: 'name' | 'words') =>
  argument<RequirementFilterSaid>({
    label,
    field: { kind: 'line' },
    read(line) {
      if (line.trim() === '') return absent;
      const found = filterIn(line.trim().split(/\s+/u), bare);
      return 'unclear' in found ? found : { read: found, length: line.length };
    },
  });

/** What may stand several times. */
const SEVERAL = ['words', 'names', 'marks', 'classes', 'narrow'] as const;

export function filterIn(
  typed: readonly string[],
  bare: 'name' | 'words',
): RequirementFilterSaid | { readonly unclear: Text } {
  let found: RequirementFilterSaid = {};
  for (const word of typed) {
    const one = meaning(word, bare);
    if ('unclear' in one) return one;
    const key = Object.keys(one)[0] as keyof RequirementFilterSaid;
    const several = SEVERAL.find((each) => each === key);
    if (key in found && !several) return { unclear: text.twice(word) };
    found = { ...found, ...one, ...(several && { [several]: [...(found[several] ?? []), ...(one[several] ?? [])] }) };
  }
  return found;
}

function meaning(typed: string, bare: 'name' | 'words'): RequirementFilterSaid | { readonly unclear: Text } {
  const page = pageIn(typed);
  if (page !== undefined) return { page };
  const state = STATES.find((one) => [one.value, ...one.words].some((word) => nameKey(word) === nameKey(typed)));
  if (state) return { state: state.value };
  const narrow = NARROWS.find((one) => [one.value, ...one.words].some((word) => nameKey(word) === nameKey(typed)));
  if (narrow) return { narrow: [narrow.value] };
  const marks =
    marksIn(typed) ?? (bare === 'name' || /^(?:評価|mark)[:：]/iu.test(typed) ? markNamed(typed) : undefined);
  if (marks) return { marks };

  const { key = '', value = '' } = NAMED.exec(typed)?.groups ?? {};
  if (/^(?:結果|outcome)$/iu.test(key)) {
    const outcome = outcomeNamed(value);
    return outcome ? { outcome } : { unclear: text.noOutcome(value) };
  }
  if (/^(?:評価|mark)$/iu.test(key)) return { unclear: text.noMark(value) };
  if (/^(?:回|round)$/iu.test(key)) return { round: value };
  if (/^(?:ベンダー?|vendor)$/iu.test(key)) return { vendor: value };
  // A single word may as well be sought: 任意, 必須.
  const isClass = bare === 'name' || /機能$/u.test(typed) || /^(?:区分|class)$/iu.test(key);
  const of = isClass ? classNamed(key === '' ? typed : value) : undefined;
  if (of) return { classes: [of] };
  if (/^(?:区分|class)$/iu.test(key)) return { unclear: text.noClass(value) };
  if (key !== '') return { names: [value] };
  const outcome = bare === 'name' ? outcomeNamed(typed) : undefined;
  if (outcome) return { outcome };
  return bare === 'name' ? { names: [typed] } : { words: [typed.replace(QUOTED, '$1')] };
}

/** △, △×, 評価:× */
function marksIn(typed: string): Mark[] | undefined {
  const list = [...typed.replace(/^(?:評価|mark)[:：]/iu, '')].map((one) => CROSSES[one] ?? one);
  const known = list.filter((one): one is Mark => (MARKS as readonly string[]).includes(one));
  return known.length > 0 && known.length === list.length ? known : undefined;
}

/** 改修必要 is △, 対応不可 is ×, as in the vendors' sheets. */
function markNamed(typed: string): Mark[] | undefined {
  const mark = markIn(typed.replace(/^(?:評価|mark)[:：]/iu, ''))?.value;
  return mark && [mark];
}

/** As in the vendors' sheets, and as a line names it. */
function classNamed(typed: string): RequirementClass | undefined {
  return classIn(typed)?.value ?? CLASSES.find((one) => nameKey(one) === nameKey(typed));
}

/** The line's words for the next page, without the page. */
export const filterWords = (
  { state, outcome, classes = [], marks, narrow = [], words = [] }: RequirementFilterSaid,
  of: { readonly words: string; readonly round?: Named; readonly vendor?: Named },
): string =>
  [
    ...words,
    state,
    outcome && `outcome:${outcome}`,
    ...classes.map((one) => `class:${one}`),
    marks?.join(''),
    ...narrow,
    of.round && `round:${of.round.slug}`,
    of.vendor && `vendor:${of.vendor.slug}`,
    of.words && `system:${of.words}`,
  ]
    .filter((one) => one !== undefined && one !== '')
    .join(' ');

type Named = { readonly slug: string } | undefined;

const text = {
  twice: (word: string): Text => ({
    ja: ja`「${word}」の部分を読み取れませんでした。状態・結果・名前・ページは、それぞれ1つまでご入力ください。`,
    en: en`“${word}” was not understood: give at most one state, one outcome, one name and one page.`,
  }),
  noOutcome: (word: string): Text => ({
    ja: ja`「${word}」という結果はありません。「結果:代替案」のようにご入力ください。`,
    en: en`There is no outcome “${word}”. Type it like “outcome:alternative”.`,
  }),
  noClass: (word: string): Text => ({
    ja: ja`「${word}」という区分はありません。必須・任意・実装しない のいずれかでご入力ください。`,
    en: en`There is no class “${word}”. Use mandatory, optional or not.`,
  }),
  noMark: (word: string): Text => ({
    ja: ja`「${word}」という評価はありません。◎ ○ △ × でご入力ください。`,
    en: en`There is no mark “${word}”. Use ◎ ○ △ ×.`,
  }),
};
