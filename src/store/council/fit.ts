/** The vendors' answers counted, who has confirmed them, and what the decided requirements cost. */
import type { Instant } from '../../domain/day.ts';
import type { Narrowed, Tally } from '../../domain/fit.ts';
import type { Outcome } from '../../domain/requirement.ts';
import { toDate, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

/** Systems; undefined: all. */
type Systems = readonly string[] | undefined;

export interface Fits {
  /** The marks counted by round, vendor, system and class. */
  tallies(systems: Systems): Promise<Tally[]>;
  /** The requirements counted by gap in this round (of any vendor, or of one), 便利機能等 and what is decided. */
  funnel(systems: Systems, round: string, vendor?: string): Promise<Narrowed[]>;
  /** How far these municipalities have confirmed the round; marks changed since do not count. */
  progress(systems: Systems, round: string, codes: readonly string[]): Promise<Progress>;
  /** Who confirms these requirements now, in any round. */
  confirmations(number: number): Promise<Confirmed[]>;
  /** Confirms the marks as they are now; the batch, and the numbers that were not confirmed already. */
  confirm(numbers: readonly number[], by: Confirming): Promise<{ readonly batch: number; readonly numbers: number[] }>;
  /** The marks of these requirements in the round, as they would be confirmed; none of those without. */
  answers(numbers: readonly number[], round: string): Promise<Answered[]>;
  batch(id: number): Promise<Batch | undefined>;
  /** The last that this person confirmed and has not taken back. */
  lastBatchBy(person: number): Promise<Batch | undefined>;
  /** Takes back what was confirmed in one act; it stays readable. */
  unconfirm(batch: number, at: Instant): Promise<void>;
  /** Costs of what is decided, by decision. */
  costs(systems: Systems): Promise<DecidedCost[]>;
}

export interface Confirming {
  readonly round: string;
  readonly municipality: string;
  readonly person: number;
  readonly seat: string;
  readonly at: Instant;
}

export interface Confirmed {
  readonly round: string;
  readonly code: string;
}

export interface Progress {
  /** The requirements that have answers in the round. */
  readonly answered: number;
  readonly byAll: number;
  readonly by: readonly { readonly code: string; readonly count: number }[];
}

export interface Answered {
  readonly number: number;
  /** `a◎ b△ c○` */
  readonly marks: string;
}

/** What was confirmed in one act. */
export interface Batch {
  readonly id: number;
  readonly round: string;
  readonly code: string;
  readonly seat: string;
  readonly person: number;
  readonly at: Instant;
  readonly backAt: Instant | undefined;
  readonly numbers: readonly number[];
}

export interface DecidedCost {
  readonly id: number;
  readonly fiscalYear: number;
  readonly serial: number;
  readonly outcome: Outcome;
  /** The municipalities for which it was decided; none: all. */
  readonly scope: readonly string[];
  /** Those on which it stands, as far as they cost something. */
  readonly requirements: number;
  /** 千円: the decision's own cost, else what the vendors ask for its requirements. */
  readonly cost: number;
}

const within = (systems: Systems) => (systems ? Prisma.sql`AND r.system_slug = ANY(${[...systems]})` : Prisma.empty);

/** The marks of a requirement in a round as one word, to be compared later. */
const marksNow = Prisma.sql`
  SELECT m.number, m.round, string_agg(m.vendor || m.mark, ' ' ORDER BY m.vendor) AS marks FROM vendor_mark m`;

export function fits(db: Scoped): Fits {
  async function batchOf(where: Prisma.FitConfirmationWhereInput): Promise<Batch | undefined> {
    const last = await db.fitConfirmation.findFirst({ where, orderBy: { batch: 'desc' } });
    if (!last) return undefined;
    const all = await db.fitConfirmation.findMany({ where: { batch: last.batch }, orderBy: { number: 'asc' } });
    return {
      id: last.batch,
      round: last.round,
      code: last.code,
      seat: last.seatId,
      person: last.personId,
      at: toInstant(last.at),
      backAt: last.backAt ? toInstant(last.backAt) : undefined,
      numbers: all.map((one) => one.number),
    };
  }

  return {
    tallies: (systems) =>
      db.rows<Tally>(
        (council) => Prisma.sql`
          SELECT m.round, m.vendor, r.system_slug AS system, r.class, m.mark, count(*)::int AS count
          FROM vendor_mark m JOIN requirement r ON r.council_id = m.council_id AND r.number = m.number
          WHERE m.council_id = ${council} ${within(systems)} GROUP BY 1, 2, 3, 4, 5`,
      ),

    async funnel(systems, round, vendor) {
      const found = await db.rows<Omit<Narrowed, 'outcome'> & { outcome: Outcome | null }>(
        (council) => Prisma.sql`
          SELECT one.gap, one.convenience, d.outcome, count(*)::int AS count
          FROM (
            SELECT r.convenience, r.standing AS decision, EXISTS (
              SELECT 1 FROM vendor_mark m WHERE m.council_id = r.council_id AND m.number = r.number
                AND m.round = ${round} ${vendor === undefined ? Prisma.empty : Prisma.sql`AND m.vendor = ${vendor}`}
                AND (m.mark IN ('△', '×')) <> (r.class = 'not')) AS gap
            FROM requirement r WHERE r.council_id = ${council} ${within(systems)}) AS one
          LEFT JOIN decision d ON d.council_id = ${council} AND d.id = one.decision
          GROUP BY 1, 2, 3`,
      );
      return found.map((one) => ({ ...one, outcome: one.outcome ?? undefined }));
    },

    async progress(systems, round, codes) {
      const found = await db.rows<{ number: number; codes: string[] }>(
        (council) => Prisma.sql`
          SELECT f.number, array_agg(DISTINCT f.code) AS codes FROM fit_confirmation f
          JOIN requirement r ON r.council_id = f.council_id AND r.number = f.number
          JOIN (${marksNow} WHERE m.council_id = ${council} AND m.round = ${round} GROUP BY 1, 2) AS now
            ON now.number = f.number AND now.marks = f.marks
          WHERE f.council_id = ${council} AND f.round = ${round} AND f.back_at IS NULL
            AND f.code = ANY(${[...codes]}) ${within(systems)} GROUP BY 1`,
      );
      const [row] = await db.rows<{ answered: number }>(
        (council) => Prisma.sql`
          SELECT count(DISTINCT m.number)::int AS answered FROM vendor_mark m
          JOIN requirement r ON r.council_id = m.council_id AND r.number = m.number
          WHERE m.council_id = ${council} AND m.round = ${round} ${within(systems)}`,
      );
      return {
        answered: row?.answered ?? 0,
        byAll: found.filter((one) => one.codes.length === codes.length).length,
        by: codes.map((code) => ({ code, count: found.filter((one) => one.codes.includes(code)).length })),
      };
    },

    confirmations: (number) =>
      db.rows<Confirmed>(
        (council) => Prisma.sql`
          SELECT DISTINCT f.round, f.code FROM fit_confirmation f
          JOIN (${marksNow} WHERE m.council_id = ${council} AND m.number = ${number} GROUP BY 1, 2) AS now
            ON now.round = f.round AND now.marks = f.marks
          WHERE f.council_id = ${council} AND f.number = ${number} AND f.back_at IS NULL ORDER BY 1, 2`,
      ),

    async confirm(numbers, { round, municipality, person, seat, at }) {
      const batch = await takeNumbers(db, 'confirmation');
      const done = await db.rows<{ number: number }>(
        (council) => Prisma.sql`
          INSERT INTO fit_confirmation (council_id, number, round, code, batch, marks, person_id, seat_id, at)
          SELECT ${council}, now.number, now.round, ${municipality}, ${batch}, now.marks, ${person}, ${seat}, ${toDate(at)}
          FROM (${marksNow} WHERE m.council_id = ${council} AND m.round = ${round} AND m.number = ANY(${[...numbers]})
            GROUP BY 1, 2) AS now
          WHERE NOT EXISTS (SELECT 1 FROM fit_confirmation f WHERE f.council_id = ${council} AND f.number = now.number
            AND f.round = ${round} AND f.code = ${municipality} AND f.marks = now.marks AND f.back_at IS NULL)
          RETURNING number`,
      );
      return { batch, numbers: done.map((one) => one.number).sort((a, b) => a - b) };
    },

    answers: (numbers, round) =>
      db.rows<Answered>(
        (council) => Prisma.sql`
          SELECT now.number, now.marks FROM (${marksNow} WHERE m.council_id = ${council} AND m.round = ${round}
            AND m.number = ANY(${[...numbers]}) GROUP BY 1, 2) AS now ORDER BY 1`,
      ),

    batch: (id) => batchOf({ batch: id }),
    lastBatchBy: (person) => batchOf({ personId: person, backAt: null }),

    async unconfirm(batch, at) {
      await db.fitConfirmation.updateMany({ where: { batch, backAt: null }, data: { backAt: toDate(at) } });
    },

    costs: (systems) =>
      db.rows<DecidedCost>(
        (council) => Prisma.sql`
          SELECT d.id, d.fiscal_year AS "fiscalYear", d.serial, d.outcome, d.scope,
            (CASE WHEN d.cost IS NULL THEN count(one.cost) ELSE count(*) END)::int AS requirements,
            coalesce(d.cost, sum(one.cost))::float8 AS cost
          FROM (SELECT r.cost, r.standing AS decision FROM requirement r
            WHERE r.council_id = ${council} AND r.standing IS NOT NULL ${within(systems)}) AS one
          JOIN decision d ON d.council_id = ${council} AND d.id = one.decision
          GROUP BY d.council_id, d.id HAVING d.cost IS NOT NULL OR count(one.cost) > 0 ORDER BY d.id`,
      ),
  };
}
