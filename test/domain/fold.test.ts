/** Folding: which spellings are one and the same, and the way back to what was typed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithOffsets } from '../../src/domain/fold.ts';

const SAME: readonly (readonly [typed: string, folded: string])[] = [
  ['１２３４', '1234'],
  ['Ａｂｃ', 'abc'],
  ['ABC', 'abc'],
  ['　', ' '],
  ['\u00a0', ' '],
  ['６／１２　１４：００', '6/12 14:00'],
  ['（金）', '(金)'],
  ['Ｒ８．６．１２', 'r8.6.12'],
  ['カイゴ', 'かいご'],
  ['ｶｲｺﾞ', 'かいご'],
  ['ﾊﾟｯｹｰｼﾞ', 'ぱっけーじ'],
  ['パッケージ', 'ぱっけーじ'],
  ['か\u3099', 'が'],
  ['ヴ', 'ゔ'],
  ['ヵヶ', 'ゕゖ'],
  ['ヽヾ', 'ゝゞ'],
  ['マル福', 'まる福'],
  ['㈱', '(株)'],
  ['㋿8年', '令和8年'],
  ['①', '1'],
  ['㎡', 'm2'],
  ['−', '-'],
  ['－', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '-'],
  ['―', '-'],
  ['〜', '~'],
  ['～', '~'],
  ['ー', 'ー'],
  ['ｰ', 'ー'],
  ['、。', '、。'],
  ['\u585a\ufa10', '塚塚'],
  ['葛\u{e0100}城', '葛城'],
  ['那\u200b珂', '那珂'],
  ['\ufeff要件', '要件'],
  ['⭕\ufe0f', '⭕'],
  ['', ''],
];

describe('What is the same for matching', () => {
  test.each(SAME)('「%s」 is 「%s」', (typed, folded) => expect(fold(typed)).toBe(folded));

  test('kanji, the long vowel mark and what has no twin stay apart', () => {
    expect(fold('未')).not.toBe(fold('末'));
    expect(fold('一')).not.toBe(fold('ー'));
    expect(fold('○')).not.toBe(fold('◯'));
  });
});

describe('The way back to what was typed', () => {
  test('each folded unit knows the character that it came from, and the end is the end', () => {
    expect(foldWithOffsets('㈱ｶﾞ𠮷A')).toEqual({ folded: '(株)が𠮷a', at: [0, 0, 0, 1, 3, 3, 5, 6] });
    expect(foldWithOffsets('')).toEqual({ folded: '', at: [0] });
  });

  test('a note cut behind a match keeps its compatibility kanji and its width', () => {
    const line = '１２３４　代替案　塚（\ufa10）㈱ＣＳＶ';
    const { folded, at } = foldWithOffsets(line);
    const outcome = '代替案';
    expect(line.slice(at[folded.indexOf(outcome) + outcome.length])).toBe('　塚（\ufa10）㈱ＣＳＶ');
  });

  test('what cannot be seen goes with the character before it', () => {
    const { folded, at } = foldWithOffsets('那\u200b珂');
    expect(folded).toBe('那珂');
    expect(at).toEqual([0, 2, 3]);
  });
});

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...'㈱ ｶ ﾞ ﾟ か \u3099 \u200b \ufe0f 𠮷 \ud800 \udc00 Ａ ß İ Σ 〜 ー \ufa10 ㋿'.split(' ')), {
      maxLength: 20,
    })
    .map((pieces) => pieces.join('')),
);

describe('For every text', () => {
  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('both ways of folding agree', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldWithOffsets(text).folded).toBe(fold(text));
      }),
    );
  });

  test('the offsets rise, one for each folded unit and one for the end, within the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { folded, at } = foldWithOffsets(text);
        expect(at).toHaveLength(folded.length + 1);
        expect(at.at(-1)).toBe(text.length);
        expect(at.every((offset, n) => offset >= (at[n - 1] ?? 0))).toBe(true);
      }),
    );
  });

  test('a cut of the original at an offset folds to the cut of the copy, and no character is divided', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { folded, at } = foldWithOffsets(text);
        for (const [n, offset] of at.entries()) {
          if (offset === at[n - 1]) continue;
          expect(fold(text.slice(0, offset))).toBe(folded.slice(0, n));
          expect(fold(text.slice(offset))).toBe(folded.slice(n));
        }
      }),
    );
  });

  test('upper and lower case, full and half width are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const wide = text
          .replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
          .replace(/ /g, '　');
        expect(fold(wide)).toBe(fold(text));
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });

  test('a long text of marks, or of letters, is folded at once', () => {
    const before = performance.now();
    for (const piece of ['\u3099', 'ｶﾞ', '㈱', 'あ', '\u200b']) foldWithOffsets(piece.repeat(100_000));
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
