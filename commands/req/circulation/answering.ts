/** Recording answers to circulations: on all of them or on none, shown first where they are many. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { About } from '../../../src/command/subcommand.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { maySee } from '../../../src/domain/audience.ts';
import { type Answer, type Circulation, isOpen, lastOfEach } from '../../../src/domain/circulation.ts';
import { bodyOf, municipalityOf } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, line, rows } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { audienceOfBody } from '../../subjects/audience.ts';
import { AT_ONCE } from '../previewing.ts';
import { text as req } from '../text.ts';
import { type Answering, holdersOf, locked, speakingFor } from './meant.ts';
import { settleAll, standingNow } from './standing.ts';
import { text } from './text.ts';

/** A plan's act. */
export const ANSWER = 'req answer';

interface Given {
  readonly answer: Answer;
  readonly reason: string | undefined;
  readonly until?: Day | undefined;
}

/** What a plan remembers to speak of again: these circulations, for this municipality. */
export interface AnsweringPlan {
  readonly numbers: readonly number[];
  /** Its code; none: one's own. */
  readonly municipality?: string;
  readonly source?: string;
}

/** Exactly what was shown. */
export interface AnswerPlan extends AnsweringPlan {
  readonly answer: Answer;
  readonly reason?: string;
  readonly until?: Day;
  /** What was answered to each when it was shown. */
  readonly before: readonly (Answer | null)[];
}

export type AnsweringScene = Scene & Admitted & { readonly subject: Answering };

export async function answerOrPreview(given: Given, scene: AnsweringScene, store: CouncilStore): Promise<Reply> {
  const { subject, person, now, chart } = scene;
  if (subject.circulations.length <= AT_ONCE) return recordAnswer(given, scene, store);
  const refused = await refusal(scene, store);
  if (refused) return refused;
  const { circulations } = subject;
  const { name } = speakingFor(scene, subject);
  const before = await answersBefore(scene, store);
  const content: AnswerPlan = { ...planOf(subject), ...defined(given), before };
  const id = await store.plans.keep({ act: ANSWER, person: person.id, at: now, content });
  const { answer, reason, until } = given;
  const numbers = circulations.map((one) => one.number);
  return whisper(
    text.previewAnswer(numbers, name, answer, until, scene.today),
    ...(reason === undefined ? [] : [line(req.reason(reason))]),
    ...(subject.source === undefined ? [] : [line(text.source(subject.source))]),
    rows(
      circulations.map((one, i) => text.rowBefore(one, bodyOf(chart, one.body)?.name ?? one.body, before[i] ?? null)),
    ),
    buttons({ label: text.answerAll(numbers.length), line: `/req proceed ${id}`, style: 'primary' }),
  );
}

/** What the plan speaks of, locked again. */
export async function plannedSubject(
  { numbers, municipality, source }: AnsweringPlan,
  { chart }: Pick<Scene, 'chart'>,
  store: CouncilStore,
): Promise<About<Answering>> {
  const found = await locked(numbers, store);
  if ('refused' in found) return found;
  const one = municipality === undefined ? undefined : municipalityOf(chart, municipality);
  return { subject: { circulations: found.found, municipality: one, source } };
}

export const planOf = ({ circulations, municipality, source }: Answering): AnsweringPlan => ({
  numbers: circulations.map((one) => one.number),
  ...(municipality && { municipality: municipality.code }),
  ...(source !== undefined && { source }),
});

const defined = ({ answer, reason, until }: Given) => ({
  answer,
  ...(reason !== undefined && { reason }),
  ...(until !== undefined && { until }),
});

/** Answers what was shown, unless other answers were given since. */
export async function carryOutAnswer(plan: AnswerPlan, scene: AnsweringScene, store: CouncilStore): Promise<Reply> {
  const before = await answersBefore(scene, store);
  if (JSON.stringify(before) !== JSON.stringify(plan.before)) return whisper(text.answersChanged);
  return recordAnswer({ answer: plan.answer, reason: plan.reason, until: plan.until }, scene, store);
}

/** Records it on all of them, or on none; what is over is told so, and its end recorded. */
export async function recordAnswer(
  { answer, reason, until }: Given,
  scene: AnsweringScene,
  store: CouncilStore,
): Promise<Reply> {
  const { subject, now, person } = scene;
  const refused = await refusal(scene, store);
  if (refused) return refused;
  const numbers = subject.circulations.map((one) => one.number);
  const posts: Post[] = [];
  const objections: { number: number; code: string; name: string; reason: string }[] = [];
  for (const circulation of subject.circulations) {
    const { acting, code, name } = speakingFor(scene, { ...subject, circulations: [circulation] });
    const held = answer === 'hold' ? (until ?? circulation.deadline) : undefined;
    const source = acting.onBehalf ? subject.source : undefined;
    await store.circulations.answer(circulation.number, {
      ...{ municipality: code, answer, reason, until: held, at: now, source },
      ...{ person: person.id, seat: acting.role.seat },
    });
    if (source !== undefined) posts.push(...(await toTheSeat(circulation, code, name, answer, source, scene, store)));
    if (answer === 'object' && reason !== undefined)
      objections.push({ number: circulation.number, code, name, reason });
  }
  const settled = await settleAll(numbers, scene, store);
  // Whether there is anything to discuss again is known once it is settled.
  for (const { number, code, name, reason: why } of objections) {
    const circulation = await store.circulations.byNumber(number);
    if (circulation) posts.push(await objection(circulation, code, name, why, scene, store));
  }
  const keys = numbers.map((one) => `circulation:${one}`);
  const open = settled.refresh.length === 0;
  return {
    ...whisper(text.answered(numbers, speakingFor(scene, subject).name, answer, open, subject.municipality?.name)),
    posts: [...posts, ...settled.posts],
    refresh: [...new Set([...keys, ...settled.refresh])],
    done: [...new Set([...keys, ...settled.done])],
  };
}

/** An objection is told to the body at once: whose and why, where the members alone read it. */
async function objection(
  circulation: Circulation,
  code: string,
  name: string,
  reason: string,
  { chart, now }: AnsweringScene,
  store: CouncilStore,
): Promise<Post> {
  const body = bodyOf(chart, circulation.body)?.name ?? '';
  const seen = maySee(await audienceOfBody(circulation.body, store), 'intentionsBeforeClosing');
  return {
    ...{ kind: 'message', key: `objection:${circulation.number}:${code}:${now}`, to: { body: circulation.body } },
    message: {
      summary: seen ? text.objected(circulation, body, name, reason) : text.objectedByOne(circulation, body),
    },
  };
}

/** One of them is over, or does not ask this municipality. */
async function refusal(scene: AnsweringScene, store: CouncilStore): Promise<Reply | undefined> {
  const { subject } = scene;
  for (const one of subject.circulations) {
    const { standing } = await standingNow(one, scene, store);
    if (isOpen(standing)) continue;
    const numbers = subject.circulations.map((each) => each.number);
    return { ...(await settleAll(numbers, scene, store)), ...whisper(text.closed(one, standing.state)) };
  }
  for (const one of subject.circulations) {
    const { code, name } = speakingFor(scene, { ...subject, circulations: [one] });
    if (!one.eligible.includes(code)) return whisper(text.notEligible(one.number, name));
  }
  return undefined;
}

async function answersBefore(scene: AnsweringScene, store: CouncilStore): Promise<(Answer | null)[]> {
  const { subject } = scene;
  const found: (Answer | null)[] = [];
  for (const one of subject.circulations) {
    const { code } = speakingFor(scene, { ...subject, circulations: [one] });
    const answer = lastOfEach(await store.circulations.positions(one.number)).get(code)?.answer;
    found.push(answer === undefined || answer === 'undo' ? null : answer);
  }
  return found;
}

/** Whoever holds the seat is told of what was entered for it, and can correct it. */
async function toTheSeat(
  { number, body }: Circulation,
  code: string,
  name: string,
  answer: Answer,
  source: string,
  scene: Scene,
  store: CouncilStore,
): Promise<Post[]> {
  const corrections = (['agree', 'object', 'hold'] as const).filter((one) => one !== answer);
  return (await holdersOf(body, code, scene, store)).map((one) => ({
    ...{ kind: 'message', key: `entered:${number}:${code}:${scene.now}:${one}`, to: { person: one } },
    message: {
      summary: text.enteredForYou(number, name, answer, source),
      parts: [buttons(...corrections.map((each) => ({ label: text.buttons[each], line: `/req ${each} P${number}` })))],
    },
  }));
}
