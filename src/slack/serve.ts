/**
 * The HTTP server: Slack's requests where they come that way, calendars that people subscribe to, and how we are, for
 * whoever watches over us.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Way } from './ways.ts';

export interface Serving {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Whether all checks say yes. */
  ready(): Promise<boolean>;
  /** Takes no new requests; those that came are answered. */
  stopTaking(): void;
  close(): Promise<void>;
}

/** What is asked at `/readyz`. */
export interface Readiness {
  /** All must say yes. */
  readonly checks: Readonly<Record<string, () => boolean | Promise<boolean>>>;
  /** What a person who looks wants to know besides. */
  about(): Promise<object>;
}

/** The calendar of this token as it is now; undefined for a token that is unknown, revoked, or of someone who left. */
export type Calendars = (token: string) => Promise<string | undefined>;

const CALENDAR = /^\/calendar\/([\w-]{20,100})\.ics$/;
/** In seconds: as often as calendars ask at most. */
const FRESH = 300;

/** In milliseconds. */
const PATIENCE = 2_000;

export async function serve(
  { host, port }: { readonly host: string; readonly port: number },
  requests: Way['requests'],
  readiness: Readiness,
  calendars?: Calendars,
): Promise<Serving> {
  let taking = true;
  const ready = async (res: ServerResponse): Promise<void> => {
    const { all, found } = await looked(readiness);
    const about = await inTime(() => readiness.about());
    answer(res, all ? 200 : 503, { ready: all, ...found, ...about });
  };
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://localhost').pathname;
    if (req.method === 'GET' && path === '/healthz') return answer(res, 200, { alive: true });
    if (req.method === 'GET' && path === '/readyz') return void ready(res);
    if (req.method === 'POST' && path === '/slack/events' && requests)
      return taking ? requests(req, res) : answer(res, 503, {});
    const token = CALENDAR.exec(path)?.[1];
    if (calendars && token !== undefined && (req.method === 'GET' || req.method === 'HEAD'))
      return void calendar(req, res, token, calendars);
    return answer(res, 404, {});
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    ready: async () => (await looked(readiness)).all,
    stopTaking() {
      taking = false;
      server.close();
      server.closeIdleConnections();
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

async function looked({ checks }: Readiness): Promise<{ all: boolean; found: Readonly<Record<string, boolean>> }> {
  const asked = Object.entries(checks).map(async ([name, check]) => [name, (await inTime(check)) ?? false] as const);
  const found = Object.fromEntries(await Promise.all(asked));
  return { all: Object.values(found).every(Boolean), found };
}

/** What fails or takes too long is undefined. */
async function inTime<Found>(look: () => Found | Promise<Found>): Promise<Found | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined).unref());
  try {
    return await Promise.race([look(), late]);
  } catch {
    return undefined;
  }
}

/** An unknown token is answered as any unknown path is. */
async function calendar(req: IncomingMessage, res: ServerResponse, token: string, calendars: Calendars): Promise<void> {
  const text = await calendars(token).catch(() => null);
  if (text === null) return answer(res, 503, {});
  if (text === undefined) return answer(res, 404, {});
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const known = (req.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  const head = { etag, 'cache-control': `private, max-age=${FRESH}` };
  if (known.includes(etag)) {
    res.writeHead(304, head);
    res.end();
    return;
  }
  res.writeHead(200, { ...head, 'content-type': 'text/calendar; charset=utf-8' });
  res.end(req.method === 'HEAD' ? undefined : text);
}

function answer(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  res.end(JSON.stringify(body));
}
