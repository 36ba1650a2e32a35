/** `/item proceed 12`: does what was shown of a workbook, exactly and once; the button under the preview says it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import type { Kept } from '../../src/store/council/plans.ts';
import { buttons } from '../../src/text/message.ts';
import type { Post } from '../../src/text/post.ts';
import { en, ja } from '../../src/text/text.ts';
import { planNumber } from '../arguments/numbers.ts';
import { text as plans } from '../req/text.ts';
import { applyItems, ITEM_IMPORT, type ItemImportPlan, noLonger } from './importing.ts';
import { merging as text } from './mergeText.ts';

export const itemProceed = subcommand({
  name: 'proceed',
  alias: ['実行'],
  summary: { ja: ja`確認した管理表の内容を取り込みます`, en: en`Import what was shown of a workbook` },
  effect: 'act',
  args: z.object({ plan: planNumber }),
  examples: ['12'],

  async about(said, { person }, store): Promise<About<Kept<ItemImportPlan>>> {
    const kept = await store.plans.take<ItemImportPlan>(said.plan, { act: ITEM_IMPORT, person: person.id });
    return kept ? { subject: kept } : { refused: whisper(plans.noPlan(said.plan)) };
  },

  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: plan, person, now } = scene;
    if (plan.doneAt !== undefined) return whisper(plans.planDone);
    const barred = await noLonger(plan.content, scene, store);
    if (barred.length > 0) return whisper(text.changedSince(barred));
    const result = await applyItems(plan.content, { at: now, person: person.id, raiser: person.id }, store);
    if ('changedSince' in result) return whisper(text.changedSince(result.changedSince));
    await store.plans.done(plan.id, now);
    const changed = plan.content.changes.map((one) => `item:${one.number}`);
    const posts = result.added.map((number, i): Post => {
      const body = plan.content.added[i]?.body ?? '';
      return { kind: 'surface', to: { body }, surface: `item:${number}` };
    });
    return {
      ...whisper(
        text.imported(result.id, changed.length, result.added),
        buttons({
          label: text.undo,
          line: `/item undo 課題取込${result.id}`,
          confirm: text.undoSure(result.id),
        }),
      ),
      posts,
      refresh: changed,
      done: [`item-import:${result.id}`, ...changed, ...result.added.map((one) => `item:${one}`)],
    };
  },
});
