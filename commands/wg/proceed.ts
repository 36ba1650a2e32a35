/** `/wg proceed 3`: what `/wg` shows before it is done. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { About } from '../../src/command/subcommand.ts';
import { leadOf, leadOfEach } from '../../src/command/who.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import type { Text } from '../../src/text/text.ts';
import { plannedAct, proceeding } from '../planned.ts';
import { carryOutPut, PUT_ALL, type PutPlan } from './agenda/all.ts';
import { CIRCULATE, type CirculatePlan, carryOutCirculate } from './agenda/circulating.ts';
import { CALL, carryOut, type SeriesPlan } from './series.ts';
import { CANCEL, type CancelPlan, cancelAll } from './seriesCancel.ts';

/** The bodies' meetings stay as they are until the act ends. */
async function ofBodies<Content extends { readonly bodies: readonly string[] }>(
  plan: Content,
  _scene: unknown,
  store: CouncilStore,
): Promise<About<Content>> {
  for (const body of plan.bodies.toSorted()) await store.meetings.lockBody(body);
  return { subject: plan };
}

async function ofBody<Content extends { readonly body: string }>(
  plan: Content,
  _scene: unknown,
  store: CouncilStore,
): Promise<About<Content>> {
  await store.meetings.lockBody(plan.body);
  return { subject: plan };
}

const saying = (result: Reply | { readonly refused: Text }): Reply =>
  'refused' in result ? whisper(result.refused) : result;

export const wgProceed = proceeding([
  plannedAct({
    act: CALL,
    about: ofBodies<SeriesPlan>,
    who: leadOfEach,
    carryOut: async (plan, scene, store) => saying(await carryOut(plan, scene, store)),
  }),
  plannedAct({ act: CANCEL, about: ofBodies<CancelPlan>, who: leadOfEach, carryOut: cancelAll }),
  plannedAct({ act: PUT_ALL, about: ofBody<PutPlan>, who: leadOf, carryOut: carryOutPut }),
  plannedAct({ act: CIRCULATE, about: ofBody<CirculatePlan>, who: leadOf, carryOut: carryOutCirculate }),
]);
