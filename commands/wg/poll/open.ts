/** `/wg schedule` with several candidates: asks the municipalities of the body, or of all that are to meet together. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { Slot } from '../../../src/domain/meeting.ts';
import { newPoll } from '../../../src/domain/poll.ts';
import type { When } from '../../../src/domain/when.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { placesOf } from '../../../src/text/meetings.ts';
import { note } from '../../../src/text/message.ts';
import { weigh } from '../../subjects/polls.ts';
import type { CallingScene, Spot } from '../calling.ts';
import { text as wgText } from '../text.ts';
import { closedDeadline } from './deadline.ts';
import { warningNotes } from './surface.ts';
import { poll as text } from './text.ts';
import { offerJoint } from './together.ts';

export async function openPoll(
  times: readonly When[],
  deadline: Day | undefined,
  spot: Spot,
  asSaid: boolean,
  scene: CallingScene,
  store: CouncilStore,
): Promise<Reply> {
  const { subject, acting, person, now, today, calendar, chart, place } = scene;
  const [body = '', ...others] = subject.bodies;
  const joint = others.map((one) => ({ body: one, agenda: [] }));
  const slots: Slot[] = [];
  for (const { day, start, end } of times) {
    if (start === undefined) return whisper(wgText.noTime);
    slots.push({ day, start, end });
  }
  const made = newPoll(slots, deadline, today, now, calendar);
  if ('refused' in made) return whisper(text.openRefused(made));

  const offered = asSaid || joint.length > 0 ? undefined : await offerJoint(body, made, spot, scene, store);
  if (offered) return offered;

  const by = { person: person.id, seat: acting.role.seat };
  const poll = await store.polls.open({ ...made, ...spot, body, joint, by, onBehalf: acting.onBehalf, at: now });

  const channels = [];
  for (const one of subject.bodies) channels.push(...(await store.channels.ofBody(one)));
  const heardThere = channels.some((one) => one.channelId === place.channelId);
  const key = `poll:${poll.number}`;
  const closed = closedDeadline(poll, poll.deadline, today, calendar);
  const told = heardThere
    ? []
    : [...warningNotes(await weigh(poll, chart, calendar, today, store)), note(wgText.posted(channels.length))];
  return {
    ...((!heardThere || closed.length > 0) &&
      whisper(text.read(poll.candidates.length, poll.deadline), ...closed, ...told)),
    posts: [{ kind: 'surface', to: placesOf(poll), surface: key }],
    // Where another body's candidates are at the same hour, its poll now warns of these.
    refresh: (await store.polls.unsettled())
      .filter((one) => one.number !== poll.number)
      .map((one) => `poll:${one.number}`),
    done: [key],
  };
}
