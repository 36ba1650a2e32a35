/** `/wg`: meetings are called and taken back, channels show bodies. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

/** The calendar file that was uploaded last. */
const lastFile = (): string => [...here.workspace.state.files.values()].at(-1)?.content?.toString() ?? '';

describe('/wg schedule', () => {
  test('the lead calls a meeting: the date is read back, the channel hears it, its calendar file is in the thread', async () => {
    expect(
      await here.say(cast.lead, '/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認、次回の日程'),
    ).toMatchInlineSnapshot(`
      "#wg-介護保険 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題1 要件の確認
        議題2 次回の日程
        [取り消す] [開催通知を作成]
      #wg-介護保険 (スレッド) 📎M1.ics"
    `);
    expect(lastFile()).toMatchInlineSnapshot(`
      "BEGIN:VCALENDAR
      PRODID:-//Renkei//Renkei//JA
      VERSION:2.0
      CALSCALE:GREGORIAN
      METHOD:REQUEST
      BEGIN:VTIMEZONE
      TZID:Asia/Tokyo
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0900
      TZOFFSETTO:+0900
      TZNAME:JST
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:M1@ibaraki.renkei.invalid
      SEQUENCE:0
      DTSTAMP:20260601T010000Z
      DTSTART;TZID=Asia/Tokyo:20260612T140000
      DTEND;TZID=Asia/Tokyo:20260612T160000
      SUMMARY:介護保険WG 会議(M1)
      LOCATION:那珂市役所
      DESCRIPTION:1 要件の確認\\n2 次回の日程
      ORGANIZER;CN="事務局(那珂市)":mailto:no-reply@renkei.invalid
      ATTENDEE;CUTYPE=GROUP;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE
       ;CN="介護保険WG":mailto:kaigo@ibaraki.renkei.invalid
      STATUS:CONFIRMED
      END:VEVENT
      END:VCALENDAR
      "
    `);
  });

  test('typed with the IME on, with the weekday, without a place or an agenda', async () => {
    expect(await here.say(cast.lead, '/wg　招集　７月７日（火）　１３時半〜１５時')).toMatchInlineSnapshot(`
      "#wg-介護保険 介護保険WGの会議(M2)を、令和8年7月7日(火) 13:30〜15:00に開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #wg-介護保険 (スレッド) 📎M2.ics"
    `);
  });

  test('a name before the date means that body, and its channel hears it', async () => {
    expect(
      await here.say(cast.head, '/wg 日程 福祉業務部会 来月第2火曜 10時から12時 オンライン'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 日時を「令和8年7月14日(火) 10:00〜12:00」と読み取りました。
        会議体のチャンネルにお知らせしました。
      #部会-福祉業務 福祉業務部会の会議(M3)を、令和8年7月14日(火) 10:00〜12:00、オンラインで開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #部会-福祉業務 (スレッド) 📎M3.ics"
    `);
  });

  test('on a day on which offices are closed there is a warning', async () => {
    expect(await here.say(cast.lead, '/wg 日程 7/20 10:00-11:00')).toMatchInlineSnapshot(`
      "(本人のみ) 日時を「令和8年7月20日(月) 10:00〜11:00」と読み取りました。
        この日は閉庁日(祝日・海の日)です。念のため、日時をご確認ください。
      #wg-介護保険 介護保険WGの会議(M4)を、令和8年7月20日(月) 10:00〜11:00に開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #wg-介護保険 (スレッド) 📎M4.ics"
    `);
    expect((await here.say(cast.lead, '/wg 日程 12/29 10:00-11:00')).split('\n')[1]).toMatchInlineSnapshot(
      `"  この日は閉庁日(年末年始)です。念のため、日時をご確認ください。"`,
    );
    expect((await here.say(cast.lead, '/wg 日程 6/13 10:00-11:00')).split('\n')[1]).toMatchInlineSnapshot(
      `"  この日は閉庁日(土曜日・日曜日)です。念のため、日時をご確認ください。"`,
    );
  });

  test('at the hour of another meeting of the body it is refused; beside it not', async () => {
    expect(await here.say(cast.lead, '/wg 日程 6/12 15:30-17:00')).toMatchInlineSnapshot(
      `"(本人のみ) 介護保険WGには、同じ時間帯に会議M1(令和8年6月12日(金) 14:00〜16:00)があります。別の日時をご検討ください。"`,
    );
    expect(await here.say(cast.lead, '/wg 日程 6/12 16:00-17:00')).toContain('介護保険WGの会議(M7)を');
  });

  test('what is over is refused, to the minute', async () => {
    expect(await here.say(cast.lead, '/wg 日程 2026/5/29 10:00')).toMatchInlineSnapshot(`
      "(本人のみ) 令和8年5月29日(金)は過ぎています。令和8年6月5日(金) 10:00のことでしたら、そのようにご入力ください。
        使い方:/wg 日程 [WG・部会名] &lt;日時&gt; [個別] [期限 日付] [場所] [URL] [議題]
        例:/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認、次回の日程"
    `);
    expect(await here.say(cast.lead, '/wg 日程 今日 10:00')).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年6月1日(月) 10:00は過ぎています。日時をご確認ください。"`,
    );
    expect(await here.say(cast.lead, '/wg 日程 昨日 10:00')).toMatchInlineSnapshot(`
      "(本人のみ) 令和8年5月31日(日)は過ぎています。令和8年6月7日(日) 10:00のことでしたら、そのようにご入力ください。
        使い方:/wg 日程 [WG・部会名] &lt;日時&gt; [個別] [期限 日付] [場所] [URL] [議題]
        例:/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認、次回の日程"
    `);
  });

  test('a weekday that contradicts the date is refused, never guessed', async () => {
    expect(await here.say(cast.lead, '/wg 日程 6/12(木) 14:00')).toMatchInlineSnapshot(`
      "(本人のみ) 令和8年6月12日(金)は、ご入力の曜日(木)と一致しません。令和8年6月12日(金)、または令和8年6月11日(木)のことでしたら、そのようにご入力ください。
        使い方:/wg 日程 [WG・部会名] &lt;日時&gt; [個別] [期限 日付] [場所] [URL] [議題]
        例:/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認、次回の日程"
    `);
  });

  test('without a time it is asked for, and nonsense is told', async () => {
    expect(await here.say(cast.lead, '/wg 日程 6/19')).toMatchInlineSnapshot(
      `"(本人のみ) 会議の開始時刻をご入力ください。例:/wg 日程 6/12 14:00-16:00 那珂市役所 議題"`,
    );
    expect(await here.say(cast.lead, '/wg 日程 2/30 10:00')).toMatchInlineSnapshot(`
      "(本人のみ) 「2/30」という日はありません。令和9年2月28日(日)、または令和9年3月1日(月)のことでしたら、そのようにご入力ください。
        使い方:/wg 日程 [WG・部会名] &lt;日時&gt; [個別] [期限 日付] [場所] [URL] [議題]
        例:/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認、次回の日程"
    `);
    expect(await here.say(cast.lead, '/wg 日程 6/19 16:00-14:00')).toMatchInlineSnapshot(`
      "(本人のみ) 「6/19 16:00-14:00」は、終わりが始まりより前です。令和8年6月19日(金) 14:00〜16:00のことでしたら、そのようにご入力ください。
        使い方:/wg 日程 [WG・部会名] &lt;日時&gt; [個別] [期限 日付] [場所] [URL] [議題]
        例:/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認、次回の日程"
    `);
  });

  test('a member is told who may; the secretariat may for any body', async () => {
    expect(await here.say(cast.member, '/wg 日程 6/19 14:00')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.secretariat, '/wg 日程 健康管理 6/19 14:00')).toMatchInlineSnapshot(`
      "(本人のみ) 日時を「令和8年6月19日(金) 14:00」と読み取りました。
        会議体のチャンネルにお知らせしました。
      #wg-健康管理 健康管理WGの会議(M8)を、令和8年6月19日(金) 14:00に開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #wg-健康管理 (スレッド) 📎M8.ics"
    `);
  });

  test('in a channel of no body it is asked which; with a name it goes', async () => {
    expect(await here.say(cast.lead, '/wg 日程 6/26 14:00', LOBBY)).toMatchInlineSnapshot(
      `"(本人のみ) このチャンネルには、会議体が割り当てられていません。「/wg 一覧」でWG・部会をご確認のうえ、名称を添えてご入力ください。割り当て(「/wg ひも付け 介護保険WG」)は、事務局へご依頼ください。"`,
    );
    expect(await here.say(cast.lead, '/wg 日程 介護保険 6/26 14:00', LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) 日時を「令和8年6月26日(金) 14:00」と読み取りました。
        会議体のチャンネルにお知らせしました。
      #wg-介護保険 介護保険WGの会議(M9)を、令和8年6月26日(金) 14:00に開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #wg-介護保険 (スレッド) 📎M9.ics"
    `);
  });

  test('an abbreviation finds the WG, an ambiguous name is asked back', async () => {
    expect(await here.say(cast.secretariat, '/wg 日程 マル福 6/30 14:00')).toContain(
      '#wg-医療費助成 医療費助成WGの会議',
    );
    expect(await here.say(cast.secretariat, '/wg 日程 国民 6/30 14:00')).toMatchInlineSnapshot(
      `"(本人のみ) 「国民」に当てはまるものが複数あります(国民年金WG、国民健康保険WG)。名称をもう少し詳しくご入力ください。"`,
    );
  });
});

describe('/wg undo', () => {
  test('by its button within ten minutes: the channel’s message says so, and a cancellation is in the thread', async () => {
    await here.say(cast.lead, '/wg 日程 9/1 14:00 本庁舎');
    here.at('2026-06-01T10:09:00+09:00');
    expect(await here.press(cast.lead, '取り消す')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議(M11) ~令和8年9月1日(火) 14:00~ は取り消されました。お手数ですが、予定表からの削除をお願いします。
      #wg-介護保険 (書換え) 介護保険WGの会議(M11) ~令和8年9月1日(火) 14:00~ は取り消されました。お手数ですが、予定表からの削除をお願いします。
      #wg-介護保険 (スレッド) 📎M11-cancel.ics"
    `);
    expect(lastFile()).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1/u);
  });

  test('after ten minutes it is refused, and so is a second time', async () => {
    here.at('2026-06-01T10:11:00+09:00');
    expect(await here.say(cast.lead, '/wg 取消 M1')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1は、登録から10分を過ぎているため、ここでは取り消せません。事務局へご相談ください。
        [会議を中止する]"
    `);
    await here.say(cast.lead, '/wg 日程 9/2 14:00');
    await here.say(cast.lead, '/wg undo');
    expect(await here.say(cast.lead, '/wg undo M12')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M12は、すでに取り消されています。"`,
    );
    expect(await here.say(cast.lead, '/wg undo M99')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M99は見つかりませんでした。番号をご確認ください。"`,
    );
  });

  test('a member may not; who called nothing is asked for the number', async () => {
    expect(await here.say(cast.member, '/wg 取消 M1')).toContain('介護保険WGの座長、または事務局');
    expect(await here.say(cast.otherLead, '/wg 取消')).toMatchInlineSnapshot(
      `"(本人のみ) 取り消せる会議がありません。「/wg 取消 M12」のように番号をご入力ください。"`,
    );
  });

  test('the freed hour can be taken again', async () => {
    expect(await here.say(cast.lead, '/wg 日程 9/1 14:00')).toContain('介護保険WGの会議(M13)を');
  });
});

describe('/wg show and /wg list', () => {
  test('a body with its seats, its systems and what is ahead', async () => {
    expect(await here.say(cast.member, '/wg 表示')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの体制
        *座長* 和田 幸子
        *チャンネル* <#C0WGKAIGO>
        *会議(令和8年度)* 計画8回、開催0回、削減0回、予定8回
        *業務システム* 介護保険
        • 常陸大宮市 委員:佐川 礼子、菊池 友美(代理)
        • 那珂市 委員:和田 幸子、清水 久美(代理)
        • かすみがうら市 委員:飯田 佳代、羽成 徹(代理)
        • 五霞町 委員:内海 真由美、荒井 優子(代理)
        • 会議M1 令和8年6月12日(金) 14:00〜16:00 那珂市役所
        • 会議M7 令和8年6月12日(金) 16:00〜17:00
        • 会議M6 令和8年6月13日(土) 10:00〜11:00
        • 会議M9 令和8年6月26日(金) 14:00
        • 会議M2 令和8年7月7日(火) 13:30〜15:00
        • 会議M4 令和8年7月20日(月) 10:00〜11:00
        • 会議M13 令和8年9月1日(火) 14:00
        • 会議M5 令和8年12月29日(火) 10:00〜11:00"
    `);
  });

  test('a vacant seat is said to be with the secretariat', async () => {
    expect(await here.say(cast.member, '/wg 表示 自動交付機')).toMatchInlineSnapshot(`
      "(本人のみ) 自動交付機WGの体制
        *座長* 桧山 裕子
        *チャンネル* <#C0WGJIDOKOFU>
        *業務システム* 自動交付機
        • 常陸大宮市 委員:河野 美穂
        • 那珂市 委員:桧山 裕子
        • かすみがうら市 委員:中島 絵里
        • 五霞町 委員:未定(事務局で預かっています)
        • 予定されている会議はありません。"
    `);
  });

  test('the council itself shows its adviser', async () => {
    expect(await here.say(cast.adviser, '/wg 表示 介護保険ワーキンググループ')).toContain('介護保険WGの体制');
    // A word that stands in one body's name alone is that one.
    expect(await here.say(cast.adviser, '/wg 表示 協議会')).toMatchInlineSnapshot(`
      "(本人のみ) 運営協議会の体制
        *チャンネル* <#C0COUNCIL>
        • 茨城県 アドバイザー:市毛 信吾、宮内 葵
        • 常陸大宮市 委員:大久保 正彦
        • 常陸大宮市 情報主管担当:相田 修一、小室 由香、三次 拓也、大久保 正彦
        • 那珂市 委員:根本 雅之
        • 那珂市 情報主管担当:平松 翔、寺門 聡、綿引 香織、根本 雅之
        • かすみがうら市 委員:貝塚 芳信
        • かすみがうら市 情報主管担当:君山 創、小松崎 瞳、坂本 亮、貝塚 芳信
        • 五霞町 委員:知久 清志
        • 五霞町 情報主管担当:知久 清志、松本 結衣、染谷 晃
        • 予定されている会議はありません。"
    `);
  });

  test('all bodies under their parents, with their channels', async () => {
    const list = (await here.say(cast.adviser, '/wg 一覧')).split('\n');
    expect(list).toHaveLength(32);
    expect(list.slice(0, 5)).toMatchInlineSnapshot(`
      [
        "(本人のみ) いばらきクラウド協議会の会議体:31(うちWG 25)",
        "  • 運営協議会 <#C0COUNCIL>",
        "  　• プロジェクトチーム <#C0PROJECT>",
        "  　　• 外字管理WG <#C0WGGAIJI>",
        "  　• 住民業務部会 <#C0BUJUMIN>",
      ]
    `);
  });
});

test('who of the body sits elsewhere at that hour is named to whoever calls it, or moves it there', async () => {
  await here.say(cast.secretariat, '/wg 日程 国民健康保険WG 7/23 10:00-12:00');
  const privately = async (line: string) => (await here.say(cast.lead, line)).split('\n#')[0];
  expect(await privately('/wg 日程 7/23 11:00-12:00 個別')).toMatchInlineSnapshot(`
    "(本人のみ) 日時を「令和8年7月23日(木) 11:00〜12:00」と読み取りました。
      ⚠ 会議M14と重なる方がいます(菊池 友美・清水 久美・羽成 徹・荒井 優子)"
  `);
  const [, number] = /会議\(?(M\d+)/u.exec(await here.say(cast.lead, '/wg 日程 7/22 11:00-12:00')) ?? [];
  expect(await privately(`/wg 日程変更 ${number} 7/23 9:00-11:00`)).toMatchInlineSnapshot(`
    "(本人のみ) 日時を「令和8年7月23日(木) 09:00〜11:00」と読み取りました。
      ⚠ 会議M14と重なる方がいます(菊池 友美・清水 久美・羽成 徹・荒井 優子)"
  `);
});
