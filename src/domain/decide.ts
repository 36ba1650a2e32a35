/**
 * Deciding: what may be decided, superseded and undone.
 *
 * A decided requirement is superseded with a reason, never edited; within ten minutes a decision can be taken back.
 */
import type { BodyKind } from './council.ts';
import type { Instant } from './day.ts';
import { groups } from './groups.ts';
import type { Basis, Decidable, Decision, Level, Outcome } from './requirement.ts';
import type { Count } from './rule.ts';

/** Ten minutes, in milliseconds. */
export const UNDO_WITHIN = 10 * 60_000;

export interface Intent {
  readonly how: 'decide' | 'supersede';
  readonly outcome: Outcome;
  /** The reason, as typed. */
  readonly note: string | undefined;
  /** 千円 */
  readonly cost?: number | undefined;
  /** Municipality codes; none: all. */
  readonly scope?: readonly string[] | undefined;
}

export type DecideRefusal =
  | { readonly refused: 'alreadyDecided'; readonly which: readonly Decidable[] }
  | { readonly refused: 'notDecided'; readonly which: readonly Decidable[] }
  | { readonly refused: 'reasonRequired'; readonly because: 'alternative' | 'supersede' };

export interface Deciding {
  readonly numbers: readonly number[];
  /** The decisions that the new one supersedes, each once. */
  readonly supersedes: readonly Decision[];
}

/** The body responsible for all of them, or the numbers of each where there are several: one decides for itself alone. */
export function bodyOfAll(
  requirements: readonly Decidable[],
): { readonly body: string } | { readonly byBody: ReadonlyMap<string, readonly number[]> } {
  const byBody = groups(requirements, (one) => one.body);
  const [body, ...others] = byBody.keys();
  if (body !== undefined && others.length === 0) return { body };
  return { byBody: new Map([...byBody].map(([slug, all]) => [slug, all.map((one) => one.number)])) };
}

/** Whether these requirements, all of one body, can be decided so: all or none. */
export function decide(requirements: readonly Decidable[], intent: Intent): Deciding | DecideRefusal {
  const standing = requirements.filter((one) => one.standing);
  if (intent.how === 'decide' && standing.length > 0) return { refused: 'alreadyDecided', which: standing };
  const open = requirements.filter((one) => !one.standing);
  if (intent.how === 'supersede' && open.length > 0) return { refused: 'notDecided', which: open };

  if (!intent.note && intent.how === 'supersede') return { refused: 'reasonRequired', because: 'supersede' };
  if (!intent.note && intent.outcome === 'alternative') return { refused: 'reasonRequired', because: 'alternative' };

  const superseded = new Map(standing.map((one) => [one.standing?.id, one.standing as Decision]));
  return { numbers: requirements.map((one) => one.number), supersedes: [...superseded.values()] };
}

export type UndoRefusal =
  | { readonly refused: 'alreadyCancelled'; readonly at: Instant }
  | { readonly refused: 'superseded'; readonly by: Decision }
  | { readonly refused: 'tooLate'; readonly until: Instant };

/** Whether the decision can be taken back now. `laterOn` is a decision that stands on one of its requirements since. */
export function undo(
  decision: Decision,
  laterOn: Decision | undefined,
  now: Instant,
): { readonly undone: Decision } | UndoRefusal {
  if (decision.cancelledAt !== undefined) return { refused: 'alreadyCancelled', at: decision.cancelledAt };
  if (laterOn) return { refused: 'superseded', by: laterOn };
  const until = (decision.at + UNDO_WITHIN) as Instant;
  if (now > until) return { refused: 'tooLate', until };
  return { undone: decision };
}

/** A working group and the project team agree, a subcommittee acknowledges, the council approves. */
export const levelOf = (kind: BodyKind): Level =>
  kind === 'council' ? 'approved' : kind === 'subcommittee' ? 'acknowledged' : 'agreed';

/** A sitting with enough municipalities there, or else nothing yet (仮記録). */
export function basisOf(sitting: { readonly number: number } | undefined, count: Count | undefined): Basis {
  return sitting && count?.met ? { kind: 'meeting', meeting: sitting.number } : { kind: 'provisional' };
}
