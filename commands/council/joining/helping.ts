/** Who helps a joiner in each body (支援役). */
import type { Scene } from '../../../src/command/scene.ts';
import { membersOn } from '../../../src/domain/council.ts';
import { groups } from '../../../src/domain/groups.ts';
import { buddiesOf } from '../../../src/domain/membership.ts';
import type { CouncilStore } from '../../../src/store/store.ts';

/** The helping municipality of each working group, by the body's slug. */
export async function buddiesIn(
  code: string,
  { chart, today }: Pick<Scene, 'chart' | 'today'>,
  store: CouncilStore,
): Promise<ReadonlyMap<string, string>> {
  const tenures = groups(await store.tenuresOn(today), (one) => one.seat.body);
  const bodies = chart.bodies
    .filter((one) => one.kind === 'workingGroup')
    .map(({ slug }) => {
      const here = tenures.get(slug) ?? [];
      return {
        slug,
        lead: here.find((one) => one.seat.role === 'lead' && !one.deputy)?.municipality,
        seated: new Set(here.filter((one) => one.seat.role === 'member').map((one) => one.municipality)),
      };
    });
  const members = membersOn(chart, today)
    .map((one) => one.code)
    .filter((one) => one !== code);
  return buddiesOf(bodies, members, await store.joinings.buddies(code));
}
