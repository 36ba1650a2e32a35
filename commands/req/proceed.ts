/** `/req proceed 12`: what `/req` shows before it is done. */
import { leadOf, memberSeatOf, secretariat } from '../../src/command/who.ts';
import { itself, plannedAct, proceeding } from '../planned.ts';
import { requirementsNamed } from '../subjects/requirements.ts';
import { APPROVE, type ApprovePlan, recordApproval } from './approving.ts';
import { circulationMeant } from './circulation/again.ts';
import { ANSWER, type AnswerPlan, carryOutAnswer, plannedSubject } from './circulation/answering.ts';
import { REPOST, type RepostPlan } from './circulation/closedDay.ts';
import { DRAFT, type DraftPlan, recordDraft } from './circulation/drafting.ts';
import { mayAnswer, mayDraft } from './circulation/meant.ts';
import { carryOutPropose, PROPOSE, type ProposePlan } from './circulation/proposing.ts';
import { carryOutRepost } from './circulation/reposting.ts';
import { CONFIRM, type ConfirmPlan, carryOutConfirm } from './confirm.ts';
import { DECIDE, type DecidePlan, recordDecision } from './deciding.ts';
import { carryOutImport, IMPORT, type ImportPlan } from './importing.ts';
import { ANSWERS, type AnswersPlan, carryOutAnswers } from './questions/takingAnswers.ts';
import { carryOutReopen, REOPEN, type ReopenPlan } from './reopening.ts';
import { carryOutUndo, mayUndo, UNDO, undoMeant } from './undoing.ts';

export const reqProceed = proceeding([
  plannedAct({
    act: DECIDE,
    about: ({ numbers }: DecidePlan, scene, store) => requirementsNamed({ ids: numbers }, scene, store),
    who: leadOf,
    carryOut: ({ intent }, scene, store) => recordDecision(intent, scene, store),
  }),
  plannedAct({
    act: REOPEN,
    about: ({ decisions }: ReopenPlan, scene, store) =>
      requirementsNamed({ ids: decisions.map((one) => one.number) }, scene, store),
    who: leadOf,
    carryOut: carryOutReopen,
  }),
  plannedAct({
    act: PROPOSE,
    about: ({ proposal }: ProposePlan, scene, store) => requirementsNamed({ ids: proposal.requirements }, scene, store),
    who: leadOf,
    carryOut: carryOutPropose,
  }),
  plannedAct({
    act: REPOST,
    about: ({ number }: RepostPlan, scene, store) => circulationMeant({ number }, scene, store),
    who: leadOf,
    carryOut: carryOutRepost,
  }),
  plannedAct({ act: APPROVE, about: itself<ApprovePlan>, who: leadOf, carryOut: recordApproval }),
  plannedAct({
    act: CONFIRM,
    async about(plan: ConfirmPlan, _scene, store) {
      await store.decisions.lock(plan.answers.map((one) => one.number));
      return { subject: plan };
    },
    who: memberSeatOf,
    carryOut: carryOutConfirm,
  }),
  plannedAct({
    act: ANSWER,
    about: (plan: AnswerPlan, scene, store) => plannedSubject(plan, scene, store),
    who: mayAnswer,
    carryOut: carryOutAnswer,
  }),
  plannedAct({
    act: DRAFT,
    async about(plan: DraftPlan, scene, store) {
      const meant = await plannedSubject(plan, scene, store);
      return 'refused' in meant ? meant : { subject: { ...meant.subject, takesBack: plan.state === 'undo' } };
    },
    who: mayDraft,
    carryOut: ({ state, on }, scene, store) => recordDraft({ state, on }, scene, store),
  }),
  plannedAct({ act: IMPORT, about: itself<ImportPlan>, who: secretariat, carryOut: carryOutImport }),
  plannedAct({ act: UNDO, about: undoMeant, who: mayUndo, carryOut: carryOutUndo }),
  plannedAct({ act: ANSWERS, about: itself<AnswersPlan>, who: secretariat, carryOut: carryOutAnswers }),
]);
