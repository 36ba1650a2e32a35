/**
 * How a body agrees: who must be there, and how many must say yes. Everyone from one municipality has one vote in a body.
 *
 * A working group, a subcommittee and the project team agree when all municipalities have confirmed (an absent one answers
 * later); the council with two thirds present and a majority of them. Settings of the council, with the article they come from.
 */

export type Agreement = 'all' | 'majority' | 'twoThirds';
export type Quorum = 'none' | 'half' | 'twoThirds';

export interface Rule {
  readonly agreement: Agreement;
  readonly quorum: Quorum;
  /** The article of the 要綱 or 協定書. */
  readonly basis: string | undefined;
}

/** 出席, 代理, 遅刻, 欠席 */
export const PRESENCES = ['present', 'deputy', 'late', 'absent'] as const;
export type Presence = (typeof PRESENCES)[number];

/** The presence of each municipality that was noted, by its code. */
export type Attendance = ReadonlyMap<string, Presence>;

/** What was counted when a decision was made, kept with it. */
export interface Count {
  /** Municipality codes. */
  readonly present: readonly string[];
  readonly absent: readonly string[];
  /** So many must be there. */
  readonly needed: number;
  readonly met: boolean;
  readonly quorum: Quorum;
  readonly basis: string | undefined;
}

/** Whether enough of the eligible municipalities are there; one of which nothing was noted is not. */
export function count(rule: Rule, eligible: readonly string[], attendance: Attendance): Count {
  const there = (code: string): boolean => (attendance.get(code) ?? 'absent') !== 'absent';
  const present = eligible.filter(there);
  const needed = neededFor(rule.quorum, eligible.length);
  return {
    present,
    absent: eligible.filter((code) => !there(code)),
    needed,
    met: present.length >= needed,
    quorum: rule.quorum,
    basis: rule.basis,
  };
}

/** At least one, where anybody is to come at all; half means more than half. */
export function neededFor(quorum: Quorum, eligible: number): number {
  if (quorum === 'none') return Math.min(1, eligible);
  return quorum === 'half' ? Math.floor(eligible / 2) + 1 : Math.ceil((eligible * 2) / 3);
}

/** Whether so many of the votes that count are enough. Abstentions and 対象外 do not count; nobody left agrees to nothing. */
export function carried(agreement: Agreement, votes: { readonly agree: number; readonly counting: number }): boolean {
  const { agree, counting } = votes;
  if (counting === 0) return false;
  if (agreement === 'all') return agree === counting;
  return agreement === 'majority' ? agree * 2 > counting : agree * 3 >= counting * 2;
}
