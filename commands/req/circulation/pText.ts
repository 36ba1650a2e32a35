/** P12、P13: circulations by number, as they are said and can be typed. */
export const pText = (numbers: readonly number[]): string => numbers.map((one) => `P${one}`).join('、');
