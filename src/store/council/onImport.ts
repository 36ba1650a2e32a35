/** What stands on an import: decisions, circulations, questions, confirmed answers, and later imports. */
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

/** What stands on a batch, so that it cannot be undone. */
export interface OnImport {
  /** Requirements that it created and on which something was decided, or that it changed before that. */
  readonly decided: readonly number[];
  /** Circulations on what it created, and those that are open on what it changed before they were posted. */
  readonly circulations: readonly number[];
  /** Questions about what it created. */
  readonly questions: readonly number[];
  /** Requirements that it created and whose answers a municipality has confirmed. */
  readonly confirmed: readonly number[];
  /** Later imports that changed what it changed. */
  readonly imports: readonly number[];
}

/** Nothing of it has an entry: it can be undone. */
export const isFree = (on: OnImport): boolean => Object.values(on).every((list) => list.length === 0);

export async function standingOn(db: Scoped, id: number): Promise<OnImport> {
  const decided = await db.rows<{ number: number }>(
    (council) => Prisma.sql`
      SELECT DISTINCT c.number FROM import_change c
      JOIN import i ON i.council_id = c.council_id AND i.id = c.import_id
      JOIN decision_line l ON l.council_id = c.council_id AND l.number = c.number
      JOIN decision d ON d.council_id = l.council_id AND d.id = l.decision_id
      LEFT JOIN decision_cancellation x ON x.council_id = d.council_id AND x.decision_id = d.id
      WHERE c.council_id = ${council} AND c.import_id = ${id}
        AND (c.before IS NULL OR (d.at >= i.at AND x.decision_id IS NULL))
      ORDER BY c.number`,
  );
  const circulations = await db.rows<{ number: number }>(
    (council) => Prisma.sql`
      SELECT DISTINCT p.number FROM import_change c
      JOIN import i ON i.council_id = c.council_id AND i.id = c.import_id
      JOIN circulation_line l ON l.council_id = c.council_id AND l.number = c.number
      JOIN circulation p ON p.council_id = l.council_id AND p.number = l.circulation
      LEFT JOIN circulation_end e ON e.council_id = p.council_id AND e.circulation = p.number
      WHERE c.council_id = ${council} AND c.import_id = ${id}
        AND (c.before IS NULL OR (p.at >= i.at AND e.how IS NULL))
      ORDER BY p.number`,
  );
  const questions = await db.rows<{ number: number }>(
    (council) => Prisma.sql`
      SELECT DISTINCT q.question_number AS number FROM import_change c
      JOIN question_requirement q ON q.council_id = c.council_id AND q.number = c.number
      WHERE c.council_id = ${council} AND c.import_id = ${id} AND c.before IS NULL ORDER BY 1`,
  );
  const confirmed = await db.rows<{ number: number }>(
    (council) => Prisma.sql`
      SELECT DISTINCT c.number FROM import_change c
      JOIN fit_confirmation f ON f.council_id = c.council_id AND f.number = c.number
      WHERE c.council_id = ${council} AND c.import_id = ${id} AND c.before IS NULL ORDER BY c.number`,
  );
  const imports = await db.rows<{ id: number }>(
    (council) => Prisma.sql`
      SELECT DISTINCT i.id FROM import_change c
      JOIN import_change o ON o.council_id = c.council_id AND o.number = c.number AND o.import_id > c.import_id
      JOIN import i ON i.council_id = o.council_id AND i.id = o.import_id AND i.undone_at IS NULL
      WHERE c.council_id = ${council} AND c.import_id = ${id} ORDER BY i.id`,
  );
  const numbers = (rows: readonly { readonly number: number }[]): number[] => rows.map((one) => one.number);
  return {
    decided: numbers(decided),
    circulations: numbers(circulations),
    questions: numbers(questions),
    confirmed: numbers(confirmed),
    imports: imports.map((one) => one.id),
  };
}
