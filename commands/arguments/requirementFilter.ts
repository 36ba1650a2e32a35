/** What a list of requirements is narrowed to: state, outcome, mark, system or body, words and page, in any order. */
import { absent, argument } from '../../src/command/argument.ts';
import { nameKey } from '../../src/command/find.ts';
import { MARKS, type Mark, type Outcome } from '../../src/domain/requirement.ts';
import { markIn } from '../../src/sheet/answers.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { pageIn } from './filter.ts';
import { outcomeNamed } from './words.ts';

export type State = 'open' | 'decided' | 'provisional' | 'review' | 'all';

export interface RequirementFilterSaid {
  readonly state?: State;
  readonly outcome?: Outcome;
  readonly marks?: readonly Mark[];
  /** A body's or system's name, as typed. */
  readonly name?: string;
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

const NAMED = /^(?<key>業務|システム|wg|system|body|結果|outcome|評価|mark)[:：](?<value>.+)$/iu;
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
      let found: RequirementFilterSaid = {};
      for (const typed of line.trim().split(/\s+/u)) {
        const one = meaning(typed, bare);
        if ('unclear' in one) return one;
        const [key] = Object.keys(one) as (keyof RequirementFilterSaid)[];
        if (key !== undefined && key in found && key !== 'words' && key !== 'marks')
          return { unclear: text.twice(typed) };
        found = {
          ...found,
          ...one,
          ...(one.words && { words: [...(found.words ?? []), ...one.words] }),
          ...(one.marks && { marks: [...(found.marks ?? []), ...one.marks] }),
        };
      }
      return { read: found, length: line.length };
    },
  });

function meaning(typed: string, bare: 'name' | 'words'): RequirementFilterSaid | { readonly unclear: Text } {
  const page = pageIn(typed);
  if (page !== undefined) return { page };
  const state = STATES.find((one) => [one.value, ...one.words].some((word) => nameKey(word) === nameKey(typed)));
  if (state) return { state: state.value };
  const marks =
    marksIn(typed) ?? (bare === 'name' || /^(?:評価|mark)[:：]/iu.test(typed) ? markNamed(typed) : undefined);
  if (marks) return { marks };

  const { key = '', value = '' } = NAMED.exec(typed)?.groups ?? {};
  if (/^(?:結果|outcome)$/iu.test(key)) {
    const outcome = outcomeNamed(value);
    return outcome ? { outcome } : { unclear: text.noOutcome(value) };
  }
  if (/^(?:評価|mark)$/iu.test(key)) return { unclear: text.noMark(value) };
  if (key !== '') return { name: value };
  const outcome = bare === 'name' ? outcomeNamed(typed) : undefined;
  if (outcome) return { outcome };
  return bare === 'name' ? { name: typed } : { words: [typed.replace(QUOTED, '$1')] };
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

/** The line's words for the next page, without the page. */
export const filterWords = ({ state, outcome, marks, words = [] }: RequirementFilterSaid, name: string): string =>
  [...words, state, outcome && `outcome:${outcome}`, marks?.join(''), name && `system:${name}`]
    .filter((one) => one !== undefined && one !== '')
    .join(' ');

const text = {
  twice: (word: string): Text => ({
    ja: ja`「${word}」の部分を読み取れませんでした。状態・結果・名前・ページは、それぞれ1つまでご入力ください。`,
    en: en`“${word}” was not understood: give at most one state, one outcome, one name and one page.`,
  }),
  noOutcome: (word: string): Text => ({
    ja: ja`「${word}」という結果はありません。「結果:代替案」のようにご入力ください。`,
    en: en`There is no outcome “${word}”. Type it like “outcome:alternative”.`,
  }),
  noMark: (word: string): Text => ({
    ja: ja`「${word}」という評価はありません。◎ ○ △ × でご入力ください。`,
    en: en`There is no mark “${word}”. Use ◎ ○ △ ×.`,
  }),
};
