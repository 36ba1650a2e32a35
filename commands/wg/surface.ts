/** A meeting in its bodies' channels, and a series of meetings: as called, moved, cancelled or taken back. */

import type { Surface } from '../../src/command/surface.ts';
import { maySee } from '../../src/domain/audience.ts';
import type { Chart } from '../../src/domain/council.ts';
import type { Instant } from '../../src/domain/day.ts';
import { UNDO_WITHIN } from '../../src/domain/decide.ts';
import { bodiesOf, type Meeting } from '../../src/domain/meeting.ts';
import { type MeetingChange, standing, takeBack } from '../../src/domain/meetingChange.ts';
import { isFor } from '../../src/domain/paper.ts';
import { PRESENCES } from '../../src/domain/rule.ts';
import { isOpen } from '../../src/domain/sitting.ts';
import { circleOf } from '../../src/minutes/standing.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { type Button, buttons, line, type Message, note, type Part, rows } from '../../src/text/message.ts';
import { bold, same } from '../../src/text/text.ts';
import { bodyText } from '../subjects/bodies.ts';
import { countedIn } from '../subjects/sittings.ts';
import { circulateButton } from './agenda/circulating.ts';
import { type Section, sectionParts, sectionsOf } from './agenda/sections.ts';
import { coverButtons } from './agenda/surface.ts';
import { NAME_ASKED } from './attend.ts';
import { change } from './changeText.ts';
import { notesText } from './minutes/noteText.ts';
import { notice } from './noticeText.ts';
import { paperRows } from './paper.ts';
import { series as seriesText } from './seriesText.ts';
import { presenceText, sitting } from './sittingText.ts';
import { text } from './text.ts';

export const meetingSurface: Surface = {
  kind: 'meeting',
  async render(id, now, chart, store) {
    const meeting = await store.meetings.byNumber(Number(id));
    if (!meeting) return undefined;
    const history = await store.meetings.history(meeting.number);
    const changes = standing(history);
    const last = changes.at(-1);
    const bodies = same(bodiesNames(chart, meeting));
    const undo = undoButton(meeting, history, now);
    if (last?.kind === 'withdrawn') return { summary: text.cancelled(bodies, meeting) };
    if (meeting.state === 'cancelled')
      return { summary: change.cancelled(bodies, meeting, last?.reason), ...(undo && { parts: [buttons(undo)] }) };
    const sections = await sectionsOf(meeting, store);
    return {
      summary: summaryOf(meeting, changes, bodies),
      parts: [
        ...(await sittingParts(meeting, chart, store)),
        ...(meeting.link === undefined ? [] : [line(text.online(meeting.link))]),
        ...sectionParts(meeting, sections, chart, note(text.noAgenda)),
        ...(await papersFor(meeting, store)),
        ...(isOpen(meeting) ? [buttons(...attendButtons(meeting))] : []),
        ...(await agendaButtons(meeting, sections, chart, store)),
        buttons(...(undo ? [undo] : []), { label: notice.button, line: `/wg notice M${meeting.number}` }),
      ],
    };
  },
};

/** How it stands with a meeting that was opened: who is there, and whether they are enough. */
async function sittingParts(meeting: Meeting, chart: Chart, store: CouncilStore): Promise<Part[]> {
  const state = sitting.state(meeting);
  if (!state) return [];
  const parts: Part[] = [line(state)];
  const named = maySee(await circleOf(meeting, store), 'attendees');
  for (const body of bodiesOf(meeting)) {
    const counted = await countedIn(meeting, body, { chart }, store);
    const attendance = await store.meetings.attendance(meeting.number, body);
    const deputies = named ? await store.meetings.deputies(meeting.number, body) : NOBODY;
    if (meeting.joint.length > 0) parts.push(line(bold(bodyText(chart, body))));
    parts.push(line(sitting.attendance(counted, attendance, deputies, chart)), note(sitting.quorum(counted)));
  }
  return parts;
}

const NOBODY: ReadonlyMap<string, string> = new Map();

/** Who comes as a deputy is asked for by name. */
const attendButtons = (meeting: Meeting): Button[] => [
  ...PRESENCES.map((one) => ({
    label: presenceText[one],
    line: `/wg attend M${meeting.number} ${one}${one === 'deputy' ? ` ${NAME_ASKED}` : ''}`,
  })),
  { label: notesText.noteButton, line: `/wg note M${meeting.number}` },
  { label: sitting.close, line: `/wg close M${meeting.number}`, confirm: sitting.confirmClose },
];

function summaryOf(meeting: Meeting, changes: readonly MeetingChange[], bodies: ReturnType<typeof same>) {
  if (meeting.openedAt !== undefined) return sitting.held(bodies, meeting);
  const moves = changes.filter((one) => one.kind === 'moved');
  const last = moves.at(-1);
  return last ? change.moved(bodies, last, meeting, last.reason) : text.scheduled(bodies, meeting);
}

/** While it sits: what was covered, and circulation where too few are there. */
async function agendaButtons(
  meeting: Meeting,
  sections: readonly Section[],
  chart: Chart,
  store: CouncilStore,
): Promise<Part[]> {
  const covers = coverButtons(meeting, sections, chart);
  if (covers.length === 0) return [];
  const { met } = await countedIn(meeting, meeting.body, { chart }, store);
  return [buttons(...covers, ...(met ? [] : [circulateButton(meeting)]))];
}

/** What all who read the bodies' channels may see: where their circles differ, the widest counts. */
async function papersFor(meeting: Meeting, store: CouncilStore): Promise<Part[]> {
  const papers = await store.papers.of(meeting.number);
  if (papers.length === 0) return [];
  const circle = await circleOf(meeting, store);
  const shown = paperRows(papers.filter((one) => isFor(circle, one)));
  return shown.length === 0 ? [] : [rows(shown)];
}

function undoButton(meeting: Meeting, history: readonly MeetingChange[], now: Instant): Button | undefined {
  if (meeting.openedAt !== undefined) return undefined;
  const taking = takeBack(meeting, history, now);
  if ('refused' in taking) return undefined;
  const line = `/wg undo M${meeting.number}`;
  return taking.back === 'withdrawn'
    ? { label: text.undo, line, style: 'danger', confirm: text.confirmUndo }
    : { label: change.undo, line };
}

export const seriesSurface: Surface = {
  kind: 'series',
  async render(id, now, chart, store): Promise<Message | undefined> {
    const meetings = await store.meetings.ofSeries(Number(id));
    const [first] = meetings;
    if (!first) return undefined;
    const list = [];
    for (const one of meetings) {
      const moved = standing(await store.meetings.history(one.number)).filter((each) => each.kind === 'moved');
      list.push(seriesText.row(one, moved.at(-1)));
    }
    const undoable = now <= first.createdAt + UNDO_WITHIN && first.state === 'scheduled';
    const undo: Button = { label: seriesText.cancelAll, line: `/wg cancel 以降 M${first.number}`, style: 'danger' };
    return {
      summary: seriesText.title(same(bodiesNames(chart, first)), meetings),
      parts: [rows(list), ...(undoable ? [buttons(undo)] : [])],
    };
  },
};
