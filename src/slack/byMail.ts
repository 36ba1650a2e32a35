/**
 * What goes by mail: all that is told to people who want it so, or have no Slack; files to the latter alone.
 *
 * A letter that may have gone is not sent again. To an address that bounced nothing is sent: whoever has an account is told in
 * Slack again, others stand among the undelivered.
 */
import { dayAt, type Instant } from '../domain/day.ts';
import { nameLetter } from '../mail/letterName.ts';
import type { Letter } from '../mail/mail.ts';
import type { Claimed } from '../store/outgoing.ts';
import type { MailTo } from '../store/whereabouts.ts';
import { letterOf } from '../text/letter.ts';
import type { Message } from '../text/message.ts';
import type { SentFile } from '../text/post.ts';
import type { Outcome, Sender } from './send.ts';

/** A message as a letter; undefined where it goes to Slack, `bounces` where it does since the address takes none. */
export async function letter(row: Claimed, now: Instant, sender: Sender): Promise<Outcome | 'bounces' | undefined> {
  const to = await addressOf(row, now, sender);
  if (!to) return undefined;
  if (to.bounces && !row.unsure && (await hasAccount(row, now, sender))) return 'bounces';
  const message =
    row.surface === null ? (row.payload as Message) : await sender.renderSurface(row.councilId, row.surface, now);
  if (!message) return { kind: 'superseded' };
  return mailed(row, to, letterOf(message, to.language), now, sender);
}

/** A file as a letter with an attachment, to whoever has no Slack; undefined where it goes to Slack. */
export async function attached(row: Claimed, now: Instant, sender: Sender): Promise<Outcome | undefined> {
  const to = await addressOf(row, now, sender);
  const { name, title, content, encoding } = row.payload as SentFile;
  if (!to || (await hasAccount(row, now, sender))) return undefined;
  const attachment = { name, bytes: Buffer.from(content, encoding ?? 'utf8') };
  return mailed(row, to, { ...letterOf({ summary: title }, to.language), attachment }, now, sender);
}

async function addressOf(row: Claimed, now: Instant, { mail, home, outgoing }: Sender): Promise<MailTo | undefined> {
  if (row.personId === null || !mail) return undefined;
  return outgoing.mailOf(row.personId, home.teamId, dayAt(now));
}

const hasAccount = async ({ personId }: Claimed, now: Instant, { home, outgoing }: Sender): Promise<boolean> =>
  personId !== null && (await outgoing.accountOf(personId, home.teamId, dayAt(now))) !== undefined;

async function mailed(
  row: Claimed,
  to: MailTo,
  words: Omit<Letter, 'to' | 'name'>,
  now: Instant,
  { mail, outgoing }: Sender,
): Promise<Outcome> {
  if (row.unsure || !mail || row.personId === null) return { kind: 'failed', error: 'mail_unknown' };
  if (to.bounces) return { kind: 'failed', error: 'mail_bounces' };
  const name = nameLetter(row.id);
  const sent = await mail({ to: to.address, name, ...words });
  if (sent.kind === 'sent') return { kind: 'sent', to: to.address, ts: undefined, letter: name };
  if (sent.kind === 'away') return { kind: 'deferred' };
  if (sent.kind === 'lost') return { kind: 'failed', error: 'mail_unknown' };
  if (sent.bounced) await outgoing.bounced(row.personId, to.address, sent.error, now);
  return { kind: 'failed', error: sent.error };
}
