/**
 * Calls of Slack's Web API, whose answers are values: done, refused, limited, never arrived, or lost on the way back.
 *
 * Two clients, since a wait imposed on one delays whatever it does next: the interactive one answers people within their
 * three seconds or not at all; the bulk one delivers, and neither repeats nor waits by itself.
 */
import {
  LogLevel,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import type { Logger } from 'pino';

export type Json = Readonly<Record<string, unknown>>;

/** One call of a method. Never throws. */
export type Call = (method: string, args: Json) => Promise<Answer>;

export type Answer =
  | { readonly kind: 'done'; readonly data: Json }
  /** Slack said no; nothing was done. `needed` is the permission (scope) that the app lacks, where that is why. */
  | { readonly kind: 'refused'; readonly error: string; readonly needed?: string }
  /** Slack does not accept our token: nothing was done, and nothing will be until it does. */
  | { readonly kind: 'barred'; readonly error: string }
  /** Not done; may be asked again after so many milliseconds. */
  | { readonly kind: 'limited'; readonly wait: number }
  /** Slack could not be reached: not done. */
  | { readonly kind: 'unreached' }
  /** Done or not: the answer was lost. */
  | { readonly kind: 'lost' };

export interface Clients {
  readonly interactive: Call;
  readonly bulk: Call;
  /** Says something through a response URL; whether Slack took it. */
  readonly respond: (responseUrl: string, body: Json) => Promise<boolean>;
  /** Sends a file's bytes to the address that Slack gave for them; whether they arrived. */
  readonly upload: (uploadUrl: string, bytes: Uint8Array) => Promise<boolean>;
  /** A file's bytes, at most so many; undefined where they do not come. */
  readonly download: (url: string, most: number) => Promise<Uint8Array | undefined>;
}

/** In milliseconds. */
const TIMEOUT = { interactive: 2_500, bulk: 10_000, respond: 5_000, upload: 60_000, download: 60_000 } as const;

export function connectClients(
  settings: { botToken: string; apiUrl: string | undefined },
  log: Logger,
  bulkTimeout: number = TIMEOUT.bulk,
): Clients {
  const client = (timeout: number): Call =>
    callsOf(
      new WebClient(settings.botToken, {
        ...(settings.apiUrl !== undefined && { slackApiUrl: settings.apiUrl }),
        logger: slackLogger(log),
        timeout,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      }),
    );
  return {
    interactive: client(TIMEOUT.interactive),
    bulk: client(bulkTimeout),
    respond: (url, body) => posted(url, JSON.stringify(body), 'application/json; charset=utf-8', TIMEOUT.respond),
    upload: (url, bytes) => posted(url, bytes, 'application/octet-stream', TIMEOUT.upload),
    download: (url, most) => downloaded(url, settings.botToken, most),
  };
}

/** Slack's libraries, heard through our log: warnings and errors only, for their details repeat what people said. */
export const slackLogger = (log: Logger) => ({
  debug: () => {},
  info: () => {},
  warn: (...said: unknown[]) => log.warn({ slack: words(said) }, 'Slack library'),
  error: (...said: unknown[]) => log.error({ slack: words(said) }, 'Slack library'),
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
});

const words = (said: readonly unknown[]): string =>
  said.map((one) => (one instanceof Error ? one.message : String(one))).join(' ');

function callsOf(client: WebClient): Call {
  return async (method, args) => {
    try {
      const data = await client.apiCall(method, args);
      return { kind: 'done', data: data as unknown as Json };
    } catch (fault) {
      return answerOf(fault);
    }
  };
}

/** Slack may have acted before it said one of these. */
const UNSURE = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

/** What Slack says of the token itself, whatever was asked; nobody else need know these words. */
const OF_THE_TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'not_allowed_token_type',
]);

/** `chat:write`; of several that would do, all: `channels:history,groups:history`. */
const SCOPES = /^[a-z_.:]+(?:, ?[a-z_.:]+)*$/u;

/** The call ended before it left. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function answerOf(fault: unknown): Answer {
  if (fault instanceof WebAPIRateLimitedError) return { kind: 'limited', wait: fault.retryAfter * 1000 };
  if (fault instanceof WebAPIPlatformError) {
    const { error, needed } = fault.data as { error: string; needed?: unknown };
    if (UNSURE.has(error)) return { kind: 'lost' };
    if (OF_THE_TOKEN.has(error)) return { kind: 'barred', error };
    return { kind: 'refused', error, ...(typeof needed === 'string' && SCOPES.test(needed) && { needed }) };
  }
  if (fault instanceof WebAPIHTTPError && fault.statusCode < 500)
    return { kind: 'refused', error: `http_${fault.statusCode}` };
  if (fault instanceof WebAPIRequestError && codesOf(fault.original).some((code) => NOT_SENT.has(code)))
    return { kind: 'unreached' };
  return { kind: 'lost' };
}

function codesOf(fault: unknown): string[] {
  if (!(fault instanceof Error)) return [];
  const { code } = fault as { code?: unknown };
  const inner = fault instanceof AggregateError ? fault.errors.flatMap(codesOf) : [];
  return [...(typeof code === 'string' ? [code] : []), ...inner, ...codesOf(fault.cause)];
}

async function posted(url: string, body: string | Uint8Array, type: string, timeout: number): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: body as BodyInit,
      headers: { 'content-type': type },
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Slack answers with a page where the token does not open the file: that is no file. */
async function downloaded(url: string, token: string, most: number): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT.download),
      redirect: 'error',
    });
    const page = response.headers.get('content-type')?.startsWith('text/html') === true;
    if (!response.ok || page || !response.body) {
      await response.body?.cancel();
      return undefined;
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > most) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    return undefined;
  }
}

/** Slack does not accept a token, or cannot be reached: nothing can begin. */
export class Unwelcome extends Error {
  override readonly name = 'Unwelcome';
  /** The setting that holds the token. */
  readonly setting: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';
  /** Slack's word, such as `invalid_auth`, or `unreachable`. */
  readonly refused: string;

  /** It is the token that Slack does not accept, not merely out of reach. */
  get ofTheToken(): boolean {
    return OF_THE_TOKEN.has(this.refused);
  }

  constructor(setting: Unwelcome['setting'], refused: string) {
    super(`${setting}: ${refused}`);
    this.setting = setting;
    this.refused = refused;
  }
}

/** The bot's own account, as `auth.test` tells it. */
export interface Home {
  readonly teamId: string;
  readonly userId: string;
}

/** Who the token makes us; or why Slack does not know it. */
export async function introduce(call: Call): Promise<{ readonly home: Home } | { readonly refused: string }> {
  const answer = await call('auth.test', {});
  if (answer.kind === 'refused' || answer.kind === 'barred') return { refused: answer.error };
  if (answer.kind !== 'done') return { refused: 'unreachable' };
  return { home: { teamId: String(answer.data.team_id), userId: String(answer.data.user_id) } };
}
