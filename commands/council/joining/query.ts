/**
 * `/council query 1234 月次処理の締めは変更できますか`: a joiner asks about a decision instead of reopening it; the member that
 * helps in that working group is asked. Without words: its questions with their answers.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand, type Who } from '../../../src/command/subcommand.ts';
import { type Admitted, everySeat } from '../../../src/command/who.ts';
import { standingAnswers } from '../../../src/domain/question.ts';
import { buttons, line, rows } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { en, ja, onOneLine } from '../../../src/text/text.ts';
import { joinerName } from '../../arguments/joining.ts';
import { requirementIdsAlone } from '../../arguments/numbers.ts';
import { restOf } from '../../arguments/words.ts';
import { numbersText, requirementsNamed } from '../../subjects/requirements.ts';
import { type Adopting, mayAdopt } from './adopting.ts';
import { adoptingText as text } from './adoptingText.ts';
import { buddiesIn } from './helping.ts';
import { joiningMeant } from './meant.ts';
import { nameIn } from './text.ts';

interface Meant extends Adopting {
  readonly kind: string;
  readonly asks: boolean;
}

const mayAsk: Who<Meant, Admitted> = (scene, meant) => (meant.asks ? mayAdopt(scene, meant) : everySeat(scene, meant));

export const councilQuery = subcommand({
  name: 'query',
  alias: ['受入質問', '後乗り質問'],
  summary: {
    ja: ja`後乗り市町村として、決定について質問します(決定はそのまま有効です)`,
    en: en`Ask about standing decisions as a joiner; they stand meanwhile`,
  },
  effect: 'act',
  args: z.object({
    name: joinerName.optional(),
    ids: requirementIdsAlone.optional(),
    words: restOf({ ja: ja`質問内容`, en: en`question` }).optional(),
  }),
  examples: ['', '1234 月次処理の締め日は変更できますか'],

  async about({ name, ids, words }, scene, store): Promise<About<Meant>> {
    const meant = joiningMeant(name, scene);
    if ('refused' in meant) return meant;
    const { code, name: called, kind } = meant.subject;
    if (!ids || words === undefined) return { subject: { code, name: called, kind, bodies: [], asks: false } };
    const named = await requirementsNamed({ ids }, scene, store);
    if ('refused' in named) return named;
    return { subject: { code, name: called, kind, bodies: [named.subject.body], asks: true } };
  },

  who: mayAsk,

  async run({ ids = [], words = '' }, scene, store): Promise<Reply> {
    const { subject, chart, person, acting, now, today } = scene;
    const { code, name, bodies, asks, kind } = subject;
    const all = await store.adoptions.of(code);
    if (!asks) {
      const numbers = [...new Set(all.flatMap((one) => one.question ?? []))].sort((a, b) => a - b);
      const found = await Promise.all(numbers.map((one) => store.questions.byNumber(one)));
      const list = found.flatMap((one) => {
        if (!one || one.withdrawn) return [];
        // What the vendors say is for the members.
        const answer = one.route === 'internal' ? standingAnswers(one).at(-1) : undefined;
        const told = answer && `${answer.from}:${onOneLine(answer.text)}`;
        return [text.question(one.number, numbersText(one.requirements), onOneLine(one.text), told)];
      });
      return list.length === 0
        ? whisper(text.noQuestions(name))
        : whisper(text.questions(name, list.length), rows(list));
    }
    if (kind !== 'adopting') return whisper(text.notYet(name));
    const undecided = ids.filter((id) => !all.some((one) => one.number === id));
    if (undecided.length > 0) return whisper(text.undecided(numbersText(undecided)));

    const [body = ''] = bodies;
    const raised = { at: now, by: person.id, seat: acting.role.seat };
    const { number } = await store.questions.raise({ body, text: words, requirements: ids, raised });
    // It is answered among the municipalities; who leads the body may still send it to the vendors.
    await store.questions.sort(number, 'internal', undefined);
    const lines = all.filter((one) => ids.includes(one.number));
    await store.adoptions.answer(
      code,
      lines.map((one) => ({ number: one.number, decision: one.decision, question: number })),
      { at: now, person: person.id, seat: acting.role.seat },
    );
    const buddy = (await buddiesIn(code, scene, store)).get(body);
    const seated = (await store.tenuresOn(today)).filter(
      (one) => one.seat.body === body && one.seat.role === 'member' && one.municipality === buddy,
    );
    const holders = seated.filter((one) => !one.deputy);
    const helpers = holders.length > 0 ? holders : seated;
    const parts =
      buddy === undefined ? [] : [line(text.pleaseAnswer(nameIn(chart, buddy), number, helpers.length > 0))];
    const message = { summary: text.askedOf(name, number, numbersText(ids), words), parts };
    return {
      ...whisper(
        text.asked(name, number, numbersText(ids)),
        buttons({ label: text.withdrawQuestion, line: `/req unask Q${number}` }),
      ),
      posts: [
        { kind: 'message', key: `question:${number}:joiner`, to: { body }, message },
        ...helpers.map(
          (one): Post => ({
            ...{ kind: 'message', key: `question:${number}:person-${one.person}`, to: { person: one.person }, message },
          }),
        ),
      ],
      done: [`question:${number}`, `municipality:${code}`, ...ids.map((one) => `requirement:${one}`)],
    };
  },
});
