/** What is done to entries that stand: covered, put off, dropped, put on, moved, timed, noted, and taken back. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { leadOf } from '../../../src/command/who.ts';
import {
  type AgendaEntry,
  after,
  type EntryAct,
  type EntryState,
  holdsAgenda,
  placeAt,
  reordered,
} from '../../../src/domain/agenda.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import { UNDO_WITHIN } from '../../../src/domain/decide.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import type { StepKind } from '../../../src/store/council/agendas.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons } from '../../../src/text/message.ts';
import type { AgendaSaid } from '../../arguments/agenda.ts';
import { putEntry, refs, subjectsOf, surfacesOf, takesEntries } from './adding.ts';
import type { AgendaScene } from './meant.ts';
import { agenda as text } from './text.ts';
import { circulationsBack, withdraw } from './uncirculating.ts';

type OfEntries = Extract<AgendaSaid, { readonly entries: unknown }>;
interface Done {
  readonly entry: AgendaEntry;
  readonly kind: StepKind;
}

export async function changeEntries(said: OfEntries, scene: AgendaScene, store: CouncilStore): Promise<Reply> {
  const { subject, acting, person, now } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  if (said.deed === 'order') return reorder(said.nth ?? 1, scene, store);
  const acts: { entry: AgendaEntry; to: EntryState; kind: StepKind }[] = [];
  for (const entry of subject.entries) {
    if (said.deed === 'put') continue;
    const act = await actOn(entry, said, scene, store);
    if ('told' in act) return act.told;
    const to = act.act === undefined ? entry : after(entry, act.act);
    if ('refused' in to) return whisper(text.refused(to, entry));
    acts.push({ entry, to, kind: act.kind });
  }
  if (said.deed === 'put') return putEntries(scene, store);
  const done: Done[] = [];
  for (const { entry, to, kind } of acts) {
    await store.agendas.change(entry, to, { kind, words: said.words, at: now, by });
    done.push({ entry: { ...entry, ...to }, kind });
  }
  const reply = told(done, said.words, scene);
  const over = said.deed === 'cover' ? await closedMeetings(done, store) : [];
  if (!reply.whisper || over.length === 0) return reply;
  // Its minutes say what became of it: they are drafted anew when all of them were marked.
  const redraft = over.map(({ number }) => ({ label: text.toRedraft(number), line: `/wg minutes M${number} draft` }));
  return { ...reply, whisper: { ...reply.whisper, parts: [...(reply.whisper.parts ?? []), buttons(...redraft)] } };
}

/** The meetings at which these were covered, of those that are closed. */
async function closedMeetings(done: readonly Done[], store: CouncilStore): Promise<Meeting[]> {
  const covered = done.flatMap(({ entry }) => entry.places.filter((one) => one.fate === 'covered'));
  const found = [];
  for (const number of new Set(covered.map((one) => one.meeting))) found.push(await store.meetings.byNumber(number));
  return found.filter((one) => one?.closedAt !== undefined) as Meeting[];
}

/** What the deed is to this entry; a note changes nothing of it. */
async function actOn(
  entry: AgendaEntry,
  { deed, minutes }: OfEntries,
  scene: AgendaScene,
  store: CouncilStore,
): Promise<{ readonly act: EntryAct | undefined; readonly kind: StepKind } | { readonly told: Reply }> {
  if (deed === 'note') return { act: undefined, kind: 'note' };
  if (deed === 'minutes') return { act: { act: 'minutes', minutes }, kind: 'minutes' };
  if (deed === 'drop') return { act: { act: 'drop' }, kind: 'drop' };
  const meeting = await meetingFor(entry, deed, scene, store);
  if (!meeting) return { told: whisper(text.refused({ refused: 'notOn' }, entry)) };
  const { number } = meeting;
  if (deed === 'resume') return { act: { act: 'resume', meeting: number }, kind: 'resume' };
  if (deed === 'cover')
    return meeting.openedAt === undefined
      ? { told: whisper(text.notToday(meeting)) }
      : { act: { act: 'cover', meeting: number }, kind: 'cover' };
  // Put off in the meeting itself it was not covered there, and that is counted.
  const kind = meeting.openedAt === undefined ? 'takeOff' : 'carry';
  return { act: { act: kind, meeting: number }, kind };
}

/** The meeting at which the entry is: that on whose agenda it stands, else the last one that it left so. */
async function meetingFor(
  entry: AgendaEntry,
  deed: OfEntries['deed'],
  { today }: AgendaScene,
  store: CouncilStore,
): Promise<Meeting | undefined> {
  const on = entry.places.findLast((one) => one.fate === 'on');
  const found = on && (await store.meetings.byNumber(on.meeting));
  const stands = found && holdsAgenda(found, today);
  if (deed === 'resume' || (deed === 'cover' && !(stands && found.openedAt !== undefined))) {
    const last = entry.places.findLast(
      (one) => one.fate === 'carried' || (deed === 'resume' && one.fate !== 'on' && one.fate !== 'moved'),
    );
    if (last) return store.meetings.byNumber(last.meeting);
  }
  return stands ? found : undefined;
}

async function putEntries(scene: AgendaScene, store: CouncilStore): Promise<Reply> {
  const { body, meeting, entries } = scene.subject;
  if (!meeting) return whisper(text.noMeetingToPut(bodyOf(scene.chart, body)?.name ?? body));
  if (!takesEntries(meeting, scene.today)) return whisper(text.over(meeting));
  const waiting: AgendaEntry[] = [];
  for (const entry of entries) {
    const to = after(entry, { act: 'put', meeting: meeting.number, position: 1 });
    // Of several that were carried over, some may have been marked as covered since.
    if ('refused' in to && (to.refused !== 'covered' || entries.length === 1)) return whisper(text.refused(to, entry));
    if (!('refused' in to)) waiting.push(entry);
  }
  const [first] = entries;
  if (first && waiting.length === 0) return whisper(text.refused({ refused: 'covered' }, first));
  const done: Done[] = [];
  for (const entry of waiting) {
    const put = await putEntry(entry, meeting, scene, store);
    if ('refused' in put) return put.refused;
    done.push({ entry: put.entry, kind: 'put' });
  }
  return told(done, undefined, scene);
}

/** The others make room: each that moves has its step. */
async function reorder(nth: number, scene: AgendaScene, store: CouncilStore): Promise<Reply> {
  const { acting, person, now } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  const [entry] = scene.subject.entries;
  if (!entry) throw new Error('nothing to move');
  const meeting = await meetingFor(entry, 'order', scene, store);
  if (!meeting) return whisper(text.refused({ refused: 'notOn' }, entry));
  const can = after(entry, { act: 'order', meeting: meeting.number, position: 1 });
  if ('refused' in can) return whisper(text.refused(can, entry));
  const section = (await store.agendas.of(meeting.number)).filter((one) => one.body === entry.body);
  const order = reordered(
    section.map((one) => one.number),
    entry.number,
    nth,
  );
  for (const [i, number] of order.entries()) {
    const one = section.find((each) => each.number === number);
    if (!one || placeAt(one, meeting.number)?.position === i + 1) continue;
    // What is covered keeps its place in the record.
    const to = after(one, { act: 'order', meeting: meeting.number, position: i + 1 });
    if ('refused' in to) continue;
    await store.agendas.change(one, to, { kind: 'order', at: now, by });
  }
  return told([{ entry, kind: 'order' }], undefined, scene);
}

/** Takes back what this person did last, to these entries or to whichever, while nobody changed them since. */
export async function takeBack(scene: AgendaScene, store: CouncilStore): Promise<Reply> {
  const { acting, person, now } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  const last = await takenBack(scene, store);
  const steps = [];
  for (const { body, number } of last) {
    const [entry, history] = [await store.agendas.byNumber(body, number), await store.agendas.history(body, number)];
    const step = history.at(-1);
    if (!entry || !step) return whisper(text.nothingToUndo);
    const mine = step.by.person === person.id || 'admits' in leadOf(scene, { body });
    if (!mine) return whisper(text.changedSince(entry));
    if (step.kind === 'undo' || now > step.at + UNDO_WITHIN) return whisper(text.nothingToUndo);
    steps.push({ entry, step });
  }
  if (steps.length === 0) return whisper(text.nothingToUndo);
  const back = await circulationsBack(
    steps.filter(({ step }) => step.kind === 'circulate'),
    scene,
    store,
  );
  if ('refused' in back) return whisper(back.refused);
  const withdrawn = await withdraw(back.numbers, scene, store);
  const done: Done[] = [];
  for (const { entry, step } of steps) {
    const to = await notInLimbo(step.before, store);
    await store.agendas.change(entry, to, { kind: 'undo', at: now, by });
    done.push({ entry: { ...entry, ...to }, kind: 'undo' });
  }
  const reply = told(
    done,
    undefined,
    scene,
    steps.map(({ entry }) => entry),
  );
  return {
    ...reply,
    refresh: [...(reply.refresh ?? []), ...withdrawn],
    done: [...(reply.done ?? []), ...withdrawn],
  };
}

/** The entries that were named, with those that made room for them in the same act; else those of the person's last act. */
async function takenBack({ subject, person }: AgendaScene, store: CouncilStore) {
  const [first] = subject.entries;
  if (!first) return store.agendas.lastBy(person.id);
  const step = (await store.agendas.history(first.body, first.number)).at(-1);
  if (step?.kind !== 'order') return subject.entries;
  const act = await store.agendas.lastBy(step.by.person);
  return act.some((one) => one.at === step.at && one.number === first.number) ? act : subject.entries;
}

/** What would stand on the agenda of a meeting that is over by now was carried over there. */
async function notInLimbo(state: EntryState, store: CouncilStore): Promise<EntryState> {
  const places = [];
  for (const one of state.places) {
    const over = one.fate === 'on' && (await store.meetings.byNumber(one.meeting))?.closedAt !== undefined;
    places.push(over ? { ...one, fate: 'carried' as const } : one);
  }
  return { ...state, places };
}

function told(
  done: readonly Done[],
  words: string | undefined,
  scene: AgendaScene,
  before: readonly AgendaEntry[] = scene.subject.entries,
): Reply {
  const [first] = done;
  if (!first) throw new Error('nothing was done');
  const entries = done.map((one) => one.entry);
  const meetings = [...new Set([...entries, ...before].flatMap((one) => one.places.map((place) => place.meeting)))];
  const undo = { label: text.toUndo, line: `/wg agenda ${refs(entries, first.entry.body)} undo` };
  return {
    ...whisper(text.did(first.kind, entries, words), ...(first.kind === 'undo' ? [] : [buttons(undo)])),
    refresh: surfacesOf(meetings.toSorted((a, b) => a - b)),
    done: subjectsOf(entries, meetings.slice(-1)),
  };
}
