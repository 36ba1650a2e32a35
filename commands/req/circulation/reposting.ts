/** The same circulation posted anew until another day, where its deadline was a closed one. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { type Circulation, isOpen } from '../../../src/domain/circulation.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import type { RepostPlan } from './closedDay.ts';
import { postCirculation } from './proposing.ts';
import { standingNow } from './standing.ts';
import { text } from './text.ts';

/** Withdraws it and posts the same until the other day, as long as nobody has answered. */
export async function carryOutRepost(
  { by }: RepostPlan,
  scene: Scene & Admitted & { readonly subject: Circulation },
  store: CouncilStore,
): Promise<Reply> {
  const { subject, chart, now, person } = scene;
  const { standing } = await standingNow(subject, scene, store);
  if (!isOpen(standing)) return whisper(text.closed(subject, standing.state));
  if ((await store.circulations.positions(subject.number)).length > 0)
    return whisper(text.answeredBefore(subject.number));
  const body = bodyOf(chart, subject.body);
  if (!body) throw new Error(`${subject.body} is no body`);
  await store.circulations.end(subject.number, { how: 'withdrawn', at: now, decision: undefined }, person.id);
  const { requirements, outcome, note, cost, scope, until, previous } = subject;
  const proposal = { requirements, outcome, note, cost, scope, until, previous };
  const reply = await postCirculation(proposal, body, by, scene, store);
  const old = `circulation:${subject.number}`;
  return { ...reply, refresh: [old], done: [old, ...(reply.done ?? [])] };
}
