/** `/req unask Q12`: withdraws a question that nobody has answered. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { ownerOf } from '../../../src/command/who.ts';
import { en, ja } from '../../../src/text/text.ts';
import { questionNumber } from '../../arguments/numbers.ts';
import { doneTo, questionMeant } from './meant.ts';
import { questionText as text } from './text.ts';

export const reqUnask = subcommand({
  name: 'unask',
  alias: ['質問取下げ', '質問取消'],
  summary: { ja: ja`回答前の質問を取り下げます`, en: en`Withdraw a question that is not answered` },
  effect: 'act',
  args: z.object({ number: questionNumber }),
  examples: ['Q12'],

  async about(said, scene, store) {
    const meant = await questionMeant(said, scene, store);
    return 'refused' in meant ? meant : { subject: { ...meant.subject, owner: undefined, others: [] } };
  },

  who: ownerOf,

  async run(_said, { subject: question, now }, store): Promise<Reply> {
    const { number } = question;
    if (question.withdrawn) return whisper(text.withdrawnBefore(number));
    if (question.answers.length > 0) return whisper(text.cannotWithdraw(number));
    await store.questions.withdraw(number, now);
    return { ...whisper(text.withdrawn(number)), done: doneTo(question) };
  },
});
