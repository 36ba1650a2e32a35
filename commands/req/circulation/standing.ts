/** How circulations stand at the scene's moment, and what happens when one is over. */
import type { Reply } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import {
  type Circulation,
  lastStanding,
  type Position,
  type Standing,
  standingOf,
} from '../../../src/domain/circulation.ts';
import type { OfficeApproval } from '../../../src/domain/officeApproval.ts';
import type { CouncilStore } from '../../../src/store/store.ts';

export interface Stood {
  readonly circulation: Circulation;
  readonly standing: Standing;
  readonly positions: readonly Position[];
  /** Each municipality's own approval, as far as it is told. */
  readonly offices: ReadonlyMap<string, OfficeApproval>;
}

/** `shown`: in the message that itself is the request. */
export async function standingNow(
  circulation: Circulation,
  { now, calendar, shown = false }: Pick<Scene, 'now' | 'calendar'> & { readonly shown?: boolean },
  store: CouncilStore,
): Promise<Stood> {
  const [positions, around, offices] = await Promise.all([
    store.circulations.positions(circulation.number),
    store.circulations.around(circulation),
    store.officeApprovals.of([circulation.number]),
  ]);
  return {
    circulation,
    positions,
    offices: lastStanding(offices, (one) => one.state === 'undo'),
    standing: standingOf(circulation, positions, now, {
      ...{ ...around, calendar, delivered: around.delivered || shown },
    }),
  };
}

type Told = Required<Pick<Reply, 'posts' | 'refresh' | 'done'>>;

/** Records the end of each that is over, and tells its body of the decision. */
export async function settleAll(
  numbers: readonly number[],
  { now, calendar }: Pick<Scene, 'now' | 'calendar'>,
  store: CouncilStore,
): Promise<Told> {
  const told: { posts: Told['posts'][number][]; refresh: string[]; done: string[] } = {
    posts: [],
    refresh: [],
    done: [],
  };
  for (const number of numbers) {
    const circulation = await store.circulations.byNumber(number);
    const settled = circulation && (await store.circulations.settle(circulation, now, calendar));
    if (!circulation || !settled) continue;
    told.refresh.push(`circulation:${number}`);
    told.done.push(`circulation:${number}`);
    const { decision } = settled;
    if (!decision) continue;
    // What was provisional stands in the channel already.
    if (decision.basis.kind === 'circulation')
      told.posts.push({ kind: 'surface', to: { body: circulation.body }, surface: `decision:${decision.id}` });
    else told.refresh.push(`decision:${decision.id}`);
    told.done.push(`decision:${decision.id}`, ...circulation.requirements.map((one) => `requirement:${one}`));
  }
  return told;
}
