/** The rotation of the chair as it is remembered: the order of the turns, who joined and left, what the council decided otherwise. */
import type { Municipality } from '../../domain/council.ts';
import { type Day, type Instant, parseDay } from '../../domain/day.ts';
import { fiscalYearOf } from '../../domain/fiscalYear.ts';
import type { Membership, Otherwise, Override, Rotation } from '../../domain/rotation.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Rotations {
  /** Every decision about it, those taken back too, the newest first. */
  decided(): Promise<DecidedOtherwise[]>;
  decide(decided: NewDecision): Promise<number>;
  undo(id: number, at: Instant, person: number): Promise<void>;
}

export type DecidedOtherwise = Override & {
  readonly basis: string;
  readonly at: Instant;
  readonly person: number;
  readonly undoneAt: Instant | undefined;
};

export interface NewDecision {
  readonly what: Otherwise;
  readonly on: Day;
  /** 承認3, 決定第12号 */
  readonly basis: string;
  readonly at: Instant;
  readonly by: { readonly person: number; readonly seat: string };
}

/** The order, and all that changed it besides who came and went. */
export async function turnsOf(db: Scoped): Promise<Omit<Rotation, 'memberships'>> {
  const [[council], turns, overrides, settings] = await Promise.all([
    db.council.findMany(),
    db.rotationTurn.findMany({ orderBy: { position: 'asc' } }),
    db.rotationOverride.findMany({ where: { undoneAt: null }, orderBy: { id: 'asc' } }),
    db.setting.findMany({ where: TERM_SETTINGS }),
  ]);
  return {
    from: (council as Prisma.CouncilGetPayload<object>).rotationFrom,
    turns: turns.map((one) => one.code),
    overrides: overrides.map(toOverride),
    starts: startsIn(settings),
  };
}

/** From when until when each was a member. */
export const membershipsOf = (municipalities: readonly Municipality[]): Membership[] =>
  municipalities.flatMap(({ code, kind, from, until, stays = [{ kind, from, until }] }) =>
    stays.filter((one) => one.kind === 'member').map((one) => ({ code, from: one.from, until: one.until })),
  );

export function rotations(db: Scoped, councilId: string): Rotations {
  return {
    async decided() {
      const found = await db.rotationOverride.findMany({ orderBy: { id: 'desc' } });
      return found.map((row) => ({
        ...toOverride(row),
        basis: row.basis,
        at: toInstant(row.at),
        person: row.personId,
        undoneAt: optional(row.undoneAt, toInstant),
      }));
    },

    async decide({ what, on, basis, at, by }) {
      const id = await takeNumbers(db, 'rotation');
      await db.rotationOverride.create({
        data: {
          councilId,
          id,
          kind: what.kind,
          on,
          code: what.turn.code,
          round: what.turn.round,
          otherCode: what.kind === 'swap' ? what.other.code : what.kind === 'succeed' ? what.code : null,
          otherRound: what.kind === 'swap' ? what.other.round : null,
          keeps: what.kind === 'decline' ? what.keeps : null,
          by: what.kind === 'defer' ? what.by : null,
          basis,
          at: toDate(at),
          personId: by.person,
          seatId: by.seat,
        },
      });
      return id;
    },

    async undo(id, at, person) {
      await db.rotationOverride.updateMany({
        where: { id, undoneAt: null },
        data: { undoneAt: toDate(at), undoneBy: person },
      });
    },
  };
}

function toOverride(row: Prisma.RotationOverrideGetPayload<object>): Override {
  const { id } = row;
  const on = toDay(row.on);
  const turn = { code: row.code, round: row.round };
  if (row.kind === 'swap')
    return { id, on, kind: 'swap', turn, other: { code: row.otherCode ?? '', round: row.otherRound ?? 0 } };
  if (row.kind === 'succeed') return { id, on, kind: 'succeed', turn, code: row.otherCode ?? '' };
  if (row.kind === 'defer') return { id, on, kind: 'defer', turn, by: row.by ?? 1 };
  return { id, on, kind: 'decline', turn, keeps: row.keeps ?? false };
}

/** What tells when terms begin. */
export const TERM_SETTINGS = { scope: '', key: { in: ['termStart', 'generalMeetings'] } };

/** The days of general meetings on which a term begins, where terms begin so on that day. */
export function startsIn(settings: readonly { key: string; from: string; value: unknown }[]): Rotation['starts'] {
  const standing = (key: string, on: string) =>
    settings.filter((one) => one.key === key && one.from <= on).toSorted((a, b) => b.from.localeCompare(a.from))[0]
      ?.value;
  const days = settings
    .filter((one) => one.key === 'generalMeetings' && Array.isArray(one.value))
    .flatMap((one) => (one.value as unknown[]).map((written) => parseDay(String(written))))
    .filter((one) => one !== undefined)
    .filter((one) => standing('termStart', one) === 'generalMeeting');
  return [...new Set(days)].toSorted().map((on) => ({ year: fiscalYearOf(on), on }));
}
