/** Recording where own approvals stand: on all of them or on none, shown first where they are many. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { type Circulation, lastStanding } from '../../../src/domain/circulation.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import { type Day, dayAt } from '../../../src/domain/day.ts';
import { type OfficeApproval, refusedDay } from '../../../src/domain/officeApproval.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, line, rows } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { AT_ONCE } from '../previewing.ts';
import { type AnsweringPlan, planOf } from './answering.ts';
import { type Answering, holdersOf, speakingFor } from './meant.ts';
import { officeText as text } from './officeText.ts';
import { pText } from './pText.ts';
import { text as circulationText } from './text.ts';

/** A plan's act. */
export const DRAFT = 'req draft';

interface Drafting {
  readonly state: OfficeApproval['state'];
  readonly on: Day | undefined;
}

/** Exactly what was shown. */
export interface DraftPlan extends AnsweringPlan {
  readonly state: OfficeApproval['state'];
  readonly on?: Day;
}

type DraftingScene = Scene & Admitted & { readonly subject: Answering };

export async function draftOrPreview(said: Drafting, scene: DraftingScene, store: CouncilStore): Promise<Reply> {
  const { subject, person, now, chart } = scene;
  if (subject.circulations.length <= AT_ONCE) return recordDraft(said, scene, store);
  const found = await toRecord(said, scene, store);
  if ('refused' in found) return found.refused;
  const numbers = subject.circulations.map((one) => one.number);
  const { state, on } = said;
  const content: DraftPlan = { ...planOf(subject), state, ...(on !== undefined && { on }) };
  const id = await store.plans.keep({ act: DRAFT, person: person.id, at: now, content });
  return whisper(
    text.preview(numbers, found.name, said, scene.today),
    rows(subject.circulations.map((one) => circulationText.row(one, bodyOf(chart, one.body)?.name ?? one.body))),
    ...(subject.source === undefined ? [] : [line(circulationText.source(subject.source))]),
    buttons({ label: text.carryOut(numbers.length), line: `/req proceed ${id}`, style: 'primary' }),
  );
}

export async function recordDraft(said: Drafting, scene: DraftingScene, store: CouncilStore): Promise<Reply> {
  const found = await toRecord(said, scene, store);
  if ('refused' in found) return found.refused;
  const { name, each } = found;
  const { now, person } = scene;
  for (const { circulation, code, seat, source } of each)
    await store.officeApprovals.record(circulation.number, {
      ...{ municipality: code, state: said.state, on: said.on, at: now, person: person.id, seat, source },
    });
  const numbers = each.map((one) => one.circulation.number);
  const keys = numbers.map((one) => `circulation:${one}`);
  const { municipality } = scene.subject;
  const undo = {
    label: text.takeBack,
    line: `/req draft ${[pText(numbers), municipality?.name, '取消'].filter(Boolean).join(' ')}`,
  };
  return {
    ...(said.state === 'undo'
      ? whisper(text.undone(numbers, name))
      : whisper(
          text.recorded(numbers, name, said, scene.today),
          ...(said.state === 'approved' ? [line(text.answerToo)] : []),
          buttons(undo),
        )),
    posts: await toTheSeats(each, said, name, scene, store),
    refresh: keys,
    done: keys,
  };
}

interface Each {
  readonly circulation: Circulation;
  readonly code: string;
  readonly seat: string;
  /** Where another speaks for the municipality. */
  readonly source: string | undefined;
}

/** For which municipality each is recorded, or why none is. */
async function toRecord(
  { state, on }: Drafting,
  scene: DraftingScene,
  store: CouncilStore,
): Promise<{ readonly name: string; readonly each: readonly Each[] } | { readonly refused: Reply }> {
  const { subject, today } = scene;
  const { source } = subject;
  const numbers = subject.circulations.map((one) => one.number);
  const said = await store.officeApprovals.of(numbers);
  const each: Each[] = [];
  let unchanged = 0;
  const { name } = speakingFor(scene, subject);
  for (const circulation of subject.circulations) {
    const { acting, code, name: who } = speakingFor(scene, { ...subject, circulations: [circulation] });
    if (!circulation.eligible.includes(code))
      return { refused: whisper(circulationText.notEligible(circulation.number, who)) };
    if (circulation.ended?.how === 'withdrawn' || circulation.ended?.how === 'overtaken')
      return { refused: whisper(text.over(circulation)) };
    const refused = on === undefined ? undefined : refusedDay(on, dayAt(circulation.postedAt), today);
    if (on !== undefined && refused) return { refused: whisper(text.refusedDay(refused, on, today)) };
    const own = said.filter((one) => one.circulation === circulation.number);
    const standing = lastStanding(own, (one) => one.state === 'undo').get(code);
    if (state === 'undo' && !standing) return { refused: whisper(text.nothingToUndo([circulation.number], who)) };
    if (standing && acting.onBehalf && state === 'undo' && standing.source === undefined)
      return { refused: whisper(circulationText.ownWord(circulation.number, who)) };
    if (standing?.state === state && standing.on === on) unchanged += 1;
    each.push({ circulation, code, seat: acting.role.seat, source: acting.onBehalf ? source : undefined });
  }
  if (unchanged === each.length) return { refused: whisper(text.same(numbers, name, { state, on }, today)) };
  return { name, each };
}

/** Whoever holds the seat is told of what was entered for it. */
async function toTheSeats(
  each: readonly Each[],
  { state, on }: Drafting,
  name: string,
  scene: Scene,
  store: CouncilStore,
): Promise<Post[]> {
  const posts: Post[] = [];
  for (const { circulation, code, seat, source } of each) {
    if (source === undefined || state === 'undo') continue;
    const numbers = [circulation.number];
    const entered = { municipality: code, state, on, at: scene.now, person: scene.person.id, seat, source };
    for (const holder of await holdersOf(circulation.body, code, scene, store))
      posts.push({
        ...{ kind: 'message', to: { person: holder } },
        key: `drafted:${circulation.number}:${code}:${scene.now}:${holder}`,
        message: {
          summary: text.enteredForYou(numbers, name, entered, scene.today),
          parts: [buttons({ label: text.takeBack, line: `/req draft P${circulation.number} 取消` })],
        },
      });
  }
  return posts;
}
