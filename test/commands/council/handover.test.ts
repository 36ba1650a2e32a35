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
});
afterAll(() => here.close());

test('a member sees the pack of the own seat: duties, what waits, what was decided and why, who is who, the year', async () => {
  expect(await here.say(cast.successor, '/council 引継ぎ')).toMatchInlineSnapshot(`
    "(本人のみ) 常陸大宮市 介護保険WG 委員の引継書です(令和10年3月1日(水)現在)。未了の課題1件、未回答の持ち回り審議1件、異議のある持ち回り審議1件、未決の要件209件、仮記録の要件1件、今後の会議1件があります。
      *現在の担当* 砂川 巧
      *代理* 菊池 友美
      *後任* 未公表
      *役割* 会議への出席、日程調整・持ち回り審議への回答、担当する課題の対応、議事録の確認
      ■ 未了の課題(1件)
      • 課題K1 帳票の確認(期限 4月28日(金)、未着手)
      ■ 審議中の持ち回りと異議(1件)
      • P1 要件1235を『パッケージ標準どおり』(期限 3月8日(水)、未回答、異議:かすみがうら市『月次処理に間に合わないため』)
      ■ 未決の要件(209件)
      • 要件1191 第1号被保険者の資格を登録・修正・削除できること。
      • 要件1192 住所地特例の対象者を登録・修正・削除できること。
      • 要件1193 適用除外の施設を登録・修正・削除できること。
      • 要件1194 第1号被保険者の資格の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。
      • 要件1195 住所地特例の対象者の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。
      ほか204件。Wordの引継書、または各一覧でご覧いただけます。
      ■ 最近の決定と理由(1件)
      • 決定第1号 要件1234『代替案』(費用500千円) 理由:CSVでの一括登録に代えるため
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
      "  *現在の担当* 平松 翔・寺門 聡・綿引 香織・根本 雅之",
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
    "(本人のみ) 「次年度」の部分を読み取れませんでした。「那珂市 介護保険WG」のように、市町と会議体を1つずつご入力ください。
      使い方: /council 引継ぎ [市町 WG名(省略するとご自身の担当)・文書]
      例: /council 引継ぎ 那珂市 介護保険WG"
  `);
  expect(await here.say(cast.noSeat, '/council 引継ぎ')).toMatchInlineSnapshot(
    `"(本人のみ) 本日の名簿に、ご自身の担当がありません。「/council 引継ぎ 那珂市 介護保険WG」のように、市町と会議体をご入力ください。"`,
  );
});

test('as a Word file it is an office’s 事務引継書, with boxes for the seals', async () => {
  expect(await here.press(cast.successor, 'Wordで受け取る', HERE)).toMatchInlineSnapshot(`
    "(本人のみ) 引継書(Word)を、ダイレクトメッセージでお送りします。
    砂川 巧 📎引継書_那珂市_介護保険WG_委員_2028-03-01.docx"
  `);
  const [file] = [...here.workspace.state.files.values()].slice(-1);
  const { value } = await convertToHtml({ buffer: file?.content ?? Buffer.alloc(0) });
  expect(value.replaceAll(/<[^>]+>/gu, '|').replaceAll(/\|+/gu, '|')).toMatchInlineSnapshot();
});

test('the checklist shows what the offices hand over; each side ticks its own, and takes it back', async () => {
  here.at('2028-03-02T09:30:00+09:00');
  expect(await here.say(cast.secretariat2027, '/council 引継確認')).toMatchInlineSnapshot();
  expect((await here.say(cast.secretariat2027, '/council 引継済 3,6')).split('\n')[0]).toMatchInlineSnapshot();
  expect((await here.say(cast.secretariat2028, '/council tick ３')).split('\n').slice(0, 5)).toMatchInlineSnapshot();
  expect((await here.say(cast.secretariat2028, '/council tick 3 受領')).split('\n')[0]).toMatchInlineSnapshot();
  expect((await here.press(cast.secretariat2027, '取り消す')).split('\n')[0]).toMatchInlineSnapshot();
});

test('who is on neither side is told who may; the secretariat ticks for another, naming the side', async () => {
  expect(await here.say(cast.lead, '/council 引継済 3')).toMatchInlineSnapshot();
  expect((await here.say(cast.secretariat2027, '/council 引継済 4 受領')).split('\n')[0]).toMatchInlineSnapshot();
  expect(await here.say(cast.lead, '/council 引継済 99')).toMatchInlineSnapshot();
  expect(await here.say(cast.secretariat2027, '/council 引継済 3,14')).toMatchInlineSnapshot();
});

test('a seat’s lines are ticked by who sits there, and by nobody else', async () => {
  expect(await here.say(cast.successor, '/council 引継済 14-16')).toMatchInlineSnapshot();
  expect(await here.say(cast.english, '/council 引継済 14 常陸大宮市 介護保険WG')).toMatchInlineSnapshot();
  expect(
    (await here.say(cast.successor, '/council 引継確認 常陸大宮市 介護保険WG')).split('\n')[0],
  ).toMatchInlineSnapshot();
});

test('the secretariat keeps the list: adds, renames, drops, and takes that back', async () => {
  expect(await here.say(cast.secretariat2027, '/council 引継項目 追加 事務局 会計帳簿')).toMatchInlineSnapshot();
  expect(await here.say(cast.secretariat2027, '/council 引継項目 変更 3 契約書・支払台帳')).toMatchInlineSnapshot();
  expect(await here.say(cast.secretariat2027, '/council 引継項目 削除 6')).toMatchInlineSnapshot();
  expect(await here.press(cast.secretariat2027, '取り消す')).toMatchInlineSnapshot();
  expect(await here.say(cast.lead, '/council 引継項目 削除 6')).toMatchInlineSnapshot();
  expect(await here.say(cast.secretariat2027, '/council task drop')).toMatchInlineSnapshot();
  expect((await here.say(cast.secretariat2027, '/council 引継項目')).split('\n').slice(0, 4)).toMatchInlineSnapshot();
});

test('30 days before, everyone and the council’s channel hear it; the secretariat is offered the joint meeting', async () => {
  const told = await here.run('succession', '2028-03-02T09:00:00+09:00');
  expect(told['#協議会']).toMatchInlineSnapshot();
  expect(told['小松崎 瞳']).toMatchInlineSnapshot();
  expect(told['和田 幸子']).toMatchInlineSnapshot();
  expect(await here.run('succession', '2028-03-03T09:00:00+09:00')).toEqual({});
  expect(await here.press(cast.secretariat2027, '新旧役員会を招集する', DIRECT)).toMatchInlineSnapshot();
});

test('a notice whose day is closed comes on the business day before, and says why', async () => {
  expect((await here.run('succession', '2028-03-17T09:00:00+09:00'))['和田 幸子']).toMatchInlineSnapshot();
});

test('nothing to take back is told', async () => {
  here.at('2028-04-03T10:00:00+09:00');
  expect(await here.say(cast.secretariat2028, '/council 切替取消')).toMatchInlineSnapshot();
  expect(await here.say(cast.lead, '/council 切替取消 4/1')).toMatchInlineSnapshot();
});
