/** What deciding and superseding share: one act of the domain, one record, and what is told of it. */

import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Admitted } from '../../src/command/who.ts';
import { bodyOf } from '../../src/domain/council.ts';
import { basisOf, type DecideRefusal, decide, type Intent, levelOf } from '../../src/domain/decide.ts';
import { begunOf } from '../../src/domain/meeting.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { line } from '../../src/text/message.ts';
import type { RequirementsMeant } from '../subjects/requirements.ts';
import { numbersText } from '../subjects/requirements.ts';
import { text } from './text.ts';

type DecidingScene = Scene & Admitted & { readonly subject: RequirementsMeant };

/** Records the intent on the requirements, or says why not. */
export async function recordDecision(intent: Intent, scene: DecidingScene, store: CouncilStore): Promise<Reply> {
  const { subject, acting, chart, now, today, person } = scene;
  const { body } = subject;
  const deciding = decide(subject.requirements, intent);
  if ('refused' in deciding) return refusal(deciding, subject, store);

  const begun = begunOf(await store.meetings.on(body, today), now);
  const decision = await store.decisions.record({
    numbers: deciding.numbers,
    outcome: intent.outcome,
    note: intent.note,
    level: levelOf(bodyOf(chart, body)?.kind ?? 'workingGroup'),
    basis: basisOf(begun),
    body,
    at: now,
    on: today,
    by: { person: person.id, seat: acting.role.seat, municipality: acting.role.municipality },
    onBehalf: acting.onBehalf,
  });

  const channels = await store.channels.ofBody(body);
  const heardThere = channels.some((one) => one.channelId === scene.place.channelId);
  return {
    ...(!heardThere &&
      whisper(text.decided(decision, numbersText(deciding.numbers)), line(text.posted(channels.length)))),
    posts: [{ kind: 'surface', to: { body: body }, surface: `decision:${decision.id}` }],
    refresh: deciding.supersedes.map((one) => `decision:${one.id}`),
    done: [`decision:${decision.id}`, ...deciding.numbers.map((number) => `requirement:${number}`)],
  };
}

async function refusal(
  refused: DecideRefusal,
  { requirements }: RequirementsMeant,
  store: CouncilStore,
): Promise<Reply> {
  switch (refused.refused) {
    case 'alreadyDecided': {
      const [first, ...others] = refused.which;
      if (!first?.standing) throw new Error('already decided, but by nothing');
      const names = await store.names([first.standing.by.person]);
      const told = text.alreadyDecided(first.number, first.standing, names.get(first.standing.by.person));
      const also = others.length > 0 ? [line(text.alsoDecided(numbersText(others.map((one) => one.number))))] : [];
      return whisper(told, ...also);
    }
    case 'notDecided':
      return whisper(text.notDecided(numbersText(refused.which.map((one) => one.number))));
    case 'reasonRequired':
      return whisper(text.reasonRequired(refused.because, requirements[0]?.number ?? 0));
  }
}
