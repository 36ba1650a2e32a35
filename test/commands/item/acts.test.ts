/** What is done with an item after it was added: assigned, moved, put off, commented on, held, withdrawn, confirmed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSheets } from '../../../src/sheet/open.ts';
import { cast, DIRECT, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

describe('/item add', () => {
  test('several owe it together, with a priority and links to what its words name', async () => {
    expect(
      await here.say(cast.lead, '/item 課題登録 @那珂市 @五霞町 6/12 高 要件１２３４と要件9999の件数を調べる'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」を登録しました。担当:那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美、期限 6月12日(金)、優先度 高。
        要件9999は見つからないため、関連には加えていません。
      #wg-介護保険 課題K1「要件１２３４と要件9999の件数を調べる」を登録しました。担当:那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美、期限 6月12日(金)、優先度 高。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    expect(await here.say(cast.member, '/item 表示 K1')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」
        *会議体* 介護保険WG
        *担当* 那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美
        *期限* 6月12日(金)
        *優先度* 高
        *状態* 未着手
        *関連* 要件1234
        ■ 経過
        • 6月1日(月) 10:00 和田 幸子 登録
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });
});

describe('its owner, the lead and the secretariat', () => {
  test('pass it on and move its due day, others are told who may', async () => {
    expect(await here.say(cast.member, '/item 担当 K1 @常陸大宮市')).toMatchInlineSnapshot(
      `"(本人のみ) 担当と期限の変更は、課題の担当、介護保険WGの座長、または事務局(那珂市)が行えます。"`,
    );
    expect(await here.say(cast.lead, '/item 担当 K1 @常陸大宮市')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」の担当を、那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美 から 常陸大宮市 介護保険WG 佐川 礼子 に変更しました。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「要件１２３４と要件9999の件数を調べる」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月12日(金)、優先度 高。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    expect(await here.say(cast.member, '/item 期限 Ｋ１ 6/13')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」の期限を、6月12日(金) から 6月13日(土) に変更しました。
        期限の6月13日(土)は閉庁日です。次の開庁日は6月15日(月)です。
        [期限を6月15日(月)にする]
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「要件１２３４と要件9999の件数を調べる」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月13日(土)、優先度 高。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    expect(await here.press(cast.member, '期限を6月15日(月)にする')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」の期限を、6月13日(土) から 6月15日(月) に変更しました。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「要件１２３４と要件9999の件数を調べる」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月15日(月)、優先度 高。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    expect(await here.say(cast.lead, '/item 期限 K99 6/13')).toMatchInlineSnapshot(
      `"(本人のみ) 課題K99は見つかりませんでした。「/item 一覧」で番号をご確認ください。"`,
    );
  });

  test('a step is taken back, one after the other', async () => {
    expect(await here.say(cast.member, '/item 元に戻す K1')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」を、直前の操作の前の状態に戻しました(未着手)。
      #wg-介護保険 (書換え) 課題K1「要件１２３４と要件9999の件数を調べる」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月13日(土)、優先度 高。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    here.at('2026-06-01T10:02:00+09:00');
    expect(await here.say(cast.member, '/item 元に戻す K1')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」を、直前の操作の前の状態に戻しました(未着手)。
      #wg-介護保険 (書換え) 課題K1「要件１２３４と要件9999の件数を調べる」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月12日(金)、優先度 高。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });
});

test('the adviser comments; the words are kept as typed', async () => {
  expect(await here.say(cast.adviser, '/item 経過 K1 国の通知を確認してください <!channel>')).toMatchInlineSnapshot(`
    "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」に追記しました:国の通知を確認してください &lt;!channel&gt;
      [取り消す]"
  `);
});

test('保留 and 取消 are asked, never guessed', async () => {
  expect(await here.say(cast.member, '/item 保留 K1')).toMatchInlineSnapshot(`
    "(本人のみ) 「保留」は複数の意味に取れます。どちらのことでしょうか。
      [保留にする] [後で自分に知らせる]"
  `);
  expect(await here.press(cast.member, '保留にする')).toMatchInlineSnapshot(`
    "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」を保留にしました。
      [取り消す]
    #wg-介護保険 (書換え) 課題K1「要件１２３４と要件9999の件数を調べる」(保留) 担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月12日(金)、優先度 高。
      [完了にする] [後で] [担当変更] [期限変更]"
  `);
  expect(await here.say(cast.member, '/item 状態 K1 保留')).toMatchInlineSnapshot(
    `"(本人のみ) 課題K1は、すでに保留です。"`,
  );
  expect(await here.say(cast.member, '/item 取消 K1')).toMatchInlineSnapshot(`
    "(本人のみ) 「取消」は複数の意味に取れます。どちらのことでしょうか。
      [直前の操作を取り消す] [課題を取り下げる]"
  `);
  await here.say(cast.member, '/item 状態 K1 対応中');
});

test('the button for later asks for the day; the item stays out of one’s own digest alone', async () => {
  expect(await here.press(cast.member, '後で')).toMatchInlineSnapshot(
    `"[フォーム] 課題を、指定日まで自分のお知らせから外します: 課題番号=K1、再表示する日"`,
  );
  expect(await here.submit(cast.member, { number: 'K1', until: '6/15' })).toMatchInlineSnapshot(`
    "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」は、6月15日(月)からお知らせに表示します。期限と担当は変わりません。
      [取り消す]"
  `);
  const told = await here.run('digest', '2026-06-12T09:00:00+09:00');
  expect(Object.keys(told)).not.toContain('佐川 礼子');
  expect((await here.run('digest', '2026-06-15T09:00:00+09:00'))['佐川 礼子']).toMatchInlineSnapshot(`
    "おはようございます。6月15日(月)のお知らせです。期限超過1件です。まず『要件１２３４と要件9999の件数を調べる(期限超過)』をお願いします。
      ■ 期限超過
      • 課題K1 要件１２３４と要件9999の件数を調べる(介護保険WG、優先度 高、期限 6月12日(金))
      [K1を完了にする] [後で] [担当変更] [回答する]"
  `);
});

test('withdrawn with a reason, it is on the list of all', async () => {
  expect(await here.say(cast.member, '/item 取下げ K1 要件の見直しにより不要')).toMatchInlineSnapshot(`
    "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」は取り下げられました。
      [取り消す]
    #wg-介護保険 (書換え) 課題K1「要件１２３４と要件9999の件数を調べる」は取り下げられました。
    佐川 礼子 (書換え) おはようございます。6月15日(月)のお知らせです。期限超過1件です。まず『要件１２３４と要件9999の件数を調べる(期限超過)』をお願いします。
      ■ 期限超過
      ~• 課題K1 要件１２３４と要件9999の件数を調べる(介護保険WG、優先度 高、期限 6月12日(金))~ 取下げ
    菊池 友美 (書換え) おはようございます。6月15日(月)のお知らせです。期限超過1件です。まず『要件１２３４と要件9999の件数を調べる(期限超過)』をお願いします。
      ■ 期限超過
      ~• 課題K1 要件１２３４と要件9999の件数を調べる(介護保険WG、優先度 高、期限 6月12日(金))~ 取下げ"
  `);
  expect(await here.say(cast.member, '/item 期限 K1 6/30')).toMatchInlineSnapshot(
    `"(本人のみ) 課題K1は、すでに取下げになっています。"`,
  );
  expect(await here.say(cast.member, '/item 表示 K1')).toMatchInlineSnapshot(`
    "(本人のみ) 課題K1「要件１２３４と要件9999の件数を調べる」
      *会議体* 介護保険WG
      *担当* 常陸大宮市 介護保険WG 佐川 礼子
      *期限* 6月12日(金)
      *優先度* 高
      *状態* 取下げ
      *関連* 要件1234
      ■ 経過
      • 6月1日(月) 10:00 和田 幸子 登録
      • 6月1日(月) 10:00 和田 幸子 担当変更:常陸大宮市 介護保険WG
      ~• 6月1日(月) 10:00 佐川 礼子 期限変更:6月13日(土)~
      ~• 6月1日(月) 10:00 佐川 礼子 期限変更:6月15日(月)~
      • 6月1日(月) 10:00 佐川 礼子 取消:6月13日(土)
      • 6月1日(月) 10:02 佐川 礼子 取消:6月12日(金)
      • 6月1日(月) 10:02 市毛 信吾 追記:国の通知を確認してください &lt;!channel&gt;
      • 6月1日(月) 10:02 佐川 礼子 状態変更:保留
      • 6月1日(月) 10:02 佐川 礼子 状態変更:対応中
      • 6月15日(月) 09:00 佐川 礼子 取下げ:取下げ、要件の見直しにより不要"
  `);
});

describe('where the body wants that, who raised it confirms', () => {
  test('reported by its owner, confirmed by who raised it', async () => {
    await here.store.client.setting.create({
      data: { councilId: 'ibaraki', scope: 'kaigo', key: 'itemConfirmation', from: '2026-04-01', value: true },
    });
    await here.say(cast.member, '/item 追加 @五霞町 6/30 回答の取りまとめ');
    await here.run('digest', '2026-06-16T09:00:00+09:00');
    here.at('2026-06-16T10:00:00+09:00');
    expect(await here.say('goka-utsumi', '/item 完了 K2')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K2「回答の取りまとめ」の完了を報告しました。起票者の確認後に完了となります。
        [取り消す]
      #wg-介護保険 (書換え) 課題K2「回答の取りまとめ」(確認待ち) 担当:五霞町 介護保険WG 内海 真由美、期限 6月30日(火)。
        [確認して完了にする] [差し戻す]
      内海 真由美 (書換え) おはようございます。6月16日(火)のお知らせです。新着1件です。
        ■ 新着
        ~• 課題K2 回答の取りまとめ(介護保険WG、期限 6月30日(火))~ 確認待ち
      荒井 優子 (書換え) おはようございます。6月16日(火)のお知らせです。新着1件です。
        ■ 新着
        ~• 課題K2 回答の取りまとめ(介護保険WG、期限 6月30日(火))~ 確認待ち"
    `);
    expect(await here.say('goka-utsumi', '/item 完了 K2 ')).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
    );
    expect(await here.say(cast.member, '/item 一覧 自分')).toContain('回答の取りまとめ(確認待ち)');
    const told = await here.run('digest', '2026-06-17T09:00:00+09:00');
    expect(told['佐川 礼子']).toMatchInlineSnapshot(`
      "おはようございます。6月17日(水)のお知らせです。新着1件です。
        ■ 新着
        • 課題K2 回答の取りまとめ(介護保険WG、確認待ち、期限 6月30日(火))
        [K2を確認して完了にする] [差し戻す] [回答する]"
    `);
    expect(told['内海 真由美']).toBeUndefined();
    expect(await here.press(cast.member, 'K2を確認して完了にする', DIRECT)).toMatchInlineSnapshot(`
      "(本人のみ) 課題K2「回答の取りまとめ」は完了しました(佐川 礼子)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K2「回答の取りまとめ」は完了しました(佐川 礼子)。
      佐川 礼子 (書換え) おはようございます。6月17日(水)のお知らせです。新着1件です。
        ■ 新着
        ~• 課題K2 回答の取りまとめ(介護保険WG、確認待ち、期限 6月30日(火))~ 完了
      菊池 友美 (書換え) おはようございます。6月17日(水)のお知らせです。新着1件です。
        ■ 新着
        ~• 課題K2 回答の取りまとめ(介護保険WG、確認待ち、期限 6月30日(火))~ 完了"
    `);
  });
});

test('the 課題管理表 is sent to the asker alone, as a workbook in an office’s columns', async () => {
  expect(await here.say(cast.member, '/item 課題管理表')).toMatchInlineSnapshot(`
    "(本人のみ) 課題管理表(2件)を、ダイレクトメッセージでお送りします。
    佐川 礼子 📎課題管理表_2026-06-17.xlsx"
  `);
  const { rows } = await here.store.client.outbox
    .findFirstOrThrow({ where: { kind: 'file' } })
    .then(async ({ payload }) => {
      const bytes = new Uint8Array(Buffer.from((payload as { content: string }).content, 'base64'));
      const opened = await openSheets(bytes, '課題管理表.xlsx');
      return 'sheets' in opened ? (opened.sheets[0] ?? { rows: [] }) : { rows: [] };
    });
  expect(rows).toMatchInlineSnapshot(`
    [
      [
        "No.",
        "起票日",
        "起票者",
        "会議体",
        "件名",
        "内容/経過",
        "担当",
        "優先度",
        "期限",
        "状態",
        "完了状況",
        "決定事項",
        "完了日",
        "関連",
        "版",
      ],
      [
        "K1",
        "2026/06/01",
        "那珂市 和田 幸子",
        "介護保険WG",
        "要件１２３４と要件9999の件数を調べる",
        "2026/06/01 国の通知を確認してください <!channel>
    2026/06/15 要件の見直しにより不要",
        "常陸大宮市 介護保険WG 佐川 礼子",
        "高",
        "2026/06/12",
        "取下げ",
        null,
        null,
        "2026/06/15",
        "要件1234",
        10,
      ],
      [
        "K2",
        "2026/06/15",
        "常陸大宮市 佐川 礼子",
        "介護保険WG",
        "回答の取りまとめ",
        null,
        "五霞町 介護保険WG 内海 真由美",
        "中",
        "2026/06/30",
        "完了",
        null,
        null,
        "2026/06/17",
        null,
        3,
      ],
    ]
  `);
});

describe('its title and its priority', () => {
  beforeAll(async () => {
    here.at('2026-06-18T11:00:00+09:00');
    await here.say(cast.lead, '/item 追加 @五霞町 様式の確認');
  });

  test('are changed by its owner, with the way back and in its history', async () => {
    expect(await here.say('goka-utsumi', '/item 変更 K3 優先度：高 件名：様式の確認(要件1234)')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K3「様式の確認」の件名を「様式の確認(要件1234)」、優先度を「高」に変更しました。
        [取り消す]
      #wg-介護保険 (書換え) 課題K3「様式の確認(要件1234)」を登録しました。担当:五霞町 介護保険WG 内海 真由美、期限なし、優先度 高。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    expect(await here.press('goka-utsumi', '取り消す')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K3「様式の確認」を、直前の操作の前の状態に戻しました(未着手)。
      #wg-介護保険 (書換え) 課題K3「様式の確認」を登録しました。担当:五霞町 介護保険WG 内海 真由美、期限なし。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    expect(await here.say('goka-utsumi', '/item 優先度変更 K3 低')).toContain('優先度を「低」に変更しました');
    expect(await here.say('goka-utsumi', '/item 表示 K3')).toContain('内容変更:低');
    expect(await here.say(cast.member, '/item 変更 K3 優先度:中')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、課題の担当・起票者、介護保険WGの座長、または事務局(那珂市)が行えます。"`,
    );
  });

  test('stand in the form; what other words mean is asked, and nothing is changed meanwhile', async () => {
    expect(await here.say('goka-utsumi', '/item 変更 K3')).toMatchInlineSnapshot(
      `"[フォーム] 課題の件名・優先度を変更します: 件名=様式の確認、優先度=low"`,
    );
    expect(await here.submit('goka-utsumi', { title: '様式の確認', priority: 'middle' })).toContain(
      '優先度を「中」に変更しました',
    );
    expect(await here.say('goka-utsumi', '/item 変更 K3 6/30')).toMatchInlineSnapshot(`
      "(本人のみ) 「6/30」は、件名・期限・担当のどれのことでしょうか。まだ変更していません。
        [件名を変更] [期限を変更] [担当を変更]"
    `);
    expect(await here.press('goka-utsumi', '期限を変更')).toContain('期限を、なし から 6月30日(火) に変更しました');
    await here.say(cast.lead, '/item 完了 K3');
    expect(await here.say('goka-utsumi', '/item 変更 K3 優先度:高')).toContain('すでに完了になっています');
  });
});
