/** `/council unjoin 境町`: takes back the last step of joining or leaving that was recorded by mistake. */
import { z } from 'zod';
import type { Reply } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { secretariat } from '../../../src/command/who.ts';
import { en, ja } from '../../../src/text/text.ts';
import { joinerName } from '../../arguments/joining.ts';
import { joinerMeant } from './meant.ts';
import { undoStep } from './stepping.ts';

export const councilUnjoin = subcommand({
  name: 'unjoin',
  alias: ['後乗り取消', '加入取消', '脱退取消'],
  summary: { ja: ja`加入・脱退の最後の記録を取り消します`, en: en`Take back the last step of joining or leaving` },
  effect: 'act',
  args: z.object({ name: joinerName }),
  examples: ['境町'],
  about: ({ name }, scene) => joinerMeant(name, scene),
  who: secretariat,
  run: (_said, scene, store): Promise<Reply> => undoStep(scene.subject, scene, store),
});
