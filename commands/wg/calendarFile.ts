/** A meeting's calendar file, in the thread of the meeting's message; that of a series, in the thread of the series. */
import { type CalendarEvent, icsOf, publishedOf } from '../../src/calendar/ics.ts';
import type { Scene } from '../../src/command/scene.ts';
import { bodyOf, type Chart } from '../../src/domain/council.ts';
import type { Instant } from '../../src/domain/day.ts';
import { bodiesOf, type Meeting } from '../../src/domain/meeting.ts';
import { bodiesNames, placesOf } from '../../src/text/meetings.ts';
import type { FilePost } from '../../src/text/post.ts';
import { secretariatLabel } from '../../src/text/seats.ts';
import { en, ja, plain } from '../../src/text/text.ts';

type Of = Pick<Scene, 'chart' | 'today'>;

/** It stands in the thread of the meeting's own message, where it has one. */
export function calendarFile(
  meeting: Meeting,
  { now, ...of }: Of & { readonly now: Instant },
  thread = `meeting:${meeting.number}`,
): FilePost {
  const cancelled = meeting.state === 'cancelled';
  return {
    kind: 'file',
    key: `ics:meeting:${meeting.number}:${meeting.sequence}`,
    to: placesOf(meeting),
    thread,
    file: {
      name: `M${meeting.number}${cancelled ? '-cancel' : ''}.ics`,
      title: cancelled
        ? { ja: ja`予定の取消(M${meeting.number})`, en: en`Cancellation (M${meeting.number})` }
        : { ja: ja`予定表用ファイル(M${meeting.number})`, en: en`For your calendar (M${meeting.number})` },
      content: icsOf(eventOf(meeting, of, now)),
    },
  };
}

export function seriesFile(series: number, meetings: readonly Meeting[], of: Of & { readonly now: Instant }): FilePost {
  const [first] = meetings;
  if (!first) throw new Error('a series has meetings');
  return {
    kind: 'file',
    key: `ics:series:${series}`,
    to: placesOf(first),
    thread: `series:${series}`,
    file: {
      name: `S${series}.ics`,
      title: {
        ja: ja`予定表用ファイル(全${meetings.length}回)`,
        en: en`For your calendar (${meetings.length} meetings)`,
      },
      content: publishedOf(meetings.map((one) => eventOf(one, of, of.now))),
    },
  };
}

/** As calendars know it; `at` is when this revision was made. */
export function eventOf(meeting: Meeting, { chart, today }: Of, at: Instant): CalendarEvent {
  return {
    uid: meeting.uid,
    sequence: meeting.sequence,
    cancelled: meeting.state === 'cancelled',
    summary: `${bodiesNames(chart, meeting)} ${meeting.joint.length > 0 ? '合同会議' : '会議'}(M${meeting.number})`,
    day: meeting.day,
    start: meeting.start,
    end: meeting.end,
    location: meeting.place,
    link: meeting.link,
    description: agendaOf(meeting, chart),
    organizer: plain(secretariatLabel({ chart, today }).ja),
    attendees: bodiesOf(meeting).map((slug) => ({ slug, name: bodyOf(chart, slug)?.name ?? slug })),
    at,
  };
}

/** A section for each body where several meet. */
function agendaOf(meeting: Meeting, chart: Chart): string | undefined {
  const sections = [{ body: meeting.body, agenda: meeting.agenda }, ...meeting.joint];
  const lines = sections.flatMap(({ body, agenda }) => [
    ...(meeting.joint.length > 0 && agenda.length > 0 ? [`【${bodyOf(chart, body)?.name ?? body}】`] : []),
    ...agenda.map((one, i) => `${i + 1} ${one}`),
  ]);
  return lines.length === 0 ? undefined : lines.join('\n');
}
