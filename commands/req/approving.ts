/**
 * What approving does: an upper body takes many decisions at once, and what it saw of each is kept.
 *
 * A subcommittee acknowledges what its working groups agreed; the council approves. Nothing is approved that is not decided.
 */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Acting, Scene } from '../../src/command/scene.ts';
import { type Admitted, leadLabel, roleAs } from '../../src/command/who.ts';
import { type Body, bodyOf } from '../../src/domain/council.ts';
import { levelOf } from '../../src/domain/decide.ts';
import { type Decision, isProvisional, LEVELS, needsReview, type Requirement } from '../../src/domain/requirement.ts';
import { sittingOf } from '../../src/domain/sitting.ts';
import { levelKey } from '../../src/store/council/approvals.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, note, type Part, rows } from '../../src/text/message.ts';
import { secretariatLabel } from '../../src/text/seats.ts';
import { leftOut, mayShow } from '../subjects/audience.ts';
import { numbersText } from '../subjects/requirements.ts';
import { countedIn } from '../subjects/sittings.ts';
import { type ListLine, listFile } from './approvalList.ts';
import { approval as text } from './approvalText.ts';
import { SHOWN } from './previewing.ts';

export const APPROVE = 'req approve';

/** Exactly what was shown: each requirement with the decision that stood on it then. */
export interface ApprovePlan {
  readonly body: string;
  readonly decisions: readonly { readonly number: number; readonly decision: number }[];
}

export type Standing = Requirement & { readonly standing: Decision };

/** What can be approved of these, and what not, and why. */
interface Sorted {
  readonly approvable: readonly Standing[];
  readonly undecided: readonly number[];
  /** Taken as high as this body takes it, or higher. */
  readonly already: readonly number[];
}

export async function sorted(numbers: readonly number[], body: Body, store: CouncilStore): Promise<Sorted> {
  const [requirements, levels] = await Promise.all([
    store.requirements.byNumbers(numbers),
    store.approvals.levelsOn(numbers),
  ]);
  const wanted = LEVELS.indexOf(levelOf(body.kind));
  const isAlready = ({ number, standing }: Standing): boolean =>
    LEVELS.indexOf(levels.get(levelKey(number, standing.id)) ?? standing.level) >= wanted;
  const decided = requirements.filter((one): one is Standing => one.standing !== undefined);
  return {
    approvable: decided.filter((one) => !isAlready(one)),
    already: decided.filter(isAlready).map((one) => one.number),
    undecided: requirements.filter((one) => !one.standing).map((one) => one.number),
  };
}

type ApprovingScene = Scene & Admitted;

/** Shown first, always: an upper body takes many at once. */
export async function previewApproval(
  numbers: readonly number[],
  body: Body,
  scene: ApprovingScene,
  store: CouncilStore,
): Promise<Reply> {
  const { person, now, chart } = scene;
  const place = await placeOf(body, scene, store);
  if ('refused' in place) return place.refused;
  const { approvable, undecided, already } = await sorted(numbers, body, store);
  const toReview = approvable.filter((one) => needsReview(one, one.standing)).map((one) => one.number);
  const provisional = approvable.filter((one) => isProvisional(one.standing)).map((one) => one.number);
  const notes: Part[] = [
    ...(provisional.length > 0 ? [line(text.stillProvisional(numbersText(provisional)))] : []),
    ...(toReview.length > 0 ? [line(text.toReview(numbersText(toReview)))] : []),
    ...(undecided.length > 0 ? [line(text.undecided(numbersText(undecided)))] : []),
    ...(already.length > 0 ? [line(text.already(numbersText(already)))] : []),
  ];
  if (approvable.length === 0) return whisper(text.nothing, ...notes);
  const content: ApprovePlan = {
    body: body.slug,
    decisions: approvable.map(({ number, standing }) => ({ number, decision: standing.id })),
  };
  const id = await store.plans.keep({ act: APPROVE, person: person.id, at: now, content });
  const level = levelOf(body.kind);
  const shown = whisper(
    text.preview(body.name, level, approvable.length),
    rows(approvable.slice(0, SHOWN).map((one) => text.row(one, mayShow(scene, 'cost'), chart))),
    ...(approvable.length > SHOWN ? [note(text.inFile(approvable.length))] : []),
    ...(approvable.some((one) => one.standing.cost !== undefined) ? leftOut(scene, 'cost') : []),
    ...notes,
    buttons({ label: text.carryOut(level, approvable.length), line: `/req proceed ${id}`, style: 'primary' }),
  );
  if (approvable.length <= SHOWN) return shown;
  const title = text.listTitle(body.name, level);
  const file = await listFile(approvable.map(asLine), { title, on: scene.today }, scene);
  return {
    ...shown,
    posts: [{ kind: 'file', key: `approving:${id}`, to: { person: person.id }, file }],
    done: ['export:approval'],
  };
}

const asLine = ({ number, text: words, standing, ...one }: Standing): ListLine => ({
  ...{ number, text: words, decision: standing },
  ...{ outcome: standing.outcome, note: standing.note, cost: standing.cost },
  state: [...(isProvisional(standing) ? [text.provisional] : []), ...(needsReview(one, standing) ? [text.review] : [])],
});

/** Records what was shown, unless what stands has changed since. */
export async function recordApproval(plan: ApprovePlan, scene: ApprovingScene, store: CouncilStore): Promise<Reply> {
  const { chart, person, now } = scene;
  const body = bodyOf(chart, plan.body);
  if (!body) throw new Error(`an approval of ${plan.body}, which is no body`);
  const numbers = plan.decisions.map((one) => one.number);
  await store.decisions.lock(numbers);
  const { approvable } = await sorted(numbers, body, store);
  const stands = new Map(approvable.map((one) => [one.number, one]));
  const changed = plan.decisions.filter(({ number, decision }) => stands.get(number)?.standing.id !== decision);
  if (changed.length > 0) return whisper(text.changed(numbersText(changed.map((one) => one.number))));

  const place = await placeOf(body, scene, store);
  if ('refused' in place) return place.refused;
  const { meeting, acting } = place;
  const approved = await store.approvals.record({
    level: levelOf(body.kind),
    body: body.slug,
    meeting,
    at: now,
    by: { person: person.id, seat: acting.role.seat, municipality: acting.role.municipality },
    onBehalf: acting.onBehalf,
    lines: approvable.map(({ number, text: words, standing }) => ({
      number,
      decision: standing.id,
      outcome: standing.outcome,
      text: words,
      note: standing.note,
      cost: standing.cost,
    })),
  });
  const decisions = [...new Set(approvable.map((one) => one.standing.id))];
  return {
    ...whisper(text.recorded(approved, body.name)),
    posts: [{ kind: 'surface', to: { body: body.slug }, surface: `approval:${approved.id}` }],
    refresh: decisions.map((id) => `decision:${id}`),
    done: [`approval:${approved.id}`, ...numbers.map((number) => `requirement:${number}`)],
  };
}

/** In a meeting of the body with a quorum, by its head; outside it the secretariat records what the body had resolved. */
async function placeOf(
  body: Body,
  scene: ApprovingScene,
  store: CouncilStore,
): Promise<{ readonly meeting: number | undefined; readonly acting: Acting } | { readonly refused: Reply }> {
  const { acting, today, chart } = scene;
  const sitting = sittingOf(await store.meetings.on(body.slug, today), today);
  if (sitting) {
    const counted = await countedIn(sitting, body.slug, scene, store);
    return counted.met ? { meeting: sitting.number, acting } : { refused: whisper(text.noQuorum(counted)) };
  }
  const role = roleAs(scene, 'secretariat');
  if (!role)
    return { refused: whisper(text.notSitting(leadLabel(chart, body.slug), body.name, secretariatLabel(scene))) };
  return { meeting: undefined, acting: { role, onBehalf: true } };
}
