/**
 * What a subscribed calendar shows: the scheduled meetings of its person, its body or the council, as they are now. Rights
 * are read on the day: who holds no seat any more gets nothing, whatever the token.
 */
import { eventOf } from '../commands/wg/calendarFile.ts';
import { publishedOf } from './calendar/ics.ts';
import { bodyOf, rolesOn } from './domain/council.ts';
import { addDays, dayAt, type Instant } from './domain/day.ts';
import { bodiesOf } from './domain/meeting.ts';
import { hashOfToken } from './store/council/feeds.ts';
import type { Store } from './store/store.ts';

/** In days: how far back a calendar shows what was. */
const BACK = 180;

/** The text of the calendar; undefined where the token gives none. */
export async function feedOf(token: string, store: Store, now: Instant): Promise<string | undefined> {
  const feed = await store.across.feed(hashOfToken(token));
  if (!feed) return undefined;
  const today = dayAt(now);
  const council = store.council(feed.councilId);
  const [{ shortName }, chart, tenures, meetings] = await Promise.all([
    council.council(),
    council.chart(today),
    council.tenuresOf([feed.person], today),
    council.meetings.from(addDays(today, -BACK)),
  ]);
  if (rolesOn(tenures, chart, today).length === 0) return undefined;

  const { of } = feed;
  const own = new Set(tenures.filter(({ seat }) => seat.role !== 'information').map(({ seat }) => seat.body));
  const mine =
    of.scope === 'council'
      ? meetings
      : meetings.filter((one) =>
          bodiesOf(one).some((body) => (of.scope === 'body' ? body === of.body : own.has(body))),
        );
  // Several of them stand side by side in one calendar.
  const name = {
    body: bodyOf(chart, of.body ?? '')?.name ?? shortName,
    person: `${shortName} 自分の会議`,
    council: `${shortName} 全体`,
  }[of.scope];
  return publishedOf(
    mine.map((one) => eventOf(one, { chart, today }, one.changedAt)),
    name,
  );
}
