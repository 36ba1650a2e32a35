/** A joiner's question that was answered: its seat is told, with the button that accepts the decision. */
import type { Scene } from '../../../src/command/scene.ts';
import { municipalityOf } from '../../../src/domain/council.ts';
import { joins } from '../../../src/domain/joining.ts';
import type { Answer, Question } from '../../../src/domain/question.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { adoptingText as text } from './adoptingText.ts';

/**
 * To its people in that body, else to its information section, whoever entered the question for it. Nothing where it went to
 * the vendors: what those say is for the members.
 */
export async function tellJoiner(
  { number, body, requirements, answers, route }: Question,
  { from, text: words }: Pick<Answer, 'from' | 'text'>,
  { chart, today }: Pick<Scene, 'chart' | 'today'>,
  store: CouncilStore,
): Promise<Post[]> {
  const code = route === 'internal' ? await store.adoptions.askedBy(number) : undefined;
  const joiner = code === undefined ? undefined : municipalityOf(chart, code);
  if (!joiner) return [];
  const own = (await store.tenuresOn(today)).filter((one) => one.municipality === joiner.code);
  const there = own.filter((one) => one.seat.body === body);
  const told = there.length > 0 ? there : own.filter((one) => one.seat.role === 'information');
  const accept = { label: text.acceptAnswered, line: `/council adopt ${requirements.join(',')}` };
  const parts = requirements.length > 0 && joins(joiner, today) ? [buttons(accept)] : [];
  return [...new Set(told.map((one) => one.person))].map(
    (person): Post => ({
      ...{ kind: 'message', key: `question:${number}:answer:${answers.length}:person-${person}`, to: { person } },
      message: { summary: text.answeredYou(number, from, words), parts },
    }),
  );
}
