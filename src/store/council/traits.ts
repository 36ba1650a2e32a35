/**
 * The traits of requirements, kept as sets: written with each version and with each decision, so that finding reads a few
 * sets instead of many requirements. Several may be written at once: blocks are merged by the database, in one order.
 */
import type { Known } from '../../domain/importing.ts';
import { BYTES, blocksOf, NumberSet } from '../../domain/numberSet.ts';
import { type Standing, TRAITS_OF_DECIDED, traitsAsDecided, traitsAsListed } from '../../domain/traits.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { inTurn, type Statement } from './inTurn.ts';
import { inLines } from './lines.ts';

/** The set of each of these traits that any requirement has. */
export async function setsOf(db: Scoped, traits: readonly string[]): Promise<Map<string, NumberSet>> {
  // Trait by trait, as the key has their blocks in order. bit_send() puts four bytes of length before the bits.
  const found = await db.rows<{ trait: string; blocks: number[]; bytes: Uint8Array }>(
    (council) => Prisma.sql`
      SELECT asked.trait, blocks, bytes FROM unnest(${[...traits]}::text[]) AS asked(trait) CROSS JOIN LATERAL (
        SELECT array_agg(block) AS blocks, string_agg(substr(bit_send(bits), 5), '') AS bytes FROM (
          SELECT t.block, t.bits FROM requirement_trait t
          WHERE t.council_id = ${council} AND t.trait = asked.trait ORDER BY t.block) AS in_order) AS kept
      WHERE blocks IS NOT NULL`,
  );
  return new Map(
    found.map(({ trait, blocks, bytes }) => {
      const each = bytes.length / blocks.length;
      const parts = blocks.map((block, i) => ({ block, bytes: bytes.subarray(i * each, (i + 1) * each) }));
      return [trait, NumberSet.ofBlocks(parts)];
    }),
  );
}

/** A requirement before and after an import or its undoing; none before: it is new, none after: it is no more. */
export interface Relisted {
  readonly before: Known | undefined;
  readonly after: Known | undefined;
}

/** These are found by what they are now, and no more by what they were. */
export function relisted(changes: readonly Relisted[]): Statement[] {
  const each = changes.map(({ before, after }) => ({
    number: (after ?? before)?.number ?? 0,
    was: before ? traitsAsListed(before) : [],
    is: after ? traitsAsListed(after) : [],
  }));
  return [
    ...leave(byTrait(each.map(({ number, was, is }) => [number, without(was, is)]))),
    ...join(byTrait(each.map(({ number, was, is }) => [number, without(is, was)]))),
  ];
}

/** Most are new, and there is nothing to leave out. */
function without(traits: readonly string[], others: readonly string[]): readonly string[] {
  if (traits.length === 0 || others.length === 0) return traits;
  const out = new Set(others);
  return traits.filter((one) => !out.has(one));
}

/**
 * These are found by what stands on them now. Whoever changes what stands waits here for those before, and only then
 * looks: decisions take their numbers from the same counter.
 */
export async function restood(db: Scoped, numbers: readonly number[]): Promise<void> {
  await db.rows(
    (council) => Prisma.sql`
    SELECT name FROM counter WHERE council_id = ${council} AND name = 'decision' FOR UPDATE`,
  );
  // `review` is what `needsReview` says.
  const rows = await db.rows<{ number: number; standing: Standing | null }>(
    (council) => Prisma.sql`
      SELECT r.number, CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('outcome', d.outcome,
        'provisional', d.basis = 'provisional' AND c.decision_id IS NULL,
        'review', r.gone_in IS NOT NULL OR d.at < r.specified_at) END AS standing
      FROM requirement r
      LEFT JOIN decision d ON d.council_id = r.council_id AND d.id = r.standing
      LEFT JOIN decision_confirmation c ON c.council_id = d.council_id AND c.decision_id = d.id
      WHERE r.council_id = ${council} AND r.number = ANY(${[...numbers]})`,
  );
  const each = rows.map(({ number, standing }) => ({ number, is: standing ? traitsAsDecided(standing) : [] }));
  await inTurn(db, [
    ...leave(byTrait(each.map(({ number, is }) => [number, TRAITS_OF_DECIDED.filter((one) => !is.includes(one))]))),
    ...join(byTrait(each.map(({ number, is }) => [number, is]))),
  ]);
}

type ByTrait = ReadonlyMap<string, readonly number[]>;

function byTrait(rows: Iterable<readonly [number: number, traits: readonly string[]]>): ByTrait {
  const found = new Map<string, number[]>();
  for (const [number, traits] of rows)
    for (const trait of traits) {
      const numbers = found.get(trait);
      if (numbers) numbers.push(number);
      else found.set(trait, [number]);
    }
  return found;
}

function join(sets: ByTrait): Statement[] {
  if (sets.size === 0) return [];
  const blocks = asBlocks(sets);
  return [
    (council) => Prisma.sql`
      INSERT INTO requirement_trait (council_id, trait, block, bits)
      SELECT ${council}, c.trait, c.block, c.bits FROM ${blocks} ORDER BY c.trait, c.block
      ON CONFLICT (council_id, trait, block) DO UPDATE SET bits = requirement_trait.bits | excluded.bits`,
  ];
}

/** As a merge too, which finds each block by its key however many there are; a block that is there once stays. */
function leave(sets: ByTrait): Statement[] {
  if (sets.size === 0) return [];
  const blocks = asBlocks(sets);
  return [
    (council) => Prisma.sql`
      INSERT INTO requirement_trait (council_id, trait, block, bits)
      SELECT ${council}, c.trait, c.block, c.bits FROM ${blocks} CROSS JOIN LATERAL (
        SELECT t.bits FROM requirement_trait t
        WHERE t.council_id = ${council} AND t.trait = c.trait AND t.block = c.block LIMIT 1) AS kept
      WHERE (kept.bits & c.bits) <> 0::bit(1024) ORDER BY c.trait, c.block
      ON CONFLICT (council_id, trait, block) DO UPDATE SET bits = requirement_trait.bits & ~excluded.bits`,
  ];
}

/** Blocks as `c`; all their bits travel as one row of bytes. No trait holds a line's end. */
function asBlocks(sets: ByTrait) {
  const blocks = [...sets].flatMap(([trait, numbers]) => blocksOf(numbers).map((one) => ({ trait, ...one })));
  const bits = Buffer.concat(blocks.map((one) => one.bytes));
  return Prisma.sql`(
    SELECT trait, block, ('x' || encode(substr(bits, (nth::int - 1) * ${BYTES}::int + 1, ${BYTES}::int), 'hex'))::bit(1024) AS bits
    FROM ROWS FROM (unnest(${inLines(blocks.map((one) => one.trait))}), unnest(${inLines(blocks.map((one) => one.block))}::int[]))
      WITH ORDINALITY AS c(trait, block, nth), (SELECT ${bits}::bytea AS bits) AS kept) AS c`;
}
