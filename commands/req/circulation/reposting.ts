/** A deadline on a closed day is taken, and the next business day offered: by the button the same is posted anew until then. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { businessDayFrom, isBusinessDay } from '../../../src/domain/businessDay.ts';
import { type Circulation, isOpen } from '../../../src/domain/circulation.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, line, type Part } from '../../../src/text/message.ts';
import { postCirculation } from './proposing.ts';
import { standingNow } from './standing.ts';
import { text } from './text.ts';

/** A plan's act. */
export const REPOST = 'req repost';

export interface RepostPlan {
  readonly number: number;
  readonly by: Day;
}

/** What is said of a deadline on a closed day, with the way to the next that is open. */
export async function onClosedDay(
  { number, deadline }: Circulation,
  { calendar, today, person, now }: Pick<Scene, 'calendar' | 'today' | 'person' | 'now'>,
  store: CouncilStore,
): Promise<Part[]> {
  if (isBusinessDay(deadline, calendar)) return [];
  const by = businessDayFrom(deadline, calendar);
  const content: RepostPlan = { number, by };
  const id = await store.plans.keep({ act: REPOST, person: person.id, at: now, content });
  return [
    line(text.closedDay(deadline, by, today)),
    buttons({ label: text.repost(by, today), line: `/req proceed ${id}` }),
  ];
}

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
