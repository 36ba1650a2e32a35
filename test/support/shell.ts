/** An administrator's shell in a folder of its own: `renkei …` as it is typed there, on this database, and what it prints. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Shell {
  /** What it printed, on both ways out, the folder left out of it; and its exit code where that is not 0. */
  renkei(...words: readonly string[]): Promise<string>;
  /** The path of a file in the shell's folder. */
  file(name: string): string;
  close(): Promise<void>;
}

export async function shellOn(databaseUrl: string): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), 'renkei-shell-'));
  const { LC_ALL, DATABASE_URL } = process.env;
  Object.assign(process.env, { LC_ALL: 'ja_JP.UTF-8', DATABASE_URL: databaseUrl });
  // The language of the shell is read when this is loaded.
  const { runErrand } = await import('../../src/bin/errands.ts');
  return {
    async renkei(...words) {
      const { out, code } = await overhearing(() => runErrand(words));
      const said = out.replaceAll(`${folder}/`, '').trimEnd();
      return code === 0 ? said : `${said} (${code})`;
    },
    file: (name) => join(folder, name),
    async close() {
      for (const [name, was] of Object.entries({ LC_ALL, DATABASE_URL }))
        if (was === undefined) delete process.env[name];
        else process.env[name] = was;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Takes down what is written to both ways out meanwhile. */
async function overhearing(act: () => Promise<number>): Promise<{ out: string; code: number }> {
  let out = '';
  const ways = [process.stdout, process.stderr];
  const writes = ways.map((way) => way.write);
  for (const way of ways)
    way.write = (words: string | Uint8Array) => {
      out += String(words);
      return true;
    };
  try {
    return { code: await act(), out };
  } finally {
    ways.forEach((way, i) => {
      way.write = writes[i] as typeof way.write;
    });
  }
}
