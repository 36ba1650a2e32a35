/** Deciding otherwise about the rotation: what is meant, what it changes, and carrying out what was shown. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Admitted } from '../../src/command/who.ts';
import { bodyOf, councilBody, type Municipality } from '../../src/domain/council.ts';
import { addDays } from '../../src/domain/day.ts';
import { fiscalYearName } from '../../src/domain/era.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { fold } from '../../src/domain/fold.ts';
import { nearest } from '../../src/domain/nearest.ts';
import { isProvisional } from '../../src/domain/requirement.ts';
import {
  decidedOtherwise,
  nextTurnOf,
  type Otherwise,
  type Rotation,
  type Term,
  type TurnChange,
  termOn,
  termsFrom,
  turnsChanged,
} from '../../src/domain/rotation.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, rows } from '../../src/text/message.ts';
import type { Post } from '../../src/text/post.ts';
import type { Keeping, RotationAct, RotationBasis } from '../arguments/rotations.ts';
import { countedIn } from '../subjects/sittings.ts';
import { text } from './rotationText.ts';

/** So many terms are shown. */
export const TERMS = 10;
export const ROTATION = 'council rotation';

/** What was shown and is recorded exactly so. */
export interface RotationPlan {
  readonly what: Otherwise;
  readonly basis: string;
  readonly changed: readonly TurnChange[];
}

interface Said {
  readonly act: Exclude<RotationAct, 'succeed'>;
  readonly names: readonly string[];
  readonly keeping?: Keeping | undefined;
  readonly terms?: number | undefined;
  readonly basis?: RotationBasis | undefined;
}

/** What changes the turns ahead. */
type TurnsOtherwise = Exclude<Otherwise, { readonly kind: 'succeed' }>;

type Acting = Scene & Admitted;

/** Shows whose turn changes, with the button that records it; or says what is missing. */
export async function previewOtherwise(said: Said, scene: Acting, store: CouncilStore): Promise<Reply> {
  const { chart, today, person, now } = scene;
  const basis = await basisOf(said.basis, scene, store);
  if ('refused' in basis) return basis.refused;
  const turns = turnsMeant(said.names, scene);
  if ('refused' in turns) return turns.refused;
  const what = otherwise(said, turns.found);
  if ('refused' in what) return what.refused;
  const [before, after] = bothWays(chart.rotation, what, today);
  const changed = turnsChanged(before, after);
  if (changed.length === 0) return whisper(text.nothingChanges);
  const content: RotationPlan = { what, basis: basis.written, changed };
  const id = await store.plans.keep({ act: ROTATION, person: person.id, at: now, content });
  return whisper(
    text.preview(what, turns.found, chart),
    line(text.restsOn(basis.written)),
    rows(changed.map((one) => text.turnChange(one, chart))),
    buttons({ label: text.record, line: `/council proceed ${id}`, style: 'primary' }),
  );
}

/** Records what was shown; where anything else would come of it now, nothing is done. */
export async function recordOtherwise(
  { what, basis, changed }: RotationPlan,
  scene: Acting,
  store: CouncilStore,
): Promise<Reply> {
  const { chart, today, now, person, acting } = scene;
  const [before, after] = bothWays(chart.rotation, what, today);
  if (JSON.stringify(turnsChanged(before, after)) !== JSON.stringify(changed.map(inOrder)))
    return whisper(text.changedSince);
  const id = await store.rotations.decide({
    ...{ what, basis, on: today, at: now },
    by: { person: person.id, seat: acting.role.seat },
  });
  return {
    ...whisper(
      text.recorded(id, basis),
      rows(changed.map((one) => text.turnChange(one, chart))),
      line(text.toldToThem),
      buttons({ label: text.undo, line: `/council undo 輪番${id}`, confirm: text.undoSure(id) }),
    ),
    posts: await tellChanged(`rotation:${id}`, changed, basis, scene, store),
    done: [`rotation:${id}`],
  };
}

/** Takes a decision about the rotation back, unless a term has begun by it. */
export async function undoOtherwise(id: number, scene: Acting, store: CouncilStore): Promise<Reply> {
  const { chart, today, now, person } = scene;
  const found = (await store.rotations.decided()).find((one) => one.id === id);
  if (!found) return whisper(text.noSuch(id));
  if (found.undoneAt !== undefined) return whisper(text.undoneBefore(id));
  const without: Rotation = { ...chart.rotation, overrides: chart.rotation.overrides.filter((one) => one.id !== id) };
  const year = termOn(chart.rotation, today);
  const chairNow = (rotation: Rotation): string | undefined => termsFrom(rotation, year, 1)[0]?.chair;
  if (chairNow(without) !== chairNow(chart.rotation)) return whisper(text.begun(id));
  const [before, after] = [termsFrom(chart.rotation, year, TERMS), termsFrom(without, year, TERMS)];
  const changed = turnsChanged(before, after);
  await store.rotations.undo(id, now, person.id);
  return {
    ...whisper(text.undone(id), rows(changed.map((one) => text.turnChange(one, chart)))),
    posts: await tellChanged(`rotation:${id}:undone`, changed, undefined, scene, store),
    done: [`rotation:${id}`],
  };
}

/** The terms from this one on, as they are and as they would be. */
function bothWays(rotation: Rotation, what: Otherwise, today: Scene['today']): [readonly Term[], readonly Term[]] {
  const year = termOn(rotation, today);
  // A decision of today's comes after all others.
  const id = Math.max(0, ...rotation.overrides.map((one) => one.id)) + 1;
  const then = decidedOtherwise(rotation, { ...what, id, on: today });
  return [termsFrom(rotation, year, TERMS), termsFrom(then, year, TERMS)];
}

/** What was kept as JSON may have its keys in another order. */
const inOrder = ({ code, before, after }: TurnChange): TurnChange => ({ code, before, after });

/** The council's member and the information section of those whose turn changes, and no one else. */
export async function tellChanged(
  key: string,
  changed: readonly TurnChange[],
  basis: string | undefined,
  { chart, today }: Scene,
  store: CouncilStore,
): Promise<Post[]> {
  const whole = councilBody(chart)?.slug;
  const tenures = (await store.tenuresOn(today)).filter(
    ({ seat }) => seat.body === whole && (seat.role === 'member' || seat.role === 'information'),
  );
  return changed.flatMap((change) => {
    const people = new Set(tenures.filter((one) => one.municipality === change.code).map((one) => one.person));
    const message = { summary: text.told(change, chart), parts: [...(basis ? [line(text.restsOn(basis))] : [])] };
    return [...people].map(
      (one): Post => ({
        ...{ kind: 'message', key: `${key}:person-${one}`, to: { person: one }, message },
      }),
    );
  });
}

interface Meant {
  readonly municipality: Municipality;
  readonly term: Term;
}

/** The municipalities named, each with its next turn that has not begun. */
function turnsMeant(
  names: readonly string[],
  { chart, today }: Scene,
): { readonly found: readonly Meant[] } | { readonly refused: Reply } {
  const found: Meant[] = [];
  for (const name of names) {
    const municipality = chart.municipalities.find((one) => fold(one.name) === fold(name));
    if (!municipality) {
      const near = nearest(
        name,
        chart.municipalities.map((one) => one.name),
      );
      return { refused: whisper(text.noMunicipality(name, near)) };
    }
    const term = nextTurnOf(chart.rotation, municipality.code, addDays(today, 1));
    if (!term) return { refused: whisper(text.noTurn(municipality.name)) };
    found.push({ municipality, term });
  }
  return { found };
}

function otherwise(said: Said, found: readonly Meant[]): TurnsOtherwise | { readonly refused: Reply } {
  const [first, second, ...more] = found;
  if (!first || more.length > 0) return { refused: whisper(text.howMany(said.act)) };
  const turn = first.term.turn;
  if (said.act === 'swap') {
    if (!second || second.municipality.code === first.municipality.code)
      return { refused: whisper(text.howMany('swap')) };
    return { kind: 'swap', turn, other: second.term.turn };
  }
  if (second) return { refused: whisper(text.howMany(said.act)) };
  if (said.act === 'defer') return { kind: 'defer', turn, by: said.terms ?? 1 };
  if (said.keeping === undefined) return { refused: whisper(text.keepsOrLoses(first.municipality.name)) };
  return { kind: 'decline', turn, keeps: said.keeping === 'keeps' };
}

/** The council's approval, its meeting with a quorum or its decision that stands, if it is there and the council's. */
export async function basisOf(
  basis: RotationBasis | undefined,
  { chart, today }: Scene,
  store: CouncilStore,
): Promise<{ readonly written: string } | { readonly refused: Reply }> {
  if (basis === undefined) return { refused: whisper(text.basisNeeded) };
  const ofCouncil = (slug: string): boolean => bodyOf(chart, slug)?.kind === 'council';
  if (basis.kind === 'approval') {
    const found = await store.approvals.byId(basis.number);
    const stands = found && found.cancelledAt === undefined && ofCouncil(found.body);
    return stands ? { written: `承認${basis.number}` } : { refused: whisper(text.noBasis(`承認${basis.number}`)) };
  }
  if (basis.kind === 'meeting') {
    const found = await store.meetings.byNumber(basis.number);
    if (found?.openedAt === undefined || !ofCouncil(found.body)) {
      return { refused: whisper(text.noBasis(`M${basis.number}`)) };
    }
    const counted = await countedIn(found, found.body, { chart }, store);
    return counted.met
      ? { written: `会議M${basis.number}` }
      : { refused: whisper(text.noQuorum(basis.number, counted)) };
  }
  const { serial, fiscalYear = fiscalYearOf(today) } = basis.name;
  const found = await store.decisions.byName(fiscalYear, serial);
  return found && ofCouncil(found.body) && found.cancelledAt === undefined && !isProvisional(found)
    ? { written: `${fiscalYearName(fiscalYear)}決定第${serial}号` }
    : { refused: whisper(text.noBasis(`決定第${serial}号`)) };
}
