/**
 * The daily digest (お知らせ): what is new or changed first, then what is overdue, due today, to be remembered (a meeting a few
 * business days ahead), and due within a week. What one put off comes back on its day.
 *
 * Nothing to tell gives none; one thing stands in one section only.
 */
import { addDays, type Day, type Instant } from './day.ts';
import { byDue, type Item, isLive, isOverdue } from './item.ts';
import { byTime, type Meeting } from './meeting.ts';

export interface Digest<Fact extends DigestFacts = DigestFacts> {
  /** Raised, scheduled or moved since the last digest could have told of it. */
  readonly fresh: Sections<Fact>;
  /** What the person put off until today, or until a day since the last digest. */
  readonly back: readonly Fact['items'][number][];
  readonly overdue: readonly Fact['items'][number][];
  readonly today: Sections<Fact>;
  /** Meetings of which today reminds. */
  readonly soon: readonly Fact['meetings'][number][];
  readonly week: Sections<Fact>;
}

export interface DigestFacts {
  /** Open items of the person's seats (and, for the secretariat, those without a live owner). */
  readonly items: readonly Item[];
  /** Meetings of the person's bodies, today or later: the scheduled, and those cancelled since the last digest. */
  readonly meetings: readonly Meeting[];
}

export interface Sections<Fact extends DigestFacts> {
  readonly items: readonly Fact['items'][number][];
  readonly meetings: readonly Fact['meetings'][number][];
}

/** What is known of things besides themselves; what is not said is not so. */
export interface Known {
  /** Whether today reminds of a meeting. */
  reminds?(meeting: Meeting): boolean;
  /** Whether an item is another's or of another day since the last digest. */
  moved?(item: Item): boolean;
  /** Whether the person gave it to themselves: that is no news to them. */
  own?(item: Item): boolean;
  /** Whether it was put off until now. */
  back?(item: Item): boolean;
}

const never = (): boolean => false;

/** What a person is told today; `since` is when the previous digest was due. */
export function digestOf<Fact extends DigestFacts>(
  facts: Fact,
  today: Day,
  since: Instant,
  { reminds = never, moved = never, own = never, back: isBack = never }: Known = {},
): Digest<Fact> | undefined {
  const items = facts.items.filter(isLive).toSorted(byDue) as Fact['items'][number][];
  const meetings = facts.meetings
    .filter((one) => one.state === 'scheduled' && one.day >= today)
    .toSorted(byTime) as Fact['meetings'][number][];

  const overdue = items.filter((one) => isOverdue(one, today));
  const todays = {
    items: items.filter((one) => one.due === today),
    meetings: meetings.filter((one) => one.day === today),
  };
  const urgent = new Set<Item | Meeting>([...overdue, ...todays.items, ...todays.meetings]);
  // Who was never told that it was called is not told that it is off.
  const off = facts.meetings.filter(
    (one) => one.state === 'cancelled' && one.createdAt < since && one.changedAt >= since,
  ) as Fact['meetings'][number][];
  const fresh = {
    items: items.filter((one) => ((one.raised.at >= since && !own(one)) || moved(one)) && !urgent.has(one)),
    meetings: [...off.toSorted(byTime), ...meetings.filter((one) => one.changedAt >= since && !urgent.has(one))],
  };
  const back = items.filter((one) => isBack(one) && !urgent.has(one) && !fresh.items.includes(one));
  const soon = meetings.filter((one) => reminds(one) && !urgent.has(one) && !fresh.meetings.includes(one));
  const told = new Set<Item | Meeting>([...urgent, ...fresh.items, ...fresh.meetings, ...back, ...soon]);
  const lastDay = addDays(today, 7);
  const week = {
    // What is on hold past its day stands in the weekly overview; what awaits a confirmation still asks for it.
    items: items.filter(
      (one) =>
        one.due !== undefined &&
        one.due <= lastDay &&
        (one.due >= today || one.status === 'awaiting') &&
        !told.has(one),
    ),
    meetings: meetings.filter((one) => one.day <= lastDay && !told.has(one)),
  };

  const digest = { fresh, back, overdue, today: todays, soon, week };
  const worth =
    overdue.length +
    back.length +
    soon.length +
    [fresh, todays].reduce((n, one) => n + one.items.length + one.meetings.length, 0);
  return worth > 0 ? digest : undefined;
}
