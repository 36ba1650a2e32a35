/**
 * What an import of a list does to what is known: what is new, changed, the same, and gone.
 *
 * Identity is the 機能ID within a system, never the text. A list is the whole of the systems that it names, so what it lacks
 * of them is gone (kept, and marked); a list that says it is a part leaves the rest alone.
 */
import type { Instant } from './day.ts';
import { groups } from './groups.ts';
import type { Mark, RequirementClass } from './requirement.ts';

export interface ImportedRequirement {
  readonly system: string;
  readonly functionId: string;
  readonly itemNo: string | undefined;
  readonly category: readonly string[];
  readonly text: string;
  readonly class: RequirementClass;
  readonly convenience: boolean;
  /** 千円 */
  readonly cost: number | undefined;
  readonly alternative: string | undefined;
  readonly remarks: string | undefined;
  readonly marks: readonly { readonly round: string; readonly vendor: string; readonly mark: Mark }[];
}

/** As a list has it. What the list has no column for, it says nothing of: that stays as it is known. */
export interface ListedRequirement extends ImportedRequirement {
  readonly silentOn?: readonly Field[];
  /** Whose answers in which round have a column; undefined: all that there are. */
  readonly answered?: readonly { readonly round: string; readonly vendor: string }[];
}

/** A requirement as it is known, with where that comes from. */
export interface Specified extends ImportedRequirement {
  /** The import that wrote it last. */
  readonly importId: number;
  /** The import in whose whole list it was absent. */
  readonly goneIn: number | undefined;
  /** When its text or class last changed. */
  readonly specifiedAt: Instant;
}

export type Known = Specified & { readonly number: number };

/** Whether a list is all there is of its systems (全部), or some of it (一部). */
export type Extent = 'whole' | 'part';

export interface Comparison {
  readonly created: readonly ImportedRequirement[];
  readonly updated: readonly { readonly before: Known; readonly after: ImportedRequirement }[];
  readonly unchanged: number;
  /** What the list lacks now and did not lack before. */
  readonly gone: readonly Known[];
  /** What stays as it is known, since the list has no column for it. */
  readonly kept: readonly Field[];
}

export function compared(rows: readonly ListedRequirement[], known: readonly Known[], extent: Extent): Comparison {
  const there = new Map(known.map((one) => [identityOf(one), one]));
  const created: ImportedRequirement[] = [];
  const updated: { before: Known; after: ImportedRequirement }[] = [];
  const kept = new Set<Field>();
  for (const row of rows) {
    const before = there.get(identityOf(row));
    const after = completed(row, before);
    if (row.silentOn || row.answered) for (const field of changedFields(row, after)) kept.add(field);
    if (!before) created.push(after);
    else if (before.goneIn !== undefined || changedFields(before, after).length > 0) updated.push({ before, after });
  }
  const listed = new Set(rows.map(identityOf));
  const systems = new Set(rows.map((row) => row.system));
  const lacks = (one: Known): boolean =>
    one.goneIn === undefined && !isAdded(one) && systems.has(one.system) && !listed.has(identityOf(one));
  const gone = extent === 'whole' ? known.filter(lacks) : [];
  const unchanged = rows.length - created.length - updated.length;
  return { created, updated, unchanged, gone, kept: FIELDS.filter((field) => kept.has(field)) };
}

/** The row with what is known of what its list has no column for. */
function completed(row: ListedRequirement, before: Known | undefined): ImportedRequirement {
  const { silentOn = [], answered, ...own } = row;
  if (!before) return own;
  const speaksOf = (one: { readonly round: string; readonly vendor: string }): boolean =>
    answered === undefined || answered.some(({ round, vendor }) => round === one.round && vendor === one.vendor);
  return {
    ...own,
    ...Object.fromEntries(silentOn.map((field) => [field, before[field]])),
    marks: [...own.marks, ...before.marks.filter((one) => !speaksOf(one))],
  };
}

/** What the council added itself has an id of its own; a list from outside cannot know it, so it is not gone there. */
export const addedId = (serial: number): string => `追加-${serial}`;
const isAdded = ({ functionId }: ImportedRequirement): boolean => /^追加-\d+$/.test(functionId);

const identityOf = ({ system, functionId }: ImportedRequirement): string => `${system} ${functionId}`;

/** Answers that were given and are blank in the list, by round and vendor: how many. */
export function blankedIn(updated: Comparison['updated']): { round: string; vendor: string; count: number }[] {
  const lost = updated.flatMap(({ before, after }) => {
    const given = new Set(after.marks.map(sourceOf));
    return before.marks.filter((one) => !given.has(sourceOf(one)));
  });
  return [...groups(lost, sourceOf).values()].map((all) => {
    const { round = '', vendor = '' } = all[0] ?? {};
    return { round, vendor, count: all.length };
  });
}

const sourceOf = ({ round, vendor }: { readonly round: string; readonly vendor: string }): string =>
  `${round} ${vendor}`;

/** What needs another look where it is decided: its text or class is another, or the list lacks it. */
export const toReconsider = ({ updated, gone }: Pick<Comparison, 'updated' | 'gone'>): number[] => [
  ...updated.filter(({ before, after }) => !saysTheSame(before, after)).map(({ before }) => before.number),
  ...gone.map((one) => one.number),
];

const FIELDS = [
  ...(['itemNo', 'category', 'text', 'class', 'convenience', 'cost', 'alternative', 'remarks', 'marks'] as const),
];
export type Field = (typeof FIELDS)[number];

/** In what two versions of a requirement differ. */
export const changedFields = (before: ImportedRequirement, after: ImportedRequirement): Field[] =>
  FIELDS.filter((field) => contentOf(before, field) !== contentOf(after, field));

const contentOf = (row: ImportedRequirement, field: Field): string =>
  JSON.stringify(
    field === 'marks'
      ? row.marks.map(({ round, vendor, mark }) => `${round} ${vendor} ${mark}`).sort()
      : (row[field] ?? null),
  );

/** The next version of what is known: what is decided on it needs another look where its text or class is another. */
export function nextVersion(
  before: Specified,
  after: ImportedRequirement,
  { importId, at }: { readonly importId: number; readonly at: Instant },
): Specified {
  return { ...after, importId, goneIn: undefined, specifiedAt: saysTheSame(before, after) ? before.specifiedAt : at };
}

/** Whether what was decided on the one holds for the other. */
export const saysTheSame = (
  before: Pick<ImportedRequirement, 'text' | 'class'>,
  after: Pick<ImportedRequirement, 'text' | 'class'>,
): boolean => before.text === after.text && before.class === after.class;
