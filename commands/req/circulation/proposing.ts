/** What posting a circulation does: rule, municipalities, deadline and silence are frozen as they are today. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { businessDayFrom, isBusinessDay } from '../../../src/domain/businessDay.ts';
import { type Circulation, deadlineFrom, silenceFor } from '../../../src/domain/circulation.ts';
import { type Body, type BodyKind, membersOn } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { line } from '../../../src/text/message.ts';
import { audienceOfBody } from '../../subjects/audience.ts';
import { draftPaper } from './paper.ts';
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
  const closed = isBusinessDay(circulation.deadline, calendar)
    ? []
    : [line(text.closedDay(circulation.deadline, businessDayFrom(circulation.deadline, calendar)))];
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
