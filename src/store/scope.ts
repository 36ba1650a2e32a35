/**
 * The scope of a council: a client of the database that sees one council's rows and no others.
 *
 * Every operation on a council's table is given the council here, whatever the caller wrote; the tables that belong to no
 * council are not on the type. Raw SQL is a function of the council's id, or of the ids of those that are read abreast, so that
 * it cannot forget to ask for it.
 */
import { isWhole, type Listing, type OfCouncil, type OverCouncils, type Together } from './abreast.ts';
import type { Prisma, PrismaClient } from './prisma/client.ts';

/** Tables without a council: reached through `store.across` alone. */
const ACROSS = ['Person', 'SlackAccount', 'Handled', 'Occurrence', 'Rest', 'MailBounce', 'Mailbox'] as const;

const isAcross = (model: string): boolean => (ACROSS as readonly string[]).includes(model);

type Unreachable = Uncapitalize<(typeof ACROSS)[number]> | `$${string}`;

/** A council's tables. */
export type Scoped = Omit<Prisma.TransactionClient, Unreachable> & {
  /** Rows of a query over this council. */
  rows<Row>(query: (councilId: string) => Prisma.Sql): Promise<Row[]>;
  /** This council's rows of a query over all that are read abreast with it. */
  own<Row extends OfCouncil>(query: OverCouncils): Promise<Row[]>;
  /** Runs a statement over this council; the number of rows it changed. */
  run(query: (councilId: string) => Prisma.Sql): Promise<number>;
};

/**
 * A client whose every operation is held within the council, inside its transactions too. Of councils that are read abreast,
 * lists are asked for together.
 */
export const scopedClient = (client: PrismaClient, councilId: string, together?: Together) =>
  client.$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          const listing = (args ?? {}) as Listing;
          return together && operation === 'findMany' && !isAcross(model) && isWhole(listing)
            ? together.list(model, listing, councilId)
            : query(withinCouncil(model, operation, args, councilId));
        },
      },
    },
  });

/** The council's tables on a scoped client or a transaction of one. */
export function scoped(client: Prisma.TransactionClient, councilId: string, together?: Together): Scoped {
  const raw: Pick<Scoped, 'rows' | 'own' | 'run'> = {
    rows: (query) => client.$queryRaw(query(councilId)),
    async own<Row extends OfCouncil>(query: OverCouncils): Promise<Row[]> {
      const found = together ? together.rows(query, councilId) : client.$queryRaw<OfCouncil[]>(query([councilId]));
      return (await found).filter((one) => one.councilId === councilId) as Row[];
    },
    run: (query) => client.$executeRaw(query(councilId)),
  };
  // Defined, not assigned: Prisma's client is a proxy that would keep what is assigned to its heirs for all of them.
  return Object.create(client, Object.getOwnPropertyDescriptors(raw));
}

type Args = { where?: Record<string, unknown>; data?: unknown; create?: unknown; update?: unknown };

function withinCouncil(model: string, operation: string, args: unknown, councilId: string): object {
  const given = (args ?? {}) as Args;
  if (isAcross(model)) return given;
  const key = model === 'Council' ? { id: councilId } : { councilId };
  const written = (data: unknown): unknown =>
    Array.isArray(data) ? data.map((one) => ({ ...one, ...key })) : { ...(data as object), ...key };

  return {
    ...given,
    ...(!operation.startsWith('create') && { where: { ...narrowed(given.where, key), ...key } }),
    ...(given.data !== undefined && { data: written(given.data) }),
    ...(operation === 'upsert' && { create: written(given.create), update: written(given.update) }),
  };
}

/** The caller's filter with the council of a compound key replaced by this one. */
function narrowed(where: Record<string, unknown> = {}, key: object): Record<string, unknown> {
  const parts = Object.entries(where).map(([name, value]) =>
    name.startsWith('councilId_') ? [name, { ...(value as object), ...key }] : [name, value],
  );
  return Object.fromEntries(parts);
}
