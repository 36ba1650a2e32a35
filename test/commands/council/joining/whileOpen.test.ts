/** A member leaves while a circulation, a date poll, minutes, items and meetings of its bodies are open. */
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { councilMet } from '../../../support/joiner.ts';
import { cast, type Office, office } from '../../../support/office.ts';

let here: Office;
const say = (who: string, line: string) => here.say(who, `/${line}`);
beforeAll(async () => {
  here = await office('2026-06-10T10:00:00+09:00');
  await councilMet(here);
  await say(cast.lead, 'wg schedule 6/23 14:00-16:00 那珂市役所');
  await say(cast.secretariat, 'council 改正 協定書 2026/7/1 五霞町の脱退に伴う変更協定');
  await say(cast.secretariat, 'council 改正 要綱 2026/7/1 第3条の改正(五霞町の脱退)');
  here.at('2026-06-23T14:00:00+09:00');
  await say(cast.lead, 'wg open M2');
  await say(cast.secretariat, 'wg 出席 M2 全員');
  here.at('2026-06-23T16:00:00+09:00');
  await say(cast.lead, 'wg close M2');
  here.at('2026-06-25T10:00:00+09:00');
  await say(cast.lead, 'wg 議事録 M2 確認依頼');
  await say(cast.lead, 'req 提案 1234 標準どおり');
  await say(cast.lead, 'wg 日程調整 6/30 14:00-16:00、7/3 10:00-12:00 期限 6/29');
  await say(cast.lead, 'wg schedule 7/10 14:00-16:00 五霞町役場');
  await say(cast.lead, 'item 追加 @五霞町 口座情報の移行 7/10');
});
afterAll(() => here.close());

const ofSecretariat = (heard: Readonly<Record<string, string>>): string | undefined => heard['寺門 聡'];

test('who records that it leaves sees what is open that concerns it, and reads it again as the day nears', async () => {
  const shown = await say(cast.secretariat, 'council 脱退 五霞町 2026/6/30 M1');
  const from = shown.indexOf('  ■ 脱退までに');
  expect(shown.slice(from, shown.indexOf('  ■ 会長の輪番'))).toMatchInlineSnapshot(`
    "  ■ 脱退までにご確認いただくもの
      • 持ち回り審議P1(介護保険WG、期限 7月2日(木)):五霞町は未回答です。脱退の後は、みなし同意とはなりません。
      • 日程調整D1(介護保険WG、期限 6月29日(月)):五霞町は未回答です。候補2は脱退の後の日のため、五霞町の回答は集計に含みません。
      • 議事録の確認(介護保険WG 会議M2):五霞町は未確認です。脱退の後は、みなし確認とはなりません。電話などで確認された場合は「/wg 議事録 M2 確認 五霞町 電話 6/3 山田」のように代行入力できます。
      • 未了の課題1件(K1):7月1日(水)から事務局で預かります。
      • 座長・部会長(公営住宅管理WG・軽自動車税WG・総合窓口WG・障害者福祉WG):7月1日(水)から未定となり、決まるまで事務局が進行します。
      • 7月1日(水)以降の会議1件(M3):五霞町は出欠・定足数に数えません。M3は会場が五霞町です。
    "
  `);
  await here.press(cast.secretariat, 'この内容で記録する');
  // Of a date poll each day counts who is a member then.
  for (const who of [cast.lead, cast.english]) await say(who, 'wg answer D1 1○ 2○');
  const answered = await say(cast.secretariat, 'wg answer D1 代行 五霞町 電話 6/25 橋本 1○ 2○');
  const days = answered.split('\n').filter((one) => /^ +[12]\. /u.test(one) || one.includes('候補1が'));
  expect([days, answered.includes('開催できる候補はまだありません')]).toMatchInlineSnapshot(`
    [
      [
        "  1. 令和8年6月30日(火) 14:00〜16:00 ⚠ ○那珂市・かすみがうら市・五霞町",
        "  2. 令和8年7月3日(金) 10:00〜12:00 ○那珂市・かすみがうら市",
      ],
      false,
    ]
  `);
  expect(ofSecretariat(await here.run('digest', '2026-06-26T09:00:00+09:00'))).toBeUndefined();
  const last = await here.run('digest', '2026-06-30T09:00:00+09:00');
  expect(ofSecretariat(last)).toMatchInlineSnapshot(`
    "おはようございます。6月30日(火)のお知らせです。脱退の確認1件です。
      ■ 五霞町は7月1日(水)から構成団体ではなくなります。それまでにご確認いただくもの
      • 持ち回り審議P1(介護保険WG、期限 7月2日(木)):五霞町は未回答です。脱退の後は、みなし同意とはなりません。
      • 議事録の確認(介護保険WG 会議M2):五霞町は未確認です。脱退の後は、みなし確認とはなりません。電話などで確認された場合は「/wg 議事録 M2 確認 五霞町 電話 6/3 山田」のように代行入力できます。
      • 未了の課題1件(K1):7月1日(水)から事務局で預かります。
      • 座長・部会長(公営住宅管理WG・軽自動車税WG・総合窓口WG・障害者福祉WG):7月1日(水)から未定となり、決まるまで事務局が進行します。
      • 7月1日(水)以降の会議1件(M3):五霞町は出欠・定足数に数えません。M3は会場が五霞町です。"
  `);
  expect(last['内海 真由美']).toContain('P1 介護保険WG 要件1234');
});

test('from its day on its people hear nothing more, and what it left open is told', async () => {
  const heard = await here.run('digest', '2026-07-01T09:00:00+09:00');
  expect(ofSecretariat(heard)).toMatchInlineSnapshot(`
    "おはようございます。7月1日(水)のお知らせです。脱退の確認1件です。
      ■ 五霞町は7月1日(水)から構成団体ではありません。残っているもの
      • 持ち回り審議P1(介護保険WG、期限 7月2日(木)):五霞町は未回答です。脱退の後は、みなし同意とはなりません。
      • 議事録の確認(介護保険WG 会議M2):五霞町は未確認です。脱退の後は、みなし確認とはなりません。電話などで確認された場合は「/wg 議事録 M2 確認 五霞町 電話 6/3 山田」のように代行入力できます。
      • 未了の課題1件(K1):7月1日(水)から事務局で預かります。
      • 座長・部会長(公営住宅管理WG・軽自動車税WG・総合窓口WG・障害者福祉WG):7月1日(水)から未定となり、決まるまで事務局が進行します。
      • 7月1日(水)以降の会議1件(M3):五霞町は出欠・定足数に数えません。M3は会場が五霞町です。
      [Slackの参加者を照合する]"
  `);
  expect(
    Object.keys(heard).filter((one) => ['内海 真由美', '荒井 優子', '知久 清志', '松本 結衣'].includes(one)),
  ).toEqual([]);
});

test('it is not taken to agree once it is gone: the circulation is not agreed, and goes on without it', async () => {
  expect((await here.run('circulation', '2026-07-03T09:00:00+09:00'))['#wg-介護保険']).toMatchInlineSnapshot(`
    "(書換え) 持ち回り審議P1(要件1234・『パッケージ標準どおり』)は、期限までに合意に至りませんでした。
      • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
      ○ 常陸大宮市:みなし同意(7月2日(木))
      ○ 那珂市:みなし同意(7月2日(木))
      ○ かすみがうら市:みなし同意(7月2日(木))
      ・ 五霞町:未回答(脱退)
      同意:4団体中3団体(うちみなし同意3)
      提案:那珂市 和田 幸子
      [継続協議する] [福祉業務部会に諮る]"
  `);
  expect(await here.say(cast.lead, '/req again P1')).toMatchInlineSnapshot(`
    "#wg-介護保険 (書換え) 持ち回り審議P1(要件1234・『パッケージ標準どおり』)は、期限までに合意に至りませんでした。
      • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
      ○ 常陸大宮市:みなし同意(7月2日(木))
      ○ 那珂市:みなし同意(7月2日(木))
      ○ かすみがうら市:みなし同意(7月2日(木))
      ・ 五霞町:未回答(脱退)
      同意:4団体中3団体(うちみなし同意3)
      提案:那珂市 和田 幸子
      持ち回り審議P1は、P2として改めて審議しています。
    #wg-介護保険 【持ち回り審議P2】介護保険WG:要件1234を『パッケージ標準どおり』とすることについて、令和8年7月10日(金)までにご回答をお願いします。
      • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
      ・ 常陸大宮市:未回答
      ・ 那珂市:未回答
      ・ かすみがうら市:未回答
      同意:3団体中0団体
      P1で合意に至らなかったため、改めてお諮りするものです。
      提案:那珂市 和田 幸子
      7月10日(金)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
      [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
    #wg-介護保険 (スレッド) 📎起案資料_P2.docx"
  `);
});

test('nor to confirm minutes: the secretariat enters what it said', async () => {
  expect(await here.run('minutes', '2026-07-03T09:00:00+09:00')).toEqual({});
  expect(await say(cast.secretariat, 'wg 議事録 M2 確認 五霞町 電話 7/3 橋本')).toContain('議事録が確定しました');
});

test('nothing shows it as one of them any more, and nothing new is given to it', async () => {
  const words =
    'wg show 介護保険、council show、council 輪番、council 後乗り 五霞町、item 追加 @五霞町 様式の確認 7/31';
  const [body, council, turns, joined, item] = await Promise.all(
    words.split('、').map(async (line) => (await say(cast.secretariat, line)).split('\n')),
  );
  expect(body?.filter((one) => one.includes('委員')).length).toBe(3);
  expect(council?.filter((one) => one.includes('五霞町'))).toEqual([]);
  expect(turns?.filter((one) => one.includes('五霞町'))).toEqual([]);
  expect(joined).toMatchInlineSnapshot(`
    [
      "(本人のみ) 五霞町の加入の状況(現在:脱退・取下げ)",
      "  • 平成28年4月1日(金) 加入",
      "  • 令和8年7月1日(水) 脱退・取下げ、根拠:会議M1",
    ]
  `);
  expect(item).toMatchInlineSnapshot(`
    [
      "(本人のみ) 五霞町は、本日の時点では構成団体ではありません。ほかの市町、または @事務局 をご指定ください。",
    ]
  `);
});

test('the chair’s municipality leaves within its term: who acts is said beforehand, and everything follows from the day on', async () => {
  here.at('2026-07-13T10:00:00+09:00');
  await say(cast.secretariat, 'council 改正 協定書 2026/8/1 那珂市の脱退に伴う変更協定');
  await say(cast.secretariat, 'council 改正 要綱 2026/8/1 第3条の改正(那珂市の脱退)');
  const acts = (heard: string | undefined) => heard?.split('\n').filter((one) => one.includes('任期の途中で'));
  expect(acts(await say(cast.secretariat, 'council 脱退 那珂市 2026/7/31 M1'))).toMatchInlineSnapshot(`
    [
      "  会長市町の那珂市が任期の途中で脱退するため、令和8年8月1日(土)から次の任期の前日まで、副会長のかすみがうら市が会長の職務を代理します。事務局とプロジェクトチームリーダーもかすみがうら市が担います。次の任期は令和9年4月1日(木)からです。",
    ]
  `);
  expect(acts(await here.press(cast.secretariat, 'この内容で記録する'))).toHaveLength(1);
  await say(cast.chair, 'wg schedule 運営協議会 8/20 14:00-16:00 那珂市役所');
  here.at('2026-07-31T23:59:59+09:00');
  expect(await say(cast.secretariat, 'council 体制')).toContain('*事務局* 那珂市');
  const told = await here.run('digest', '2026-08-03T09:00:00+09:00');
  expect(Object.entries(told).flatMap(([who, heard]) => (acts(heard)?.length ? [who] : []))).toMatchInlineSnapshot(`
    [
      "貝塚 芳信",
      "君山 創",
      "小松崎 瞳",
      "坂本 亮",
    ]
  `);
  expect((await say(cast.secretariat2027, 'council 体制')).split('\n').slice(0, 8)).toMatchInlineSnapshot(`
    [
      "(本人のみ) いばらき自治体クラウド基幹業務運営協議会の体制(令和8年度)",
      "  *会長* 欠員(那珂市は構成団体ではなくなりました)",
      "  *職務代理者* かすみがうら市 貝塚 芳信",
      "  *副会長* かすみがうら市 貝塚 芳信",
      "  *副会長* 常陸大宮市 大久保 正彦",
      "  *事務局* かすみがうら市 君山 創、小松崎 瞳、坂本 亮、貝塚 芳信",
      "  *プロジェクトチームリーダー* かすみがうら市 小松崎 瞳、坂本 亮",
      "  • 住民業務部会(5WG):住民基本台帳WG、印鑑登録WG、国民年金WG、自動交付機WG、総合窓口WG",
    ]
  `);
  expect((await say(cast.secretariat2027, 'council 輪番')).split('\n').slice(0, 3)).toMatchInlineSnapshot(`
    [
      "(本人のみ) 会長市町の輪番(10年分)です。",
      "  • 令和8年度 会長:欠員 副会長:かすみがうら市・常陸大宮市",
      "  • 令和9年度 会長:かすみがうら市 副会長:常陸大宮市",
    ]
  `);
  // The secretariat's acts are its own; the council's the acting chair's.
  expect(await say(cast.secretariat, 'council 体制')).toMatchInlineSnapshot(
    `"(本人のみ) 本日の名簿では、いばらきクラウド協議会のご担当として登録されていません。ご所属の情報主管担当、または事務局(かすみがうら市)へご確認をお願いします。"`,
  );
  expect(await say(cast.english, 'wg schedule 障害者福祉WG 8/21 10:00')).toMatchInlineSnapshot(
    `"(本人のみ) This can be done by the lead of 障害者福祉WG or by the secretariat (かすみがうら市). Please ask one of them."`,
  );
  expect((await say(cast.secretariat2027, 'wg schedule 障害者福祉WG 8/21 10:00')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 日時を「令和8年8月21日(金) 10:00」と読み取りました。"`,
  );
  expect((await say('kasumi-kaizuka', 'wg move M4 8/27')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 運営協議会の会議(M4)の日程を、~令和8年8月20日(木) 14:00〜16:00~ から 令和8年8月27日(木) 14:00〜16:00 に変更しました。会場に変更はありません。お手数ですが、予定の変更をお願いします。"`,
  );
  const { client } = here.store;
  const entry = await client.auditEntry.findFirst({ where: { act: 'wg move' }, orderBy: { id: 'desc' } });
  expect(entry).toMatchObject({ acting: true, onBehalf: false });
  await say(cast.secretariat2027, 'wg 開催通知 M4');
  const notice = [...here.workspace.state.files.values()].findLast((one) => one.name === '開催通知_M4.docx');
  const words = (await mammoth.extractRawText({ buffer: Buffer.from(notice?.content ?? '') })).value;
  expect(words.split('\n').filter((one) => /会長|事務局|様$/u.test(one))).toMatchInlineSnapshot(`
    [
      "　常陸大宮市長　様",
      "　かすみがうら市長　様",
      "会長職務代理者　貝塚 芳信(かすみがうら市)",
      "5　担当	事務局(かすみがうら市)　君山 創、小松崎 瞳、坂本 亮、貝塚 芳信電話　　　　　　　　　メール",
    ]
  `);
  await say(cast.secretariat2027, 'council 同期');
  const plan = await client.plan.findFirst({ orderBy: { id: 'desc' } });
  expect(/運営協議会 会長:[^"]*/u.exec(JSON.stringify(plan))?.[0]).toMatchInlineSnapshot(
    `"運営協議会 会長:欠員(職務代理:かすみがうら市)、事務局:かすみがうら市"`,
  );
});

test('the council elects a successor for the remainder: from the next day, and taken back before it has begun', async () => {
  here.at('2026-08-03T10:00:00+09:00');
  const office2026 = (line: string) => say(cast.secretariat2027, line);
  expect(await office2026('council 輪番 後任 五霞町 M1')).toMatchInlineSnapshot(
    `"(本人のみ) 五霞町は副会長市町ではありません。後任は、副会長市町(かすみがうら市・常陸大宮市)からご入力ください。"`,
  );
  expect(await office2026('council 輪番 後任 常陸大宮市')).toContain('根拠となる協議会の承認');
  expect(await office2026('council　輪番　後任　常陸大宮市　Ｍ１')).toMatchInlineSnapshot(`
    "(本人のみ) 常陸大宮市が、令和8年8月4日(火)から令和9年3月31日(水)まで、那珂市の後任として会長を務めます(残任期間)。事務局とプロジェクトチームリーダーも常陸大宮市に移ります。輪番の順番は変わりません。
      根拠:会議M1
      [この内容で記録する] [取りやめる]"
  `);
  expect(await here.press(cast.secretariat2027, 'この内容で記録する')).toMatchInlineSnapshot(`
    "(本人のみ) 輪番の変更を記録しました(輪番1、根拠:会議M1)。
      常陸大宮市が、令和8年8月4日(火)から令和9年3月31日(水)まで、那珂市の後任として会長を務めます(残任期間)。事務局とプロジェクトチームリーダーも常陸大宮市に移ります。
      [取り消す]
    #協議会 常陸大宮市が、令和8年8月4日(火)から令和9年3月31日(水)まで、那珂市の後任として会長を務めます(残任期間)。事務局とプロジェクトチームリーダーも常陸大宮市に移ります。"
  `);
  expect(await here.press(cast.secretariat2027, '取り消す')).toMatchInlineSnapshot(`
    "(本人のみ) 先にお知らせした、常陸大宮市が会長の後任を務めることは、取り消されました。引き続き、副会長が職務を代理します。
    #協議会 先にお知らせした、常陸大宮市が会長の後任を務めることは、取り消されました。引き続き、副会長が職務を代理します。"
  `);
  await office2026('council 輪番 後任 常陸大宮市 M1');
  await here.press(cast.secretariat2027, 'この内容で記録する');
  here.at('2026-08-04T00:00:00+09:00');
  expect((await say(cast.secretariat2028, 'council 体制')).split('\n').slice(1, 6)).toMatchInlineSnapshot(`
    [
      "  *会長* 常陸大宮市 大久保 正彦",
      "  *副会長* かすみがうら市 貝塚 芳信",
      "  *事務局* 常陸大宮市 相田 修一、小室 由香、三次 拓也、大久保 正彦",
      "  *プロジェクトチームリーダー* 常陸大宮市 相田 修一、小室 由香",
      "  • 住民業務部会(5WG):住民基本台帳WG、印鑑登録WG、国民年金WG、自動交付機WG、総合窓口WG",
    ]
  `);
  expect(await office2026('council undo 輪番2')).toContain('事務局(常陸大宮市)');
  expect(await say(cast.secretariat2028, 'council undo 輪番2')).toMatchInlineSnapshot(
    `"(本人のみ) 輪番2による任期がすでに始まっているため、取り消せません。改めて協議会の承認を得て、変更を記録してください。"`,
  );
  expect(await say(cast.secretariat2028, 'council 輪番 後任 かすみがうら市 M1')).toMatchInlineSnapshot(
    `"(本人のみ) 会長市町は常陸大宮市で、欠員ではありません。後任を記録できるのは、会長市町が任期の途中で脱退した場合です。これからの順番の変更は「/council 輪番 入替え」などをご利用ください。"`,
  );
});
