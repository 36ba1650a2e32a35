/** `/req undo 12`: takes a decision back within ten minutes; its number stays as 取消. */
import { z } from 'zod';
import { whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { undo } from '../../src/domain/decide.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import type { DecisionWithLines } from '../../src/store/council/decisions.ts';
import { en, ja } from '../../src/text/text.ts';
import { decisionName } from '../arguments/numbers.ts';
import { numbersText } from '../subjects/requirements.ts';
import { decisionNameText, text } from './text.ts';
import { confirmedLast } from './unconfirm.ts';

export const reqUndo = subcommand({
  name: 'undo',
  alias: ['取消', '取り消し', '元に戻す'],
  summary: { ja: ja`直前の決定を取り消します(10分以内)`, en: en`Take a decision back (within 10 minutes)` },
  effect: 'act',
  args: z.object({ decision: decisionName.optional() }),
  examples: ['第12号', '12', ''],

  async about(said, scene, store): Promise<About<DecisionWithLines>> {
    if (!said.decision) {
      const last = await store.decisions.lastBy(scene.person.id);
      const confirmed = await store.fits.lastBatchBy(scene.person.id);
      // What was done last is meant: a decision is not taken back in place of a later confirmation.
      if (confirmed && (!last || confirmed.at > last.at)) return { refused: confirmedLast(confirmed) };
      return last ? { subject: last } : { refused: whisper(text.nothingToUndo) };
    }
    const name = { id: 0, ...said.decision, fiscalYear: said.decision.fiscalYear ?? fiscalYearOf(scene.today) };
    const found = await store.decisions.byName(name.fiscalYear, name.serial);
    return found ? { subject: found } : { refused: whisper(text.noDecision(decisionNameText(name))) };
  },

  who: leadOf,

  async run(_said, { subject: decision, acting, person, now }, store) {
    const [later] = await store.decisions.laterThan(decision);
    const result = undo(decision, later?.by, now);
    if ('refused' in result) {
      if (result.refused === 'superseded') return whisper(text.standsOnIt(decision, result.by));
      return whisper(result.refused === 'tooLate' ? text.tooLate(decision) : text.alreadyCancelled(decision));
    }
    const before = await store.decisions.standingBefore(decision);
    await store.decisions.cancel(decision.id, { at: now, person: person.id, seat: acting.role.seat });
    return {
      ...whisper(text.cancelled(decision, numbersText(decision.numbers))),
      refresh: [decision, ...before].map((one) => `decision:${one.id}`),
      done: [`decision:${decision.id}`, ...decision.numbers.map((number) => `requirement:${number}`)],
    };
  },
});
