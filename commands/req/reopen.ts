/** `/req reopen 1234 理由`: what was decided no longer stands, and the requirement is open again. */
import { z } from 'zod';
import { subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { en, ja } from '../../src/text/text.ts';
import { requirementIds } from '../arguments/numbers.ts';
import { note } from '../arguments/words.ts';
import { requirementsNamed } from '../subjects/requirements.ts';
import { reopenOrPreview } from './reopening.ts';

export const reqReopen = subcommand({
  name: 'reopen',
  alias: ['再検討', '再協議', '差戻し'],
  summary: {
    ja: ja`決定済みの要件を、理由を添えて再検討に戻します`,
    en: en`Reopen decided requirements, with the reason`,
  },
  effect: 'act',
  args: z.object({ ids: requirementIds, reason: note }),
  examples: ['1234 月次処理に間に合わないことが分かったため'],
  about: requirementsNamed,
  who: leadOf,

  run: ({ reason }, scene, store) => reopenOrPreview(reason, scene, store),
});
