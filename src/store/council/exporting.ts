/** Requirements as they leave in a file: all that an import reads of them, and what stands decided. */

import type { ImportedRequirement } from '../../domain/importing.ts';
import type { Decision } from '../../domain/requirement.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { standingOn } from './decisions.ts';
import { toImported } from './importing.ts';
import { narrowing, type RequirementFilter } from './requirements.ts';

export interface ExportedRequirement extends ImportedRequirement {
  readonly number: number;
  readonly standing: Decision | undefined;
}

export interface Exporting {
  /** By number. */
  requirements(filter: RequirementFilter): Promise<ExportedRequirement[]>;
}

export const exporting = (db: Scoped): Exporting => ({
  async requirements(filter) {
    const found = await db.rows<{ number: number }>(
      (council) => Prisma.sql`
        SELECT r.number FROM requirement r
        WHERE ${Prisma.join([Prisma.sql`r.council_id = ${council}`, ...narrowing(filter)], ' AND ')}`,
    );
    const rows = await db.requirement.findMany({
      where: { number: { in: found.map((one) => one.number) } },
      orderBy: { number: 'asc' },
      omit: { bigrams: true },
      include: { marks: true },
    });
    const standing = await standingOn(
      db,
      rows.map((row) => row.number),
    );
    return rows.map((row) => ({ ...toImported(row), standing: standing.get(row.number) }));
  },
});
