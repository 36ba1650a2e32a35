/** What each person put off: an item that stays out of their own digest until a day. */
import { type Day, dayAt, type Instant } from '../../domain/day.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import type { Scoped } from '../scope.ts';

export interface ItemSnoozes {
  /** Keeps an item out of the person's digest until the day; undefined: shows it again. */
  snooze(number: number, person: number, until: Day | undefined, at: Instant): Promise<void>;
  /** Puts back how it was before it was put off. */
  undoSnooze(snooze: Snooze, person: number): Promise<void>;
  /** What the person put off last, of this item or of all. */
  lastSnoozed(person: number, number: number | undefined): Promise<Snooze | undefined>;
  /** The numbers that stay out of each person's digest on the day. */
  snoozed(on: Day): Promise<Map<number, Set<number>>>;
  /** What each person put off until a day after the first and no later than the second, with that day. */
  snoozesOver(after: Day, until: Day): Promise<Map<number, Map<number, Day>>>;
}

export interface Snooze {
  readonly number: number;
  readonly at: Instant;
  readonly until: Day;
  /** Until when it was put off before. */
  readonly was: Day | undefined;
}

export const itemSnoozes = (db: Scoped, councilId: string): ItemSnoozes => ({
  async snooze(number, person, until, at) {
    const key = { councilId_number_personId: { councilId, number, personId: person } };
    const before = await db.itemSnooze.findFirst({ where: { number, personId: person } });
    const data = { until: until ?? dayAt(at), at: toDate(at), was: before?.until ?? null };
    await db.itemSnooze.upsert({
      where: key,
      create: { councilId, number, personId: person, ...data },
      update: data,
    });
  },

  async undoSnooze({ number, was }, person) {
    const where = { number, personId: person };
    if (was === undefined) await db.itemSnooze.deleteMany({ where });
    else await db.itemSnooze.updateMany({ where, data: { until: was, at: null, was: null } });
  },

  async lastSnoozed(person, number) {
    const row = await db.itemSnooze.findFirst({
      where: { personId: person, at: { not: null }, ...(number !== undefined && { number }) },
      orderBy: { at: 'desc' },
    });
    if (!row?.at) return undefined;
    return { number: row.number, at: toInstant(row.at), until: toDay(row.until), was: optional(row.was, toDay) };
  },

  async snoozed(on) {
    const found = await db.itemSnooze.findMany({ where: { until: { gt: on } } });
    const byPerson = new Map<number, Set<number>>();
    for (const { personId, number } of found)
      byPerson.set(personId, (byPerson.get(personId) ?? new Set<number>()).add(number));
    return byPerson;
  },

  async snoozesOver(after, until) {
    const found = await db.itemSnooze.findMany({ where: { until: { gt: after, lte: until } } });
    const byPerson = new Map<number, Map<number, Day>>();
    for (const row of found)
      byPerson.set(
        row.personId,
        (byPerson.get(row.personId) ?? new Map<number, Day>()).set(row.number, toDay(row.until)),
      );
    return byPerson;
  },
});
