/** `/req undo 12`: takes a decision back within ten minutes; its number stays as 取消. A whole import goes back as a batch. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, type Admission, subcommand } from '../../src/command/subcommand.ts';
import { type Admitted, everySeat, leadOf, secretariat } from '../../src/command/who.ts';
import { UNDO_WITHIN, undo } from '../../src/domain/decide.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import type { Approval } from '../../src/store/council/approvals.ts';
import type { DecisionWithLines } from '../../src/store/council/decisions.ts';
import type { ImportBatch } from '../../src/store/council/importing.ts';
import type { AnswerSheet } from '../../src/store/council/questions.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { en, ja } from '../../src/text/text.ts';
import { circulationNumbers } from '../arguments/circulations.ts';
import { municipalityNames } from '../arguments/municipalities.ts';
import { answerSheetNumber, approvalNumber, decisionName, importNumber } from '../arguments/numbers.ts';
import { numbersText } from '../subjects/requirements.ts';
import { approval as approvalText } from './approvalText.ts';
import { mayAnswer, namedUnlessOwn, officeLast } from './circulation/meant.ts';
import { type AnswersUndone, answersMeant, undoAnswers } from './circulation/undoing.ts';
import { undoImport } from './importing.ts';
import { imports } from './importText.ts';
import { answerSheetText } from './questions/answerSheetText.ts';
import { undoAnswerSheet } from './questions/takingAnswers.ts';
import { decisionNameText, text } from './text.ts';
import { confirmedLast } from './unconfirm.ts';

type Undoing =
  | DecisionWithLines
  | (Approval & { readonly approval: Approval })
  | { readonly batch: ImportBatch }
  | { readonly sheet: AnswerSheet }
  | AnswersUndone;

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
    circulations: circulationNumbers.optional(),
    municipality: municipalityNames.optional(),
    approval: approvalNumber.optional(),
    decision: decisionName.optional(),
  }),
  examples: ['第12号', '12', '承認3', '取込5', '回答票2', 'P3', 'P3 那珂市', ''],

  async about(said, scene, store): Promise<About<Undoing>> {
    if (said.batch !== undefined) {
      const batch = await store.importing.batch(said.batch);
      return batch ? { subject: { batch } } : { refused: whisper(imports.noImport(said.batch)) };
    }
    if (said.sheet !== undefined) {
      const sheet = await store.questions.sheet(said.sheet);
      return sheet ? { subject: { sheet } } : { refused: whisper(answerSheetText.noSheet(said.sheet)) };
    }
    if (said.circulations) return answersMeant(said.circulations, said.municipality, scene, store);
    if (said.approval !== undefined) {
      const found = await store.approvals.byId(said.approval);
      return found
        ? { subject: { ...found, approval: found } }
        : { refused: whisper(approvalText.noApproval(said.approval)) };
    }
    if (!said.decision) {
      const last = await store.decisions.lastBy(scene.person.id);
      const confirmed = await store.fits.lastBatchBy(scene.person.id);
      const answered = await store.circulations.lastAnswered(scene.person.id);
      const office = await store.officeApprovals.lastBy(scene.person.id);
      const before = Math.max(last?.at ?? 0, answered?.at ?? 0);
      // What was done last is meant: a decision is not taken back in place of a later confirmation or answer.
      if (office && office.at > Math.max(before, confirmed?.at ?? 0)) return { refused: officeLast(office, scene) };
      if (confirmed && confirmed.at > before) return { refused: confirmedLast(confirmed) };
      if (answered && !(last && last.at >= answered.at))
        return answersMeant([answered.number], namedUnlessOwn(answered, scene), scene, store);
      return last ? { subject: last } : { refused: whisper(text.nothingToUndo) };
    }
    const name = { id: 0, ...said.decision, fiscalYear: said.decision.fiscalYear ?? fiscalYearOf(scene.today) };
    const found = await store.decisions.byName(name.fiscalYear, name.serial);
    return found ? { subject: found } : { refused: whisper(text.noDecision(decisionNameText(name))) };
  },

  who: mayUndo,

  async run(_said, scene, store) {
    const { subject: decision, acting, person, now } = scene;
    if ('batch' in decision) return undoBatch(decision.batch, { now, person }, store);
    if ('sheet' in decision) return undoAnswerSheet(decision.sheet, scene, store);
    if ('answers' in decision) return undoAnswers(decision.answers, scene, store);
    if ('approval' in decision) return undoApproval(decision.approval, { now, person, acting }, store);
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

async function undoBatch(
  batch: ImportBatch,
  { now, person }: Pick<Scene, 'now' | 'person'>,
  store: CouncilStore,
): Promise<Reply> {
  const result = await undoImport(batch, { at: now, person: person.id }, store.importing);
  if ('refused' in result) return whisper(result.refused);
  return { ...whisper(imports.undone(batch, result.undone.length)), done: [`import:${batch.id}`] };
}

/** An import by the secretariat or who made it, an answer by whoever speaks for that seat; all else by who decides. */
function mayUndo(scene: Scene, subject: Undoing): Admission<Admitted> {
  if ('batch' in subject)
    return subject.batch.person === scene.person.id ? everySeat(scene, subject) : secretariat(scene, subject);
  if ('sheet' in subject) return secretariat(scene, subject);
  if (!('answers' in subject)) return leadOf(scene, subject);
  return mayAnswer(scene, subject.answers);
}

async function undoApproval(
  approval: Approval,
  { now, person, acting }: Pick<Scene, 'now' | 'person'> & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  if (approval.cancelledAt !== undefined) return whisper(approvalText.cancelled(approval));
  if (now > approval.at + UNDO_WITHIN) return whisper(approvalText.tooLate);
  await store.approvals.cancel(approval.id, { at: now, person: person.id, seat: acting.role.seat });
  const decisions = [...new Set(approval.lines.map((one) => one.decision))];
  return {
    ...whisper(approvalText.cancelled(approval)),
    refresh: [`approval:${approval.id}`, ...decisions.map((id) => `decision:${id}`)],
    done: [`approval:${approval.id}`],
  };
}
