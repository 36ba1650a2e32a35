/** `/wg`: a called meeting is moved, cancelled and changed back; it stays one meeting with one thread and one calendar entry. */
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

/** The calendar files that were uploaded, the oldest first. */
const files = (): string[] =>
  [...here.workspace.state.files.values()]
    .map((one) => one.content?.toString() ?? '')
    .filter((one) => one.startsWith('BEGIN:VCALENDAR'));

describe('/wg move', () => {
  test('the channel hears old and new once, the message shows both, the file is in the same thread', async () => {
    await here.say(cast.lead, '/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認');
    expect(await here.say(cast.lead, '/wg 日程変更 M1 6/16 10:00')).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 介護保険WGの会議(M1)の日程を、~令和8年6月12日(金) 14:00〜16:00~ から 令和8年6月16日(火) 10:00〜12:00 に変更しました。会場に変更はありません。お手数ですが、予定の変更をお願いします。
        議題1 要件の確認
        [元に戻す] [開催通知を作成]
      #wg-介護保険 介護保険WGの会議(M1)の日程を、~令和8年6月12日(金) 14:00〜16:00~ から 令和8年6月16日(火) 10:00〜12:00 に変更しました。会場に変更はありません。お手数ですが、予定の変更をお願いします。
      #wg-介護保険 (スレッド) 📎M1.ics"
    `);
  });

  test('once more, with another place: the last step is shown; ten minutes later there is no undo', async () => {
    here.at('2026-06-01T11:00:00+09:00');
    expect(
      await here.say(cast.lead, '/wg 延期　Ｍ１　６月１８日（木）　五霞町役場　理由：台風のため。'),
    ).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 介護保険WGの会議(M1)の日程を、~令和8年6月16日(火) 10:00〜12:00~ から 令和8年6月18日(木) 10:00〜12:00 に変更しました。会場も、~那珂市役所~ から 五霞町役場 に変わります。理由:台風のため。お手数ですが、予定の変更をお願いします。
        議題1 要件の確認
        [元に戻す] [開催通知を作成]
      #wg-介護保険 介護保険WGの会議(M1)の日程を、~令和8年6月16日(火) 10:00〜12:00~ から 令和8年6月18日(木) 10:00〜12:00 に変更しました。会場も、~那珂市役所~ から 五霞町役場 に変わります。理由:台風のため。お手数ですが、予定の変更をお願いします。
      #wg-介護保険 (スレッド) 📎M1.ics"
    `);
    here.at('2026-06-01T11:11:00+09:00');
    expect(await here.say(cast.lead, '/wg 取消 M1')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1は、登録から10分を過ぎているため、ここでは取り消せません。事務局へご相談ください。
        [会議を中止する]"
    `);
  });

  test('cancelled with its reason: a form asks for it, and the thread has the cancellation', async () => {
    expect(await here.press(cast.lead, '会議を中止する')).toMatchInlineSnapshot(
      `"[フォーム] 会議を中止します: 以降、会議番号=M1、集計区分、理由"`,
    );
    expect(await here.submit(cast.lead, { number: 'M1', reason: '全要件の確認が終わったため' })).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1は、会議の回数では『その他の中止』として数えます。異なる場合は、区分をお選びください。
        [持ち回り審議] [合同開催] [審議事項なし]
      #wg-介護保険 (書換え) 介護保険WGの会議(M1) ~令和8年6月18日(木) 10:00〜12:00~ は、中止になりました。理由:全要件の確認が終わったため。お手数ですが、予定表からの削除をお願いします。
        [元に戻す]
      #wg-介護保険 介護保険WGの会議(M1) ~令和8年6月18日(木) 10:00〜12:00~ は、中止になりました。理由:全要件の確認が終わったため。お手数ですが、予定表からの削除をお願いします。
      #wg-介護保険 (スレッド) 📎M1-cancel.ics"
    `);
    expect(await here.say(cast.lead, '/wg 日程変更 M1 6/19')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1は、すでに中止または取消になっています。改めて開催する場合は、「/wg 日程」で招集してください。"`,
    );
    expect(await here.say(cast.lead, '/wg 中止 M1 念のため')).toContain('すでに中止または取消');
  });

  test('create, move, move, cancel: four files, one UID, revisions 0 to 3, and two parsers agree', () => {
    const read = files().map((ics) => {
      const calendar = new ICAL.Component(ICAL.parse(ics));
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
      const other = convertIcsCalendar(undefined, ics);
      const [second] = other.events ?? [];
      const mozilla = {
        method: calendar.getFirstPropertyValue('method')?.toString(),
        uid: event.uid,
        sequence: event.sequence,
        start: event.startDate.toString(),
        attendee: event.attendees[0]?.getFirstParameter('cn'),
      };
      expect({ method: other.method, uid: second?.uid, sequence: second?.sequence ?? 0 }).toEqual({
        method: mozilla.method,
        uid: mozilla.uid,
        sequence: mozilla.sequence,
      });
      expect(second?.attendees?.[0]?.name).toBe(mozilla.attendee);
      return Object.values(mozilla).join(' ');
    });
    expect(read).toMatchInlineSnapshot(`
      [
        "REQUEST M1@ibaraki.renkei.invalid 0 2026-06-12T14:00:00 介護保険WG",
        "REQUEST M1@ibaraki.renkei.invalid 1 2026-06-16T10:00:00 介護保険WG",
        "REQUEST M1@ibaraki.renkei.invalid 2 2026-06-18T10:00:00 介護保険WG",
        "CANCEL M1@ibaraki.renkei.invalid 3 2026-06-18T10:00:00 介護保険WG",
      ]
    `);
    for (const ics of files()) {
      expect(ics).toMatch(/^(?:[^\r\n]+\r\n)+$/u);
      expect(Math.max(...ics.split('\r\n').map((row) => Buffer.byteLength(row)))).toBeLessThanOrEqual(75);
    }
  });

  test('the cancellation is taken back within ten minutes: it is the same meeting still', async () => {
    expect(await here.say(cast.lead, '/wg 元に戻す M1')).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 介護保険WGの会議(M1)の日程を、~令和8年6月16日(火) 10:00〜12:00~ から 令和8年6月18日(木) 10:00〜12:00 に変更しました。会場も、~那珂市役所~ から 五霞町役場 に変わります。理由:台風のため。お手数ですが、予定の変更をお願いします。
        議題1 要件の確認
        [開催通知を作成]
      #wg-介護保険 介護保険WGの会議(M1)は、予定どおり令和8年6月18日(木) 10:00〜12:00に開催します。先ほどの中止の連絡は取り消します。
      #wg-介護保険 (スレッド) 📎M1.ics"
    `);
    expect(files().at(-1)).toMatch(/METHOD:REQUEST[\s\S]*UID:M1@[\s\S]*SEQUENCE:4/u);
  });

  test('only the place; only a link; nothing new; nothing said', async () => {
    expect(await here.say(cast.lead, '/wg 会場変更 M1 「那珂市役所 第3会議室」')).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 介護保険WGの会議(M1)(令和8年6月18日(木) 10:00〜12:00)の会場を、~五霞町役場~ から 那珂市役所 第3会議室 に変更しました。日時に変更はありません。
        議題1 要件の確認
        [元に戻す] [開催通知を作成]
      #wg-介護保険 介護保険WGの会議(M1)(令和8年6月18日(木) 10:00〜12:00)の会場を、~五霞町役場~ から 那珂市役所 第3会議室 に変更しました。日時に変更はありません。
      #wg-介護保険 (スレッド) 📎M1.ics"
    `);
    expect(
      (await here.say(cast.lead, '/wg move M1 <https://example.com/j/1?a=1&amp;b=2>')).split('\n')[0],
    ).toMatchInlineSnapshot(
      `"#wg-介護保険 (書換え) 介護保険WGの会議(M1)(令和8年6月18日(木) 10:00〜12:00)の会場を、~那珂市役所 第3会議室~ から 那珂市役所 第3会議室(オンライン:https://example.com/j/1?a=1&amp;b=2) に変更しました。日時に変更はありません。"`,
    );
    expect(await here.say(cast.lead, '/wg move M1 2026/6/18 10:00-12:00')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1は、すでに令和8年6月18日(木) 10:00〜12:00、会場:那珂市役所 第3会議室(オンライン:https://example.com/j/1?a=1&amp;b=2)の予定です。変更はありません。"`,
    );
    expect(await here.say(cast.lead, '/wg 延期 M1')).toMatchInlineSnapshot(
      `"(本人のみ) 新しい日時か会場をご入力ください。例:/wg 日程変更 M1 6/16 10:00。日程が未定の場合は、いったん「/wg 中止 M1 理由」をご利用ください。"`,
    );
  });

  test('取消 of a moved meeting may mean two things and is asked; the move goes back', async () => {
    await here.say(cast.lead, '/wg move M1 6/19');
    expect(await here.say(cast.lead, '/wg 取り消し M1')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1の「取消」は、次のどちらのことでしょうか。
        [直前の変更を元に戻す] [会議を中止する]"
    `);
    expect(await here.press(cast.lead, '直前の変更を元に戻す')).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 介護保険WGの会議(M1)(令和8年6月18日(木) 10:00〜12:00)の会場を、~那珂市役所 第3会議室~ から 那珂市役所 第3会議室(オンライン:https://example.com/j/1?a=1&amp;b=2) に変更しました。日時に変更はありません。
        オンライン:https://example.com/j/1?a=1&amp;b=2
        議題1 要件の確認
        [元に戻す] [開催通知を作成]
      #wg-介護保険 介護保険WGの会議(M1)は、変更前の令和8年6月18日(木) 10:00〜12:00、会場:那珂市役所 第3会議室(オンライン:https://example.com/j/1?a=1&amp;b=2)に戻りました。先ほどの変更の連絡は取り消します。
      #wg-介護保険 (スレッド) 📎M1.ics"
    `);
  });

  test('bad days are refused with the reason and the nearest meaning', async () => {
    const tried = [];
    for (const words of ['2026/5/29 10:00', '6/16(金)', '2/30', '6/16 16:00-14:00', '6/16 25時', '今日 9:00'])
      tried.push((await here.say(cast.lead, `/wg move M1 ${words}`)).split('\n')[0]);
    expect(tried).toMatchInlineSnapshot(`
      [
        "(本人のみ) 令和8年5月29日(金)は過ぎています。令和8年6月5日(金) 10:00のことでしたら、そのようにご入力ください。",
        "(本人のみ) 令和8年6月16日(火)は、ご入力の曜日(金)と一致しません。令和8年6月16日(火)、または令和8年6月19日(金)のことでしたら、そのようにご入力ください。",
        "(本人のみ) 「2/30」という日はありません。令和9年2月28日(日)、または令和9年3月1日(月)のことでしたら、そのようにご入力ください。",
        "(本人のみ) 「6/16 16:00-14:00」は、終わりが始まりより前です。令和8年6月16日(火) 14:00〜16:00のことでしたら、そのようにご入力ください。",
        "(本人のみ) 「6/16 25時」という時刻はありません。令和8年6月17日(水) 01:00のことでしたら、そのようにご入力ください。",
        "(本人のみ) 令和8年6月1日(月) 09:00は過ぎています。日時をご確認ください。",
      ]
    `);
  });

  test('an hour that is taken, a closed day, who may not, an unknown number, a meeting that is over', async () => {
    await here.say(cast.lead, '/wg 日程 6/25 14:00-16:00 那珂市役所');
    expect(await here.say(cast.lead, '/wg move M1 6/25 15:00')).toMatchInlineSnapshot(
      `"(本人のみ) 介護保険WGには、同じ時間帯に会議M2(令和8年6月25日(木) 14:00〜16:00)があります。別の日時をご検討ください。"`,
    );
    expect((await here.say(cast.lead, '/wg move M2 7/20 14:00')).split('\n').slice(0, 2)).toMatchInlineSnapshot(`
      [
        "(本人のみ) 日時を「令和8年7月20日(月) 14:00〜16:00」と読み取りました。",
        "  この日は閉庁日(祝日・海の日)です。念のため、日時をご確認ください。",
      ]
    `);
    expect(await here.say(cast.member, '/wg move M2 6/26')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.member, '/wg 中止 M2 都合により')).toContain('介護保険WGの座長、または事務局');
    expect(await here.say(cast.lead, '/wg move M99 6/26')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M99は見つかりませんでした。番号をご確認ください。"`,
    );
    here.at('2026-06-19T09:00:00+09:00');
    expect(await here.say(cast.lead, '/wg move M1 6/26')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1(令和8年6月18日(木) 10:00〜12:00)は、開催日を過ぎているため、変更できません。改めて開催する場合は、「/wg 日程」で招集してください。"`,
    );
  });

  test('from elsewhere the secretariat moves it on behalf, and hears what was told; twice is once', async () => {
    expect(await here.say(cast.secretariat, '/wg move M2 7/21 14:00', LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議(M2)の日程を、~令和8年7月20日(月) 14:00〜16:00~ から 令和8年7月21日(火) 14:00〜16:00 に変更しました。会場に変更はありません。お手数ですが、予定の変更をお願いします。
        会議体のチャンネルにお知らせしました。
      #wg-介護保険 (書換え) 介護保険WGの会議(M2)の日程を、~令和8年7月20日(月) 14:00〜16:00~ から 令和8年7月21日(火) 14:00〜16:00 に変更しました。会場に変更はありません。お手数ですが、予定の変更をお願いします。
        議題は追ってお知らせします。
        [元に戻す] [開催通知を作成]
      #wg-介護保険 介護保険WGの会議(M2)の日程を、~令和8年7月20日(月) 14:00〜16:00~ から 令和8年7月21日(火) 14:00〜16:00 に変更しました。会場に変更はありません。お手数ですが、予定の変更をお願いします。
      #wg-介護保険 (スレッド) 📎M2.ics"
    `);
    expect(await here.deliverAgain()).not.toContain('#wg-介護保険');
    const changes = await here.store.client.meetingChange.findMany({
      where: { number: 2 },
      orderBy: { sequence: 'asc' },
    });
    expect(changes.map(({ sequence, kind, day }) => `${sequence} ${kind} ${day}`)).toEqual([
      '1 moved 2026-06-25',
      '2 moved 2026-07-20',
    ]);
  });
});

describe('two at once', () => {
  test('of two who move meetings to the same hour, one does, and the other is told', async () => {
    await here.say(cast.lead, '/wg 日程 8/18 10:00-11:00 那珂市役所');
    await here.say(cast.lead, '/wg 日程 8/19 10:00-11:00 那珂市役所');
    const all = await here.store.client.meeting.findMany({ where: { day: { in: ['2026-08-18', '2026-08-19'] } } });
    const [one, other] = all.map((each) => each.number);
    const heard = await here.sayTogether(
      [cast.lead, `/wg move M${one} 8/20`],
      [cast.secretariat, `/wg move M${other} 8/20`],
    );
    expect(heard.match(/同じ時間帯に会議/gu)).toHaveLength(1);
    expect(await here.store.client.meeting.count({ where: { day: '2026-08-20' } })).toBe(1);
    await here.store.client.meeting.updateMany({
      where: { number: { in: [one ?? 0, other ?? 0] } },
      data: { state: 'cancelled' },
    });
  });
});

describe('/wg show M1', () => {
  test('when and where it is, and was', async () => {
    expect(await here.say(cast.member, '/wg 表示 M2')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議M2
        *日時* 令和8年7月21日(火) 14:00〜16:00
        *会場* 那珂市役所
        これまでの日程:~令和8年6月25日(木) 14:00〜16:00~、~令和8年7月20日(月) 14:00〜16:00~
        議題は追ってお知らせします。
        資料は登録されていません。"
    `);
    expect(await here.say(cast.english, '/wg show M2')).toMatchInlineSnapshot(`
      "(本人のみ) Meeting M2 of 介護保険WG
        *When* Tue 21 Jul 2026, 14:00–16:00 JST
        *Place* 那珂市役所
        Earlier dates: ~Thu 25 Jun 2026, 14:00–16:00 JST~, ~Mon 20 Jul 2026, 14:00–16:00 JST~
        The agenda follows.
        No papers are registered."
    `);
    expect(await here.say(cast.member, '/wg 表示 M77')).toContain('会議M77は見つかりませんでした');
  });
});

describe('/wg paper', () => {
  test('is registered, replaced, and the latest is one; the old one stays', async () => {
    expect(
      await here.say(cast.member, '/wg 資料 M2 資料１ー２　要件一覧の見直し <https://example.com/a|example.com/a>'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 会議M2の資料1-2『要件一覧の見直し』を登録しました。
        公開範囲:構成団体のみ
        [登録を取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M2)の日程を、~令和8年7月20日(月) 14:00〜16:00~ から 令和8年7月21日(火) 14:00〜16:00 に変更しました。会場に変更はありません。お手数ですが、予定の変更をお願いします。
        議題は追ってお知らせします。
        • 資料1-2『要件一覧の見直し』 https://example.com/a
        [元に戻す] [開催通知を作成]
      #wg-介護保険 (スレッド) 会議M2の資料(最新版)です。
        • 資料1-2『要件一覧の見直し』(6月19日(金)登録) https://example.com/a
        [資料を登録・差替えする]"
    `);
    expect(
      await here.say(cast.member, '/wg 資料 M2 資料1-2 要件一覧の見直し(修正) https://example.com/b'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 会議M2の資料1-2を、第2版『要件一覧の見直し(修正)』に差し替えました。第1版『要件一覧の見直し』も残っています。
        公開範囲:構成団体のみ
        [登録を取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M2)の日程を、~令和8年7月20日(月) 14:00〜16:00~ から 令和8年7月21日(火) 14:00〜16:00 に変更しました。会場に変更はありません。お手数ですが、予定の変更をお願いします。
        議題は追ってお知らせします。
        • 資料1-2『要件一覧の見直し(修正)』(第2版) https://example.com/b
        [元に戻す] [開催通知を作成]
      #wg-介護保険 (書換え) 会議M2の資料(最新版)です。
        • 資料1-2『要件一覧の見直し(修正)』(第2版、6月19日(金)差替え) https://example.com/b
        [資料を登録・差替えする]"
    `);
    await here.say(cast.lead, '/wg paper M2 資料10 県まで 日程案');
    await here.say(cast.lead, '/wg paper M2 資料2 費用の内訳');
    expect(await here.say(cast.member, '/wg 表示 M2')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議M2
        *日時* 令和8年7月21日(火) 14:00〜16:00
        *会場* 那珂市役所
        これまでの日程:~令和8年6月25日(木) 14:00〜16:00~、~令和8年7月20日(月) 14:00〜16:00~
        議題は追ってお知らせします。
        • 資料1-2『要件一覧の見直し(修正)』(第2版) https://example.com/b
        • 資料2『費用の内訳』
        • 資料10『日程案』
        差替え前:資料1-2 第1版『要件一覧の見直し』 https://example.com/a"
    `);
  });

  test('the adviser sees what is for the prefecture', async () => {
    expect((await here.say(cast.adviser, '/wg 表示 M2')).split('\n').slice(4)).toMatchInlineSnapshot(`
      [
        "  議題は追ってお知らせします。",
        "  • 資料10『日程案』",
        "  ほかに、公開範囲の異なる資料があります。",
      ]
    `);
  });

  test('taken back within ten minutes, the version before counts again; later not', async () => {
    expect(await here.say(cast.member, '/wg undo M2 資料1-2')).toMatchInlineSnapshot(`
      "(本人のみ) 資料1-2『要件一覧の見直し(修正)』(第2版)の登録を取り消しました。最新は第1版『要件一覧の見直し』です。
      #wg-介護保険 (書換え) 介護保険WGの会議(M2)の日程を、~令和8年7月20日(月) 14:00〜16:00~ から 令和8年7月21日(火) 14:00〜16:00 に変更しました。会場に変更はありません。お手数ですが、予定の変更をお願いします。
        議題は追ってお知らせします。
        • 資料1-2『要件一覧の見直し』 https://example.com/a
        • 資料2『費用の内訳』
        • 資料10『日程案』
        [元に戻す] [開催通知を作成]
      #wg-介護保険 (書換え) 会議M2の資料(最新版)です。
        • 資料1-2『要件一覧の見直し』(6月19日(金)登録) https://example.com/a
        • 資料2『費用の内訳』(6月19日(金)登録)
        • 資料10『日程案』(6月19日(金)登録)
        [資料を登録・差替えする]"
    `);
    here.at('2026-06-19T09:30:00+09:00');
    expect(await here.say(cast.member, '/wg undo M2 資料1-2')).toMatchInlineSnapshot(
      `"(本人のみ) 資料1-2『要件一覧の見直し』は、登録から10分を過ぎているため取り消せません。同じ番号で登録すると、差替えになります。"`,
    );
    expect(await here.say(cast.member, '/wg undo M2 資料9')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M2に資料9はありません。「/wg 表示 M2」でご確認いただけます。"`,
    );
    expect(await here.say(cast.member, '/wg 資料 M2 資料3 https://example.com/c')).toMatchInlineSnapshot(
      `"(本人のみ) 資料の件名をご入力ください。例:/wg 資料 M12 資料1-2 要件一覧の見直し https://…"`,
    );
    expect(await here.say(cast.otherLead, '/wg 資料 M2 資料3 何か')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの委員、または事務局(那珂市)が行えます。"`,
    );
  });
});

describe('the digest', () => {
  test('tells of what was changed and cancelled, and three business days before', async () => {
    here.at('2026-06-22T10:00:00+09:00');
    await here.say(cast.lead, '/wg 日程 6/26 10:00-12:00 那珂市役所');
    await here.say(cast.lead, '/wg 日程 6/30 14:00 那珂市役所');
    await here.say(cast.lead, '/wg 日程 7/2 14:00 那珂市役所');
    expect((await here.run('digest', '2026-06-23T09:00:00+09:00'))['和田 幸子']).toMatchInlineSnapshot(`
      "おはようございます。6月23日(火)のお知らせです。新着4件、公開をお願いする次第1件です。
        ■ 新着
        • 会議M5 介護保険WG 令和8年6月26日(金) 10:00〜12:00 那珂市役所
        • 会議M6 介護保険WG 令和8年6月30日(火) 14:00 那珂市役所
        • 会議M7 介護保険WG 令和8年7月2日(木) 14:00 那珂市役所
        • 変更 会議M2 介護保険WG 令和8年7月21日(火) 14:00〜16:00 那珂市役所
        ■ 公開をお願いする次第
        • 会議M5 介護保険WG 6月26日(金)(次第の公開期限 6月23日(火))
        [M5の次第を確認]"
    `);
    here.at('2026-06-23T11:00:00+09:00');
    await here.say(cast.lead, '/wg move M6 7/1');
    await here.say(cast.lead, '/wg 中止 M7 都合により');
    expect((await here.run('digest', '2026-06-24T09:00:00+09:00'))['和田 幸子']).toMatchInlineSnapshot(`
      "おはようございます。6月24日(水)のお知らせです。新着2件、公開をお願いする次第1件です。
        ■ 新着
        • 会議M7 介護保険WG ~令和8年7月2日(木) 14:00~ 中止
        • 変更 会議M6 介護保険WG 令和8年7月1日(水) 14:00 那珂市役所
        ■ 7日以内
        • 会議M5 介護保険WG 令和8年6月26日(金) 10:00〜12:00 那珂市役所
        ■ 公開をお願いする次第
        • 会議M5 介護保険WG 6月26日(金)(次第の公開期限 6月23日(火))
        [M5の次第を確認]"
    `);
    expect((await here.run('digest', '2026-06-26T09:00:00+09:00'))['和田 幸子']).toMatchInlineSnapshot(`
      "おはようございます。6月26日(金)のお知らせです。本日の会議1件、まもなく開催の会議1件、公開をお願いする次第1件です。
        ■ 本日
        • 会議M5 介護保険WG 10:00〜12:00 那珂市役所
        ■ まもなく開催
        • 会議M6 介護保険WG 令和8年7月1日(水) 14:00 那珂市役所
        ■ 公開をお願いする次第
        • 会議M6 介護保険WG 7月1日(水)(次第の公開期限 6月26日(金))
        [M6の次第を確認]"
    `);
  });
});

test('a title alone opens the form of a paper: of the meeting ahead, under the next free number', async () => {
  expect(await here.say(cast.member, '/wg 資料 要件一覧')).toMatchInlineSnapshot(
    `"[フォーム] 資料を登録します: 会議番号=M5、資料番号=資料1、公開範囲、件名とURL=要件一覧"`,
  );
  const asked = await here.say(cast.member, '/wg 資料 要件一覧 https://example.com/d');
  expect(asked.replace(/M\d+/u, 'M…')).toMatchInlineSnapshot(
    `"[フォーム] 資料を登録します: 会議番号=M…、資料番号=資料1、公開範囲、件名とURL=要件一覧 https://example.com/d"`,
  );
  const number = /M\d+/u.exec(asked)?.[0] ?? '';
  expect(
    (await here.submit(cast.member, { number, mark: '資料1', title: '要件一覧 https://example.com/d' }))
      .split('\n')[0]
      ?.replace(number, 'M…'),
  ).toMatchInlineSnapshot(`"(本人のみ) 会議M…の資料1『要件一覧』を登録しました。"`);
  expect((await here.say(cast.member, '/wg 資料')).replace(number, 'M…')).toMatchInlineSnapshot(
    `"[フォーム] 資料を登録します: 会議番号=M…、資料番号=資料2、公開範囲、件名とURL"`,
  );
});
