/** `/wg join M11 介護保険WG 議題`: the body meets together with those of M11 (合同), with a section of its own. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { bodiesOf, type Meeting, overlaps } from '../../src/domain/meeting.ts';
import { cancel } from '../../src/domain/meetingChange.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { note } from '../../src/text/message.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { bodyName, points } from '../arguments/words.ts';
import { bodyMeant, bodyText } from '../subjects/bodies.ts';
import { change } from './changeText.ts';
import { meetingMeant, tellings } from './changing.ts';
import { papersIn } from './paper.ts';
import { text as wgText, whenOf } from './text.ts';

export const wgJoin = subcommand({
  name: 'join',
  alias: ['合同', '合同開催'],
  summary: { ja: ja`ほかのWGの会議に、合同で参加します`, en: en`Meet together with another body` },
  effect: 'act',
  args: z.object({ number: meetingNumber, of: bodyName, agenda: points.optional() }),
  examples: ['M11 介護保険WG 要件の確認、次回の日程'],

  async about(said, scene, store): Promise<About<{ body: string; meeting: Meeting }>> {
    const meant = bodyMeant(said.of, scene);
    if ('refused' in meant) return meant;
    await store.meetings.lockBody(meant.subject.slug);
    const meeting = await meetingMeant(said.number, store);
    return 'refused' in meeting ? meeting : { subject: { body: meant.subject.slug, meeting: meeting.subject } };
  },

  // Whoever joins speaks for the joining body; the one that called the meeting hears of it.
  who: leadOf,

  async run(said, scene, store): Promise<Reply> {
    const { subject, acting, person, now, chart, place } = scene;
    const { body, meeting } = subject;
    const name = bodyText(chart, body);
    const refused = cancel(meeting, now);
    if (refused) return whisper(change.refused(refused, meeting));
    if (bodiesOf(meeting).includes(body)) return whisper(text.already(name, meeting));
    const clash = (await store.meetings.on(body, meeting.day)).find(
      (one) => one.state === 'scheduled' && overlaps(one, meeting),
    );
    if (clash) return whisper(wgText.clash(name, clash));

    const { number } = meeting;
    const joined = await store.meetings.change({
      ...{ number, kind: 'joined', at: now, by: { person: person.id, seat: acting.role.seat } },
      joining: { body, agenda: said.agenda ?? [] },
    });
    const told = text.joined(name, joined, same(bodiesNames(chart, joined)));
    const channels = await store.channels.ofBody(body);
    const heardThere = channels.some((one) => one.channelId === place.channelId);
    const surface = `meeting:${number}`;
    return {
      ...(!heardThere && whisper(told, note(wgText.posted(channels.length)))),
      posts: [
        ...tellings(joined, told, scene, { body: meeting.body, joint: meeting.joint }),
        { kind: 'surface', to: { body }, surface, key: `${surface}:${body}` },
        ...((await store.papers.of(number)).length > 0 ? [papersIn(joined, body)] : []),
      ],
      refresh: [surface, `papers:${number}`],
      done: [surface, `body:${body}`],
    };
  },
});

const text = {
  joined: (name: Text, meeting: Meeting, bodies: Text): Text => ({
    ja: ja`会議M${meeting.number}(${whenOf(meeting)})は、${name}が加わり、${bodies}の合同会議になりました。`,
    en: en`${name} joins meeting M${meeting.number} (${whenOf(meeting)}): it is a joint meeting of ${bodies}.`,
  }),
  already: (name: Text, meeting: Meeting): Text => ({
    ja: ja`${name}は、すでに会議M${meeting.number}に加わっています。`,
    en: en`${name} already takes part in meeting M${meeting.number}.`,
  }),
};
