/** `/req decide 1234 alternative reason`: records the decision on one or many requirements of one body. */
import { z } from 'zod';
import { subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { en, ja } from '../../src/text/text.ts';
import { cost, reasonBesideCost } from '../arguments/costs.ts';
import { scopeNames } from '../arguments/municipalities.ts';
import { requirementIds } from '../arguments/numbers.ts';
import { outcome } from '../arguments/words.ts';
import { requirementsToDecide } from './customizing.ts';
import { decideOrPreview, scoped } from './deciding.ts';

export const reqDecide = subcommand({
  name: 'decide',
  alias: ['決定', '合意'],
  summary: { ja: ja`要件の決定を記録します`, en: en`Record the decision on requirements` },
  effect: 'act',
  args: z.object({
    ids: requirementIds,
    outcome,
    cost: cost.optional(),
    scope: scopeNames.optional(),
    note: reasonBesideCost.optional(),
  }),
  examples: [
    '1234 代替案 CSVでの一括登録に代える',
    '1234 standard',
    '1201-1215,1220 レベルアップ',
    '1234 レベルアップ 費用500 対象:那珂市・五霞町 次期版で対応されるため',
  ],
  about: requirementsToDecide,
  who: leadOf,

  async run({ outcome, note, cost, scope }, scene, store) {
    const meant = scoped({ how: 'decide', outcome, note, cost }, scope, scene);
    return 'refused' in meant ? meant.refused : decideOrPreview(meant.intent, scene, store);
  },
});
