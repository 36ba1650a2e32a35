/** `/wg close`: closes the meeting and drafts its minutes; the same day it can be opened again. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { isOpen } from '../../src/domain/sitting.ts';
import { buttons } from '../../src/text/message.ts';
import { en, ja } from '../../src/text/text.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { sittingMeant } from '../subjects/sittings.ts';
import { surfacesOf } from './agenda/adding.ts';
import { carryOver } from './agenda/closing.ts';
import { draftMinutes } from './minutes/writing.ts';
import { sitting as text } from './sittingText.ts';

export const wgClose = subcommand({
  name: 'close',
  alias: ['閉会'],
  summary: { ja: ja`会議を閉会します`, en: en`Close a meeting` },
  effect: 'act',
  args: z.object({ number: meetingNumber.optional() }),
  examples: ['', 'M12'],
  about: (said, scene, store) => sittingMeant(said.number, 'open', scene, store),
  who: leadOf,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: meeting, today, now, acting, person } = scene;
    if (!isOpen(meeting)) return whisper(text.notOpen(meeting, today));
    const closed = await store.meetings.close(meeting.number, now);
    const carried = await carryOver(closed, scene, store);
    const again = { label: text.openAgain, line: `/wg open M${meeting.number}` };
    const by = { person: person.id, seat: acting.role.seat };
    const minutes = await draftMinutes(closed, scene, by, store);
    return {
      ...whisper(text.closed(closed), ...carried, ...(meeting.day === today ? [buttons(again)] : [])),
      ...(minutes && { posts: minutes.posts }),
      refresh: [...surfacesOf([meeting.number]), ...(minutes?.refresh ?? [])],
      done: [`meeting:${meeting.number}`, ...(minutes?.done ?? [])],
    };
  },
});
