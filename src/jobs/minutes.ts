/**
 * Minutes that nobody corrected in time: every hour of a business day their confirmation is recorded, with the provisional
 * decisions in them, and told.
 *
 * How they stand is known without this from the clock.
 */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { type Day, dayAt, type Instant } from '../domain/day.ts';
import { bodiesOf } from '../domain/meeting.ts';
import type { Carried, Job } from '../job/job.ts';
import { settlingJob } from '../job/settling.ts';
import { type SettledMinutes, settleMinutes } from '../minutes/settle.ts';
import type { CouncilStore } from '../store/store.ts';

export const minutesJob = (calendarOn: (day: Day) => OfficeCalendar): Job =>
  settlingJob('minutes', calendarOn, settleAll);

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
