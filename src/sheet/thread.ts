/**
 * The thread in which a file is read, with bounded memory and time: a file that is too much for it is refused in a line, and
 * everything else goes on meanwhile. One is kept for a while, warm, since a file that was corrected soon comes again; what did
 * not end well, or held much, is not.
 */
import { Worker } from 'node:worker_threads';
import { FaultTold } from '../text/faultTold.ts';
import type { Text } from '../text/text.ts';
import { text } from './text.ts';

export interface Bounds {
  readonly megabytes: number;
  readonly seconds: number;
}

/** What a thread may use: a workbook of 100,000 rows needs a fifth of it. */
const BOUNDS: Bounds = { megabytes: 768, seconds: 60 };
/** In milliseconds. */
const KEPT = 5 * 60_000;
/** In bytes: the largest file after which a thread is kept. */
const SMALL = 4 * 1024 * 1024;

let kept: { readonly worker: Worker; readonly until: NodeJS.Timeout } | undefined;

/** Begins a thread while the file is still on its way. */
export function beginThread(): void {
  if (!kept) keep(begun(BOUNDS));
}

/** What the thread makes of the file; throws where it could not end what it began. */
export async function inThread<Result>(
  file: { readonly bytes: Uint8Array },
  bounds: Bounds = BOUNDS,
): Promise<Result | { readonly refused: Text }> {
  const worker = (bounds === BOUNDS && taken()) || begun(bounds);
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  try {
    return await Promise.race([
      new Promise<Result | { readonly refused: Text }>((resolve, reject) => {
        worker.once('message', (result) => {
          ended = true;
          resolve(result);
        });
        worker.once('error', (fault: Error & { code?: string }) => {
          if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refused: text.tooMuch });
          else reject(new FaultTold(text.unreadable, fault));
        });
        worker.once('exit', () => resolve({ refused: text.tooMuch }));
        worker.postMessage(file);
      }),
      new Promise<{ readonly refused: Text }>((resolve) => {
        timer = setTimeout(() => resolve({ refused: text.tooLong(bounds.seconds) }), bounds.seconds * 1_000);
      }),
    ]);
  } finally {
    clearTimeout(timer);
    forget(worker);
    if (ended && !kept && bounds === BOUNDS && file.bytes.length <= SMALL) keep(worker);
    else await worker.terminate();
  }
}

const begun = ({ megabytes }: Bounds): Worker =>
  new Worker(compiled('worker.js'), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });

function keep(worker: Worker): void {
  const until = setTimeout(() => void taken()?.terminate(), KEPT).unref();
  kept = { worker, until };
  // It keeps no process alive, and one that ends by itself is no more.
  worker.unref();
  for (const end of ['error', 'exit'] as const) worker.once(end, () => kept?.worker === worker && taken());
}

function taken(): Worker | undefined {
  if (!kept) return undefined;
  const { worker, until } = kept;
  kept = undefined;
  clearTimeout(until);
  forget(worker);
  worker.ref();
  return worker;
}

/** What was listened for; what the thread itself listens for is not ours. */
function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** Node 20 loads no TypeScript in a thread: run from its source, this asks for the compiled copy. */
const compiled = (file: string): URL =>
  new URL(import.meta.url.endsWith('.ts') ? `../../dist/src/sheet/${file}` : `./${file}`, import.meta.url);
