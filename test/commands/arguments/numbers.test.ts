/** Numbers as people type them: of requirements, meetings, items and decisions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decisionName,
  itemNumber,
  meetingNumber,
  requirementId,
  requirementIds,
} from '../../../commands/arguments/numbers.ts';
import { spansOf } from '../../../src/domain/requirement.ts';
import { reading, readWith } from '../../support/reading.ts';

describe('Requirements', () => {
  const ids = (line: string): string =>
    reading(requirementIds, line, (numbers) =>
      spansOf(numbers)
        .map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
        .join(' '),
    );

  test.each([
    ['1234', '1234'],
    ['1234 標準', '1234 | 標準'],
    ['１２３４　代替案', '1234 |　代替案'],
    ['1201-1215,1220', '1201-1215 1220'],
    ['１２０１－１２１５，１２２０', '1201-1215 1220'],
    ['１２０１ー１２１５、１２２０ 標準', '1201-1215 1220 | 標準'],
    ['1201〜1215', '1201-1215'],
    ['1201～1215', '1201-1215'],
    ['1201−1215', '1201-1215'],
    ['1201 - 1215 標準', '1201-1215 | 標準'],
    ['1201、1203・1205', '1201 1203 1205'],
    ['1201, 1203 標準', '1201 1203 | 標準'],
    ['1220,1201-1203,1202', '1201-1203 1220'],
    ['1234-1234', '1234'],
    ['要件1234', '1234'],
    ['要件１２３４ 標準', '1234 | 標準'],
    ['要件 1234', '1234'],
    ['No.1234', '1234'],
    ['Ｎｏ１２３４', '1234'],
    ['#1234', '1234'],
    ['1234番 標準', '1234 | 標準'],
    ['0001', '1'],
    ['1-5000', '1-5000'],
    ['1201と1203 標準', '1201 1203 | 標準'],
    ['1201及び1203', '1201 1203'],
    ['1201から1203まで 標準', '1201-1203 | 標準'],
    ['1201から1203、1205および1207-1208', '1201-1203 1205 1207-1208'],
    ['1234と同じ理由', '1234 |と同じ理由'],
  ])('「%s」: %s', (line, numbers) => expect(ids(line)).toBe(numbers));

  test.each(['', '標準', '介護保険 1234', '第12号', 'K45', 'の1234'])('「%s」 does not begin with one', (line) => {
    expect(ids(line)).toBe('absent');
  });

  test('what cannot be understood is told back as typed', () => {
    const lines = [
      '12a4 標準',
      '１２ａ４　標準',
      '要件12x',
      '1234標準',
      '1201- 標準',
      '1201-1215-1220',
      '12345678',
      '一二〇七 標準',
      '1,,2',
      '1234：標準',
      '③',
      '1234₂',
    ];
    expect(lines.map((line) => `${line} → ${ids(line)}`)).toMatchInlineSnapshot(`
      [
        "12a4 標準 → ✗ 要件番号「12a4」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
        "１２ａ４　標準 → ✗ 要件番号「１２ａ４」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
        "要件12x → ✗ 要件番号「要件12x」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
        "1234標準 → 1234 |標準",
        "1201- 標準 → ✗ 要件番号「1201-」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
        "1201-1215-1220 → ✗ 要件番号「1201-1215-1220」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
        "12345678 → ✗ 要件番号「12345678」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
        "一二〇七 標準 → ✗ 要件番号「一二〇七」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
        "1,,2 → ✗ 要件番号「1,,2」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
        "1234：標準 → 1234 |標準",
        "③ → ✗ 要件番号「③」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
        "1234₂ → 1234 |₂",
      ]
    `);
  });

  test('what is understood and impossible says why', () => {
    const lines = [
      '0',
      '０',
      '0-10',
      '1215-1201',
      '１２１５ー１２０１',
      '5,3-1',
      '1-5001',
      '1-9999999',
      '1-5000,5001',
      '1-3000,3001-6000',
    ];
    expect(lines.map((line) => `${line} → ${ids(line)}`)).toMatchInlineSnapshot(`
      [
        "0 → ✗ 要件番号は1から始まります。",
        "０ → ✗ 要件番号は1から始まります。",
        "0-10 → ✗ 要件番号は1から始まります。",
        "1215-1201 → ✗ 範囲 1215-1201 は前後が逆のようです。1201-1215 のことでしたら、そのようにご入力ください。",
        "１２１５ー１２０１ → ✗ 範囲 1215-1201 は前後が逆のようです。1201-1215 のことでしたら、そのようにご入力ください。",
        "5,3-1 → ✗ 範囲 3-1 は前後が逆のようです。1-3 のことでしたら、そのようにご入力ください。",
        "1-5001 → ✗ 一度に扱える要件は5000件までです。範囲を分けてご入力ください。",
        "1-9999999 → ✗ 一度に扱える要件は5000件までです。範囲を分けてご入力ください。",
        "1-5000,5001 → ✗ 一度に扱える要件は5000件までです。範囲を分けてご入力ください。",
        "1-3000,3001-6000 → ✗ 一度に扱える要件は5000件までです。範囲を分けてご入力ください。",
      ]
    `);
  });

  test('where one is wanted, several are too many', () => {
    const one = (line: string) => reading(requirementId, line, String);
    expect(['1234', '要件１２３４ です', '1-1', '標準'].map(one)).toEqual(['1234', '1234 | です', '1', 'absent']);
    expect(['1-2', '1,2', '12a4'].map(one)).toMatchInlineSnapshot(`
      [
        "✗ ここでは要件番号を1件だけご入力ください。",
        "✗ ここでは要件番号を1件だけご入力ください。",
        "✗ 要件番号「12a4」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
      ]
    `);
  });

  test('any numbers come back from the way in which people write many', () => {
    const lists = fc.uniqueArray(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 50 });
    const near = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 100 });
    const marks = fc.tuple(fc.constantFrom('-', '〜', 'ー', '－', '~'), fc.constantFrom(',', '、', '，', '・', ', '));
    fc.assert(
      fc.property(fc.oneof(lists, near), marks, (numbers, [to, and]) => {
        const line = spansOf(numbers)
          .map((span) => (span.from === span.to ? `${span.from}` : `${span.from}${to}${span.to}`))
          .join(and);
        const result = readWith(requirementIds, `${line} 標準`);
        expect(result).toEqual({ read: numbers.toSorted((a, b) => a - b), length: line.length });
      }),
    );
  });
});

describe('Meetings', () => {
  test.each([
    ['M12', '12'],
    ['m12', '12'],
    ['Ｍ１２ 6/12', '12 | 6/12'],
    ['M 12', '12'],
    ['会議M12', '12'],
    ['会議 M12', '12'],
    ['12', 'absent'],
    ['M12番', 'absent'],
    ['M1234567', 'absent'],
    ['', 'absent'],
  ])('「%s」: %s', (line, number) => expect(reading(meetingNumber, line, String)).toBe(number));
});

describe('Items', () => {
  test.each([
    ['K45', '45'],
    ['k45', '45'],
    ['Ｋ４５', '45'],
    ['45', '45'],
    ['課題K45', '45'],
    ['課題45 済みました', '45 | 済みました'],
    ['K45,K46', 'absent'],
    ['帳票', 'absent'],
    ['', 'absent'],
  ])('「%s」: %s', (line, number) => expect(reading(itemNumber, line, String)).toBe(number));
});

describe('Decisions', () => {
  const named = (line: string): string =>
    reading(decisionName, line, ({ fiscalYear, serial }) => `${fiscalYear ?? 'this year'} ${serial}`);

  test.each([
    ['令和8年度決定第12号', '2026 12'],
    ['令和８年度決定第１２号', '2026 12'],
    ['令和8年度第12号', '2026 12'],
    ['令和8年度 決定 第12号 誤記のため', '2026 12 | 誤記のため'],
    ['㋿8年度決定第12号', '2026 12'],
    ['R8年度決定第12号', '2026 12'],
    ['r8-12', '2026 12'],
    ['平成元年度決定第3号', '1989 3'],
    ['平成31年度決定第3号', '2019 3'],
    ['H28-3', '2016 3'],
    ['2026年度決定第12号', '2026 12'],
    ['2026-12', '2026 12'],
    ['２０２６－１２', '2026 12'],
    ['２０２６ー１２', '2026 12'],
    ['決定第12号', 'this year 12'],
    ['第12号', 'this year 12'],
    ['第１２号', 'this year 12'],
    ['12号', 'this year 12'],
    ['12', 'this year 12'],
    ['令和8年度', 'absent'],
    ['令和0年度決定第1号', 'absent'],
    ['第号', 'absent'],
    ['1234代替案', 'absent'],
    ['', 'absent'],
  ])('「%s」: %s', (line, decision) => expect(named(line)).toBe(decision));
});
