/** Decisions as their rows have them, with what confirmed or cancelled them; several ways to read them, one value. */
import type { Basis, Decision, Level, Outcome } from '../../domain/requirement.ts';
import type { Count } from '../../domain/rule.ts';
import { optional, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

export interface DecisionWithLines extends Decision {
  readonly numbers: readonly number[];
}

/** What stands on each of these requirements; undecided ones are missing. */
export async function standingOn(db: Scoped, numbers: readonly number[]): Promise<Map<number, Decision>> {
  const found = await db.requirement.findMany({
    where: { number: { in: [...numbers] }, standing: { not: null } },
    select: { number: true, standing: true },
  });
  return decisionsOf(db, found);
}

/** The same of rows already read. */
export async function decisionsOf(
  db: Scoped,
  rows: readonly { readonly number: number; readonly standing: number | null }[],
): Promise<Map<number, Decision>> {
  const ids = new Set(rows.flatMap((one) => one.standing ?? []));
  if (ids.size === 0) return new Map();
  const found = await db.rows<{ decision: DecisionAsJson }>(
    (council) => Prisma.sql`
      SELECT ${AS_JSON} AS decision FROM decision d ${AROUND} WHERE d.council_id = ${council} AND d.id = ANY(${[...ids]})`,
  );
  const byId = new Map(found.map(({ decision }) => [decision.id, fromJson(decision)]));
  return new Map(
    rows.flatMap(({ number, standing }) => {
      const decision = standing === null ? undefined : byId.get(standing);
      return decision ? [[number, decision] as const] : [];
    }),
  );
}

/** A decision `d` with what is around it, as one value: each list and each decision reads it, in one statement. */
export const AS_JSON = Prisma.sql`jsonb_build_object('id', d.id, 'fiscalYear', d.fiscal_year, 'serial', d.serial,
  'outcome', d.outcome, 'note', d.note, 'level', d.level, 'meeting', d.meeting, 'circulation', d.circulation,
  'cost', d.cost, 'scope', d.scope, 'until', d.until, 'count', d.count, 'bodySlug', d.body_slug,
  'personId', d.person_id, 'seatId', d.seat_id, 'code', d.code, 'onBehalf', d.on_behalf,
  'at', extract(epoch FROM d.at) * 1000, 'confirmed', extract(epoch FROM decision_confirmation.at) * 1000,
  'cancelled', extract(epoch FROM decision_cancellation.at) * 1000)`;
export const AROUND = Prisma.sql`
  LEFT JOIN decision_confirmation ON decision_confirmation.council_id = d.council_id AND decision_confirmation.decision_id = d.id
  LEFT JOIN decision_cancellation ON decision_cancellation.council_id = d.council_id AND decision_cancellation.decision_id = d.id`;

export type DecisionAsJson = Omit<Row, 'at' | 'confirmation' | 'cancellation'> & {
  readonly at: number;
  readonly confirmed: number | null;
  readonly cancelled: number | null;
};

export const fromJson = ({ at, confirmed, cancelled, ...row }: DecisionAsJson): Decision =>
  toDecision({
    ...row,
    at: new Date(at),
    confirmation: confirmed === null ? null : { at: new Date(confirmed) },
    cancellation: cancelled === null ? null : { at: new Date(cancelled) },
  });

type Row = Omit<Prisma.DecisionGetPayload<object>, 'councilId' | 'basis'> & {
  readonly confirmation: { readonly at: Date } | null;
  readonly cancellation: { readonly at: Date } | null;
};

export const toDecision = (row: Row): Decision => ({
  id: row.id,
  fiscalYear: row.fiscalYear,
  serial: row.serial,
  outcome: row.outcome as Outcome,
  note: row.note ?? undefined,
  level: row.level as Level,
  basis: basisOf(row),
  body: row.bodySlug,
  at: toInstant(row.at),
  by: { person: row.personId, seat: row.seatId, municipality: row.code },
  onBehalf: row.onBehalf,
  cost: row.cost ?? undefined,
  scope: row.scope,
  until: optional(row.until, toDay),
  count: (row.count ?? undefined) as Count | undefined,
  confirmedAt: row.confirmation ? toInstant(row.confirmation.at) : undefined,
  cancelledAt: row.cancellation ? toInstant(row.cancellation.at) : undefined,
});

function basisOf({ meeting, circulation }: Row): Basis {
  if (meeting !== null) return { kind: 'meeting', meeting };
  return circulation === null ? { kind: 'provisional' } : { kind: 'circulation', circulation };
}

export const WHOLE = { cancellation: true, confirmation: true } as const;
export const WITH_LINES = { ...WHOLE, lines: { select: { number: true }, orderBy: { number: 'asc' } } } as const;

export const toWithLines = (row: Prisma.DecisionGetPayload<{ include: typeof WITH_LINES }>): DecisionWithLines => ({
  ...toDecision(row),
  numbers: row.lines.map((one) => one.number),
});
