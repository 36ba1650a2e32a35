/** Items are owed by seats: a successor inherits them at midnight, and what nobody holds is with the secretariat. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-09-30T17:00:00+09:00');
});
afterAll(() => here.close());

test('佐川’s item is 砂川’s from midnight on, and the channel’s message follows', async () => {
  expect(await here.say(cast.lead, '/item 追加 @常陸大宮市 10/2 帳票の確認')).toMatchInlineSnapshot();

  here.at('2026-09-30T23:59:59+09:00');
  expect(await here.say(cast.successor, '/item 完了 K1')).toMatchInlineSnapshot();

  here.at('2026-10-01T00:00:00+09:00');
  expect(await here.say(cast.member, '/item 完了 K1')).toMatchInlineSnapshot();
  expect((await here.say(cast.successor, '/item 一覧 自分')).split('\n')).toMatchInlineSnapshot();
  expect(await here.say(cast.successor, '/item 完了 K1')).toMatchInlineSnapshot();
});

test('who sat there before is no longer one of the WG', async () => {
  expect(await here.say(cast.member, '/item 追加 10/9 様式の確認')).toMatchInlineSnapshot();
  expect(await here.say(cast.member, '/req 一覧')).toContain('本日の名簿では');
});

test('an item for a vacant seat is accepted, and said to be vacant', async () => {
  const said = await here.say(cast.secretariat, '/item 追加 @五霞町 10/9 機器の台数の報告', 'wg-自動交付機');
  expect(said).toMatchInlineSnapshot();
});

test('the secretariat’s own item in a WG it does not sit in is in the secretariat’s keeping', async () => {
  expect(await here.say(cast.secretariat, '/item 追加 10/9 会場の予約', 'wg-自動交付機')).toMatchInlineSnapshot();
});
