/**
 * The switch of the year over forty days, as the clock and the outbox do it: of some hundred seats forty change hands,
 * three stay vacant, one account is reused by another person, one municipality declines its turn, and the bot is down over the
 * day of a notice.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf, type Tenure } from '../../src/domain/council.ts';
import { addDays, type Day, day, instant, instantAt } from '../../src/domain/day.ts';
import { groups } from '../../src/domain/groups.ts';
import { turnOf } from '../../src/domain/item.ts';
import type { RosterLine } from '../../src/domain/roster.ts';
import { DIRECT, type Office, office } from '../support/office.ts';
import { TEAM } from '../support/officeCouncil.ts';
import { shown } from '../support/shown.ts';

const START = '2028-03-01T10:00:00+09:00';
const SWITCH = day('2028-04-01');
const OPENING = instantAt(day('2028-04-03'), 9 * 60);
/** 五霞町 publishes nothing: its names are known when the year has come. */
const PUBLISHED: Readonly<Record<string, Day>> = {
  '082261': day('2028-03-22'),
  '082252': day('2028-03-24'),
  '082309': day('2028-03-30'),
};
/** When the bot is up and there may be something to tell; from March 6 to 20 it is down. */
const UP = [
  ...['2028-03-02', '2028-03-03', '2028-03-21', '2028-03-22', '2028-03-24', '2028-03-30', '2028-03-31'],
  ...['2028-04-01', '2028-04-03', '2028-04-04', '2028-04-10'],
].map(day);

interface Newcomer {
  readonly name: string;
  readonly person: number;
  readonly account: string;
  readonly after: Tenure;
}

let here: Office;
let newcomers: Newcomer[];
let vacant: Tenure[];
let before: Map<Day, string>;
/** Everything that was posted in those days. */
let sent: { readonly at: number; readonly text: string; readonly to: string }[];

const council = () => here.store.council(here.council.council.slug);
const roster = async (on: Day): Promise<string> => JSON.stringify(await council().tenuresOn(on));

beforeAll(async () => {
  here = await office(START);
  const all = await council().tenuresOn(day('2028-03-01'));
  for (const { slug, slack } of here.council.people) {
    const person = await council().personOf(TEAM, slack[0]?.user ?? '', day('2028-03-01'));
    if (person !== undefined) slugs.set(person, slug);
  }
  const chart = await council().chart();
  const seats = [...groups(all, (one) => one.municipality).values()].flatMap((mine) =>
    mine
      .filter(
        ({ seat, deputy }) => seat.role === 'member' && !deputy && bodyOf(chart, seat.body)?.kind === 'workingGroup',
      )
      .slice(2, 13),
  );
  const going = seats.filter((_, i) => i % 11 !== 10);
  vacant = seats.filter((_, i) => i % 11 === 10).slice(0, 3);
  expect([going.length, vacant.length]).toEqual([40, 3]);
  before = new Map();
  for (const on of ['2028-03-01', '2028-03-15', '2028-03-31'].map(day)) before.set(on, await roster(on));

  newcomers = await here.store.act(here.council.council.slug, async (acting) => {
    const by = { person: all[0]?.person ?? 0, seat: 's' };
    await acting.rotations.decide({
      ...{ what: { kind: 'decline', turn: { code: '082252', round: 3 }, keeps: true }, on: day('2028-03-01') },
      ...{ basis: '承認1', at: here.now(), by },
    });
    const found: Newcomer[] = [];
    for (const [i, after] of going.entries()) {
      const name = `新任 第${i + 1}号`;
      const person = await acting.seats.register({ name, kana: undefined, email: undefined });
      found.push({ name, person, account: `U0NEW${i}`, after });
    }
    return found;
  });
  // The last one is given the account of whom they follow; all others have one of their own already.
  const [last] = newcomers.slice(-1);
  const reused = here.council.people.find((one) => one.slug === slugOf(last?.after.person ?? 0))?.slack[0]?.user ?? '';
  newcomers = newcomers.map((one) => (one === last ? { ...one, account: reused } : one));
  await here.store.act(here.council.council.slug, async (acting) => {
    for (const { person, account, name, after } of newcomers) {
      if (account !== reused) here.workspace.addUser({ id: account, teamId: TEAM, name, realName: name });
      const from = account === reused ? SWITCH : day('2028-03-01');
      await acting.seats.giveAccount(person, { team: TEAM, user: account, from });
      const raised = { at: here.now(), by: after.person, seat: after.seat.id };
      await acting.items.add({
        body: after.seat.body,
        title: '引継ぎ前の課題',
        due: day('2028-04-28'),
        owner: after.seat.id,
        raised,
      });
    }
    for (const { seat, person } of vacant) {
      const raised = { at: here.now(), by: person, seat: seat.id };
      await acting.items.add({ body: seat.body, title: '空席の課題', due: day('2028-04-28'), owner: seat.id, raised });
    }
    // Recorded in one go, hidden until each municipality publishes.
    const lines = [
      ...newcomers.flatMap(({ after, person }) => [ended(after), begun(after, person)]),
      ...vacant.map(ended),
    ];
    const by = { person: all[0]?.person ?? 0, seat: 's' };
    await acting.seats.change({ kind: 'import', at: here.now(), by, code: undefined, lines, sections: [] });
    for (const [code, on] of Object.entries(PUBLISHED))
      await acting.rosters.publish({ code, year: 2028, on }, { at: here.now(), ...by });
  });
  await livedThrough();
}, 240_000);
afterAll(() => here.close());

/** The people of the council's file, by their numbers. */
const slugs = new Map<number, string>();
const slugOf = (person: number): string | undefined => slugs.get(person);

const ended = ({ seat, person, from, until, deputy, municipality: code }: Tenure): RosterLine => ({
  ...{ seat: seat.id, person, from, before: { until, deputy, code } },
  after: { until: addDays(SWITCH, -1), deputy, code },
});
const begun = ({ seat, municipality: code }: Tenure, person: number): RosterLine => ({
  ...{ seat: seat.id, person, from: SWITCH, before: undefined },
  after: { until: undefined, deputy: false, code },
});

/** What was asked at midnight, and what was heard. */
const midnight: Record<string, string> = {};

async function livedThrough(): Promise<void> {
  for (const on of UP) {
    if (on === SWITCH) await atMidnight();
    else await here.tick(`${on}T09:00:00+09:00`);
  }
  sent = here.workspace.state.messages.map((one) => ({
    at: instant(Math.round(Number(one.ts) * 1000)),
    text: shown(one, here.workspace),
    to: one.channel,
  }));
}

async function atMidnight(): Promise<void> {
  const [first] = newcomers;
  const old = here.council.people.find((one) => one.slug === slugOf(first?.after.person ?? 0))?.slug ?? '';
  const channel = here.council.channels.find((one) => one.body === first?.after.seat.body)?.name ?? '';
  here.at('2028-03-31T23:59:59+09:00');
  midnight.newcomerBefore = await here.say(first?.name ?? '', '/item 追加 早すぎる課題', channel);
  await here.tick('2028-04-01T00:00:00+09:00');
  midnight.predecessorAfter = await here.say(old, '/item 追加 遅すぎる課題', channel);
  midnight.newcomerAfter = await here.say(first?.name ?? '', '/item 追加 週末の課題', channel);
  for (const at of ['2028-04-01T09:00', '2028-04-02T09:00', '2028-04-03T08:59']) await here.tick(`${at}:00+09:00`);
}

test('nothing is seen from midnight of April 1 until 9:00 of Monday, April 3, though somebody acts meanwhile', () => {
  const hidden = sent.filter(({ at }) => at >= instantAt(SWITCH) && at < OPENING);
  expect(hidden).toEqual([]);
  expect(sent.some(({ at, text }) => at >= OPENING && text.includes('週末の課題'))).toBe(true);
});

test('yesterday’s rights are gone at 00:00, and today’s are there', () => {
  expect(midnight.newcomerBefore).toContain('委員、または事務局(かすみがうら市)が行えます');
  expect(midnight.predecessorAfter).toContain('委員、または事務局(五霞町)が行えます');
  expect(midnight.newcomerAfter).toMatchInlineSnapshot(
    `"(本人のみ) 記録しました。年度切替え後の最初の開庁日を待って、4月3日(月) 09:00に関係者へお知らせします。"`,
  );
});

test('no name is told before its municipality published it', () => {
  for (const { name, after } of newcomers) {
    const published = PUBLISHED[after.municipality] ?? SWITCH;
    const early = sent.filter(({ at, text }) => at < instantAt(published) && text.includes(name));
    expect({ name, early }).toEqual({ name, early: [] });
  }
});

test('each newcomer is greeted once, with one pack', () => {
  const files = [...here.workspace.state.files.values()].filter((one) => one.name.startsWith('引継書'));
  expect(files).toHaveLength(newcomers.length);
  for (const { account, name } of newcomers) {
    const direct = [...here.workspace.state.channels.values()].find(
      (one) => one.kind === 'im' && one.members.has(account),
    );
    const mine = sent.filter(({ to, at }) => to === direct?.id && at >= OPENING);
    expect({
      name,
      greeted: mine.filter(({ text }) => text.includes('どうぞよろしくお願いいたします')).length,
    }).toEqual({ name, greeted: 1 });
    expect(files.filter((one) => one.shares.some(({ channel }) => channel === direct?.id))).toHaveLength(1);
  }
});

test('every seat is told alike 30 and 14 days before, once each, though the bot was down on the day', async () => {
  const told = sent.filter(({ text }) => /会長市町は.*異動の有無にかかわらず|the chair is to pass/su.test(text));
  const days = [...new Set(told.map(({ at }) => new Date(at + 9 * 3_600_000).toISOString().slice(0, 10)))];
  expect(days).toEqual(['2028-03-02', '2028-03-21']);
  const seated = new Set((await council().tenuresOn(day('2028-03-15'))).map((one) => one.person));
  const people = here.council.people.filter(
    ({ slug, slack }) =>
      slack.some((one) => one.until === undefined) && [...seated].some((person) => slugOf(person) === slug),
  );
  // Twice to each of them, and twice to the council's channel.
  expect(told).toHaveLength(2 * people.length + 2);
  expect(told[0]?.text).toMatchInlineSnapshot(`
    "令和10年4月1日(土)から、会長市町はかすみがうら市から五霞町に交代する予定です。異動の有無にかかわらず、3月24日(金)までに担当分の引継書をご確認ください。
      [引継書を表示] [引継確認を表示]"
  `);
});

test('the named hear it a week and a day before, as far as their municipality has published', () => {
  const named = sent.filter(({ text, at }) => text.includes('お引き受けいただく予定') && at < instantAt(SWITCH));
  const days = groups(named, ({ at }) => new Date(at + 9 * 3_600_000).toISOString().slice(0, 10));
  expect([...days].map(([on, list]) => [on, list.length])).toMatchInlineSnapshot(`
    [
      [
        "2028-03-24",
        20,
      ],
      [
        "2028-03-30",
        10,
      ],
      [
        "2028-03-31",
        30,
      ],
    ]
  `);
});

test('no item is without a live owner or a place on the secretariat’s list', async () => {
  const live = new Set((await council().tenuresOn(day('2028-04-03'))).map((one) => one.seat.id));
  const items = await council().items.open();
  const homeless = items.filter((one) => !turnOf(one).some((seat) => live.has(seat)));
  expect(homeless.map((one) => one.title)).toEqual(['空席の課題', '空席の課題', '空席の課題']);
  // 常陸大宮市 declined, so the secretariat is 五霞町's.
  here.at('2028-04-03T10:00:00+09:00');
  const pack = await here.say('goka-matsumoto', '/council 引継ぎ 五霞町 情報主管', DIRECT);
  for (const { number } of homeless) expect(pack).toContain(`課題K${number} 空席の課題`);
});

test('the roster of every earlier day is still told rightly, and an account is whose it was on the day', async () => {
  for (const [on, told] of before) {
    const then = (JSON.parse(told) as Tenure[]).map((one) => [one.seat.id, one.person, one.from]);
    const now = (await council().tenuresOn(on)).map((one) => [one.seat.id, one.person, one.from]);
    expect(now).toEqual(then);
  }
  const [last] = newcomers.slice(-1);
  expect(await council().personOf(TEAM, last?.account ?? '', day('2028-03-31'))).toBe(last?.after.person);
  expect(await council().personOf(TEAM, last?.account ?? '', SWITCH)).toBe(last?.person);
});

test('a wrong switch is shown, taken back as a whole, and that too can be undone', async () => {
  here.at('2028-04-10T10:00:00+09:00');
  const preview = await here.say('goka-matsumoto', '/council 切替取消 4/1', DIRECT);
  expect(preview.split('\n').filter((one) => !one.includes('•'))).toMatchInlineSnapshot(`
    [
      "(本人のみ) 令和10年4月1日(土)付けの名簿の切替えを元に戻します。就任40件を取り消し、前任43件の在任を継続とします。内容をご確認のうえ、実行してください。",
      "  この間に行われた操作は、行った方と担当の記録とともに残ります。Slackのアカウントの持ち主は変わりません。",
      "  [元に戻す]",
    ]
  `);
  expect(await here.press('goka-matsumoto', '元に戻す', DIRECT)).toMatchInlineSnapshot(`
    "(本人のみ) 令和10年4月1日(土)付けの名簿の切替えを元に戻しました(就任の取消し40件、前任の在任の継続43件)。
      [取り消す]
    #協議会 令和10年4月1日(土)付けの名簿の切替えを元に戻しました(就任の取消し40件、前任の在任の継続43件)。"
  `);
  const then = (await council().tenuresOn(day('2028-04-10'))).map((one) => [one.seat.id, one.person]);
  expect(then).toEqual((await council().tenuresOn(day('2028-03-01'))).map((one) => [one.seat.id, one.person]));
  await here.press('goka-matsumoto', '取り消す', DIRECT);
  expect(await council().tenuresOn(day('2028-04-10'))).not.toEqual(await council().tenuresOn(day('2028-03-01')));
});
