/** What is committed has reached the disk, and a database appears whole or not at all. */
import fs from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDurable } from '../../../src/store/database/durable.ts';
import { poolOn, socketIn } from '../../../src/store/database/embedded.ts';
import { serveHere } from '../../../src/store/database/serving.ts';

let folder: string;
let data: string;
let db: PGlite;
const fsync = vi.spyOn(fs, 'fsyncSync');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei-'));
  data = join(folder, 'database');
  await mkdir(`${data}.new`);
  await writeFile(join(`${data}.new`, 'PG_VERSION'), '18');
  db = await openDurable(data);
  await db.exec('CREATE TABLE said (n int)');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function syncsOf(act: () => Promise<unknown>): Promise<number> {
  fsync.mockClear();
  await act();
  return fsync.mock.calls.length;
}

test('what an interrupted start had begun to create is thrown away, and the whole stands alone', async () => {
  expect(await readdir(folder)).toEqual(['database']);
  expect(((await stat(data)).mode & 0o777).toString(8)).toBe('700');
});

test('each commit calls fsync, also after the next start; reading does not', { timeout: 60_000 }, async () => {
  expect(await syncsOf(() => db.exec('INSERT INTO said VALUES (1)'))).toBeGreaterThan(0);
  await db.close();
  db = await openDurable(data);
  for (const n of [2, 3, 4]) {
    expect(await syncsOf(() => db.exec(`INSERT INTO said VALUES (${n})`))).toBeGreaterThan(0);
  }
  expect(await syncsOf(() => db.query('SELECT n FROM said'))).toBe(0);
  await db.close();
});

test('a disk that refuses ends the database: nothing is acknowledged, and the next start finds what was', {
  timeout: 60_000,
}, async () => {
  let lose!: (fault: Error) => void;
  const lost = new Promise<Error>((resolve) => {
    lose = resolve;
  });
  const serving = await serveHere({ data, socket: socketIn(folder) }, lose);
  const pool = poolOn(folder);
  await pool.query('SELECT 1');
  fsync.mockImplementation(() => {
    throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
  });
  await expect(pool.query('INSERT INTO said VALUES (5)')).rejects.toThrow();
  expect((await lost).message).toContain('could not fsync');
  fsync.mockRestore();
  await pool.end();
  await serving.abandon();

  db = await openDurable(data);
  const { rows } = await db.query('SELECT n FROM said WHERE n < 5 ORDER BY n');
  expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
  await db.close();
});
