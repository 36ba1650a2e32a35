/** A meeting is noted while it is open: by marked lines of messages, by command and by button. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
  await here.say(cast.lead, '/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認、帳票の確認');
  await here.say(cast.lead, '/req decide 1250 standard');
  await here.say(cast.lead, '/wg 日程 7/10 14:00-16:00 五霞町役場');
});
afterAll(() => here.close());

describe('while the meeting is open', () => {
  test('before it opens, marked messages are nobody’s business', async () => {
    here.at('2026-06-12T13:59:00+09:00');
    expect(await here.post(cast.lead, '確認:様式は現行のまま')).toBe('');
    expect(await here.say(cast.lead, '/wg 記録 M1 確認:様式')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1は開会していないため、記録できません。閉会後の加筆は「/wg 議事録訂正 M1」をご利用ください。"`,
    );
    here.at('2026-06-12T14:00:00+09:00');
    await here.say(cast.lead, '/wg 開会');
    await here.say(cast.lead, '/wg attend M1 那珂市・かすみがうら市・常陸大宮市 出席');
    await here.say(cast.lead, '/wg attend M1 五霞町 欠席');
  });

  test('lines of a message are noted in the meeting’s thread, as they were read', async () => {
    const words = [
      'お疲れさまです。',
      '・決定：１２３４　代替案　CSVでの一括登録に代えるため',
      '宿題:那珂市 6/19まで 帳票レイアウトの確認',
      ' ● 確認 ： 様式は現行のまま',
      '決定:次回から資料は3日前に配る',
    ].join('\n');
    expect(await here.post(cast.lead, words, undefined, '1781240401.000100')).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1234を『代替案』として決定しました(令和8年度決定第2号)。
        理由:CSVでの一括登録に代えるため
        根拠:会議 M1(4団体中3団体が出席)
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]
      #wg-介護保険 (スレッド) 第1回会議(M1)の記録に4件加えました(和田 幸子さん)。
        決定:１２３４　代替案　CSVでの一括登録に代えるため(令和8年度決定第2号)
        宿題:K1 帳票レイアウトの確認(担当:那珂市 介護保険WG 和田 幸子、期限:6月19日(金))
        確認:様式は現行のまま
        申合せ:次回から資料は3日前に配る
        [1件目(決定)を取り消す] [2件目(宿題)を取り消す] [3件目(確認)を取り消す] [4件目(申合せ)を取り消す]
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、改めて投稿してください。"
    `);
    expect(await here.post(cast.lead, words, undefined, '1781240401.000100')).toMatchInlineSnapshot(
      `"(本人のみ) 4件を記録しました。"`,
    );
  });

  test('what all municipalities are to do is owed by each of them', async () => {
    const said = await here.post(
      cast.lead,
      '宿題: 各団体で現行運用を調べる　１２／１０',
      undefined,
      '1781240402.000100',
    );
    expect(said.split('\n')[1]).toMatchInlineSnapshot(
      `"  宿題:K2 各団体で現行運用を調べる(担当:常陸大宮市 介護保険WG 佐川 礼子 / 那珂市 介護保険WG 和田 幸子 / かすみがうら市 介護保険WG 飯田 佳代 / 五霞町 介護保険WG 内海 真由美、期限:12月10日(木))"`,
    );
  });

  test('what could mean several things is asked in private', async () => {
    here.at('2026-06-12T14:10:00+09:00');
    expect(await here.post(cast.lead, '決定:1235は保留とし、次回に再度協議する')).toMatchInlineSnapshot(`
      "(本人のみ) 記録していません。内容をご確認ください。
        「1235は保留とし、次回に再度協議する」は記録していません。『保留』は複数の意味に取れます。稼働後に検討する場合は『稼働後検討』とご入力ください。まだ決めない場合は、決定の記録は不要です。
        [申合せとして記録する]"
    `);
    expect(await here.press(cast.lead, '申合せとして記録する')).toMatchInlineSnapshot(`
      "(本人のみ) 1件を記録しました。
      #wg-介護保険 (スレッド) 第1回会議(M1)の記録に1件加えました(和田 幸子さん)。
        申合せ:1235は保留とし、次回に再度協議する
        [取り消す]
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、改めて投稿してください。"
    `);
    expect(await here.post(cast.member, '宿題:6/16と6/18までに件数を報告')).toMatchInlineSnapshot(`
      "(本人のみ) 記録していません。内容をご確認ください。
        「6/16と6/18までに件数を報告」は記録していません。日付「と6/18までに件数を報告」を読み取れませんでした。期限を先頭に置いて「宿題:@那珂市 6/20 内容」のようにご入力ください。"
    `);
    expect(await here.post(cast.member, '宿題:@土浦市 6/19 件数を報告')).toMatchInlineSnapshot(`
      "(本人のみ) 記録していません。内容をご確認ください。
        「@土浦市 6/19 件数を報告」は記録していません。「土浦市」は、この会議体の委員には見つかりませんでした。委員の氏名のほか、@那珂市、@座長、@事務局、@各市町 のようにもご指定いただけます。"
    `);
    expect(await here.post(cast.member, '宿題:2/30 件数を報告')).toMatchInlineSnapshot(`
      "(本人のみ) 記録していません。内容をご確認ください。
        「2/30 件数を報告」は記録していません。日付「2/30」を読み取れませんでした。期限を先頭に置いて「宿題:@那珂市 6/20 内容」のようにご入力ください。"
    `);
    expect(await here.post(cast.member, '宿題:')).toMatchInlineSnapshot(`
      "(本人のみ) 記録していません。内容をご確認ください。
        「宿題:」は記録していません。内容をご入力ください。"
    `);
    expect(await here.post(cast.member, '決定:1236 標準どおり')).toMatchInlineSnapshot(`
      "(本人のみ) 記録していません。内容をご確認ください。
        「1236 標準どおり」は記録していません。この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"
    `);
    expect(await here.post(cast.adviser, '確認:県の様式')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの委員、または事務局(那珂市)が行えます。"`,
    );
    expect(await here.post(cast.stranger, '確認:様式')).toBe('');
  });

  test('owners by mention, in brackets, or nobody; who noted it takes it back', async () => {
    here.at('2026-06-12T14:20:00+09:00');
    const { mention } = here.account(cast.member);
    expect(await here.post(cast.member, `宿題：${mention} 来週金曜まで　件数の報告`)).toMatchInlineSnapshot(`
      "#wg-介護保険 (スレッド) 第1回会議(M1)の記録に1件加えました(佐川 礼子さん)。
        宿題:K3 件数の報告(担当:常陸大宮市 介護保険WG 佐川 礼子、期限:6月19日(金))
        [取り消す]
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、改めて投稿してください。"
    `);
    expect(await here.post(cast.english, '宿題:台数の確認(五霞町・かすみがうら市、6/26まで)')).toMatchInlineSnapshot(`
      "#wg-介護保険 (スレッド) 第1回会議(M1)の記録に1件加えました(飯田 佳代さん)。
        宿題:K4 台数の確認(担当:五霞町 介護保険WG 内海 真由美 / かすみがうら市 介護保険WG 飯田 佳代、期限:6月26日(金))
        [取り消す]
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、改めて投稿してください。"
    `);
    here.at('2026-06-12T14:22:00+09:00');
    expect(await here.post(cast.member, '宿題:規約の写しを用意する')).toMatchInlineSnapshot(`
      "#wg-介護保険 (スレッド) 第1回会議(M1)の記録に1件加えました(佐川 礼子さん)。
        宿題:K5 規約の写しを用意する(担当:事務局預かり、期限:なし)
        [取り消す]
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、改めて投稿してください。"
    `);
    expect(await here.press(cast.member, '取り消す')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.member, '/wg 記録取消')).toMatchInlineSnapshot(`
      "(本人のみ) 「規約の写しを用意する」の記録を取り消しました。
      #wg-介護保険 (書換え) 第1回会議(M1)の記録に1件加えました(佐川 礼子さん)。
        ~宿題:K5 規約の写しを用意する(担当:事務局預かり、期限:なし)~(取消)
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、改めて投稿してください。"
    `);
  });

  test('by command and by button as well', async () => {
    expect(await here.say(cast.member, '/wg note 経過:費用は120千円の見込みとの説明があった')).toMatchInlineSnapshot(`
      "(本人のみ) 1件を記録しました。
      #wg-介護保険 (スレッド) 第1回会議(M1)の記録に1件加えました(佐川 礼子さん)。
        経過:費用は120千円の見込みとの説明があった
        [取り消す]
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、改めて投稿してください。"
    `);
    expect(await here.say(cast.member, '/wg 記録 経過:事務局から要件一覧の説明があった')).toMatchInlineSnapshot(`
      "(本人のみ) 1件を記録しました。
      #wg-介護保険 (スレッド) 第1回会議(M1)の記録に1件加えました(佐川 礼子さん)。
        経過:事務局から要件一覧の説明があった
        [取り消す]
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、改めて投稿してください。"
    `);
    expect(await here.say(cast.member, '/wg 記録 様式の話')).toMatchInlineSnapshot(
      `"(本人のみ) 行の先頭に「決定:」「申合せ:」「宿題:」「確認:」「経過:」のいずれかを付けてご入力ください。例:/wg 記録 宿題:@那珂市 6/20 帳票の確認"`,
    );
    expect(await here.press(cast.member, '記録する')).toMatchInlineSnapshot(
      `"[フォーム] 開会中の会議の決定・申合せ・宿題・確認・経過を記録します: 会議番号=M1、決定:・申合せ:・宿題:・確認:・経過:(1行に1件)"`,
    );
  });
});
