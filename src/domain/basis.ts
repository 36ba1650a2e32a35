/** The documents that a council's rules come from (要綱, 協定書), and which wording of them holds on a day. */
import type { Day } from './day.ts';

export interface Basis {
  /** As its articles are cited: 要綱 of 要綱第8条. */
  readonly name: string;
  readonly title: string;
  readonly versions: readonly BasisVersion[];
}

export interface BasisVersion {
  /** The council's own running number: 版3. */
  readonly id: number;
  /** The first day on which it holds. */
  readonly from: Day;
  readonly note: string;
  /** Recorded by mistake: it never held, and stays readable. */
  readonly withdrawn: boolean;
}

/** The wording that holds on the day; the later of two from the same day. */
export function inForce(basis: Basis, on: Day): BasisVersion | undefined {
  return standing(basis)
    .filter((one) => one.from <= on)
    .at(-1);
}

/** Those that are not withdrawn, in the order in which they come to hold. */
export const standing = (basis: Basis): BasisVersion[] =>
  basis.versions
    .filter((one) => !one.withdrawn)
    .toSorted((a, b) => (a.from === b.from ? a.id - b.id : a.from < b.from ? -1 : 1));
