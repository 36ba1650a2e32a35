/** What several municipalities owe: each reports its own part, the others are still asked, and the last part ends it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, DIRECT, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

/** 五霞町. */
const GOKA = 'goka-utsumi';

describe('Homework of all municipalities', () => {
  test('an owner’s end is that owner’s part: who lacks stands first, and it stays open', async () => {
    await here.say(cast.secretariat, '/item 宿題　＠各市町村　６／１２　現行運用を調べる');
    expect(await here.say(cast.member, '/item 完了 Ｋ１　回答票を送付済')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「現行運用を調べる」の常陸大宮市の分を完了にしました(済 1/4、未了:那珂市・かすみがうら市・五霞町)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「現行運用を調べる」(一部完了) 未了:那珂市 介護保険WG 和田 幸子 / かすみがうら市 介護保険WG 飯田 佳代 / 五霞町 介護保険WG 内海 真由美、済 1/4:常陸大宮市、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    expect(await here.say(cast.member, '/item 完了 K1')).toMatchInlineSnapshot(
      `
      "(本人のみ) 課題K1のご自身の分は、6月1日(月)に完了となっています。ほかの担当の分が済むと、全体が完了となります。
        [未了に戻す]"
    `,
    );
    expect(await here.say(cast.english, '/item done K1 mine')).toMatchInlineSnapshot(`
      "(本人のみ) The part of かすみがうら市 in item K1 “現行運用を調べる” is done (2 of 4 done; open: 那珂市, 五霞町).
        [Undo]
      #wg-介護保険 (書換え) 課題K1「現行運用を調べる」(一部完了) 未了:那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美、済 2/4:常陸大宮市・かすみがうら市、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    expect(await here.say(GOKA, '/item 一覧')).toMatchInlineSnapshot(`
      "(本人のみ) 課題一覧(介護保険WG、未完了):1件
        • K1 現行運用を調べる — 未了:那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美、済 2/4:常陸大宮市・かすみがうら市、期限 6月12日(金)
        全1件中 1〜1件目"
    `);
  });

  test('it is on the lists and in the digest of those alone who owe it still', async () => {
    expect(await here.say(cast.member, '/item 一覧 自分')).toContain(':0件');
    expect(await here.say(GOKA, '/item 一覧 自分')).toContain('現行運用を調べる');
    expect(await here.say(cast.lead, '/item 一覧 期限超過 常陸大宮市')).toContain(':0件');
    const told = await here.run('digest', '2026-06-12T09:00:00+09:00');
    expect(Object.keys(told).toSorted()).toMatchInlineSnapshot(`
      [
        "内海 真由美",
        "和田 幸子",
        "清水 久美",
        "荒井 優子",
      ]
    `);
    expect(told['内海 真由美']).toMatchInlineSnapshot(`
      "おはようございます。6月12日(金)のお知らせです。本日期限1件です。まず『現行運用を調べる(本日中)』をお願いします。
        ■ 本日
        • 課題K1 現行運用を調べる(介護保険WG、済 2/4、期限 6月12日(金))
        [K1を完了にする] [後で] [担当変更] [回答する]"
    `);
  });

  test('by the button of the digest; it is struck there, and not for the others', async () => {
    expect(await here.press(GOKA, 'K1を完了にする', DIRECT)).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「現行運用を調べる」の五霞町の分を完了にしました(済 3/4、未了:那珂市)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「現行運用を調べる」(一部完了) 未了:那珂市 介護保険WG 和田 幸子、済 3/4:常陸大宮市・かすみがうら市・五霞町、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]
      内海 真由美 (書換え) おはようございます。6月12日(金)のお知らせです。本日期限1件です。まず『現行運用を調べる(本日中)』をお願いします。
        ■ 本日
        ~• 課題K1 現行運用を調べる(介護保険WG、済 2/4、期限 6月12日(金))~ 完了
      荒井 優子 (書換え) おはようございます。6月12日(金)のお知らせです。本日期限1件です。まず『現行運用を調べる(本日中)』をお願いします。
        ■ 本日
        ~• 課題K1 現行運用を調べる(介護保険WG、済 2/4、期限 6月12日(金))~ 完了"
    `);
  });

  test('one’s own part is taken back, though another’s came after it; nobody takes back another’s', async () => {
    await here.say(cast.secretariat, '/item 追加 @各市町 6/12 様式を集める');
    await here.say(GOKA, '/item 完了 K2');
    await here.say(cast.member, '/item 完了 K2');
    expect(await here.say(cast.english, '/item undo K2')).toMatchInlineSnapshot(
      `"(本人のみ) Several owe this item, so this can be done by its raiser, the lead of 介護保険WG, or the secretariat (那珂市)."`,
    );
    expect(await here.say(GOKA, '/item 元に戻す K2')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K2「様式を集める」を、直前の操作の前の状態に戻しました(一部完了、済 1/4)。
      #wg-介護保険 (書換え) 課題K2「様式を集める」(一部完了) 未了:那珂市 介護保険WG 和田 幸子 / かすみがうら市 介護保険WG 飯田 佳代 / 五霞町 介護保険WG 内海 真由美、済 1/4:常陸大宮市、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('after that it is owed anew by the button, where one says once more that it is done', async () => {
    await here.say(cast.member, '/item 完了 K1 ');
    expect(await here.press(cast.member, '未了に戻す')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「現行運用を調べる」の常陸大宮市の分を、未了に戻しました(済 2/4)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「現行運用を調べる」(一部完了) 未了:常陸大宮市 介護保険WG 佐川 礼子 / 那珂市 介護保険WG 和田 幸子、済 2/4:かすみがうら市・五霞町、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('who owes a part and may close it for all is asked which is meant', async () => {
    expect(await here.say(cast.lead, '/item 完了 K1 照会も済')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「現行運用を調べる」は、ご自身の分だけを完了にしますか。全体を完了にしますか。まだ変更していません。
        [自分の分だけ完了] [全体を完了]"
    `);
    expect(await here.press(cast.lead, '自分の分だけ完了')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「現行運用を調べる」の那珂市の分を完了にしました(済 3/4、未了:常陸大宮市)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「現行運用を調べる」(一部完了) 未了:常陸大宮市 介護保険WG 佐川 礼子、済 3/4:那珂市・かすみがうら市・五霞町、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]
      和田 幸子 (書換え) おはようございます。6月12日(金)のお知らせです。本日期限1件です。まず『現行運用を調べる(本日中)』をお願いします。
        ■ 本日
        ~• 課題K1 現行運用を調べる(介護保険WG、済 2/4、期限 6月12日(金))~ 完了
      清水 久美 (書換え) おはようございます。6月12日(金)のお知らせです。本日期限1件です。まず『現行運用を調べる(本日中)』をお願いします。
        ■ 本日
        ~• 課題K1 現行運用を調べる(介護保険WG、済 2/4、期限 6月12日(金))~ 完了"
    `);
    expect(await here.say(cast.lead, '/item 完了 K1')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「現行運用を調べる」のご自身の分は完了しています。未了の担当の分を含めて、全体を完了にしますか。
        [全体を完了]"
    `);
  });

  test('what was told by phone is entered for another, who is told and can correct it', async () => {
    expect(await here.say(cast.lead, '/item 完了 K1 ＠常陸大宮市')).toMatchInlineSnapshot(
      `"(本人のみ) ほかの市町の分を代行入力する場合は、受け付けた方法・日・お名前を添えてご入力ください。例:/item 完了 K1 @五霞町 電話 6/3 山田"`,
    );
    expect(await here.say(cast.secretariat, '/item 完了 K1 常陸大宮市')).toContain('受け付けた方法・日・お名前');
    expect(await here.say(GOKA, '/item 完了 K1 @常陸大宮市 電話 6/11 佐川')).toContain('座長、または事務局');
    expect(await here.say(cast.lead, '/item 完了 K1 ＠常陸大宮市　電話　６／１１　佐川')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「現行運用を調べる」は完了しました(和田 幸子、済 4/4)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「現行運用を調べる」は完了しました(和田 幸子、済 4/4)。
      佐川 礼子 課題K1「現行運用を調べる」の常陸大宮市の分が、和田 幸子さんにより完了として代行入力されました(電話 6/11 佐川)。相違がある場合は、下のボタンから訂正できます。
        [未了に戻す]
      菊池 友美 課題K1「現行運用を調べる」の常陸大宮市の分が、和田 幸子さんにより完了として代行入力されました(電話 6/11 佐川)。相違がある場合は、下のボタンから訂正できます。
        [未了に戻す]"
    `);
    expect(await here.press(cast.member, '未了に戻す', DIRECT)).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「現行運用を調べる」の常陸大宮市の分を、未了に戻しました(済 3/4)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「現行運用を調べる」(一部完了) 未了:常陸大宮市 介護保険WG 佐川 礼子、済 3/4:那珂市・かすみがうら市・五霞町、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    expect(await here.say(GOKA, '/item 状態 K1 対応中 @かすみがうら市 件数が未記入')).toContain('座長、または事務局');
    expect(await here.say(cast.lead, '/item 状態 K1 対応中 @かすみがうら市 件数が未記入')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「現行運用を調べる」のかすみがうら市の分を、未了に戻しました(済 2/4)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「現行運用を調べる」(一部完了) 未了:常陸大宮市 介護保険WG 佐川 礼子 / かすみがうら市 介護保険WG 飯田 佳代、済 2/4:那珂市・五霞町、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('overdue, only those who lack are reminded; the week’s overview and the lead hear who they are', async () => {
    here.at('2026-06-12T11:00:00+09:00');
    await here.say(cast.secretariat, '/item 追加 @全団体 6/12 件数を調べる');
    await here.say(cast.member, '/item 完了 K3');
    await here.say(cast.english, '/item done K3');
    const first = await here.run('digest', '2026-06-15T09:00:00+09:00');
    const named = Object.keys(first).filter((one) => first[one]?.includes('課題K3 '));
    expect(named.toSorted()).toMatchInlineSnapshot(`
      [
        "内海 真由美",
        "和田 幸子",
        "清水 久美",
        "荒井 優子",
      ]
    `);
    expect(Object.values(await here.run('overview', '2026-06-23T09:00:00+09:00')).join('\n')).toContain(
      '• 課題K3 件数を調べる(那珂市・五霞町、済 2/4、期限 6月12日(金))',
    );
  });

  test('two who finish at the same instant both count, and the last one ends it', async () => {
    await here.say(cast.secretariat, '/item 追加 @五霞町 @常陸大宮市 7/31 様式を比べる');
    await here.sayTogether([GOKA, '/item 完了 K4'], [cast.member, '/item 完了 K4']);
    expect(await here.say(GOKA, '/item 一覧 完了')).toContain('K4 様式を比べる(完了)');
    expect(await here.say(cast.member, '/item 表示 K4')).toMatch(/担当分の完了:(五霞町|常陸大宮市)、完了/u);
  });

  test('where all are named without @, it is asked whether they shall owe it', async () => {
    expect(await here.say(cast.member, '/item 追加 各団体で現行運用を調べる　１２／１０')).toMatchInlineSnapshot(`
      "(本人のみ) 「各団体」を、この課題の担当にしますか。担当にすると、市町ごとに完了を確認します。まだ登録していません。
        [各市町を担当にする] [件名に含めるだけ]"
    `);
    expect((await here.press(cast.member, '各市町を担当にする')).split('\n')[0]).toMatchInlineSnapshot(
      `"#wg-介護保険 課題K5「各団体で現行運用を調べる」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子 / 那珂市 介護保険WG 和田 幸子 / かすみがうら市 介護保険WG 飯田 佳代 / 五霞町 介護保険WG 内海 真由美、期限 12月10日(木)。"`,
    );
    await here.say(cast.member, '/item 追加 7/10 各市町で使う様式を決める');
    expect((await here.press(cast.member, '件名に含めるだけ')).split('\n')[0]).toMatchInlineSnapshot(
      `"#wg-介護保険 課題K6「各市町で使う様式を決める」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 7月10日(金)。"`,
    );
    await here.say(cast.member, '/item 取下げ K6');
    await here.say(cast.member, '/item 取下げ K5');
  });

  test('passed on, the others’ parts are kept; the last of those who remain ends it', async () => {
    here.at('2026-06-23T10:00:00+09:00');
    expect(await here.say(cast.secretariat, '/item 担当 K3 常陸大宮市、かすみがうら市、五霞町')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K3「件数を調べる」の担当を、常陸大宮市 介護保険WG 佐川 礼子 / 那珂市 介護保険WG 和田 幸子 / かすみがうら市 介護保険WG 飯田 佳代 / 五霞町 介護保険WG 内海 真由美 から 常陸大宮市 介護保険WG 佐川 礼子 / かすみがうら市 介護保険WG 飯田 佳代 / 五霞町 介護保険WG 内海 真由美 に変更しました。
        [取り消す]
      #wg-介護保険 (書換え) 課題K3「件数を調べる」(一部完了) 未了:五霞町 介護保険WG 内海 真由美、済 2/3:常陸大宮市・かすみがうら市、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    expect(await here.say(GOKA, '/item 完了 K3')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K3「件数を調べる」は完了しました(内海 真由美、済 3/3)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K3「件数を調べる」は完了しました(内海 真由美、済 3/3)。"
    `);
    expect(await here.say(cast.secretariat, '/item 状態 K3 対応中')).toContain('対応中');
    expect((await here.say(cast.lead, '/item 表示 K3')).split('■ 経過')[1]).toMatchInlineSnapshot(`
      "
        • 6月12日(金) 11:00 寺門 聡 登録
        • 6月12日(金) 11:00 佐川 礼子 担当分の完了:常陸大宮市
        • 6月12日(金) 11:00 飯田 佳代 担当分の完了:かすみがうら市
        • 6月23日(火) 10:00 寺門 聡 担当変更:常陸大宮市 介護保険WG / かすみがうら市 介護保険WG / 五霞町 介護保険WG
        • 6月23日(火) 10:00 内海 真由美 担当分の完了:五霞町、完了
        • 6月23日(火) 10:00 寺門 聡 状態変更:常陸大宮市・かすみがうら市・五霞町の分が未了、対応中
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('who is taken out after their part came in is said to owe nothing', async () => {
    await here.say(GOKA, '/item 完了 K3 五月分まで');
    await here.say(cast.secretariat, '/item 担当 K3 常陸大宮市、かすみがうら市');
    const history = await here.say(cast.lead, '/item 表示 K3');
    expect(history).toMatch(/担当変更:常陸大宮市 介護保険WG \/ かすみがうら市 介護保険WG\n/u);
    await here.say(cast.secretariat, '/item 元に戻す K3');
    await here.say(GOKA, '/item 元に戻す K3');
  });

  test('only who raised it, the lead and the secretariat close or withdraw it for all', async () => {
    expect(await here.say(GOKA, '/item 完了 K3 全体')).toMatchInlineSnapshot(
      `"(本人のみ) 複数の担当がある課題のため、この操作は、起票者、介護保険WGの座長、または事務局(那珂市)が行えます。"`,
    );
    expect(await here.say(GOKA, '/item 担当 K3 自分')).toMatchInlineSnapshot(`
      "(本人のみ) 複数の担当がある課題のため、この操作は、起票者、介護保険WGの座長、または事務局(那珂市)が行えます。
        ご自身の担当だけを変更する場合は、残る担当の市町もすべてご入力ください。"
    `);
    expect(await here.say(GOKA, '/item 取下げ K3')).toContain('起票者、介護保険WGの座長、または事務局');
    expect(await here.say(GOKA, '/item 完了 K3')).toContain('五霞町の分を完了');
    expect(await here.say(cast.secretariat, '/item 完了 K3 自分の分')).toMatchInlineSnapshot(
      `"(本人のみ) 課題K3に、ご自身の担当分はありません。全体を完了にする場合は「/item 完了 K3 全体」とご入力ください。"`,
    );
    expect(await here.say(cast.secretariat, '/item 完了 K3')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K3「件数を調べる」は完了しました(寺門 聡、済 1/3)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K3「件数を調べる」は完了しました(寺門 聡、済 1/3)。"
    `);
  });

  test('the seat’s part stands for whoever holds it then', async () => {
    here.at('2026-06-23T11:00:00+09:00');
    await here.say(cast.secretariat, '/item 追加 @各市町 11/30 移行計画を確認');
    await here.say(cast.member, '/item 完了 K7');
    here.at('2026-10-05T10:00:00+09:00');
    expect(await here.say(cast.successor, '/item 一覧 自分')).not.toContain('移行計画を確認');
    expect(await here.say(cast.successor, '/item 完了 K7')).toContain('ご自身の分は、6月23日(火)に完了となっています');
  });

  test('two seats of one person are finished together; the end is confirmed, or sent back to all or to one', async () => {
    await here.store.client.setting.create({
      data: { councilId: 'ibaraki', scope: 'kaigo', key: 'itemConfirmation', from: '2026-04-01', value: true },
    });
    await here.say(cast.secretariat, '/item 追加 @座長 @那珂市 @五霞町 11/30 取りまとめ');
    expect(await here.say(cast.lead, '/item 完了 K8 自分')).toContain(
      'の介護保険WG 座長・那珂市の分を完了にしました(済 2/3',
    );
    expect(await here.say(GOKA, '/item 完了 K8')).toContain('(確認待ち) 担当:介護保険WG 座長 和田 幸子 / 那珂市');
    expect(await here.say(cast.secretariat, '/item 状態 K8 対応中 @五霞町 件数が未記入')).toContain(
      '(対応中) 未了:五霞町 介護保険WG 内海 真由美、済 2/3:介護保険WG 座長・那珂市',
    );
    await here.say(GOKA, '/item 完了 K8 記入済');
    await here.press(cast.secretariat, '差し戻す');
    expect(await here.submit(cast.secretariat, { number: 'K8', note: '再度の確認' })).toContain(
      '(対応中) 担当:介護保険WG 座長 和田 幸子 / 那珂市',
    );
  });
});
