/** `/req again P3`, `/req up P3`: what was not agreed comes once more in the same body, then one rung up the parent chain. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { type Admitted, leadOf } from '../../../src/command/who.ts';
import type { Circulation } from '../../../src/domain/circulation.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { en, ja } from '../../../src/text/text.ts';
import { answerBy, circulationNumber } from '../../arguments/circulations.ts';
import { postCirculation } from './proposing.ts';
import { settleAll, standingNow } from './standing.ts';
import { text } from './text.ts';

const args = z.object({ number: circulationNumber, by: answerBy.optional() });

export const reqAgain = subcommand({
  name: 'again',
  alias: ['継続協議'],
  summary: { ja: ja`合意に至らなかったものを、同じ会議体で改めて諮ります`, en: en`Propose again in the same body` },
  effect: 'act',
  args,
  examples: ['P3', 'P3 期限 6/30'],
  about: circulationMeant,
  who: leadOf,

  async run({ by }, scene, store): Promise<Reply> {
    const { subject } = scene;
    const before = subject.previous === undefined ? undefined : await store.circulations.byNumber(subject.previous);
    if (before?.body === subject.body) return whisper(text.onceOnly);
    return comesAgain(subject.body, by, scene, store);
  },
});

export const reqUp = subcommand({
  name: 'up',
  alias: ['上位に諮る', '部会に諮る'],
  summary: { ja: ja`合意に至らなかったものを、上位の会議体に諮ります`, en: en`Propose it one rung up` },
  effect: 'act',
  args,
  examples: ['P3'],
  about: circulationMeant,
  who: leadOf,

  async run({ by }, scene, store): Promise<Reply> {
    const body = bodyOf(scene.chart, scene.subject.body);
    if (body?.parent === undefined) return whisper(text.noParent(body?.name ?? scene.subject.body));
    return comesAgain(body.parent, by, scene, store);
  },
});

async function comesAgain(
  slug: string,
  deadline: Day | undefined,
  scene: Scene & Admitted & { readonly subject: Circulation },
  store: CouncilStore,
): Promise<Reply> {
  const { subject, chart } = scene;
  const { standing } = await standingNow(subject, scene, store);
  if (standing.state !== 'notAgreed') return whisper(text.notNotAgreed(subject.number));
  const following = await store.circulations.following(subject.number);
  if (following) return whisper(text.followed(subject.number, following.number));
  const body = bodyOf(chart, slug);
  if (!body) throw new Error(`${slug} is no body`);
  const settled = await settleAll([subject.number], scene, store);
  const { requirements, outcome, note, cost, scope, until, number } = subject;
  const reply = await postCirculation(
    { requirements, outcome, note, cost, scope, until, previous: number },
    body,
    deadline,
    scene,
    store,
  );
  return { ...reply, refresh: [`circulation:${number}`], done: [...settled.done, ...(reply.done ?? [])] };
}

/** The circulation with this number, locked until the act ends. */
export async function circulationMeant(
  { number }: { readonly number: number },
  _scene: unknown,
  store: CouncilStore,
): Promise<About<Circulation>> {
  await store.circulations.lock([number]);
  const circulation = await store.circulations.byNumber(number);
  return circulation ? { subject: circulation } : { refused: whisper(text.unknown(number)) };
}
