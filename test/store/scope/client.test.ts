/** The scoped client: whatever an operation is given, it is held within one council. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prisma } from '../../../src/store/prisma/client.ts';
import { type Scoped, scoped, scopedClient } from '../../../src/store/scope.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Remembered } from '../../support/council.ts';
import { HERE, MARK, THERE, twoCouncils } from '../../support/neighbours.ts';

let memory: Remembered;
let store: Store;
beforeAll(async () => {
  memory = await twoCouncils();
  store = memory.store;
});
afterAll(() => memory.close());

describe('The scoped client', () => {
  /** Every operation of Prisma's, with arguments that name the other council wherever one can be named. */
  const there = { councilId: THERE, id: THERE };
  const where = { ...there, councilId_number: { councilId: THERE, number: 1 } };
  const OPERATIONS: Record<keyof Prisma.TypeMap['model']['Item']['operations'], object> = {
    findUnique: { where },
    findUniqueOrThrow: { where },
    findFirst: { where },
    findFirstOrThrow: { where },
    findMany: { where, cursor: where },
    count: { where },
    aggregate: { where, _count: true },
    groupBy: { by: ['councilId'], where },
    create: { data: there },
    createMany: { data: [there, there] },
    createManyAndReturn: { data: [there, there] },
    update: { where, data: there },
    updateMany: { where, data: there },
    updateManyAndReturn: { where, data: there },
    upsert: { where, create: there, update: there },
    delete: { where },
    deleteMany: { where },
  };
  const ACROSS = ['Person', 'SlackAccount', 'Handled', 'Occurrence', 'Rest', 'MailBounce', 'Mailbox'];
  const models = Object.keys(Prisma.ModelName).filter((model) => !ACROSS.includes(model));

  /** The arguments with which an operation leaves the scope. */
  async function leaving(model: string, operation: string, given: object | undefined): Promise<unknown> {
    let left: unknown;
    const listening = scopedClient(store.client, HERE).$extends({
      query: {
        $allModels: {
          async $allOperations({ args }) {
            left = args;
          },
        },
      },
    });
    const table = (listening as unknown as Record<string, Record<string, (args?: object) => Promise<unknown>>>)[
      model.charAt(0).toLowerCase() + model.slice(1)
    ];
    await table?.[operation]?.(given);
    return left;
  }

  test('there is a model for each table of a council', () => expect(models.length).toBeGreaterThan(20));

  test.each(models)('%s: every operation is held within the council, whatever it was given', async (model) => {
    const key = model === 'Council' ? 'id' : 'councilId';
    for (const [operation, given] of Object.entries(OPERATIONS)) {
      const args = (await leaving(model, operation, given)) as Record<string, Record<string, unknown>>;
      const written = [args.data ?? [], args.create ?? [], args.update ?? []].flat();
      for (const one of written) expect([operation, one[key]]).toEqual([operation, HERE]);
      if (operation.startsWith('create')) continue;
      expect([operation, args.where?.[key]]).toEqual([operation, HERE]);
      expect([operation, args.where?.councilId_number]).toMatchObject([
        operation,
        key === 'id' ? {} : { councilId: HERE },
      ]);
    }
  });

  test.each(models)('%s: an operation without arguments is too', async (model) => {
    const key = model === 'Council' ? 'id' : 'councilId';
    for (const operation of ['findMany', 'findFirst', 'count', 'deleteMany']) {
      expect(await leaving(model, operation, undefined)).toMatchObject({ where: { [key]: HERE } });
    }
  });

  test('a query over councils that forgets to ask for its own is told no more than its own', async () => {
    const all = () => Prisma.sql`SELECT council_id AS "councilId" FROM item`;
    const found = await scoped(store.client, HERE).own(all);
    expect(new Set(found.map((one) => one.councilId))).toEqual(new Set([HERE]));
  });

  test('in the database: the other’s row is not found, not changed, not moved and not deleted', async () => {
    const scopedHere = scopedClient(store.client, HERE);
    const other = { councilId_number: { councilId: THERE, number: 4 } };
    await scopedHere.requirement.update({ where: other, data: { councilId: THERE, remarks: '変更' } });
    expect(await store.client.requirement.count({ where: { councilId: THERE } })).toBe(4);
    expect(await store.council(THERE).requirements.byNumber(4)).toMatchObject({ remarks: MARK });
    expect(await store.council(HERE).requirements.byNumber(4)).toMatchObject({ remarks: '変更' });
    expect(
      await scopedHere.item.findUnique({ where: { councilId_number: { councilId: THERE, number: 1 } } }),
    ).toMatchObject({ councilId: HERE });
    expect(await scopedHere.council.findMany()).toMatchObject([{ id: HERE }]);
  });

  test('tables of no council, and SQL that names none, are not on its type', () => {
    const compiled = (db: Scoped) => {
      // @ts-expect-error people are reached across councils alone
      db.person;
      // @ts-expect-error so are their accounts
      db.slackAccount;
      // @ts-expect-error SQL is given the council
      db.$queryRaw;
      // @ts-expect-error in statements too
      db.$executeRaw;
    };
    expect(compiled).toBeTypeOf('function');
  });
});
