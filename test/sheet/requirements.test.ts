/** Requirement sheets as offices shape them; each scene is a table as one sees it, and what is read or refused. */

import { expect, test } from 'vitest';
import { saidIn } from '../../commands/arguments/sheetWords.ts';
import type { Known } from '../../src/sheet/requirementRow.ts';
import { readRequirements } from '../../src/sheet/requirements.ts';
import type { Cell, Merge, Sheet } from '../../src/sheet/sheet.ts';
import { plain } from '../../src/text/text.ts';

const known: Known = {
  systems: [
    { slug: 'juki-net', no: '1-2', name: '住基ネット連携', aliases: [] },
    { slug: 'kokuho-fuka', no: '14-2', name: '国民健康保険(賦課)', aliases: ['国保税'] },
    { slug: 'kaigo', no: '17', name: '介護保険', aliases: ['介護'] },
    { slug: 'marufuku', no: '20', name: '医療費助成(マル福)', aliases: ['マル福'] },
    { slug: 'konbini', name: 'コンビニ収納', aliases: [] },
  ],
  vendors: [
    { slug: 'a', name: 'A社' },
    { slug: 'b', name: 'B社' },
  ],
  rounds: [
    { slug: 'rfi', name: 'RFI' },
    { slug: 'proposal', name: 'プロポーザル' },
  ],
};

/** A sheet drawn with bars: a cell says what stands in it, `^` that it is merged with the one above, `<` with the left. */
function drawn(name: string, ...lines: string[]): Sheet {
  const signs = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const merges: Merge[] = signs.flatMap((row, startRow) =>
    row.flatMap((sign, startCol) => {
      if (sign === '^' || sign === '<') return [];
      let [endRow, endCol] = [startRow, startCol];
      while (signs[endRow + 1]?.[startCol] === '^') endRow += 1;
      while (signs[startRow]?.[endCol + 1] === '<') endCol += 1;
      return endRow > startRow || endCol > startCol ? [{ startRow, startCol, endRow, endCol }] : [];
    }),
  );
  const rows = signs.map((row) => row.map((sign): Cell => (sign === '' || sign === '^' || sign === '<' ? null : sign)));
  return { name, rows, merges };
}

const read = (...sheets: Sheet[]) => {
  const { rows, refused, unread } = readRequirements(sheets, known);
  return {
    rows: rows.map((one) => ({
      ...one,
      marks: one.marks.map(({ round, vendor, mark }) => `${round} ${vendor} ${mark}`),
    })),
    refused: refused.map(({ sheet, cell, why }) => `${sheet} ${cell} ${plain(why.ja)}`),
    unread: unread.map(({ cell, words }) => `${cell} ${words}`),
  };
};

const whole = drawn(
  '福祉',
  '業務機能要件一覧(福祉) | < | < | < | < | < | < | < | < | < | < | < | < | <',
  '',
  '項番 | 業務 | 分類   | <      | <      | 機能ID  | 機能要件   | 区分 | ベンダ回答 | <    | <            | <    | 費用(千円) | 代替案 | 備考',
  '^    | ^    | 大分類 | 中分類 | 小分類 | ^       | ^          | ^    | RFI(H24)   | <    | プロポーザル | <    | ^          | ^      | ^',
  '^    | ^    | ^      | ^      | ^      | ^       | ^          | ^    | A社        | B社  | A社          | B社  | ^          | ^      | ^',
  '1    | 介護保険 | 資格 | 得喪 | 登録   | 0101001 | 登録できる | 必須 | ◎          | ×    | 〇           | △    | １，２００ | CSV    | 要確認',
  '2    | ^    | ^      | ^      | 照会   | 0101002 | 照会できる | 任意 | ○          | －   | ◎            | ○    |            |        |',
  '3    | ^    | 給付   | 償還  |        | 0102001 | 支給できる | 実装しない | ○    |      | ◎            | ○    |            |        |',
);

test('a header merged over three rows, classifications merged down, two rounds of two vendors', () => {
  expect(read(whole)).toMatchInlineSnapshot(`
    {
      "refused": [],
      "rows": [
        {
          "alternative": "CSV",
          "category": [
            "資格",
            "得喪",
            "登録",
          ],
          "class": "mandatory",
          "convenience": false,
          "cost": 1200,
          "functionId": "0101001",
          "itemNo": "1",
          "marks": [
            "rfi a ◎",
            "rfi b ×",
            "proposal a ○",
            "proposal b △",
          ],
          "remarks": "要確認",
          "row": 6,
          "sheet": "福祉",
          "silentOn": [
            "convenience",
          ],
          "system": "kaigo",
          "text": "登録できる",
        },
        {
          "category": [
            "資格",
            "得喪",
            "照会",
          ],
          "class": "optional",
          "convenience": false,
          "functionId": "0101002",
          "itemNo": "2",
          "marks": [
            "rfi a ○",
            "proposal a ◎",
            "proposal b ○",
          ],
          "row": 7,
          "sheet": "福祉",
          "silentOn": [
            "convenience",
          ],
          "system": "kaigo",
          "text": "照会できる",
        },
        {
          "category": [
            "給付",
            "償還",
          ],
          "class": "not",
          "convenience": false,
          "functionId": "0102001",
          "itemNo": "3",
          "marks": [
            "rfi a ○",
            "proposal a ◎",
            "proposal b ○",
          ],
          "row": 8,
          "sheet": "福祉",
          "silentOn": [
            "convenience",
          ],
          "system": "kaigo",
          "text": "支給できる",
        },
      ],
      "unread": [],
    }
  `);
});

test('the same as CSV, where blanks stand for what was merged', () => {
  const csv: Sheet = { ...whole, merges: [] };
  expect(read(csv)).toEqual(read(whole));
});

test('a header of one row, by other names, the system by its abbreviation or by the name of the sheet', () => {
  expect(
    read(
      drawn(
        '一覧',
        '№ | システム名 | 大項目 | 機能番号 | 機能名称 | 実装区分 | 摘要',
        '1 | マル福 | 受給 | A-1 | 認定 | 標準オプション |',
      ),
      drawn('国保税', '機能ID | 要件 | 区分', 'B-1 | 賦課 | 実装必須'),
    ).rows,
  ).toMatchObject([
    { system: 'marufuku', functionId: 'A-1', category: ['受給'], text: '認定', class: 'optional', itemNo: '1' },
    { system: 'kokuho-fuka', functionId: 'B-1', class: 'mandatory', category: [] },
  ]);
});

test('rounds in a row of their own above the headings, below a title that names them too', () => {
  const table = drawn(
    '介護',
    'RFI・プロポーザル回答一覧 | | | | |',
    '       |          |      |      | RFI  | <    | プロポーザル',
    '機能ID | 機能要件 | 区分 | メモ | A社  | B社  | A社',
    '01     | 登録     | 必須 | 済   | △    | ○    | ◎',
  );
  for (const sheet of [table, { ...table, merges: [] }]) {
    expect(read(sheet)).toMatchObject({
      rows: [{ row: 4, marks: ['rfi a △', 'rfi b ○', 'proposal a ◎'] }],
      refused: [],
      unread: ['D3 メモ'],
    });
  }
});

test('a No. that Excel made into a day does not matter beside the name; alone it is refused', () => {
  const sheet = (name: string): Sheet => ({
    name: '住基',
    rows: [
      ['業務No', '業務名', '機能ID', '機能要件', '区分'],
      [new Date('2016-01-02T00:00:00Z'), name, '0001', '通知できる', '必須'],
    ],
    merges: [],
  });
  expect(read(sheet('住基ネット連携')).rows).toMatchObject([{ system: 'juki-net' }]);
  expect(read(sheet('')).refused).toMatchInlineSnapshot(`
    [
      "住基 B2 業務番号が、Excelによって日付「2016-01-02」に変わったようです。文字列で入力するか、業務名の列を設けてください。",
    ]
  `);
});

test('rows of their own for a classification are taken up below; notes, blank rows and a repeated header are not rows', () => {
  const { rows, refused, unread } = read(
    drawn(
      '介護',
      '大分類 | 機能ID | 機能要件 | 区分 | 担当者メモ',
      '1 資格 |       |          |      |',
      '       | 01     | 登録     | 必須 |',
      '',
      '大分類 | 機能ID | 機能要件 | 区分 | 担当者メモ',
      '2 給付 |       |          |      |',
      '       | 02     | 支給     | 必須 | 佐川',
      '       |        |          |      | ※費用は税抜',
    ),
  );
  expect(rows).toMatchObject([
    { functionId: '01', category: ['1 資格'] },
    { functionId: '02', category: ['2 給付'] },
  ]);
  expect(refused).toEqual([]);
  expect(unread).toEqual(['E1 担当者メモ', 'E8 ※費用は税抜']);
});

test('what is merged down over several rows answers for each, but a cost is paid once', () => {
  const { rows } = read(
    drawn(
      '介護',
      '機能ID | 機能要件 | 区分 | 費用(千円) | RFI A社',
      '01     | 登録     | 必須 | 100        | △',
      '02     | 照会     | ^    | ^          | ^',
    ),
  );
  expect(rows.map((one) => [one.class, one.cost, ...one.marks])).toEqual([
    ['mandatory', 100, 'rfi a △'],
    ['mandatory', undefined, 'rfi a △'],
  ]);
});

test('every cell that cannot be read is told at once', () => {
  const sheet = drawn(
    '一覧',
    '業務 | No. | 機能ID | 機能要件 | 区分 | 便利機能等 | RFI A社 | RFI B社 | 費用(千円)',
    '介護保健 | 1 | 01 | 登録 | 必須 |    | ◎ | ◎ |',
    '介護保険 | 2 | 01 | 登録 | 必須 | ? | ▲ | 可 | 12.5',
    '介護保険 | 3 | 01 | 登録 | ほぼ | ○ | ◎ | ◎ | 別途',
    '介護保険 | 4 |    | 照会 |      |   | ◎ | ◎ |',
    '介護保険 | 5 | 02 |      | 任意 |   | ◎ | ◎ |',
    '介護保険 | 6 | 03 | #N/A | 任意 |   | ◎ | ◎ |',
  );
  expect(read(sheet).refused).toMatchInlineSnapshot(`
    [
      "一覧 A2 「介護保健」という業務システムは登録されていません。「介護保険」のことでしょうか。",
      "一覧 F3 「?」は読み取れません。該当する場合は○を、しない場合は空欄にしてください。",
      "一覧 I3 「12.5」は費用として読み取れません。千円単位の整数を入力してください。",
      "一覧 G3 「▲」は回答の記号ではありません。◎・○・△・×・－のいずれかを入力してください。",
      "一覧 H3 「可」は回答の記号ではありません。◎・○・△・×・－のいずれかを入力してください。",
      "一覧 C4 機能ID「01」は、同じ業務の「一覧」C3ですでに使われています。",
      "一覧 E4 「ほぼ」は区分ではありません。必須・任意・実装しないのいずれかを入力してください。",
      "一覧 I4 「別途」は費用として読み取れません。千円単位の整数を入力してください。",
      "一覧 C5 「機能ID」が空欄です。",
      "一覧 E5 「区分」が空欄です。",
      "一覧 D6 「機能要件」が空欄です。",
      "一覧 D7 「#N/A」は、計算できない数式の表示です。文字でご入力ください。",
    ]
  `);
});

test('the same function id in two systems is fine, twice in one is not, over sheets too', () => {
  const table = (name: string) => drawn(name, '機能ID | 機能要件 | 区分', '０１ | 登録 | 必須');
  expect(read(table('介護'), table('国保税')).refused).toEqual([]);
  expect(read(table('介護'), table('介護保険')).refused).toMatchInlineSnapshot(`
    [
      "介護保険 A2 機能ID「01」は、同じ業務の「介護」A2ですでに使われています。",
    ]
  `);
});

test('each vendor in a sheet of its own: one requirement with both answers, where the sheets say the same of it', () => {
  const of = (vendor: string, ...lines: string[]) =>
    drawn(vendor, `業務 | 機能ID | 機能要件 | 区分 | RFI ${vendor} | 費用(千円)`, ...lines);
  const twice = read(
    of('A社', '介護 | 01 | 登録 | 必須 | ◎ |', '介護 | 02 | 照会 | 必須 | △ | 500', '介護 | 03 | 出力 | 任意 | × |'),
    of('B社', '介護 | 01 | 登録 | 必須 | × |', '介護 | 02 | 照会 | 必須 | ○ | 800', '介護 | 03 | 印刷 | 任意 | ○ |'),
  );
  expect(twice.rows.map((one) => `${one.functionId} ${one.marks.join(', ')}`)).toMatchInlineSnapshot(`
    [
      "01 rfi a ◎, rfi b ×",
      "02 rfi a △",
      "03 rfi a ×",
    ]
  `);
  expect(twice.refused).toMatchInlineSnapshot(`
    [
      "B社 B3 機能ID「02」は「A社」B3にもありますが、要件内容・区分・費用などが異なります。ベンダ回答のほかは、同じ内容にそろえてください。",
      "B社 B4 機能ID「03」は「A社」B4にもありますが、要件内容・区分・費用などが異なります。ベンダ回答のほかは、同じ内容にそろえてください。",
    ]
  `);
  expect(
    read(of('A社', '介護 | 01 | 登録 | 必須 | ◎ |'), of('A社', '介護 | 01 | 登録 | 必須 | × |')).refused.length,
  ).toBe(1);
});

test('a vendor’s own sheet, headed 回答 alone: whose and of which round is in the names, or it is asked', () => {
  const of = (file: string, name: string, heading: string, more = '') => {
    const sheet = drawn(name, `業務 | 機能ID | 機能要件 | 区分 | ${heading}`, `介護 | 01 | 登録 | 必須 | △ ${more}`);
    const { rows, refused, by, unread } = readRequirements([sheet], { ...known, file });
    const read = by.flatMap((one) => one.understood.map((at) => `${at.column} ${at.words}=${at.round} ${at.vendor}`));
    const told = [
      ...read,
      ...refused.map(({ why }) => plain(why.ja)),
      ...unread.map((one) => `読み飛ばし ${one.words}`),
    ];
    return `${rows.flatMap((one) => one.marks.map((mark) => Object.values(mark).join(' '))).join()} ← ${told.join('、')}`;
  };
  expect([
    of('A社_RFI回答.xlsx', '介護', '回答'),
    of('要件.xlsx', 'B社(プロポーザル)', '貴社ご回答'),
    of('A社.xlsx', '介護', 'RFI回答 | プロポーザル', '| ○'),
    of('A社.xlsx', '介護', '回答'),
    of('A社・B社_RFI.xlsx', '介護', '回答'),
    of('RFI.xlsx', '介護', '回答'),
    of('A社_RFI.xlsx', '介護', 'RFI B社'),
    of('A社_RFI.xlsx', '介護', '回答 | 回答理由', '| 改修が必要'),
    of('A社_RFI.xlsx', '介護', '回答 | 回答', '| ○'),
  ]).toMatchInlineSnapshot(`
    [
      "rfi a △ ← E 回答=RFI A社",
      "proposal b △ ← E 貴社ご回答=プロポーザル B社",
      "rfi a △,proposal a ○ ← E RFI回答=RFI A社、F プロポーザル=プロポーザル A社",
      " ← A社の「回答」がどの回の回答か分かりません。見出し、シート名、ファイル名のいずれかに回の名前を入れてください。",
      " ← 読み飛ばし 回答",
      " ← 読み飛ばし 回答",
      "rfi b △ ← ",
      "rfi a △ ← E 回答=RFI A社、読み飛ばし 回答理由",
      " ← E 回答=RFI A社、「回答」と同じ意味の列が、左にもあります。どちらか1つにしてください。",
    ]
  `);
});

test('a function id that lost its zero is told, where the others have one', () => {
  const sheet = (other: Cell): Sheet => ({
    name: '介護',
    rows: [
      ['機能ID', '機能要件', '区分'],
      [other, '登録', '必須'],
      [101002, '照会', '必須'],
    ],
    merges: [],
  });
  expect(read(sheet('0101001')).refused).toMatchInlineSnapshot(`
    [
      "介護 A3 機能IDが数値の「101002」になっており、先頭の0が落ちた可能性があります。文字列で入力してください。",
    ]
  `);
  expect(read(sheet(101001)).rows.map(({ functionId }) => functionId)).toEqual(['101001', '101002']);
});

test('a No. and a name that mean different systems', () => {
  expect(
    read(drawn('一覧', '業務番号 | 業務名 | 機能ID | 要件 | 区分', '17 | マル福 | 01 | 登録 | 必須')).refused,
  ).toMatchInlineSnapshot(`
    [
      "一覧 B2 業務番号「17」と業務名「マル福」が別の業務を指しています。",
    ]
  `);
});

test('headings: one that is missing, one twice, an unknown vendor, a vendor without a round, a cost in yen', () => {
  expect(read(drawn('介護', '項番 | 機能ID | 機能要件 | 備考', '1 | 01 | 登録 |')).refused).toMatchInlineSnapshot(`
    [
      "介護 A1 この行から始まる見出しに「区分」の列がありません。",
    ]
  `);
  expect(
    read(
      drawn(
        '介護',
        '機能ID | 機能要件 | 区分 | 要件 | RFI D社 | A社 | 費用(円) | 金額',
        '01 | 登録 | 必須 | 登録 | ◎ | ◎ | 1 | 1',
      ),
    ).refused,
  ).toMatchInlineSnapshot(`
    [
      "介護 D1 「要件」と同じ意味の列が、左にもあります。どちらか1つにしてください。",
      "介護 E1 「RFI D社」というベンダは登録されていません。",
      "介護 F1 「A社」がどの回の回答か分かりません。上の見出しに回の名前を入れてください。",
      "介護 G1 「費用(円)」の単位が千円かどうか分かりません。見出しを「費用(千円)」としてください。",
      "介護 H1 「金額」の単位が千円かどうか分かりません。見出しを「費用(千円)」としてください。",
    ]
  `);
});

test('headings that mean nothing here are read as people say, and as they said before', () => {
  const sheet = drawn('b', '当方の一覧', 'ID | 内容 | 分類 | メモ', '0101001 | 登録できる | 必須 | ◎');
  const said = saidIn('A=機能ID B=機能要件 C＝区分\nD=無視');
  if ('unclear' in said) throw new Error('unclear');
  const now = readRequirements([{ ...sheet, name: '介護保険' }], { ...known, said: said.read });
  expect(now.rows.map((one) => `${one.functionId} ${one.text} ${one.class}`)).toEqual(['0101001 登録できる mandatory']);
  const [kind] = now.by;
  const profiles = kind ? [{ ...kind, ...said.read, id: 1, name: 'b.csv' }] : [];
  expect(readRequirements([{ ...sheet, name: '介護保険' }], { ...known, profiles }).rows).toEqual(now.rows);
  expect(saidIn('A=機能ID 業務=介護保険')).toHaveProperty('unclear');
});

test('a file without any table', () => {
  expect(read(drawn('表紙', '', ' | 業務機能要件一覧'), drawn('凡例', '◎ | 標準'))).toMatchInlineSnapshot(`
    {
      "refused": [
        "表紙 A1 機能要件の表の見出しが見つかりません。「機能ID」「機能要件」「区分」の列が必要です。見出しがほかの名前の場合は、「A=機能ID」「B=機能要件」「C=区分」のように列をご指定ください。",
      ],
      "rows": [],
      "unread": [
        "A1 表紙",
        "A1 凡例",
      ],
    }
  `);
});
