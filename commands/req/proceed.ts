/** `/req proceed 12`: does what was shown, exactly and once; the button under a preview says it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { leadOf, secretariat } from '../../src/command/who.ts';
import type { Kept } from '../../src/store/council/plans.ts';
import { en, ja } from '../../src/text/text.ts';
import { planNumber } from '../arguments/numbers.ts';
import { requirementsNamed } from '../subjects/requirements.ts';
import { APPROVE, type ApprovePlan, recordApproval } from './approving.ts';
import { DECIDE, type DecidePlan, recordDecision } from './deciding.ts';
import { carryOutImport, IMPORT, type ImportPlan } from './importing.ts';
import { text } from './text.ts';

type Planned = { readonly id: number; readonly doneAt: Kept<object>['doneAt']; readonly body: string } & (
  | { readonly decide: DecidePlan }
  | { readonly approve: ApprovePlan }
  | { readonly bringing: ImportPlan }
);

export const reqProceed = subcommand({
  name: 'proceed',
  alias: ['実行'],
  summary: { ja: ja`確認した内容を実行します`, en: en`Carry out what was shown` },
  effect: 'act',
  args: z.object({ plan: planNumber }),
  examples: ['12'],

  async about(said, { person, chart }, store): Promise<About<Planned>> {
    const of = { person: person.id };
    const decide = await store.plans.take<DecidePlan>(said.plan, { act: DECIDE, ...of });
    if (decide) {
      const meant = await requirementsNamed({ ids: decide.content.numbers }, { chart }, store);
      return 'refused' in meant ? meant : { subject: { ...decide, decide: decide.content, body: meant.subject.body } };
    }
    const approve = await store.plans.take<ApprovePlan>(said.plan, { act: APPROVE, ...of });
    const bringing = approve ? undefined : await store.plans.take<ImportPlan>(said.plan, { act: IMPORT, ...of });
    if (bringing) return { subject: { ...bringing, bringing: bringing.content, body: '' } };
    if (!approve) return { refused: whisper(text.noPlan(said.plan)) };
    return { subject: { ...approve, approve: approve.content, body: approve.content.body } };
  },

  who: (scene, subject) => ('bringing' in subject ? secretariat(scene, subject) : leadOf(scene, subject)),

  /** What changed since it was shown is said, and nothing is done then. */
  async run(_said, scene, store): Promise<Reply> {
    const { subject: planned, now } = scene;
    if (planned.doneAt !== undefined) return whisper(text.planDone);
    const reply =
      'decide' in planned
        ? await decided(planned.decide, scene, store)
        : 'bringing' in planned
          ? await carryOutImport(planned.bringing, scene, store)
          : await recordApproval(planned.approve, scene, store);
    if (reply.done) await store.plans.done(planned.id, now);
    return reply;
  },
});

async function decided(
  plan: DecidePlan,
  scene: Parameters<typeof recordApproval>[1],
  store: Parameters<typeof recordApproval>[2],
): Promise<Reply> {
  const meant = await requirementsNamed({ ids: plan.numbers }, scene, store);
  if ('refused' in meant) return meant.refused;
  return recordDecision(plan.intent, { ...scene, subject: meant.subject }, store);
}
