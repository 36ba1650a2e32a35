/** The agenda of a meeting with what could go on it, or one entry with its history. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { leadOf } from '../../../src/command/who.ts';
import { type AgendaEntry, holdsAgenda, outBy, type Standing, standingOf, wasOn } from '../../../src/domain/agenda.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import { type Day, dayAt } from '../../../src/domain/day.ts';
import { bodiesOf, type Meeting } from '../../../src/domain/meeting.ts';
import { isRead, type Remembered } from '../../../src/domain/past.ts';
import type { AgendaStep } from '../../../src/store/council/agendas.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { dayAsOf } from '../../../src/text/dates.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { type Button, buttons, heading, line, note, type Part, rows } from '../../../src/text/message.ts';
import { en, ja, linked, type Text } from '../../../src/text/text.ts';
import { before, earlierLeftOut, readsFrom } from '../../subjects/past.ts';
import { refs, takesEntries } from './adding.ts';
import type { AgendaScene } from './meant.ts';
import { proposalsFor } from './proposals.ts';
import { outOf, sectionParts, sectionsOf } from './sections.ts';
import { entryText, agenda as text } from './text.ts';

/** So many have a button of their own. */
const BUTTONS = 5;

export async function showAgenda(scene: AgendaScene, store: CouncilStore): Promise<Reply> {
  const { subject, chart, today } = scene;
  const { body, meeting } = subject;
  const leads = 'admits' in leadOf(scene, { body });
  const name = bodyOf(chart, body)?.name ?? body;
  if (!meeting) return whisper(text.noMeeting(name), ...(await candidates(undefined, leads, scene, store)));
  const sections = await sectionsOf(meeting, store);
  const entries = sections.flatMap((one) => one.entries);
  const { on, changed } = await outOf(meeting, sections, chart, store);
  const settings = bodiesOf(meeting).map((body) => store.setting('agendaBusinessDays', today, body));
  const due = outBy(meeting, await Promise.all(settings), scene.calendar);
  const ahead = takesEntries(meeting, today);
  const waits = ahead && meeting.openedAt === undefined;
  const issue: Button = { label: text.toIssue, line: `/wg agenda M${meeting.number} out`, style: 'primary' };
  return whisper(
    text.title(bodiesNames(chart, meeting), meeting),
    ...sectionParts(meeting, sections, chart, note(text.none)),
    ...(entries.length === 0 ? [] : [note(text.time(entries, meeting))]),
    ...(on === undefined
      ? waits
        ? [note(text.due(due, today))]
        : []
      : [note(text.isOut(on, changed && waits, today))]),
    ...(leads && waits && entries.length > 0 && (on === undefined || changed) ? [buttons(issue)] : []),
    ...(ahead ? await candidates(meeting.number, leads, scene, store) : []),
  );
}

/** What waits in the queue, and what else could be put on. */
async function candidates(
  meeting: number | undefined,
  leads: boolean,
  scene: AgendaScene,
  store: CouncilStore,
): Promise<Part[]> {
  const { body } = scene.subject;
  const queue = await store.agendas.queue(body, scene.today);
  const { proposals, left } = await proposalsFor(body, scene, store);
  const count = queue.length + proposals.length;
  const at = meeting === undefined ? '' : `M${meeting} `;
  const each: Button[] = [
    ...queue.map((one) => ({ label: text.toPut(one), line: `/wg agenda ${at}${refs([one], body)} put` })),
    ...proposals.map((one) => ({ label: text.toAdd(shortTitle(one.typed)), line: `/wg agenda ${at}${one.typed}` })),
  ];
  const all: Button = { label: text.toAll(count), line: `/wg agenda ${at}all`, style: 'primary' };
  return [
    ...(queue.length === 0 ? [] : [heading(text.queue), rows(queue.map((one) => bullet(entryText(one))))]),
    ...(proposals.length === 0
      ? []
      : [heading(text.proposals), rows(proposals.map((one) => text.proposal(one.title, one.line.minutes)))]),
    ...(left === 0 ? [] : [note(text.more(left))]),
    ...(leads && meeting !== undefined && count > 0
      ? [buttons(...each.slice(0, BUTTONS), ...(count > 1 ? [all] : []))]
      : []),
  ];
}

const bullet = (of: Text): Text => ({ ja: ja`• ${of}`, en: en`• ${of}` });

/** `P3`, `K45`, `要件1201-1210` of what would be typed. */
const shortTitle = (typed: string): Text => {
  const [word = ''] = typed.split(' ');
  return { ja: ja`${word}`, en: en`${word}` };
};

/** Where the entries stand, and how they came to it. */
export async function showEntries(scene: AgendaScene, store: CouncilStore): Promise<Reply> {
  const [first, ...others] = scene.subject.entries;
  if (!first) return showAgenda(scene, store);
  const from = await readsFrom(scene, store);
  for (const entry of scene.subject.entries) {
    if (from !== undefined && !isRead(await remembered(entry, scene, store), from)) return whisper(before(from));
  }
  const parts: Part[] = [];
  for (const [i, entry] of [first, ...others].entries()) {
    if (i > 0) parts.push(line(text.history(entry, await standing(entry, scene, store))));
    const all = await store.agendas.history(entry.body, entry.number);
    const steps = all.filter(({ at }) => isRead({ kind: 'step', at }, from));
    const names = await store.names(steps.map((one) => one.by.person));
    if (steps.length > 0) parts.push(rows(steps.map((one) => stepText(one, names, scene.today))));
    parts.push(...earlierLeftOut(all.length - steps.length, from));
    if (entry.link !== undefined) parts.push(note(text.from(linked(entry.link, text.message))));
  }
  return whisper(text.history(first, await standing(first, scene, store)), ...parts);
}

async function standing(entry: AgendaEntry, { today }: AgendaScene, store: CouncilStore) {
  const holds = (await meetingsOf(entry, store)).filter((one) => holdsAgenda(one, today)).map((one) => one.number);
  return standingOf(entry, (meeting) => holds.includes(meeting));
}

async function meetingsOf(entry: AgendaEntry, store: CouncilStore): Promise<Meeting[]> {
  const found = await Promise.all(entry.places.map((one) => store.meetings.byNumber(one.meeting)));
  return found.filter((one) => one !== undefined);
}

async function remembered(entry: AgendaEntry, scene: AgendaScene, store: CouncilStore): Promise<Remembered> {
  const [stands, meetings] = [await standing(entry, scene, store), await meetingsOf(entry, store)];
  const days = meetings.filter((one) => wasOn(entry, one.number)).map((one) => one.day);
  return { kind: 'entry', at: entry.at, waits: WAITING.has(stands), meetings: days };
}

const WAITING: ReadonlySet<Standing> = new Set(['proposed', 'carried', 'on']);

function stepText(step: AgendaStep, names: ReadonlyMap<number, string>, today: Day): Text {
  const earlier = new Map(step.before.places.map((one) => [one.meeting, one]));
  const at = step.after.places.find(
    (one) => earlier.get(one.meeting)?.fate !== one.fate || earlier.get(one.meeting)?.position !== one.position,
  );
  return text.step(dayAsOf(dayAt(step.at), today), step.kind, at?.meeting, names.get(step.by.person) ?? '', step.words);
}
