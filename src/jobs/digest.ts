/**
 * The daily digest: one message a person a business day over all their councils, changes first, at the person's hour
 * (9:00 unless they chose another).
 *
 * It is due at each hour from 7:00 to 18:00, and each time it is for those whose hour this is: what it tells is true then,
 * and a day's key lets nobody hear it twice. A person's settings are those of the first council in which they set any.
 * Nothing to tell sends nothing; a missed morning is made up for on the same day, and never on a later one: the next digest
 * says that it comes for it too. It goes council after council and forgets each; only who is in several is remembered until
 * the last of them.
 */
import { inTheMorning, isWorth, messageOf, subjectsOf, type ToldOf, tellings } from '../digest/digest.ts';
import { LOOKED_BACK } from '../digest/missed.ts';
import { type Morning, morningOf } from '../digest/morning.ts';
import { isBusinessDay, type OfficeCalendar } from '../domain/businessDay.ts';
import { addDays, type Day, dayAt, type Instant, minuteAt } from '../domain/day.ts';
import {
  DEFAULT_HOUR,
  FIRST_HOUR,
  isAway,
  isToldOn,
  LAST_HOUR,
  type Preferences,
  USUAL,
} from '../domain/preferences.ts';
import { atBusinessHours } from '../job/businessHours.ts';
import type { Job, Planned } from '../job/job.ts';
import type { OfSeveral } from '../store/across.ts';
import type { ToldDigest } from '../store/council/digests.ts';
import type { Reminder } from '../store/council/items.ts';
import type { PassedOver } from '../store/passedOver.ts';
import type { CouncilStore } from '../store/store.ts';

const HOURS = Array.from({ length: LAST_HOUR - FIRST_HOUR + 1 }, (_, i) => FIRST_HOUR + i);

/** `leaps`: see `jobs`; what was passed over is told all the same, and nothing is said of a system that stood still. */
export const digestJob = (calendarOn: (day: Day) => OfficeCalendar, leaps = false): Job => ({
  name: 'digest',

  ...atBusinessHours(HOURS, calendarOn),
  catchUp: 'each',

  async *plan(due, store): AsyncIterable<Planned> {
    const today = dayAt(due);
    const hour = minuteAt(due) / 60;
    if (hour !== DEFAULT_HOUR && !(await store.across.digestHours()).has(hour)) return;
    const several = await store.across.peopleOfSeveral();
    const passedOver = await store.across.passedOver('digest', minuteAt(due), addDays(today, -LOOKED_BACK));
    const heard = new Map<number, ToldOf[]>();
    const councils = await store.across.councils();
    for (let next = 0; next < councils.length; next += ABREAST) {
      const batch = councils.slice(next, next + ABREAST);
      const stores = store.abreast(batch.map((one) => one.id));
      const read = stores.map((council, i) =>
        readCouncil(council, batch[i]?.name ?? '', { several, passedOver, due, calendarOn }),
      );
      for (const { id, told, here, hears, reminders } of await Promise.all(read)) {
        const digests: ToldDigest[] = [];
        const elsewhere = new Map<string, ToldDigest[]>();
        for (const [person, theirs] of told) {
          if (!hears(person)) continue;
          const one = leaps ? { ...theirs, missed: [] } : theirs;
          if (several.has(person)) heard.set(person, [...(heard.get(person) ?? []), one]);
          else if (isWorth([one])) digests.push(digestFor(person, [one], { home: id, several: false, today }));
        }
        for (const person of here) {
          const [home, ...others] = several.get(person)?.councils ?? [];
          if (home === undefined || others.at(-1) !== id) continue;
          const all = heard.get(person) ?? [];
          heard.delete(person);
          const digest = () => digestFor(person, all, { home, several: true, today });
          if (isWorth(all)) elsewhere.set(home, [...(elsewhere.get(home) ?? []), digest()]);
        }
        yield planned(id, today, digests, reminders);
        for (const [home, theirs] of elsewhere) yield planned(home, today, theirs, []);
      }
    }
  },
});

/** Councils that are read at once: so many that questions are few, so few that whoever presses a button meanwhile is answered. */
const ABREAST = 16;

interface CouncilRead {
  readonly id: string;
  readonly told: ReadonlyMap<number, ToldOf>;
  /** Its people who are in other councils too. */
  readonly here: readonly number[];
  readonly reminders: readonly Reminder[];
  hears(person: number): boolean;
}

/** What is the same for all councils. */
interface Occasion {
  readonly several: ReadonlyMap<number, OfSeveral>;
  readonly passedOver: PassedOver;
  readonly due: Instant;
  readonly calendarOn: (day: Day) => OfficeCalendar;
}

async function readCouncil(
  council: CouncilStore,
  name: string,
  { several, passedOver, due, calendarOn }: Occasion,
): Promise<CouncilRead> {
  const today = dayAt(due);
  const hour = minuteAt(due) / 60;
  const { id } = council;
  const own = await council.personalSettings.all();
  const preferences = (person: number): Preferences => {
    const elsewhere = several.get(person);
    return (elsewhere ? elsewhere.preferences : own.get(person)) ?? USUAL;
  };
  const hears = (person: number): boolean => preferences(person).hour === hour && isToldOn(preferences(person), today);
  const here = [...several].filter(([, { councils }]) => councils.includes(id)).map(([person]) => person);
  const nothing: CouncilRead = { id, told: new Map(), here, hears, reminders: [] };
  // At other hours hardly anybody hears.
  if (hour !== DEFAULT_HOUR && ![...own.keys(), ...here].some(hears)) return nothing;
  const calendar = { ...calendarOn(today), closed: await council.closedDays(today) };
  if (!isBusinessDay(today, calendar)) return nothing;
  const morning = await morningOf(council, { today, now: due, calendar, preferences, passedOver });
  return { ...nothing, told: await tellings(morning, name), reminders: taken(morning, hears, hour) };
}

function digestFor(person: number, all: readonly ToldOf[], of: Parameters<typeof messageOf>[1]): ToldDigest {
  const message = messageOf(all, of, inTheMorning(of.today));
  return { person, message, subjects: subjectsOf(message) };
}

const planned = (
  councilId: string,
  today: Day,
  digests: readonly ToldDigest[],
  reminders: readonly Reminder[],
): Planned => ({
  councilId,
  posts: digests.map(({ person, message }) => ({
    kind: 'message',
    key: `digest:${today}:person-${person}`,
    to: { person },
    message,
  })),
  ...(digests.length + reminders.length > 0 && {
    async carry(acting) {
      await acting.digests.keep(today, digests);
      await acting.items.remind(reminders);
      return { posts: [], refresh: [] };
    },
  }),
});

/**
 * The steps of reminding that are taken: of what somebody hears now, and of what nobody can hear, being on leave. Who hears on
 * other weekdays alone is waited for.
 */
const taken = (
  { reminders, today, preferences }: Morning,
  hears: (person: number) => boolean,
  hour: number,
): Reminder[] =>
  [...reminders]
    .filter(
      ([, { hearers }]) =>
        hearers.some(hears) || (hour === DEFAULT_HOUR && hearers.every((one) => isAway(preferences(one), today))),
    )
    .map(([number, { since, step }]) => ({ number, since, step, day: today }));
