/**
 * The personal number (個人番号, マイナンバー): twelve digits, the last a check digit. It has no place in Slack: what holds
 * one is refused, not stored and not echoed.
 *
 * 行政手続における特定の個人を識別するための番号の利用等に関する法律施行令 第8条, and its 総務省令 第5条 for the check digit.
 */
import { fold } from './fold.ts';

/** Twelve digits in one, in groups of four as the card shows them, or one by one; other groups are dates and the like. */
const TWELVE_DIGITS = /(?<!\d)(?=(\d{12}|\d{4}(?:[ -]{1,3}\d{4}){2}|\d(?:[ -]{1,3}\d){11})(?!\d))/gu;

/** Whether the text holds twelve digits, in any width and with spaces or hyphens between, whose check digit is right. */
export function holdsPersonalNumber(text: string): boolean {
  const folded = fold(text).replaceAll('ー', '-');
  const written = [...folded.matchAll(TWELVE_DIGITS)].map(([, digits = '']) => digits);
  return written.some((digits) => isPersonalNumber(digits.replace(/\D/gu, '')));
}

function isPersonalNumber(digits: string): boolean {
  const numbers = [...digits].map(Number);
  const check = numbers.at(-1);
  const sum = numbers
    .slice(0, 11)
    .reverse()
    .reduce((all, digit, i) => all + digit * (i < 6 ? i + 2 : i - 4), 0);
  const rest = sum % 11;
  return check === (rest <= 1 ? 0 : 11 - rest);
}
