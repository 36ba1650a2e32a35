/** What stands in the outbox is claimed by one worker at a time, in its order and at its pace. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, test } from 'vitest';
import { day, instant } from '../../src/domain/day.ts';
import { type Outgoing, outgoing } from '../../src/store/outgoing.ts';
import { takeOver } from '../../src/store/takeOver.ts';
import { same } from '../../src/text/text.ts';
import { COUNCIL, SATO, SMITH, TEAM } from '../support/smallCouncil.ts';
import { keys, MINUTE, message, NOW, smallOutbox, surface } from '../support/smallOutbox.ts';

const box = smallOutbox();
const { put, rows, claim, paced } = box;
const lateByLease = () =>
  box.client.$executeRaw`UPDATE outbox SET lease_until = clock_timestamp() - interval '1 second'`;

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
    await box.office.sent(first!, 'D1', '1.0', NOW);
    expect(keys(await claim())).toEqual(['ibaraki/3']);
    await box.office.failed(second!, 'is_archived');
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
    await box.office.rest({ lane: 'person:1' }, now.at + 5_000);
    await outgoing(box.client, 'worker-2').rest({ workspace: TEAM, kinds: ['refresh'] }, now.at + 7_000);
    expect(keys(await box.office.claim(NOW, now, 10))).toEqual(['ibaraki/2']);
    expect(keys(await box.office.claim(NOW, { ...now, at: now.at + 5_000 }, 10))).toEqual(['ibaraki/1']);
    expect(await box.office.claim(NOW, { ...now, at: now.at + 7_000 }, 10)).toMatchObject([{ kind: 'refresh' }]);
  });

  it('lets a lane rest after each claim, for every worker', async () => {
    await put([message('1', SATO), message('2', SATO), message('3', { body: 'kaigo' })]);
    const now = paced();
    const first = await box.office.claim(NOW, now, 10);
    expect(keys(first)).toEqual(['ibaraki/1', 'ibaraki/3']);
    for (const row of first) await box.office.sent(row, 'D', '1.1', NOW);
    const other = outgoing(box.client, 'worker-2');
    expect(await other.claim(NOW, { ...now, at: now.at + 999 }, 10)).toEqual([]);
    expect(keys(await other.claim(NOW, { ...now, at: now.at + 1_000 }, 10))).toEqual(['ibaraki/2']);
  });

  it('forgets what rests when the clock is set back an hour', async () => {
    await put([message('1', SATO)]);
    const now = paced();
    await box.office.rest({ lane: 'person:1' }, now.at + 60 * MINUTE);
    expect(keys(await box.office.claim(NOW, now, 10))).toEqual(['ibaraki/1']);
  });

  it('gives what was released again, and what was doubted again as unsure', async () => {
    await put([message('1', SATO)]);
    await box.office.release((await claim())[0]!);
    const [again] = await claim();
    expect(again).toMatchObject({ unsure: false, attempts: 0 });
    await box.office.doubt(again!);
    const [unsure] = await claim();
    expect(unsure).toMatchObject({ unsure: true, attempts: 1 });
    await box.office.release(unsure!);
    expect(await claim()).toMatchObject([{ unsure: true }]);
  });

  it('gives what a worker left behind to another, as unsure, once the lease has run out', async () => {
    await put([message('1', SATO)]);
    const [lost] = await claim();
    const other = outgoing(box.client, 'worker-2');
    expect(await claim(NOW, 10, other)).toEqual([]);
    await lateByLease();
    expect(await claim(NOW, 10, other)).toMatchObject([{ key: 'ibaraki/1', unsure: true }]);

    await box.office.sent(lost!, 'D1', '1.0', NOW);
    expect(await rows()).toMatchObject([{ state: 'sending', leaseBy: expect.stringMatching(/^worker-2 /) }]);
  });

  it('gives it at once to who alone has the database', async () => {
    await put([message('1', SATO)]);
    await claim();
    await takeOver(box.client);
    expect(await claim()).toMatchObject([{ unsure: true }]);
  });

  it('remembers which messages of a long post were sent', async () => {
    await put([message('1', SATO)]);
    await box.office.progress((await claim())[0]!, '1.1');
    const [rest] = await claim();
    expect(rest).toMatchObject({ unsure: false, sentTs: ['1.1'] });
    await box.office.sent(rest!, 'D1', '1.2', NOW);
    expect(await rows()).toMatchObject([{ state: 'sent', sentTo: 'D1', sentTs: '1.1,1.2', leaseUntil: null }]);
  });
});

describe('a surface', () => {
  it('stands where its post was sent, and is refreshed only after that', async () => {
    await put([surface('meeting:12', { body: 'kaigo' })], ['meeting:12']);
    const [post, ...none] = await claim();
    expect([post?.kind, none]).toEqual(['post', []]);
    await box.office.sent(post!, 'CKAIGO', '1.1', NOW);
    expect(await box.office.surfacesOf(COUNCIL, 'meeting:12')).toEqual([
      { teamId: TEAM, channelId: 'CKAIGO', ts: '1.1' },
    ]);
    expect(await box.office.surfacesOf('tochigi', 'meeting:12')).toEqual([]);
    expect((await claim()).map((one) => one.kind)).toEqual(['refresh']);
  });

  it('is refreshed once for several changes', async () => {
    await put([], ['meeting:12']);
    await put([], ['meeting:12', 'meeting:13']);
    const [first, second] = await claim();
    expect([first?.surface, second?.surface]).toEqual(['meeting:12', 'meeting:13']);
    await box.office.supersedeOthers(first!);
    await box.office.sent(first!, '', undefined, NOW);
    expect((await rows()).map((row) => row.state)).toEqual(['sent', 'superseded', 'sending']);
    expect(await box.client.surface.count()).toBe(0);
  });

  it('is forgotten when its message is gone', async () => {
    const shown = { teamId: TEAM, channelId: 'CKAIGO', ts: '1.1' };
    await box.client.surface.create({ data: { councilId: COUNCIL, key: 'meeting:12', ...shown } });
    await box.office.forget(COUNCIL, 'meeting:12', { ...shown, ts: '0.9' });
    expect(await box.office.surfacesOf(COUNCIL, 'meeting:12')).toEqual([shown]);
    await box.office.forget(COUNCIL, 'meeting:12', shown);
    expect(await box.office.surfacesOf(COUNCIL, 'meeting:12')).toEqual([]);
  });
});

describe('a person’s account', () => {
  it('is the one of that day in that workspace', async () => {
    const of = (person: number, on: string, team = TEAM) => box.office.accountOf(person, team, day(on));
    expect(await of(1, '2026-03-31')).toEqual({ userId: 'UOLD', language: 'ja' });
    expect(await of(1, '2026-04-01')).toEqual({ userId: 'USATO', language: 'ja' });
    expect(await of(2, '2026-04-01')).toEqual({ userId: SMITH.userId, language: 'en' });
    expect(await of(2, '2026-04-01', 'T2')).toBeUndefined();
    expect(await of(3, '2026-04-01')).toBeUndefined();
    expect(await box.office.languageOf(TEAM, SMITH.userId, day('2026-04-01'))).toBe('en');
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)('several workers on a server', () => {
  it('never have the same row, and keep each lane in its order', async () => {
    const posts = Array.from({ length: 200 }, (_, i) => message(`${i}`, { person: i % 8 }));
    await put(posts);
    const order = new Map<string, string[]>();
    const work = async (name: string): Promise<void> => {
      const mine = outgoing(box.client, name);
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
    await box.office.rest({ workspace: TEAM, kinds: ['post'] }, 1_000_000);
    const pacing = { workspace: TEAM, at: 1_000_001, between: 1_000, apart: 250 };
    const workers = Array.from({ length: 6 }, (_, i) => outgoing(box.client, `worker-${i}`));
    // All of them have looked before the first may take.
    const taken = await box.client.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM rest WHERE key = ${`${TEAM}/post`} FOR UPDATE`;
      const all = Promise.all(workers.map((one) => one.claim(NOW, pacing, 4)));
      await sleep(500);
      return { all };
    });
    expect((await taken.all).flat()).toHaveLength(4);
  });
});

describe('the pace is one for all workers', () => {
  const other = () => outgoing(box.client, 'worker-2');
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
    expect(await taken(box.office, 0)).toEqual(['1', '4']);
    expect([await taken(other(), 400), await taken(box.office, 999)]).toEqual([[], []]);
    expect(await taken(other(), 1_080)).toEqual(['2']);
    expect([await taken(box.office, 1_999), await taken(box.office, 2_400)]).toEqual([[], ['3']]);
    expect([await taken(box.office, 3_299), await taken(box.office, 3_300)]).toEqual([[], ['5']]);
  });

  test('a method that one was told to leave in peace all leave, and go slowly until it is calm', async () => {
    const to = (name: string) => message(name, { channel: { teamId: TEAM, channelId: `C${name}` } });
    await put(['1', '2', '3', '4', '5', '6'].map(to), ['meeting:12']);
    await box.office.rest({ workspace: TEAM, kinds: ['post'] }, 1_001_000);
    const [refresh, ...posts] = await taken(other(), 500);
    expect([refresh?.startsWith('refresh:meeting:12'), posts]).toEqual([true, []]);
    expect(await taken(other(), 1_000, 2)).toEqual(['1', '2']);
    expect([await taken(box.office, 1_499), await taken(box.office, 1_500, 2)]).toEqual([[], ['3', '4']]);
    expect([await taken(other(), 1_999), await taken(other(), 7_001, 1), await taken(box.office, 7_001, 1)]).toEqual([
      [],
      ['5'],
      ['6'],
    ]);
  });
});
