/**
 * The personal number (個人番号, マイナンバー): twelve digits, the last a check digit. It has no place in Slack: what holds
 * one is refused, not stored and not echoed.
 *
 * 行政手続における特定の個人を識別するための番号の利用等に関する法律施行令 第8条, and its 総務省令 第5条 for the check digit.
 */

/** Whether the text holds twelve digits, in any width and with spaces or hyphens between, whose check digit is right. */
export function holdsPersonalNumber(text: string): boolean {
  const folded = text.normalize('NFKC').replace(/[‐‑‒–—―−ー]/gu, '-');
  const runs = folded.match(/(?<![\d-])\d(?:[\s-]?\d){11}(?![\s-]?\d)/gu) ?? [];
  return runs.some((run) => isPersonalNumber(run.replace(/\D/gu, '')));
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
