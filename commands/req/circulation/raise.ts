/** `/req raise 1234 cost 500 until 2029/3/31 reason`: an exception, on which the council alone votes; silence is no vote. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { leadOf } from '../../../src/command/who.ts';
import { councilBody } from '../../../src/domain/council.ts';
import { en, ja } from '../../../src/text/text.ts';
import { answerBy, endDay } from '../../arguments/circulations.ts';
import { cost } from '../../arguments/costs.ts';
import { scopeNames } from '../../arguments/municipalities.ts';
import { requirementIds } from '../../arguments/numbers.ts';
import { note } from '../../arguments/words.ts';
import { requirementsNamed } from '../../subjects/requirements.ts';
import { scoped } from '../deciding.ts';
import { proposeOrPreview, refusedToPost } from './proposing.ts';
import { text } from './text.ts';

export const reqRaise = subcommand({
  name: 'raise',
  alias: ['上申', '部会に上げる', '協議会に上げる'],
  summary: { ja: ja`例外を、費用と終期を添えて協議会に上申します`, en: en`Raise an exception to the council` },
  effect: 'act',
  args: z.object({
    ids: requirementIds,
    cost,
    until: endDay,
    scope: scopeNames.optional(),
    by: answerBy.optional(),
    note,
  }),
  examples: ['1234 費用500 終期 2029/3/31 法改正への対応が間に合わないため'],
  about: requirementsNamed,
  who: leadOf,

  async run({ cost, until, scope, by, note }, scene, store): Promise<Reply> {
    const council = councilBody(scene.chart);
    if (!council) return whisper(text.noCouncil);
    const refused = await refusedToPost(scene.subject.requirements, note, scene, store);
    if (refused) return refused;
    const meant = scoped({ how: 'decide', outcome: 'exception', note, cost }, scope, scene);
    if ('refused' in meant) return meant.refused;
    const requirements = scene.subject.requirements.map((one) => one.number);
    const proposal = { requirements, outcome: 'exception', note, cost, until, previous: undefined } as const;
    const raised = { ...proposal, scope: meant.intent.scope ?? [] };
    return proposeOrPreview({ proposal: raised, body: council.slug, by }, scene, store);
  },
});
