/** How minutes stand at a moment, who may read what of them, and the papers that their channels are given. */
import { AUDIENCES, type Audience } from '../domain/audience.ts';
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { type Chart, municipalityOf } from '../domain/council.ts';
import type { Day, Instant } from '../domain/day.ts';
import { bodiesOf, type Meeting, threadOf } from '../domain/meeting.ts';
import {
  type Minutes,
  type MinutesEntry,
  type MinutesStanding,
  minutesOf,
  minutesStanding,
} from '../domain/minutes.ts';
import type { CouncilStore } from '../store/store.ts';
import { placesOf } from '../text/meetings.ts';
import type { Post } from '../text/post.ts';
import { secretariatLabel } from '../text/seats.ts';
import { plain } from '../text/text.ts';
import { type MinutesFacts, minutesCanvas, minutesFiles } from './paper.ts';

/** When they are looked at, and as what council's. */
export interface Moment {
  readonly council: { readonly name: string };
  readonly chart: Chart;
  readonly today: Day;
  readonly now: Instant;
  readonly calendar: OfficeCalendar;
}

export interface StandingMinutes {
  readonly entries: readonly MinutesEntry[];
  readonly minutes: Minutes;
  readonly standing: MinutesStanding;
}

/** Undefined before they were drafted; `shown`: in the message that itself asks for confirmation. */
export async function minutesNow(
  meeting: Meeting,
  { now, calendar, shown = false }: Pick<Moment, 'now' | 'calendar'> & { readonly shown?: boolean },
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
  scene: Pick<Moment, 'chart' | 'today' | 'council'>,
): MinutesFacts => ({
  ...{ number: meeting.number, minutes, standing, audience },
  from: [scene.council.name, plain(secretariatLabel(scene).ja)],
  nameOf: (code) => municipalityOf(scene.chart, code)?.name ?? code,
});

/** The files for its channels, in the meeting's thread; as a canvas too where there are canvases. */
export async function channelFiles(
  meeting: Meeting,
  stood: StandingMinutes,
  scene: Pick<Moment, 'chart' | 'today' | 'council'>,
  store: CouncilStore,
): Promise<Post[]> {
  const facts = factsOf(meeting, stood, await circleOf(meeting, store), scene);
  const key = `minutes:${meeting.number}:${stood.minutes.version}:${stood.standing.state}`;
  const placed = { key, to: placesOf(meeting), thread: threadOf(meeting) };
  return [...(await minutesFiles(facts, placed)), minutesCanvas(facts, placed)];
}

/** The canvas alone, as the words and their state are now, without files being sent again. */
export async function channelCanvas(
  meeting: Meeting,
  stood: StandingMinutes,
  scene: Omit<Moment, 'calendar'>,
  store: CouncilStore,
): Promise<Post> {
  const facts = factsOf(meeting, stood, await circleOf(meeting, store), scene);
  const key = `minutes:${meeting.number}:${stood.minutes.version}:${stood.standing.state}:${scene.now}`;
  return minutesCanvas(facts, { key, to: placesOf(meeting), thread: threadOf(meeting) });
}
