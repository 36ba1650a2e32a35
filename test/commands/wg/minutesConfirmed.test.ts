/** Minutes that are confirmed: corrected with a reason, read as files and as a canvas, each as its readers may see them. */
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
  await here.say(cast.lead, '/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認、帳票の確認');
  await here.say(cast.lead, '/req decide 1250 standard');
  await here.say(cast.lead, '/wg 日程 7/10 14:00-16:00 五霞町役場');
  here.at('2026-06-12T14:00:00+09:00');
  await here.say(cast.lead, '/wg 開会');
  await here.say(cast.lead, '/wg attend M1 那珂市・かすみがうら市・常陸大宮市 出席');
  await here.say(cast.lead, '/wg attend M1 五霞町 欠席');
  const { mention } = here.account(cast.member);
  for (const [who, words] of [
    [cast.lead, '決定:1234 代替案 CSVでの一括登録に代えるため\n宿題:那珂市 6/19まで 帳票レイアウトの確認'],
    [cast.lead, '確認:様式は現行のまま\n決定:次回から資料は3日前に配る'],
    [cast.lead, '申合せ:1235は保留とし、次回に再度協議する'],
    [cast.member, `宿題:${mention} 来週金曜まで 件数の報告`],
    [cast.english, '宿題:台数の確認(五霞町・かすみがうら市、6/26まで)'],
    [cast.member, '経過:費用は120千円の見込みとの説明があった'],
    [cast.member, '経過:事務局から要件一覧の説明があった'],
  ] as const)
    await here.post(who, words);
  here.at('2026-06-12T15:20:00+09:00');
  await here.say(cast.lead, '/req decide 1240 levelup 費用500 次期版で対応されるため');
  await here.say(cast.lead, '/wg 閉会');
  here.at('2026-06-12T15:30:00+09:00');
  await here.say(cast.lead, '/wg 開会');
  await here.post(cast.lead, '確認:次回は五霞町で開催');
  // A free plan has no canvases.
  here.workspace.state.freePlan = true;
  here.at('2026-06-12T15:40:00+09:00');
  await here.say(cast.lead, '/wg 閉会');
  here.at('2026-06-15T10:00:00+09:00');
  await here.say(cast.lead, '/wg 議事録訂正 M1 経過 事務局から要件一覧の説明があった\n那珂市から帳票の説明があった');
  await here.say(cast.lead, '/wg 議事録 M1 取消');
  await here.say(cast.lead, '/wg 議事録 M1 確認依頼');
  here.at('2026-06-16T10:00:00+09:00');
  await here.say(cast.lead, '/wg 議事録訂正 M1 欠席 理由:記載漏れ\n五霞町(所用のため)');
  await here.say(cast.secretariat, '/wg 議事録 M1 確認 五霞町 電話 6/16 山田');
  await here.say(cast.lead, '/wg 議題 M2 1250 5分');
  here.at('2026-06-19T09:00:00+09:00');
  await here.say(cast.lead, '/wg 議事録 M1 確認');
  here.at('2026-06-25T00:00:00+09:00');
  await here.say(cast.member, '/wg 議事録 M1 確認');
});
afterAll(() => here.close());

describe('minutes that all have confirmed', () => {
  test('confirmed, they are corrected with a reason, and the original stays', async () => {
    here.at('2026-06-26T10:00:00+09:00');
    expect((await here.say(cast.lead, '/req 経緯 1250')).split('\n').slice(0, 6)).toMatchInlineSnapshot(`
      [
        "(本人のみ) 要件1250の経緯(2件、古い順)",
        "  審査結果の取込を、本番の内容に影響を与えずに試行できること。",
        "  • 6月1日(月) 10:00 『パッケージ標準どおり』令和8年度決定第1号(仮記録、記録:和田 幸子)",
        "  • 6月24日(水) 23:59 令和8年度決定第1号を確定",
      ]
    `);
    // On the next agenda it waited to be confirmed; the minutes have done so.
    expect(
      (await here.say(cast.lead, '/wg 次第 M2')).split('\n').filter((one) => one.includes('1250')),
    ).toMatchInlineSnapshot(`
      [
        "  議題3 介護保険 要件1250の確認(5分) 済",
      ]
    `);
    expect(await here.say(cast.lead, '/wg 議事録訂正 M1 次回 未定')).toMatchInlineSnapshot(
      `"(本人のみ) 確定した議事録の訂正には、理由が必要です。理由をご入力のうえ、もう一度お願いします。"`,
    );
    expect(await here.say(cast.lead, '/wg 議事録訂正 M1 次回 理由:日程変更のため\n未定')).toMatchInlineSnapshot(`
      "(本人のみ) 『次回』を修正しました(第6版)。元の記載も残っています。
        訂正前:令和8年7月10日(金) 14:00〜16:00 五霞町役場(M2)
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録が確定しました(令和8年6月24日(水))。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 2件
        第6版
        • 常陸大宮市 みなし確認(6月24日(水))
        • 那珂市 確認済(6月19日(金))
        • かすみがうら市 みなし確認(6月24日(水))
        • 五霞町 確認済(6月16日(火)、代行入力:電話 6/16 山田)
        訂正:欠席(6月16日(火) 10:00、理由:記載漏れ)
        訂正:次回(6月26日(金) 10:00、理由:日程変更のため)
        [議事録を表示] [訂正する] [ファイルを受け取る]
      #wg-介護保険 (スレッド) 介護保険WG 第1回会議(M1)の確定した議事録の『次回』を訂正しました。理由:日程変更のため。訂正前の内容も残っています。
      #wg-介護保険 (スレッド) 📎議事録_M1_第6版.docx
      #wg-介護保険 (スレッド) 📎議事録_M1_第6版.md"
    `);
    expect(await here.say(cast.lead, '/wg 議事録 M1 作成')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1の議事録は確定しています。誤りがある場合は「/wg 議事録訂正 M1」で訂正できます(元の記載も残ります)。"`,
    );
    expect(await here.say(cast.member, '/wg 議事録 M1 ファイル')).toMatchInlineSnapshot(`
      "(本人のみ) 議事録のファイルを、ダイレクトメッセージでお送りしました。
      佐川 礼子 📎議事録_M1_第6版.docx
      佐川 礼子 📎議事録_M1_第6版.md"
    `);
    expect(await here.say(cast.adviser, '/wg 議事録 M1 履歴')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1の議事録の履歴です(全6版)。
        第1版 作成(6月12日(金) 15:20 和田 幸子)
        第2版 作成(6月12日(金) 15:40 和田 幸子)
        • 日時:令和8年6月12日(金) 14:00〜15:20 → 令和8年6月12日(金) 14:00〜15:40
        • 確認事項:様式は現行のまま → 様式は現行のまま / 次回は五霞町で開催
        第3版 訂正(6月15日(月) 10:00 和田 幸子)
        • 経過:事務局から要件一覧の説明があった → 事務局から要件一覧の説明があった / 那珂市から帳票の説明があった
        第4版 訂正の取消し(6月15日(月) 10:00 和田 幸子)
        • 経過:事務局から要件一覧の説明があった / 那珂市から帳票の説明があった → 事務局から要件一覧の説明があった
        第5版 訂正(6月16日(火) 10:00 和田 幸子、理由:記載漏れ)
        • 欠席:五霞町 内海 真由美 → 五霞町(所用のため)
        第6版 訂正(6月26日(金) 10:00 和田 幸子、理由:日程変更のため)
        • 次回:令和8年7月10日(金) 14:00〜16:00 五霞町役場(M2) → 未定
        費用など、構成団体の方のみご覧いただける内容は、表示していません。"
    `);
  });

  test('as files they read as an office keeps them, to each what is for them', async () => {
    const markdown = (name: string): string => fileOf(name).toString('utf8');
    expect(markdown('議事録_M1_第6版.md')).toMatchInlineSnapshot(`
      "# 令和8年度 第1回 介護保険WG会議 議事録(確定)

      ## 1 日時

      - 令和8年6月12日(金) 14:00〜15:40

      ## 2 場所

      - 那珂市役所

      ## 3 出席

      - 常陸大宮市 佐川 礼子
      - 那珂市 和田 幸子
      - かすみがうら市 飯田 佳代

      ## 4 欠席

      - 五霞町(所用のため)

      ## 5 議題

      - 議題1 要件の確認 次回へ繰越し
      - 議題2 帳票の確認 次回へ繰越し

      ## 6 経過

      - 費用は120千円の見込みとの説明があった
      - 事務局から要件一覧の説明があった

      ## 7 決定事項

      - 令和8年度決定第1号(仮記録、本議事録の確認により確定) 要件1250『パッケージ標準どおり』
      - 令和8年度決定第2号 要件1234『代替案』 理由:CSVでの一括登録に代えるため
      - 令和8年度決定第3号 要件1240『レベルアップ』 理由:次期版で対応されるため 費用:500千円
      - 申合せ 次回から資料は3日前に配る
      - 申合せ 1235は保留とし、次回に再度協議する

      ## 8 宿題

      - K1 帳票レイアウトの確認(担当:那珂市 介護保険WG 和田 幸子、期限:令和8年6月19日(金))
      - K2 件数の報告(担当:常陸大宮市 介護保険WG 佐川 礼子、期限:令和8年6月19日(金))
      - K3 台数の確認(担当:五霞町 介護保険WG 内海 真由美 / かすみがうら市 介護保険WG 飯田 佳代、期限:令和8年6月26日(金))

      ## 9 確認事項

      - 様式は現行のまま
      - 次回は五霞町で開催

      ## 10 次回

      - 未定

      ## 訂正

      - 訂正:欠席(令和8年6月16日(火)、理由:記載漏れ)
      - 訂正:次回(令和8年6月26日(金)、理由:日程変更のため)

      ## 確認状況

      - 常陸大宮市 みなし確認(令和8年6月24日(水))
      - 那珂市 確認済(令和8年6月19日(金))
      - かすみがうら市 みなし確認(令和8年6月24日(水))
      - 五霞町 確認済(令和8年6月16日(火)、代行入力:電話 6/16 山田)
      "
    `);
    await here.say(cast.adviser, '/wg 議事録 M1 ファイル');
    expect(markdown('議事録_M1_第6版.md')).not.toContain('千円');
    const { value } = await mammoth.extractRawText({ buffer: fileOf('議事録_M1_第6版.docx') });
    expect(value.split(/\n+/u).slice(0, 12)).toMatchInlineSnapshot(`
      [
        "　　　第　　　　号",
        "令和8年6月24日",
        "いばらき自治体クラウド基幹業務運営協議会",
        "事務局(那珂市)",
        "令和8年度 第1回 介護保険WG会議 議事録(確定)",
        "1 日時",
        "　令和8年6月12日(金) 14:00〜15:40",
        "2 場所",
        "　那珂市役所",
        "3 出席",
        "・	常陸大宮市 佐川 礼子",
        "・	那珂市 和田 幸子",
      ]
    `);
  });

  test('as a canvas they stand once: a later version is written into it; where somebody deleted it, into a new one', async () => {
    // The plan has canvases again: what was the draft's canvas holds these words, under the link that is in the thread.
    here.workspace.state.freePlan = false;
    here.at('2026-06-29T10:00:00+09:00');
    await here.say(cast.lead, '/wg 議事録訂正 M1 次回 理由:日程変更のため\n8月に開催');
    const canvases = () =>
      [...here.workspace.state.files.values()].filter((one) => one.title.includes('議事録') && one.shares.length === 0);
    expect(canvases().map((one) => one.title)).toEqual(['令和8年度 第1回 介護保険WG会議 議事録(確定)']);
    expect(Buffer.from(canvases()[0]?.content ?? '').toString()).toContain('8月に開催');
    here.workspace.state.files.delete(canvases()[0]?.id ?? '');
    const again = await here.say(cast.lead, '/wg 議事録 M1 取消');
    expect(again.split('\n').at(-1)).toMatchInlineSnapshot(
      `"#wg-介護保険 (スレッド) <📄 令和8年度 第1回 介護保険WG会議 議事録(確定)>"`,
    );
    expect(Buffer.from(canvases()[0]?.content ?? '').toString()).toContain('未定');
  });

  test('confirmed by silence alone, their thread hears it and has the same papers, the canvas too', async () => {
    here.at('2026-07-10T14:00:00+09:00');
    await here.say(cast.secretariat, '/council 担当 課名 介護保険WG 五霞町 健康福祉課 令和8年7月1日から');
    await here.say(cast.lead, '/wg 開会 M2');
    await here.say(cast.lead, '/wg attend M2 那珂市 遅刻');
    await here.say(cast.lead, '/wg attend M2 常陸大宮市 代理');
    await here.say(cast.lead, '/wg attend M2 五霞町 代理 野口 薫');
    here.at('2026-07-10T16:00:00+09:00');
    const titles = () =>
      [...here.workspace.state.files.values()].map((one) => one.title).filter((one) => /第2回.*議事録/u.test(one));
    await here.say(cast.lead, '/wg 閉会 M2');
    expect(titles()).toEqual(['令和8年度 第2回 介護保険WG会議 議事録(案)']);
    await here.say(cast.lead, '/wg 議事録 M2 確認依頼');
    expect(titles()).toEqual(['令和8年度 第2回 介護保険WG会議 議事録(確認中)']);
    await here.say(cast.lead, '/wg 議事録 M2 取消');
    expect(titles()).toEqual(['令和8年度 第2回 介護保険WG会議 議事録(案)']);
    here.at('2026-07-10T16:05:00+09:00');
    await here.say(cast.lead, '/wg 議事録 M2 確認依頼');
    const told = await here.run('minutes', '2026-07-21T09:00:00+09:00');
    expect(told['#wg-介護保険']).toMatchInlineSnapshot(`
      "(書換え) 介護保険WG 第2回会議(M2)の議事録が確定しました(令和8年7月17日(金))。
        *決定事項* 0件
        *宿題* 0件
        *確認事項* 0件
        第1版
        • 常陸大宮市 みなし確認(7月17日(金))
        • 那珂市 みなし確認(7月17日(金))
        • かすみがうら市 みなし確認(7月17日(金))
        • 五霞町 みなし確認(7月17日(金))
        [議事録を表示] [訂正する] [ファイルを受け取る]
      (スレッド) 介護保険WGの会議M2の議事録が確定しました。
      (スレッド) 📎議事録_M2_第1版.docx
      (スレッド) 📎議事録_M2_第1版.md"
    `);
    const [canvas] = [...here.workspace.state.files.values()].filter((one) => /第2回.*議事録/u.test(one.title));
    expect(canvas?.title).toBe('令和8年度 第2回 介護保険WG会議 議事録(確定)');
    expect(canvas?.content?.toString()).toContain('みなし確認');
    expect(canvas?.content?.toString()).toMatch(
      /## 3 出席\n\n- 常陸大宮市\(代理\) .+の代理\n- 那珂市\(遅刻\) 和田 幸子\n- 五霞町\(代理\) 野口 薫\(健康福祉課 内海 真由美の代理\)\n/u,
    );
  });
});

/** The newest file with this name. */
function fileOf(name: string): Buffer {
  const found = [...here.workspace.state.files.values()].findLast((one) => one.name === name);
  if (!found?.content) throw new Error(`there is no file ${name}`);
  return found.content;
}
