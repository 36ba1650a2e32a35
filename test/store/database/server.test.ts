/** A server that goes away and comes back, and one whose clock shows another zone. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { expect, test } from 'vitest';
import { projectFolder } from '../../../src/projectFolder.ts';
import { openServer, waitPatiently } from '../../../src/store/database/server.ts';
import { PrismaClient } from '../../../src/store/prisma/client.ts';
import { isUnavailable } from '../../../src/store/unavailable.ts';
import { emptyInMemory, testDatabase, testServer } from '../../support/database.ts';
import { wireTo } from '../../support/wire.ts';
import { within } from '../../support/within.ts';

/** A server's life in one scene: used, stopped in the middle of a transaction, away, and back. */
async function survives(url: string, goAway: () => Promise<() => Promise<void>>): Promise<void> {
  const { pool, close } = openServer(url);
  // Two connections: one acts, one is idle.
  await Promise.all([pool.query('SELECT 1'), pool.query('SELECT 1')]);
  const acting = await pool.connect();
  await acting.query('BEGIN');

  const comeBack = await goAway();
  expect(await refused('an answer to the commit', acting.query('COMMIT'))).toBe(true);
  acting.release();
  const asked = performance.now();
  expect(await refused('an answer while it is away', pool.query('SELECT 1'))).toBe(true);
  expect(performance.now() - asked).toBeLessThan(2_500);

  await comeBack();
  expect((await within('an answer when it is back', pool.query('SELECT 1 AS one'))).rows).toEqual([{ one: 1 }]);
  await close();
}

const refused = (what: string, answer: Promise<unknown>): Promise<boolean> =>
  within(
    what,
    answer.then(
      () => false,
      () => true,
    ),
    5_000,
  );

test('while the database is away, who asks is told within seconds; when it is back, it serves', {
  timeout: 60_000,
}, async () => {
  const made = await emptyInMemory();
  await survives(made.url, made.goAway);
  await made.close();
});

test('a server that takes the call and says nothing is given up within seconds', { timeout: 60_000 }, async () => {
  const silent = createServer((caller) => caller.on('error', () => undefined));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const { pool, close } = openServer(`postgres://nobody@127.0.0.1:${port}/nothing`);
  const fault = await within('who asks is told', pool.query('SELECT 1'), 5_000).catch((one: unknown) => one);
  expect(isUnavailable(fault), String(fault)).toBe(true);
  await close();
  silent.close();
});

// On a socket of this machine nothing is forgotten.
test.runIf(testServer)(
  'a connection that a firewall forgot is given up, in a transaction too',
  {
    timeout: 60_000,
  },
  async () => {
    const made = await testDatabase();
    const wire = await wireTo(made.url);
    const { pool, close } = openServer(wire.url, 800);
    const acting = await pool.connect();
    await acting.query('BEGIN');
    wire.forget();
    const lost = await within('the forgotten connection is given up', acting.query('SELECT 1')).catch((fault) => fault);
    expect(isUnavailable(lost), String(lost)).toBe(true);
    acting.release();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);

    const patient = await pool.connect();
    waitPatiently(patient);
    await patient.query('SELECT pg_sleep(1)');
    patient.release(true);
    await close();
    await wire.close();
    await made.close();
  },
);

test('an instant comes back as it was, whatever zone the database is set to', { timeout: 60_000 }, async () => {
  const made = await testDatabase();
  if (made.kind === 'server') {
    await made.pool.query(`ALTER DATABASE ${new URL(made.url).pathname.slice(1)} SET timezone TO 'Asia/Tokyo'`);
  }
  const { pool, close } = openServer(made.url);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const at = new Date('2028-03-31T15:00:00.123Z');
  await prisma.handled.create({
    data: { key: 'act', councilId: 'ibaraki', personId: 1, channelId: 'C1', line: '/req show 1', at, reply: {} },
  });
  expect((await prisma.handled.findUniqueOrThrow({ where: { key: 'act' } })).at).toEqual(at);
  const { rows } = await pool.query('SELECT extract(epoch FROM at)::float8 * 1000 AS ms, at FROM handled');
  expect(rows).toEqual([{ ms: at.getTime(), at }]);
  await prisma.$disconnect();
  await close();
  await made.close();
});

test('an option that the address has already is kept beside ours', { timeout: 60_000 }, async () => {
  const made = await testDatabase();
  const url = new URL(made.url);
  url.searchParams.set('options', '-c application_name=renkei');
  const { pool, close } = openServer(url.href);
  const { rows } = await pool.query(
    "SELECT current_setting('timezone') AS zone, current_setting('application_name') AS of",
  );
  expect(rows[0]).toMatchObject(made.kind === 'server' ? { zone: 'UTC', of: 'renkei' } : { zone: 'UTC' });
  await close();
  await made.close();
});

// With the machine's own PostgreSQL, on a server of its own: the other tests go on with theirs.
if (process.env.TEST_DATABASE_CONTROL) {
  test('a PostgreSQL server that is stopped and started again', { timeout: 60_000 }, async () => {
    const script =
      '. .ci/postgres; postgres_start >&2; echo "$TEST_DATABASE_URL"; echo "$TEST_DATABASE_CONTROL"; read; postgres_stop';
    const server = spawn('bash', ['-ec', script], { cwd: projectFolder, stdio: ['pipe', 'pipe', 'inherit'] });
    const [url, control] = await firstLines(server.stdout, 2);
    const [command = '', ...words] = (control ?? '').split(' ');
    const pgCtl = (...more: string[]) => promisify(execFile)(command, [...words, ...more], { cwd: '/' });

    await survives(url ?? '', async () => {
      await pgCtl('-m', 'immediate', 'stop');
      return async () => void (await pgCtl('start'));
    });
    server.stdin.end('\n');
    await once(server, 'exit');
  });
}

async function firstLines(stream: NodeJS.ReadableStream, count: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream })) if (lines.push(line) === count) break;
  return lines;
}
