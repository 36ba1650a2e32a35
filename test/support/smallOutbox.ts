/** The small council's outbox, emptied before each scene, and a worker of it: what is put into it, and what is claimed of it. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Instant, instant } from '../../src/domain/day.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { type Outgoing, outgoing } from '../../src/store/outgoing.ts';
import type { PrismaClient } from '../../src/store/prisma/client.ts';
import type { Address, Post } from '../../src/text/post.ts';
import { same } from '../../src/text/text.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { COUNCIL, smallCouncil, TEAM } from './smallCouncil.ts';

export const NOW = instant(Date.parse('2026-06-09T09:00:00+09:00'));
export const MINUTE = 60_000;

export const message = (key: string, to: Address, thread?: string): Post => ({
  kind: 'message',
  key,
  to,
  message: { summary: same(key) },
  ...(thread !== undefined && { thread }),
});
export const surface = (key: string, to: Address): Post => ({ kind: 'surface', surface: key, to });
export const keys = (list: readonly { key: string }[]) => list.map((one) => one.key);

export function smallOutbox() {
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

  /** Each claim comes a minute after the one before. */
  let clock = 0;
  const paced = () => {
    clock += MINUTE;
    return { workspace: TEAM, at: clock, between: 1_000, apart: 250 };
  };
  return {
    get client() {
      return client;
    },
    get office() {
      return office;
    },
    paced,
    put: (posts: Post[], refresh: string[] = [], at: Instant = NOW, council = COUNCIL) =>
      enqueue(client, council, posts, refresh, at),
    rows: () => client.outbox.findMany({ orderBy: { id: 'asc' } }),
    claim: (now: Instant = NOW, most = 10, by = office) => by.claim(now, paced(), most),
  };
}
