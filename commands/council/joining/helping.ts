/** Who helps a joiner in each body (支援役). */
import type { Scene } from '../../../src/command/scene.ts';
import { membersOn } from '../../../src/domain/council.ts';
import { buddiesOf } from '../../../src/domain/membership.ts';
import type { CouncilStore } from '../../../src/store/store.ts';

/** The helping municipality of each working group and subcommittee, by the body's slug. */
export async function buddiesIn(
  code: string,
  { chart, today }: Pick<Scene, 'chart' | 'today'>,
  store: CouncilStore,
): Promise<ReadonlyMap<string, string>> {
  const leads = (await store.tenuresOn(today)).filter((one) => one.seat.role === 'lead' && !one.deputy);
  const bodies = chart.bodies
    .filter((one) => one.kind === 'workingGroup')
    .map(({ slug }) => ({ slug, lead: leads.find((one) => one.seat.body === slug)?.municipality }));
  const members = membersOn(chart, today)
    .map((one) => one.code)
    .filter((one) => one !== code);
  return buddiesOf(bodies, members, await store.joinings.buddies(code));
}
