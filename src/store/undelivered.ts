/** What could not be delivered: the secretariat's list, sending again, and taking off. */
import type { Instant } from '../domain/day.ts';
import { toDate, toInstant } from './moments.ts';
import type { Kind, Statements } from './outbox.ts';
import { Prisma } from './prisma/client.ts';
import type { Scoped } from './scope.ts';

/** What could not be delivered, newest first: for the secretariat's list. */
export async function undelivered(db: Scoped): Promise<Undelivered[]> {
  const rows = await db.outbox.findMany({
    where: { state: 'failed' },
    orderBy: { id: 'desc' },
    select: { id: true, kind: true, lane: true, key: true, surface: true, error: true, createdAt: true },
  });
  return rows.map(({ id, kind, lane, key, surface, error, createdAt }) => ({
    ...{ id, kind: kind as Kind, lane, error: error ?? '', since: toInstant(createdAt) },
    about: surface ?? key.slice(key.indexOf('/') + 1),
  }));
}

/**
 * These of the undelivered are sent again, all of them where no numbers are given; gives how many. One of which it is not known whether it arrived is looked up
 * first; a file is shared anew, and so is what cannot be looked up, since a person has looked. What had no channel goes to the
 * one that its body has by now; an address that bounced is tried again.
 */
export async function retry(
  db: Statements,
  councilId: string,
  ids: readonly bigint[] | undefined,
  at: Instant,
): Promise<number> {
  const chosen = ids === undefined ? Prisma.sql`TRUE` : Prisma.sql`o.id = ANY(${ids})`;
  await db.$executeRaw`
    DELETE FROM mail_bounce b USING outbox o
    WHERE o.person_id = b.person_id AND o.council_id = ${councilId} AND o.state = 'failed' AND o.error LIKE 'mail\_%' AND ${chosen}`;
  return db.$executeRaw`
    UPDATE outbox o SET
      state = CASE WHEN o.error = 'unknown_outcome' AND o.kind = 'post' THEN 'unknown' ELSE 'pending' END,
      letter = CASE WHEN o.error = 'unknown_outcome' THEN o.letter END, error = NULL, attempts = 0, sent_to = NULL, not_before = ${toDate(at)},
      team_id = coalesce(c.team_id, o.team_id), channel_id = coalesce(c.channel_id, o.channel_id),
      lane = coalesce('channel:' || c.team_id || '/' || c.channel_id, o.lane)
    FROM outbox self
    LEFT JOIN LATERAL (
      SELECT m.team_id, m.channel_id FROM channel_mapping m
      WHERE m.council_id = ${councilId} AND self.lane = 'body:' || m.body_slug AND m.audience <> 'vendor'
      ORDER BY array_position(ARRAY['internal', 'prefecture', 'joiner'], m.audience), m.channel_id LIMIT 1) c ON TRUE
    WHERE self.id = o.id AND o.council_id = ${councilId} AND o.state = 'failed' AND ${chosen}
      AND (c.channel_id IS NOT NULL OR self.lane NOT LIKE 'body:%')`;
}

/** The undelivered that nothing more can be done about leave the list. */
export const dismiss = (db: Statements, councilId: string, ids: readonly bigint[]): Promise<number> =>
  db.$executeRaw`
    UPDATE outbox SET state = 'superseded' WHERE council_id = ${councilId} AND state = 'failed' AND id = ANY(${ids})`;

export interface Undelivered {
  readonly id: bigint;
  readonly kind: Kind;
  /** To whom: `channel:T012/C012`, `person:17`, `body:kaigo`. */
  readonly lane: string;
  /** What it is for: the surface that it shows, or its key in the council: `poll:3:nudge:…`. */
  readonly about: string;
  /**
   * Slack's word for it (of a permission that the app lacks, with its name: `missing_scope chat:write`), or `no_channel`,
   * `no_account`, `no_thread`, `unknown_outcome`, `unread_history`, and of mail `mail_550`, `mail_bounces`, `mail_unknown`.
   */
  readonly error: string;
  readonly since: Instant;
}
