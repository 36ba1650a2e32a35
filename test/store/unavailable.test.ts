import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { isUnavailable } from '../../src/store/unavailable.ts';
import { testDatabase } from '../support/database.ts';
import { COUNCIL, smallCouncil } from '../support/smallCouncil.ts';
import { within } from '../support/within.ts';

const faultOf = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await within('an answer, or a fault', work(), 5_000);
  } catch (fault) {
    return fault;
  }
  throw new Error('nothing went wrong');
};

describe('a database that is away', () => {
  it('is told from a fault of our own, where it cannot be reached', async () => {
    const store = openStore(new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 1_000 }));
    expect(isUnavailable(await faultOf(() => store.council(COUNCIL).council()))).toBe(true);
    expect(isUnavailable(await faultOf(() => store.act(COUNCIL, async () => {})))).toBe(true);
    expect(isUnavailable(await faultOf(() => store.client.$queryRaw`SELECT 1`))).toBe(true);
  });

  it('is told from it where it does not answer', async () => {
    const store = openStore(new pg.Pool({ host: '192.0.2.1', connectionTimeoutMillis: 300 }));
    expect(isUnavailable(await faultOf(() => store.council(COUNCIL).council()))).toBe(true);
  });

  it('is told from it where it was closed under our feet', async () => {
    const database = await testDatabase();
    await smallCouncil(database);
    const store = openStore(database.pool);
    await store.council(COUNCIL).council();
    await database.close();
    expect(isUnavailable(await faultOf(() => store.council(COUNCIL).council()))).toBe(true);
  });

  it('is not thought of where the words were wrong', async () => {
    const database = await testDatabase();
    const client = await smallCouncil(database);
    expect(isUnavailable(await faultOf(() => client.$queryRaw`SELECT nonsense`))).toBe(false);
    expect(
      isUnavailable(
        await faultOf(() =>
          client.council.create({ data: { id: COUNCIL, name: 'x', shortName: 'x', rotationFrom: 1 } }),
        ),
      ),
    ).toBe(false);
    expect(isUnavailable(new TypeError('x is not a function'))).toBe(false);
    await database.close();
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)('a server that ends our connections', () => {
  it('in the middle of an act is away, and comes back by itself', async () => {
    const database = await testDatabase();
    await smallCouncil(database);
    const store = openStore(database.pool);
    const acting = store.act(COUNCIL, async ({ tx }) => {
      const other = new pg.Client(database.url);
      await other.connect();
      await other.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
      );
      await other.end();
      await sleep(50);
      await tx.$queryRaw`SELECT 1`;
    });
    expect(isUnavailable(await faultOf(() => acting))).toBe(true);
    expect(await store.council(COUNCIL).council()).toMatchObject({ id: COUNCIL });
    await database.close();
  });
});
