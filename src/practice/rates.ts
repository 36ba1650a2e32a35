/**
 * The rates that Slack allows of posting: one message a second in a channel, four a second in the workspace. Over time no more
 * goes through; a message may come a little early, as a network makes it.
 */
import type { Json } from './json.ts';

/** Whole seconds to wait, as Slack tells them; undefined: it may go. */
export type Rates = (method: string, args: Json) => number | undefined;

/** In milliseconds. */
const EACH_CHANNEL = 1_000;
const WHOLE_WORKSPACE = 250;
const EARLY = 200;
/** How many may come at once, as long as no more come over time. */
const AT_ONCE = 4;

/** By a clock in milliseconds. */
export function slackRates(now: () => number): Rates {
  /** When the next one of each would be on time. */
  const next = new Map<string, number>();
  return (method, { channel }) => {
    if (method !== 'chat.postMessage') return undefined;
    const at = now();
    const limits = [
      { of: String(channel), every: EACH_CHANNEL, early: EARLY },
      { of: 'workspace', every: WHOLE_WORKSPACE, early: EARLY + WHOLE_WORKSPACE * (AT_ONCE - 1) },
    ];
    const due = (of: string): number => Math.max(next.get(of) ?? 0, at);
    if (limits.some(({ of, early }) => due(of) - at > early)) return 1;
    for (const { of, every } of limits) next.set(of, due(of) + every);
    return undefined;
  };
}
