/** Where what is sent goes: people's accounts and addresses on a day, and where the messages and canvases of before stand. */
import type { Day, Instant } from '../domain/day.ts';
import type { Language } from '../text/text.ts';
import { toDate } from './moments.ts';
import type { Statements } from './outbox.ts';
import { Prisma } from './prisma/client.ts';

/** A row of the outbox that goes to a channel. */
/** Where a canvas is shown. */
export type CanvasPlace = { readonly councilId: string; readonly teamId: string; readonly channelId: string };

export interface Whereabouts {
  /** The address of who wants mail, or has no account on the day and an address. */
  mailOf(person: number, teamId: string, on: Day): Promise<MailTo | undefined>;
  /** Nothing to this address of theirs is accepted. */
  bounced(person: number, address: string, error: string, at: Instant): Promise<void>;
  /** A person's Slack account in a workspace, and their language. */
  accountOf(person: number, teamId: string, on: Day): Promise<{ userId: string; language: Language } | undefined>;
  languageOf(teamId: string, userId: string, on: Day): Promise<Language | undefined>;
  surfacesOf(councilId: string, key: string): Promise<Shown[]>;
  /** Where the one message to a person stands that was posted with this key, and how they read it. */
  messageTo(councilId: string, key: string): Promise<MessageTo | undefined>;
  /** The canvas that shows this in that channel, which may be somebody's direct messages. */
  canvasOf(at: CanvasPlace, key: string): Promise<string | undefined>;
  keepCanvas(at: CanvasPlace, key: string, canvasId: string): Promise<void>;
  /** The message was deleted in Slack. */
  forget(councilId: string, key: string, shown: Shown): Promise<void>;
}

/** Who is told by mail: where, and in which language. */
export interface MailTo {
  readonly address: string;
  readonly language: Language;
  /** Letters to it were refused for good. */
  readonly bounces: boolean;
}

export interface MessageTo {
  readonly channelId: string;
  readonly ts: string;
  readonly language: Language;
}

/** Where a surface stands. */
export interface Shown {
  readonly teamId: string;
  readonly channelId: string;
  readonly ts: string;
}

export const whereabouts = (db: Statements): Whereabouts => ({
  async accountOf(person, teamId, on) {
    const [found] = await db.$queryRaw<{ userId: string; language: string }[]>`
      SELECT a.user_id AS "userId", p.language FROM slack_account a JOIN person p ON p.id = a.person_id
      WHERE a.person_id = ${person} AND a.team_id = ${teamId} AND ${validOn(on)} ORDER BY a."from" DESC LIMIT 1`;
    return found && { userId: found.userId, language: toLanguage(found.language) };
  },

  async mailOf(person, teamId, on) {
    const [found] = await db.$queryRaw<{ address: string | null; language: string; bounced: string | null }[]>`
      SELECT p.language, (SELECT b.address FROM mail_bounce b WHERE b.person_id = p.id) AS bounced, coalesce(
        (SELECT s.mail FROM person_setting s WHERE s.person_id = p.id AND s.channel = 'mail'
          ORDER BY s.council_id LIMIT 1),
        CASE WHEN NOT EXISTS (SELECT 1 FROM slack_account a
          WHERE a.person_id = p.id AND a.team_id = ${teamId} AND ${validOn(on)}) THEN p.email END) AS address
      FROM person p WHERE p.id = ${person}`;
    if (found?.address == null) return undefined;
    const { address, language, bounced } = found;
    return { address, language: toLanguage(language), bounces: bounced === address };
  },

  async bounced(person, address, error, at) {
    await db.$executeRaw`
      INSERT INTO mail_bounce (person_id, address, error, since) VALUES (${person}, ${address}, ${error}, ${toDate(at)})
      ON CONFLICT (person_id) DO UPDATE
        SET address = excluded.address, error = excluded.error, since = excluded.since`;
  },

  async languageOf(teamId, userId, on) {
    const [found] = await db.$queryRaw<{ language: string }[]>`
      SELECT p.language FROM slack_account a JOIN person p ON p.id = a.person_id
      WHERE a.team_id = ${teamId} AND a.user_id = ${userId} AND ${validOn(on)} ORDER BY a."from" DESC LIMIT 1`;
    return found && toLanguage(found.language);
  },

  surfacesOf: (councilId, key) => db.$queryRaw<Shown[]>`
    SELECT team_id AS "teamId", channel_id AS "channelId", ts FROM surface
    WHERE council_id = ${councilId} AND key = ${key} ORDER BY team_id, channel_id`,

  async messageTo(councilId, key) {
    const [found] = await db.$queryRaw<{ channelId: string; ts: string; language: string }[]>`
      SELECT o.sent_to AS "channelId", o.sent_ts AS ts, p.language FROM outbox o JOIN person p ON p.id = o.person_id
      WHERE o.council_id = ${councilId} AND o.key = ${`${councilId}/${key}`} AND o.kind = 'post' AND o.state = 'sent'
        AND o.sent_to IS NOT NULL AND o.sent_ts NOT LIKE '%,%'`;
    return found && { ...found, language: toLanguage(found.language) };
  },

  async canvasOf({ councilId, teamId, channelId }, key) {
    const [found] = await db.$queryRaw<{ canvasId: string }[]>`
      SELECT canvas_id AS "canvasId" FROM canvas WHERE council_id = ${councilId} AND key = ${key}
        AND team_id = ${teamId} AND channel_id = ${channelId}`;
    return found?.canvasId;
  },

  async keepCanvas({ councilId, teamId, channelId }, key, canvasId) {
    await db.$executeRaw`
      INSERT INTO canvas (council_id, key, team_id, channel_id, canvas_id)
      VALUES (${councilId}, ${key}, ${teamId}, ${channelId}, ${canvasId})
      ON CONFLICT (council_id, key, team_id, channel_id) DO UPDATE SET canvas_id = excluded.canvas_id`;
  },

  async forget(councilId, key, { teamId, channelId, ts }) {
    await db.$executeRaw`
      DELETE FROM surface WHERE council_id = ${councilId} AND key = ${key} AND team_id = ${teamId}
        AND channel_id = ${channelId} AND ts = ${ts}`;
  },
});

export const toLanguage = (written: string): Language => (written === 'en' ? 'en' : 'ja');

const validOn = (on: Day) => Prisma.sql`a."from" <= ${on} AND (a.until IS NULL OR a.until >= ${on})`;
