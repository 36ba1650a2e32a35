/** What stands in the outbox is claimed by one worker at a time, in its order and at its pace. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { day, instant } from '../../src/domain/day.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { type Outgoing, outgoing } from '../../src/store/outgoing.ts';
import type { PrismaClient } from '../../src/store/prisma/client.ts';
import { takeOver } from '../../src/store/takeOver.ts';
import type { Address, Post } from '../../src/text/post.ts';
import { same } from '../../src/text/text.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { COUNCIL, SATO, SMITH, smallCouncil, TEAM } from '../support/smallCouncil.ts';

let database: TestDatabase;
let client: PrismaClient;
let office: Outgoing;

beforeAll(async () => {
  database = await testDatabase();
  client = await smallCouncil(database);
  office = outgoing(client, 'worker-1');
});
afterAll(() => database.close());
beforeEach(() => client.$executeRaw`TRUNCATE outbox, surface, rest`);

const NOW = instant(Date.parse('2026-06-09T09:00:00+09:00'));
const MINUTE = 60_000;
/** Each claim comes a minute after the one before. */
let clock = 0;
function paced() {
  clock += MINUTE;
  return { workspace: TEAM, at: clock, between: 1_000, apart: 250 };
}

const message = (key: string, to: Address, thread?: string): Post => ({
  kind: 'message',
  key,
  to,
  message: { summary: same(key) },
  ...(thread !== undefined && { thread }),
});
const surface = (key: string, to: Address): Post => ({ kind: 'surface', surface: key, to });
const put = (posts: Post[], refresh: string[] = [], at = NOW, council = COUNCIL) =>
  enqueue(client, council, posts, refresh, at);
const rows = () => client.outbox.findMany({ orderBy: { id: 'asc' } });
const claim = (now = NOW, most = 10, by = office) => by.claim(now, paced(), most);
const keys = (list: readonly { key: string }[]) => list.map((one) => one.key);
const lateByLease = () => client.$executeRaw`UPDATE outbox SET lease_until = clock_timestamp() - interval '1 second'`;

describe('claiming from the outbox', () => {
  it('gives the head of each lane, in the order in which they were written', async () => {
    await put([
      message('1', SATO),
      message('2', { body: 'kaigo' }),
      message('3', SATO),
      message('4', { body: 'kaigo' }),
    ]);
    const [first, second, ...others] = await claim();
    expect([first?.key, second?.key, others]).toEqual(['ibaraki/1', 'ibaraki/2', []]);
    expect(first).toMatchObject({
      personId: 1,
      unsure: false,
      payload: { summary: same('1') },
      language: 'ja',
      createdAt: NOW,
    });

    expect(await claim()).toEqual([]);
    await office.sent(first!, 'D1', '1.0', NOW);
    expect(keys(await claim())).toEqual(['ibaraki/3']);
    await office.failed(second!, 'is_archived');
    expect(keys(await claim())).toEqual(['ibaraki/4']);
  });

  it('gives nothing before its time, and lets nothing wait for it', async () => {
    await put([message('tomorrow', SATO)], [], instant(NOW + 24 * 60 * MINUTE));
    await put([message('now', SATO)]);
    expect(keys(await claim())).toEqual(['ibaraki/now']);
  });

  it('leaves out the lanes and kinds that rest', async () => {
    await put([message('1', SATO), message('2', { body: 'kaigo' })], ['meeting:12']);
    const now = paced();
    await office.rest({ lane: 'person:1' }, now.at + 5_000);
    await outgoing(client, 'worker-2').rest({ workspace: TEAM, kinds: ['refresh'] }, now.at + 7_000);
    expect(keys(await office.claim(NOW, now, 10))).toEqual(['ibaraki/2']);
    expect(keys(await office.claim(NOW, { ...now, at: now.at + 5_000 }, 10))).toEqual(['ibaraki/1']);
    expect(await office.claim(NOW, { ...now, at: now.at + 7_000 }, 10)).toMatchObject([{ kind: 'refresh' }]);
  });

  it('lets a lane rest after each claim, for every worker', async () => {
    await put([message('1', SATO), message('2', SATO), message('3', { body: 'kaigo' })]);
    const now = paced();
    const first = await office.claim(NOW, now, 10);
    expect(keys(first)).toEqual(['ibaraki/1', 'ibaraki/3']);
    for (const row of first) await office.sent(row, 'D', '1.1', NOW);
    const other = outgoing(client, 'worker-2');
    expect(await other.claim(NOW, { ...now, at: now.at + 999 }, 10)).toEqual([]);
    expect(keys(await other.claim(NOW, { ...now, at: now.at + 1_000 }, 10))).toEqual(['ibaraki/2']);
  });

  it('forgets what rests when the clock is set back an hour', async () => {
    await put([message('1', SATO)]);
    const now = paced();
    await office.rest({ lane: 'person:1' }, now.at + 60 * MINUTE);
    expect(keys(await office.claim(NOW, now, 10))).toEqual(['ibaraki/1']);
  });

  it('gives what was released again, and what was doubted again as unsure', async () => {
    await put([message('1', SATO)]);
    await office.release((await claim())[0]!);
    const [again] = await claim();
    expect(again).toMatchObject({ unsure: false, attempts: 0 });
    await office.doubt(again!);
    const [unsure] = await claim();
    expect(unsure).toMatchObject({ unsure: true, attempts: 1 });
    await office.release(unsure!);
    expect(await claim()).toMatchObject([{ unsure: true }]);
  });

  it('gives what a worker left behind to another, as unsure, once the lease has run out', async () => {
    await put([message('1', SATO)]);
    const [lost] = await claim();
    const other = outgoing(client, 'worker-2');
    expect(await claim(NOW, 10, other)).toEqual([]);
    await lateByLease();
    expect(await claim(NOW, 10, other)).toMatchObject([{ key: 'ibaraki/1', unsure: true }]);

    await office.sent(lost!, 'D1', '1.0', NOW);
    expect(await rows()).toMatchObject([{ state: 'sending', leaseBy: expect.stringMatching(/^worker-2 /) }]);
  });

  it('gives it at once to who alone has the database', async () => {
    await put([message('1', SATO)]);
    await claim();
    await takeOver(client);
    expect(await claim()).toMatchObject([{ unsure: true }]);
  });

  it('remembers which messages of a long post were sent', async () => {
    await put([message('1', SATO)]);
    await office.progress((await claim())[0]!, '1.1');
    const [rest] = await claim();
    expect(rest).toMatchObject({ unsure: false, sentTs: ['1.1'] });
    await office.sent(rest!, 'D1', '1.2', NOW);
    expect(await rows()).toMatchObject([{ state: 'sent', sentTo: 'D1', sentTs: '1.1,1.2', leaseUntil: null }]);
  });
});

describe('a surface', () => {
  it('stands where its post was sent, and is refreshed only after that', async () => {
    await put([surface('meeting:12', { body: 'kaigo' })], ['meeting:12']);
    const [post, ...none] = await claim();
    expect([post?.kind, none]).toEqual(['post', []]);
    await office.sent(post!, 'CKAIGO', '1.1', NOW);
    expect(await office.surfacesOf(COUNCIL, 'meeting:12')).toEqual([{ teamId: TEAM, channelId: 'CKAIGO', ts: '1.1' }]);
    expect(await office.surfacesOf('tochigi', 'meeting:12')).toEqual([]);
    expect((await claim()).map((one) => one.kind)).toEqual(['refresh']);
  });

  it('is refreshed once for several changes', async () => {
    await put([], ['meeting:12']);
    await put([], ['meeting:12', 'meeting:13']);
    const [first, second] = await claim();
    expect([first?.surface, second?.surface]).toEqual(['meeting:12', 'meeting:13']);
    await office.supersedeOthers(first!);
    await office.sent(first!, '', undefined, NOW);
    expect((await rows()).map((row) => row.state)).toEqual(['sent', 'superseded', 'sending']);
    expect(await client.surface.count()).toBe(0);
  });

  it('is forgotten when its message is gone', async () => {
    const shown = { teamId: TEAM, channelId: 'CKAIGO', ts: '1.1' };
    await client.surface.create({ data: { councilId: COUNCIL, key: 'meeting:12', ...shown } });
    await office.forget(COUNCIL, 'meeting:12', { ...shown, ts: '0.9' });
    expect(await office.surfacesOf(COUNCIL, 'meeting:12')).toEqual([shown]);
    await office.forget(COUNCIL, 'meeting:12', shown);
    expect(await office.surfacesOf(COUNCIL, 'meeting:12')).toEqual([]);
  });
});

describe('a person’s account', () => {
  it('is the one of that day in that workspace', async () => {
    const of = (person: number, on: string, team = TEAM) => office.accountOf(person, team, day(on));
    expect(await of(1, '2026-03-31')).toEqual({ userId: 'UOLD', language: 'ja' });
    expect(await of(1, '2026-04-01')).toEqual({ userId: 'USATO', language: 'ja' });
    expect(await of(2, '2026-04-01')).toEqual({ userId: SMITH.userId, language: 'en' });
    expect(await of(2, '2026-04-01', 'T2')).toBeUndefined();
    expect(await of(3, '2026-04-01')).toBeUndefined();
    expect(await office.languageOf(TEAM, SMITH.userId, day('2026-04-01'))).toBe('en');
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)('several workers on a server', () => {
  it('never have the same row, and keep each lane in its order', async () => {
    const posts = Array.from({ length: 200 }, (_, i) => message(`${i}`, { person: i % 8 }));
    await put(posts);
    const order = new Map<string, string[]>();
    const work = async (name: string): Promise<void> => {
      const mine = outgoing(client, name);
      for (let idle = 0; idle < 20; ) {
        const some = await mine.claim(NOW, paced(), 3);
        idle = some.length === 0 ? idle + 1 : 0;
        for (const row of some) {
          order.set(row.lane, [...(order.get(row.lane) ?? []), row.key]);
          await mine.sent(row, 'D', '1.1', NOW);
        }
      }
    };
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(work));
    for (let person = 0; person < 8; person++) {
      const wanted = posts.flatMap((_, i) => (i % 8 === person ? [`ibaraki/${i}`] : []));
      expect(order.get(`person:${person}`)).toEqual(wanted);
    }
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)('workers on a server that come at the same moment', () => {
  test('take together no more than the pace that Slack asked for', async () => {
    const to = (name: string) => message(name, { channel: { teamId: TEAM, channelId: `C${name}` } });
    await put(Array.from({ length: 24 }, (_, i) => to(`${i}`)));
    await office.rest({ workspace: TEAM, kinds: ['post'] }, 1_000_000);
    const pacing = { workspace: TEAM, at: 1_000_001, between: 1_000, apart: 250 };
    const workers = Array.from({ length: 6 }, (_, i) => outgoing(client, `worker-${i}`));
    // All of them have looked before the first may take.
    const taken = await client.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM rest WHERE key = ${`${TEAM}/post`} FOR UPDATE`;
      const all = Promise.all(workers.map((one) => one.claim(NOW, pacing, 4)));
      await sleep(500);
      return { all };
    });
    expect((await taken.all).flat()).toHaveLength(4);
  });
});

describe('the pace is one for all workers', () => {
  const other = () => outgoing(client, 'worker-2');
  const taken = async (by: Outgoing, ms: number, most = 4) => {
    const pacing = { workspace: TEAM, at: 1_000_000 + ms, between: 1_000, apart: 250 };
    const claimed = await by.claim(NOW, pacing, most);
    for (const row of claimed) await by.sent(row, 'C1', '1.0', NOW);
    return keys(claimed).map((key) => key.replace(`${COUNCIL}/`, ''));
  };

  test('a channel hears one message a second, and who came late is so by a little less the next time', async () => {
    await put([
      ...['1', '2', '3', '5'].map((key) => message(key, { body: 'kaigo' })),
      message('4', { body: 'nenkin' }),
    ]);
    expect(await taken(office, 0)).toEqual(['1', '4']);
    expect([await taken(other(), 400), await taken(office, 999)]).toEqual([[], []]);
    expect(await taken(other(), 1_080)).toEqual(['2']);
    expect([await taken(office, 1_999), await taken(office, 2_400)]).toEqual([[], ['3']]);
    expect([await taken(office, 3_299), await taken(office, 3_300)]).toEqual([[], ['5']]);
  });

  test('a method that one was told to leave in peace all leave, and go slowly until it is calm', async () => {
    const to = (name: string) => message(name, { channel: { teamId: TEAM, channelId: `C${name}` } });
    await put(['1', '2', '3', '4', '5', '6'].map(to), ['meeting:12']);
    await office.rest({ workspace: TEAM, kinds: ['post'] }, 1_001_000);
    const [refresh, ...posts] = await taken(other(), 500);
    expect([refresh?.startsWith('refresh:meeting:12'), posts]).toEqual([true, []]);
    expect(await taken(other(), 1_000, 2)).toEqual(['1', '2']);
    expect([await taken(office, 1_499), await taken(office, 1_500, 2)]).toEqual([[], ['3', '4']]);
    expect([await taken(other(), 1_999), await taken(other(), 7_001, 1), await taken(office, 7_001, 1)]).toEqual([
      [],
      ['5'],
      ['6'],
    ]);
  });
});
