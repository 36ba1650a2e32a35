/** Who has to wait before the next message: lanes, and kinds of messages. Its clock need not be real time. */
import type { Kind } from '../store/outbox.ts';
import type { Resting } from '../store/outgoing.ts';

/** A clock that only runs forward, in milliseconds, and the art of waiting by it. */
export interface Stopwatch {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface Pace {
  restLane(lane: string, ms: number): void;
  restKind(kind: Kind, ms: number): void;
  resting(): Resting;
  /** Milliseconds until the first of them may go on; undefined where none rests. */
  next(): number | undefined;
}

export function pace(watch: Stopwatch): Pace {
  const lanes = new Map<string, number>();
  const kinds = new Map<Kind, number>();
  const rest = <Key>(resting: Map<Key, number>, key: Key, ms: number): void => {
    resting.set(key, Math.max(resting.get(key) ?? 0, watch.now() + ms));
  };
  const awake = (): void => {
    for (const resting of [lanes, kinds])
      for (const [key, until] of resting) if (until <= watch.now()) (resting as Map<unknown, number>).delete(key);
  };
  return {
    restLane: (lane, ms) => rest(lanes, lane, ms),
    restKind: (kind, ms) => rest(kinds, kind, ms),
    resting() {
      awake();
      return { lanes: [...lanes.keys()], kinds: [...kinds.keys()] };
    },
    next() {
      awake();
      const ends = [...lanes.values(), ...kinds.values()];
      return ends.length === 0 ? undefined : Math.min(...ends) - watch.now();
    },
  };
}
