/** Words as people type them: outcomes, notes, names, mentions, and what lists are narrowed to. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listFilter } from '../../../commands/arguments/filter.ts';
import {
  bodyName,
  bodyNameBeforeDate,
  channelMention,
  choice,
  mentioned,
  note,
  oneWord,
  outcome,
  points,
} from '../../../commands/arguments/words.ts';
import { readLine } from '../../../src/command/argument.ts';
import { same } from '../../../src/text/text.ts';
import { MONDAY, reading } from '../../support/reading.ts';

const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');

describe('Outcomes, by every word for them', () => {
  test.each([
    [
      'standard',
      'standard パッケージ標準どおり パッケージ標準通り 標準どおり 標準通り 標準 パッケージ標準 適合 標準で STANDARD',
    ],
    [
      'levelup',
      'levelup レベルアップ ﾚﾍﾞﾙｱｯﾌﾟ れべるあっぷ LvUP lvup ＬｖＵＰ level-up パッケージ取込 パッケージ取り込み パッケージ取込み',
    ],
    ['alternative', 'alternative 代替案 代替 代替え 代替え案 代替え提案 代替提案'],
    ['operation', 'operation 運用見直し 運用見直 運用対応 運用で対応 業務改善 運用'],
    ['later', 'later 稼働後検討 稼動後検討 稼働後に検討 稼動後 継続検討'],
    ['withdraw', 'withdraw 取下げ 取り下げ 取下 取下げる 不要'],
  ])('%s: %s', (value, words) => {
    const spellings = words.split(' ').flatMap((word) => [word, wide(word)]);
    expect(spellings.map((word) => `${word}: ${reading(outcome, word, String)}`)).toEqual(
      spellings.map((word) => `${word}: ${value}`),
    );
  });

  test('each is also what its form offers', () => {
    expect(
      ['standard', 'levelup', 'alternative', 'operation', 'later', 'withdraw'].map((one) =>
        reading(outcome, one, String),
      ),
    ).toEqual(['standard', 'levelup', 'alternative', 'operation', 'later', 'withdraw']);
  });

  test.each([
    ['代替案 CSVで', 'alternative | CSVで'],
    ['代替案　理由：ＡＢＣ', 'alternative |　理由：ＡＢＣ'],
    ['代替案：ＣＳＶで', 'alternative |ＣＳＶで'],
    ['代替案:CSVで', 'alternative |CSVで'],
    ['代替案、CSVで', 'alternative |CSVで'],
    ['代替案。', 'alternative'],
    ['代替案（CSVで）', 'alternative |（CSVで）'],
    ['代替案「CSVで」', 'alternative |「CSVで」'],
    ['レベルアップ\n次期版で', 'levelup |\n次期版で'],
    ['', 'absent'],
    ['　', 'absent'],
  ])('「%s」 ends where its reason begins: %s', (line, read) => expect(reading(outcome, line, String)).toBe(read));

  test('customising in any word is an exception, which commands refuse to decide', () => {
    const words =
      'カスタマイズ customize customise ｶｽﾀﾏｲｽﾞ 改修 個別対応 独自対応 作り込み 作込み カスタマイズする カスタマイス'.split(
        ' ',
      );
    expect(new Set(words.map((word) => reading(outcome, word, String)))).toEqual(new Set(['exception']));
  });

  test('現行どおり means the opposite of standard, and is never taken for it', () => {
    const refusals = new Set(
      ['現行どおり', '現行通り', '現行', '現行のまま'].map((word) => reading(outcome, word, String)),
    );
    expect([...refusals]).toMatchInlineSnapshot(`
      [
        "✗ 『現行どおり』は、現在のシステムに合わせる意味になるため、結果としては記録できません。パッケージに合わせる場合は『標準どおり』、業務を見直す場合は『運用見直し』をご利用ください。",
      ]
    `);
  });

  test('保留 is asked', () => {
    expect(reading(outcome, '保留', String)).toMatchInlineSnapshot(
      `"✗ 『保留』は複数の意味に取れます。稼働後に検討する場合は『稼働後検討』とご入力ください。まだ決めない場合は、決定の記録は不要です。"`,
    );
  });

  test('near misses are asked, what denies is not what it denies, and nothing is guessed', () => {
    const words = [
      '代替え安',
      'レベルダウン',
      'レベルアップする',
      'standerd',
      '標準にしない',
      '取り下げません',
      '取りさげ',
      '不適合',
      '非標準',
      '承認',
      '1234',
      '標準に合わせて帳票を直す',
    ];
    expect(words.map((word) => `${word} → ${reading(outcome, word, String)}`)).toMatchInlineSnapshot(`
      [
        "代替え安 → ✗ 「代替え安」は、『代替案』のことでしょうか。結果は 標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
        "レベルダウン → ✗ 「レベルダウン」という結果はありません。標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
        "レベルアップする → ✗ 「レベルアップする」は、『レベルアップ』のことでしょうか。結果は 標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
        "standerd → ✗ 「standerd」は、『パッケージ標準どおり』のことでしょうか。結果は 標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
        "標準にしない → ✗ 「標準にしない」という結果はありません。標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
        "取り下げません → ✗ 「取り下げません」という結果はありません。標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
        "取りさげ → ✗ 「取りさげ」は、『取下げ』のことでしょうか。結果は 標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
        "不適合 → ✗ 「不適合」という結果はありません。標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
        "非標準 → ✗ 「非標準」という結果はありません。標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
        "承認 → ✗ 「承認」という結果はありません。標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
        "1234 → ✗ 要件番号に続けて結果をご入力ください。要件が複数の場合は、「1201,1203 標準どおり」のように、番号を「,」でつないでください。",
        "標準に合わせて帳票を直す → ✗ 「標準に合わせて帳票を直す」という結果はありません。標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。",
      ]
    `);
  });
});

describe('Notes', () => {
  const args = z.object({ outcome, note: note.optional() });
  const noteOf = (line: string): unknown => {
    const result = readLine(args, line, MONDAY);
    return 'said' in result ? (result.said as { note?: string }).note : result;
  };

  test.each([
    ['代替案　理由：ＡＢＣ', '理由：ＡＢＣ'],
    ['代替案 塚（\ufa10）㈱ＣＳＶ①', '塚（\ufa10）㈱ＣＳＶ①'],
    ['代替案：ｶﾅと㋿', 'ｶﾅと㋿'],
    ['代替案  二つの  空白と\n改行  ', '二つの  空白と\n改行'],
    ['代替案 <!channel> & <@U1>', '<!channel> & <@U1>'],
    ['標準', undefined],
    ['標準　　', undefined],
  ])('「%s」 is kept as typed', (line, kept) => expect(noteOf(line)).toBe(kept));
});

describe('Names', () => {
  test('a body’s name is a word, as typed', () => {
    const names = ['介護保険WG 6/12', 'ﾏﾙ福', '　', ''].map((line) => reading(bodyName, line, String));
    expect(names).toEqual(['介護保険WG | 6/12', 'ﾏﾙ福', 'absent', 'absent']);
  });

  test.each([
    ['介護保険WG 6/12 14:00', '介護保険WG | 6/12 14:00'],
    ['介護保険WG', '介護保険WG'],
    ['マル福　来月第2火曜', 'マル福 |　来月第2火曜'],
    ['介護保険WG 2/30 14:00', '介護保険WG | 2/30 14:00'],
    ['6/12 14:00 那珂市役所', 'absent'],
    ['2/30 14:00', 'absent'],
    ['来月第2火曜 14時', 'absent'],
    ['那珂市役所 要件の確認', 'absent'],
    ['', 'absent'],
  ])('before a date, 「%s」: %s', (line, name) => expect(reading(bodyNameBeforeDate, line, String)).toBe(name));

  test('a place is one word', () => {
    expect(reading(oneWord(same('場所')), '那珂市役所　２階 会議室', String)).toBe('那珂市役所 |　２階 会議室');
  });
});

describe('Points of an agenda', () => {
  test.each([
    ['要件の確認、次回の日程', '要件の確認/次回の日程'],
    ['要件の確認,次回の日程', '要件の確認/次回の日程'],
    ['要件の確認，次回の日程；その他', '要件の確認/次回の日程/その他'],
    ['1行目\n2行目\n\n', '1行目/2行目'],
    ['3,069件の確認、１，２００件の再確認', '3,069件の確認/１，２００件の再確認'],
    [' 、 ', 'absent'],
    ['', 'absent'],
  ])('「%s」: %s', (line, list) => expect(reading(points, line, (all) => all.join('/'))).toBe(list));
});

describe('Mentions', () => {
  test.each([
    ['<@U0SATO>', '{"userId":"U0SATO"}'],
    ['<@U0SATO|sato> 6/12', '{"userId":"U0SATO"} | 6/12'],
    ['<@W0SATO>', '{"userId":"W0SATO"}'],
    ['@那珂市 帳票', '{"name":"那珂市"} | 帳票'],
    ['＠佐藤さん', '{"name":"佐藤さん"}'],
    ['<@U0SATO>さん', 'absent'],
    ['<!channel>', 'absent'],
    ['<#C0KAIGO>', 'absent'],
    ['@', 'absent'],
    ['@ 那珂市', 'absent'],
    ['那珂市', 'absent'],
    ['', 'absent'],
  ])('「%s」: %s', (line, person) => expect(reading(mentioned, line, JSON.stringify)).toBe(person));

  test.each([
    ['<#C0KAIGO>', '{"channelId":"C0KAIGO"}'],
    ['<#C0KAIGO|wg-介護> 内部', '{"channelId":"C0KAIGO","name":"wg-介護"} | 内部'],
    ['<#G0KAIGO|>', '{"channelId":"G0KAIGO"}'],
    ['#wg-介護', 'absent'],
    ['<@U0SATO>', 'absent'],
    ['', 'absent'],
  ])('「%s」: %s', (line, channel) => expect(reading(channelMention, line, JSON.stringify)).toBe(channel));
});

describe('One of a few', () => {
  const fruit = choice(same('範囲'), [
    { value: 'internal', label: same('構成団体のみ'), words: ['構成団体', '構成団体のみ'] },
    { value: 'prefecture', label: same('県も参加'), words: ['県'] },
  ]);

  test.each([
    ['internal', 'internal'],
    ['ＩＮＴＥＲＮＡＬ', 'internal'],
    ['構成団体のみ', 'internal'],
    ['県　以下', 'prefecture |　以下'],
    ['都', 'absent'],
    ['', 'absent'],
  ])('「%s」: %s', (line, value) => expect(reading(fruit, line, String)).toBe(value));
});

describe('What a list is narrowed to', () => {
  const filter = listFilter<'open' | 'decided'>({
    label: same('絞り込み'),
    states: [
      { value: 'open', words: ['未決', '未'] },
      { value: 'decided', words: ['決定済', '済'] },
    ],
  });

  test.each([
    ['未決', '{"state":"open"}'],
    ['決定済み 介護保険 p2', '{"state":"decided","name":"介護保険","page":2}'],
    ['ｐ２　マル福　ＯＰＥＮ', '{"page":2,"name":"マル福","state":"open"}'],
    ['3ページ', '{"page":3}'],
    ['３頁', '{"page":3}'],
    ['P.4', '{"page":4}'],
    ['14-3', '{"name":"14-3"}'],
    ['', 'absent'],
    ['　', 'absent'],
  ])('「%s」: %s', (line, read) => expect(reading(filter, line, JSON.stringify)).toBe(read));

  test('each at most once', () => {
    expect(
      ['未決 決定済', '介護 住基', 'p1 p2'].map((line) => reading(filter, line, JSON.stringify)),
    ).toMatchInlineSnapshot(`
      [
        "✗ 「決定済」の部分を読み取れませんでした。状態・名前・ページは、それぞれ1つまでご入力ください。",
        "✗ 「住基」の部分を読み取れませんでした。状態・名前・ページは、それぞれ1つまでご入力ください。",
        "✗ 「p2」の部分を読み取れませんでした。状態・名前・ページは、それぞれ1つまでご入力ください。",
      ]
    `);
  });
});
