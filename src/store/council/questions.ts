/** Questions to the vendors as they are remembered; answers are only ever added. */
import type { Day, Instant } from '../../domain/day.ts';
import type { Answer, Question, Route } from '../../domain/question.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Questions {
  raise(question: Pick<Question, 'body' | 'text' | 'requirements' | 'raised'>): Promise<Question>;
  byNumber(number: number): Promise<Question | undefined>;
  /** The same, locked until the act ends. */
  lock(number: number): Promise<Question | undefined>;
  /** A page of a list by number, and how many it holds in all. */
  list(
    filter: QuestionFilter,
    page: { readonly from: number; readonly size: number },
  ): Promise<{ readonly total: number; readonly questions: Question[] }>;
  /** Those that ask about the requirement and are not withdrawn. */
  about(requirement: number): Promise<Question[]>;
  sort(number: number, route: Route, sentOn: Day | undefined): Promise<void>;
  answer(number: number, answer: Answer & { readonly at: Instant; readonly by: AnswerBy }): Promise<void>;
  withdraw(number: number, at: Instant): Promise<void>;
}

interface AnswerBy {
  readonly person: number;
  readonly seat: string;
}

export interface QuestionFilter {
  readonly body: string | undefined;
  readonly state: 'open' | 'answered' | 'all';
}

export function questions(db: Scoped, councilId: string): Questions {
  async function byNumber(number: number): Promise<Question | undefined> {
    const row = await db.question.findFirst({ where: { number }, include: WITH });
    return row ? toQuestion(row) : undefined;
  }

  return {
    async raise({ body, text, requirements, raised }) {
      const number = await takeNumbers(db, 'question');
      await db.question.create({
        data: {
          councilId,
          number,
          bodySlug: body,
          text,
          raisedAt: toDate(raised.at),
          raisedBy: raised.by,
          raiserSeat: raised.seat,
        },
      });
      await db.questionRequirement.createMany({
        data: requirements.map((one) => ({ councilId, questionNumber: number, number: one })),
      });
      return (await byNumber(number)) as Question;
    },

    byNumber,

    async lock(number) {
      await db.rows(
        (council) =>
          Prisma.sql`SELECT number FROM question WHERE council_id = ${council} AND number = ${number} FOR UPDATE`,
      );
      return byNumber(number);
    },

    async list({ body, state }, { from, size }) {
      const where: Prisma.QuestionWhereInput = {
        ...(body !== undefined && { bodySlug: body }),
        ...(state === 'open' && { withdrawnAt: null, answers: { none: {} } }),
        ...(state === 'answered' && { withdrawnAt: null, answers: { some: {} } }),
      };
      const [total, rows] = await Promise.all([
        db.question.count({ where }),
        db.question.findMany({ where, include: WITH, orderBy: { number: 'asc' }, skip: from, take: size }),
      ]);
      return { total, questions: rows.map(toQuestion) };
    },

    async about(requirement) {
      const rows = await db.question.findMany({
        where: { withdrawnAt: null, requirements: { some: { number: requirement } } },
        include: WITH,
        orderBy: { number: 'asc' },
      });
      return rows.map(toQuestion);
    },

    async sort(number, route, sentOn) {
      await db.question.updateMany({ where: { number }, data: { route, sentOn: sentOn ?? null } });
    },

    async answer(number, { from, text, on, at, by }) {
      const sequence = 1 + (await db.questionAnswer.count({ where: { questionNumber: number } }));
      await db.questionAnswer.create({
        data: {
          councilId,
          questionNumber: number,
          sequence,
          from,
          text,
          on,
          at: toDate(at),
          personId: by.person,
          seatId: by.seat,
        },
      });
    },

    async withdraw(number, at) {
      await db.question.updateMany({ where: { number }, data: { withdrawnAt: toDate(at) } });
    },
  };
}

const WITH = {
  requirements: { orderBy: { number: 'asc' } },
  answers: { orderBy: { sequence: 'asc' } },
} as const satisfies Prisma.QuestionInclude;

const toQuestion = (row: Prisma.QuestionGetPayload<{ include: typeof WITH }>): Question => ({
  number: row.number,
  body: row.bodySlug,
  text: row.text,
  route: row.route as Route,
  sentOn: optional(row.sentOn, toDay),
  raised: { at: toInstant(row.raisedAt), by: row.raisedBy, seat: row.raiserSeat },
  withdrawn: row.withdrawnAt !== null,
  requirements: row.requirements.map((one) => one.number),
  answers: row.answers.map((one) => ({ from: one.from, text: one.text, on: toDay(one.on) })),
});
