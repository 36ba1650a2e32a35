/** Taking the last answer of a municipality back: the answer before it counts again, or none. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { About } from '../../../src/command/subcommand.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { type Answer, isOpen, lastOfEach, type Position } from '../../../src/domain/circulation.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import type { Post } from '../../../src/text/post.ts';
import type { MunicipalitiesSaid } from '../../arguments/municipalities.ts';
import { type Answering, circulationsNamed, holdersOf, speakingFor } from './meant.ts';
import { settleAll, standingNow } from './standing.ts';
import { text } from './text.ts';

/** What is taken back: the answers of one municipality, one's own or the one named. */
export interface AnswersUndone {
  readonly body: string;
  readonly answers: Answering;
}

export async function answersMeant(
  numbers: readonly number[],
  municipality: MunicipalitiesSaid | undefined,
  scene: Scene,
  store: CouncilStore,
): Promise<About<AnswersUndone>> {
  const meant = await circulationsNamed(numbers, { municipality }, scene, store);
  if ('refused' in meant) return meant;
  const { subject } = meant;
  return { subject: { body: subject.circulations[0]?.body ?? '', answers: { ...subject, takesBack: true } } };
}

/** What counts of the municipality on each of them, and what will once that is taken back. */
export async function lastAnswers(
  answers: Answering,
  scene: Scene,
  store: CouncilStore,
): Promise<{ readonly before: readonly (Answer | null)[]; readonly after: readonly (Answer | null)[] }> {
  const before: (Answer | null)[] = [];
  const after: (Answer | null)[] = [];
  for (const one of answers.circulations) {
    const { code } = speakingFor(scene, { ...answers, circulations: [one] });
    const own = (await store.circulations.positions(one.number)).filter(({ municipality }) => municipality === code);
    const [last] = own.slice(-1);
    before.push(answerIn(own));
    after.push(answerIn(last ? [...own, { ...last, answer: 'undo' }] : own));
  }
  return { before, after };
}

function answerIn(own: readonly Position[]): Answer | null {
  const [last] = lastOfEach(own).values();
  return last === undefined || last.answer === 'undo' ? null : last.answer;
}

/** One of them is over, or has nothing that one may take back. */
export async function refusedAnswers(
  answers: Answering,
  scene: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply | undefined> {
  const { circulations } = answers;
  const { name } = speakingFor(scene, answers);
  const numbers = circulations.map((one) => one.number);
  for (const one of circulations) {
    const { acting, code } = speakingFor(scene, { ...answers, circulations: [one] });
    const { standing, positions } = await standingNow(one, scene, store);
    if (!isOpen(standing))
      return { ...(await settleAll(numbers, scene, store)), ...whisper(text.closed(one, standing.state)) };
    const last = lastOfEach(positions).get(code);
    if (!last) return whisper(text.nothingToUndo([one.number], name));
    if (acting.onBehalf && last.source === undefined) return whisper(text.ownWord(one.number, name));
  }
  return undefined;
}

/** Takes them back; that it may be done was seen before. */
export async function undoAnswers(answers: Answering, scene: Scene & Admitted, store: CouncilStore): Promise<Reply> {
  const { now, person } = scene;
  const { circulations } = answers;
  const { name } = speakingFor(scene, answers);
  const numbers = circulations.map((one) => one.number);
  const posts: Post[] = [];
  for (const circulation of circulations) {
    const { number, body } = circulation;
    const { acting, code } = speakingFor(scene, { ...answers, circulations: [circulation] });
    await store.circulations.answer(number, {
      ...{ municipality: code, answer: 'undo', reason: undefined, until: undefined, source: undefined },
      ...{ at: now, person: person.id, seat: acting.role.seat },
    });
    if (!acting.onBehalf) continue;
    for (const holder of await holdersOf(body, code, scene, store))
      posts.push({
        ...{ kind: 'message', key: `taken back:${number}:${code}:${now}:${holder}`, to: { person: holder } },
        message: { summary: text.takenBackForYou(number, name) },
      });
  }
  const settled = await settleAll(numbers, scene, store);
  const keys = numbers.map((one) => `circulation:${one}`);
  return {
    ...whisper(text.undone(numbers, name)),
    posts: [...posts, ...settled.posts],
    refresh: [...new Set([...keys, ...settled.refresh])],
    done: [...new Set([...keys, ...settled.done])],
  };
}
