/** The roster as one person may see it: who holds what on a day, and whom they may name. */
import type { Scene } from '../../src/command/scene.ts';
import { bodyOf, kindOn, membersOn, type Seat, type Tenure } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { mayKnow, type Onlooker, type Publication, seenBy } from '../../src/domain/publication.ts';
import { holdingsOn, sectionOn } from '../../src/domain/roster.ts';
import type { KnownPerson } from '../../src/store/council/seats.ts';
import type { CouncilStore } from '../../src/store/store.ts';

/** Who looks: one's own municipality's next year is known to its information section alone. */
export const onlookerOf = ({ roles, today }: Pick<Scene, 'roles' | 'today'>): Onlooker => ({
  today,
  own: [...new Set(roles.filter((one) => one.as === 'information').map((one) => one.municipality))],
});

/** A seat on a day: held, vacant (未定), or not to be known yet (公表前). */
export interface SeenSeat {
  readonly seat: Seat;
  readonly known: boolean;
  readonly holders: readonly Tenure[];
  readonly deputies: readonly Tenure[];
  readonly section: string | undefined;
}

/** Nobody holds it, as far as may be known. */
export const isVacant = ({ known, holders }: SeenSeat): boolean => known && holders.length === 0;

export interface SeenRoster {
  readonly seats: readonly SeenSeat[];
  readonly names: ReadonlyMap<number, string>;
}

export async function rosterOn(
  on: Day,
  scene: Pick<Scene, 'roles' | 'today' | 'chart'>,
  store: CouncilStore,
): Promise<SeenRoster> {
  const [seats, tenures, sections, published, steps] = await Promise.all([
    store.seats.all(),
    store.seats.tenures(),
    store.seats.sections(),
    store.rosters.publications(),
    store.joinings.steps(),
  ]);
  const onlooker = onlookerOf(scene);
  const known = (code: string): boolean => mayKnow(published, code, on, onlooker);
  const everyone = membersOn(scene.chart, on).every((one) => known(one.code));
  // Seats count while their municipality is with the council; who left it, left them.
  const here = new Set(scene.chart.municipalities.filter((one) => kindOn(one, on)).map((one) => one.code));
  const gone = steps.filter((one) => one.stage === 'left' && one.from <= on);
  const left = ({ municipality, from }: Tenure): boolean =>
    gone.some((one) => one.code === municipality && from < one.from);
  const seen = seenBy(tenures, published, onlooker).filter((one) => known(one.municipality) && !left(one));
  const list = holdingsOn(
    seats.filter((one) => bodyOf(scene.chart, one.body) && (!one.municipality || here.has(one.municipality))),
    seen,
    on,
  ).map((one): SeenSeat => {
    const { municipality } = one.seat;
    const open = municipality === undefined ? everyone || one.holders.length > 0 : known(municipality);
    return { ...one, known: open, section: open ? sectionOn(sections, one.seat.id, on) : undefined };
  });
  const people = list.flatMap((one) => [...one.holders, ...one.deputies].map((held) => held.person));
  return { seats: list, names: await store.names(people) };
}

/** Whom one may be told of by name: everyone but those who sit only where one may not know it yet. */
export async function peopleSeen(
  scene: Pick<Scene, 'roles' | 'today'>,
  store: CouncilStore,
): Promise<readonly (KnownPerson & { readonly municipalities: readonly string[] })[]> {
  const [known, tenures, published] = await Promise.all([
    store.seats.known(),
    store.seats.tenures(),
    store.rosters.publications(),
  ]);
  return peopleAmong(known, tenures, published, onlookerOf(scene));
}

export function peopleAmong(
  known: readonly KnownPerson[],
  tenures: readonly Tenure[],
  published: readonly Publication[],
  onlooker: Onlooker,
): readonly (KnownPerson & { readonly municipalities: readonly string[] })[] {
  const seated = new Set(tenures.map((one) => one.person));
  const seen = seenBy(tenures, published, onlooker);
  return known.flatMap((one) => {
    const municipalities = [
      ...new Set(seen.filter((each) => each.person === one.person).map((each) => each.municipality)),
    ];
    return seated.has(one.person) && municipalities.length === 0 ? [] : [{ ...one, municipalities }];
  });
}
