/**
 * Which requirements a filter finds: from the sets of their traits, and, where a word is longer than the pairs of
 * characters that are such traits, by looking into those that hold them all, in any spelling of it.
 */
import { NumberSet } from '../../domain/numberSet.ts';
import { having, type RequirementFilter, toBeRead, traitsFor } from '../../domain/traits.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { setsOf } from './traits.ts';

/** Where they lie within so many numbers, more than a council has, or are so few, all are looked into; */
const WHOLE = 4_096;
const FEW = 512;
/** where they do not, so many at first and twice as many each time, until there are enough. */
const FIRST = 64;
/** Where at least one row in so many is a candidate, they are read in passing, and else looked up one by one. */
const DENSE = 4;

export interface Found {
  readonly set: NumberSet;
  /** The set holds as many as were asked for, and others would follow it. */
  readonly more: boolean;
}

/** All that it finds; or, where very many had to be looked into, the first of them, more than `enough`. */
export async function find(db: Scoped, filter: RequirementFilter, enough = Number.POSITIVE_INFINITY): Promise<Found> {
  const sets = await setsOf(db, traitsFor(filter));
  const { found: proven, toRead } = having(filter, (trait) => sets.get(trait) ?? NumberSet.none);
  const { size } = toRead;
  if (size === 0) return { set: proven, more: false };

  const [first = 0] = toRead.slice(0, 1);
  const [last = 0] = toRead.slice(size - 1, 1);
  const read: number[] = [];
  let looked = 0;
  let part = size <= FEW || last - first < WHOLE ? size : FIRST;
  // The first of them are known as far as was looked.
  let known = 0;
  while (looked < size && known <= enough) {
    const numbers = toRead.slice(looked, part);
    read.push(...(await holding(db, filter, numbers)));
    looked += numbers.length;
    part *= 2;
    known = read.length + proven.before(numbers.at(-1) ?? 0);
  }
  return { set: proven.or(NumberSet.of(read)), more: looked < size };
}

/** Those of them in which the long words stand whole, or whose system they name. */
async function holding(db: Scoped, filter: RequirementFilter, numbers: readonly number[]): Promise<number[]> {
  const words = toBeRead(filter).map(({ spellings, systems }) => {
    const ways = [
      ...spellings.map((one) => Prisma.sql`strpos(folded, ${one}) > 0`),
      ...(filter.alternatives ? spellings.map((one) => Prisma.sql`strpos(folded_alternative, ${one}) > 0`) : []),
      ...(systems.length > 0 ? [Prisma.sql`system_slug = ANY(${[...systems]})`] : []),
    ];
    return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
  });
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? first;
  const where =
    last - first < numbers.length * DENSE
      ? Prisma.sql`number BETWEEN ${first} AND ${last}`
      : Prisma.sql`number = ANY(${[...numbers]})`;
  const [found] = await db.rows<{ numbers: number[] }>(
    (council) => Prisma.sql`
      SELECT ARRAY(SELECT number FROM requirement WHERE council_id = ${council} AND ${where}
        AND ${Prisma.join(words, ' AND ')}) AS numbers`,
  );
  const candidates = new Set(numbers);
  return (found?.numbers ?? []).filter((one) => candidates.has(one));
}
