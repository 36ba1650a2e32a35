/** Meetings as they are remembered. */
import type { Day, Instant } from '../../domain/day.ts';
import type { Meeting, Slot } from '../../domain/meeting.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Meetings {
  /** A body's meetings of a day, cancelled ones too. */
  on(body: string, day: Day): Promise<Meeting[]>;
  /** Scheduled meetings from this day on, of all bodies. */
  from(day: Day): Promise<Meeting[]>;
  byNumber(number: number): Promise<Meeting | undefined>;
  lastBy(person: number): Promise<Meeting | undefined>;
  /** Locks the body so that two acts cannot take the same hour. */
  lockBody(body: string): Promise<void>;
  schedule(meeting: NewMeeting): Promise<Meeting>;
  cancel(number: number): Promise<Meeting>;
}

export interface NewMeeting extends Slot {
  readonly body: string;
  readonly place: string | undefined;
  readonly agenda: readonly string[];
  readonly at: Instant;
  readonly by: Meeting['by'];
}

export function meetings(db: Scoped, councilId: string): Meetings {
  return {
    async on(body, day) {
      const found = await db.meeting.findMany({ where: { bodySlug: body, day }, orderBy: { number: 'asc' } });
      return found.map(toMeeting);
    },

    async from(day) {
      const found = await db.meeting.findMany({
        where: { day: { gte: day }, state: 'scheduled' },
        orderBy: [{ day: 'asc' }, { start: 'asc' }],
      });
      return found.map(toMeeting);
    },

    async byNumber(number) {
      const row = await db.meeting.findFirst({ where: { number } });
      return row ? toMeeting(row) : undefined;
    },

    async lastBy(person) {
      const row = await db.meeting.findFirst({
        where: { personId: person, state: 'scheduled' },
        orderBy: { number: 'desc' },
      });
      return row ? toMeeting(row) : undefined;
    },

    async lockBody(body) {
      await db.rows(
        (council) => Prisma.sql`SELECT slug FROM body WHERE council_id = ${council} AND slug = ${body} FOR UPDATE`,
      );
    },

    async schedule({ body, day, start, end, place, agenda, at, by }) {
      const number = await takeNumbers(db, 'meeting');
      const row = await db.meeting.create({
        data: {
          councilId,
          number,
          bodySlug: body,
          day,
          start,
          end: end ?? null,
          place: place ?? null,
          agenda: [...agenda],
          uid: `M${number}@${councilId}.renkei.invalid`,
          createdAt: toDate(at),
          personId: by.person,
          seatId: by.seat,
        },
      });
      return toMeeting(row);
    },

    async cancel(number) {
      await db.meeting.updateMany({ where: { number }, data: { state: 'cancelled', sequence: { increment: 1 } } });
      return toMeeting(await db.meeting.findFirstOrThrow({ where: { number } }));
    },
  };
}

const toMeeting = (row: Prisma.MeetingGetPayload<object>): Meeting => ({
  number: row.number,
  body: row.bodySlug,
  day: toDay(row.day),
  start: row.start,
  end: optional(row.end, (n) => n),
  place: row.place ?? undefined,
  agenda: row.agenda,
  state: row.state === 'cancelled' ? 'cancelled' : 'scheduled',
  uid: row.uid,
  sequence: row.sequence,
  createdAt: toInstant(row.createdAt),
  by: { person: row.personId, seat: row.seatId },
});
