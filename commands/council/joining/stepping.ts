/** A step of joining or leaving: whether it may be taken, what it changes, and carrying out what was shown. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { leftOpen } from '../../../src/digest/leftOpen.ts';
import type { Basis } from '../../../src/domain/basis.ts';
import { type Body, type BodyKind, councilBody, type Municipality, membersOn } from '../../../src/domain/council.ts';
import { addDays, type Day } from '../../../src/domain/day.ts';
import { fold } from '../../../src/domain/fold.ts';
import { lackingOf } from '../../../src/domain/item.ts';
import { bindsMembers, nextStages, type Stage, step } from '../../../src/domain/joining.ts';
import { type Change, type Effect, effectOf, rotationAfter } from '../../../src/domain/membership.ts';
import { termOn, termsFrom, turnsChanged } from '../../../src/domain/rotation.ts';
import { isBorne, shareRuleIn } from '../../../src/domain/shares.ts';
import type { JoiningStep, NewSeat } from '../../../src/store/council/joinings.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, heading, line, note, type Part, rows } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { listed, same } from '../../../src/text/text.ts';
import { vacancyText } from '../../../src/text/vacancy.ts';
import { TERMS, tellChanged } from '../rotating.ts';
import { text as rotationText } from '../rotationText.ts';
import { nameIn, joiningText as text } from './text.ts';

export const JOINING = 'council joining';

/** What was shown, and is recorded exactly so. */
export interface JoiningPlan {
  readonly municipality: Pick<Municipality, 'code' | 'name'>;
  readonly stage: Stage;
  readonly from: Day;
  readonly basis: string | undefined;
  /** As JSON, in which it was kept. */
  readonly effect: string;
}

type Acting = Scene & Admitted;
type Meant = Omit<JoiningPlan, 'effect'>;

/** Shows what binds the members; records at once what does not; says what is missing. */
export async function propose(meant: Meant, scene: Acting, store: CouncilStore): Promise<Reply> {
  const checked = await check(meant, scene, store);
  if ('refused' in checked) return checked.refused;
  const { last, amendments } = checked;
  if (!bindsMembers(meant.stage, last?.stage)) return write(meant, checked, scene, store);
  const { effect, thousands } = await effectIn(meant, scene, store);
  const content: JoiningPlan = { ...meant, effect: JSON.stringify(effect) };
  const id = await store.plans.keep({ act: JOINING, person: scene.person.id, at: scene.now, content });
  const price = meant.stage === 'member' ? await store.joinings.price(meant.municipality.code) : undefined;
  const binds = meant.stage === 'member' || last?.stage === 'member';
  const withdraws = meant.stage === 'left' && !binds;
  const ends = meant.stage === 'left' ? await endingIn(meant, store) : undefined;
  const leaves = meant.stage === 'left' && binds;
  const open = leaves ? await leftOpen({ ...meant, gone: meant.from }, scene, store) : [];
  const made = meant.stage === 'adopting' ? await seatsToMake(meant, scene, store) : undefined;
  return whisper(
    text.preview(meant.municipality.name, meant.stage, meant.from, binds),
    ...(meant.basis === undefined && amendments.length === 0
      ? []
      : [line(text.basis(text.restsOn(meant.basis, amendments)))]),
    ...(price ? [line(text.priced(price.on, price.thousands))] : []),
    ...(made ? [line(text.seats(made.bodies)), note(text.channels(made.channels))] : []),
    ...(ends ? [line(text.ends(ends.seats, ends.items))] : []),
    ...vacancyIn(meant, scene),
    ...(open.length > 0 ? [heading(text.openTitle), rows(open)] : []),
    ...(binds || withdraws ? [] : [note(text.trial)]),
    ...(withdraws ? [note(text.countsStay)] : effectParts(effect, thousands, scene, meant.municipality)),
    buttons({ label: text.record, line: `/council proceed ${id}`, style: 'primary' }),
  );
}

/** Records what was shown; where anything else would come of it now, nothing is done. */
export async function recordStep(plan: JoiningPlan, scene: Acting, store: CouncilStore): Promise<Reply> {
  const { effect: shown, ...meant } = plan;
  const checked = await check(meant, scene, store);
  if ('refused' in checked) return checked.refused;
  const { effect } = await effectIn(meant, scene, store);
  if (JSON.stringify(effect) !== shown) return whisper(text.changedSince);
  return write(meant, checked, scene, store, effect);
}

interface Checked {
  readonly last: JoiningStep | undefined;
  readonly amendments: readonly { readonly id: number; readonly name: string; readonly note: string }[];
}

async function check(
  { municipality: { code, name }, stage, from, basis }: Meant,
  { today }: Scene,
  store: CouncilStore,
): Promise<Checked | { readonly refused: Reply }> {
  await store.joinings.lock();
  const steps = await store.joinings.steps();
  const taken = steps.filter((one) => one.code === code);
  // Several may join or leave on one day by one wording.
  const spent = new Set(steps.filter((one) => one.from !== from).flatMap((one) => one.amendments));
  const [bases, price, adopted] = await Promise.all([
    store.bases.all(),
    store.joinings.price(code),
    stage === 'member' ? store.adoptions.of(code) : [],
  ]);
  const notAccepted = adopted.filter((one) => one.answer !== 'accepted').length;
  const may = step({ stage, from }, taken, { approval: basis, bases, spent, price, notAccepted }, today);
  const last = taken.at(-1);
  if (!('refused' in may)) return { last, amendments: may.amendments.flatMap((id) => amendmentIn(bases, id)) };
  const missing = may.refused === 'missing' ? may.missing : [];
  return {
    refused: whisper(
      text.refused(name, stage, from, may, nextStages(last?.stage)),
      ...(missing.length > 0 ? [rows(missing.map((one) => text.missing(one, name, from, notAccepted, today)))] : []),
    ),
  };
}

const amendmentIn = (bases: readonly Basis[], id: number) =>
  bases.flatMap(({ name, versions }) =>
    versions.filter((one) => one.id === id).map((one) => ({ id, name, note: one.note })),
  );

async function write(
  { municipality, stage, from, basis }: Meant,
  { last, amendments }: Checked,
  scene: Acting,
  store: CouncilStore,
  effect?: Effect,
): Promise<Reply> {
  const { chart, now, person, acting } = scene;
  const { name, code } = municipality;
  const seats = stage === 'left' || stage === 'interested' ? [] : seatsOf(stage, code, chart.bodies);
  const there = new Set((await store.seats.all()).map((one) => one.id));
  const by = { at: now, person: person.id, seat: acting.role.seat };
  const id = await store.joinings.take(
    { municipality, stage, from, basis, amendments: amendments.map((one) => one.id), seats },
    by,
  );
  const made = seats.filter((one) => !there.has(one.id)).length;
  const whole = councilBody(chart)?.slug;
  const told = {
    summary: text.told(name, stage, from, last?.stage === 'member'),
    parts: vacancyIn({ municipality, stage, from }, scene),
  };
  const posts: Post[] =
    stage === 'interested' || whole === undefined
      ? []
      : [{ kind: 'message', key: `joining:${id}`, to: { body: whole }, message: told }];
  const binding = effect && (stage === 'member' || stage === 'left') ? effect.turns : [];
  return {
    ...whisper(
      text.recorded(id, name, stage, from, last?.stage === 'member'),
      ...(made > 0 ? [line(text.made(made))] : []),
      buttons({ label: text.undo, line: `/council unjoin ${name}`, confirm: text.undoSure(name, stage) }),
    ),
    posts: [...posts, ...(await tellChanged(`joining:${id}`, binding, basis, scene, store))],
    done: [`municipality:${code}`, `joining:${id}`],
  };
}

/** An observer has its information section; who prepares to adopt sits with every body. */
const seatsOf = (stage: Stage, code: string, bodies: readonly Body[]): NewSeat[] =>
  bodies.flatMap(({ slug, kind }): NewSeat[] => [
    ...(kind === 'council' ? [{ id: `${slug}:${code}:information`, body: slug, role: 'information' as const }] : []),
    ...(stage === 'adopting' || stage === 'member'
      ? [{ id: `${slug}:${code}`, body: slug, role: 'member' as const }]
      : []),
  ]);

/** Who acts from then on, where the chair's municipality leaves within its term. */
function vacancyIn(
  { municipality: { code }, stage, from }: Pick<Meant, 'municipality' | 'stage' | 'from'>,
  { chart, today }: Scene,
): Part[] {
  if (stage !== 'left') return [];
  const rotation = rotationAfter(chart.rotation, { code, leaves: addDays(from, -1) });
  const told = vacancyText({ ...chart, rotation }, code, from, today);
  return told ? [line(told)] : [];
}

/** The seats whose holders cease with it, and the open items that go to the secretariat then. */
async function endingIn({ municipality: { code }, from }: Meant, store: CouncilStore) {
  const held = (await store.tenuresOn(addDays(from, -1))).filter((one) => one.municipality === code);
  const seats = new Set(held.map((one) => one.seat.id));
  const items = (await store.items.open()).filter((one) => lackingOf(one).some((seat) => seats.has(seat)));
  return { seats: seats.size, items: items.length };
}

async function seatsToMake({ municipality, stage }: Meant, { chart }: Scene, store: CouncilStore) {
  const channels = await store.channels.all();
  const made = seatsOf(stage, municipality.code, chart.bodies).filter((one) => one.role === 'member');
  return { bodies: made.length, channels: channels.length };
}

const KINDS: readonly BodyKind[] = ['council', 'projectTeam', 'subcommittee', 'workingGroup'];

/** What the change of members changes, as everything stands today. */
async function effectIn({ municipality: { code }, stage, from }: Meant, { chart, today }: Scene, store: CouncilStore) {
  const change: Change = stage === 'left' ? { code, leaves: addDays(from, -1) } : { code, joins: from };
  const firsts = KINDS.flatMap((kind) => chart.bodies.find((one) => one.kind === kind) ?? []);
  const rules = await Promise.all(firsts.map(async (one) => ({ kind: one.kind, ...(await store.rule(one, from)) })));
  const costs = (await store.fits.costs(undefined)).filter((one) => isBorne(one.outcome));
  const thousands = costs.reduce((all, one) => all + one.cost, 0);
  const effect = effectOf(change, {
    rotation: chart.rotation,
    members: membersOn(chart, addDays(from, -1)).map((one) => one.code),
    rules: rules.map(({ kind, agreement, quorum }) => ({ kind, agreement, quorum })),
    borne: thousands,
    shareRule: shareRuleIn(await store.setting('costShares', from)),
    year: termOn(chart.rotation, today),
    terms: TERMS,
  });
  return { effect, thousands };
}

function effectParts(
  effect: Effect,
  thousands: number,
  { chart }: Scene,
  joiner: Pick<Municipality, 'code' | 'name'>,
): Part[] {
  const known = chart.municipalities.some((one) => one.code === joiner.code);
  const named = known ? chart : { ...chart, municipalities: [...chart.municipalities, { ...joiner } as Municipality] };
  const { shares } = effect;
  return [
    heading(text.turnsTitle),
    rows(
      effect.turns.length > 0 ? effect.turns.map((one) => rotationText.turnChange(one, named)) : [text.noTurnChanges],
    ),
    heading(text.quorumTitle),
    rows([text.members(effect), ...effect.quorums.map((one) => text.quorum(one, effect))]),
    heading(text.sharesTitle(thousands)),
    rows(
      'unknown' in shares
        ? [
            text.sharesUnknown(
              listed(
                shares.unknown.map((one) => same(nameIn(named, one))),
                same('・'),
              ),
            ),
          ]
        : thousands === 0
          ? [text.noCosts]
          : shares.of.map((one) => text.share(nameIn(named, one.code), one.before, one.after)),
    ),
  ];
}

/** Takes the last step back, unless members counted by it already or its seats are held. */
export async function undoStep(municipality: Municipality, scene: Acting, store: CouncilStore): Promise<Reply> {
  const { chart, today, now, person } = scene;
  const { code, name } = municipality;
  await store.joinings.lock();
  const taken = (await store.joinings.steps()).filter((one) => one.code === code);
  const last = taken.at(-1);
  // What the council's file says is not a step.
  if (!last || last.id === 0) return whisper(text.nothingToUndo(name));
  const before = taken.at(-2)?.stage;
  if (last.from <= today && (last.stage === 'member' || before === 'member'))
    return whisper(text.begun(name, last.stage, last.from));
  const used = await store.joinings.inUse(last.seats);
  if (used.length > 0) return whisper(text.inUse(name, used.length));
  await store.joinings.undo(last.id, { at: now, person: person.id });
  const whole = councilBody(chart)?.slug;
  // Whoever was told of another turn is told that it is as before.
  const after = (await store.chart(today)).rotation;
  const year = termOn(chart.rotation, today);
  const turns = turnsChanged(termsFrom(chart.rotation, year, TERMS), termsFrom(after, year, TERMS));
  const message = { summary: text.toldUndone(name, last.stage, last.from) };
  return {
    ...whisper(text.undone(name, last.stage, before)),
    posts: [
      ...(last.stage === 'interested' || whole === undefined
        ? []
        : [{ kind: 'message' as const, key: `joining:${last.id}:undone`, to: { body: whole }, message }]),
      ...(await tellChanged(`joining:${last.id}:undone`, turns, undefined, scene, store)),
    ],
    done: [`municipality:${code}`, `joining:${last.id}`],
  };
}

/** The municipality so called, whatever it is to the council. */
export const municipalityCalled = ({ chart }: Pick<Scene, 'chart'>, name: string): Municipality | undefined =>
  chart.municipalities.find((one) => fold(one.name) === fold(name));
