/** Requirements: found by number, listed by system and state, and imported as whole batches. */
import type { Decision, Mark, Requirement, RequirementClass } from '../../domain/requirement.ts';
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

export interface RequirementFilter {
  /** Systems; undefined: all. */
  readonly systems: readonly string[] | undefined;
  readonly state: 'open' | 'decided' | 'provisional' | 'review' | 'all';
}

export interface RequirementPage {
  readonly total: number;
  readonly requirements: readonly (Requirement & { readonly standing: Decision | undefined })[];
}

export interface VendorMark {
  readonly round: string;
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
        .map((one) => ({ round: one.roundOf.name, vendor: one.vendorOf.name, mark: one.mark as Mark }));
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

    async list({ systems, state }, { from, size }) {
      const where: Prisma.RequirementWhereInput = {
        ...(systems && { systemSlug: { in: [...systems] } }),
        ...(state === 'decided' && { standing: { not: null } }),
        ...(state === 'open' && { standing: null }),
        ...(state === 'provisional' && { standing: { in: await provisional(db) } }),
        ...(state === 'review' && { number: { in: await inReview(db) } }),
      };
      const [total, rows] = await Promise.all([
        db.requirement.count({ where }),
        db.requirement.findMany({ where, orderBy: { number: 'asc' }, skip: from, take: size }),
      ]);
      const standing = await standingOn(
        db,
        rows.map((row) => row.number),
      );
      return {
        total,
        requirements: rows.map((row) => ({ ...toRequirement(row), standing: standing.get(row.number) })),
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

/** The decisions that nothing confirms yet. */
async function provisional(db: Scoped): Promise<number[]> {
  const found = await db.decision.findMany({
    where: { basis: 'provisional', cancellation: null, confirmation: null },
    select: { id: true },
  });
  return found.map((one) => one.id);
}

/** What `needsReview` says, for all requirements at once. */
async function inReview(db: Scoped): Promise<number[]> {
  const found = await db.rows<{ number: number }>(
    (council) => Prisma.sql`
      SELECT r.number FROM requirement r
      JOIN decision d ON d.council_id = r.council_id AND d.id = r.standing
      WHERE r.council_id = ${council} AND (r.gone_in IS NOT NULL OR d.at < r.specified_at)`,
  );
  return found.map((one) => one.number);
}

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
