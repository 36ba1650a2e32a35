/** A council on the morning of a day, as its digests need it: who sits where, who hears for whom, what is reminded of. */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { isBusinessDay } from '../domain/businessDay.ts';
import { actingOn, type Chart, isOn, leads, type Role, rolesByPerson, type Tenure } from '../domain/council.ts';
import { addDays, type Day, type Instant, instantAt } from '../domain/day.ts';
import { hearersOf, owed, type Step, stepOn } from '../domain/escalation.ts';
import { groups } from '../domain/groups.ts';
import { type Item, isOverdue } from '../domain/item.ts';
import type { Meeting } from '../domain/meeting.ts';
import { deputyOn, type Preferences } from '../domain/preferences.ts';
import type { PassedOver } from '../store/passedOver.ts';
import type { CouncilStore } from '../store/store.ts';
import type { Part } from '../text/message.ts';
import type { Text } from '../text/text.ts';

export interface Morning {
  readonly council: CouncilStore;
  readonly chart: Chart;
  readonly today: Day;
  readonly now: Instant;
  readonly calendar: OfficeCalendar;
  readonly tenures: readonly Tenure[];
  readonly roles: ReadonlyMap<number, readonly Role[]>;
  readonly items: readonly Item[];
  /** From today on: the scheduled ones, and those that were cancelled since anybody's last digest. */
  readonly meetings: readonly Meeting[];
  /** Of each item that is to be reminded of today: which step, and who hears it. */
  readonly reminders: ReadonlyMap<number, Reminder>;
  /** The value of a setting today: of the body, else of the whole council. */
  setting(key: string, body: string): unknown;
  preferences(person: number): Preferences;
  /** The days before whose digests of this hour an outage passed over. */
  readonly passedOver: PassedOver;
  /** Who is told for this person: a deputy during leave. */
  heardBy(person: number): number;
}

export interface Reminder {
  readonly step: Step;
  readonly since: Instant;
  readonly hearers: readonly number[];
  /** The seats that did not answer. */
  readonly silent: readonly string[];
}

/** What a person is told by one section. */
export interface Told {
  /** Whether it alone is a reason to tell anything. */
  readonly worth: boolean;
  readonly counts: readonly Count[];
  readonly parts: readonly Part[];
  /** What to begin with. */
  readonly first?: Text | undefined;
}

/** 新着2件: `of` is the same function for the same thing, so that councils add up. */
export interface Count {
  readonly n: number;
  readonly of: (n: number) => Text;
}

/**
 * One thing that digests tell of: what each person is told, where there is anything. What only it tells of it reads itself, of
 * the whole council at once: a council has a hundred people, and a morning a thousand councils.
 */
export type Section = (morning: Morning) => Promise<ReadonlyMap<number, Told>>;

export async function morningOf(
  council: CouncilStore,
  around: Pick<Morning, 'today' | 'now' | 'calendar' | 'preferences' | 'passedOver'>,
): Promise<Morning> {
  const { today, preferences } = around;
  const [chart, tenures, items, meetings, settings, present] = await Promise.all([
    council.chart(today),
    council.tenuresOn(today),
    council.items.open(),
    council.meetings.fromWithCancelled(today, instantAt(addDays(today, -LONGEST_SILENCE))),
    council.settingsOn(today),
    council.presentAtCouncil(today),
  ]);
  const values = new Map(settings.map(({ scope, key, value }) => [inScope(key, scope), value]));
  const setting = (key: string, body: string): unknown => values.get(inScope(key, body)) ?? values.get(inScope(key));
  const deputy = (person: number): number | undefined => deputyOn(preferences(person), today, preferences);
  // Somebody of several councils names a deputy of one of them, who hears nothing of the others.
  const deputies = [...new Set(tenures.map((one) => deputy(one.person)).filter((one) => one !== undefined))];
  const ours = deputies.length === 0 ? new Map() : await council.names(deputies);
  const heardBy = (person: number): number => {
    const standIn = deputy(person);
    return standIn !== undefined && ours.has(standIn) ? standIn : person;
  };
  const roles = rolesByPerson(tenures, chart, today, actingOn(chart, today, present));
  const bare = { ...around, council, chart, tenures, items, meetings, setting, roles, heardBy };
  return { ...bare, reminders: await remindersOf(bare) };
}

/** In days: a person who hears on one weekday only, over the longest holidays. */
const LONGEST_SILENCE = 21;

const inScope = (key: string, body = ''): string => `${key} ${body}`;

async function remindersOf(morning: Omit<Morning, 'reminders'>): Promise<Map<number, Reminder>> {
  const { council, items, today, tenures, roles, chart, calendar, heardBy } = morning;
  const late = items.filter((one) => isOverdue(one, today));
  if (late.length === 0) return new Map();
  const numbers = late.map((one) => one.number);
  const [histories, taken, suspensions] = await Promise.all([
    council.items.histories(numbers),
    council.items.reminders(numbers),
    council.circulations.suspensions(),
  ]);
  const stepsOf = groups(taken, (one) => one.number);
  const suspended = (municipality: string, on: Day): boolean =>
    suspensions.some((one) => one.municipality === municipality && isOn(one, on));
  const heard = (list: readonly { person: number; municipality: string }[]): number[] => [
    ...new Set(list.filter((one) => !suspended(one.municipality, today)).map((one) => heardBy(one.person))),
  ];
  const holding = (is: (role: Role) => boolean): number[] =>
    heard([...roles].flatMap(([person, mine]) => mine.filter(is).map((role) => ({ ...role, person }))));
  const secretariat = holding((role) => role.as === 'secretariat');
  const found = new Map<number, Reminder>();
  for (const item of late) {
    const owing = owed(item, histories.get(item.number) ?? []);
    const held = tenures.filter((one) => owing.silent.includes(one.seat.id));
    const towns = [...new Set(held.map((one) => one.municipality))];
    const leading = holding((role) => leads(role, item.body, chart));
    const hearers = hearersOf({ owners: heard(held), leads: leading, secretariat });
    const counts = (on: Day): boolean =>
      isBusinessDay(on, calendar) && (towns.length === 0 || towns.some((one) => !suspended(one, on)));
    const steps = (stepsOf.get(item.number) ?? []).filter((one) => one.since === owing.since);
    const facts = { item, owed: owing, taken: steps, counts, heard: (step: Step) => hearers[step].length > 0 };
    const step = stepOn(facts, today);
    if (step) found.set(item.number, { step, since: owing.since, hearers: hearers[step], silent: owing.silent });
  }
  return found;
}

/** The secretariat's people of the day. */
export const secretariatOf = ({ roles }: Pick<Morning, 'roles'>): number[] =>
  [...roles].filter(([, mine]) => mine.some((role) => role.as === 'secretariat')).map(([person]) => person);
