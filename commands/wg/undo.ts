/** `/wg undo M12`: takes a meeting back within ten minutes of its being called. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { bodyOf } from '../../src/domain/council.ts';
import { UNDO_WITHIN } from '../../src/domain/decide.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { calendarFile } from './calendarFile.ts';
import { text } from './text.ts';

export const wgUndo = subcommand({
  name: 'undo',
  alias: ['取消', '取り消し', '元に戻す'],
  summary: { ja: ja`直前に招集した会議を取り消します(10分以内)`, en: en`Take a meeting back (within 10 minutes)` },
  effect: 'act',
  args: z.object({ number: meetingNumber.optional() }),
  examples: ['M12', ''],

  async about(said, scene, store): Promise<About<Meeting>> {
    const { number } = said;
    if (number === undefined) {
      const last = await store.meetings.lastBy(scene.person.id);
      return last ? { subject: last } : { refused: whisper(text.nothingToUndo) };
    }
    const found = await store.meetings.byNumber(number);
    if (!found) return { refused: whisper(text.noMeeting(number)) };
    await store.meetings.lockBody(found.body);
    const locked = await store.meetings.byNumber(number);
    return { subject: locked ?? found };
  },

  who: leadOf,

  async run(_said, { subject: meeting, chart, now, today }, store): Promise<Reply> {
    if (meeting.state === 'cancelled') return whisper(text.alreadyCancelled(meeting));
    if (now > meeting.createdAt + UNDO_WITHIN) return whisper(text.tooLate(meeting));

    const cancelled = await store.meetings.cancel(meeting.number);
    const body = bodyOf(chart, meeting.body);
    return {
      ...whisper(text.cancelled(same(body?.name ?? meeting.body), cancelled)),
      posts: body ? [calendarFile(cancelled, body, { chart, today, now })] : [],
      refresh: [`meeting:${meeting.number}`],
      done: [`meeting:${meeting.number}`],
    };
  },
});
