/** When the member seats of bodies were held: until a tenure ends, or its municipality leaves. */
import type { Circumstances } from '../../domain/circulation.ts';
import { addDays } from '../../domain/day.ts';
import { groups } from '../../domain/groups.ts';
import { optional, toDay } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

interface SpanRow {
  readonly code: string;
  readonly from: string;
  readonly until: string | null;
  /** The first day on which its municipality was there no longer. */
  readonly gone: string | null;
}

/** By municipality. Leaving ends no tenure in the records: who is gone holds no seat all the same, and is not silent. */
export async function spansHeld(db: Scoped, bodies: readonly string[]): Promise<Circumstances['held']> {
  const rows = await db.rows<SpanRow>(
    (council) => Prisma.sql`
      SELECT s.code, t."from", t.until, (
        SELECT min(j."from") FROM joining_step j
        WHERE j.council_id = t.council_id AND j.code = s.code AND j.stage = 'left' AND j.undone_at IS NULL
          AND j."from" > t."from") AS gone
      FROM tenure t JOIN seat s ON s.council_id = t.council_id AND s.id = t.seat_id
      WHERE t.council_id = ${council} AND s.body_slug = ANY(${[...bodies]}) AND s.role = 'member'
        AND s.code IS NOT NULL`,
  );
  return groups(rows.map(spanOf), (one) => one.code);
}

function spanOf({ code, from, until: written, gone }: SpanRow) {
  const until = optional(written, toDay);
  const last = optional(gone, (day) => addDays(toDay(day), -1));
  const earlier = until !== undefined && (last === undefined || until <= last) ? until : last;
  return { code, from: toDay(from), until: earlier };
}
