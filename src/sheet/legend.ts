/**
 * A sheet's own legend (凡例): what each mark means there, in words. A mark is read by it; what the words leave open is
 * refused at its cell, not guessed.
 */
import { fold } from '../domain/fold.ts';
import type { Mark } from '../domain/requirement.ts';
import { type Sheet, wordsOf } from './sheet.ts';

/** By the mark in its folded form; null where its words do not say what it means. */
export type Legend = ReadonlyMap<string, Mark | null>;

export const markForm = (words: string): string => fold(words.replace(/\s/g, ''));

const TITLE = /凡例|記号|評価基準|回答区分/u;
/** A legend is no longer than this below its title. */
const ROWS = 14;

const MARK = '[◎○〇◯△▲▽▼×✕✖●□■☆★－ー]|[A-ZＡ-Ｚ]|[0-9０-９]';
const LEAD = String.raw`(?<![A-Za-z0-9])(${MARK})\s*[:：=＝…]+`;
/** What a mark means reaches to the next mark, or to where a phrase ends. */
const PAIR = new RegExp(String.raw`${LEAD}\s*(.+?)(?=\s*(?:${LEAD}|[、。,;；\n]|$))`, 'gu');
const ALONE = new RegExp(`^(?:${MARK})$`, 'u');

/** The legend in the first rows of a sheet, as far as it has one. */
export function legendIn(sheet: Sheet, rows: number): Legend {
  const found = new Map<string, Mark | null>();
  const cells = sheet.rows.slice(0, rows).map((row) => row.map(wordsOf));
  const title = cells.findIndex((row) => row.some((words) => TITLE.test(words)));
  if (title < 0) return found;
  for (const row of cells.slice(title, title + ROWS)) {
    for (const [col, words] of row.entries()) {
      for (const [, mark = '', meaning = ''] of words.matchAll(PAIR)) add(found, mark, meaning);
      const beside = ALONE.test(words) ? row.slice(col + 1).find((one) => one !== '') : undefined;
      if (beside !== undefined && !ALONE.test(beside)) add(found, words, beside);
    }
  }
  return found;
}

function add(found: Map<string, Mark | null>, mark: string, meaning: string): void {
  const key = markForm(mark);
  const own = USUAL.get(key);
  const said = meant(meaning);
  // ◎ and ○ are both met, and which is which is the vendor's word; only another side of the line changes a usual mark.
  const same = own !== undefined && (said === undefined || isMet(own) === isMet(said));
  if (!found.has(key)) found.set(key, same ? own : (said ?? null));
}

const USUAL = new Map<string, Mark>(
  (
    [
      ['◎', '◎'],
      ['○', '○'],
      ['〇', '○'],
      ['◯', '○'],
      ['△', '△'],
      ['×', '×'],
      ['✕', '×'],
      ['✖', '×'],
    ] as const
  ).map(([written, mark]) => [markForm(written), mark]),
);

const isMet = (mark: Mark): boolean => mark === '◎' || mark === '○';

/** In this order: 対応不可 is not 対応. */
const MEANINGS: readonly (readonly [Mark, RegExp])[] = [
  ['×', /対応不可|不可能|できない|出来ない|非対応|未対応|対応しない/u],
  ['△', /(?:改修|カスタマイズ|追加開発)(?!は?(?:不要|なし|無し|せず|しない))/u],
  ['○', /オプション|パラメータ|設定/u],
  ['◎', /標準|対応(?:可|済|する|できる)|実装済|可能/u],
];

const meant = (words: string): Mark | undefined => MEANINGS.find(([, says]) => says.test(words))?.[0];
