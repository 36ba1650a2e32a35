/** The database on a PostgreSQL server: a pool that outlives the server's restarts. */
import { Socket } from 'node:net';
import pg from 'pg';
import type { Database } from './database.ts';

/** In milliseconds. What needs longer (a migration, VACUUM) says so itself. */
const LONGEST_STATEMENT = 30_000;
/** A server that says nothing for so long is not there, or was forgotten by a firewall in between. */
const SILENCE = LONGEST_STATEMENT + 10_000;

/** Opens a pool on this server; it connects when it is first used. */
export function openServer(databaseUrl: string, silence = SILENCE): Database {
  const pool = steady(
    new pg.Pool({
      connectionString: withOption(databaseUrl, '-c timezone=UTC'),
      max: 10,
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
      stream: () => impatient(silence),
      statement_timeout: LONGEST_STATEMENT,
      idle_in_transaction_session_timeout: 15_000,
    }),
  );
  return { kind: 'server', pool, fault: new Promise(() => undefined), close: () => pool.end() };
}

/** A socket that gives up where the operating system would wait for a quarter of an hour, or for ever. */
function impatient(silence: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(silence, () => socket.destroy(new Error('Connection terminated: the server is silent')));
}

/** Lets this client wait as long as it takes; it is not to be used for anything else afterwards. */
export function waitPatiently(client: pg.PoolClient): void {
  ((client as unknown as pg.Client).connection.stream as Socket).setTimeout(0);
}

/**
 * A pool whose connections may die at any time. The one who used the connection gets the error; the pool connects anew.
 * Without listeners, the same error would end the process.
 */
export function steady(pool: pg.Pool): pg.Pool {
  return pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
}

/**
 * The address with this option added to those it has. Options of the address would otherwise replace the pool's, and in
 * a session of another time zone @prisma/adapter-pg shifts each timestamptz by the offset, both ways.
 */
function withOption(databaseUrl: string, option: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', [url.searchParams.get('options'), option].filter(Boolean).join(' '));
  return url.href;
}
