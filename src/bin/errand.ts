/** What an errand of the command line is, and what all of them share: printing, refusing, opening the store. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { openMemory } from '../compose.ts';
import { FolderHeld } from '../store/database/lock.ts';
import type { Store } from '../store/store.ts';
import { en, ja, type Language, plain, same, type Text } from '../text/text.ts';

export interface Errand {
  /** `council apply` */
  readonly name: string;
  /** What follows the name: `FILE [--dry-run]` */
  readonly words: string;
  readonly summary: Text;
  /** Gives the exit code. */
  run(words: readonly string[]): Promise<number>;
}

export const language: Language = /^en/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'en' : 'ja';

export const print = (text: Text): void => {
  process.stdout.write(`${plain(text[language])}\n`);
};

/** Prints why not; gives the exit code. */
export const refuse = (text: Text): number => {
  process.stderr.write(`${plain(text[language])}\n`);
  return 1;
};

export const usage = ({ name, words, summary }: Errand): Text => {
  const line = `renkei ${name} ${words}`.trim().padEnd(56);
  return { ja: ja`${line} ${summary}`, en: en`${line} ${summary}` };
};

/** The options and positional words, or the exit code after the usage was printed. */
export function parsed<const Options extends NonNullable<ParseArgsConfig['options']>>(
  errand: Errand,
  words: readonly string[],
  options: Options,
  positionals: number,
) {
  try {
    const found = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    if (found.positionals.length === positionals) return found;
  } catch {
    // Unknown options are told by the usage below.
  }
  process.stderr.write(`${plain(usage(errand)[language])}\n`);
  return undefined;
}

/** Does the work with the store, beside a running bot if there is one, and closes it. */
export async function withStore(work: (store: Store) => Promise<number>): Promise<number> {
  const { DATABASE_URL, DATA_DIR } = process.env;
  try {
    const memory = await openMemory({
      databaseUrl: DATABASE_URL || undefined,
      dataDir: DATA_DIR || './data',
      beside: true,
    });
    try {
      return await work(memory.store);
    } finally {
      await memory.close();
    }
  } catch (fault) {
    if (fault instanceof FolderHeld) return refuse(same(fault.message));
    throw fault;
  }
}

/** The council that is meant: the one named, or the only one. */
export async function councilMeant(store: Store, named: string | undefined): Promise<string | number> {
  const councils = await store.across.councils();
  const ids = councils.map((one) => one.id);
  if (named !== undefined) return ids.includes(named) ? named : refuse(text.unknownCouncil(named, ids));
  const [only, ...others] = ids;
  if (only === undefined) return refuse(text.noCouncil);
  return others.length === 0 ? only : refuse(text.severalCouncils(ids));
}

const text = {
  unknownCouncil: (named: string, ids: readonly string[]): Text => ({
    ja: ja`協議会「${named}」は登録されていません。登録済み: ${ids.join(' ')}`,
    en: en`There is no council “${named}”. There are: ${ids.join(' ')}`,
  }),
  noCouncil: {
    ja: ja`協議会がまだ登録されていません。先に renkei council apply FILE を実行してください。`,
    en: en`There is no council yet. First run renkei council apply FILE.`,
  },
  severalCouncils: (ids: readonly string[]): Text => ({
    ja: ja`協議会が複数あります。--council で指定してください: ${ids.join(' ')}`,
    en: en`There are several councils. Choose one with --council: ${ids.join(' ')}`,
  }),
} as const;
