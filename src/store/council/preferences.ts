/**
 * How each person of the council wants to be told. It is one wish for all their councils: it is written in each, and the first
 * council's counts where they differ, since somebody may join one later.
 */
import type { Day, Instant, Weekday } from '../../domain/day.ts';
import { MUTABLE, type Preferences } from '../../domain/preferences.ts';
import { toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

export interface PersonalSettings {
  /** Those who set something, by person. */
  all(): Promise<Map<number, Preferences>>;
  of(person: number): Promise<Preferences | undefined>;
  /** Whose deputy this person is on the day, while they are on leave. */
  deputisedBy(person: number, on: Day): Promise<number[]>;
  save(person: number, preferences: Preferences): Promise<void>;
  /** Those whose mail address refuses letters, and since when; in their order. */
  bouncing(): Promise<Map<number, Instant>>;
  /** Their address is tried again. */
  forgetBounce(person: number): Promise<void>;
}

export function personalSettings(db: Scoped): PersonalSettings {
  return {
    async all() {
      const found = await db.personSetting.findMany({ orderBy: { personId: 'asc' } });
      return new Map(found.map((row) => [row.personId, toPreferences(row)]));
    },

    async of(person) {
      const [row] = await db.rows<Prisma.PersonSettingGetPayload<object>>(
        (council) => Prisma.sql`
          SELECT s.hour, s.weekdays, s.leave_from AS "leaveFrom", s.leave_until AS "leaveUntil", s.deputy_id AS "deputyId",
            s.muted, s.channel, s.mail
          FROM person_setting s JOIN council_person here ON here.person_id = s.person_id AND here.council_id = ${council}
          WHERE s.person_id = ${person} ORDER BY s.council_id LIMIT 1`,
      );
      return row && toPreferences(row);
    },

    async deputisedBy(person, on) {
      const found = await db.personSetting.findMany({
        where: { deputyId: person, leaveFrom: { lte: on }, leaveUntil: { gte: on } },
        orderBy: { personId: 'asc' },
      });
      return found.map((row) => row.personId);
    },

    async bouncing() {
      const found = await db.rows<{ person: number; since: Date }>(
        (council) => Prisma.sql`
          SELECT b.person_id AS person, b.since FROM mail_bounce b
          JOIN council_person c ON c.person_id = b.person_id AND c.council_id = ${council}
          JOIN person p ON p.id = b.person_id
          WHERE b.address = p.email OR EXISTS (
            SELECT FROM person_setting s WHERE s.person_id = b.person_id AND s.channel = 'mail' AND s.mail = b.address)
          ORDER BY b.person_id`,
      );
      return new Map(found.map((one) => [one.person, toInstant(one.since)]));
    },

    async forgetBounce(person) {
      await db.run(
        (council) => Prisma.sql`
          DELETE FROM mail_bounce b USING council_person c
          WHERE b.person_id = ${person} AND c.person_id = b.person_id AND c.council_id = ${council}`,
      );
    },

    async save(person, { hour, weekdays, leave, muted, mail }) {
      const channel = mail === undefined ? 'slack' : 'mail';
      await db.run(
        (council) => Prisma.sql`
          INSERT INTO person_setting (council_id, person_id, hour, weekdays, leave_from, leave_until, deputy_id, muted, channel, mail)
          SELECT every.council_id, ${person}, ${hour}, ${[...weekdays]}::int[], ${leave?.from ?? null}, ${leave?.until ?? null},
            ${leave?.deputy ?? null}::int, ${[...muted]}::text[], ${channel}, ${mail ?? null}
          FROM council_person here JOIN council_person every USING (person_id)
          WHERE here.council_id = ${council} AND here.person_id = ${person} ORDER BY every.council_id
          ON CONFLICT (council_id, person_id) DO UPDATE SET hour = excluded.hour, weekdays = excluded.weekdays,
            leave_from = excluded.leave_from, leave_until = excluded.leave_until, deputy_id = excluded.deputy_id,
            muted = excluded.muted, channel = excluded.channel, mail = excluded.mail`,
      );
    },
  };
}

export const toPreferences = (row: Prisma.PersonSettingGetPayload<object>): Preferences => ({
  hour: row.hour,
  weekdays: row.weekdays as Weekday[],
  leave:
    row.leaveFrom && row.leaveUntil
      ? { from: toDay(row.leaveFrom), until: toDay(row.leaveUntil), deputy: row.deputyId ?? undefined }
      : undefined,
  mail: row.channel === 'mail' ? (row.mail ?? undefined) : undefined,
  muted: MUTABLE.filter((one) => row.muted.includes(one)),
});
