/**
 * Items and meetings: what is new first, then what is overdue, today's, what is to be remembered, and what comes within a week.
 */
import { addBusinessDays, isBusinessDay } from '../domain/businessDay.ts';
import type { Tenure } from '../domain/council.ts';
import { addDays, type Day, dayAt, type Instant, instantAt } from '../domain/day.ts';
import { type Digest, digestOf } from '../domain/digest.ts';
import { groups } from '../domain/groups.ts';
import { type Item, type ItemEntry, turnOf } from '../domain/item.ts';
import { movedSince, sentBackBy } from '../domain/itemHistory.ts';
import { bodiesOf, type Meeting } from '../domain/meeting.ts';
import { isToldOn, type Preferences } from '../domain/preferences.ts';
import { buttons, heading, type Part, rows, rowsAbout } from '../text/message.ts';
import type { Text } from '../text/text.ts';
import { agendaText as text } from './agendaText.ts';
import { daysToldOf, isMissed, LOOKED_BACK } from './missed.ts';
import { type Morning, type Section, secretariatOf, type Told } from './morning.ts';

export const agenda: Section = async (morning) => {
  const { council, tenures, today, preferences, heardBy } = morning;
  const snoozed = await council.items.snoozed(today);
  const turns = turnsOf(morning);
  const reminded = remindedToday(morning);
  const hours = previousHours(morning);
  // An item that was never touched since it was raised was not moved.
  const histories = await council.items.histories(
    morning.items.filter((one) => one.version > 1).map((one) => one.number),
  );
  const backs = await council.items.snoozesOver(addDays(today, -LOOKED_BACK), today);
  const secretariat = new Set(secretariatOf(morning).map(heardBy));
  const found = new Map<number, Told>();
  for (const [person, mine] of groups(tenures, (one) => heardBy(one.person))) {
    const later = snoozed.get(person);
    const mineToDo = turns.of(mine);
    const owed = [...mineToDo, ...(secretariat.has(person) ? turns.ofNobody : [])];
    const items = later ? owed.filter((one) => !later.has(one.number)) : owed;
    const facts = { items, meetings: meetingsOf(mine, morning.meetings) };
    const own = preferences(person);
    const since = hours(person);
    const reminds = ({ number }: Meeting): boolean => reminded.has(number);
    const moved = ({ number }: Item): boolean => movedSince(histories.get(number) ?? [], since, person);
    const given = new Set(mineToDo.filter(({ raised }) => raised.by === person));
    const digest = digestOf(facts, today, since, {
      reminds,
      moved,
      own: (item) => given.has(item),
      back: ({ number }) => (backs.get(person)?.get(number) ?? '') > dayAt(since),
    });
    const back = (item: Item) => sentBackBy(item, histories.get(item.number) ?? []);
    const told = digest && toldOf(withoutMuted(digest, own), morning, person, back);
    if (told) found.set(person, told);
  }
  return found;
};

function toldOf(
  digest: Digest,
  { chart, council, reminders, today: now }: Morning,
  person: number,
  sentBack: (item: Item) => ItemEntry | undefined,
): Told | undefined {
  const presses = ({ number }: Item): boolean => {
    const reminder = reminders.get(number);
    return ['first', 'second'].includes(reminder?.step ?? '') && reminder?.hearers.includes(person) === true;
  };
  const { fresh, back, overdue, today, soon, week } = digest;
  const section = (title: Text, meetings: readonly Meeting[], items: readonly Item[], is: Kind = 'later'): Part[] => {
    const list = [
      ...meetings.map((one) => text.meeting(one, chart, is === 'today', is === 'fresh')),
      ...items.map((one) => text.item(one, chart, now, sentBack(one))),
    ];
    const about = [...meetings.map(() => ''), ...items.map((one) => `item:${one.number}`)];
    return list.length === 0 ? [] : [heading(title), is === 'later' ? rows(list) : rowsAbout(about, list)];
  };
  const parts = [
    ...section(text.fresh, fresh.meetings, fresh.items, 'fresh'),
    ...section(text.back, [], back, 'back'),
    ...section(text.overdue, [], overdue, 'late'),
    ...section(text.today, today.meetings, today.items, 'today'),
    ...section(text.soon, soon, []),
    ...section(text.week, week.meetings, week.items),
    ...actsOf([...overdue, ...today.items, ...back, ...fresh.items], council.id),
  ];
  if (parts.length === 0) return undefined;
  const [late] = overdue;
  const due = today.items.find((one) => one.status !== 'hold');
  const worth =
    fresh.items.length + fresh.meetings.length + today.items.length + today.meetings.length + soon.length + back.length;
  return {
    worth: worth > 0 || overdue.some(presses),
    counts: [
      { n: fresh.meetings.length + fresh.items.length, of: text.counts.fresh },
      { n: back.length, of: text.counts.back },
      { n: today.meetings.length, of: text.counts.meetings },
      { n: today.items.length, of: text.counts.due },
      { n: overdue.length, of: text.counts.overdue },
      { n: soon.length, of: text.counts.soon },
    ],
    parts,
    first: late ? text.first(late, text.overdue) : due && text.first(due, text.withinToday),
  };
}

type Kind = 'fresh' | 'back' | 'late' | 'today' | 'later';

/** Of so many items the buttons stand below, the most pressing first; the others have theirs in their body's channel. */
const WITH_BUTTONS = 5;

function actsOf(items: readonly Item[], council: string): Part[] {
  return items.slice(0, WITH_BUTTONS).map((one) => {
    const press = (act: string, label: Text, rest = '') => ({
      label,
      line: `/item ${act} K${one.number}${rest}`,
      council,
      about: `item:${one.number}`,
    });
    if (one.status === 'awaiting')
      return buttons(
        press('done', text.confirm(one), ' awaiting'),
        press('return', text.sendBack),
        press('comment', text.answer),
      );
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

/** When the digest before this one came, by what a person set; at most two months ago. */
function previousHours({ today, calendar, preferences, passedOver }: Morning): (person: number) => Instant {
  const first = addDays(today, -LOOKED_BACK);
  const before = (own: Preferences, missed: (day: Day) => boolean): Instant => {
    let day = addDays(today, -1);
    while (day > first && !(isBusinessDay(day, calendar) && isToldOn(own, day) && !missed(day))) day = addDays(day, -1);
    return instantAt(day, own.hour * 60);
  };
  // Most people set nothing, and share what is usual.
  const found = new Map<Preferences, Instant>();
  return (person) => {
    const own = preferences(person);
    if (passedOver.days.size > 0) return before(own, (day) => isMissed(passedOver, person, day));
    const at = found.get(own) ?? before(own, () => false);
    found.set(own, at);
    return at;
  };
}

/** The meetings of which today reminds: so many business days before, as any of their bodies has it. */
function remindedToday(morning: Morning): Set<number> {
  const { meetings, setting, today, calendar } = morning;
  const days = daysToldOf(morning);
  const until = addDays(today, REMINDED_WITHIN);
  const ahead = meetings.filter((one) => one.state === 'scheduled' && one.day > today && one.day <= until);
  const due = (body: string, day: Day): boolean => {
    const before = setting('meetingReminders', body);
    const daysAhead = Array.isArray(before) ? before.map(Number) : REMINDERS;
    return daysAhead.some((n) => n > 0 && days.includes(addBusinessDays(day, -n, calendar)));
  };
  return new Set(ahead.filter((one) => bodiesOf(one).some((body) => due(body, one.day))).map((one) => one.number));
}

/** In business days before a meeting; on its day it stands under 本日 anyhow. */
const REMINDERS: readonly number[] = [3];
/** In days: the longest setting, with closed days in between. */
const REMINDED_WITHIN = 60;

interface Turns {
  /** What these seats owe. */
  of(mine: readonly Tenure[]): Item[];
  /** What no one who sits today owes: the secretariat keeps it. */
  readonly ofNobody: readonly Item[];
}

/** Whose turn each item is, of those who sit today. */
function turnsOf({ items, tenures }: Morning): Turns {
  const live = new Set(tenures.map((one) => one.seat.id));
  const owing = items.map((item) => ({ item, seats: turnOf(item).filter((seat) => live.has(seat)) }));
  const bySeat = groups(
    owing.flatMap(({ item, seats }) => seats.map((seat) => ({ item, seat }))),
    (one) => one.seat,
  );
  return {
    of: (mine) => [...new Set(mine.flatMap(({ seat }) => (bySeat.get(seat.id) ?? []).map((one) => one.item)))],
    ofNobody: owing.filter((one) => one.seats.length === 0).map((one) => one.item),
  };
}

function meetingsOf(mine: readonly Tenure[], meetings: readonly Meeting[]): Meeting[] {
  const bodies = new Set(mine.filter(({ seat }) => seat.role !== 'information').map(({ seat }) => seat.body));
  return meetings.filter((one) => bodiesOf(one).some((body) => bodies.has(body)));
}
