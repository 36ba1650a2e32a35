/** The file of exported requirements, in the words of an office; the same for the command and for the shell. */
import { type Day, dayAt } from '../../src/domain/day.ts';
import type { Level } from '../../src/domain/requirement.ts';
import { type Written, writeCsv } from '../../src/sheet/writeCsv.ts';
import { type Names, requirementTable } from '../../src/sheet/writeRequirements.ts';
import { writeTable } from '../../src/sheet/writeXlsx.ts';
import type { ExportedRequirement } from '../../src/store/council/exporting.ts';
import { officialDay } from '../../src/text/dates.ts';
import { plain } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { decisionNameText } from './text.ts';

export type ExportFormat = 'xlsx' | 'csv' | 'cp932';

export async function exportedFile(
  rows: readonly ExportedRequirement[],
  names: Names,
  as: { readonly format: ExportFormat; readonly vendorAnswers: boolean; readonly on: Day },
): Promise<Written> {
  const written = rows.map(({ standing, ...row }) => ({
    ...row,
    decided: standing && {
      outcome: plain(outcomeText(standing.outcome).ja),
      name: plain(decisionNameText(standing).ja),
      note: standing.note,
      level: standing.basis.kind === 'provisional' ? '仮記録' : LEVELS[standing.level],
      day: plain(officialDay(dayAt(standing.at)).ja),
    },
  }));
  const table = requirementTable(written, names, as.vendorAnswers);
  if (as.format === 'xlsx') return writeTable(table, new Date(`${as.on}T00:00:00Z`));
  const headings = table.columns.map((one) => one.heading);
  return writeCsv([headings, ...table.rows], as.format === 'csv' ? 'utf-8' : 'cp932');
}

const LEVELS: Readonly<Record<Level, string>> = { agreed: '合意', acknowledged: '了承', approved: '承認' };

/** `要件一覧_2026-06-01.xlsx` */
export const exportedName = (format: ExportFormat, on: Day): string =>
  `要件一覧_${on}${format === 'xlsx' ? '.xlsx' : format === 'csv' ? '.csv' : '_cp932.csv'}`;
