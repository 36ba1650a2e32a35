/**
 * Mail by SMTP, for people without Slack. A letter is tried once: whether it certainly did not go, was refused, or may have
 * gone is told apart, and what may have gone is not sent again.
 */
import { createTransport } from 'nodemailer';
import { closesAddress, statusIn } from './status.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachment?: { readonly name: string; readonly bytes: Buffer };
  /** What it is called, by which one that comes back is known: `nameLetter`. */
  readonly name: string;
}

export type Mailed =
  | { readonly kind: 'sent' }
  /** The letter is not accepted; `bounced`: nothing to this address is. */
  | { readonly kind: 'refused'; readonly error: string; readonly bounced: boolean }
  /** The server is away, asks to come later, or does not accept our account; nothing went. */
  | { readonly kind: 'away' }
  /** The connection broke when it may have gone. */
  | { readonly kind: 'lost' };

export type Mail = (letter: Letter) => Promise<Mailed>;

/** In milliseconds. */
const PATIENCE = 20_000;

/** `smtp://user:password@host:587?from=renkei@example.jp`; without `from` it is the user. */
export function mailBy(url: string): Mail {
  const { searchParams, username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  const from = searchParams.get('from') ?? (user.includes('@') ? user : `renkei@${hostname}`);
  const waits = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE };
  const transport = createTransport({ url, ...waits });
  return async ({ to, subject, text, attachment, name }) => {
    try {
      const attachments = attachment ? [{ filename: attachment.name, content: attachment.bytes }] : [];
      await transport.sendMail({ from, to, subject, text, attachments, messageId: `<${name}@${hostname}>` });
      return { kind: 'sent' };
    } catch (fault) {
      return outcomeOf(fault as Fault);
    }
  };
}

interface Fault {
  readonly code?: string;
  readonly message?: string;
  readonly responseCode?: number;
  readonly response?: string;
  /** What was said when it was refused: `RCPT TO`. */
  readonly command?: string;
}

/** What certainly happened before the letter: no name, no connection, no greeting. */
const BEFORE = /^(?:connect |getaddrinfo |query|Greeting never received|Connection timeout)/u;

/** By SMTP, 5xx is for good and 4xx for now; without an answer, a letter may have gone unless nobody was there at all. */
function outcomeOf({ code, message = '', responseCode, response = '', command }: Fault): Mailed {
  if (code === 'EAUTH') return { kind: 'away' };
  if (responseCode !== undefined && responseCode >= 500) {
    const status = statusIn(response);
    const bounced = status === undefined ? command === 'RCPT TO' : closesAddress(status);
    return { kind: 'refused', error: `mail_${responseCode}`, bounced };
  }
  if (responseCode !== undefined) return { kind: 'away' };
  if (code === 'EENVELOPE') return { kind: 'refused', error: 'mail_address', bounced: true };
  return code === 'EDNS' || BEFORE.test(message) ? { kind: 'away' } : { kind: 'lost' };
}
