/**
 * Brings the database up to the migrations of this build, at start.
 *
 * It keeps Prisma's own table and checksums and takes Prisma's own lock, so `prisma migrate status` and `deploy` read
 * what this has applied, and the other way round. Each migration is one transaction that first takes the lock and then
 * looks anew at what is applied: of several replicas that start together one applies it, also on the embedded
 * database, where advisory locks exclude nobody but transactions do.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { waitPatiently } from './server.ts';

/** The advisory lock that Prisma's schema engine takes. */
const LOCK = 72_707_369;

export type RefusedBecause = 'unknown' | 'edited' | 'unfinished' | 'failing';

/** The database and the migrations of this build do not fit; nothing of this migration was applied. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  readonly migration: string;
  readonly because: RefusedBecause;

  constructor(migration: string, because: RefusedBecause, cause?: unknown) {
    const detail = cause instanceof Error ? `: ${cause.message}` : '';
    super(`migration ${migration} ${explained[because]}${detail}`, { cause });
    this.migration = migration;
    this.because = because;
  }
}

const explained: Record<RefusedBecause, string> = {
  unknown: 'was applied by a newer build, which this one does not know; start that build, or restore a backup',
  edited: 'was edited after it was applied; restore its file, and write a new migration for the change',
  unfinished: 'was begun by Prisma and not finished; settle it with `npx prisma migrate resolve`',
  failing: 'cannot be applied',
};

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Applies the migrations in this folder that the database lacks, in the order of their names; the names applied. */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const applied: string[] = [];
  const client = await pool.connect();
  waitPatiently(client);
  try {
    for (;;) {
      const name = await applyNext(client, migrations);
      if (!name) return applied;
      applied.push(name);
    }
  } finally {
    client.release(true);
  }
}

/** The folder's migrations in the order of their names. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Applies the first migration that is missing, if there is one; its name. */
async function applyNext(client: PoolClient, migrations: readonly Migration[]): Promise<string | undefined> {
  await client.query('BEGIN');
  try {
    await client.query('SET LOCAL statement_timeout = 0');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const next = firstMissing(migrations, await readApplied(client));
    if (next) await apply(client, next);
    await client.query('COMMIT');
    return next?.name;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

async function readApplied(client: PoolClient): Promise<Applied[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`);
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return rows;
}

function firstMissing(migrations: readonly Migration[], applied: readonly Applied[]): Migration | undefined {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const migration = known.get(name);
    if (!migration) throw new MigrationRefused(name, 'unknown');
    if (!finished_at) throw new MigrationRefused(name, 'unfinished');
    if (migration.checksum !== checksum) throw new MigrationRefused(name, 'edited');
  }
  const names = new Set(applied.map((row) => row.migration_name));
  return migrations.find(({ name }) => !names.has(name));
}

async function apply(client: PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new MigrationRefused(name, 'failing', error);
  }
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}
