/** What a joiner accepted of the standing decisions, what it asks about, and where its present system differs. */
import type { Instant } from '../../domain/day.ts';
import type { DecisionName, Outcome } from '../../domain/requirement.ts';
import { toDate, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import type { JoiningBy } from './joinings.ts';
import { takeNumbers } from './numbers.ts';

export interface Adoptions {
  /** Every requirement of these systems (undefined: all) with a standing decision, with the joiner's answer to it. */
  of(code: string, systems?: readonly string[]): Promise<Adopted[]>;
  /** Records the answers; gives the number of the batch. */
  answer(code: string, answers: readonly NewAnswer[], by: JoiningBy): Promise<number>;
  batch(id: number): Promise<AdoptionBatch | undefined>;
  /** The last that this person accepted and has not taken back. */
  lastBatchBy(person: number): Promise<AdoptionBatch | undefined>;
  undo(batch: number, at: Instant): Promise<void>;
  /** The joiner whose question it is; undefined: a body's own. */
  askedBy(question: number): Promise<string | undefined>;
  /** What stood decided on these requirements before, the oldest first (超えた案). */
  superseded(numbers: readonly number[]): Promise<Superseded[]>;
  /** The differences of the joiner that stand, by requirement. */
  differences(code: string): Promise<Difference[]>;
  registerDifference(
    of: { readonly code: string; readonly number: number; readonly text: string },
    by: JoiningBy,
  ): Promise<number>;
  /** Nobody has withdrawn it before: false otherwise. */
  withdrawDifference(code: string, id: number, at: Instant): Promise<boolean>;
}

/** A standing decision on a requirement; without an answer it is open (未回答). A later decision opens it; a withdrawn question leaves what was before. */
export interface Adopted {
  readonly number: number;
  readonly system: string;
  readonly decision: number;
  readonly answer: 'accepted' | 'questioned' | undefined;
  /** Q12 */
  readonly question: number | undefined;
}

export interface Superseded extends DecisionName {
  readonly number: number;
  readonly outcome: Outcome;
  readonly note: string | undefined;
  readonly at: Instant;
}

export interface NewAnswer {
  readonly number: number;
  readonly decision: number;
  /** Undefined: it is accepted. */
  readonly question: number | undefined;
}

export interface AdoptionBatch {
  readonly id: number;
  readonly code: string;
  readonly at: Instant;
  readonly undoneAt: Instant | undefined;
  readonly numbers: readonly number[];
  /** Those that were asked in it; none where it accepts. */
  readonly questions: readonly number[];
}

export interface Difference {
  readonly id: number;
  readonly number: number;
  readonly text: string;
  readonly at: Instant;
}

export function adoptions(db: Scoped, councilId: string): Adoptions {
  async function batchOf(where: Prisma.AdoptionWhereInput): Promise<AdoptionBatch | undefined> {
    const last = await db.adoption.findFirst({ where, orderBy: { batch: 'desc' } });
    if (!last) return undefined;
    const all = await db.adoption.findMany({ where: { batch: last.batch }, orderBy: { number: 'asc' } });
    return {
      id: last.batch,
      code: last.code,
      at: toInstant(last.at),
      undoneAt: last.undoneAt ? toInstant(last.undoneAt) : undefined,
      numbers: all.map((one) => one.number),
      questions: [...new Set(all.flatMap((one) => one.question ?? []))],
    };
  }

  return {
    async of(code, systems) {
      const found = await db.rows<
        Omit<Adopted, 'answer' | 'question'> & { answer: string | null; question: number | null }
      >(
        (council) => Prisma.sql`
          WITH last AS (
            SELECT DISTINCT ON (a.number) a.number, a.decision_id, a.answer, a.question FROM adoption a
            LEFT JOIN question q ON q.council_id = a.council_id AND q.number = a.question
            WHERE a.council_id = ${council} AND a.code = ${code} AND a.undone_at IS NULL AND q.withdrawn_at IS NULL
            ORDER BY a.number, a.id DESC)
          SELECT r.number, r.system_slug AS system, r.standing AS decision, l.answer, l.question
          FROM requirement r
          LEFT JOIN last l ON l.number = r.number AND l.decision_id = r.standing
          WHERE r.council_id = ${council} AND r.standing IS NOT NULL
            ${systems ? Prisma.sql`AND r.system_slug = ANY(${[...systems]})` : Prisma.empty}
          ORDER BY r.number`,
      );
      return found.map((one) => ({
        ...one,
        answer: (one.answer ?? undefined) as Adopted['answer'],
        question: one.question ?? undefined,
      }));
    },

    async answer(code, answers, { at, person, seat }) {
      const batch = await takeNumbers(db, 'adoption');
      await db.adoption.createMany({
        data: answers.map(({ number, decision, question }) => ({
          councilId,
          batch,
          code,
          number,
          decisionId: decision,
          answer: question === undefined ? 'accepted' : 'questioned',
          question: question ?? null,
          at: toDate(at),
          personId: person,
          seatId: seat,
        })),
      });
      return batch;
    },

    batch: (id) => batchOf({ batch: id }),
    lastBatchBy: (person) => batchOf({ personId: person, undoneAt: null, answer: 'accepted' }),

    async undo(batch, at) {
      await db.adoption.updateMany({ where: { batch, undoneAt: null }, data: { undoneAt: toDate(at) } });
    },

    async askedBy(question) {
      return (await db.adoption.findFirst({ where: { question }, select: { code: true } }))?.code;
    },

    async superseded(numbers) {
      const lines = await db.decisionLine.findMany({
        where: { number: { in: [...numbers] }, decision: { cancellation: null } },
        include: { decision: true },
        orderBy: [{ number: 'asc' }, { sequence: 'asc' }],
      });
      // The last of each stands, or was reopened: then it is no alternative that was passed over.
      return lines
        .filter(({ number }, i) => lines[i + 1]?.number === number)
        .map(({ number, decision: { id, fiscalYear, serial, outcome, note, at } }) => ({
          ...{ number, id, fiscalYear, serial, outcome: outcome as Outcome, note: note ?? undefined },
          at: toInstant(at),
        }));
    },

    async differences(code) {
      const found = await db.localDifference.findMany({
        where: { code, withdrawnAt: null },
        orderBy: [{ number: 'asc' }, { id: 'asc' }],
      });
      return found.map(({ id, number, text, at }) => ({ id, number, text, at: toInstant(at) }));
    },

    async registerDifference({ code, number, text }, { at, person, seat }) {
      const id = await takeNumbers(db, 'difference');
      await db.localDifference.create({
        data: { councilId, id, code, number, text, at: toDate(at), personId: person, seatId: seat },
      });
      return id;
    },

    async withdrawDifference(code, id, at) {
      const { count } = await db.localDifference.updateMany({
        where: { code, id, withdrawnAt: null },
        data: { withdrawnAt: toDate(at) },
      });
      return count === 1;
    },
  };
}
