/** `/req agree P12`, `/req object P12 reason`, …: a municipality's answer to one circulation, or to many at once. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { type Answer, type Circulation, isOpen } from '../../../src/domain/circulation.ts';
import { bodyOf, municipalityOf } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { en, ja } from '../../../src/text/text.ts';
import { circulationNumbers, source } from '../../arguments/circulations.ts';
import { dueDay } from '../../arguments/dates.ts';
import { municipalityNames } from '../../arguments/municipalities.ts';
import { note } from '../../arguments/words.ts';
import { type Answering, actingIn, answeringMeant, mayAnswer } from './meant.ts';
import { settleAll, standingNow } from './standing.ts';
import { text } from './text.ts';

const named = {
  numbers: circulationNumbers.optional(),
  municipality: municipalityNames.optional(),
  source: source.optional(),
};
const args = z.object({ ...named, note: note.optional() });

export const reqAgree = subcommand({
  name: 'agree',
  alias: ['同意', '賛成', '異議なし', '意見なし', '○'],
  summary: { ja: ja`持ち回り審議に同意します`, en: en`Agree in a circulation` },
  effect: 'act',
  args,
  examples: ['P12', 'P12-P16', 'P12 那珂市 電話 6/1 山田', ''],
  about: (said, scene, store) => answeringMeant(said, 'agree', scene, store),
  who: mayAnswer,
  run: ({ note }, scene, store) => record('agree', { reason: note }, scene, store),
});

export const reqObject = subcommand({
  name: 'object',
  alias: ['異議', '異議あり', '反対', '×'],
  summary: { ja: ja`持ち回り審議に、理由を添えて異議を述べます`, en: en`Object in a circulation, with the reason` },
  effect: 'act',
  args: z.object({ ...named, note }),
  examples: ['P12 月次処理に間に合わないため'],
  about: (said, scene, store) => answeringMeant(said, 'object', scene, store),
  who: mayAnswer,
  run: ({ note }, scene, store) => record('object', { reason: note }, scene, store),
});

export const reqHold = subcommand({
  name: 'hold',
  alias: ['庁内確認中', '確認中', '持ち帰り', '決裁中'],
  summary: { ja: ja`庁内で確認中であることを回答します`, en: en`Say that one's own office is still checking` },
  effect: 'act',
  args: z.object({ ...named, until: dueDay.optional(), note: note.optional() }),
  examples: ['P12', 'P12 6/10 課長の決裁待ちのため'],
  about: (said, scene, store) => answeringMeant(said, 'hold', scene, store),
  who: mayAnswer,
  run: ({ note, until }, scene, store) => record('hold', { reason: note, until }, scene, store),
});

export const reqAbstain = subcommand({
  name: 'abstain',
  alias: ['棄権'],
  summary: { ja: ja`持ち回り審議を棄権します`, en: en`Abstain in a circulation` },
  effect: 'act',
  args,
  examples: ['P12'],
  about: (said, scene, store) => answeringMeant(said, 'abstain', scene, store),
  who: mayAnswer,
  run: ({ note }, scene, store) => record('abstain', { reason: note }, scene, store),
});

export const reqNa = subcommand({
  name: 'na',
  alias: ['対象外', '該当なし', '利用なし'],
  summary: { ja: ja`その業務を利用していないことを回答します`, en: en`Say that one does not use the system` },
  effect: 'act',
  args,
  examples: ['P12'],
  about: (said, scene, store) => answeringMeant(said, 'na', scene, store),
  who: mayAnswer,
  run: ({ note }, scene, store) => record('na', { reason: note }, scene, store),
});

type AnsweringScene = Scene & Admitted & { readonly subject: Answering };

/** Records it on all of them, or on none; what is over is told so, and its end recorded. */
async function record(
  answer: Answer,
  { reason, until }: { readonly reason: string | undefined; readonly until?: Day | undefined },
  scene: AnsweringScene,
  store: CouncilStore,
): Promise<Reply> {
  const { subject, now, person, chart } = scene;
  const numbers = subject.circulations.map((one) => one.number);
  const over = await firstOver(subject.circulations, scene, store);
  if (over) return { ...(await settleAll(numbers, scene, store)), ...whisper(over) };

  const voting = subject.circulations.map((circulation) => {
    const acting = actingIn(scene, circulation.body, subject.municipality);
    if (!acting) throw new Error('admitted, but from no seat');
    return { circulation, acting, code: subject.municipality?.code ?? acting.role.municipality };
  });
  const nameOf = (code: string): string => municipalityOf(chart, code)?.name ?? code;
  const outside = voting.find(({ circulation, code }) => !circulation.eligible.includes(code));
  if (outside) return whisper(text.notEligible(outside.circulation.number, nameOf(outside.code)));

  const posts: Post[] = [];
  for (const { circulation, acting, code } of voting) {
    const who = nameOf(code);
    const held = answer === 'hold' ? (until ?? circulation.deadline) : undefined;
    const source = acting.onBehalf ? subject.source : undefined;
    await store.circulations.answer(circulation.number, {
      ...{ municipality: code, answer, reason, until: held, at: now, source },
      ...{ person: person.id, seat: acting.role.seat },
    });
    if (source !== undefined) posts.push(...(await toTheSeat(circulation, code, who, answer, source, scene, store)));
    if (answer === 'object' && reason !== undefined)
      posts.push({
        ...{ kind: 'message', key: `objection:${circulation.number}:${code}:${now}`, to: { body: circulation.body } },
        message: { summary: text.objected(circulation, bodyOf(chart, circulation.body)?.name ?? '', who, reason) },
      });
  }
  const settled = await settleAll(numbers, scene, store);
  const keys = numbers.map((one) => `circulation:${one}`);
  return {
    ...whisper(text.answered(numbers, nameOf(voting[0]?.code ?? ''), answer, settled.refresh.length === 0)),
    posts: [...posts, ...settled.posts],
    refresh: [...new Set([...keys, ...settled.refresh])],
    done: [...new Set([...keys, ...settled.done])],
  };
}

async function firstOver(circulations: readonly Circulation[], scene: Scene, store: CouncilStore) {
  for (const one of circulations) {
    const { standing } = await standingNow(one, scene, store);
    if (!isOpen(standing)) return text.closed(one, standing.state);
  }
  return undefined;
}

/** Whoever holds the seat is told of what was entered for it, and can correct it. */
async function toTheSeat(
  { number, body }: Circulation,
  code: string,
  name: string,
  answer: Answer,
  source: string,
  { now, today, person }: Scene,
  store: CouncilStore,
): Promise<Post[]> {
  const tenures = await store.tenuresOn(today);
  const holders = tenures.filter(
    ({ seat }) => seat.body === body && seat.role === 'member' && seat.municipality === code,
  );
  const corrections = (['agree', 'object', 'hold'] as const).filter((one) => one !== answer);
  return [...new Set(holders.map((one) => one.person))]
    .filter((one) => one !== person.id)
    .map((one) => ({
      ...{ kind: 'message', key: `entered:${number}:${code}:${now}:${one}`, to: { person: one } },
      message: {
        summary: text.enteredForYou(number, name, answer, source),
        parts: [
          buttons(...corrections.map((each) => ({ label: text.buttons[each], line: `/req ${each} P${number}` }))),
        ],
      },
    }));
}
