/** Changing a seat: what becomes of it, what is told, and what the audit says where it is not to be known yet. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Admitted } from '../../src/command/who.ts';
import { bodyOf, isOn, type Tenure } from '../../src/domain/council.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { endSeen } from '../../src/domain/publication.ts';
import { appoint, type RosterLine, severalAtATime, vacate } from '../../src/domain/roster.ts';
import type { NewChange, RosterChange } from '../../src/store/council/seats.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, type Part, rows } from '../../src/text/message.ts';
import { nameForm, type PersonSaid } from '../arguments/seats.ts';
import { onlookerOf } from '../subjects/rosters.ts';
import { personMeant, type SeatMeant } from '../subjects/seats.ts';
import { text } from './seatText.ts';

type SeatScene = Scene & Admitted & { readonly subject: SeatMeant };

interface Assigning {
  readonly person?: PersonSaid | undefined;
  readonly deputy: boolean;
  readonly until: Day | undefined;
  readonly instead?: string | undefined;
  /** What the seat's section is called from that day on, where it changes with the holder. */
  readonly section?: string | undefined;
}

export async function assignSeat(said: Assigning, scene: SeatScene, store: CouncilStore): Promise<Reply> {
  const { seat, municipality, from } = scene.subject;
  if (said.person === undefined) return whisper(text.who);
  const meant = await personMeant(said.person, municipality, scene, store);
  if ('refused' in meant) return meant.refused;
  const tenures = await store.seats.tenures([seat.id]);
  const names = await store.names(tenures.map((one) => one.person));
  const several = severalAtATime(seat, bodyOf(scene.chart, seat.body), said.deputy);
  const before = predecessor(said.instead, tenures, names);
  if ('unknown' in before) return whisper(text.noPredecessor(before.unknown));
  const registered = 'register' in meant;
  const person = registered ? -1 : meant.person;
  const appointing = appoint(
    seat,
    tenures,
    { person, code: municipality, from, until: said.until, deputy: said.deputy, instead: before.person },
    several,
  );
  const name = registered ? meant.register : meant.name;
  if ('refused' in appointing) return whisper(text.refused[appointing.refused](name));

  const made = registered ? await store.seats.register({ name, kana: undefined, email: undefined }) : meant.person;
  const lines = appointing.lines.map((one) => (one.person === -1 ? { ...one, person: made } : one));
  const ended = lines.filter((one) => one.person !== made);
  const until = endSeen(await store.rosters.publications(), municipality, appointing.until, onlookerOf(scene));
  const section = said.section === undefined ? undefined : await sectionFrom(said.section, scene, store);
  return changed({ kind: 'assign', lines, sections: section ? [section] : [] }, scene, store, [
    line(text.holds(seat, name, from, until, said.deputy, scene.chart)),
    ...(section ? [line(text.sectionToo(section.after))] : []),
    rows(ended.map((one) => text.ends(names.get(one.person) ?? '', one.after?.until))),
    ...(until !== undefined && said.until === undefined ? [line(text.remainder(until))] : []),
    ...(registered ? [line(text.registered(name))] : []),
  ]);
}

/** Ends the tenures of that seat: the holder's, the deputies', or one person's. */
export async function vacateSeat(
  {
    person,
    deputy,
    last,
  }: { readonly person: PersonSaid | undefined; readonly deputy: boolean; readonly last: Day | undefined },
  scene: SeatScene,
  store: CouncilStore,
): Promise<Reply> {
  const { seat, from } = scene.subject;
  const lastDay = last ?? addDays(from, -1);
  const all = await store.seats.tenures([seat.id]);
  const meant = person && (await personMeant(person, scene.subject.municipality, scene, store));
  if (meant && 'refused' in meant) return meant.refused;
  const who = meant && 'person' in meant ? meant.person : undefined;
  const theirs = all.filter((one) => (person === undefined ? one.deputy === deputy : one.person === who));
  // Without a name only who would hold it the day after: a successor who is prepared for later stays.
  const meantHere = person === undefined ? theirs.filter((one) => isOn(one, addDays(lastDay, 1))) : theirs;
  const lines = vacate(meantHere, lastDay);
  if (lines.length === 0) return whisper(text.nobodyThere);
  const names = await store.names(lines.map((one) => one.person));
  return changed({ kind: 'vacate', lines, sections: [] }, scene, store, [
    rows(lines.map((one) => text.ends(names.get(one.person) ?? '', one.after?.until))),
    ...(holdsThen(all, lines, addDays(lastDay, 1)) ? [] : [line(text.vacantThen)]),
  ]);
}

/** Whether somebody still holds the seat on that day, once these tenures are ended. */
const holdsThen = (tenures: readonly Tenure[], ended: readonly RosterLine[], on: Day): boolean =>
  tenures.some(
    (one) =>
      !one.deputy && isOn(one, on) && !ended.some((line) => line.person === one.person && line.from === one.from),
  );

/** The seat stays; what its section is called changes. */
export async function nameSection(name: string, scene: SeatScene, store: CouncilStore): Promise<Reply> {
  const { seat, from } = scene.subject;
  const section = await sectionFrom(name, scene, store);
  if (section === undefined) return whisper(text.sameSection(name));
  return changed({ kind: 'section', lines: [], sections: [section] }, scene, store, [
    line(text.section(seat, name, from, scene.chart)),
  ]);
}

/** The seat's section from that day on, unless it is called so already. */
async function sectionFrom(after: string, { subject }: SeatScene, store: CouncilStore) {
  const { seat, from } = subject;
  const sections = (await store.seats.sections()).filter((one) => one.seat === seat.id);
  const standing = sections.findLast((one) => one.from <= from)?.name;
  if (standing === after) return undefined;
  return { seat: seat.id, from, before: sections.find((one) => one.from === from)?.name, after };
}

async function changed(
  change: Pick<NewChange, 'kind' | 'lines' | 'sections'>,
  scene: SeatScene,
  store: CouncilStore,
  told: readonly Part[],
): Promise<Reply> {
  const { acting, person, now, today, subject } = scene;
  const { seat, municipality, from, published } = subject;
  const by = { person: person.id, seat: acting.role.seat };
  const id = await store.seats.change({ ...change, at: now, by, code: municipality });
  const future = from > today;
  return {
    ...whisper(
      text.changed(id, change.kind),
      ...told,
      ...(future
        ? [
            line(
              published ? text.seenAtOnce : text.hidden(fiscalYearOf(from), fiscalYearOf(from) === fiscalYearOf(today)),
            ),
          ]
        : []),
      buttons({ label: text.undo, line: `/council undo 名簿${id}`, confirm: text.undoSure(id) }),
    ),
    done: published ? [`roster:${id}`, `seat:${seat.id}`] : [`roster:${id}`],
    ...(!published && { auditLine: AUDIT_LINE }),
  };
}

/** That something is prepared may be known; of which seat, and who, may not. */
export const AUDIT_LINE = '/council seat (公表前の名簿のため非表示)';

function predecessor(
  name: string | undefined,
  tenures: readonly Tenure[],
  names: ReadonlyMap<number, string>,
): { readonly person: number | undefined } | { readonly unknown: string } {
  if (name === undefined) return { person: undefined };
  const found = tenures.find((one) => nameForm(names.get(one.person) ?? '').startsWith(nameForm(name)));
  return found ? { person: found.person } : { unknown: name };
}

/** Takes a change of the roster back as a whole, unless something was changed since. */
export async function undoRoster(change: RosterChange, scene: Scene, store: CouncilStore): Promise<Reply> {
  if (change.undoneAt !== undefined) return whisper(text.undoneBefore(change.id));
  const undone = await store.seats.undo(change, { at: scene.now, person: scene.person.id });
  if (!undone) return whisper(text.changedSince(change.id));
  return { ...whisper(text.undone(change.id, countOf(change.lines))), done: [`roster:${change.id}`] };
}

const countOf = (lines: readonly RosterLine[]): number => new Set(lines.map((one) => one.seat)).size;
