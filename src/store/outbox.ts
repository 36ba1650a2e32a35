/**
 * The outbox: what is to be sent is written in the transaction of its cause, and sent afterwards, once.
 *
 * A row is claimed by one worker at a time, for a lease of the database's time; what happens in between (a kill, a cut
 * connection) leaves it claimed, and whoever claims it after the lease knows that it may have been sent. Rows of one
 * lane go in their order. Business time (when a row is due) is always given, never the database's.
 */
import { randomUUID } from 'node:crypto';
import { type Audience, narrowest } from '../domain/audience.ts';
import type { Instant } from '../domain/day.ts';
import type { Message } from '../text/message.ts';
import type { Address, Post, SentFile } from '../text/post.ts';
import { toDate } from './moments.ts';
import type { Prisma } from './prisma/client.ts';

/** A transaction, or a client that makes one for each statement. */
export type Statements = Pick<Prisma.TransactionClient, '$queryRaw' | '$executeRaw'>;

/**
 * Writes posts and refreshes, to be sent from `at` on. A post whose key was written before is the same post: nothing
 * happens. A body's posts go to those of its channels with the fewest onlookers; where it has no channel, the post
 * stands among the undelivered.
 */
export async function enqueue(
  tx: Statements,
  councilId: string,
  posts: readonly Post[],
  refresh: readonly string[],
  at: Instant,
): Promise<void> {
  const targets = await targetsOf(tx, councilId, posts);
  const rows = [
    ...posts.flatMap((post) => rowsOf(councilId, post, targets)),
    ...refresh.map((surface) => refreshRow(councilId, surface)),
  ];
  const known = await writtenBefore(tx, rows);
  const fresh = rows.filter((row) => !known.has(row.post)).map((row, place) => ({ place, ...row }));
  if (fresh.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO outbox (council_id, key, kind, lane, team_id, channel_id, person_id, surface, thread, payload, state, error,
                        not_before, created_at)
    SELECT ${councilId}, key, kind, lane, "teamId", "channelId", "personId", surface, thread, payload,
           CASE WHEN error IS NULL THEN 'pending' ELSE 'failed' END, error, ${toDate(at)}, ${toDate(at)}
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
      AS row (place int, key text, kind text, lane text, "teamId" text, "channelId" text, "personId" int, surface text,
              thread text, payload jsonb, error text)
    ORDER BY place
    ON CONFLICT (key) DO NOTHING`;
}

interface Row {
  /** The key of the whole post, of which this is one target. */
  readonly post: string;
  readonly key: string;
  readonly kind: Kind;
  readonly lane: string;
  readonly teamId?: string;
  readonly channelId?: string;
  readonly personId?: number;
  readonly surface?: string;
  readonly thread?: string;
  readonly payload?: Message | SentFile;
  readonly error?: string;
}

export const KINDS = ['post', 'refresh', 'file'] as const;
export type Kind = (typeof KINDS)[number];

type Target = Pick<Row, 'lane' | 'teamId' | 'channelId' | 'personId' | 'error'>;

interface Targets {
  ofBody(body: string): Target[];
  /** Where a surface stands or will stand. */
  ofSurface(surface: string): Target[];
}

/** `U…` in place of a channel is the direct message with that account. */
const channelTarget = (teamId: string, channelId: string): Target => ({
  lane: `channel:${teamId}/${channelId}`,
  teamId,
  channelId,
});

function rowsOf(councilId: string, post: Post, targets: Targets): Row[] {
  const key = `${councilId}/${post.kind === 'surface' ? (post.key ?? post.surface) : post.key}`;
  const content: Pick<Row, 'kind' | 'surface' | 'thread' | 'payload'> =
    post.kind === 'surface'
      ? { kind: 'post', surface: post.surface, ...(post.thread !== undefined && { thread: post.thread }) }
      : {
          kind: post.kind === 'file' ? 'file' : 'post',
          payload: post.kind === 'file' ? post.file : post.message,
          ...(post.thread !== undefined && { thread: post.thread }),
        };
  const found = targetsFor(post.to, content.thread, targets);
  return found.map((target, i) => ({
    post: key,
    key: i === 0 ? key : `${key}#${target.lane}`,
    ...content,
    ...target,
  }));
}

function targetsFor(to: Address, thread: string | undefined, targets: Targets): Target[] {
  if ('person' in to) return [{ lane: `person:${to.person}`, personId: to.person }];
  if ('channel' in to) return [channelTarget(to.channel.teamId, to.channel.channelId)];
  const standing = thread === undefined ? [] : targets.ofSurface(thread);
  const mapped = [to.body, ...(to.also ?? [])].flatMap((body) => targets.ofBody(body));
  const found = standing.length > 0 ? standing : mapped;
  return found.length > 0 ? found : [{ lane: `body:${to.body}`, error: 'no_channel' }];
}

const refreshRow = (councilId: string, surface: string): Row => {
  const key = `${councilId}/refresh:${surface}:${randomUUID()}`;
  return { post: key, key, kind: 'refresh', lane: `surface:${councilId}/${surface}`, surface };
};

async function targetsOf(tx: Statements, councilId: string, posts: readonly Post[]): Promise<Targets> {
  const bodies = posts.flatMap(({ to }) => ('body' in to ? [to.body, ...(to.also ?? [])] : []));
  if (bodies.length === 0) return { ofBody: () => [], ofSurface: () => [] };
  const threads = posts.flatMap((post) => (post.thread === undefined ? [] : [post.thread]));
  const mapped = await tx.$queryRaw<{ body: string; teamId: string; channelId: string; audience: Audience }[]>`
    SELECT body_slug AS body, team_id AS "teamId", channel_id AS "channelId", audience FROM channel_mapping
    WHERE council_id = ${councilId} AND body_slug = ANY(${bodies}) ORDER BY team_id, channel_id`;
  const standing = await tx.$queryRaw<{ surface: string; teamId: string; channelId: string }[]>`
    SELECT DISTINCT surface, team_id AS "teamId", channel_id AS "channelId" FROM outbox
    WHERE council_id = ${councilId} AND kind = 'post' AND surface = ANY(${threads}) AND channel_id IS NOT NULL
      AND state <> 'failed' ORDER BY team_id, channel_id`;
  return {
    ofBody(body) {
      const shown = mapped.filter((one) => one.body === body);
      const audience = narrowest(shown.map((one) => one.audience));
      return shown.filter((one) => one.audience === audience).map((one) => channelTarget(one.teamId, one.channelId));
    },
    ofSurface: (surface) =>
      standing.filter((one) => one.surface === surface).map((one) => channelTarget(one.teamId, one.channelId)),
  };
}

/** A post of which any part was written before is not written again, even where its body has other channels by now. */
async function writtenBefore(tx: Statements, rows: readonly Row[]): Promise<Set<string>> {
  const keys = rows.map((row) => row.post);
  const found = await tx.$queryRaw<{ key: string }[]>`SELECT key FROM outbox WHERE key = ANY(${keys})`;
  return new Set(found.map((row) => row.key));
}
