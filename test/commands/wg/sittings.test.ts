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
    "(本人のみ) 第1回会議(M1)を開会しました。各市町の出欠を、会議のお知らせのボタン、または「/wg 出席」でご記録ください。
    #wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開会しています。
      第1回会議(M1) 開会中(14:00から)
      出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認
      定足数に達していません(出席0団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
      議題は追ってお知らせします。
      [出席] [代理] [遅刻] [欠席] [閉会する]
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
      [出席] [代理] [遅刻] [欠席] [閉会する]
      [開催通知を作成]"
  `);
  expect(await here.say(cast.english, '/wg late')).toMatchInlineSnapshot(`
    "(本人のみ) There is no “late” here. These can be used:
      • /wg schedule [body] &lt;when&gt; [apart] [due day] [place] [link] [agenda] — Call a meeting, a joint one, a series, or a date poll
      • /wg move &lt;meeting&gt; [when] [place] [link] [reason] — Move a meeting
      • /wg cancel [rest] &lt;meeting&gt; &lt;reason&gt; — Cancel a meeting
      • /wg join &lt;meeting&gt; &lt;body&gt; [agenda] — Meet together with another body
      • /wg notice &lt;meeting&gt; [due day] — Make the formal notice (Word)
      • /wg paper &lt;meeting&gt; &lt;paper&gt; [audience] &lt;title and link&gt; — Register or replace a paper (links only)
      • /wg calendar [end] [scope] [body] — Get or end a calendar subscription
      • /wg proceed &lt;plan&gt; — Carry out what was shown
      • /wg answer &lt;poll&gt; [municipalities] [how it was told] &lt;marks ○△×&gt; — Answer a date poll
      • /wg decide &lt;poll&gt; [candidate] — Decide the date of a poll
      • /wg candidates &lt;poll&gt; &lt;add, remove or move&gt; [candidate] [when] — Add, remove or move a candidate of a poll
      • /wg nudge &lt;poll&gt; — Ask those who have not answered a poll
      • /wg withdraw &lt;poll&gt; — Withdraw a date poll
      • /wg agenda [meeting] [link] [agenda] — Show or change a meeting's agenda: add, order, time, covered, later, out
      • /wg open [meeting] — Open a meeting
      • /wg attend [meeting] [municipalities] [present, deputy, late or absent] — Note who is at the meeting
      • /wg close [meeting] — Close a meeting
      • /wg show [meeting] [body] — Show a body's members, systems and meetings, or a meeting
      • /wg list — List bodies and channels
      • /wg map &lt;body&gt; [#channel] [audience] — Map a channel to a body
      • /wg unmap [#channel] — Unmap a channel
      • /wg undo [meeting] [paper] — Take back a call, a change or a paper (within 10 minutes)
      Words may be Japanese or English, full-width or not. &lt;&gt; is required, [] may be left out."
  `);
  expect(await here.say(cast.english, '/wg attend late')).toMatchInlineSnapshot(`
    "#wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開会しています。
      第1回会議(M1) 開会中(14:00から)
      出欠:常陸大宮市 出席、那珂市 未確認、かすみがうら市 遅刻、五霞町 未確認
      定足数に達していません(出席2団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
      議題は追ってお知らせします。
      [出席] [代理] [遅刻] [欠席] [閉会する]
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
      [出席] [代理] [遅刻] [欠席] [閉会する]
      [開催通知を作成]"
  `);
  expect(await here.say(cast.lead, '/wg attend 水戸市 出席')).toMatchInlineSnapshot(
    `"(本人のみ) 「水戸市」という構成団体は見つかりませんでした。"`,
  );
  expect(await here.say(cast.lead, '/wg 出欠')).toMatchInlineSnapshot(`
    "(本人のみ) 出席・代理・遅刻・欠席のどれでしょうか。
      [出席] [代理] [遅刻] [欠席]"
  `);
  expect(await here.say(cast.adviser, '/wg 出席')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
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
  expect(await here.press(cast.lead, '閉会する')).toMatchInlineSnapshot(`
    "(本人のみ) 第1回会議(M1)を閉会しました。本日中に記録する決定は、この会議によるものとして扱います。
      [再開する]
    #wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開催しました。
      開会 14:00、閉会 14:00
      出欠:常陸大宮市 出席、那珂市 未確認、かすみがうら市 遅刻、五霞町 代理
      定足数を満たしています(出席3団体、必要3団体、要綱第11条(仮))。
      議題は追ってお知らせします。
      [開催通知を作成]"
  `);
  expect(await here.say(cast.lead, '/wg close M1')).toMatchInlineSnapshot(`
    "(本人のみ) 第1回会議(M1)を閉会しました。本日中に記録する決定は、この会議によるものとして扱います。
      [再開する]"
  `);
  expect(await here.say(cast.member, '/wg attend M1 欠席')).toMatchInlineSnapshot(
    `"(本人のみ) 会議M1は開会していません。「/wg 開会 M1」で開会できます。"`,
  );
  await here.say(cast.lead, '/wg close M1');
  here.at('2026-06-12T15:50:00+09:00');
  expect((await here.say(cast.lead, '/wg open M1')).split('\n')[0]).toContain('第1回会議(M1)を開会しました');
  await here.say(cast.lead, '/wg 閉会');
  await here.say(cast.lead, '/wg 日程 6/16 10:00 オンライン');
  here.at('2026-06-16T10:00:00+09:00');
  expect((await here.say(cast.lead, '/wg 開会')).split('\n')[0]).toContain('第2回会議(M2)を開会しました');
});
