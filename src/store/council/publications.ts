/** Which municipality shows its names of which year from which day on. */
import type { Instant } from '../../domain/day.ts';
import type { FiscalYear } from '../../domain/fiscalYear.ts';
import type { Publication, PublishedDays } from '../../domain/publication.ts';
import { toDate, toDay } from '../moments.ts';
import type { Scoped } from '../scope.ts';

export interface Publications {
  publications(): Promise<Publication[]>;
  /** Shows the names from that day on; a day given before is replaced. */
  publish(of: Publication, by: { readonly at: Instant; readonly person: number; readonly seat: string }): Promise<void>;
  /** They are hidden again. */
  unpublish(of: { readonly code: string; readonly year: FiscalYear }): Promise<void>;
}

export async function publicationsOf(db: Scoped): Promise<Publication[]> {
  const found = await db.rosterPublication.findMany({ orderBy: [{ code: 'asc' }, { year: 'asc' }] });
  return found.map(({ code, year, on, days }) => ({ code, year, on: toDay(on), days: days as PublishedDays }));
}

export function publications(db: Scoped, councilId: string): Publications {
  return {
    publications: () => publicationsOf(db),

    async publish({ code, year, on, days = {} }, { at, person, seat }) {
      const data = { on, days, at: toDate(at), personId: person, seatId: seat };
      await db.rosterPublication.upsert({
        where: { councilId_code_year: { councilId, code, year } },
        create: { councilId, code, year, ...data },
        update: data,
      });
    },

    async unpublish({ code, year }) {
      await db.rosterPublication.deleteMany({ where: { code, year } });
    },
  };
}
