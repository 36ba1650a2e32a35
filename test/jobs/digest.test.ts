/** The daily digest: at 9:00 of each business day, one message a person, and none where there is nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, DIRECT, type Office, office } from '../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-05T15:00:00+09:00');
});
afterAll(() => here.close());

test('where there is nothing to tell, nobody is told', async () => {
  expect(await here.run('digest', '2026-06-05T09:00:00+09:00')).toEqual({});
});

describe('on Monday', () => {
  test('the members hear what is new since Friday’s, each what their seats owe', async () => {
    here.at('2026-06-05T15:00:00+09:00');
    await here.say(cast.lead, '/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認');
    await here.say(cast.lead, '/item 追加 @常陸大宮市 6/9 件数の報告');
    await here.say(cast.member, '/item 追加 @那珂市 6/8 帳票の確認');
    await here.say(cast.secretariat, '/item 追加 @五霞町 6/30 機器の台数の報告', 'wg-自動交付機');

    const told = await here.run('digest', '2026-06-08T09:00:00+09:00');
    expect(Object.keys(told).toSorted()).toMatchInlineSnapshot(`
      [
        "佐川 礼子",
        "内海 真由美",
        "和田 幸子",
        "寺門 聡",
        "平松 翔",
        "根本 雅之",
        "清水 久美",
        "綿引 香織",
        "羽成 徹",
        "荒井 優子",
        "菊池 友美",
        "飯田 佳代",
      ]
    `);
    expect(told['佐川 礼子']).toMatchInlineSnapshot(`
      "おはようございます。6月8日(月)のお知らせです。新着2件です。
        ■ 新着
        • 会議M1 介護保険WG 令和8年6月12日(金) 14:00〜16:00 那珂市役所
        • 課題K1 件数の報告(介護保険WG、期限 6月9日(火))
        [K1を完了にする] [後で] [担当変更] [回答する]"
    `);
    expect(told['和田 幸子']).toMatchInlineSnapshot(`
      "おはようございます。6月8日(月)のお知らせです。新着1件、本日期限1件、公開をお願いする次第1件です。まず『帳票の確認(本日中)』をお願いします。
        ■ 新着
        • 会議M1 介護保険WG 令和8年6月12日(金) 14:00〜16:00 那珂市役所
        ■ 本日
        • 課題K2 帳票の確認(介護保険WG、期限 6月8日(月))
        [K2を完了にする] [後で] [担当変更] [回答する]
        ■ 公開をお願いする次第
        • 会議M1 介護保険WG 6月12日(金)(次第の公開期限 6月9日(火))
        [M1の次第を確認]"
    `);
  });

  test('what a vacant seat owes is told to the secretariat, in their one message', async () => {
    expect(await here.run('digest', '2026-06-08T09:00:00+09:00')).toEqual({});
    const direct = [...here.workspace.state.messages].filter((one) =>
      JSON.stringify(one.blocks).includes('機器の台数'),
    );
    expect(direct).toHaveLength(5); // the WG's channel, and the four people of the secretariat
  });

  test('who reads English is told in English', async () => {
    const [english] = here.workspace.state.messages.filter((one) => one.text.startsWith('Good morning'));
    expect(english?.text).toMatchInlineSnapshot(`"Good morning. Mon 8 Jun: 1 new."`);
  });
});

describe('on Tuesday', () => {
  test('what is overdue comes before what is due today; what was told as new is not new again', async () => {
    const told = await here.run('digest', '2026-06-09T09:00:00+09:00');
    expect(told['和田 幸子']).toMatchInlineSnapshot(`
      "おはようございます。6月9日(火)のお知らせです。期限超過1件、まもなく開催の会議1件、公開をお願いする次第1件です。まず『帳票の確認(期限超過)』をお願いします。
        ■ 期限超過
        • 課題K2 帳票の確認(介護保険WG、期限 6月8日(月))
        ■ まもなく開催
        • 会議M1 介護保険WG 令和8年6月12日(金) 14:00〜16:00 那珂市役所
        [K2を完了にする] [後で] [担当変更] [回答する]
        ■ 公開をお願いする次第
        • 会議M1 介護保険WG 6月12日(金)(次第の公開期限 6月9日(火))
        [M1の次第を確認]"
    `);
    expect(told['佐川 礼子']).toMatchInlineSnapshot(`
      "おはようございます。6月9日(火)のお知らせです。本日期限1件、まもなく開催の会議1件です。まず『件数の報告(本日中)』をお願いします。
        ■ 本日
        • 課題K1 件数の報告(介護保険WG、期限 6月9日(火))
        ■ まもなく開催
        • 会議M1 介護保険WG 令和8年6月12日(金) 14:00〜16:00 那珂市役所
        [K1を完了にする] [後で] [担当変更] [回答する]"
    `);
  });

  test('a meeting ahead alone, its agenda given out, is no reason for a message', async () => {
    await here.say(cast.lead, '/wg 議題 M1 次回の日程');
    await here.say(cast.lead, '/wg 次第 M1 公開');
    const told = await here.run('digest', '2026-06-10T09:00:00+09:00');
    expect(Object.keys(told).toSorted()).toMatchInlineSnapshot(`
      [
        "佐川 礼子",
        "菊池 友美",
      ]
    `);
  });

  test('its button closes the item from the message itself', async () => {
    expect(await here.press(cast.member, 'K1を完了にする', DIRECT)).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「件数の報告」は完了しました(佐川 礼子)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「件数の報告」は完了しました(佐川 礼子)。
      佐川 礼子 (書換え) おはようございます。6月10日(水)のお知らせです。期限超過1件です。まず『件数の報告(期限超過)』をお願いします。
        ■ 期限超過
        ~• 課題K1 件数の報告(介護保険WG、期限 6月9日(火))~ 完了
        ■ 7日以内
        • 会議M1 介護保険WG 令和8年6月12日(金) 14:00〜16:00 那珂市役所
      菊池 友美 (書換え) おはようございます。6月10日(水)のお知らせです。期限超過1件です。まず『件数の報告(期限超過)』をお願いします。
        ■ 期限超過
        ~• 課題K1 件数の報告(介護保険WG、期限 6月9日(火))~ 完了
        ■ 7日以内
        • 会議M1 介護保険WG 令和8年6月12日(金) 14:00〜16:00 那珂市役所"
    `);
    expect(await here.press(cast.lead, 'K2を完了にする', DIRECT)).toContain('課題K2「帳票の確認」は完了しました');
  });
});

describe('the day', () => {
  test('of a meeting it is told to all of the WG, deputies too', async () => {
    const told = await here.run('digest', '2026-06-12T09:00:00+09:00');
    expect(Object.keys(told).toSorted()).toMatchInlineSnapshot(`
      [
        "佐川 礼子",
        "内海 真由美",
        "和田 幸子",
        "清水 久美",
        "羽成 徹",
        "荒井 優子",
        "菊池 友美",
        "飯田 佳代",
      ]
    `);
    expect(told['清水 久美']).toMatchInlineSnapshot(`
      "おはようございます。6月12日(金)のお知らせです。本日の会議1件です。
        ■ 本日
        • 会議M1 介護保険WG 14:00〜16:00 那珂市役所"
    `);
  });

  test.each([
    ['a Saturday', '2026-06-13'],
    ['a Sunday', '2026-06-14'],
    ['the council’s own closed day', '2026-06-22'],
    ['a national holiday', '2026-07-20'],
    ['a substitute holiday', '2027-03-22'],
    ['December 29', '2026-12-29'],
    ['January 3', '2027-01-03'],
  ])('nobody is told anything on %s', async (_, day) => {
    here.at(`${day}T08:00:00+09:00`);
    await here.say(cast.lead, `/item 追加 ${day} ${day}の件`);
    expect(await here.run('digest', `${day}T09:00:00+09:00`)).toEqual({});
  });

  test('nor at another hour', async () => {
    expect(await here.run('digest', '2026-06-15T08:59:00+09:00')).toEqual({});
    expect(await here.run('digest', '2026-06-15T10:00:00+09:00')).toEqual({});
  });

  test('who sits in two councils has one message of both, and its buttons know which is which', async () => {
    here.at('2026-08-03T15:00:00+09:00');
    await here.say(cast.inTwo, '/item 追加 8/4 県北の名簿の確認', '県北協議会');
    await here.say(cast.chair, '/item 追加 @常陸大宮市 8/4 協議会の名簿の確認', '協議会');
    const told = await here.run('digest', '2026-08-04T09:00:00+09:00');
    expect(told['大久保 正彦']).toMatchInlineSnapshot(`
      "おはようございます。8月4日(火)のお知らせです。本日期限2件です。まず『協議会の名簿の確認(本日中)』をお願いします。
        *いばらき自治体クラウド基幹業務運営協議会*
        ■ 本日
        • 課題K4 協議会の名簿の確認(運営協議会、期限 8月4日(火))
        [K4を完了にする] [後で] [担当変更] [回答する]
        *県北広域連携協議会*
        ■ 本日
        • 課題K1 県北の名簿の確認(県北広域連携協議会、期限 8月4日(火))
        [K1を完了にする] [後で] [担当変更] [回答する]"
    `);
    here.at('2026-08-04T10:00:00+09:00');
    const asked = await here.say(cast.inTwo, '/council お知らせ', '協議会');
    expect(asked).toContain('10:00現在のお知らせです。本日期限2件です。');
    expect(asked.split('■ お知らせの設定')[0]?.split('\n').slice(1).join('\n').trim()).toBe(
      told['大久保 正彦']?.split('\n').slice(1).join('\n').trim(),
    );
    await here.say(cast.inTwo, '/council お知らせ 11時', '県北協議会');
    expect(await here.say(cast.inTwo, '/council お知らせ', '協議会')).toContain('*時刻* 11時');
    expect(await here.press(cast.inTwo, 'K1を完了にする', DIRECT)).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「県北の名簿の確認」は完了しました(大久保 正彦)。
        [取り消す]
      #県北協議会 (書換え) 課題K1「県北の名簿の確認」は完了しました(大久保 正彦)。
      大久保 正彦 (書換え) おはようございます。8月4日(火)のお知らせです。本日期限2件です。まず『協議会の名簿の確認(本日中)』をお願いします。
        *いばらき自治体クラウド基幹業務運営協議会*
        ■ 本日
        • 課題K4 協議会の名簿の確認(運営協議会、期限 8月4日(火))
        [K4を完了にする] [後で] [担当変更] [回答する]
        *県北広域連携協議会*
        ■ 本日
        ~• 課題K1 県北の名簿の確認(県北広域連携協議会、期限 8月4日(火))~ 完了"
    `);
    // One of them is left: which K4 it is, is said all the same.
    expect(await here.say(cast.inTwo, '/council お知らせ', '協議会')).toContain(
      '*いばらき自治体クラウド基幹業務運営協議会*\n  ■ 本日\n  • 課題K4',
    );
  });

  test('whoever stands in for them hears of the council in which they sit themselves, and of no other', async () => {
    await here.say(cast.inTwo, '/item 追加 8/6 県北の様式の確認', '県北協議会');
    await here.say(cast.chair, '/item 追加 @常陸大宮市 8/6 協議会の様式の確認', '協議会');
    const { mention } = here.account(cast.successor);
    await here.say(cast.inTwo, `/council お知らせ 9時 休暇 8/5-8/7 代理 ${mention}`, '協議会');
    const told = await here.run('digest', '2026-08-06T09:00:00+09:00');
    expect(told['砂川 巧']).toContain('協議会の様式の確認');
    expect(told['砂川 巧']).toMatch(/常陸大宮市の\S+ \S+様が8月7日\(金\)までご不在のため、代理として/u);
    expect(
      Object.values(told)
        .join()
        .match(/ご不在のため/gu),
    ).toHaveLength(1);
    expect(Object.values(told).join()).not.toContain('県北の様式の確認');
  });

  test('what was handed to them, or moved to another day, is new to people; not what they moved themselves', async () => {
    const hearing = async (on: string) =>
      Object.entries(await here.run('digest', `${on}T09:00:00+09:00`))
        .filter(([, text]) => text.includes('手順書の確認'))
        .map(
          ([who, text]) =>
            `${who}: ${text
              .split('\n')
              .find((one) => one.includes('手順書の確認'))
              ?.trim()}`,
        )
        .toSorted();
    here.at('2026-08-17T10:00:00+09:00');
    const added = await here.say(cast.lead, '/item 追加 @那珂市 9/30 手順書の確認');
    const [number = ''] = /K\d+/u.exec(added) ?? [];
    await hearing('2026-08-18');
    here.at('2026-08-18T10:00:00+09:00');
    await here.say(cast.lead, `/item 担当 ${number} @五霞町`);
    expect(await hearing('2026-08-19')).toMatchInlineSnapshot(`
      [
        "内海 真由美: • 課題K6 手順書の確認(介護保険WG、期限 9月30日(水))",
        "荒井 優子: • 課題K6 手順書の確認(介護保険WG、期限 9月30日(水))",
      ]
    `);
    expect(await hearing('2026-08-20')).toEqual([]);
    await here.say('goka-utsumi', `/item 期限 ${number} 10/5`);
    here.at('2026-08-20T10:30:00+09:00');
    await here.say('goka-utsumi', `/item 担当 ${number} @那珂市`);
    await here.say('goka-utsumi', `/item 元に戻す ${number}`);
    expect(await hearing('2026-08-21')).toMatchInlineSnapshot(`
      [
        "荒井 優子: • 課題K6 手順書の確認(介護保険WG、期限 10月5日(月))",
      ]
    `);
  });

  test('what one gave oneself is no news; what one put off comes back on its day, with its buttons', async () => {
    here.at('2026-08-24T10:00:00+09:00');
    const added = await here.say('goka-utsumi', '/item 追加 9/30 自分の控え');
    const [number = ''] = /K\d+/u.exec(added) ?? [];
    expect((await here.run('digest', '2026-08-25T09:00:00+09:00'))['内海 真由美'] ?? '').not.toContain('自分の控え');
    await here.say('goka-utsumi', `/item 後で ${number} 8/29`);
    expect((await here.run('digest', '2026-08-28T09:00:00+09:00'))['内海 真由美'] ?? '').not.toContain('自分の控え');
    // The 29th is a Saturday.
    expect((await here.run('digest', '2026-08-31T09:00:00+09:00'))['内海 真由美']).toMatchInlineSnapshot(`
      "おはようございます。8月31日(月)のお知らせです。再表示1件です。
        ■ 「後で」としていた課題
        • 課題K7 自分の控え(介護保険WG、期限 9月30日(水))
        [K7を完了にする] [後で] [担当変更] [回答する]"
    `);
    expect(await here.press('goka-utsumi', '担当変更', DIRECT)).toContain(number);
    expect(await here.submit('goka-utsumi', { number, owner: '@那珂市' })).toContain('~ 担当変更');
    expect((await here.run('digest', '2026-09-01T09:00:00+09:00'))['内海 真由美'] ?? '').not.toContain('自分の控え');
  });

  test('what is on hold says so, and is not what to begin with', async () => {
    here.at('2026-09-01T10:00:00+09:00');
    const [number = ''] = /K\d+/u.exec(await here.say('goka-utsumi', '/item 追加 9/2 様式の照会')) ?? [];
    await here.say('goka-utsumi', `/item 状態 ${number} 保留`);
    expect((await here.run('digest', '2026-09-02T09:00:00+09:00'))['内海 真由美']).toMatchInlineSnapshot(`
      "おはようございます。9月2日(水)のお知らせです。本日期限1件です。
        ■ 本日
        • 課題K8 様式の照会(介護保険WG、保留、期限 9月2日(水))
        [K8を完了にする] [後で] [担当変更] [回答する]"
    `);
  });
});
