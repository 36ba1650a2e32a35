import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitOf, isMunicipalityCode } from '../../src/domain/municipalityCode.ts';

test.each([
  ['常陸大宮市', '082252', true],
  ['那珂市', '082261', true],
  ['かすみがうら市', '082309', true],
  ['五霞町', '085421', true],
  ['茨城県', '080004', true],
  ['札幌市, whose digit is 2', '011002', true],
  ['a wrong check digit', '082253', false],
  ['two digits exchanged', '080252', false],
  ['the leading zero lost to Excel', '82252', false],
  ['five digits', '08225', false],
  ['full-width digits', '０８２２５２', false],
  ['nothing', '', false],
])('%s: %s', (_, code, right) => {
  expect(isMunicipalityCode(code)).toBe(right);
});

test('any five digits have exactly one check digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (n) => {
      const five = String(n).padStart(5, '0');
      expect([...'0123456789'].filter((digit) => isMunicipalityCode(five + digit))).toEqual([checkDigitOf(five)]);
    }),
  );
});
