/** Where Renkei remembers: a PostgreSQL server, or the embedded database; the rest of the program sees a pool of both. */
import type { Pool } from 'pg';
import { openEmbedded } from './embedded.ts';
import { openServer } from './server.ts';

export interface Database {
  readonly kind: 'server' | 'embedded';
  readonly pool: Pool;
  /** Resolves when the database is lost for good and only a new start helps; a server's comes back by itself. */
  readonly fault: Promise<Error>;
  close(): Promise<void>;
}

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
