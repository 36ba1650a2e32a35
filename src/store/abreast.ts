/**
 * Councils that are read side by side: a question that several of them ask at the same moment goes to the database once, and
 * each gets its own rows of the answer. What only one of them asks, it asks for itself.
 */
import { isDeepStrictEqual } from 'node:util';
import { groups } from '../domain/groups.ts';
import type { PrismaClient } from './prisma/client.ts';

/** A list of rows as Prisma is asked for it. */
export interface Listing {
  readonly where?: Readonly<Record<string, unknown>>;
  readonly [option: string]: unknown;
}

/** The rows of one council. */
export type Ask = (model: string, listing: Listing, councilId: string) => Promise<unknown[]>;

interface Question {
  readonly model: string;
  readonly listing: Listing;
  readonly councils: Set<string>;
  readonly answer: Promise<ReadonlyMap<string, unknown[]>>;
}

type Row = { readonly councilId?: string; readonly id?: string };

/** Only whole lists of whole rows are asked for together: the first ten of two councils are not the first ten of each. */
export const isWhole = ({ take, skip, cursor, distinct, select }: Listing): boolean =>
  [take, skip, cursor, distinct, select].every((one) => one === undefined);

export function abreast(client: PrismaClient): Ask {
  let asked: Question[] = [];

  /** Once everyone who is about to ask has asked. */
  async function answer(model: string, listing: Listing, councils: ReadonlySet<string>) {
    await new Promise((resume) => setImmediate(resume));
    asked = asked.filter((one) => one.councils !== councils);
    const whose = model === 'Council' ? 'id' : 'councilId';
    const table = client[`${model[0]?.toLowerCase()}${model.slice(1)}` as 'item'];
    const rows: Row[] = await table.findMany({
      ...listing,
      where: { ...listing.where, [whose]: { in: [...councils] } },
    });
    return groups(rows, (one) => one[whose] ?? '');
  }

  return async (model, listing, councilId) => {
    const same = asked.find((one) => one.model === model && isDeepStrictEqual(one.listing, listing));
    const councils = same?.councils ?? new Set<string>();
    const question = same ?? { model, listing, councils, answer: answer(model, listing, councils) };
    if (!same) asked.push(question);
    councils.add(councilId);
    return (await question.answer).get(councilId) ?? [];
  };
}
