/**
 * Who may know who sits where after the switch: until a municipality publishes its names, those who prepare them in it
 * and nobody else; that somebody stays is a name too.
 */
import type { Tenure } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import { nextSwitch } from '../domain/handover.ts';
import type { CouncilStore } from '../store/store.ts';

/** The tenures of the next switch that one may know who prepares the names of these municipalities. */
export const nextKnownTo = (own: readonly string[], today: Day, store: CouncilStore): Promise<Tenure[]> =>
  store.tenuresOn(nextSwitch(today), { today, own });
