/** What sending a row leans on, and what may come of it. */
import type { ChannelPlace } from '../command/surface.ts';
import type { Instant } from '../domain/day.ts';
import type { Mail } from '../mail/mail.ts';
import type { Outgoing } from '../store/outgoing.ts';
import type { Message } from '../text/message.ts';
import type { Answer, Clients, Home } from './clients.ts';

export interface Sender {
  readonly outgoing: Outgoing;
  readonly clients: Pick<Clients, 'bulk' | 'upload'>;
  readonly home: Home;
  /** What is true of a surface now, for all who read it there; undefined where there is nothing to show. */
  readonly renderSurface: (
    councilId: string,
    key: string,
    now: Instant,
    place?: ChannelPlace,
  ) => Promise<Message | undefined>;
  /** How letters are sent to people without Slack; undefined: there is no mail. */
  readonly mail?: Mail | undefined;
  /** The direct message with each account, by its user id: opened once. */
  readonly direct: Map<string, string>;
}

export type Outcome =
  /** `letter`: by mail, as the letter of this name. */
  | { readonly kind: 'sent'; readonly to: string; readonly ts: string | undefined; readonly letter?: string }
  /** One of its messages is sent, others remain. */
  | { readonly kind: 'progress'; readonly ts: string }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'superseded' }
  /** Its own way is closed for now; nothing went, and others go on. */
  | { readonly kind: 'deferred' }
  | Exclude<Answer, { kind: 'done' | 'refused' }>;
