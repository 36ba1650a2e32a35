/**
 * Joining late (後乗り): interested → observer → applicant → adopting → member, and leaving again.
 *
 * Each step holds from its day. What a municipality was on a day is read from the steps; none that has begun is rewritten,
 * and nothing counts backwards: the steps that change rights or votes are recorded no later than their day.
 */
import { type Basis, standing } from './basis.ts';
import { isJoining, kindOn, type Municipality, type MunicipalityKind, type Stay } from './council.ts';
import { addDays, type Day } from './day.ts';

export const STAGES = ['interested', 'observer', 'applicant', 'adopting', 'member', 'left'] as const;
export type Stage = (typeof STAGES)[number];

export interface Step {
  readonly id: number;
  readonly stage: Stage;
  readonly from: Day;
}

/** What may follow what; who left may come again. Whoever is not yet a member may withdraw (取下げ). */
const FOLLOWS: Readonly<Record<Stage, readonly Stage[]>> = {
  interested: ['observer', 'applicant', 'left'],
  observer: ['applicant', 'left'],
  applicant: ['adopting', 'left'],
  adopting: ['member', 'left'],
  member: ['left'],
  left: ['interested', 'observer', 'applicant'],
};
const BEGINNINGS: readonly Stage[] = ['interested', 'observer', 'applicant'];

/** The council decides who sits with it, who prepares to join, who joins and who leaves. */
const APPROVED: ReadonlySet<Stage> = new Set(['observer', 'adopting', 'member']);
/** Seats, votes and shares follow from these. */
const NEVER_BACKWARDS: ReadonlySet<Stage> = new Set(['adopting', 'member', 'left']);

/** The stages that may be said next. */
export const nextStages = (last: Stage | undefined): readonly Stage[] => (last ? FOLLOWS[last] : BEGINNINGS);

/** A municipality's stage as its kind; undefined of an adviser, who does not join. */
export const stageOf = (kind: MunicipalityKind): Stage | undefined => (kind === 'adviser' ? undefined : kind);

/** On the way on this day, or to be on it from a later one; not who is a member, nor who left. */
export function joins(municipality: Municipality, on: Day): boolean {
  const now = kindOn(municipality, on);
  if (now !== undefined) return isJoining(now);
  const { kind, from, until, stays = [{ kind, from, until }] } = municipality;
  return stays.some((one) => one.from > on && isJoining(one.kind));
}

/** What a municipality is, stay after stay: as it began, then by its steps. */
export function staysOf(began: Stay, steps: readonly Step[]): readonly Stay[] {
  const ordered = steps.toSorted((a, b) => a.from.localeCompare(b.from) || a.id - b.id);
  const [first] = ordered;
  // A file that names a later day than a step would leave the steps before anything began.
  const base = first && first.from <= began.from ? [] : [ended(began, first)];
  return [
    ...base,
    ...ordered.flatMap(({ stage, from }, i): Stay[] =>
      stage === 'left' ? [] : [ended({ kind: stage, from, until: undefined }, ordered[i + 1])],
    ),
  ];
}

function ended(stay: Stay, next: Step | undefined): Stay {
  const until = next && addDays(next.from, -1);
  if (until === undefined) return stay;
  return { ...stay, until: stay.until !== undefined && stay.until < until ? stay.until : until };
}

/** What the council has registered and agreed by the time of a step. */
export interface Grounds {
  /** 承認3, 会議M12 */
  readonly approval: string | undefined;
  readonly bases: readonly Basis[];
  /** The wordings that a change of members of another day rests on: they bear no second one. */
  readonly spent: ReadonlySet<number>;
  readonly price: { readonly on: Day; readonly thousands: number } | undefined;
  /** Standing decisions that the joiner has not accepted, those with a question among them. */
  readonly notAccepted: number;
}

export interface Proposed {
  readonly stage: Stage;
  readonly from: Day;
}

export type JoinRefusal =
  /** A step between is not recorded yet. */
  | { readonly refused: 'order'; readonly last: Stage | undefined }
  /** It is beyond that step already. */
  | { readonly refused: 'backwards'; readonly last: Stage }
  | { readonly refused: 'already'; readonly last: Stage; readonly since: Day }
  | { readonly refused: 'beforeLast'; readonly last: Stage; readonly since: Day }
  | { readonly refused: 'past' }
  /** All that is missing, at once. */
  | { readonly refused: 'missing'; readonly missing: readonly Missing[] };

export type Missing = 'approval' | 'agreement' | 'charter' | 'price' | 'acceptance';

/** The documents that a change of members is a change of; by what they are called. */
const DOCUMENTS: readonly { readonly missing: 'agreement' | 'charter'; readonly called: RegExp }[] = [
  { missing: 'agreement', called: /協定/u },
  { missing: 'charter', called: /要綱|規約|規程/u },
];

/** The wordings that bear a change of members: of each document one that comes into force between these days. */
function amendmentsFor({ bases, spent }: Grounds, after: Day, by: Day) {
  return DOCUMENTS.map(({ missing, called }) => {
    const versions = bases.filter((one) => called.test(one.name)).flatMap((basis) => standing(basis));
    return { missing, version: versions.findLast((one) => one.from > after && one.from <= by && !spent.has(one.id)) };
  });
}

/** Whether the step may be recorded, and the wordings that it rests on. */
export function step(
  { stage, from }: Proposed,
  taken: readonly Pick<Step, 'stage' | 'from'>[],
  grounds: Grounds,
  today: Day,
): { readonly amendments: readonly number[] } | JoinRefusal {
  const last = taken.at(-1);
  if (last?.stage === stage) return { refused: 'already', last: stage, since: last.from };
  if (last && last.stage !== 'left' && STAGES.indexOf(stage) < STAGES.indexOf(last.stage))
    return { refused: 'backwards', last: last.stage };
  if (!nextStages(last?.stage).includes(stage)) return { refused: 'order', last: last?.stage };
  if (last && from <= last.from) return { refused: 'beforeLast', last: last.stage, since: last.from };
  if (NEVER_BACKWARDS.has(stage) && from < today) return { refused: 'past' };

  const bound = stage === 'member' || (stage === 'left' && last?.stage === 'member');
  const since = beginningOf(taken);
  const documents = bound && since ? amendmentsFor(grounds, since, from) : [];
  const missing: Missing[] = [
    ...((APPROVED.has(stage) || bound) && grounds.approval === undefined ? (['approval'] as const) : []),
    ...documents.filter((one) => !one.version).map((one) => one.missing),
    ...(stage === 'member' && !grounds.price ? (['price'] as const) : []),
    ...(stage === 'member' && grounds.notAccepted > 0 ? (['acceptance'] as const) : []),
  ];
  if (missing.length > 0) return { refused: 'missing', missing };
  return { amendments: documents.flatMap(({ version }) => version?.id ?? []) };
}

/** When the way that is now gone began: of a member its accession, of a joiner its first stage. */
function beginningOf(taken: readonly Pick<Step, 'stage' | 'from'>[]): Day | undefined {
  const last = taken.at(-1);
  if (last?.stage === 'member') return last.from;
  const left = taken.findLastIndex((one) => one.stage === 'left');
  return taken[left + 1]?.from;
}

/** Which steps bind the members: shown before they are recorded, as are those that make many seats. */
export const bindsMembers = (stage: Stage, last: Stage | undefined): boolean =>
  stage === 'adopting' || stage === 'member' || (stage === 'left' && (last === 'member' || last === 'adopting'));
