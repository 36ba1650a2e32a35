/** One word in its spellings: whichever is typed, a text with any other is found. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/domain/fold.ts';
import { spellingsOf } from '../../src/domain/okurigana.ts';

/** The spellings of each, as offices and vendors mix them. */
const SPELT: readonly (readonly string[])[] = [
  ['取り込み', '取込み', '取込'],
  ['申し込み', '申込み', '申込'],
  ['引き継ぎ', '引継ぎ', '引継'],
  ['受け付け', '受付け', '受付'],
  ['打ち合わせ', '打合わせ', '打ち合せ', '打合せ', '打合'],
  ['払い込み', '払込み', '払込'],
  ['届け出', '届出'],
  ['差し押さえ', '差押さえ', '差押え', '差押'],
  ['引き落とし', '引落とし', '引落し', '引落'],
  ['問い合わせ', '問合わせ', '問合せ', '問合'],
  ['組み合わせ', '組合わせ', '組合せ'],
  ['貼り付け', '貼付け'],
  ['預かり金', '預り金'],
  ['取り扱い', '取扱い', '取扱'],
  ['手続き', '手続'],
  ['支払い', '支払'],
  ['見積もり', '見積り', '見積'],
  ['振り込み', '振込み', '振込'],
  ['消し込み', '消込み', '消込'],
  ['納付済み', '納付済'],
  ['転入届け', '転入届'],
];

const found = (typed: string, text: string): boolean => spellingsOf(typed).some((one) => fold(text).includes(one));

describe('A word is looked for', () => {
  test.each([
    ['取り込み', '取込 取り込'],
    ['取込み', '取込 取り込'],
    ['取込', '取込 取り込'],
    ['取リ込ミ', '取込 取り込'],
    ['CSV取込', 'csv取込 csv取り込'],
    ['取り込む', '取込む 取り込む'],
    ['差し押さえる', '差押える 差し押える 差押さえる 差し押さえる'],
    ['引継がれた', '引継がれた 引き継がれた 引継ぎがれた 引き継ぎがれた'],
    ['申込書', '申込書 申込み書 申し込み書'],
    ['届出', '届出 届け出'],
    ['納付済み', '納付済'],
    ['納付済額', '納付済額 納付済み額'],
    // Other words without their kana.
    ['組み合わせ', '組合せ 組み合せ 組合わせ 組み合わせ'],
    ['組合', '組合'],
    ['預り金', '預り金 預かり金'],
    ['預金', '預金'],
    // Nothing to leave out.
    ['督促', '督促'],
    ['返済', '返済'],
    ['経済状況', '経済状況'],
    ['済み', '済み'],
    ['トリコミ', 'とりこみ'],
    ['', ''],
  ])('「%s」 as 「%s」', (typed, spellings) => expect(spellingsOf(typed).join(' ')).toBe(spellings));

  test('and what has any spelling is found by any other, alone and within a longer word', () => {
    const around = fc.constantFrom('', 'CSV', '一括', 'ﾃﾞｰﾀ');
    const after = fc.constantFrom('', '処理', '一覧', 'を行う', 'の期限', 'データ');
    const pair = fc.constantFrom(...SPELT).chain((all) => fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)));
    fc.assert(
      fc.property(pair, around, after, ([typed, written], before, behind) => {
        expect(found(`${before}${typed}${behind}`, `職員が${before}${written}${behind}。`)).toBe(true);
        expect(found(`${before}${typed}`, `職員が${before}${written}${behind}。`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('in few ways, each as long as what was typed may be, and none in vain', () => {
    const words = fc.string({ unit: fc.constantFrom(...'取込みり申書受付け打ち合わせ済国カa '), maxLength: 10 });
    fc.assert(
      fc.property(words, (word) => {
        const all = spellingsOf(word);
        expect(all.length).toBeLessThanOrEqual(12);
        expect(found(word, word)).toBe(true);
        expect(all.filter((one) => [...one].length < Math.min(2, [...fold(word)].length))).toEqual([]);
        expect(all.filter((one) => all.some((other) => other !== one && one.includes(other)))).toEqual([]);
      }),
    );
  });
});
