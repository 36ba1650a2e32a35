/**
 * Looks in Slack's history for a message that may have been sent: each carries a key in its metadata, which says nothing
 * to whoever reads it.
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../domain/day.ts';
import type { Answer, Call, Json } from './clients.ts';

/** A message to look for: the nth of those that a post takes. */
export interface Sought {
  readonly key: string;
  readonly page: number;
  readonly channel: string;
  /** The message under which it stands, if it stands in a thread. */
  readonly thread: string | undefined;
  /** When it was written to the outbox, at the latest. */
  readonly since: Instant;
}

export type Looked =
  | { readonly kind: 'found'; readonly ts: string }
  | { readonly kind: 'absent' }
  /** It cannot be known. */
  | { readonly kind: 'unreadable' }
  | Exclude<Answer, { kind: 'done' | 'refused' }>;

const EVENT = 'renkei_post';

/** What a message carries, to be found again. */
export const metadata = ({ key, page }: Pick<Sought, 'key' | 'page'>): Json => ({
  event_type: EVENT,
  event_payload: { key: opaque(key), page },
});

const opaque = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);

/** The clocks of Slack, the database and this machine may differ by so much, in milliseconds. */
const DIFFERENCE = 10 * 60_000;
/** Beyond so many messages of history it is not looked for. */
const PAGES = 25;
const PER_PAGE = 200;

export async function lookUp(call: Call, sought: Sought): Promise<Looked> {
  const { channel, thread } = sought;
  const wanted = JSON.stringify(metadata(sought));
  const method = thread === undefined ? 'conversations.history' : 'conversations.replies';
  const oldest = ((sought.since - DIFFERENCE) / 1000).toFixed(6);
  let cursor = '';
  for (let page = 0; page < PAGES; page++) {
    const answer = await call(method, {
      channel,
      ...(thread !== undefined && { ts: thread }),
      oldest,
      include_all_metadata: true,
      limit: PER_PAGE,
      ...(cursor && { cursor }),
    });
    if (answer.kind === 'refused') return { kind: 'unreadable' };
    if (answer.kind !== 'done') return answer;
    const { messages = [], response_metadata: more } = answer.data as History;
    const found = messages.find((one) => one.metadata && sameKey(one.metadata, wanted));
    if (found) return { kind: 'found', ts: found.ts };
    cursor = more?.next_cursor ?? '';
    if (cursor === '') return { kind: 'absent' };
  }
  return { kind: 'unreadable' };
}

interface History {
  readonly messages?: readonly { readonly ts: string; readonly metadata?: Json }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** Slack may give the parts of the metadata in another order. */
function sameKey({ event_type, event_payload }: Json, wanted: string): boolean {
  const { key, page } = (event_payload ?? {}) as Json;
  return JSON.stringify({ event_type, event_payload: { key, page: Number(page) } }) === wanted;
}
