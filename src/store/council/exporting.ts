/** Requirements as they leave in a file: all that an import reads of them, and what stands decided. */
import type { ImportedRequirement } from '../../domain/importing.ts';
import type { Decision } from '../../domain/requirement.ts';
import type { RequirementFilter } from '../../domain/traits.ts';
import type { Scoped } from '../scope.ts';
import { decisionsOf } from './decisionRows.ts';
import { find } from './finding.ts';
import { toImported } from './importing.ts';
import { UNFOLDED } from './requirements.ts';

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
    const { set } = await find(db, filter);
    const rows = await db.requirement.findMany({
      where: { number: { in: set.slice(0) } },
      orderBy: { number: 'asc' },
      omit: UNFOLDED,
      include: { marks: true },
    });
    const standing = await decisionsOf(db, rows);
    return rows.map((row) => ({ ...toImported(row), standing: standing.get(row.number) }));
  },
});
