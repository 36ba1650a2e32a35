/** A date poll beside another, or beside a meeting, of the same people: it is asked first, and a body may join what is open. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

test('a poll where the same people have a meeting or a poll in those days asks first: together, or on its own', async () => {
  const [kaigo, kokuho] = ['介護保険WG', '国民健康保険WG'];
  await here.say(cast.secretariat, `/wg 日程 ${kaigo} 9/15 10:00-12:00 那珂市役所`, LOBBY);
  const typed = `/wg 日程 ${kokuho} 9/14 10:00-12:00、9/16 14:00-16:00 期限 9/10 那珂市役所 保険料の確認`;
  expect(await here.say(cast.secretariat, typed, LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) 候補日の期間に、委員の多くが重なる介護保険WGの会議M1(令和8年9月15日(火) 10:00〜12:00)があります(両方の委員:菊池 友美、清水 久美、羽成 徹、荒井 優子)。合同で開催しますか。日程調整はまだ始めていません。
      [M1と合同で開催する] [このまま個別に調整する]"
  `);
  const apart = await here.press(cast.secretariat, 'このまま個別に調整する', LOBBY);
  expect(apart).toMatchInlineSnapshot(`
    "(本人のみ) 候補2件の日程調整を始めました。回答期限は令和8年9月10日(木)です。
      ⚠ 候補1:繁忙期(9月議会)
      ⚠ 候補2:繁忙期(9月議会)
      会議体のチャンネルにお知らせしました。
    #wg-国民健康保険 国民健康保険WGの日程調整(D1)です。令和8年9月10日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:保険料の確認
      1. 令和8年9月14日(月) 10:00〜12:00 ⚠ 回答なし
      2. 令和8年9月16日(水) 14:00〜16:00 ⚠ 回答なし
      ⚠ 候補1:繁忙期(9月議会)
      ⚠ 候補2:繁忙期(9月議会)
      未回答:常陸大宮市・那珂市・かすみがうら市・五霞町
      開催できる候補はまだありません(○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]"
  `);
  expect(
    await here.say(cast.lead, '/wg 日程 9/16 10:00-12:00、9/17 10:00-12:00 期限 9/9 那珂市役所 要件の確認'),
  ).toMatchInlineSnapshot(`
    "(本人のみ) 委員の多くが重なる国民健康保険WGも、同じ期間で日程を調整しています(D1、両方の委員:菊池 友美、清水 久美、羽成 徹、荒井 優子)。合同で開催しますか。日程調整はまだ始めていません。
      合同とする場合は、事務局が「/wg 合同 D1 介護保険WG」で両方のWGに照会できます。事務局へご相談ください。
      [このまま個別に調整する]"
  `);
  await here.say(
    cast.secretariat,
    `/wg 日程 ${kaigo} 9/16 10:00-12:00、9/17 10:00-12:00 期限 9/9 「那珂市役所 大会議室」 要件の確認`,
    LOBBY,
  );
  // 羽成 徹 sits in both: what was answered for one body so far stays, and is not counted for the other.
  await here.say('kasumi-hanari', '/wg answer D1 ○×');
  expect(await here.press(cast.secretariat, 'D1と合同で調整する', LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) 日程調整D1に介護保険WGが加わり、国民健康保険WG・介護保険WGの合同会議の日程調整になりました。これまでのご回答はそのままです。
      回答期限は9月10日(木)のままです。
      会議体のチャンネルにお知らせしました。
      [元に戻す]
    #wg-国民健康保険 (書換え) 国民健康保険WG・介護保険WGの日程調整(D1)です。令和8年9月10日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題(国民健康保険WG):保険料の確認
      議題(介護保険WG):要件の確認
      1. 令和8年9月14日(月) 10:00〜12:00 ⚠
        国民健康保険WG:○かすみがうら市
        介護保険WG:回答なし
      2. 令和8年9月16日(水) 14:00〜16:00 ⚠
        国民健康保険WG:×かすみがうら市
        介護保険WG:回答なし
      ⚠ 候補1:繁忙期(9月議会)
      ⚠ 候補2:繁忙期(9月議会)
      未回答(国民健康保険WG):常陸大宮市・那珂市・五霞町
      未回答(介護保険WG):常陸大宮市・那珂市・かすみがうら市・五霞町
      開催できる候補はまだありません(どの会議体でも○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定]
    #wg-国民健康保険 日程調整D1に介護保険WGが加わり、国民健康保険WG・介護保険WGの合同会議の日程調整になりました。これまでのご回答はそのままです。
    #wg-介護保険 国民健康保険WG・介護保険WGの日程調整(D1)です。令和8年9月10日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題(国民健康保険WG):保険料の確認
      議題(介護保険WG):要件の確認
      1. 令和8年9月14日(月) 10:00〜12:00 ⚠
        国民健康保険WG:○かすみがうら市
        介護保険WG:回答なし
      2. 令和8年9月16日(水) 14:00〜16:00 ⚠
        国民健康保険WG:×かすみがうら市
        介護保険WG:回答なし
      ⚠ 候補1:繁忙期(9月議会)
      ⚠ 候補2:繁忙期(9月議会)
      未回答(国民健康保険WG):常陸大宮市・那珂市・五霞町
      未回答(介護保険WG):常陸大宮市・那珂市・かすみがうら市・五霞町
      開催できる候補はまだありません(どの会議体でも○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定]"
  `);
});

test('a body that joined an open poll: refused to the lead of one, taken back, counted for itself, decided as one meeting', async () => {
  expect(await here.say(cast.secretariat, '/wg 合同 D1 介護保険WG', LOBBY)).toMatchInlineSnapshot(
    `"(本人のみ) 介護保険WGは、すでに日程調整D1に加わっています。"`,
  );
  expect(await here.say(cast.lead, '/wg 合同 D1 障害者福祉WG')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、障害者福祉WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await here.say(cast.otherLead, '/wg 合同 D1 障害者福祉WG')).toContain('国民健康保険WGの座長');
  expect(await here.say(cast.lead, '/wg 取消 D1')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、国民健康保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  const back = await here.say(cast.secretariat, '/wg 取消 D1', LOBBY);
  expect(back.split('\n').filter((one) => /^\S/u.test(one))).toMatchInlineSnapshot(`
    [
      "(本人のみ) 日程調整D1への介護保険WGの参加は取り消され、国民健康保険WGの日程調整に戻りました。介護保険WGとしてのご回答は不要です。",
      "#wg-国民健康保険 (書換え) 国民健康保険WGの日程調整(D1)です。令和8年9月10日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。",
      "#wg-介護保険 (書換え) 国民健康保険WGの日程調整(D1)です。令和8年9月10日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。",
      "#wg-国民健康保険 日程調整D1への介護保険WGの参加は取り消され、国民健康保険WGの日程調整に戻りました。介護保険WGとしてのご回答は不要です。",
      "#wg-介護保険 日程調整D1への介護保険WGの参加は取り消され、国民健康保険WGの日程調整に戻りました。介護保険WGとしてのご回答は不要です。",
    ]
  `);
  const entries = await here.store.client.auditEntry.findMany({
    where: { subjects: { has: 'poll:1' } },
    orderBy: { id: 'desc' },
    take: 2,
  });
  expect(entries.map((one) => [one.act, one.onBehalf])).toEqual([
    ['wg undo', true],
    ['wg join', true],
  ]);
  // Joined again, it is asked again: who sits in 介護保険WG alone answers for it alone.
  await here.say(cast.secretariat, '/wg join Ｄ１　介護保険　要件の確認', LOBBY);
  for (const one of [cast.member, cast.lead]) await here.say(one, '/wg answer D1 ○×');
  const answered = await here.say(cast.english, '/wg answer D1 ○×');
  expect(answered.split('\n').slice(2, 16)).toMatchInlineSnapshot(`
    [
      "  会場:那珂市役所",
      "  議題(国民健康保険WG):保険料の確認",
      "  議題(介護保険WG):要件の確認",
      "  1. 令和8年9月14日(月) 10:00〜12:00 ⚠",
      "    国民健康保険WG:○かすみがうら市",
      "    介護保険WG:○常陸大宮市・那珂市・かすみがうら市",
      "  2. 令和8年9月16日(水) 14:00〜16:00 ⚠",
      "    国民健康保険WG:×かすみがうら市",
      "    介護保険WG:×常陸大宮市・那珂市・かすみがうら市",
      "  ⚠ 候補1:繁忙期(9月議会)",
      "  ⚠ 候補2:繁忙期(9月議会)",
      "  未回答(国民健康保険WG):常陸大宮市・那珂市・五霞町",
      "  未回答(介護保険WG):五霞町",
      "  開催できる候補はまだありません(どの会議体でも○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。",
    ]
  `);
  expect(await here.say(cast.secretariat, '/wg 日程決定 D1 1', LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) 国民健康保険WG・介護保険WGの日程調整(D1)は、令和8年9月14日(月) 10:00〜12:00に決定しました(会議M2)。ご回答ありがとうございました。
      ⚠ 候補1:繁忙期(9月議会)
    #wg-国民健康保険 (書換え) 国民健康保険WG・介護保険WGの日程調整(D1)は、令和8年9月14日(月) 10:00〜12:00に決定しました(会議M2)。ご回答ありがとうございました。
    #wg-介護保険 (書換え) 国民健康保険WG・介護保険WGの日程調整(D1)は、令和8年9月14日(月) 10:00〜12:00に決定しました(会議M2)。ご回答ありがとうございました。
    #wg-国民健康保険 国民健康保険WG・介護保険WGの会議(M2)を、令和8年9月14日(月) 10:00〜12:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
      *国民健康保険WG*
      議題1 保険料の確認
      *介護保険WG*
      議題1 要件の確認
      [取り消す] [開催通知を作成]
    #wg-介護保険 国民健康保険WG・介護保険WGの会議(M2)を、令和8年9月14日(月) 10:00〜12:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
      *国民健康保険WG*
      議題1 保険料の確認
      *介護保険WG*
      議題1 要件の確認
      [取り消す] [開催通知を作成]
    #wg-国民健康保険 (スレッド) 📎M2.ics
    #wg-介護保険 (スレッド) 📎M2.ics"
  `);
  expect(await here.say(cast.secretariat, '/wg 合同 D1 障害者福祉WG 要件の確認', LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) 日程調整D1は日程が決定しています。決定した会議M2に、合同で参加できます。
      [M2に合同で参加する]"
  `);
});

test('a poll that is withdrawn or past its deadline is not joined; it is said what to do instead', async () => {
  const opened = await here.say(cast.lead, '/wg 日程 11/9 10:00、11/10 10:00 個別 期限 6/2');
  const poll = /\((D\d+)\)/u.exec(opened)?.[1];
  here.at('2026-06-03T10:00:00+09:00');
  expect(await here.say(cast.secretariat, `/wg 合同 ${poll} 障害者福祉WG`, LOBBY)).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D2は回答を締め切っているため、加われません。「/wg 候補 D2 期限 6/12」のように期限を延ばしてから、もう一度ご入力ください。"`,
  );
  await here.say(cast.lead, `/wg 調整中止 ${poll}`);
  expect(await here.say(cast.secretariat, `/wg 合同 ${poll} 障害者福祉WG`, LOBBY)).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D2は取りやめになっているため、加われません。「/wg 日程調整 介護保険WG・障害者福祉WG 6/12 14:00、6/16 10:00」のように、合同の日程調整をお始めください。"`,
  );
  expect(await here.say(cast.secretariat, '/wg 合同 障害者福祉WG', LOBBY)).toMatchInlineSnapshot(
    `"[フォーム] ほかのWGの会議や日程調整に、合同で参加します: 会議番号・日程調整番号、WG・部会名=障害者福祉WG、議題"`,
  );
});
