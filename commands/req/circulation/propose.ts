/** `/req propose 1234 alternative reason`: the body's municipalities answer, each until a day, without meeting. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { leadOf } from '../../../src/command/who.ts';
import { en, ja } from '../../../src/text/text.ts';
import { answerBy } from '../../arguments/circulations.ts';
import { cost, reasonBesideCost } from '../../arguments/costs.ts';
import { scopeNames } from '../../arguments/municipalities.ts';
import { requirementIds } from '../../arguments/numbers.ts';
import { outcome } from '../../arguments/words.ts';
import { requirementsToDecide } from '../customizing.ts';
import { scoped } from '../deciding.ts';
import { proposeOrPreview, refusedToPost } from './proposing.ts';
import { text } from './text.ts';

export const reqPropose = subcommand({
  name: 'propose',
  alias: ['提案', '持ち回り', '持回り', '持ち回り審議', '書面協議', '諮る'],
  summary: { ja: ja`要件の扱いを、持ち回りで諮ります`, en: en`Propose an outcome; the municipalities answer` },
  effect: 'act',
  args: z.object({
    ids: requirementIds,
    outcome,
    cost: cost.optional(),
    scope: scopeNames.optional(),
    by: answerBy.optional(),
    note: reasonBesideCost.optional(),
  }),
  examples: [
    '1234 代替案 CSVでの一括登録に代える',
    '1201-1203 standard 期限 6/20',
    '1234 レベルアップ 費用500 次期版で対応',
  ],
  about: requirementsToDecide,
  who: leadOf,

  async run({ outcome, cost, scope, by, note }, scene, store): Promise<Reply> {
    const { requirements, body: slug } = scene.subject;
    const [first] = requirements;
    if (outcome === 'alternative' && !note) return whisper(text.reasonRequired(first?.number ?? 0));
    const refused = await refusedToPost(requirements, note, scene, store);
    if (refused) return refused;
    const meant = scoped({ how: 'decide', outcome, note, cost }, scope, scene);
    if ('refused' in meant) return meant.refused;
    const proposal = {
      ...{ requirements: requirements.map((one) => one.number), outcome, note, cost, until: undefined },
      ...{ scope: meant.intent.scope ?? [], previous: undefined },
    };
    return proposeOrPreview({ proposal, body: slug, by }, scene, store);
  },
});
