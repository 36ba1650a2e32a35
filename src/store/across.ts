/**
 * What has no council yet: who a Slack account is, which council a place speaks of, and what was already answered.
 */
import type { Day, Instant, Minute } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { Rotation } from '../domain/rotation.ts';
import { type Mailboxes, mailboxes } from './comeBack.ts';
import type { FeedScope } from './council/feeds.ts';
import { toPreferences } from './council/preferences.ts';
import { startsIn, TERM_SETTINGS } from './council/rotations.ts';
import { type Health, health } from './health.ts';
import { toDate } from './moments.ts';
import { type PassedOver, passedOver } from './passedOver.ts';
import type { Prisma, PrismaClient } from './prisma/client.ts';

export interface Identified {
  readonly person: { readonly id: number; readonly name: string; readonly language: 'ja' | 'en' };
  /** The councils in which the person sits or sat. */
  readonly councils: readonly { readonly id: string; readonly name: string }[];
}

export interface Across {
  /** The person whose account this is on the day. */
  identify(teamId: string, userId: string, on: Day): Promise<Identified | undefined>;
  /** The council that the channel is mapped in. */
  councilOfChannel(teamId: string, channelId: string): Promise<string | undefined>;
  councils(): Promise<{ readonly id: string; readonly name: string }[]>;
  /** Those of a person, in their order. */
  councilsOf(person: number): Promise<{ readonly id: string; readonly name: string }[]>;
  /** Those who are in several councils: which, in their order, and what they set in the first in which they set any. */
  peopleOfSeveral(): Promise<Map<number, OfSeveral>>;
  /** The hours that anyone chose for the digest. */
  digestHours(): Promise<Set<number>>;
  /** The days since then on which this job was due at this time of day and an outage passed it over. */
  passedOver(job: string, at: Minute, since: Day): Promise<PassedOver>;
  /** The first days of terms that begin with the general meeting, council by council. */
  termStarts(): Promise<Map<string, Rotation['starts']>>;
  /** How the bot is, over all councils. */
  health(now: Instant): Promise<Health>;
  /** Forgets what was answered before then: nothing is delivered so late. Gives how many. */
  forgetHandled(before: Instant): Promise<number>;
  /** The mailbox in which letters come back, and what they were. */
  readonly mailboxes: Mailboxes;
  /** The feed whose token has this hash, unless it was revoked. */
  feed(tokenHash: string): Promise<SubscribedFeed | undefined>;
}

export interface OfSeveral {
  readonly councils: readonly string[];
  readonly preferences: Preferences | undefined;
}

export interface SubscribedFeed {
  readonly councilId: string;
  readonly person: number;
  readonly of: FeedScope;
}

export function across(client: PrismaClient): Across {
  return {
    async identify(teamId, userId, on) {
      const account = await client.slackAccount.findFirst({
        where: { teamId, userId, from: { lte: on }, OR: [{ until: null }, { until: { gte: on } }] },
        orderBy: { from: 'desc' },
        include: { person: { include: { councils: { include: { council: true } } } } },
      });
      if (!account) return undefined;
      const { id, name, language, councils } = account.person;
      return {
        person: { id, name, language: language === 'en' ? 'en' : 'ja' },
        councils: councils.map(({ council }) => ({ id: council.id, name: council.name })),
      };
    },

    async councilOfChannel(teamId, channelId) {
      const found = await client.channelMapping.findUnique({ where: { teamId_channelId: { teamId, channelId } } });
      return found?.councilId;
    },

    async peopleOfSeveral() {
      const several = await client.councilPerson.groupBy({
        by: ['personId'],
        having: { personId: { _count: { gt: 1 } } },
      });
      const ids = several.map((one) => one.personId);
      const where = { where: { personId: { in: ids } }, orderBy: { councilId: 'asc' } } as const;
      const [rows, settings] = await Promise.all([
        client.councilPerson.findMany(where),
        client.personSetting.findMany(where),
      ]);
      const found = new Map<number, OfSeveral>();
      for (const [person, all] of groups(rows, (one) => one.personId)) {
        const set = settings.find((one) => one.personId === person);
        found.set(person, { councils: all.map((one) => one.councilId), preferences: set && toPreferences(set) });
      }
      return found;
    },

    async digestHours() {
      const found = await client.personSetting.findMany({ distinct: ['hour'], select: { hour: true } });
      return new Set(found.map((one) => one.hour));
    },

    passedOver: (job, at, since) => passedOver(client, job, at, since),

    async termStarts() {
      const found = await client.setting.findMany({ where: TERM_SETTINGS });
      return new Map([...groups(found, (one) => one.councilId)].map(([id, settings]) => [id, startsIn(settings)]));
    },

    health: (now) => health(client, undefined, now),
    mailboxes: mailboxes(client),

    async forgetHandled(before) {
      return (await client.handled.deleteMany({ where: { at: { lt: toDate(before) } } })).count;
    },

    async feed(tokenHash) {
      const found = await client.feed.findUnique({ where: { tokenHash } });
      if (!found || found.revokedAt !== null) return undefined;
      const { councilId, personId: person, scope, bodySlug } = found;
      if (scope === 'body' && bodySlug !== null) return { councilId, person, of: { scope, body: bodySlug } };
      return { councilId, person, of: { scope: scope === 'council' ? scope : 'person', body: undefined } };
    },

    councilsOf: (person) =>
      client.council.findMany({
        where: { people: { some: { personId: person } } },
        select: { id: true, name: true },
        orderBy: { id: 'asc' },
      }),

    councils: () => client.council.findMany({ select: { id: true, name: true }, orderBy: { id: 'asc' } }),
  };
}

/** What was answered before: by the same delivery, or to the same words of the same person within a minute. */
export interface Handled {
  readonly key: string;
  readonly councilId: string;
  readonly person: number;
  readonly channelId: string;
  readonly line: string;
  readonly at: Instant;
  /** The reply, as JSON. */
  readonly reply: unknown;
  readonly audit: number | undefined;
}

export interface HandledActs {
  byKey(key: string): Promise<Handled | undefined>;
  /** The last act with these words by this person in this channel, not earlier than `since`. */
  same(act: Pick<Handled, 'councilId' | 'person' | 'channelId' | 'line'>, since: Instant): Promise<Handled | undefined>;
  remember(handled: Handled): Promise<void>;
}

export function handledActs(tx: Pick<Prisma.TransactionClient, 'handled'>): HandledActs {
  return {
    async byKey(key) {
      const row = await tx.handled.findUnique({ where: { key } });
      return row ? toHandled(row) : undefined;
    },

    async same({ councilId, person, channelId, line }, since) {
      const row = await tx.handled.findFirst({
        where: { councilId, personId: person, channelId, line, at: { gte: toDate(since) }, auditId: { not: null } },
        orderBy: { at: 'desc' },
      });
      return row ? toHandled(row) : undefined;
    },

    async remember({ key, councilId, person, channelId, line, at, reply, audit }) {
      await tx.handled.create({
        data: {
          key,
          councilId,
          personId: person,
          channelId,
          line,
          at: toDate(at),
          reply: reply as Prisma.InputJsonValue,
          auditId: audit ?? null,
        },
      });
    },
  };
}

const toHandled = (row: Prisma.HandledGetPayload<object>): Handled => ({
  key: row.key,
  councilId: row.councilId,
  person: row.personId,
  channelId: row.channelId,
  line: row.line,
  at: row.at.getTime() as Instant,
  reply: row.reply,
  audit: row.auditId ?? undefined,
});
