/** Holding a folder against those who do not share this process's numbers and sockets: other containers, other machines. */
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Holder, holdFolder, readHolder } from '../../../src/store/database/lock.ts';
import { until } from '../../support/until.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei-'));
});
afterEach(() => rm(folder, { recursive: true }));

const elsewhere: Holder = { id: 'another', pid: 1, host: 'container', space: 'another machine', beat: 7 };
/** Whole or not at all, as a holder does it: half a file would be none. */
async function writes(holder: Holder): Promise<void> {
  await writeFile(join(folder, 'draft'), JSON.stringify(holder));
  await rename(join(folder, 'draft'), join(folder, 'database.lock'));
}

test('the same process is refused too, and told its own number', async () => {
  const hold = await holdFolder(folder);
  await expect(holdFolder(folder)).rejects.toMatchObject({ name: 'FolderHeld', pid: process.pid });
  await hold.release();
  await (await holdFolder(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

test('of ten that start at once, one holds the folder', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => holdFolder(folder)));
  const holds = tries.filter((one) => one.status === 'fulfilled');
  expect(holds).toHaveLength(1);
  await holds[0]?.value.release();
});

test('a holder elsewhere that still beats is left its folder', async () => {
  await writes(elsewhere);
  let beat = Promise.resolve();
  const beating = setInterval(() => {
    beat = writes({ ...elsewhere, beat: Date.now() });
  }, 1_000);
  await expect(holdFolder(folder)).rejects.toMatchObject({ name: 'FolderHeld', pid: 1, host: 'container' });
  clearInterval(beating);
  await beat;
});

test('one that is silent is taken for gone after five seconds', async () => {
  await writes(elsewhere);
  const begun = performance.now();
  const hold = await holdFolder(folder);
  expect(performance.now() - begun).toBeGreaterThan(4_900);
  expect(await readHolder(folder)).toMatchObject({ pid: process.pid });
  await hold.release();
});

test('a holder that others took for gone gives up, and leaves the file to them', async () => {
  const hold = await holdFolder(folder);
  await writes(elsewhere);
  expect(await hold.lost).toMatchObject({ name: 'FolderHeld', host: 'container' });
  await hold.release();
  expect(JSON.parse(await readFile(join(folder, 'database.lock'), 'utf8'))).toEqual(elsewhere);
});

test('it beats, and says where the database is', async () => {
  const hold = await holdFolder(folder);
  const before = await readHolder(folder);
  await hold.publish('.');
  const published = await readHolder(folder);
  expect(published).toEqual({ ...before, socket: '.', beat: (before?.beat ?? 0) + 1 });
  await until(async () => ((await readHolder(folder))?.beat ?? 0) > (published?.beat ?? 0));
  await hold.release();
});
