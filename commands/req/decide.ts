/** `/req decide 1234 alternative reason`: records the decision on one or many requirements of one body. */
import { z } from 'zod';
import { subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { en, ja } from '../../src/text/text.ts';
import { requirementIds } from '../arguments/numbers.ts';
import { note, outcome } from '../arguments/words.ts';
import { requirementsNamed } from '../subjects/requirements.ts';
import { recordDecision } from './deciding.ts';

export const reqDecide = subcommand({
  name: 'decide',
  alias: ['決定', '合意'],
  summary: { ja: ja`要件の決定を記録します`, en: en`Record the decision on requirements` },
  effect: 'act',
  args: z.object({ ids: requirementIds, outcome, note: note.optional() }),
  examples: ['1234 代替案 CSVでの一括登録に代える', '1234 standard', '1201-1215,1220 レベルアップ'],
  about: requirementsNamed,
  who: leadOf,
  run: (said, scene, store) => recordDecision({ how: 'decide', outcome: said.outcome, note: said.note }, scene, store),
});
