/**
 * Frees what workers of before had claimed, in the outbox, the ledger and what is kept in step. Only for who alone has the database: then they
 * are dead, and waiting for their leases would hold up what they were about to do.
 */
import type { Statements } from './outbox.ts';

export async function takeOver(db: Statements): Promise<void> {
  await db.$executeRaw`UPDATE outbox SET lease_until = NULL WHERE state = 'sending'`;
  await db.$executeRaw`
    UPDATE sync_step SET lease_until = clock_timestamp() - interval '1 second' WHERE lease_until IS NOT NULL`;
  await db.$executeRaw`
    UPDATE occurrence SET lease_until = clock_timestamp() - interval '1 second' WHERE state = 'running'`;
}
