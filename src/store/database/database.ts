/** What the rest of the program sees of a database: a pool, of a server or of the embedded one. */
import type { Pool } from 'pg';

export interface Database {
  readonly kind: 'server' | 'embedded';
  readonly pool: Pool;
  /** Resolves when the database is lost for good and only a new start helps; a server's comes back by itself. */
  readonly fault: Promise<Error>;
  close(): Promise<void>;
}
