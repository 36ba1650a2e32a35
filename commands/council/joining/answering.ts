/** A joiner's question that was answered: its seat is told, with the button that accepts the decision. */
import type { Scene } from '../../../src/command/scene.ts';
import { isJoining, municipalityOf } from '../../../src/domain/council.ts';
import type { Answer, Question } from '../../../src/domain/question.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { adoptingText as text } from './adoptingText.ts';

/** Nothing where the question is a member's, or went to the vendors: what those say is for the members. */
export async function tellJoiner(
  { number, raised, requirements, answers, route }: Question,
  { from, text: words }: Pick<Answer, 'from' | 'text'>,
  { chart, today }: Pick<Scene, 'chart' | 'today'>,
  store: CouncilStore,
): Promise<Post[]> {
  const seat = route === 'internal' ? await store.seat(raised.seat) : undefined;
  if (!seat || !isJoining(municipalityOf(chart, seat.municipality ?? '')?.kind)) return [];
  const holders = (await store.tenuresOn(today)).filter((one) => one.seat.id === seat.id);
  const accept = { label: text.acceptAnswered, line: `/council adopt ${requirements.join(',')}` };
  return holders.map(
    ({ person }): Post => ({
      ...{ kind: 'message', key: `question:${number}:answer:${answers.length}:person-${person}`, to: { person } },
      message: {
        summary: text.answeredYou(number, from, words),
        parts: requirements.length > 0 ? [buttons(accept)] : [],
      },
    }),
  );
}
