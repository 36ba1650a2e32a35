/** How far back the asker reads, and what is said where something earlier is left out. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { isRead, readsAs } from '../../src/domain/past.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { officialDay } from '../../src/text/dates.ts';
import { note, type Part } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

type Reading = Pick<Scene, 'roles' | 'coming' | 'chart'>;

/** The first day that the asker reads; undefined: everything. */
export async function readsFrom({ roles, coming, chart }: Reading, store: CouncilStore): Promise<Day | undefined> {
  const joiner = readsAs([...roles, ...coming], chart);
  return joiner === undefined ? undefined : store.joinings.past(joiner);
}

/** That a meeting, its agenda, papers and minutes are from before that day; undefined: they are read. */
export async function meetingTooEarly(
  meeting: Pick<Meeting, 'number' | 'day'>,
  scene: Reading,
  store: CouncilStore,
): Promise<{ readonly refused: Reply } | undefined> {
  const from = await readsFrom(scene, store);
  if (from === undefined || isRead({ kind: 'meeting', day: meeting.day }, from)) return undefined;
  return { refused: whisper(tooEarly(meeting.number, from)) };
}

const tooEarly = (number: number, from: Day): Text => ({
  ja: ja`会議M${number}は${officialDay(from)}より前のため、次第・資料・議事録は表示していません。必要な場合は、事務局へお問い合わせください。`,
  en: en`Meeting M${number} was before ${officialDay(from)}; its agenda, papers and minutes are left out. Please ask the secretariat where you need them.`,
});

/** That something earlier is left out. */
export const earlierLeftOut = (hidden: number, from: Day | undefined): Part[] =>
  hidden === 0 || from === undefined ? [] : [note(before(from))];

export const before = (from: Day): Text => ({
  ja: ja`${officialDay(from)}より前の経過は、表示していません。必要な場合は、事務局へお問い合わせください。`,
  en: en`What came before ${officialDay(from)} is left out. Please ask the secretariat where you need it.`,
});
