/** Which question is meant, locked until the act ends. */
import { whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { About } from '../../../src/command/subcommand.ts';
import type { Question } from '../../../src/domain/question.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { questionText as text } from './text.ts';

export async function questionMeant(
  { number }: { readonly number: number },
  _scene: Scene,
  store: CouncilStore,
): Promise<About<Question>> {
  const question = await store.questions.lock(number);
  return question ? { subject: question } : { refused: whisper(text.noQuestion(number)) };
}

/** What the act was about, for the audit. */
export const doneTo = ({ number, requirements }: Question): string[] => [
  `question:${number}`,
  ...requirements.map((one) => `requirement:${one}`),
];
