/**
 * What was said of sheets' columns and marks. The last word on a kind of sheet counts; what was forgotten, or taken back with
 * its import, stays readable and can be brought back.
 */
import type { Instant } from '../../domain/day.ts';
import { type KeptProfile, type SaidOfSheet, type SheetProfile, sameKind } from '../../domain/sheetProfile.ts';
import { optional, toDate, toInstant } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface PastProfile extends KeptProfile {
  readonly at: Instant;
  /** None: an administrator at a shell. */
  readonly person: number | undefined;
  readonly forgottenAt: Instant | undefined;
}

/** `person` is none for an administrator at a shell. */
export interface ForgettingBy {
  readonly at: Instant;
  readonly person: number | undefined;
}

export interface SheetProfiles {
  /** Those that count, one of each kind of sheet. */
  all(): Promise<PastProfile[]>;
  byId(id: number): Promise<PastProfile | undefined>;
  /** Remembers it as said with this import; none where the same is remembered already. */
  keep(profile: SheetProfile, by: ForgettingBy & { readonly batch: number }): Promise<number | undefined>;
  /** Nothing is remembered of its kind of sheet any more. */
  forget(profile: KeptProfile, by: ForgettingBy): Promise<void>;
  /** Forgets what was said with this import; what was said before counts again. Gives the numbers. */
  forgetOf(batch: number, by: ForgettingBy): Promise<number[]>;
  /** Brings back what was forgotten with it. */
  restore(profile: PastProfile): Promise<void>;
}

export function sheetProfiles(db: Scoped, councilId: string): SheetProfiles {
  const list = async (where: Prisma.SheetProfileWhereInput): Promise<PastProfile[]> =>
    (await db.sheetProfile.findMany({ where, orderBy: { id: 'asc' } })).map(toProfile);

  const own: SheetProfiles = {
    async all() {
      const standing = await list({ forgottenAt: null });
      return standing.filter((one, i) => !standing.slice(i + 1).some((later) => sameKind(later, one)));
    },

    byId: async (id) => (await list({ id }))[0],

    async keep(profile, { at, person, batch }) {
      const { shape, sheet, vendor, name, columns, marks } = profile;
      const before = (await own.all()).find((one) => sameKind(one, profile));
      if (before && sameWords(before, profile)) return undefined;
      const id = await takeNumbers(db, 'sheetProfile');
      const said = { shape, sheet, vendor: vendor ?? null, name, columns, marks };
      await db.sheetProfile.create({
        data: { councilId, id, ...said, at: toDate(at), personId: person ?? null, importId: batch },
      });
      return id;
    },

    async forget(profile, { at, person }) {
      const same = (await list({ forgottenAt: null })).filter((one) => sameKind(one, profile));
      await db.sheetProfile.updateMany({
        where: { id: { in: same.map((one) => one.id) } },
        data: { forgottenAt: toDate(at), forgottenBy: person ?? null },
      });
    },

    async forgetOf(batch, { at, person }) {
      const said = await list({ forgottenAt: null, importId: batch });
      const ids = said.map((one) => one.id);
      const data = { forgottenAt: toDate(at), forgottenBy: person ?? null };
      await db.sheetProfile.updateMany({ where: { id: { in: ids } }, data });
      return ids;
    },

    async restore(profile) {
      if (profile.forgottenAt === undefined) return;
      const together = (await list({ forgottenAt: toDate(profile.forgottenAt) })).filter((one) =>
        sameKind(one, profile),
      );
      await db.sheetProfile.updateMany({
        where: { id: { in: together.map((one) => one.id) } },
        data: { forgottenAt: null, forgottenBy: null },
      });
    },
  };
  return own;
}

const sameWords = (a: SaidOfSheet, b: SaidOfSheet): boolean => inOrder(a) === inOrder(b);
const inOrder = ({ columns, marks }: SaidOfSheet): string =>
  JSON.stringify([columns, marks].map((one) => Object.entries(one).sort(([x], [y]) => (x < y ? -1 : 1))));

const toProfile = (row: Prisma.SheetProfileGetPayload<object>): PastProfile => ({
  ...{ id: row.id, shape: row.shape, sheet: row.sheet, name: row.name },
  ...(row.vendor !== null && { vendor: row.vendor }),
  columns: row.columns as SaidOfSheet['columns'],
  marks: row.marks as SaidOfSheet['marks'],
  at: toInstant(row.at),
  person: row.personId ?? undefined,
  forgottenAt: optional(row.forgottenAt, toInstant),
});
