/**
 * The mailbox of our sender, in which letters that were accepted come back. It is read by IMAP, from where it was last read to, and
 * opened for reading only: nothing in it is deleted, moved or marked, since people look into the same mailbox and go by
 * what is unread there. How far it was read is therefore ours to remember.
 *
 * What people write is not opened: only the headers of a letter are read unless they are those of a mail system.
 */
import { createHash } from 'node:crypto';
import { ImapFlow, type MailboxObject } from 'imapflow';
import PostalMime, { type Email } from 'postal-mime';
import { type Headers, mayBeReturned, type Opened, type Returned, returnedLetter } from './returned.ts';

/** Up to where it was read: the server's numbers hold as long as its `validity` is the same. */
export interface Position {
  readonly validity: bigint;
  readonly uid: number;
}

export type Reading =
  | { readonly kind: 'read'; readonly to: Position; readonly returned: readonly Returned[] }
  /** The server does not accept our account or has no such folder, or is not reached; nothing was read. */
  | { readonly kind: 'away'; readonly error: 'refused' | 'unreached' }
  /** We were to end before it was read. */
  | { readonly kind: 'left' };

export interface Mailbox {
  /** Which it is, without telling. */
  readonly id: string;
  /** What came since then, so much of it as is read at a time; a mailbox that is new to us from its newest letters on. */
  read(after: Position | undefined, ending?: AbortSignal): Promise<Reading>;
}

/** How much is read at a time. */
interface Bounds {
  /** Letters that are looked at in one reading. */
  readonly letters: number;
  /** How long it may say nothing, in milliseconds. */
  readonly silence: number;
  /** How long all of it may take, in milliseconds. */
  readonly whole: number;
}

const USUAL: Bounds = { letters: 200, silence: 10_000, whole: 40_000 };
/** Bytes of a letter that are opened: what a report says stands before what it gives back. */
const OPENED = 256 * 1024;

/** `imaps://user:password@host/folder`; without a folder it is `INBOX`. */
export function mailboxBy(url: string, { letters, silence, whole }: Bounds = USUAL): Mailbox {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX';
  const host = hostname.replace(/^\[|\]$/gu, '');
  const user = decodeURIComponent(username);
  const secure = protocol === 'imaps:';
  const options = {
    ...{ host, port: port === '' ? (secure ? 993 : 143) : Number(port), secure },
    // A password goes over no wire in clear text, whatever the server offers; on this machine there is no wire.
    ...(!secure && { doSTARTTLS: !/^(?:localhost|127\.[\d.]+|::1)$/u.test(host) }),
    auth: { user, pass: decodeURIComponent(password) },
    ...{ connectionTimeout: silence, greetingTimeout: silence, socketTimeout: silence },
    ...{ maxLiteralSize: 2 * OPENED, disableAutoIdle: true, logger: false as const },
  };
  return {
    id: createHash('sha256').update(`${user}@${host}/${folder}`).digest('hex').slice(0, 32),
    async read(after, ending) {
      const client = new ImapFlow(options);
      // What breaks is told by the call that it breaks.
      client.on('error', () => undefined);
      const close = (): void => client.close();
      const end = setTimeout(close, whole);
      ending?.addEventListener('abort', close);
      try {
        ending?.throwIfAborted();
        await client.connect();
        return await readingOf(client, await client.mailboxOpen(folder, { readOnly: true }), after, letters);
      } catch (fault) {
        if (ending?.aborted) return { kind: 'left' };
        // A fault of ours is told as one.
        if (fault instanceof TypeError || fault instanceof RangeError) throw fault;
        return { kind: 'away', error: isRefusal(fault) ? 'refused' : 'unreached' };
      } finally {
        clearTimeout(end);
        ending?.removeEventListener('abort', close);
        client.close();
      }
    },
  };
}

const isRefusal = (fault: unknown): boolean => {
  const { authenticationFailed, responseStatus } = fault as { authenticationFailed?: boolean; responseStatus?: string };
  return authenticationFailed === true || responseStatus === 'NO';
};

async function readingOf(
  client: ImapFlow,
  // Of a server that breaks off, or is none, there is nothing, whatever its type says.
  box: MailboxObject | undefined,
  after: Position | undefined,
  most: number,
): Promise<Reading> {
  if (typeof box?.uidValidity !== 'bigint') return { kind: 'away', error: 'unreached' };
  const { uidValidity: validity, uidNext } = box;
  const known = after?.validity === validity ? after.uid : undefined;
  const uids = await newLetters(client, box, known, most);
  const [first, last] = [uids[0], uids.at(-1)];
  if (first === undefined || last === undefined)
    return { kind: 'read', to: { validity, uid: Math.max(known ?? 0, uidNext - 1) }, returned: [] };

  const candidates: number[] = [];
  for await (const { uid, headers } of client.fetch(uids, { uid: true, headers: LOOKED_AT }, { uid: true }))
    if (mayBeReturned(headersOf(await opened(headers ?? Buffer.alloc(0))))) candidates.push(uid);
  const returned: Returned[] = [];
  if (candidates.length > 0)
    for await (const { source } of client.fetch(candidates, { source: { maxLength: OPENED } }, { uid: true })) {
      const letter = await returnedIn(source ?? Buffer.alloc(0));
      if (letter) returned.push(letter);
    }
  return { kind: 'read', to: { validity, uid: last }, returned };
}

const LOOKED_AT = ['content-type', 'from', 'return-path', 'x-failed-recipients'];

/** The numbers of those to look at, the oldest first. */
async function newLetters(
  client: ImapFlow,
  { exists, uidNext }: MailboxObject,
  known: number | undefined,
  most: number,
): Promise<number[]> {
  if (exists === 0 || (known !== undefined && known + 1 >= uidNext)) return [];
  const range = known === undefined ? { seq: `${Math.max(1, exists - most + 1)}:*` } : { uid: `${known + 1}:*` };
  const found = (await client.search(range, { uid: true })) || [];
  // Of a range that begins behind the last letter a server gives the last letter.
  return found
    .filter((uid) => uid > (known ?? 0))
    .toSorted((a, b) => a - b)
    .slice(0, most);
}

/** What a letter, as it came, tells of one of ours; of one that cannot be read, nothing. */
export async function returnedIn(source: Buffer): Promise<Returned | undefined> {
  const email = await opened(source);
  return email && returnedLetter(openedOf(email));
}

const opened = (source: Buffer): Promise<Email | undefined> =>
  PostalMime.parse(source, { forceRfc822Attachments: true, attachmentEncoding: 'utf8', maxNestingDepth: 20 }).catch(
    () => undefined,
  );

const openedOf = (email: Email): Opened => {
  const parts = (types: RegExp): string[] =>
    email.attachments.filter(({ mimeType }) => types.test(mimeType)).map(({ content }) => String(content));
  return {
    headers: headersOf(email),
    text: email.text ?? '',
    reports: parts(/^message\/(?:global-)?delivery-status$/iu),
    originals: parts(/^(?:message\/(?:rfc822|global|global-headers|partial)|text\/rfc822-headers)$/iu),
  };
};

/** Of a header that stands several times, the first. */
const headersOf = (email: Email | undefined): Headers =>
  new Map((email?.headers ?? []).toReversed().map(({ key, value }) => [key, value]));
