/**
 * The embedded database: PGlite in this process, held by no other, behind an ordinary pool.
 *
 * In the data folder lie `database/` (PGlite's), `database.lock` (who holds it) and the socket. The command line works
 * beside a running bot through that socket.
 */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './database.ts';
import { FolderHeld, holdFolder, readHolder } from './lock.ts';
import { steady } from './server.ts';
import { type Serve, type Serving, serveInWorker } from './serving.ts';
import { keepUp } from './upkeep.ts';

/** What fits into a socket's address everywhere, in bytes (Linux 107, macOS 103). */
const LONGEST_SOCKET = 103;
/** The command line waits so long for a holder that is still starting, in milliseconds. */
const PATIENCE = 15_000;
/** Closing waits so long for those who still have a client, in milliseconds. */
const DRAIN = 5_000;

export interface EmbeddedOptions {
  dataDir: string;
  /** Use the database of the process that holds the folder, if there is one. */
  beside?: boolean;
  /** Where PGlite runs: a worker thread unless told otherwise. */
  serve?: Serve;
}

/** Opens the embedded database; throws `FolderHeld` where another process holds the folder and `beside` is not asked. */
export async function openEmbedded({ dataDir, beside = false, serve }: EmbeddedOptions): Promise<Database> {
  const folder = resolve(dataDir);
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700).catch(() => undefined); // a mounted volume may be another's; `database/` is ours

  for (const since = Date.now(); ; await sleep(200)) {
    if (beside) {
      const socket = (await readHolder(folder))?.socket;
      if (socket && (await answers(socketIn(resolve(folder, socket))))) return besideHolder(resolve(folder, socket));
    }
    try {
      return await holdAndServe(folder, serve ?? serveInWorker);
    } catch (error) {
      if (!beside || !(error instanceof FolderHeld) || Date.now() - since > PATIENCE) throw error;
    }
  }
}

async function holdAndServe(folder: string, serve: Serve): Promise<Database> {
  const hold = await holdFolder(folder);
  const inside = Buffer.byteLength(socketIn(folder)) <= LONGEST_SOCKET;
  const socketFolder = inside ? folder : await mkdtemp(join(tmpdir(), 'renkei-'));
  const tidy = async () => {
    await rm(inside ? socketIn(folder) : socketFolder, { recursive: true, force: true });
    await hold.release();
  };

  let fail!: (fault: Error) => void;
  const fault = new Promise<Error>((settle) => {
    fail = settle;
  });
  let serving: Serving;
  try {
    serving = await serve({ data: join(folder, 'database'), socket: socketIn(socketFolder) }, fail);
  } catch (error) {
    await tidy();
    throw error;
  }
  void hold.lost.then(async (error) => {
    await serving.abandon();
    fail(error);
  });
  await hold.publish(inside ? '.' : socketFolder);

  const pool = poolOn(socketFolder);
  const rest = keepUp(pool);
  return {
    kind: 'embedded',
    pool,
    fault,
    async close() {
      await Promise.race([rest().then(() => pool.end()), sleep(DRAIN, undefined, { ref: false })]);
      await serving.close();
      await tidy();
    },
  };
}

function besideHolder(socketFolder: string): Database {
  const pool = poolOn(socketFolder);
  return { kind: 'embedded', pool, fault: new Promise(() => undefined), close: () => pool.end() };
}

/**
 * A pool on the database served in this folder. Clients are cheap, since they share one session: ten, so that waiting
 * happens at the session, where a transaction's own statements go first, and not for a client.
 */
export function poolOn(socketFolder: string): pg.Pool {
  return steady(
    new pg.Pool({
      host: socketFolder,
      port: 5432,
      user: 'postgres',
      database: 'postgres',
      ssl: false,
      max: 10,
      connectionTimeoutMillis: 2_000,
    }),
  );
}

/** The socket in this folder, named as PostgreSQL's clients expect. */
export const socketIn = (folder: string): string => join(folder, '.s.PGSQL.5432');

function answers(socket: string): Promise<boolean> {
  return new Promise((settle) => {
    const call = connect(socket);
    call.once('connect', () => settle(true)).once('error', () => settle(false));
    call.once('connect', () => call.destroy());
  });
}
