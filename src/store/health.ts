/**
 * How the bot is, read from what it remembers: when the clock's jobs ran and will run, what waits to be sent and since
 * when, and what could not be delivered.
 */
import type { Instant } from '../domain/day.ts';
import { type MailboxHealth, mailboxHealth } from './comeBack.ts';
import { toDate, toInstant } from './moments.ts';
import type { Statements } from './outbox.ts';
import { toldOf } from './outgoing.ts';
import { Prisma } from './prisma/client.ts';

export interface Health {
  /** Slack does not accept the token: nothing can be sent. */
  readonly refused: boolean;
  readonly jobs: readonly JobHealth[];
  readonly queue: {
    /** Due and not sent. */
    readonly waiting: number;
    /** Since when the oldest of them has been due. */
    readonly oldest: Instant | undefined;
    /** Perhaps sent: Slack's answer was lost, and is looked for. */
    readonly unknown: number;
    /** What stands on the list of the undelivered. */
    readonly failed: number;
  };
  /** Where letters come back; undefined where none is read. */
  readonly mailbox: MailboxHealth | undefined;
}

export interface JobHealth {
  readonly job: string;
  readonly last: Instant | undefined;
  /** What became of the last occurrence. */
  readonly state: 'running' | 'done' | 'skipped' | undefined;
  readonly next: Instant | undefined;
}

/** Of one council's messages, or of all. */
export async function health(db: Statements, councilId: string | undefined, now: Instant): Promise<Health> {
  const own = councilId === undefined ? Prisma.sql`TRUE` : Prisma.sql`council_id = ${councilId}`;
  const jobs = await db.$queryRaw<{ job: string; last: Date | null; state: string | null; next: Date | null }[]>`
    SELECT job, max(due_at) FILTER (WHERE state <> 'foreseen') AS last,
      (array_agg(state ORDER BY due_at DESC) FILTER (WHERE state <> 'foreseen'))[1] AS state,
      min(due_at) FILTER (WHERE state = 'foreseen') AS next
    FROM occurrence GROUP BY job ORDER BY job`;
  const [token] = await db.$queryRaw<{ refused: boolean }[]>`
    SELECT EXISTS (SELECT FROM rest WHERE key LIKE ${toldOf('%')}) AS refused`;
  const [queue] = await db.$queryRaw<{ waiting: number; oldest: Date | null; unknown: number; failed: number }[]>`
    SELECT count(*) FILTER (WHERE state <> 'failed')::int AS waiting, min(not_before) FILTER (WHERE state <> 'failed') AS oldest,
      count(*) FILTER (WHERE state = 'unknown')::int AS unknown, count(*) FILTER (WHERE state = 'failed')::int AS failed
    FROM outbox WHERE ${own} AND state IN ('pending', 'sending', 'unknown', 'failed')
      AND (state = 'failed' OR not_before <= ${toDate(now)})`;
  return {
    refused: token?.refused === true,
    jobs: jobs.map(({ job, last, state, next }) => ({
      job,
      last: last ? toInstant(last) : undefined,
      state: (state ?? undefined) as JobHealth['state'],
      next: next ? toInstant(next) : undefined,
    })),
    queue: {
      waiting: queue?.waiting ?? 0,
      oldest: queue?.oldest ? toInstant(queue.oldest) : undefined,
      unknown: queue?.unknown ?? 0,
      failed: queue?.failed ?? 0,
    },
    mailbox: await mailboxHealth(db),
  };
}
