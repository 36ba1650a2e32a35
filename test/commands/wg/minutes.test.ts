/** A meeting is noted, its minutes are drafted, corrected and confirmed, and what was provisional is confirmed by them. */
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
      "#wg-介護保険 要件1234を『代替案』として決定しました(令和8年度決定第1号)。
        理由:CSVでの一括登録に代えるため
        根拠:会議 M1(4団体中3団体が出席)
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]
      #wg-介護保険 (スレッド) 第1回会議(M1)の記録に4件加えました(和田 幸子さん)。
        決定:１２３４　代替案　CSVでの一括登録に代えるため(令和8年度決定第1号)
        宿題:K1 帳票レイアウトの確認(担当:那珂市 介護保険WG 和田 幸子、期限:6月19日(金))
        確認:様式は現行のまま
        申合せ:次回から資料は3日前に配る
        [1件目(決定)を取り消す] [2件目(宿題)を取り消す] [3件目(確認)を取り消す] [4件目(申合せ)を取り消す]
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、あらためて投稿してください。"
    `);
    expect(await here.post(cast.lead, words, undefined, '1781240401.000100')).toMatchInlineSnapshot(
      `"(本人のみ) 4件を記録しました。"`,
    );
  });

  test('what could mean several things is asked in private', async () => {
    here.at('2026-06-12T14:10:00+09:00');
    expect(await here.post(cast.lead, '決定:1235は保留とし、次回に再度協議する')).toMatchInlineSnapshot();
    expect(await here.press(cast.lead, '申合せとして記録する')).toMatchInlineSnapshot();
    expect(await here.post(cast.member, '宿題:6/16と6/18までに件数を報告')).toMatchInlineSnapshot();
    expect(await here.post(cast.member, '宿題:@土浦市 6/19 件数を報告')).toMatchInlineSnapshot();
    expect(await here.post(cast.member, '宿題:2/30 件数を報告')).toMatchInlineSnapshot();
    expect(await here.post(cast.member, '宿題:')).toMatchInlineSnapshot();
    expect(await here.post(cast.member, '決定:1236 標準どおり')).toMatchInlineSnapshot();
    expect(await here.post(cast.adviser, '確認:県の様式')).toMatchInlineSnapshot();
    expect(await here.post(cast.stranger, '確認:様式')).toBe('');
  });

  test('owners by mention, in brackets, or nobody; who noted it takes it back', async () => {
    here.at('2026-06-12T14:20:00+09:00');
    const { mention } = here.account(cast.member);
    expect(await here.post(cast.member, `宿題：${mention} 来週金曜まで　件数の報告`)).toMatchInlineSnapshot();
    expect(await here.post(cast.english, '宿題:台数の確認(五霞町・かすみがうら市、6/26まで)')).toMatchInlineSnapshot();
    here.at('2026-06-12T14:22:00+09:00');
    expect(await here.post(cast.member, '宿題:規約の写しを用意する')).toMatchInlineSnapshot();
    expect(await here.press(cast.member, '取り消す')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/wg 記録取消')).toMatchInlineSnapshot();
  });

  test('by command and by button as well', async () => {
    expect(await here.say(cast.member, '/wg note 経過:費用は120千円の見込みとの説明があった')).toMatchInlineSnapshot(`
      "(本人のみ) 1件を記録しました。
      #wg-介護保険 (スレッド) 第1回会議(M1)の記録に1件加えました(佐川 礼子さん)。
        経過:費用は120千円の見込みとの説明があった
        [取り消す]
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、あらためて投稿してください。"
    `);
    expect(await here.say(cast.member, '/wg 記録 経過:事務局から要件一覧の説明があった')).toMatchInlineSnapshot(`
      "(本人のみ) 1件を記録しました。
      #wg-介護保険 (スレッド) 第1回会議(M1)の記録に1件加えました(佐川 礼子さん)。
        経過:事務局から要件一覧の説明があった
        [取り消す]
        元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、あらためて投稿してください。"
    `);
    expect(await here.say(cast.member, '/wg 記録 様式の話')).toMatchInlineSnapshot(
      `"(本人のみ) 行の先頭に「決定:」「申合せ:」「宿題:」「確認:」「経過:」のいずれかを付けてご入力ください。例:/wg 記録 宿題:@那珂市 6/20 帳票の確認"`,
    );
    expect(await here.press(cast.member, '記録する')).toMatchInlineSnapshot(
      `"[フォーム] 開会中の会議の決定・申合せ・宿題・確認・経過を記録します: 会議番号=M1、決定:・申合せ:・宿題:・確認:・経過:(1行に1件)"`,
    );
  });
});

describe('its minutes', () => {
  test('are drafted when it closes', async () => {
    here.at('2026-06-12T15:20:00+09:00');
    await here.say(cast.lead, '/req decide 1240 levelup 費用500 次期版で対応されるため');
    expect(await here.say(cast.lead, '/wg 閉会')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/wg 議事録')).toMatchInlineSnapshot();
    expect(await here.say(cast.adviser, '/wg 議事録 M1')).toMatchInlineSnapshot();
  });

  test('opened again and closed again, they are drafted anew where something changed', async () => {
    here.at('2026-06-12T15:30:00+09:00');
    expect(await here.say(cast.lead, '/wg 議事録 M1 作成')).toMatchInlineSnapshot();
    await here.say(cast.lead, '/wg 開会');
    expect(await here.say(cast.lead, '/wg 議事録 M1 作成')).toMatchInlineSnapshot();
    await here.post(cast.lead, '確認:次回は五霞町で開催');
    here.at('2026-06-12T15:40:00+09:00');
    expect((await here.say(cast.lead, '/wg 閉会')).split('\n').slice(-6).join('\n')).toMatchInlineSnapshot();
  });

  test('are corrected by section, in a form that holds what stands', async () => {
    here.at('2026-06-15T10:00:00+09:00');
    expect(await here.say(cast.member, '/wg 議事録訂正 M1')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/wg 議事録訂正 M1')).toMatchInlineSnapshot();
    expect(await here.press(cast.lead, '経過')).toMatchInlineSnapshot();
    const fields = {
      number: 'M1',
      section: '経過',
      because: '',
      words: '事務局から要件一覧の説明があった\n那珂市から帳票の説明があった',
    };
    expect(await here.submit(cast.lead, fields)).toMatchInlineSnapshot();
    expect(await here.press(cast.lead, '取り消す')).toMatchInlineSnapshot();
    expect(await here.submit(cast.lead, { ...fields, words: 'なし' })).toMatchInlineSnapshot();
  });

  test('each municipality is asked, and confirms or asks for a correction', async () => {
    expect(await here.say(cast.member, '/wg 議事録 M1 確認')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/wg 議事録 M1 確認依頼')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/wg 議事録 M1 確認依頼')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/wg minutes M1 ask')).toMatchInlineSnapshot();
    expect(await here.press(cast.member, '確認しました')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/wg minutes M1 confirm')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/wg minutes M1 取消')).toMatchInlineSnapshot();
    await here.say(cast.member, '/wg　議事録　Ｍ１　確認済');
    expect(await here.press(cast.english, '修正を依頼する')).toMatchInlineSnapshot();
    expect(
      await here.submit(cast.english, { number: 'M1', step: '修正依頼', words: '欠席者の記載' }),
    ).toMatchInlineSnapshot();
    expect(await here.say(cast.adviser, '/wg 議事録 M1 確認')).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/wg 議事録 M1 確認 五霞町')).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/wg 議事録 M1 確認 土浦市 電話 6/15 山田')).toMatchInlineSnapshot();
  });

  test('what is corrected after it was sent is sent again', async () => {
    here.at('2026-06-16T10:00:00+09:00');
    expect(
      await here.say(cast.lead, '/wg 議事録訂正 M1 欠席 理由:記載漏れ\n五霞町(所用のため)'),
    ).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/wg 議事録 M1 確認 五霞町 電話 6/16 山田')).toMatchInlineSnapshot();
  });

  test('seats are reminded on the third business day, by the digest', async () => {
    const told = await here.run('digest', '2026-06-19T09:00:00+09:00');
    expect(told['佐川 礼子']).toMatchInlineSnapshot();
    expect(told['寺門 聡']).toMatchInlineSnapshot();
  });

  test('silence of five business days confirms, the council’s closed day not counted, whether or not the job ran', async () => {
    await here.say(cast.lead, '/wg 議事録 M1 確認');
    here.at('2026-06-24T16:00:00+09:00');
    expect(
      (await here.say(cast.lead, '/req show 1250')).split('\n').filter((one) => /仮|確定/u.test(one)),
    ).toMatchInlineSnapshot();
    here.at('2026-06-25T00:00:00+09:00');
    expect(await here.say(cast.member, '/wg 議事録 M1 確認')).toMatchInlineSnapshot();
    expect(await here.run('minutes', '2026-06-25T09:00:00+09:00')).toMatchInlineSnapshot();
  });

  test('confirmed, they are corrected with a reason, and the original stays', async () => {
    here.at('2026-06-26T10:00:00+09:00');
    expect((await here.say(cast.lead, '/req 経緯 1250')).split('\n').slice(0, 6)).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/wg 議事録訂正 M1 次回 未定')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/wg 議事録訂正 M1 次回 理由:日程変更のため\n未定')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/wg 議事録 M1 作成')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/wg 議事録 M1 ファイル')).toMatchInlineSnapshot();
  });
});
