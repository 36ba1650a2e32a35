/** `/req answered Q12 A社 1,000件です`: records a vendor's answer; a corrected one is added, and the old stays. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { leadOf } from '../../../src/command/who.ts';
import { fold } from '../../../src/domain/fold.ts';
import { en, ja } from '../../../src/text/text.ts';
import { questionNumber } from '../../arguments/numbers.ts';
import { oneWord, restOf } from '../../arguments/words.ts';
import { tellJoiner } from '../../council/joining/answering.ts';
import { doneTo, questionMeant } from './meant.ts';
import { questionText as text } from './text.ts';

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
  who: leadOf,

  async run(said, { subject: question, acting, chart, person, now, today }, store): Promise<Reply> {
    const { number, route, answers } = question;
    if (question.withdrawn) return whisper(text.withdrawnBefore(number));
    if (route === 'unsorted') return whisper(text.unsortedYet(number));
    const vendors = (await store.sources()).vendors.map((one) => one.name);
    const from = vendors.find((one) => fold(one) === fold(said.from));
    if (route === 'sent' && from === undefined) return whisper(text.unknownVendor(said.from, vendors));

    const by = from ?? chart.municipalities.find((one) => fold(one.name) === fold(said.from))?.name ?? said.from;
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
