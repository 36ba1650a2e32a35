/**
 * Socket Mode: the app asks for an address, keeps a WebSocket open there, and gets everything through it.
 *
 * Any open connection may get an envelope; what is not acknowledged in three seconds counts as a timeout.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Answer, answered } from './call.ts';
import type { Heard, Kind, Wire } from './deliver.ts';
import { asJson, isJson } from './json.ts';
import { no } from './methods/method.ts';
import { acceptConnection, type Connection } from './webSocket.ts';

const ENVELOPE: Record<Kind, string> = { command: 'slash_commands', interaction: 'interactive', event: 'events_api' };
const PATIENCE_MS = 3_000;
const PING_MS = 5_000;

export interface SocketMode {
  readonly wire: Wire;
  connected(): boolean;
  /** `apps.connections.open`. */
  open(base: string, token: string): Answer;
  /** Takes the connections that arrive at this server. */
  attach(server: Server): void;
  /** Tells every connection to be renewed, as Slack does every few hours. */
  refresh(): void;
  /** Cuts every connection without a word. */
  cut(): void;
}

export function socketMode(appToken: string): SocketMode {
  const tickets = new Set<string>();
  const connections: Connection[] = [];
  const waiting = new Map<string, (heard: Heard) => void>();

  const forget = (connection: Connection): void => {
    const at = connections.indexOf(connection);
    if (at >= 0) connections.splice(at, 1);
  };

  function acknowledged(text: string): void {
    const said = asJson(text);
    if (!isJson(said)) return;
    waiting.get(String(said.envelope_id))?.({ kind: 'answered', status: 200, body: said.payload });
  }

  function upgraded(req: IncomingMessage, socket: Duplex): void {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost');
    if (pathname !== '/link/' || !tickets.delete(searchParams.get('ticket') ?? '')) {
      socket.destroy();
      return;
    }
    const connection = acceptConnection(req, socket, acknowledged);
    connections.push(connection);
    const pings = setInterval(() => connection.ping(), PING_MS);
    connection.onClosed(() => {
      clearInterval(pings);
      forget(connection);
    });
    connection.send(JSON.stringify({ type: 'hello', num_connections: connections.length, connection_info: {} }));
  }

  return {
    connected: () => connections.length > 0,

    open(base, token) {
      if (token !== appToken) return answered(no('invalid_auth'));
      const ticket = randomUUID();
      tickets.add(ticket);
      const url = `${base.replace(/^http/, 'ws')}/link/?ticket=${ticket}`;
      return answered({ ok: true, url });
    },

    wire: (kind, payload, again) => {
      // The newest connection: while one is renewed, the old one is on its way out.
      const connection = connections.at(-1);
      if (!connection) return Promise.resolve({ kind: 'unreachable', reason: 'no connection' });
      const id = randomUUID();
      return new Promise((resolve) => {
        const done = (heard: Heard): void => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(heard);
        };
        const timer = setTimeout(() => done({ kind: 'timeout' }), PATIENCE_MS);
        waiting.set(id, done);
        const retry =
          kind === 'event' ? { retry_attempt: again?.number ?? 0, retry_reason: again ? 'timeout' : '' } : {};
        connection.send(
          JSON.stringify({
            envelope_id: id,
            type: ENVELOPE[kind],
            payload,
            accepts_response_payload: kind !== 'event',
            ...retry,
          }),
        );
      });
    },

    attach: (server) => {
      server.on('upgrade', upgraded);
    },
    refresh() {
      for (const connection of [...connections]) {
        connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
        connection.close();
      }
    },
    cut() {
      for (const connection of [...connections]) connection.destroy();
    },
  };
}
