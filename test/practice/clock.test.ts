/** The clock of the practice room, which a learner moves on by hand. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00', undefined, undefined, true);
  await here.tick('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

test('days that it passes over were no outage: the digest tells what became due, and of nothing that stood still', async () => {
  await here.say(cast.lead, '/item 追加 @那珂市 6/8 帳票レイアウトの確認');
  const told = (await here.tick('2026-06-09T09:00:00+09:00'))['和田 幸子'];
  expect(told).toContain('6月9日(火)のお知らせです');
  expect(told).toContain('帳票レイアウトの確認');
  expect(told).not.toContain('停止');
});

test('a year is passed over within a few seconds', async () => {
  const began = performance.now();
  const told = Object.values(await here.tick('2027-06-09T09:00:00+09:00')).join();
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(told).toContain('6月9日(水)のお知らせです');
  expect(told).not.toContain('停止');
});
