/**
 * Letters that were sent and came back: how far the mailbox was read in which they do, which row one was, and what becomes of
 * the row and of the address. A letter that is told of twice, or was sent again since, changes nothing any more.
 */
import type { Instant } from '../domain/day.ts';
import { toDate, toInstant } from './moments.ts';
import type { Statements } from './outbox.ts';
import type { Undeliverable } from './outgoing.ts';

export interface Mailboxes {
  /** Up to where it was read; undefined where it never was. */
  position(id: string): Promise<MailboxPosition | undefined>;
  read(id: string, to: MailboxPosition, at: Instant): Promise<void>;
  /** It could not be read. */
  away(id: string, error: string, at: Instant): Promise<void>;
  /** The row that was sent as this letter, and where it went; undefined where there is none that counts as sent. */
  sentAs(row: bigint, letter: string): Promise<SentLetter | undefined>;
}

export interface MailboxPosition {
  readonly validity: bigint;
  readonly uid: number;
}

/** A letter as which a row was sent, and where it went. */
export interface LetterOf {
  readonly id: bigint;
  readonly letter: string;
  readonly personId: number | null;
  readonly address: string;
}

export type SentLetter = LetterOf & Undeliverable;

/** When the mailbox was last read, and whether the last try did. */
export interface MailboxHealth {
  readonly read: Instant | undefined;
  readonly tried: Instant;
  readonly error: string | undefined;
}

export const mailboxes = (db: Statements): Mailboxes => ({
  async position(id) {
    const [found] = await db.$queryRaw<{ validity: bigint | null; uid: bigint | null }[]>`
      SELECT validity, uid FROM mailbox WHERE id = ${id}`;
    if (found?.validity == null || found.uid === null) return undefined;
    return { validity: found.validity, uid: Number(found.uid) };
  },

  async read(id, { validity, uid }, at) {
    await db.$executeRaw`
      INSERT INTO mailbox (id, validity, uid, tried_at, read_at) VALUES (${id}, ${validity}, ${uid}, ${toDate(at)}, ${toDate(at)})
      ON CONFLICT (id) DO UPDATE SET validity = excluded.validity, uid = excluded.uid, tried_at = excluded.tried_at,
        read_at = excluded.read_at, error = NULL`;
  },

  async away(id, error, at) {
    await db.$executeRaw`
      INSERT INTO mailbox (id, tried_at, error) VALUES (${id}, ${toDate(at)}, ${error})
      ON CONFLICT (id) DO UPDATE SET tried_at = excluded.tried_at, error = excluded.error`;
  },

  async sentAs(row, letter) {
    const [found] = await db.$queryRaw<SentLetter[]>`
      SELECT id, council_id AS "councilId", key, kind, team_id AS "teamId", channel_id AS "channelId",
        person_id AS "personId", surface, payload, sent_to AS address, letter
      FROM outbox WHERE id = ${row} AND letter = ${letter} AND state = 'sent'`;
    return found;
  },
});

export interface CameBack {
  readonly error: string;
  /** Nothing to its address is delivered. */
  readonly closed: boolean;
  /** It goes to its reader's Slack instead, under the same key. */
  readonly inSlack: boolean;
}

/** The letter was not delivered; false where that was known. */
export async function comeBack(
  db: Statements,
  councilId: string,
  { id, letter, personId, address }: LetterOf,
  { error, closed, inSlack }: CameBack,
  at: Instant,
): Promise<boolean> {
  const [failed] = await db.$queryRaw<{ sentAt: Date }[]>`
    UPDATE outbox SET state = ${inSlack ? 'pending' : 'failed'}, error = ${error}, attempts = 0
    WHERE council_id = ${councilId} AND id = ${id} AND letter = ${letter} AND state = 'sent' RETURNING sent_at AS "sentAt"`;
  if (!failed) return false;
  if (closed && personId !== null)
    // What is known of an address by a letter that was sent later stands.
    await db.$executeRaw`
      INSERT INTO mail_bounce (person_id, address, error, since) VALUES (${personId}, ${address}, ${error}, ${toDate(at)})
      ON CONFLICT (person_id) DO UPDATE SET address = excluded.address, error = excluded.error, since = excluded.since
        WHERE mail_bounce.since <= ${failed.sentAt}`;
  return true;
}

/** Of the mailbox that was tried last: the setting may have changed. */
export async function mailboxHealth(db: Statements): Promise<MailboxHealth | undefined> {
  const [found] = await db.$queryRaw<{ read: Date | null; tried: Date; error: string | null }[]>`
    SELECT read_at AS read, tried_at AS tried, error FROM mailbox ORDER BY tried_at DESC LIMIT 1`;
  if (!found) return undefined;
  const { read, tried, error } = found;
  return { read: read ? toInstant(read) : undefined, tried: toInstant(tried), error: error ?? undefined };
}
