/**
 * `/req answered Q12 A社 1,000件です`: records a vendor's answer, or among the municipalities that of a member; a corrected one
 * is added, and the old stays.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand, type Who } from '../../../src/command/subcommand.ts';
import { type Admitted, leadOf, memberSeatOf } from '../../../src/command/who.ts';
import { municipalityOf } from '../../../src/domain/council.ts';
import { fold } from '../../../src/domain/fold.ts';
import type { Question } from '../../../src/domain/question.ts';
import { en, ja } from '../../../src/text/text.ts';
import { questionNumber } from '../../arguments/numbers.ts';
import { oneWord, restOf } from '../../arguments/words.ts';
import { tellJoiner } from '../../council/joining/answering.ts';
import { doneTo, questionMeant } from './meant.ts';
import { questionText as text } from './text.ts';

/** Whoever leads the body; of a question among the municipalities, each member for its own. */
const mayAnswer: Who<Question, Admitted> = (scene, question) => {
  const led = leadOf(scene, question);
  const own = question.route === 'internal' && 'refused' in led ? memberSeatOf(scene, question) : led;
  return 'admits' in own ? own : led;
};

export const reqAnswered = subcommand({
  name: 'answered',
  alias: ['回答', '回答登録'],
  summary: { ja: ja`質問への回答を記録します`, en: en`Record the answer to a question` },
  effect: 'act',
  args: z.object({
    number: questionNumber,
    from: oneWord({ ja: ja`回答者`, en: en`who answered` }),
    text: restOf({ ja: ja`回答`, en: en`answer` }),
  }),
  examples: ['Q12 A社 1回の登録は1,000件までです', 'Q13 那珂市 現行の運用で支障ありません'],
  about: questionMeant,
  who: mayAnswer,

  async run(said, { subject: question, acting, chart, person, now, today }, store): Promise<Reply> {
    const { number, route, answers } = question;
    if (question.withdrawn) return whisper(text.withdrawnBefore(number));
    if (route === 'unsorted') return whisper(text.unsortedYet(number));
    const vendors = (await store.sources()).vendors.map((one) => one.name);
    const from = vendors.find((one) => fold(one) === fold(said.from));
    if (route === 'sent' && from === undefined) return whisper(text.unknownVendor(said.from, vendors));

    const by = from ?? chart.municipalities.find((one) => fold(one.name) === fold(said.from))?.name ?? said.from;
    const own = municipalityOf(chart, acting.role.municipality)?.name ?? acting.role.municipality;
    if (acting.role.as === 'member' && by !== own) return whisper(text.ownAnswerOnly(number, own));
    const last = answers.at(-1);
    if (last?.from === by && last.text === said.text) return whisper(text.sameAnswer(number));
    await store.questions.answer(number, {
      from: by,
      text: said.text,
      on: today,
      at: now,
      by: { person: person.id, seat: acting.role.seat },
    });
    const corrected = answers.some((one) => one.from === by);
    const posts = await tellJoiner(question, { from: by, text: said.text }, { chart, today }, store);
    return { ...whisper(text.answered(number, by, corrected)), posts, done: doneTo(question) };
  },
});
