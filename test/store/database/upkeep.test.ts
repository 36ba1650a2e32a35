/** The embedded database is kept in order while it is used. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepUp } from '../../../src/store/database/upkeep.ts';
import { emptyInMemory, type InMemory } from '../../support/database.ts';
import { until } from '../../support/until.ts';

let database: InMemory;
beforeAll(async () => {
  database = await emptyInMemory();
});
afterAll(() => database.close());

/** Bytes of its log that a start after a crash would have to read. */
async function unsaved(): Promise<number> {
  const { rows } = await database.pool.query(
    'SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int AS n FROM pg_control_checkpoint()',
  );
  return rows[0].n;
}

async function sizeOfTable(): Promise<number> {
  const { rows } = await database.pool.query("SELECT pg_relation_size('said')::int AS n");
  return rows[0].n;
}

test('its log is brought into the tables again and again, and dead rows make room', async () => {
  await database.pool.query(`CREATE TABLE said (n int, line text);
    INSERT INTO said SELECT n, repeat('あ', 500) FROM generate_series(1, 2000) n; UPDATE said SET n = n + 1`);
  const before = await unsaved();
  expect(before).toBeGreaterThan(1_000_000);

  const stop = keepUp(database.pool, 20);
  await until(async () => (await unsaved()) < before / 10, 30_000);
  await stop();

  const size = await sizeOfTable();
  await database.pool.query('UPDATE said SET n = n + 1');
  expect(await sizeOfTable()).toBe(size);
});
