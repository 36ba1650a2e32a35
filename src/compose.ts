/**
 * Puts together what every way of running shares: the database with its migrations, the store, the calendar, the commands.
 */
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { officeCalendar } from './calendar/holidays.ts';
import type { House } from './command/answer.ts';
import type { FetchFile } from './command/sentFile.ts';
import type { Survey } from './command/survey.ts';
import { dayAt, type Instant } from './domain/day.ts';
import { projectFolder } from './projectFolder.ts';
import type { Database } from './store/database/database.ts';
import { migrate } from './store/database/migrate.ts';
import { type DatabaseOptions, openDatabase } from './store/database/open.ts';
import { enqueue } from './store/outbox.ts';
import { openStore, type Store } from './store/store.ts';

export const migrationsFolder = join(projectFolder, 'prisma', 'migrations');

export interface Memory {
  readonly database: Database;
  readonly store: Store;
  close(): Promise<void>;
}

/** Opens the database, brings it up to date, and gives the store over it. */
export async function openMemory(options: DatabaseOptions): Promise<Memory> {
  const database = await openDatabase(options);
  try {
    await migrate(database.pool, migrationsFolder);
  } catch (fault) {
    await database.close();
    throw fault;
  }
  const store = openStore(database.pool);
  return {
    database,
    store,
    async close() {
      await store.close();
      await database.close();
    },
  };
}

/** What answering leans on, at this instant; `homeTeam` is the workspace in which the bot is installed. */
export const houseOf = (
  store: Store,
  now: Instant,
  homeTeam: string,
  publicUrl?: string,
  fetchFile: FetchFile = async () => ({ refused: 'unreached' }),
  survey: Survey = async () => ({
    slack: { channels: undefined, accounts: undefined, groups: undefined },
    unread: [{ what: 'channels', error: 'unreached' }],
  }),
): House => ({
  fetchFile,
  survey,
  commands,
  homeTeam,
  publicUrl,
  store,
  calendar: officeCalendar(dayAt(now)),
  async enqueue(acting, reply, at) {
    await enqueue(acting.tx, acting.id, reply.posts ?? [], reply.refresh ?? [], at);
    for (const { council, surface } of reply.elsewhere ?? []) await enqueue(acting.tx, council, [], [surface], at);
  },
});
