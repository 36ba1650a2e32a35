/** What reopening does: what was decided stands no longer, and the requirement is open again. Many are shown first. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Admitted } from '../../src/command/who.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line } from '../../src/text/message.ts';
import { numbersText, type RequirementsMeant } from '../subjects/requirements.ts';
import { AT_ONCE, firstOf } from './previewing.ts';
import { text } from './text.ts';

/** A plan's act. */
export const REOPEN = 'req reopen';

/** Exactly what was shown: each requirement with the decision that stood on it then. */
export interface ReopenPlan {
  readonly decisions: readonly { readonly number: number; readonly decision: number | undefined }[];
  readonly reason: string;
}

type ReopeningScene = Scene & Admitted & { readonly subject: RequirementsMeant };

const standingOf = ({ requirements }: RequirementsMeant): ReopenPlan['decisions'] =>
  requirements.map((one) => ({ number: one.number, decision: one.standing?.id }));

/** Reopens them, shows them first where they are many, or says which are open anyway. */
export async function reopenOrPreview(reason: string, scene: ReopeningScene, store: CouncilStore): Promise<Reply> {
  const { subject, person, now } = scene;
  const open = subject.requirements.filter((one) => !one.standing).map((one) => one.number);
  if (open.length > 0) return whisper(text.notDecided(numbersText(open)));
  if (subject.requirements.length <= AT_ONCE) return reopen(reason, scene, store);
  const numbers = subject.requirements.map((one) => one.number);
  const content: ReopenPlan = { decisions: standingOf(subject), reason };
  const id = await store.plans.keep({ act: REOPEN, person: person.id, at: now, content });
  return whisper(
    text.reopening(numbersText(numbers), numbers.length),
    line(text.reason(reason)),
    ...(await firstOf(numbers, store)),
    buttons({ label: text.reopen(numbers.length), line: `/req proceed ${id}`, style: 'primary' }),
  );
}

/** Reopens what was shown, unless other decisions stand by now. */
export async function carryOutReopen(plan: ReopenPlan, scene: ReopeningScene, store: CouncilStore): Promise<Reply> {
  const stands = new Map(standingOf(scene.subject).map((one) => [one.number, one.decision]));
  const changed = plan.decisions.filter(({ number, decision }) => stands.get(number) !== decision);
  if (changed.length > 0) return whisper(text.reopenChanged(numbersText(changed.map((one) => one.number))));
  return reopen(plan.reason, scene, store);
}

async function reopen(
  reason: string,
  { subject, now, person, acting }: ReopeningScene,
  store: CouncilStore,
): Promise<Reply> {
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
}
