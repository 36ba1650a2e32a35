/** One session, many clients: nobody hears another's answer, and whoever dies makes room. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { poolOn, socketIn } from '../../../src/store/database/embedded.ts';
import { type SharedSession, shareSession } from '../../../src/store/database/session.ts';
import { PrismaClient } from '../../../src/store/prisma/client.ts';
import { emptyInMemory, type TestDatabase, testDatabase } from '../../support/database.ts';
import { until } from '../../support/until.ts';
import { within } from '../../support/within.ts';

let db: PGlite;
let session: SharedSession;
let folder: string;
let pool: pg.Pool;

beforeAll(async () => {
  const made = await emptyInMemory();
  db = await PGlite.create({ loadDataDir: await made.dump() });
  await made.close();
  folder = await mkdtemp(join(tmpdir(), 'renkei-'));
  session = await shareSession(db, socketIn(folder), { onLost });
  pool = poolOn(folder);
  await pool.query('CREATE TABLE said (line text)');
});
afterAll(async () => {
  await within('the clients leave, and the session closes', Promise.all([pool.end(), session.close()]));
  await db.close();
  await rm(folder, { recursive: true });
});

const onLost = (fault: Error) => Promise.reject(fault);
const oneClient = async (host = folder): Promise<pg.Client> => {
  const client = new pg.Client({ host, port: 5432, user: 'postgres', database: 'postgres', ssl: false });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

describe('many clients', () => {
  // What one scene left in the session is not to keep those that follow waiting.
  beforeEach(() =>
    within('the session is free for the next scene', pool.query('SELECT 1'), 5_000).then(() => undefined),
  );

  test('those who waited for a transaction get their own answers', async () => {
    const acting = await pool.connect();
    await acting.query('BEGIN');
    const waiting = Array.from({ length: 40 }, (_, n) =>
      n % 2
        ? pool.query('SELECT $1::int AS odd', [n]).then(({ rows }) => rows[0].odd)
        : pool.query('SELECT $1::int AS even, 7 AS other', [n]).then(({ rows }) => rows[0].even),
    );
    await acting.query('COMMIT');
    acting.release();
    expect(await within('forty answers after the transaction', Promise.all(waiting))).toEqual(
      Array.from({ length: 40 }, (_, n) => n),
    );
  });

  test('a client that dies inside a transaction is rolled back, and the next one is served', async () => {
    const dying = await oneClient();
    await dying.query('BEGIN');
    await dying.query("INSERT INTO said VALUES ('half')");
    const waiting = pool.query('SELECT count(*)::int AS lines FROM said');
    // biome-ignore lint/suspicious/noExplicitAny: the driver's types hide its socket
    (dying as any).connection.stream.destroy();
    expect((await within('the next client is served', waiting)).rows).toEqual([{ lines: 0 }]);
  });

  test('so is one that dies in the middle of a message', async () => {
    const dying = connect(socketIn(folder)).on('error', () => undefined);
    let heard = '';
    dying.on('data', (bytes) => {
      heard += bytes.toString('latin1');
    });
    dying.write(startup);
    dying.write(query('BEGIN'));
    await until(() => heard.includes('BEGIN'));
    dying.write(query('SELECT 1').subarray(0, 7));
    dying.destroy();
    expect((await within('the next client is served', pool.query('SELECT 1 AS one'))).rows).toEqual([{ one: 1 }]);
  });

  test('a failed statement closes its transaction only when its client does', async () => {
    const acting = await pool.connect();
    await acting.query('BEGIN');
    await expect(acting.query('SELECT $1::int / 0', [1])).rejects.toThrow('division by zero');
    const waiting = pool.query('SELECT 1 AS one');
    await expect(acting.query('SELECT 1')).rejects.toThrow('aborted');
    await acting.query('ROLLBACK');
    acting.release();
    expect((await within('the next client is served', waiting)).rows).toEqual([{ one: 1 }]);
  });

  test('a parameter of eight million letters arrives whole', async () => {
    const { rows } = await pool.query('SELECT length($1) AS letters, $1 AS same', ['連'.repeat(8_000_000)]);
    expect([rows[0].letters, rows[0].same.length]).toEqual([8_000_000, 8_000_000]);
  });

  test('the protocol may be cut into pieces anywhere', async () => {
    const bytes = Buffer.concat([startup, query("SELECT 'a'"), query('SELECT 1 / 0'), query("SELECT 'b'"), terminate]);
    const whole = await within('the server hangs up', converse([bytes]), 5_000);
    expect(whole).toContain('division by zero');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 6 }), async (cuts) => {
        // An empty piece says nothing; after the last word it would be said to nobody.
        const ends = [...new Set([0, ...cuts, bytes.length])].sort((a, b) => a - b);
        const pieces = ends.slice(1).map((end, n) => bytes.subarray(ends[n], end));
        expect(await within('the server hangs up', converse(pieces), 5_000)).toBe(whole);
      }),
      { numRuns: 30, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
    );
  });
});

test('a transaction that its client leaves idle is ended', async () => {
  const apart = await PGlite.create({ loadDataDir: await db.dumpDataDir('none') });
  const place = await mkdtemp(join(tmpdir(), 'renkei-'));
  const impatient = await shareSession(apart, socketIn(place), { onLost, idleInTransaction: 300 });
  const [idle, next] = [await oneClient(place), await oneClient(place)];
  await idle.query("BEGIN; INSERT INTO said VALUES ('idle')");
  const other = within('the next client is served', next.query('SELECT count(*)::int AS lines FROM said'));
  expect((await other).rows).toEqual([{ lines: 0 }]);
  await expect(idle.query('COMMIT')).rejects.toThrow();
  await next.end();
  await impatient.close();
  await apart.close();
  await rm(place, { recursive: true });
});

describe('Prisma', () => {
  let made: TestDatabase;
  let prisma: PrismaClient;

  beforeAll(async () => {
    made = await testDatabase();
    prisma = new PrismaClient({ adapter: new PrismaPg(made.pool) });
  });
  afterAll(async () => {
    await prisma.$disconnect();
    await made.close();
  });

  test('thirty interactive transactions at once all end, and none loses what another wrote', async () => {
    const { id } = await prisma.person.create({ data: { name: '0' } });
    await Promise.all(
      Array.from({ length: 30 }, () =>
        prisma.$transaction(
          async (tx) => {
            await tx.$queryRaw`SELECT id FROM person WHERE id = ${id} FOR UPDATE`;
            const { name } = await tx.person.findUniqueOrThrow({ where: { id } });
            await tx.person.update({ where: { id }, data: { name: String(Number(name) + 1) } });
          },
          { maxWait: 15_000, timeout: 15_000 },
        ),
      ),
    );
    expect(await prisma.person.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: '30' });
  });

  test('a transaction that waited too long to begin leaves nothing open behind it', async () => {
    await prisma.$transaction(async (tx) => {
      await tx.person.count();
      const late = prisma.$transaction((other) => other.person.count(), { maxWait: 100 });
      if (made.kind === 'embedded') await expect(late).rejects.toMatchObject({ code: 'P2028' });
      else await late;
    });
    // What stood open would be ended after fifteen seconds.
    await within('the next one is served', prisma.person.create({ data: { name: '小田' } }));
  });
});

/** Says these pieces one after another, and hears until the server hangs up. */
async function converse(pieces: readonly Buffer[]): Promise<string> {
  const socket = connect(socketIn(folder)).setNoDelay(true);
  const heard: Buffer[] = [];
  socket.on('data', (bytes) => heard.push(bytes));
  const say = async () => {
    for (const piece of pieces) {
      socket.write(piece);
      await sleep(1);
    }
  };
  await Promise.all([once(socket, 'close'), say()]);
  return Buffer.concat(heard).toString('latin1');
}

function message(type: string, body: string): Buffer {
  const bytes = Buffer.from(`${type}\0\0\0\0${body}`);
  bytes.writeInt32BE(bytes.length - type.length, type.length);
  return bytes;
}
const startup = message('', '\0\x03\0\0user\0postgres\0\0');
const query = (sql: string) => message('Q', `${sql}\0`);
const terminate = message('X', '');
