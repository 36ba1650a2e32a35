/** Putting everything on that waits or is proposed: more than five are shown first, and the plan is carried out exactly. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import type { AgendaEntry } from '../../../src/domain/agenda.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, rows } from '../../../src/text/message.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';
import type { NewLine } from '../../arguments/agenda.ts';
import { putEntry, putUp, refs, subjectsFor, subjectsOf, surfacesOf, takesEntries } from './adding.ts';
import type { AgendaScene } from './meant.ts';
import { proposalsFor } from './proposals.ts';
import { entryText, agenda as text } from './text.ts';

export const PUT_ALL = 'wg agenda all';
/** So many are put on without being shown first. */
const AT_ONCE = 5;

export interface PutPlan {
  readonly body: string;
  readonly meeting: number;
  /** Entries of the queue, by number. */
  readonly put: readonly number[];
  readonly lines: readonly NewLine[];
}

export async function putAll(scene: AgendaScene, store: CouncilStore): Promise<Reply> {
  const { subject, person, now, today } = scene;
  const { body, meeting } = subject;
  if (!meeting) return whisper(text.noMeetingToPut(bodyOf(scene.chart, body)?.name ?? body));
  if (!takesEntries(meeting, today)) return whisper(text.over(meeting));
  const queue = await store.agendas.queue(body, today);
  const { proposals } = await proposalsFor(body, scene, store);
  const count = queue.length + proposals.length;
  if (count === 0) return whisper(text.noProposals);
  const lines = proposals.map((one) => one.line);
  const plan: PutPlan = { body, meeting: meeting.number, put: queue.map((one) => one.number), lines };
  if (count <= AT_ONCE) return carryOutPut(plan, scene, store);
  const id = await store.plans.keep({ act: PUT_ALL, person: person.id, at: now, content: plan });
  const bullets = [
    ...queue.map((one): Text => ({ ja: ja`• ${entryText(one)}`, en: en`• ${entryText(one)}` })),
    ...proposals.map((one) => text.proposal(one.title, one.line.minutes)),
  ];
  return whisper(
    text.preview(count, meeting),
    rows(bullets),
    buttons({ label: text.carryOut(count), line: `/wg proceed ${id}`, style: 'primary' }),
  );
}

/** All or none, as it was shown; what was taken up otherwise meanwhile is said, and nothing is done. */
export async function carryOutPut(plan: PutPlan, scene: Scene & Admitted, store: CouncilStore): Promise<Reply> {
  const { body } = plan;
  const meeting = await store.meetings.byNumber(plan.meeting);
  if (!meeting || !takesEntries(meeting, scene.today)) return whisper(meeting ? text.over(meeting) : text.noProposals);
  const within: AgendaScene = { ...scene, subject: { body, meeting, entries: [], deed: 'all' } };
  const waiting = await store.agendas.queue(body, scene.today);
  const gone = plan.put.find((number) => !waiting.some((one) => one.number === number));
  if (gone !== undefined) return whisper(text.goneMeanwhile(gone));
  const meant = await subjectsFor(plan.lines, body, scene, store);
  if ('refused' in meant) return meant.refused;
  // What was carried over comes first.
  const entries: AgendaEntry[] = [];
  for (const number of plan.put) {
    const entry = waiting.find((one) => one.number === number);
    const put = entry && (await putEntry(entry, meeting, within, store));
    if (put && 'refused' in put) return put.refused;
    if (put) entries.push(put.entry);
  }
  entries.push(...(await putUp(meant.subjects, meeting, within, store)));
  return {
    ...whisper(
      text.added(entries, meeting),
      buttons({ label: text.toUndo, line: `/wg agenda M${meeting.number} ${refs(entries, body)} undo` }),
    ),
    refresh: surfacesOf([meeting.number]),
    done: subjectsOf(entries, [meeting.number]),
  };
}
