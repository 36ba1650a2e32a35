/** Shares of a cost: what each municipality bears, in whole yen that sum exactly (largest remainder). */

/** Equally, or in proportion to weights by municipality code: inhabitants, counts. */
export type ShareRule = 'equal' | Readonly<Record<string, number>>;

/** The setting as it is kept; undefined where it says nothing that can be used for these municipalities. */
export function shareRuleIn(setting: unknown, codes: readonly string[]): ShareRule | undefined {
  if (setting === undefined || setting === 'equal') return 'equal';
  if (typeof setting !== 'object' || setting === null) return undefined;
  const weights = setting as Readonly<Record<string, unknown>>;
  const usable = codes.every((code) => typeof weights[code] === 'number' && Number(weights[code]) >= 0);
  const known = Object.fromEntries(codes.map((code) => [code, Number(weights[code])]));
  return usable && codes.some((code) => Number(weights[code]) > 0) ? known : undefined;
}

/** Divides an amount; what is left over goes to the largest remainders, in code order where they are equal. */
export function sharesOf(amount: number, codes: readonly string[], rule: ShareRule): Map<string, number> {
  const weight = (code: string): number => (rule === 'equal' ? 1 : (rule[code] ?? 0));
  const whole = codes.reduce((all, code) => all + weight(code), 0);
  const exact = codes.map((code) => ({ code, part: (amount * weight(code)) / whole }));
  const floors = new Map(exact.map(({ code, part }) => [code, Math.floor(part)]));
  const left = amount - [...floors.values()].reduce((all, one) => all + one, 0);
  const first = exact.toSorted((a, b) => (b.part % 1) - (a.part % 1) || a.code.localeCompare(b.code)).slice(0, left);
  for (const { code, part } of first) floors.set(code, Math.floor(part) + 1);
  return floors;
}
