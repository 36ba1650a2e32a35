/** Shares of a cost (負担割合): what each municipality bears, in whole yen that sum exactly (largest remainder). */
import type { Outcome } from './requirement.ts';

/** What is built costs; what is withdrawn, done by hand or put off does not, whatever the vendor asked for it. */
const BUILT: readonly Outcome[] = ['standard', 'levelup', 'alternative', 'exception'];
export const isBorne = (outcome: Outcome): boolean => BUILT.includes(outcome);

/** 均等割: equally; 人口割 or 件数割: in proportion to weights by municipality code. */
export type ShareRule =
  | 'equal'
  | { readonly by: 'population' | 'count'; readonly of: Readonly<Record<string, number>> };

export type Shares =
  | { readonly shares: ReadonlyMap<string, number> }
  /** Municipalities for which the rule says nothing; none where its weights are all zero. */
  | { readonly unknown: readonly string[] };

/** The setting as it is kept; nothing set means equally. */
export function shareRuleIn(setting: unknown): ShareRule {
  return typeof setting === 'object' && setting !== null ? (setting as ShareRule) : 'equal';
}

/** Divides whole yen; what is left over goes to the largest remainders, in code order where they are equal. */
export function sharesOf(amount: number, codes: readonly string[], rule: ShareRule): Shares {
  const unknown = rule === 'equal' ? [] : codes.filter((code) => rule.of[code] === undefined);
  const weights = codes.map((code) => ({ code, weight: BigInt(rule === 'equal' ? 1 : (rule.of[code] ?? 0)) }));
  const whole = weights.reduce((all, one) => all + one.weight, 0n);
  if (unknown.length > 0 || whole === 0n) return { unknown };

  // In whole numbers: a product of yen and inhabitants outgrows what a float holds exactly.
  const parts = weights.map(({ code, weight }) => {
    const product = BigInt(amount) * weight;
    return { code, floor: Number(product / whole), rest: product % whole };
  });
  const left = amount - parts.reduce((all, one) => all + one.floor, 0);
  const first = new Set(
    parts
      .toSorted((a, b) => (a.rest === b.rest ? a.code.localeCompare(b.code) : a.rest < b.rest ? 1 : -1))
      .slice(0, left)
      .map((one) => one.code),
  );
  return { shares: new Map(parts.map(({ code, floor }) => [code, first.has(code) ? floor + 1 : floor])) };
}
