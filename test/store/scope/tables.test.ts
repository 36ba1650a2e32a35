/** The tables: the database itself keeps councils apart. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Remembered } from '../../support/council.ts';
import { HERE, THERE, twoCouncils } from '../../support/neighbours.ts';

let memory: Remembered;
beforeAll(async () => {
  memory = await twoCouncils();
});
afterAll(() => memory.close());

describe('The tables themselves', () => {
  test('every foreign key between tables of a council carries the council', async () => {
    const { rows: keys } = await memory.database.pool.query<{ name: string; bound: boolean }>(`
      SELECT c.conname AS name, EXISTS (
        SELECT FROM unnest(c.conkey, c.confkey) AS pair(mine, theirs)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = pair.mine
        JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = pair.theirs
        WHERE a.attname = 'council_id' AND b.attname IN ('council_id', 'id') AND (b.attname = 'council_id' OR c.confrelid = 'council'::regclass)
      ) AS bound
      FROM pg_constraint c
      WHERE c.contype = 'f' AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attname = 'council_id')
        AND c.confrelid <> 'person'::regclass`);
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((one) => !one.bound)).toEqual([]);
  });

  test('a row cannot point at a row of the other council', async () => {
    const { pool } = memory.database;
    await pool.query(
      `INSERT INTO body (council_id, slug, kind, name, position) VALUES ($1, 'tonari-wg', 'workingGroup', 'となりのWG', 99)`,
      [THERE],
    );
    const insert = (council: string) =>
      pool.query(
        `INSERT INTO seat (council_id, id, body_slug, role) VALUES ($1, 'tonari-wg:lead', 'tonari-wg', 'lead')`,
        [council],
      );
    await expect(insert(HERE)).rejects.toMatchObject({ code: '23503' });
    await expect(insert(THERE)).resolves.toMatchObject({ rowCount: 1 });
  });
});
