/** Putting entries up: on the agenda of the meeting by its lead, else into the body's queue for the next one. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { leadOf } from '../../../src/command/who.ts';
import { type AgendaEntry, after, type EntrySubject, holdsAgenda, placeAt } from '../../../src/domain/agenda.ts';
import { bodyOf, type Chart } from '../../../src/domain/council.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, line } from '../../../src/text/message.ts';
import { linked, same, type Text } from '../../../src/text/text.ts';
import type { NewLine } from '../../arguments/agenda.ts';
import { bodyText } from '../../subjects/bodies.ts';
import { numbersText, unknownNumbers } from '../../subjects/requirements.ts';
import type { AgendaScene } from './meant.ts';
import { agenda as text } from './text.ts';

type EntryToPut = EntrySubject & { readonly minutes: number | undefined };
type Refused = { readonly refused: Reply };

export async function addLines(
  lines: readonly NewLine[],
  link: string | undefined,
  scene: AgendaScene,
  store: CouncilStore,
): Promise<Reply> {
  const { subject, today, person, place } = scene;
  const { body, meeting } = subject;
  const asked = await whichIsMeant(lines, scene, store);
  if (asked) return asked;
  if (meeting && !takesEntries(meeting, today)) return whisper(text.over(meeting));
  const leads = 'admits' in leadOf(scene, { body });
  const on = leads ? meeting : undefined;
  const meant = await subjectsFor(lines, body, scene, store);
  if ('refused' in meant) return meant.refused;

  const entries = await putUp(
    meant.subjects.map((one) => ({ ...one, link })),
    on,
    scene,
    store,
  );
  const name = bodyOf(scene.chart, body)?.name ?? body;
  const undo = { label: text.toUndo, line: `/wg agenda ${refs(entries, body)} undo` };
  const told = on ? text.added(entries, on) : text.queued(entries, name);
  const from = link === undefined ? [] : [line(text.from(linked(link, text.message)))];
  const whispered = whisper(told, ...from, buttons(undo));
  if (on) return { ...whispered, refresh: surfacesOf([on.number]), done: subjectsOf(entries, [on.number]) };
  const channels = await store.channels.ofBody(body);
  const heardBefore = channels.some((one) => one.channelId === place.channelId) && leads;
  const put = entries
    .slice(0, 5)
    .map((one) => ({ label: text.toPut(one), line: `/wg agenda ${refs([one], body)} put` }));
  return {
    ...whispered,
    // The lead hears in the body's channel what others propose.
    posts: heardBefore
      ? []
      : [
          {
            kind: 'message',
            key: `agenda:${body}:${entries.map((one) => one.number).join(',')}`,
            to: { body },
            message: { summary: text.queuedForAll(entries, name, person.name), parts: [...from, buttons(...put)] },
          },
        ],
    done: subjectsOf(entries, []),
  };
}

/** Whether a meeting's agenda can still change: it is open, or still ahead. */
export const takesEntries = (meeting: Meeting, today: Scene['today']): boolean => holdsAgenda(meeting, today);

/** What the lines speak of, or why one of them cannot be put up. Writes nothing. */
export async function subjectsFor(
  lines: readonly NewLine[],
  body: string,
  scene: Scene,
  store: CouncilStore,
): Promise<{ readonly subjects: readonly EntryToPut[] } | Refused> {
  const standing = (await store.agendas.open(body)).filter((one) => !one.settled);
  const subjects: EntryToPut[] = [];
  for (const one of lines) {
    const meant = await subjectOf(one, body, scene, store);
    if ('refused' in meant) return meant;
    const same = standing.find((entry) => isSame(entry, meant));
    if (same) return { refused: whisper(text.already(same)) };
    subjects.push(meant);
  }
  return { subjects };
}

/** Puts them up at the end of the meeting's agenda, or in the queue. */
export async function putUp(
  subjects: readonly EntryToPut[],
  on: Meeting | undefined,
  scene: AgendaScene,
  store: CouncilStore,
): Promise<AgendaEntry[]> {
  const { subject, acting, person, now } = scene;
  const { body } = subject;
  const by = { person: person.id, seat: acting.role.seat };
  const last = on ? await lastPosition(body, on.number, store) : 0;
  const entries: AgendaEntry[] = [];
  for (const [i, one] of subjects.entries()) {
    const place = on && { meeting: on.number, position: last + i + 1 };
    entries.push(await store.agendas.add({ ...one, body, place, at: now, by }));
  }
  return entries;
}

/** Puts an entry of the queue on the meeting's agenda, at its end. */
export async function putEntry(
  entry: AgendaEntry,
  meeting: Meeting,
  scene: AgendaScene,
  store: CouncilStore,
): Promise<{ readonly entry: AgendaEntry } | Refused> {
  const { acting, person, now } = scene;
  const position = (await lastPosition(entry.body, meeting.number, store)) + 1;
  const to = after(entry, { act: 'put', meeting: meeting.number, position });
  if ('refused' in to) return { refused: whisper(text.refused(to, entry)) };
  const by = { person: person.id, seat: acting.role.seat };
  await store.agendas.change(entry, to, { kind: 'put', at: now, by });
  return { entry: { ...entry, ...to } };
}

async function lastPosition(body: string, meeting: number, store: CouncilStore): Promise<number> {
  const there = (await store.agendas.of(meeting)).filter((one) => one.body === body);
  return Math.max(0, ...there.map((one) => placeAt(one, meeting)?.position ?? 0));
}

/** What a line speaks of, or why it cannot be put up here. */
async function subjectOf(
  said: NewLine,
  body: string,
  { chart }: Pick<Scene, 'chart'>,
  store: CouncilStore,
): Promise<EntryToPut | Refused> {
  const { words, minutes, outcome, item, circulation } = said;
  const none = { requirements: [], outcome, note: undefined, item, circulation, link: undefined, minutes };
  if (item !== undefined) {
    const found = await store.items.byNumber(item);
    if (!found) return { refused: whisper(text.noItem(item)) };
    const other = otherThan(found.body, body, chart);
    if (other) return { refused: whisper(text.otherBodyItem(same(`K${item}`), other)) };
    return { ...none, kind: 'item', title: `課題K${item} ${words || found.title}` };
  }
  if (circulation !== undefined) {
    const found = await store.circulations.byNumber(circulation);
    if (!found) return { refused: whisper(text.noCirculation(circulation)) };
    const other = otherThan(found.body, body, chart);
    if (other) return { refused: whisper(text.otherBodyItem(same(`P${circulation}`), other)) };
    const about = words || `要件${numbersText(found.requirements).ja}の協議`;
    return { ...none, kind: 'circulation', title: `持ち回り審議P${circulation} ${about}` };
  }
  if (said.requirements.length === 0) return { ...none, kind: 'text', title: words };
  const found = await store.requirements.byNumbers(said.requirements);
  const missing = said.requirements.filter((n) => !found.some((one) => one.number === n));
  if (missing.length > 0) return { refused: whisper(await unknownNumbers(missing, store)) };
  const systems = chart.systems.filter((one) => found.some(({ system }) => system === one.slug));
  const foreign = systems.find((one) => otherThan(one.body, body, chart));
  if (foreign) {
    const numbers = found.filter((one) => one.system === foreign.slug).map((one) => one.number);
    return { refused: whisper(text.otherBody(numbersText(numbers), bodyText(chart, foreign.body))) };
  }
  const note = outcome !== undefined && words !== '' ? words : undefined;
  const about = outcome === undefined && words !== '' ? ` ${words}` : 'の確認';
  const title = `${systems.map((one) => one.name).join('・')} 要件${numbersText(said.requirements).ja}${about}`;
  return { ...none, kind: 'requirements', title, requirements: said.requirements, note };
}

/** The name of the body of which it is, where that is neither this one nor below it. */
function otherThan(of: string, body: string, chart: Chart): Text | undefined {
  for (let at: string | undefined = of; at !== undefined; at = bodyOf(chart, at)?.parent)
    if (at === body) return undefined;
  return bodyText(chart, of);
}

const isSame = (entry: AgendaEntry, one: EntryToPut): boolean =>
  entry.kind === one.kind &&
  entry.item === one.item &&
  entry.circulation === one.circulation &&
  (one.kind === 'item' || one.kind === 'circulation' || entry.title === one.title);

/** A bare number may be a requirement or the entry of that number: asked, never guessed. */
async function whichIsMeant(
  lines: readonly NewLine[],
  { subject: { body, meeting } }: AgendaScene,
  store: CouncilStore,
): Promise<Reply | undefined> {
  const [only, ...others] = lines;
  if (only?.bare === undefined || others.length > 0) return undefined;
  const entry = await store.agendas.byNumber(body, only.bare);
  if (!entry || entry.dropped) return undefined;
  const time = only.minutes === undefined ? '' : ` ${only.minutes}分`;
  const at = meeting ? `M${meeting.number} ` : '';
  return whisper(
    text.bare(only.bare, entry),
    buttons(
      { label: text.bareEntry(only.bare), line: `/wg agenda ${refs([entry], body)}${time}` },
      { label: text.bareRequirement(only.bare), line: `/wg agenda ${at}要件${only.bare}${time}` },
    ),
  );
}

/** kaigoの議題3、議題4: wherever the button is pressed, the body's. */
export const refs = (entries: readonly Pick<AgendaEntry, 'number'>[], body: string): string =>
  entries.map((one, i) => `${i === 0 ? `${body}の` : ''}議題${one.number}`).join('、');

/** What reads differently when the agendas of these meetings change. */
export const surfacesOf = (meetings: readonly number[]): string[] =>
  meetings.flatMap((one) => [`meeting:${one}`, `agenda:${one}`]);

export const subjectsOf = (
  entries: readonly Pick<AgendaEntry, 'body' | 'number'>[],
  meetings: readonly number[],
): string[] => [
  ...entries.map((one) => `agenda:${one.body}/${one.number}`),
  ...meetings.map((one) => `meeting:${one}`),
];
