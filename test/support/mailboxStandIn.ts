/** A stand-in of the mailbox: letters as a mail server would keep them, read as the real ones are once they are here. */
import { type Mailbox, returnedIn } from '../../src/mail/mailbox.ts';

export interface MailboxStandIn extends Mailbox {
  /** As they came, the oldest first. */
  readonly letters: string[];
  away: 'refused' | 'unreached' | undefined;
}

export const mailboxStandIn = (): MailboxStandIn => ({
  id: 'stand-in',
  letters: [],
  away: undefined,
  async read(after) {
    if (this.away) return { kind: 'away', error: this.away };
    const fresh = this.letters.slice(after?.uid ?? 0);
    const read = await Promise.all(fresh.map((one) => returnedIn(Buffer.from(one))));
    const to = { validity: 1n, uid: this.letters.length };
    return { kind: 'read', to, returned: read.flatMap((one) => one ?? []) };
  },
});
