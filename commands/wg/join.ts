/**
 * `/wg join M11 介護保険WG 議題`: the body meets together with those of M11 (合同), with a section of its own;
 * `/wg join D3 介護保険WG 議題`: it is asked for a day together with those of the open date poll D3.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { type Admitted, leadOfEach } from '../../src/command/who.ts';
import { bodiesOf, type JointBody, type Meeting, overlaps } from '../../src/domain/meeting.ts';
import { cancel } from '../../src/domain/meetingChange.ts';
import type { KeptPoll } from '../../src/store/council/polls.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { note } from '../../src/text/message.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { meetingOrPollNumber } from '../arguments/numbers.ts';
import { bodyName, points } from '../arguments/words.ts';
import { bodyMeant, bodyText } from '../subjects/bodies.ts';
import { pollMeant } from '../subjects/polls.ts';
import { change } from './changeText.ts';
import { meetingMeant, tellings } from './changing.ts';
import { papersIn } from './paper.ts';
import { joinOpenPoll } from './poll/join.ts';
import { text as wgText, whenOf } from './text.ts';

type Joining = { readonly body: string } & ({ readonly meeting: Meeting } | { readonly poll: KeptPoll });

export const wgJoin = subcommand({
  name: 'join',
  alias: ['合同', '合同開催'],
  summary: {
    ja: ja`ほかのWGの会議や日程調整に、合同で参加します`,
    en: en`Join the meeting or the poll of another body`,
  },
  effect: 'act',
  args: z.object({ number: meetingOrPollNumber, of: bodyName, agenda: points.optional() }),
  examples: ['M11 介護保険WG 要件の確認、次回の日程', 'D3 介護保険WG 要件の確認'],

  async about(said, scene, store): Promise<About<Joining>> {
    const meant = bodyMeant(said.of, scene);
    if ('refused' in meant) return meant;
    const body = meant.subject.slug;
    if ('poll' in said.number) {
      const poll = await pollMeant(said.number.poll, store, [body]);
      return 'refused' in poll ? poll : { subject: { body, poll: poll.subject } };
    }
    await store.meetings.lockBody(body);
    const meeting = await meetingMeant(said.number.meeting, store);
    return 'refused' in meeting ? meeting : { subject: { body, meeting: meeting.subject } };
  },

  // Who joins a meeting speaks for the joining body, and the one that called it hears of that; its day stands. A poll asks
  // all of them for a day: whoever changes it leads each of them.
  who: (scene, subject) =>
    leadOfEach(scene, { bodies: 'poll' in subject ? [subject.body, ...bodiesOf(subject.poll)] : [subject.body] }),

  async run(said, scene, store): Promise<Reply> {
    const { subject } = scene;
    const joining = { body: subject.body, agenda: said.agenda ?? [] };
    return 'poll' in subject
      ? joinOpenPoll(subject.poll, joining, scene, store)
      : joinMeeting(subject.meeting, joining, scene, store);
  },
});

async function joinMeeting(
  meeting: Meeting,
  joining: JointBody,
  scene: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const { acting, person, now, chart, place } = scene;
  const { body } = joining;
  const name = bodyText(chart, body);
  const refused = cancel(meeting, now);
  if (refused) return whisper(change.refused(refused, meeting));
  if (bodiesOf(meeting).includes(body)) return whisper(text.already(name, meeting));
  const clash = (await store.meetings.on(body, meeting.day)).find(
    (one) => one.state === 'scheduled' && overlaps(one, meeting),
  );
  if (clash) return whisper(wgText.clash(name, clash));

  const { number } = meeting;
  const by = { person: person.id, seat: acting.role.seat };
  const joined = await store.meetings.change({ number, kind: 'joined', joining, at: now, by });
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
}

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
