/** The minutes as the records have them: who was there, what was decided, noted and left to do. Japanese, as an office keeps them. */
import type { Scene } from '../../../src/command/scene.ts';
import { bodyOf, type Chart } from '../../../src/domain/council.ts';
import { minuteAt } from '../../../src/domain/day.ts';
import { fiscalYearName } from '../../../src/domain/era.ts';
import { fiscalYearOf } from '../../../src/domain/fiscalYear.ts';
import { bodiesOf, byTime, type Meeting } from '../../../src/domain/meeting.ts';
import { freeLine, type MinutesContent, type MinutesLine } from '../../../src/domain/minutes.ts';
import { isProvisional } from '../../../src/domain/requirement.ts';
import type { DecisionForMinutes } from '../../../src/store/council/minutes.ts';
import type { MeetingNote } from '../../../src/store/council/notes.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { hours, officialDay } from '../../../src/text/dates.ts';
import { progressText } from '../../../src/text/items.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { onOneLine, plain } from '../../../src/text/text.ts';
import { outcomeText } from '../../arguments/outcomes.ts';
import { ownersText } from '../../item/text.ts';
import { decisionNameText } from '../../req/text.ts';
import { numbersText } from '../../subjects/requirements.ts';
import { sectionsOf } from '../agenda/sections.ts';
import { entryRow } from '../agenda/text.ts';
import { attendanceIn } from './attendance.ts';

export async function drafted(
  meeting: Meeting,
  scene: Pick<Scene, 'chart' | 'today'>,
  store: CouncilStore,
): Promise<MinutesContent> {
  const { chart } = scene;
  const [notes, decisions, attendance, agenda] = await Promise.all([
    store.notes.ofMeeting(meeting.number),
    store.minutes.decisions(meeting),
    attendanceIn(meeting, scene, store),
    agendaOf(meeting, chart, store),
  ]);
  const noted = notes.filter((one) => one.takenBackAt === undefined);
  const of = (kind: MeetingNote['kind']): MinutesLine[] =>
    noted.filter((one) => one.kind === kind).map((one) => freeLine(onOneLine(one.words)));
  const lines = (list: readonly string[]): MinutesLine[] => list.map((words) => ({ words }));
  return {
    title: titleOf(meeting, chart),
    sections: {
      held: lines([heldOf(meeting)]),
      place: lines([[meeting.place, meeting.link === undefined ? undefined : 'オンライン'].filter(Boolean).join('、')]),
      present: attendance.present,
      absent: attendance.absent,
      agenda: agenda.map(freeLine),
      course: of('course'),
      decisions: [...decisions.map(decisionLine), ...of('resolution').map(labelled('申合せ'))],
      items: await itemLines(meeting, noted, scene, store),
      confirmations: of('confirmation'),
      next: lines([await nextOf(meeting, store)]),
    },
  };
}

/** 令和8年度 第1回 介護保険WG会議 */
function titleOf(meeting: Meeting, chart: Chart): string {
  const ordinal = meeting.ordinal === undefined ? '' : `第${meeting.ordinal}回 `;
  const joint = meeting.joint.length > 0 ? '合同会議' : '会議';
  return `${fiscalYearName(fiscalYearOf(meeting.day))} ${ordinal}${bodiesNames(chart, meeting)}${joint}`;
}

function heldOf({ day, start, end, openedAt, closedAt }: Meeting): string {
  const from = openedAt === undefined ? start : minuteAt(openedAt);
  const until = closedAt === undefined ? end : minuteAt(closedAt);
  return `${plain(officialDay(day).ja)} ${plain(hours(from, until).ja)}`;
}

/** What stood on it, and what became of each. */
async function agendaOf(meeting: Meeting, chart: Chart, store: CouncilStore): Promise<string[]> {
  return (await sectionsOf(meeting, store)).flatMap(({ body, entries }) => [
    ...(meeting.joint.length > 0 && entries.length > 0 ? [`【${bodyOf(chart, body)?.name ?? body}】`] : []),
    ...entries.map((one) => plain(entryRow(one, meeting.number).ja)),
  ]);
}

/** What it costs is told apart, and a reason that speaks of what is not for all. */
function decisionLine({ decision, numbers }: DecisionForMinutes): MinutesLine {
  const name = plain(decisionNameText(decision).ja);
  const provisional = isProvisional(decision) ? '(仮記録、本議事録の確認により確定)' : '';
  const what = `${name}${provisional} 要件${plain(numbersText(numbers).ja)}『${plain(outcomeText(decision.outcome).ja)}』`;
  const reason = decision.note === undefined ? undefined : freeLine(`理由:${onOneLine(decision.note)}`);
  const cost = decision.cost === undefined ? [] : [`費用:${grouped(decision.cost)}千円`];
  const guarded = [...(reason?.guarded ? [reason.guarded.words] : []), ...cost].join(' ');
  return {
    words: [what, reason?.words ?? ''].filter((one) => one !== '').join(' '),
    ...(guarded !== '' && {
      guarded: { what: cost.length > 0 ? 'cost' : (reason?.guarded?.what ?? 'cost'), words: guarded },
    }),
    decision: { id: decision.id, name },
  };
}

const labelled =
  (label: string) =>
  ({ words, guarded }: MinutesLine): MinutesLine =>
    guarded
      ? { words: '', guarded: { ...guarded, words: `${label} ${guarded.words}` } }
      : { words: `${label} ${words}` };

/** What was captured, and what was raised in the body while the meeting was open. */
async function itemLines(
  meeting: Meeting,
  notes: readonly MeetingNote[],
  { chart, today }: Pick<Scene, 'chart' | 'today'>,
  store: CouncilStore,
): Promise<MinutesLine[]> {
  const { openedAt = 0, closedAt = Number.POSITIVE_INFINITY } = meeting;
  const numbers = new Set(notes.flatMap((one) => one.item ?? []));
  for (const body of bodiesOf(meeting)) {
    const { items } = await store.items.list({ status: 'all', body }, ALL);
    for (const one of items) if (one.raised.at >= openedAt && one.raised.at <= closedAt) numbers.add(one.number);
  }
  const tenures = await store.tenuresOn(today);
  const names = await store.names(tenures.map((one) => one.person));
  const lines: MinutesLine[] = [];
  for (const number of [...numbers].toSorted((a, b) => a - b)) {
    const item = await store.items.byNumber(number);
    if (!item || item.status === 'withdrawn') continue;
    const owners = plain(ownersText(item, chart, tenures, names).ja);
    const due = item.due === undefined ? '期限なし' : `期限:${plain(officialDay(item.due).ja)}`;
    const progress = progressText(item);
    const how = progress ? `${plain(progress.ja)}、` : '';
    lines.push(freeLine(`K${number} ${onOneLine(item.title)}(担当:${owners}、${how}${due})`));
  }
  return lines;
}

const ALL = { from: 0, size: 10_000 } as const;

async function nextOf(meeting: Meeting, store: CouncilStore): Promise<string> {
  const bodies = bodiesOf(meeting);
  const later = (await store.meetings.from(meeting.day)).filter(
    (one) =>
      one.openedAt === undefined && byTime(meeting, one) < 0 && bodiesOf(one).some((body) => bodies.includes(body)),
  );
  const [next] = later.toSorted(byTime);
  if (!next) return '未定';
  const where = next.place === undefined ? '' : ` ${next.place}`;
  return `${plain(officialDay(next.day).ja)} ${plain(hours(next.start, next.end).ja)}${where}(M${next.number})`;
}
