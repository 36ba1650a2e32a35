/** Shares of a cost: the three rules in a table, and what holds for any amount. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ShareRule, shareRuleIn, sharesOf } from '../../src/domain/shares.ts';

const CODES = ['082252', '082261', '082309', '085421'];
const people: ShareRule = {
  by: 'population',
  of: { '082252': 38_000, '082261': 53_000, '082309': 40_000, '085421': 8_000 },
};
const counts: ShareRule = { by: 'count', of: { '082252': 3, '082261': 0, '082309': 1, '085421': 0 } };

test.each<[amount: number, rule: ShareRule, expected: readonly number[]]>([
  [850_000, 'equal', [212_500, 212_500, 212_500, 212_500]],
  [10, 'equal', [3, 3, 2, 2]],
  [1, 'equal', [1, 0, 0, 0]],
  [0, people, [0, 0, 0, 0]],
  [850_000, people, [232_374, 324_101, 244_604, 48_921]],
  [1_000, counts, [750, 0, 250, 0]],
  [
    9_007_199_254_740_991,
    'equal',
    [2_251_799_813_685_248, 2_251_799_813_685_248, 2_251_799_813_685_248, 2_251_799_813_685_247],
  ],
])('%d yen, %j', (amount, rule, expected) => {
  const divided = sharesOf(amount, CODES, rule);
  expect('shares' in divided && [...divided.shares.values()]).toEqual(expected);
});

test('a municipality without a weight, or none above zero, is said and nothing divided', () => {
  expect(sharesOf(10, [...CODES, '999997'], people)).toEqual({ unknown: ['999997'] });
  expect(sharesOf(10, ['082261', '085421'], counts)).toEqual({ unknown: [] });
  expect(shareRuleIn(undefined)).toBe('equal');
});

describe('for any amount and weights', () => {
  const anyShares = fc.record({
    amount: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    weights: fc.array(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 1, maxLength: 40 }),
  });

  test('shares sum exactly, and none is a yen or more from its exact part', () => {
    fc.assert(
      fc.property(anyShares, ({ amount, weights }) => {
        const codes = weights.map((_, i) => String(i).padStart(6, '0'));
        const of = Object.fromEntries(codes.map((code, i) => [code, weights[i] ?? 0]));
        const divided = sharesOf(amount, codes, { by: 'count', of });
        const whole = weights.reduce((all, one) => all + BigInt(one), 0n);
        if ('unknown' in divided) return whole === 0n;
        const sum = [...divided.shares.values()].reduce((all, one) => all + BigInt(one), 0n);
        return (
          sum === BigInt(amount) &&
          codes.every((code) => {
            const away = BigInt(divided.shares.get(code) ?? 0) * whole - BigInt(amount) * BigInt(of[code] ?? 0);
            return away > -whole && away < whole;
          })
        );
      }),
    );
  });

  test('the order in which municipalities stand changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (amount) => {
        const one = sharesOf(amount, CODES, people);
        const other = sharesOf(amount, CODES.toReversed(), people);
        return (
          'shares' in one && 'shares' in other && CODES.every((code) => one.shares.get(code) === other.shares.get(code))
        );
      }),
    );
  });
});
