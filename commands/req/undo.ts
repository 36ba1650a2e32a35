/** `/req undo 12`: takes a decision back within ten minutes; its number stays as 取消. A whole import goes back as a batch. */
import { z } from 'zod';
import { whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { en, ja } from '../../src/text/text.ts';
import { circulationNumbers } from '../arguments/circulations.ts';
import { municipalityNames } from '../arguments/municipalities.ts';
import { answerSheetNumber, approvalNumber, decisionName, importNumber, profileNamed } from '../arguments/numbers.ts';
import { namedUnlessOwn, officeLast } from './circulation/meant.ts';
import { answersMeant } from './circulation/undoing.ts';
import { profileMeant } from './forget.ts';
import { decisionNameText, text } from './text.ts';
import { confirmedLast } from './unconfirm.ts';
import {
  approvalMeant,
  batchMeant,
  decisionMeant,
  mayUndo,
  sheetMeant,
  type Undoing,
  undoOrPreview,
} from './undoing.ts';

export const reqUndo = subcommand({
  name: 'undo',
  alias: ['取消', '取り消し', '元に戻す'],
  summary: {
    ja: ja`直前の決定(10分以内)や回答を取り消します`,
    en: en`Take back a decision (within 10 minutes) or an answer`,
  },
  effect: 'act',
  args: z.object({
    batch: importNumber.optional(),
    sheet: answerSheetNumber.optional(),
    profile: profileNamed.optional(),
    circulations: circulationNumbers.optional(),
    municipality: municipalityNames.optional(),
    approval: approvalNumber.optional(),
    decision: decisionName.optional(),
  }),
  examples: ['第12号', '12', '承認3', '取込5', '回答票2', '読取設定3', 'P3', 'P3 那珂市', ''],

  async about(said, scene, store): Promise<About<Undoing>> {
    if (said.batch !== undefined) return batchMeant(said.batch, store);
    if (said.sheet !== undefined) return sheetMeant(said.sheet, store);
    if (said.profile !== undefined) {
      const found = await profileMeant(said.profile, store);
      return 'refused' in found ? found : { subject: { profile: found.subject } };
    }
    if (said.circulations) return answersMeant(said.circulations, said.municipality, scene, store);
    if (said.approval !== undefined) return approvalMeant(said.approval, store);
    if (!said.decision) return lastMeant(scene, store);
    const name = { id: 0, ...said.decision, fiscalYear: said.decision.fiscalYear ?? fiscalYearOf(scene.today) };
    const found = await store.decisions.byName(name.fiscalYear, name.serial);
    const decision = found && (await decisionMeant(found.id, store));
    return decision ? { subject: decision } : { refused: whisper(text.noDecision(decisionNameText(name))) };
  },

  who: mayUndo,
  run: (_said, scene, store) => undoOrPreview(scene, store),
});

/** What was done last is meant: a decision is not taken back in place of a later confirmation or answer. */
async function lastMeant(scene: Scene, store: CouncilStore): Promise<About<Undoing>> {
  const last = await store.decisions.lastBy(scene.person.id);
  const confirmed = await store.fits.lastBatchBy(scene.person.id);
  const answered = await store.circulations.lastAnswered(scene.person.id);
  const office = await store.officeApprovals.lastBy(scene.person.id);
  const before = Math.max(last?.at ?? 0, answered?.at ?? 0);
  if (office && office.at > Math.max(before, confirmed?.at ?? 0)) return { refused: officeLast(office, scene) };
  if (confirmed && confirmed.at > before) return { refused: confirmedLast(confirmed) };
  if (answered && !(last && last.at >= answered.at))
    return answersMeant([answered.number], namedUnlessOwn(answered, scene), scene, store);
  const decision = last && (await decisionMeant(last.id, store));
  return decision ? { subject: decision } : { refused: whisper(text.nothingToUndo) };
}
