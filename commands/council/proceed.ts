/** `/council proceed 12`: what `/council` shows before it is done. */
import type { Who } from '../../src/command/subcommand.ts';
import { type Admitted, roleAs, secretariat } from '../../src/command/who.ts';
import { itself, plannedAct, proceeding } from '../planned.ts';
import { ADOPT, type AdoptPlan, mayAdopt, recordAdoption } from './joining/adopting.ts';
import { JOINING, type JoiningPlan, recordStep } from './joining/stepping.ts';
import { importRoster, ROSTER_IMPORT, type RosterPlan } from './rosterImporting.ts';
import { ROTATION, type RotationPlan, recordOtherwise } from './rotating.ts';
import { recordSuccessor, SUCCESSION, type SuccessionPlan } from './succeeding.ts';
import { carryOutSync } from './sync/proceed.ts';
import { SYNC, type SyncPlan } from './sync/showing.ts';

/** A roster's rows were looked at one by one when it was shown. */
const sectionOrSecretariat: Who<unknown, Admitted> = (scene, planned) => {
  const section = roleAs(scene, 'information');
  return section ? { admits: { acting: { role: section, onBehalf: false } } } : secretariat(scene, planned);
};

export const councilProceed = proceeding([
  plannedAct({ act: ROTATION, about: itself<RotationPlan>, who: secretariat, carryOut: recordOtherwise }),
  plannedAct({ act: SUCCESSION, about: itself<SuccessionPlan>, who: secretariat, carryOut: recordSuccessor }),
  plannedAct({ act: ROSTER_IMPORT, about: itself<RosterPlan>, who: sectionOrSecretariat, carryOut: importRoster }),
  plannedAct({ act: JOINING, about: itself<JoiningPlan>, who: secretariat, carryOut: recordStep }),
  plannedAct({ act: ADOPT, about: itself<AdoptPlan>, who: mayAdopt, carryOut: recordAdoption }),
  plannedAct({
    act: SYNC,
    about: itself<SyncPlan>,
    who: secretariat,
    carryOut: (plan, scene, store, id) => carryOutSync(id, plan, scene, store),
  }),
]);
