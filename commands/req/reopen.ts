/** `/req reopen 1234 理由`: what was decided no longer stands, and the requirement is open again. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { en, ja } from '../../src/text/text.ts';
import { requirementIds } from '../arguments/numbers.ts';
import { note } from '../arguments/words.ts';
import { numbersText, requirementsNamed } from '../subjects/requirements.ts';
import { text } from './text.ts';

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

  async run({ reason }, { subject, now, person, acting }, store): Promise<Reply> {
    const open = subject.requirements.filter((one) => !one.standing).map((one) => one.number);
    if (open.length > 0) return whisper(text.notDecided(numbersText(open)));
    const numbers = subject.requirements.map((one) => one.number);
    await store.decisions.reopen(numbers, { reason, at: now, person: person.id, seat: acting.role.seat });
    const decisions = [...new Set(subject.requirements.map((one) => one.standing?.id))];
    return {
      ...whisper(text.reopened(numbersText(numbers))),
      posts: [
        {
          kind: 'message',
          key: `reopen:${now}:${numbers[0]}`,
          to: { body: subject.body },
          message: { summary: text.reopenedFor(numbersText(numbers), reason) },
        },
      ],
      refresh: decisions.map((id) => `decision:${id}`),
      done: numbers.map((number) => `requirement:${number}`),
    };
  },
});
