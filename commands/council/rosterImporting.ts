/** Importing a roster: the preview, which is the real comparison; carrying out exactly what was shown; never half of a seat. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type Admitted, rosterOf } from '../../src/command/who.ts';
import { bodyOf, type Chart } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { endSeen, isShown, type Onlooker, type Publication } from '../../src/domain/publication.ts';
import type { RosterLine } from '../../src/domain/roster.ts';
import { compareRoster, type RosterComparison, type RosterEntry } from '../../src/domain/rosterImport.ts';
import { type RosterRow, rosterIn } from '../../src/sheet/roster.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import type { KnownPerson } from '../../src/store/council/seats.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, type Part, rows } from '../../src/text/message.ts';
import { seatText } from '../../src/text/seats.ts';
import { same, type Text } from '../../src/text/text.ts';
import { type Newcomer, type RosterReader, type Understood, understood } from '../subjects/rosterRows.ts';
import { onlookerOf, peopleSeen } from '../subjects/rosters.ts';
import { text } from './rosterImportText.ts';

export const ROSTER_IMPORT = 'council roster-import';
/** Lines and cells that a preview names one by one. */
const NAMED = 30;

/** What was shown and is imported exactly so. */
export interface RosterPlan {
  readonly name: string;
  readonly on: Day;
  readonly entries: readonly RosterEntry[];
  readonly newcomers: readonly Newcomer[];
  readonly accounts: Understood['accounts'];
  readonly counts: readonly number[];
  /** The municipality, where the workbook changes one alone. */
  readonly code: string | undefined;
  /** Whether all that it changes is shown to everyone. */
  readonly published: boolean;
}

type Importer = Scene & Admitted;

export async function previewRoster(
  { name, sheets, on }: { readonly name: string; readonly sheets: readonly Sheet[]; readonly on: Day },
  scene: Importer,
  store: CouncilStore,
): Promise<Reply> {
  const { rows: written } = rosterIn(sheets);
  if (written.length === 0) return whisper(text.noRoster);
  const read = await meant(written, on, scene, store);
  const found = await comparedWith(read.entries, on, store);
  const counts = countsOf(found);
  const told = [
    line(text.counts(counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? 0, found.unchanged, read.refused.length)),
    rows(await previewLines(found, read.newcomers, scene.chart, onlookerOf(scene), store)),
    ...(read.newcomers.length > 0 ? [line(text.newcomers(read.newcomers.map((one) => one.name)))] : []),
    ...(read.refused.length > 0 ? [line(text.refused(read.refused.length))] : []),
    rows(read.refused.slice(0, NAMED).map((one) => text.cell(one.sheet, one.cell, one.why))),
    ...(read.refused.length > NAMED ? [line(text.more(read.refused.length - NAMED))] : []),
  ];
  const links = linksIn(read.accounts, await peopleSeen(scene, store));
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0 && links === 0) return whisper(text.nothing, ...told);
  const codes = new Set(read.entries.map((one) => one.code));
  const published = await store.rosters.publications();
  const content: RosterPlan = {
    ...{ name, on, entries: read.entries, newcomers: read.newcomers, accounts: read.accounts, counts },
    code: codes.size === 1 ? [...codes][0] : undefined,
    published: [...codes].every((code) =>
      [on, ...read.entries.map((one) => one.from ?? on)].every((day) => isShown(published, code, day, scene.today)),
    ),
  };
  const id = await store.plans.keep({ act: ROSTER_IMPORT, person: scene.person.id, at: scene.now, content });
  return whisper(
    text.preview(name, on),
    ...told,
    ...(links > 0 ? [line(text.links(links))] : []),
    buttons({
      label: total === 0 ? text.link(links) : text.carryOut(total),
      line: `/council proceed ${id}`,
      style: 'primary',
    }),
  );
}

/** How many accounts would be linked that are not theirs yet. */
export const linksIn = (accounts: Understood['accounts'], people: readonly KnownPerson[]): number =>
  accounts.filter(({ person, user }) => !people.find((one) => one.person === person)?.accounts.includes(user)).length;

/** What the rows mean for whoever brings them: each seat is theirs to change, or its cell is refused. */
export async function meant(
  written: readonly RosterRow[],
  on: Day,
  scene: Scene,
  store: CouncilStore,
): Promise<Understood> {
  const [seats, tenures, people, published] = await Promise.all([
    store.seats.all(),
    store.seats.tenures(),
    peopleSeen(scene, store),
    store.rosters.publications(),
  ]);
  const { chart, today, calendar } = scene;
  const reader: RosterReader = {
    chart,
    seats,
    tenures,
    people,
    today,
    calendar,
    on,
    mayNot: barring(scene, published),
  };
  return understood(written, reader);
}

/** Why whoever says it may not change a seat from that day. */
const barring =
  (scene: Scene, published: readonly Publication[]): RosterReader['mayNot'] =>
  (seat, municipality, from) => {
    const kind = bodyOf(scene.chart, seat.body)?.kind;
    const admission = rosterOf(scene, {
      municipality,
      from,
      published: isShown(published, municipality, from, scene.today),
      ofOffice: kind === 'council' || kind === 'projectTeam',
    });
    return 'refused' in admission ? admission.refused : undefined;
  };

export async function comparedWith(
  entries: readonly RosterEntry[],
  on: Day,
  store: CouncilStore,
): Promise<RosterComparison> {
  await store.seats.lock();
  const seats = [...new Set(entries.map((one) => one.seat))];
  return compareRoster(entries, await store.seats.tenures(seats), await store.seats.sections(), on);
}

/** Created, ended, changed, renamed. */
export const countsOf = ({ created, ended, changed, sections }: RosterComparison): readonly number[] =>
  [created, ended, changed, sections].map((one) => one.length);

/** Imports what was shown; where anything else would come of it now, nothing is done. */
export async function importRoster(plan: RosterPlan, scene: Importer, store: CouncilStore): Promise<Reply> {
  const found = await comparedWith(plan.entries, plan.on, store);
  if (JSON.stringify(countsOf(found)) !== JSON.stringify(plan.counts)) return whisper(text.changedSince);
  const mayNot = barring(scene, await store.rosters.publications());
  const seats = new Map((await store.seats.all()).map((one) => [one.id, one]));
  for (const { seat: id, code, from = plan.on } of plan.entries) {
    const seat = seats.get(id);
    const barred = seat && mayNot(seat, code, later(from, plan.on));
    if (barred) return whisper(barred);
  }
  const { person, now, acting, place } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  if (plan.counts.every((one) => one === 0)) {
    const foreign = await linkAccounts(plan.accounts, place.teamId, store);
    return {
      ...whisper(text.linked(plan.accounts.length - foreign.length), ...leftUnlinked(foreign)),
      done: plan.entries.map((one) => `seat:${one.seat}`),
    };
  }
  const { id, foreign } = await writeRoster({ ...plan, found, team: place.teamId, at: now, by }, store);
  const [created = 0, ended = 0, changed = 0] = plan.counts;
  return {
    ...whisper(
      text.imported(id, text.counts(created, ended, changed, found.unchanged, 0)),
      ...leftUnlinked(foreign),
      buttons({ label: text.undo, line: `/council undo 名簿${id}` }),
    ),
    done: plan.published
      ? [`roster:${id}`, ...new Set(plan.entries.map((one) => `seat:${one.seat}`))]
      : [`roster:${id}`],
  };
}

/** Enters who is new, writes the change as one batch, links accounts. */
export async function writeRoster(
  importing: Pick<RosterPlan, 'newcomers' | 'accounts' | 'code'> & {
    readonly found: RosterComparison;
    readonly team: string | undefined;
    readonly at: Scene['now'];
    readonly by: { readonly person: number; readonly seat: string } | undefined;
  },
  store: CouncilStore,
): Promise<{ readonly id: number; readonly foreign: readonly string[] }> {
  const { found, newcomers, accounts, team, at, by, code } = importing;
  const numbers = new Map<number, number>();
  for (const one of newcomers) numbers.set(one.number, await store.seats.register(one));
  const entered = (person: number): number => numbers.get(person) ?? person;
  const lines = [...found.ended, ...found.changed, ...found.created].map(
    (one): RosterLine => ({ ...one, person: entered(one.person) }),
  );
  const id = await store.seats.change({ kind: 'import', at, by, code, lines, sections: found.sections });
  const theirs = accounts.map((one) => ({ ...one, person: entered(one.person) }));
  return { id, foreign: await linkAccounts(theirs, team, store) };
}

/** Those of another council's people are not linked. */
export async function linkAccounts(
  accounts: Understood['accounts'],
  team: string | undefined,
  store: CouncilStore,
): Promise<string[]> {
  const foreign: string[] = [];
  if (team === undefined) return foreign;
  for (const { person, user, from } of accounts)
    if (!(await store.seats.giveAccount(person, { team, user, from }))) foreign.push(user);
  return foreign;
}

const leftUnlinked = (foreign: readonly string[]): Part[] =>
  foreign.length > 0 ? [line(text.foreignAccounts(foreign))] : [];

/** Who comes, who goes, whose time changes; each seat with the name. */
export async function previewLines(
  found: RosterComparison,
  newcomers: readonly Newcomer[],
  chart: Chart,
  onlooker: Onlooker,
  store: CouncilStore,
): Promise<Text[]> {
  const published = await store.rosters.publications();
  const end = ({ after }: RosterLine): Day | undefined =>
    after && endSeen(published, after.code, after.until, onlooker);
  const seats = new Map((await store.seats.all()).map((one) => [one.id, one]));
  const lines = [...found.created, ...found.ended, ...found.changed];
  const names = await store.names(lines.map((one) => one.person).filter((one) => one > 0));
  const name = (person: number): string =>
    names.get(person) ?? newcomers.find((one) => one.number === person)?.name ?? '';
  const of = (id: string): Text => {
    const seat = seats.get(id);
    return seat ? seatText(seat, chart) : same(id);
  };
  const told = [
    ...found.created.map((one) => text.comes(of(one.seat), name(one.person), one.from, end(one), onlooker.today)),
    ...found.ended.map((one) => text.goes(of(one.seat), name(one.person), one.after?.until, onlooker.today)),
    ...found.changed.map((one) => text.until(of(one.seat), name(one.person), one.after?.until, onlooker.today)),
    ...found.sections.map((one) => text.section(of(one.seat), one.after ?? '')),
  ];
  return told.length > NAMED ? [...told.slice(0, NAMED), text.more(told.length - NAMED)] : told;
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);
