/** Five days down over New Year, from December 26 to January 5: one digest, which says which days it comes for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, HERE, type Office, office } from '../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-12-18T10:00:00+09:00');
  // Until December 25.
  await here.say(cast.lead, '/req 提案 1242 レベルアップ 費用500 次期版で対応');
  here.at('2026-12-25T08:00:00+09:00');
  await here.say(cast.lead, '/item 追加 @常陸大宮市 12/28 件数の報告');
  await here.say('goka-utsumi', '/council お知らせ 7時 月水');
  await here.tick('2026-12-25T09:30:00+09:00');
  here.at('2026-12-25T17:00:00+09:00');
  await here.say(cast.lead, '/wg 日程 1/7 14:00-16:00 那珂市役所 年始の確認');
  await here.say(cast.lead, '/item 追加 @五霞町 1/29 台数の報告');
});
afterAll(() => here.close());

let told: Readonly<Record<string, string>>;

describe('After the outage', () => {
  test('each person has one digest: of the days it comes for, of what is new since the last, of what a day passed over would have reminded', async () => {
    told = await here.tick('2027-01-05T10:30:00+09:00');
    expect(told['砂川 巧']).toMatchInlineSnapshot(`
      "おはようございます。1月5日(火)のお知らせです。新着1件、期限超過1件です。まず『件数の報告(期限超過)』をお願いします。
        令和8年12月28日(月)から1月4日(月)までのお知らせは、システムの停止によりお送りできませんでした。本日のお知らせにまとめています。
        ■ 新着
        • 会議M1 介護保険WG 令和9年1月7日(木) 14:00〜16:00 那珂市役所
        ■ 期限超過
        • 課題K1 件数の報告(介護保険WG、期限 令和8年12月28日(月))
        [K1を完了にする] [後で] [担当変更] [回答する]"
    `);
    expect(told['和田 幸子']).toMatchInlineSnapshot(`
      "介護保険WGの持ち回り審議P1は、期限までに合意に至りませんでした。継続協議とするか、上位の会議体に諮るかを、お選びください。
        [継続協議する] [福祉業務部会に諮る]
      おはようございます。1月5日(火)のお知らせです。新着1件、公開をお願いする次第1件です。
        令和8年12月28日(月)から1月4日(月)までのお知らせは、システムの停止によりお送りできませんでした。本日のお知らせにまとめています。
        ■ 新着
        • 会議M1 介護保険WG 令和9年1月7日(木) 14:00〜16:00 那珂市役所
        ■ 公開をお願いする次第
        • 会議M1 介護保険WG 1月7日(木)(次第の公開期限 1月4日(月))
        [M1の次第を確認]"
    `);
  });

  test('the week’s overview that was due on Monday comes too, to the channel and to the secretariat', () => {
    expect(told[`#${HERE}`]).toMatchInlineSnapshot(`
      "(書換え) 持ち回り審議P1(要件1242・『レベルアップ』)は、期限までに合意に至りませんでした。
        • 1242 更新勧奨の対象者抽出を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        理由:次期版で対応
        費用:500千円
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        [継続協議する] [福祉業務部会に諮る]
      介護保険WGの課題の状況です(1月5日(火)時点)。期限超過1件です。
        ■ 期限超過
        • 課題K1 件数の報告(常陸大宮市、期限 令和8年12月28日(月))
        [期限超過の一覧]"
    `);
    expect(told['寺門 聡']).toMatchInlineSnapshot(`
      "介護保険WGの持ち回り審議P1は、期限までに合意に至りませんでした。継続協議とするか、上位の会議体に諮るかを、お選びください。
        [継続協議する] [福祉業務部会に諮る]
      おはようございます。1月5日(火)のお知らせです。今週の課題の状況(1会議体)です。
        令和8年12月28日(月)から1月4日(月)までのお知らせは、システムの停止によりお送りできませんでした。本日のお知らせにまとめています。
        ■ 今週の課題の状況(全会議体)
        • 介護保険WG:期限超過1件
        [期限超過の一覧]"
    `);
  });

  test('whoever goes on with a circulation that ended meanwhile is asked what next, though that was a week ago and more', () => {
    const asked = Object.entries(told).filter(([, text]) => text.includes('期限までに合意に至りませんでした'));
    expect(asked.map(([who]) => who).toSorted()).toMatchInlineSnapshot(`
      [
        "#wg-介護保険",
        "和田 幸子",
        "寺門 聡",
        "平松 翔",
        "根本 雅之",
        "綿引 香織",
      ]
    `);
  });

  test('who hears on Mondays and Wednesdays is told on Wednesday, of the days that were theirs; to the others it is over', async () => {
    expect(await here.tick('2027-01-05T10:31:00+09:00')).toEqual({});
    const { '内海 真由美': hers, ...others } = await here.tick('2027-01-06T09:00:00+09:00');
    expect(hers).toMatchInlineSnapshot(`
      "おはようございます。1月6日(水)のお知らせです。新着2件です。
        令和8年12月28日(月)から1月4日(月)までのお知らせは、システムの停止によりお送りできませんでした。本日のお知らせにまとめています。
        ■ 新着
        • 会議M1 介護保険WG 令和9年1月7日(木) 14:00〜16:00 那珂市役所
        • 課題K2 台数の報告(介護保険WG、期限 1月29日(金))
        [K2を完了にする] [後で] [担当変更] [回答する]"
    `);
    expect(Object.keys(others)).not.toEqual([]);
    expect(Object.values(others).join()).not.toContain('停止');
  });
});
