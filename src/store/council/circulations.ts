/** Circulations (持ち回り審議), append only: what was proposed, what each municipality answered, and how it ended. */
import type { OfficeCalendar } from '../../domain/businessDay.ts';
import type { Answer, Circulation, Circumstances, Ending, Position, Suspension } from '../../domain/circulation.ts';
import type { BodyKind } from '../../domain/council.ts';
import type { Instant } from '../../domain/day.ts';
import { levelOf } from '../../domain/decide.ts';
import { groups } from '../../domain/groups.ts';
import type { Outcome } from '../../domain/requirement.ts';
import type { Rule } from '../../domain/rule.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import type { Decisions } from './decisions.ts';
import { takeNumbers } from './numbers.ts';
import { type Settled, settle } from './settling.ts';
import { spansHeld } from './spansHeld.ts';

export interface Circulations {
  post(circulation: NewCirculation): Promise<Circulation>;
  /** Locks them until the act ends, in the order of their numbers; answers and endings wait for one another so. */
  lock(numbers: readonly number[]): Promise<void>;
  byNumber(number: number): Promise<Circulation | undefined>;
  /** Those that no ending was recorded of, the oldest first. */
  unended(): Promise<Circulation[]>;
  /** Those that speak of this requirement, the newest first. */
  ofRequirement(number: number): Promise<Circulation[]>;
  /** Those that ended since, the oldest first. */
  endedSince(at: Instant): Promise<Circulation[]>;
  /** What came of one that was not agreed. */
  following(number: number): Promise<Circulation | undefined>;
  /** The answers, in the order in which they came. */
  positions(number: number): Promise<Position[]>;
  /** The answers to each of several. */
  answersTo(numbers: readonly number[]): Promise<Map<number, Position[]>>;
  answer(number: number, position: Position): Promise<void>;
  /** The open one that this person answered last, and for which municipality. */
  lastAnswered(person: number): Promise<LastSaid | undefined>;
  end(number: number, ending: Ending, person: number): Promise<void>;
  /** Records how it ended, where it is over: exactly one decision rests on it if it was agreed. Lock it before. */
  settle(circulation: Circulation, now: Instant, calendar: OfficeCalendar): Promise<Settled | undefined>;
  suspend(suspension: Suspension): Promise<void>;
  /** When which municipality's work was or is suspended. */
  suspensions(): Promise<Suspension[]>;
  /** The suspensions, when seats of the body were held, and whether the request arrived. */
  around(circulation: Pick<Circulation, 'number' | 'body'>): Promise<Omit<Circumstances, 'calendar'>>;
}

/** What a person said last. */
export interface LastSaid {
  readonly number: number;
  readonly municipality: string;
  readonly at: Instant;
}

export type NewCirculation = Omit<Circulation, 'number' | 'ended'>;

export function circulations(db: Scoped, councilId: string, decisions: Decisions): Circulations {
  const list = async (where: Prisma.CirculationWhereInput, newest = false): Promise<Circulation[]> => {
    const rows = await db.circulation.findMany({
      where,
      orderBy: { number: newest ? 'desc' : 'asc' },
      include: WHOLE,
    });
    return rows.map(toCirculation);
  };
  const byNumber = async (number: number) => (await list({ number }))[0];

  const own: Circulations = {
    async post({ body, requirements, postedAt, by, rule, ...rest }) {
      const number = await takeNumbers(db, 'circulation');
      await db.circulation.create({
        data: {
          councilId,
          number,
          bodySlug: body,
          outcome: rest.outcome,
          note: rest.note ?? null,
          cost: rest.cost ?? null,
          scope: [...rest.scope],
          until: rest.until ?? null,
          deadline: rest.deadline,
          silence: rest.silence ?? null,
          rule: rule as unknown as Prisma.InputJsonObject,
          eligible: [...rest.eligible],
          previous: rest.previous ?? null,
          at: toDate(postedAt),
          personId: by.person,
          seatId: by.seat,
          code: by.municipality,
          onBehalf: rest.onBehalf,
        },
      });
      await db.circulationLine.createMany({
        data: requirements.map((one) => ({ councilId, circulation: number, number: one })),
      });
      return (await byNumber(number)) as Circulation;
    },

    async lock(numbers) {
      await db.rows(
        (council) => Prisma.sql`
          SELECT number FROM circulation WHERE council_id = ${council} AND number = ANY(${numbers})
          ORDER BY number FOR UPDATE`,
      );
    },

    byNumber,
    unended: () => list({ ending: null }),
    ofRequirement: (number) => list({ lines: { some: { number } } }, true),
    endedSince: (at) => list({ ending: { at: { gte: toDate(at) } } }),
    following: async (number) => (await list({ previous: number }, true))[0],

    async positions(number) {
      const rows = await db.position.findMany({ where: { circulation: number }, orderBy: { id: 'asc' } });
      return rows.map(toPosition);
    },

    async answersTo(numbers) {
      const rows = await db.position.findMany({ where: { circulation: { in: [...numbers] } }, orderBy: { id: 'asc' } });
      const found = groups(rows, (row) => row.circulation);
      return new Map(numbers.map((number) => [number, (found.get(number) ?? []).map(toPosition)]));
    },

    async answer(number, { municipality, answer, reason, until, at, person, seat, source }) {
      const id = await takeNumbers(db, 'position');
      await db.position.create({
        data: {
          ...{ councilId, id, circulation: number, code: municipality, answer, reason: reason ?? null },
          ...{ until: until ?? null, at: toDate(at), personId: person, seatId: seat, source: source ?? null },
        },
      });
    },

    async lastAnswered(person) {
      const row = await db.position.findFirst({
        where: { personId: person, answer: { not: 'undo' }, of: { ending: null } },
        orderBy: { id: 'desc' },
      });
      return row ? { number: row.circulation, municipality: row.code, at: toInstant(row.at) } : undefined;
    },

    async end(number, { how, at, decision }, person) {
      await db.circulationEnd.create({
        data: { councilId, circulation: number, how, at: toDate(at), decision: decision ?? null, personId: person },
      });
    },

    async suspend({ municipality, kind, from, until }) {
      await db.suspension.create({ data: { councilId, code: municipality, kind, from, until: until ?? null } });
    },

    async suspensions() {
      const found = await db.suspension.findMany({ orderBy: { id: 'asc' } });
      return found.map((one) => ({
        municipality: one.code,
        kind: one.kind as Suspension['kind'],
        from: toDay(one.from),
        until: optional(one.until, toDay),
      }));
    },

    async settle(circulation, now, calendar) {
      const found = await db.body.findFirst({ where: { slug: circulation.body }, select: { kind: true } });
      const level = levelOf((found?.kind ?? 'workingGroup') as BodyKind);
      return settle(circulation, level, { ...(await own.around(circulation)), calendar }, now, own, decisions);
    },

    async around({ number, body }) {
      const [suspensions, held, shown] = await Promise.all([
        own.suspensions(),
        spansHeld(db, [body]),
        db.surface.count({ where: { key: `circulation:${number}` } }),
      ]);
      return { suspensions, held, delivered: shown > 0 };
    },
  };
  return own;
}

const WHOLE = { lines: { select: { number: true }, orderBy: { number: 'asc' } }, ending: true } as const;

const toCirculation = (row: Prisma.CirculationGetPayload<{ include: typeof WHOLE }>): Circulation => ({
  number: row.number,
  body: row.bodySlug,
  requirements: row.lines.map((one) => one.number),
  outcome: row.outcome as Outcome,
  note: row.note ?? undefined,
  cost: row.cost ?? undefined,
  scope: row.scope,
  until: optional(row.until, toDay),
  postedAt: toInstant(row.at),
  by: { person: row.personId, seat: row.seatId, municipality: row.code },
  onBehalf: row.onBehalf,
  deadline: toDay(row.deadline),
  silence: row.silence ?? undefined,
  rule: row.rule as unknown as Rule,
  eligible: row.eligible,
  previous: row.previous ?? undefined,
  ended: row.ending
    ? {
        how: row.ending.how as Ending['how'],
        at: toInstant(row.ending.at) as Instant,
        decision: row.ending.decision ?? undefined,
      }
    : undefined,
});

const toPosition = (row: Prisma.PositionGetPayload<object>): Position => ({
  municipality: row.code,
  answer: row.answer as Answer | 'undo',
  reason: row.reason ?? undefined,
  until: optional(row.until, toDay),
  at: toInstant(row.at),
  person: row.personId,
  seat: row.seatId,
  source: row.source ?? undefined,
});
