/** The HTTP server: Slack's requests where they come that way, and how we are, for whoever watches over us. */
import { createServer, type ServerResponse } from 'node:http';
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

/** In milliseconds. */
const PATIENCE = 2_000;

export async function serve(
  { host, port }: { readonly host: string; readonly port: number },
  requests: Way['requests'],
  readiness: Readiness,
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

function answer(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  res.end(JSON.stringify(body));
}
