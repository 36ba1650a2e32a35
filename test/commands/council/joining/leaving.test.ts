/** A joiner counts from its day on; a member leaves, who withdraws joins no longer, and what is typed wrongly is said. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../../../src/domain/day.ts';
import { councilMet, sakaiAdopts, sakaiJoins, toldOfEarlierDays } from '../../../support/joiner.ts';
import { cast, type Office, office } from '../../../support/office.ts';

let here: Office;
let before: unknown;
beforeAll(async () => {
  here = await office('2026-06-10T10:00:00+09:00');
  before = await toldOfEarlierDays(here);
  await councilMet(here);
  await sakaiJoins(here);
  await sakaiAdopts(here);
  for (const number of [1234, 1235]) await here.say(cast.stranger, `/council 受入 ${number}`);
});
afterAll(() => here.close());

test('it counts from its day on and not before; a member leaves with approval, agreement and charter', async () => {
  here.at('2027-09-30T10:00:00+09:00');
  expect(await here.say(cast.lead, '/req 提案 1240 標準どおり')).not.toContain('境町:未回答');
  expect(await here.say(cast.stranger, '/req 同意 P1')).toMatchInlineSnapshot(
    `"(本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。"`,
  );
  expect(await here.say(cast.stranger, '/req コメント P1 当町も同じ運用です')).toMatchInlineSnapshot(`
    "(本人のみ) 持ち回り審議P1に、コメントを投稿しました。
    #wg-介護保険 (スレッド) 境町 金子 直樹さんのコメント:当町も同じ運用です"
  `);
  await here.say(cast.lead, '/wg schedule 10/1 9:00-10:00 那珂市役所');
  here.at('2027-09-30T23:59:59+09:00');
  expect(await here.say(cast.stranger, '/req 対象外 P1')).toContain('委員(代理を含む)の方が行えます');
  here.at('2027-10-01T00:00:00+09:00');
  expect(await here.say(cast.stranger, '/req 同意 P1')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は、持ち回り審議P1の回答団体に含まれていません。"`,
  );
  expect(await here.say(cast.lead, '/req 提案 1241 標準どおり')).toMatchInlineSnapshot(`
    "#wg-介護保険 【持ち回り審議P2】介護保険WG:要件1241を『パッケージ標準どおり』とすることについて、令和9年10月8日(金)までにご回答をお願いします。
      • 1241 審査結果の取込を一括処理で実行し、処理件数と誤りの一覧を確認できること。
      ・ 常陸大宮市:未回答
      ・ 那珂市:未回答
      ・ かすみがうら市:未回答
      ・ 五霞町:未回答
      ・ 境町:未回答
      同意:5団体中0団体
      提案:那珂市 和田 幸子
      10月8日(金)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
      [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
    #wg-介護保険 (スレッド) 📎起案資料_P2.docx"
  `);
  expect(await here.say(cast.stranger, '/req 同意 P2')).toMatchInlineSnapshot(`
    "(本人のみ) 持ち回り審議P2に、境町の回答『同意』を記録しました。「/req 取消 P2」で取り消せます。
    #wg-介護保険 (書換え) 【持ち回り審議P2】介護保険WG:要件1241を『パッケージ標準どおり』とすることについて、令和9年10月8日(金)までにご回答をお願いします。
      • 1241 審査結果の取込を一括処理で実行し、処理件数と誤りの一覧を確認できること。
      ・ 常陸大宮市:未回答
      ・ 那珂市:未回答
      ・ かすみがうら市:未回答
      ・ 五霞町:未回答
      ○ 境町:同意
      同意:5団体中1団体
      提案:那珂市 和田 幸子
      10月8日(金)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
      [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
  `);
  here.at('2027-10-01T09:00:00+09:00');
  expect(await here.say(cast.lead, '/wg 開会 M2')).toMatchInlineSnapshot(`
    "(本人のみ) 第1回会議(M2)を開会しました。各市町の出欠を、会議のお知らせのボタン、または「/wg 出席」で記録をお願いします。
    #wg-介護保険 (書換え) 介護保険WGの第1回会議(M2)(令和9年10月1日(金) 09:00〜10:00、那珂市役所)を開会しています。
      第1回会議(M2) 開会中(09:00から)
      出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認、境町 未確認
      定足数に達していません(出席0団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
      議題は追ってお知らせします。
      [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
      [開催通知を作成]"
  `);
  expect(
    await here.say(cast.otherLead, '/item 追加 @境町 口座情報の移行 10/29', 'wg-障害者福祉'),
  ).toMatchInlineSnapshot(`
    "#wg-障害者福祉 課題K1「口座情報の移行」を登録しました。担当:境町 障害者福祉WG(未定)、期限 10月29日(金)。
      [完了にする] [後で] [担当変更] [期限変更]"
  `);
  here.at('2027-10-04T10:00:00+09:00');
  const office2027 = (line: string) => here.say(cast.secretariat2027, line);
  expect(await office2027('/council unjoin 境町')).toMatchInlineSnapshot(
    `"(本人のみ) 境町の「加入」は令和9年10月1日(金)から始まっているため、取り消せません。脱退の場合は「/council 脱退 境町 2030/3/31 承認5」のように記録してください。"`,
  );
  expect(await office2027('/council 脱退 境町 2030/3/31')).toMatchInlineSnapshot(`
    "(本人のみ) 「脱退・取下げ」の記録に必要な次のものが、まだそろっていません。
      • 協議会の承認:「承認3」「M12」「決定第12号」のように、末尾に添えてください。
      • 変更協定:「/council 改正 協定書 2030/4/1 境町に関する変更協定」で登録してください。
      • 要綱改正:「/council 改正 要綱 2030/4/1 構成団体の変更(境町)」で登録してください。"
  `);
  await office2027('/council 改正 協定書 2030/4/1 境町の脱退に伴う変更協定');
  await office2027('/council 改正 要綱 2030/4/1 第3条の改正(境町の脱退)');
  expect(await office2027('/council 脱退 境町 2027/9/30 M1')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は令和9年10月1日(金)から「加入」ですので、それより後の日をご入力ください。"`,
  );
  expect(await office2027('/council 脱退 境町 2030/3/31 M1')).toMatchInlineSnapshot(`
    "(本人のみ) 境町の脱退(令和12年4月1日(月)から構成団体ではなくなります)を記録します。次の内容をご確認ください。
      根拠:会議M1・協定書「境町の脱退に伴う変更協定」・要綱「第3条の改正(境町の脱退)」
      担当2件が終わります。その担当の未了の課題0件は、その日から事務局で預かります。
      ■ 会長の輪番(今後10年)
      • かすみがうら市:令和18年度 → 令和17年度
      • 常陸大宮市:令和15年度 → 令和14年度、令和18年度
      • 五霞町:令和16年度 → 令和15年度
      • 那珂市:令和17年度 → 令和16年度
      • 境町:令和14年度 → なし
      ■ 定足数・合意
      構成団体の数:5 → 4
      • 協議会:定足数 5団体中4団体 → 4団体中3団体、議決は出席団体の過半数
      • プロジェクトチーム:定足数 5団体中3団体 → 4団体中3団体、合意は全団体(5 → 4)
      • 専門部会:定足数 5団体中3団体 → 4団体中3団体、合意は全団体(5 → 4)
      • WG:定足数 5団体中3団体 → 4団体中3団体、合意は全団体(5 → 4)
      ■ 費用の負担(決定済の要件 1,000千円)
      • 常陸大宮市:200,000円 → 250,000円
      • 那珂市:200,000円 → 250,000円
      • かすみがうら市:200,000円 → 250,000円
      • 五霞町:200,000円 → 250,000円
      • 境町:200,000円 → 0円
      [この内容で記録する] [取りやめる]"
  `);
  await here.press(cast.secretariat2027, 'この内容で記録する');
  // Whoever had been told of another turn is told again.
  const undone = (await office2027('/council 後乗り取消 境町')).split('\n');
  expect([undone.length, ...undone.slice(0, 3)]).toMatchInlineSnapshot(`
    [
      17,
      "(本人のみ) 境町の「脱退・取下げ」の記録を取り消しました。「加入」に戻ります。",
      "#協議会 先にお知らせした、境町の「脱退・取下げ」(令和12年4月1日(月)から)は取り消されました。",
      "貝塚 芳信 かすみがうら市が会長を務める年度が変わりました(令和17年度 → 令和18年度)。ご不明な点は事務局へお問い合わせください。",
    ]
  `);
});

test('typed wrongly: unknown, of another kind, out of order, too late', async () => {
  const office2027 = (line: string) => here.say(cast.secretariat2027, line);
  expect(await office2027('/council 後乗り 千葉県 120006 関心表明 2027/10/4')).toMatchInlineSnapshot(
    `"(本人のみ) 千葉県は都道府県ですので、加入の手続きの対象ではありません。市町村名と団体コードをご確認ください。"`,
  );
  expect(await office2027('/council 後乗り 境町 オブザーバー 2027/10/5 M1')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は、すでに「加入」まで進んでいますので、「オブザーバー」には戻せません。最後の記録が誤りの場合は「/council 後乗り取消 境町」で取り消せます。次に記録できるのは、脱退・取下げです。"`,
  );
  expect(await office2027('/council 後乗り 境町 082040 加入申請 2027/10/5')).toMatchInlineSnapshot(
    `"(本人のみ) 境町の団体コードは085464です。ご確認ください(登録済みの市町村では、団体コードを省略できます)。"`,
  );
  expect(await office2027('/council 後乗り 境町 脱退 2030/3/31')).toMatchInlineSnapshot(
    `"(本人のみ) 脱退・取下げは、最後の日を添えて「/council 脱退 境町 2030/3/31 承認5」のようにご入力ください。加入前の取下げでは、承認番号は不要です。"`,
  );
  expect(await office2027('/council 価格合意 五霞町 100千円 2027/10/1')).toMatchInlineSnapshot(
    `"(本人のみ) 五霞町は、後乗りの市町村ではありません。現在、後乗りの市町村はありません。"`,
  );
  expect(await office2027('/council 受入取消 受入2')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は加入済みのため、受入を取り消すことはできません。決定を見直す場合は、「/req 再協議 1234 理由」で再協議をご提案ください。"`,
  );
  expect(await here.say(cast.stranger, '/council 受入 1236')).toMatchInlineSnapshot(
    `"(本人のみ) 現在、後乗りの市町村はありません。"`,
  );
  // 境町's wordings of 2027 bear its accession, not somebody else's leaving.
  expect(await office2027('/council 脱退 五霞町 2027/10/31 M1')).toMatchInlineSnapshot(`
    "(本人のみ) 「脱退・取下げ」の記録に必要な次のものが、まだそろっていません。
      • 変更協定:「/council 改正 協定書 2027/11/1 五霞町に関する変更協定」で登録してください。
      • 要綱改正:「/council 改正 要綱 2027/11/1 構成団体の変更(五霞町)」で登録してください。"
  `);
});

test('who withdraws no longer joins, and who sat for it sits no longer, from the day on', async () => {
  const office2027 = (line: string) => here.say(cast.secretariat2027, line);
  expect(await office2027('/council　後乗り　坂東市　０８２２８７　加入申請　１０／４')).toMatchInlineSnapshot(`
    "(本人のみ) 坂東市を、令和9年10月4日(月)から「加入申請」として記録しました(後乗り7)。
      担当を1件設けました。担当者は未定です。「/council 名簿」から登録できます。
      [取り消す]
    #協議会 坂東市が、令和9年10月4日(月)から「加入申請」となります。会議の資料はご覧いただけますが、議決の数には含まれません。"
  `);
  expect(await office2027('/council 後乗り')).toContain('坂東市:加入申請');
  await office2027('/council 後乗り 坂東市 受入準備 10/5 M1');
  await here.press(cast.secretariat2027, 'この内容で記録する');
  here.at('2027-10-06T10:00:00+09:00');
  await here.store.act('ibaraki', async ({ seats, items }) => {
    const person = await seats.register({ name: '坂 東太', kana: undefined, email: undefined });
    const held = { until: undefined, deputy: false, code: '082287' };
    const lines = [{ seat: 'kaigo:082287', person, from: day('2027-10-06'), before: undefined, after: held }];
    await seats.change({ kind: 'assign', at: here.now(), by: undefined, code: '082287', sections: [], lines });
    const raised = { at: here.now(), by: person, seat: 'kaigo:082287' };
    await items.add({ body: 'kaigo', title: '様式の確認', due: undefined, owner: 'kaigo:082287', raised });
  });
  expect(await office2027('/council 加入取下げ 坂東市 10/31')).toMatchInlineSnapshot(`
    "(本人のみ) 坂東市の加入の取下げ(令和9年11月1日(月)から受入準備を終えます)を記録します。次の内容をご確認ください。
      担当1件が終わります。その担当の未了の課題1件は、その日から事務局で預かります。
      定足数・輪番・負担額は変わりません。
      [この内容で記録する] [取りやめる]"
  `);
  expect(await here.press(cast.secretariat2027, 'この内容で記録する')).toMatchInlineSnapshot(`
    "(本人のみ) 坂東市の加入の取下げを記録しました(後乗り9)。令和9年11月1日(月)から後乗りの市町村ではなくなります。それまでの記録は残ります。
      [取り消す]
    #協議会 坂東市が加入を取り下げました。令和9年11月1日(月)以降は、会議資料の閲覧や質問の対象となりません。"
  `);
  const sits = async (on: string) =>
    (await here.store.council('ibaraki').tenuresOn(day(on))).filter((one) => one.municipality === '082287').length;
  expect([await sits('2027-10-31'), await sits('2027-11-01')]).toEqual([1, 0]);
  here.at('2027-11-01T10:00:00+09:00');
  expect(await office2027('/council 後乗り')).toContain('後乗りの市町村はありません');
  expect(await office2027('/council 受入 坂東市 介護保険')).toMatchInlineSnapshot(
    `"(本人のみ) 坂東市は、後乗りの市町村ではありません。現在、後乗りの市町村はありません。"`,
  );
  // What it is asked to do no longer reaches it: it is on the secretariat's list.
  expect(await office2027('/council 引継ぎ かすみがうら市 情報主管')).toContain('様式の確認');
  // It comes again later, with other people.
  await office2027('/council 後乗り 坂東市 オブザーバー 11/2 M1');
  expect(await sits('2027-11-02')).toBe(0);
});

test('of every earlier day the same is told as before anybody joined', async () => {
  expect(await toldOfEarlierDays(here)).toEqual(before);
});
