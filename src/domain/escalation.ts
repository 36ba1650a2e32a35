/**
 * Reminding of what is overdue: its owner twice, then the lead of its body, then the secretariat, each once; an answer ends it.
 *
 * It is read from the steps that were taken and the day: days on which nothing ran delay a step, they neither skip nor repeat
 * one. A new due day or a new owner begins it anew. Days on which the owner's municipality is suspended do not count.
 */
import { addDays, type Day, dayAt, type Instant } from './day.ts';
import { type Item, type ItemEntry, isOverdue, lackingOf } from './item.ts';
import { standing } from './itemHistory.ts';

export const STEPS = ['first', 'second', 'lead', 'secretariat'] as const;
export type Step = (typeof STEPS)[number];

/** In business days: after the due day, then after the step before. */
const WAITS: Readonly<Record<Step, number>> = { first: 1, second: 3, lead: 3, secretariat: 5 };

export interface Reminded {
  readonly step: Step;
  readonly day: Day;
}

/** Since when an item is owed as it is, which seats have been silent, and whether all answered after it was due. */
export interface Owed {
  readonly since: Instant;
  readonly answered: boolean;
  /** Of those whose part is not in: who did not answer. */
  readonly silent: readonly string[];
}

/**
 * An owner's comment answers for that owner, a change of the status by anyone for all, unless that was a part that came in. Who
 * is sent their part back owes it anew.
 */
export function owed(item: Item, entries: readonly ItemEntry[]): Owed {
  const anew = entries.filter(
    ({ kind, after }) =>
      kind === 'added' || 'due' in after || 'owner' in after || (kind === 'status' && 'parts' in after),
  );
  const since = anew.at(-1)?.at ?? item.raised.at;
  const later = standing(entries).filter(({ at }) => at > since && (item.due === undefined || dayAt(at) > item.due));
  const said = new Set(later.filter((one) => one.words !== undefined).map((one) => one.seat));
  const lacking = lackingOf(item);
  const silent = lacking.filter((one) => !said.has(one));
  const answered =
    later.some((one) => one.after.status !== undefined && one.kind !== 'part') ||
    (lacking.length > 0 && silent.length === 0);
  return { since, answered, silent };
}

export interface Reminding {
  readonly item: Pick<Item, 'status' | 'due'>;
  readonly owed: Pick<Owed, 'since' | 'answered'>;
  /** The steps that were taken since it is owed so, in their order. */
  readonly taken: readonly Reminded[];
  /** Whether there is anyone to hear this step who did not hear one before. */
  heard(step: Step): boolean;
  /** Whether this day counts. */
  counts(day: Day): boolean;
}

/** The step of the day: the one that was taken today, or the next where it is due. */
export function stepOn({ item, owed, taken, heard, counts }: Reminding, today: Day): Step | undefined {
  if (owed.answered || item.due === undefined || !isOverdue(item, today) || !counts(today)) return undefined;
  const last = taken.at(-1);
  if (last?.day === today) return last.step;
  const next = STEPS.slice(last ? STEPS.indexOf(last.step) + 1 : 0).find(heard);
  if (next === undefined) return undefined;
  const [, owedFrom = item.due] = [item.due, dayAt(owed.since)].toSorted();
  return daysCounted(last?.day ?? owedFrom, today, counts) >= WAITS[next] ? next : undefined;
}

/** How many days count after the one, up to the other. */
function daysCounted(after: Day, until: Day, counts: (day: Day) => boolean): number {
  let found = 0;
  for (let at = addDays(after, 1); at <= until && found <= LONGEST_WAIT; at = addDays(at, 1))
    if (counts(at)) found += 1;
  return found;
}

const LONGEST_WAIT = Math.max(...Object.values(WAITS));

/** Who hears each step: nobody twice in another role. */
export function hearersOf(people: {
  readonly owners: readonly number[];
  readonly leads: readonly number[];
  readonly secretariat: readonly number[];
}): Readonly<Record<Step, readonly number[]>> {
  // What nobody holds is with the secretariat.
  const owners = people.owners.length > 0 ? people.owners : people.secretariat;
  const lead = people.leads.filter((one) => !owners.includes(one));
  const secretariat = people.secretariat.filter((one) => !owners.includes(one) && !lead.includes(one));
  return { first: owners, second: owners, lead, secretariat };
}
