/** A council's outbox, the stand-in of Slack, and one worker between them: anew for each test, on the file's one database. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { instant } from '../../src/domain/day.ts';
import type { Fault } from '../../src/practice/call.ts';
import type { Call } from '../../src/slack/clients.ts';
import { type Delivery, delivery, type Stopwatch } from '../../src/slack/deliver.ts';
import { enqueue, type Statements } from '../../src/store/outbox.ts';
import { outgoing } from '../../src/store/outgoing.ts';
import type { Prisma, PrismaClient } from '../../src/store/prisma/client.ts';
import { scoped, scopedClient } from '../../src/store/scope.ts';
import { undelivered } from '../../src/store/undelivered.ts';
import { type Message, rows } from '../../src/text/message.ts';
import type { Address, MessagePost, Post } from '../../src/text/post.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { quickWatch, quiet, type SlackScene, slackScene } from './slackScene.ts';
import { COUNCIL, SATO, smallCouncil } from './smallCouncil.ts';
import { within } from './within.ts';

let database: TestDatabase;
export let client: PrismaClient;
/** What stands among the undelivered. */
export const notDelivered = (council: string = COUNCIL) =>
  undelivered(scoped(scopedClient(client, council) as unknown as Prisma.TransactionClient, council));
export let slack: SlackScene;
export let watch: ReturnType<typeof quickWatch>;
export let carrier: Delivery;
/** What the surfaces show. */
export const shown = new Map<string, Message>();

/** Sets it up for the tests of the file. */
export function carriage(): void {
  beforeAll(async () => {
    database = await testDatabase();
    client = await smallCouncil(database);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await client.$executeRaw`TRUNCATE outbox, surface, rest`;
    shown.clear();
    slack = await slackScene();
    watch = quickWatch();
    carrier = carrierNamed('worker-1', watch);
  });
  afterEach(() => slack.close());
}

/** Slack is there again, or another; the worker goes on with it. */
export async function openSlack(): Promise<void> {
  slack = await slackScene();
  carrier = carrierNamed('worker-1', watch);
}

/** The worker asks Slack in this way from here on. */
export function callBy(call: Call): void {
  carrier = carrierNamed('worker-1', watch, call);
}

export const carrierNamed = (
  name: string,
  by: Stopwatch,
  call = slack.clients.bulk,
  statements: Statements = client,
): Delivery =>
  delivery(
    {
      outgoing: outgoing(statements, name),
      clients: { ...slack.clients, bulk: call },
      home: slack.home,
      renderSurface: async (_council, key) => shown.get(key),
      detour: async () => {},
    },
    quiet,
    by,
  );

export const goneAway = () => Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });

export const NOW = instant(Date.parse('2026-06-09T09:00:00+09:00'));
export const KAIGO: Address = { body: 'kaigo' };

export const message = (key: string, to: Address = KAIGO, more: Partial<MessagePost> = {}): Post => ({
  kind: 'message',
  key,
  to,
  message: { summary: same(key) },
  ...more,
});
/** Takes two messages. */
export const long = (key: string, to: Address = KAIGO): Post =>
  message(key, to, {
    message: {
      summary: same('一覧'),
      parts: [rows(Array.from({ length: 800 }, (_, i) => same(`要件${i} 資格を一覧で確認できること`)))],
    },
  });
export const meeting: Post = { kind: 'surface', surface: 'meeting:12', to: KAIGO };
export const ics = (key: string): Post => ({
  kind: 'file',
  key,
  to: KAIGO,
  thread: 'meeting:12',
  file: { name: '第3回.ics', title: { ja: ja`開催案内`, en: en`Invitation` }, content: 'BEGIN:VCALENDAR' },
});

export const put = (posts: Post[], refresh: string[] = []) => enqueue(client, COUNCIL, posts, refresh, NOW);
/** Sends all that is due; a stopwatch that never waits needs no longer. */
export const deliver = () => within('delivery comes to its end', carrier.drain(NOW));
export const fault = (method: string, as: Fault['as'], times = 1): void => {
  slack.workspace.faults.push({ method, times, as });
};
export const heard = (channel = 'CKAIGO', by: string = SATO.userId, thread?: string) =>
  slack.workspace.messages(channel, by, thread).map((one) => one.text);
export const directTo = (userId: string) => {
  const { state } = slack.workspace;
  const im = [...state.channels.values()].find((one) => one.kind === 'im' && one.members.has(userId));
  return im ? heard(im.id, userId) : [];
};
export const calls = (method?: string) =>
  slack.workspace.calls.map((one) => one.method).filter((one) => !method || one === method);
export const outbox = () => client.outbox.findMany({ orderBy: { id: 'asc' } });
export const states = async () => (await outbox()).map((row) => row.state);
export const lateByLease = () =>
  client.$executeRaw`UPDATE outbox SET lease_until = clock_timestamp() - interval '1 second' WHERE state = 'sending'`;
