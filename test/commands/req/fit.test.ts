/** `/req fit` and `/req search`: the numbers of the council's document, and what is found by words. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office();
});
afterAll(() => here.close());

test('the whole council: 11 of 9,207 in the proposal round, 479 in the RFI round, 125 conveniences', async () => {
  const told = await here.say(cast.member, '/req 適合', LOBBY);
  expect(told).toContain('△× 11(0.119%)。分母:9,207(要件×ベンダ)');
  expect(told).toContain('△× 479(5.203%)。分母:9,207(要件×ベンダ)');
  expect(told).toContain('便利機能等 125件');
});

test('the prefecture reads the rates, no vendor’s', async () => {
  const told = await here.say(cast.adviser, '/req 適合 提案', LOBBY);
  expect(told).toContain('△× 11(0.119%)');
  expect(told).not.toContain('B社');
});

test('words are found whatever the width and kana, and the vendor’s alternative by members alone', async () => {
  expect((await here.say(cast.member, '/req 検索 ﾀﾝﾏﾂ かいしゅう', LOBBY)).split('\n')[0]).toContain('すべて');
  expect(await here.say(cast.member, '/req 検索 一括登録に代える', LOBBY)).toContain('1234');
  expect(await here.say(cast.adviser, '/req 検索 一括登録に代える', LOBBY)).not.toContain('1234');
  expect(await here.say(cast.member, '/req 検索 税', LOBBY)).toContain('短すぎて');
});
