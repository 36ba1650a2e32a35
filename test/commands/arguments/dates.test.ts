/** Dates as arguments: what is read, and what a refusal says, which names what was wrong and what may have been meant. */
import { describe, expect, test } from 'vitest';
import { dueDay, when } from '../../../commands/arguments/dates.ts';
import { clock } from '../../../src/domain/day.ts';
import { reading, readWith } from '../../support/reading.ts';

const whenOf = (line: string): string =>
  reading(when, line, ({ day, start, end }) =>
    [day, start === undefined ? '' : ` ${clock(start)}`, end === undefined ? '' : `-${clock(end)}`].join(''),
  );
const dueOf = (line: string): string => reading(dueDay, line, String);

describe('When a meeting is, typed on Monday June 1', () => {
  test.each([
    ['6/12 14:00-16:00 那珂市役所', '2026-06-12 14:00-16:00 | 那珂市役所'],
    ['６／１２（金）　１４：００〜１６：００', '2026-06-12 14:00-16:00'],
    ['来月第2火曜 14時から16時 オンライン', '2026-07-14 14:00-16:00 | オンライン'],
    ['令和8年6月12日(金) 午後2時', '2026-06-12 14:00'],
    ['今日 9:00', '2026-06-01 09:00'],
    ['6/12', '2026-06-12'],
    ['那珂市役所 6/12', 'absent'],
    ['', 'absent'],
  ])('「%s」: %s', (line, meant) => expect(whenOf(line)).toBe(meant));
});

describe('By when something is due, typed on Monday June 1', () => {
  test.each([
    ['6/12 帳票の確認', '2026-06-12 | 帳票の確認'],
    ['来週金曜まで 現行の件数を調べる', '2026-06-12 | 現行の件数を調べる'],
    ['3営業日後', '2026-06-04'],
    ['年度末', '2027-03-31'],
    ['今日', '2026-06-01'],
    ['帳票の確認', 'absent'],
    ['3日間の件数を調べる', 'absent'],
    ['', 'absent'],
  ])('「%s」: %s', (line, due) => expect(dueOf(line)).toBe(due));
});

const REFUSED = [
  '2/30 14:00',
  '来月第5火曜 14:00',
  '6/12 26:00',
  '6/12 14:60',
  '6/12 16:00-14:00',
  '6/12(木) 14:00',
  '6/1(火)',
  'H31.5.1',
  '令和0年6月12日',
  '来週 14:00',
  '6月上旬',
  '6/12 14:00か15:00',
  '6/12か6/13',
  '6/12 14時ごろ',
  '26/6/12',
  '昨日 14:00',
  '2025-12-01 14:00',
  '５／３１',
];

test('what a refusal of a meeting’s date says', () => {
  expect(REFUSED.map((line) => `${line} → ${whenOf(line)}`)).toMatchInlineSnapshot(`
    [
      "2/30 14:00 → ✗ 「2/30」という日はありません。令和9年2月28日(日)、または令和9年3月1日(月)のことでしたら、そのようにご入力ください。",
      "来月第5火曜 14:00 → ✗ 「来月第5火曜」という日はありません。令和8年7月28日(火)のことでしたら、そのようにご入力ください。",
      "6/12 26:00 → ✗ 「6/12 26:00」という時刻はありません。令和8年6月13日(土) 02:00のことでしたら、そのようにご入力ください。",
      "6/12 14:60 → ✗ 「6/12 14:60」という時刻はありません。令和8年6月12日(金) 15:00のことでしたら、そのようにご入力ください。",
      "6/12 16:00-14:00 → ✗ 「6/12 16:00-14:00」は、終わりが始まりより前です。令和8年6月12日(金) 14:00〜16:00のことでしたら、そのようにご入力ください。",
      "6/12(木) 14:00 → ✗ 令和8年6月12日(金)は、ご入力の曜日(木)と一致しません。令和8年6月12日(金)、または令和8年6月11日(木)のことでしたら、そのようにご入力ください。",
      "6/1(火) → 2027-06-01",
      "H31.5.1 → ✗ 「H31.5.1」は、その日には平成ではありません。6/12 14:00-16:00 のようにご入力ください。",
      "令和0年6月12日 → ✗ 「令和0年6月12日」という年はありません。最初の年は元年です。6/12 14:00-16:00 のようにご入力ください。",
      "来週 14:00 → ✗ 「来週」だけでは日を特定できません。6/12 14:00-16:00 のようにご入力ください。",
      "6月上旬 → ✗ 「6月上旬」だけでは日を特定できません。令和8年6月10日(水)のことでしたら、そのようにご入力ください。",
      "6/12 14:00か15:00 → ✗ 日時「か15:00」を読み取れませんでした。令和8年6月12日(金) 14:00のことでしたら、そのようにご入力ください。",
      "6/12か6/13 → ✗ 日時「か6/13」を読み取れませんでした。令和8年6月12日(金)のことでしたら、そのようにご入力ください。",
      "6/12 14時ごろ → ✗ 日時「ごろ」を読み取れませんでした。令和8年6月12日(金) 14:00のことでしたら、そのようにご入力ください。",
      "26/6/12 → ✗ 「26/6/12」は複数の意味に取れます。令和8年6月12日(金)、または令和26年6月12日(日)のことでしたら、そのようにご入力ください。",
      "昨日 14:00 → ✗ 令和8年5月31日(日)は過ぎています。令和8年6月7日(日) 14:00のことでしたら、そのようにご入力ください。",
      "2025-12-01 14:00 → ✗ 令和7年12月1日(月)は過ぎています。令和8年12月1日(火) 14:00のことでしたら、そのようにご入力ください。",
      "５／３１ → 2027-05-31",
    ]
  `);
});

test('what a refusal of a due day says', () => {
  const lines = ['2/30', '6/12(木)', '昨日まで', '来週', '6/12か6/13', 'R7.6.12'];
  expect(lines.map((line) => `${line} → ${dueOf(line)}`)).toMatchInlineSnapshot(`
    [
      "2/30 → ✗ 「2/30」という日はありません。令和9年2月28日(日)、または令和9年3月1日(月)のことでしたら、そのようにご入力ください。",
      "6/12(木) → ✗ 令和8年6月12日(金)は、ご入力の曜日(木)と一致しません。令和8年6月12日(金)、または令和8年6月11日(木)のことでしたら、そのようにご入力ください。",
      "昨日まで → ✗ 令和8年5月31日(日)は過ぎています。令和8年6月7日(日)のことでしたら、そのようにご入力ください。",
      "来週 → ✗ 「来週」だけでは日を特定できません。6/12 や 来週金曜まで のようにご入力ください。",
      "6/12か6/13 → ✗ 日時「か6/13」を読み取れませんでした。令和8年6月12日(金)のことでしたら、そのようにご入力ください。",
      "R7.6.12 → ✗ 令和7年6月12日(木)は過ぎています。令和8年6月12日(金)のことでしたら、そのようにご入力ください。",
    ]
  `);
});

test('every refusal says the same in English', () => {
  const english = REFUSED.map((line) => {
    const result = readWith(when, line);
    return 'unclear' in result ? result.unclear.en : `${line} was read`;
  });
  expect(english).toMatchInlineSnapshot(`
    [
      "There is no day “2/30”. If 2027-02-28 (Sun) or 2027-03-01 (Mon) is meant, please type that.",
      "There is no day “来月第5火曜”. If 2026-07-28 (Tue) is meant, please type that.",
      "There is no time “6/12 26:00”. If 2026-06-13 (Sat) 02:00 is meant, please type that.",
      "There is no time “6/12 14:60”. If 2026-06-12 (Fri) 15:00 is meant, please type that.",
      "“6/12 16:00-14:00” ends before it starts. If 2026-06-12 (Fri) 14:00-16:00 is meant, please type that.",
      "Fri 12 Jun 2026 does not fall on the weekday that was typed. If 2026-06-12 (Fri) or 2026-06-11 (Thu) is meant, please type that.",
      "6/1(火) was read",
      "“H31.5.1” names another era than that day's. Please type it like 6/12 14:00-16:00.",
      "There is no year “令和0年6月12日”; the first is 元年. Please type it like 6/12 14:00-16:00.",
      "“来週” does not name one day. Please type it like 6/12 14:00-16:00.",
      "“6月上旬” does not name one day. If 2026-06-10 (Wed) is meant, please type that.",
      "The date “か15:00” was not understood. If 2026-06-12 (Fri) 14:00 is meant, please type that.",
      "The date “か6/13” was not understood. If 2026-06-12 (Fri) is meant, please type that.",
      "The date “ごろ” was not understood. If 2026-06-12 (Fri) 14:00 is meant, please type that.",
      "“26/6/12” could mean several things. If 2026-06-12 (Fri) or 2044-06-12 (Sun) is meant, please type that.",
      "Sun 31 May 2026 is over. If 2026-06-07 (Sun) 14:00 is meant, please type that.",
      "Mon 1 Dec 2025 is over. If 2026-12-01 (Tue) 14:00 is meant, please type that.",
      "５／３１ was read",
    ]
  `);
});

test('a refusal offers what can be typed, in both languages', () => {
  let offers = 0;
  for (const line of REFUSED) {
    const result = readWith(when, line);
    if (!('unclear' in result)) continue;
    const japanese = /。([^。]*)のことでしたら/u.exec(result.unclear.ja)?.[1]?.split('、または') ?? [];
    const english = /If (.*) is meant/u.exec(result.unclear.en)?.[1]?.split(' or ') ?? [];
    expect(english).toHaveLength(japanese.length);
    const meanings = [japanese, english].map((list) => list.map((offered) => `${whenOf(offered)}`));
    expect(meanings[0]).toEqual(meanings[1]);
    expect(meanings.flat().filter((meaning) => !/^[\d :-]+$/u.test(meaning))).toEqual([]);
    offers += japanese.length;
  }
  expect(offers).toBeGreaterThan(10);
});
