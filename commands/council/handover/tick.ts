/** `/council tick 3`: what was handed over or received is ticked, each side for itself; `/council untick 3` takes it back. */
import { z } from 'zod';
import { subcommand } from '../../../src/command/subcommand.ts';
import { en, ja } from '../../../src/text/text.ts';
import { side, taskNumbers } from '../../arguments/handover.ts';
import { seatSaid } from '../../arguments/seatNames.ts';
import { ticked, tickMeant, whoTicks } from './ticking.ts';

const args = z.object({ numbers: taskNumbers, side: side.optional(), of: seatSaid.optional() });

export const councilTick = subcommand({
  name: 'tick',
  alias: ['引継済'],
  summary: {
    ja: ja`引継確認の項目について、引渡し・受領を確認します`,
    en: en`Tick a line of the handover's checklist`,
  },
  effect: 'act',
  args,
  examples: ['3', '1,2 受領', '14-16 那珂市 介護保険WG'],
  about: tickMeant,
  who: whoTicks,
  run: (_said, scene, store) => ticked(scene, true, store),
});

export const councilUntick = subcommand({
  name: 'untick',
  alias: ['引継済取消'],
  summary: { ja: ja`引継確認の項目の確認を取り消します`, en: en`Take a tick of the checklist back` },
  effect: 'act',
  args,
  examples: ['3', '1,2 受領'],
  about: tickMeant,
  who: whoTicks,
  run: (_said, scene, store) => ticked(scene, false, store),
});
