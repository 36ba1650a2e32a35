/** Chance that falls the same way every time: a seeded generator (mulberry32), and what is drawn with it. */

export interface Chance {
  /** From 0 up to but not including 1. */
  next(): number;
  /** One of these. */
  among<T>(choices: readonly [T, ...T[]]): T;
  /** That many of these, in chance order. */
  draw<T>(n: number, from: readonly T[]): T[];
}

export function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    among: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
    draw: (n, from) =>
      from
        .map((one) => ({ one, at: next() }))
        .sort((a, b) => a.at - b.at)
        .slice(0, n)
        .map(({ one }) => one),
  };
}
