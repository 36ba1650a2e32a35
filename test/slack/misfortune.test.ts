/**
 * Two thousand random schedules of misfortune: Slack limits (now and then each third call), fails, hangs up before or after it did its
 * work, closes a channel; the database goes away before or after it did its; workers die at any step, and several race. Whatever happens, each
 * message stands in its channel once or on the list of the undelivered, in its order, and nothing twice.
 * MISFORTUNE_SEED repeats a run.
 */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chance, chanceFrom } from '../../prisma/workbook/chance.ts';
import { instant } from '../../src/domain/day.ts';
import type { Fault } from '../../src/practice/call.ts';
import type { Call } from '../../src/slack/clients.ts';
import { type Delivery, delivery } from '../../src/slack/deliver.ts';
import { metadata } from '../../src/slack/lookUp.ts';
import { steady } from '../../src/store/database/server.ts';
import { enqueue, type Statements } from '../../src/store/outbox.ts';
import { outgoing } from '../../src/store/outgoing.ts';
import type { PrismaClient } from '../../src/store/prisma/client.ts';
import type { Post } from '../../src/text/post.ts';
import { same } from '../../src/text/text.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { quickWatch, quiet, type SlackScene, slackScene } from '../support/slackScene.ts';
import { COUNCIL, SATO, SMITH, smallCouncil } from '../support/smallCouncil.ts';

const SCHEDULES = 2_000;
const seed = Number(process.env.MISFORTUNE_SEED ?? Date.now() % 1_000_000);
const NOW = instant(Date.parse('2026-06-09T09:00:00+09:00'));

let database: TestDatabase;
let pool: pg.Pool;
let client: PrismaClient;
let slack: SlackScene;
beforeAll(async () => {
  database = await testDatabase();
  // The embedded database has one session, whoever asks: over one connection it need not plan each statement anew.
  pool = steady(new pg.Pool({ connectionString: database.url, max: database.kind === 'embedded' ? 1 : 10 }));
  const names = new Map<string, string>();
  const nameOf = (sql: string) => names.get(sql) ?? names.set(sql, `s${names.size}`).get(sql) ?? '';
  client = await smallCouncil({ pool }, { statementNameGenerator: ({ sql }) => nameOf(sql) });
  slack = await slackScene();
});
afterAll(async () => {
  await slack.close();
  await pool.end();
  await database.close();
});

const FAULTS: readonly [Fault['as'], ...Fault['as'][]] = [
  { rateLimited: 1 },
  { rateLimited: 30 },
  { status: 503 },
  { error: 'internal_error' },
  { error: 'is_archived' },
  { error: 'token_revoked' },
  { cut: 'before' },
  { cut: 'after' },
  { cut: 'after' },
];

/** A database whose statements fail by chance, before or after they were carried out. */
function flaky(chance: Chance, rate: number): Statements {
  const gone = () => Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
  const perhaps =
    <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (chance.next() < rate) throw gone();
      const result = await run(...args);
      if (chance.next() < rate) throw gone();
      return result;
    };
  return {
    $queryRaw: perhaps((...args: Parameters<typeof client.$queryRaw>) => client.$queryRaw(...args)),
    $executeRaw: perhaps((...args: Parameters<typeof client.$executeRaw>) => client.$executeRaw(...args)),
  } as Statements;
}

interface Worker {
  readonly carrier: Delivery;
  /** Settles when it dies in the middle of a call, and Slack has dealt with whatever else it had asked. */
  readonly died: Promise<void>;
}

/** A worker that dies at a random call, before or after Slack heard it; the dead never go on. */
function workerOf(db: Statements, chance: Chance, deadly: number, everyThird = false): Worker {
  let calls = 0;
  const asked = new Set<Promise<unknown>>();
  let dead = false;
  let bury = (): void => {};
  const died = new Promise<void>((resolve) => {
    bury = resolve;
  });
  async function die(): Promise<never> {
    dead = true;
    await Promise.all(asked);
    bury();
    return new Promise(() => {});
  }
  const bulk: Call = async (method, args) => {
    if (dead || chance.next() < deadly) return die();
    calls += 1;
    if (everyThird && calls % 3 === 0) slack.workspace.faults.unshift({ method, times: 1, as: { rateLimited: 1 } });
    const asking = slack.clients.bulk(method, args);
    asked.add(asking);
    const answer = await asking;
    return dead || chance.next() < deadly ? die() : answer;
  };
  const carrier = delivery(
    {
      outgoing: outgoing(db, 'worker'),
      clients: { ...slack.clients, bulk },
      home: slack.home,
      renderSurface: async (_council, key) => ({ summary: same(key) }),
      detour: async () => {},
    },
    quiet,
    quickWatch(),
  );
  return { carrier, died };
}

/** One to four posts for one to three places. */
function postsOf(name: string, chance: Chance): Post[] {
  const places = chance.draw(1 + Math.floor(chance.next() * 3), [
    { body: 'kaigo' },
    { body: 'nenkin' },
    { person: SATO.person },
    { person: SMITH.person },
  ] as const);
  return Array.from({ length: 1 + Math.floor(chance.next() * 4) }, (_, i): Post => {
    const key = `${name}-${i}`;
    const to = places[i % places.length] ?? { body: 'kaigo' };
    if (chance.next() < 0.15)
      return { kind: 'file', key, to, file: { name: `${key}.txt`, title: same(key), content: key } };
    if (chance.next() < 0.2 && 'body' in to) return { kind: 'surface', surface: `meeting:${key}`, to };
    return { kind: 'message', key, to, message: { summary: same(key) } };
  });
}

/** Whatever was claimed may be claimed again, and nothing rests any longer; how many messages are not settled. */
const timePasses = async (): Promise<number> => {
  const [found] = await client.$queryRaw<{ unsettled: number }[]>`
    WITH rested AS (DELETE FROM rest),
      freed AS (UPDATE outbox SET lease_until = clock_timestamp() - interval '1 second' WHERE state = 'sending')
    SELECT count(*)::int AS unsettled FROM outbox WHERE state IN ('pending', 'sending', 'unknown')`;
  return found?.unsettled ?? 0;
};

/** Drains that it may take until all is settled. */
const LONGEST = 12;

/** What became of its messages. */
async function schedule(number: number): Promise<Rows> {
  const chance = chanceFrom(seed + number);
  await client.$executeRaw`WITH a AS (DELETE FROM rest), b AS (DELETE FROM surface) DELETE FROM outbox`;
  slack.workspace.state.messages.length = 0;
  slack.workspace.state.files.clear();
  slack.workspace.calls.length = 0;
  const refresh = chance.next() < 0.2 ? ['meeting:elsewhere'] : [];
  await enqueue(client, COUNCIL, postsOf(`s${number}`, chance), refresh, NOW);

  const evil = chance.next() < 0.8 ? 0.25 : 0;
  for (let i = 0; i < 6; i += 1)
    if (chance.next() < evil * 2)
      slack.workspace.faults.push({ method: '*', times: 1 + Math.floor(chance.next() * 3), as: chance.among(FAULTS) });
  const replicas = chance.among([1, 1, 2, 4]);
  const everyThird = chance.next() < 0.1;
  const workers = Array.from({ length: replicas }, () =>
    workerOf(chance.next() < 0.5 ? client : flaky(chance, 0.05), chance, chance.next() < 0.4 ? 0.1 : 0, everyThird),
  );
  // A worker that meets a database that is away goes on later: here, the next one goes on for it.
  await Promise.all(
    workers.map(({ carrier, died }) => Promise.race([carrier.drain(NOW).catch(() => undefined), died])),
  );

  slack.workspace.faults.length = 0;
  const { carrier } = workerOf(client, chance, 0);
  for (let left = LONGEST; left > 0 && (await timePasses()) > 0; left -= 1) await carrier.drain(NOW);
  return client.outbox.findMany({ orderBy: { id: 'asc' } });
}

type Rows = Awaited<ReturnType<typeof client.outbox.findMany>>;

/** What must not be, in words. */
function wrongIn(rows: Rows): string[] {
  const { messages, files } = slack.workspace.state;
  const placeOf = (key: string): number[] =>
    messages.flatMap((one, i) =>
      JSON.stringify(one.metadata) === JSON.stringify(metadata({ key, page: 0 })) ? [i] : [],
    );
  const wrong: string[] = [];
  const lastIn = new Map<string, number>();
  for (const { key, kind, state, error, lane } of rows) {
    if (!['sent', 'failed', 'superseded'].includes(state)) wrong.push(`${key} is ${state} for ever`);
    if (kind === 'post') {
      const places = placeOf(key);
      const perhaps = ['unknown_outcome', 'unread_history'].includes(error ?? '') ? [0, 1] : [0];
      if (!(state === 'sent' ? [1] : perhaps).includes(places.length))
        wrong.push(`${key} (${state} ${error ?? ''}) stands there ${places.length} times`);
      const [at] = places;
      if (at !== undefined && at < (lastIn.get(lane) ?? -1)) wrong.push(`${key} stands before an older one`);
      if (at !== undefined) lastIn.set(lane, at);
    }
    if (kind === 'file') {
      const shared = [...files.values()].filter(
        (one) => one.name === `${key.split('/')[1]}.txt` && one.shares.length > 0,
      );
      if (shared.length > 1) wrong.push(`${key} was shared ${shared.length} times`);
      if (shared.length === 0 && state !== 'failed') wrong.push(`${key} is ${state} and was not shared`);
    }
  }
  return wrong;
}

test(`of ${SCHEDULES} schedules none loses a message, or sends one twice (seed ${seed})`, {
  timeout: 600_000,
}, async () => {
  const found: string[] = [];
  const ended = { sent: 0, failed: 0 };
  for (let number = 0; number < SCHEDULES; number += 1) {
    const rows = await schedule(number);
    const wrong = wrongIn(rows);
    if (wrong.length > 0) found.push(`seed ${seed}, schedule ${number}: ${wrong.join('; ')}`);
    ended.sent += rows.filter((one) => one.state === 'sent').length;
    ended.failed += rows.filter((one) => one.state === 'failed').length;
  }
  expect(found).toEqual([]);
  // Misfortune there was, and most of it was overcome.
  expect(ended.failed).toBeGreaterThan(SCHEDULES / 20);
  expect(ended.sent).toBeGreaterThan(ended.failed * 5);
});
