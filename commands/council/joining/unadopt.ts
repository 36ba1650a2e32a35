/** `/council unadopt 受入3`: takes back what was accepted in one act; without a number, one's last. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { kindOn, municipalityOf } from '../../../src/domain/council.ts';
import type { AdoptionBatch } from '../../../src/store/council/adoptions.ts';
import { en, ja } from '../../../src/text/text.ts';
import { adoptionNumber } from '../../arguments/joining.ts';
import { numbersText } from '../../subjects/requirements.ts';
import { type Adopting, mayAdopt } from './adopting.ts';
import { adoptingText as text } from './adoptingText.ts';

export const councilUnadopt = subcommand({
  name: 'unadopt',
  alias: ['受入取消', '採用取消'],
  summary: { ja: ja`決定の受入を取り消し、未回答に戻します`, en: en`Take back what was accepted` },
  effect: 'act',
  args: z.object({ batch: adoptionNumber.optional() }),
  examples: ['受入3', ''],

  async about({ batch }, { person, chart }, store): Promise<About<Adopting & { readonly batch: AdoptionBatch }>> {
    const found = await (batch === undefined ? store.adoptions.lastBatchBy(person.id) : store.adoptions.batch(batch));
    if (!found) return { refused: whisper(text.noBatch) };
    const locked = await store.decisions.lock(found.numbers);
    const bodies = [...new Set(locked.map((one) => one.body))];
    const name = municipalityOf(chart, found.code)?.name ?? found.code;
    return { subject: { code: found.code, name, bodies, batch: found } };
  },

  who: mayAdopt,

  async run(_said, { subject: { batch, code, name }, now, chart, today }, store): Promise<Reply> {
    const joined = municipalityOf(chart, code);
    if (batch.undoneAt !== undefined) return whisper(text.undoneBefore(batch.id));
    if (batch.questions.length > 0) return whisper(text.questionsStay(batch.id, batch.questions));
    if (joined && kindOn(joined, today) === 'member') return whisper(text.memberSince(name));
    await store.adoptions.undo(batch.id, now);
    return {
      ...whisper(text.undone(batch.id, name, numbersText(batch.numbers))),
      done: [`municipality:${code}`, ...batch.numbers.map((one) => `requirement:${one}`)],
    };
  },
});
