/**
 * Councils that are read side by side: a question that several of them ask at the same moment goes to the database once, and
 * each gets its own rows of the answer. What only one of them asks, it asks for itself.
 */
import { isDeepStrictEqual } from 'node:util';
import { groups } from '../domain/groups.ts';
import type { Prisma, PrismaClient } from './prisma/client.ts';

/** A list of rows as Prisma is asked for it. */
export interface Listing {
  readonly where?: Readonly<Record<string, unknown>>;
  readonly select?: Readonly<Record<string, unknown>>;
  readonly [option: string]: unknown;
}

/** A query of our own over councils. */
export type OverCouncils = (councils: readonly string[]) => Prisma.Sql;

/** Says whose it is. */
export interface OfCouncil {
  readonly councilId: string;
}

/** What one council asks together with others: it gets its own rows. */
export interface Together {
  list(model: string, listing: Listing, councilId: string): Promise<unknown[]>;
  rows(query: OverCouncils, councilId: string): Promise<OfCouncil[]>;
}

interface Question {
  /** Alike where the same is asked. */
  readonly what: unknown;
  readonly councils: Set<string>;
  readonly answer: Promise<ReadonlyMap<string, unknown[]>>;
}

type Find = (councils: readonly string[]) => Promise<ReadonlyMap<string, unknown[]>>;

/** Only whole lists are asked for together: the first ten of two councils are not the first ten of each. */
export const isWhole = ({ take, skip, cursor, distinct }: Listing): boolean =>
  [take, skip, cursor, distinct].every((one) => one === undefined);

export function abreast(client: PrismaClient): Together {
  let asked: Question[] = [];

  /** Once everyone who is about to ask has asked. */
  async function answer(councils: ReadonlySet<string>, find: Find) {
    await new Promise((resume) => setImmediate(resume));
    asked = asked.filter((one) => one.councils !== councils);
    return find([...councils]);
  }

  async function ask(what: unknown, councilId: string, find: Find): Promise<unknown[]> {
    const same = asked.find((one) => isDeepStrictEqual(one.what, what));
    const councils = same?.councils ?? new Set<string>();
    const question = same ?? { what, councils, answer: answer(councils, find) };
    if (!same) asked.push(question);
    councils.add(councilId);
    return (await question.answer).get(councilId) ?? [];
  }

  return {
    list: (model, listing, councilId) =>
      ask([model, listing], councilId, async (councils) => {
        const whose = model === 'Council' ? 'id' : 'councilId';
        const table = client[`${model[0]?.toLowerCase()}${model.slice(1)}` as 'item'];
        const rows: { readonly councilId?: string; readonly id?: string }[] = await table.findMany({
          ...listing,
          where: { ...listing.where, [whose]: { in: [...councils] } },
          ...(listing.select && { select: { ...listing.select, [whose]: true } }),
        });
        return groups(rows, (one) => one[whose] ?? '');
      }),

    async rows(query, councilId) {
      const { sql, values } = query([]);
      const found = await ask([sql, values], councilId, async (councils) =>
        groups(await client.$queryRaw<OfCouncil[]>(query(councils)), (one) => one.councilId),
      );
      return found as OfCouncil[];
    },
  };
}
