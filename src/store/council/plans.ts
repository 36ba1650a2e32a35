/**
 * What is shown before it is done: a plan is kept exactly as its person saw it, and taken once.
 *
 * The content is data of the act that made it; it is never shown anywhere else.
 */
import type { Instant } from '../../domain/day.ts';
import { toDate, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Plans {
  /** Keeps the plan; the button that carries it out names the number. */
  keep(plan: {
    readonly act: string;
    readonly person: number;
    readonly at: Instant;
    readonly content: object;
  }): Promise<number>;
  /** Takes the plan, which is locked until the act ends; none where there is no such plan of this person. */
  take(id: number, person: number): Promise<Kept | undefined>;
  /** Forgets what was not carried out, with what was shown beside it. */
  forget(plan: Kept, person: number): Promise<void>;
  /** It was carried out. */
  done(id: number, at: Instant): Promise<void>;
}

export interface Kept {
  readonly id: number;
  readonly act: string;
  readonly at: Instant;
  readonly content: object;
  /** When it was carried out before. */
  readonly doneAt: Instant | undefined;
}

export function plans(db: Scoped, councilId: string): Plans {
  return {
    async keep({ act, person, at, content }) {
      const id = await takeNumbers(db, 'plan');
      await db.plan.create({ data: { councilId, id, act, personId: person, at: toDate(at), content } });
      return id;
    },

    async take(id, person) {
      await db.rows(
        (council) => Prisma.sql`SELECT id FROM plan WHERE council_id = ${council} AND id = ${id} FOR UPDATE`,
      );
      const row = await db.plan.findFirst({ where: { id, personId: person } });
      if (!row) return undefined;
      const doneAt = row.doneAt ? toInstant(row.doneAt) : undefined;
      return { id, act: row.act, at: toInstant(row.at), content: row.content as object, doneAt };
    },

    async forget({ act, at }, person) {
      await db.plan.deleteMany({ where: { act, personId: person, at: toDate(at), doneAt: null } });
    },

    async done(id, at) {
      await db.plan.updateMany({ where: { id }, data: { doneAt: toDate(at) } });
    },
  };
}
