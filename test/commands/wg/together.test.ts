/** `/wg`: series, joint meetings, whose turn it is to host, the formal notice, and calendars that one subscribes to. */
import ICAL from 'ical.js';
import mammoth from 'mammoth';
import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedOf } from '../../../src/feed.ts';
import { serve } from '../../../src/slack/serve.ts';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

const PUBLIC = 'https://renkei.example.jp/';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00', PUBLIC);
});
afterAll(() => here.close());

const lastFile = (): Buffer => Buffer.from([...here.workspace.state.files.values()].at(-1)?.content ?? '');
const number = (told: string): string => /\((M\d+)\)/u.exec(told)?.[1] ?? '';
const setting = (key: string, value: object, scope: string) =>
  here.store.client.setting.create({ data: { councilId: 'ibaraki', key, scope, from: '2016-04-01', value } });

describe('a series', () => {
  test('of five at most is called at once: one message, one file, a number each', async () => {
    expect(await here.say(cast.lead, '/wg 日程 毎月第2火曜 14:00-16:00 3回 那珂市役所')).toMatchInlineSnapshot(`
      "(本人のみ) 会議を3回分招集しました。
        8月11日(火)は閉庁日のため、8月12日(水)とします。
      #wg-介護保険 介護保険WGの会議(M1〜M3、全3回)を、次のとおり開催します。会場:那珂市役所
        • M1 令和8年6月9日(火) 14:00〜16:00
        • M2 令和8年7月14日(火) 14:00〜16:00
        • M3 令和8年8月12日(水) 14:00〜16:00
        [すべて中止する]
      #wg-介護保険 (スレッド) 📎S1.ics"
    `);
    const events = new ICAL.Component(ICAL.parse(lastFile().toString())).getAllSubcomponents('vevent');
    const uids = events.map((one) => new ICAL.Event(one).uid);
    expect(uids).toEqual([1, 2, 3].map((n) => `M${n}@ibaraki.renkei.invalid`));
    expect(convertIcsCalendar(undefined, lastFile().toString()).events?.map((one) => one.uid)).toEqual(uids);
  });

  test('of more is shown first, with what is shifted or left out; the button does exactly that, once', async () => {
    expect(
      await here.say(cast.lead, '/wg 日程　毎月　第３月曜　１０時から１２時　来年3月31日まで'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議を、次の10回招集します。まだ招集はしていません。
        • 令和8年6月15日(月) 10:00〜12:00
        • 令和8年7月21日(火) 10:00〜12:00
        • 令和8年8月17日(月) 10:00〜12:00
        • 令和8年9月24日(木) 10:00〜12:00
        • 令和8年10月19日(月) 10:00〜12:00
        • 令和8年11月16日(月) 10:00〜12:00
        • 令和8年12月21日(月) 10:00〜12:00
        • 令和9年1月18日(月) 10:00〜12:00
        • 令和9年2月15日(月) 10:00〜12:00
        • 令和9年3月15日(月) 10:00〜12:00
        7月20日(月)は閉庁日のため、7月21日(火)とします。
        9月21日(月)は閉庁日のため、9月24日(木)とします。
        [この10回を招集する] [取りやめる]"
    `);
    expect(await here.say(cast.lead, '/wg 日程 毎週月曜 9:00-10:00 6回')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議を、次の6回招集します。まだ招集はしていません。
        • 令和8年6月8日(月) 09:00〜10:00
        • 令和8年6月15日(月) 09:00〜10:00
        • 令和8年6月29日(月) 09:00〜10:00
        • 令和8年7月6日(月) 09:00〜10:00
        • 令和8年7月13日(月) 09:00〜10:00
        • 令和8年7月27日(月) 09:00〜10:00
        6月22日(月)は閉庁日のため、除きます。
        7月20日(月)は閉庁日のため、除きます。
        [この6回を招集する] [取りやめる]"
    `);
    expect(await here.press(cast.lead, 'この6回を招集する')).toMatchInlineSnapshot(`
      "#wg-介護保険 介護保険WGの会議(M4〜M9、全6回)を、次のとおり開催します。
        • M4 令和8年6月8日(月) 09:00〜10:00
        • M5 令和8年6月15日(月) 09:00〜10:00
        • M6 令和8年6月29日(月) 09:00〜10:00
        • M7 令和8年7月6日(月) 09:00〜10:00
        • M8 令和8年7月13日(月) 09:00〜10:00
        • M9 令和8年7月27日(月) 09:00〜10:00
        [すべて中止する]
      #wg-介護保険 (スレッド) 📎S2.ics"
    `);
    expect(await here.say(cast.lead, '/wg 実行 2', LOBBY)).toMatchInlineSnapshot(
      `"(本人のみ) この内容は、すでに実行されています。改めての操作は不要です。"`,
    );
    expect(await here.say(cast.member, '/wg 実行 1')).toMatchInlineSnapshot(
      `"(本人のみ) 確認番号1の内容は見つかりませんでした。お手数ですが、もう一度はじめからご入力ください。"`,
    );
  });

  test('an hour that was taken meanwhile: nothing is called', async () => {
    const shown = await here.say(cast.lead, '/wg 日程 毎週木曜 9:00-10:00 7回');
    expect(shown).toContain('まだ招集はしていません');
    await here.say(cast.secretariat, '/wg 日程 6/25 9:30');
    expect(await here.press(cast.lead, 'この7回を招集する')).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年6月25日(木) 09:00〜10:00に、別の会議が入ったか開始時刻を過ぎたため、招集していません。お手数ですが、もう一度入力してご確認ください。"`,
    );
  });

  test('how often is asked; nonsense is told', async () => {
    const tried = [];
    for (const words of [
      '毎月第2火曜 14:00-16:00',
      '毎月第5火曜 14:00 6回',
      '毎月31日 10:00 3回',
      '毎週火曜 3回',
      '毎週火曜 25時 3回',
      '毎週火曜 10:00 99回',
    ])
      tried.push((await here.say(cast.lead, `/wg 日程 ${words}`)).split('\n')[0]);
    expect(tried).toMatchInlineSnapshot(`
      [
        "(本人のみ) 「毎月第2火曜 14:00-16:00」を何回開催するかをご入力ください。例:毎月第2火曜 14:00-16:00 6回、または 12月まで",
        "(本人のみ) 「毎月第5火曜」のない月があります。第1から第4、または最終でご入力ください。",
        "(本人のみ) 「毎月31日」のない月があります。1日から28日まででご入力ください。",
        "(本人のみ) 会議の開始時刻をご入力ください。例:/wg 日程 6/12 14:00-16:00 那珂市役所 議題",
        "(本人のみ) 時刻「25時」を読み取れませんでした。14:00-16:00 のようにご入力ください。",
        "(本人のみ) 一度に招集できる会議は30回までです。回数か期間を短くしてご入力ください。",
      ]
    `);
  });

  test('one of them moved is an exception: it has its own message then, and the list shows old and new', async () => {
    expect(await here.say(cast.lead, '/wg move M2 7/15')).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 介護保険WGの会議(M1〜M3、全3回)を、次のとおり開催します。会場:那珂市役所
        • M1 令和8年6月9日(火) 14:00〜16:00
        • M2 ~令和8年7月14日(火) 14:00〜16:00~ → 令和8年7月15日(水) 14:00〜16:00
        • M3 令和8年8月12日(水) 14:00〜16:00
        [すべて中止する]
      #wg-介護保険 介護保険WGの会議(M2)の日程を、~令和8年7月14日(火) 14:00〜16:00~ から 令和8年7月15日(水) 14:00〜16:00 に変更しました。会場に変更はありません。お手数ですが、予定の変更をお願いします。
        議題は追ってお知らせします。
        [元に戻す] [開催通知を作成]
      #wg-介護保険 (スレッド) 📎M2.ics"
    `);
  });

  test('one of them is taken back: it needs no message of its own, the list says it', async () => {
    await here.say(cast.lead, '/wg 日程 毎週金曜 8:30-9:00 2回');
    const last = (await here.store.client.meeting.findFirstOrThrow({ orderBy: { number: 'desc' } })).number;
    expect(await here.say(cast.lead, `/wg undo M${last}`)).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議(M12) ~令和8年6月12日(金) 08:30〜09:00~ は取り消されました。お手数ですが、予定表からの削除をお願いします。
      #wg-介護保険 (書換え) 介護保険WGの会議(M11〜M12、全2回)を、次のとおり開催します。
        • M11 令和8年6月5日(金) 08:30〜09:00
        • M12 ~令和8年6月12日(金) 08:30〜09:00~ 中止
        [すべて中止する]
      #wg-介護保険 (スレッド) 📎M12-cancel.ics"
    `);
    expect(await here.store.council('ibaraki').undelivered()).toEqual([]);
  });

  test('the rest is cancelled: of five at once, of more after a look', async () => {
    expect(await here.say(cast.lead, '/wg 中止 以降 M2 目的を達したため')).toMatchInlineSnapshot(`
      "(本人のみ) 中止した会議2回(M2以降)は、会議の回数では『その他の中止』として数えます。異なる場合は、区分をお選びください。
        [持ち回り審議] [合同開催] [審議事項なし]
      #wg-介護保険 (書換え) 介護保険WGの会議(M1〜M3、全3回)を、次のとおり開催します。会場:那珂市役所
        • M1 令和8年6月9日(火) 14:00〜16:00
        • M2 ~令和8年7月15日(水) 14:00〜16:00~ 中止
        • M3 ~令和8年8月12日(水) 14:00〜16:00~ 中止
        [すべて中止する]
      #wg-介護保険 (書換え) 介護保険WGの会議(M2) ~令和8年7月15日(水) 14:00〜16:00~ は、中止になりました。理由:目的を達したため。お手数ですが、予定表からの削除をお願いします。
        [元に戻す]
      #wg-介護保険 介護保険WGの会議2回(M2〜M3)は、中止になりました。理由:目的を達したため。お手数ですが、予定表からの削除をお願いします。
      #wg-介護保険 (スレッド) 📎S1-cancel.ics"
    `);
    expect(await here.say(cast.lead, '/wg 中止 以降 M4 目的を達したため')).toMatchInlineSnapshot(`
      "(本人のみ) 次の6回を中止します。理由:目的を達したため。まだ中止はしていません。
        会議の回数では『その他の中止』として数えます。
        • M4 ~令和8年6月8日(月) 09:00〜10:00~
        • M5 ~令和8年6月15日(月) 09:00〜10:00~
        • M6 ~令和8年6月29日(月) 09:00〜10:00~
        • M7 ~令和8年7月6日(月) 09:00〜10:00~
        • M8 ~令和8年7月13日(月) 09:00〜10:00~
        • M9 ~令和8年7月27日(月) 09:00〜10:00~
        [この6回を中止する] [取りやめる]"
    `);
    expect((await here.press(cast.lead, 'この6回を中止する')).split('\n').slice(0, 3)).toMatchInlineSnapshot(`
      [
        "(本人のみ) 中止した会議6回(M4以降)は、会議の回数では『その他の中止』として数えます。異なる場合は、区分をお選びください。",
        "  [持ち回り審議] [合同開催] [審議事項なし]",
        "#wg-介護保険 (書換え) 介護保険WGの会議(M4〜M9、全6回)は、すべて中止になりました。",
      ]
    `);
    // All of them are counted otherwise by one button; what was cancelled before stays as it was.
    expect(await here.press(cast.lead, '審議事項なし')).toMatchInlineSnapshot(`
      "(本人のみ) 中止した会議6回(M4以降)は、会議の回数では『審議事項なし』として数えます。異なる場合は、区分をお選びください。
        [持ち回り審議] [合同開催] [その他の中止]"
    `);
    expect(
      (await here.store.client.meeting.findMany({ where: { state: 'cancelled' }, orderBy: { number: 'asc' } })).map(
        (one) => `M${one.number} ${one.avoided ?? '–'}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "M2 –",
        "M3 –",
        "M4 nothingLeft",
        "M5 nothingLeft",
        "M6 nothingLeft",
        "M7 nothingLeft",
        "M8 nothingLeft",
        "M9 nothingLeft",
        "M12 –",
      ]
    `);
    await here.say(cast.lead, '/wg 日程 10/1 9:00');
    expect(await here.say(cast.lead, '/wg 中止 以降 M13 都合により')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M13は、定例の会議ではありません。この1回だけを中止する場合は、「/wg 中止 M13 理由」とご入力ください。"`,
    );
  });
});

describe('joint meetings', () => {
  test('two bodies in one meeting: both channels hear it, and each has its section', async () => {
    expect(
      await here.say(
        cast.secretariat,
        '/wg 日程 介護保険WG・障害者福祉WG 6/12 14:00-16:00 那珂市役所 要件の確認',
        LOBBY,
      ),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 日時を「令和8年6月12日(金) 14:00〜16:00」と読み取りました。
        会議体のチャンネルにお知らせしました。
      #wg-障害者福祉 介護保険WG・障害者福祉WGの会議(M14)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        *介護保険WG*
        議題1 要件の確認
        *障害者福祉WG*
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #wg-障害者福祉 (スレッド) 📎M14.ics
      #wg-介護保険 介護保険WG・障害者福祉WGの会議(M14)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        *介護保険WG*
        議題1 要件の確認
        *障害者福祉WG*
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #wg-介護保険 (スレッド) 📎M14.ics"
    `);
    expect(lastFile().toString()).toMatch(/SUMMARY:介護保険WG・障害者福祉WG 合同会議/u);
    expect(await here.say(cast.lead, '/wg 日程 介護保険WG・障害者福祉WG 6/13 14:00')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、障害者福祉WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.secretariat, '/wg 日程 障害者福祉WG 6/12 15:00')).toContain('同じ時間帯に会議');
  });

  test('both hear a move and a cancellation', async () => {
    const joint = (await here.store.council('ibaraki').meetings.on('shogai', '2026-06-12' as never))[0]?.number;
    const heard = await here.say(cast.secretariat, `/wg move M${joint} 6/16`, LOBBY);
    expect(
      heard
        .split('\n')
        .filter((one) => one.startsWith('#'))
        .map((one) => one.slice(0, 24)),
    ).toMatchInlineSnapshot(`
      [
        "#wg-障害者福祉 (書換え) 介護保険WG・障",
        "#wg-介護保険 (書換え) 介護保険WG・障害",
        "#wg-障害者福祉 介護保険WG・障害者福祉WG",
        "#wg-介護保険 介護保険WG・障害者福祉WGの",
        "#wg-障害者福祉 (スレッド) 📎M14.i",
        "#wg-介護保険 (スレッド) 📎M14.ic",
      ]
    `);
  });

  test('where the same people meet on that day already, it is asked: together, after it, or as said', async () => {
    const kokuho = '国民健康保険WG';
    const other = number(await here.say(cast.secretariat, `/wg 日程 介護保険WG 9/10 10:00-12:00 那珂市役所`, LOBBY));
    expect(
      await here.say(
        cast.secretariat,
        `/wg 日程 ${kokuho} 9/10 10:30-12:00 「那珂市役所 大会議室」 保険料の確認、次回の日程`,
        LOBBY,
      ),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 同じ日に、委員の多くが重なる介護保険WGの会議M15(令和8年9月10日(木) 10:00〜12:00)があります(両方の委員:菊池 友美、清水 久美、羽成 徹、荒井 優子)。どのように開催しますか。まだ招集はしていません。
        [M15と合同で開催する] [続けて13:00から開催する] [このまま個別に開催する]"
    `);
    expect(await here.press(cast.secretariat, '続けて13:00から開催する', LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) 日時を「令和8年9月10日(木) 13:00〜14:30」と読み取りました。
        会議体のチャンネルにお知らせしました。
      #wg-国民健康保険 国民健康保険WGの会議(M16)を、令和8年9月10日(木) 13:00〜14:30、那珂市役所 大会議室で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題1 保険料の確認
        議題2 次回の日程
        [取り消す] [開催通知を作成]
      #wg-国民健康保険 (スレッド) 📎M16.ics"
    `);
    await here.say(cast.secretariat, '/wg undo', LOBBY);
    await here.say(cast.secretariat, `/wg 日程 ${kokuho} 9/10 10:30-12:00 那珂市役所 保険料の確認、次回の日程`, LOBBY);
    expect(await here.press(cast.secretariat, `${other}と合同で開催する`, LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) 会議M15(令和8年9月10日(木) 10:00〜12:00)は、国民健康保険WGが加わり、介護保険WG・国民健康保険WGの合同会議になりました。
        会議体のチャンネルにお知らせしました。
      #wg-介護保険 (書換え) 介護保険WG・国民健康保険WGの会議(M15)を、令和8年9月10日(木) 10:00〜12:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        *介護保険WG*
        議題は追ってお知らせします。
        *国民健康保険WG*
        議題3 保険料の確認
        議題4 次回の日程
        [元に戻す] [開催通知を作成]
      #wg-国民健康保険 介護保険WG・国民健康保険WGの会議(M15)を、令和8年9月10日(木) 10:00〜12:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        *介護保険WG*
        議題は追ってお知らせします。
        *国民健康保険WG*
        議題3 保険料の確認
        議題4 次回の日程
        [元に戻す] [開催通知を作成]
      #wg-介護保険 会議M15(令和8年9月10日(木) 10:00〜12:00)は、国民健康保険WGが加わり、介護保険WG・国民健康保険WGの合同会議になりました。
      #wg-介護保険 (スレッド) 📎M15.ics"
    `);
    expect(await here.say(cast.secretariat, `/wg 合同 ${other} ${kokuho}`, LOBBY)).toContain('すでに会議');
    expect(await here.say(cast.secretariat, `/wg undo ${other}`, LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議(M15)の合同開催は取り消されました。日時(令和8年9月10日(木) 10:00〜12:00)に変更はありません。
        会議体のチャンネルにお知らせしました。
      #wg-介護保険 (書換え) 介護保険WGの会議(M15)を、令和8年9月10日(木) 10:00〜12:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #wg-国民健康保険 (書換え) 介護保険WGの会議(M15)を、令和8年9月10日(木) 10:00〜12:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #wg-国民健康保険 介護保険WGの会議(M15)の合同開催は取り消されました。日時(令和8年9月10日(木) 10:00〜12:00)に変更はありません。
      #wg-国民健康保険 (スレッド) 📎M15.ics
      #wg-介護保険 介護保険WGの会議(M15)の合同開催は取り消されました。日時(令和8年9月10日(木) 10:00〜12:00)に変更はありません。
      #wg-介護保険 (スレッド) 📎M15.ics"
    `);
    expect(await here.say(cast.member, `/wg 合同 ${other} ${kokuho}`)).toContain('国民健康保険WGの座長');
  });
});

describe('whose turn it is to host', () => {
  test('where no place was said, the next venue is offered, never filled in', async () => {
    await setting('venueRotation', 'municipalities' as never, 'shogai');
    expect(await here.say(cast.otherLead, '/wg 日程 8/4 10:00', 'wg-障害者福祉')).toMatchInlineSnapshot(`
      "(本人のみ) 日時を「令和8年8月4日(火) 10:00」と読み取りました。
        会場が未定です。会場輪番では、次はかすみがうら市役所です。
        [会場をかすみがうら市役所にする]
      #wg-障害者福祉 障害者福祉WGの会議(M17)を、令和8年8月4日(火) 10:00に開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #wg-障害者福祉 (スレッド) 📎M17.ics"
    `);
    expect(
      (await here.press(cast.otherLead, '会場をかすみがうら市役所にする', 'wg-障害者福祉')).split('\n')[0],
    ).toMatchInlineSnapshot(
      `"#wg-障害者福祉 (書換え) 障害者福祉WGの会議(M17)(令和8年8月4日(火) 10:00)の会場を、~未定~ から かすみがうら市役所 に変更しました。日時に変更はありません。"`,
    );
    expect(await here.say(cast.otherLead, '/wg 日程 8/5 10:00', 'wg-障害者福祉')).toContain('次は常陸大宮市役所です');
    await setting('venueRotation', ['本庁舎', '五霞町 中央公民館'], 'marufuku');
    expect(await here.say(cast.secretariat, '/wg 日程 マル福 8/4 14:00', LOBBY)).toContain(
      '会場輪番では、次は本庁舎です',
    );
  });
});

describe('the notice', () => {
  test('is a Word file in the thread, in the office’s form', async () => {
    const called = number(
      await here.say(cast.lead, '/wg 日程 7/8 13:30-15:00 那珂市役所 https://example.com/j 要件の確認、次回の日程'),
    );
    expect(await here.press(cast.lead, '開催通知を作成')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M20の開催通知(Word)を作成し、会議のスレッドに置きました。出欠の期限は令和8年7月3日(金)です。文書番号と連絡先は空欄ですので、ご記入のうえ発送してください。
      #wg-介護保険 (スレッド) 📎開催通知_M20.docx"
    `);
    expect((await mammoth.extractRawText({ buffer: lastFile() })).value.replace(/\n+/gu, '\n')).toMatchInlineSnapshot(`
      "　　　第　　　　号
      令和8年6月1日
      　常陸大宮市　介護保険主管課長　様
      　那珂市　介護保険主管課長　様
      　かすみがうら市　介護保険主管課長　様
      　五霞町　介護保険主管課長　様
      いばらき自治体クラウド基幹業務運営協議会
      会長　根本 雅之(那珂市)
      介護保険WG会議の開催について(通知)
      　本協議会の運営につきましては、日頃から格別のご協力を賜り、厚くお礼申し上げます。
      　さて、下記のとおり会議を開催しますので、関係職員の出席についてご配慮くださいますようお願いいたします。
      　出席できない場合は、出欠期限までに、代理で出席される方の氏名をお知らせください。
      記
      1　日時	令和8年7月8日(水)　午後1時30分から午後3時まで
      2　場所	那珂市役所
      3　オンライン	https://example.com/j
      4　議題	(1) 要件の確認(2) 次回の日程
      5　出欠期限	令和8年7月3日(金)まで
      6　担当	事務局(那珂市)　平松 翔、寺門 聡、綿引 香織、根本 雅之電話　　　　　　　　　メール
      以上
      "
    `);
    await here.say(cast.lead, `/wg move ${called} 7/9`);
    await here.say(cast.lead, `/wg 開催通知 ${called} 7/6`);
    expect((await mammoth.extractRawText({ buffer: lastFile() })).value).toMatch(
      /開催日程の変更について[\s\S]*変更前　令和8年7月8日\(水\)[\s\S]*令和8年7月6日\(月\)まで/u,
    );
    expect(await here.say(cast.lead, `/wg 開催通知 ${called} 7/10`)).toMatchInlineSnapshot(
      `"(本人のみ) 出欠の期限(7月10日(金))は、会議の日(7月9日(木))以前にしてください。"`,
    );
    expect(await here.say(cast.member, `/wg 開催通知 ${called}`)).toContain('介護保険WGの座長');
  });
});

describe('calendars to subscribe to', () => {
  const urlIn = (told: string): string => /https:\S+\.ics/u.exec(told)?.[0] ?? '';
  const tokenIn = (told: string): string => /calendar\/([\w-]+)\.ics/u.exec(told)?.[1] ?? '';
  let mine = '';

  test('the address is told to the asker alone, and stands nowhere else', async () => {
    mine = await here.say(cast.lead, '/wg 予定表');
    expect(mine.replace(tokenIn(mine), 'TOKEN')).toMatchInlineSnapshot(`
      "(本人のみ) ご自身の会議を予定表で購読するためのURLです。OutlookやGoogleカレンダーの「URLで追加」に貼り付けてください。
        *https://renkei.example.jp/calendar/TOKEN.ics*
        このURLを知っている方は、どなたでも予定をご覧になれます。ほかの方には伝えないでください。URLの表示は今回限りです。
        [購読を停止する]"
    `);
    const token = tokenIn(mine);
    expect(token).toHaveLength(32);
    for (const table of ['handled', 'feed', 'audit_entry', 'outbox'])
      expect(
        JSON.stringify(await here.store.client.$queryRawUnsafe(`SELECT to_jsonb(t) FROM ${table} t`)),
      ).not.toContain(token);
    expect(await here.deliverAgain()).not.toContain('calendar/');
  });

  test('it shows the person’s meetings as two parsers read them, over HTTP, with an ETag', async () => {
    const server = await serve(
      { host: '127.0.0.1', port: 0 },
      undefined,
      { checks: {}, about: async () => ({}) },
      (token) => feedOf(token, here.store, here.now()),
    );
    try {
      const path = `/calendar/${tokenIn(mine)}.ics`;
      const answer = await fetch(server.url + path);
      const text = await answer.text();
      expect([
        answer.status,
        answer.headers.get('content-type'),
        answer.headers.get('cache-control'),
      ]).toMatchInlineSnapshot(`
        [
          200,
          "text/calendar; charset=utf-8",
          "private, max-age=300",
        ]
      `);
      const events = new ICAL.Component(ICAL.parse(text))
        .getAllSubcomponents('vevent')
        .map((one) => new ICAL.Event(one));
      expect(events.length).toBeGreaterThan(2);
      expect(text).toContain('X-WR-CALNAME:いばらきクラウド協議会 自分の会議\r\n');
      expect(events.every((one) => one.summary.includes('介護保険WG'))).toBe(true);
      expect(convertIcsCalendar(undefined, text).events?.map((one) => one.uid)).toEqual(events.map((one) => one.uid));
      const etag = answer.headers.get('etag') ?? '';
      expect((await fetch(server.url + path, { headers: { 'if-none-match': etag } })).status).toBe(304);
      expect((await fetch(server.url + path, { method: 'HEAD' })).status).toBe(200);
      const unknown = await fetch(`${server.url}/calendar/${'x'.repeat(32)}.ics`);
      const nowhere = await fetch(`${server.url}/nowhere`);
      expect([unknown.status, await unknown.text()]).toEqual([nowhere.status, await nowhere.text()]);

      const again = await here.say(cast.lead, '/wg カレンダー 自分', LOBBY);
      expect(again).toContain('これまでのURLは使えなくなりました');
      expect((await fetch(server.url + path)).status).toBe(404);
      expect((await fetch(`${server.url}/calendar/${tokenIn(again)}.ics`)).status).toBe(200);
      expect(await here.press(cast.lead, '購読を停止する', LOBBY)).toMatchInlineSnapshot(
        `"(本人のみ) 予定表の購読(ご自身の会議)を停止しました。これまでのURLは使えません。"`,
      );
      expect((await fetch(`${server.url}/calendar/${tokenIn(again)}.ics`)).status).toBe(404);
    } finally {
      await server.close();
    }
  });

  test('of a body and of the whole council; the rights are those of today', async () => {
    const body = tokenIn(await here.say(cast.member, '/wg 予定表 障害者福祉WG'));
    const all = tokenIn(await here.say(cast.member, '/wg calendar 全体'));
    const count = async (token: string) =>
      ((await feedOf(token, here.store, here.now())) ?? '').split('BEGIN:VEVENT').length - 1;
    const [ofBody, ofAll] = [await count(body), await count(all)];
    expect(ofBody).toBeGreaterThan(0);
    expect(ofAll).toBeGreaterThan(ofBody);
    expect(await feedOf(all, here.store, here.now())).toContain('X-WR-CALNAME:いばらきクラウド協議会 全体\r\n');
    // 佐川 hands over at the end of September.
    expect(await feedOf(all, here.store, Date.parse('2026-09-30T23:59:00+09:00') as never)).toBeDefined();
    expect(await feedOf(all, here.store, Date.parse('2026-10-01T00:00:00+09:00') as never)).toBeUndefined();
    expect(await here.say(cast.member, '/wg 予定表 取消')).toMatchInlineSnapshot(
      `"(本人のみ) 予定表の購読(すべて)を停止しました。これまでのURLは使えません。"`,
    );
    expect(await here.say(cast.noSeat, '/wg 予定表')).toContain('ご担当として登録されていません');
    expect(urlIn(await here.say(cast.english, '/wg calendar'))).toMatch(
      /^https:\/\/renkei\.example\.jp\/calendar\/[\w-]{32}\.ics$/u,
    );
  });
});

describe('without PUBLIC_URL', () => {
  test('it says so', async () => {
    const inside = await office('2026-06-01T10:00:00+09:00');
    expect(await inside.say(cast.lead, '/wg 予定表')).toMatchInlineSnapshot(
      `"(本人のみ) このサーバーは外部に公開されていない(PUBLIC_URL が未設定の)ため、予定表のURLは発行できません。会議のスレッドにある予定表用ファイルをご利用ください。"`,
    );
    await inside.close();
  });
});
