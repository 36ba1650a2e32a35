/** How a date poll ends: by its deadline, withdrawn, its opening taken back; and how several bodies are asked in one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

test('place, agenda and deadline may be called by their names, in any order', async () => {
  const opened = await here.say(
    cast.lead,
    '/wg 日程 6/22 14:00-16:00、6/23 14:00-16:00 会場 那珂市役所 回答期限：６／３ 議題：要件の確認',
  );
  expect(opened.split('\n').slice(0, 5).join('\n')).toMatchInlineSnapshot(`
    "#wg-介護保険 介護保険WGの日程調整(D1)です。令和8年6月3日(水)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:要件の確認
      1. 令和8年6月22日(月) 14:00〜16:00 ⚠ 回答なし
      2. 令和8年6月23日(火) 14:00〜16:00 ⚠ 回答なし"
  `);
});

test('after its deadline it is closed, though nothing ran', async () => {
  here.at('2026-06-04T00:00:00+09:00');
  expect(await here.say(cast.member, '/wg answer D1 ○○')).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D1の回答は締め切りました。変更がある場合は、座長または事務局へご連絡ください。"`,
  );
});

test('a poll is withdrawn, and answers no more', async () => {
  expect(await here.say(cast.lead, '/wg 調整中止 D1')).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険WGの日程調整(D1)は、取りやめになりました。ご回答は不要です。
      [元に戻す]
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)は、取りやめになりました。ご回答は不要です。"
  `);
  expect(await here.say(cast.secretariat, '/wg 調整中止 D1')).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D1は、取りやめになっています。"`,
  );
  expect(await here.say(cast.lead, '/wg 候補 D1 追加 6/18 10:00-12:00')).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D1は、取りやめになっています。"`,
  );
});

test('its opening is taken back by the button on it, for ten minutes', async () => {
  here.at('2026-06-05T10:00:00+09:00');
  expect((await here.say(cast.lead, '/wg 日程 6/22 14:00-16:00、6/23 14:00-16:00')).split('\n').at(-1)).toContain(
    '[取り消す]',
  );
  expect(await here.press(cast.member, '取り消す')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await here.press(cast.lead, '取り消す')).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険WGの日程調整(D2)は、取りやめになりました。ご回答は不要です。
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D2)は、取りやめになりました。ご回答は不要です。"
  `);
});

test('a municipality whose work is suspended by a disaster or an election is named beside the dates that it concerns', async () => {
  here.at('2026-09-01T10:00:00+09:00');
  expect(await here.say(cast.secretariat, '/req みなし停止 五霞町 災害 終期 9/15')).toMatchInlineSnapshot(
    `"(本人のみ) 五霞町について、本日から令和8年9月15日(火)まで、みなし同意の期間を止めました。この間の日数は、回答期間に含めません。期限を過ぎた課題について、担当・座長・事務局へ順にお知らせすることも、この間は止まります。"`,
  );
  await here.say(cast.secretariat, '/req みなし停止 かすみがうら市 選挙 9/20');
  const opened = await here.say(cast.lead, '/wg 日程 9/10 14:00-16:00、9/17 14:00-16:00');
  const warned = opened.split('\n').filter((one) => one.includes('五霞町は業務を停止しています'));
  expect(warned.length).toBeGreaterThan(0);
  expect(warned.every((one) => one.includes('候補1') && !one.includes('候補2'))).toBe(true);
  expect(opened).toMatch(/候補2:かすみがうら市は選挙の期間です/u);
});

test('several bodies are asked for one meeting: each has its quorum, who sits in both answers for both', async () => {
  here.at('2026-09-20T10:00:00+09:00');
  expect(
    await here.say(
      cast.secretariat,
      '/wg 日程調整 介護保険WG・国民健康保険WG 10/8 14:00-16:00、10/9 10:00-12:00 期限 9/30',
    ),
  ).toMatchInlineSnapshot(`
    "#wg-介護保険 (書換え) 介護保険WGの日程調整(D3)は、令和8年9月4日(金)に回答を締め切りました。日程の決定をお待ちください。
      1. 令和8年9月10日(木) 14:00〜16:00 ⚠ 回答なし
      2. 令和8年9月17日(木) 14:00〜16:00 ⚠ 回答なし
      ⚠ 候補1:五霞町は業務を停止しています、かすみがうら市は選挙の期間です、繁忙期(9月議会)
      ⚠ 候補2:かすみがうら市は選挙の期間です、繁忙期(9月議会)
      未回答:常陸大宮市・那珂市・かすみがうら市・五霞町
      開催できる候補はまだありません(○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [この日で決定]
    #wg-国民健康保険 介護保険WG・国民健康保険WGの日程調整(D4)です。令和8年9月30日(水)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      1. 令和8年10月8日(木) 14:00〜16:00
        介護保険WG:回答なし
        国民健康保険WG:回答なし
      2. 令和8年10月9日(金) 10:00〜12:00
        介護保険WG:回答なし
        国民健康保険WG:回答なし
      未回答(介護保険WG):常陸大宮市・那珂市・かすみがうら市・五霞町
      未回答(国民健康保険WG):常陸大宮市・那珂市・かすみがうら市・五霞町
      開催できる候補はまだありません(どの会議体でも○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]
    #wg-介護保険 介護保険WG・国民健康保険WGの日程調整(D4)です。令和8年9月30日(水)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      1. 令和8年10月8日(木) 14:00〜16:00
        介護保険WG:回答なし
        国民健康保険WG:回答なし
      2. 令和8年10月9日(金) 10:00〜12:00
        介護保険WG:回答なし
        国民健康保険WG:回答なし
      未回答(介護保険WG):常陸大宮市・那珂市・かすみがうら市・五霞町
      未回答(国民健康保険WG):常陸大宮市・那珂市・かすみがうら市・五霞町
      開催できる候補はまだありません(どの会議体でも○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]"
  `);
  expect(await here.say(cast.lead, '/wg 候補 D4 追加 10/10 10:00')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、国民健康保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  await here.say(cast.member, '/wg answer D4 ○×');
  // 羽成 徹 sits in both.
  await here.say('kasumi-hanari', '/wg answer D4 ○×');
  await here.say(cast.lead, '/wg answer D4 ○×');
  expect(await here.say(cast.english, '/wg answer D4 ○○')).toMatchInlineSnapshot(`
    "(本人のみ) The answer of かすみがうら市 is noted (1○ 2○). You may change it until the deadline.
    #wg-国民健康保険 (書換え) 介護保険WG・国民健康保険WGの日程調整(D4)です。令和8年9月30日(水)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      1. 令和8年10月8日(木) 14:00〜16:00
        介護保険WG:○常陸大宮市・那珂市・かすみがうら市
        国民健康保険WG:○かすみがうら市
      2. 令和8年10月9日(金) 10:00〜12:00
        介護保険WG:○かすみがうら市  ×常陸大宮市・那珂市
        国民健康保険WG:×かすみがうら市
      未回答(介護保険WG):五霞町
      未回答(国民健康保険WG):常陸大宮市・那珂市・五霞町
      開催できる候補はまだありません(どの会議体でも○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]
    #wg-介護保険 (書換え) 介護保険WG・国民健康保険WGの日程調整(D4)です。令和8年9月30日(水)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      1. 令和8年10月8日(木) 14:00〜16:00
        介護保険WG:○常陸大宮市・那珂市・かすみがうら市
        国民健康保険WG:○かすみがうら市
      2. 令和8年10月9日(金) 10:00〜12:00
        介護保険WG:○かすみがうら市  ×常陸大宮市・那珂市
        国民健康保険WG:×かすみがうら市
      未回答(介護保険WG):五霞町
      未回答(国民健康保険WG):常陸大宮市・那珂市・五霞町
      開催できる候補はまだありません(どの会議体でも○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]"
  `);
  await here.say(cast.secretariat, '/wg 日程回答 D4 介護保険WG 五霞町 電話 9/18 荒井 ×○');
  await here.say(cast.secretariat, '/wg 日程回答 D4 国民健康保険WG 五霞町 電話 9/18 内海 ○×');
  expect(
    await here.say(cast.secretariat, '/wg 日程回答 D4 障害者福祉WG 那珂市 電話 9/18 清水 ○×'),
  ).toMatchInlineSnapshot(
    `"(本人のみ) 「障害者福祉WG」は、日程調整D4の対象ではありません。会議体の名前をご確認ください。"`,
  );
  expect(
    await here.say(cast.secretariat, '/wg 日程回答 D4 国民健康保険WG 常陸大宮市 電話 9/18 菊池 ○△'),
  ).toMatchInlineSnapshot(`
    "(本人のみ) 常陸大宮市の回答を受け付けました(1○ 2△)。期限までは何度でも変更できます。
    #wg-国民健康保険 (書換え) 介護保険WG・国民健康保険WGの日程調整(D4)です。令和8年9月30日(水)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      1. 令和8年10月8日(木) 14:00〜16:00
        介護保険WG:○常陸大宮市・那珂市・かすみがうら市  ×五霞町
        国民健康保険WG:○常陸大宮市・かすみがうら市・五霞町
      2. 令和8年10月9日(金) 10:00〜12:00
        介護保険WG:○かすみがうら市・五霞町  ×常陸大宮市・那珂市
        国民健康保険WG:△常陸大宮市  ×かすみがうら市・五霞町
      未回答(国民健康保険WG):那珂市
      代行入力:常陸大宮市・五霞町
      現時点で有力な候補:1. 令和8年10月8日(木) 14:00〜16:00
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]
    #wg-介護保険 (書換え) 介護保険WG・国民健康保険WGの日程調整(D4)です。令和8年9月30日(水)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      1. 令和8年10月8日(木) 14:00〜16:00
        介護保険WG:○常陸大宮市・那珂市・かすみがうら市  ×五霞町
        国民健康保険WG:○常陸大宮市・かすみがうら市・五霞町
      2. 令和8年10月9日(金) 10:00〜12:00
        介護保険WG:○かすみがうら市・五霞町  ×常陸大宮市・那珂市
        国民健康保険WG:△常陸大宮市  ×かすみがうら市・五霞町
      未回答(国民健康保険WG):那珂市
      代行入力:常陸大宮市・五霞町
      現時点で有力な候補:1. 令和8年10月8日(木) 14:00〜16:00
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]
    小祝 薫 介護保険WG・国民健康保険WGの日程調整(D4)に、常陸大宮市の回答を寺門 聡さんが代行入力しました(電話 9/18 菊池、1○ 2△)。相違がある場合は、訂正をお願いします。
      [回答する]
    菊池 友美 介護保険WG・国民健康保険WGの日程調整(D4)に、常陸大宮市の回答を寺門 聡さんが代行入力しました(電話 9/18 菊池、1○ 2△)。相違がある場合は、訂正をお願いします。
      [回答する]"
  `);
  expect(await here.say(cast.secretariat, '/wg 日程決定 D4 1')).toMatchInlineSnapshot(`
    "#wg-国民健康保険 (書換え) 介護保険WG・国民健康保険WGの日程調整(D4)は、令和8年10月8日(木) 14:00〜16:00に決定しました(会議M1)。ご回答ありがとうございました。
    #wg-介護保険 (書換え) 介護保険WG・国民健康保険WGの日程調整(D4)は、令和8年10月8日(木) 14:00〜16:00に決定しました(会議M1)。ご回答ありがとうございました。
    #wg-介護保険 介護保険WG・国民健康保険WGの会議(M1)を、令和8年10月8日(木) 14:00〜16:00に開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
      *介護保険WG*
      議題は追ってお知らせします。
      *国民健康保険WG*
      議題は追ってお知らせします。
      [取り消す] [開催通知を作成]
    #wg-国民健康保険 介護保険WG・国民健康保険WGの会議(M1)を、令和8年10月8日(木) 14:00〜16:00に開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
      *介護保険WG*
      議題は追ってお知らせします。
      *国民健康保険WG*
      議題は追ってお知らせします。
      [取り消す] [開催通知を作成]
    #wg-介護保険 (スレッド) 📎M1.ics
    #wg-国民健康保険 (スレッド) 📎M1.ics"
  `);
});

test('decided for a day on which largely the same people meet, it can be put right after that meeting', async () => {
  await here.say(cast.secretariat, '/wg 日程 国民健康保険WG 11/12 10:00-12:00 個別');
  const [, poll] =
    /\((D\d+)\)/u.exec(await here.say(cast.lead, '/wg 日程 11/12 15:00-16:30、11/13 15:00-16:30 個別')) ?? [];
  expect((await here.say(cast.lead, `/wg decide ${poll} 1`)).split('\n#')[0]).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険WGの日程調整(D5)は、令和8年11月12日(木) 15:00〜16:30に決定しました(会議M3)。ご回答ありがとうございました。
      同じ日に、委員の多くが重なる国民健康保険WGの会議M2(令和8年11月12日(木) 10:00〜12:00)があります(両方の委員:菊池 友美、清水 久美、羽成 徹、荒井 優子)。
      [続けて13:00開始にする]"
  `);
  expect((await here.press(cast.lead, '続けて13:00開始にする')).split('\n')[0]).toMatchInlineSnapshot(
    `"#wg-介護保険 (書換え) 介護保険WGの会議(M3)の日程を、~令和8年11月12日(木) 15:00〜16:30~ から 令和8年11月12日(木) 13:00〜14:30 に変更しました。お手数ですが、予定の変更をお願いします。"`,
  );
});

test('a deadline in another year is said with its year', async () => {
  const opened = await here.say(cast.lead, '/wg 日程 1/20 10:00-12:00、1/21 10:00-12:00 期限 12/21 個別');
  const [, poll] = /\((D\d+)\)/u.exec(opened) ?? [];
  const moved = await here.say(cast.lead, `/wg 候補 ${poll} 期限 1/11`);
  expect(moved.split('\n#')[0]).toMatchInlineSnapshot(`
    "(本人のみ) 日程調整D6の回答期限を、~12月21日(月)~ から 令和9年1月11日(月) に変更しました。
      回答期限の令和9年1月11日(月)は閉庁日です。
      [期限を令和9年1月12日(火)にする]
      [元に戻す]"
  `);
});
