/** `/wg open`: opens today's meeting. It gets its 第n回, and from then on decisions rest on it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { openRefusal } from '../../src/domain/sitting.ts';
import { en, ja } from '../../src/text/text.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { sittingMeant } from '../subjects/sittings.ts';
import { sitting as text } from './sittingText.ts';
import { placesOf } from './where.ts';

export const wgOpen = subcommand({
  name: 'open',
  alias: ['開会'],
  summary: { ja: ja`会議を開会します`, en: en`Open a meeting` },
  effect: 'act',
  args: z.object({ number: meetingNumber.optional() }),
  examples: ['', 'M12'],
  about: (said, scene, store) => sittingMeant(said.number, 'toOpen', scene, store),
  who: leadOf,

  async run(_said, { subject: meeting, today, now }, store): Promise<Reply> {
    const refused = openRefusal(meeting, today);
    if (refused) return whisper(text.notOpened(refused, meeting));
    const opened = await store.meetings.open(meeting, now);
    const surface = `meeting:${meeting.number}`;
    return {
      ...whisper(text.opened(opened)),
      // A meeting of a series has no message of its own before; one that stands is only brought up to date.
      posts: [{ kind: 'surface', to: placesOf(opened), surface }],
      refresh: [surface],
      done: [surface],
    };
  },
});
