/**
 * Minutes that nobody corrected in time: every hour of a business day their confirmation is recorded, with the provisional
 * decisions in them, and told.
 *
 * How they stand is known without this from the clock.
 */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { type Day, dayAt, type Instant } from '../domain/day.ts';
import { bodiesOf } from '../domain/meeting.ts';
import { atBusinessHours } from '../job/businessHours.ts';
import type { Carried, Job, Planned } from '../job/job.ts';
import { type SettledMinutes, settleMinutes } from '../minutes/settle.ts';
import type { CouncilStore } from '../store/store.ts';

/** Office hours, each at its full hour. */
const HOURS = [9, 10, 11, 12, 13, 14, 15, 16, 17];

export const minutesJob = (calendarOn: (day: Day) => OfficeCalendar): Job => ({
  name: 'minutes',

  ...atBusinessHours(HOURS, calendarOn),
  catchUp: 'latest',

  async *plan(due, store): AsyncIterable<Planned> {
    const today = dayAt(due);
    for (const { id } of await store.across.councils()) {
      const calendar = { ...calendarOn(today), closed: await store.council(id).closedDays(today) };
      yield { councilId: id, posts: [], carry: (council) => settleAll(council, due, calendar) };
    }
  },
});

async function settleAll(council: CouncilStore, now: Instant, calendar: OfficeCalendar): Promise<Carried> {
  const awaiting = await council.minutes.awaiting();
  if (awaiting.length === 0) return { posts: [], refresh: [] };
  const today = dayAt(now);
  const moment = { council: await council.council(), chart: await council.chart(today), today, now, calendar };
  const settled: SettledMinutes[] = [];
  for (const number of awaiting) {
    const meeting = await council.meetings.byNumber(number);
    if (!meeting) continue;
    for (const body of bodiesOf(meeting).toSorted()) await council.meetings.lockBody(body);
    settled.push((await settleMinutes(meeting, moment, council)) ?? NOTHING);
  }
  return { posts: settled.flatMap((one) => one.posts), refresh: settled.flatMap((one) => one.refresh) };
}

const NOTHING: SettledMinutes = { posts: [], refresh: [], done: [] };
