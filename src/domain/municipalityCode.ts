/** 全国地方公共団体コード: five digits and a check digit. Kept as text, since the leading zero belongs to it. */

/** The check digit of the five digits abcde: the last digit of 11 − ((6a + 5b + 4c + 3d + 2e) mod 11). */
export function checkDigitOf(fiveDigits: string): string {
  const sum = [...fiveDigits].reduce((total, digit, i) => total + Number(digit) * (6 - i), 0);
  return String((11 - (sum % 11)) % 10);
}

/** Six digits of which the last is the check digit. */
export const isMunicipalityCode = (written: string): boolean =>
  /^\d{6}$/.test(written) && checkDigitOf(written.slice(0, 5)) === written[5];

/** Of a prefecture: its two digits, and no municipality. */
export const isPrefectureCode = (code: string): boolean => /^\d{2}000\d$/.test(code);
