/** A series of meetings called in one act: shown first where there are more than five, each with its own number and UID. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import { addDays, minuteAt } from '../../src/domain/day.ts';
import { type Meeting, type Slot, schedule } from '../../src/domain/meeting.ts';
import { MOST_MEETINGS, seriesDays } from '../../src/domain/series.ts';
import type { Recurrence } from '../../src/domain/when/recurring.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { bodiesNames, placesOf } from '../../src/text/meetings.ts';
import { buttons, line, type Part, rows } from '../../src/text/message.ts';
import { same, type Text } from '../../src/text/text.ts';
import { seriesFile } from './calendarFile.ts';
import type { CallingScene, Spot } from './calling.ts';
import { meetingsBeside } from './changing.ts';
import { series as text } from './seriesText.ts';
import { text as wgText } from './text.ts';

/** So many are called without being shown first. */
export const AT_ONCE = 5;
export const CALL = 'wg schedule';

/** Exactly what was shown. */
export interface SeriesPlan extends Spot {
  readonly bodies: readonly string[];
  readonly slots: readonly Slot[];
}

export async function callSeries(
  every: Recurrence,
  spot: Spot,
  scene: CallingScene,
  store: CouncilStore,
): Promise<Reply> {
  const { subject, now, today, calendar, person, chart } = scene;
  const { start, end } = every;
  if (start === undefined) return whisper(wgText.noTime);
  const from = start > minuteAt(now) ? today : addDays(today, 1);
  const { days, left } = seriesDays(every, from, calendar);
  if (days.length > MOST_MEETINGS) return whisper(text.tooMany(MOST_MEETINGS));

  const slots: Slot[] = [];
  const notes: Text[] = left.map((day) => text.left(day, today));
  for (const { day, insteadOf } of days) {
    const result = schedule({ day, start, end }, await meetingsBeside(subject.bodies, day, store), now);
    if ('refused' in result) {
      if (result.refused === 'clash') notes.push(text.clash(day, result.with, today));
    } else {
      slots.push(result.slot);
      if (insteadOf !== undefined) notes.push(text.shifted(insteadOf, day, today));
    }
  }
  if (slots.length === 0) return whisper(text.none, ...list(notes));
  const plan: SeriesPlan = { ...spot, bodies: subject.bodies, slots };
  if (slots.length <= AT_ONCE) {
    const reply = await carryOut(plan, scene, store);
    return 'refused' in reply
      ? whisper(reply.refused)
      : { ...reply, ...(notes.length > 0 && whisper(text.called(slots.length), ...list(notes))) };
  }
  const [body = '', ...others] = subject.bodies;
  const names = same(bodiesNames(chart, { body, joint: others.map((one) => ({ body: one, agenda: [] })) }));
  const id = await store.plans.keep({ act: CALL, person: person.id, at: now, content: plan });
  return whisper(
    text.preview(names, slots.length),
    rows(slots.map((one) => text.slot(one))),
    ...list(notes),
    buttons({ label: text.carryOut(slots.length), line: `/wg proceed ${id}`, style: 'primary' }),
  );
}

const list = (notes: readonly Text[]): Part[] => notes.map((one) => line(one));

/** Calls them all, unless an hour was taken meanwhile. */
export async function carryOut(
  plan: SeriesPlan,
  scene: CallingScene,
  store: CouncilStore,
): Promise<Reply | { readonly refused: Text }> {
  const { now, person, acting, place } = scene;
  const [body = '', ...others] = plan.bodies;
  for (const slot of plan.slots) {
    const free = schedule(slot, await meetingsBeside(plan.bodies, slot.day, store), now);
    if ('refused' in free) return { refused: text.changed(slot) };
  }
  const series = await store.meetings.newSeries();
  const meetings: Meeting[] = [];
  for (const { day, start, end } of plan.slots) {
    meetings.push(
      await store.meetings.schedule({
        ...{ day, start, end, body, series },
        place: plan.place,
        link: plan.link,
        agenda: plan.agenda,
        joint: others.map((one) => ({ body: one, agenda: [] })),
        at: now,
        by: { person: person.id, seat: acting.role.seat },
      }),
    );
  }
  const channels = await store.channels.ofBody(body);
  const heardThere = channels.some((one) => one.channelId === place.channelId);
  const [first] = meetings;
  if (!first) throw new Error('a series has meetings');
  return {
    ...(!heardThere && whisper(text.called(meetings.length), line(wgText.posted(channels.length)))),
    posts: [{ kind: 'surface', to: placesOf(first), surface: `series:${series}` }, seriesFile(series, meetings, scene)],
    done: meetings.map((one) => `meeting:${one.number}`),
  };
}
