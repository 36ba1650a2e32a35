/**
 * Who succeeds a chair that left within its term, elected by the council for the remainder: from the day after it is recorded,
 * since the secretariat passes with the chair. Until then it can be taken back.
 */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Admitted } from '../../src/command/who.ts';
import { councilBody, municipalityOf } from '../../src/domain/council.ts';
import { addDays } from '../../src/domain/day.ts';
import { fold } from '../../src/domain/fold.ts';
import { nearest } from '../../src/domain/nearest.ts';
import { nextTermStart, type Otherwise, officersOn, runningTurn } from '../../src/domain/rotation.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line } from '../../src/text/message.ts';
import type { Post } from '../../src/text/post.ts';
import { same, type Text } from '../../src/text/text.ts';
import type { RotationBasis } from '../arguments/rotations.ts';
import { basisOf } from './rotating.ts';
import { text as rotationText } from './rotationText.ts';
import { successorText as text } from './successorText.ts';

type Acting = Scene & Admitted;

export const SUCCESSION = 'council successor';

/** What was shown and is recorded exactly so. */
export interface SuccessionPlan {
  readonly what: Extract<Otherwise, { readonly kind: 'succeed' }>;
  readonly basis: string;
}

export async function previewSuccessor(
  said: { readonly names: readonly string[]; readonly basis?: RotationBasis | undefined },
  scene: Acting,
  store: CouncilStore,
): Promise<Reply> {
  const { chart, person, now } = scene;
  const basis = await basisOf(said.basis, scene, store);
  if ('refused' in basis) return basis.refused;
  const [name, ...more] = said.names;
  if (name === undefined || more.length > 0) return whisper(text.which);
  const found = chart.municipalities.find((one) => fold(one.name) === fold(name));
  const names = chart.municipalities.map((one) => one.name);
  if (!found) return whisper(rotationText.noMunicipality(name, nearest(name, names)));
  const refused = notPossible(found.code, scene);
  if (refused) return whisper(refused);
  const turn = runningTurn(chart.rotation, scene.today);
  if (!turn) throw new Error('a chair left before the first term');
  const what = { kind: 'succeed', turn, code: found.code } as const;
  const content: SuccessionPlan = { what, basis: basis.written };
  const id = await store.plans.keep({ act: SUCCESSION, person: person.id, at: now, content });
  return whisper(
    text.preview(succession(found.code, turn.code, scene)),
    line(rotationText.restsOn(basis.written)),
    buttons({ label: rotationText.record, line: `/council proceed ${id}`, style: 'primary' }),
  );
}

export async function recordSuccessor(
  { what, basis }: SuccessionPlan,
  scene: Acting,
  store: CouncilStore,
): Promise<Reply> {
  const { now, person, acting, today } = scene;
  const refused = notPossible(what.code, scene);
  if (refused) return whisper(refused);
  const by = { person: person.id, seat: acting.role.seat };
  const id = await store.rotations.decide({ what, basis, on: addDays(today, 1), at: now, by });
  const told = text.told(succession(what.code, what.turn.code, scene));
  return {
    ...whisper(
      rotationText.recorded(id, basis),
      line(told),
      buttons({ label: rotationText.undo, line: `/council undo 輪番${id}`, confirm: rotationText.undoSure(id) }),
    ),
    posts: tellCouncil(`rotation:${id}`, told, scene),
    done: [`rotation:${id}`],
  };
}

/** Until its day has come: from then on it has acted. Undefined where the number is of no successor that stands. */
export async function undoSuccessor(id: number, scene: Acting, store: CouncilStore): Promise<Reply | undefined> {
  const found = (await store.rotations.decided()).find((one) => one.id === id);
  if (found?.kind !== 'succeed' || found.undoneAt !== undefined) return undefined;
  const { on, code } = found;
  const { now, person, today, chart } = scene;
  if (on <= today) return whisper(rotationText.begun(id));
  await store.rotations.undo(id, now, person.id);
  const told = text.undone(same(municipalityOf(chart, code)?.name ?? code));
  return {
    ...whisper(told),
    posts: tellCouncil(`rotation:${id}:undone`, told, scene),
    done: [`rotation:${id}`],
  };
}

/** Only a vacant office has a successor, and one of the vice chairs. */
function notPossible(code: string, { chart, today }: Acting): Text | undefined {
  const { chair, viceChairs } = officersOn(chart.rotation, addDays(today, 1));
  const name = (of: string): Text => same(municipalityOf(chart, of)?.name ?? of);
  if (chair !== undefined) return text.notVacant(name(chair));
  return viceChairs.includes(code) ? undefined : text.notViceChair(name(code), viceChairs.map(name));
}

function succession(code: string, of: string, { chart, today }: Acting) {
  const name = (one: string): Text => same(municipalityOf(chart, one)?.name ?? one);
  const until = addDays(nextTermStart(chart.rotation, today), -1);
  return { name: name(code), of: name(of), from: addDays(today, 1), until };
}

function tellCouncil(key: string, summary: Text, { chart }: Acting): Post[] {
  const body = councilBody(chart)?.slug;
  return body === undefined ? [] : [{ kind: 'message', key, to: { body }, message: { summary } }];
}
