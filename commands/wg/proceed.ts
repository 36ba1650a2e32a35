/** `/wg proceed 3`: does what was shown, exactly and once; the button under a preview says it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { leadOfEach } from '../../src/command/who.ts';
import type { Kept } from '../../src/store/council/plans.ts';
import { en, ja } from '../../src/text/text.ts';
import { planNumber } from '../arguments/numbers.ts';
import { carryOutPut, PUT_ALL, type PutPlan } from './agenda/all.ts';
import { CIRCULATE, type CirculatePlan, carryOutCirculate } from './agenda/circulating.ts';
import { CALL, carryOut, type SeriesPlan } from './series.ts';
import { CANCEL, type CancelPlan, cancelAll } from './seriesCancel.ts';
import { series as text } from './seriesText.ts';

type Planned = { readonly bodies: readonly string[]; readonly id: number; readonly doneAt: Kept<object>['doneAt'] } & (
  | { readonly call: SeriesPlan }
  | { readonly cancel: CancelPlan }
  | { readonly put: PutPlan }
  | { readonly circulate: CirculatePlan }
);

export const wgProceed = subcommand({
  name: 'proceed',
  alias: ['実行'],
  summary: { ja: ja`確認した内容を実行します`, en: en`Carry out what was shown` },
  effect: 'act',
  args: z.object({ plan: planNumber }),
  examples: ['3'],

  async about(said, { person }, store): Promise<About<Planned>> {
    const of = { person: person.id };
    const call = await store.plans.take<SeriesPlan>(said.plan, { act: CALL, ...of });
    if (call) return { subject: { ...call, bodies: call.content.bodies, call: call.content } };
    const put = await store.plans.take<PutPlan>(said.plan, { act: PUT_ALL, ...of });
    if (put) return { subject: { ...put, bodies: [put.content.body], put: put.content } };
    const circulate = await store.plans.take<CirculatePlan>(said.plan, { act: CIRCULATE, ...of });
    if (circulate) return { subject: { ...circulate, bodies: [circulate.content.body], circulate: circulate.content } };
    const cancelling = await store.plans.take<CancelPlan>(said.plan, { act: CANCEL, ...of });
    if (!cancelling) return { refused: whisper(text.noPlan(said.plan)) };
    return { subject: { ...cancelling, bodies: cancelling.content.bodies, cancel: cancelling.content } };
  },

  who: leadOfEach,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: planned, now } = scene;
    if (planned.doneAt !== undefined) return whisper(text.planDone);
    for (const body of planned.bodies.toSorted()) await store.meetings.lockBody(body);
    if ('put' in planned || 'circulate' in planned) {
      const reply =
        'put' in planned
          ? await carryOutPut(planned.put, scene, store)
          : await carryOutCirculate(planned.circulate, scene, store);
      if (reply.done) await store.plans.done(planned.id, now);
      return reply;
    }
    const reply =
      'call' in planned ? await carryOut(planned.call, scene, store) : await cancelAll(planned.cancel, scene, store);
    if ('refused' in reply) return whisper(reply.refused);
    await store.plans.done(planned.id, now);
    return reply;
  },
});
