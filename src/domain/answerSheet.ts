/**
 * What a 質問・回答票 that came back does to what is known: which answers are new, the same, or other than those recorded,
 * and which cells cannot be taken. Identity is the question's number; the question's words must be those that were asked.
 */
import type { Day } from './day.ts';
import { fold } from './fold.ts';
import { isFormulaFault } from './formulaFault.ts';
import { type Question, standingAnswers } from './question.ts';

export interface ReadAnswer {
  readonly sheet: string;
  readonly numberCell: string;
  readonly answerCell: string;
  readonly number: string;
  readonly question: string;
  readonly answers: readonly { readonly from: string | undefined; readonly text: string; readonly on: string }[];
}

export interface TakenAnswer {
  readonly number: number;
  readonly from: string;
  readonly text: string;
  readonly on: Day;
}

export interface ComparedAnswers {
  readonly fresh: readonly TakenAnswer[];
  /** Answered otherwise before. */
  readonly changed: readonly (TakenAnswer & { readonly before: string })[];
  readonly unchanged: number;
  readonly refused: readonly RefusedAnswer[];
}

export interface RefusedAnswer {
  readonly sheet: string;
  readonly cell: string;
  readonly why: AnswerRefusal;
  /** What stands there. */
  readonly words: string;
}

export type AnswerRefusal =
  /** No number, or no question of it. */
  | 'unknown'
  | 'twice'
  /** Other words than were asked under this number. */
  | 'otherQuestion'
  | 'withdrawn'
  | 'unsorted'
  /** A vendor answers what was not sent, or another than a vendor what was. */
  | 'notSent'
  | 'noVendor'
  | 'whose'
  /** #N/A: a formula that failed. */
  | 'fault'
  | 'day';

export interface Answering {
  readonly questions: ReadonlyMap<number, Question>;
  readonly vendors: readonly string[];
  /** Whose answer it is where the cell does not say. */
  readonly from: string | undefined;
  readonly today: Day;
  /** The day that is written; undefined where it is none. */
  readonly dayOf: (words: string) => Day | undefined;
}

export function comparedAnswers(rows: readonly ReadAnswer[], known: Answering): ComparedAnswers {
  const fresh: TakenAnswer[] = [];
  const changed: (TakenAnswer & { before: string })[] = [];
  const refused: RefusedAnswer[] = [];
  const seen = new Set<number>();
  let unchanged = 0;
  for (const row of rows) {
    const number = numberIn(row.number);
    const question = known.questions.get(number);
    const refuse = (cell: string, why: AnswerRefusal, words: string): void =>
      void refused.push({ sheet: row.sheet, cell, why, words });
    // A row that nobody answered says nothing.
    if (row.answers.length === 0) continue;
    if (!question) {
      refuse(row.numberCell, 'unknown', row.number);
      continue;
    }
    if (seen.has(number)) {
      refuse(row.numberCell, 'twice', row.number);
      continue;
    }
    seen.add(number);
    const whole = refusedWhole(question, row);
    if (whole) {
      refuse(row.numberCell, whole, row.number);
      continue;
    }
    const standing = new Map(standingAnswers(question).map((one) => [one.from, one.text]));
    for (const answer of row.answers) {
      const taken = takenFrom(answer, question, known);
      if (typeof taken === 'string') {
        refuse(
          row.answerCell,
          taken,
          taken === 'day' ? answer.on : taken === 'fault' ? answer.text : (answer.from ?? answer.text),
        );
        continue;
      }
      const before = standing.get(taken.from);
      if (before === undefined) fresh.push(taken);
      else if (sameWords(before, taken.text)) unchanged += 1;
      else changed.push({ ...taken, before });
    }
  }
  return { fresh, changed, unchanged, refused };
}

const numberIn = (words: string): number => Number(/^q?\s*(\d{1,6})$/.exec(fold(words))?.[1] ?? 0);

const sameWords = (a: string, b: string): boolean => fold(a).replace(/\s/gu, '') === fold(b).replace(/\s/gu, '');

function refusedWhole(question: Question, row: ReadAnswer): AnswerRefusal | undefined {
  if (question.withdrawn) return 'withdrawn';
  if (question.route === 'unsorted') return 'unsorted';
  return row.question !== '' && !sameWords(row.question, question.text) ? 'otherQuestion' : undefined;
}

function takenFrom(
  { from: said, text, on }: ReadAnswer['answers'][number],
  { number, route }: Question,
  { vendors, from: whose, today, dayOf }: Answering,
): TakenAnswer | AnswerRefusal {
  if (isFormulaFault(text)) return 'fault';
  const name = said ?? whose;
  if (name === undefined) return 'whose';
  const vendor = vendors.find((one) => fold(one) === fold(name));
  if (route === 'sent' && vendor === undefined) return 'noVendor';
  if (route === 'internal' && vendor !== undefined) return 'notSent';
  const day = on === '' ? today : dayOf(on);
  if (day === undefined || day > today) return 'day';
  return { number, from: vendor ?? name, text, on: day };
}
