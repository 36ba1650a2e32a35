/** The way of municipalities into the council and out of it, step by step, and what is agreed on the way. */
import { isOn, type Municipality, type MunicipalityKind } from '../../domain/council.ts';
import type { Day, Instant } from '../../domain/day.ts';
import { groups } from '../../domain/groups.ts';
import { type Stage, type Step, stageOf, staysOf } from '../../domain/joining.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Joinings {
  /** Makes changes of members wait for one another. */
  lock(): Promise<void>;
  /** Steps of all municipalities that stand, the oldest first; what they began as counts as one. */
  steps(): Promise<JoiningStep[]>;
  /** Those that were taken here. */
  taken(): Promise<JoiningStep[]>;
  /** Writes the step, the municipality where it is new, and the seats that come with it; gives its number. */
  take(step: NewStep, by: JoiningBy): Promise<number>;
  /** Which of these seats somebody holds or held, or owes something. */
  inUse(seats: readonly string[]): Promise<string[]>;
  /** The meetings held before the day, body by body, and those of them at which the joiner was. */
  spent(code: string, before: Day): Promise<Spent[]>;
  /** Takes the step back, with the seats that came with it, none of them in use. */
  undo(id: number, by: { readonly at: Instant; readonly person: number }): Promise<void>;
  /** The price that is agreed, if any. */
  price(code: string): Promise<Price | undefined>;
  /** Gives the number of what is recorded: 条件3. */
  agreePrice(code: string, price: Price, by: JoiningBy): Promise<number>;
  /** The first day of the decisions that the joiner reads; undefined: all. */
  past(code: string): Promise<Day | undefined>;
  openPast(code: string, from: Day | undefined, by: JoiningBy): Promise<number>;
  /** What was agreed or set under that number. */
  term(id: number): Promise<JoiningTerm | undefined>;
  /** What stands before it comes to hold again. */
  undoTerm(term: JoiningTerm, by: JoiningBy): Promise<void>;
  /** The helping member of each body that was chosen otherwise than by the rule. */
  buddies(code: string): Promise<Map<string, string>>;
  chooseBuddy(
    of: { readonly code: string; readonly body: string; readonly buddy: string },
    by: JoiningBy,
  ): Promise<void>;
}

/** The meetings of a body, and their minutes. */
export interface Spent {
  readonly body: string;
  readonly held: { readonly meetings: number; readonly minutes: number };
  /** Those of them that the joiner was at. */
  readonly attended: { readonly meetings: number; readonly minutes: number };
}

export interface JoiningStep extends Step {
  readonly code: string;
  readonly basis: string | undefined;
  readonly amendments: readonly number[];
  readonly seats: readonly string[];
  readonly at: Instant;
}

export interface NewStep {
  readonly municipality: Pick<Municipality, 'code' | 'name'>;
  readonly stage: Stage;
  readonly from: Day;
  readonly basis: string | undefined;
  readonly amendments: readonly number[];
  readonly seats: readonly NewSeat[];
}

export interface NewSeat {
  readonly id: string;
  readonly body: string;
  readonly role: 'member' | 'information';
}

export interface Price {
  readonly on: Day;
  /** 千円 */
  readonly thousands: number;
}

export interface JoiningTerm {
  readonly id: number;
  readonly code: string;
  readonly kind: 'price' | 'past';
  readonly at: Instant;
  readonly undone: boolean;
}

export interface JoiningBy {
  readonly at: Instant;
  readonly person: number;
  readonly seat: string;
}

/** Everyone who is or was with the council, in code order; `kind` is what each is on the day, or began as. */
export async function municipalitiesOf(db: Scoped, on?: Day): Promise<Municipality[]> {
  const [found, steps] = await Promise.all([db.municipality.findMany({ orderBy: { code: 'asc' } }), standingSteps(db)]);
  const stepsOf = groups(steps, (one) => one.code);
  return found.map((row) => {
    const began = { kind: row.kind as MunicipalityKind, from: toDay(row.from), until: optional(row.until, toDay) };
    const municipality = { code: row.code, name: row.name, kind: began.kind, from: began.from, until: began.until };
    const mine = stepsOf.get(row.code);
    if (!mine) return municipality;
    const stays = staysOf(began, mine);
    const now = (on && stays.find((one) => isOn(one, on))) ?? stays[0] ?? began;
    return { ...municipality, kind: now.kind, from: stays[0]?.from ?? began.from, until: stays.at(-1)?.until, stays };
  });
}

/** From which day on municipalities were gone by this one. */
export const goneBy = async (db: Scoped, on: Day): Promise<JoiningStep[]> =>
  (await standingSteps(db)).filter((one) => one.stage === 'left' && one.from <= on);

/** Those that were taken and not taken back, the oldest first. */
async function standingSteps(db: Scoped): Promise<JoiningStep[]> {
  const found = await db.joiningStep.findMany({
    where: { undoneAt: null },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  });
  return found.map(toStep);
}

export function joinings(db: Scoped, councilId: string): Joinings {
  const written = ({ at, person, seat }: JoiningBy) => ({ at: toDate(at), personId: person, seatId: seat });
  /** The latest that was not taken back. */
  async function lastTerm(code: string, kind: 'price' | 'past') {
    const rows = await db.joiningTerm.findMany({ where: { code, kind }, orderBy: { id: 'desc' } });
    return rows.find(({ id, undoes }) => undoes === null && !rows.some((one) => one.undoes === id));
  }

  return {
    async lock() {
      await db.rows((council) => Prisma.sql`SELECT id FROM council WHERE id = ${council} FOR UPDATE`);
    },

    async steps() {
      const [began, found] = await Promise.all([
        db.municipality.findMany({ where: { kind: { not: 'adviser' } } }),
        standingSteps(db),
      ]);
      const first = began
        .filter((one) => !found.some(({ code, from }) => code === one.code && from <= one.from))
        .flatMap(({ code, kind, from }): JoiningStep[] => {
          const stage = stageOf(kind as MunicipalityKind);
          const nothing = { basis: undefined, amendments: [], seats: [], at: toInstant(new Date(0)) };
          return stage ? [{ ...nothing, id: 0, code, stage, from: toDay(from) }] : [];
        });
      return [...first, ...found];
    },

    taken: () => standingSteps(db),

    async take({ municipality: { code, name }, stage, from, basis, amendments, seats }, by) {
      const known = await db.municipality.findFirst({ where: { code } });
      if (!known) await db.municipality.create({ data: { councilId, code, name, kind: stage, from } });
      const there = await db.seat.findMany({ where: { code } });
      const made = seats.filter(({ id }) => !there.some((one) => one.id === id));
      await db.seat.createMany({
        data: made.map(({ id, body, role }) => ({ councilId, id, bodySlug: body, code, role })),
      });
      const id = await takeNumbers(db, 'joining');
      await db.joiningStep.create({
        data: {
          councilId,
          id,
          code,
          stage,
          from,
          basis: basis ?? null,
          amendments: [...amendments],
          seats: made.map((one) => one.id),
          ...written(by),
        },
      });
      return id;
    },

    async inUse(seats) {
      const nothing = { none: {} };
      const unused = { tenures: nothing, items: nothing, itemsWith: nothing, sections: nothing };
      const found = await db.seat.findMany({ where: { id: { in: [...seats] }, NOT: unused }, orderBy: { id: 'asc' } });
      return found.map((one) => one.id);
    },

    async spent(code, before) {
      const found = await db.rows<{ body: string; held: number; minutes: number; attended: number; own: number }>(
        (council) => Prisma.sql`
          WITH held AS (
            SELECT m.number, m.body_slug AS body,
              greatest(0, coalesce(round(extract(epoch FROM m.closed_at - m.opened_at) / 60), m."end" - m.start, 0))::int AS minutes
            FROM meeting m
            WHERE m.council_id = ${council} AND m.opened_at IS NOT NULL AND m.state <> 'cancelled' AND m.day < ${before})
          SELECT h.body, count(*)::int AS held, sum(h.minutes)::int AS minutes,
            count(*) FILTER (WHERE p.there)::int AS attended,
            coalesce(sum(h.minutes) FILTER (WHERE p.there), 0)::int AS own
          FROM held h LEFT JOIN LATERAL (
            SELECT true AS there FROM presence p
            WHERE p.council_id = ${council} AND p.number = h.number AND p.code = ${code} AND p.presence <> 'absent'
            LIMIT 1) p ON true
          GROUP BY h.body ORDER BY h.body`,
      );
      return found.map((one) => ({
        body: one.body,
        held: { meetings: one.held, minutes: one.minutes },
        attended: { meetings: one.attended, minutes: one.own },
      }));
    },

    async undo(id, { at, person }) {
      const row = await db.joiningStep.findFirst({ where: { id, undoneAt: null } });
      if (!row) return;
      await db.joiningStep.updateMany({ where: { id }, data: { undoneAt: toDate(at), undoneBy: person } });
      await db.seat.deleteMany({ where: { id: { in: row.seats } } });
      // The first step brought the municipality itself.
      await db.municipality.deleteMany({
        where: { code: row.code, kind: row.stage, from: row.from, seats: { none: {} }, turns: { none: {} } },
      });
    },

    async price(code) {
      const row = await lastTerm(code, 'price');
      return row ? { on: toDay(row.on ?? ''), thousands: row.thousands ?? 0 } : undefined;
    },

    async agreePrice(code, { on, thousands }, by) {
      const id = await takeNumbers(db, 'joiningTerm');
      await db.joiningTerm.create({ data: { councilId, id, code, kind: 'price', on, thousands, ...written(by) } });
      return id;
    },

    async past(code) {
      const row = await lastTerm(code, 'past');
      return optional(row?.on ?? null, toDay);
    },

    async openPast(code, from, by) {
      const id = await takeNumbers(db, 'joiningTerm');
      await db.joiningTerm.create({ data: { councilId, id, code, kind: 'past', on: from ?? null, ...written(by) } });
      return id;
    },

    async term(id) {
      const row = await db.joiningTerm.findFirst({ where: { id, undoes: null } });
      if (!row) return undefined;
      const { code, kind } = row;
      const undone = (await db.joiningTerm.count({ where: { undoes: id } })) > 0;
      return { id, code, kind: kind as JoiningTerm['kind'], at: toInstant(row.at), undone };
    },

    async undoTerm({ id: undoes, code, kind }, by) {
      const id = await takeNumbers(db, 'joiningTerm');
      await db.joiningTerm.create({ data: { councilId, id, code, kind, undoes, ...written(by) } });
    },

    async buddies(code) {
      const found = await db.buddy.findMany({ where: { code }, orderBy: { id: 'asc' } });
      return new Map(found.map((one) => [one.bodySlug, one.buddy]));
    },

    async chooseBuddy({ code, body, buddy }, by) {
      const id = await takeNumbers(db, 'buddy');
      await db.buddy.create({ data: { councilId, id, code, bodySlug: body, buddy, ...written(by) } });
    },
  };
}

const toStep = (row: Prisma.JoiningStepGetPayload<object>): JoiningStep => ({
  id: row.id,
  code: row.code,
  stage: row.stage as Stage,
  from: toDay(row.from),
  basis: row.basis ?? undefined,
  amendments: row.amendments,
  seats: row.seats,
  at: toInstant(row.at),
});
