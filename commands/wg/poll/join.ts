/**
 * A body joins a date poll that is open: it is asked from now on, in its own channel too, and counted by its own quorum; what
 * the others answered stays. Deciding calls one joint meeting.
 */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import { dayAt } from '../../../src/domain/day.ts';
import type { JointBody } from '../../../src/domain/meeting.ts';
import { type JoinRefusal, joinPoll } from '../../../src/domain/poll.ts';
import type { KeptPoll } from '../../../src/store/council/polls.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames, placesOf } from '../../../src/text/meetings.ts';
import { buttons, note } from '../../../src/text/message.ts';
import { same } from '../../../src/text/text.ts';
import { bodyText } from '../../subjects/bodies.ts';
import { text as wgText } from '../text.ts';
import { joinText as text } from './joinText.ts';
import { undoButton } from './undo.ts';

export async function joinOpenPoll(
  poll: KeptPoll,
  joining: JointBody,
  scene: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const { acting, person, now, chart } = scene;
  const { number } = poll;
  const { body } = joining;
  const result = joinPoll(poll, joining, now);
  if ('refused' in result) return refusal(result, poll, joining, scene);

  await store.polls.noteChange(number, { kind: 'joined', ...joining }, now, {
    person: person.id,
    seat: acting.role.seat,
  });
  const joined = await store.polls.together(number, result.poll.joint);
  const { length: changes } = await store.polls.changes(number);
  const channels = await store.channels.ofBody(body);
  const names = same(bodiesNames(chart, joined));
  const told = text.joined(bodyText(chart, body), number, names);
  const surface = `poll:${number}`;
  return {
    ...whisper(
      told,
      note(text.deadline(joined.deadline, dayAt(now))),
      note(wgText.posted(channels.length)),
      buttons(undoButton(number)),
    ),
    posts: [
      { kind: 'message', key: `${surface}:joined:${changes}`, to: placesOf(poll), message: { summary: told } },
      { kind: 'surface', to: { body }, surface, key: `${surface}:${body}` },
    ],
    refresh: (await store.polls.unsettled()).map((one) => `poll:${one.number}`),
    done: [surface, `body:${body}`],
  };
}

/** What is not possible, and what is instead. */
function refusal(refused: JoinRefusal, poll: KeptPoll, { body, agenda }: JointBody, { chart }: Scene): Reply {
  const { number, meeting } = poll;
  if (refused.refused === 'already') return whisper(text.already(bodyText(chart, body), number));
  if (refused.standing !== 'decided' || meeting === undefined) return whisper(text.over(number, refused.standing));
  const line = `/wg join M${meeting} ${bodyOf(chart, body)?.name ?? body} ${agenda.join('、')}`.trim();
  return whisper(text.decided(number, meeting), buttons({ label: text.joinMeeting(meeting), line }));
}
