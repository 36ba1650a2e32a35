/** `/req route Q12 送付`: whether a question goes to the vendors or is answered among the municipalities. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { leadOf } from '../../../src/command/who.ts';
import { en, ja } from '../../../src/text/text.ts';
import { questionNumber } from '../../arguments/numbers.ts';
import { choice } from '../../arguments/words.ts';
import { doneTo, questionMeant } from './meant.ts';
import { ROUTE_TEXT, questionText as text } from './text.ts';

const route = choice<'internal' | 'sent'>({ ja: ja`内部・送付`, en: en`internal or sent` }, [
  { value: 'internal', label: ROUTE_TEXT.internal, words: ['内部', '内部確認', '庁内'] },
  { value: 'sent', label: ROUTE_TEXT.sent, words: ['送付', 'ベンダ', 'send', '提出'] },
]);

export const reqRoute = subcommand({
  name: 'route',
  alias: ['仕分け', '質問仕分け'],
  summary: { ja: ja`質問を内部・送付に仕分けます`, en: en`Sort a question: internal, or sent to the vendors` },
  effect: 'act',
  args: z.object({ number: questionNumber, route }),
  examples: ['Q12 送付', 'Q12 内部'],
  about: questionMeant,
  who: leadOf,

  async run(said, { subject: question, today }, store): Promise<Reply> {
    const { number } = question;
    if (question.withdrawn) return whisper(text.withdrawnBefore(number));
    if (question.route === said.route) return whisper(text.alreadySorted(number, said.route));
    if (question.route === 'sent' && question.answers.length > 0) return whisper(text.alreadySent(number));
    await store.questions.sort(number, said.route, said.route === 'sent' ? today : undefined);
    return { ...whisper(text.sorted(number, said.route)), done: doneTo(question) };
  },
});
