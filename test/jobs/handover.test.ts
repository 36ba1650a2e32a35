/** The switch of the year: rights change at midnight of April 1, and it is told at 9:00 of the first business day. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2028-03-30T10:00:00+09:00');
  await here.say(cast.secretariat2027, '/item 追加 @常陸大宮市 4/28 帳票の確認');
  await here.say(cast.secretariat2027, '/item 追加 @五霞町 5/31 機器の台数の報告', 'wg-自動交付機');
  await here.say(cast.secretariat2027, '/item 追加 4/28 会場の予約');
});
afterAll(() => here.close());

test('until the last second of March the secretariat is かすみがうら市’s', async () => {
  here.at('2028-03-31T23:59:59+09:00');
  expect(await here.say(cast.secretariat2028, '/req 決定 1234 標準')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(かすみがうら市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await here.say(cast.secretariat2027, '/req 決定 1234 標準')).toContain(
    'かすみがうら市 小松崎 瞳(事務局による代行)',
  );
});

test('from midnight on it is 常陸大宮市’s, a Saturday or not', async () => {
  here.at('2028-04-01T00:00:00+09:00');
  expect(await here.say(cast.secretariat2027, '/req 決定 1235 標準')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(常陸大宮市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await here.say(cast.secretariat2028, '/req 決定 1235 標準')).toMatchInlineSnapshot(
    `"(本人のみ) 記録しました。年度切替え後の最初の開庁日を待って、4月3日(月) 09:00に関係者へお知らせします。"`,
  );
});

test('nothing is told on the weekend, nor before 9:00 of Monday, though somebody acts', async () => {
  here.at('2028-04-02T09:00:00+09:00');
  expect(await here.say(cast.secretariat2028, '/item done K3')).toMatchInlineSnapshot(`
    "(本人のみ) 課題K3「会場の予約」は完了しました(相田 修一)。
      [取り消す]
      年度切替え後の最初の開庁日を待って、4月3日(月) 09:00に関係者へお知らせします。"
  `);
  for (const at of ['2028-04-01T09:00', '2028-04-02T09:00', '2028-04-03T08:59'])
    expect(await here.run('handover', `${at}:00+09:00`)).toEqual({});
});

test('on Monday at 9:00 the council’s channel, the old chair and the new hear it', async () => {
  const told = await here.run('handover', '2028-04-03T09:00:00+09:00');
  expect(told['#協議会']).toMatchInlineSnapshot(`
    "令和10年4月3日(月)、本年度の体制をお知らせします。会長は常陸大宮市、事務局は同市の情報主管担当です。前年度からの未了案件1件は各後任の方に引き継ぎました。担当者が未定の1件は事務局で預かっています。
      *会長* かすみがうら市 → 常陸大宮市
      *副会長* 五霞町、那珂市、かすみがうら市
      *事務局* 常陸大宮市 情報主管担当
      *任期* 令和10年度
      課題・決定・会議の担当は、4月1日の時点で各後任の方に引き継がれています。
      [Slackと照合(事務局)]"
  `);
  expect(Object.keys(told)).toMatchInlineSnapshot(`
    [
      "#wg-介護保険",
      "#協議会",
      "大久保 正彦",
      "貝塚 芳信",
    ]
  `);
  const { '#wg-介護保険': held, ...announced } = told;
  expect(new Set(Object.values(announced)).size).toBe(1);
  // What was decided on Saturday, and which item was done, is seen now.
  expect(held).toMatchInlineSnapshot(`
    "(書換え) 課題K3「会場の予約」は完了しました(相田 修一)。
    要件1235を『パッケージ標準どおり』として仮記録しました(令和10年度決定第1号)。
      会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
      記録:常陸大宮市 相田 修一(事務局による代行)"
  `);
});

test('once', async () => {
  expect(await here.run('handover', '2028-04-03T09:00:00+09:00')).toEqual({});
  expect(await here.run('handover', '2028-04-04T09:00:00+09:00')).toEqual({});
});

test('in a year whose April 1 is a business day it is told on that day', async () => {
  expect(Object.keys(await here.run('handover', '2031-04-01T09:00:00+09:00'))).toMatchInlineSnapshot(`
    [
      "根本 雅之",
      "#協議会",
      "貝塚 芳信",
    ]
  `);
});

describe('where the term begins with the general meeting', () => {
  const set = async (key: string, value: unknown) => {
    const { council, store } = here;
    const councilId = council.council.slug;
    await store.client.setting.create({
      data: { councilId, scope: '', key, from: '2032-01-01', value: value as never },
    });
  };
  beforeAll(() => set('termStart', 'generalMeeting'));

  test('while its day is not known, the secretariat is told from 30 days before, and nobody else', async () => {
    const early = await here.run('digest', '2032-03-01T09:00:00+09:00');
    expect(Object.values(early).join()).not.toContain('総会の日');
    const told = await here.run('digest', '2032-03-02T09:00:00+09:00');
    const hearing = Object.entries(told).filter(([, heard]) => heard.includes('総会の日'));
    expect(hearing.map(([who]) => who)).toMatchInlineSnapshot(`
      [
        "君山 創",
        "小松崎 瞳",
        "坂本 亮",
        "貝塚 芳信",
      ]
    `);
    expect(hearing[0]?.[1]).toMatchInlineSnapshot(`
      "おはようございます。3月2日(火)のお知らせです。期限超過1件、総会の日が未登録です。まず『機器の台数の報告(期限超過)』をお願いします。
        ■ 期限超過
        • 課題K2 機器の台数の報告(自動交付機WG、期限 令和10年5月31日(水))
        [K2を完了にする] [後で] [担当変更] [回答する]
        ■ 総会の日
        令和14年度の会長の任期は総会の日から始まる設定ですが、総会の日が登録されていません。登録されない場合は、令和14年4月1日(木)に会長・事務局が交代します。総会の日(generalMeetings)の登録を、管理者の方へご依頼ください。"
    `);
    expect(await here.say(cast.secretariat2027, '/council 稼働状況')).toMatchInlineSnapshot(`
      "(本人のみ) お知らせは、すべて正常に処理されています。
        *送信待ち* 0件
        *最も古い送信待ち* なし
        *到達を確認中* 0件
        *不達* 0件
        令和14年度の会長の任期は総会の日から始まる設定ですが、総会の日が登録されていません。登録されない場合は、令和14年4月1日(木)に会長・事務局が交代します。総会の日(generalMeetings)の登録を、管理者の方へご依頼ください。"
    `);
    expect(await here.say(cast.lead, '/council 輪番')).toMatchInlineSnapshot(`
      "(本人のみ) 会長市町の輪番(10年分)です。
        • 令和13年度 会長:かすみがうら市 副会長:常陸大宮市・五霞町・那珂市
        • 令和14年度 会長:常陸大宮市 副会長:五霞町・那珂市・かすみがうら市
        • 令和15年度 会長:五霞町 副会長:那珂市・かすみがうら市・常陸大宮市
        • 令和16年度 会長:那珂市 副会長:かすみがうら市・常陸大宮市・五霞町
        • 令和17年度 会長:かすみがうら市 副会長:常陸大宮市・五霞町・那珂市
        • 令和18年度 会長:常陸大宮市 副会長:五霞町・那珂市・かすみがうら市
        • 令和19年度 会長:五霞町 副会長:那珂市・かすみがうら市・常陸大宮市
        • 令和20年度 会長:那珂市 副会長:かすみがうら市・常陸大宮市・五霞町
        • 令和21年度 会長:かすみがうら市 副会長:常陸大宮市・五霞町・那珂市
        • 令和22年度 会長:常陸大宮市 副会長:五霞町・那珂市・かすみがうら市
        令和14年度の会長の任期は総会の日から始まる設定ですが、総会の日が登録されていません。登録されない場合は、令和14年4月1日(木)に会長・事務局が交代します。総会の日(generalMeetings)の登録を、管理者の方へご依頼ください。
        副会長は、会長に事故があるときの職務代理の順です。変更は、協議会の承認に基づき事務局が記録します。"
    `);
    await set('generalMeetings', ['2032-06-12']);
    expect(await here.say(cast.secretariat2027, '/council health')).not.toContain('総会の日');
    const after = await here.run('digest', '2032-03-18T09:00:00+09:00');
    expect(Object.values(after).join()).not.toContain('総会の日');
  });

  test('April 1 is of the clerks alone', async () => {
    const march = await here.run('succession', '2032-03-02T09:00:00+09:00');
    expect(march['#協議会']?.split('\n')[0]).toMatchInlineSnapshot(
      `"令和14年4月1日(木)から、新しい年度に切り替わります。異動の有無にかかわらず、3月25日(木)までに担当分の引継書をご確認ください。"`,
    );
    expect(Object.values(march).join()).not.toContain('新旧役員会');
    expect(await here.run('handover', '2032-04-01T09:00:00+09:00')).toEqual({});
  });

  test('the chair’s passing is told 30 and 14 days before it, and the officers’ meeting proposed', async () => {
    const may = await here.run('succession', '2032-05-13T09:00:00+09:00');
    expect(may['#協議会']).toMatchInlineSnapshot(`
      "令和14年6月12日(土)の総会から、会長市町はかすみがうら市から常陸大宮市に交代する予定です。各担当の方の変更はありません。
        [引継確認を表示]"
    `);
    const proposed = Object.values(may).find((one) => one.includes('新旧役員会'));
    expect(proposed).toMatchInlineSnapshot(`
      "令和14年6月12日(土)の総会から、会長市町はかすみがうら市から常陸大宮市に交代する予定です。各担当の方の変更はありません。
        [引継確認を表示]
      会長市町の交代(かすみがうら市 → 常陸大宮市)に向けて、新旧役員会の開催をご検討ください。日時が決まりましたら、ボタンから招集いただけます。
        [新旧役員会を招集する]
        議題の例:新旧役員会(事務引継ぎ、未了案件の確認)"
    `);
  });

  test('on its Saturday the offices pass on, and nothing is seen before Monday 9:00', async () => {
    here.at('2032-06-12T10:00:00+09:00');
    expect(await here.say(cast.secretariat2028, '/item 追加 7/30 総会の礼状')).toMatchInlineSnapshot(
      `"(本人のみ) 記録しました。会長市町の交代後の最初の開庁日を待って、6月14日(月) 09:00に関係者へお知らせします。"`,
    );
    const told = await here.run('succession', '2032-06-14T09:00:00+09:00');
    expect(told['#協議会']).toMatchInlineSnapshot(`
      "令和14年6月14日(月)、本年度の体制をお知らせします。会長は常陸大宮市、事務局は同市の情報主管担当です。交代前からの未了案件1件は、引き続き各担当の方にお願いします。担当者が未定の1件は事務局で預かっています。
        *会長* かすみがうら市 → 常陸大宮市
        *副会長* 五霞町、那珂市、かすみがうら市
        *事務局* 常陸大宮市 情報主管担当
        *任期* 令和14年度
        会長・副会長・事務局の権限は、令和14年6月12日(土)の午前0時に新しい市町へ移っています。各担当の変更はありません。
        [Slackと照合(事務局)]"
    `);
  });
});
