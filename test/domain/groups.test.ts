import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groups } from '../../src/domain/groups.ts';

test('keys and values keep the order in which they came', () => {
  const numbers = groups([1201, 7, 1202, 8, 1203], (n) => (n > 1000 ? '介護保険' : '住民基本台帳'));
  expect([...numbers]).toEqual([
    ['介護保険', [1201, 1202, 1203]],
    ['住民基本台帳', [7, 8]],
  ]);
});

test('no value is lost, and each stands under its key', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (values) => {
      const found = groups(values, (n) => n % 3);
      expect([...found.values()].flat().toSorted()).toEqual(values.toSorted());
      for (const [key, group] of found) expect(group.every((n) => n % 3 === key)).toBe(true);
    }),
  );
});
