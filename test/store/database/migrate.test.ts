/** Migrations at start: each is applied once, whole, and nothing is applied that does not fit. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../src/store/database/migrate.ts';
import { emptyDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  folder = await mkdtemp(join(tmpdir(), 'renkei-'));
  await writes('1_first', 'CREATE TABLE first (id int);');
  await writes('2_second', 'CREATE TABLE second (id int); INSERT INTO second VALUES (2);');
});
afterEach(() => rm(folder, { recursive: true }));

async function writes(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

const tables = async () => {
  const { rows } = await database.pool.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
};

test('what is missing is applied in order, and nothing a second time', async () => {
  expect(await migrate(database.pool, folder)).toEqual(['1_first', '2_second']);
  expect(await migrate(database.pool, folder)).toEqual([]);
  await writes('3_third', 'CREATE FUNCTION three() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 3; END; $$;');
  expect(await migrate(database.pool, folder)).toEqual(['3_third']);
});

test('of four that start at once, each migration is applied by one', async () => {
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database.pool, folder)));
  expect(applied.flat().sort()).toEqual(['1_first', '2_second']);
  expect((await database.pool.query('SELECT id FROM second')).rows).toEqual([{ id: 2 }]);
});

test('Prisma reads what was applied: its table, its checksums', async () => {
  await migrate(database.pool, folder);
  const { rows } = await database.pool.query(
    'SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at FROM _prisma_migrations ORDER BY 1',
  );
  expect(rows[0]).toEqual({
    migration_name: '1_first',
    checksum: '9306ca57b3a4fb17ae7aa78ad99be9dd1357a32738ef31c6967a59bd2346ee96',
    applied_steps_count: 1,
    logs: null,
    rolled_back_at: null,
  });
});

test('one that fails leaves nothing of itself, and what came before stays', async () => {
  await writes('3_third', 'CREATE TABLE third (id int); INSERT INTO nowhere VALUES (3);');
  await expect(migrate(database.pool, folder)).rejects.toMatchObject({
    name: 'MigrationRefused',
    because: 'failing',
    message: 'migration 3_third cannot be applied: relation "nowhere" does not exist',
  });
  expect(await tables()).toEqual(['_prisma_migrations', 'first', 'second']);
  await writes('3_third', 'CREATE TABLE third (id int);');
  expect(await migrate(database.pool, folder)).toEqual(['3_third']);
});

test('one that was edited after it was applied stops the start', async () => {
  await migrate(database.pool, folder);
  await writes('1_first', 'CREATE TABLE first (id bigint);');
  await expect(migrate(database.pool, folder)).rejects.toThrow('migration 1_first was edited after it was applied');
});

test('an older build does not start on a newer database', async () => {
  await migrate(database.pool, folder);
  await rm(join(folder, '2_second'), { recursive: true });
  await expect(migrate(database.pool, folder)).rejects.toThrow('migration 2_second was applied by a newer build');
});

test('one that Prisma began and did not finish stops the start; settled as rolled back, it is applied', async () => {
  await migrate(database.pool, folder);
  await database.pool.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_second'");
  await expect(migrate(database.pool, folder)).rejects.toThrow('prisma migrate resolve');
  await database.pool.query("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '2_second'");
  await database.pool.query('DROP TABLE second');
  expect(await migrate(database.pool, folder)).toEqual(['2_second']);
});
