/**
 * Fit and gap (適合・要対応): how many of the vendors' answers fit, by any grouping.
 *
 * Every rate is said with its denominator, requirements × vendors that answered.
 */
import { isGap, type Mark, OUTCOMES, type Outcome, type RequirementClass } from './requirement.ts';

/** How many marks of one kind there are. */
export interface Tally {
  readonly round: string;
  readonly vendor: string;
  readonly system: string;
  readonly class: RequirementClass;
  readonly mark: Mark;
  readonly count: number;
}

export interface Fit {
  /** The denominator: requirements × vendors. */
  readonly answers: number;
  /** △ and ×. */
  readonly marked: number;
  /** Answers that do not fit: △×, and a must-not that is met. */
  readonly gaps: number;
  /** Of these, must-nots (実装不可機能) that the package does. */
  readonly unwanted: number;
}

/** A must-not is a gap where it is met: the package does what it must not. */
export const isFitGap = (of: RequirementClass, mark: Mark): boolean => (of === 'not' ? !isGap(mark) : isGap(mark));

export function fitOf(tallies: readonly Tally[]): Fit {
  const sum = (list: readonly Tally[]): number => list.reduce((all, one) => all + one.count, 0);
  return {
    answers: sum(tallies),
    marked: sum(tallies.filter((one) => isGap(one.mark))),
    gaps: sum(tallies.filter((one) => isFitGap(one.class, one.mark))),
    unwanted: sum(tallies.filter((one) => one.class === 'not' && isFitGap(one.class, one.mark))),
  };
}

/** `0.119%`: three decimals, since a proposal's gaps are few; no rate of nothing. */
export const rateOf = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((part / whole) * 100).toFixed(3)}%`;

/** A requirement as the funnel sees it. */
export interface Narrowed {
  readonly gap: boolean;
  readonly convenience: boolean;
  readonly outcome: Outcome | undefined;
  readonly count: number;
}

export interface Funnel {
  readonly all: number;
  readonly gaps: number;
  readonly convenience: number;
  /** Gaps or 便利機能等; a requirement that is both counts once. */
  readonly toDecide: number;
  readonly byOutcome: readonly { readonly outcome: Outcome; readonly count: number }[];
  readonly open: number;
}

/** From all requirements to the gaps and conveniences, and these by what was decided. */
export function funnelOf(list: readonly Narrowed[]): Funnel {
  const count = (which: (one: Narrowed) => boolean): number =>
    list.filter(which).reduce((all, one) => all + one.count, 0);
  const narrow = (one: Narrowed): boolean => one.gap || one.convenience;
  return {
    all: count(() => true),
    gaps: count((one) => one.gap),
    convenience: count((one) => one.convenience),
    toDecide: count(narrow),
    byOutcome: [...OUTCOMES, 'exception' as const]
      .map((outcome) => ({
        outcome,
        count: count((one) => narrow(one) && one.outcome === outcome),
      }))
      .filter((one) => one.count > 0),
    open: count((one) => narrow(one) && one.outcome === undefined),
  };
}
