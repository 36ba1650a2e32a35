/**
 * The outbox as delivery sees it: rows that are due are claimed, and each claim ends in one of a few ways.
 *
 * A claim holds for a lease of the database's time. Whoever finds a lease run out does not know whether the row was sent,
 * and neither does who loses an answer of Slack's: such a row is claimed again as unsure, to be looked up first.
 */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../domain/day.ts';
import type { Message } from '../text/message.ts';
import type { SentFile } from '../text/post.ts';
import type { Language } from '../text/text.ts';
import { toDate, toInstant } from './moments.ts';
import { KINDS, type Kind, type Statements } from './outbox.ts';
import { Prisma } from './prisma/client.ts';
import { toLanguage, type Whereabouts, whereabouts } from './whereabouts.ts';

/** A row that this worker may send. */
export interface Claimed {
  readonly id: bigint;
  readonly councilId: string;
  readonly key: string;
  readonly kind: Kind;
  readonly lane: string;
  readonly teamId: string | null;
  readonly channelId: string | null;
  readonly personId: number | null;
  readonly surface: string | null;
  readonly thread: string | null;
  readonly payload: Message | SentFile | null;
  /** How often an answer was lost. */
  readonly attempts: number;
  readonly createdAt: Instant;
  /** Whether it may have been sent already. */
  readonly unsure: boolean;
  /** Its letter was refused or came back: it goes to Slack, where there is an account. */
  readonly turnedDown: boolean;
  /** A file whose completion was tried. */
  readonly sentTo: string | null;
  /** The messages of it that were sent. */
  readonly sentTs: readonly string[];
  /** The council's. */
  readonly language: Language;
}

/** What is asked of a row to send it another way. */
export type Undeliverable = Pick<
  Claimed,
  'id' | 'councilId' | 'key' | 'kind' | 'teamId' | 'channelId' | 'personId' | 'surface' | 'payload'
>;

/** By which claims are paced, for all workers together. */
export interface Pacing {
  /** The workspace whose limits they are. */
  readonly workspace: string;
  /** The worker's clock, in milliseconds; those of several workers agree about as well as clocks do. */
  readonly at: number;
  /** How long a lane rests after each claim, in milliseconds. */
  readonly between: number;
  /** How long a workspace that had to be left in peace for a kind rests from then on after each row of it, in milliseconds. */
  readonly apart: number;
  /** Councils of which nothing is sent now but answers to who asked. */
  readonly silent?: readonly string[];
}

export interface Outlook {
  /** Milliseconds until the first of what rests may go on; undefined where nothing rests. */
  readonly wait: number | undefined;
  /** Whether anything is due that nobody is sending. */
  readonly waiting: boolean;
}

export interface Outgoing extends Whereabouts {
  /** Claims rows that are due, the head of each lane that does not rest, at most `most`; their lanes rest afterwards. */
  claim(now: Instant, pacing: Pacing, most: number): Promise<Claimed[]>;
  /** Nobody claims from this lane, or these kinds in a workspace, before then: by the clocks of `claim`. */
  rest(
    what: { readonly lane: string } | { readonly workspace: string; readonly kinds: readonly Kind[] },
    until: number,
  ): Promise<void>;
  /** Slack does not accept the token; true for the first worker to say so since it last did. */
  shutOut(workspace: string): Promise<boolean>;
  /** The same of a token with which nobody could begin, so that nobody knows whose it is. */
  shutOutAtStart(): Promise<boolean>;
  /** It does, again or still; true for the first worker to say so since it did not. Undefined: nobody was told after all. */
  letIn(workspace: string | undefined): Promise<boolean>;
  /** What is to be waited for. */
  outlook(now: Instant, at: number): Promise<Outlook>;
  /** The database was away: what this worker claimed, and perhaps sent, may be claimed at once, by itself too. */
  letGo(): Promise<void>;
  /** Not sent: to be claimed again. */
  release(row: Claimed): Promise<void>;
  /** Perhaps sent: to be looked up. */
  doubt(row: Claimed): Promise<void>;
  /** One of its messages was sent, others remain. */
  progress(row: Claimed, ts: string): Promise<void>;
  /** Sent, by mail as the letter of this name; where it shows a surface, that stands there from now on. */
  sent(row: Claimed, to: string, ts: string | undefined, at: Instant, letter?: string): Promise<void>;
  /** The letter of this name was refused; nothing went, and what follows goes to Slack. */
  turnedDown(row: Claimed, letter: string): Promise<void>;
  /** From here on the file may be in its channel; null takes that back. */
  completing(row: Claimed, fileId: string | null): Promise<void>;
  /** It never will be sent; it stands among the undelivered. */
  failed(row: Claimed, error: string): Promise<void>;
  /** There is nothing left to send. */
  superseded(row: Claimed): Promise<void>;
  /** The other refreshes of the same surface that wait: what this one shows is true for them too. */
  supersedeOthers(row: Claimed): Promise<void>;
}

/** `name` is for people to read; each call is a worker of its own, since processes of two machines share their numbers. */
export function outgoing(db: Statements, name: string): Outgoing {
  let worker = `${name} ${randomUUID()}`;
  const settle = async ({ id }: Claimed, set: Prisma.Sql): Promise<void> => {
    await db.$executeRaw`UPDATE outbox SET ${set} WHERE id = ${id} AND lease_by = ${worker} AND state = 'sending'`;
  };
  const free = Prisma.sql`lease_until = NULL, lease_by = NULL`;

  return {
    async claim(now, { workspace, at, between, apart, silent = [] }, most) {
      const rows = await db.$queryRaw<Found[]>`
        -- Who comes at the same moment as another waits here, and reads what that one took.
        WITH busy AS MATERIALIZED (
          SELECT key, until FROM rest WHERE key = ANY(${KINDS.map((kind) => `${workspace}/${kind}`)})
            AND until BETWEEN ${at - CALM}::bigint AND ${at + LONGEST_REST}::bigint
          ORDER BY key FOR UPDATE),
        due AS (
          SELECT o.id, o.state <> 'pending' AS unsure FROM outbox o
          WHERE ${claimable(now)}
            AND NOT (o.council_id = ANY(${[...silent]}) AND o.key NOT LIKE '%/whisper:%')
            AND NOT EXISTS (
              SELECT FROM rest WHERE key = o.lane AND until > ${at} AND until <= ${at + LONGEST_REST})
            AND NOT EXISTS (SELECT FROM busy WHERE key = ${workspace} || '/' || o.kind AND until > ${at})
            AND NOT EXISTS (
              SELECT FROM outbox earlier
              WHERE earlier.lane = o.lane AND earlier.id < o.id AND earlier.not_before <= ${toDate(now)}
                AND earlier.state IN ('pending', 'sending', 'unknown'))
            AND NOT (o.kind = 'refresh' AND EXISTS (
              SELECT FROM outbox post
              WHERE post.council_id = o.council_id AND post.surface = o.surface AND post.kind = 'post' AND post.id < o.id
                AND post.state IN ('pending', 'sending', 'unknown')))
          ORDER BY o.id LIMIT ${most} FOR UPDATE SKIP LOCKED),
        paced AS (
          INSERT INTO rest (key, until)
          SELECT o.lane, ${at + between}::bigint FROM outbox o JOIN due USING (id) GROUP BY o.lane
          UNION ALL
          SELECT busy.key, ${at}::bigint + ${apart}::bigint * count(*) FROM outbox o JOIN due USING (id)
          JOIN busy ON busy.key = ${workspace} || '/' || o.kind
          GROUP BY busy.key
          ORDER BY 1
          ON CONFLICT (key) DO UPDATE SET until = excluded.until
            - CASE WHEN ${at} - rest.until BETWEEN ${-LONGEST_REST} AND ${IDLE} THEN least(${at}::bigint - rest.until,
                CASE WHEN rest.key IN (SELECT key FROM busy) THEN ${CATCHING_UP}::bigint ELSE ${LATE}::bigint END) ELSE 0 END)
        UPDATE outbox o
        SET state = 'sending', lease_until = clock_timestamp() + ${LEASE}::interval, lease_by = ${worker}
        FROM due, council c
        WHERE o.id = due.id AND c.id = o.council_id
        RETURNING o.id, o.council_id AS "councilId", o.key, o.kind, o.lane, o.team_id AS "teamId",
          o.channel_id AS "channelId", o.person_id AS "personId", o.surface, o.thread, o.payload, o.attempts,
          o.created_at AS "createdAt", due.unsure,
          o.letter IS NOT NULL AS "turnedDown", o.sent_to AS "sentTo", o.sent_ts AS "sentTs", c.language`;
      return rows.map(toClaimed).toSorted((a, b) => Number(a.id - b.id));
    },

    async rest(what, until) {
      const keys = 'lane' in what ? [what.lane] : what.kinds.map((kind) => `${what.workspace}/${kind}`);
      await db.$executeRaw`
        INSERT INTO rest (key, until) SELECT key, ${Math.ceil(until)}::bigint FROM unnest(${keys}::text[]) AS key ORDER BY key
        ON CONFLICT (key) DO UPDATE SET until = excluded.until`;
    },

    async shutOut(workspace) {
      const first = await db.$executeRaw`
        INSERT INTO rest (key, until) VALUES (${toldOf(workspace)}, ${UNTIL_LET_IN}) ON CONFLICT (key) DO NOTHING`;
      return first > 0;
    },

    async shutOutAtStart() {
      const first = await db.$executeRaw`
        INSERT INTO rest (key, until) SELECT ${AT_START}, ${UNTIL_LET_IN}
        WHERE NOT EXISTS (SELECT FROM rest WHERE key LIKE ${toldOf('%')}) ON CONFLICT (key) DO NOTHING`;
      return first > 0;
    },

    async letIn(workspace) {
      const told = [AT_START, ...(workspace === undefined ? [] : [toldOf(workspace)])];
      return (await db.$executeRaw`DELETE FROM rest WHERE key = ANY(${told})`) > 0;
    },

    async outlook(now, at) {
      const [found] = await db.$queryRaw<{ until: bigint | null; waiting: boolean }[]>`
        SELECT (SELECT min(until) FROM rest WHERE until > ${at} AND until <= ${at + LONGEST_REST}) AS until,
          EXISTS (SELECT FROM outbox WHERE ${claimable(now)}) AS waiting`;
      return { wait: found?.until == null ? undefined : Number(found.until) - at, waiting: found?.waiting === true };
    },

    async letGo() {
      // What it had asked may still arrive at the database: by then it speaks of a worker who is no more.
      const next = `${name} ${randomUUID()}`;
      await db.$executeRaw`
        UPDATE outbox SET lease_until = clock_timestamp(), lease_by = ${next} WHERE lease_by = ${worker} AND state = 'sending'`;
      worker = next;
    },

    release: (row) => settle(row, Prisma.sql`state = ${row.unsure ? 'unknown' : 'pending'}, ${free}`),
    doubt: (row) => settle(row, Prisma.sql`state = 'unknown', attempts = attempts + 1, ${free}`),
    progress: (row, ts) =>
      settle(row, Prisma.sql`state = 'pending', sent_ts = ${[...row.sentTs, ts].join(',')}, ${free}`),

    async sent(row, to, ts, at, letter) {
      const all = ts === undefined ? row.sentTs : [...row.sentTs, ts];
      await db.$executeRaw`
        WITH done AS (
          UPDATE outbox SET state = 'sent', sent_to = ${to}, sent_ts = ${all.join(',') || null},
            letter = ${letter ?? null}, sent_at = ${toDate(at)}, error = NULL, ${free}
          WHERE id = ${row.id} AND lease_by = ${worker} AND state = 'sending'
          RETURNING council_id, kind, surface, team_id)
        INSERT INTO surface (council_id, key, team_id, channel_id, ts)
        SELECT council_id, surface, team_id, ${to}, ${ts ?? ''} FROM done
        WHERE kind = 'post' AND surface IS NOT NULL AND team_id IS NOT NULL
        ON CONFLICT (council_id, key, team_id, channel_id) DO UPDATE SET ts = excluded.ts`;
    },

    turnedDown: async (row, letter) => {
      await db.$executeRaw`UPDATE outbox SET letter = ${letter} WHERE id = ${row.id} AND lease_by = ${worker}`;
    },
    completing: async (row, fileId) => {
      await db.$executeRaw`UPDATE outbox SET sent_to = ${fileId} WHERE id = ${row.id} AND lease_by = ${worker}`;
    },
    failed: (row, error) => settle(row, Prisma.sql`state = 'failed', error = ${error}, ${free}`),
    superseded: (row) => settle(row, Prisma.sql`state = 'superseded', ${free}`),

    async supersedeOthers(row) {
      await db.$executeRaw`
        UPDATE outbox SET state = 'superseded' WHERE council_id = ${row.councilId} AND surface = ${row.surface}
          AND kind = 'refresh' AND state = 'pending' AND id <> ${row.id}`;
    },

    ...whereabouts(db),
  };
}

/**
 * Who comes too late need not wait for so much of it the next time, so that lateness does not add up. In milliseconds: in a
 * channel so little that two messages never come too close; over a workspace, which takes several at once, more.
 */
const [LATE, CATCHING_UP] = [100, 500];
/** Who comes later still was not late, but had nothing to send. */
const IDLE = 1_000;
/** A workspace is spared until nothing was sent in it for so long. In milliseconds. */
const CALM = 5_000;
/** What claims to rest for longer was written before a clock was set back. In milliseconds. */
export const LONGEST_REST = 10 * 60_000;

/** What is said of the token itself rests until Slack accepts one. */
export const toldOf = (workspace: string): string => `${workspace}/token`;
/** Apart from those: where others of us are let in, theirs is accepted. */
const AT_START = 'token/start';
const UNTIL_LET_IN = Number.MAX_SAFE_INTEGER;

/** Longer than all calls for one message may take. */
const LEASE = '90 seconds';

type Found = Omit<Claimed, 'createdAt' | 'sentTs' | 'language'> & {
  readonly createdAt: Date;
  readonly sentTs: string | null;
  readonly language: string;
};

const toClaimed = (row: Found): Claimed => ({
  ...row,
  createdAt: toInstant(row.createdAt),
  sentTs: row.sentTs ? row.sentTs.split(',') : [],
  language: toLanguage(row.language),
});

const claimable = (now: Instant) => Prisma.sql`
  state IN ('pending', 'sending', 'unknown') AND not_before <= ${toDate(now)}
  AND (lease_until IS NULL OR lease_until < clock_timestamp())`;
