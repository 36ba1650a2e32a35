/** `/wg show M12`: when and where it is, what it was before, its agenda, and which 資料 are the latest. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { leadOf } from '../../src/command/who.ts';
import type { Audience } from '../../src/domain/audience.ts';
import { bodyOf } from '../../src/domain/council.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { standing } from '../../src/domain/meetingChange.ts';
import { isFor, type MeetingPaper } from '../../src/domain/paper.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { type Button, buttons, facts, note, rows } from '../../src/text/message.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { sectionsOf } from './agenda/sections.ts';
import { entryRow } from './agenda/text.ts';
import { change } from './changeText.ts';
import { notice } from './noticeText.ts';
import { paperRows } from './paper.ts';
import { text as wgText, whenOf } from './text.ts';

export async function showMeeting(meeting: Meeting, scene: Scene, store: CouncilStore): Promise<Reply> {
  const [history, papers] = await Promise.all([
    store.meetings.history(meeting.number),
    store.papers.of(meeting.number),
  ]);
  const changes = standing(history);
  const earlier = changes.filter((one) => one.kind === 'moved');
  const seen = papers.filter((one) => isFor(circleOf(scene), one));
  const hidden = papers.length - seen.length;
  const sections = await sectionsOf(meeting, store);
  const buttonsHere: Button[] =
    meeting.state === 'cancelled' || 'refused' in leadOf(scene, meeting)
      ? []
      : [{ label: notice.button, line: `/wg notice M${meeting.number}` }];
  return whisper(
    text.title(meeting, same(bodiesNames(scene.chart, meeting))),
    facts([text.when, whenOf(meeting)], [text.where, change.whereText(meeting)]),
    ...(earlier.length > 0 ? [note(change.earlier(earlier))] : []),
    rows(
      sections.flatMap(({ body, entries }) => [
        ...(meeting.joint.length > 0 ? [text.section(bodyOf(scene.chart, body)?.name ?? body)] : []),
        ...(entries.length === 0 ? [wgText.noAgenda] : entries.map((one) => entryRow(one, meeting.number))),
      ]),
    ),
    rows(seen.length === 0 ? [text.noPapers] : paperRows(seen)),
    ...(seen.some(isOld(seen)) ? [note(text.older(seen.filter(isOld(seen))))] : []),
    ...(hidden > 0 ? [note(text.hidden)] : []),
    ...(buttonsHere.length > 0 ? [buttons(...buttonsHere)] : []),
  );
}

/** A version that was replaced. */
const isOld =
  (all: readonly MeetingPaper[]) =>
  (one: MeetingPaper): boolean =>
    one.withdrawnAt === undefined &&
    all.some((other) => other.withdrawnAt === undefined && other.mark === one.mark && other.version > one.version);

/** The narrowest circle to which one of the person's roles belongs. */
function circleOf({ roles, chart }: Pick<Scene, 'chart' | 'roles'>): Audience {
  const kinds = roles.map((role) => chart.municipalities.find((one) => one.code === role.municipality)?.kind);
  if (kinds.includes('member')) return 'internal';
  if (kinds.includes('adviser')) return 'prefecture';
  return kinds.includes('applicant') || kinds.includes('adopting') ? 'joiner' : 'vendor';
}

const text = {
  title: (meeting: Meeting, bodies: Text): Text => {
    const state: Text =
      meeting.state === 'cancelled' ? { ja: ja`(中止)`, en: en` (cancelled)` } : { ja: ja``, en: en`` };
    return {
      ja: ja`${bodies}の会議M${meeting.number}${state}`,
      en: en`Meeting M${meeting.number} of ${bodies}${state}`,
    };
  },
  when: { ja: ja`日時`, en: en`When` },
  where: { ja: ja`会場`, en: en`Place` },
  section: (name: string): Text => ({ ja: ja`【${name}】`, en: en`[${name}]` }),
  noPapers: { ja: ja`資料は登録されていません。`, en: en`No papers are registered.` },
  older: (papers: readonly MeetingPaper[]): Text => {
    const list = papers
      .map((one) => `資料${one.mark} 第${one.version}版『${one.title}』${one.link ? ` ${one.link}` : ''}`)
      .join('、');
    return { ja: ja`差替え前:${list}`, en: en`Replaced: ${list}` };
  },
  hidden: { ja: ja`ほかに、公開範囲の異なる資料があります。`, en: en`There are other papers for other readers.` },
};
