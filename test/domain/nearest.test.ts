import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest, slipsBetween } from '../../src/domain/nearest.ts';

test.each([
  ['a character left out', 'kago', ['kaigo', 'kaoku'], 'kaigo'],
  ['a character too many', 'froom', ['from', 'until'], 'from'],
  ['neighbours swapped', 'untli', ['from', 'until'], 'until'],
  ['a kanji mistaken', '介護保健WG', ['介護保険WG', '国民健康保険WG'], '介護保険WG'],
  ['the nearer of two', 'kaiko', ['kaigo', 'kaoku'], 'kaigo'],
  ['of two as near, the one that it begins', '決定変', ['決定', '決定変更'], '決定変更'],
  ['of two characters the second mistaken', '決低', ['制定', '決定'], '決定'],
  ['of two characters the first mistaken: another word', '予定', ['制定', '決定'], undefined],
  ['nothing near', 'xyz', ['from', 'until'], undefined],
  ['a single character is near to nothing', 'a', ['b', 'c'], undefined],
  ['no names', 'from', [], undefined],
])('%s', (_, written, names, meant) => {
  expect(nearest(written, names)).toBe(meant);
});

test('the distance is the same both ways, and nothing only between equals', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
      expect(slipsBetween(a, b) === 0).toBe(a === b);
    }),
  );
});
