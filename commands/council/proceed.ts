/** `/council proceed 12`: does what was shown, exactly and once; the button under a preview says it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import type { Kept } from '../../src/store/council/plans.ts';
import { en, ja } from '../../src/text/text.ts';
import { planNumber } from '../arguments/numbers.ts';
import { carryOutSync } from './sync/proceed.ts';
import { SYNC, type SyncPlan } from './sync/showing.ts';
import { text } from './sync/text.ts';

export const councilProceed = subcommand({
  name: 'proceed',
  alias: ['実行'],
  summary: { ja: ja`確認した内容を実行します`, en: en`Carry out what was shown` },
  effect: 'act',
  args: z.object({ plan: planNumber }),
  examples: ['12'],

  async about(said, { person }, store): Promise<About<Kept<SyncPlan>>> {
    const sync = await store.plans.take<SyncPlan>(said.plan, { act: SYNC, person: person.id });
    return sync ? { subject: sync } : { refused: whisper(text.noPlan(said.plan)) };
  },

  who: secretariat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: planned, now } = scene;
    if (planned.doneAt !== undefined) return whisper(text.planDone);
    const reply = await carryOutSync(planned.id, planned.content, scene, store);
    if (reply.done) await store.plans.done(planned.id, now);
    return reply;
  },
});
