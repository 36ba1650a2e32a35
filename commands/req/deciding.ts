/** What deciding and superseding share: one act of the domain, one record, and what is told of it. */

import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Admitted } from '../../src/command/who.ts';
import { bodyOf, municipalityOf } from '../../src/domain/council.ts';
import { basisOf, type DecideRefusal, decide, type Intent, levelOf } from '../../src/domain/decide.ts';
import { sittingOf } from '../../src/domain/sitting.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, type Part } from '../../src/text/message.ts';
import { listed, same } from '../../src/text/text.ts';
import { municipalitiesNamed } from '../arguments/municipalities.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import type { RequirementsMeant } from '../subjects/requirements.ts';
import { numbersText } from '../subjects/requirements.ts';
import { countedIn } from '../subjects/sittings.ts';
import { AT_ONCE, firstOf } from './previewing.ts';
import { text } from './text.ts';

export const DECIDE = 'req decide';

/** Exactly what was shown. */
export interface DecidePlan {
  readonly numbers: readonly number[];
  readonly intent: Intent;
}

type DecidingScene = Scene & Admitted & { readonly subject: RequirementsMeant };

/** Records the intent, shows it first where it is about many, or says why not. */
export async function decideOrPreview(intent: Intent, scene: DecidingScene, store: CouncilStore): Promise<Reply> {
  const { subject, person, now } = scene;
  if (subject.requirements.length <= AT_ONCE) return recordDecision(intent, scene, store);
  const deciding = decide(subject.requirements, intent);
  if ('refused' in deciding) return refusal(deciding, intent, scene, store);
  const content: DecidePlan = { numbers: deciding.numbers, intent };
  const id = await store.plans.keep({ act: DECIDE, person: person.id, at: now, content });
  return whisper(
    text.preview(numbersText(deciding.numbers), deciding.numbers.length, outcomeText(intent.outcome)),
    ...(intent.note === undefined ? [] : [line(text.reason(intent.note))]),
    ...conditions(intent, scene),
    ...(deciding.supersedes.length > 0 ? [line(text.supersedes(deciding.supersedes))] : []),
    ...(await firstOf(deciding.numbers, store)),
    buttons({ label: text.carryOut(deciding.numbers.length), line: `/req proceed ${id}`, style: 'primary' }),
  );
}

/** Records the intent on the requirements, or says why not. */
export async function recordDecision(intent: Intent, scene: DecidingScene, store: CouncilStore): Promise<Reply> {
  const { subject, acting, chart, now, today, person } = scene;
  const { body } = subject;
  const deciding = decide(subject.requirements, intent);
  if ('refused' in deciding) return refusal(deciding, intent, scene, store);

  const sitting = sittingOf(await store.meetings.on(body, today), today);
  const count = sitting && (await countedIn(sitting, body, scene, store));
  const decision = await store.decisions.record({
    numbers: deciding.numbers,
    outcome: intent.outcome,
    note: intent.note,
    cost: intent.cost,
    scope: intent.scope,
    level: levelOf(bodyOf(chart, body)?.kind ?? 'workingGroup'),
    basis: basisOf(sitting, count),
    count,
    body,
    at: now,
    on: today,
    by: { person: person.id, seat: acting.role.seat, municipality: acting.role.municipality },
    onBehalf: acting.onBehalf,
  });

  const channels = await store.channels.ofBody(body);
  const heardThere = channels.some((one) => one.channelId === scene.place.channelId);
  const asked = await circulationsOn(deciding.numbers, store);
  const told = [
    ...(heardThere ? [] : [text.decided(decision, numbersText(deciding.numbers)), text.posted(channels.length)]),
    ...asked.map((one) => text.overtakes(numbersText(one.on), one.number)),
  ];
  const [first, ...others] = told;
  return {
    ...(first && whisper(first, ...others.map((one) => line(one)))),
    posts: [{ kind: 'surface', to: { body: body }, surface: `decision:${decision.id}` }],
    // What it decides is covered on the sitting's agenda.
    refresh: [
      ...deciding.supersedes.map((one) => `decision:${one.id}`),
      ...asked.map((one) => `circulation:${one.number}`),
      ...(sitting ? [`meeting:${sitting.number}`, `agenda:${sitting.number}`] : []),
    ],
    done: [`decision:${decision.id}`, ...deciding.numbers.map((number) => `requirement:${number}`)],
  };
}

/** The circulations that are not over and ask of some of these, each with which. */
export async function circulationsOn(
  numbers: readonly number[],
  store: CouncilStore,
): Promise<{ readonly number: number; readonly on: readonly number[] }[]> {
  const among = new Set(numbers);
  return (await store.circulations.unended())
    .map(({ number, requirements }) => ({ number, on: requirements.filter((one) => among.has(one)) }))
    .filter(({ on }) => on.length > 0);
}

/** The intent with its municipalities by code, or what is no municipality. */
export function scoped(
  intent: Intent,
  names: readonly string[] | undefined,
  { chart, today }: Pick<Scene, 'chart' | 'today'>,
): { readonly intent: Intent } | { readonly refused: Reply } {
  if (names === undefined) return { intent };
  const named = municipalitiesNamed(names, chart, today);
  if ('unknown' in named) return { refused: whisper(text.noMunicipality(named.unknown)) };
  return { intent: { ...intent, scope: named.found.map((one) => one.code) } };
}

function conditions({ cost, scope = [] }: Intent, { chart }: Pick<Scene, 'chart'>): Part[] {
  const names = scope.map((code) => same(municipalityOf(chart, code)?.name ?? code));
  return [
    ...(cost === undefined ? [] : [line(text.cost(cost))]),
    ...(names.length === 0 ? [] : [line(text.scope(listed(names)))]),
  ];
}

async function refusal(
  refused: DecideRefusal,
  intent: Intent,
  { subject: { requirements }, person, now }: DecidingScene,
  store: CouncilStore,
): Promise<Reply> {
  switch (refused.refused) {
    case 'alreadyDecided': {
      const [first, ...others] = refused.which;
      if (!first?.standing) throw new Error('already decided, but by nothing');
      const names = await store.names([first.standing.by.person]);
      const by = names.get(first.standing.by.person);
      const told = text.alreadyDecided(first.number, { standing: first.standing, by }, intent);
      const also = others.length > 0 ? [line(text.alsoDecided(numbersText(others.map((one) => one.number))))] : [];
      const left = requirements.filter((one) => !one.standing).map((one) => one.number);
      if (left.length === 0) return whisper(told, ...also);
      const content: DecidePlan = { numbers: left, intent };
      const id = await store.plans.keep({ act: DECIDE, person: person.id, at: now, content });
      return whisper(
        told,
        ...also,
        line(text.theRest(numbersText(left), left.length, outcomeText(intent.outcome))),
        buttons({ label: text.carryOut(left.length), line: `/req proceed ${id}` }),
      );
    }
    case 'notDecided':
      return whisper(text.notDecided(numbersText(refused.which.map((one) => one.number))));
    case 'reasonRequired':
      return whisper(text.reasonRequired(refused.because, requirements[0]?.number ?? 0, intent.outcome));
  }
}
