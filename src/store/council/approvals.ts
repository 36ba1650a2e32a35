/** What upper bodies acknowledged and approved, append only, with what they saw. */
import type { Instant } from '../../domain/day.ts';
import type { Level, Outcome } from '../../domain/requirement.ts';
import { toDate, toInstant } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Approval {
  readonly id: number;
  readonly level: Level;
  readonly body: string;
  /** The meeting in which it was given; undefined: recorded by the secretariat after it. */
  readonly meeting: number | undefined;
  readonly at: Instant;
  readonly by: { readonly person: number; readonly seat: string; readonly municipality: string };
  readonly onBehalf: boolean;
  readonly cancelledAt: Instant | undefined;
  readonly lines: readonly ApprovalLine[];
}

/** What the upper body saw of a requirement. */
export interface ApprovalLine {
  readonly number: number;
  readonly decision: number;
  readonly outcome: Outcome;
  readonly text: string;
  readonly note: string | undefined;
  /** 千円 */
  readonly cost: number | undefined;
}

export type NewApproval = Omit<Approval, 'id' | 'cancelledAt'>;

export interface Approvals {
  record(approval: NewApproval): Promise<Approval>;
  byId(id: number): Promise<Approval | undefined>;
  /** The one that this person recorded last and that was not taken back. */
  lastBy(person: number): Promise<Approval | undefined>;
  /** Those given in this meeting that were not taken back. */
  ofMeeting(number: number): Promise<Approval[]>;
  /** Those that saw this requirement, the newest first. */
  of(number: number): Promise<Approval[]>;
  /** How high each of these decisions was taken on each of its requirements: `number decision` to its level. */
  levelsOn(numbers: readonly number[]): Promise<Map<string, Level>>;
  cancel(id: number, by: { readonly at: Instant; readonly person: number; readonly seat: string }): Promise<void>;
}

export const levelKey = (number: number, decision: number): string => `${number} ${decision}`;

export function approvals(db: Scoped, councilId: string): Approvals {
  const first = async (where: Prisma.ApprovalWhereInput): Promise<Approval | undefined> => {
    const row = await db.approval.findFirst({ where, orderBy: { id: 'desc' }, include: WHOLE });
    return row ? toApproval(row) : undefined;
  };
  return {
    async record({ level, body, meeting, at, by, onBehalf, lines }) {
      const id = await takeNumbers(db, 'approval');
      await db.approval.create({
        data: {
          councilId,
          id,
          level,
          bodySlug: body,
          meeting: meeting ?? null,
          at: toDate(at),
          personId: by.person,
          seatId: by.seat,
          code: by.municipality,
          onBehalf,
        },
      });
      await db.approvalLine.createMany({
        data: lines.map(({ number, decision, outcome, text, note, cost }) => ({
          councilId,
          approvalId: id,
          number,
          decisionId: decision,
          outcome,
          text,
          note: note ?? null,
          cost: cost ?? null,
        })),
      });
      return (await first({ id })) as Approval;
    },

    byId: (id) => first({ id }),
    lastBy: (person) => first({ personId: person, cancellation: null }),

    async of(number) {
      const rows = await db.approval.findMany({
        where: { lines: { some: { number } } },
        orderBy: { id: 'desc' },
        include: WHOLE,
      });
      return rows.map(toApproval);
    },

    async ofMeeting(number) {
      const where = { meeting: number, cancellation: null };
      return (await db.approval.findMany({ where, orderBy: { id: 'asc' }, include: WHOLE })).map(toApproval);
    },

    async levelsOn(numbers) {
      const rows = await db.approvalLine.findMany({
        where: { number: { in: [...numbers] }, approval: { cancellation: null } },
        select: { number: true, decisionId: true, approval: { select: { level: true } } },
        orderBy: { approvalId: 'asc' },
      });
      return new Map(rows.map((row) => [levelKey(row.number, row.decisionId), row.approval.level as Level]));
    },

    async cancel(id, { at, person, seat }) {
      await db.approvalCancellation.create({
        data: { councilId, approvalId: id, at: toDate(at), personId: person, seatId: seat },
      });
    },
  };
}

const WHOLE = { lines: { orderBy: { number: 'asc' } }, cancellation: true } as const;

const toApproval = (row: Prisma.ApprovalGetPayload<{ include: typeof WHOLE }>): Approval => ({
  id: row.id,
  level: row.level as Level,
  body: row.bodySlug,
  meeting: row.meeting ?? undefined,
  at: toInstant(row.at),
  by: { person: row.personId, seat: row.seatId, municipality: row.code },
  onBehalf: row.onBehalf,
  cancelledAt: row.cancellation ? toInstant(row.cancellation.at) : undefined,
  lines: row.lines.map((line) => ({
    number: line.number,
    decision: line.decisionId,
    outcome: line.outcome as Outcome,
    text: line.text,
    note: line.note ?? undefined,
    cost: line.cost ?? undefined,
  })),
});
