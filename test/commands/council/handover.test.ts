/** The handover: a pack for every seat at any time, the checklist of the switch, and what is kept from whom. */
import { convertToHtml } from 'mammoth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, DIRECT, HERE, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2028-03-01T10:00:00+09:00');
  await here.say(cast.lead, '/req 決定 1234 代替案 費用500 CSVでの一括登録に代えるため');
  await here.say(cast.lead, '/item 追加 @常陸大宮市 4/28 帳票の確認');
  await here.say(cast.lead, '/wg 日程 4/18 14:00-16:00 那珂市役所 要件の確認、次回の日程');
  await here.say(cast.lead, '/req 提案 1235 標準 3/15');
  await here.say(cast.english, '/req 異議 P1 月次処理に間に合わないため');
  const { client } = here.store;
  await client.person.updateMany({ where: { name: '清水 久美' }, data: { email: 'shimizu@naka.example.jp' } });
});
afterAll(() => here.close());

test('a member sees the pack of the own seat: duties, what waits, what was decided and why, who is who, the year', async () => {
  expect(await here.say(cast.successor, '/council 引継ぎ')).toMatchInlineSnapshot(`
    "(本人のみ) 常陸大宮市 介護保険WG 委員の引継書です(令和10年3月1日(水)現在)。未了の課題1件、未回答の持ち回り審議1件、異議のある持ち回り審議1件、未決の要件209件、仮記録の要件1件、今後の会議1件があります。
      *現在の担当者* 砂川 巧
      *代理* 菊池 友美
      *後任* 未公表
      *役割* 会議への出席、日程調整・持ち回り審議への回答、担当する課題の対応、議事録の確認
      ■ 未了の課題(1件)
      • 課題K1 帳票の確認(期限 4月28日(金)、未着手)
      ■ 審議中の持ち回りと異議(1件)
      • P1 要件1235を『パッケージ標準どおり』とすること(期限 3月8日(水)、未回答、異議:かすみがうら市『月次処理に間に合わないため』)
      ■ 未決の要件(209件)
      • 要件1191 第1号被保険者の資格を登録・修正・削除できること。
      • 要件1192 住所地特例の対象者を登録・修正・削除できること。
      • 要件1193 適用除外の施設を登録・修正・削除できること。
      • 要件1194 第1号被保険者の資格の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。
      • 要件1195 住所地特例の対象者の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。
      ほか204件。Wordの引継書、または各一覧でご覧いただけます。
      ■ 最近の決定と理由(1件)
      • 令和9年度決定第1号 要件1234『代替案』(費用500千円) 理由:CSVでの一括登録に代えるため
      ■ 今後の会議(1件)
      • 会議M1 介護保険WG 令和10年4月18日(火) 14:00〜16:00 那珂市役所
      ■ 連絡先(5件)
      • 常陸大宮市 砂川 巧・菊池 友美(代理)
      • 那珂市 和田 幸子・清水 久美(代理)・和田 幸子(座長)
      • かすみがうら市 飯田 佳代・羽成 徹(代理)
      • 五霞町 内海 真由美・荒井 優子(代理)
      • 事務局 君山 創・小松崎 瞳・坂本 亮・貝塚 芳信
      ■ 年間の予定(5件)
      • *4月* 年度の切替え(4月1日)、会議M1(4月18日(火) 14:00)、課題K1の期限(4月28日(金))
      • *6月* 繁忙期『6月議会』
      • *9月* 繁忙期『9月議会』
      • *12月* 繁忙期『12月議会』
      • *3月* 繁忙期『3月議会』、繁忙期『異動期』
      [Wordで受け取る] [引継確認を表示]"
  `);
});

test('any seat’s pack is read by naming it, in any order; a lead’s and an information section’s too', async () => {
  expect((await here.say(cast.lead, '/council handover 介護保険WG 五霞町')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 五霞町 介護保険WG 委員の引継書です(令和10年3月1日(水)現在)。未回答の持ち回り審議1件、異議のある持ち回り審議1件、未決の要件209件、仮記録の要件1件、今後の会議1件があります。"`,
  );
  expect((await here.say(cast.successor, '/council 引き継ぎ 介護保険ＷＧ 座長')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 介護保険WG 座長の引継書です(令和10年3月1日(水)現在)。異議のある持ち回り審議1件、未決の要件209件、仮記録の要件1件、今後の会議1件があります。"`,
  );
  expect(
    (await here.say(cast.successor, '/council 事務引継 那珂市 情報主管')).split('\n').slice(0, 4),
  ).toMatchInlineSnapshot(`
    [
      "(本人のみ) 那珂市 情報主管担当の引継書です(令和10年3月1日(水)現在)。未了の課題・未回答の審議・今後の会議はありません。",
      "  *現在の担当者* 平松 翔・寺門 聡・綿引 香織・根本 雅之",
      "  *後任* 未公表",
      "  *役割* 自団体の名簿の管理(次年度の内示を含む)、庁内の取りまとめ、代行入力",
    ]
  `);
});

test('who holds several seats sees each with what waits there', async () => {
  expect(await here.say(cast.secretariat, '/council 引継ぎ', DIRECT)).toMatchInlineSnapshot(`
    "(本人のみ) 引継書は2件あります。ボタンで内容をご覧いただけます。
      • 那珂市 プロジェクトチーム 委員の引継書です(令和10年3月1日(水)現在)。未了の課題・未回答の審議・今後の会議はありません。
      • 那珂市 情報主管担当の引継書です(令和10年3月1日(水)現在)。未了の課題・未回答の審議・今後の会議はありません。
      [那珂市 プロジェクトチーム 委員] [那珂市 情報主管担当]
      全2件中 1〜2件目"
  `);
});

test('costs are left out for the adviser', async () => {
  expect(await here.say(cast.successor, '/council 引継ぎ 那珂市 介護保険WG')).toContain('費用500千円');
  expect(await here.say(cast.adviser, '/council 引継ぎ 那珂市 介護保険WG')).not.toContain('費用500');
});

test('an unknown body is asked back, a name that is too much is told', async () => {
  expect(await here.say(cast.lead, '/council 引継ぎ 那珂市 介護保健WG')).toMatchInlineSnapshot(`
    "(本人のみ) 「介護保健WG」は見つかりませんでした。『介護保険』のことでしょうか。
      [はい、『介護保険』です]"
  `);
  expect(await here.say(cast.lead, '/council 引継ぎ 那珂市 介護保険WG 次年度')).toMatchInlineSnapshot(`
    "(本人のみ) 「次年度」の部分を読み取れませんでした。「/council 引継ぎ 那珂市 介護保険WG」のように、市町と会議体を1つずつご入力ください。
      使い方:/council 引継ぎ [市町 WG名(省略するとご自身の担当)・文書]
      例:/council 引継ぎ 那珂市 介護保険WG"
  `);
  expect(await here.say(cast.noSeat, '/council 引継ぎ')).toMatchInlineSnapshot(
    `"(本人のみ) 本日の名簿に、ご自身の担当がありません。「/council 引継ぎ 那珂市 介護保険WG」のように、市町と会議体をご入力ください。"`,
  );
});

test('as a Word file it is an office’s 事務引継書, with boxes for the seals', async () => {
  expect(await here.press(cast.successor, 'Wordで受け取る', HERE)).toMatchInlineSnapshot(`
    "(本人のみ) 引継書(Word)を、ダイレクトメッセージでお送りします。
    砂川 巧 📎引継書_那珂市_介護保険WG_委員_2028-03-01.docx
    砂川 巧 <📄 引継書(那珂市 介護保険WG 委員)>"
  `);
  const file = [...here.workspace.state.files.values()].findLast((one) => one.name.endsWith('.docx'));
  const { value } = await convertToHtml({ buffer: file?.content ?? Buffer.alloc(0) });
  expect(value.replaceAll(/<[^>]+>/gu, '|').replaceAll(/\|+/gu, '|')).toMatchInlineSnapshot(
    `"|　　　第　　　　号|令和10年3月1日|いばらき自治体クラウド基幹業務運営協議会|事務引継書|項目|内容|引継ぎの対象|那珂市 介護保険WG 委員|現在の担当者|和田 幸子(代理 清水 久美)|後任|未公表(公表後に記入)|引継ぎの日|令和10年4月1日(土) 午前0時|役割|会議への出席、日程調整・持ち回り審議への回答、担当する課題の対応、議事録の確認|概要|未回答の持ち回り審議1件、異議のある持ち回り審議1件、未決の要件209件、仮記録の要件1件、今後の会議1件|作成日|令和10年3月1日(水)|1　未了の課題(0件)|　該当するものはありません。|2　審議中の持ち回りと異議(1件)|番号|要件|提案|期限|自団体の回答|異議|P1|1235|パッケージ標準どおり|3月8日(水)|未回答|かすみがうら市『月次処理に間に合わないため』|3　未決の要件(209件)|要件|内容|1191|第1号被保険者の資格を登録・修正・削除できること。|1192|住所地特例の対象者を登録・修正・削除できること。|1193|適用除外の施設を登録・修正・削除できること。|1194|第1号被保険者の資格の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。|1195|住所地特例の対象者の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。|1196|適用除外の施設の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。|1197|第1号被保険者の資格を、被保険者の氏名(カナ)・生年月日・住所・宛名番号から検索し、照会できること。|1198|住所地特例の対象者を、被保険者の氏名(カナ)・生年月日・住所・宛名番号から検索し、照会できること。|1199|適用除外の施設を、被保険者の氏名(カナ)・生年月日・住所・宛名番号から検索し、照会できること。|1200|第1号被保険者の資格の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。|1201|住所地特例の対象者の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。|1202|適用除外の施設の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。|1203|第1号被保険者の資格の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。|1204|住所地特例の対象者の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。|1205|適用除外の施設の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。|1206|第1号被保険者の資格をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。|1207|住所地特例の対象者をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。|1208|適用除外の施設をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。|1209|第1号被保険者の資格の参照・更新の権限を職員ごとに設定でき、操作の記録を残せること。|1210|住所地特例の対象者の参照・更新の権限を職員ごとに設定でき、操作の記録を残せること。|1211|適用除外の施設の参照・更新の権限を職員ごとに設定でき、操作の記録を残せること。|1212|負担限度額認定の更新申請を登録・修正・削除できること。|1213|要介護認定の申請を登録・修正・削除できること。|1214|認定調査票を登録・修正・削除できること。|1215|主治医意見書を登録・修正・削除できること。|1216|負担限度額認定の更新申請の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。|1217|要介護認定の申請の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。|1218|認定調査票の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。|1219|主治医意見書の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。|1220|負担限度額認定の更新申請を、被保険者の氏名(カナ)・生年月日・住所・宛名番号から検索し、照会できること。|1221|要介護認定の申請を、被保険者の氏名(カナ)・生年月日・住所・宛名番号から検索し、照会できること。|1222|認定調査票を、被保険者の氏名(カナ)・生年月日・住所・宛名番号から検索し、照会できること。|1223|主治医意見書を、被保険者の氏名(カナ)・生年月日・住所・宛名番号から検索し、照会できること。|1224|負担限度額認定の更新申請の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。|1225|要介護認定の申請の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。|1226|認定調査票の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。|1227|主治医意見書の異動履歴を時系列で照会でき、異動日・処理日・処理者を確認できること。|1228|負担限度額認定の更新申請の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。|1229|要介護認定の申請の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。|1230|認定調査票の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。|　ほか169件は、Renkeiの一覧でご確認ください。|4　最近の決定と理由(1件)|決定|要件|結果|理由|決定日|令和9年度決定第1号|1234|代替案(費用500千円)|CSVでの一括登録に代えるため|令和10年3月1日(水)|5　今後の会議(1件)|番号|会議体|日時|場所|議題|M1|介護保険WG|令和10年4月18日(火) 14:00〜16:00|那珂市役所|要件の確認|次回の日程|6　日程調整(0件)|　該当するものはありません。|7　資料(0件)|　該当するものはありません。|8　連絡先(5件)|団体|氏名|電話・メール|常陸大宮市|砂川 巧・菊池 友美(代理)|那珂市|和田 幸子・清水 久美(代理)・和田 幸子(座長)|shimizu@naka.example.jp|かすみがうら市|飯田 佳代・羽成 徹(代理)|五霞町|内海 真由美・荒井 優子(代理)|事務局|君山 創・小松崎 瞳・坂本 亮・貝塚 芳信|9　年間の予定(5件)|月|予定|4月|年度の切替え(4月1日)|会議M1(4月18日(火) 14:00)|6月|繁忙期『6月議会』|9月|繁忙期『9月議会』|12月|繁忙期『12月議会』|3月|繁忙期『3月議会』|繁忙期『異動期』|特記事項(口頭での申し送り・庁内の事情など)|記入欄|　上記のとおり、引継ぎを行いました。　　　　　　年　　月　　日|引継者|引受者|立会者|"`,
  );
});

test('two seats of one person in one body: what is the body’s stands in their file once', async () => {
  expect(await here.say(cast.lead, '/council 引継ぎ 文書')).toContain('引継書_2件_');
  const file = [...here.workspace.state.files.values()].findLast((one) => /件_[\d-]+\.docx$/u.test(one.name));
  const { value } = await convertToHtml({ buffer: file?.content ?? Buffer.alloc(0) });
  const words = value.replaceAll(/<[^>]+>/gu, '|').replaceAll(/\|+/gu, '|');
  expect(words.match(/[^|]*引継書と同じです。|\|事務引継書|最近の決定と理由[^|]*\|[^|]*/gu)).toMatchInlineSnapshot(`
    [
      "|事務引継書",
      "最近の決定と理由(1件)|決定",
      "|事務引継書",
      "　前の「介護保険WG 座長」の引継書と同じです。",
      "最近の決定と理由(1件)|　前の「介護保険WG 座長」の引継書と同じです。",
      "　前の「介護保険WG 座長」の引継書と同じです。",
      "　前の「介護保険WG 座長」の引継書と同じです。",
    ]
  `);
  expect(words.split('|1191|')).toHaveLength(2);
});

test('where the workspace has canvases it is one too, which is written anew when it is asked for again', async () => {
  const canvases = () => [...here.workspace.state.files.values()].filter((one) => one.name.startsWith('引継書('));
  const content = () => Buffer.from(canvases()[0]?.content ?? '').toString();
  expect(
    content()
      .split('\n')
      .filter((one) => /^#|1234|P1|清水/u.test(one)),
  ).toMatchInlineSnapshot(`
    [
      "# 事務引継書 那珂市 介護保険WG 委員",
      "- **現在の担当者** 和田 幸子(代理 清水 久美)",
      "## 1 未了の課題(0件)",
      "## 2 審議中の持ち回りと異議(1件)",
      "- P1 要件1235を『パッケージ標準どおり』とすること(期限 3月8日(水)、未回答、異議:かすみがうら市『月次処理に間に合わないため』)",
      "## 3 未決の要件(209件)",
      "## 4 最近の決定と理由(1件)",
      "- 令和9年度決定第1号 要件1234『代替案』(費用500千円) 理由:CSVでの一括登録に代えるため",
      "## 5 今後の会議(1件)",
      "## 6 日程調整(0件)",
      "## 7 資料(0件)",
      "## 8 連絡先(5件)",
      "- 那珂市 和田 幸子・清水 久美(代理)・和田 幸子(座長)",
      "## 9 年間の予定(5件)",
    ]
  `);
  here.at('2028-03-02T08:00:00+09:00');
  const again = await here.say(cast.successor, '/council 引継ぎ 那珂市 介護保険WG 文書');
  expect([again.includes('.docx'), again.includes('📄'), canvases().length]).toEqual([true, false, 1]);
  expect(content()).toContain('令和10年3月2日(木)');
  here.workspace.state.freePlan = true;
  const free = await here.say(cast.lead, '/council 引継ぎ 那珂市 介護保険WG 文書');
  here.workspace.state.freePlan = false;
  expect([free.includes('.docx'), free.includes('📄')]).toEqual([true, false]);
  expect(await here.store.council('ibaraki').undelivered()).toEqual([]);
});

test('the checklist shows what the offices hand over; each side ticks its own, and takes it back', async () => {
  here.at('2028-03-02T09:30:00+09:00');
  expect(await here.say(cast.secretariat2027, '/council 引継確認')).toMatchInlineSnapshot(`
    "(本人のみ) 令和10年度への引継確認(かすみがうら市 → 常陸大宮市):13項目中0項目が完了しています。
      • 1 会長印(公印)(会長) 引渡し－・受領－
      • 2 協定書・要綱の原本(会長) 引渡し－・受領－
      • 3 契約書と支払状況(事務局) 引渡し－・受領－
      • 4 負担金の収納と精算(事務局) 引渡し－・受領－
      • 5 関係者の連絡先一覧(事務局) 引渡し－・受領－
      • 6 鍵・備品(事務局) 引渡し－・受領－
      • 7 共有フォルダの管理権限(事務局) 引渡し－・受領－
      • 8 各サービスのアカウントの管理者(事務局) 引渡し－・受領－
      • 9 Slackのチャンネルの管理者(事務局) 引渡し－・受領－
      • 10 Slackのユーザーグループの管理者(事務局) 引渡し－・受領－
      • 11 共有カレンダーの所有者(事務局) 引渡し－・受領－
      • 12 文書番号簿と起案文書(事務局) 引渡し－・受領－
      • 13 未了案件と年間の予定(事務局) 引渡し－・受領－
      各担当の引継ぎ:引渡しの確認が済んだ担当0件、受領の確認が済んだ担当0件
      [1 会長印(公印)] [2 協定書・要綱の原本] [3 契約書と支払状況] [4 負担金の収納と精算] [5 関係者の連絡先一覧] [6 鍵・備品] [7 共有フォルダの管理権限] [8 各サービスのアカウントの管理者] [9 Slackのチャンネルの管理者] [10 Slackのユーザーグループの管理者] [11 共有カレンダーの所有者] [12 文書番号簿と起案文書] [13 未了案件と年間の予定]
      引き渡す側・引き受ける側の双方が、ボタン、または「/council 引継済 3」で確認します。取り消すには「/council 引継済取消 3」とご入力ください。"
  `);
  expect((await here.say(cast.secretariat2027, '/council 引継済 3,6')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 『契約書と支払状況』『鍵・備品』の引渡しを確認しました。令和10年度への引継確認(かすみがうら市 → 常陸大宮市):13項目中0項目が完了しています。"`,
  );
  expect((await here.say(cast.secretariat2028, '/council tick ３')).split('\n').slice(0, 5)).toMatchInlineSnapshot(`
    [
      "(本人のみ) 『契約書と支払状況』の受領を確認しました。令和10年度への引継確認(かすみがうら市 → 常陸大宮市):13項目中1項目が完了しています。",
      "  • 1 会長印(公印)(会長) 引渡し－・受領－",
      "  • 2 協定書・要綱の原本(会長) 引渡し－・受領－",
      "  • ~3 契約書と支払状況~(事務局) 引渡し○(3月2日(木))・受領○(3月2日(木))",
      "  • 4 負担金の収納と精算(事務局) 引渡し－・受領－",
    ]
  `);
  expect((await here.say(cast.secretariat2028, '/council tick 3 受領')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 『契約書と支払状況』の受領は、すでに確認済みです。"`,
  );
  expect((await here.press(cast.secretariat2027, '取り消す')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 『契約書と支払状況』『鍵・備品』の引渡しの確認を取り消しました。令和10年度への引継確認(かすみがうら市 → 常陸大宮市):13項目中0項目が完了しています。"`,
  );
});

test('who is on neither side is told who may; the secretariat ticks for another, naming the side', async () => {
  expect(await here.say(cast.lead, '/council 引継済 3')).toMatchInlineSnapshot(
    `"(本人のみ) 会長・事務局の引継ぎの確認は、かすみがうら市(引渡し)と常陸大宮市(受領)の協議会委員・情報主管担当が行えます。会長が不在の間は、会長の項目を職務代理者も確認できます。どちらでもない場合の代行は、事務局(かすみがうら市)が「/council 引継済 3 受領」のように引渡し・受領の別を添えて行えます。"`,
  );
  expect((await here.say(cast.secretariat2027, '/council 引継済 4 受領')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 『負担金の収納と精算』の受領を確認しました(代行)。令和10年度への引継確認(かすみがうら市 → 常陸大宮市):13項目中0項目が完了しています。"`,
  );
  expect(await here.say(cast.lead, '/council 引継済 99')).toMatchInlineSnapshot(
    `"(本人のみ) 引継確認に項目99はありません。項目は 1、2、3、4、5、6、7、8、9、10、11、12、13、14、15、16、17 です。"`,
  );
  expect(await here.say(cast.secretariat2027, '/council 引継済 3,14')).toMatchInlineSnapshot(
    `"(本人のみ) 会長・事務局の項目と、各担当の項目は、分けてご入力ください。"`,
  );
});

test('while the chair is away, who acts for the chair ticks the chair’s lines, so marked', async () => {
  expect(await here.say('goka-chiku', '/council 引継済 1')).toContain('協議会委員・情報主管担当が行えます');
  await here.say('kasumi-kaizuka', '/council お知らせ 休暇 3/2〜3/5');
  await here.say(cast.inTwo, '/council お知らせ 休暇 3/2〜3/5');
  expect((await here.say('goka-chiku', '/council tick 1')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 『会長印(公印)』の引渡しを確認しました(会長職務代理)。令和10年度への引継確認(かすみがうら市 → 常陸大宮市):13項目中0項目が完了しています。"`,
  );
  const { client } = here.store;
  expect(await client.auditEntry.findFirst({ where: { act: 'council tick' }, orderBy: { id: 'desc' } })).toMatchObject({
    ...{ acting: true, onBehalf: false },
  });
  expect(await here.say('goka-chiku', '/council 引継済 1 受領')).toContain('協議会委員・情報主管担当が行えます');
  expect(await here.say('goka-chiku', '/council 引継済 3')).toContain('協議会委員・情報主管担当が行えます');
  expect((await here.say('goka-chiku', '/council untick 1')).split('\n')[0]).toContain('引渡しの確認を取り消しました');
  // The first in the order of acting chairs next: the chair's side and the own one are told apart.
  await here.say(cast.inTwo, '/council お知らせ 休暇 なし');
  expect((await here.say(cast.inTwo, '/council 引継済 1 引渡し')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 『会長印(公印)』の引渡しを確認しました(会長職務代理)。令和10年度への引継確認(かすみがうら市 → 常陸大宮市):13項目中0項目が完了しています。"`,
  );
  expect((await here.say(cast.inTwo, '/council 引継済 1 受領')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 『会長印(公印)』の受領を確認しました。令和10年度への引継確認(かすみがうら市 → 常陸大宮市):13項目中1項目が完了しています。"`,
  );
  const [received] = await client.auditEntry.findMany({
    where: { act: 'council tick' },
    orderBy: { id: 'desc' },
    take: 1,
  });
  expect(received).toMatchObject({ acting: false, onBehalf: false });
  await here.say(cast.inTwo, '/council 引継済取消 1 引渡し');
  await here.say(cast.inTwo, '/council 引継済取消 1 受領');
});

test('a seat’s lines are ticked by who sits there, and by nobody else', async () => {
  expect(await here.say(cast.successor, '/council 引継済 14-16')).toMatchInlineSnapshot(`
    "(本人のみ) 『引継書の確認』『未了の課題の説明』『庁内の関係者・連絡先』の引渡しを確認しました。常陸大宮市 介護保険WG 委員の引継確認(令和10年度へ):4項目中0項目が完了しています。
      • 14 引継書の確認 引渡し○(3月2日(木))・受領－
      • 15 未了の課題の説明 引渡し○(3月2日(木))・受領－
      • 16 庁内の関係者・連絡先 引渡し○(3月2日(木))・受領－
      • 17 資料・データの保管場所 引渡し－・受領－
      [14 引継書の確認] [15 未了の課題の説明] [16 庁内の関係者・連絡先] [17 資料・データの保管場所]
      引き渡す側・引き受ける側の双方が、ボタン、または「/council 引継済 3」で確認します。取り消すには「/council 引継済取消 3」とご入力ください。
      [取り消す]"
  `);
  expect(await here.say(cast.english, '/council 引継済 14 常陸大宮市 介護保険WG')).toMatchInlineSnapshot(
    `"(本人のみ) The lines of member of 介護保険WG for 常陸大宮市 are ticked by who leaves (given) and who comes (received); else the secretariat (かすみがうら市) ticks on behalf, naming the side."`,
  );
  expect(
    (await here.say(cast.successor, '/council 引継確認 常陸大宮市 介護保険WG')).split('\n')[0],
  ).toMatchInlineSnapshot(
    `"(本人のみ) 常陸大宮市 介護保険WG 委員の引継確認(令和10年度へ):4項目中0項目が完了しています。"`,
  );
});

test('the secretariat keeps the list: adds, renames, drops, and takes that back', async () => {
  expect(await here.say(cast.secretariat2027, '/council 引継項目 追加 事務局 会計帳簿')).toMatchInlineSnapshot(`
    "(本人のみ) 引継確認に、項目18『会計帳簿』(事務局)を加えました。
      [取り消す]"
  `);
  expect(await here.say(cast.secretariat2027, '/council 引継項目 変更 3 契約書・支払台帳')).toMatchInlineSnapshot(`
    "(本人のみ) 引継確認の項目3を、『契約書と支払状況』から『契約書・支払台帳』に変更しました。
      [取り消す]"
  `);
  expect(await here.say(cast.secretariat2027, '/council 引継項目 削除 6')).toMatchInlineSnapshot(`
    "(本人のみ) 引継確認から、項目6『鍵・備品』を外しました。これまでの確認の記録は残ります。
      [取り消す]"
  `);
  expect(await here.press(cast.secretariat2027, '取り消す')).toMatchInlineSnapshot(`
    "(本人のみ) 引継確認に、項目6『鍵・備品』を戻しました。
      [取り消す]"
  `);
  expect(await here.say(cast.lead, '/council 引継項目 削除 6')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、事務局(かすみがうら市)が行えます。お手数ですが、事務局へご依頼ください。"`,
  );
  expect(await here.say(cast.secretariat2027, '/council task drop')).toMatchInlineSnapshot(
    `"(本人のみ) 「/council 引継項目 削除 3」のように、項目の番号を1つご入力ください。"`,
  );
  expect((await here.say(cast.secretariat2027, '/council 引継項目')).split('\n').slice(0, 4)).toMatchInlineSnapshot(`
    [
      "(本人のみ) 引継確認の項目は18件です。",
      "  • 1 会長印(公印)(会長)",
      "  • 2 協定書・要綱の原本(会長)",
      "  • 3 契約書・支払台帳(事務局)",
    ]
  `);
});

test('30 days before, everyone and the council’s channel hear it; the secretariat is offered the joint meeting', async () => {
  const told = await here.run('succession', '2028-03-02T09:00:00+09:00');
  expect(told['#協議会']).toMatchInlineSnapshot(`
    "令和10年4月1日(土)から、会長市町はかすみがうら市から常陸大宮市に交代する予定です。異動の有無にかかわらず、3月24日(金)までに担当分の引継書をご確認ください。
      [引継書を表示] [引継確認を表示]
    令和10年度への引継確認(かすみがうら市 → 常陸大宮市):14項目中0項目が完了しています。
      • 1 会長印(公印)(会長) 引渡し－・受領－
      • 2 協定書・要綱の原本(会長) 引渡し－・受領－
      • 3 契約書・支払台帳(事務局) 引渡し－・受領○(3月2日(木))
      • 4 負担金の収納と精算(事務局) 引渡し－・受領○(3月2日(木)・代行)
      • 5 関係者の連絡先一覧(事務局) 引渡し－・受領－
      • 6 鍵・備品(事務局) 引渡し－・受領－
      • 7 共有フォルダの管理権限(事務局) 引渡し－・受領－
      • 8 各サービスのアカウントの管理者(事務局) 引渡し－・受領－
      • 9 Slackのチャンネルの管理者(事務局) 引渡し－・受領－
      • 10 Slackのユーザーグループの管理者(事務局) 引渡し－・受領－
      • 11 共有カレンダーの所有者(事務局) 引渡し－・受領－
      • 12 文書番号簿と起案文書(事務局) 引渡し－・受領－
      • 13 未了案件と年間の予定(事務局) 引渡し－・受領－
      • 18 会計帳簿(事務局) 引渡し－・受領－
      各担当の引継ぎ:引渡しの確認が済んだ担当0件、受領の確認が済んだ担当0件
      [1 会長印(公印)] [2 協定書・要綱の原本] [3 契約書・支払台帳] [4 負担金の収納と精算] [5 関係者の連絡先一覧] [6 鍵・備品] [7 共有フォルダの管理権限] [8 各サービスのアカウントの管理者] [9 Slackのチャンネルの管理者] [10 Slackのユーザーグループの管理者] [11 共有カレンダーの所有者] [12 文書番号簿と起案文書] [13 未了案件と年間の予定] [18 会計帳簿]
      引き渡す側・引き受ける側の双方が、ボタン、または「/council 引継済 3」で確認します。取り消すには「/council 引継済取消 3」とご入力ください。"
  `);
  expect(told['小松崎 瞳']).toMatchInlineSnapshot(`
    "令和10年4月1日(土)から、会長市町はかすみがうら市から常陸大宮市に交代する予定です。異動の有無にかかわらず、3月24日(金)までに担当分の引継書をご確認ください。
      [引継書を表示] [引継確認を表示]
    会長市町の交代(かすみがうら市 → 常陸大宮市)に向けて、新旧役員会の開催をご検討ください。日時が決まりましたら、ボタンから招集いただけます。
      [新旧役員会を招集する]
      議題の例:新旧役員会(事務引継ぎ、未了案件の確認)"
  `);
  expect(told['和田 幸子']).toMatchInlineSnapshot(`
    "令和10年4月1日(土)から、会長市町はかすみがうら市から常陸大宮市に交代する予定です。異動の有無にかかわらず、3月24日(金)までに担当分の引継書をご確認ください。
      [引継書を表示] [引継確認を表示]"
  `);
  expect(await here.run('succession', '2028-03-03T09:00:00+09:00')).toEqual({});
  expect(await here.press(cast.secretariat2027, '新旧役員会を招集する', DIRECT)).toMatchInlineSnapshot(
    `"[フォーム] 会議を招集、または日程を調整します(合同・毎月の会議も): WG・部会名=運営協議会、日時、個別、期限 日付、場所、URL、議題"`,
  );
});

test('a notice whose day is closed comes on the business day before, and says why', async () => {
  expect((await here.run('succession', '2028-03-17T09:00:00+09:00'))['和田 幸子']).toMatchInlineSnapshot(`
    "令和10年4月1日(土)から、会長市町はかすみがうら市から常陸大宮市に交代する予定です。異動の有無にかかわらず、3月24日(金)までに担当分の引継書をご確認ください。
      3月18日(土)が閉庁日(土日)のため、前の開庁日の3月17日(金)にお知らせしています。
      [引継書を表示] [引継確認を表示]"
  `);
});

test('nothing to take back is told', async () => {
  here.at('2028-04-03T10:00:00+09:00');
  expect(await here.say(cast.secretariat2028, '/council 切替取消')).toMatchInlineSnapshot(
    `"(本人のみ) 令和10年4月1日(土)付けで切り替わった担当はありません。日付をご確認ください。"`,
  );
  expect(await here.say(cast.lead, '/council 切替取消 4/1')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、事務局(常陸大宮市)が行えます。お手数ですが、事務局へご依頼ください。"`,
  );
});
