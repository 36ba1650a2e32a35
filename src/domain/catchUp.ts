/**
 * What becomes of the times at which a job was due and did not run: the program stood still, or the clock jumped.
 *
 * Of the days before today nothing is run late: what a job would have told then is no longer true. Its next run makes up for
 * them by what is true then, and a digest says which days it comes for.
 */
import { dayAt, type Instant } from './day.ts';

/**
 * `each`: every time of today still counts, since each is for other people. `latest`: the last one of today is enough, since it
 * sees all that the ones before it would have seen.
 */
export type CatchUp = 'each' | 'latest';

/** Those that are run now, of all that were missed up to this moment. */
export function stillRun(missed: readonly Instant[], now: Instant, catchUp: CatchUp): Instant[] {
  const ofToday = missed.filter((one) => dayAt(one) === dayAt(now)).toSorted((a, b) => a - b);
  return catchUp === 'each' ? ofToday : ofToday.slice(-1);
}
