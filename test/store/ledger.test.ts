import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../src/domain/day.ts';
import { type Ledger, ledger } from '../../src/store/ledger.ts';
import type { PrismaClient } from '../../src/store/prisma/client.ts';
import { takeOver } from '../../src/store/takeOver.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { smallCouncil } from '../support/smallCouncil.ts';

let database: TestDatabase;
let client: PrismaClient;
let book: Ledger;

beforeAll(async () => {
  database = await testDatabase();
  client = await smallCouncil(database);
  book = ledger(client);
});
afterAll(() => database.close());
beforeEach(() => client.$executeRaw`TRUNCATE occurrence`);

const NINE = instant(Date.parse('2026-06-09T09:00:00+09:00'));
const NEXT_DAY = instant(NINE + 24 * 60 * 60_000);
const lateByLease = () =>
  client.$executeRaw`UPDATE occurrence SET lease_until = clock_timestamp() - interval '1 second'`;
const occurrences = () => client.occurrence.findMany({ orderBy: { dueAt: 'asc' } });

describe('the ledger', () => {
  it('gives each occurrence to one of many who ask for it', async () => {
    const begun = await Promise.all(Array.from({ length: 8 }, () => book.begin('digest', NINE)));
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect(await book.begin('handover', NINE)).toBe(true);
  });

  it('knows the last occurrence of each job', async () => {
    expect(await book.lastOf('digest')).toBeUndefined();
    await book.begin('digest', NEXT_DAY);
    await book.begin('digest', NINE);
    expect([await book.lastOf('digest'), await book.lastOf('handover')]).toEqual([NEXT_DAY, undefined]);
  });

  it('forgets what is long over, but not the last of a job, nor what was never finished', async () => {
    for (const due of [NINE, NEXT_DAY]) {
      await book.begin('returned', due);
      await book.done('returned', due, due);
      await book.begin('digest', due);
    }
    await book.forget(instant(NEXT_DAY + 1));
    expect((await occurrences()).map(({ job, dueAt }) => [job, dueAt.getTime()])).toEqual([
      ['digest', NINE],
      ...['returned', 'digest'].map((job) => [job, NEXT_DAY]),
    ]);
  });

  it('gives what was left unfinished to one who resumes it, after the lease', async () => {
    await book.begin('digest', NEXT_DAY);
    await book.begin('digest', NINE);
    expect(await book.resume('digest')).toEqual([]);
    await lateByLease();
    expect(await book.resume('handover')).toEqual([]);
    const resumed = await Promise.all([book.resume('digest'), book.resume('digest')]);
    expect(resumed.flat().toSorted()).toEqual([NINE, NEXT_DAY]);
  });

  it('gives it at once to who alone has the database', async () => {
    await book.begin('digest', NINE);
    await takeOver(client);
    expect(await book.resume('digest')).toEqual([NINE]);
  });

  it('never gives again what is done or was skipped', async () => {
    await book.begin('digest', NINE);
    await book.planned('digest', NINE, 3);
    await book.planned('digest', NINE, 4);
    await book.done('digest', NINE, instant(NINE + 1000));
    await book.begin('digest', NEXT_DAY);
    await book.skipped('digest', NEXT_DAY, NEXT_DAY);
    expect([await book.resume('digest'), await book.begin('digest', NINE)]).toEqual([[], false]);
    expect(await occurrences()).toMatchObject([
      { state: 'done', planned: 7, finishedAt: new Date(NINE + 1000) },
      { state: 'skipped', planned: 0 },
    ]);
  });
});
