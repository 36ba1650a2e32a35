/**
 * What `/req undo` takes back: a decision, an approval, answers to circulations, an import, a sheet of answers. Each is locked
 * and read again before it is judged; what is about more than five is shown first.
 */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About, Admission } from '../../src/command/subcommand.ts';
import { type Admitted, everySeat, leadOf, secretariat } from '../../src/command/who.ts';
import { bodyOf } from '../../src/domain/council.ts';
import { UNDO_WITHIN, undo } from '../../src/domain/decide.ts';
import type { Approval } from '../../src/store/council/approvals.ts';
import type { DecisionWithLines } from '../../src/store/council/decisionRows.ts';
import type { ImportBatch } from '../../src/store/council/importing.ts';
import type { AnswerSheet } from '../../src/store/council/questions.ts';
import type { PastProfile } from '../../src/store/council/sheetProfiles.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, note, rows } from '../../src/text/message.ts';
import type { Text } from '../../src/text/text.ts';
import { numbersText } from '../subjects/requirements.ts';
import { approval as approvalText } from './approvalText.ts';
import { type AnsweringPlan, plannedSubject, planOf } from './circulation/answering.ts';
import { mayAnswer, speakingFor } from './circulation/meant.ts';
import { type AnswersUndone, lastAnswers, refusedAnswers, undoAnswers } from './circulation/undoing.ts';
import { circulationsOn } from './deciding.ts';
import { bringBack } from './forget.ts';
import { refusedImport, reviewedNoMore, underReview } from './importing.ts';
import { imports } from './importText.ts';
import { AT_ONCE } from './previewing.ts';
import { profileText } from './profileText.ts';
import { answerSheetText } from './questions/answerSheetText.ts';
import { undoAnswerSheet } from './questions/takingAnswers.ts';
import { text } from './text.ts';
import { undoText } from './undoText.ts';

export type Undoing =
  | DecisionWithLines
  | (Approval & { readonly approval: Approval })
  | { readonly batch: ImportBatch }
  | { readonly sheet: AnswerSheet }
  | { readonly profile: PastProfile }
  | AnswersUndone;

/** A plan's act. */
export const UNDO = 'req undo';

/** What is to be taken back, by its number; and of answers those that were shown. */
export type UndoPlan =
  | { readonly decision: number }
  | { readonly approval: number }
  | { readonly batch: number }
  | { readonly sheet: number }
  | (AnsweringPlan & { readonly before: readonly string[] });

/** What may be large; a profile is one. */
type Large = Exclude<Undoing, { readonly profile: PastProfile }>;
type UndoingScene<Subject = Undoing> = Scene & Admitted & { readonly subject: Subject };

/** The decision as it stands once nobody else can change what it decided. */
export async function decisionMeant(id: number, store: CouncilStore): Promise<DecisionWithLines | undefined> {
  const found = await store.decisions.byId(id);
  if (found) await store.decisions.lock(found.numbers);
  return found && store.decisions.byId(id);
}

export async function approvalMeant(id: number, store: CouncilStore): Promise<About<Undoing>> {
  const seen = await store.approvals.byId(id);
  if (seen) await store.decisions.lock(seen.lines.map((one) => one.number));
  const found = seen && (await store.approvals.byId(id));
  return found ? { subject: { ...found, approval: found } } : { refused: whisper(approvalText.noApproval(id)) };
}

export async function batchMeant(id: number, store: CouncilStore): Promise<About<Undoing>> {
  await store.importing.lock(id);
  const batch = await store.importing.batch(id);
  return batch ? { subject: { batch } } : { refused: whisper(imports.noImport(id)) };
}

export async function sheetMeant(id: number, store: CouncilStore): Promise<About<Undoing>> {
  const seen = await store.questions.sheet(id);
  for (const number of seen?.answers ?? []) await store.questions.lock(number);
  const sheet = seen && (await store.questions.sheet(id));
  return sheet ? { subject: { sheet } } : { refused: whisper(answerSheetText.noSheet(id)) };
}

/** What a plan speaks of, as it is now. */
export async function undoMeant(plan: UndoPlan, scene: Scene, store: CouncilStore): Promise<About<Undoing>> {
  if ('approval' in plan) return approvalMeant(plan.approval, store);
  if ('batch' in plan) return batchMeant(plan.batch, store);
  if ('sheet' in plan) return sheetMeant(plan.sheet, store);
  if ('numbers' in plan) {
    const meant = await plannedSubject(plan, scene, store);
    if ('refused' in meant) return meant;
    return {
      subject: { body: meant.subject.circulations[0]?.body ?? '', answers: { ...meant.subject, takesBack: true } },
    };
  }
  const decision = await decisionMeant(plan.decision, store);
  return decision ? { subject: decision } : { refused: whisper(text.nothingToUndo) };
}

/** An import by the secretariat or who made it, an answer by whoever speaks for that seat; all else by who decides. */
export function mayUndo(scene: Scene, subject: Undoing): Admission<Admitted> {
  if ('batch' in subject)
    return subject.batch.person === scene.person.id ? everySeat(scene, subject) : secretariat(scene, subject);
  if ('sheet' in subject || 'profile' in subject) return secretariat(scene, subject);
  if (!('answers' in subject)) return leadOf(scene, subject);
  return mayAnswer(scene, subject.answers);
}

/** Takes it back; what is large is shown first, with a button that does it. */
export async function undoOrPreview(scene: UndoingScene, store: CouncilStore): Promise<Reply> {
  const { subject, person, now } = scene;
  if ('profile' in subject) return usedAgain(subject.profile, store);
  const count = countOf(subject);
  if (count <= AT_ONCE) return takeBack(subject, scene, store);
  const refused = await refusal(subject, scene, store);
  if (refused) return refused;
  const content = await planFor(subject, scene, store);
  const id = await store.plans.keep({ act: UNDO, person: person.id, at: now, content });
  const { summary, lines } = await shown(subject, scene, store);
  const more = lines.length > SHOWN ? [line(undoText.more(lines.length - SHOWN))] : [];
  const carryOut = { label: undoText.carryOut(count), line: `/req proceed ${id}`, style: 'danger' } as const;
  return whisper(summary, rows(lines.slice(0, SHOWN)), ...more, buttons(carryOut));
}

/** So many rows a preview names. */
const SHOWN = 30;

/** Takes back what was shown, unless other answers were given since. */
export async function carryOutUndo(plan: UndoPlan, scene: UndoingScene, store: CouncilStore): Promise<Reply> {
  const { subject } = scene;
  if ('before' in plan && 'answers' in subject) {
    const { before } = await lastAnswers(subject.answers, scene, store);
    if (JSON.stringify(before.map(String)) !== JSON.stringify(plan.before)) return whisper(undoText.answersChanged);
  }
  return 'profile' in subject ? usedAgain(subject.profile, store) : takeBack(subject, scene, store);
}

async function usedAgain(profile: PastProfile, store: CouncilStore): Promise<Reply> {
  const result = await bringBack(profile, 'slack', store);
  return 'refused' in result ? whisper(result.refused) : { ...whisper(result.told), done: [`profile:${profile.id}`] };
}

function countOf(subject: Large): number {
  if ('batch' in subject) return subject.batch.changes;
  if ('sheet' in subject) return subject.sheet.answers.length;
  if ('answers' in subject) return subject.answers.circulations.length;
  return 'approval' in subject ? subject.lines.length : subject.numbers.length;
}

async function planFor(subject: Large, scene: UndoingScene, store: CouncilStore): Promise<UndoPlan> {
  if ('batch' in subject) return { batch: subject.batch.id };
  if ('sheet' in subject) return { sheet: subject.sheet.id };
  if ('approval' in subject) return { approval: subject.id };
  if (!('answers' in subject)) return { decision: subject.id };
  const { before } = await lastAnswers(subject.answers, scene, store);
  return { ...planOf(subject.answers), before: before.map(String) };
}

async function shown(
  subject: Large,
  scene: UndoingScene,
  store: CouncilStore,
): Promise<{ readonly summary: Text; readonly lines: readonly Text[] }> {
  const name = (body: string): string => bodyOf(scene.chart, body)?.name ?? body;
  if ('batch' in subject) {
    const numbers = await store.importing.lock(subject.batch.id);
    return { summary: undoText.batch(subject.batch), lines: undoText.batchRows(numbers) };
  }
  if ('sheet' in subject) return { summary: undoText.sheet(subject.sheet), lines: [undoText.sheetRow(subject.sheet)] };
  if ('approval' in subject)
    return { summary: undoText.approval(subject, name(subject.body)), lines: subject.lines.map(undoText.approvalRow) };
  if ('answers' in subject) {
    const { circulations } = subject.answers;
    const { before, after } = await lastAnswers(subject.answers, scene, store);
    const who = speakingFor(scene, subject.answers).name;
    return {
      summary: undoText.answers(
        circulations.map((one) => one.number),
        who,
      ),
      lines: circulations.map((one, i) => undoText.answerRow(one, name(one.body), before[i] ?? null, after[i] ?? null)),
    };
  }
  const { numbers } = subject;
  return {
    summary: undoText.decision(subject, numbersText(numbers), numbers.length),
    lines: [undoText.goesBack(await store.decisions.standingBefore(subject))],
  };
}

/** Why it cannot be taken back. */
async function refusal(subject: Large, scene: UndoingScene, store: CouncilStore): Promise<Reply | undefined> {
  const { now, today } = scene;
  if ('batch' in subject) {
    const refused = await refusedImport(subject.batch, today, store.importing);
    return refused && whisper(refused);
  }
  if ('sheet' in subject) {
    const { id, undoneAt } = subject.sheet;
    return undoneAt === undefined ? undefined : whisper(answerSheetText.undoneBefore(id, undoneAt, today));
  }
  if ('answers' in subject) return refusedAnswers(subject.answers, scene, store);
  if ('approval' in subject) {
    if (subject.cancelledAt !== undefined) return whisper(approvalText.cancelled(subject));
    return now > subject.at + UNDO_WITHIN ? whisper(approvalText.tooLate) : undefined;
  }
  const [later] = await store.decisions.laterThan(subject);
  const result = undo(subject, later?.by, now);
  if (!('refused' in result)) return undefined;
  if (result.refused === 'superseded') return whisper(text.standsOnIt(subject, result.by));
  return whisper(result.refused === 'tooLate' ? text.tooLate(subject) : text.alreadyCancelled(subject));
}

async function takeBack(subject: Large, scene: UndoingScene, store: CouncilStore): Promise<Reply> {
  const { acting, person, now } = scene;
  const refused = await refusal(subject, scene, store);
  if (refused) return refused;
  if ('sheet' in subject) return undoAnswerSheet(subject.sheet, scene, store);
  if ('answers' in subject) return undoAnswers(subject.answers, scene, store);
  if ('batch' in subject) {
    const { changed } = await store.importing.lock(subject.batch.id);
    const before = await underReview(changed, store);
    const undone = await store.importing.undo(subject.batch.id, { at: now, person: person.id });
    const forgotten = await store.sheetProfiles.forgetOf(subject.batch.id, { at: now, person: person.id });
    return {
      ...whisper(
        imports.undone(subject.batch, undone.length),
        ...(forgotten.length > 0 ? [note(profileText.takenBack(forgotten, 'slack'))] : []),
      ),
      posts: reviewedNoMore(subject.batch.id, before, await underReview(changed, store), scene),
      done: [`import:${subject.batch.id}`, ...forgotten.map((id) => `profile:${id}`)],
    };
  }
  const by = { at: now, person: person.id, seat: acting.role.seat };
  if ('approval' in subject) {
    await store.approvals.cancel(subject.id, by);
    const decisions = [...new Set(subject.lines.map((one) => one.decision))];
    return {
      ...whisper(approvalText.cancelled(subject)),
      refresh: [`approval:${subject.id}`, ...decisions.map((id) => `decision:${id}`)],
      done: [`approval:${subject.id}`],
    };
  }
  const before = await store.decisions.standingBefore(subject);
  await store.decisions.cancel(subject.id, by);
  return {
    ...whisper(text.cancelled(subject, numbersText(subject.numbers))),
    refresh: [
      ...[subject, ...before].map((one) => `decision:${one.id}`),
      ...(await circulationsOn(subject.numbers, store)).map((one) => `circulation:${one.number}`),
    ],
    done: [`decision:${subject.id}`, ...subject.numbers.map((number) => `requirement:${number}`)],
  };
}
