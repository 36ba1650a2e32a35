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
  /** A 質問・回答票 that came back: its answers are recorded under its number (回答票3), and taken back with it. */
  takeSheet(
    answers: readonly SheetAnswer[],
    sheet: Omit<AnswerSheet, 'id' | 'undoneAt' | 'answers'>,
    seat: string | undefined,
  ): Promise<number>;
  sheet(id: number): Promise<AnswerSheet | undefined>;
  undoSheet(id: number, by: { readonly at: Instant; readonly person: number | undefined }): Promise<void>;
}

export type SheetAnswer = Answer & { readonly number: number };

export interface AnswerSheet {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly at: Instant;
  /** None: an administrator at a shell. */
  readonly person: number | undefined;
  readonly undoneAt: Instant | undefined;
  /** The numbers of the questions that it answered. */
  readonly answers: readonly number[];
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
        ...(state === 'open' && { withdrawnAt: null, answers: { none: COUNTS } }),
        ...(state === 'answered' && { withdrawnAt: null, answers: { some: COUNTS } }),
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

    async takeSheet(answers, { name, sha256, at, person }, seat) {
      const id = await takeNumbers(db, 'answerSheet');
      await db.answerSheet.create({
        data: { councilId, id, fileName: name, sha256, at: toDate(at), personId: person ?? null },
      });
      const counted = await db.questionAnswer.groupBy({
        by: ['questionNumber'],
        where: { questionNumber: { in: answers.map((one) => one.number) } },
        _count: true,
      });
      const last = new Map(counted.map((one) => [one.questionNumber, one._count]));
      const data = answers.map(({ number, from, text, on }) => {
        const sequence = 1 + (last.get(number) ?? 0);
        last.set(number, sequence);
        return {
          ...{ councilId, questionNumber: number, sequence, from, text, on, at: toDate(at) },
          ...{ personId: person ?? null, seatId: seat ?? null, sheetId: id },
        };
      });
      await db.questionAnswer.createMany({ data });
      return id;
    },

    async sheet(id) {
      const row = await db.answerSheet.findFirst({ where: { id }, include: { answers: true } });
      return row
        ? {
            id,
            name: row.fileName,
            sha256: row.sha256,
            at: toInstant(row.at),
            person: row.personId ?? undefined,
            undoneAt: optional(row.undoneAt, toInstant),
            answers: [...new Set(row.answers.map((one) => one.questionNumber))].sort((a, b) => a - b),
          }
        : undefined;
    },

    async undoSheet(id, { at, person }) {
      await db.answerSheet.updateMany({ where: { id }, data: { undoneAt: toDate(at), undoneBy: person ?? null } });
    },
  };
}

/** What was not taken back with its sheet. */
const COUNTS = {
  OR: [{ sheetId: null }, { sheet: { undoneAt: null } }],
} satisfies Prisma.QuestionAnswerWhereInput;

const WITH = {
  requirements: { orderBy: { number: 'asc' } },
  answers: { where: COUNTS, orderBy: { sequence: 'asc' } },
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
