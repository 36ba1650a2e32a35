/** What drafting and correcting share: the next version, and asking again where confirmation was asked before. */
import type { Reply } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { deadlineFrom } from '../../../src/domain/circulation.ts';
import { membersOn } from '../../../src/domain/council.ts';
import { type Meeting, threadOf } from '../../../src/domain/meeting.ts';
import {
  type Asking,
  type MinutesContent,
  minutesOf,
  redrafted,
  type Section,
  wasAsked,
} from '../../../src/domain/minutes.ts';
import { channelFiles, minutesNow } from '../../../src/minutes/standing.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames, placesOf } from '../../../src/text/meetings.ts';
import type { Post } from '../../../src/text/post.ts';
import { same, type Text } from '../../../src/text/text.ts';
import { drafted } from './draft.ts';
import { minutes as text } from './text.ts';

export type Writing = Pick<Scene, 'chart' | 'today' | 'now' | 'calendar' | 'council'>;
export interface By {
  readonly person: number;
  readonly seat: string;
}

/** How long silence lasts where no setting says so, to name a day by which the answers are hoped for. */
const USUAL_DAYS = 5;

/** How confirmation is asked now, by the council's setting for minutes. */
export async function askingOf(
  meeting: Meeting,
  { chart, today, calendar }: Writing,
  store: CouncilStore,
): Promise<Asking> {
  const set = await store.setting('silenceMinutes', today, meeting.body);
  const silence = typeof set === 'number' && set > 0 ? set : undefined;
  return {
    silence,
    eligible: membersOn(chart, meeting.day).map((one) => one.code),
    deadline: deadlineFrom(today, silence ?? USUAL_DAYS, calendar),
  };
}

/** Drafts them, anew too; undefined where nothing changed since. */
export async function draftMinutes(
  meeting: Meeting,
  scene: Writing,
  by: By,
  store: CouncilStore,
): Promise<Required<Pick<Reply, 'posts' | 'refresh' | 'done'>> | undefined> {
  const entries = await store.minutes.entries(meeting.number);
  const fresh = redrafted(entries, await drafted(meeting, scene, store));
  if (!fresh) return undefined;
  await store.minutes.write(meeting.number, { kind: 'draft', content: fresh, at: scene.now, ...by });
  const key = `minutes:${meeting.number}`;
  const again = await askAgain(
    meeting,
    text.redrafted(same(bodiesNames(scene.chart, meeting)), meeting),
    scene,
    by,
    store,
  );
  const stood = await minutesNow(meeting, scene, store);
  return {
    posts: [
      { kind: 'surface', to: placesOf(meeting), surface: key, thread: threadOf(meeting) },
      ...(stood ? await channelFiles(meeting, stood, scene, store) : []),
      ...again,
    ],
    refresh: [key],
    done: [key],
  };
}

/** The next version, with this section as it was corrected. */
export async function writeAmended(
  meeting: Meeting,
  content: MinutesContent,
  { section, because }: { readonly section: Section; readonly because: string | undefined },
  { now }: Writing,
  by: By,
  store: CouncilStore,
): Promise<void> {
  await store.minutes.write(meeting.number, { kind: 'amend', content, section, words: because, at: now, ...by });
}

/** Who was asked before is asked once more, and told what changed: nobody confirms what they have not seen. */
export async function askAgain(
  meeting: Meeting,
  told: Text,
  scene: Writing,
  by: By,
  store: CouncilStore,
): Promise<Post[]> {
  const entries = await store.minutes.entries(meeting.number);
  const minutes = minutesOf(entries);
  if (!minutes || minutes.ended !== undefined || !wasAsked(entries)) return [];
  await store.minutes.write(meeting.number, {
    ...{ kind: 'ask', asking: await askingOf(meeting, scene, store), at: scene.now },
    ...by,
  });
  const key = `minutes:${meeting.number}:again:${minutes.version}`;
  return [{ kind: 'message', key, to: placesOf(meeting), thread: threadOf(meeting), message: { summary: told } }];
}
