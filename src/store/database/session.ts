/**
 * One session, many connections: PGlite has a single session, and here any number of clients share it over a Unix
 * socket, speaking PostgreSQL's own protocol. What one client says is never mixed with what another says.
 *
 * The session is lent to one connection at a time, from the first message of a cycle until PostgreSQL answers that it is
 * ready and in no transaction; the others wait in the order in which they asked. A connection that dies inside a
 * transaction, or leaves one idle for too long, is rolled back, and the next one is served.
 *
 * What sharing means for those who connect:
 * - transactions are serial; inside one, use its own client, for a second one would wait for the first without end;
 * - the startup packet's options are ignored (PGlite's time zone is UTC anyway), and SET outside a transaction changes
 *   the setting for everyone;
 * - a named prepared statement is seen by all, so the same name twice is an error: Prisma and `pool.query` use none;
 * - session advisory locks exclude nobody, since all are one session; a transaction excludes everybody;
 * - there are no timers in WebAssembly: statement_timeout and cancelling do nothing, and COPY FROM STDIN ends PGlite.
 *
 * @electric-sql/pglite-socket 0.2.17 does the same by single messages instead of cycles: of two clients that waited for
 * a third one's transaction, each was bound to the other's statement and got its rows, without an error.
 */
import { chmod, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';

/** A transaction may wait this long for its client's next statement, in milliseconds. */
const IDLE_IN_TRANSACTION = 15_000;

/** One client's connection. */
interface Line {
  readonly socket: Socket;
  /** Bytes that are not a whole cycle yet, and how many are needed before it is worth looking again. */
  unread: Buffer[];
  size: number;
  wanted: number;
  greeted: boolean;
  /** Whole cycles that wait for the session. */
  readonly cycles: Buffer[];
}

export interface SharedSession {
  /** Rolls back what is open, hangs up on everyone and stops listening; PGlite stays open. */
  close(): Promise<void>;
}

export interface SessionOptions {
  /** Called once when PGlite can answer no more (a full disk, a panic); every connection is cut by then. */
  onLost: (fault: Error) => void;
  /** Milliseconds that an open transaction may wait for its client. */
  idleInTransaction?: number;
}

/** Serves this PGlite on the Unix socket at `path`, for its owner only. */
export async function shareSession(db: PGlite, path: string, options: SessionOptions): Promise<SharedSession> {
  const { onLost, idleInTransaction = IDLE_IN_TRANSACTION } = options;
  const greeting = await execute(db, startupMessage);
  const lines = new Set<Line>();
  const waiting: Line[] = [];
  let lent: Line | undefined;
  let running = false;
  let open = true;
  let idle: NodeJS.Timeout | undefined;

  const server = createServer((socket) => {
    const line: Line = { socket, unread: [], size: 0, wanted: 0, greeted: false, cycles: [] };
    lines.add(line);
    socket.on('data', (bytes) => hear(line, bytes));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => hangUp(line));
  });

  function hear(line: Line, bytes: Buffer): void {
    if (!lines.has(line)) return;
    line.unread.push(bytes);
    line.size += bytes.length;
    if (line.size < line.wanted) return;

    let all = Buffer.concat(line.unread);
    while (!line.greeted && all.length >= 8 && all.length >= all.readInt32BE(0)) {
      line.greeted = all.readInt32BE(4) === PROTOCOL_3;
      line.socket.write(line.greeted ? greeting : 'N'); // no encryption here
      all = all.subarray(Math.max(8, all.readInt32BE(0)));
    }
    const { cycles, rest, wanted } = line.greeted ? cut(all) : { cycles: [], rest: all, wanted: 0 };
    line.unread = [rest];
    line.size = rest.length;
    line.wanted = wanted;
    if (cycles.length === 0) return;

    const silent = line.cycles.length === 0;
    line.cycles.push(...cycles);
    if (silent && line !== lent) waiting.push(line);
    void run();
  }

  /** Ends a connection from either side: what it left open is rolled back, whether or not it still reads. */
  function hangUp(line: Line): void {
    lines.delete(line);
    line.socket.setTimeout(1_000, () => line.socket.destroy()).destroySoon();
    line.cycles.length = 0;
    const place = waiting.indexOf(line);
    if (place >= 0) waiting.splice(place, 1);
    if (line !== lent) return;
    line.cycles.push(ABANDON);
    void run();
  }

  /** Runs cycles until nobody waits, or until the one who has the session is silent. */
  async function run(): Promise<void> {
    if (running || !open) return;
    running = true;
    clearTimeout(idle);
    try {
      while (await turn());
    } catch (fault) {
      lose(fault instanceof Error ? fault : new Error(`PGlite ended: ${JSON.stringify(fault)}`));
    } finally {
      running = false;
    }
    if (lent && open) idle = setTimeout(cutOff, idleInTransaction, lent);
  }

  /** Runs one cycle; false where there is none to run. */
  async function turn(): Promise<boolean> {
    lent ??= waiting.shift();
    const cycle = lent?.cycles.shift();
    if (!open || !lent || !cycle) return false;

    const line = lent;
    if (cycle[0] === TERMINATE) {
      hangUp(line);
      return true;
    }
    const answer = await execute(db, cycle);
    const status = readiness(answer);
    if (status === undefined && !endsInFlush(cycle)) throw new Error(`PGlite ended: ${answer.toString('latin1')}`);
    if (line.socket.writable) line.socket.write(answer);
    if (status === IDLE) {
      lent = undefined;
      if (line.cycles.length > 0) waiting.push(line);
    }
    await turnOfTheLoop(); // so that sockets are read between two cycles
    return true;
  }

  function cutOff(line: Line): void {
    line.socket.write(idleTooLong);
    hangUp(line);
  }

  function lose(fault: Error): void {
    open = false;
    server.close();
    for (const { socket } of lines) socket.destroy();
    onLost(fault);
  }

  await rm(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);

  return {
    async close() {
      const stopped = new Promise((resolve) => server.close(resolve));
      for (const { socket } of lines) socket.destroy();
      await stopped;
      while (open && (running || lent)) await turnOfTheLoop();
      open = false;
      clearTimeout(idle);
    },
  };
}

async function execute(db: PGlite, messages: Buffer): Promise<Buffer> {
  const parts: Buffer[] = [];
  await db.execProtocolRawStream(messages, { onRawData: (bytes) => parts.push(Buffer.from(bytes)) });
  return Buffer.concat(parts);
}

// ── PostgreSQL's protocol, as far as it is needed: who speaks until when ─────────────────────────────────────────────

const PROTOCOL_3 = 196_608;

const QUERY = 0x51;
const SYNC = 0x53;
const FLUSH = 0x48;
const TERMINATE = 0x58;
const READY = Buffer.from('Z\0\0\0\x05');
const IDLE = 0x49;

interface Cut {
  cycles: Buffer[];
  rest: Buffer;
  wanted: number;
}

/** Cuts messages into cycles; a cycle ends with the message after which the client waits for an answer. */
function cut(bytes: Buffer): Cut {
  const cycles: Buffer[] = [];
  let start = 0;
  let at = 0;
  while (bytes.length >= at + 5) {
    const type = bytes[at];
    const end = at + 1 + Math.max(4, bytes.readInt32BE(at + 1));
    if (end > bytes.length) return { cycles, rest: bytes.subarray(start), wanted: end - start };
    if (type === TERMINATE) start = at; // what was not asked to be run is not
    if (type === QUERY || type === SYNC || type === FLUSH || type === TERMINATE) {
      cycles.push(bytes.subarray(start, end));
      start = end;
    }
    at = end;
  }
  return { cycles, rest: bytes.subarray(start), wanted: at + 5 - start };
}

const endsInFlush = (cycle: Buffer): boolean => cycle.subarray(-5).equals(message('H', ''));

/** The transaction status that closes this answer (idle, in a transaction, failed), if it is closed at all. */
function readiness(answer: Buffer): number | undefined {
  return answer.subarray(-6, -1).equals(READY) ? answer[answer.length - 1] : undefined;
}

function message(type: string, body: string): Buffer {
  const bytes = Buffer.from(`${type}\0\0\0\0${body}`);
  bytes.writeInt32BE(bytes.length - type.length, type.length);
  return bytes;
}

const startupMessage = message('', '\0\x03\0\0user\0postgres\0database\0postgres\0\0');

/** Ends whatever a dead client left: half a cycle, a transaction. */
const ABANDON = Buffer.concat([message('S', ''), message('Q', 'ROLLBACK\0')]);

const idleTooLong = message(
  'E',
  'SFATAL\0VFATAL\0C25P03\0Mterminating connection due to idle-in-transaction timeout\0\0',
);
