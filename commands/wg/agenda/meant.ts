/** Which body's agenda is meant, of which meeting, and which of its entries; its body is locked until the act ends. */
import { whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { About, Who } from '../../../src/command/subcommand.ts';
import { type Admitted, leadOf, reader, seatOf } from '../../../src/command/who.ts';
import type { AgendaEntry } from '../../../src/domain/agenda.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import { bodiesOf, byTime, type Meeting } from '../../../src/domain/meeting.ts';
import { isOpen } from '../../../src/domain/sitting.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import type { AgendaSaid } from '../../arguments/agenda.ts';
import { bodyHere, bodyMeant } from '../../subjects/bodies.ts';
import { meetingTooEarly } from '../../subjects/past.ts';
import { meetingMeant } from '../changing.ts';
import { agenda as text } from './text.ts';

export interface AgendaMeant {
  readonly body: string;
  /** The meeting that was named, else the body's open one, else its next. */
  readonly meeting: Meeting | undefined;
  /** The entries that were named. */
  readonly entries: readonly AgendaEntry[];
  readonly deed: AgendaSaid['deed'] | undefined;
}

export type AgendaScene = Scene & Admitted & { readonly subject: AgendaMeant };

/** Whoever reads, everyone; who proposes or notes, a seat of the body; what stands on the agenda is the lead's. */
export const mayOnAgenda: Who<AgendaMeant, Admitted> = (scene, subject) => {
  const { deed } = subject;
  if (deed === undefined || deed === 'history') return reader(scene, subject);
  const lead = leadOf(scene, subject);
  if ('admits' in lead || !MEMBERS.has(deed)) return lead;
  return seatOf(scene, subject);
};

/** What a member may: propose, note, and take their own back. */
const MEMBERS: ReadonlySet<string> = new Set<AgendaSaid['deed']>(['add', 'note', 'undo']);

export async function agendaMeant(
  said: { readonly number?: number | undefined; readonly what?: AgendaSaid | undefined },
  scene: Scene,
  store: CouncilStore,
): Promise<About<AgendaMeant>> {
  const named = said.what && 'entries' in said.what ? said.what.entries : [];
  const meant = await bodyAndMeeting(said.number, named[0]?.body, scene, store);
  if ('refused' in meant) return meant;
  const { body } = meant.subject;
  const entries: AgendaEntry[] = [];
  for (const { number } of named) {
    const entry = await store.agendas.byNumber(body, number);
    if (!entry) return { refused: whisper(text.noEntry(number, bodyOf(scene.chart, body)?.name ?? body)) };
    entries.push(entry);
  }
  return { subject: { ...meant.subject, entries, deed: said.what?.deed } };
}

async function bodyAndMeeting(
  number: number | undefined,
  word: string | undefined,
  scene: Scene,
  store: CouncilStore,
): Promise<About<Pick<AgendaMeant, 'body' | 'meeting'>>> {
  const named = word === undefined ? undefined : bodyMeant(word, scene);
  if (named && 'refused' in named) return named;
  if (number !== undefined) {
    const found = await meetingMeant(number, store);
    if ('refused' in found) return found;
    const meeting = found.subject;
    const early = await meetingTooEarly(meeting, scene, store);
    if (early) return early;
    const here = named?.subject.slug ?? scene.place.mapped?.body ?? meeting.body;
    if (named && !bodiesOf(meeting).includes(here))
      return { refused: whisper(text.notOfMeeting(named.subject.name, meeting)) };
    return { subject: { body: bodiesOf(meeting).includes(here) ? here : meeting.body, meeting } };
  }
  const here = named ?? bodyHere(scene);
  if ('refused' in here) return here;
  const body = here.subject.slug;
  await store.meetings.lockBody(body);
  return { subject: { body, meeting: await nextMeeting(body, scene, store) } };
}

/** The meeting of the body that is open, else the next that is not over. */
export async function nextMeeting(
  body: string,
  { today }: Pick<Scene, 'today'>,
  store: CouncilStore,
): Promise<Meeting | undefined> {
  const ahead = (await store.meetings.from(today)).filter((one) => bodiesOf(one).includes(body));
  return ahead.find(isOpen) ?? ahead.filter((one) => one.closedAt === undefined).toSorted(byTime)[0];
}
