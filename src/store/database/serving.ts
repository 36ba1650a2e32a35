/** The embedded database's own process part: PGlite on a folder, served on a socket, in a worker thread or in this one. */
import { Worker } from 'node:worker_threads';
import { openDurable } from './durable.ts';
import { shareSession } from './session.ts';

/** What is to be served: absolute paths. */
export interface Place {
  /** PGlite's folder. */
  readonly data: string;
  /** The Unix socket. */
  readonly socket: string;
}

export interface Serving {
  /** Rolls back what is open and closes PGlite in order. */
  close(): Promise<void>;
  /** Stops at once, as a crash would. */
  abandon(): Promise<void>;
}

export type Serve = (place: Place, onLost: (fault: Error) => void) => Promise<Serving>;

/** In this thread: each statement blocks it until PGlite has answered. */
export const serveHere: Serve = async ({ data, socket }, onLost) => {
  const db = await openDurable(data);
  const session = await shareSession(db, socket, { onLost });
  return {
    abandon: () => session.close(),
    async close() {
      await session.close();
      await db.close();
    },
  };
};

/** In a worker thread, which needs compiled code: Node 20 loads no TypeScript. */
export const serveInWorker: Serve = async (place, onLost) => {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: place });
  let closing = false;
  const gone = new Promise<Error>((resolve) => {
    worker.once('error', resolve);
    worker.once('exit', (code) => resolve(new Error(`the database's thread ended with code ${code}`)));
  });
  const ready = new Promise<undefined>((resolve) => worker.once('message', () => resolve(undefined)));
  const failed = await Promise.race([ready, gone]);
  if (failed) throw failed;

  void gone.then((fault) => {
    if (!closing) onLost(fault);
  });
  return {
    async abandon() {
      closing = true;
      await worker.terminate();
    },
    async close() {
      closing = true;
      worker.postMessage('close');
      await gone;
    },
  };
};
