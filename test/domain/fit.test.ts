/** Fit and gap: what counts as what, in tables. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitOf, funnelOf, isFitGap, rateOf, type Tally } from '../../src/domain/fit.ts';
import type { Mark, RequirementClass } from '../../src/domain/requirement.ts';

test.each<[of: RequirementClass, gaps: string, fits: string]>([
  ['mandatory', '△×', '◎○'],
  ['optional', '△×', '◎○'],
  ['not', '◎○', '△×'],
])('of %s, %s are gaps and %s fit', (of, gaps, fits) => {
  expect([...gaps].every((mark) => isFitGap(of, mark as Mark))).toBe(true);
  expect([...fits].some((mark) => isFitGap(of, mark as Mark))).toBe(false);
});

test.each<[part: number, whole: number, said: string]>([
  [11, 9_207, '0.119%'],
  [479, 9_207, '5.203%'],
  [0, 9_207, '0.000%'],
  [9_207, 9_207, '100.000%'],
  [1, 3, '33.333%'],
  [0, 0, '—'],
])('%d of %d is %s', (part, whole, said) => {
  expect(rateOf(part, whole)).toBe(said);
});

const tally = (of: RequirementClass, mark: Mark, count: number): Tally => ({
  round: 'rfi',
  vendor: 'a',
  system: 'kaigo',
  class: of,
  mark,
  count,
});

test.each<[list: readonly Tally[], answers: number, marked: number, gaps: number, unwanted: number]>([
  [[], 0, 0, 0, 0],
  [[tally('mandatory', '◎', 7), tally('mandatory', '×', 2), tally('optional', '△', 1)], 10, 3, 3, 0],
  [[tally('not', '◎', 4), tally('not', '×', 5), tally('mandatory', '○', 1)], 10, 5, 4, 4],
])('%#: answers, △×, gaps, and must-nots that are met', (list, answers, marked, gaps, unwanted) => {
  expect(fitOf(list)).toEqual({ answers, marked, gaps, unwanted });
});

test('the funnel: a gap that is 便利機能 counts once, what is neither is not to be decided', () => {
  expect(
    funnelOf([
      { gap: false, convenience: false, outcome: undefined, count: 100 },
      { gap: false, convenience: false, outcome: 'standard', count: 5 },
      { gap: true, convenience: false, outcome: undefined, count: 7 },
      { gap: true, convenience: true, outcome: 'levelup', count: 2 },
      { gap: false, convenience: true, outcome: 'alternative', count: 3 },
      { gap: false, convenience: true, outcome: 'levelup', count: 1 },
      { gap: true, convenience: false, outcome: 'exception', count: 4 },
    ]),
  ).toMatchInlineSnapshot(`
    {
      "all": 122,
      "byOutcome": [
        {
          "count": 3,
          "outcome": "levelup",
        },
        {
          "count": 3,
          "outcome": "alternative",
        },
        {
          "count": 4,
          "outcome": "exception",
        },
      ],
      "convenience": 6,
      "gaps": 13,
      "open": 7,
      "toDecide": 17,
    }
  `);
});

test('whatever the counts: what is to be decided is what is open and what is decided', () => {
  const one = fc.record({
    gap: fc.boolean(),
    convenience: fc.boolean(),
    outcome: fc.constantFrom('standard' as const, 'levelup' as const, 'later' as const, undefined),
    count: fc.nat(1_000),
  });
  fc.assert(
    fc.property(fc.array(one), (list) => {
      const { all, gaps, convenience, toDecide, byOutcome, open } = funnelOf(list);
      const decided = byOutcome.reduce((sum, each) => sum + each.count, 0);
      return decided + open === toDecide && toDecide <= all && toDecide <= gaps + convenience;
    }),
  );
});
