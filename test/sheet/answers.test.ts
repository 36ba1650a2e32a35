import { expect, test } from 'vitest';
import { classIn, costIn, flagIn, markIn } from '../../src/sheet/answers.ts';

test.each([
  ['◎', '◎'],
  ['○', '○'],
  ['〇', '○'],
  ['◯', '○'],
  ['⭕', '○'],
  ['⭕\uFE0F', '○'],
  [' ○ ', '○'],
  ['△', '△'],
  ['改修必要', '△'],
  ['要改修', '△'],
  ['対応不可', '×'],
  ['×', '×'],
  ['✕', '×'],
  ['✖', '×'],
  ['✖\uFE0F', '×'],
  ['x', '×'],
  ['X', '×'],
  ['ｘ', '×'],
  ['Ｘ', '×'],
])('the mark %s is %s', (written, mark) => {
  expect(markIn(written)).toEqual({ value: mark });
});

test.each(['', '－', '-', '—', '−', 'ー', '─'])('«%s» is no answer, and is accepted as such', (written) => {
  expect(markIn(written)).toEqual({ value: undefined });
});

test.each(['▲', '●', '◇', '☆', '0', 'o', 'O', '可', '○△', '?'])('%s is none of the marks', (written) => {
  expect(markIn(written)).toBeUndefined();
});

test.each([
  ['必須', 'mandatory'],
  ['実装必須機能', 'mandatory'],
  ['任意', 'optional'],
  ['標準オプション', 'optional'],
  ['標準オプション機能', 'optional'],
  ['実装しない', 'not'],
  ['実装不可機能', 'not'],
  ['必 須', 'mandatory'],
])('the class %s is %s', (written, meant) => {
  expect(classIn(written)).toEqual({ value: meant });
});

test.each(['', '不明', '必須?', '－'])('«%s» is no class', (written) => {
  expect(classIn(written)).toBeUndefined();
});

test.each([
  ['○', true],
  ['有', true],
  ['1', true],
  ['レ', true],
  ['', false],
  ['－', false],
  ['無', false],
])('the flag «%s» is %s', (written, meant) => {
  expect(flagIn(written)).toEqual({ value: meant });
});

test('a word is no flag', () => {
  expect(flagIn('たぶん')).toBeUndefined();
});

test.each([
  ['850', 850],
  ['１，２００', 1200],
  ['1,200', 1200],
  ['1,200千円', 1200],
  ['１２００ 千円', 1200],
  ['¥300', 300],
  ['￥300', 300],
  ['0', 0],
  ['', undefined],
  ['－', undefined],
  ['なし', undefined],
])('the cost «%s» is %s', (written, meant) => {
  expect(costIn(written)).toEqual({ value: meant });
});

test.each(['-50', '12.5', '850円', '別途', '約300', '1e3', '▲50', '99999999999'])('«%s» is no cost', (written) => {
  expect(costIn(written)).toBeUndefined();
});
