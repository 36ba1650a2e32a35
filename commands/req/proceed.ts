/** `/req proceed 3`: does what was shown, exactly and once; the button under a preview says it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { memberSeatOf } from '../../src/command/who.ts';
import type { Kept } from '../../src/store/council/plans.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { planNumber } from '../arguments/numbers.ts';
import { CONFIRM, type ConfirmPlan, carryOutConfirm } from './confirm.ts';

export const reqProceed = subcommand({
  name: 'proceed',
  alias: ['実行'],
  summary: { ja: ja`確認した内容を実行します`, en: en`Carry out what was shown` },
  effect: 'act',
  args: z.object({ plan: planNumber }),
  examples: ['3'],

  async about(said, { person }, store): Promise<About<Kept<ConfirmPlan> & { readonly body: string }>> {
    const plan = await store.plans.take<ConfirmPlan>(said.plan, { act: CONFIRM, person: person.id });
    if (!plan) return { refused: whisper(text.noPlan(said.plan)) };
    await store.decisions.lock(plan.content.answers.map((one) => one.number));
    return { subject: { ...plan, body: plan.content.body } };
  },

  who: memberSeatOf,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: plan, now } = scene;
    if (plan.doneAt !== undefined) return whisper(text.done);
    const reply = await carryOutConfirm(plan.content, scene, store);
    if (reply.done) await store.plans.done(plan.id, now);
    return reply;
  },
});

const text = {
  noPlan: (number: number): Text => ({
    ja: ja`確認番号${number}の内容はありません。お手数ですが、もう一度はじめからご入力ください。`,
    en: en`There is nothing to carry out under ${number}. Please begin again.`,
  }),
  done: { ja: ja`すでに実行済みです。`, en: en`This was carried out already.` },
};
