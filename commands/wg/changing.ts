/** What every change of a meeting tells: its message anew, a line in its channels, its calendar file in the thread. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import { bodiesOf, type Meeting } from '../../src/domain/meeting.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { placesOf } from '../../src/text/meetings.ts';
import { line } from '../../src/text/message.ts';
import type { Post } from '../../src/text/post.ts';
import type { Text } from '../../src/text/text.ts';
import { calendarFile } from './calendarFile.ts';
import { text } from './text.ts';

/** The meeting of this number, its bodies locked so that nobody takes the same hour meanwhile. */
export async function meetingMeant(number: number, store: CouncilStore): Promise<About<Meeting>> {
  const found = await store.meetings.byNumber(number);
  if (!found) return { refused: whisper(text.noMeeting(number)) };
  for (const body of bodiesOf(found).toSorted()) await store.meetings.lockBody(body);
  return { subject: (await store.meetings.byNumber(number)) ?? found };
}

/** The meetings that its bodies have on that day. */
export async function meetingsBeside(
  bodies: readonly string[],
  day: Meeting['day'],
  store: CouncilStore,
): Promise<Meeting[]> {
  const found = [];
  for (const body of bodies) found.push(...(await store.meetings.on(body, day)));
  return [...new Map(found.map((one) => [one.number, one])).values()];
}

/** What the channels hear of a change, once; a meeting of a series gets its own message by its first change. */
export function tellings(
  changed: Meeting,
  told: Text,
  scene: Pick<Scene, 'chart' | 'today' | 'now'>,
  concerned: Pick<Meeting, 'body' | 'joint'> = changed,
): Post[] {
  const surface = `meeting:${changed.number}`;
  const isNew = changed.series !== undefined && changed.sequence === 1;
  const posts: Post[] = isNew
    ? [{ kind: 'surface', to: placesOf(changed), surface }]
    : [
        {
          kind: 'message',
          key: `change:${surface}:${changed.sequence}`,
          to: placesOf(concerned),
          message: { summary: told },
        },
      ];
  return [...posts, calendarFile(changed, scene)];
}

/** The reply to whoever changed it: in private only where the channels are elsewhere. Who parted is concerned too. */
export async function changeReply(
  changed: Meeting,
  told: Text,
  scene: Pick<Scene, 'chart' | 'today' | 'now' | 'place'>,
  store: CouncilStore,
  concerned: Pick<Meeting, 'body' | 'joint'> = changed,
): Promise<Reply> {
  const channels = [];
  for (const body of bodiesOf(concerned)) channels.push(...(await store.channels.ofBody(body)));
  const heardThere = channels.some((one) => one.channelId === scene.place.channelId);
  return {
    ...(!heardThere && whisper(told, line(text.posted(channels.length)))),
    posts: tellings(changed, told, scene, concerned),
    refresh: [`meeting:${changed.number}`, ...(changed.series === undefined ? [] : [`series:${changed.series}`])],
    done: [`meeting:${changed.number}`],
  };
}
