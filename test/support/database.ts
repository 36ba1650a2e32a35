/**
 * A database for one test file: fresh, migrated, and the real one.
 *
 * It is PGlite in memory and in this process, behind the same socket and pool as the embedded database; loading a
 * migrated dump takes a third of a second, and the dump is made once for each state of the migrations. Where
 * TEST_DATABASE_URL names a PostgreSQL server, it is a copy of a migrated template there.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import pg from 'pg';
import { projectFolder } from '../../src/projectFolder.ts';
import { poolOn, socketIn } from '../../src/store/database/embedded.ts';
import { migrate, readMigrations } from '../../src/store/database/migrate.ts';
import { openServer } from '../../src/store/database/server.ts';
import { shareSession } from '../../src/store/database/session.ts';

export const migrationsFolder = join(projectFolder, 'prisma', 'migrations');

const dumps = join(projectFolder, 'node_modules', '.cache', 'renkei');

/** The PostgreSQL server to test on, where there is one. */
export const testServer = process.env.TEST_DATABASE_URL;

export interface TestDatabase {
  readonly kind: 'server' | 'embedded';
  readonly pool: pg.Pool;
  /** `postgres://…` of this database. */
  readonly url: string;
  close(): Promise<void>;
}

/** What many test files begin with, such as a whole council: made once, and copied for each. */
export interface Beginning {
  /** Lower case letters. */
  readonly name: string;
  /** Whatever changes what is filled in changes this. */
  readonly state: string;
  fill(pool: pg.Pool): Promise<void>;
}

/** A migrated database that nobody else uses, filled if asked; on PostgreSQL where TEST_DATABASE_URL names a server. */
export const testDatabase = (beginning?: Beginning): Promise<TestDatabase> =>
  testServer ? copyOfTemplate(testServer, beginning) : migratedInMemory(beginning);

/** A database without any table; on PostgreSQL where TEST_DATABASE_URL names a server. */
export const emptyDatabase = (): Promise<TestDatabase> =>
  testServer ? createOn(testServer, 'template1') : emptyInMemory();

export interface InMemory extends TestDatabase {
  /** All that it holds, to be loaded into another. */
  dump(): Promise<Blob>;
  /** Cuts every connection and answers nobody until it is called back. */
  goAway(): Promise<() => Promise<void>>;
}

/** PGlite in memory without any table, whatever TEST_DATABASE_URL says. */
export const emptyInMemory = async (): Promise<InMemory> => inMemory(await kept('bare', bareInMemory));

/** As little as there can be, since every test file loads it: a short log, small buffers, no databases to copy from. */
async function bareInMemory(): Promise<InMemory> {
  const made = await inMemory();
  await made.pool.query("ALTER SYSTEM SET shared_buffers = '8MB'");
  await made.pool.query('UPDATE pg_database SET datistemplate = false');
  for (const template of ['template0', 'template1']) await made.pool.query(`DROP DATABASE ${template}`);
  return made;
}

const migratedInMemory = async (beginning?: Beginning): Promise<InMemory> => inMemory(await migratedDump(beginning));

const migratedDump = async (beginning?: Beginning): Promise<Blob> =>
  kept(await stateOf(beginning), async () => {
    const first = await emptyInMemory();
    await migrate(first.pool, migrationsFolder);
    await beginning?.fill(first.pool);
    return first;
  });

/** Makes this the data folder of an embedded database that begins so. */
export async function fillFolder(dataDir: string, beginning: Beginning): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const fs = new NodeFS(join(dataDir, 'database'));
  const db = await PGlite.create({ fs, loadDataDir: await migratedDump(beginning) });
  await db.close();
}

/** PGlite in memory with what this dump holds. */
async function inMemory(dump?: Blob): Promise<InMemory> {
  const db = await PGlite.create(dump ? { loadDataDir: dump } : { initDbStartParams: ['--wal-segsize=1'] });
  const folder = await mkdtemp(join(tmpdir(), 'renkei-'));
  const serve = () => shareSession(db, socketIn(folder), { onLost: (fault) => Promise.reject(fault) });
  let session = await serve();
  const pool = poolOn(folder);
  return {
    kind: 'embedded',
    pool,
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    dump: () => db.dumpDataDir('none'),
    async goAway() {
      await session.close();
      return async () => {
        session = await serve();
      };
    },
    async close() {
      await pool.end();
      await session.close();
      await db.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The dump of this name, made if it was not kept yet. */
async function kept(name: string, make: () => Promise<InMemory>): Promise<Blob> {
  const library = join(projectFolder, 'node_modules', '@electric-sql', 'pglite', 'package.json');
  const { version } = JSON.parse(await readFile(library, 'utf8'));
  const file = join(dumps, `pglite-${version}-${name}.tar`);
  const found = await readFile(file).catch(() => undefined);
  if (found) return new Blob([found]);

  const made = await make();
  await made.pool.query('SET wal_recycle = off; CHECKPOINT'); // nothing to recover when it is loaded, and no old log
  const dump = await made.dump();
  await made.close();
  await mkdir(dumps, { recursive: true });
  await writeFile(`${file}.${process.pid}`, dump.stream());
  await rename(`${file}.${process.pid}`, file); // whole, or not there: several test files may make it at once
  return dump;
}

/** Names the state of the migrations, and of what is filled in. */
async function stateOf({ name, state }: Pick<Beginning, 'name' | 'state'> = { name: 'migrated', state: '' }) {
  const migrations = await readMigrations(migrationsFolder);
  const all = [...migrations.map((one) => `${one.name} ${one.checksum}`), state].join('\n');
  return `${name}_${createHash('sha256').update(all).digest('hex').slice(0, 16)}`;
}

async function copyOfTemplate(server: string, beginning?: Beginning): Promise<TestDatabase> {
  const template = `renkei_template_${await stateOf(beginning)}`;
  await asAdmin(server, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(1)'); // several test files start at once
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    const made = await createOn(server, 'template1');
    await migrate(made.pool, migrationsFolder);
    await beginning?.fill(made.pool);
    await made.pool.end();
    await admin.query(`ALTER DATABASE ${new URL(made.url).pathname.slice(1)} RENAME TO ${template}`);
  });
  return createOn(server, template);
}

async function createOn(server: string, template: string): Promise<TestDatabase> {
  const name = `renkei_test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  const { pool } = openServer(url.href);
  return {
    kind: 'server',
    pool,
    url: url.href,
    async close() {
      await pool.end();
      await asAdmin(server, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

async function asAdmin(server: string, act: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client(server);
  await admin.connect();
  try {
    await act(admin);
  } finally {
    await admin.end();
  }
}
