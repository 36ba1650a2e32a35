/** How far back a joiner reads: decisions, circulations, meetings and their papers only from a day on, where one was set. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { isJoining, municipalityOf } from '../../src/domain/council.ts';
import { type Day, dayAt, type Instant } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { officialDay } from '../../src/text/dates.ts';
import { note, type Part } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

type Reading = Pick<Scene, 'roles' | 'coming' | 'chart'>;

/** The first day that the asker reads; undefined: everything. Whoever also sits for a member reads everything. */
export async function readsFrom({ roles, coming, chart }: Reading, store: CouncilStore): Promise<Day | undefined> {
  const codes = [...new Set([...roles, ...coming].map((role) => role.municipality))];
  const [only, ...others] = codes;
  if (only === undefined || others.length > 0 || !isJoining(municipalityOf(chart, only)?.kind)) return undefined;
  return store.joinings.past(only);
}

/** What stands is read whenever it was decided; of the rest, what is from that day on. */
export const readable = (one: { readonly at: Instant }, stands: boolean, from: Day | undefined): boolean =>
  stands || from === undefined || dayAt(one.at) >= from;

/** That a meeting, its agenda, papers and minutes are from before that day; undefined: they are read. */
export async function meetingTooEarly(
  meeting: Pick<Meeting, 'number' | 'day'>,
  scene: Reading,
  store: CouncilStore,
): Promise<{ readonly refused: Reply } | undefined> {
  const from = await readsFrom(scene, store);
  return from === undefined || meeting.day >= from ? undefined : { refused: whisper(tooEarly(meeting.number, from)) };
}

const tooEarly = (number: number, from: Day): Text => ({
  ja: ja`会議M${number}は${officialDay(from)}より前のため、次第・資料・議事録は表示していません。必要な場合は、事務局へお問い合わせください。`,
  en: en`Meeting M${number} was before ${officialDay(from)}; its agenda, papers and minutes are left out. Please ask the secretariat where you need them.`,
});

/** That something earlier is left out. */
export const earlierLeftOut = (hidden: number, from: Day | undefined): Part[] =>
  hidden === 0 || from === undefined
    ? []
    : [
        note({
          ja: ja`${officialDay(from)}より前の経過は、表示していません。必要な場合は、事務局へお問い合わせください。`,
          en: en`What came before ${officialDay(from)} is left out. Please ask the secretariat where you need it.`,
        }),
      ];
