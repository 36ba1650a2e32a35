/** Pieces of texts: what a word is looked for by, every text that holds it has. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guarded, piecesOf, provingPieces } from '../../src/domain/pieces.ts';

const pairsOf = (pieces: readonly string[]): string[] => pieces.filter((one) => !one.startsWith(' run '));
const runsOf = (pieces: readonly string[]): string[] => pieces.filter((one) => one.startsWith(' run '));

const PAIRS: readonly (readonly [typed: string, pairs: readonly string[]])[] = [
  ['住民記録', ['住民', '民記', '記録']],
  ['カイゴ', ['かい', 'いご']],
  ['ｶｲｺﾞ', ['かい', 'いご']],
  ['税', []],
  ['住民　記録', ['住民', '記録']],
  ['税 額', []],
  ['ＣＳＶ', ['cs', 'sv']],
  ['ああああ', ['ああ']],
  ['𠮷野家', ['𠮷野', '野家']],
  ['', []],
  ['　 ', []],
];

describe('A text has', () => {
  test.each(PAIRS)('「%s」 the pairs %j', (typed, pairs) => expect(pairsOf(piecesOf(typed))).toEqual(pairs));

  test('a box for each run of three and of four characters, however it is written', () => {
    expect(runsOf(piecesOf('住民記録'))).toMatchInlineSnapshot(`
      [
        " run 1042",
        " run 1867",
        " run 869",
      ]
    `);
    expect(runsOf(piecesOf('住民 記録'))).toEqual([]);
    expect(piecesOf('ＣＳＶﾃﾞｰﾀ')).toEqual(piecesOf('csvでーた'));
    expect(new Set(runsOf(piecesOf('要件定義書の様式を再発行できること')))).toHaveProperty('size', 29);
  });
});

describe('A word is looked for', () => {
  test.each([
    ['督促', ['督促'], 0],
    ['督促状', ['促状', '督促'], 1],
    ['一括登録', ['登録', '一括'], 1],
    ['督促状発行', ['発行', '促状'], 2],
  ] as const)('「%s」 by the pairs %j and %i runs', (word, pairs, runs) => {
    expect(pairsOf(provingPieces(word))).toEqual(pairs);
    expect(runsOf(provingPieces(word))).toHaveLength(runs);
  });

  test('by pieces that every text has in which it stands', () => {
    const words = fc.string({ unit: fc.constantFrom(...'住民記録税額カイゴＡb𠮷 '), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(words, words, words, (before, word, after) => {
        expect(piecesOf(before + word + after)).toEqual(expect.arrayContaining(provingPieces(word)));
      }),
    );
  });

  test('by others where only some may see the text', () => {
    const open = new Set(piecesOf('督促状発行'));
    expect(guarded(piecesOf('督促状発行')).filter((one) => open.has(one))).toEqual([]);
  });
});
