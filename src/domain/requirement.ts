/** Requirements (機能要件) and what stands decided on them. */
import type { Day, Instant } from './day.ts';
import type { FiscalYear } from './fiscalYear.ts';
import type { Count } from './rule.ts';

/** パッケージ標準どおり, レベルアップ, 代替案, 運用見直し, 稼働後検討, 取下げ. There is no customising. */
export const OUTCOMES = ['standard', 'levelup', 'alternative', 'operation', 'later', 'withdraw'] as const;
/** 例外: what the council alone approves, with its cost and its end. */
export type Outcome = (typeof OUTCOMES)[number] | 'exception';

/** 実装必須, 標準オプション, 実装しない */
export const CLASSES = ['mandatory', 'optional', 'not'] as const;
export type RequirementClass = (typeof CLASSES)[number];

export const MARKS = ['◎', '○', '△', '×'] as const;
export type Mark = (typeof MARKS)[number];

/** △ needs changes, × cannot: a gap. */
export const isGap = (mark: Mark): boolean => mark === '△' || mark === '×';

/** WG agreement (合意), subcommittee acknowledgement (了承), council approval (承認). */
export const LEVELS = ['agreed', 'acknowledged', 'approved'] as const;
export type Level = (typeof LEVELS)[number];

/** A decision's name: 令和8年度決定第12号. */
export interface DecisionName {
  readonly id: number;
  readonly fiscalYear: FiscalYear;
  readonly serial: number;
}

export interface Decision extends DecisionName {
  readonly outcome: Outcome;
  readonly note: string | undefined;
  readonly level: Level;
  readonly basis: Basis;
  readonly body: string;
  readonly at: Instant;
  readonly by: { readonly person: number; readonly seat: string; readonly municipality: string };
  readonly onBehalf: boolean;
  /** 千円, where it costs something. */
  readonly cost: number | undefined;
  /** The municipalities for which it holds; none named: all. */
  readonly scope: readonly string[];
  /** When an exception ends. */
  readonly until: Day | undefined;
  /** Who was counted, where it rests on a meeting or should have. */
  readonly count: Count | undefined;
  /** When what was provisional was confirmed, by the minutes of a meeting or a circulation. */
  readonly confirmedAt: Instant | undefined;
  readonly cancelledAt: Instant | undefined;
}

/** Whether nothing confirms it yet (仮記録). */
export const isProvisional = ({ basis, confirmedAt }: Decision): boolean =>
  basis.kind === 'provisional' && confirmedAt === undefined;

/** Cost, a scope of some municipalities, and exceptions must be approved by the council. */
export const needsApproval = ({ cost, scope, outcome }: Pick<Decision, 'cost' | 'scope' | 'outcome'>): boolean =>
  (cost ?? 0) > 0 || scope.length > 0 || outcome === 'exception';

/** What a decision rests on: a meeting, a circulation (持ち回り審議), or nothing yet (仮記録). */
export type Basis =
  | { readonly kind: 'meeting'; readonly meeting: number }
  | { readonly kind: 'circulation'; readonly circulation: number }
  | { readonly kind: 'provisional' };

/** A requirement as a decision sees it: no decision date where there is no decision. */
export interface Decidable {
  readonly number: number;
  /** The responsible working group. */
  readonly body: string;
  readonly standing: Decision | undefined;
}

export interface Requirement {
  readonly number: number;
  readonly system: string;
  readonly functionId: string;
  readonly category: readonly string[];
  readonly text: string;
  readonly class: RequirementClass;
  readonly convenience: boolean;
  /** 千円 */
  readonly cost: number | undefined;
  readonly alternative: string | undefined;
  readonly remarks: string | undefined;
  /** The import in whose whole list it was absent. */
  readonly goneIn: number | undefined;
  /** When its text or class last changed. */
  readonly specifiedAt: Instant;
}

/** 要再確認: what stands was decided on another text or class, or on what the newest list no longer has. */
export const needsReview = (
  { goneIn, specifiedAt }: Pick<Requirement, 'goneIn' | 'specifiedAt'>,
  standing: Pick<Decision, 'at'> | undefined,
): boolean => standing !== undefined && (goneIn !== undefined || standing.at < specifiedAt);

/** Numbers in ascending order, as people write many: [1201, 1202, 1203, 1220] is 1201–1203 and 1220. */
export function spansOf(numbers: readonly number[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last.to === n - 1) last.to = n;
    else spans.push({ from: n, to: n });
  }
  return spans;
}
