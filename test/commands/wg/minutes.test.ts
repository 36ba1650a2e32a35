/** Minutes are drafted when a meeting closes, corrected, asked for and confirmed; what was provisional is confirmed by them. */
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
});
afterAll(() => here.close());

describe('its minutes', () => {
  test('are drafted when it closes', async () => {
    here.at('2026-06-12T15:20:00+09:00');
    await here.say(cast.lead, '/req decide 1240 levelup 費用500 次期版で対応されるため');
    expect((await here.say(cast.lead, '/wg 閉会')).replace(/<http[^|]*/u, '<…')).toMatchInlineSnapshot(`
      "(本人のみ) 第1回会議(M1)を閉会しました。本日中に記録する決定は、この会議によるものとして扱います。
        審議に至らなかった議題2件を、次の会議へ繰り越しました:議題1 要件の確認(繰越1回目)、議題2 帳票の確認(繰越1回目)
        [議題1を済にする] [議題2を済にする]
        [会議M2に載せる]
        [再開する]
      #wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開催しました。
        開会 14:00、閉会 15:20
        出欠:常陸大宮市 出席、那珂市 出席、かすみがうら市 出席、五霞町 欠席
        定足数を満たしています(出席3団体、必要3団体、要綱第11条(仮))。
        議題1 要件の確認 次回へ繰越し
        議題2 帳票の確認 次回へ繰越し
        [開催通知を作成]
      #wg-介護保険 (スレッド) 介護保険WG 第1回会議(M1)の議事録(案)を作成しました。内容をご確認のうえ、構成団体へ確認をご依頼ください。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 1件
        第1版
        [議事録を表示] [確認を依頼する] [訂正する] [ファイルを受け取る]
      #wg-介護保険 (スレッド) 📎議事録_M1_第1版.docx
      #wg-介護保険 (スレッド) 📎議事録_M1_第1版.md
      #wg-介護保険 (スレッド) <📄 令和8年度 第1回 介護保険WG会議 議事録(案)>"
    `);
    expect(await here.say(cast.member, '/wg 議事録')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WG 第1回会議(M1)の議事録(第1版)です。
        *日時*
        • 令和8年6月12日(金) 14:00〜15:20
        *場所*
        • 那珂市役所
        *出席*
        • 常陸大宮市 佐川 礼子
        • 那珂市 和田 幸子
        • かすみがうら市 飯田 佳代
        *欠席*
        • 五霞町 内海 真由美
        *議題*
        • 議題1 要件の確認 次回へ繰越し
        • 議題2 帳票の確認 次回へ繰越し
        *経過*
        • 費用は120千円の見込みとの説明があった
        • 事務局から要件一覧の説明があった
        *決定事項*
        • 令和8年度決定第1号(仮記録、本議事録の確認により確定) 要件1250『パッケージ標準どおり』
        • 令和8年度決定第2号 要件1234『代替案』 理由:CSVでの一括登録に代えるため
        • 令和8年度決定第3号 要件1240『レベルアップ』 理由:次期版で対応されるため 費用:500千円
        • 申合せ 次回から資料は3日前に配る
        • 申合せ 1235は保留とし、次回に再度協議する
        *宿題*
        • K1 帳票レイアウトの確認(担当:那珂市 介護保険WG 和田 幸子、期限:令和8年6月19日(金))
        • K2 件数の報告(担当:常陸大宮市 介護保険WG 佐川 礼子、期限:令和8年6月19日(金))
        • K3 台数の確認(担当:五霞町 介護保険WG 内海 真由美 / かすみがうら市 介護保険WG 飯田 佳代、期限:令和8年6月26日(金))
        *確認事項*
        • 様式は現行のまま
        *次回*
        • 令和8年7月10日(金) 14:00〜16:00 五霞町役場(M2)
        [ファイルを受け取る]"
    `);
    expect(await here.say(cast.adviser, '/wg 議事録 M1')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WG 第1回会議(M1)の議事録(第1版)です。
        *日時*
        • 令和8年6月12日(金) 14:00〜15:20
        *場所*
        • 那珂市役所
        *出席*
        • 常陸大宮市 佐川 礼子
        • 那珂市 和田 幸子
        • かすみがうら市 飯田 佳代
        *欠席*
        • 五霞町 内海 真由美
        *議題*
        • 議題1 要件の確認 次回へ繰越し
        • 議題2 帳票の確認 次回へ繰越し
        *経過*
        • 事務局から要件一覧の説明があった
        *決定事項*
        • 令和8年度決定第1号(仮記録、本議事録の確認により確定) 要件1250『パッケージ標準どおり』
        • 令和8年度決定第2号 要件1234『代替案』 理由:CSVでの一括登録に代えるため
        • 令和8年度決定第3号 要件1240『レベルアップ』 理由:次期版で対応されるため
        • 申合せ 次回から資料は3日前に配る
        • 申合せ 1235は保留とし、次回に再度協議する
        *宿題*
        • K1 帳票レイアウトの確認(担当:那珂市 介護保険WG 和田 幸子、期限:令和8年6月19日(金))
        • K2 件数の報告(担当:常陸大宮市 介護保険WG 佐川 礼子、期限:令和8年6月19日(金))
        • K3 台数の確認(担当:五霞町 介護保険WG 内海 真由美 / かすみがうら市 介護保険WG 飯田 佳代、期限:令和8年6月26日(金))
        *確認事項*
        • 様式は現行のまま
        *次回*
        • 令和8年7月10日(金) 14:00〜16:00 五霞町役場(M2)
        費用など、構成団体の方のみご覧いただける内容は、表示していません。
        [ファイルを受け取る]"
    `);
  });

  test('opened again and closed again, they are drafted anew where something changed', async () => {
    here.at('2026-06-12T15:30:00+09:00');
    expect(await here.say(cast.lead, '/wg 議事録 M1 作成')).toMatchInlineSnapshot(
      `"(本人のみ) 前回の作成時から記録に変わりはないため、新しい版は作成していません。"`,
    );
    await here.say(cast.lead, '/wg 開会');
    expect(await here.say(cast.lead, '/wg 議事録 M1 作成')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1は開会中です。「/wg 閉会」の後にお願いします。"`,
    );
    await here.post(cast.lead, '確認:次回は五霞町で開催');
    // A free plan has no canvases: the files are there, and nothing else is said.
    here.workspace.state.freePlan = true;
    here.at('2026-06-12T15:40:00+09:00');
    expect((await here.say(cast.lead, '/wg 閉会')).split('\n').slice(-6).join('\n')).toMatchInlineSnapshot(`
      "  *宿題* 3件
        *確認事項* 2件
        第2版
        [議事録を表示] [確認を依頼する] [訂正する] [ファイルを受け取る]
      #wg-介護保険 (スレッド) 📎議事録_M1_第2版.docx
      #wg-介護保険 (スレッド) 📎議事録_M1_第2版.md"
    `);
  });

  test('are corrected by section, in a form that holds what stands', async () => {
    here.at('2026-06-15T10:00:00+09:00');
    expect(await here.say(cast.member, '/wg 議事録訂正 M1')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.lead, '/wg 議事録訂正 M1')).toMatchInlineSnapshot(`
      "(本人のみ) 訂正する項目をお選びください。
        [日時] [場所] [出席] [欠席] [議題] [経過] [決定事項] [宿題] [確認事項] [次回]"
    `);
    expect(await here.press(cast.lead, '経過')).toMatchInlineSnapshot(`
      "[フォーム] 議事録の訂正: 会議番号=M1、項目=経過、理由、訂正後の記載(1行に1件、空にする場合は「なし」)=費用は120千円の見込みとの説明があった
      事務局から要件一覧の説明があった"
    `);
    const fields = {
      number: 'M1',
      section: '経過',
      because: '',
      words: '事務局から要件一覧の説明があった\n那珂市から帳票の説明があった',
    };
    expect(await here.submit(cast.lead, fields)).toMatchInlineSnapshot(`
      "(本人のみ) 『経過』を修正しました(第3版)。元の記載も残っています。
        訂正前:費用は120千円の見込みとの説明があった / 事務局から要件一覧の説明があった
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録(案)を作成しました。内容をご確認のうえ、構成団体へ確認をご依頼ください。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 2件
        第3版
        [議事録を表示] [確認を依頼する] [訂正する] [ファイルを受け取る]"
    `);
    expect(await here.press(cast.lead, '取り消す')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1の議事録の訂正を取り消しました。
      #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録(案)を作成しました。内容をご確認のうえ、構成団体へ確認をご依頼ください。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 2件
        第4版
        [議事録を表示] [確認を依頼する] [訂正する] [ファイルを受け取る]"
    `);
    expect(
      await here.say(cast.lead, '/wg amend M1 次回 令和8年7月10日(金) 14:00〜16:00 五霞町役場(M2)'),
    ).toMatchInlineSnapshot(`"(本人のみ) 記載が変わらないため、訂正していません。"`);
  });

  test('each municipality is asked, and confirms or asks for a correction', async () => {
    expect(await here.say(cast.member, '/wg 議事録 M1 確認')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1の議事録(案)は、まだ確認を依頼していません。座長または事務局からの確認の依頼をお待ちください。"`,
    );
    expect(await here.say(cast.member, '/wg 議事録 M1 確認依頼')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.lead, '/wg 議事録 M1 確認依頼')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1の議事録(案)の確認を、4団体に依頼しました。
      #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録(案)の確認をお願いします(4団体中0団体が確認済)。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 2件
        第4版
        • 常陸大宮市 未確認
        • 那珂市 未確認
        • かすみがうら市 未確認
        • 五霞町 未確認
        6月23日(火)までに修正依頼がない場合は、確認いただいたものとみなします(みなし確認)。
        [議事録を表示] [確認しました] [修正を依頼する] [訂正する] [ファイルを受け取る]"
    `);
    expect(await here.say(cast.lead, '/wg minutes M1 ask')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1の議事録(案)は、すでに確認を依頼しています。"`,
    );
    expect(await here.press(cast.member, '確認しました')).toMatchInlineSnapshot(`
      "(本人のみ) 常陸大宮市として、会議M1の議事録を確認しました。
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録(案)の確認をお願いします(4団体中1団体が確認済)。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 2件
        第4版
        • 常陸大宮市 確認済(6月15日(月))
        • 那珂市 未確認
        • かすみがうら市 未確認
        • 五霞町 未確認
        6月23日(火)までに修正依頼がない場合は、確認いただいたものとみなします(みなし確認)。
        [議事録を表示] [確認しました] [修正を依頼する] [訂正する] [ファイルを受け取る]"
    `);
    expect(await here.say(cast.member, '/wg minutes M1 confirm')).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
    );
    expect(await here.say(cast.member, '/wg minutes M1 取消')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1の議事録の確認を取り消しました。
      #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録(案)の確認をお願いします(4団体中0団体が確認済)。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 2件
        第4版
        • 常陸大宮市 未確認
        • 那珂市 未確認
        • かすみがうら市 未確認
        • 五霞町 未確認
        6月23日(火)までに修正依頼がない場合は、確認いただいたものとみなします(みなし確認)。
        [議事録を表示] [確認しました] [修正を依頼する] [訂正する] [ファイルを受け取る]"
    `);
    await here.say(cast.member, '/wg　議事録　Ｍ１　確認済');
    expect(await here.press(cast.english, '修正を依頼する')).toMatchInlineSnapshot(
      `"[フォーム] Ask for a correction: meeting=M1、what to do=修正依頼、what to correct"`,
    );
    expect(
      await here.submit(cast.english, { number: 'M1', step: '修正依頼', words: '欠席者の記載' }),
    ).toMatchInlineSnapshot(`
      "(本人のみ) A correction of the minutes of meeting M1 was asked for by かすみがうら市.
        [Undo]
      #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録(案)に修正依頼があります(4団体中1団体が確認済)。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 2件
        第4版
        • 常陸大宮市 確認済(6月15日(月))
        • 那珂市 未確認
        • かすみがうら市 修正依頼『欠席者の記載』
        • 五霞町 未確認
        6月23日(火)までに修正依頼がない場合は、確認いただいたものとみなします(みなし確認)。
        [議事録を表示] [確認しました] [修正を依頼する] [訂正する] [ファイルを受け取る]
      #wg-介護保険 (スレッド) 介護保険WG 第1回会議(M1)の議事録(案)に、かすみがうら市から修正の依頼がありました。『欠席者の記載』"
    `);
    expect(await here.say(cast.adviser, '/wg 議事録 M1 確認')).toMatchInlineSnapshot(
      `"(本人のみ) 議事録の確認は、介護保険WGの委員が、ご自身の市町について行えます。代わりに入力する場合は、市町名と受付方法を添えて「/wg 議事録 M12 確認 五霞町 電話 6/15 山田」のようにご入力ください。"`,
    );
    expect(await here.say(cast.secretariat, '/wg 議事録 M1 確認 五霞町')).toMatchInlineSnapshot(
      `"(本人のみ) 代行入力には、受け付けた方法・日・お名前が必要です。「/wg 議事録 M12 確認 五霞町 電話 6/15 山田」のようにご入力ください。"`,
    );
    expect(await here.say(cast.secretariat, '/wg 議事録 M1 確認 土浦市 電話 6/15 山田')).toMatchInlineSnapshot(
      `"(本人のみ) 「土浦市」という構成団体は見つかりませんでした。名称をご確認ください。"`,
    );
  });

  test('what is corrected after it was sent is sent again', async () => {
    here.at('2026-06-16T10:00:00+09:00');
    expect(
      await here.say(cast.lead, '/wg 議事録訂正 M1 欠席 理由:記載漏れ\n五霞町(所用のため)'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 『欠席』を修正しました(第5版)。元の記載も残っています。
        訂正前:五霞町 内海 真由美
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録(案)の確認をお願いします(4団体中0団体が確認済)。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 2件
        第5版
        • 常陸大宮市 未確認
        • 那珂市 未確認
        • かすみがうら市 未確認
        • 五霞町 未確認
        6月24日(水)までに修正依頼がない場合は、確認いただいたものとみなします(みなし確認)。
        訂正:欠席(6月16日(火) 10:00、理由:記載漏れ)
        [議事録を表示] [確認しました] [修正を依頼する] [訂正する] [ファイルを受け取る]
      #wg-介護保険 (スレッド) 介護保険WG 第1回会議(M1)の議事録(案)の『欠席』を修正しました。お手数ですが、改めて確認をお願いします。"
    `);
    expect(await here.say(cast.secretariat, '/wg 議事録 M1 確認 五霞町 電話 6/16 山田')).toMatchInlineSnapshot(`
      "(本人のみ) 五霞町として、会議M1の議事録を確認しました。
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録(案)の確認をお願いします(4団体中1団体が確認済)。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 2件
        第5版
        • 常陸大宮市 未確認
        • 那珂市 未確認
        • かすみがうら市 未確認
        • 五霞町 確認済(6月16日(火)、代行入力:電話 6/16 山田)
        6月24日(水)までに修正依頼がない場合は、確認いただいたものとみなします(みなし確認)。
        訂正:欠席(6月16日(火) 10:00、理由:記載漏れ)
        [議事録を表示] [確認しました] [修正を依頼する] [訂正する] [ファイルを受け取る]
      内海 真由美 会議M1の議事録について、五霞町の『確認しました』が代行入力されました(電話 6/16 山田)。相違がある場合は、下のボタンから訂正できます。
        [修正を依頼する]
      荒井 優子 会議M1の議事録について、五霞町の『確認しました』が代行入力されました(電話 6/16 山田)。相違がある場合は、下のボタンから訂正できます。
        [修正を依頼する]"
    `);
  });

  test('a provisional decision is put on the next agenda, to be confirmed there', async () => {
    const put = await here.say(cast.lead, '/wg 議題 M2 1250 5分');
    expect(put.split('\n').filter((one) => one.includes('1250'))).toMatchInlineSnapshot(`
      [
        "(本人のみ) 会議M2の次第に加えました:議題3 介護保険 要件1250の確認(5分)",
        "  議題3 介護保険 要件1250の確認(5分)",
      ]
    `);
  });

  test('seats are reminded on the third business day, by the digest', async () => {
    const told = await here.run('digest', '2026-06-19T09:00:00+09:00');
    expect(told['佐川 礼子']).toMatchInlineSnapshot(`
      "おはようございます。6月19日(金)のお知らせです。本日期限1件、確認待ちの議事録1件です。まず『件数の報告(本日中)』をお願いします。
        ■ 本日
        • 課題K2 件数の報告(介護保険WG、期限 6月19日(金))
        [K2を完了にする] [後で] [担当変更] [回答する]
        ■ 確認をお待ちしている議事録
        • 介護保険WG 第1回会議(M1)の議事録。6月24日(水)までに修正依頼がない場合は、確認いただいたものとみなします。行き違いの際はご容赦ください。
        [M1の議事録を表示] [M1を確認済にする]"
    `);
    expect(told['寺門 聡']).toMatchInlineSnapshot(`undefined`);
  });

  test('silence of five business days confirms, the council’s closed day not counted, whether or not the job ran', async () => {
    expect(await here.say(cast.lead, '/wg 議事録 M1 確認')).toMatch(
      /和田 幸子 \(書換え\) おはよう[\s\S]*~• 介護保険WG 第1回会議\(M1\)の議事録。[^~]*~ 確認済\n +\[M1の議事録を表示\](?! \[M1を確認済)[\s\S]*清水 久美 \(書換え\)[\s\S]*~ 確認済/u,
    );
    here.at('2026-06-24T16:00:00+09:00');
    expect(
      (await here.say(cast.lead, '/req show 1250')).split('\n').filter((one) => /仮|確定/u.test(one)),
    ).toMatchInlineSnapshot(`
      [
        "(本人のみ) 要件1250(仮記録:パッケージ標準どおり)",
      ]
    `);
    here.at('2026-06-25T00:00:00+09:00');
    expect(await here.say(cast.member, '/wg 議事録 M1 確認')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1の議事録は確定しています。誤りがある場合は「/wg 議事録訂正 M1」で訂正できます(元の記載も残ります)。
      #wg-介護保険 (書換え) 要件1250を『パッケージ標準どおり』として決定しました(令和8年度決定第1号)。
        仮記録は、令和8年6月24日(水)に確定しました。
        記録:那珂市 和田 幸子
      #wg-介護保険 (書換え) 介護保険WGの会議(M2)を、令和8年7月10日(金) 14:00〜16:00、五霞町役場で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題3 介護保険 要件1250の確認(5分) 済
        [開催通知を作成]
      #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録が確定しました(令和8年6月24日(水))。
        *決定事項* 5件
        *宿題* 3件
        *確認事項* 2件
        第5版
        • 常陸大宮市 みなし確認(6月24日(水))
        • 那珂市 確認済(6月19日(金))
        • かすみがうら市 みなし確認(6月24日(水))
        • 五霞町 確認済(6月16日(火)、代行入力:電話 6/16 山田)
        訂正:欠席(6月16日(火) 10:00、理由:記載漏れ)
        [議事録を表示] [訂正する] [ファイルを受け取る]
      #wg-介護保険 (スレッド) 介護保険WGの会議M1の議事録が確定しました。仮記録の決定1件も、これにより確定しています。
      #wg-介護保険 (スレッド) 📎議事録_M1_第5版.docx
      #wg-介護保険 (スレッド) 📎議事録_M1_第5版.md"
    `);
    expect(await here.run('minutes', '2026-06-25T09:00:00+09:00')).toMatchInlineSnapshot(`{}`);
  });
});
