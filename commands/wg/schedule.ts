/**
 * `/wg schedule 6/12 14:00-16:00 那珂市役所 議題`: calls a meeting of a body, of several together, or a series of them.
 * Several candidates (6/12 14:00-16:00、6/13 10:00-12:00) open a date poll.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { leadOfEach } from '../../src/command/who.ts';
import { closedBecause } from '../../src/domain/businessDay.ts';
import { schedule } from '../../src/domain/meeting.ts';
import type { When } from '../../src/domain/when.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { dayAndHours, officialDay } from '../../src/text/dates.ts';
import { bodiesNames, placesOf } from '../../src/text/meetings.ts';
import { line, note } from '../../src/text/message.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { namedDueDay } from '../arguments/dates.ts';
import { meetingTimes } from '../arguments/meetingTimes.ts';
import { link, place } from '../arguments/places.ts';
import { bodyNameBeforeDate, choice, points } from '../arguments/words.ts';
import { bodiesMeant } from '../subjects/bodies.ts';
import { bookedNotes } from './booked.ts';
import { calendarFile } from './calendarFile.ts';
import type { CallingScene, Spot } from './calling.ts';
import { meetingsBeside } from './changing.ts';
import { offerTogether } from './offerTogether.ts';
import { openPoll } from './poll/open.ts';
import { poll } from './poll/text.ts';
import { callSeries } from './series.ts';
import { text } from './text.ts';
import { venueOffer } from './venue.ts';

const apart = choice<'apart'>({ ja: ja`個別`, en: en`apart` }, [
  { value: 'apart', label: { ja: ja`個別に開催`, en: en`on its own` }, words: ['個別', '個別に'] },
]);

export const wgSchedule = subcommand({
  name: 'schedule',
  alias: ['日程', '日程調整', '開催', '招集'],
  summary: {
    ja: ja`会議を招集、または日程を調整します(合同・毎月の会議も)`,
    en: en`Call a meeting, a joint one, a series, or a date poll`,
  },
  effect: 'act',
  args: z.object({
    of: bodyNameBeforeDate.optional(),
    when: meetingTimes,
    apart: apart.optional(),
    deadline: namedDueDay.optional(),
    place: place.optional(),
    link: link.optional(),
    agenda: points.optional(),
  }),
  examples: [
    '6/12 14:00-16:00 那珂市役所 要件の確認、次回の日程',
    '介護保険WG 来月第2火曜 14時から16時 「本庁舎 第3会議室」',
    '介護保険WG・障害者福祉WG 6/12 14:00-16:00 https://example.com/1',
    '毎月第2火曜 14:00-16:00 6回 那珂市役所',
    '6/12 14:00-16:00、6/16 10:00-12:00、6/17 14時から 期限 6/10 那珂市役所',
  ],

  async about(said, scene, store): Promise<About<{ bodies: string[] }>> {
    const meant = bodiesMeant(said.of, scene);
    if ('refused' in meant) return meant;
    const bodies = meant.subject.map((one) => one.slug);
    for (const body of bodies.toSorted()) await store.meetings.lockBody(body);
    return { subject: { bodies } };
  },

  who: leadOfEach,

  async run(said, scene, store): Promise<Reply> {
    const { place: where, link: online, agenda = [] } = said;
    const spot = { place: where, link: online, agenda };
    if ('candidates' in said.when)
      return openPoll(said.when.candidates, said.deadline, spot, said.apart !== undefined, scene, store);
    if (said.deadline !== undefined) return whisper(poll.deadlineOfPoll);
    if ('every' in said.when) return callSeries(said.when.every, spot, scene, store);
    return call(said.when.once, spot, said.apart !== undefined, scene, store);
  },
});

async function call(
  { day, start, end }: When,
  spot: Spot,
  asSaid: boolean,
  scene: CallingScene,
  store: CouncilStore,
): Promise<Reply> {
  const { subject, acting, person, now, calendar, chart, place } = scene;
  const [body = '', ...others] = subject.bodies;
  const joint = others.map((one) => ({ body: one, agenda: [] }));
  const names = same(bodiesNames(chart, { body, joint }));
  const result = schedule({ day, start, end }, await meetingsBeside(subject.bodies, day, store), now);
  if ('refused' in result) {
    if (result.refused === 'noTime') return whisper(text.noTime);
    if (result.refused === 'clash') return whisper(text.clash(names, result.with));
    return whisper(text.past({ when: start === undefined ? officialDay(day) : dayAndHours(day, start, end) }));
  }
  const offered = asSaid || joint.length > 0 ? undefined : await offerTogether(body, result.slot, spot, scene, store);
  if (offered) return offered;

  const by = { person: person.id, seat: acting.role.seat };
  const venue = await venueOffer(body, day, spot, scene, store);
  const meeting = await store.meetings.schedule({ ...result.slot, ...spot, body, joint, at: now, by });

  const channels = [];
  for (const one of subject.bodies) channels.push(...(await store.channels.ofBody(one)));
  const heardThere = channels.some((one) => one.channelId === place.channelId);
  const closed = closedBecause(day, calendar);
  const warning = closed === undefined ? [] : [line(text.closed(closed, calendar.holidays.get(day)))];
  const told = heardThere ? [] : [note(text.posted(channels.length))];
  const turn = venue?.(meeting.number) ?? [];
  const booked = await bookedNotes(subject.bodies, meeting, meeting.number, scene, store);
  return {
    // Where the body hears it, the meeting's own message shows how the date was read.
    ...((!heardThere || closed !== undefined || booked.length > 0 || turn.length > 0) &&
      whisper(text.read(meeting), ...warning, ...booked, ...turn, ...told)),
    posts: [
      { kind: 'surface', to: placesOf(meeting), surface: `meeting:${meeting.number}` },
      calendarFile(meeting, scene),
    ],
    done: [`meeting:${meeting.number}`],
  };
}
