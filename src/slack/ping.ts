/**
 * Tells a monitor elsewhere that all is well, every five minutes: when it hears nothing any more, somebody is told there.
 * A monitor that is away is no fault of ours.
 */
import type { Logger } from 'pino';
import { told } from './faults.ts';

/** In milliseconds. */
const BETWEEN = 5 * 60_000;
const PATIENCE = 10_000;

/** Begins at once; the function that it gives ends it. */
export function pingWhileWell(url: string, well: () => Promise<boolean>, log: Logger): () => void {
  async function ping(): Promise<void> {
    try {
      if (await well()) await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    } catch (fault) {
      log.warn({ fault: told(fault) }, 'the monitor of PING_URL was not reached');
    }
  }
  void ping();
  const timer = setInterval(() => void ping(), BETWEEN);
  return () => clearInterval(timer);
}
