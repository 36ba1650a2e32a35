/** The same act delivered, typed or clicked twice has one effect; an act that came in between makes it a new one. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../support/office.ts';

let here: Office;
beforeEach(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterEach(() => here.close());

const decisions = () => here.store.client.decision.count();
const meetings = () => here.store.client.meeting.count();

describe('the same delivery', () => {
  test('has one effect, whenever it comes again', async () => {
    const first = await here.say(cast.member, '/item 追加 6/12 件数の報告');
    expect(first).toContain('課題K1');
    here.at('2026-06-02T10:00:00+09:00');
    expect(await here.deliverAgain()).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
    );
    expect(await here.store.client.item.count()).toBe(1);
  });

  test('of a refusal tells the same again', async () => {
    const refused = await here.say(cast.member, '/req 決定 1234 標準');
    expect(await here.deliverAgain()).toBe(refused);
  });
});

describe('the same words within a minute', () => {
  test('are the second press of Enter: no second decision, no second message', async () => {
    await here.say(cast.lead, '/req 決定 1234 標準');
    here.at('2026-06-01T10:00:59+09:00');
    expect(await here.say(cast.lead, '/req 決定 1234 標準')).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
    );
    expect(await decisions()).toBe(1);
    expect(here.workspace.state.messages).toHaveLength(1);
  });

  test('after a minute they are a new act, which the domain answers', async () => {
    await here.say(cast.lead, '/req 決定 1234 標準');
    here.at('2026-06-01T10:01:01+09:00');
    expect(await here.say(cast.lead, '/req 決定 1234 標準')).toContain('決定済みです');
  });

  test('with an act of one’s own in between they are a new act', async () => {
    await here.say(cast.lead, '/req 決定 1234 標準');
    await here.say(cast.lead, '/req 取消');
    expect(await here.say(cast.lead, '/req 決定 1234 標準')).toContain('令和8年度決定第2号');
    await here.say(cast.lead, '/req 取消');
    expect(await decisions()).toBe(2);
    expect(await here.say(cast.lead, '/req 表示 1234')).toContain('要件1234(未決)');
  });

  test('with another’s act on the same in between they are a new act', async () => {
    await here.say(cast.lead, '/wg 日程 6/12 14:00');
    await here.say(cast.secretariat, '/wg 取消 M1');
    expect(await here.say(cast.lead, '/wg 日程 6/12 14:00')).toContain('会議(M2)');
  });

  test('with an act on something else by another in between they are still the same', async () => {
    await here.say(cast.lead, '/wg 日程 6/12 14:00');
    await here.say(cast.secretariat, '/req 決定 1234 標準');
    await here.say(cast.lead, '/wg 日程 6/12 14:00');
    expect(await meetings()).toBe(1);
  });

  test('by someone else, or in another channel, are another act', async () => {
    await here.say(cast.member, '/item 追加 6/12 件数の報告');
    await here.say(cast.lead, '/item 追加 6/12 件数の報告');
    expect(await here.store.client.item.count()).toBe(2);
  });
});

describe('at the same moment', () => {
  test('two people decide the same: one does, the other is told who did', async () => {
    const heard = await here.sayTogether([cast.lead, '/req 決定 1234 標準'], [cast.secretariat, '/req 決定 1234 標準']);
    expect(await decisions()).toBe(1);
    expect(heard.match(/要件1234は、令和8年6月1日\(月\)に『パッケージ標準どおり』として決定済みです/gu)).toHaveLength(
      1,
    );
  });

  test('two people call a meeting at the same hour: one does, the other is told of it', async () => {
    const heard = await here.sayTogether(
      [cast.lead, '/wg 日程 6/12 14:00'],
      [cast.secretariat, '/wg 日程 6/12 14:00 本庁舎'],
    );
    expect(await meetings()).toBe(1);
    expect(heard).toContain('には、同じ時間帯に会議M1');
  });

  test('one person presses twice: one effect', async () => {
    await here.sayTogether([cast.lead, '/req 決定 1234 標準'], [cast.lead, '/req 決定 1234 標準']);
    expect(await decisions()).toBe(1);
    expect(here.workspace.state.messages).toHaveLength(1);
  });

  test('many decisions at once get numbers without a gap and without a double', async () => {
    const lines = Array.from({ length: 6 }, (_, i) => [cast.lead, `/req 決定 ${1240 + i} 標準`] as const);
    const others = Array.from({ length: 6 }, (_, i) => [cast.secretariat, `/req 決定 ${1250 + i} 標準`] as const);
    await here.sayTogether(...lines, ...others);
    const serials = await here.store.client.decision.findMany({ select: { serial: true }, orderBy: { serial: 'asc' } });
    expect(serials.map((one) => one.serial)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });
});
