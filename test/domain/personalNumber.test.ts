/** Personal numbers are noticed in whatever way they are typed; other numbers of an office are left alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsPersonalNumber } from '../../src/domain/personalNumber.ts';

/** The weights of the first to the eleventh digit, written out from the ordinance (n + 1 up to the sixth from the right, else n − 5). */
const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

function checkDigit(eleven: string): number {
  const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(eleven[i]), 0);
  return sum % 11 <= 1 ? 0 : 11 - (sum % 11);
}
const numberOf = (eleven: string): string => `${eleven}${checkDigit(eleven)}`;

/** A number that nobody has: its check digit is right, and that is all. */
const NUMBER = numberOf('12345678901');
const [A, B, C] = [NUMBER.slice(0, 4), NUMBER.slice(4, 8), NUMBER.slice(8)];
const WRONG = `${NUMBER.slice(0, 11)}${(checkDigit('12345678901') + 1) % 10}`;

const wide = (text: string): string =>
  text.replace(/[0-9-]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');

test('the example is what the ordinance’s arithmetic gives', () => {
  expect(NUMBER).toBe('123456789018');
});

describe('Noticed', () => {
  test.each([
    ['twelve digits', NUMBER],
    ['in groups of four, as the card shows it', `${A} ${B} ${C}`],
    ['with hyphens', `${A}-${B}-${C}`],
    ['full-width', wide(NUMBER)],
    ['full-width, in groups', wide(`${A} ${B} ${C}`)],
    ['full-width hyphens', wide(`${A}-${B}-${C}`)],
    ['with the long vowel mark that the IME makes of a hyphen', `${A}ー${B}ー${C}`],
    ['with a minus sign', `${A}−${B}−${C}`],
    ['with wide gaps', `${A}  ${B}  ${C}`],
    ['digit by digit', [...NUMBER].join(' ')],
    ['inside Japanese text', `本人の個人番号は${NUMBER}です`],
    ['inside Japanese text, full-width', `番号：${wide(NUMBER)}（本人）`],
    ['with marks that cannot be seen between', [...NUMBER].join('\u200b')],
    ['after a requirement’s number', `/req decide 1234 later ${NUMBER}`],
    ['before another number', `${NUMBER} 6/12まで`],
    ['in groups, between other numbers', `1201 ${A} ${B} ${C} 6/12`],
    ['after a hyphen', `番号-${NUMBER}`],
    ['before a hyphen', `${NUMBER}-1`],
    ['the second of two numbers', `${WRONG} ${NUMBER}`],
    ['on a line of its own', `次のとおりです。\n${NUMBER}\n以上`],
    ['between letters', `No${NUMBER}x`],
  ])('%s: %s', (_, text) => expect(holdsPersonalNumber(text)).toBe(true));
});

describe('Left alone', () => {
  test.each([
    ['a wrong check digit', WRONG],
    ['a wrong check digit in groups', `${WRONG.slice(0, 4)}-${WRONG.slice(4, 8)}-${WRONG.slice(8)}`],
    ['eleven digits', NUMBER.slice(0, 11)],
    ['thirteen digits, a corporate number, that begin with one', `${NUMBER}0`],
    ['thirteen digits that end with one', `1${NUMBER}`],
    ['fourteen digits in groups that begin with one', `${A} ${B} ${C}00`],
    ['requirements in ranges', '/req decide 1201-1215,1220 standard'],
    ['a date with hours, whose digits would fit', '2026-06-12 09-17'],
    ['a date in figures with hours', '20260612 1000-1200'],
    ['the digits spread over two lines', `${A}\n${B}\n${C}`],
    ['the digits with commas between', `${A},${B},${C}`],
    ['a telephone number', '0295-52-1111 内線 123'],
    ['a municipality’s codes', '082252 082261 082309'],
    ['no digit at all', '介護保険WG'],
    ['nothing', ''],
  ])('%s: %s', (_, text) => expect(holdsPersonalNumber(text)).toBe(false));
});

describe('For every number', () => {
  const elevens = fc.stringMatching(/^\d{11}$/u);

  test('exactly one last digit makes eleven digits a personal number', () => {
    fc.assert(
      fc.property(elevens, (eleven) => {
        expect([...'0123456789'].filter((last) => holdsPersonalNumber(eleven + last))).toEqual([
          `${checkDigit(eleven)}`,
        ]);
      }),
    );
  });

  test('it is noticed between any words without digits, in either width', () => {
    const words = fc.string({ unit: 'grapheme' }).filter((text) => !/\d/u.test(text.normalize('NFKC')));
    fc.assert(
      fc.property(words, elevens, words, (before, eleven, after) => {
        expect(holdsPersonalNumber(`${before}${numberOf(eleven)}${after}`)).toBe(true);
        expect(holdsPersonalNumber(`${before}${wide(numberOf(eleven))}${after}`)).toBe(true);
      }),
    );
  });

  test('a long text is read at once', () => {
    const before = performance.now();
    for (const piece of ['1', '1 ', '1234-', 'あ']) holdsPersonalNumber(piece.repeat(100_000));
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
