/** Many statements in one act: while the database carries one out, the next one is written. */
import { setImmediate } from 'node:timers/promises';
import type { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

/** Of this council. */
export type Statement = (councilId: string) => Prisma.Sql;

/** Carries them out one after the other; each is taken, and so made, when the one before is on its way. */
export async function inTurn(db: Scoped, statements: Iterable<Statement>): Promise<void> {
  let underway: Promise<unknown> = Promise.resolve();
  for (const statement of statements) {
    await underway;
    underway = Promise.resolve(db.run(statement));
    // What became of it is heard when the next one is ready.
    underway.catch(() => {});
    await setImmediate();
  }
  await underway;
}
