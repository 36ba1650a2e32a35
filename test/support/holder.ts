/**
 * A process of its own that opens the embedded database, for tests about several processes:
 * `node dist/test/support/holder.js FOLDER [beside]`. It says what happened, a line of JSON each; each line said to it is
 * run as SQL; at the end of its input it closes the database.
 */
import { createInterface } from 'node:readline';
import type { Database } from '../../src/store/database/database.ts';
import { FolderHeld } from '../../src/store/database/lock.ts';
import { openDatabase } from '../../src/store/database/open.ts';

/** What it says. */
export type Said =
  | { opened: true }
  | { held: { pid: number; host: string } }
  | { rows: Record<string, unknown>[] }
  | { failed: string }
  | { fault: string }
  | { closed: true };

const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`);

async function open(dataDir: string, beside: boolean): Promise<Database> {
  try {
    return await openDatabase({ dataDir, beside });
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    say({ held: { pid: error.pid, host: error.host } });
    process.exit(3);
  }
}

const [dataDir = '', beside] = process.argv.slice(2);
const database = await open(dataDir, beside === 'beside');
void database.fault.then((fault) => say({ fault: fault.message }));
say({ opened: true });
for await (const sql of createInterface({ input: process.stdin })) {
  await database.pool.query(sql).then(
    ({ rows }) => say({ rows }),
    (error: Error) => say({ failed: error.message }),
  );
}
await database.close();
say({ closed: true });
