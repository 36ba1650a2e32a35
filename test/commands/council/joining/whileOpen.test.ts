/** A member leaves while a circulation, a date poll, minutes, items and meetings of its bodies are open. */
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
      • 日程調整D1(介護保険WG、期限 6月29日(月)):五霞町は未回答です。候補2は脱退の後の日ですが、集計には五霞町を含みます。
      • 議事録の確認(介護保険WG 会議M2):五霞町は未確認です。脱退の後は、みなし確認とはなりません。電話などで確認された場合は「/wg 議事録 M2 確認 五霞町 電話 6/3 山田」のように代行入力できます。
      • 未了の課題1件(K1):7月1日(水)から事務局で預かります。
      • 座長・部会長(公営住宅管理WG・軽自動車税WG・総合窓口WG・障害者福祉WG):7月1日(水)から未定となり、決まるまで事務局が進行します。
      • 7月1日(水)以降の会議1件(M3):五霞町は出欠・定足数に数えません。M3は会場が五霞町です。
    "
  `);
  await here.press(cast.secretariat, 'この内容で記録する');
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
