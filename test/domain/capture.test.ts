/** What is captured from a message in a meeting, and how an item is read from it. */
import { describe, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { capturedIn, itemIn, markedLines } from '../../src/domain/capture.ts';
import { day } from '../../src/domain/day.ts';

describe('lines that are marked', () => {
  test.each([
    ['決定:1234 代替案', 'decision', '1234 代替案'],
    ['決定：１２３４　代替案', 'decision', '１２３４　代替案'],
    ['・宿題：帳票の確認', 'item', '帳票の確認'],
    ['  - 宿題 : 帳票の確認', 'item', '帳票の確認'],
    ['　●　宿題　：　帳票の確認', 'item', '帳票の確認'],
    ['1. 確認: 様式', 'confirmation', '様式'],
    ['(2) 確認事項：様式', 'confirmation', '様式'],
    ['③ 決定事項: 次回から電子で配る', 'decision', '次回から電子で配る'],
    ['*決定:* 様式', 'decision', '様式'],
    ['> 経過: 説明があった', 'course', '説明があった'],
    ['申し合わせ：資料は3日前', 'resolution', '資料は3日前'],
    ['申合せ事項:資料は3日前', 'resolution', '資料は3日前'],
    ['宿題：', 'item', ''],
  ])('%s', (typed, kind, words) => {
    expect(capturedIn(typed)).toEqual([{ kind, words }]);
    expect(markedLines(typed)).toEqual([typed]);
  });

  test.each([
    ['本日の決定: 様式'],
    ['決定した様式です'],
    ['確認をお願いします:様式'],
    ['宿題について'],
    ['未決定:様式'],
    ['決定 様式'],
    ['https://example.jp/決定:1'],
    [''],
  ])('%s is none', (typed) => {
    expect(capturedIn(typed)).toEqual([]);
    expect(markedLines(typed)).toEqual([]);
  });

  test('each line of a message by itself, in order', () => {
    expect(capturedIn('はじめます\n決定:a\r\n\n宿題：b\n雑談').map((one) => one.kind)).toEqual(['decision', 'item']);
  });
});

describe('an item', () => {
  const NAMES = ['全市町', '常陸大宮市', '那珂市', 'かすみがうら市', '五霞町'];
  const today = day('2026-06-12');
  const read = (words: string) => itemIn(words, NAMES, today, officeCalendar(today));

  test.each([
    ['@那珂市 6/19 帳票の確認', ['@那珂市'], '2026-06-19', '帳票の確認'],
    ['＠那珂市　６／１９　帳票の確認', ['＠那珂市'], '2026-06-19', '帳票の確認'],
    ['<@U0NAKA01> 来週金曜まで 帳票の確認', ['<@U0NAKA01>'], '2026-06-19', '帳票の確認'],
    ['那珂市は6/19までに帳票の確認', ['那珂市'], '2026-06-19', '帳票の確認'],
    ['那珂市・五霞町、6/19:帳票の確認', ['那珂市', '五霞町'], '2026-06-19', '帳票の確認'],
    ['全市町 3営業日後 件数の報告', ['全市町'], '2026-06-17', '件数の報告'],
    ['帳票の確認(那珂市、6/19まで)', ['那珂市'], '2026-06-19', '帳票の確認'],
    ['帳票の確認（五霞町）', ['五霞町'], undefined, '帳票の確認'],
    ['帳票の確認(様式第3号)', [], undefined, '帳票の確認(様式第3号)'],
    ['帳票を6/19までに確認', [], '2026-06-19', '帳票を6/19までに確認'],
    ['那珂市役所の会場を予約', [], undefined, '那珂市役所の会場を予約'],
    ['規約の写しを用意する', [], undefined, '規約の写しを用意する'],
    ['帳票の確認 @那珂市 ＠五霞町 6/19まで', ['@那珂市', '＠五霞町'], '2026-06-19', '帳票の確認'],
    ['帳票の確認　６月１９日', [], '2026-06-19', '帳票の確認'],
    ['帳票の確認 6/1', [], undefined, '帳票の確認 6/1'],
    ['件数は 1234', [], undefined, '件数は 1234'],
    ['6/19 那珂市 帳票の確認(6/19まで)', ['那珂市'], '2026-06-19', '帳票の確認'],
  ])('%s', (words, owners, due, title) => {
    expect(read(words)).toEqual({ owners, due, title });
  });

  test.each([
    ['2/30 帳票', 'day'],
    ['6/19(月) 帳票', 'day'],
    ['6/19 帳票を6/26までに確認', 'day'],
    ['帳票の様式を6/26までに確認(6/19まで)', 'severalDays'],
    ['帳票の確認(来週)', 'day'],
    ['@那珂市 6/19', 'noTitle'],
  ])('%s is asked back', (words, unclear) => {
    expect(read(words)).toMatchObject({ unclear });
  });
});
