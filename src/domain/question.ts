/** Questions to the vendors (質問・回答票): raised by a body, sorted, answered; the last answer is the one that counts. */
import type { Day, Instant } from './day.ts';

/** Not sorted yet, answered among the municipalities, or sent to the vendors. */
export const ROUTES = ['unsorted', 'internal', 'sent'] as const;
export type Route = (typeof ROUTES)[number];

export interface Question {
  readonly number: number;
  readonly body: string;
  readonly text: string;
  readonly route: Route;
  readonly sentOn: Day | undefined;
  readonly raised: { readonly at: Instant; readonly by: number; readonly seat: string };
  readonly withdrawn: boolean;
  /** The requirements that it asks about; none where it asks in general. */
  readonly requirements: readonly number[];
  /** From the first to the last. */
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly from: string;
  readonly text: string;
  readonly on: Day;
}

/** The last answer of each who answered. */
export const standingAnswers = ({ answers }: Pick<Question, 'answers'>): Answer[] => [
  ...new Map(answers.map((one) => [one.from, one])).values(),
];

export type QuestionState = 'withdrawn' | 'unsorted' | 'waiting' | 'answered';

export function questionState({ withdrawn, answers, route }: Question): QuestionState {
  if (withdrawn) return 'withdrawn';
  if (answers.length > 0) return 'answered';
  return route === 'unsorted' ? 'unsorted' : 'waiting';
}
