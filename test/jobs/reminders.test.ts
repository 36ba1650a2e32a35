/** What is overdue goes up: its owner twice, the lead, the secretariat, each once; the week's overview; what one leaves out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { cast, DIRECT, type Office, office } from '../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
  await here.say(cast.lead, '/item 追加 @五霞町 6/5 台数の報告');
  await here.say(cast.lead, '/item 追加 @常陸大宮市 6/5 件数の報告');
  await here.say(cast.lead, '/item 追加 @かすみがうら市 6/5 様式の確認');
  await here.say(cast.lead, '/item 状態 K3 保留');
});
afterAll(() => here.close());

/** Who hears of the item on each day, and how. */
async function heardOf(number: number, ...days: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const on of days) {
    const told = await here.run('digest', `${on}T09:00:00+09:00`);
    const heard = Object.entries(told).filter(([, text]) => text.includes(`課題K${number} `));
    if (heard.length > 0)
      found[on] = heard.map(([who, text]) => `${who}${text.includes('ご回答がありません') ? ' ↑' : ''}`);
  }
  return found;
}

describe('An overdue item', () => {
  test('is told to its owner twice, to the lead, then to the secretariat, and then to nobody; an answer ends it', async () => {
    here.at('2026-06-05T10:00:00+09:00');
    await here.store.council('ibaraki').circulations.suspend({
      municipality: here.council.municipalities.find((one) => one.name === '常陸大宮市')?.code ?? '',
      kind: 'disaster',
      from: day('2026-06-06'),
      until: undefined,
    });
    const before = await heardOf(1, '2026-06-08', '2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12', '2026-06-15');
    expect(before).toMatchInlineSnapshot(`
      {
        "2026-06-08": [
          "内海 真由美",
          "荒井 優子",
        ],
        "2026-06-11": [
          "内海 真由美",
          "荒井 優子",
        ],
      }
    `);
    expect(
      await heardOf(1, '2026-06-16', '2026-06-17', '2026-06-23', '2026-06-24', '2026-06-25'),
    ).toMatchInlineSnapshot(`
        {
          "2026-06-16": [
            "和田 幸子 ↑",
          ],
          "2026-06-24": [
            "根本 雅之 ↑",
            "平松 翔 ↑",
            "寺門 聡 ↑",
            "綿引 香織 ↑",
          ],
        }
      `);
    expect(await heardOf(2, '2026-06-26')).toEqual({});
  });

  test('of which day each step was taken is written down once', async () => {
    const rows = await here.store.client.itemReminder.findMany({ orderBy: { day: 'asc' } });
    expect(rows.map((one) => `K${one.number} ${one.day} ${one.step}`)).toMatchInlineSnapshot(`
    [
      "K1 2026-06-08 first",
      "K1 2026-06-11 second",
      "K1 2026-06-16 lead",
      "K1 2026-06-24 secretariat",
    ]
  `);
  });

  test('with a new due day begins anew, and is told to nobody once its owner has answered', async () => {
    here.at('2026-06-26T10:00:00+09:00');
    await here.say('goka-utsumi', '/item 期限 K1 6/29');
    expect(await heardOf(1, '2026-06-30')).toMatchInlineSnapshot(`
    {
      "2026-06-30": [
        "内海 真由美",
        "荒井 優子",
      ],
    }
  `);
    await here.say('goka-utsumi', '/item 経過 K1 調査中です');
    expect(await heardOf(1, '2026-07-01', '2026-07-02', '2026-07-03', '2026-07-07')).toEqual({});
  });
});

describe('The week’s overview', () => {
  test('is told to each body’s channel on the first business day, and to the chair and the secretariat in their digest', async () => {
    expect(await here.run('overview', '2026-07-06T09:00:00+09:00')).toMatchInlineSnapshot(`
      {
        "#wg-介護保険": "介護保険WGの課題の状況です(7月6日(月)時点)。期限超過2件、保留中1件です。
        ■ 期限超過
        • 課題K2 件数の報告(常陸大宮市、期限 6月5日(金))
        • 課題K1 台数の報告(五霞町、期限 6月29日(月))
        ■ 保留中
        • 課題K3 様式の確認(かすみがうら市、期限 6月5日(金))
        [期限超過の一覧] [保留中の一覧]",
      }
    `);
    const digest = await here.run('digest', '2026-07-06T09:00:00+09:00');
    expect(digest['寺門 聡']).toMatchInlineSnapshot(`
      "おはようございます。7月6日(月)のお知らせです。今週の課題の状況(1会議体)です。
        ■ 今週の課題の状況(全会議体)
        • 介護保険WG:期限超過2件、保留中1件
        [期限超過の一覧] [保留中の一覧]"
    `);
    here.at('2026-07-06T10:00:00+09:00');
    expect((await here.press(cast.secretariat, '保留中の一覧', DIRECT)).split('\n')[0]).toContain('、保留):1件');
    expect(await here.run('overview', '2026-07-07T09:00:00+09:00')).toEqual({});
    expect(Object.keys(await here.run('overview', '2026-07-21T09:00:00+09:00'))).toEqual(['#wg-介護保険']);
  });
});

describe('The digest', () => {
  test('is edited when its item is put off from it; that is taken back', async () => {
    here.at('2026-07-21T10:00:00+09:00');
    await here.say(cast.lead, '/item 追加 @那珂市 7/22 説明会の準備');
    const told = await here.run('digest', '2026-07-22T09:00:00+09:00');
    expect(told['和田 幸子']).toMatchInlineSnapshot(`
      "おはようございます。7月22日(水)のお知らせです。本日期限1件です。まず『説明会の準備(本日中)』をお願いします。
        ■ 本日
        • 課題K4 説明会の準備(介護保険WG、期限 7月22日(水))
        [K4を完了にする] [後で] [担当変更] [回答する]"
    `);
    await here.press(cast.lead, '後で', DIRECT);
    expect(await here.submit(cast.lead, { number: 'K4', until: '7/24' })).toMatchInlineSnapshot(`
      "(本人のみ) 課題K4「説明会の準備」は、7月24日(金)からお知らせに表示します。期限と担当は変わりません。
        [取り消す]
      和田 幸子 (書換え) おはようございます。7月22日(水)のお知らせです。本日期限1件です。まず『説明会の準備(本日中)』をお願いします。
        ■ 本日
        ~• 課題K4 説明会の準備(介護保険WG、期限 7月22日(水))~ 後で"
    `);
    expect(await here.press(cast.lead, '取り消す', DIRECT)).toMatchInlineSnapshot(`
      "(本人のみ) 課題K4「説明会の準備」の「後で」を取り消しました。お知らせの表示は元のとおりです。
      和田 幸子 (書換え) おはようございます。7月22日(水)のお知らせです。本日期限1件です。まず『説明会の準備(本日中)』をお願いします。
        ■ 本日
        • 課題K4 説明会の準備(介護保険WG、期限 7月22日(水))
        [K4を完了にする] [後で] [担当変更] [回答する]"
    `);
  });

  test('is edited when its item is answered from it, which leaves the rest to be done, and when it is passed on', async () => {
    await here.press(cast.lead, '回答する', DIRECT);
    expect(await here.submit(cast.lead, { number: 'K4', words: '会場を確認中です' })).toMatchInlineSnapshot(`
      "(本人のみ) 課題K4「説明会の準備」に追記しました:会場を確認中です
        [取り消す]
      和田 幸子 (書換え) おはようございます。7月22日(水)のお知らせです。本日期限1件です。まず『説明会の準備(本日中)』をお願いします。
        ■ 本日
        • 課題K4 説明会の準備(介護保険WG、期限 7月22日(水)) 回答済
        [K4を完了にする] [後で] [担当変更] [回答する]
      清水 久美 (書換え) おはようございます。7月22日(水)のお知らせです。本日期限1件です。まず『説明会の準備(本日中)』をお願いします。
        ■ 本日
        • 課題K4 説明会の準備(介護保険WG、期限 7月22日(水)) 回答済
        [K4を完了にする] [後で] [担当変更] [回答する]"
    `);
    await here.press(cast.lead, '担当変更', DIRECT);
    expect(await here.submit(cast.lead, { number: 'K4', owner: '@五霞町' })).toMatchInlineSnapshot(`
      "(本人のみ) 課題K4「説明会の準備」の担当を、那珂市 介護保険WG 和田 幸子 から 五霞町 介護保険WG 内海 真由美 に変更しました。
        [取り消す]
      #wg-介護保険 (書換え) 課題K4「説明会の準備」を登録しました。担当:五霞町 介護保険WG 内海 真由美、期限 7月22日(水)。
        [完了にする] [後で] [担当変更] [期限変更]
      和田 幸子 (書換え) おはようございます。7月22日(水)のお知らせです。本日期限1件です。まず『説明会の準備(本日中)』をお願いします。
        ■ 本日
        ~• 課題K4 説明会の準備(介護保険WG、期限 7月22日(水))~ 担当変更
      清水 久美 (書換え) おはようございます。7月22日(水)のお知らせです。本日期限1件です。まず『説明会の準備(本日中)』をお願いします。
        ■ 本日
        ~• 課題K4 説明会の準備(介護保険WG、期限 7月22日(水))~ 担当変更"
    `);
  });

  test('leaves out what one wants left out, and nothing that binds', async () => {
    expect(await here.say(cast.lead, '/council お知らせ 省略 期限超過')).toMatchInlineSnapshot(`
    "(本人のみ) 「期限超過」は省略できません。省略できるのは、新着・予告・週間・日程調整です。期限の課題、持ち回り審議など、回答がないと決まるものは必ずお知らせします。
      使い方:/council お知らせ [時刻] [曜日] [休暇] [代理] [省略] [メール]
      例:/council お知らせ 10時 月水金"
  `);
    expect(await here.say(cast.lead, '/council お知らせ 省略 新着・週間')).toMatchInlineSnapshot(`
    "(本人のみ) お知らせの設定を変更しました。
      *時刻* 9時
      *曜日* 毎開庁日
      *休暇* なし
      *省略する項目* 新着、7日以内
      [元に戻す]"
  `);
    await here.say(cast.member, '/item 追加 @那珂市 8/10 後日の件');
    expect((await here.run('digest', '2026-07-23T09:00:00+09:00'))['和田 幸子'] ?? '').not.toContain('後日の件');
  });

  test('of somebody on leave is their deputy’s, who acts in their seat meanwhile', async () => {
    here.at('2026-07-23T10:00:00+09:00');
    expect(await here.say('naka-shimizu', '/wg 日程 8/6 14:00 那珂市役所')).toContain('行えます');
    const { mention } = here.account('naka-shimizu');
    await here.say(cast.lead, `/council お知らせ 休暇 7/23-7/31 代理 ${mention}`);
    here.at('2026-07-23T10:05:00+09:00');
    expect(await here.say('naka-shimizu', '/wg 日程 8/6 14:00 那珂市役所')).toContain('開催します');
    here.at('2026-08-03T10:00:00+09:00');
    expect(await here.say('naka-shimizu', '/wg 日程 8/7 14:00 那珂市役所')).toContain('行えます');
  });
});

test('The week’s overview leads to just the items that it counts: those without an owner, and the stale ones', async () => {
  await here.say(cast.lead, '/item 追加 @五霞町 12/10 年末の準備');
  await here.say(cast.lead, '/item 追加 @那珂市 12/11 台帳の整理');
  const goka = { bodySlug: 'kaigo', code: '085421' };
  await here.store.client.tenure.updateMany({ where: { seat: goka }, data: { until: '2026-08-31' } });
  await here.run('overview', '2026-09-07T09:00:00+09:00');
  const digest = await here.run('digest', '2026-09-07T09:00:00+09:00');
  expect(digest['寺門 聡']).toMatch(/担当者未定1件、.*30日以上動きなし1件/u);
  here.at('2026-09-07T10:00:00+09:00');
  const ownerless = await here.press(cast.secretariat, '担当者未定の一覧', DIRECT);
  expect(ownerless).toMatch(/担当者未定.*:1件\n.*年末の準備/u);
  expect(await here.press(cast.secretariat, '動きのない課題の一覧', DIRECT)).toMatch(/動きなし.*:1件\n.*台帳の整理/u);
  expect(await here.say(cast.lead, '/item 一覧 担当なし')).toContain('介護保険WG、担当者未定(期限超過を除く)):1件');
  expect(await here.say(cast.lead, '/item 一覧 滞留 五霞町')).toContain(':0件');
});
