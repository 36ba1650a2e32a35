/** How minutes stand at the scene's moment, who may read what of them, and what happens when they are confirmed. */
import type { Scene } from '../../../src/command/scene.ts';
import { secretariatLabel } from '../../../src/command/who.ts';
import { AUDIENCES, type Audience } from '../../../src/domain/audience.ts';
import { municipalityOf } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import { bodiesOf, type Meeting, threadOf } from '../../../src/domain/meeting.ts';
import {
  type Minutes,
  type MinutesEntry,
  type MinutesStanding,
  minutesOf,
  minutesStanding,
} from '../../../src/domain/minutes.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import type { Post } from '../../../src/text/post.ts';
import { plain } from '../../../src/text/text.ts';
import { placesOf } from '../where.ts';
import { type MinutesFacts, minutesCanvas, minutesFiles } from './paper.ts';

export interface StandingMinutes {
  readonly entries: readonly MinutesEntry[];
  readonly minutes: Minutes;
  readonly standing: MinutesStanding;
}

/** Undefined before they were drafted; `shown`: in the message that itself asks for confirmation. */
export async function minutesNow(
  meeting: Meeting,
  { now, calendar, shown = false }: Pick<Scene, 'now' | 'calendar'> & { readonly shown?: boolean },
  store: CouncilStore,
): Promise<StandingMinutes | undefined> {
  const entries = await store.minutes.entries(meeting.number);
  const minutes = minutesOf(entries);
  if (!minutes) return undefined;
  const around = await store.minutes.around(meeting);
  const delivered = around.delivered || shown;
  return { entries, minutes, standing: minutesStanding(minutes, now, { ...around, calendar, delivered }) };
}

/** The circle of those who read the channels of its bodies: where they differ, the widest. */
export async function circleOf(meeting: Meeting, store: CouncilStore): Promise<Audience> {
  const circles: number[] = [];
  for (const body of bodiesOf(meeting)) {
    const found = (await store.channels.ofBody(body)).map((one) => AUDIENCES.indexOf(one.audience));
    if (found.length > 0) circles.push(Math.min(...found));
  }
  return AUDIENCES[Math.max(0, ...circles)] ?? 'internal';
}

export const factsOf = (
  meeting: Meeting,
  { minutes, standing }: StandingMinutes,
  audience: Audience,
  scene: Pick<Scene, 'chart' | 'today'> & { readonly council: { readonly name: string } },
): MinutesFacts => ({
  ...{ number: meeting.number, minutes, standing, audience },
  from: [scene.council.name, plain(secretariatLabel(scene).ja)],
  nameOf: (code) => municipalityOf(scene.chart, code)?.name ?? code,
});

/** The files for its channels, in the meeting's thread; as a canvas too where there are canvases. */
export async function channelFiles(
  meeting: Meeting,
  stood: StandingMinutes,
  scene: Pick<Scene, 'chart' | 'today'> & { readonly council: { readonly name: string } },
  store: CouncilStore,
): Promise<Post[]> {
  const facts = factsOf(meeting, stood, await circleOf(meeting, store), scene);
  const key = `minutes:${meeting.number}:${stood.minutes.version}:${stood.standing.state}`;
  const placed = { key, to: placesOf(meeting), thread: threadOf(meeting) };
  return [...(await minutesFiles(facts, placed)), minutesCanvas(facts, placed)];
}

/** The canvas alone, as the words are now: what was corrected is read there too, without files being sent again. */
export async function channelCanvas(
  meeting: Meeting,
  stood: StandingMinutes,
  scene: Pick<Scene, 'chart' | 'today' | 'now'> & { readonly council: { readonly name: string } },
  store: CouncilStore,
): Promise<Post> {
  const facts = factsOf(meeting, stood, await circleOf(meeting, store), scene);
  const key = `minutes:${meeting.number}:${stood.minutes.version}:${scene.now}`;
  return minutesCanvas(facts, { key, to: placesOf(meeting), thread: threadOf(meeting) });
}

export interface SettledMinutes {
  readonly posts: readonly Post[];
  readonly refresh: readonly string[];
  readonly done: readonly string[];
}

/** What was to be confirmed stands as settled on the agendas of the bodies' coming meetings. */
async function agendasAhead(meeting: Meeting, today: Day, store: CouncilStore): Promise<string[]> {
  const bodies = bodiesOf(meeting);
  return (await store.meetings.from(today))
    .filter((one) => one.closedAt === undefined && bodiesOf(one).some((body) => bodies.includes(body)))
    .flatMap(({ number }) => [`meeting:${number}`, `agenda:${number}`]);
}

/** Where all have confirmed, records it, and gives the files as they are now; the meeting's bodies are locked. */
export async function settleMinutes(
  meeting: Meeting,
  scene: Pick<Scene, 'chart' | 'today' | 'now' | 'calendar'> & { readonly council: { readonly name: string } },
  store: CouncilStore,
): Promise<SettledMinutes | undefined> {
  const confirmed = await store.minutes.settle(meeting, scene.now, scene.calendar);
  const stood = confirmed && (await minutesNow(meeting, scene, store));
  if (!confirmed || !stood) return undefined;
  const key = `minutes:${meeting.number}`;
  return {
    posts: await channelFiles(meeting, stood, scene, store),
    refresh: [key, ...confirmed.map((id) => `decision:${id}`), ...(await agendasAhead(meeting, scene.today, store))],
    done: [key, ...confirmed.map((id) => `decision:${id}`)],
  };
}
