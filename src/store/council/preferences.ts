/** How each person of the council wants to be told. */
import type { Day, Weekday } from '../../domain/day.ts';
import { MUTABLE, type Preferences } from '../../domain/preferences.ts';
import { toDay } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

export interface PersonalSettings {
  /** Those who set something, by person. */
  all(): Promise<Map<number, Preferences>>;
  of(person: number): Promise<Preferences | undefined>;
  /** Whose deputy this person is on the day, while they are on leave. */
  deputisedBy(person: number, on: Day): Promise<number[]>;
  save(person: number, preferences: Preferences): Promise<void>;
}

export function personalSettings(db: Scoped, councilId: string): PersonalSettings {
  return {
    async all() {
      const found = await db.personSetting.findMany({ orderBy: { personId: 'asc' } });
      return new Map(found.map((row) => [row.personId, toPreferences(row)]));
    },

    async of(person) {
      const row = await db.personSetting.findFirst({ where: { personId: person } });
      return row ? toPreferences(row) : undefined;
    },

    async deputisedBy(person, on) {
      const found = await db.personSetting.findMany({
        where: { deputyId: person, leaveFrom: { lte: on }, leaveUntil: { gte: on } },
        orderBy: { personId: 'asc' },
      });
      return found.map((row) => row.personId);
    },

    async save(person, { hour, weekdays, leave, muted, mail }) {
      const data = {
        hour,
        weekdays: [...weekdays],
        leaveFrom: leave?.from ?? null,
        leaveUntil: leave?.until ?? null,
        deputyId: leave?.deputy ?? null,
        muted: [...muted],
        channel: mail === undefined ? 'slack' : 'mail',
        mail: mail ?? null,
      };
      await db.personSetting.upsert({
        where: { councilId_personId: { councilId, personId: person } },
        create: { councilId, personId: person, ...data },
        update: data,
      });
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
