/**
 * Letters that were accepted and came back, every five minutes: what they were goes to their reader's own Slack, or else stands
 * among the undelivered and goes another way where there is one. An address that takes none has no letters any more.
 *
 * One of us reads at a time, since an occurrence is one's alone and ends before the next; a server that says nothing holds up
 * nothing else that the clock does, and no end of ours. Up to where was read is remembered
 * after the last letter of it had its effect: after a kill some are read again, and change nothing.
 */
import { type Instant, instant } from '../domain/day.ts';
import type { Job, Planned } from '../job/job.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import type { Failure, Returned } from '../mail/returned.ts';
import { closesAddress } from '../mail/status.ts';
import type { SentLetter } from '../store/comeBack.ts';
import type { Undeliverable } from '../store/outgoing.ts';
import type { Store } from '../store/store.ts';
import type { Post } from '../text/post.ts';

export interface Returning {
  readonly mailbox: Mailbox;
  /** It could not be read this time. */
  readonly onAway?: (error: string) => void;
  /** Whether it goes to its reader's own Slack instead. */
  readonly isForSlack: (row: Undeliverable, now: Instant) => Promise<boolean>;
  /** What goes another way in place of what could not be delivered. */
  readonly otherWay: (row: Undeliverable, error: string, now: Instant) => Promise<readonly Post[]>;
}

/** In milliseconds; not at the full hour, when digests are due. */
const [EVERY, FIRST] = [5 * 60_000, 2 * 60_000];

type Ways = Pick<Returning, 'isForSlack' | 'otherWay'>;

export const returnedJob = ({ mailbox, onAway, ...ways }: Returning): Job => ({
  name: 'returned',

  /** Of a long time the first and the last: one reading sees all that those in between would have seen. */
  due(after, until) {
    const first = Math.floor((after - FIRST) / EVERY + 1) * EVERY + FIRST;
    const last = Math.floor((until - FIRST) / EVERY) * EVERY + FIRST;
    return first > last ? [] : [...new Set([first, last])].map(instant);
  },
  catchUp: 'latest',
  apart: true,

  async *plan(due, store, ending): AsyncIterable<Planned> {
    const { mailboxes } = store.across;
    const reading = await mailbox.read(await mailboxes.position(mailbox.id), ending);
    // How far it was read is as it was: the next one of us reads on.
    if (reading.kind === 'left') return;
    if (reading.kind === 'away') {
      onAway?.(reading.error);
      return mailboxes.away(mailbox.id, reading.error, due);
    }
    for (const returned of reading.returned) {
      const planned = await cameBack(returned, due, store, ways);
      if (planned) yield planned;
    }
    await mailboxes.read(mailbox.id, reading.to, due);
  },
});

async function cameBack(
  { letter, failures }: Returned,
  now: Instant,
  store: Store,
  { isForSlack, otherWay }: Ways,
): Promise<Planned | undefined> {
  const sent = await store.across.mailboxes.sentAs(letter.row, letter.name);
  if (!sent) return undefined;
  const inSlack = await isForSlack(sent, now);
  const failed = { ...failureOf(sent, failures), inSlack };
  const posts = inSlack ? [] : await otherWay(sent, failed.error, now);
  const carry: Planned['carry'] = async (council) => ({
    posts: (await council.comeBack(sent, failed, now)) ? posts : [],
    refresh: [],
  });
  return { councilId: sent.councilId, posts: [], carry };
}

/**
 * What to say of it. Whom an address passes letters on to is no affair of ours: where only such a one was failed, the letter
 * was, and the address is not closed.
 */
function failureOf({ address }: SentLetter, failures: readonly Failure[]) {
  const own = failures.find(({ recipients }) => recipients.includes(address.toLowerCase()));
  const unnamed = failures.find(({ recipients }) => recipients.length === 0);
  const { status } = own ?? unnamed ?? failures[0] ?? {};
  return {
    error: status === undefined ? 'mail_returned' : `mail_${status}`,
    closed: (own ?? unnamed) !== undefined && closesAddress(status),
  };
}
