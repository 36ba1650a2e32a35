/**
 * The stand-in over HTTP, on loopback: `POST /api/METHOD`, uploads, response URLs and files, as Slack serves them.
 *
 * Arguments come as JSON, a form or a multipart form; the token as a bearer or an argument.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asJson, asText, isJson, type Json } from './json.ts';
import type { Workspace } from './workspace.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** Answers the requests that are Slack's; false where the path is someone else's. */
export function slackRequests(workspace: Workspace): (req: IncomingMessage, res: ServerResponse) => Promise<boolean> {
  return async (req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://localhost');
    const [, room, rest = ''] = /^\/(api|upload|response|files)\/(.+)$/.exec(pathname) ?? [];
    if (!room) return false;
    if (room === 'files') return sendFile(workspace, req, res, rest.split('/')[0] ?? '');
    if (req.method !== 'POST') return end(res, 405, {});
    const body = await bodyOf(req);

    if (room === 'upload') {
      const stored = workspace.upload(rest, await contentIn(req, body));
      return stored ? end(res, 200, `OK - ${body.length}`) : end(res, 404, 'not found');
    }
    if (room === 'response') {
      const { status, body: answer } = workspace.respond(pathname, await argsOf(req, body));
      return end(res, status, answer);
    }
    const args = await argsOf(req, body);
    const bearer = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
    const result = await workspace.answer(bearer ?? asText(args.token), rest, args);
    if (result.kind === 'hang') return true;
    if (result.kind === 'cut') {
      req.socket.destroy();
      return true;
    }
    return end(res, result.status, result.body, result.headers);
  };
}

/** Serves the stand-in alone on 127.0.0.1 (any free port by default) and tells the workspace its address. */
export async function serveSlack(
  workspace: Workspace,
  port = 0,
): Promise<{ readonly url: string; readonly apiUrl: string; close(): Promise<void> }> {
  const handle = slackRequests(workspace);
  const server = createServer((req, res) => {
    handle(req, res).then(
      (taken) => taken || end(res, 404, {}),
      (error) => end(res, 500, { ok: false, error: 'internal_error', detail: String(error) }),
    );
  });
  const url = await listen(server, port);
  workspace.state.base = url;
  workspace.socket.attach(server);
  return { url, apiUrl: `${url}/api/`, close: () => closeServer(server) };
}

/** Listens on loopback; the base address of what is served. */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((done) => {
    server.close(() => done());
  });
}

export function end(
  res: ServerResponse,
  status: number,
  body: Json | string,
  headers: Record<string, string> = {},
): true {
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  if (res.headersSent) return true;
  res.writeHead(status, { 'content-type': type, ...headers });
  res.end(typeof body === 'string' ? body : JSON.stringify(body));
  return true;
}

export async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES) throw new RangeError('the request is too large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function argsOf(req: IncomingMessage, body: Buffer): Promise<Json> {
  const type = req.headers['content-type'] ?? '';
  if (type.includes('json')) {
    const given = asJson(body.toString());
    return isJson(given) ? given : {};
  }
  if (type.includes('multipart')) {
    const form = await formIn(type, body);
    return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  }
  return Object.fromEntries(new URLSearchParams(body.toString()));
}

/** The bytes of an upload: the file of a multipart form, or the body itself. */
async function contentIn(req: IncomingMessage, body: Buffer): Promise<Buffer> {
  const type = req.headers['content-type'] ?? '';
  if (!type.includes('multipart')) return body;
  const file = [...(await formIn(type, body)).values()].find((value) => typeof value !== 'string');
  return file ? Buffer.from(await (file as Blob).arrayBuffer()) : Buffer.alloc(0);
}

const formIn = (type: string, body: Buffer): Promise<FormData> =>
  new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();

function sendFile(workspace: Workspace, req: IncomingMessage, res: ServerResponse, id: string): true {
  const bearer = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '';
  const file = workspace.state.files.get(id);
  const team = [...workspace.state.teams.values()].find((one) => one.bot?.token === bearer);
  if (!file?.content || !team || team.id !== file.teamId) return end(res, 403, 'forbidden');
  res.writeHead(200, { 'content-type': 'application/octet-stream' });
  res.end(file.content);
  return true;
}
