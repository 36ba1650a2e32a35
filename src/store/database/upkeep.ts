/**
 * What PostgreSQL's background processes do, and PGlite has none of: without checkpoints its log grows for ever, and a
 * start after kill -9 has to read all of it; without VACUUM the tables that change most (outbox, counters) only grow.
 */
import type { Pool } from 'pg';

/** In milliseconds; a start after kill -9 has so much to make up for. */
const EVERY = 5 * 60_000;
/** Of so many checkpoints, one is a VACUUM: once a day, and soon after the start. */
const DAY = (24 * 60 * 60_000) / EVERY;

/** Keeps the database in order until the answer is called, which waits for what is being done. */
export function keepUp(pool: Pool, every = EVERY): () => Promise<void> {
  let turns = 0;
  let working: Promise<unknown> = Promise.resolve();
  const turn = async (): Promise<void> => {
    // What fails (a full disk) is met by whoever writes next, and told there.
    if (turns % DAY === 0) await pool.query('VACUUM (ANALYZE)').catch(() => undefined);
    await pool.query('CHECKPOINT').catch(() => undefined);
    turns += 1;
  };
  const beating = setInterval(() => {
    working = working.then(turn);
  }, every).unref();
  return async () => {
    clearInterval(beating);
    await working;
  };
}
