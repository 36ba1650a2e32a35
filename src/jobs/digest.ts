/**
 * The daily digest: one message a person a business day over all their councils, changes first, at the person's hour
 * (9:00 unless they chose another).
 *
 * It is due at each hour from 7:00 to 18:00, and each time it is for those whose hour this is: what it tells is true then,
 * and a day's key lets nobody hear it twice. A person's settings are those of the first council in which they set any.
 * Nothing to tell sends nothing; a missed morning is made up for on the same day, and never on a later one.
 */
import { addBusinessDays, isBusinessDay, type OfficeCalendar } from '../domain/businessDay.ts';
import type { Circulation } from '../domain/circulation.ts';
import { bodyOf, type Chart, rolesOn, type Tenure } from '../domain/council.ts';
import { addDays, type Day, dayAt, type Instant, instantAt, minuteAt } from '../domain/day.ts';
import { type Digest, digestOf } from '../domain/digest.ts';
import { groups } from '../domain/groups.ts';
import { type Item, turnOf } from '../domain/item.ts';
import { bodiesOf, type Meeting } from '../domain/meeting.ts';
import type { Poll } from '../domain/poll.ts';
import {
  DEFAULT_HOUR,
  deputyOn,
  FIRST_HOUR,
  isToldOn,
  LAST_HOUR,
  type Preferences,
  USUAL,
} from '../domain/preferences.ts';
import type { Job, Planned } from '../job/job.ts';
import type { CouncilStore, Store } from '../store/store.ts';
import { dayAndHours, hours, shortDay } from '../text/dates.ts';
import { buttons, heading, line, type Message, type Part, rows } from '../text/message.ts';
import { bold, en, ja, listed, nothing, onOneLine, same, struck, type Text } from '../text/text.ts';
import { awaitedOf, awaitedParts } from './awaited.ts';
import { pollParts, pollsToAnswer } from './pollsToAnswer.ts';
import { undeliveredFor, undeliveredParts } from './undelivered.ts';
import { type Vacancies, vacanciesFor, vacancyParts } from './vacancies.ts';

/** In days: a person who hears on one weekday only, over the longest holidays. */
const LONGEST_SILENCE = 21;

const HOURS = Array.from({ length: LAST_HOUR - FIRST_HOUR + 1 }, (_, i) => FIRST_HOUR + i);

export const digestJob = (calendarOn: (day: Day) => OfficeCalendar): Job => ({
  name: 'digest',
  summary: {
    ja: ja`毎開庁日のお知らせ(各自の時刻、通常9時)`,
    en: en`The digest of each business day at each one's hour (9:00)`,
  },

  due(after, until) {
    const found: Instant[] = [];
    for (let day = dayAt(after); day <= dayAt(until); day = addDays(day, 1)) {
      if (!isBusinessDay(day, calendarOn(day))) continue;
      found.push(...HOURS.map((hour) => instantAt(day, hour * 60)).filter((at) => at > after && at <= until));
    }
    return found;
  },

  stillWanted: (due, now) => dayAt(due) === dayAt(now),

  async *plan(due, store): AsyncIterable<Planned> {
    const today = dayAt(due);
    const hour = minuteAt(due) / 60;
    const settings = await settingsOf(store);
    const of = (person: number): Preferences => settings.get(person) ?? USUAL;
    if (hour !== DEFAULT_HOUR && ![...settings.values()].some((one) => one.hour === hour)) return;
    const told = new Map<number, Told[]>();
    const homes = new Map<number, string>();
    for (const { id, name } of await store.across.councils()) {
      const council = store.council(id);
      const calendar = { ...calendarOn(today), closed: await council.closedDays(today) };
      // A person's digest belongs to their first council, whatever it tells of: the same key in a run that is resumed.
      for (const person of await council.people()) homes.set(person, homes.get(person) ?? id);
      if (!isBusinessDay(today, calendar)) continue;
      const chart = await council.chart(today);
      const digests = await digestsOf(council, chart, today, calendar, of);
      const heardBy = (person: number): number => deputyOn(of(person), today, of) ?? person;
      const awaited = await awaitedOf(council, await council.tenuresOn(today), heardBy, calendar, due);
      const vacant = await vacanciesFor(council, chart, today, calendar, heardBy);
      const lost = await undeliveredFor(council, chart, today, due, heardBy);
      for (const person of new Set([...digests.keys(), ...awaited.keys(), ...lost.keys(), ...vacant.keys()])) {
        const mine = {
          ...(digests.get(person) ?? { digest: NOTHING, polls: [] }),
          awaited: awaited.get(person) ?? [],
          undelivered: lost.get(person) ?? 0,
          vacancies: vacant.get(person) ?? [],
        };
        told.set(person, [...(told.get(person) ?? []), { council: id, name, chart, ...mine }]);
      }
    }
    for (const [person, all] of told) {
      if (of(person).hour !== hour || !isToldOn(of(person), today)) continue;
      const councilId = homes.get(person);
      if (councilId === undefined) continue;
      const key = `digest:${today}:person-${person}`;
      yield { councilId, posts: [{ kind: 'message', key, to: { person }, message: messageOf(all, today) }] };
    }
  },
});

/** What people set, over all councils. */
async function settingsOf(store: Store): Promise<Map<number, Preferences>> {
  const found = new Map<number, Preferences>();
  for (const { id } of await store.across.councils())
    for (const [person, one] of await store.council(id).personalSettings.all())
      found.set(person, found.get(person) ?? one);
  return found;
}

/** When the digest of this person before this one was due; at most two months ago. */
function previousHour(today: Day, calendar: OfficeCalendar, preferences: Preferences): Instant {
  let day = addDays(today, -1);
  const first = addDays(today, -LONGEST);
  while (day > first && !(isBusinessDay(day, calendar) && isToldOn(preferences, day))) day = addDays(day, -1);
  return instantAt(day, preferences.hour * 60);
}

/** In days. */
const LONGEST = 62;

/** What a person is told of one council. */
interface Told {
  readonly council: string;
  readonly name: string;
  readonly chart: Chart;
  readonly digest: Digest;
  readonly polls: readonly Poll[];
  /** The circulations that wait for the person's answer. */
  readonly awaited: readonly Circulation[];
  /** How much could not be delivered, for the secretariat. */
  readonly undelivered: number;
  /** Seats that are still 未定, for the information sections and the secretariat. */
  readonly vacancies: readonly Vacancies[];
}

const NONE = { items: [], meetings: [] };
/** For whom only an answer is awaited. */
const NOTHING: Digest = { fresh: NONE, overdue: [], today: NONE, soon: [], week: NONE };

/** What each person of this council is told. */
async function digestsOf(
  council: CouncilStore,
  chart: Chart,
  today: Day,
  calendar: OfficeCalendar,
  of: (person: number) => Preferences,
): Promise<Map<number, Pick<Told, 'digest' | 'polls'>>> {
  const [tenures, items, scheduled, cancelled, snoozed, polls] = await Promise.all([
    council.tenuresOn(today),
    council.items.open(),
    council.meetings.from(today),
    // As far back as any person's last digest may be.
    council.meetings.cancelledSince(instantAt(addDays(today, -LONGEST_SILENCE)), today),
    council.items.snoozed(today),
    council.polls.unsettled(),
  ]);
  const meetings = [...scheduled, ...cancelled];
  const reminded = await remindedToday(council, scheduled, today, calendar);
  const reminds = ({ number }: Meeting): boolean => reminded.has(number);
  const live = new Set(tenures.map((one) => one.seat.id));
  const found = new Map<number, Pick<Told, 'digest' | 'polls'>>();
  const told = (person: number): number => deputyOn(of(person), today, of) ?? person;
  for (const [person, mine] of groups(tenures, (one) => told(one.person))) {
    const later = snoozed.get(person);
    const shown = later ? items.filter((one) => !later.has(one.number)) : items;
    const facts = { items: itemsOf(mine, shown, live, chart, today), meetings: meetingsOf(mine, meetings) };
    const digest = digestOf(facts, today, previousHour(today, calendar, of(person)), reminds);
    const asked = pollsToAnswer(polls, mine, chart, today);
    if (digest || asked.length > 0) found.set(person, { digest: digest ?? NOTHING, polls: asked });
  }
  return found;
}

/** The meetings of which today reminds: so many business days before, as their body has it. */
async function remindedToday(
  council: CouncilStore,
  meetings: readonly Meeting[],
  today: Day,
  calendar: OfficeCalendar,
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
function itemsOf(mine: readonly Tenure[], items: readonly Item[], live: ReadonlySet<string>, chart: Chart, today: Day) {
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

/** One message of all councils; where there are several, each stands under its name. */
function messageOf(all: readonly Told[], today: Day): Message {
  const digests = all.map((one) => one.digest);
  const [overdue] = digests.flatMap((one) => one.overdue);
  const [due] = digests.flatMap((one) => one.today.items);
  const first = overdue ? text.first(overdue, text.overdue) : due ? text.first(due, text.withinToday) : nothing;
  const parts = all.flatMap(({ council, name, chart, digest, polls, awaited, undelivered, vacancies }) => [
    ...(all.length > 1 ? [line(bold(same(name)))] : []),
    ...pollParts(polls, (slug) => bodyName(chart, slug), council),
    ...partsOf(digest, chart, council),
    ...awaitedParts(awaited, chart, council),
    ...undeliveredParts(undelivered, council),
    ...vacancyParts(vacancies, chart, council),
  ]);
  return { summary: text.summary(today, countsOf(all), first), parts };
}

interface Counts {
  readonly fresh: number;
  readonly meetings: number;
  readonly due: number;
  readonly overdue: number;
  readonly soon: number;
  readonly polls: number;
  readonly awaited: number;
  readonly undelivered: number;
  readonly vacant: number;
}

function countsOf(all: readonly Told[]): Counts {
  const digests = all.map((one) => one.digest);
  const count = (of: (digest: Digest) => readonly unknown[]): number => digests.flatMap(of).length;
  return {
    fresh: count(({ fresh }) => [...fresh.meetings, ...fresh.items]),
    meetings: count(({ today }) => today.meetings),
    due: count(({ today }) => today.items),
    overdue: count(({ overdue }) => overdue),
    soon: count(({ soon }) => soon),
    polls: all.flatMap((one) => one.polls).length,
    awaited: all.flatMap((one) => one.awaited).length,
    undelivered: all.reduce((sum, one) => sum + one.undelivered, 0),
    vacant: all.flatMap((one) => one.vacancies).reduce((sum, one) => sum + one.count, 0),
  };
}

function partsOf({ fresh, overdue, today, soon, week }: Digest, chart: Chart, council: string): Part[] {
  const section = (title: Text, meetings: readonly Meeting[], items: readonly Item[], onDay: boolean): Part[] => {
    const list = [
      ...meetings.map((one) => text.meeting(one, chart, onDay, title === text.fresh)),
      ...items.map((one) => text.item(one, chart)),
    ];
    return list.length === 0 ? [] : [heading(title), rows(list)];
  };
  const done = [...overdue, ...today.items]
    .slice(0, 5)
    .map((one) => ({ label: text.done(one), line: `/item done K${one.number}`, council }));
  return [
    ...section(text.fresh, fresh.meetings, fresh.items, false),
    ...section(text.overdue, [], overdue, false),
    ...section(text.today, today.meetings, today.items, true),
    ...section(text.soon, soon, [], false),
    ...section(text.week, week.meetings, week.items, false),
    ...(done.length === 0 ? [] : [buttons(...done)]),
  ];
}

const bodyName = (chart: Chart, slug: string): string => bodyOf(chart, slug)?.name ?? slug;

const text = {
  summary: (
    today: Day,
    { fresh, meetings, due, overdue, soon, polls, awaited, undelivered, vacant }: Counts,
    first: Text,
  ): Text => {
    const counts = [
      fresh > 0 ? { ja: ja`新着${fresh}件`, en: en`${fresh} new` } : undefined,
      meetings > 0 ? { ja: ja`本日の会議${meetings}件`, en: en`${meetings} to meet today` } : undefined,
      due > 0 ? { ja: ja`本日期限${due}件`, en: en`${due} due today` } : undefined,
      overdue > 0 ? { ja: ja`期限超過${overdue}件`, en: en`${overdue} overdue` } : undefined,
      polls > 0 ? { ja: ja`未回答の日程調整${polls}件`, en: en`${polls} date polls to answer` } : undefined,
      soon > 0 ? { ja: ja`まもなく開催の会議${soon}件`, en: en`${soon} to meet soon` } : undefined,
      undelivered > 0 ? { ja: ja`不達のお知らせ${undelivered}件`, en: en`${undelivered} undelivered` } : undefined,
      awaited > 0 ? { ja: ja`ご回答待ちの持ち回り審議${awaited}件`, en: en`${awaited} to answer` } : undefined,
      vacant > 0 ? { ja: ja`未定の担当${vacant}件`, en: en`${vacant} vacant seats` } : undefined,
    ].filter((one) => one !== undefined);
    return {
      ja: ja`おはようございます。${shortDay(today)}のお知らせです。${listed(counts)}です。${first}`,
      en: en`Good morning. ${shortDay(today)}: ${listed(counts)}.${first}`,
    };
  },
  first: (item: Item, when: Text): Text => ({
    ja: ja`まず『${onOneLine(item.title)}(${when})』をお願いします。`,
    en: en` Please begin with “${onOneLine(item.title)}” (${when}).`,
  }),
  withinToday: { ja: ja`本日中`, en: en`today` },
  fresh: { ja: ja`新着`, en: en`New` },
  overdue: { ja: ja`期限超過`, en: en`Overdue` },
  today: { ja: ja`本日`, en: en`Today` },
  soon: { ja: ja`まもなく開催`, en: en`Soon` },
  week: { ja: ja`7日以内`, en: en`Within a week` },
  meeting: (one: Meeting, chart: Chart, onDay: boolean, fresh: boolean): Text => {
    const when = onDay ? hours(one.start, one.end) : dayAndHours(one.day, one.start, one.end);
    const bodies = bodiesOf(one)
      .map((slug) => bodyName(chart, slug))
      .join('・');
    if (one.state === 'cancelled') {
      return {
        ja: ja`• 会議M${one.number} ${bodies} ${struck(when)} 中止`,
        en: en`• Meeting M${one.number} ${bodies} ${struck(when)} is cancelled`,
      };
    }
    const changed: Text = one.sequence > 0 && fresh ? { ja: ja`変更 `, en: en`changed: ` } : nothing;
    const where = one.place ?? (one.link === undefined ? '' : 'オンライン');
    return {
      ja: ja`• ${changed}会議M${one.number} ${bodies} ${when} ${where}`,
      en: en`• ${changed}Meeting M${one.number} ${bodies} ${when} ${one.place ?? (one.link === undefined ? '' : 'online')}`,
    };
  },
  item: (one: Item, chart: Chart): Text => {
    const due: Text =
      one.due === undefined
        ? { ja: ja`期限なし`, en: en`no due day` }
        : { ja: ja`期限 ${shortDay(one.due)}`, en: en`due ${shortDay(one.due)}` };
    return {
      ja: ja`• 課題K${one.number} ${onOneLine(one.title)}(${bodyName(chart, one.body)}、${due})`,
      en: en`• Item K${one.number} ${onOneLine(one.title)} (${bodyName(chart, one.body)}, ${due})`,
    };
  },
  done: (one: Item): Text => ({ ja: ja`K${one.number}を完了にする`, en: en`K${one.number} done` }),
} as const;
