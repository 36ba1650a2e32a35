/** The sample workbook, written and read back: the numbers of the council's document come out exactly. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeSampleWorkbook } from '../../prisma/workbook.ts';
import { readCouncilFile } from '../../src/council/file.ts';
import { isGap } from '../../src/domain/requirement.ts';
import { openSheets } from '../../src/sheet/open.ts';
import { readRequirements } from '../../src/sheet/requirements.ts';

const file = readCouncilFile(readFileSync(new URL('../../prisma/ibaraki.yaml', import.meta.url), 'utf8'));
if ('problems' in file) throw new Error('the sample council cannot be read');
const { council } = file;
const bytes = await writeSampleWorkbook();
const opened = await openSheets(bytes, 'requirements.xlsx');
if ('refused' in opened) throw new Error(opened.refused.en);
const { rows, refused, unread } = readRequirements(opened.sheets, council);

test('nothing is refused, and only the cover says nothing', () => {
  expect(refused).toEqual([]);
  expect(unread).toEqual([{ sheet: '表紙', cell: 'A1', words: '表紙' }]);
});

test('3,069 requirements of all 42 systems, 125 of them 便利機能等', () => {
  expect(rows).toHaveLength(3069);
  expect(new Set(rows.map(({ system }) => system))).toEqual(new Set(council.systems.map(({ slug }) => slug)));
  expect(rows.filter(({ convenience }) => convenience)).toHaveLength(125);
});

test('9,207 marks a round: 479 gaps in the RFI round, 11 in the proposal round', () => {
  const marks = rows.flatMap((row) => row.marks);
  const of = (round: string) => marks.filter((one) => one.round === round);
  expect([of('rfi').length, of('proposal').length]).toEqual([9207, 9207]);
  expect(of('rfi').filter(({ mark }) => isGap(mark))).toHaveLength(479);
  expect(of('proposal').filter(({ mark }) => isGap(mark))).toHaveLength(11);
});

test('a function id is used once in a system, and no two requirements of one say the same', () => {
  expect(new Set(rows.map(({ system, functionId }) => `${system} ${functionId}`)).size).toBe(3069);
  expect(new Set(rows.map(({ system, text }) => `${system} ${text}`)).size).toBe(3069);
});

test('requirement 1234 is one of 介護保険, and may be replaced by CSV', () => {
  expect(rows[1233]).toMatchInlineSnapshot(`
    {
      "alternative": "携帯端末との連携は改修が必要なため、CSVでの一括登録に代える。(B社)",
      "category": [
        "認定",
        "申請",
        "一括登録",
      ],
      "class": "mandatory",
      "convenience": false,
      "cost": 850,
      "functionId": "2402023",
      "itemNo": "44",
      "marks": [
        {
          "mark": "◎",
          "round": "rfi",
          "vendor": "a",
        },
        {
          "mark": "△",
          "round": "rfi",
          "vendor": "b",
        },
        {
          "mark": "○",
          "round": "rfi",
          "vendor": "c",
        },
        {
          "mark": "◎",
          "round": "proposal",
          "vendor": "a",
        },
        {
          "mark": "△",
          "round": "proposal",
          "vendor": "b",
        },
        {
          "mark": "◎",
          "round": "proposal",
          "vendor": "c",
        },
      ],
      "row": 51,
      "sheet": "福祉業務",
      "system": "kaigo",
      "text": "認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。",
    }
  `);
});

test('the classifications that are merged down reach every row', () => {
  expect(rows.every(({ category }) => category.length === 3)).toBe(true);
});

test('the workbook is the same every time', async () => {
  expect(Buffer.from(await writeSampleWorkbook()).equals(Buffer.from(bytes))).toBe(true);
});
