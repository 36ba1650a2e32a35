/** What it changes when a municipality becomes a member or leaves: the turns of the chair, quorums, and the shares of costs. */
import type { BodyKind } from './council.ts';
import type { Day } from './day.ts';
import type { FiscalYear } from './fiscalYear.ts';
import { joinedBy, type Rotation, type TurnChange, termsFrom, turnsChanged } from './rotation.ts';
import { type Agreement, neededFor, type Quorum } from './rule.ts';
import { type ShareRule, sharesOf } from './shares.ts';

export interface Change {
  readonly code: string;
  /** The first day as a member, or the last. */
  readonly joins?: Day;
  readonly leaves?: Day;
}

/** How the bodies of a kind agree. */
export interface KindRule {
  readonly kind: BodyKind;
  readonly agreement: Agreement;
  readonly quorum: Quorum;
}

export interface Effect {
  readonly turns: readonly TurnChange[];
  readonly members: { readonly before: number; readonly after: number };
  readonly quorums: readonly QuorumChange[];
  readonly shares: SharesChange;
}

export interface QuorumChange extends KindRule {
  /** So many must be there. */
  readonly before: number;
  readonly after: number;
}

/** Whole yen by municipality; nothing where the rule knows no weight of some. */
export type SharesChange =
  | { readonly of: readonly { readonly code: string; readonly before: number; readonly after: number }[] }
  | { readonly unknown: readonly string[] };

/** The rotation as it would be. */
export function rotationAfter(rotation: Rotation, { code, joins, leaves }: Change): Rotation {
  if (joins !== undefined) return joinedBy(rotation, code, joins);
  return {
    ...rotation,
    memberships: rotation.memberships.map((one) =>
      one.code === code && (one.until === undefined || (leaves !== undefined && one.until > leaves))
        ? { ...one, until: leaves }
        : one,
    ),
  };
}

export interface Standing {
  readonly rotation: Rotation;
  /** The members on the day before the change. */
  readonly members: readonly string[];
  readonly rules: readonly KindRule[];
  /** 千円 that is borne. */
  readonly borne: number;
  readonly shareRule: ShareRule;
  readonly year: FiscalYear;
  /** So many terms are looked at. */
  readonly terms: number;
}

export function effectOf(change: Change, now: Standing): Effect {
  const { members, rules, rotation, year, terms, borne, shareRule } = now;
  const after = change.joins
    ? [...new Set([...members, change.code])].toSorted()
    : members.filter((one) => one !== change.code);
  return {
    turns: turnsChanged(termsFrom(rotation, year, terms), termsFrom(rotationAfter(rotation, change), year, terms)),
    members: { before: members.length, after: after.length },
    quorums: rules.map((rule) => ({
      ...rule,
      before: neededFor(rule.quorum, members.length),
      after: neededFor(rule.quorum, after.length),
    })),
    shares: sharesChange(borne * 1_000, members, after, shareRule),
  };
}

function sharesChange(
  yen: number,
  members: readonly string[],
  after: readonly string[],
  rule: ShareRule,
): SharesChange {
  const [old, now] = [sharesOf(yen, members, rule), sharesOf(yen, after, rule)];
  if ('unknown' in old || 'unknown' in now)
    return {
      unknown: [...new Set([...('unknown' in old ? old.unknown : []), ...('unknown' in now ? now.unknown : [])])],
    };
  const codes = [...new Set([...members, ...after])].toSorted();
  return {
    of: codes.map((code) => ({ code, before: old.shares.get(code) ?? 0, after: now.shares.get(code) ?? 0 })),
  };
}

export interface HelpedBody {
  readonly slug: string;
  /** The lead's municipality. */
  readonly lead: string | undefined;
  /** The municipalities of which somebody sits there. */
  readonly seated: ReadonlySet<string>;
}

/**
 * Who helps a joiner in each body (支援役): the lead's municipality; where there is no lead, the members in turn, so that the
 * help is spread. A municipality whose own seat there is vacant helps only where it was chosen, or where nobody sits.
 */
export function buddiesOf(
  bodies: readonly HelpedBody[],
  members: readonly string[],
  chosen: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let next = 0;
  return new Map(
    bodies.flatMap(({ slug, lead, seated }): [string, string][] => {
      const own = chosen.get(slug);
      if (own !== undefined && members.includes(own)) return [[slug, own]];
      if (lead !== undefined && members.includes(lead)) return [[slug, lead]];
      const there = members.filter((one) => seated.has(one));
      const able = there.length > 0 ? there : members;
      const buddy = able[next % Math.max(able.length, 1)];
      next += 1;
      return buddy === undefined ? [] : [[slug, buddy]];
    }),
  );
}
