/**
 * Which requirements a filter finds: from the sets of their traits, and, where a word is longer than the pairs of
 * characters that are such traits, by looking into those that hold them all.
 */
import { fold } from '../../domain/fold.ts';
import { NumberSet } from '../../domain/numberSet.ts';
import { having, type RequirementFilter, toBeRead, traitsFor } from '../../domain/traits.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { setsOf } from './traits.ts';

/** Where they lie within so many numbers, more than a council has, all are looked into; */
const WHOLE = 4_096;
/** where they do not, so many numbers at a time, until there are enough. */
const PART = 2_048;
/** So few are looked up wherever they are. */
const FEW = 512;

export interface Found {
  readonly set: NumberSet;
  /** The set holds as many as were asked for, and others would follow it. */
  readonly more: boolean;
}

/** All that it finds; or, where very many had to be looked into, the first of them, more than `enough`. */
export async function find(db: Scoped, filter: RequirementFilter, enough = Number.POSITIVE_INFINITY): Promise<Found> {
  const sets = await setsOf(db, traitsFor(filter));
  const candidates = having(filter, (trait) => sets.get(trait) ?? NumberSet.none);
  if (toBeRead(filter).length === 0) return { set: candidates, more: false };

  const numbers = candidates.slice(0);
  const scattered = numbers.length <= FEW;
  const span = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) < WHOLE ? WHOLE : PART;
  const found: number[] = [];
  let looked = 0;
  while (looked < numbers.length && found.length <= enough) {
    const from = numbers[looked] ?? 0;
    const next = scattered ? -1 : numbers.findIndex((one, i) => i > looked && one >= from + span);
    const chunk = numbers.slice(looked, next === -1 ? undefined : next);
    found.push(...(await holding(db, filter, chunk, scattered)));
    looked += chunk.length;
  }
  return { set: NumberSet.of(found), more: looked < numbers.length };
}

/** Those of them in which the long words stand whole, or whose system they name. */
async function holding(
  db: Scoped,
  filter: RequirementFilter,
  numbers: readonly number[],
  scattered: boolean,
): Promise<number[]> {
  const words = toBeRead(filter).map(({ word, systems }) => {
    const ways = [
      Prisma.sql`strpos(folded, ${fold(word)}) > 0`,
      ...(filter.alternatives ? [Prisma.sql`strpos(folded_alternative, ${fold(word)}) > 0`] : []),
      ...(systems.length > 0 ? [Prisma.sql`system_slug = ANY(${[...systems]})`] : []),
    ];
    return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
  });
  const where = scattered
    ? Prisma.sql`number = ANY(${[...numbers]})`
    : Prisma.sql`number BETWEEN ${numbers[0]} AND ${numbers.at(-1)}`;
  const [found] = await db.rows<{ numbers: number[] }>(
    (council) => Prisma.sql`
      SELECT ARRAY(SELECT number FROM requirement WHERE council_id = ${council} AND ${where}
        AND ${Prisma.join(words, ' AND ')}) AS numbers`,
  );
  const candidates = new Set(numbers);
  return (found?.numbers ?? []).filter((one) => candidates.has(one));
}
