/** Taking one's last answer back: the answer before it counts again, or none. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { About } from '../../../src/command/subcommand.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { type Circulation, isOpen, lastOfEach } from '../../../src/domain/circulation.ts';
import { municipalityOf } from '../../../src/domain/council.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { locked, voterIn } from './meant.ts';
import { settleAll, standingNow } from './standing.ts';
import { text } from './text.ts';

interface Answers {
  readonly body: string;
  readonly answers: readonly Circulation[];
}

export async function answersMeant(numbers: readonly number[], store: CouncilStore): Promise<About<Answers>> {
  const answers = await locked(numbers, store);
  return 'refused' in answers ? answers : { subject: { body: answers.found[0]?.body ?? '', answers: answers.found } };
}

export async function undoAnswers(
  circulations: readonly Circulation[],
  scene: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const { chart, acting, now, person } = scene;
  const code = acting.role.municipality;
  const name = municipalityOf(chart, code)?.name ?? code;
  const numbers = circulations.map((one) => one.number);
  for (const one of circulations) {
    const { standing, positions } = await standingNow(one, scene, store);
    if (!isOpen(standing))
      return { ...(await settleAll(numbers, scene, store)), ...whisper(text.closed(one, standing.state)) };
    if (!lastOfEach(positions).has(code)) return whisper(text.nothingToUndo([one.number], name));
  }
  for (const { number, body } of circulations)
    await store.circulations.answer(number, {
      ...{ municipality: code, answer: 'undo', reason: undefined, until: undefined, source: undefined },
      ...{ at: now, person: person.id, seat: voterIn(scene, body)?.seat ?? acting.role.seat },
    });
  const settled = await settleAll(numbers, scene, store);
  const keys = numbers.map((one) => `circulation:${one}`);
  return { ...settled, ...whisper(text.undone(numbers, name)), refresh: keys, done: keys };
}
