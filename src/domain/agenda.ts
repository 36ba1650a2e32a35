/**
 * The agenda (次第): what a body is to speak of. An entry has its number for ever; it waits in the body's queue until it is put
 * on the agenda of a meeting, and what was not covered there is carried over to the queue, with its count.
 *
 * Where an entry stands follows from its places and from the meetings: one whose meeting was cancelled, or never opened, waits
 * in the queue again without anything having run, and without being counted.
 */
import { addBusinessDays, type OfficeCalendar } from './businessDay.ts';
import { type Day, dayAt, type Instant } from './day.ts';
import { foldWithOffsets } from './fold.ts';
import type { Meeting } from './meeting.ts';
import type { Outcome } from './requirement.ts';

export const AGENDA_KINDS = ['requirements', 'item', 'circulation', 'text'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** What became of an entry at a meeting. `moved`: it was taken off before. */
export type Fate = 'on' | 'covered' | 'circulated' | 'carried' | 'moved';

export interface Place {
  readonly meeting: number;
  readonly position: number;
  readonly fate: Fate;
}

/** What of an entry changes. */
export interface EntryState {
  readonly minutes: number | undefined;
  readonly dropped: boolean;
  /** One for each meeting on whose agenda it was, the latest last. */
  readonly places: readonly Place[];
}

/** What an entry speaks of, said once. */
export interface EntrySubject {
  readonly kind: AgendaKind;
  readonly title: string;
  readonly requirements: readonly number[];
  /** The outcome that is proposed for the requirements, and why. */
  readonly outcome: Outcome | undefined;
  readonly note: string | undefined;
  readonly item: number | undefined;
  readonly circulation: number | undefined;
  /** The message that it came from. */
  readonly link: string | undefined;
}

export interface AgendaEntry extends EntrySubject, EntryState {
  readonly body: string;
  /** 議題12 of its body. */
  readonly number: number;
  readonly at: Instant;
  readonly by: { readonly person: number; readonly seat: string };
  /** What it speaks of was decided, done or ended since it was put up. */
  readonly settled: boolean;
}

export type Standing = 'proposed' | 'carried' | 'on' | 'covered' | 'circulated' | 'dropped';

/** Whether a meeting can still be the place of an entry: one that is over, was called off, or never opened on its day, cannot. */
export const holdsAgenda = (meeting: Pick<Meeting, 'state' | 'openedAt' | 'closedAt' | 'day'>, today: Day): boolean =>
  meeting.state === 'scheduled' &&
  meeting.closedAt === undefined &&
  (meeting.openedAt !== undefined || meeting.day >= today);

/** Where an entry stands; `holds` tells whether a meeting can still be its place. */
export function standingOf(
  entry: EntryState & { readonly settled: boolean },
  holds: (meeting: number) => boolean,
): Standing {
  if (entry.dropped) return 'dropped';
  const closed = entry.places.find((one) => one.fate === 'covered' || one.fate === 'circulated');
  if (closed) return closed.fate === 'covered' ? 'covered' : 'circulated';
  if (entry.settled) return 'covered';
  if (entry.places.some((one) => one.fate === 'on' && holds(one.meeting))) return 'on';
  return carriedOver(entry) > 0 ? 'carried' : 'proposed';
}

/** How often it was carried over: at so many meetings it stood and was not covered. As it was when it came to one of them. */
export function carriedOver({ places }: Pick<EntryState, 'places'>, to?: number): number {
  const at = places.findIndex((one) => one.meeting === to);
  return places.slice(0, at < 0 ? undefined : at).filter((one) => one.fate === 'carried').length;
}

export const placeAt = ({ places }: Pick<EntryState, 'places'>, meeting: number): Place | undefined =>
  places.find((one) => one.meeting === meeting);

/** Whether it belongs to what a meeting had or has on its agenda. */
export const wasOn = (entry: Pick<EntryState, 'places'>, meeting: number): boolean => {
  const place = placeAt(entry, meeting);
  return place !== undefined && place.fate !== 'moved';
};

export type EntryAct =
  | { readonly act: 'put'; readonly meeting: number; readonly position: number }
  | { readonly act: 'cover' | 'circulate' | 'carry' | 'resume' | 'takeOff'; readonly meeting: number }
  | { readonly act: 'order'; readonly meeting: number; readonly position: number }
  | { readonly act: 'minutes'; readonly minutes: number | undefined }
  | { readonly act: 'drop' };

export type EntryRefusal =
  | { readonly refused: 'dropped' }
  | { readonly refused: 'covered' }
  | { readonly refused: 'already' }
  | { readonly refused: 'notOn' };

/** What an act makes of an entry, or why it cannot be. */
export function after(entry: EntryState, act: EntryAct): EntryState | EntryRefusal {
  if (entry.dropped) return { refused: 'dropped' };
  if (act.act === 'minutes') return { ...entry, minutes: act.minutes };

  const closed = entry.places.some((one) => one.fate === 'covered' || one.fate === 'circulated');
  if (act.act === 'drop') return closed ? { refused: 'covered' } : { ...entry, dropped: true };

  const here = placeAt(entry, act.meeting);
  if (act.act === 'resume')
    return here && here.fate !== 'moved' && here.fate !== 'on'
      ? withFate(elsewhereMoved(entry), act.meeting, 'on')
      : { refused: 'notOn' };
  if (closed) return { refused: 'covered' };
  if (act.act === 'put') {
    if (here?.fate === 'on') return { refused: 'already' };
    const places = elsewhereMoved(entry).places.filter((one) => one.meeting !== act.meeting);
    const place = { meeting: act.meeting, position: act.position, fate: 'on' as const };
    return { ...entry, places: [...places, place] };
  }
  // What was carried over by the close turns out to have been covered: it leaves wherever it went since.
  if (act.act === 'cover' && here?.fate === 'carried') return withFate(elsewhereMoved(entry), act.meeting, 'covered');
  if (here?.fate !== 'on') return { refused: 'notOn' };
  if (act.act === 'order') return withPlace(entry, { ...here, position: act.position });
  return withFate(entry, act.meeting, FATE_OF[act.act]);
}

const FATE_OF = { cover: 'covered', circulate: 'circulated', carry: 'carried', takeOff: 'moved' } as const;

/** It has one place at a time: what it had before, it left. */
const elsewhereMoved = (entry: EntryState): EntryState => ({
  ...entry,
  places: entry.places.map((one) => (one.fate === 'on' ? { ...one, fate: 'moved' as const } : one)),
});

const withPlace = (entry: EntryState, place: Place): EntryState => ({
  ...entry,
  places: entry.places.map((one) => (one.meeting === place.meeting ? place : one)),
});

function withFate(entry: EntryState, meeting: number, fate: Fate): EntryState {
  const place = placeAt(entry, meeting);
  return place ? withPlace(entry, { ...place, fate }) : entry;
}

/** What the close of a meeting makes of an entry that still stands on its agenda. */
export const atClose = (entry: Pick<AgendaEntry, 'settled'>): 'cover' | 'carry' => (entry.settled ? 'cover' : 'carry');

/** In business days before the meeting, unless the body's setting says otherwise. */
const OUT_BEFORE = 3;

/** The day by which a meeting's agenda is to be out: the earliest that one of its bodies' settings asks for. */
export const outBy = (meeting: Pick<Meeting, 'day'>, settings: readonly unknown[], calendar: OfficeCalendar): Day => {
  const days = settings.map((one) => (typeof one === 'number' ? one : OUT_BEFORE));
  return addBusinessDays(meeting.day, -Math.max(...days), calendar);
};

/** Whom today's digest reminds that a meeting's agenda is not out: its lead twice from the day before it is due, then the secretariat. */
export function remindedOf(
  meeting: Pick<Meeting, 'day' | 'createdAt'>,
  due: Day,
  today: Day,
  calendar: OfficeCalendar,
): 'lead' | 'secretariat' | undefined {
  const eve = addBusinessDays(due, -1, calendar);
  // Called at short notice, it is due from the next morning on.
  const morning = addBusinessDays(dayAt(meeting.createdAt), 1, calendar);
  const [, first = eve] = [eve, morning].toSorted();
  if (today < first || today >= meeting.day) return undefined;
  return today <= addBusinessDays(first, 1, calendar) ? 'lead' : 'secretariat';
}

/** The entries' order when this one is to be the nth, counted from one; beyond the end is the last. */
export function reordered(order: readonly number[], number: number, nth: number): number[] {
  const others = order.filter((one) => one !== number);
  const at = Math.min(Math.max(nth, 1), others.length + 1) - 1;
  return [...others.slice(0, at), number, ...others.slice(at)];
}

/** How long it takes together, as far as that was said; and of how many it was not. */
export function timeOf(entries: readonly Pick<EntryState, 'minutes'>[]): {
  readonly minutes: number;
  readonly open: number;
} {
  return {
    minutes: entries.reduce((sum, one) => sum + (one.minutes ?? 0), 0),
    open: entries.filter((one) => one.minutes === undefined).length,
  };
}

/** The longest time that one entry is given: a day. */
const LONGEST = 480;

const HOW_LONG =
  /(?:\s+|(?<=について|に関して|の件)|[:、,]\s*)?[(]?\s*約?\s?(?:(?<hours>\d{1,2})\s?(?:時間|h(?:ours?)?)\s?(?<half>半)?)?\s?(?:(?<minutes>\d{1,3})\s?(?:分間?|min(?:utes?)?))?\s*[)]?\s*$/u;
const BEFORE_IT = /(?:^|[\s:、,(]|について|に関して|の件)$/u;

/** How long, where the words end with it: 督促状の様式について 15分, 封筒の件(１時間半). What remains is as typed. */
export function withMinutes(typed: string): { readonly words: string; readonly minutes: number | undefined } {
  const { folded, at } = foldWithOffsets(typed);
  const found = HOW_LONG.exec(folded);
  const { hours, half, minutes } = found?.groups ?? {};
  const all = { words: typed.trim(), minutes: undefined };
  if (!found || (hours === undefined && minutes === undefined)) return all;
  const begins = folded.slice(found.index).search(/[約\d(]/u) + found.index;
  if (!BEFORE_IT.test(folded.slice(0, begins)) && folded[begins] !== '(') return all;
  const total = Number(hours ?? 0) * 60 + (half === undefined ? 0 : 30) + Number(minutes ?? 0);
  if (total < 1 || total > LONGEST) return all;
  const words = typed.slice(0, at[found.index] ?? typed.length).trim();
  return { words, minutes: total };
}
