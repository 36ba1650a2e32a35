/** What posting a circulation does: rule, municipalities, deadline and silence are frozen as they are today. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { type Circulation, deadlineFrom, isOpen, silenceFor } from '../../../src/domain/circulation.ts';
import { type Body, type BodyKind, bodyOf, membersOn } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import { type Decidable, isProvisional } from '../../../src/domain/requirement.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, line } from '../../../src/text/message.ts';
import { listed } from '../../../src/text/text.ts';
import { audienceOfBody } from '../../subjects/audience.ts';
import { numbersText, type RequirementsMeant } from '../../subjects/requirements.ts';
import { termsText } from '../approvalText.ts';
import { AT_ONCE, firstOf } from '../previewing.ts';
import { text as req } from '../text.ts';
import { onClosedDay } from './closedDay.ts';
import { draftPaper } from './paper.ts';
import { standingNow } from './standing.ts';
import { text } from './text.ts';

export type Proposal = Pick<Circulation, 'requirements' | 'outcome' | 'note' | 'cost' | 'scope' | 'until' | 'previous'>;

/** In days on which silence would run, where the body's silence is none and no day was named. */
const DAYS = 5;

const SILENCE: Readonly<Record<BodyKind, string>> = {
  workingGroup: 'silenceWorkingGroup',
  subcommittee: 'silenceSubcommittee',
  projectTeam: 'silenceProjectTeam',
  council: 'silenceCouncil',
};

/** A plan's act. */
export const PROPOSE = 'req propose';

/** Exactly what was shown. */
export interface ProposePlan {
  readonly proposal: Proposal;
  /** Whose municipalities answer. */
  readonly body: string;
  readonly by: Day | undefined;
}

type ProposingScene = Scene & Admitted & { readonly subject: RequirementsMeant };

/** Posts it, or shows it first where it is about many. */
export async function proposeOrPreview(plan: ProposePlan, scene: ProposingScene, store: CouncilStore): Promise<Reply> {
  const { requirements: numbers, outcome, note: reason } = plan.proposal;
  if (numbers.length <= AT_ONCE) return propose(plan, scene, store);
  const { person, now, chart } = scene;
  const id = await store.plans.keep({ act: PROPOSE, person: person.id, at: now, content: plan });
  const body = bodyOf(chart, plan.body)?.name ?? plan.body;
  const terms = termsText(plan.proposal, true, chart);
  return whisper(
    text.proposing(numbers, outcome, body),
    ...(reason === undefined ? [] : [line(req.reason(reason))]),
    ...(terms.length === 0 ? [] : [line(listed(terms))]),
    ...(await firstOf(numbers, store)),
    buttons({ label: text.propose(numbers.length), line: `/req proceed ${id}`, style: 'primary' }),
  );
}

/** Posts what was shown, unless something stands against it by now. */
export async function carryOutPropose(plan: ProposePlan, scene: ProposingScene, store: CouncilStore): Promise<Reply> {
  const refused = await refusedToPost(scene.subject.requirements, plan.proposal.note, scene, store);
  return refused ?? propose(plan, scene, store);
}

function propose(
  { proposal, body: slug, by }: ProposePlan,
  scene: ProposingScene,
  store: CouncilStore,
): Promise<Reply> {
  const body = bodyOf(scene.chart, slug);
  if (!body) throw new Error(`requirements of ${slug}, which is no body`);
  return postCirculation(proposal, body, by, scene, store);
}

/** What is decided already needs a reason, and nothing is in two circulations at once. */
export async function refusedToPost(
  requirements: readonly Decidable[],
  reason: string | undefined,
  scene: Scene,
  store: CouncilStore,
): Promise<Reply | undefined> {
  const decided = requirements.find((one) => one.standing && !isProvisional(one.standing));
  if (decided?.standing && !reason) return whisper(text.decided(decided.number, decided.standing));
  const asked = new Set(requirements.map((one) => one.number));
  for (const one of await store.circulations.unended()) {
    const both = one.requirements.filter((number) => asked.has(number));
    if (both.length === 0) continue;
    const { standing } = await standingNow(one, scene, store);
    if (isOpen(standing)) return whisper(text.already(numbersText(both), one));
  }
  return undefined;
}

export async function postCirculation(
  proposal: Proposal,
  body: Body,
  deadline: Day | undefined,
  scene: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const { acting, chart, calendar, now, today, person } = scene;
  const setting = await store.setting(SILENCE[body.kind], today, body.slug);
  const silence = silenceFor(setting, { council: body.kind === 'council', ...proposal });
  const circulation = await store.circulations.post({
    ...proposal,
    body: body.slug,
    postedAt: now,
    by: { person: person.id, seat: acting.role.seat, municipality: acting.role.municipality },
    onBehalf: acting.onBehalf,
    deadline: deadline ?? deadlineFrom(today, silence ?? DAYS, calendar),
    silence,
    rule: await store.rule(body, today),
    eligible: membersOn(chart, today).map((one) => one.code),
  });
  const channels = await store.channels.ofBody(body.slug);
  const heardThere = channels.some((one) => one.channelId === scene.place.channelId);
  const { number } = circulation;
  const closed = await onClosedDay(circulation, scene, store);
  const requirements = await store.requirements.byNumbers(proposal.requirements);
  const seats = await store.tenuresOn(today);
  const members = seats
    .filter(({ seat }) => seat.body === body.slug && seat.role === 'member')
    .map((one) => one.person);
  const papers = await draftPaper(circulation, requirements, {
    ...{ council: scene.council.name, chart, members: [...new Set(members)] },
    audience: await audienceOfBody(body.slug, store),
  });
  return {
    ...((!heardThere || closed.length > 0) && whisper(text.posted(circulation, body.name, channels.length), ...closed)),
    posts: [{ kind: 'surface', to: { body: body.slug }, surface: `circulation:${number}` }, ...papers],
    done: [`circulation:${number}`, ...proposal.requirements.map((one) => `requirement:${one}`)],
  };
}
