import { type AddressInfo, createServer, type Socket } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day, day, dayAt, type Instant, instant, instantAt } from '../../src/domain/day.ts';
import type { Job, Planned } from '../../src/job/job.ts';
import { returnedJob } from '../../src/jobs/returned.ts';
import { mailboxBy } from '../../src/mail/mailbox.ts';
import { type Clockwork, clockwork } from '../../src/slack/schedule.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { same } from '../../src/text/text.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { smallCouncil } from '../support/smallCouncil.ts';

let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await testDatabase();
  await smallCouncil(database);
  store = openStore(database.pool);
});
afterAll(async () => {
  await store.close();
  await database.close();
});
beforeEach(() => store.client.$executeRaw`TRUNCATE outbox, occurrence`);

/** A job that writes to two people every day at nine; a day later nobody wants it. */
const morning = (interrupt: () => void = () => {}): Job => ({
  name: 'digest',
  due(after, until) {
    const found: Instant[] = [];
    for (let on: Day = dayAt(after); on <= dayAt(until); on = addDays(on, 1)) {
      const at = instantAt(on, 9 * 60);
      if (at > after && at <= until) found.push(at);
    }
    return found;
  },
  catchUp: 'each',
  async *plan(due): AsyncIterable<Planned> {
    for (const person of [1, 2]) {
      const key = `morning:${dayAt(due)}:person-${person}`;
      yield {
        councilId: 'ibaraki',
        posts: [{ kind: 'message', key, to: { person }, message: { summary: same(key) } }],
      };
      interrupt();
    }
  },
});

const at = (on: string, minutes: number): Instant => instantAt(day(on), minutes);
const clockOf = (job: Job = morning()): Clockwork =>
  clockwork({ jobs: [job], store, wake: () => {}, log: pino({ level: 'silent' }) });
const written = async () => {
  const found = await store.client.outbox.findMany({ orderBy: { id: 'asc' } });
  return found.map((row) => row.key.replace('ibaraki/morning:', ''));
};
const ledger = async () => {
  const found = await store.client.occurrence.findMany({
    where: { state: { not: 'foreseen' } },
    orderBy: { dueAt: 'asc' },
  });
  return found.map((row) => `${dayAt(instant(row.dueAt.getTime()))} ${row.state} ${row.planned}`);
};
const lateByLease = () =>
  store.client
    .$executeRaw`UPDATE occurrence SET lease_until = clock_timestamp() - interval '1 second' WHERE state = 'running'`;

describe('the clock', () => {
  it('runs what is due once, however often it ticks', async () => {
    const clock = clockOf();
    for (const minute of [539, 540, 541, 542, 600]) await clock.tick(at('2026-06-09', minute));
    expect(await written()).toEqual(['2026-06-09:person-1', '2026-06-09:person-2']);
    expect(await ledger()).toEqual(['2026-06-09 done 2']);
  });

  it('writes down when the job will be due next, and forgets it where a job is due no more', async () => {
    const foreseen = async () =>
      (await store.client.occurrence.findMany({ where: { state: 'foreseen' } })).map((one) =>
        dayAt(instant(one.dueAt.getTime())),
      );
    await clockOf().tick(at('2026-06-09', 8 * 60));
    expect(await foreseen()).toEqual(['2026-06-09']);
    await clockOf().tick(at('2026-06-09', 9 * 60));
    expect([await foreseen(), await ledger()]).toEqual([['2026-06-10'], ['2026-06-09 done 2']]);
    await clockOf({ ...morning(), due: () => [] }).tick(at('2026-06-09', 10 * 60));
    expect(await foreseen()).toEqual([]);
  });

  it('forgets what was answered forty days ago, and nothing younger', async () => {
    const answered = async (key: string, days: number) =>
      store.client.handled.create({
        data: {
          key,
          councilId: 'ibaraki',
          personId: 1,
          channelId: 'C',
          line: '/x',
          reply: {},
          at: new Date(at('2026-06-09', 0) - days * 86_400_000),
        },
      });
    await answered('old', 41);
    await answered('young', 39);
    await clockOf().tick(at('2026-06-09', 60));
    expect((await store.client.handled.findMany()).map((one) => one.key)).toEqual(['young']);
  });

  it('runs nothing of the days before the first start, but what was missed today', async () => {
    await clockOf().tick(at('2026-06-09', 8 * 60));
    expect(await ledger()).toEqual([]);
    await clockOf().tick(at('2026-06-10', 15 * 60));
    expect(await ledger()).toEqual(['2026-06-10 done 2']);
  });

  it('that jumps forward by days passes over what was due on them, however many of us find it', async () => {
    const clock = clockOf();
    await clock.tick(at('2026-06-09', 540));
    await Promise.all([clock, clockOf(), clockOf()].map((one) => one.tick(at('2026-06-12', 700))));
    expect(await ledger()).toEqual([
      '2026-06-09 done 2',
      '2026-06-10 skipped 0',
      '2026-06-11 skipped 0',
      '2026-06-12 done 2',
    ]);
  });

  it('that is set back by an hour, or a day, does nothing twice', async () => {
    const clock = clockOf();
    for (const [on, minute] of [
      ['2026-06-09', 570],
      ['2026-06-09', 510],
      ['2026-06-09', 545],
      ['2026-06-08', 545],
      ['2026-06-09', 600],
    ] as const)
      await clock.tick(at(on, minute));
    expect(await ledger()).toEqual(['2026-06-09 done 2']);
    expect(await written()).toHaveLength(2);
  });

  it('runs once where several tick together', async () => {
    await Promise.all(Array.from({ length: 5 }, () => clockOf().tick(at('2026-06-09', 540))));
    expect([await ledger(), (await written()).length]).toEqual([['2026-06-09 done 2'], 2]);
  });

  it('that stopped in the middle goes on after the lease, without telling anyone twice', async () => {
    let interruptions = 0;
    const job = morning(() => {
      if (interruptions++ === 0) throw new Error('killed');
    });
    const clock = clockOf(job);
    await clock.tick(at('2026-06-09', 540));
    expect([await written(), await ledger()]).toEqual([['2026-06-09:person-1'], ['2026-06-09 running 1']]);
    await clock.tick(at('2026-06-09', 541));
    expect(await written()).toHaveLength(1);
    await lateByLease();
    await clock.tick(at('2026-06-09', 545));
    expect(await written()).toEqual(['2026-06-09:person-1', '2026-06-09:person-2']);
    expect(await ledger()).toEqual(['2026-06-09 done 3']);
  });

  it('does not finish on the next day what was left unfinished', async () => {
    const clock = clockOf(
      morning(() => {
        throw new Error('killed');
      }),
    );
    await clock.tick(at('2026-06-09', 540));
    await lateByLease();
    await clockOf().tick(at('2026-06-10', 539));
    expect([await written(), await ledger()]).toEqual([['2026-06-09:person-1'], ['2026-06-09 skipped 1']]);
  });

  it('that fails at one job runs the others', async () => {
    const broken: Job = {
      ...morning(),
      name: 'overview',
      due: () => {
        throw new Error('broken');
      },
    };
    const clock = clockwork({ jobs: [broken, morning()], store, wake: () => {}, log: pino({ level: 'silent' }) });
    await clock.tick(at('2026-06-09', 540));
    expect(await written()).toHaveLength(2);
  });

  it('waits for no mail server: one that never answers holds up nothing else, and no end', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const mailbox = mailboxBy(`imap://renkei:secret@127.0.0.1:${port}`);
    const returned = returnedJob({ mailbox, isForSlack: async () => false, otherWay: async () => [] });
    const clock = clockwork({ jobs: [returned, morning()], store, wake: () => {}, log: pino({ level: 'silent' }) });
    clock.start(() => at('2026-06-09', 9 * 60 + 2));
    await expect.poll(() => sockets.length).toBe(1);
    await expect.poll(ledger).toEqual(expect.arrayContaining(['2026-06-09 done 2', '2026-06-09 running 0']));
    const since = performance.now();
    await clock.stop();
    expect(performance.now() - since).toBeLessThan(2_000);
    // It was left, and nobody says that it could not be reached.
    expect(await store.client.mailbox.count()).toBe(0);
    silent.close();
  });

  it('ticks at its start, and says that it is alive until it is stopped', async () => {
    const clock = clockOf();
    expect(clock.alive()).toBeUndefined();
    clock.start(() => at('2026-06-09', 540));
    expect(clock.alive()).toBe(true);
    await clock.stop();
    expect(await written()).toHaveLength(2);
  });
});
