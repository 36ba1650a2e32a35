/** `/council digest`: each one's hour, weekdays and leave, and what the daily digest makes of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-05T15:00:00+09:00');
  await here.say(cast.lead, '/item 追加 @常陸大宮市 6/8 件数の報告');
});
afterAll(() => here.close());

test('one’s settings are shown, and changed by hour and weekdays', async () => {
  expect(await here.say(cast.member, '/council お知らせ')).toMatchInlineSnapshot();
  expect(await here.say(cast.member, '/council お知らせ １０時 月水金')).toMatchInlineSnapshot();
  expect(await here.say(cast.member, '/council お知らせ 6時')).toMatchInlineSnapshot();
});

test('the digest comes at that hour and on those days', async () => {
  expect(Object.keys(await here.run('digest', '2026-06-08T09:00:00+09:00'))).not.toContain('佐川 礼子');
  expect(Object.keys(await here.run('digest', '2026-06-08T10:00:00+09:00'))).toEqual(['佐川 礼子']);
  expect(await here.run('digest', '2026-06-09T10:00:00+09:00')).toEqual({});
  expect(await here.run('digest', '2026-06-08T11:00:00+09:00')).toEqual({});
});

test('on leave, the deputy is told instead', async () => {
  const { mention } = here.account('goka-utsumi');
  expect(await here.say(cast.member, `/council まとめ 休暇 6/10-6/12 代理 ${mention}`)).toMatchInlineSnapshot();
  expect(await here.say(cast.member, '/council まとめ 休暇 6/12-6/10')).toMatchInlineSnapshot();
  expect(await here.run('digest', '2026-06-10T10:00:00+09:00')).toEqual({});
  const told = await here.run('digest', '2026-06-10T09:00:00+09:00');
  expect(told['内海 真由美']).toMatchInlineSnapshot();
});
