/** `/req proceed 12`: does what was shown, exactly and once; the button under a preview says it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand, type Who } from '../../src/command/subcommand.ts';
import { type Admitted, leadOf, memberSeatOf, secretariat } from '../../src/command/who.ts';
import type { Kept } from '../../src/store/council/plans.ts';
import { en, ja } from '../../src/text/text.ts';
import { planNumber } from '../arguments/numbers.ts';
import { requirementsNamed } from '../subjects/requirements.ts';
import { APPROVE, type ApprovePlan, recordApproval } from './approving.ts';
import { ANSWER, type AnswerPlan, carryOutAnswer, plannedSubject } from './circulation/answering.ts';
import { DRAFT, type DraftPlan, recordDraft } from './circulation/drafting.ts';
import { type Answering, mayAnswer, mayDraft } from './circulation/meant.ts';
import { CONFIRM, type ConfirmPlan, carryOutConfirm } from './confirm.ts';
import { DECIDE, type DecidePlan, recordDecision } from './deciding.ts';
import { carryOutImport, IMPORT, type ImportPlan } from './importing.ts';
import { ANSWERS, type AnswersPlan, carryOutAnswers } from './questions/takingAnswers.ts';
import { text } from './text.ts';

type Planned = { readonly id: number; readonly doneAt: Kept<object>['doneAt']; readonly body: string } & (
  | { readonly decide: DecidePlan }
  | { readonly approve: ApprovePlan }
  | { readonly confirm: ConfirmPlan }
  | { readonly bringing: ImportPlan }
  | { readonly answers: AnswersPlan }
  | { readonly answer: AnswerPlan; readonly answering: Answering }
  | { readonly draft: DraftPlan; readonly answering: Answering }
);

/** Whoever may do it at all may carry it out, on the day on which they do. */
const whoPlanned: Who<Planned, Admitted> = (scene, planned) => {
  if ('bringing' in planned || 'answers' in planned) return secretariat(scene, planned);
  if ('answer' in planned) return mayAnswer(scene, planned.answering);
  if ('draft' in planned) return mayDraft(scene, planned.answering);
  return 'confirm' in planned ? memberSeatOf(scene, planned) : leadOf(scene, planned);
};

export const reqProceed = subcommand({
  name: 'proceed',
  alias: ['実行'],
  summary: { ja: ja`確認した内容を実行します`, en: en`Carry out what was shown` },
  effect: 'act',
  args: z.object({ plan: planNumber }),
  examples: ['12'],

  async about(said, { person, chart }, store): Promise<About<Planned>> {
    const of = { person: person.id };
    const decide = await store.plans.take<DecidePlan>(said.plan, { act: DECIDE, ...of });
    if (decide) {
      const meant = await requirementsNamed({ ids: decide.content.numbers }, { chart }, store);
      return 'refused' in meant ? meant : { subject: { ...decide, decide: decide.content, body: meant.subject.body } };
    }
    const approve = await store.plans.take<ApprovePlan>(said.plan, { act: APPROVE, ...of });
    if (approve) return { subject: { ...approve, approve: approve.content, body: approve.content.body } };
    const bringing = await store.plans.take<ImportPlan>(said.plan, { act: IMPORT, ...of });
    if (bringing) return { subject: { ...bringing, bringing: bringing.content, body: '' } };
    const answers = await store.plans.take<AnswersPlan>(said.plan, { act: ANSWERS, ...of });
    if (answers) return { subject: { ...answers, answers: answers.content, body: '' } };
    const answer = await store.plans.take<AnswerPlan>(said.plan, { act: ANSWER, ...of });
    if (answer) {
      const meant = await plannedSubject(answer.content, { chart }, store);
      if ('refused' in meant) return meant;
      return { subject: { ...answer, answer: answer.content, answering: meant.subject, body: '' } };
    }
    const draft = await store.plans.take<DraftPlan>(said.plan, { act: DRAFT, ...of });
    if (draft) {
      const meant = await plannedSubject(draft.content, { chart }, store);
      if ('refused' in meant) return meant;
      const answering = { ...meant.subject, takesBack: draft.content.state === 'undo' };
      return { subject: { ...draft, draft: draft.content, answering, body: '' } };
    }
    const confirm = await store.plans.take<ConfirmPlan>(said.plan, { act: CONFIRM, ...of });
    if (!confirm) return { refused: whisper(text.noPlan(said.plan)) };
    await store.decisions.lock(confirm.content.answers.map((one) => one.number));
    return { subject: { ...confirm, confirm: confirm.content, body: confirm.content.body } };
  },

  who: whoPlanned,

  /** What changed since it was shown is said, and nothing is done then. */
  async run(_said, scene, store): Promise<Reply> {
    const { subject: planned, now } = scene;
    if (planned.doneAt !== undefined) return whisper(text.planDone);
    const reply = await carriedOut(planned, scene, store);
    if (reply.done) await store.plans.done(planned.id, now);
    return reply;
  },
});

async function carriedOut(
  planned: Planned,
  scene: Parameters<typeof recordApproval>[1],
  store: Parameters<typeof recordApproval>[2],
): Promise<Reply> {
  if ('approve' in planned) return recordApproval(planned.approve, scene, store);
  if ('bringing' in planned) return carryOutImport(planned.bringing, scene, store);
  if ('answers' in planned) return carryOutAnswers(planned.answers, scene, store);
  if ('answer' in planned) return carryOutAnswer(planned.answer, { ...scene, subject: planned.answering }, store);
  if ('draft' in planned) {
    const { state, on } = planned.draft;
    return recordDraft({ state, on }, { ...scene, subject: planned.answering }, store);
  }
  if ('confirm' in planned) return carryOutConfirm(planned.confirm, scene, store);
  const meant = await requirementsNamed({ ids: planned.decide.numbers }, scene, store);
  if ('refused' in meant) return meant.refused;
  return recordDecision(planned.decide.intent, { ...scene, subject: meant.subject }, store);
}
