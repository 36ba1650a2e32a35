/** Single answers in a requirement sheet as people write them: fit marks, 区分, 便利機能等, 費用. */
import { fold } from '../domain/fold.ts';
import type { Mark, RequirementClass } from '../domain/requirement.ts';

/** What a cell answers; undefined where it is none of the answers that are known. */
export type Answer<T> = { readonly value: T } | undefined;

const listed = <T>(table: readonly (readonly [T, readonly string[]])[]): ReadonlyMap<string, T> =>
  new Map(table.flatMap(([value, spellings]) => spellings.map((one) => [fold(one), value] as const)));

const answerFrom =
  <T>(table: ReadonlyMap<string, T>) =>
  (words: string): Answer<T> => {
    const key = fold(words.replace(/\s/g, ''));
    return table.has(key) ? { value: table.get(key) as T } : undefined;
  };

/** Left blank, or a dash of any length. */
const NOTHING = ['', '-', 'ー', '─', '━', 'なし', '無し'];

/** The circles and crosses that different machines write for the same mark, and the words of the usual legends. ▲ and ● are none: the legend decides. */
export const markIn = answerFrom(
  listed<Mark | undefined>([
    ['◎', ['◎']],
    ['○', ['○', '〇', '◯', '⭕']],
    ['△', ['△', '改修必要', '要改修']],
    ['×', ['×', '✕', '✖', '☓', 'x', '対応不可']],
    [undefined, NOTHING],
  ]),
);

export const classIn = answerFrom(
  listed<RequirementClass>([
    ['mandatory', ['必須', '実装必須', '実装必須機能', '必須機能', '実装すべき']],
    ['optional', ['任意', '標準オプション', '標準オプション機能', 'オプション', '任意機能']],
    ['not', ['実装しない', '実装不可', '実装不可機能', '実装しない機能']],
  ]),
);

export const flagIn = answerFrom(
  listed([
    [
      true,
      ['○', '〇', '◯', '⭕', '◎', '●', '有', 'あり', '該当', '1', 'レ', '✓', '✔', 'true', '便利機能', '便利機能等'],
    ],
    [false, [...NOTHING, '無', '×', '✕', '0', 'false', '非該当']],
  ]),
);

/** 千円, in whole numbers: `1,200`, `１２００`, `1200千円`. */
export function costIn(words: string): Answer<number | undefined> {
  const written = fold(words)
    .replace(/[\s,]/g, '')
    .replace(/^[¥\\]/, '')
    .replace(/千円$/, '');
  if (NOTHING.some((nothing) => fold(nothing) === written)) return { value: undefined };
  return /^\d{1,9}$/.test(written) ? { value: Number(written) } : undefined;
}
