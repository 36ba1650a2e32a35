/**
 * One requirement in two sheets of a file: each vendor's answers may stand in a sheet of their own. They are one row where
 * the sheets say the same of it and answer for different vendors or rounds.
 */
import { changedFields, type Field } from '../domain/importing.ts';
import { importedRow, type RequirementRow } from './requirementRow.ts';

type Answers = NonNullable<RequirementRow['answered']>;

/** Nobody's answer stands in both. */
export const apart = (a: Answers, b: Answers): boolean =>
  !a.some((one) => b.some(({ round, vendor }) => round === one.round && vendor === one.vendor));

/** Both as one; undefined where they say something else of the same requirement. */
export function joined(a: RequirementRow, b: RequirementRow): RequirementRow | undefined {
  const [silentA, silentB] = [a.silentOn ?? [], b.silentOn ?? []];
  const differ = changedFields(importedRow(a), importedRow(b)).filter(
    (field) => field !== 'marks' && field !== 'itemNo' && !silentA.includes(field) && !silentB.includes(field),
  );
  if (differ.length > 0) return undefined;
  const { silentOn: _a, answered: _answered, ...own } = a;
  const told = Object.fromEntries(
    silentA.flatMap((field) => (field in b ? [[field, b[field as keyof typeof b]]] : [])),
  );
  const silentOn = silentA.filter((field): field is Field => silentB.includes(field));
  return {
    ...own,
    ...told,
    marks: [...a.marks, ...b.marks],
    ...(silentOn.length > 0 && { silentOn }),
    answered: [...(a.answered ?? []), ...(b.answered ?? [])],
  };
}
