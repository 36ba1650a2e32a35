/**
 * Mail by SMTP, for people without Slack. A letter is tried once: whether it certainly did not go, was refused, or may have
 * gone is told apart, and what may have gone is not sent again.
 */
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Names the letter once and for all. */
  readonly key: string;
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
  return async ({ to, subject, text, key }) => {
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
    try {
      await transport.sendMail({ from, to, subject, text, messageId: `<${name}@${hostname}>` });
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

/** Mailboxes and addresses, by the enhanced codes that many servers add. */
const OF_ADDRESS = /\b5\.[12]\.\d/u;

/** By SMTP, 5xx is for good and 4xx for now; without an answer, a letter may have gone unless nobody was there at all. */
function outcomeOf({ code, message = '', responseCode, response = '', command }: Fault): Mailed {
  if (code === 'EAUTH') return { kind: 'away' };
  if (responseCode !== undefined && responseCode >= 500) {
    const bounced = command === 'RCPT TO' || OF_ADDRESS.test(response);
    return { kind: 'refused', error: `mail_${responseCode}`, bounced };
  }
  if (responseCode !== undefined) return { kind: 'away' };
  if (code === 'EENVELOPE') return { kind: 'refused', error: 'mail_address', bounced: true };
  return code === 'EDNS' || BEFORE.test(message) ? { kind: 'away' } : { kind: 'lost' };
}
