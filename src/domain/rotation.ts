/**
 * The rotation of the chair (輪番): which municipality holds the offices of a term, derived from the order of the turns and
 * from what the council decided otherwise.
 *
 * A turn is a municipality in a round: it stays the same turn however years shift, so a decision names turns, not years. A
 * decision and a change of members bear on the terms that begin on its day or later; what has begun is never rewritten. Where
 * the chair leaves within its term, the first vice chair acts until the next, or until a successor is elected.
 */
import { addDays, type Day } from './day.ts';
import { type FiscalYear, firstDayOf, fiscalYearOf } from './fiscalYear.ts';

export interface Rotation {
  /** The fiscal year of the first turn. */
  readonly from: FiscalYear;
  /** Municipality codes, in the order of the first round. */
  readonly turns: readonly string[];
  /** Who joined after the first term, and who left; all others are members throughout. */
  readonly memberships: readonly Membership[];
  /** What the council decided otherwise. */
  readonly overrides: readonly Override[];
  /** The first days of the terms that do not begin on April 1. */
  readonly starts: readonly { readonly year: FiscalYear; readonly on: Day }[];
}

export interface Membership {
  readonly code: string;
  readonly from: Day;
  readonly until: Day | undefined;
}

/** A municipality's turn of a round; rounds count from 0. */
export interface Turn {
  readonly code: string;
  readonly round: number;
}

export type Override = { readonly id: number; readonly on: Day } & Otherwise;

export type Otherwise =
  /** Who declines keeps the turn for the next term, or loses it until the next round. */
  | { readonly kind: 'decline'; readonly turn: Turn; readonly keeps: boolean }
  | { readonly kind: 'swap'; readonly turn: Turn; readonly other: Turn }
  /** The turn comes so many terms later; those in between come one term earlier. */
  | { readonly kind: 'defer'; readonly turn: Turn; readonly by: number }
  /** Who was elected to serve the remainder of a turn whose municipality left within its term; its own turn stays. */
  | { readonly kind: 'succeed'; readonly turn: Turn; readonly code: string };

/** The municipalities that hold the offices of a term; the vice chairs in their order of acting, the next chair first. */
export interface Officers {
  readonly chair: string;
  readonly viceChairs: readonly string[];
}

/** Who holds them on a day within the term. */
export interface OfficersOnDay {
  /** Undefined where the term's chair left within the term, and no successor was elected: the office is vacant until the next. */
  readonly chair: string | undefined;
  readonly viceChairs: readonly string[];
  /**
   * Whose information section is the secretariat and whose members lead the project team: the chair's; where that is vacant, the
   * first vice chair's, who acts for the chair (職務代理) until the next term.
   */
  readonly office: string;
}

export interface Term extends Officers {
  readonly year: FiscalYear;
  readonly from: Day;
  /** The chair's turn. */
  readonly turn: Turn;
}

/** A rotation that nobody joined or left and of which nothing was decided otherwise. */
export const plainRotation = (from: FiscalYear, turns: readonly string[]): Rotation => ({
  from,
  turns,
  memberships: [],
  overrides: [],
  starts: [],
});

/** April 1, unless the term of that year begins with the general meeting. */
export const termStart = ({ starts }: Rotation, year: FiscalYear): Day =>
  starts.find((one) => one.year === year)?.on ?? firstDayOf(year);

/** Whether the term of that year is to begin with a general meeting of which no day is known: meanwhile it is April 1. */
export const lacksMeeting = ({ starts }: Rotation, year: FiscalYear, termStart: unknown): boolean =>
  termStart === 'generalMeeting' && !starts.some((one) => one.year === year);

/** The term that a day belongs to: until the general meeting, last year's officers stay. */
export function termOn(rotation: Rotation, on: Day): FiscalYear {
  const year = fiscalYearOf(on);
  return on < termStart(rotation, year) ? year - 1 : year;
}

/** The first day of the term after the one of this day. */
export const nextTermStart = (rotation: Rotation, today: Day): Day => termStart(rotation, termOn(rotation, today) + 1);

/** Of the term of the day; who left since it began holds nothing and acts for nobody. A council of nobody keeps its last. */
export function officersOn(rotation: Rotation, on: Day): OfficersOnDay {
  const { chair, viceChairs: all } = officersOf(rotation, termOn(rotation, on));
  const viceChairs = all.filter((code) => !hasLeft(rotation, code, on));
  const [next] = viceChairs;
  if (next === undefined || !hasLeft(rotation, chair, on)) return { chair, viceChairs, office: chair };
  const elected = successorOn(rotation, on);
  return elected !== undefined && viceChairs.includes(elected)
    ? { chair: elected, viceChairs: viceChairs.filter((code) => code !== elected), office: elected }
    : { chair: undefined, viceChairs, office: next };
}

/** Who was elected to serve the remainder of the term; the last counts. */
function successorOn(rotation: Rotation, on: Day): string | undefined {
  const turn = runningTurn(rotation, on);
  return rotation.overrides
    .filter((one) => one.kind === 'succeed')
    .findLast((one) => one.on <= on && one.turn.code === turn?.code && one.turn.round === turn.round)?.code;
}

/** The turn of the term that a day belongs to; before the first year there are none. */
export function runningTurn(rotation: Rotation, on: Day): Turn | undefined {
  const year = termOn(rotation, on);
  return year < rotation.from ? undefined : termsFrom(rotation, year, 1)[0]?.turn;
}

/** Where it leaves within the term in which it chairs, recorded already: who acts for it, and until when. */
export function vacatedBy(
  rotation: Rotation,
  code: string,
  gone: Day,
): { readonly acts: string; readonly until: Day } | undefined {
  const { chair, office } = officersOn(rotation, gone);
  const wasIts = officersOn(rotation, addDays(gone, -1)).chair === code;
  return chair === undefined && wasIts
    ? { acts: office, until: addDays(nextTermStart(rotation, gone), -1) }
    : undefined;
}

/** Whose the office is on the last day of that term: who hands it over. */
export const handingOver = (rotation: Rotation, year: FiscalYear): string =>
  officersOn(rotation, addDays(termStart(rotation, year + 1), -1)).office;

const hasLeft = ({ memberships }: Rotation, code: string, on: Day): boolean => {
  const last = memberships.findLast((one) => one.code === code && one.from <= on);
  return last?.until !== undefined && last.until < on;
};

/** Who holds the offices of that term; before the first year the turns go round backwards. */
export function officersOf(rotation: Rotation, year: FiscalYear): Officers {
  const { turns, from } = rotation;
  if (turns.length === 0) throw new RangeError('a rotation needs at least one municipality');
  if (year < from) {
    const offset = (((year - from) % turns.length) + turns.length) % turns.length;
    const [chair = '', ...viceChairs] = [...turns.slice(offset), ...turns.slice(0, offset)];
    return { chair, viceChairs };
  }
  const { chair, viceChairs } = termsFrom(rotation, year, 1)[0] as Term;
  return { chair, viceChairs };
}

/** So many terms in a row, the first of them in that year or, if later, the rotation's first. */
export function termsFrom(rotation: Rotation, year: FiscalYear, count: number): readonly Term[] {
  const found: Term[] = [];
  for (const term of terms(rotation)) {
    if (term.year >= year) found.push(term);
    if (found.length === count) break;
  }
  return found;
}

/** The municipality's first turn whose term begins on the day or later, with its term; undefined where none is near. */
export function nextTurnOf(rotation: Rotation, code: string, onOrAfter: Day): Term | undefined {
  const found = termsFrom(
    rotation,
    fiscalYearOf(onOrAfter),
    2 * (rotation.turns.length + rotation.memberships.length + 2),
  );
  return found.find((term) => term.chair === code && term.from >= onOrAfter);
}

/** The years in which each municipality chairs, in these terms. */
function yearsOf(list: readonly Term[]): Map<string, FiscalYear[]> {
  const years = new Map<string, FiscalYear[]>();
  for (const { chair, year } of list) years.set(chair, [...(years.get(chair) ?? []), year]);
  return years;
}

/** A municipality's years as they were and as they are now. */
export interface TurnChange {
  readonly code: string;
  readonly before: readonly FiscalYear[];
  readonly after: readonly FiscalYear[];
}

/** Those whose turn is another in these years, and no one else; in the order in which they now chair. */
export function turnsChanged(before: readonly Term[], after: readonly Term[]): readonly TurnChange[] {
  const [old, now] = [yearsOf(before), yearsOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((code) => ({ code, before: old.get(code) ?? [], after: now.get(code) ?? [] }))
    .filter((one) => one.before.join() !== one.after.join());
}

export const decidedOtherwise = (rotation: Rotation, override: Override): Rotation => ({
  ...rotation,
  overrides: [...rotation.overrides, override],
});

export const joinedBy = (rotation: Rotation, code: string, from: Day): Rotation => ({
  ...rotation,
  memberships: [...rotation.memberships, { code, from, until: undefined }],
});

/** A turn where it now stands: `place` is the round that it is taken in, which a swap may change. */
interface Placed extends Turn {
  readonly place: number;
}

/** The turns ahead, round after round, as far as they were looked at. */
interface Ahead {
  order: readonly string[];
  queue: readonly Placed[];
  /** The next round to be laid out. */
  next: number;
}

/** All terms from the first year on. */
function* terms(rotation: Rotation): Generator<Term> {
  const first = termStart(rotation, rotation.from);
  const late = (code: string): boolean => {
    const mine = rotation.memberships.filter((one) => one.code === code);
    return mine.length > 0 && mine.every((one) => one.from > first);
  };
  const ahead: Ahead = { order: rotation.turns.filter((code) => !late(code)), queue: [], next: 0 };
  const events = eventsOf(rotation, first);
  for (let year = rotation.from; ; year += 1) {
    const from = termStart(rotation, year);
    while (events[0] && events[0].on <= from) events.shift()?.happen(ahead);
    layOut(ahead, () => ahead.order.every((code) => ahead.queue.slice(1).some((one) => one.code === code)));
    const [turn, ...rest] = ahead.queue;
    if (!turn) return;
    ahead.queue = rest;
    const { code: chair, round } = turn;
    const others = [...new Set(rest.map((one) => one.code))];
    yield { year, from, chair, viceChairs: others.filter((code) => code !== chair), turn: { code: chair, round } };
  }
}

interface Event {
  readonly on: Day;
  readonly rank: number;
  readonly key: string;
  happen(ahead: Ahead): void;
}

/** By day; those who leave and join before what was decided, joiners of a day in code order. */
function eventsOf({ memberships, overrides }: Rotation, first: Day): Event[] {
  const left = memberships.flatMap(({ code, until }): Event[] =>
    until === undefined ? [] : [{ on: addDays(until, 1), rank: 0, key: code, happen: (ahead) => leave(ahead, code) }],
  );
  const joined = memberships
    .filter((one) => one.from > first)
    .map(({ code, from }): Event => ({ on: from, rank: 1, key: code, happen: (ahead) => join(ahead, code) }));
  const decided = overrides.map((one): Event => {
    const key = String(one.id).padStart(9, '0');
    return { on: one.on, rank: 2, key, happen: (ahead) => override(ahead, one) };
  });
  return [...left, ...joined, ...decided].sort(
    (a, b) => a.on.localeCompare(b.on) || a.rank - b.rank || a.key.localeCompare(b.key),
  );
}

/** Lays out further rounds until it is far enough. */
function layOut(ahead: Ahead, far: () => boolean): void {
  while (ahead.order.length > 0 && !far()) {
    const place = ahead.next;
    ahead.queue = [...ahead.queue, ...ahead.order.map((code) => ({ code, round: place, place }))];
    ahead.next += 1;
  }
}

/** A joiner comes last in every round that is not yet over. */
function join(ahead: Ahead, code: string): void {
  if (ahead.order.includes(code)) return;
  ahead.order = [...ahead.order, code];
  ahead.queue = ahead.queue.flatMap((one, i) => {
    const lastOfRound = ahead.queue[i + 1]?.place !== one.place;
    return lastOfRound ? [one, { code, round: one.place, place: one.place }] : [one];
  });
}

/** The last member stays: a council of nobody has no terms. */
function leave(ahead: Ahead, code: string): void {
  if (ahead.order.length <= 1) return;
  ahead.order = ahead.order.filter((one) => one !== code);
  ahead.queue = ahead.queue.filter((one) => one.code !== code);
}

function override(ahead: Ahead, decided: Override): void {
  // It speaks of the running term, and moves no turn.
  if (decided.kind === 'succeed') return;
  const at = placeOf(ahead, decided.turn);
  if (at < 0) return;
  if (decided.kind === 'swap') exchange(ahead, at, placeOf(ahead, decided.other));
  else if (decided.kind === 'defer') move(ahead, at, decided.by);
  else if (decided.keeps) move(ahead, at, 1);
  else if (ahead.order.length > 1) {
    ahead.queue = ahead.queue.filter((_, i) => i !== at);
    // Were the next round to begin with the very one who declined, it would be asked again at once.
    layOut(ahead, () => ahead.queue.length > at + 1);
    if (ahead.queue[at]?.code === decided.turn.code) move(ahead, at, 1);
  }
}

function placeOf(ahead: Ahead, turn: Turn): number {
  layOut(ahead, () => ahead.next > turn.round);
  return ahead.queue.findIndex((one) => one.code === turn.code && one.round === turn.round);
}

function exchange(ahead: Ahead, a: number, b: number): void {
  const [one, other] = [ahead.queue[a], ahead.queue[b]];
  if (!one || !other) return;
  ahead.queue = ahead.queue.map((each, i) => {
    if (i === a) return { ...other, place: one.place };
    return i === b ? { ...one, place: other.place } : each;
  });
}

/** Moves a turn so many places back; the places keep their rounds. */
function move(ahead: Ahead, at: number, by: number): void {
  layOut(ahead, () => ahead.queue.length > at + by);
  for (let i = at; i < at + by; i += 1) exchange(ahead, i, i + 1);
}
