/** `/item proceed 12`: what `/item` shows before it is done. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { everySeat } from '../../src/command/who.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons } from '../../src/text/message.ts';
import type { Post } from '../../src/text/post.ts';
import { itself, plannedAct, proceeding } from '../planned.ts';
import { applyItems, ITEM_IMPORT, type ItemImportPlan, noLonger } from './importing.ts';
import { merging as text } from './mergeText.ts';

export const itemProceed = proceeding([
  plannedAct({ act: ITEM_IMPORT, about: itself<ItemImportPlan>, who: everySeat, carryOut: takeIn }),
]);

async function takeIn(plan: ItemImportPlan, scene: Scene, store: CouncilStore): Promise<Reply> {
  const { person, now } = scene;
  const barred = await noLonger(plan, scene, store);
  if (barred.length > 0) return whisper(text.changedSince(barred));
  const result = await applyItems(plan, { at: now, person: person.id, raiser: person.id }, store);
  if ('changedSince' in result) return whisper(text.changedSince(result.changedSince));
  const changed = plan.changes.map((one) => `item:${one.number}`);
  const posts = result.added.map((number, i): Post => {
    const body = plan.added[i]?.body ?? '';
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
}
