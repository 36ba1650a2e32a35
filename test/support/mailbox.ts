/**
 * The mailbox of our sender: one of its own on the server of TEST_MAILBOX_URL, where that is set, else a stand-in that keeps letters
 * and has them read as real ones are once they are here.
 */
import { randomUUID } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import { type Mailbox, mailboxBy, returnedIn } from '../../src/mail/mailbox.ts';

export interface TestMailbox extends Mailbox {
  /** A letter arrives. */
  deliver(...letters: readonly string[]): Promise<void>;
  /** Nobody reaches it. */
  away: boolean;
}

export const mailboxServer = process.env.TEST_MAILBOX_URL;

export const testMailbox = (): TestMailbox => (mailboxServer === undefined ? standIn() : onServer(mailboxServer));

function standIn(): TestMailbox {
  const kept: string[] = [];
  return {
    id: 'stand-in',
    away: false,
    async deliver(...letters) {
      kept.push(...letters);
    },
    async read(after) {
      if (this.away) return { kind: 'away', error: 'unreached' };
      const read = await Promise.all(kept.slice(after?.uid ?? 0).map((one) => returnedIn(Buffer.from(one))));
      return { kind: 'read', to: { validity: 1n, uid: kept.length }, returned: read.flatMap((one) => one ?? []) };
    },
  };
}

/** The address of a mailbox that nobody has used yet. */
export function newMailbox(server: string): string {
  const url = new URL(server);
  url.username = `renkei-${randomUUID()}`;
  return url.href;
}

function onServer(server: string): TestMailbox {
  const url = newMailbox(server);
  const there = mailboxBy(url);
  const nowhere = mailboxBy(url.replace(/:\d+\//u, ':1/'));
  return {
    id: there.id,
    away: false,
    deliver: (...letters) =>
      inMailbox(url, async (client) => {
        for (const one of letters) await client.append('INBOX', one);
      }),
    read(after) {
      return (this.away ? nowhere : there).read(after);
    },
  };
}

/** As its owner, who may do with it as they like. */
export async function inMailbox<Result>(url: string, act: (client: ImapFlow) => Promise<Result>): Promise<Result> {
  const { hostname: host, port, username: user, password: pass } = new URL(url);
  const client = new ImapFlow({ host, port: Number(port), secure: false, auth: { user, pass }, logger: false });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.logout();
  }
}
