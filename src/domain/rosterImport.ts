/**
 * What a workbook changes of the roster: of each seat that it lists, whoever it names holds it then, and who held it and is
 * not named no longer does. All else stays: seats that it does not list, deputies where it names none, and who comes later.
 */
import { isOn, type Tenure } from './council.ts';
import { addDays, type Day } from './day.ts';
import { groups } from './groups.ts';
import type { RosterLine, SectionLine } from './roster.ts';

/** A row that is understood. */
export interface RosterEntry {
  readonly seat: string;
  readonly code: string;
  readonly deputy: boolean;
  /** Somebody known by number, somebody new by a negative one; undefined: 未定. */
  readonly person: number | undefined;
  /** As written; undefined: for someone new to the seat the day of the import. */
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly section: string | undefined;
}

export interface RosterComparison {
  readonly created: readonly RosterLine[];
  readonly ended: readonly RosterLine[];
  /** Whose last day is another. */
  readonly changed: readonly RosterLine[];
  readonly unchanged: number;
  readonly sections: readonly SectionLine[];
}

export function compareRoster(
  entries: readonly RosterEntry[],
  tenures: readonly Tenure[],
  sections: readonly { readonly seat: string; readonly from: Day; readonly name: string }[],
  on: Day,
): RosterComparison {
  const created: RosterLine[] = [];
  const ended: RosterLine[] = [];
  const changed: RosterLine[] = [];
  let unchanged = 0;
  for (const [, rows] of groups(entries, (one) => `${one.seat} ${one.deputy}`)) {
    const [{ seat, deputy } = { seat: '', deputy: false }] = rows;
    const there = tenures.filter((one) => one.seat.id === seat && one.deputy === deputy);
    const holding = (one: RosterEntry): Tenure | undefined =>
      there.find(({ person, until }) => person === one.person && (until === undefined || until >= (one.from ?? on)));
    const fresh = rows.filter((one) => one.person !== undefined && !holding(one));
    // Where it brings nobody new, it speaks of the day by which all whom it names are there: the same file again changes nothing.
    const days = rows.map((one) => laterOf(one.from, on)).toSorted();
    const begin = (fresh.length > 0 ? fresh.map((one) => one.from ?? on).toSorted()[0] : days.at(-1)) ?? on;
    const named = new Set(rows.map((one) => one.person));
    // Who is to come later is not of this list: a roster of this year takes away nothing that is prepared for the next.
    const leaving = there.filter(
      (one) => !named.has(one.person) && one.from <= begin && (one.until === undefined || one.until >= begin),
    );
    ended.push(...leaving.map((one) => endedBefore(one, begin)));
    const remainder = leaving.length === 1 ? leaving[0]?.until : undefined;
    for (const one of rows) {
      if (one.person === undefined) continue;
      const held = holding(one);
      if (held && (one.until === undefined || one.until === held.until)) unchanged += 1;
      else if (held) changed.push({ ...lineOf(held), after: { ...heldOf(held), until: one.until } });
      else {
        const from = one.from ?? on;
        const before = tenures.find(
          (each) => each.seat.id === seat && each.person === one.person && each.from === from,
        );
        const after = { until: one.until ?? remainder, deputy, code: one.code };
        created.push({ seat, person: one.person, from, before: before && heldOf(before), after });
      }
    }
  }
  return { created, ended, changed, unchanged, sections: renamed(entries, sections, on) };
}

/** The tenure that a row names, where that is over before the day of the import: what is over no workbook opens again. */
export const overBefore = (
  { seat, deputy, person, from }: Pick<RosterEntry, 'seat' | 'deputy' | 'person' | 'from'>,
  tenures: readonly Tenure[],
  on: Day,
): Tenure | undefined =>
  tenures.find(
    (one) =>
      one.seat.id === seat &&
      one.deputy === deputy &&
      one.person === person &&
      one.until !== undefined &&
      one.until < on &&
      from !== undefined &&
      one.from <= from &&
      from <= one.until,
  );

/** Who came to the seat after the day of which a roster tells, and is not named in it: it does not send them away. */
export const comeSince = (
  named: readonly Pick<RosterEntry, 'seat' | 'deputy' | 'person'>[],
  tenures: readonly Tenure[],
  asOf: Day,
  on: Day,
): Tenure | undefined =>
  tenures.find(
    (one) =>
      named.some(({ seat, deputy }) => one.seat.id === seat && one.deputy === deputy) &&
      !named.some(({ person }) => person === one.person) &&
      one.from > asOf &&
      isOn(one, on),
  );

function renamed(
  entries: readonly RosterEntry[],
  sections: readonly { readonly seat: string; readonly from: Day; readonly name: string }[],
  on: Day,
): SectionLine[] {
  const written = new Map(
    entries.flatMap((one) =>
      one.section === undefined ? [] : [[one.seat, { after: one.section, from: laterOf(one.from, on) }] as const],
    ),
  );
  return [...written].flatMap(([seat, { after, from }]) => {
    const known = sections.filter((one) => one.seat === seat && one.from <= from);
    const standing = known.toSorted((a, b) => b.from.localeCompare(a.from))[0]?.name;
    if (standing === after) return [];
    return [{ seat, from, before: known.find((one) => one.from === from)?.name, after }];
  });
}

const laterOf = (from: Day | undefined, on: Day): Day => (from !== undefined && from > on ? from : on);

/** Ended the day before, or, where it would begin later, taken away. */
function endedBefore(tenure: Tenure, begin: Day): RosterLine {
  const after = tenure.from >= begin ? undefined : { ...heldOf(tenure), until: addDays(begin, -1) };
  return { ...lineOf(tenure), after };
}

const heldOf = ({ until, deputy, municipality }: Tenure) => ({ until, deputy, code: municipality });

const lineOf = (tenure: Tenure): Omit<RosterLine, 'after'> => ({
  seat: tenure.seat.id,
  person: tenure.person,
  from: tenure.from,
  before: heldOf(tenure),
});
