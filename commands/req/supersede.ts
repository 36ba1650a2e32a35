/** `/req supersede 1234 levelup reason`: a decision gives way to a newer one, with its reason; the old one stays readable. */
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

export const reqSupersede = subcommand({
  name: 'supersede',
  alias: ['決定変更', '決定差替え'],
  summary: { ja: ja`決定を、理由を添えて変更します`, en: en`Supersede a decision, with the reason` },
  effect: 'act',
  args: z.object({
    ids: requirementIds,
    outcome,
    cost: cost.optional(),
    scope: scopeNames.optional(),
    note: reasonBesideCost.optional(),
  }),
  examples: ['1234 レベルアップ 次期版で対応されるため', '1234 operation 月次で足りるため'],
  about: requirementsToDecide,
  who: leadOf,

  async run({ outcome, note, cost, scope }, scene, store) {
    const meant = scoped({ how: 'supersede', outcome, note, cost }, scope, scene);
    return 'refused' in meant ? meant.refused : decideOrPreview(meant.intent, scene, store);
  },
});
