/** `/wg open`: opens today's meeting. It gets its 第n回, and from then on decisions rest on it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { openRefusal } from '../../src/domain/sitting.ts';
import { placesOf } from '../../src/text/meetings.ts';
import { en, ja } from '../../src/text/text.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { sittingMeant } from '../subjects/sittings.ts';
import { surfacesOf } from './agenda/adding.ts';
import { offerCirculation } from './agenda/circulating.ts';
import { bringBack } from './agenda/closing.ts';
import { sitting as text } from './sittingText.ts';

export const wgOpen = subcommand({
  name: 'open',
  alias: ['開会'],
  summary: { ja: ja`会議を開会します`, en: en`Open a meeting` },
  effect: 'act',
  args: z.object({ number: meetingNumber.optional() }),
  examples: ['', 'M12'],
  about: (said, scene, store) => sittingMeant(said.number, 'toOpen', scene, store),
  who: leadOf,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: meeting, today, now } = scene;
    const refused = openRefusal(meeting, today);
    if (refused) return whisper(text.notOpened(refused, meeting));
    if (meeting.closedAt !== undefined) await bringBack(meeting, scene, store);
    const opened = await store.meetings.open(meeting, now);
    const surface = `meeting:${meeting.number}`;
    return {
      ...whisper(text.opened(opened), ...(await offerCirculation(opened, scene, store))),
      // A meeting of a series has no message of its own before; one that stands is only brought up to date.
      posts: [{ kind: 'surface', to: placesOf(opened), surface }],
      refresh: surfacesOf([meeting.number]),
      done: [surface],
    };
  },
});
