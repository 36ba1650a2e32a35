/** Many at once, with costs and scopes; taken up to the subcommittee and the council; reopened; and the log re-tells it. */
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importRows, rows } from '../../support/council.ts';
import { cast, type Office, office } from '../../support/office.ts';

const COUNCIL = '協議会';
const SUBCOMMITTEE = '部会-福祉';
let here: Office;
let councilChannel = '';
let headChannel = '';
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
  councilChannel = here.council.channels.find((one) => one.body === 'council')?.name ?? COUNCIL;
  headChannel = here.council.channels.find((one) => one.body === 'fukushi')?.name ?? SUBCOMMITTEE;
});
afterAll(() => here.close());
const first = (heard: string) => heard.split('\n')[0];

describe('more than five', () => {
  test('are shown first, and decided exactly so by the button, once', async () => {
    expect(
      await here.say(cast.lead, '/req 決定 1201-1206、1220 レベルアップ 費用５００ 次期版で対応されるため'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 要件1201-1206、1220(7件)を『レベルアップ』として決定します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。
        理由:次期版で対応されるため
        費用:500千円
        • 1201 住所地特例の対象者の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。
        • 1202 適用除外の施設の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。
        • 1203 第1号被保険者の資格の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。
        • 1204 住所地特例の対象者の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。
        • 1205 適用除外の施設の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。
        • 1206 第1号被保険者の資格をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        • 1220 負担限度額認定の更新申請を、被保険者の氏名(カナ)・生年月日・住所・宛名番号から検索し、照会できること。
        [7件を決定する] [取りやめる]"
    `);
    expect(first(await here.say(cast.member, '/req 一覧 決定済'))).toContain('0件');
    const heard = await here.press(cast.lead, '7件を決定する');
    expect(heard).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1201-1206、1220を『レベルアップ』として仮記録しました(令和8年度決定第1号)。
        理由:次期版で対応されるため
        費用:500千円
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        費用・対象の限定・例外を含むため、協議会の承認が必要です(現在の段階:WGの合意)。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    expect(await here.say(cast.lead, '/req 実行 1')).toMatchInlineSnapshot(
      `"(本人のみ) この内容は、すでに実行されています。改めての操作は不要です。"`,
    );
    expect(await here.say(cast.otherLead, '/req 実行 1')).toMatchInlineSnapshot(
      `"(本人のみ) 確認番号1の内容は見つかりませんでした。お手数ですが、もう一度はじめからご入力ください。"`,
    );
  });

  test('nothing is done where one of them was decided meanwhile', async () => {
    await here.say(cast.lead, '/req 決定 1231-1237 標準');
    await here.say(cast.secretariat, '/req 決定 1233 標準');
    expect(await here.press(cast.lead, '7件を決定する')).toMatchInlineSnapshot(
      `
      "(本人のみ) 要件1233は、令和8年6月1日(月)に『パッケージ標準どおり』として決定済みです(令和8年度決定第2号、記録:寺門 聡)。変更する場合は、理由を添えて「/req 決定変更 1233 結果 理由」のようにご入力ください。
        決定済みの要件を除く6件(要件1231-1232、1234-1237)だけを『パッケージ標準どおり』とする場合は、下のボタンを押してください。まだ記録していません。
        [6件を決定する] [取りやめる]"
    `,
    );
    expect(first(await here.say(cast.member, '/req 表示 1231'))).toContain('未決');
  });

  test('a range of a whole system is one decision', async () => {
    await here.say(cast.otherLead, '/req 一覧', 'wg-障害者福祉');
    const heard = await here.say(cast.lead, '/req 決定 1261-1400 標準');
    expect(first(heard)).toMatchInlineSnapshot(
      `"(本人のみ) 要件1261-1400(140件)を『パッケージ標準どおり』として決定します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。"`,
    );
    await here.press(cast.lead, '140件を決定する');
    expect(first(await here.say(cast.member, '/req 一覧 決定済'))).toContain('148件');
  });
});

describe('conditions', () => {
  test('a scope of some municipalities is kept, and waits for the council', async () => {
    expect(
      await here.say(cast.lead, '/req 決定 1241 運用見直し 対象:那珂市・五霞町 月次で足りるため'),
    ).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1241を『運用見直し』として仮記録しました(令和8年度決定第4号)。
        理由:月次で足りるため
        対象:那珂市、五霞町
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        費用・対象の限定・例外を含むため、協議会の承認が必要です(現在の段階:WGの合意)。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    expect(await here.say(cast.lead, '/req 決定 1242 運用見直し 対象:水戸市 月次で足りるため')).toMatchInlineSnapshot(
      `"(本人のみ) 「水戸市」という構成団体は見つかりませんでした。対象は「対象:那珂市・五霞町」のようにご入力ください。"`,
    );
    expect(await here.say(cast.lead, '/req 決定 1242 レベルアップ 費用:1,500円')).toMatchInlineSnapshot(`
      "(本人のみ) 費用は千円単位でご入力ください。例:費用500(50万円の場合)
        使い方:/req 決定 &lt;要件番号&gt; &lt;結果&gt; [費用(千円)] [対象:市町] [理由]
        例:/req 決定 1234 代替案 CSVでの一括登録に代える"
    `);
  });
});

describe('levels', () => {
  test('a working group does not approve; it is asked which body does', async () => {
    expect(await here.say(cast.lead, '/req 承認 1201-1206')).toMatchInlineSnapshot(
      `"(本人のみ) どちらの会議体での承認でしょうか。介護保険WGとしての決定は「/req 決定」をご利用ください。福祉業務部会の了承・運営協議会の承認は、「/req 承認 1201-1215 福祉業務部会」のように会議体名を添えてご入力ください。"`,
    );
    expect(await here.say(cast.lead, '/req 承認 1201-1206 介護保険WG')).toMatchInlineSnapshot(
      `"(本人のみ) 介護保険WGでは「承認」を記録しません。WGの決定は「/req 決定」、了承は部会、承認は協議会で記録します。"`,
    );
  });

  test('outside its meeting the head is told when; in it the subcommittee acknowledges many at once, and sees them first', async () => {
    expect(await here.say(cast.head, '/req 了承 1201-1203', headChannel)).toMatchInlineSnapshot(
      `"(本人のみ) 部会長による記録は、福祉業務部会の会議の当日、開会後に行えます。会議の後は、事務局(那珂市)が結果を記録します。"`,
    );
    await here.say(cast.head, '/wg 日程 6/1 11:00 オンライン', headChannel);
    await here.say(cast.head, '/wg 開会', headChannel);
    expect(await here.say(cast.head, '/req 了承 1201-1203', headChannel)).toContain('定足数に達していない');
    await here.say(cast.head, '/wg attend 全員 出席', headChannel);
    expect(await here.say(cast.head, '/req 了承 1201-1203、1207', headChannel)).toMatchInlineSnapshot(`
      "(本人のみ) 福祉業務部会で了承する3件です。内容をご確認のうえ、ボタンを押してください。まだ記録していません。
        • 1201 『レベルアップ』次期版で対応されるため(令和8年度決定第1号、費用500千円) 住所地特例の対象者の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認でき…
        • 1202 『レベルアップ』次期版で対応されるため(令和8年度決定第1号、費用500千円) 適用除外の施設の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できるこ…
        • 1203 『レベルアップ』次期版で対応されるため(令和8年度決定第1号、費用500千円) 第1号被保険者の資格の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力でき…
        要件1201-1203の決定は、仮記録です(会議の議事録、または持ち回り審議で確定します)。
        要件1207は未決のため、含めていません。
        [3件を了承として記録する] [取りやめる]"
    `);
    expect(await here.press(cast.head, '3件を了承として記録する', headChannel)).toMatchInlineSnapshot(`
      "(本人のみ) 福祉業務部会の了承として、3件を記録しました。誤りがある場合は、10分以内であれば「/req 取消 承認1」で取り消せます。
      #部会-福祉業務 福祉業務部会で、要件1201-1203(3件)を了承しました。
        根拠:会議 M1
        記録:かすみがうら市 高野 千春
        [一覧を受け取る] [取り消す]"
    `);
    expect(await here.say(cast.head, '/req 了承 1201-1203', headChannel)).toMatchInlineSnapshot(`
      "(本人のみ) 記録できる要件がありません。
        要件1201-1203は、すでに同じ段階まで進んでいるため、含めていません。"
    `);
    expect(await here.say(cast.lead, '/req 了承 1204', headChannel)).toContain('部会長');
    expect(await here.say(cast.head, '/req 了承 1', headChannel)).toMatchInlineSnapshot(
      `"(本人のみ) 要件1は、福祉業務部会の所管ではありません。担当の部会、または協議会で記録してください。"`,
    );
  });

  test('it can be taken back, and the council approves', async () => {
    expect(await here.press(cast.head, '取り消す', headChannel)).toMatchInlineSnapshot(`
      "(本人のみ) 了承の記録(3件)は取り消されました。
      #部会-福祉業務 (書換え) 了承の記録(3件)は取り消されました。
        ~福祉業務部会で、要件1201-1203(3件)を了承しました。~"
    `);
    await here.say(cast.chair, '/req 承認 1201-1206,1220', councilChannel);
    expect(await here.press(cast.chair, '7件を承認として記録する', councilChannel)).toMatchInlineSnapshot(`
      "(本人のみ) 運営協議会の承認として、7件を記録しました。誤りがある場合は、10分以内であれば「/req 取消 承認2」で取り消せます。
      #wg-介護保険 (書換え) 要件1201-1206、1220を『レベルアップ』として仮記録しました(令和8年度決定第1号)。
        理由:次期版で対応されるため
        費用:500千円
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        段階:協議会の承認
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]
      #協議会 運営協議会で、要件1201-1206、1220(7件)を承認しました。
        会議の結果を事務局が記録しました。
        記録:那珂市 根本 雅之(事務局による代行)
        [一覧を受け取る] [取り消す]"
    `);
  });

  test('the list that was seen is had again, as it was, taken back or not', async () => {
    const told = await here.say(cast.member, '/req 承認一覧 承認2');
    expect(told).toMatchInlineSnapshot(`
      "(本人のみ) 運営協議会で承認した7件の一覧(Excel)を、ダイレクトメッセージでお送りします。
      佐川 礼子 📎承認一覧_2026-06-01.xlsx"
    `);
    const sheetSent = async () => {
      const file = [...here.workspace.state.files.values()].findLast((one) => one.name.startsWith('承認一覧'));
      return (await readXlsx(file?.content ?? Buffer.alloc(0))).sheets[0];
    };
    const sheet = await sheetSent();
    expect(sheet?.rows.slice(0, 2)).toMatchInlineSnapshot(`
      [
        [
          "要件番号",
          "要件内容",
          "決定",
          "結果",
          "理由",
          "費用(千円)",
          "対象・終期",
          "備考",
        ],
        [
          1201,
          "住所地特例の対象者の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。",
          "令和8年度決定第1号",
          "レベルアップ",
          "次期版で対応されるため",
          500,
          null,
          "仮記録",
        ],
      ]
    `);
    await here.say(cast.adviser, '/req 承認一覧 承認2');
    expect((await sheetSent())?.rows[1]?.slice(4, 6)).toEqual(['次期版で対応されるため', null]);
    expect(await here.say(cast.member, '/req 承認一覧 承認1')).toContain('取消済み');
    expect(await here.say(cast.member, '/req 承認一覧 承認99')).toContain('見つかりませんでした');
  });

  test('what stands must be what was shown', async () => {
    await here.say(cast.chair, '/req 承認 1233', councilChannel);
    await here.say(cast.lead, '/req 決定変更 1233 運用見直し 月次で足りるため');
    expect(await here.press(cast.chair, '1件を承認として記録する', councilChannel)).toMatchInlineSnapshot(
      `"(本人のみ) 内容の表示後に、要件1233の決定が変わりました。何も記録していません。お手数ですが、もう一度「/req 承認」で内容をご確認ください。"`,
    );
  });
});

describe('reopening', () => {
  test('needs a reason and something decided; the requirement is open again', async () => {
    expect(await here.say(cast.lead, '/req 再検討 1201')).toMatchInlineSnapshot(
      `"[フォーム] 決定済みの要件を、理由を添えて再検討に戻します: 要件番号=1201、理由"`,
    );
    expect(await here.say(cast.lead, '/req 差し戻し 1250 まだ')).toMatchInlineSnapshot(
      `"(本人のみ) 要件1250はまだ決定されていません。「/req 決定 …」をご利用ください。"`,
    );
    expect(
      await here.say(cast.lead, '/req 再協議 1201 月次処理に間に合わないことが分かったため'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 要件1201を再検討に戻しました。もとの決定は「/req 履歴」からご覧いただけます。
      #wg-介護保険 (書換え) 要件1201-1206、1220を『レベルアップ』として仮記録しました(令和8年度決定第1号)。
        理由:次期版で対応されるため
        費用:500千円
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        段階:協議会の承認
        記録:那珂市 和田 幸子
        うち要件1201は、再検討に戻されました。
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]
      #wg-介護保険 要件1201を再検討に戻しました。理由:月次処理に間に合わないことが分かったため"
    `);
    expect(first(await here.say(cast.member, '/req 表示 1201'))).toContain('未決');
    expect(first(await here.say(cast.lead, '/req 決定 1201 標準'))).toContain('要件1201を');
  });

  test('the history shows old and new', async () => {
    expect(await here.say(cast.member, '/req 経緯 1201')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1201の経緯(6件、古い順)
        住所地特例の対象者の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。
        • 6月1日(月) 10:00 『レベルアップ』令和8年度決定第1号(仮記録、費用500千円、記録:和田 幸子、理由:次期版で対応されるため)
        • 6月1日(月) 10:00 令和8年度決定第1号を再検討に戻す(記録:和田 幸子、理由:月次処理に間に合わないことが分かったため)
        • 6月1日(月) 10:00 『パッケージ標準どおり』令和8年度決定第6号(仮記録、記録:和田 幸子)
        • 6月1日(月) 10:00 令和8年度決定第1号を福祉業務部会で了承(記録:高野 千春)
        • 6月1日(月) 10:00 了承を取消
        • 6月1日(月) 10:00 令和8年度決定第1号を運営協議会で承認(記録:根本 雅之)"
    `);
    expect(await here.say(cast.member, '/req history 1250')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1250には、まだ決定の記録がありません。
        審査結果の取込を、本番の内容に影響を与えずに試行できること。"
    `);
    expect(await here.say(cast.english, '/req history 1233')).toMatchInlineSnapshot(`
      "(本人のみ) Requirement 1233: 2 events, the oldest first
        要介護認定の申請をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        • Mon 1 Jun, 10:00 JST “standard” Decision 2 of FY2026 (provisional, by 寺門 聡)
        • Mon 1 Jun, 10:00 JST “operation” Decision 5 of FY2026 (provisional, by 和田 幸子, reason: 月次で足りるため)"
    `);
  });

  test('the log lists the year’s decisions, what was taken back with its number', async () => {
    await here.say(cast.lead, '/req 決定 1251 標準');
    await here.say(cast.lead, '/req 取消');
    const log = await here.say(cast.member, '/req 決定一覧 令和８年度');
    expect(log.split('\n').slice(0, 9)).toMatchInlineSnapshot(`
      [
        "(本人のみ) 令和8年度の決定一覧(介護保険WG):7件(取消を含む)",
        "  • 第7号 取消",
        "  • 第6号 6月1日(月) 10:00 要件1201 『パッケージ標準どおり』(仮記録)",
        "  • 第5号 6月1日(月) 10:00 要件1233 『運用見直し』(仮記録)、理由:月次で足りるため",
        "  • 第4号 6月1日(月) 10:00 要件1241 『運用見直し』(仮記録)、理由:月次で足りるため",
        "  • 第3号 6月1日(月) 10:00 要件1261-1400 『パッケージ標準どおり』(仮記録)",
        "  • 第2号 6月1日(月) 10:00 要件1233 『パッケージ標準どおり』(仮記録、その後、変更・再検討)",
        "  • 第1号 6月1日(月) 10:00 要件1201-1206、1220 『レベルアップ』(仮記録、うち要件1201はその後、変更・再検討)、理由:次期版で対応されるため",
        "  全7件中 1〜7件目",
      ]
    `);
    expect(await here.say(cast.member, '/req 決定簿 2025')).toMatchInlineSnapshot(`
      "(本人のみ) 令和7年度の決定一覧(介護保険WG):0件(取消を含む)
        該当するものはありません。"
    `);
  });
});

describe('taking back more than five', () => {
  test('is shown first: a decision, and what stands afterwards', async () => {
    here.at('2026-06-01T11:00:00+09:00');
    await here.say(cast.lead, '/req 決定 1207-1213 標準');
    await here.press(cast.lead, '7件を決定する');
    await here.say(cast.lead, '/req 決定変更 1207-1212 運用見直し 月次で足りるため');
    await here.press(cast.lead, '6件を決定する');
    expect(await here.press(cast.lead, '取り消す')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1207-1212(6件)の令和8年度決定第9号(運用見直し)を取り消します。内容をご確認のうえ、ボタンを押してください。まだ取り消していません。
        取り消すと、変更前の決定(令和8年度決定第8号)に戻ります。変更前に未決だった要件は、未決に戻ります。この決定番号は欠番になります。
        [6件を取り消す] [取りやめる]"
    `);
    expect(first(await here.say(cast.member, '/req 表示 1207'))).toContain('運用見直し');
    expect(first(await here.press(cast.lead, '6件を取り消す'))).toMatchInlineSnapshot(
      `"(本人のみ) 要件1207-1212の令和8年度決定第9号(運用見直し)は取り消されました。この決定番号は欠番になります。"`,
    );
    expect(first(await here.say(cast.member, '/req 表示 1207'))).toContain('標準どおり');
    await here.say(cast.lead, '/req 取消 第8号');
    here.at('2026-06-01T11:10:01+09:00');
    expect(first(await here.press(cast.lead, '7件を取り消す'))).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年度決定第8号は、記録(11:00)から10分を過ぎているため取り消せません。変更する場合は、理由を添えて「/req 決定変更 …」とご入力ください。"`,
    );
  });

  test('an approval, with the requirements that it took', async () => {
    await here.say(cast.chair, '/req 承認 1207-1212', councilChannel);
    await here.press(cast.chair, '6件を承認として記録する', councilChannel);
    expect(await here.say(cast.chair, '/req 取消 承認3', councilChannel)).toMatchInlineSnapshot(`
      "(本人のみ) 運営協議会の承認の記録(6件)を取り消します。内容をご確認のうえ、ボタンを押してください。まだ取り消していません。
        • 1207 『パッケージ標準どおり』 住所地特例の対象者をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧…
        • 1208 『パッケージ標準どおり』 適用除外の施設をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確…
        • 1209 『パッケージ標準どおり』 第1号被保険者の資格の参照・更新の権限を職員ごとに設定でき、操作の記録を残せるこ…
        • 1210 『パッケージ標準どおり』 住所地特例の対象者の参照・更新の権限を職員ごとに設定でき、操作の記録を残せること…
        • 1211 『パッケージ標準どおり』 適用除外の施設の参照・更新の権限を職員ごとに設定でき、操作の記録を残せること。
        • 1212 『パッケージ標準どおり』 負担限度額認定の更新申請を登録・修正・削除できること。
        [6件を取り消す] [取りやめる]"
    `);
    expect(await here.say(cast.lead, '/req 取消 承認3')).toContain('行えます');
    expect(first(await here.press(cast.chair, '6件を取り消す', councilChannel))).toMatchInlineSnapshot(
      `"(本人のみ) 承認の記録(6件)は取り消されました。"`,
    );
  });

  test('answers: each with what counts now and afterwards; those given since are not taken back', async () => {
    for (const number of [1214, 1215, 1216, 1217, 1218, 1219]) await here.say(cast.lead, `/req 提案 ${number} 標準`);
    await here.say(cast.member, '/req 異議 P1 月次処理に間に合わないため');
    await here.say(cast.member, '/req 同意 P1-P6');
    await here.press(cast.member, '6件に回答する');
    expect(await here.say(cast.member, '/req 取消 P1-P6')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1、P2、P3、P4、P5、P6(6件)への、常陸大宮市の直前の回答を取り消します。内容をご確認のうえ、ボタンを押してください。まだ取り消していません。
        • P1 介護保険WG 要件1214『パッケージ標準どおり』(期限 6月8日(月)) 同意 → 異議
        • P2 介護保険WG 要件1215『パッケージ標準どおり』(期限 6月8日(月)) 同意 → 未回答
        • P3 介護保険WG 要件1216『パッケージ標準どおり』(期限 6月8日(月)) 同意 → 未回答
        • P4 介護保険WG 要件1217『パッケージ標準どおり』(期限 6月8日(月)) 同意 → 未回答
        • P5 介護保険WG 要件1218『パッケージ標準どおり』(期限 6月8日(月)) 同意 → 未回答
        • P6 介護保険WG 要件1219『パッケージ標準どおり』(期限 6月8日(月)) 同意 → 未回答
        [6件を取り消す] [取りやめる]"
    `);
    const plan = (await here.store.client.plan.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
    await here.say(cast.member, '/req 棄権 P2');
    expect(await here.say(cast.member, `/req 実行 ${plan}`)).toMatchInlineSnapshot(
      `"(本人のみ) 内容の表示後に、別の回答が記録されました。何も取り消していません。お手数ですが、もう一度ご確認ください。"`,
    );
    await here.say(cast.member, '/req 取消 P2');
    await here.say(cast.member, '/req 取消 P1-P6');
    expect(first(await here.press(cast.member, '6件を取り消す'))).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P1、P2、P3、P4、P5、P6への、常陸大宮市の直前の回答を取り消しました。"`,
    );
    const positions = await here.store.council('ibaraki').circulations.answersTo([1, 2, 3]);
    expect([...positions.values()].map((all) => all.map((one) => one.answer).join())).toMatchInlineSnapshot(`
      [
        "object,agree,undo",
        "agree,abstain,undo,undo",
        "agree,undo",
      ]
    `);
  });
});

describe('a range with 3,000 members', () => {
  const decided = () =>
    here.store.client.decisionLine.count({ where: { decision: { cancellation: null, note: 'まとめて' } } });
  const brief = (heard: string) =>
    heard
      .split('\n')
      .filter((one) => !one.includes('•'))
      .join('\n');

  test('is decided as one, or not at all', async () => {
    await importRows(here.store, rows(3_000));
    expect(brief(await here.say(cast.lead, '/req 決定 ３０７０〜６０６９ 標準どおり まとめて'))).toMatchInlineSnapshot(`
      "(本人のみ) 要件3070-6069(3,000件)を『パッケージ標準どおり』として決定します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。
        理由:まとめて
        ほか2,980件。番号は上記のとおりです。
        [3,000件を決定する] [取りやめる]"
    `);
    await here.say(cast.secretariat, '/req 決定 4000 標準');
    expect(await here.press(cast.lead, '3,000件を決定する')).toContain('要件4000は、');
    expect(await decided()).toBe(0);
    await here.say(cast.secretariat, '/req 取消');
    here.at('2026-06-01T12:00:00+09:00');
    await here.say(cast.lead, '/req 決定 3070-6069 標準 まとめて');
    expect(first(await here.press(cast.lead, '3,000件を決定する'))).toMatchInlineSnapshot(
      `"#wg-介護保険 要件3070-6069を『パッケージ標準どおり』として仮記録しました(令和8年度決定第11号)。"`,
    );
    expect(await decided()).toBe(3_000);
  });

  test('is approved by a list that is sent as a file, and reopened or proposed only after it was shown', async () => {
    expect(brief(await here.say(cast.chair, '/req 承認 3070-6069', councilChannel))).toMatchInlineSnapshot(`
      "(本人のみ) 運営協議会で承認する3,000件です。内容をご確認のうえ、ボタンを押してください。まだ記録していません。
        全3,000件の一覧(Excel)を、ダイレクトメッセージでお送りします。
        要件3070-6069の決定は、仮記録です(会議の議事録、または持ち回り審議で確定します)。
        [3,000件を承認として記録する] [取りやめる]
      根本 雅之 📎承認一覧_2026-06-01.xlsx"
    `);
    expect(brief(await here.say(cast.lead, '/req 再検討 3070-6069 見直しのため'))).toMatchInlineSnapshot(`
      "(本人のみ) 要件3070-6069(3,000件)を再検討に戻します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。
        理由:見直しのため
        ほか2,980件。番号は上記のとおりです。
        [3,000件を再検討に戻す] [取りやめる]"
    `);
    await here.say(cast.secretariat, '/req 決定変更 4000 運用見直し 月次で足りるため');
    expect(await here.press(cast.lead, '3,000件を再検討に戻す')).toMatchInlineSnapshot(
      `"(本人のみ) 内容の表示後に、要件4000の決定が変わりました。何も記録していません。お手数ですが、もう一度「/req 再検討」からお試しください。"`,
    );
    await here.say(cast.lead, '/req 再検討 3070-3075 見直しのため');
    expect((await here.press(cast.lead, '6件を再検討に戻す')).split('\n').at(-1)).toMatchInlineSnapshot(
      `"#wg-介護保険 要件3070-3075を再検討に戻しました。理由:見直しのため"`,
    );
    expect(brief(await here.say(cast.lead, '/req 提案 3070-3075 代替案 CSVで対応'))).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの持ち回り審議で、要件3070-3075(6件)を『代替案』とすることを諮ります。内容をご確認のうえ、ボタンを押してください。まだ諮っていません。
        理由:CSVで対応
        [6件を諮る] [取りやめる]"
    `);
    await here.say(cast.secretariat, '/req 提案 3072 標準');
    const { id } = await here.store.client.plan.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(await here.say(cast.lead, `/req 実行 ${id}`)).toMatchInlineSnapshot(
      `"(本人のみ) 要件3072は、持ち回り審議P7で回答を受け付けています。結果を待つか、P7を「/req 提案取下げ P7」で取り下げてから、ご提案ください。"`,
    );
    await here.say(cast.secretariat, '/req 提案取下げ P7');
    here.at('2026-06-01T12:05:00+09:00');
    expect(first(await here.say(cast.lead, `/req 実行 ${id}`))).toMatchInlineSnapshot(
      `"#wg-介護保険 【持ち回り審議P8】介護保険WG:要件3070-3075を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。"`,
    );
  });
});

test('the cost and whom it is for are read wherever they are called so; an amount alone stays in the reason', async () => {
  expect(
    await here.say(cast.lead, '/req 決定 1243 レベルアップ 次期版で対応されるため 費用５０万円 対象：那珂市'),
  ).toMatchInlineSnapshot(`
    "#wg-介護保険 要件1243を『レベルアップ』として仮記録しました(令和8年度決定第13号)。
      理由:次期版で対応されるため
      費用:500千円
      対象:那珂市
      会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
      費用・対象の限定・例外を含むため、協議会の承認が必要です(現在の段階:WGの合意)。
      記録:那珂市 和田 幸子
      誤りがある場合は、10分以内であれば取り消せます。
      [取り消す] [要件を表示]"
  `);
  expect(
    await here.say(cast.lead, '/req 決定 1244 レベルアップ 次期版で対応されるため 1,200千円'),
  ).toMatchInlineSnapshot(`
    "(本人のみ) 「1,200千円」は、理由の一部として扱いました。費用として登録する場合は、取り消したうえで「費用1,200千円」のようにご入力ください。
    #wg-介護保険 要件1244を『レベルアップ』として仮記録しました(令和8年度決定第14号)。
      理由:次期版で対応されるため 1,200千円
      会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
      記録:那珂市 和田 幸子
      誤りがある場合は、10分以内であれば取り消せます。
      [取り消す] [要件を表示]"
  `);
});
