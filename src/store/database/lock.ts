/**
 * Who holds a folder: at most one process, and everyone else is told which.
 *
 * Two processes on one PGlite folder destroy its data silently, and Node has no file locks, so three things together:
 * - on Linux an abstract socket named after the folder's inode, which vanishes with its process, even by kill -9; it is
 *   seen by the processes of one network namespace, so not from one container to the next;
 * - a lock file that names the holder and beats every two seconds: whoever comes from elsewhere (another container,
 *   another machine on the same volume) waits to see whether it still beats before taking over;
 * - the holder reads the file at each beat, and gives up when another has written itself there, as may happen after it
 *   was suspended for longer than others wait.
 *
 * The file also says where the holder's database can be reached.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const BEAT = 2_000;
/** Without a beat for so long, in milliseconds, a holder elsewhere is taken for gone. */
const SILENCE = 5_000;
/** Two that start in the same moment have both written the file by then; the later one stays in it. */
const SETTLING = 100;

const holderShape = z.object({
  /** Of this holding, not of the process: each container has its process 1. */
  id: z.string(),
  pid: z.number(),
  host: z.string(),
  /** Within it, process numbers and abstract sockets mean the same. */
  space: z.string(),
  /** The folder of its database's socket, once that is served. */
  socket: z.string().optional(),
  beat: z.number(),
});

/** A process that holds a folder, as its lock file says. */
export type Holder = z.infer<typeof holderShape>;

/** Another process holds the folder. */
export class FolderHeld extends Error {
  override readonly name = 'FolderHeld';
  readonly folder: string;
  /** Of the holder; 0 where it could not be learnt. */
  readonly pid: number;
  /** The holder's host name, which is a container's id in most containers. */
  readonly host: string;

  constructor(folder: string, { pid, host }: Pick<Holder, 'pid' | 'host'>) {
    super(`${folder} is in use by process ${pid || '(unknown)'} on ${host}`);
    this.folder = folder;
    this.pid = pid;
    this.host = host;
  }
}

export interface Hold {
  /** Lets others know in which folder the database's socket lies. */
  publish(socket: string): Promise<void>;
  /** Resolves when another process has taken the folder over: stop writing at once. */
  readonly lost: Promise<Error>;
  release(): Promise<void>;
}

/** Takes hold of the folder, or throws `FolderHeld`. */
export async function holdFolder(folder: string): Promise<Hold> {
  const gate = process.platform === 'linux' ? await shutGate(folder) : undefined;
  const file = lockFile(folder);
  const space = await ownSpace();
  const own: Holder = { id: randomUUID(), pid: process.pid, host: hostname(), space, beat: 0 };

  try {
    const before = await readHolder(folder);
    if (before && !(await isGone(before, folder, own, gate !== undefined))) throw new FolderHeld(folder, before);
    await write(file, own);
    await sleep(SETTLING);
    const after = await readHolder(folder);
    if (after && after.id !== own.id) throw new FolderHeld(folder, after);
  } catch (error) {
    gate?.close();
    throw error;
  }

  const { promise: lost, resolve: lose } = promised<Error>();
  const renew = async () => {
    const now = await readHolder(folder);
    if (now && now.id !== own.id) return lose(new FolderHeld(folder, now));
    own.beat += 1;
    await write(file, own);
  };
  let renewed = Promise.resolve();
  const beat = () => {
    renewed = renewed.then(renew).catch(() => undefined); // a full disk is no reason to give up
    return renewed;
  };
  const beating = setInterval(() => void beat(), BEAT).unref();

  return {
    lost,
    async publish(socket) {
      own.socket = socket;
      await beat();
    },
    async release() {
      clearInterval(beating);
      await renewed;
      if ((await readHolder(folder))?.id === own.id) await rm(file, { force: true });
      gate?.close();
    },
  };
}

/** Who holds the folder, or held it when it died. */
export async function readHolder(folder: string): Promise<Holder | undefined> {
  try {
    return holderShape.parse(JSON.parse(await readFile(lockFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

const lockFile = (folder: string): string => join(folder, 'database.lock');

async function write(file: string, holder: Holder): Promise<void> {
  const draft = `${file}.${holder.id}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  await rename(draft, file);
}

async function isGone(holder: Holder, folder: string, own: Holder, gateIsOurs: boolean): Promise<boolean> {
  if (holder.space === own.space && (gateIsOurs || !isAlive(holder.pid))) return true;
  for (let waited = 0; waited < SILENCE; waited += SILENCE / 10) {
    await sleep(SILENCE / 10);
    const now = await readHolder(folder);
    if (now?.id !== holder.id || now.beat !== holder.beat) return now === undefined;
  }
  return true;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The abstract socket: undefined where the system has none, and `FolderHeld` where another process has it. */
async function shutGate(folder: string): Promise<Server | undefined> {
  const { dev, ino } = await stat(folder);
  const name = `\0renkei-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`;
  const gate = createServer((caller) => caller.on('error', () => undefined).end(String(process.pid)));
  const { promise, resolve, reject } = promised<Server | undefined>();
  gate.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') return resolve(undefined);
    const asked = connect(name).setTimeout(1_000, () => asked.destroy());
    text(asked)
      .catch(() => '')
      .then((pid) => reject(new FolderHeld(folder, { pid: Number(pid), host: hostname() })));
  });
  gate.listen(name, () => resolve(gate.unref()));
  return promise;
}

async function ownSpace(): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${await readlink('/proc/self/ns/net')}`;
  } catch {
    return hostname();
  }
}

function promised<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
