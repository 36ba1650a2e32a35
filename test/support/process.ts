/**
 * The compiled program as a process of its own: `npm start`'s bot and the command line, on a memory that is theirs alone
 * (a data folder, or a database on the server of TEST_DATABASE_URL), before a stand-in of Slack. Whatever was started is
 * ended with the test, however the test ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { projectFolder } from '../../src/projectFolder.ts';
import { openEmbedded } from '../../src/store/database/embedded.ts';
import { serveHere } from '../../src/store/database/serving.ts';
import { type Beginning, fillFolder, testDatabase, testServer } from './database.ts';
import { within } from './within.ts';

/** Where a bot lives and remembers. */
export interface Premises {
  readonly kind: 'embedded' | 'server';
  /** A folder to run in, without anybody's `.env`. */
  readonly folder: string;
  /** The settings that lead to its database. */
  readonly env: Readonly<Record<string, string>>;
  /** Works on the database itself, beside whoever runs on it. */
  withPool<Result>(work: (pool: pg.Pool) => Promise<Result>): Promise<Result>;
  rows<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** A data folder with what it begins with; without a beginning it does not exist yet. */
export async function embeddedPremises(beginning?: Beginning): Promise<Premises> {
  const folder = await mkdtemp(join(tmpdir(), 'renkei-whole-'));
  const dataDir = join(folder, 'data');
  if (beginning) await fillFolder(dataDir, beginning);
  const withPool: Premises['withPool'] = async (work) => {
    const database = await openEmbedded({ dataDir, beside: true, serve: serveHere });
    return work(database.pool).finally(() => database.close());
  };
  return premises('embedded', folder, { DATA_DIR: dataDir }, withPool, async () => {});
}

/** A migrated database on the server of TEST_DATABASE_URL, with what it begins with. */
export async function serverPremises(beginning?: Beginning): Promise<Premises> {
  const folder = await mkdtemp(join(tmpdir(), 'renkei-whole-'));
  const { url, pool, close } = await testDatabase(beginning);
  return premises('server', folder, { DATABASE_URL: url }, (work) => work(pool), close);
}

/** On PostgreSQL where TEST_DATABASE_URL names a server, as with the databases of other tests; else the embedded one. */
export const newPremises = (beginning?: Beginning): Promise<Premises> =>
  testServer ? serverPremises(beginning) : embeddedPremises(beginning);

const premises = (
  kind: Premises['kind'],
  folder: string,
  env: Premises['env'],
  withPool: Premises['withPool'],
  leave: () => Promise<void>,
): Premises => ({
  kind,
  folder,
  env,
  withPool,
  rows: (sql, values = []) => withPool(async (pool) => (await pool.query(sql, [...values])).rows),
  async close() {
    await leave();
    await rm(folder, { recursive: true, force: true });
  },
});

export interface Ended {
  /** Undefined where a signal ended it. */
  readonly code: number | undefined;
  /** All that it wrote, on both ways out. */
  readonly said: string;
}

export interface Running {
  readonly pid: number;
  /** All that it wrote so far. */
  said(): string;
  readonly ended: Promise<Ended>;
  /** How it ended; where it does not, what it said. */
  end(why: string, patience?: number): Promise<Ended>;
  signal(name: NodeJS.Signals): void;
}

/** The bot, and where it listens. */
export interface RunningBot extends Running {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Resolves when it says that it can serve; rejects when it ended instead. */
  ready(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<Ended>;
  /** Ends it as a power cut would. */
  kill(): Promise<Ended>;
}

/** In milliseconds, on a busy machine. */
const LONGEST_END = 30_000;
const LONGEST_START = 90_000;

const started = new Set<ChildProcess>();
process.on('exit', endAll);

/** Ends what still runs, for `afterAll`. */
export function endAll(): void {
  for (const child of started) child.kill('SIGKILL');
}

type Env = Readonly<Record<string, string | undefined>>;

/** Runs compiled code in this folder, with these settings and no others. */
function run(file: string, words: readonly string[], { folder, env }: Premises, more: Env): Running {
  const program = join(projectFolder, 'dist', 'src', file);
  if (!existsSync(program)) throw new Error(`${program} is missing: npm run build`);
  // What a bot runs for seconds is not worth optimising: the embedded database starts in two thirds of the time.
  const child = spawn(process.execPath, ['--liftoff-only', program, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, TZ: process.env.TZ, LC_ALL: 'ja_JP.UTF-8', ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let said = '';
  for (const way of [child.stdout, child.stderr]) way.setEncoding('utf8').on('data', (words) => (said += words));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      started.delete(child);
      resolve({ code: code ?? undefined, said });
    });
  });
  const end: Running['end'] = (why, patience = LONGEST_END) =>
    within(`its end ${why}`, ended, patience, () => `; it said\n${said}`);
  return { pid: child.pid ?? 0, said: () => said, ended, end, signal: (name) => void child.kill(name) };
}

/** `renkei …`, to its end. */
export const renkei = (at: Premises, ...words: readonly string[]): Promise<Ended> =>
  run('bin/renkei.js', words, at, {}).ended;

/** Starts the bot; the settings are the premises' and these. */
export async function startBot(at: Premises, env: Env): Promise<RunningBot> {
  const port = env.PORT ?? String(await freePort());
  const running = run('main.js', [], at, { PORT: port, ...env });
  const url = `http://127.0.0.1:${port}`;
  const sent = (name: NodeJS.Signals): Promise<Ended> => {
    running.signal(name);
    return running.end(`after ${name}`);
  };
  let over = false;
  void running.ended.then(() => {
    over = true;
  });
  return {
    ...running,
    url,
    async ready() {
      for (const since = performance.now(); !(await answers(`${url}/readyz`)); await sleep(25)) {
        const late = performance.now() - since > LONGEST_START;
        if (over || late) throw new Error(`the bot ${over ? 'ended' : 'is not ready'}: ${running.said()}`);
      }
    },
    stop: () => sent('SIGTERM'),
    kill: () => sent('SIGKILL'),
  };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks until it is so, or fails with the name of what never came. */
export async function until<Found>(
  what: string,
  look: () => Found | undefined | Promise<Found | undefined>,
  patience = 20_000,
): Promise<Found> {
  for (const since = performance.now(); performance.now() - since < patience; await sleep(50)) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`in vain for ${patience} ms: ${what}`);
}
