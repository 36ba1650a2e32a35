/**
 * Phase 1, as the council it is modelled on lived it: 25 working groups settle 3,069 functions of 33 businesses, 125
 * convenience functions among them, in 39 meetings within two months, without customising any. Everything is typed or
 * pressed; no decision takes more than three acts, and the log re-tells what stands.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { businessDayFrom } from '../../src/domain/businessDay.ts';
import { addDays, type Day, day } from '../../src/domain/day.ts';
import { groups } from '../../src/domain/groups.ts';
import { spansOf } from '../../src/domain/requirement.ts';
import { cast, type Office, office } from '../support/office.ts';

const PAGE = 200;
let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T09:00:00+09:00');
});
afterAll(() => here.close());

/** A working group, its channel, who leads it on the first day (else the secretariat runs it), and what it settles. */
interface Group {
  readonly channel: string;
  readonly lead: string;
  /** Settled as the package has them. */
  readonly usual: readonly number[];
  readonly convenience: readonly number[];
}

async function workingGroups(): Promise<Group[]> {
  const rows = await here.store.client.requirement.findMany({ include: { system: true }, orderBy: { number: 'asc' } });
  const byBody = groups(rows, (row) => row.system.bodySlug);
  return here.council.bodies.flatMap(({ slug, kind, lead }) => {
    const mine = byBody.get(slug) ?? [];
    const channel = here.council.channels.find((one) => one.body === slug);
    if (kind !== 'workingGroup' || !channel) return [];
    const holder = lead.find(({ from, until }) => from <= '2026-06-01' && (until ?? '9999') >= '2026-07-31');
    return [
      {
        channel: channel.name,
        lead: holder?.person ?? cast.secretariat,
        usual: mine.filter((row) => !row.convenience).map((row) => row.number),
        convenience: mine.filter((row) => row.convenience).map((row) => row.number),
      },
    ];
  });
}

const words = (numbers: readonly number[]): string =>
  spansOf(numbers)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
    .join(',');

const SETTLED = [
  'レベルアップ',
  '代替案 CSVでの一括登録に代える',
  '運用見直し 月次で足りるため',
  '稼働後検討',
  '取下げ',
];

/** Decides in at most three acts: the line, and the button where it is about many. */
async function decide({ lead, channel }: Group, numbers: readonly number[], outcome: string): Promise<void> {
  if (numbers.length === 0) return;
  const heard = await here.say(lead, `/req 決定 ${words(numbers)} ${outcome}`, channel);
  const announced = numbers.length > 5 ? await here.press(lead, `${numbers.length}件を決定する`, channel) : heard;
  expect(announced).toContain('として決定しました');
  expect(announced).toContain('根拠:会議 M');
}

/** The group meets on that day: called, opened, attended, its matters decided, closed. */
async function meet(group: Group, on: Day, deciding: readonly (readonly [number[], string])[]): Promise<void> {
  const { lead, channel } = group;
  const [, month, date] = on.split('-').map(Number);
  await here.say(lead, `/wg 日程 ${month}/${date} 14:00-16:00 オンライン`, channel);
  here.at(`${on}T14:00:00+09:00`);
  await here.say(lead, '/wg 開会', channel);
  await here.say(lead, '/wg attend 全員 出席', channel);
  for (const [numbers, outcome] of deciding) await decide(group, numbers, outcome);
  here.at(`${on}T15:50:00+09:00`);
  await here.say(lead, '/wg 閉会', channel);
}

test('25 working groups settle 3,069 functions in 39 meetings within two months', { timeout: 300_000 }, async () => {
  const all = await workingGroups();
  expect(all).toHaveLength(25);
  let on = day('2026-06-02');
  let meetings = 0;
  const next = (): Day => {
    on = businessDayFrom(addDays(on, 1), officeCalendar(on));
    here.at(`${on}T09:00:00+09:00`);
    return on;
  };
  for (const [i, group] of all.entries()) {
    const settled = SETTLED.map(
      (outcome, k) => [group.convenience.filter((_, n) => n % SETTLED.length === k), outcome] as const,
    );
    const usual = [[...group.usual], '標準'] as const;
    // Fourteen groups meet twice: first for what is as the package has it, then for the rest.
    const sittings = i < 14 ? [[usual], settled] : [[usual, ...settled]];
    for (const deciding of sittings) {
      await meet(
        group,
        next(),
        deciding.map(([numbers, outcome]) => [[...numbers], outcome]),
      );
      meetings += 1;
    }
  }
  expect([meetings, on < '2026-08-01']).toEqual([39, true]);

  const [told] = (await here.say(cast.secretariat, '/council 進捗')).split('\n');
  expect(told).toMatchInlineSnapshot(`"(本人のみ) 要件3,069件中3,069件が決定済みです(100.0%)。"`);
  const held = await here.store.client.meeting.findMany({ where: { closedAt: { not: null } } });
  expect(held).toHaveLength(39);
});

test('the log re-tells what stands, and nothing was customised', async () => {
  const [council] = await here.store.across.councils();
  const store = here.store.council(council?.id ?? '');
  const retold = new Map<number, string>();
  const { total } = await store.decisions.log(2026, undefined, { from: 0, size: 1 });
  const newestFirst = [];
  for (let from = 0; from < total; from += PAGE)
    newestFirst.push(...(await store.decisions.log(2026, undefined, { from, size: PAGE })).decisions);
  for (const one of newestFirst.toReversed()) {
    expect(one.basis.kind).toBe('meeting');
    expect(one.count?.met).toBe(true);
    for (const number of one.numbers) retold.set(number, one.outcome);
  }
  const standing = await store.decisions.lock([...retold.keys()]);
  expect(new Map(standing.map((one) => [one.number, one.standing?.outcome]))).toEqual(retold);
  expect(retold.size).toBe(3069);
  const counts = Object.fromEntries([...groups([...retold.values()], (one) => one)].map(([k, v]) => [k, v.length]));
  expect(counts).toMatchInlineSnapshot(`
    {
      "alternative": 31,
      "later": 20,
      "levelup": 35,
      "operation": 22,
      "standard": 2944,
      "withdraw": 17,
    }
  `);
});
