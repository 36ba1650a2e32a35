/** The embedded database among processes: one holds it, others are told who, and nothing acknowledged is lost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { projectFolder } from '../../../src/projectFolder.ts';
import type { Said } from '../../support/holder.ts';
import { within } from '../../support/within.ts';

const program = join(projectFolder, 'dist', 'test', 'support', 'holder.js');

/** In milliseconds: opening takes seconds, on a busy machine many. */
const PATIENCE = 30_000;
/** Creating one takes longer still. */
const CREATED = 110_000;

/** A data folder with an empty database, to be copied: creating one takes seconds. */
let created: string;
let folder: string;
let processes: ChildProcess[] = [];

beforeAll(async () => {
  if (!existsSync(program)) throw new Error(`${program} is missing: these scenes need compiled code, so npm run build`);
  created = await mkdtemp(join(tmpdir(), 'renkei-test-'));
  const first = start(created);
  expect(await first.hear(CREATED)).toEqual({ opened: true });
  expect(await first.end()).toEqual({ closed: true });
}, 120_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei-test-'));
});
afterEach(async () => {
  for (const child of processes) child.kill('SIGKILL');
  processes = [];
  await rm(folder, { recursive: true, force: true });
});
afterAll(() => rm(created, { recursive: true, force: true }));

async function dataFolder(name = 'data'): Promise<string> {
  await cp(created, join(folder, name), { recursive: true });
  return join(folder, name);
}

interface Process {
  readonly child: ChildProcess;
  readonly pid: number | undefined;
  hear(patience?: number): Promise<Said>;
  ask(sql: string): Promise<Said>;
  /** Lets it close in order. */
  end(): Promise<Said>;
  kill(): Promise<void>;
}

function start(dataDir: string, ...words: string[]): Process {
  const child = spawn(process.execPath, [program, dataDir, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  processes.push(child);
  // What is said to one that is dead is met by who waits for its answer.
  child.stdin.on('error', () => undefined);
  const lines: AsyncIterator<string> = (createInterface({ input: child.stdout }) as Interface)[Symbol.asyncIterator]();
  const hear = async (patience = PATIENCE): Promise<Said> => {
    const { value, done } = await within('a word of the process', lines.next(), patience);
    if (done) throw new Error('the process ended instead of saying a word');
    return JSON.parse(value);
  };
  return {
    child,
    pid: child.pid,
    hear,
    ask: (sql) => {
      child.stdin.write(`${sql}\n`);
      return hear();
    },
    end: () => {
      child.stdin.end();
      return hear();
    },
    async kill() {
      child.kill('SIGKILL');
      await within('its death', once(child, 'exit'));
    },
  };
}

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

describe('two processes and one data folder', { timeout: 60_000 }, () => {
  test('the second is told which process holds it; the command line works beside the first', async () => {
    const data = await dataFolder();
    const bot = start(data);
    expect(await bot.hear()).toEqual({ opened: true });
    expect(await bot.ask('CREATE TABLE said (line text)')).toEqual({ rows: [] });

    const second = start(data);
    expect(await second.hear()).toEqual({ held: { pid: bot.pid, host: expect.any(String) } });

    const cli = start(data, 'beside');
    expect(await cli.hear()).toEqual({ opened: true });
    await cli.ask("INSERT INTO said VALUES ('beside')");
    expect(await cli.end()).toEqual({ closed: true });
    expect(await bot.ask('SELECT line FROM said')).toEqual({ rows: [{ line: 'beside' }] });

    expect([await modeOf(data), await modeOf(join(data, 'database'))]).toEqual(['700', '700']);
    expect(await modeOf(join(data, '.s.PGSQL.5432'))).toBe('600');
    expect(await bot.end()).toEqual({ closed: true });
    expect(await readdir(data)).toEqual(['database']);
  });

  test('where nobody holds it, the command line opens it by itself', async () => {
    const cli = start(await dataFolder(), 'beside');
    expect(await cli.hear()).toEqual({ opened: true });
    expect(await cli.ask('SELECT 1 AS one')).toEqual({ rows: [{ one: 1 }] });
    expect(await cli.end()).toEqual({ closed: true });
  });

  test('a folder with a name too long for a socket is served from elsewhere, and found', async () => {
    const data = await dataFolder('協議会'.repeat(20));
    const bot = start(data);
    expect(await bot.hear()).toEqual({ opened: true });
    const cli = start(data, 'beside');
    expect(await cli.hear()).toEqual({ opened: true });
    expect(await cli.ask('SELECT 1 AS one')).toEqual({ rows: [{ one: 1 }] });
    expect([await cli.end(), await bot.end()]).toEqual([{ closed: true }, { closed: true }]);
  });
});

describe('a process that dies', { timeout: 60_000 }, () => {
  test('after kill -9 the next start opens at once and finds all that was acknowledged', async () => {
    const data = await dataFolder();
    let bot = start(data);
    await bot.hear();
    await bot.ask('CREATE TABLE said (n int PRIMARY KEY)');
    for (let round = 1; round <= 2; round += 1) {
      expect(await bot.ask(`INSERT INTO said SELECT coalesce(max(n), 0) + 1 FROM said`)).toEqual({ rows: [] });
      await bot.kill();
      bot = start(data);
      expect(await bot.hear()).toEqual({ opened: true });
      expect(await bot.ask('SELECT max(n) AS n FROM said')).toEqual({ rows: [{ n: round }] });
    }
  });

  test('a PGlite that ends is told as a fault, not met by silence', async () => {
    const bot = start(await dataFolder());
    await bot.hear();
    await bot.ask('CREATE TABLE said (n int)');
    // PGlite cannot read what a client streams: it exits.
    const first = await bot.ask('COPY said FROM STDIN');
    const second = await bot.hear();
    expect([first, second]).toEqual(
      expect.arrayContaining([{ fault: expect.any(String) }, { failed: expect.any(String) }]),
    );
  });
});
