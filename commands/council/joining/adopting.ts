/** Accepting what stands decided: whose answer it is, what is accepted by it, and carrying out what was shown. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admission } from '../../../src/command/subcommand.ts';
import { type Admitted, roleAs } from '../../../src/command/who.ts';
import { kindOn, municipalityOf, systemOf } from '../../../src/domain/council.ts';
import { groups } from '../../../src/domain/groups.ts';
import type { Adopted } from '../../../src/store/council/adoptions.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, line } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { numbersText } from '../../subjects/requirements.ts';
import { adoptingText as text } from './adoptingText.ts';

export const ADOPT = 'council adopt';
/** More than so many are shown first. */
export const AT_ONCE = 5;

/** Whose answer it is, and to what of which bodies. */
export interface Adopting {
  readonly code: string;
  readonly name: string;
  readonly bodies: readonly string[];
}

/** What was shown, and is recorded exactly so. */
export interface AdoptPlan extends Adopting {
  readonly lines: readonly { readonly number: number; readonly decision: number }[];
}

/** The joiner's seat in each of the bodies, or its information section; the secretariat for it, marked 代行. */
export function mayAdopt(scene: Scene, { code, name, bodies }: Adopting): Admission<Admitted> {
  const own = scene.roles.filter((role) => role.municipality === code);
  const section = own.find((role) => role.as === 'information');
  const seats = bodies.map((body) => own.find((role) => role.as === 'joiner' && role.body === body));
  const [first] = seats;
  if (first && seats.every((one) => one !== undefined)) return { admits: { acting: { role: first, onBehalf: false } } };
  if (section) return { admits: { acting: { role: section, onBehalf: false } } };
  const office = roleAs(scene, 'secretariat');
  return office ? { admits: { acting: { role: office, onBehalf: true } } } : { refused: text.ownOnly(name) };
}

type Acting = Scene & Admitted;

/** Records at once what is little; shows what is more. */
export async function proposeAdoption(plan: AdoptPlan, scene: Acting, store: CouncilStore): Promise<Reply> {
  if (plan.lines.length <= AT_ONCE) return recordAdoption(plan, scene, store);
  const { person, now, chart } = scene;
  const id = await store.plans.keep({ act: ADOPT, person: person.id, at: now, content: plan });
  const all = await store.adoptions.of(plan.code);
  const meant = new Set(plan.lines.map((one) => one.number));
  const systems = groups(
    all.filter((one) => meant.has(one.number)),
    (one) => one.system,
  );
  return whisper(
    text.preview(plan.name, plan.lines.length),
    line(numbersText(plan.lines.map((one) => one.number))),
    ...[...systems].map(([slug, list]) => line(text.ofSystem(systemOf(chart, slug)?.name ?? slug, list.length))),
    buttons({
      label: text.accept(plan.lines.length),
      line: `/council proceed ${id}`,
      style: 'primary',
    }),
  );
}

/** Accepts these decisions; where another stands by now, or some are accepted already, nothing is done. */
export async function recordAdoption(plan: AdoptPlan, scene: Acting, store: CouncilStore): Promise<Reply> {
  const { code, name, lines } = plan;
  const { now, person, acting, chart, today } = scene;
  const joiner = municipalityOf(chart, code);
  if (!joiner || kindOn(joiner, today) !== 'adopting') return whisper(text.notYet(name));
  await store.decisions.lock(lines.map((one) => one.number));
  const before = await store.adoptions.of(code);
  const stands = new Map(before.map((one) => [one.number, one]));
  const still = lines.every((one) => {
    const there = stands.get(one.number);
    return there?.decision === one.decision && there.answer !== 'accepted';
  });
  if (!still) return whisper(text.changedSince);
  const batch = await store.adoptions.answer(
    code,
    lines.map((one) => ({ ...one, question: undefined })),
    { at: now, person: person.id, seat: acting.role.seat },
  );
  const accepted = new Set(lines.map((one) => one.number));
  const after = before.map((one): Adopted => (accepted.has(one.number) ? { ...one, answer: 'accepted' } : one));
  const touched = groups(
    after.filter((one) => systemsOf(before, accepted).has(one.system)),
    (one) => one.system,
  );
  const whole = [...touched].filter(([, list]) => list.every((one) => one.answer === 'accepted'));
  return {
    ...whisper(
      text.accepted(batch, name, numbersText([...accepted])),
      line(text.rest(after)),
      buttons({ label: text.undo, line: `/council unadopt 受入${batch}`, confirm: text.undoSure(lines.length) }),
    ),
    posts: whole.flatMap(([slug, list]): Post[] => {
      const system = systemOf(chart, slug);
      const message = { summary: text.wholeSystem(name, system?.name ?? slug, list.length) };
      return system ? [{ kind: 'message', key: `adoption:${batch}:${slug}`, to: { body: system.body }, message }] : [];
    }),
    done: [`municipality:${code}`, ...lines.map((one) => `requirement:${one.number}`)],
  };
}

const systemsOf = (all: readonly Adopted[], numbers: ReadonlySet<number>): ReadonlySet<string> =>
  new Set(all.filter((one) => numbers.has(one.number)).map((one) => one.system));
