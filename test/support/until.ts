/** What is to come soon in this process, looked for again and again. */
import { setTimeout as sleep } from 'node:timers/promises';

/** In milliseconds: between two looks, and what one may take of the patience at most. */
const LOOK = 10;
const LONGEST_LOOK = 50;

/**
 * Waits until it is so. While the machine lets this process stand still, nothing can come here, so such a time does not
 * count; otherwise the patience is as long as it says.
 */
export async function until(so: () => boolean | Promise<boolean>, patience = 5_000): Promise<void> {
  let waited = 0;
  while (!(await so())) {
    if (waited > patience) throw new Error(`it did not come to that in ${patience} ms`);
    const since = performance.now();
    await sleep(LOOK);
    waited += Math.min(performance.now() - since, LONGEST_LOOK);
  }
}
