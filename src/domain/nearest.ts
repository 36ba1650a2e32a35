/** The name that somebody who mistyped probably meant. */

/**
 * The nearest of these names, or undefined where none is near: up to one slip in three characters, and in two only the
 * second. Of two that are equally near, the one that begins as it was written is meant, else the first.
 */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  let best: { name: string; slips: number } | undefined;
  for (const name of names) {
    const allowed = Math.max(1, Math.floor(Math.max(name.length, written.length) / 3));
    const slips = slipsBetween(written, name);
    if (slips > allowed || slips >= written.length) continue;
    if (slips > 0 && written.length === 2 && name.length === 2 && written[1] === name[1]) continue;
    const begins = name.startsWith(written) && !best?.name.startsWith(written);
    if (!best || slips < best.slips || (slips === best.slips && begins)) best = { name, slips };
  }
  return best?.name;
}

/** Characters left out, put in, exchanged, or swapped with their neighbour (optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const best = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, exchanged);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(best, (before[j - 2] as number) + 1) : best);
    }
    [before, above] = [above, row];
  }
  return above[b.length] as number;
}
