/** The meetings and hours that a joiner was spared: those the pioneers held before it came, against its own. */
import type { Scene } from '../../../src/command/scene.ts';
import type { BodyKind } from '../../../src/domain/council.ts';
import type { Step } from '../../../src/domain/joining.ts';
import type { CouncilStore } from '../../../src/store/store.ts';

export interface Saved {
  readonly kinds: readonly { readonly kind: BodyKind; readonly pioneers: Spent; readonly joiner: Spent }[];
  readonly pioneers: Spent;
  readonly joiner: Spent;
}

export interface Spent {
  readonly meetings: number;
  readonly minutes: number;
}

const KINDS: readonly BodyKind[] = ['council', 'projectTeam', 'subcommittee', 'workingGroup'];

/** Undefined where no meeting was held before it came, or it was there from the beginning. */
export async function savedIn(
  code: string,
  steps: readonly Step[],
  { chart, today }: Pick<Scene, 'chart' | 'today'>,
  store: CouncilStore,
): Promise<Saved | undefined> {
  const member = steps.findLast((one) => one.stage === 'member')?.from;
  if (steps[0]?.stage === 'member' || steps.length === 0) return undefined;
  const spent = await store.joinings.spent(code, member !== undefined && member <= today ? member : today);
  const kindOf = new Map(chart.bodies.map((one) => [one.slug, one.kind]));
  const sum = (list: readonly Spent[]): Spent => ({
    meetings: list.reduce((all, one) => all + one.meetings, 0),
    minutes: list.reduce((all, one) => all + one.minutes, 0),
  });
  const kinds = KINDS.flatMap((kind) => {
    const here = spent.filter((one) => kindOf.get(one.body) === kind);
    return here.length === 0
      ? []
      : [{ kind, pioneers: sum(here.map((one) => one.held)), joiner: sum(here.map((one) => one.attended)) }];
  });
  if (kinds.length === 0) return undefined;
  return { kinds, pioneers: sum(kinds.map((one) => one.pioneers)), joiner: sum(kinds.map((one) => one.joiner)) };
}
