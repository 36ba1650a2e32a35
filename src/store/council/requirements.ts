/** Requirements: found by number, listed by system and state, and imported as whole batches. */
import { bigrams, fold, guardedBigrams } from '../../domain/fold.ts';
import { groups } from '../../domain/groups.ts';
import type { Decision, Mark, Outcome, Requirement, RequirementClass } from '../../domain/requirement.ts';
import { optional, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { standingOn } from './decisions.ts';

export interface Requirements {
  byNumber(number: number): Promise<RequirementWithMarks | undefined>;
  /** These requirements with what stands on them, by number; unknown ones are missing. */
  byNumbers(numbers: readonly number[]): Promise<RequirementPage['requirements'][number][]>;
  /** The existing numbers nearest to this one, at most three, in ascending order. */
  nearest(number: number): Promise<number[]>;
  /** A page of a list, and how many it holds in all. */
  list(filter: RequirementFilter, page: { readonly from: number; readonly size: number }): Promise<RequirementPage>;
  /** How far each body is: how many requirements it has, and how many are decided. */
  progress(): Promise<Progress[]>;
}

export interface Sought {
  /** Of two characters at least. */
  readonly word: string;
  /** The systems that it names. */
  readonly systems: readonly string[];
}

export interface RequirementFilter {
  /** Systems; undefined: all. */
  readonly systems: readonly string[] | undefined;
  readonly state: 'open' | 'decided' | 'provisional' | 'review' | 'all';
  /** What stands decided is one of these. */
  readonly outcomes?: readonly Outcome[];
  /** A vendor has given one of these marks in the round. */
  readonly marks?: { readonly round: string; readonly of: readonly Mark[] };
  /** All of these are found in the text, the classification, the 機能ID or the remarks, or name the system. */
  readonly words?: readonly Sought[];
  /** Whether the vendor's alternative is searched too. */
  readonly alternatives?: boolean;
}

export interface RequirementPage {
  readonly total: number;
  readonly requirements: readonly (Requirement & { readonly standing: Decision | undefined })[];
}

export interface VendorMark {
  readonly round: string;
  readonly roundSlug: string;
  readonly vendor: string;
  readonly mark: Mark;
}

export interface RequirementWithMarks extends Requirement {
  readonly marks: readonly VendorMark[];
}

export interface Progress {
  readonly body: string;
  readonly total: number;
  readonly decided: number;
  readonly convenience: number;
}

export function requirements(db: Scoped): Requirements {
  return {
    async byNumber(number) {
      const row = await db.requirement.findFirst({
        where: { number },
        include: { marks: { include: { roundOf: true, vendorOf: true } } },
      });
      if (!row) return undefined;
      const marks = row.marks
        .toSorted((a, b) => a.roundOf.position - b.roundOf.position || a.vendorOf.position - b.vendorOf.position)
        .map((one) => ({
          round: one.roundOf.name,
          roundSlug: one.round,
          vendor: one.vendorOf.name,
          mark: one.mark as Mark,
        }));
      return { ...toRequirement(row), marks };
    },

    async byNumbers(numbers) {
      const rows = await db.requirement.findMany({
        where: { number: { in: [...numbers] } },
        orderBy: { number: 'asc' },
        omit: { bigrams: true },
      });
      const standing = await standingOn(db, numbers);
      return rows.map((row) => ({ ...toRequirement(row), standing: standing.get(row.number) }));
    },

    async nearest(number) {
      const found = await db.rows<{ number: number }>(
        (council) => Prisma.sql`
          (SELECT number FROM requirement WHERE council_id = ${council} AND number < ${number} ORDER BY number DESC LIMIT 2)
          UNION ALL
          (SELECT number FROM requirement WHERE council_id = ${council} AND number > ${number} ORDER BY number LIMIT 2)`,
      );
      return found
        .map((one) => one.number)
        .sort((a, b) => Math.abs(a - number) - Math.abs(b - number))
        .slice(0, 3)
        .sort((a, b) => a - b);
    },

    async list(filter, { from, size }) {
      const [found] = await db.rows<{ total: number; numbers: number[] }>(
        (council) => Prisma.sql`
          WITH found AS MATERIALIZED (
            SELECT r.number FROM requirement r WHERE ${Prisma.join([Prisma.sql`r.council_id = ${council}`, ...narrowing(filter)], ' AND ')})
          SELECT (SELECT count(*)::int FROM found) AS total,
            ARRAY(SELECT number FROM found ORDER BY number OFFSET ${from} LIMIT ${size}) AS numbers`,
      );
      const { total = 0, numbers = [] } = found ?? {};
      if (numbers.length === 0) return { total, requirements: [] };
      const rows = await db.requirement.findMany({
        where: { number: { in: numbers } },
        omit: { bigrams: true },
        orderBy: { number: 'asc' },
      });
      const decided = await standingOn(
        db,
        rows.map((row) => row.number),
      );
      return {
        total,
        requirements: rows.map((row) => ({ ...toRequirement(row), standing: decided.get(row.number) })),
      };
    },

    progress() {
      return db.rows<Progress>(
        (council) => Prisma.sql`
          SELECT s.body_slug AS body, count(*)::int AS total,
            count(*) FILTER (WHERE r.convenience)::int AS convenience,
            count(r.standing)::int AS decided
          FROM requirement r
          JOIN business_system s ON s.council_id = r.council_id AND s.slug = r.system_slug
          WHERE r.council_id = ${council} GROUP BY s.body_slug`,
      );
    },
  };
}

const STATES: Readonly<Record<RequirementFilter['state'], readonly Prisma.Sql[]>> = {
  all: [],
  open: [Prisma.sql`r.standing IS NULL`],
  decided: [Prisma.sql`r.standing IS NOT NULL`],
  // What `needsReview` says.
  review: [
    Prisma.sql`EXISTS (
      SELECT FROM decision d WHERE d.council_id = r.council_id AND d.id = r.standing
        AND (r.gone_in IS NOT NULL OR d.at < r.specified_at))`,
  ],
  provisional: [
    Prisma.sql`EXISTS (
      SELECT FROM decision d
      LEFT JOIN decision_confirmation c ON c.council_id = d.council_id AND c.decision_id = d.id
      WHERE d.council_id = r.council_id AND d.id = r.standing AND d.basis = 'provisional' AND c.decision_id IS NULL)`,
  ],
};

/** What the filter asks of a requirement `r`. */
export function narrowing({ systems, state, outcomes, marks, words = [], alternatives = false }: RequirementFilter) {
  return [
    ...(systems ? [Prisma.sql`r.system_slug = ANY(${[...systems]})`] : []),
    ...STATES[state],
    ...(outcomes
      ? [
          Prisma.sql`(SELECT d.outcome FROM decision d WHERE d.council_id = r.council_id AND d.id = r.standing) = ANY(${[...outcomes]})`,
        ]
      : []),
    ...(marks
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM vendor_mark m WHERE m.council_id = r.council_id AND m.number = r.number
            AND m.round = ${marks.round} AND m.mark = ANY(${[...marks.of]}))`,
        ]
      : []),
    ...words.map(({ word, systems: named }) => {
      const ways = [
        holds(word),
        ...(alternatives ? [holdsInAlternative(word)] : []),
        ...(named.length > 0 ? [Prisma.sql`r.system_slug = ANY(${[...named]})`] : []),
      ];
      return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
    }),
  ];
}

/** The pairs narrow by the index; where there are several, the word itself is sought in what they leave. */
const holds = (word: string) =>
  inWhole(
    word,
    Prisma.sql`r.bigrams @> ${bigrams(word)}`,
    Prisma.sql`concat_ws(E'\n', r.text, array_to_string(r.category, E'\n'), r.function_id, r.remarks)`,
  );

const holdsInAlternative = (word: string) =>
  inWhole(word, Prisma.sql`r.bigrams @> ${guardedBigrams(word)}`, Prisma.sql`r.alternative`);

/** A pair is its own proof; normalising is dear, and most texts are found as they are. */
const inWhole = (word: string, pairs: Prisma.Sql, column: Prisma.Sql) => {
  if ([...fold(word)].length === 2) return pairs;
  const pattern = patternOf(word);
  return Prisma.sql`(${pairs} AND (lower(${column}) ~ ${pattern} OR lower(normalize(${column}, NFKC)) ~ ${pattern}))`;
};

/** Finds the word however its characters were written before fold(), which is cheaper than folding what is searched. */
const patternOf = (word: string): string =>
  [...fold(word)]
    .map((one) => {
      const others = WRITTEN.get(one) ?? [];
      return others.length > 0 ? `[${others.join('')}${one}]` : one.replace(/[!-/:-@[-`{-~]/u, '\\$&');
    })
    .join('');

const KATAKANA = Array.from({ length: 0x30f7 - 0x30a1 }, (_, i) => String.fromCharCode(0x30a1 + i));
const WRITTEN = groups([...KATAKANA, ...'ヽヾ‐‑‒–—―−〜'], fold);

const toRequirement = (row: Omit<Prisma.RequirementGetPayload<object>, 'bigrams'>): Requirement => ({
  number: row.number,
  system: row.systemSlug,
  functionId: row.functionId,
  category: row.category,
  text: row.text,
  class: row.class as RequirementClass,
  convenience: row.convenience,
  cost: optional(row.cost, (n) => n),
  alternative: row.alternative ?? undefined,
  remarks: row.remarks ?? undefined,
  goneIn: row.goneIn ?? undefined,
  specifiedAt: toInstant(row.specifiedAt),
});
