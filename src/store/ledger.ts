/**
 * The ledger of the clock: one row for each time a job was due, and one for the next time it will be. Who takes a row runs
 * it, and whoever finds it unfinished after the lease resumes it; nothing is run twice at once, and nothing that was done is
 * run again. What an outage passed over stands in it too.
 */
import type { Instant } from '../domain/day.ts';
import { toDate, toInstant } from './moments.ts';
import type { Statements } from './outbox.ts';

export interface Ledger {
  /** The last time at which the job was due and taken, as far as is known. */
  lastOf(job: string): Promise<Instant | undefined>;
  /** The next time at which it will be due; what was foreseen before and is not wanted any more is forgotten. */
  foresee(job: string, next: Instant | undefined): Promise<void>;
  /** Takes an occurrence; false where another has it. */
  begin(job: string, due: Instant): Promise<boolean>;
  /** Takes the occurrences that were begun and never finished. */
  resume(job: string): Promise<Instant[]>;
  /** So much of it is in the outbox; the lease begins anew. */
  planned(job: string, due: Instant, posts: number): Promise<void>;
  done(job: string, due: Instant, at: Instant): Promise<void>;
  /** They came too late to be run, unless another has them: all of them at once, so that whoever runs the next one knows. */
  passOver(job: string, due: readonly Instant[], at: Instant): Promise<void>;
  /** So did one that was begun. */
  skipped(job: string, due: Instant, at: Instant): Promise<void>;
  /** What was done and due before then leaves the ledger, but for the last of each job; what was passed over is asked for. */
  forget(before: Instant): Promise<void>;
}

/** Longer than a batch takes to plan. */
const LEASE = '3 minutes';

export function ledger(db: Statements): Ledger {
  const finish = async (job: string, due: Instant, state: 'done' | 'skipped', at: Instant): Promise<void> => {
    await db.$executeRaw`
      UPDATE occurrence SET state = ${state}, finished_at = ${toDate(at)}, lease_until = NULL
      WHERE job = ${job} AND due_at = ${toDate(due)} AND state = 'running'`;
  };

  return {
    async lastOf(job) {
      const [found] = await db.$queryRaw<{ last: Date | null }[]>`
        SELECT max(due_at) AS last FROM occurrence WHERE job = ${job} AND state <> 'foreseen'`;
      return found?.last ? toInstant(found.last) : undefined;
    },

    async foresee(job, next) {
      const at = next === undefined ? null : toDate(next);
      await db.$executeRaw`
        DELETE FROM occurrence WHERE job = ${job} AND state = 'foreseen' AND due_at IS DISTINCT FROM ${at}::timestamptz`;
      if (at === null) return;
      await db.$executeRaw`
        INSERT INTO occurrence (job, due_at, state) VALUES (${job}, ${at}, 'foreseen') ON CONFLICT (job, due_at) DO NOTHING`;
    },

    async begin(job, due) {
      const begun = await db.$executeRaw`
        INSERT INTO occurrence (job, due_at, state, lease_until)
        VALUES (${job}, ${toDate(due)}, 'running', clock_timestamp() + ${LEASE}::interval)
        ON CONFLICT (job, due_at) DO UPDATE SET state = 'running', lease_until = excluded.lease_until
          WHERE occurrence.state = 'foreseen'`;
      return begun > 0;
    },

    async resume(job) {
      const taken = await db.$queryRaw<{ due: Date }[]>`
        UPDATE occurrence SET lease_until = clock_timestamp() + ${LEASE}::interval
        WHERE job = ${job} AND state = 'running' AND lease_until < clock_timestamp()
        RETURNING due_at AS due`;
      return taken.map(({ due }) => toInstant(due)).toSorted((a, b) => a - b);
    },

    async planned(job, due, posts) {
      await db.$executeRaw`
        UPDATE occurrence SET planned = planned + ${posts}, lease_until = clock_timestamp() + ${LEASE}::interval
        WHERE job = ${job} AND due_at = ${toDate(due)}`;
    },

    async passOver(job, due, at) {
      if (due.length === 0) return;
      await db.$executeRaw`
        INSERT INTO occurrence (job, due_at, state, finished_at)
        SELECT ${job}, due, 'skipped', ${toDate(at)} FROM unnest(${due.map(toDate)}::timestamptz[]) AS due ORDER BY due
        ON CONFLICT (job, due_at) DO UPDATE SET state = 'skipped', finished_at = excluded.finished_at
          WHERE occurrence.state = 'foreseen'`;
    },

    async forget(before) {
      await db.$executeRaw`
        DELETE FROM occurrence o WHERE o.due_at < ${toDate(before)} AND o.state = 'done' AND EXISTS (
          SELECT FROM occurrence later WHERE later.job = o.job AND later.due_at > o.due_at AND later.state <> 'foreseen')`;
    },

    done: (job, due, at) => finish(job, due, 'done', at),
    skipped: (job, due, at) => finish(job, due, 'skipped', at),
  };
}
