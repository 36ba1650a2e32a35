/** The same act delivered, typed or clicked twice has one effect; an act that came in between makes it a new one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../support/office.ts';

let here: Office;
/** A requirement, a day and a title that no other scene uses. */
let scene = 0;
beforeAll(async () => {
  here = await office();
});
beforeEach(() => {
  scene += 1;
  here.at('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

const number = () => 1230 + scene;
const decide = () => `/req 決定 ${number()} 標準`;
const add = () => `/item 追加 6/12 件数の報告(${scene})`;
const meet = () => `/wg 日程 9/${scene} 14:00`;

const decisions = () => here.store.client.decisionLine.count({ where: { number: number() } });
const items = () => here.store.client.item.count({ where: { title: `件数の報告(${scene})` } });
const meetings = () =>
  here.store.client.meeting.count({ where: { day: `2026-09-${String(scene).padStart(2, '0')}`, state: 'scheduled' } });
const messages = () => here.workspace.state.messages.length;

describe('the same delivery', () => {
  test('has one effect, whenever it comes again', async () => {
    expect(await here.say(cast.member, add())).toContain('件数の報告');
    here.at('2026-06-02T10:00:00+09:00');
    expect(await here.deliverAgain()).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
    );
    expect(await items()).toBe(1);
  });

  test('of a refusal tells the same again', async () => {
    const refused = await here.say(cast.member, decide());
    expect(await here.deliverAgain()).toBe(refused);
  });
});

describe('the same words within a minute', () => {
  test('are the second press of Enter: no second decision, no second message', async () => {
    await here.say(cast.lead, decide());
    const before = messages();
    here.at('2026-06-01T10:00:59+09:00');
    expect(await here.say(cast.lead, decide())).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
    );
    expect([await decisions(), messages() - before]).toEqual([1, 0]);
  });

  test('are the second click on a button: one effect, and not the same reply once more', async () => {
    await here.say(cast.lead, add());
    const numbers = await here.store.client.item.findMany({ where: { title: `件数の報告(${scene})` } });
    const done = `/item 完了 K${numbers[0]?.number}`;
    expect(await here.say(cast.lead, done)).toContain('完了しました');
    expect(await here.say(cast.lead, done)).toBe(
      '(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。',
    );
  });

  test('after a minute they are a new act, which the domain answers', async () => {
    await here.say(cast.lead, decide());
    here.at('2026-06-01T10:01:01+09:00');
    expect(await here.say(cast.lead, decide())).toContain('決定済みです');
  });

  test('with an act of one’s own in between they are a new act', async () => {
    await here.say(cast.lead, decide());
    await here.say(cast.lead, '/req 取消');
    expect(await here.say(cast.lead, decide())).toContain('として仮記録しました');
    await here.say(cast.lead, '/req 取消');
    expect(await decisions()).toBe(2);
    expect(await here.say(cast.lead, `/req 表示 ${number()}`)).toContain('(未決)');
  });

  test('with another’s act on the same in between they are a new act', async () => {
    const [name] = /M\d+/u.exec(await here.say(cast.lead, meet())) ?? [];
    await here.say(cast.secretariat, `/wg 取消 ${name}`);
    expect(await here.say(cast.lead, meet())).toContain('開催します');
    expect(await meetings()).toBe(1);
  });

  test('with an act on something else by another in between they are still the same', async () => {
    await here.say(cast.member, add());
    await here.say(cast.secretariat, decide());
    await here.say(cast.member, add());
    expect(await items()).toBe(1);
  });

  test('by someone else they are another act', async () => {
    await here.say(cast.member, add());
    await here.say(cast.lead, add());
    expect(await items()).toBe(2);
  });

  test('the second press, delivered once more after a minute, is still no new act', async () => {
    await here.say(cast.member, add());
    here.at('2026-06-01T10:00:30+09:00');
    await here.say(cast.member, add());
    here.at('2026-06-01T10:05:30+09:00');
    expect(await here.deliverAgain()).toContain('同じ内容を先ほど受け付けています');
    expect(await items()).toBe(1);
  });

  test('presses every half a minute do not stretch the minute', async () => {
    for (const time of ['10:00:00', '10:00:40', '10:01:20']) {
      here.at(`2026-06-01T${time}+09:00`);
      await here.say(cast.member, add());
    }
    expect(await items()).toBe(2);
  });
});

describe('at the same moment', () => {
  test('two people decide the same: one does, the other is told who did', async () => {
    const heard = await here.sayTogether([cast.lead, decide()], [cast.secretariat, decide()]);
    expect(await decisions()).toBe(1);
    expect(heard.match(/は、令和8年6月1日\(月\)に『パッケージ標準どおり』として決定済みです/gu)).toHaveLength(1);
  });

  test('two people call a meeting at the same hour: one does, the other is told of it', async () => {
    const heard = await here.sayTogether([cast.lead, meet()], [cast.secretariat, `${meet()} 本庁舎`]);
    expect(await meetings()).toBe(1);
    expect(heard).toContain('には、同じ時間帯に会議');
  });

  test('one person presses twice: one effect', async () => {
    const before = messages();
    await here.sayTogether([cast.lead, decide()], [cast.lead, decide()]);
    expect([await decisions(), messages() - before]).toEqual([1, 1]);
  });

  test('many decisions at once get numbers without a gap and without a double', async () => {
    const lines = Array.from({ length: 6 }, (_, i) => [cast.lead, `/req 決定 ${1300 + i} 標準`] as const);
    const others = Array.from({ length: 6 }, (_, i) => [cast.secretariat, `/req 決定 ${1310 + i} 標準`] as const);
    await here.sayTogether(...lines, ...others);
    const all = await here.store.client.decision.findMany({ select: { serial: true }, orderBy: { serial: 'asc' } });
    expect(all.map((one) => one.serial)).toEqual(all.map((_, i) => i + 1));
    expect(all.length).toBeGreaterThan(12);
  });
});
