/**
 * Taking a wrong switch back: the tenures that began on its day are taken away, and those that ended the day before go on
 * as they would have. What was done meanwhile keeps its seat and its person.
 */
import type { Tenure } from './council.ts';
import { addDays, type Day } from './day.ts';
import type { Held, RosterLine } from './roster.ts';

export interface Rollback {
  readonly lines: readonly RosterLine[];
  /** How many tenures are taken away, and how many go on. */
  readonly away: number;
  readonly back: number;
  /** Seats whose tenures go on without a known end, since nobody wrote down when they were to end. */
  readonly openEnded: readonly string[];
}

export type RollbackRefusal =
  | { readonly refused: 'nothing' }
  /** Later changes stand on it, in these seats. */
  | { readonly refused: 'later'; readonly seats: readonly string[] };

/** When a tenure was to end before the switch ended it, by its seat, person and first day; missing: nobody wrote it down. */
export type EndsBefore = ReadonlyMap<string, Day | undefined>;

export const tenureKey = (seat: string, person: number, from: Day): string => `${seat} ${person} ${from}`;

/** `tenures` are all that ever were; only these municipalities' where some are named. */
export function rollback(
  tenures: readonly Tenure[],
  day: Day,
  codes: readonly string[] | undefined,
  ends: EndsBefore,
): Rollback | RollbackRefusal {
  const mine = tenures.filter(({ municipality }) => codes === undefined || codes.includes(municipality));
  const begun = mine.filter((one) => one.from === day);
  const ended = mine.filter((one) => one.until === addDays(day, -1));
  if (begun.length + ended.length === 0) return { refused: 'nothing' };
  const seats = new Set([...begun, ...ended].map((one) => one.seat.id));
  const later = mine.filter((one) => seats.has(one.seat.id) && one.from > day);
  if (later.length > 0) return { refused: 'later', seats: [...new Set(later.map((one) => one.seat.id))] };

  const away = begun.map((one): RosterLine => ({ ...keyOf(one), before: heldOf(one), after: undefined }));
  const back = ended.map((one): RosterLine => {
    const until = ends.get(tenureKey(one.seat.id, one.person, one.from));
    return { ...keyOf(one), before: heldOf(one), after: { ...heldOf(one), until } };
  });
  const openEnded = ended.filter((one) => !ends.has(tenureKey(one.seat.id, one.person, one.from)));
  return {
    lines: [...away, ...back],
    away: away.length,
    back: back.length,
    openEnded: [...new Set(openEnded.map((one) => one.seat.id))],
  };
}

const keyOf = ({ seat, person, from }: Tenure) => ({ seat: seat.id, person, from });
const heldOf = ({ until, deputy, municipality }: Tenure): Held => ({ until, deputy, code: municipality });

/** Whether two come to the same: what was shown may have changed before it is carried out. */
export const sameLines = (a: readonly RosterLine[], b: readonly RosterLine[]): boolean =>
  a.map(written).toSorted().join('\n') === b.map(written).toSorted().join('\n');

const written = ({ seat, person, from, before, after }: RosterLine): string =>
  [
    seat,
    person,
    from,
    ...[before, after].map((one) => (one ? `${one.until ?? '-'} ${one.deputy} ${one.code}` : '')),
  ].join();
