/** The correction file: what Excel shows of it. */
import { expect, test } from 'vitest';
import { correctionFile, correctionsIn } from '../../src/sheet/corrections.ts';
import { decoded, rowsOf } from '../../src/sheet/csv.ts';
import { refusal } from '../../src/sheet/text.ts';

const sheets = [{ name: '要件,一覧', rows: [['a'], ['x', '=HYPERLINK("http://evil")', '▲\n(注)']], merges: [] }];
const refused = [
  { sheet: '要件,一覧', cell: 'B2', why: refusal.cost('=HYPERLINK') },
  { sheet: '要件,一覧', cell: 'C2', why: refusal.mark('▲') },
  { sheet: '要件,一覧', cell: 'AB9', why: refusal.missing('区分') },
];

test('names sheet, cell, what stands there and why; and holds no formula', () => {
  const bytes = correctionFile(correctionsIn(refused, sheets), 'ja');
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(rowsOf(decoded(bytes) ?? '')).toMatchInlineSnapshot(`
    {
      "rows": [
        [
          "シート",
          "セル",
          "現在の内容",
          "確認事項",
        ],
        [
          "要件,一覧",
          "B2",
          "'=HYPERLINK("http://evil")",
          "「=HYPERLINK」は費用として読み取れません。千円単位の整数を入力してください。",
        ],
        [
          "要件,一覧",
          "C2",
          "▲
    (注)",
          "「▲」は回答の記号ではありません。◎・○・△・×・－のいずれかを入力してください。",
        ],
        [
          "要件,一覧",
          "AB9",
          null,
          "「区分」が空欄です。",
        ],
      ],
    }
  `);
});

test('is written for the reader', () => {
  expect(
    new TextDecoder().decode(correctionFile(correctionsIn(refused.slice(1, 2), sheets), 'en')),
  ).toMatchInlineSnapshot(`
    "Sheet,Cell,What stands there,What is wrong
    "要件,一覧",C2,"▲
    (注)","“▲” is no mark. Enter ◎, ○, △, × or －."
    "
  `);
});
