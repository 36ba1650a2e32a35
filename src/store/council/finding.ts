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

/** How many are looked into at once: more than a council has, and few enough to be answered while one waits. */
const LOOKED_INTO = 4_096;

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

  const found: number[] = [];
  const all = candidates.size;
  let looked = 0;
  while (looked < all && found.length <= enough) {
    found.push(...(await holding(db, filter, candidates.slice(looked, LOOKED_INTO))));
    looked += LOOKED_INTO;
  }
  return { set: NumberSet.of(found), more: looked < all };
}

/** Those of them in which the long words stand whole, or whose system they name. */
async function holding(db: Scoped, filter: RequirementFilter, numbers: readonly number[]): Promise<number[]> {
  const words = toBeRead(filter).map(({ word, systems }) => {
    const ways = [
      Prisma.sql`strpos(folded, ${fold(word)}) > 0`,
      ...(filter.alternatives ? [Prisma.sql`strpos(folded_alternative, ${fold(word)}) > 0`] : []),
      ...(systems.length > 0 ? [Prisma.sql`system_slug = ANY(${[...systems]})`] : []),
    ];
    return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
  });
  const found = await db.rows<{ number: number }>(
    (council) => Prisma.sql`
      SELECT number FROM requirement WHERE council_id = ${council} AND number = ANY(${[...numbers]})
        AND ${Prisma.join(words, ' AND ')}`,
  );
  return found.map((one) => one.number);
}
