/** A meeting opens, its attendance is noted, its quorum is seen by all, and it closes; each can be taken back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
  await here.say(cast.lead, '/wg 日程 6/12 14:00-16:00 那珂市役所');
});
afterAll(() => here.close());

test('a meeting opens on its day, by its lead', async () => {
  expect(await here.say(cast.lead, '/wg 開会')).toMatchInlineSnapshot(
    `"(本人のみ) 介護保険WGには、本日これから開会する会議がありません。「/wg 日程」で招集するか、会議番号を添えて「/wg 開会 M12」のようにご入力ください。"`,
  );
  expect(await here.say(cast.lead, '/wg 開会 M1')).toMatchInlineSnapshot(
    `"(本人のみ) 会議M1の開催日は令和8年6月12日(金) 14:00〜16:00です。開会は当日にお願いします。日程を変える場合は「/wg 日程変更 M1 …」をご利用ください。"`,
  );
  here.at('2026-06-12T14:00:00+09:00');
  expect(await here.say(cast.member, '/wg 開会')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await here.say(cast.member, '/wg 出席')).toMatchInlineSnapshot(
    `"(本人のみ) 介護保険WGには、開会中の会議がありません。座長または事務局が「/wg 開会」で開会します。"`,
  );
  expect(await here.say(cast.lead, '/wg　開会')).toMatchInlineSnapshot(`
    "(本人のみ) 第1回会議(M1)を開会しました。各市町の出欠を、会議のお知らせのボタン、または「/wg 出席」で記録をお願いします。
    #wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開会しています。
      第1回会議(M1) 開会中(14:00から)
      出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認
      定足数に達していません(出席0団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
      議題は追ってお知らせします。
      [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
      [開催通知を作成]"
  `);
  expect(await here.say(cast.secretariat, '/wg open M1')).toMatchInlineSnapshot(
    `"(本人のみ) 第1回会議(M1)は、すでに開会しています。"`,
  );
});

test('each notes its own, by button or word; another’s is for the lead', async () => {
  expect(await here.press(cast.member, '出席')).toMatchInlineSnapshot(`
    "#wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開会しています。
      第1回会議(M1) 開会中(14:00から)
      出欠:常陸大宮市 出席、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認
      定足数に達していません(出席1団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
      議題は追ってお知らせします。
      [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
      [開催通知を作成]"
  `);
  expect(await here.say(cast.english, '/wg late')).toContain('There is no “late” here. These can be used:');
  expect(await here.say(cast.english, '/wg attend late')).toMatchInlineSnapshot(`
    "#wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開会しています。
      第1回会議(M1) 開会中(14:00から)
      出欠:常陸大宮市 出席、那珂市 未確認、かすみがうら市 遅刻、五霞町 未確認
      定足数に達していません(出席2団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
      議題は追ってお知らせします。
      [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
      [開催通知を作成]"
  `);
  expect(await here.say(cast.member, '/wg attend 五霞町 欠席')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await here.say(cast.secretariat, '/wg 代理 五霞町')).toMatchInlineSnapshot(`
    "#wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開会しています。
      第1回会議(M1) 開会中(14:00から)
      出欠:常陸大宮市 出席、那珂市 未確認、かすみがうら市 遅刻、五霞町 代理
      定足数を満たしています(出席3団体、必要3団体、要綱第11条(仮))。
      議題は追ってお知らせします。
      [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
      [開催通知を作成]"
  `);
  expect(await here.say(cast.lead, '/wg attend 水戸市 出席')).toMatchInlineSnapshot(
    `"(本人のみ) 「水戸市」という構成団体は見つかりませんでした。名称をご確認ください。"`,
  );
  expect(await here.say(cast.lead, '/wg 出欠')).toMatchInlineSnapshot(`
    "(本人のみ) 出席・代理・遅刻・欠席のどれでしょうか。
      [出席] [代理] [遅刻] [欠席]"
  `);
  expect(await here.say(cast.adviser, '/wg 出席')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
});

test('who came as the deputy is noted by name, by word or in the button’s form; only those who may know read it', async () => {
  const noted = async (line: string) =>
    (await here.say(cast.lead, line)).split('\n').filter((one) => /出欠:|本人のみ/u.test(one));
  expect(await noted('/wg 出席 五霞町 代理 野口薫')).toMatchInlineSnapshot(`
    [
      "  出欠:常陸大宮市 出席、那珂市 未確認、かすみがうら市 遅刻、五霞町 代理(野口薫)",
    ]
  `);
  expect(await here.press(cast.member, '代理')).toMatchInlineSnapshot(
    `"[フォーム] 代理出席を記録します: 市町=常陸大宮市、代理の方の氏名"`,
  );
  const filled = await here.submit(cast.member, { municipalities: '常陸大宮市', deputy: '飛田 進' });
  expect(filled).toContain('出欠:常陸大宮市 代理(飛田 進)、那珂市 未確認、かすみがうら市 遅刻、五霞町 代理(野口薫)');
  // Said again without a name, the name stays; who comes after all is no deputy.
  await here.say(cast.lead, '/wg attend 五霞町 代理');
  expect(await noted('/wg attend 常陸大宮市 出席')).toEqual([
    '  出欠:常陸大宮市 出席、那珂市 未確認、かすみがうら市 遅刻、五霞町 代理(野口薫)',
  ]);
  expect(await noted('/wg 出席 五霞 野口薫')).toMatchInlineSnapshot(`
    [
      "(本人のみ) 「五霞 野口薫」を氏名として読み取りました。氏名を記録できるのは、代理の場合のみです。市町は「五霞町」のように、市・町まで含めてご入力ください。",
    ]
  `);
  expect(await noted('/wg 代理 五霞 出席')).toMatchInlineSnapshot(`
    [
      "(本人のみ) 「五霞 出席」は、代理の方の氏名として読み取れませんでした。「/wg 出席 五霞町 代理 野口薫」のように、氏名のみをご入力ください。",
    ]
  `);
  expect(await noted('/wg 代理 五霞町・那珂市 野口薫')).toMatchInlineSnapshot(`
    [
      "(本人のみ) 代理の方の氏名は、1団体ずつご記録ください。",
    ]
  `);
  await here.say(cast.secretariat, '/wg ひも付け 介護保険 事業者');
  expect(await noted('/wg attend かすみがうら市 代理 石塚 浩')).toEqual([
    '  出欠:常陸大宮市 出席、那珂市 未確認、かすみがうら市 代理、五霞町 代理',
  ]);
  await here.say(cast.secretariat, '/wg ひも付け 介護保険 構成団体');
  await here.say(cast.lead, '/wg attend かすみがうら市 遅刻');
});

test('an opening is taken back while nothing rests on it; then the meeting opens as the same 第1回', async () => {
  expect(await here.say(cast.lead, '/wg 取消 M1')).toMatchInlineSnapshot(`
    "(本人のみ) 第1回会議(M1)の開会を取り消しました。
    #wg-介護保険 (書換え) 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
      議題は追ってお知らせします。
      [開催通知を作成]"
  `);
  expect(await here.say(cast.lead, '/wg 開会 M1')).toContain('第1回会議(M1)を開会しました');
  await here.say(cast.lead, '/req 決定 1234 標準');
  expect(await here.say(cast.lead, '/wg 取り消し M1')).toMatchInlineSnapshot(
    `"(本人のみ) 第1回会議(M1)は開会中です。この会議による決定があるか、開会から10分を過ぎているため、開会は取り消せません。終了する場合は「/wg 閉会」をご利用ください。"`,
  );
});

test('it closes, and the same day opens again; the next meeting is 第2回', async () => {
  expect(
    (await here.press(cast.lead, '閉会する')).split('\n').filter((one) => !one.includes('📄')),
  ).toMatchInlineSnapshot(`
    [
      "(本人のみ) 第1回会議(M1)を閉会しました。本日中に記録する決定は、この会議によるものとして扱います。",
      "  [再開する]",
      "#wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開催しました。",
      "  開会 14:00、閉会 14:00",
      "  出欠:常陸大宮市 出席、那珂市 未確認、かすみがうら市 遅刻、五霞町 代理(野口薫)",
      "  定足数を満たしています(出席3団体、必要3団体、要綱第11条(仮))。",
      "  議題は追ってお知らせします。",
      "  [開催通知を作成]",
      "#wg-介護保険 (スレッド) 介護保険WG 第1回会議(M1)の議事録(案)を作成しました。内容をご確認のうえ、構成団体へ確認をご依頼ください。",
      "  *決定事項* 1件",
      "  *宿題* 0件",
      "  *確認事項* 0件",
      "  第1版",
      "  [議事録を表示] [確認を依頼する] [訂正する] [ファイルを受け取る]",
      "#wg-介護保険 (スレッド) 📎議事録_M1_第1版.docx",
      "#wg-介護保険 (スレッド) 📎議事録_M1_第1版.md",
    ]
  `);
  expect(await here.say(cast.lead, '/wg close M1')).toMatchInlineSnapshot(
    `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
  );
  expect(await here.say(cast.member, '/wg attend M1 欠席')).toMatchInlineSnapshot(`
    "(本人のみ) この出欠では定足数(3団体)に達しなくなり、会議による令和8年度決定第1号の根拠が変わります。そのため、記録していません。
      実際に欠席された場合は、座長または事務局へご相談ください。「/req 再検討」で決定を戻すか、「/wg 議事録訂正 M1 出席」で経緯を残せます。"
  `);
  await here.say(cast.lead, '/wg close M1');
  here.at('2026-06-12T15:50:00+09:00');
  expect((await here.say(cast.lead, '/wg open M1')).split('\n')[0]).toContain('第1回会議(M1)を開会しました');
  await here.say(cast.lead, '/wg 閉会');
  await here.say(cast.lead, '/wg 日程 6/16 10:00 オンライン');
  here.at('2026-06-16T10:00:00+09:00');
  expect(await here.say(cast.lead, '/wg 出席')).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険WGには、開会中の会議がありません。座長または事務局が「/wg 開会」で開会します。
      第1回会議(M1)の出欠は、議事録が確定するまで、「/wg 出席 M1」のように会議番号を添えて記録できます。"
  `);
  expect(await here.say(cast.member, '/wg 出席 M1 那珂市')).toContain('この操作は、');
  // Whom nobody noted, and who is not seen to have left: what was decided keeps its count.
  expect(await here.say(cast.lead, '/wg 出席 M1 那珂市')).toMatchInlineSnapshot(`
    "(本人のみ) 第1回会議(M1)の出欠を記録しました。議事録(案)も改めています。
      決定に記録した出席団体数は、決定時のまま変わりません。
    #wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開催しました。
      開会 14:00、閉会 15:50
      出欠:常陸大宮市 出席、那珂市 出席、かすみがうら市 遅刻、五霞町 代理(野口薫)
      定足数を満たしています(出席4団体、必要3団体、要綱第11条(仮))。
      議題は追ってお知らせします。
      [開催通知を作成]
    #wg-介護保険 (書換え) 介護保険WG 第1回会議(M1)の議事録(案)を作成しました。内容をご確認のうえ、構成団体へ確認をご依頼ください。
      *決定事項* 1件
      *宿題* 0件
      *確認事項* 0件
      第3版
      [議事録を表示] [確認を依頼する] [訂正する] [ファイルを受け取る]
    #wg-介護保険 (スレッド) 📎議事録_M1_第3版.docx
    #wg-介護保険 (スレッド) 📎議事録_M1_第3版.md"
  `);
  expect(await here.say(cast.lead, '/wg 欠席 M1 那珂市・五霞町')).toMatchInlineSnapshot(`
    "(本人のみ) この出欠では定足数(3団体)に達しなくなり、会議による令和8年度決定第1号の根拠が変わります。そのため、記録していません。
      実際に欠席された場合は、座長または事務局へご相談ください。「/req 再検討」で決定を戻すか、「/wg 議事録訂正 M1 出席」で経緯を残せます。"
  `);
  await here.say(cast.lead, '/wg 議事録 M1 確認依頼');
  for (const who of [cast.member, cast.lead, cast.english]) await here.say(who, '/wg 議事録 M1 確認');
  await here.say(cast.secretariat, '/wg 議事録 M1 確認 五霞町 電話 6/16 山田');
  expect(await here.say(cast.lead, '/wg 出席 M1 五霞町')).toMatchInlineSnapshot(
    `"(本人のみ) 第1回会議(M1)は議事録が確定しているため、出欠は変更できません。誤りがある場合は、座長または事務局が「/wg 議事録訂正 M1 出席」で訂正します。"`,
  );
  expect((await here.say(cast.lead, '/wg 開会')).split('\n')[0]).toContain('第2回会議(M2)を開会しました');
});

test('what was planned is counted, with why it was not needed: of each body, and in all', async () => {
  for (const day of ['6/18', '6/19', '6/23', '6/24']) await here.say(cast.lead, `/wg 日程 ${day} 10:00-12:00`);
  // What the reason seems to say is taken, and shown; what was said in its place stands.
  expect(
    (await here.say(cast.lead, '/wg 中止 M3 持ち回り審議は次回とするため')).split('\n#')[0],
  ).toMatchInlineSnapshot(`
    "(本人のみ) 会議M3は、会議の回数では『持ち回り審議』として数えます。異なる場合は、区分をお選びください。
      [合同開催] [審議事項なし] [その他の中止]"
  `);
  await here.press(cast.lead, 'その他の中止');
  expect(await here.press(cast.lead, '持ち回り審議')).toMatchInlineSnapshot(`
    "(本人のみ) 会議M3は、会議の回数では『持ち回り審議』として数えます。異なる場合は、区分をお選びください。
      [合同開催] [審議事項なし] [その他の中止]"
  `);
  await here.say(cast.lead, '/wg 中止 M4 審議事項がないため');
  await here.say(cast.lead, '/wg 中止 M5 その他 持ち回り審議の会場が使えないため');
  await here.say(cast.secretariat, '/wg 日程 国民健康保険WG 6/25 10:00-12:00');
  await here.say(cast.lead, '/wg 合同 M7 介護保険WG');
  const counted = async (words: string) =>
    (await here.say(cast.secretariat, words)).split('\n').filter((one) => one.includes('会議(令和8年度)'));
  expect(await counted('/wg 表示 介護保険')).toMatchInlineSnapshot(`
    [
      "  *会議(令和8年度)* 計画7回、開催2回、削減3回(持ち回り審議1回、合同開催1回、審議事項なし1回)、予定1回、その他の中止1回",
    ]
  `);
  expect(await counted('/wg 表示 国民健康保険')).toMatchInlineSnapshot(`
    [
      "  *会議(令和8年度)* 計画1回、開催0回、削減0回、予定1回",
    ]
  `);
  expect(await counted('/council 進捗')).toMatchInlineSnapshot(`
    [
      "  *会議(令和8年度)* 計画8回、開催2回、削減3回(持ち回り審議1回、合同開催1回、審議事項なし1回)、予定2回、その他の中止1回",
    ]
  `);
  // Taken back, it is planned again; one that was called by mistake never was.
  await here.say(cast.lead, '/wg undo M4');
  await here.say(cast.lead, '/wg 日程 6/29 10:00-12:00');
  await here.say(cast.lead, '/wg undo M8');
  expect(await counted('/wg 表示 介護保険')).toMatchInlineSnapshot(`
    [
      "  *会議(令和8年度)* 計画7回、開催2回、削減2回(持ち回り審議1回、合同開催1回)、予定2回、その他の中止1回",
    ]
  `);
});
