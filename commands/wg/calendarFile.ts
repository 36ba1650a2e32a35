/** A meeting's calendar file, in the thread of the meeting's message. */
import { icsOf } from '../../src/calendar/ics.ts';
import type { Scene } from '../../src/command/scene.ts';
import { secretariatLabel } from '../../src/command/who.ts';
import type { Body } from '../../src/domain/council.ts';
import type { Instant } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { FilePost } from '../../src/text/post.ts';
import { en, ja, plain } from '../../src/text/text.ts';

export function calendarFile(
  meeting: Meeting,
  body: Body,
  { now, ...scene }: Pick<Scene, 'chart' | 'today'> & { readonly now: Instant },
): FilePost {
  const surface = `meeting:${meeting.number}`;
  const cancelled = meeting.state === 'cancelled';
  return {
    kind: 'file',
    key: `ics:${surface}:${meeting.sequence}`,
    to: { body: body.slug },
    thread: surface,
    file: {
      name: `M${meeting.number}${cancelled ? '-cancel' : ''}.ics`,
      title: cancelled
        ? { ja: ja`予定の取消(M${meeting.number})`, en: en`Cancellation (M${meeting.number})` }
        : { ja: ja`予定表用ファイル(M${meeting.number})`, en: en`For your calendar (M${meeting.number})` },
      content: icsOf({
        uid: meeting.uid,
        sequence: meeting.sequence,
        cancelled,
        summary: `${body.name} 会議(M${meeting.number})`,
        day: meeting.day,
        start: meeting.start,
        end: meeting.end,
        location: meeting.place,
        description:
          meeting.agenda.length === 0 ? undefined : meeting.agenda.map((one, i) => `${i + 1} ${one}`).join('\n'),
        organizer: plain(secretariatLabel(scene).ja),
        at: now,
      }),
    },
  };
}
