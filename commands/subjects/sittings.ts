/** Which meeting is meant where one sits: by its number, else today's of the channel's body. */
import { whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import { bodyOf, membersOn } from '../../src/domain/council.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { type Attendance, type Count, count } from '../../src/domain/rule.ts';
import { isOpen, nextToOpen } from '../../src/domain/sitting.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { meetingMeant } from '../wg/changing.ts';
import { bodyHere } from './bodies.ts';

/** The meeting of the number, else today's of the body here that is open, or is to be; its bodies are locked. */
export async function sittingMeant(
  number: number | undefined,
  which: 'open' | 'toOpen',
  scene: Scene,
  store: CouncilStore,
): Promise<About<Meeting>> {
  if (number !== undefined) return meetingMeant(number, store);
  const here = bodyHere(scene);
  if ('refused' in here) return here;
  const meetings = await store.meetings.on(here.subject.slug, scene.today);
  const meeting = which === 'open' ? meetings.find(isOpen) : nextToOpen(meetings, scene.today);
  return meeting ? meetingMeant(meeting.number, store) : { refused: whisper(text[which](same(here.subject.name))) };
}

/** Whether enough of the body's municipalities are there, or would be if these were noted so. */
export async function countedIn(
  meeting: Meeting,
  body: string,
  { chart }: Pick<Scene, 'chart'>,
  store: CouncilStore,
  noting: Attendance = new Map(),
): Promise<Count> {
  const eligible = membersOn(chart, meeting.day).map((one) => one.code);
  const attendance: Attendance = new Map([...(await store.meetings.attendance(meeting.number, body)), ...noting]);
  const known = bodyOf(chart, body);
  if (!known) throw new Error(`a meeting of ${body}, which is no body`);
  return count(await store.rule(known, meeting.day), eligible, attendance);
}

const text = {
  toOpen: (body: Text): Text => ({
    ja: ja`${body}には、本日これから開会する会議がありません。「/wg 日程」で招集するか、会議番号を添えて「/wg 開会 M12」のようにご入力ください。`,
    en: en`${body} has no meeting to open today. Call one by “/wg schedule”, or name it, as in “/wg open M12”.`,
  }),
  open: (body: Text): Text => ({
    ja: ja`${body}には、開会中の会議がありません。座長または事務局が「/wg 開会」で開会します。`,
    en: en`No meeting of ${body} is open. Its lead or the secretariat opens it by “/wg open”.`,
  }),
};
