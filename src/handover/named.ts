/**
 * Who may know who sits where after the switch: until a municipality publishes its names, those who prepare them in it
 * and nobody else; that somebody stays is a name too.
 */
import type { Tenure } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import { nextSwitch, termOf } from '../domain/handover.ts';
import type { CouncilStore } from '../store/store.ts';

/** The municipalities whose names of a term are public on the day. */
export async function publishedBy(_store: CouncilStore, _term: number, _today: Day): Promise<ReadonlySet<string>> {
  return new Set();
}

/** The tenures of the next switch that one may know who prepares the names of these municipalities. */
export async function nextKnownTo(
  preparing: readonly string[],
  today: Day,
  store: CouncilStore,
): Promise<readonly Tenure[]> {
  const switchDay = nextSwitch(today);
  const [next, published] = await Promise.all([
    store.tenuresOn(switchDay),
    publishedBy(store, termOf(switchDay), today),
  ]);
  return next.filter(({ municipality }) => published.has(municipality) || preparing.includes(municipality));
}
