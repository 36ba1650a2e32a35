/**
 * Slack kept in step with the council: what is known of accounts and groups, and what the secretariat confirmed, change by
 * change. Whoever does a change claims it for a lease of the database's time; all changes may be done twice without harm.
 */
import type { Day, Instant } from '../../domain/day.ts';
import type { Change } from '../../domain/sync/differences.ts';
import { optional, toDate, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

export interface SyncRun {
  /** Its plan's number. */
  readonly id: number;
  readonly teamId: string;
  readonly at: Instant;
  readonly by: number;
  readonly notBefore: Instant;
  readonly finishedAt: Instant | undefined;
  readonly undoes: number | undefined;
}

export interface SyncStep {
  readonly number: number;
  readonly what: Change;
  readonly state: 'pending' | 'done' | 'failed';
  readonly error: string | undefined;
  /** The channel or group that it made or found. */
  readonly made: string | undefined;
  /** It was so before: there is nothing to take back. */
  readonly already: boolean;
}

export interface ClaimedStep {
  readonly sync: number;
  readonly number: number;
  readonly what: Change;
  /** How often it may have been done before: an answer was lost, or a worker. */
  readonly attempts: number;
  readonly teamId: string;
}

/** How a change ended. */
export type StepEnd =
  | { readonly done: true; readonly made?: string | undefined; readonly already?: boolean }
  | { readonly done: false; readonly error: string };

export interface Syncs {
  /** The accounts in a workspace that are somebody's of this council on the day. */
  accounts(teamId: string, on: Day): Promise<Map<number, string>>;
  /** Those who have an account in another workspace on the day, and none in this one. */
  elsewhere(teamId: string, on: Day): Promise<Map<number, string>>;
  /** The seats in bodies that people held until before the day. */
  ended(on: Day): Promise<{ person: number; body: string }[]>;
  /** The user groups of the council in a workspace, by body. */
  groups(teamId: string): Promise<Map<string, string>>;
  /** A group shows the body from now on; false where it is another council's. */
  mapGroup(group: { readonly teamId: string; readonly groupId: string; readonly body: string }): Promise<boolean>;
  /**
   * The channel has another id since it was shared: what shows there, and what is on its way there, goes along. False where
   * the new one shows something already.
   */
  moveChannel(teamId: string, from: string, to: string): Promise<boolean>;
  renameChannel(teamId: string, channelId: string, name: string): Promise<void>;

  /** Makes those who confirm wait for one another. */
  lock(): Promise<void>;
  /** What was confirmed is done from `notBefore` on, in this order. */
  order(run: Omit<SyncRun, 'finishedAt'> & { readonly seat: string }, changes: readonly Change[]): Promise<void>;
  run(id: number): Promise<SyncRun | undefined>;
  /** The one that is not finished; there is at most one. */
  unfinished(): Promise<SyncRun | undefined>;
  /** The run that takes this one back. */
  undoneBy(id: number): Promise<number | undefined>;
  steps(id: number): Promise<SyncStep[]>;
  /** Claims the next change that is due; `at` is the worker's clock in milliseconds. */
  claim(now: Instant, at: number): Promise<ClaimedStep | undefined>;
  /** Milliseconds until the worker may go on; undefined where nothing is due. */
  nextAfterRest(now: Instant, at: number): Promise<number | undefined>;
  settle(step: Pick<ClaimedStep, 'sync' | 'number'>, end: StepEnd, at: Instant): Promise<void>;
  /** Nobody goes on with this run before then, by the workers' clocks. */
  rest(id: number, until: number): Promise<void>;
  /** Not done, to be claimed again after the rest; `counts` where its answer was lost. */
  release(
    step: Pick<ClaimedStep, 'sync' | 'number'>,
    rest: { readonly until: number; readonly counts: boolean },
  ): Promise<void>;
  /** The runs whose last change was settled end here, once. */
  finish(at: Instant): Promise<SyncRun[]>;
}

/** What claims to rest for longer was written before a clock was set back. In milliseconds. */
const LONGEST_REST = 10 * 60_000;
/** Longer than all calls for one change may take. */
const LEASE = '60 seconds';

export function syncs(db: Scoped, councilId: string): Syncs {
  /** Of each account the one that holds on the day; where somebody has several, the newest last. */
  async function accountsOn(on: Day) {
    const held = { from: { lte: on }, OR: [{ until: null }, { until: { gte: on } }] };
    const found = await db.councilPerson.findMany({
      include: { person: { include: { accounts: { where: held, orderBy: { from: 'asc' } } } } },
    });
    return found.flatMap(({ personId: person, person: { accounts } }) =>
      accounts.map(({ teamId, userId: account }) => ({ person, teamId, account })),
    );
  }

  return {
    async accounts(teamId, on) {
      return new Map((await accountsOn(on)).filter((one) => one.teamId === teamId).map(toEntry));
    },

    async elsewhere(teamId, on) {
      const all = await accountsOn(on);
      const here = new Set(all.filter((one) => one.teamId === teamId).map((one) => one.person));
      return new Map(all.filter((one) => !here.has(one.person)).map(toEntry));
    },

    async ended(on) {
      const found = await db.tenure.findMany({ where: { until: { lt: on } }, include: { seat: true } });
      return found.map((one) => ({ person: one.personId, body: one.seat.bodySlug }));
    },

    async groups(teamId) {
      const found = await db.groupMapping.findMany({ where: { teamId } });
      return new Map(found.map((one) => [one.bodySlug, one.groupId]));
    },

    async mapGroup({ teamId, groupId, body }) {
      await db.groupMapping.deleteMany({ where: { teamId, bodySlug: body, groupId: { not: groupId } } });
      const mapped = await db.run(
        (council) => Prisma.sql`
          INSERT INTO group_mapping (team_id, group_id, council_id, body_slug)
          VALUES (${teamId}, ${groupId}, ${council}, ${body})
          ON CONFLICT (team_id, group_id) DO UPDATE SET body_slug = excluded.body_slug
          WHERE group_mapping.council_id = ${councilId}`,
      );
      return mapped > 0;
    },

    async moveChannel(teamId, from, to) {
      const moved = await db.run(
        (council) => Prisma.sql`
          UPDATE channel_mapping SET channel_id = ${to}
          WHERE council_id = ${council} AND team_id = ${teamId} AND channel_id = ${from}
            AND NOT EXISTS (SELECT FROM channel_mapping there WHERE there.team_id = ${teamId} AND there.channel_id = ${to})`,
      );
      if (moved === 0) return false;
      await db.run(
        (council) => Prisma.sql`
          UPDATE surface SET channel_id = ${to}
          WHERE council_id = ${council} AND team_id = ${teamId} AND channel_id = ${from}
            AND NOT EXISTS (
              SELECT FROM surface there
              WHERE there.council_id = ${council} AND there.key = surface.key AND there.team_id = ${teamId}
                AND there.channel_id = ${to})`,
      );
      await db.run(
        (council) => Prisma.sql`
          UPDATE outbox SET channel_id = ${to}, lane = ${`channel:${teamId}/${to}`}
          WHERE council_id = ${council} AND team_id = ${teamId} AND channel_id = ${from} AND state IN ('pending', 'failed')`,
      );
      return true;
    },

    async renameChannel(teamId, channelId, name) {
      await db.channelMapping.updateMany({ where: { teamId, channelId }, data: { name } });
    },

    async lock() {
      await db.rows((council) => Prisma.sql`SELECT id FROM council WHERE id = ${council} FOR UPDATE`);
    },

    async order({ id, teamId, at, by, seat, notBefore, undoes }, changes) {
      const run = { councilId, id, teamId, at: toDate(at), personId: by, seatId: seat, notBefore: toDate(notBefore) };
      await db.sync.create({ data: { ...run, undoes: undoes ?? null } });
      await db.syncStep.createMany({
        data: changes.map((what, i) => ({ councilId, sync: id, number: i + 1, what: what as object })),
      });
    },

    async run(id) {
      const row = await db.sync.findFirst({ where: { id } });
      return row ? toRun(row) : undefined;
    },

    async unfinished() {
      const row = await db.sync.findFirst({ where: { finishedAt: null }, orderBy: { id: 'asc' } });
      return row ? toRun(row) : undefined;
    },

    async undoneBy(id) {
      return (await db.sync.findFirst({ where: { undoes: id } }))?.id;
    },

    async steps(id) {
      const found = await db.syncStep.findMany({ where: { sync: id }, orderBy: { number: 'asc' } });
      return found.map((row) => ({
        number: row.number,
        what: row.what as unknown as Change,
        state: row.state as SyncStep['state'],
        error: row.error ?? undefined,
        made: row.made ?? undefined,
        already: row.already,
      }));
    },

    async claim(now, at) {
      const [found] = await db.rows<ClaimedStep>(
        (council) => Prisma.sql`
          WITH head AS (
            SELECT s.id, s.team_id, (
              SELECT min(t.number) FROM sync_step t
              WHERE t.council_id = ${council} AND t.sync = s.id AND t.state = 'pending') AS number
            FROM sync s WHERE ${due(council, now)} AND ${rested(at)}
            ORDER BY s.id LIMIT 1 FOR UPDATE SKIP LOCKED)
          UPDATE sync_step t SET lease_until = clock_timestamp() + ${LEASE}::interval,
            attempts = t.attempts + CASE WHEN t.lease_until IS NULL THEN 0 ELSE 1 END
          FROM head
          WHERE t.council_id = ${council} AND t.sync = head.id AND t.number = head.number
            AND (t.lease_until IS NULL OR t.lease_until < clock_timestamp())
          RETURNING t.sync, t.number, t.what, t.attempts, head.team_id AS "teamId"`,
      );
      return found;
    },

    async nextAfterRest(now, at) {
      const [found] = await db.rows<{ until: bigint | null }>(
        (council) => Prisma.sql`
          SELECT CASE WHEN ${rested(at)} THEN NULL ELSE s.rest_until END AS until
          FROM sync s WHERE ${due(council, now)} ORDER BY s.id LIMIT 1`,
      );
      if (!found) return undefined;
      return found.until === null ? 0 : Math.max(0, Number(found.until) - at);
    },

    async settle({ sync, number }, end, at) {
      const how = end.done
        ? { state: 'done', error: null, made: end.made ?? null, already: end.already === true }
        : { state: 'failed', error: end.error };
      await db.syncStep.updateMany({
        where: { sync, number, state: 'pending' },
        data: { ...how, leaseUntil: null, settledAt: toDate(at) },
      });
    },

    async rest(id, until) {
      await db.sync.updateMany({ where: { id }, data: { restUntil: BigInt(Math.ceil(until)) } });
    },

    async release({ sync, number }, { until, counts }) {
      await db.syncStep.updateMany({
        where: { sync, number, state: 'pending' },
        data: { leaseUntil: null, attempts: { increment: counts ? 1 : 0 } },
      });
      await db.sync.updateMany({ where: { id: sync }, data: { restUntil: BigInt(Math.ceil(until)) } });
    },

    async finish(at) {
      const open = await db.sync.findMany({
        where: { finishedAt: null, steps: { none: { state: 'pending' } } },
        orderBy: { id: 'asc' },
      });
      const ended: SyncRun[] = [];
      for (const row of open) {
        const { count } = await db.sync.updateMany({
          where: { id: row.id, finishedAt: null },
          data: { finishedAt: toDate(at) },
        });
        if (count > 0) ended.push(toRun(row));
      }
      return ended;
    },
  };
}

const toEntry = ({ person, account }: { person: number; account: string }) => [person, account] as const;

const due = (council: string, now: Instant) => Prisma.sql`
  s.council_id = ${council} AND s.finished_at IS NULL AND s.not_before <= ${toDate(now)}
  AND EXISTS (SELECT FROM sync_step p WHERE p.council_id = ${council} AND p.sync = s.id AND p.state = 'pending')`;

const rested = (at: number) =>
  Prisma.sql`(s.rest_until IS NULL OR s.rest_until <= ${at} OR s.rest_until > ${at + LONGEST_REST})`;

const toRun = (row: Prisma.SyncGetPayload<object>): SyncRun => ({
  id: row.id,
  teamId: row.teamId,
  at: toInstant(row.at),
  by: row.personId,
  notBefore: toInstant(row.notBefore),
  finishedAt: optional(row.finishedAt, toInstant),
  undoes: row.undoes ?? undefined,
});
