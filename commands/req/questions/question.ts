/** `/req question 1234 一括登録の上限は何件ですか`: a question to the vendors, on requirements or in general. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { seatOf } from '../../../src/command/who.ts';
import { type Button, buttons } from '../../../src/text/message.ts';
import { en, ja } from '../../../src/text/text.ts';
import { requirementIdsAlone } from '../../arguments/numbers.ts';
import { restOf } from '../../arguments/words.ts';
import { bodyHere } from '../../subjects/bodies.ts';
import { requirementsNamed } from '../../subjects/requirements.ts';
import { questionText as text } from './text.ts';

export const reqQuestion = subcommand({
  name: 'question',
  alias: ['質問', '照会'],
  summary: { ja: ja`ベンダへの質問を登録します`, en: en`Raise a question to the vendors` },
  effect: 'act',
  args: z.object({ ids: requirementIdsAlone.optional(), text: restOf({ ja: ja`質問内容`, en: en`question` }) }),
  examples: ['1234 一括登録の上限は何件ですか', '帳票の様式は変更できますか'],

  async about({ ids }, scene, store): Promise<About<{ readonly body: string }>> {
    if (ids) return requirementsNamed({ ids }, scene, store);
    const here = bodyHere(scene);
    return 'refused' in here ? here : { subject: { body: here.subject.slug } };
  },

  who: seatOf,

  async run(said, { subject: { body }, person, acting, now }, store): Promise<Reply> {
    const question = await store.questions.raise({
      body,
      text: said.text,
      requirements: said.ids ?? [],
      raised: { at: now, by: person.id, seat: acting.role.seat },
    });
    const { number } = question;
    return {
      ...whisper(
        text.raised(question),
        buttons(...(acting.role.as === 'member' ? [] : sorting(number)), {
          label: { ja: ja`取下げ`, en: en`Withdraw` },
          line: `/req unask Q${number}`,
        }),
      ),
      done: [`question:${number}`, ...question.requirements.map((one) => `requirement:${one}`)],
    };
  },
});

/** For those who may sort it. */
const sorting = (number: number): Button[] => [
  { label: { ja: ja`ベンダへ送付`, en: en`Send to the vendors` }, line: `/req route Q${number} sent` },
  { label: { ja: ja`内部で確認`, en: en`Internal` }, line: `/req route Q${number} internal` },
];
