/** What is committed has reached the disk, and a database appears whole or not at all. */
import fs from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openDurable } from '../../../src/store/database/durable.ts';

let folder: string;
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a start that was interrupted while creating is begun anew; each commit calls fsync, also after the next start', {
  timeout: 60_000,
}, async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei-'));
  const data = join(folder, 'database');
  await mkdir(`${data}.new`);
  await writeFile(join(`${data}.new`, 'PG_VERSION'), '18');

  const fsync = vi.spyOn(fs, 'fsyncSync');
  const syncsOf = async (act: () => Promise<unknown>) => {
    fsync.mockClear();
    await act();
    return fsync.mock.calls.length;
  };

  let db = await openDurable(data);
  expect(await readdir(folder)).toEqual(['database']);
  expect(((await stat(data)).mode & 0o777).toString(8)).toBe('700');
  await db.exec('CREATE TABLE said (n int)');
  expect(await syncsOf(() => db.exec('INSERT INTO said VALUES (1)'))).toBeGreaterThan(0);
  await db.close();

  db = await openDurable(data);
  for (const n of [2, 3, 4]) {
    expect(await syncsOf(() => db.exec(`INSERT INTO said VALUES (${n})`))).toBeGreaterThan(0);
  }
  expect(await syncsOf(() => db.query('SELECT n FROM said'))).toBe(0);
  expect((await db.query('SELECT n FROM said')).rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
  await db.close();
});
