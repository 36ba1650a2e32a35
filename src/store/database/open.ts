/** Where Renkei remembers: a PostgreSQL server, or the embedded database; the rest of the program sees a pool of both. */
import type { Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { openServer } from './server.ts';

export interface DatabaseOptions {
  /** `postgres://…` of a server; without it, the embedded database. */
  databaseUrl?: string | undefined;
  /** The folder that the embedded database lies in. */
  dataDir: string;
  /** For the command line: use the embedded database of the bot that runs, if one does. */
  beside?: boolean;
}

/** Opens the database that the settings name; throws `FolderHeld` where another process holds the embedded one. */
export async function openDatabase({ databaseUrl, dataDir, beside = false }: DatabaseOptions): Promise<Database> {
  return databaseUrl ? openServer(databaseUrl) : openEmbedded({ dataDir, beside });
}
