/** How Slack hands something to the app: signed and posted, and given up after three seconds. */
import { createHmac } from 'node:crypto';
import { asJson, type Json } from './json.ts';

/** A slash command, an interaction (press, modal, shortcut), or an event. */
export type Kind = 'command' | 'interaction' | 'event';

export type Heard =
  /** The app answered; `body` is its JSON, its text, or undefined where it said nothing. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  /** Nothing within three seconds. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** The way to the app: HTTP, Socket Mode, or a function in tests. */
export type Wire = (kind: Kind, payload: Json, again?: { readonly number: number }) => Promise<Heard>;

/** Everything the app was handed, and what it answered. */
export interface Delivery {
  readonly at: number;
  readonly kind: Kind;
  readonly payload: Json;
  readonly heard: Heard;
  readonly ms: number;
}

/** Whether Slack takes this as acknowledged. */
export const accepted = (heard: Heard): boolean =>
  heard.kind === 'answered' && heard.status >= 200 && heard.status < 300;

/** `v0=…` as Slack signs a body at a second. */
export const signature = (secret: string, seconds: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;

/** The body that Slack posts, and its content type. */
export function written(kind: Kind, payload: Json): { readonly body: string; readonly type: string } {
  if (kind === 'event') return { body: JSON.stringify(payload), type: 'application/json' };
  const form = kind === 'command' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) };
  return { body: new URLSearchParams(form).toString(), type: 'application/x-www-form-urlencoded' };
}

/** Posts to the app's URL. `clock` gives the milliseconds that the signature tells, `patience` how long Slack waits. */
export function overHttp(
  url: string,
  { secret, clock, patience = 3_000 }: { secret: string; clock: () => number; patience?: number },
): Wire {
  return async (kind, payload, again) => {
    const { body, type } = written(kind, payload);
    const seconds = Math.floor(clock() / 1000);
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': type,
          'x-slack-request-timestamp': String(seconds),
          'x-slack-signature': signature(secret, seconds, body),
          ...(again ? { 'x-slack-retry-num': String(again.number), 'x-slack-retry-reason': 'http_timeout' } : {}),
        },
        signal: AbortSignal.timeout(patience),
      });
      return { kind: 'answered', status: response.status, body: bodyFrom(await response.text()) };
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') return { kind: 'timeout' };
      return { kind: 'unreachable', reason: String((error as Error).cause ?? error) };
    }
  };
}

function bodyFrom(text: string): unknown {
  if (text === '') return undefined;
  const json = asJson(text);
  return typeof json === 'object' && json !== null ? json : text;
}
