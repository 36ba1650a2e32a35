import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Basis, inForce } from '../../src/domain/basis.ts';
import { day } from '../../src/domain/day.ts';

const basis = (name: string, ...versions: [from: string, withdrawn?: boolean][]): Basis => ({
  name,
  title: name,
  versions: versions.map(([from, withdrawn = false], i) => ({ id: i + 1, from: day(from), note: from, withdrawn })),
});

describe('the wording in force', () => {
  const charter = basis('要綱', ['2016-04-01'], ['2027-04-01'], ['2026-06-01', true], ['2016-04-01']);

  test.each([
    ['2016-03-31', undefined],
    ['2016-04-01', 4],
    ['2026-06-01', 4],
    ['2027-03-31', 4],
    ['2027-04-01', 2],
  ])('on %s is number %s', (on, id) => {
    expect(inForce(charter, day(on))?.id).toBe(id);
  });

  test('is the same in whatever order they were recorded, and never a withdrawn one', () => {
    const someDay = fc.integer({ min: 1, max: 28 }).map((n) => `2026-04-${String(n).padStart(2, '0')}`);
    const written = fc.uniqueArray(fc.tuple(someDay, fc.boolean()), { selector: ([from]) => from });
    fc.assert(
      fc.property(written, someDay, (versions, on) => {
        const found = (list: typeof versions) => inForce(basis('要綱', ...list), day(on))?.from;
        const expected = versions.filter(([from, gone]) => !gone && from <= on).map(([from]) => from);
        expect(found(versions)).toBe(expected.toSorted().at(-1));
        expect(found(versions.toReversed())).toBe(found(versions));
      }),
    );
  });
});
