/** The 課題管理表: exported, edited offline, merged back by number; what both sides changed is named and never overwritten. */
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { addedBelow, ITEM_FIELDS, type ItemCells, merged } from '../../../src/domain/itemMerge.ts';
import { openSheets } from '../../../src/sheet/open.ts';
import type { Cell } from '../../../src/sheet/sheet.ts';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());
const say = (...words: Parameters<Office['say']>) => here.say(...words);

type Table = Cell[][];
const COLUMNS = [
  'No.',
  '起票日',
  '起票者',
  '会議体',
  '件名',
  '内容/経過',
  '担当',
  '優先度',
  '期限',
  '状態',
  '完了状況',
  '決定事項',
  '完了日',
  '関連',
  '版',
];
const at = (table: Table, row: number, column: string, value: Cell): void => {
  (table[row] as Cell[])[COLUMNS.indexOf(column)] = value;
};
const fresh = (...cells: [column: string, value: Cell][]): Cell[] =>
  COLUMNS.map((column) => cells.find(([one]) => one === column)?.[1] ?? null);

/** The workbook that this person was sent last. */
async function exported(who: string): Promise<Table> {
  here.at(new Date(here.now() + 120_000).toISOString());
  await say(who, '/item 課題管理表');
  const opened = await openSheets(new Uint8Array(await lastFile()), 'x.xlsx');
  if (!('sheets' in opened)) throw new Error('not a workbook');
  return (opened.sheets[0]?.rows ?? []).map((row) => [...row]);
}

async function bring(who: string, rows: Table): Promise<string> {
  const bytes = await writeXlsx({ sheets: [{ name: '課題管理表', rows }] });
  const file = here.workspace.giveFile(here.account(who).userId, '課題管理表.xlsx', Buffer.from(bytes));
  await say(who, '/item 取込');
  return here.submit(who, { file });
}

async function lastFile(): Promise<Buffer> {
  const { payload } = await here.store.client.outbox.findFirstOrThrow({
    where: { kind: 'file' },
    orderBy: { id: 'desc' },
  });
  return Buffer.from((payload as unknown as { content: string }).content, 'base64');
}

/** The list of cells that was sent last, as its lines. */
const corrections = async (): Promise<string[]> => (await lastFile()).toString('utf8').trim().split('\r\n');

describe('A workbook that was edited offline', () => {
  let table: Table;

  test('unchanged changes nothing', async () => {
    await say(cast.lead, '/item 追加 @那珂市 6/12 帳票の確認');
    await say(cast.lead, '/item 追加 @常陸大宮市 6/15 件数の報告');
    await say(cast.lead, '/item 追加 @五霞町 6/19 高 台数の報告');
    await say(cast.lead, '/item 経過 K1 ベンダへ照会中');
    table = await exported(cast.lead);
    expect(await bring(cast.lead, table)).toMatchInlineSnapshot(
      `"(本人のみ) 「課題管理表.xlsx」に、取り込む変更はありません。"`,
    );
  });

  test('shows what it would change; what changed on both sides is named cell by cell', async () => {
    here.at('2026-06-02T10:00:00+09:00');
    await say(cast.lead, '/item 期限 K2 6/22');
    at(table, 1, '件名', '帳票レイアウトの確認');
    at(table, 1, '内容/経過', '2026/06/01 ベンダへ照会中\n6/2 回答あり');
    at(table, 1, '状態', '対応中');
    at(table, 2, '期限', new Date(Date.UTC(2026, 5, 18)));
    at(table, 2, '優先度', '高');
    at(table, 3, '担当', '那珂市 / 五霞町 介護保険WG 内海 真由美');
    at(table, 3, '期限', 'そのうち');
    table.push(
      fresh(['会議体', '介護保険WG'], ['件名', '説明会の準備'], ['担当', '常陸大宮市'], ['期限', '令和8年6月30日']),
      fresh(['会議体', '謎の部会'], ['件名', '不明な件']),
      fresh(['No.', 'K99'], ['件名', '知らない件']),
    );
    expect(await bring(cast.lead, table)).toMatchInlineSnapshot(`
      "(本人のみ) 「課題管理表.xlsx」を取り込むと、次のように変わります。まだ取り込んでいません。
        変更 3件、新規 1件、取り込めないセル 4件
        • K1「帳票の確認」件名→帳票レイアウトの確認、状態→対応中、追記「6/2 回答あり」
        • K2「件数の報告」優先度→高
        • K3「台数の報告」担当→那珂市 介護保険WG / 五霞町 介護保険WG
        • 新規「説明会の準備」(介護保険WG、常陸大宮市 介護保険WG、期限 6月30日(火))
        取り込めないセル(4件)。一覧(CSV)をダイレクトメッセージでお送りします。
        課題管理表!I3 K2は、出力後に「6月15日(月)」から「6月22日(月)」へ変更されています。登録されている内容を残しました。
        課題管理表!I4 期限を読み取れません。「2026-12-10」のようにご記入ください。
        課題管理表!D6 会議体を読み取れません。「介護保険WG」のようにご記入ください。
        課題管理表!A7 課題「K99」は登録されていません。新しい課題は「No.」を空欄にしてください。
        起票日・起票者・完了状況・決定事項・完了日・関連の列は取り込みません。番号のない行は新しい課題になり、表にない課題は変わりません。
        [この内容で取り込む] [取りやめる]
      和田 幸子 📎課題管理表_修正箇所.csv"
    `);
    expect(await corrections()).toMatchInlineSnapshot(`
      [
        "シート,セル,現在の内容,確認事項",
        "課題管理表,I3,2026-06-18,K2は、出力後に「6月15日(月)」から「6月22日(月)」へ変更されています。登録されている内容を残しました。",
        "課題管理表,I4,そのうち,期限を読み取れません。「2026-12-10」のようにご記入ください。",
        "課題管理表,D6,謎の部会,会議体を読み取れません。「介護保険WG」のようにご記入ください。",
        "課題管理表,A7,K99,課題「K99」は登録されていません。新しい課題は「No.」を空欄にしてください。",
      ]
    `);
  });

  test('the button does exactly that, once', async () => {
    expect(await here.press(cast.lead, 'この内容で取り込む')).toMatchInlineSnapshot(`
      "(本人のみ) 課題取込1として取り込みました。変更 3件、新規 1件(K4)です。
        [取込を取り消す]
      #wg-介護保険 (書換え) 課題K1「帳票レイアウトの確認」(対応中) 担当:那珂市 介護保険WG 和田 幸子、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]
      #wg-介護保険 (書換え) 課題K2「件数の報告」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月22日(月)、優先度 高。
        [完了にする] [後で] [担当変更] [期限変更]
      #wg-介護保険 (書換え) 課題K3「台数の報告」を登録しました。担当:那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美、期限 6月19日(金)、優先度 高。
        [完了にする] [後で] [担当変更] [期限変更]
      #wg-介護保険 課題K4「説明会の準備」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月30日(火)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    here.at('2026-06-02T10:05:00+09:00');
    expect(
      await here.press(cast.lead, '取込を取り消す').then(() => say(cast.lead, '/item show K1')),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「帳票の確認」
        *会議体* 介護保険WG
        *担当* 那珂市 介護保険WG 和田 幸子
        *期限* 6月12日(金)
        *優先度* 中
        *状態* 未着手
        ■ 経過
        • 6月1日(月) 10:00 和田 幸子 登録
        • 6月1日(月) 10:00 和田 幸子 追記:ベンダへ照会中
        ~• 6月2日(火) 10:00 和田 幸子 管理表から取込:帳票レイアウトの確認、対応中、6/2 回答あり~
        • 6月2日(火) 10:05 和田 幸子 取消:帳票の確認、未着手
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('taken back as a whole, it can be brought again; on what changed since it stays', async () => {
    expect(await say(cast.lead, '/item undo 課題取込１')).toMatchInlineSnapshot(
      `"(本人のみ) 課題取込1は6月2日(火) 10:05に取り消されています。"`,
    );
    await bring(cast.lead, table);
    await here.press(cast.lead, 'この内容で取り込む');
    await say(cast.lead, '/item 経過 K1 追加の確認');
    here.at('2026-06-03T10:00:00+09:00');
    expect(await say(cast.lead, '/item 取消 課題取込2')).toContain('複数の意味');
    expect(await say(cast.lead, '/item undo 課題取込2')).toMatchInlineSnapshot(
      `"(本人のみ) 課題取込2の後に課題(K1)が変わったため、取り消せません。個別に修正してください。"`,
    );
    expect(await say(cast.lead, '/item undo 課題取込9')).toMatchInlineSnapshot(
      `"(本人のみ) 課題取込9は見つかりませんでした。番号をご確認ください。"`,
    );
  });

  test('what changed between the preview and the button is left alone', async () => {
    const again = await exported(cast.lead);
    at(again, 2, '件名', '件数の再報告');
    await bring(cast.lead, again);
    await say(cast.member, '/item 状態 K2 対応中');
    expect(await here.press(cast.lead, 'この内容で取り込む')).toMatchInlineSnapshot(
      `"(本人のみ) 内容の表示後に課題(K2)が変わったため、取り込んでいません。お手数ですが、もう一度ファイルからお試しください。"`,
    );
  });

  test('each item is asked for by itself: a member changes their own, and no other', async () => {
    const theirs = await exported(cast.member);
    at(theirs, 1, '件名', '帳票は不要');
    at(theirs, 2, '状態', '完了');
    expect(await bring(cast.member, theirs)).toMatchInlineSnapshot(`
      "(本人のみ) 「課題管理表.xlsx」を取り込むと、次のように変わります。まだ取り込んでいません。
        変更 1件、新規 0件、取り込めないセル 1件
        • K2「件数の報告」状態→完了
        取り込めないセル(1件)。一覧(CSV)をダイレクトメッセージでお送りします。
        課題管理表!E2 この課題の担当・起票者・座長・事務局のみ変更できます。
        起票日・起票者・完了状況・決定事項・完了日・関連の列は取り込みません。番号のない行は新しい課題になり、表にない課題は変わりません。
        [この内容で取り込む] [取りやめる]
      佐川 礼子 📎課題管理表_修正箇所.csv"
    `);
  });

  test('without its version, with a history that was rewritten, twice in the file: said, and left', async () => {
    const bad = await exported(cast.lead);
    at(bad, 4, '版', null);
    at(bad, 2, '会議体', '障害者福祉WG');
    at(bad, 1, '内容/経過', '書き換え');
    bad.push([...(bad[3] as Cell[])]);
    expect(await bring(cast.lead, bad)).toMatchInlineSnapshot(`
      "(本人のみ) 「課題管理表.xlsx」に、取り込む変更はありません。
        取り込めないセル(4件)。一覧(CSV)をダイレクトメッセージでお送りします。
        課題管理表!F2 出力された経過は書き換えられません。追記は、その下の行にご記入ください。
        課題管理表!D3 課題の会議体は変更できません。新しい行で登録し、元の課題は取下げにしてください。
        課題管理表!O5 K4の「版」が読み取れないため、出力後の変更と比較できません。「/item 課題管理表」で出力し直してください。
        課題管理表!A7 K3の行が、上にもあります。どちらか1行にしてください。
      和田 幸子 📎課題管理表_修正箇所.csv"
    `);
  });

  test('of what several owe, the parts stand in a column of their own; an owner’s end is their part', async () => {
    const [K = ''] = /K\d+/u.exec(await say(cast.lead, '/item 追加 @各市町 6/30 現行運用を調べる')) ?? [];
    await say('goka-utsumi', `/item 完了 ${K}`);
    const theirs = await exported(cast.member);
    const row = theirs.findIndex((one) => one[0] === K);
    const cell = (column: string) => theirs[row]?.[COLUMNS.indexOf(column)];
    expect([cell('状態'), cell('完了状況')]).toEqual(['一部完了', '済 1/4 未了:常陸大宮市・那珂市・かすみがうら市']);
    expect(await bring(cast.member, theirs)).toContain('取り込む変更はありません');
    at(theirs, row, '状態', '完了');
    expect(await bring(cast.member, theirs)).toContain(`• ${K}「現行運用を調べる」常陸大宮市の分を完了`);
    expect(await here.press(cast.member, 'この内容で取り込む')).toContain('済 2/4:常陸大宮市・五霞町');
    const again = await exported(cast.member);
    at(again, row, '状態', '取下げ');
    at(again, row, '件名', '現行の運用を調べる');
    await bring(cast.member, again);
    expect(await corrections()).toContainEqual(expect.stringMatching(/取下げ,複数の担当がある課題の取下げは/u));
    expect(await here.press(cast.member, 'この内容で取り込む')).toContain('「現行の運用を調べる」(一部完了)');
    await say(cast.lead, `/item 取下げ ${K}`);
  });

  test('no table, or a personal number in it: refused as a whole, and not echoed', async () => {
    expect(await bring(cast.lead, [['ただの表'], ['1']])).toMatchInlineSnapshot(
      `"(本人のみ) 課題管理表の見出し(「No.」と「件名」)が見つかりません。「/item 課題管理表」で出力したファイルをお使いください。"`,
    );
    const held = await exported(cast.lead);
    at(held, 1, '内容/経過', '番号 1234 5678 9018');
    const heard = await bring(cast.lead, held);
    expect(heard).toMatchInlineSnapshot(
      `"(本人のみ) 「課題管理表」のF2に、個人番号(マイナンバー)と思われる12桁の番号が含まれているため、受け付けませんでした。内容は保存していません。ファイルからも、Slackに送ったファイルからも削除をお願いします。"`,
    );
    expect(heard).not.toContain('9018');
  });
});

describe('Merging three ways', () => {
  const cells: fc.Arbitrary<ItemCells> = fc.record({
    title: fc.constantFrom('a', 'b', 'c'),
    due: fc.constantFrom(null, day('2026-06-01'), day('2026-06-02')),
    owners: fc.constantFrom([], ['x'], ['x', 'y']),
    priority: fc.constantFrom('high', 'middle', 'low'),
    status: fc.constantFrom('open', 'doing', 'hold'),
  });

  test('what only one side changed stands, nothing that was changed meanwhile is overwritten', () => {
    fc.assert(
      fc.property(cells, cells, cells, (base, file, now) => {
        const { changes, conflicts } = merged(base, file, now);
        for (const field of ITEM_FIELDS) {
          const [was, wanted, is] = [base, file, now].map((one) => JSON.stringify(one[field]));
          expect(field in changes).toBe(wanted !== was && is === was);
          expect(conflicts.includes(field)).toBe(wanted !== was && is !== was && is !== wanted);
        }
        const after = { ...now, ...changes };
        expect(merged(base, file, after).changes).toEqual({});
      }),
    );
  });

  test.each([
    ['', '追記', { added: '追記' }],
    ['a', 'a', { added: '' }],
    ['a', 'a\r\nb', { added: 'b' }],
    ['a', 'ab', 'rewritten'],
    ['a', '', 'rewritten'],
  ])('history %j as %j', (was, is, found) => {
    expect(addedBelow(was, is)).toEqual(found);
  });
});
