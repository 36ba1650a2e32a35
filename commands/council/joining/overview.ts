/** How far a joiner is: its steps, what the next one still needs, what it accepted, and what it was spared. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { isHere, type Municipality, membersOn } from '../../../src/domain/council.ts';
import { joins, nextStages } from '../../../src/domain/joining.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, heading, line, rows } from '../../../src/text/message.ts';
import { buddiesIn } from './helping.ts';
import { overviewText as text } from './overviewText.ts';
import { savedIn } from './saving.ts';

/** Who joins or is to join, a line each. */
export async function everyJoiner(scene: Scene, store: CouncilStore): Promise<Reply> {
  const { chart, today } = scene;
  const steps = await store.joinings.steps();
  const since = (code: string) => steps.filter((one) => one.code === code);
  const joining = chart.municipalities.filter(
    (one) => joins(one, today) || since(one.code).some((step) => step.id > 0 && step.from > today),
  );
  if (joining.length === 0) return whisper(text.nobody);
  return whisper(
    text.everyone(joining.length),
    rows(joining.flatMap((one) => text.steps(one.name, since(one.code), today))),
    buttons(...joining.map((one) => ({ label: text.show(one.name), line: `/council join ${one.name}` }))),
  );
}

export async function joinerOverview(
  { code, name }: Pick<Municipality, 'code' | 'name'>,
  scene: Scene,
  store: CouncilStore,
): Promise<Reply> {
  const { chart, today } = scene;
  const steps = (await store.joinings.steps()).filter((one) => one.code === code);
  const here = chart.municipalities.find((one) => one.code === code);
  const last = steps.at(-1);
  if (!here || !last) return whisper(text.nothingKnown(name));
  const [adopted, differences, seats, held] = await Promise.all([
    store.adoptions.of(code),
    store.adoptions.differences(code),
    store.seats.all(),
    store.tenuresOn(today),
  ]);
  const own = seats.filter((one) => one.municipality === code);
  const vacant = own.filter((one) => !held.some((tenure) => tenure.seat.id === one.id && !tenure.deputy));
  const joining = joins(here, today) || last.from > today;
  const buddies = joining && own.some((one) => one.role === 'member') ? await buddiesIn(code, scene, store) : undefined;
  const saved = await savedIn(code, steps, scene, store);
  const member = membersOn(chart, today).some((one) => one.code === code);
  return whisper(
    text.title(name, last.from <= today ? last.stage : undefined, here.kind),
    rows(text.eachStep(steps, today)),
    ...(joining && nextStages(last.stage).length > 0 ? [line(text.next(nextStages(last.stage)))] : []),
    ...(own.length > 0 && isHere(chart, code, today) ? [line(text.seats(own.length, vacant.length))] : []),
    ...(joining || (adopted.some((one) => one.answer) && !member)
      ? [line(text.counters(adopted)), line(text.differences(differences.length))]
      : []),
    ...(buddies ? [heading(text.buddiesTitle), rows(text.buddies(buddies, chart))] : []),
    ...(saved ? [heading(text.savedTitle), rows(text.saved(saved, name))] : []),
    ...(joining && adopted.length > 0 ? [buttons({ label: text.byBusiness, line: `/council adopt ${name}` })] : []),
  );
}
