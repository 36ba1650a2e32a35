/**
 * Minutes that nobody corrected in time: every hour of a business day their confirmation is recorded, with the provisional
 * decisions in them, and told.
 *
 * How they stand is known without this from the clock.
 */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { bodyOf } from '../domain/council.ts';
import { type Day, dayAt, type Instant } from '../domain/day.ts';
import { bodiesOf, threadOf } from '../domain/meeting.ts';
import { atBusinessHours } from '../job/businessHours.ts';
import type { Carried, Job, Planned } from '../job/job.ts';
import type { CouncilStore } from '../store/store.ts';
import { buttons } from '../text/message.ts';
import type { Post } from '../text/post.ts';
import { en, ja, type Text } from '../text/text.ts';

/** Office hours, each at its full hour. */
const HOURS = [9, 10, 11, 12, 13, 14, 15, 16, 17];

export const minutesJob = (calendarOn: (day: Day) => OfficeCalendar): Job => ({
  name: 'minutes',
  summary: {
    ja: ja`開庁日の毎時、修正依頼のないまま期限を過ぎた議事録の確定`,
    en: en`Confirms minutes that nobody corrected in time, hourly on business days`,
  },

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
  const posts: Post[] = [];
  const refresh: string[] = [];
  const awaiting = await council.minutes.awaiting();
  const chart = awaiting.length === 0 ? undefined : await council.chart(dayAt(now));
  for (const number of awaiting) {
    const meeting = await council.meetings.byNumber(number);
    if (!meeting || !chart) continue;
    for (const body of bodiesOf(meeting).toSorted()) await council.meetings.lockBody(body);
    const confirmed = await council.minutes.settle(meeting, now, calendar);
    if (!confirmed) continue;
    refresh.push(`minutes:${number}`, ...confirmed.map((id) => `decision:${id}`));
    // What was to be confirmed stands as settled on the agendas of coming meetings.
    const bodies = bodiesOf(meeting);
    for (const one of await council.meetings.from(dayAt(now)))
      if (one.closedAt === undefined && bodiesOf(one).some((body) => bodies.includes(body)))
        refresh.push(`meeting:${one.number}`, `agenda:${one.number}`);
    const names = bodiesOf(meeting)
      .map((slug) => bodyOf(chart, slug)?.name ?? slug)
      .join('・');
    posts.push({
      ...{ kind: 'message', key: `minutes:${number}:confirmed` },
      to: { body: meeting.body, also: meeting.joint.map((one) => one.body) },
      thread: threadOf(meeting),
      message: {
        summary: text.confirmed(names, number, confirmed.length),
        parts: [buttons({ label: text.file, line: `/wg minutes M${number} file` })],
      },
    });
  }
  return { posts, refresh };
}

const text = {
  confirmed: (names: string, number: number, decisions: number): Text => ({
    ja: ja`${names}の会議M${number}の議事録が確定しました。${decisions > 0 ? `仮記録の決定${decisions}件も、これにより確定しています。` : ''}`,
    en: en`The minutes of meeting M${number} of ${names} are confirmed.${decisions > 0 ? ` So are the ${decisions} provisional decisions in them.` : ''}`,
  }),
  file: { ja: ja`Word・Markdownを受け取る`, en: en`Get the files` },
};
