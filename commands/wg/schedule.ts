/** `/wg schedule 6/12 14:00-16:00 那珂市役所 議題`: calls a meeting of the body, with its calendar file in the thread. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { closedBecause } from '../../src/domain/businessDay.ts';
import type { Body } from '../../src/domain/council.ts';
import { schedule } from '../../src/domain/meeting.ts';
import { dayAndHours, officialDay } from '../../src/text/dates.ts';
import { line, note } from '../../src/text/message.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { when } from '../arguments/dates.ts';
import { bodyNameBeforeDate, oneWord, points } from '../arguments/words.ts';
import { bodyMeant } from '../subjects/bodies.ts';
import { calendarFile } from './calendarFile.ts';
import { text } from './text.ts';

export const wgSchedule = subcommand({
  name: 'schedule',
  alias: ['日程', '日程調整', '開催', '招集'],
  summary: { ja: ja`会議を招集します`, en: en`Call a meeting` },
  effect: 'act',
  args: z.object({
    of: bodyNameBeforeDate.optional(),
    when,
    place: oneWord({ ja: ja`場所`, en: en`place` }).optional(),
    agenda: points.optional(),
  }),
  examples: [
    '6/12 14:00-16:00 那珂市役所 要件の確認、次回の日程',
    '介護保険WG 来月第2火曜 14時から16時 「本庁舎 第3会議室」',
  ],

  async about(said, scene, store): Promise<About<Body & { body: string }>> {
    const meant = bodyMeant(said.of, scene);
    if ('refused' in meant) return meant;
    await store.meetings.lockBody(meant.subject.slug);
    return { subject: { ...meant.subject, body: meant.subject.slug } };
  },

  who: leadOf,

  async run(said, { subject: body, acting, person, now, calendar, place, chart, today }, store): Promise<Reply> {
    const { day, start, end } = said.when;
    const result = schedule({ day, start, end }, await store.meetings.on(body.slug, day), now);
    if ('refused' in result) {
      if (result.refused === 'noTime') return whisper(text.noTime);
      if (result.refused === 'clash') return whisper(text.clash(same(body.name), result.with));
      return whisper(text.past({ when: start === undefined ? officialDay(day) : dayAndHours(day, start, end) }));
    }

    const meeting = await store.meetings.schedule({
      ...result.slot,
      body: body.slug,
      place: said.place,
      agenda: said.agenda ?? [],
      at: now,
      by: { person: person.id, seat: acting.role.seat },
    });

    const channels = await store.channels.ofBody(body.slug);
    const heardThere = channels.some((one) => one.channelId === place.channelId);
    const closed = closedBecause(day, calendar);
    const warning = closed === undefined ? [] : [line(text.closed(closed, calendar.holidays.get(day)))];
    const told = heardThere ? [] : [note(text.posted(channels.length))];
    return {
      // Where the body hears it, the meeting's own message shows how the date was read.
      ...((!heardThere || closed !== undefined) && whisper(text.read(meeting), ...warning, ...told)),
      posts: [
        { kind: 'surface', to: { body: body.slug }, surface: `meeting:${meeting.number}` },
        calendarFile(meeting, body, { chart, today, now }),
      ],
      done: [`meeting:${meeting.number}`],
    };
  },
});
