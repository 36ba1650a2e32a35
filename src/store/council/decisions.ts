/** Decisions, append only: what stands on a requirement is the last line whose decision is not cancelled. */
import type { Day, Instant } from '../../domain/day.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/fiscalYear.ts';
import { groups } from '../../domain/groups.ts';
import type { Basis, Decidable, Decision, Level, Outcome } from '../../domain/requirement.ts';
import { toDate, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Decisions {
  /** The requirements with these numbers and what stands on them, locked until the act ends; unknown ones are missing. */
  lock(numbers: readonly number[]): Promise<Decidable[]>;
  record(decision: NewDecision): Promise<Decision>;
  cancel(id: number, by: { at: Instant; person: number; seat: string }): Promise<void>;
  byId(id: number): Promise<DecisionWithLines | undefined>;
  byName(fiscalYear: FiscalYear, serial: number): Promise<DecisionWithLines | undefined>;
  /** The decision that this person recorded last and that is not cancelled. */
  lastBy(person: number): Promise<DecisionWithLines | undefined>;
  /** The later decisions that stand on its requirements, each with the numbers on which it does. */
  laterThan(decision: DecisionWithLines): Promise<{ readonly by: Decision; readonly numbers: readonly number[] }[]>;
  /** The decisions that this one superseded. */
  standingBefore(decision: DecisionWithLines): Promise<Decision[]>;
  /** All decisions on a requirement, the newest first, cancelled ones too. */
  history(number: number): Promise<Decision[]>;
}

export interface NewDecision {
  readonly numbers: readonly number[];
  readonly outcome: Outcome;
  readonly note: string | undefined;
  readonly level: Level;
  readonly basis: Basis;
  readonly body: string;
  readonly at: Instant;
  /** The JST day, which gives the fiscal year. */
  readonly on: Day;
  readonly by: Decision['by'];
  readonly onBehalf: boolean;
}

export interface DecisionWithLines extends Decision {
  readonly numbers: readonly number[];
}

export function decisions(db: Scoped, councilId: string): Decisions {
  async function withLines(where: Prisma.DecisionWhereInput): Promise<DecisionWithLines | undefined> {
    const row = await db.decision.findFirst({
      where,
      orderBy: { id: 'desc' },
      include: { cancellation: true, lines: { select: { number: true }, orderBy: { number: 'asc' } } },
    });
    return row ? { ...toDecision(row), numbers: row.lines.map((one) => one.number) } : undefined;
  }

  return {
    async lock(numbers) {
      const open = await db.rows<{ number: number; body: string }>(
        (council) => Prisma.sql`
          SELECT r.number, s.body_slug AS body FROM requirement r
          JOIN business_system s ON s.council_id = r.council_id AND s.slug = r.system_slug
          WHERE r.council_id = ${council} AND r.number = ANY(${numbers})
          ORDER BY r.number FOR UPDATE OF r`,
      );
      const standing = await standingOn(
        db,
        open.map((one) => one.number),
      );
      return open.map(({ number, body }) => ({ number, body, standing: standing.get(number) }));
    },

    async record({ numbers, basis, on, at, by, ...rest }) {
      const fiscalYear = fiscalYearOf(on);
      const id = await takeNumbers(db, 'decision');
      const serial = await takeNumbers(db, `decision:${fiscalYear}`);
      const row = await db.decision.create({
        data: {
          councilId,
          id,
          fiscalYear,
          serial,
          outcome: rest.outcome,
          note: rest.note ?? null,
          level: rest.level,
          basis: basis.kind,
          meeting: basis.kind === 'meeting' ? basis.meeting : null,
          bodySlug: rest.body,
          at: toDate(at),
          personId: by.person,
          seatId: by.seat,
          code: by.municipality,
          onBehalf: rest.onBehalf,
        },
      });
      await db.run(
        (council) => Prisma.sql`
          INSERT INTO decision_line (council_id, number, sequence, decision_id)
          SELECT ${council}, n, 1 + coalesce((
            SELECT max(l.sequence) FROM decision_line l WHERE l.council_id = ${council} AND l.number = n), 0), ${id}
          FROM unnest(${numbers}::int[]) AS n`,
      );
      return toDecision({ ...row, cancellation: null });
    },

    async cancel(id, by) {
      await db.decisionCancellation.create({
        data: { councilId, decisionId: id, at: toDate(by.at), personId: by.person, seatId: by.seat },
      });
    },

    byId: (id) => withLines({ id }),
    byName: (fiscalYear, serial) => withLines({ fiscalYear, serial }),

    lastBy: (person) => withLines({ personId: person, cancellation: null }),

    async laterThan(decision) {
      const standing = await standingOn(db, decision.numbers);
      const later = [...standing].filter(([, one]) => one.id > decision.id);
      const byDecision = groups(later, ([, one]) => one.id);
      return [...byDecision.values()].flatMap((lines) =>
        lines.slice(0, 1).map(([, by]) => ({ by, numbers: lines.map(([number]) => number) })),
      );
    },

    async standingBefore(decision) {
      const found = await db.rows<{ decision: number }>(
        (council) => Prisma.sql`
          SELECT DISTINCT stood.decision_id AS decision FROM decision_line mine
          CROSS JOIN LATERAL (
            SELECT old.decision_id FROM decision_line old
            LEFT JOIN decision_cancellation c ON c.council_id = old.council_id AND c.decision_id = old.decision_id
            WHERE old.council_id = mine.council_id AND old.number = mine.number AND old.sequence < mine.sequence
              AND c.decision_id IS NULL
            ORDER BY old.sequence DESC LIMIT 1) AS stood
          WHERE mine.council_id = ${council} AND mine.decision_id = ${decision.id}`,
      );
      const rows = await db.decision.findMany({
        where: { id: { in: found.map((one) => one.decision) } },
        include: { cancellation: true },
      });
      return rows.map(toDecision);
    },

    async history(number) {
      const found = await db.decisionLine.findMany({
        where: { number },
        orderBy: { sequence: 'desc' },
        include: { decision: { include: { cancellation: true } } },
      });
      return found.map((one) => toDecision(one.decision));
    },
  };
}

/** What stands on each of these requirements; undecided ones are missing. */
export async function standingOn(db: Scoped, numbers: readonly number[]): Promise<Map<number, Decision>> {
  const found = await db.rows<{ number: number; decision: number }>(
    (council) => Prisma.sql`
      SELECT DISTINCT ON (l.number) l.number, l.decision_id AS decision FROM decision_line l
      LEFT JOIN decision_cancellation c ON c.council_id = l.council_id AND c.decision_id = l.decision_id
      WHERE l.council_id = ${council} AND l.number = ANY(${numbers}) AND c.decision_id IS NULL
      ORDER BY l.number, l.sequence DESC`,
  );
  const rows = await db.decision.findMany({
    where: { id: { in: [...new Set(found.map((one) => one.decision))] } },
    include: { cancellation: true },
  });
  const byId = new Map(rows.map((row) => [row.id, toDecision(row)]));
  return new Map(found.map((one) => [one.number, byId.get(one.decision) as Decision]));
}

type Row = Prisma.DecisionGetPayload<{ include: { cancellation: true } }>;

export const toDecision = (row: Row): Decision => ({
  id: row.id,
  fiscalYear: row.fiscalYear,
  serial: row.serial,
  outcome: row.outcome as Outcome,
  note: row.note ?? undefined,
  level: row.level as Level,
  basis: row.meeting === null ? { kind: 'provisional' } : { kind: 'meeting', meeting: row.meeting },
  body: row.bodySlug,
  at: toInstant(row.at),
  by: { person: row.personId, seat: row.seatId, municipality: row.code },
  onBehalf: row.onBehalf,
  cancelledAt: row.cancellation ? toInstant(row.cancellation.at) : undefined,
});
