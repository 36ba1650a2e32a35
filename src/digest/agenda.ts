/**
 * Items and meetings: what is new first, then what is overdue, today's, what is to be remembered, and what comes within a week.
 */
import { addBusinessDays, isBusinessDay } from '../domain/businessDay.ts';
import { rolesOn, type Tenure } from '../domain/council.ts';
import { addDays, type Day, type Instant, instantAt } from '../domain/day.ts';
import { type Digest, digestOf } from '../domain/digest.ts';
import { groups } from '../domain/groups.ts';
import { type Item, turnOf } from '../domain/item.ts';
import { bodiesOf, type Meeting } from '../domain/meeting.ts';
import { isToldOn, type Preferences } from '../domain/preferences.ts';
import { buttons, heading, type Part, rows, rowsAbout } from '../text/message.ts';
import type { Text } from '../text/text.ts';
import { agendaText as text } from './agendaText.ts';
import type { Morning, Section, Told } from './morning.ts';

/** In days: a person who hears on one weekday only, over the longest holidays. */
const LONGEST_SILENCE = 21;

export const agenda: Section = async (morning) => {
  const { council, tenures, today, calendar, preferences, reminders, heardBy } = morning;
  const [scheduled, cancelled, snoozed] = await Promise.all([
    council.meetings.from(today),
    // As far back as any person's last digest may be.
    council.meetings.cancelledSince(instantAt(addDays(today, -LONGEST_SILENCE)), today),
    council.items.snoozed(today),
  ]);
  const meetings = [...scheduled, ...cancelled];
  const reminded = await remindedToday(morning, scheduled);
  const live = new Set(tenures.map((one) => one.seat.id));
  const found = new Map<number, Told>();
  for (const [person, mine] of groups(tenures, (one) => heardBy(one.person))) {
    const later = snoozed.get(person);
    const shown = later ? morning.items.filter((one) => !later.has(one.number)) : morning.items;
    const facts = { items: itemsOf(mine, shown, live, morning), meetings: meetingsOf(mine, meetings) };
    const own = preferences(person);
    const presses = ({ number }: Item): boolean => {
      const reminder = reminders.get(number);
      return ['first', 'second'].includes(reminder?.step ?? '') && reminder?.hearers.includes(person) === true;
    };
    const since = previousHour(today, calendar, own);
    const digest = digestOf(facts, today, since, ({ number }) => reminded.has(number));
    const told = digest && toldOf(withoutMuted(digest, own), morning, presses);
    if (told) found.set(person, told);
  }
  return found;
};

function toldOf(digest: Digest, { chart, council }: Morning, presses: (item: Item) => boolean): Told | undefined {
  const { fresh, overdue, today, soon, week } = digest;
  const section = (title: Text, meetings: readonly Meeting[], items: readonly Item[], is: Kind = 'later'): Part[] => {
    const list = [
      ...meetings.map((one) => text.meeting(one, chart, is === 'today', is === 'fresh')),
      ...items.map((one) => text.item(one, chart)),
    ];
    const about = [...meetings.map(() => ''), ...items.map((one) => `item:${one.number}`)];
    const asks = is === 'today' || is === 'late';
    return list.length === 0 ? [] : [heading(title), asks ? rowsAbout(about, list) : rows(list)];
  };
  const pressing = [...overdue, ...today.items];
  const parts = [
    ...section(text.fresh, fresh.meetings, fresh.items, 'fresh'),
    ...section(text.overdue, [], overdue, 'late'),
    ...section(text.today, today.meetings, today.items, 'today'),
    ...section(text.soon, soon, []),
    ...section(text.week, week.meetings, week.items),
    ...actsOf(pressing, council.id),
  ];
  if (parts.length === 0) return undefined;
  const [late] = overdue;
  const [due] = today.items;
  const worth = fresh.items.length + fresh.meetings.length + today.items.length + today.meetings.length + soon.length;
  return {
    worth: worth > 0 || overdue.some(presses),
    counts: [
      { n: fresh.meetings.length + fresh.items.length, of: text.counts.fresh },
      { n: today.meetings.length, of: text.counts.meetings },
      { n: today.items.length, of: text.counts.due },
      { n: overdue.length, of: text.counts.overdue },
      { n: soon.length, of: text.counts.soon },
    ],
    parts,
    first: late ? text.first(late, text.overdue) : due && text.first(due, text.withinToday),
  };
}

type Kind = 'fresh' | 'late' | 'today' | 'later';

/** Of so many items the buttons stand below; the others have theirs in their body's channel. */
const WITH_BUTTONS = 5;

function actsOf(items: readonly Item[], council: string): Part[] {
  return items.slice(0, WITH_BUTTONS).map((one) => {
    const press = (act: string, label: Text) => ({
      label,
      line: `/item ${act} K${one.number}`,
      council,
      about: `item:${one.number}`,
    });
    return buttons(
      press('done', text.done(one)),
      press('snooze', text.snooze),
      press('assign', text.assign),
      press('comment', text.answer),
    );
  });
}

function withoutMuted(digest: Digest, { muted }: Preferences): Digest {
  const none = { items: [], meetings: [] };
  return {
    ...digest,
    ...(muted.includes('fresh') && { fresh: none }),
    ...(muted.includes('soon') && { soon: [] }),
    ...(muted.includes('week') && { week: none }),
  };
}

/** When the digest of this person before this one was due; at most two months ago. */
function previousHour(today: Day, calendar: Morning['calendar'], preferences: Preferences): Instant {
  let day = addDays(today, -1);
  const first = addDays(today, -LONGEST);
  while (day > first && !(isBusinessDay(day, calendar) && isToldOn(preferences, day))) day = addDays(day, -1);
  return instantAt(day, preferences.hour * 60);
}

/** In days. */
const LONGEST = 62;

/** The meetings of which today reminds: so many business days before, as their body has it. */
async function remindedToday(
  { council, today, calendar }: Morning,
  meetings: readonly Meeting[],
): Promise<Set<number>> {
  const ahead = meetings.filter((one) => one.day > today && one.day <= addDays(today, REMINDED_WITHIN));
  const before = new Map<string, readonly number[]>();
  for (const body of new Set(ahead.map((one) => one.body))) {
    const setting = await council.setting('meetingReminders', today, body);
    before.set(body, Array.isArray(setting) ? setting.map(Number) : REMINDERS);
  }
  const due = ({ body, day }: Meeting): boolean =>
    (before.get(body) ?? []).some((n) => n > 0 && addBusinessDays(day, -n, calendar) === today);
  return new Set(ahead.filter(due).map((one) => one.number));
}

/** In business days before a meeting; on its day it stands under 本日 anyhow. */
const REMINDERS: readonly number[] = [3];
/** In days: the longest setting, with closed days in between. */
const REMINDED_WITHIN = 60;

/** What the person's seats owe; the secretariat's people see what no one holds. */
function itemsOf(
  mine: readonly Tenure[],
  items: readonly Item[],
  live: ReadonlySet<string>,
  { chart, today }: Morning,
): Item[] {
  const seats = new Set(mine.map((one) => one.seat.id));
  const secretariat = rolesOn(mine, chart, today).some((one) => one.as === 'secretariat');
  return items.filter((one) => {
    const turn = turnOf(one).filter((seat) => live.has(seat));
    return turn.length === 0 ? secretariat : turn.some((seat) => seats.has(seat));
  });
}

function meetingsOf(mine: readonly Tenure[], meetings: readonly Meeting[]): Meeting[] {
  const bodies = new Set(mine.filter(({ seat }) => seat.role !== 'information').map(({ seat }) => seat.body));
  return meetings.filter((one) => bodiesOf(one).some((body) => bodies.has(body)));
}
