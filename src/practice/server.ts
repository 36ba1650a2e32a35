/**
 * The practice room, served on this machine alone: the page, what it is told, what one does in it, and Slack's own face
 * for the app. Requests for another host name are refused, so that no page from elsewhere can reach it by rebinding a name.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { projectFolder } from '../projectFolder.ts';
import type { Entered } from './entered.ts';
import { asJson, asText, isJson, type Json } from './json.ts';
import { practiceRoom, type Room } from './room.ts';
import type { Hint, Person } from './roomState.ts';
import { bodyOf, closeServer, end, listen, slackRequests } from './webApi.ts';
import type { Workspace } from './workspace.ts';

export interface Practice {
  readonly workspace: Workspace;
  readonly hints: readonly Hint[];
  /** Whose place one can take at the moment. */
  readonly people: () => readonly Person[];
  readonly clock: { now(): number; moveTo(instant: number): void | Promise<void> };
  readonly port: number;
  /** The base of the app's own addresses, to which calendars subscribe; undefined while it does not run. */
  readonly app?: () => string | undefined;
  /** Where the built page lies; without it, where the build puts it. */
  readonly page?: string;
}

export interface Served {
  /** The page. */
  readonly url: string;
  /** The base of the Web API, for the app. */
  readonly apiUrl: string;
  close(): Promise<void>;
}

const BUILT = join(projectFolder, 'dist/practice-page');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const SAFE = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
};

export async function servePractice(practice: Practice): Promise<Served> {
  const { workspace, hints, people, clock, port, app, page = BUILT } = practice;
  const room = practiceRoom(workspace, { hints, people, now: () => clock.now() });
  const slack = slackRequests(workspace);
  let hosts: readonly string[] = [];

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (!hosts.includes(req.headers.host ?? '')) return void end(res, 403, 'This room opens only from this machine.\n');
    if (await slack(req, res)) return;
    const url = new URL(req.url ?? '/', 'http://localhost');
    if (req.method === 'POST') return act(practice, req, res, url);
    if (url.pathname === '/room/live') return live(workspace, res);
    if (url.pathname === '/room/state') return void end(res, 200, state(room, url), SAFE);
    const [, fileId] = /^\/room\/files\/([^/]+)/.exec(url.pathname) ?? [];
    if (fileId) return download(practice, room, res, url, fileId);
    const base = app?.();
    if (base !== undefined && url.pathname.startsWith('/calendar/')) return relayed(req, res, `${base}${url.pathname}`);
    return sendPage(page, res, url.pathname);
  }

  const server = createServer((req, res) => {
    handle(req, res).catch((error) => end(res, 400, { error: (error as Error).message }));
  });
  const url = await listen(server, port);
  const taken = new URL(url).port;
  hosts = [`127.0.0.1:${taken}`, `localhost:${taken}`];
  workspace.state.base = url;
  workspace.socket.attach(server);
  return { url, apiUrl: `${url}/api/`, close: () => closeServer(server) };
}

/** What the app answers under an address of its own. */
async function relayed({ method = 'GET', headers }: IncomingMessage, res: ServerResponse, to: string): Promise<void> {
  const asked = headers['if-none-match'];
  const answer = await fetch(to, { method, headers: asked === undefined ? {} : { 'if-none-match': asked } });
  const kept = [...answer.headers].filter(([name]) => !OF_THE_CONNECTION.has(name));
  res.writeHead(answer.status, Object.fromEntries(kept));
  res.end(Buffer.from(await answer.arrayBuffer()));
}

const OF_THE_CONNECTION: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding']);

function state(room: Room, { searchParams }: URL): Json {
  const open = { channel: searchParams.get('channel') ?? undefined, thread: searchParams.get('thread') ?? undefined };
  return { ...room.seenBy(searchParams.get('as') ?? '', open) };
}

/** Tells the page that something changed; it then asks for what it shows. */
function live(workspace: Workspace, res: ServerResponse): void {
  res.writeHead(200, { ...SAFE, 'content-type': 'text/event-stream' });
  res.write('retry: 1000\n\n');
  let due: NodeJS.Timeout | undefined;
  const stop = workspace.watch(() => {
    due ??= setTimeout(() => {
      due = undefined;
      res.write('data: changed\n\n');
    }, 30);
  });
  const beat = setInterval(() => res.write(': still here\n\n'), 15_000);
  res.on('close', () => {
    stop();
    clearInterval(beat);
    clearTimeout(due);
  });
}

/** What one does in the room. */
async function act(practice: Practice, req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
  const { workspace, clock } = practice;
  if (req.headers.origin && new URL(req.headers.origin).host !== req.headers.host) return void end(res, 403, {});
  const body = await bodyOf(req);
  if (url.pathname === '/room/file') {
    const id = workspace.giveFile(url.searchParams.get('as') ?? '', url.searchParams.get('name') ?? '', body);
    return void end(res, 200, { id });
  }
  const said = asJson(body.toString());
  if (!isJson(said)) return void end(res, 400, { error: 'JSON is expected' });
  const as = asText(said.as);
  const entered = (isJson(said.entered) ? said.entered : {}) as Entered;
  const thread = asText(said.thread);
  switch (url.pathname) {
    case '/room/type':
      return void end(res, 200, {
        ...(await workspace.type(as, asText(said.channel), asText(said.line), thread ? { thread } : {})),
      });
    case '/room/press':
      return void end(res, 200, { ...(await workspace.press(as, asText(said.on), asText(said.action), entered)) });
    case '/room/submit':
      return void end(res, 200, { ...(await workspace.submit(as, asText(said.view), entered)) });
    case '/room/close':
      await workspace.close(as, asText(said.view), { all: said.all === true });
      return void end(res, 200, {});
    case '/room/shortcut':
      return void end(res, 200, {
        ...(await workspace.shortcut(as, asText(said.message), asText(said.callbackId))),
      });
    case '/room/home':
      await workspace.openHome(as);
      return void end(res, 200, {});
    case '/clock':
      return void end(res, 200, await moveClock(practice, clock, said.at));
    default:
      return void end(res, 404, {});
  }
}

/** Moves the clock, and says how many messages came of it. */
async function moveClock({ workspace }: Practice, clock: Practice['clock'], at: unknown): Promise<Json> {
  const to = typeof at === 'number' ? at : Date.parse(asText(at));
  if (!Number.isFinite(to)) throw new RangeError('時刻を読み取れませんでした。');
  const before = workspace.state.messages.length;
  await clock.moveTo(to);
  workspace.state.changed();
  return { now: clock.now(), arrived: workspace.state.messages.length - before };
}

function download({ workspace }: Practice, room: Room, res: ServerResponse, url: URL, fileId: string): void {
  const file = workspace.state.files.get(fileId);
  if (!file?.content || !room.mayRead(url.searchParams.get('as') ?? '', fileId)) return void end(res, 404, {});
  const name = encodeURIComponent(file.name);
  res.writeHead(200, {
    ...SAFE,
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
  });
  res.end(file.content);
}

async function sendPage(page: string, res: ServerResponse, pathname: string): Promise<void> {
  const path = pathname === '/' ? '/index.html' : normalize(decodeURIComponent(pathname));
  const content = await readFile(join(page, path)).catch(() => undefined);
  if (!content) return void end(res, 404, 'not found');
  res.writeHead(200, { ...SAFE, 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
  res.end(content);
}
