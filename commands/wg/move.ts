/** `/wg move M12 6/16 10:00 五霞町役場`: the same meeting at another time or place; a time that is not said stays. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { closedBecause } from '../../src/domain/businessDay.ts';
import { bodiesOf } from '../../src/domain/meeting.ts';
import { move } from '../../src/domain/meetingChange.ts';
import { dayAndHours } from '../../src/text/dates.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { line } from '../../src/text/message.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { when } from '../arguments/dates.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { link, place, reason } from '../arguments/places.ts';
import { change } from './changeText.ts';
import { changeReply, meetingMeant, meetingsBeside } from './changing.ts';
import { text } from './text.ts';

export const wgMove = subcommand({
  name: 'move',
  alias: ['日程変更', '延期', '会場変更'],
  summary: { ja: ja`会議の日程・会場を変更します`, en: en`Move a meeting` },
  effect: 'act',
  args: z.object({
    number: meetingNumber,
    when: when.optional(),
    place: place.optional(),
    link: link.optional(),
    reason: reason.optional(),
  }),
  examples: ['M12 6/16 10:00', 'M12 6/16 10:00-12:00 五霞町役場 理由:台風のため', 'M12 五霞町役場'],
  about: (said, _scene, store) => meetingMeant(said.number, store),
  who: leadOf,

  async run(said, scene, store): Promise<Reply> {
    const { subject: meeting, acting, person, now, calendar, chart } = scene;
    if (!said.when && said.place === undefined && said.link === undefined)
      return whisper(change.nothingSaid(meeting.number));
    const bodies = same(bodiesNames(chart, meeting));
    const day = said.when?.day ?? meeting.day;
    const others = await meetingsBeside(bodiesOf(meeting), day, store);
    const result = move(meeting, { when: said.when, place: said.place, link: said.link }, others, now);
    if ('refused' in result) {
      if (result.refused === 'noTime') return whisper(text.noTime);
      if (result.refused === 'clash') return whisper(text.clash(bodies, result.with));
      if (result.refused === 'past')
        return whisper(text.past({ when: dayAndHours(day, said.when?.start ?? meeting.start, said.when?.end) }));
      return whisper(change.refused(result, meeting));
    }

    const by = { person: person.id, seat: acting.role.seat };
    const { number } = meeting;
    const moved = await store.meetings.change({
      ...{ number, kind: 'moved', to: result.to, reason: said.reason, at: now, by },
    });
    const reply = await changeReply(moved, change.moved(bodies, meeting, moved, said.reason), scene, store);
    const closed = closedBecause(moved.day, calendar);
    if (closed === undefined || moved.day === meeting.day) return reply;
    return { ...reply, ...whisper(text.read(moved), line(text.closed(closed, calendar.holidays.get(moved.day)))) };
  },
});
