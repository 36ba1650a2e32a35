/** The HTTP server: Slack's requests where they come that way, and how we are, for whoever watches over us. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Way } from './ways.ts';

export interface Serving {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Takes no new requests; those that came are answered. */
  stopTaking(): void;
  close(): Promise<void>;
}

/** Each is asked at `/readyz`; all must say yes. */
export type Checks = Readonly<Record<string, () => boolean | Promise<boolean>>>;

/** In milliseconds. */
const PATIENCE = 2_000;

export async function serve(
  { host, port }: { readonly host: string; readonly port: number },
  requests: Way['requests'],
  checks: Checks,
): Promise<Serving> {
  let taking = true;
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://localhost').pathname;
    if (req.method === 'GET' && path === '/healthz') return answer(res, 200, { alive: true });
    if (req.method === 'GET' && path === '/readyz') return void ready(res, checks);
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

async function ready(res: ServerResponse, checks: Checks): Promise<void> {
  const asked = Object.entries(checks).map(async ([name, check]) => [name, await inTime(check)] as const);
  const found = Object.fromEntries(await Promise.all(asked));
  const all = Object.values(found).every(Boolean);
  answer(res, all ? 200 : 503, { ready: all, ...found });
}

/** A check that fails or takes too long says no. */
async function inTime(check: () => boolean | Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false).unref());
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  }
}

function answer(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  res.end(JSON.stringify(body));
}
