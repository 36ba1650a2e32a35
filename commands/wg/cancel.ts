/** `/wg cancel M12 理由`: a called meeting does not take place (中止). `以降` before the number: it and all later ones of its series. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { type Admitted, leadOf } from '../../src/command/who.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { cancel } from '../../src/domain/meetingChange.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { reason } from '../arguments/places.ts';
import { choice } from '../arguments/words.ts';
import { change } from './changeText.ts';
import { changeReply, meetingMeant } from './changing.ts';
import { cancelRest } from './seriesCancel.ts';

const fromHere = choice<'rest'>({ ja: ja`以降`, en: en`rest` }, [
  { value: 'rest', label: { ja: ja`以降の回もすべて`, en: en`and all later ones` }, words: ['以降', '以後', '今後'] },
]);

export const wgCancel = subcommand({
  name: 'cancel',
  alias: ['中止', '開催中止'],
  summary: { ja: ja`会議を中止します`, en: en`Cancel a meeting` },
  effect: 'act',
  args: z.object({ rest: fromHere.optional(), number: meetingNumber, reason }),
  examples: ['M12 台風のため', '以降 M12 全要件の確認が終わったため'],
  about: (said, _scene, store) => meetingMeant(said.number, store),
  who: leadOf,

  async run(said, scene, store): Promise<Reply> {
    const refused = cancel(scene.subject, scene.now);
    if (refused) return whisper(change.refused(refused, scene.subject));
    return said.rest ? cancelRest(said.reason, scene, store) : cancelOne(said.reason, scene, store);
  },
});

async function cancelOne(
  why: string,
  scene: Scene & Admitted & { readonly subject: Meeting },
  store: CouncilStore,
): Promise<Reply> {
  const { subject: meeting, acting, person, now, chart } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  const { number } = meeting;
  const cancelled = await store.meetings.change({ number, kind: 'cancelled', reason: why, at: now, by });
  return changeReply(cancelled, change.cancelled(same(bodiesNames(chart, meeting)), cancelled, why), scene, store);
}
