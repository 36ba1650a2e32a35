/**
 * Changing who holds a seat (任命・交代): what becomes of the tenures that are there. Nobody is forgotten: a tenure is ended the
 * day before, and only one that has not begun is taken away.
 */
import { type Body, isOn, type Seat, type Tenure } from './council.ts';
import { addDays, type Day } from './day.ts';

/** What a tenure is besides its seat, its person and its first day. */
export interface Held {
  readonly until: Day | undefined;
  readonly deputy: boolean;
  /** The municipality for which the person sits there. */
  readonly code: string;
}

/** A tenure as it was and as it becomes; undefined where there is none. */
export interface RosterLine {
  readonly seat: string;
  readonly person: number;
  readonly from: Day;
  readonly before: Held | undefined;
  readonly after: Held | undefined;
}

/** A seat's section, from a day on, as it was and as it becomes. */
export interface SectionLine {
  readonly seat: string;
  readonly from: Day;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface Appointment {
  readonly person: number;
  readonly code: string;
  readonly from: Day;
  /** Undefined: for the remainder of whom one follows, or without a known end. */
  readonly until: Day | undefined;
  readonly deputy: boolean;
  /** Whom one follows, where several may hold the seat at a time. */
  readonly instead: number | undefined;
}

export type Appointing =
  | { readonly lines: readonly RosterLine[]; readonly until: Day | undefined }
  | { readonly refused: 'holdsAlready' | 'endsBefore' };

/** In the project team and the information sections several hold a seat at a time; so do deputies anywhere. */
export const severalAtATime = (
  seat: Pick<Seat, 'role'>,
  body: Pick<Body, 'kind'> | undefined,
  deputy: boolean,
): boolean => deputy || seat.role === 'information' || body?.kind === 'projectTeam';

/** Puts a person into a seat; `tenures` are all of that seat, those over and those to come. */
export function appoint(
  seat: Seat,
  tenures: readonly Tenure[],
  { person, code, from, until, deputy, instead }: Appointment,
  several: boolean,
): Appointing {
  if (until !== undefined && until < from) return { refused: 'endsBefore' };
  const mine = tenures.filter((one) => one.person === person && over(one, from, until));
  const same = mine.find((one) => one.deputy === deputy && one.from <= from && isOn(one, from));
  if (same && (same.until === until || until === undefined) && same.municipality === code)
    return { refused: 'holdsAlready' };

  const follows = tenures.filter(
    (one) =>
      one.person !== person &&
      one.deputy === deputy &&
      one.from <= from &&
      isOn(one, from) &&
      (several ? one.person === instead : true),
  );
  const next = several
    ? undefined
    : tenures
        .filter((one) => one.person !== person && !one.deputy && !deputy && one.from > from)
        .toSorted((a, b) => a.from.localeCompare(b.from))[0];
  const ends = [until ?? follows.find((one) => one.until !== undefined)?.until, next && addDays(next.from, -1)];
  const last = ends.filter((one) => one !== undefined).toSorted()[0];
  const ended = [...follows, ...mine].flatMap((one) => endedOn(one, addDays(from, -1)));
  const after: Held = { until: last, deputy, code };
  const there = tenures.find((one) => one.person === person && one.from === from);
  const own: RosterLine = { seat: seat.id, person, from, before: there && heldOf(there), after };
  return { lines: [...ended.filter((one) => one.person !== person || one.from !== from), own], until: last };
}

/** Ends, with its last day, what these hold then or are to hold later. */
export const vacate = (tenures: readonly Tenure[], last: Day): readonly RosterLine[] =>
  tenures.filter((one) => one.until === undefined || one.until > last).flatMap((one) => endedOn(one, last));

/** Ended on the day, or, where it would begin later, taken away. */
function endedOn(tenure: Tenure, last: Day): RosterLine[] {
  const before = heldOf(tenure);
  const after = tenure.from > last ? undefined : { ...before, until: last };
  return [{ seat: tenure.seat.id, person: tenure.person, from: tenure.from, before, after }];
}

const heldOf = ({ until, deputy, municipality }: Tenure): Held => ({ until, deputy, code: municipality });

const over = (one: Tenure, from: Day, until: Day | undefined): boolean =>
  (one.until === undefined || one.until >= from) && (until === undefined || one.from <= until);

/** Who holds what on a day, seat by seat; the seats of which nobody does are vacant. */
export interface Holding {
  readonly seat: Seat;
  readonly holders: readonly Tenure[];
  readonly deputies: readonly Tenure[];
}

export function holdingsOn(seats: readonly Seat[], tenures: readonly Tenure[], on: Day): readonly Holding[] {
  return seats.map((seat) => {
    const here = tenures.filter((one) => one.seat.id === seat.id && isOn(one, on));
    return { seat, holders: here.filter((one) => !one.deputy), deputies: here.filter((one) => one.deputy) };
  });
}

/** What a section is called on the day. */
export const sectionOn = (
  sections: readonly { readonly seat: string; readonly from: Day; readonly name: string }[],
  seat: string,
  on: Day,
): string | undefined =>
  sections.filter((one) => one.seat === seat && one.from <= on).toSorted((a, b) => b.from.localeCompare(a.from))[0]
    ?.name;
