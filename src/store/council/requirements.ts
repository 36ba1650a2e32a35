/** Requirements: found by number, listed by system and state, and imported as whole batches. */
import type { Decision, Mark, Requirement, RequirementClass } from '../../domain/requirement.ts';
import type { RequirementFilter } from '../../domain/traits.ts';
import { optional, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { AROUND, AS_JSON, type DecisionAsJson, decisionsOf, fromJson } from './decisionRows.ts';
import { find } from './finding.ts';

export interface Requirements {
  byNumber(number: number): Promise<RequirementWithMarks | undefined>;
  /** These requirements with what stands on them, by number; unknown ones are missing. */
  byNumbers(numbers: readonly number[]): Promise<RequirementPage['requirements'][number][]>;
  /** The numbers of those whose 機能ID is this, whatever zeros it begins with: people type one for the other. */
  withFunctionId(digits: number): Promise<number[]>;
  /** The existing numbers nearest to this one, at most three, in ascending order. */
  nearest(number: number): Promise<number[]>;
  /** A page of a list by number, and how many it holds in all. */
  list(filter: RequirementFilter, page: { readonly from: number; readonly size: number }): Promise<RequirementPage>;
  /** How far each body is: how many requirements it has, and how many are decided. */
  progress(): Promise<Progress[]>;
}

export interface RequirementPage {
  readonly total: number;
  /** There are more than the total: so many were counted, and the others not. Never in lists of a council's usual size. */
  readonly more: boolean;
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

/** What is only compared with words, and never shown. */
export const UNFOLDED = { folded: true, foldedAlternative: true } as const;

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
        omit: UNFOLDED,
      });
      const standing = await decisionsOf(db, rows);
      return rows.map((row) => ({ ...toRequirement(row), standing: standing.get(row.number) }));
    },

    async withFunctionId(digits) {
      const written = Array.from({ length: 4 }, (_, zeros) => `${'0'.repeat(zeros)}${digits}`);
      // By system, since that is how they are found without looking at all of them.
      const rows = await db.rows<{ number: number }>(
        (council) => Prisma.sql`
          SELECT r.number FROM business_system s
          JOIN requirement r ON r.council_id = s.council_id AND r.system_slug = s.slug AND r.function_id = ANY(${written})
          WHERE s.council_id = ${council} ORDER BY r.number`,
      );
      return rows.map((one) => one.number);
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
      const { set, more } = await find(db, filter, from + size);
      const numbers = set.slice(from, size);
      const page = { total: set.size, more };
      if (numbers.length === 0) return { ...page, requirements: [] };
      const rows = await db.rows<Row & { decision: DecisionAsJson | null }>(
        (council) => Prisma.sql`
          SELECT r.number, r.system_slug AS "systemSlug", r.function_id AS "functionId", r.category, r.text, r.class,
            r.convenience, r.cost, r.alternative, r.remarks, r.gone_in AS "goneIn", r.specified_at AS "specifiedAt",
            CASE WHEN d.id IS NOT NULL THEN ${AS_JSON} END AS decision
          FROM requirement r LEFT JOIN decision d ON d.council_id = r.council_id AND d.id = r.standing ${AROUND}
          WHERE r.council_id = ${council} AND r.number = ANY(${numbers}) ORDER BY r.number`,
      );
      return {
        ...page,
        requirements: rows.map(({ decision, ...row }) => ({
          ...toRequirement(row),
          standing: decision ? fromJson(decision) : undefined,
        })),
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

type Row = Omit<
  Prisma.RequirementGetPayload<object>,
  keyof typeof UNFOLDED | 'councilId' | 'itemNo' | 'importId' | 'standing'
>;

const toRequirement = (row: Row): Requirement => ({
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
