/** Numbers that are given once and never again: of requirements, meetings, items, and decisions of a fiscal year. */
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

/** Takes the next `count` numbers and gives the first; waits for an act that is taking one, so there are no doubles. */
export async function takeNumbers(db: Scoped, name: string, count = 1): Promise<number> {
  const [row] = await db.rows<{ value: number }>(
    (council) => Prisma.sql`
      INSERT INTO counter (council_id, name, value) VALUES (${council}, ${name}, ${count})
      ON CONFLICT (council_id, name) DO UPDATE SET value = counter.value + ${count}
      RETURNING value`,
  );
  if (!row) throw new Error(`no number for ${name}`);
  return row.value - count + 1;
}
