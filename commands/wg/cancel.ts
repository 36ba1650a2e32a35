/**
 * `/wg cancel M12 理由`: a called meeting does not take place (中止). `以降` before the number: it and all later ones of its series.
 *
 * `M12 持ち回り審議 理由` says that it was not needed, for the counters; where nothing is said, what the reason seems to say is
 * taken, shown, and changed by a button.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { type Admitted, leadOf } from '../../src/command/who.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { cancel } from '../../src/domain/meetingChange.ts';
import { avoidedBy } from '../../src/domain/meetingCounts.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { buttons, note } from '../../src/text/message.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { avoidedOf, countedAs, countedAsOf } from '../arguments/avoided.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { reason } from '../arguments/places.ts';
import { choice } from '../arguments/words.ts';
import { change } from './changeText.ts';
import { changeReply, meetingMeant } from './changing.ts';
import { countAs, countedText, recountButtons } from './counted.ts';
import { type CancelledFor, cancelRest } from './seriesCancel.ts';

const fromHere = choice<'rest'>({ ja: ja`以降`, en: en`rest` }, [
  { value: 'rest', label: { ja: ja`以降の回もすべて`, en: en`and all later ones` }, words: ['以降', '以後', '今後'] },
]);

export const wgCancel = subcommand({
  name: 'cancel',
  alias: ['中止', '開催中止'],
  summary: { ja: ja`会議を中止します`, en: en`Cancel a meeting` },
  effect: 'act',
  args: z.object({ rest: fromHere.optional(), number: meetingNumber, as: countedAs.optional(), reason }),
  examples: ['M12 台風のため', 'M12 持ち回り審議 全要件をP12に諮るため', '以降 M12 全要件の確認が終わったため'],
  about: (said, _scene, store) => meetingMeant(said.number, store),
  who: leadOf,

  async run(said, scene, store): Promise<Reply> {
    const { subject: meeting, now } = scene;
    if (meeting.state === 'cancelled' && said.as) return countAs(meeting, said.as, said.rest !== undefined, store);
    const refused = cancel(meeting, now);
    if (refused) return whisper(change.refused(refused, meeting));
    const why = { reason: said.reason, avoided: said.as ? avoidedOf(said.as) : avoidedBy(said.reason) };
    return said.rest ? cancelRest(why, scene, store) : cancelOne(why, scene, store);
  },
});

async function cancelOne(
  { reason: why, avoided }: CancelledFor,
  scene: Scene & Admitted & { readonly subject: Meeting },
  store: CouncilStore,
): Promise<Reply> {
  const { subject: meeting, acting, person, now, chart } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  const { number } = meeting;
  const cancelled = await store.meetings.change({ number, kind: 'cancelled', reason: why, avoided, at: now, by });
  const told = change.cancelled(same(bodiesNames(chart, meeting)), cancelled, why);
  const reply = await changeReply(cancelled, told, scene, store);
  const as = countedAsOf(avoided);
  const counted = buttons(...recountButtons({ number }, as));
  return reply.whisper
    ? {
        ...reply,
        whisper: {
          ...reply.whisper,
          parts: [...(reply.whisper.parts ?? []), note(countedText({ number }, as)), counted],
        },
      }
    : { ...reply, ...whisper(countedText({ number }, as), counted) };
}
