/** Imports as people see them: the preview, which is the real comparison, and taking a batch back. */
import type { Instant } from '../../src/domain/day.ts';
import type { Comparison } from '../../src/domain/importing.ts';
import { countsOf, type ImportBatch, type Importing } from '../../src/store/council/importing.ts';
import type { Text } from '../../src/text/text.ts';
import { imports as text } from './importText.ts';

/** Changed requirements that a preview names one by one. */
const NAMED = 20;

/** What an import would do: the counts, then what changes and what is gone. */
export const previewLines = (found: Comparison): Text[] => [
  text.counts(countsOf(found)),
  ...found.updated.slice(0, NAMED).map(text.changed),
  ...(found.updated.length > NAMED ? [text.more(found.updated.length - NAMED)] : []),
  ...(found.gone.length > 0 ? [text.gone(found.gone.map((one) => one.number))] : []),
];

/** Takes a batch back exactly, or says what stands on it. */
export async function undoImport(
  batch: ImportBatch,
  by: { readonly at: Instant; readonly person: number | undefined },
  importing: Importing,
): Promise<{ readonly undone: readonly number[] } | { readonly refused: Text }> {
  const { undoneAt } = batch;
  if (undoneAt !== undefined) return { refused: text.undoneBefore({ ...batch, undoneAt }) };
  if (batch.changes === 0) return { refused: text.unrecorded(batch.id) };
  const onIt = await importing.standingOn(batch.id);
  if (onIt.decided.length + onIt.imports.length > 0) return { refused: text.stands(batch.id, onIt) };
  return { undone: await importing.undo(batch.id, by) };
}
