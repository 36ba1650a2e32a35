/** The register of 要綱, 協定書 and their wordings; a slip is withdrawn and stays. */
import type { Basis } from '../../domain/basis.ts';
import type { Day, Instant } from '../../domain/day.ts';
import { toDate, toDay } from '../moments.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Bases {
  /** In the order of the council's file, later ones after them. */
  all(): Promise<Basis[]>;
  /** Enters a document that is not known yet. */
  enter(name: string, title: string): Promise<void>;
  /** Records a wording; gives its number. */
  amend(
    wording: { readonly name: string; readonly from: Day; readonly note: string },
    by: number,
    at: Instant,
  ): Promise<number>;
  /** Nobody has withdrawn it before: false otherwise. */
  withdraw(id: number, by: number, at: Instant): Promise<boolean>;
}

export const bases = (db: Scoped, councilId: string): Bases => ({
  async all() {
    const found = await db.basis.findMany({
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      include: { versions: { orderBy: [{ from: 'asc' }, { id: 'asc' }] } },
    });
    return found.map(({ name, title, versions }) => ({
      name,
      title,
      versions: versions.map((one) => ({
        id: one.id,
        from: toDay(one.from),
        note: one.note,
        withdrawn: one.withdrawnAt !== null,
      })),
    }));
  },

  async enter(name, title) {
    const position = await db.basis.count();
    await db.basis.create({ data: { councilId, name, title, position } });
  },

  async amend({ name, from, note }, by, at) {
    const id = await takeNumbers(db, 'amendment');
    await db.basisVersion.create({
      data: { councilId, id, basisName: name, from, note, at: toDate(at), personId: by },
    });
    return id;
  },

  async withdraw(id, by, at) {
    const { count } = await db.basisVersion.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: toDate(at), withdrawnBy: by },
    });
    return count === 1;
  },
});
