/** Carries out a comparison that was shown: what is to be done becomes a list of changes, done one by one at Slack's pace. */

import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { dayAt } from '../../../src/domain/day.ts';
import { visibleFrom } from '../../../src/domain/handover.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons } from '../../../src/text/message.ts';
import type { SyncPlan } from './showing.ts';
import { councilSide, fingerprint } from './sides.ts';
import { text } from './text.ts';

/** What changed since it was shown is said, and nothing is done then. */
export async function carryOutSync(
  id: number,
  { changes, undoes, fingerprint: shown }: SyncPlan,
  scene: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const { now, calendar, chart, place, person, acting } = scene;
  const anew = buttons({ label: text.anew, line: '/council sync' });
  await store.syncs.lock();
  const before = undoes === undefined ? undefined : await store.syncs.undoneBy(undoes);
  if (undoes !== undefined && before !== undefined) return whisper(text.undone(undoes, before));
  const running = await store.syncs.unfinished();
  if (running) return whisper(text.running(running.id));
  if (fingerprint(await councilSide(scene, store)) !== shown) return whisper(text.stale, anew);
  const notBefore = visibleFrom(now, calendar, chart.rotation.starts);
  const run = { id, teamId: place.teamId, at: now, by: person.id, seat: acting.role.seat, notBefore, undoes };
  await store.syncs.order(run, changes);
  return {
    ...whisper(
      notBefore > now ? text.scheduled(changes.length, notBefore, dayAt(now)) : text.started(changes.length),
      buttons({ label: text.progressButton, line: `/council sync ${id}` }),
    ),
    done: [`sync:${id}`, ...(undoes === undefined ? [] : [`sync:${undoes}`])],
  };
}
