/** How imports changed what a requirement says. */
import type { Instant } from '../../domain/day.ts';
import type { Known } from '../../domain/importing.ts';
import { toInstant } from '../moments.ts';
import type { Scoped } from '../scope.ts';

export interface SpecificationChange {
  /** The import, and when it was. */
  readonly import: number;
  readonly at: Instant;
  /** When the import was taken back. */
  readonly undoneAt: Instant | undefined;
  readonly before: Known;
  readonly after: Known;
}

export async function versionsOf(db: Scoped, number: number): Promise<SpecificationChange[]> {
  const rows = await db.importChange.findMany({
    where: { number },
    include: { batch: true },
    orderBy: { importId: 'asc' },
  });
  return rows.flatMap(({ importId, batch, before, after }) =>
    before === null
      ? []
      : [
          {
            import: importId,
            at: toInstant(batch.at),
            undoneAt: batch.undoneAt === null ? undefined : toInstant(batch.undoneAt),
            before: before as unknown as Known,
            after: after as unknown as Known,
          },
        ],
  );
}
