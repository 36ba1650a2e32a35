/** The switch of the year: rights change at midnight of April 1, and it is told at 9:00 of the first business day. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2028-03-30T10:00:00+09:00');
  await here.say(cast.secretariat2027, '/item 追加 @常陸大宮市 4/28 帳票の確認');
  await here.say(cast.secretariat2027, '/item 追加 @五霞町 5/31 機器の台数の報告', 'wg-自動交付機');
  await here.say(cast.secretariat2027, '/item 追加 4/28 会場の予約');
});
afterAll(() => here.close());

test('until the last second of March the secretariat is かすみがうら市’s', async () => {
  here.at('2028-03-31T23:59:59+09:00');
  expect(await here.say(cast.secretariat2028, '/req 決定 1234 標準')).toMatchInlineSnapshot();
  expect(await here.say(cast.secretariat2027, '/req 決定 1234 標準')).toContain(
    'かすみがうら市 小松崎 瞳(事務局による代行)',
  );
});

test('from midnight on it is 常陸大宮市’s, a Saturday or not', async () => {
  here.at('2028-04-01T00:00:00+09:00');
  expect(await here.say(cast.secretariat2027, '/req 決定 1235 標準')).toMatchInlineSnapshot();
  expect(await here.say(cast.secretariat2028, '/req 決定 1235 標準')).toMatchInlineSnapshot();
});

test('nothing is told on the weekend, nor before 9:00 of Monday', async () => {
  for (const at of ['2028-04-01T09:00', '2028-04-02T09:00', '2028-04-03T08:59'])
    expect(await here.run('handover', `${at}:00+09:00`)).toEqual({});
});

test('on Monday at 9:00 the council’s channel, the old chair and the new hear it', async () => {
  const told = await here.run('handover', '2028-04-03T09:00:00+09:00');
  expect(told['#協議会']).toMatchInlineSnapshot();
  expect(Object.keys(told)).toMatchInlineSnapshot();
  expect(new Set(Object.values(told)).size).toBe(1);
});

test('once', async () => {
  expect(await here.run('handover', '2028-04-03T09:00:00+09:00')).toEqual({});
  expect(await here.run('handover', '2028-04-04T09:00:00+09:00')).toEqual({});
});

test('in a year whose April 1 is a business day it is told on that day', async () => {
  expect(Object.keys(await here.run('handover', '2031-04-01T09:00:00+09:00'))).toMatchInlineSnapshot();
});
