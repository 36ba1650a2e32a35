/** The 質問・回答票 as a workbook. What is internal or not sorted, or answered by others, never stands in the vendor's. */
import { type Chart, systemOf } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import { type Question, questionState, standingAnswers } from '../../../src/domain/question.ts';
import type { Requirement } from '../../../src/domain/requirement.ts';
import { questionTable } from '../../../src/sheet/writeQuestions.ts';
import { writeTable } from '../../../src/sheet/writeXlsx.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { officialDay } from '../../../src/text/dates.ts';
import { plain } from '../../../src/text/text.ts';
import { ROUTE_TEXT, STATE_TEXT } from './text.ts';

export interface QuestionFileFor {
  /** The vendor whose file it is, by name; undefined: the member municipalities'. */
  readonly vendor: string | undefined;
  readonly chart: Chart;
  readonly requirements: ReadonlyMap<number, Requirement>;
  readonly on: Day;
}

/** Every question, and the requirements that they ask about. */
export async function everyQuestion(
  store: CouncilStore,
): Promise<{ readonly questions: readonly Question[]; readonly requirements: ReadonlyMap<number, Requirement> }> {
  const { total } = await store.questions.list(EVERY, { from: 0, size: 0 });
  const { questions } = await store.questions.list(EVERY, { from: 0, size: total });
  const numbers = new Set(questions.flatMap((one) => one.requirements));
  const found = await store.requirements.byNumbers([...numbers]);
  return { questions, requirements: new Map(found.map((one) => [one.number, one])) };
}

const EVERY = { body: undefined, state: 'all' } as const;

export async function questionFile(questions: readonly Question[], whose: QuestionFileFor): Promise<Uint8Array> {
  const { vendor, chart, requirements, on } = whose;
  const shown = questions.filter((one) => vendor === undefined || (one.route === 'sent' && !one.withdrawn));
  const rows = shown.map((one) => {
    const answers = standingAnswers(one).filter((answer) => vendor === undefined || answer.from === vendor);
    const asked = one.requirements.flatMap((number) => requirements.get(number) ?? []);
    const systems = [...new Set(asked.map(({ system }) => systemOf(chart, system)?.name ?? system))];
    return {
      number: one.number,
      sentOn: one.sentOn && plain(officialDay(one.sentOn).ja),
      route: plain(ROUTE_TEXT[one.route].ja),
      systems,
      requirements: asked.map(({ number, functionId }) => `${number} / ${functionId}`),
      text: one.text,
      answers: answers.map((answer) => ({ ...answer, on: plain(officialDay(answer.on).ja) })),
      state: plain(STATE_TEXT[questionState({ ...one, answers })].ja),
    };
  });
  const { bytes } = await writeTable(questionTable(rows, vendor), new Date(`${on}T00:00:00Z`));
  return bytes;
}
