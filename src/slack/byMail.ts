/**
 * What goes by mail: all that is told to people who want it so, or have no Slack; files to the latter alone.
 *
 * A letter that may have gone is not sent again. One that was refused or came back goes to Slack in its stead, for whoever has an
 * account; for others it stands among the undelivered. To an address that bounced nothing is sent any more.
 */
import { dayAt, type Instant } from '../domain/day.ts';
import { nameLetter } from '../mail/letterName.ts';
import type { Letter } from '../mail/mail.ts';
import type { Claimed, Undeliverable } from '../store/outgoing.ts';
import type { MailTo, Whereabouts } from '../store/whereabouts.ts';
import { letterOf } from '../text/letter.ts';
import type { Message } from '../text/message.ts';
import type { SentFile } from '../text/post.ts';
import type { Home } from './clients.ts';
import type { Outcome, Sender } from './sending.ts';

/** A message as a letter; undefined where it goes to Slack, `bounces` where it does since the letter was not taken. */
export async function letter(row: Claimed, now: Instant, sender: Sender): Promise<Outcome | 'bounces' | undefined> {
  const to = await addressOf(row, now, sender);
  if (!to) return undefined;
  const inSlack = await hasAccount(row, now, sender);
  if (row.turnedDown && inSlack) return 'bounces';
  const outcome = await letterTo(to, row, now, sender);
  if (outcome.kind !== 'failed' || outcome.error === 'mail_unknown' || !inSlack) return outcome;
  // From here on what is unsure of it is whether Slack has it.
  await sender.outgoing.turnedDown(row, nameLetter(row.id));
  return 'bounces';
}

async function letterTo(to: MailTo, row: Claimed, now: Instant, sender: Sender): Promise<Outcome> {
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

/**
 * Whether a letter that came back goes to its reader's own Slack instead. A digest of a day that is over does not: its work stands
 * in that of today.
 */
export const isForSlack =
  ({ accountOf }: Pick<Whereabouts, 'accountOf'>, { teamId }: Pick<Home, 'teamId'>) =>
  async ({ personId, key }: Undeliverable, now: Instant): Promise<boolean> => {
    const today = dayAt(now);
    const digestOf = /\/digest:(\d{4}-\d{2}-\d{2}):/u.exec(key)?.[1] ?? today;
    return personId !== null && digestOf >= today && (await accountOf(personId, teamId, today)) !== undefined;
  };

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
