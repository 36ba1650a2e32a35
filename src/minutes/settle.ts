/**
 * What happens when the last municipality has confirmed the minutes, by its answer or by its silence: it is recorded, with the
 * provisional decisions in them; their thread is told, and has the papers as they are then.
 */
import { bodiesOf, type Meeting, threadOf } from '../domain/meeting.ts';
import type { CouncilStore } from '../store/store.ts';
import { bodiesNames, placesOf } from '../text/meetings.ts';
import type { Post } from '../text/post.ts';
import { channelFiles, type Moment, minutesNow } from './standing.ts';
import { confirmedText } from './text.ts';

export interface SettledMinutes {
  readonly posts: readonly Post[];
  readonly refresh: readonly string[];
  readonly done: readonly string[];
}

/** Undefined where they are not confirmed yet, or were before; the meeting's bodies are locked. */
export async function settleMinutes(
  meeting: Meeting,
  moment: Moment,
  store: CouncilStore,
): Promise<SettledMinutes | undefined> {
  const confirmed = await store.minutes.settle(meeting, moment.now, moment.calendar);
  const stood = confirmed && (await minutesNow(meeting, moment, store));
  if (!confirmed || !stood) return undefined;
  const key = `minutes:${meeting.number}`;
  const done = [key, ...confirmed.map((id) => `decision:${id}`)];
  return {
    posts: [
      {
        ...{ kind: 'message', key: `${key}:confirmed`, to: placesOf(meeting), thread: threadOf(meeting) },
        message: { summary: confirmedText(bodiesNames(moment.chart, meeting), meeting, confirmed.length) },
      },
      ...(await channelFiles(meeting, stood, moment, store)),
    ],
    refresh: [...done, ...(await agendasAhead(meeting, moment, store))],
    done,
  };
}

/** What was to be confirmed stands as settled on the agendas of the bodies' coming meetings. */
async function agendasAhead(meeting: Meeting, { today }: Moment, store: CouncilStore): Promise<string[]> {
  const bodies = bodiesOf(meeting);
  return (await store.meetings.from(today))
    .filter((one) => one.closedAt === undefined && bodiesOf(one).some((body) => bodies.includes(body)))
    .flatMap(({ number }) => [`meeting:${number}`, `agenda:${number}`]);
}
