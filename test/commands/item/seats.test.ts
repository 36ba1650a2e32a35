/** Items are owed by seats: a successor inherits them at midnight, and what nobody holds is with the secretariat. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-09-30T17:00:00+09:00');
});
afterAll(() => here.close());

test('佐川’s item is 砂川’s from midnight on, and the channel’s message follows', async () => {
  expect(await here.say(cast.lead, '/item 追加 @常陸大宮市 10/2 帳票の確認')).toMatchInlineSnapshot(`
    "#wg-介護保険 課題K1「帳票の確認」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 10月2日(金)。
      [完了にする] [後で] [担当変更] [期限変更]"
  `);

  here.at('2026-09-30T23:59:59+09:00');
  expect(await here.say(cast.successor, '/item 完了 K1')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、課題の担当・起票者、介護保険WGの座長、または事務局(那珂市)が行えます。"`,
  );

  here.at('2026-10-01T00:00:00+09:00');
  expect(await here.say(cast.member, '/item 完了 K1')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、課題の担当・起票者、介護保険WGの座長、または事務局(那珂市)が行えます。"`,
  );
  expect((await here.say(cast.successor, '/item 一覧 自分')).split('\n')).toMatchInlineSnapshot(`
    [
      "(本人のみ) 課題一覧(全会議体、自分の担当):1件",
      "  • K1 帳票の確認 — 常陸大宮市 介護保険WG 砂川 巧、期限 10月2日(金)",
      "  全1件中 1〜1件目",
    ]
  `);
  expect(await here.say(cast.successor, '/item 完了 K1')).toMatchInlineSnapshot(`
    "(本人のみ) 課題K1「帳票の確認」は完了しました(砂川 巧)。
      [取り消す]
    #wg-介護保険 (書換え) 課題K1「帳票の確認」は完了しました(砂川 巧)。"
  `);
});

test('who sat there before is no longer one of the WG', async () => {
  expect(await here.say(cast.member, '/item 追加 10/9 様式の確認')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの委員、または事務局(那珂市)が行えます。"`,
  );
  expect(await here.say(cast.member, '/req 一覧')).toContain('本日の名簿では');
});

test('an item for a vacant seat is accepted, and said to be vacant', async () => {
  const said = await here.say(cast.secretariat, '/item 追加 @五霞町 10/9 機器の台数の報告', 'wg-自動交付機');
  expect(said).toMatchInlineSnapshot(`
    "#wg-自動交付機 課題K2「機器の台数の報告」を登録しました。担当:五霞町 自動交付機WG(未定)、期限 10月9日(金)。
      [完了にする] [後で] [担当変更] [期限変更]"
  `);
});

test('the secretariat’s own item in a WG it does not sit in is in the secretariat’s keeping', async () => {
  expect(await here.say(cast.secretariat, '/item 追加 10/9 会場の予約', 'wg-自動交付機')).toMatchInlineSnapshot(`
    "#wg-自動交付機 課題K3「会場の予約」を登録しました。担当:事務局預かり、期限 10月9日(金)。
      [完了にする] [後で] [担当変更] [期限変更]"
  `);
});
