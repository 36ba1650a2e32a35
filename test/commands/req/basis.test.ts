/** What a decision rests on, where it is told, and how it is numbered. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

/** The first line of what the channel hears, and what it says of the basis. */
const gist = (heard: string): string =>
  heard
    .split('\n')
    .filter((one) => /として|根拠|仮記録です/u.test(one))
    .join('\n');

describe('meeting or none', () => {
  test('outside a meeting a decision is recorded provisionally, however late the hour', async () => {
    await here.say(cast.lead, '/wg 日程 6/12 14:00-16:00 那珂市役所');
    here.at('2026-06-12T14:30:00+09:00');
    expect(gist(await here.say(cast.lead, '/req 決定 1234 標準'))).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1234を『パッケージ標準どおり』として仮記録しました(令和8年度決定第1号)。
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。"
    `);
  });

  test('in a meeting without a quorum too, and it says so', async () => {
    await here.say(cast.lead, '/wg 開会');
    await here.say(cast.lead, '/wg 出席');
    await here.say(cast.lead, '/wg attend 五霞町 代理');
    expect(gist(await here.say(cast.lead, '/req 決定 1239 標準'))).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1239を『パッケージ標準どおり』として仮記録しました(令和8年度決定第2号)。
        会議が定足数に達していないため(出席2団体、必要3団体)、仮記録です。次の会議の議事録、または持ち回り審議で確定します。"
    `);
  });

  test('with a quorum it rests on the meeting, and so it does later that day, though it was closed', async () => {
    await here.say(cast.lead, '/wg attend かすみがうら市 遅刻');
    expect(gist(await here.say(cast.lead, '/req 決定 1235 標準'))).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1235を『パッケージ標準どおり』として決定しました(令和8年度決定第3号)。
        根拠:会議 M1(4団体中3団体が出席)"
    `);
    await here.say(cast.lead, '/wg 閉会');
    here.at('2026-06-12T23:59:59+09:00');
    expect(gist(await here.say(cast.lead, '/req 決定 1236 標準'))).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1236を『パッケージ標準どおり』として決定しました(令和8年度決定第4号)。
        根拠:会議 M1(4団体中3団体が出席)"
    `);
  });

  test('on the next day it does not', async () => {
    here.at('2026-06-13T00:00:00+09:00');
    expect(gist(await here.say(cast.lead, '/req 決定 1237 標準'))).toContain('仮記録しました');
  });

  test('a meeting of another WG is no basis', async () => {
    here.at('2026-06-15T09:00:00+09:00');
    await here.say(cast.otherLead, '/wg 日程 6/16 10:00 オンライン', 'wg-障害者福祉');
    here.at('2026-06-16T11:00:00+09:00');
    await here.say(cast.otherLead, '/wg 開会', 'wg-障害者福祉');
    await here.say(cast.otherLead, '/wg attend 全員 出席', 'wg-障害者福祉');
    expect(gist(await here.say(cast.lead, '/req 決定 1238 標準'))).toContain('仮記録しました');
  });

  test('what the requirement says of it afterwards tells the two apart', async () => {
    expect((await here.say(cast.member, '/req 表示 1234')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 要件1234(仮記録:パッケージ標準どおり)"`,
    );
    expect((await here.say(cast.member, '/req 表示 1235')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 要件1235(決定済:パッケージ標準どおり)"`,
    );
    expect((await here.say(cast.member, '/req 一覧 仮記録')).split('\n')).toHaveLength(6);
  });
});

describe('the numbers of decisions', () => {
  test('one recorded in the last second of March belongs to the old fiscal year, one of midnight to the new', async () => {
    here.at('2027-03-31T23:59:59+09:00');
    expect(gist(await here.say(cast.lead, '/req 決定 1240 標準'))).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1240を『パッケージ標準どおり』として仮記録しました(令和8年度決定第7号)。
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。"
    `);
    here.at('2027-04-01T00:00:00+09:00');
    expect(await here.say(cast.lead, '/req 決定 1241 標準')).toMatchInlineSnapshot(
      `"(本人のみ) 記録しました。年度切替え後の最初の開庁日を待って、4月1日(木) 09:00に関係者へお知らせします。"`,
    );
    expect(await here.say(cast.lead, '/req 履歴 1241')).toContain('令和9年度決定第1号');
  });

  test('after April 1 the old one is still found by its year', async () => {
    expect(await here.say(cast.lead, '/req 取消 令和8年度決定第7号')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1240の令和8年度決定第7号(パッケージ標準どおり)は取り消されました。この決定番号は欠番になります。
        年度切替え後の最初の開庁日を待って、4月1日(木) 09:00に関係者へお知らせします。"
    `);
    expect(await here.say(cast.lead, '/req 取消 令和9年度決定第6号')).toMatchInlineSnapshot(
      `"(本人のみ) 令和9年度決定第6号は見つかりませんでした。番号をご確認ください。"`,
    );
  });

  test('a number that was taken back is not given again', async () => {
    await here.tick('2027-04-01T09:00:00+09:00');
    await here.say(cast.lead, '/req 決定 1242 標準');
    await here.say(cast.lead, '/req 取消 第2号');
    expect(gist(await here.say(cast.lead, '/req 決定 1242 レベルアップ'))).toContain('令和9年度決定第3号');
  });

  test('each WG draws from the same numbers of the council', async () => {
    const heard = await here.say(cast.secretariat2027, '/req 決定 1 標準', 'wg-住民基本台帳');
    expect(heard).toContain('令和9年度決定第4号');
    expect(heard).toContain('#wg-住民基本台帳');
  });
});
