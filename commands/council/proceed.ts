/** `/council proceed 12`: does what was shown, exactly and once; the button under a preview says it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand, type Who } from '../../src/command/subcommand.ts';
import { type Admitted, roleAs, secretariat } from '../../src/command/who.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { en, ja } from '../../src/text/text.ts';
import { planNumber } from '../arguments/numbers.ts';
import { text as planText } from '../req/text.ts';
import { ADOPT, type AdoptPlan, mayAdopt, recordAdoption } from './joining/adopting.ts';
import { JOINING, type JoiningPlan, recordStep } from './joining/stepping.ts';
import { importRoster, ROSTER_IMPORT, type RosterPlan } from './rosterImporting.ts';
import { ROTATION, type RotationPlan, recordOtherwise } from './rotating.ts';
import { carryOutSync } from './sync/proceed.ts';
import { SYNC, type SyncPlan } from './sync/showing.ts';

type Planned = { readonly id: number; readonly doneAt: number | undefined } & (
  | { readonly rotation: RotationPlan }
  | { readonly roster: RosterPlan }
  | { readonly joining: JoiningPlan }
  | { readonly adopt: AdoptPlan }
  | { readonly sync: SyncPlan }
);

/** Whoever may do it at all may carry it out; a roster's rows were looked at one by one when it was shown. */
const whoPlanned: Who<Planned, Admitted> = (scene, planned) => {
  if ('adopt' in planned) return mayAdopt(scene, planned.adopt);
  const section = 'roster' in planned ? roleAs(scene, 'information') : undefined;
  return section ? { admits: { acting: { role: section, onBehalf: false } } } : secretariat(scene, planned);
};

export const councilProceed = subcommand({
  name: 'proceed',
  alias: ['実行'],
  summary: { ja: ja`確認した内容を実行します`, en: en`Carry out what was shown` },
  effect: 'act',
  args: z.object({ plan: planNumber }),
  examples: ['12'],

  async about(said, { person }, store): Promise<About<Planned>> {
    const of = { person: person.id };
    const rotation = await store.plans.take<RotationPlan>(said.plan, { act: ROTATION, ...of });
    if (rotation) return { subject: { ...rotation, rotation: rotation.content } };
    const roster = await store.plans.take<RosterPlan>(said.plan, { act: ROSTER_IMPORT, ...of });
    if (roster) return { subject: { ...roster, roster: roster.content } };
    const joining = await store.plans.take<JoiningPlan>(said.plan, { act: JOINING, ...of });
    if (joining) return { subject: { ...joining, joining: joining.content } };
    const adopt = await store.plans.take<AdoptPlan>(said.plan, { act: ADOPT, ...of });
    if (adopt) return { subject: { ...adopt, adopt: adopt.content } };
    const sync = await store.plans.take<SyncPlan>(said.plan, { act: SYNC, ...of });
    if (sync) return { subject: { ...sync, sync: sync.content } };
    return { refused: whisper(planText.noPlan(said.plan)) };
  },

  who: whoPlanned,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: planned, now } = scene;
    if (planned.doneAt !== undefined) return whisper(planText.planDone);
    const reply = await carriedOut(planned, scene, store);
    if (reply.done) await store.plans.done(planned.id, now);
    return reply;
  },
});

function carriedOut(planned: Planned, scene: Scene & Admitted, store: CouncilStore): Promise<Reply> {
  if ('sync' in planned) return carryOutSync(planned.id, planned.sync, scene, store);
  if ('joining' in planned) return recordStep(planned.joining, scene, store);
  if ('adopt' in planned) return recordAdoption(planned.adopt, scene, store);
  return 'roster' in planned
    ? importRoster(planned.roster, scene, store)
    : recordOtherwise(planned.rotation, scene, store);
}
