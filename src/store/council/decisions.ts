/**
 * Decisions, append only: what stands on a requirement is the last line whose decision is not cancelled, unless it was
 * reopened. The requirement keeps the number of what stands, derived anew with each change, so that lists need not look.
 */
import type { Day, Instant } from '../../domain/day.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/fiscalYear.ts';
import { groups } from '../../domain/groups.ts';
import {
  type Basis,
  type Decidable,
  type Decision,
  type Level,
  needsReview,
  type Outcome,
} from '../../domain/requirement.ts';
import type { Count } from '../../domain/rule.ts';
import { toDate, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { type DecisionWithLines, standingOn, toDecision, toWithLines, WHOLE, WITH_LINES } from './decisionRows.ts';
import { takeNumbers } from './numbers.ts';
import { restood } from './traits.ts';

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
  /** All decisions on a requirement, the newest first, cancelled and reopened ones too. */
  history(number: number): Promise<Past[]>;
  /** What was provisional is confirmed; those that were confirmed before, cancelled, or rest on something stay as they are. Gives the confirmed. */
  confirm(ids: readonly number[], by: Confirming): Promise<number[]>;
  /** What was decided on these requirements no longer stands, for this reason. */
  reopen(numbers: readonly number[], by: Reopening): Promise<void>;
  /** The numbers of its lines that were reopened. */
  reopenedOf(id: number): Promise<number[]>;
  /** A page of the numbered decisions of a fiscal year, the newest first, and how many there are; of a body alone where one is named. */
  log(
    year: FiscalYear,
    body: string | undefined,
    page: { readonly from: number; readonly size: number },
  ): Promise<DecisionLog>;
  /** The decisions that rest on this meeting, or were provisional on its day for its body. */
  ofMeeting(number: number): Promise<DecisionWithLines[]>;
}

export interface Past extends Decision {
  readonly sequence: number;
  readonly reopened: { readonly at: Instant; readonly reason: string; readonly person: number } | undefined;
}

export interface Confirming {
  readonly meeting?: number | undefined;
  readonly circulation?: number | undefined;
  readonly at: Instant;
  readonly person: number;
  readonly seat: string;
}

export interface Reopening {
  readonly reason: string;
  readonly at: Instant;
  readonly person: number;
  readonly seat: string;
}

export interface DecisionLog {
  readonly total: number;
  readonly decisions: readonly LoggedDecision[];
}

export interface LoggedDecision extends DecisionWithLines {
  /** Those of its requirements on which it no longer stands: superseded or reopened. */
  readonly fallen: readonly number[];
  /** Those on which it stands, and which changed since or left the list (要再確認). */
  readonly toReview: readonly number[];
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
  readonly cost?: number | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly until?: Day | undefined;
  readonly count?: Count | undefined;
}

export function decisions(db: Scoped, councilId: string): Decisions {
  async function withLines(where: Prisma.DecisionWhereInput): Promise<DecisionWithLines | undefined> {
    const row = await db.decision.findFirst({
      where,
      orderBy: { id: 'desc' },
      include: WITH_LINES,
    });
    return row ? toWithLines(row) : undefined;
  }

  /** The decision that stands on each of these requirements, where one does, and what became of the requirement. */
  async function standsOn(numbers: readonly number[]) {
    const found = await db.requirement.findMany({
      where: { number: { in: [...numbers] } },
      select: { number: true, standing: true, goneIn: true, specifiedAt: true },
    });
    return new Map(
      found.map(({ number, standing, goneIn, specifiedAt }) => [
        number,
        { standing, goneIn: goneIn ?? undefined, specifiedAt: toInstant(specifiedAt) },
      ]),
    );
  }

  /** Derives what stands on each of these requirements from their lines. */
  const restand = async (numbers: readonly number[]): Promise<void> => {
    await db.run(
      (council) => Prisma.sql`
        UPDATE requirement r SET standing = (
          SELECT CASE WHEN o.number IS NULL THEN l.decision_id END FROM decision_line l
          LEFT JOIN decision_cancellation c ON c.council_id = l.council_id AND c.decision_id = l.decision_id
          LEFT JOIN decision_reopening o ON o.council_id = l.council_id AND o.number = l.number AND o.sequence = l.sequence
          WHERE l.council_id = r.council_id AND l.number = r.number AND c.decision_id IS NULL
          ORDER BY l.sequence DESC LIMIT 1)
        WHERE r.council_id = ${council} AND r.number = ANY(${numbers})`,
    );
    await restood(db, numbers);
  };

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

    async record({ numbers, basis, on, at, by, count, ...rest }) {
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
          circulation: basis.kind === 'circulation' ? basis.circulation : null,
          cost: rest.cost ?? null,
          scope: [...(rest.scope ?? [])],
          until: rest.until ?? null,
          ...(count && { count: count as unknown as Prisma.InputJsonObject }),
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
      // Nothing can stand above the newest line.
      await db.run(
        (council) => Prisma.sql`
          UPDATE requirement SET standing = ${id} WHERE council_id = ${council} AND number = ANY(${numbers})`,
      );
      await restood(db, numbers);
      return toDecision({ ...row, cancellation: null, confirmation: null });
    },

    async cancel(id, by) {
      await db.decisionCancellation.create({
        data: { councilId, decisionId: id, at: toDate(by.at), personId: by.person, seatId: by.seat },
      });
      const lines = await db.decisionLine.findMany({ where: { decisionId: id }, select: { number: true } });
      await restand(lines.map((one) => one.number));
    },

    async confirm(ids, by) {
      const found = await db.decision.findMany({
        where: { id: { in: [...ids] }, basis: 'provisional', cancellation: null, confirmation: null },
        select: { id: true },
      });
      const confirmed = found.map((one) => one.id);
      await db.decisionConfirmation.createMany({
        data: confirmed.map((decisionId) => ({
          councilId,
          decisionId,
          meeting: by.meeting ?? null,
          circulation: by.circulation ?? null,
          at: toDate(by.at),
          personId: by.person,
          seatId: by.seat,
        })),
      });
      if (confirmed.length === 0) return [];
      const standing = await db.requirement.findMany({
        where: { standing: { in: confirmed } },
        select: { number: true },
      });
      await restood(
        db,
        standing.map((one) => one.number),
      );
      return confirmed;
    },

    async reopen(numbers, { reason, at, person, seat }) {
      await db.run(
        (council) => Prisma.sql`
          INSERT INTO decision_reopening (council_id, number, sequence, reason, at, person_id, seat_id)
          SELECT l.council_id, l.number, max(l.sequence), ${reason}, ${toDate(at)}, ${person}, ${seat} FROM decision_line l
          JOIN requirement r ON r.council_id = l.council_id AND r.number = l.number AND r.standing = l.decision_id
          WHERE l.council_id = ${council} AND l.number = ANY(${numbers}) GROUP BY l.council_id, l.number`,
      );
      await restand(numbers);
    },

    async reopenedOf(id) {
      const found = await db.decisionReopening.findMany({
        where: { line: { decisionId: id } },
        select: { number: true },
        orderBy: { number: 'asc' },
      });
      return found.map((one) => one.number);
    },

    async log(year, body, { from, size }) {
      const where: Prisma.DecisionWhereInput = { fiscalYear: year, ...(body !== undefined && { bodySlug: body }) };
      const [total, rows] = await Promise.all([
        db.decision.count({ where }),
        db.decision.findMany({ where, orderBy: { serial: 'desc' }, skip: from, take: size, include: WITH_LINES }),
      ]);
      const found = rows.map(toWithLines);
      const standing = await standsOn(found.flatMap((one) => one.numbers));
      return {
        total,
        decisions: found.map((one) => {
          const lines = one.cancelledAt === undefined ? one.numbers : [];
          const stands = (number: number): boolean => standing.get(number)?.standing === one.id;
          const isToReview = (number: number): boolean => {
            const now = standing.get(number);
            return now !== undefined && stands(number) && needsReview(now, one);
          };
          return { ...one, fallen: lines.filter((number) => !stands(number)), toReview: lines.filter(isToReview) };
        }),
      };
    },

    async ofMeeting(number) {
      const rows = await db.decision.findMany({
        where: { meeting: number },
        orderBy: { id: 'asc' },
        include: WITH_LINES,
      });
      return rows.map(toWithLines);
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
        include: WHOLE,
      });
      return rows.map(toDecision);
    },

    async history(number) {
      const found = await db.decisionLine.findMany({
        where: { number },
        orderBy: { sequence: 'desc' },
        include: { decision: { include: WHOLE }, reopening: true },
      });
      return found.map(({ sequence, decision, reopening }) => ({
        ...toDecision(decision),
        sequence,
        reopened: reopening
          ? { at: toInstant(reopening.at), reason: reopening.reason, person: reopening.personId }
          : undefined,
      }));
    },
  };
}
