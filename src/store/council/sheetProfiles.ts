/** What was said of sheets' columns and marks, by the shape of their headings; the last word counts. */
import type { Instant } from '../../domain/day.ts';
import type { SaidOfSheet, SheetProfile } from '../../domain/sheetProfile.ts';
import { toDate } from '../moments.ts';
import type { Scoped } from '../scope.ts';

export interface SheetProfiles {
  all(): Promise<SheetProfile[]>;
  /** `person` is none for an administrator at a shell. */
  keep(profile: SheetProfile, at: Instant, person: number | undefined): Promise<void>;
}

export function sheetProfiles(db: Scoped, councilId: string): SheetProfiles {
  return {
    async all() {
      const rows = await db.sheetProfile.findMany({ orderBy: { shape: 'asc' } });
      return rows.map(({ shape, name, columns, marks }) => ({
        ...{ shape, name },
        columns: columns as SaidOfSheet['columns'],
        marks: marks as SaidOfSheet['marks'],
      }));
    },

    async keep({ shape, name, columns, marks }, at, person) {
      const said = { name, columns, marks, at: toDate(at), personId: person ?? null };
      await db.sheetProfile.upsert({
        where: { councilId_shape: { councilId, shape } },
        create: { councilId, shape, ...said },
        update: said,
      });
    },
  };
}
