/** Meetings as they are remembered. */
import { after, withMinutes } from '../../domain/agenda.ts';
import type { Day, Instant } from '../../domain/day.ts';
import { fiscalYearOf } from '../../domain/fiscalYear.ts';
import type { JointBody, Meeting, Slot } from '../../domain/meeting.ts';
import type { ChangeKind, MeetingChange, Moved } from '../../domain/meetingChange.ts';
import type { Avoided } from '../../domain/meetingCounts.ts';
import type { Attendance, Presence } from '../../domain/rule.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import type { Agendas } from './agendas.ts';
import { takeNumbers } from './numbers.ts';

export interface Meetings {
  /** A body's meetings of a day, joint and cancelled ones too. */
  on(body: string, day: Day): Promise<Meeting[]>;
  /** Scheduled meetings from this day on, of all bodies. */
  from(day: Day): Promise<Meeting[]>;
  /** Scheduled meetings from this day on in which one of these bodies meets. */
  ofBodies(bodies: readonly string[], from: Day): Promise<Meeting[]>;
  byNumber(number: number): Promise<Meeting | undefined>;
  /** What stands of a series, in the order of its numbers, cancelled ones too. */
  ofSeries(series: number): Promise<Meeting[]>;
  /** The scheduled ones of this day or later, and those that were cancelled since, by their time. */
  fromWithCancelled(day: Day, since: Instant): Promise<Meeting[]>;
  /** A body's latest scheduled meeting with a place, joint ones too. */
  lastPlaced(body: string): Promise<Meeting | undefined>;
  /** The meeting that this person called or changed last, of those that could be taken back. */
  lastBy(person: number): Promise<Meeting | undefined>;
  /** Its changes, the oldest first. */
  history(number: number): Promise<MeetingChange[]>;
  /** Locks the body so that two acts cannot take the same hour. */
  lockBody(body: string): Promise<void>;
  schedule(meeting: NewMeeting): Promise<Meeting>;
  /** Opens it, again too; the first time it gets its 第n回. */
  open(meeting: Meeting, at: Instant): Promise<Meeting>;
  close(number: number, at: Instant): Promise<Meeting>;
  /** Takes the opening back; its 第n回 stays with it. */
  unopen(number: number): Promise<Meeting>;
  /** Who of the body's municipalities is there, as far as it was noted. */
  attendance(number: number, body: string): Promise<Attendance>;
  /** The names of the deputies, by municipality, where they were said. */
  deputies(number: number, body: string): Promise<ReadonlyMap<string, string>>;
  /** Notes it for these municipalities. */
  attend(
    number: number,
    body: string,
    codes: readonly string[],
    noted: Noted,
    at: Instant,
    by: Meeting['by'],
  ): Promise<void>;
  /** A number for meetings that are called in one act. */
  newSeries(): Promise<number>;
  /** Why a cancelled meeting was not needed; undefined: it was cancelled for another reason. */
  countAs(number: number, avoided: Avoided | undefined): Promise<void>;
  /** Changes a meeting, keeping what was so before; the calendar's revision rises by one. */
  change(change: NewChange): Promise<Meeting>;
}

export interface Noted {
  readonly presence: Presence;
  /** Who came as the deputy; undefined: the name that was said before stays. */
  readonly deputy?: string | undefined;
}

export interface NewChange {
  readonly number: number;
  readonly kind: ChangeKind;
  /** Where the change moves it. */
  readonly to?: Moved;
  /** The body that joins. */
  readonly joining?: JointBody;
  readonly reason?: string | undefined;
  /** Of a cancellation: why the meeting was not needed, for the counters. */
  readonly avoided?: Avoided | undefined;
  readonly at: Instant;
  readonly by: Meeting['by'];
}

export interface NewMeeting extends Slot {
  readonly body: string;
  readonly place: string | undefined;
  readonly link?: string | undefined;
  readonly agenda: readonly string[];
  readonly joint?: readonly JointBody[];
  readonly series?: number | undefined;
  readonly at: Instant;
  readonly by: Meeting['by'];
}

export function meetings(db: Scoped, councilId: string, agendas: Agendas): Meetings {
  const list = async (
    where: Prisma.MeetingWhereInput,
    orderBy: Prisma.MeetingOrderByWithRelationInput[] = [{ number: 'asc' }],
  ): Promise<Meeting[]> => (await db.meeting.findMany({ where, orderBy, include: WHOLE })).map(toMeeting);
  const first = async (
    where: Prisma.MeetingWhereInput,
    orderBy: Prisma.MeetingOrderByWithRelationInput[] = [],
  ): Promise<Meeting | undefined> => {
    const row = await db.meeting.findFirst({ where, orderBy, include: WHOLE });
    return row ? toMeeting(row) : undefined;
  };
  const byNumber = (number: number) => first({ number });

  /** Puts the lines that it is called with on its agenda. */
  async function putOn(meeting: number, { body, agenda }: JointBody, at: Instant, by: Meeting['by']): Promise<void> {
    for (const [i, line] of agenda.entries()) {
      const { words, minutes } = withMinutes(line);
      await agendas.add({ body, kind: 'text', title: words, minutes, place: { meeting, position: i + 1 }, at, by });
    }
  }

  /** Takes these bodies' entries off: what was put up just then is dropped, the rest goes back to the queue. */
  async function takeOff(
    meeting: number,
    put: { readonly at: Instant | undefined; readonly bodies: readonly string[] },
    at: Instant,
    by: Meeting['by'],
  ): Promise<void> {
    for (const entry of (await agendas.of(meeting)).filter((one) => put.bodies.includes(one.body))) {
      const act = entry.at === put.at ? { act: 'drop' as const } : { act: 'takeOff' as const, meeting };
      const to = after(entry, act);
      if (!('refused' in to)) await agendas.change(entry, to, { kind: act.act, at, by });
    }
  }

  return {
    on: (body, day) => list({ day, ...meets(body) }),
    from: (day) => list({ day: { gte: day }, state: 'scheduled' }, [{ day: 'asc' }, { start: 'asc' }]),
    ofBodies: (bodies, from) =>
      list({ day: { gte: from }, state: 'scheduled', OR: bodies.flatMap((body) => meets(body).OR ?? []) }, [
        { day: 'asc' },
        { start: 'asc' },
      ]),
    byNumber,
    ofSeries: (series) => list({ series }),
    fromWithCancelled: (day, since) =>
      list(
        {
          day: { gte: day },
          OR: [
            { state: 'scheduled' },
            {
              state: 'cancelled',
              changes: { some: { at: { gte: toDate(since) }, kind: { in: ['cancelled', 'withdrawn'] } } },
            },
          ],
        },
        [{ day: 'asc' }, { start: 'asc' }],
      ),
    lastPlaced: (body) =>
      first({ ...meets(body), state: 'scheduled', place: { not: null } }, [{ day: 'desc' }, { start: 'desc' }]),

    async lastBy(person) {
      const called = await first({ personId: person, state: 'scheduled' }, [{ number: 'desc' }]);
      const changed = await db.meetingChange.findFirst({
        where: { personId: person, kind: { in: ['moved', 'cancelled', 'joined'] } },
        orderBy: [{ at: 'desc' }, { sequence: 'desc' }],
      });
      if (!changed || (called && called.createdAt > toInstant(changed.at))) return called;
      return byNumber(changed.number);
    },

    async history(number) {
      const found = await db.meetingChange.findMany({ where: { number }, orderBy: { sequence: 'asc' } });
      return found.map(toChange);
    },

    async lockBody(body) {
      await db.rows(
        (council) => Prisma.sql`SELECT slug FROM body WHERE council_id = ${council} AND slug = ${body} FOR UPDATE`,
      );
    },

    async open({ number, body, day, ordinal, openedAt }, at) {
      const given = ordinal ?? (await takeNumbers(db, `meeting:${body}:${fiscalYearOf(day)}`));
      await db.meeting.updateMany({
        where: { number },
        // Opened again, it goes on: it was opened when it first was.
        data: { openedAt: toDate(openedAt ?? at), closedAt: null, ordinal: given },
      });
      return (await byNumber(number)) as Meeting;
    },

    async close(number, at) {
      await db.meeting.updateMany({ where: { number }, data: { closedAt: toDate(at) } });
      return (await byNumber(number)) as Meeting;
    },

    async unopen(number) {
      await db.meeting.updateMany({ where: { number }, data: { openedAt: null, closedAt: null } });
      return (await byNumber(number)) as Meeting;
    },

    async attendance(number, body) {
      const found = await db.presence.findMany({ where: { number, bodySlug: body }, orderBy: { code: 'asc' } });
      return new Map(found.map((one) => [one.code, one.presence as Presence]));
    },

    async deputies(number, body) {
      const found = await db.presence.findMany({ where: { number, bodySlug: body, deputy: { not: null } } });
      return new Map(found.map((one) => [one.code, one.deputy ?? '']));
    },

    async attend(number, body, codes, { presence, deputy }, at, by) {
      for (const code of codes) {
        const named = presence === 'deputy' ? (deputy === undefined ? {} : { deputy }) : { deputy: null };
        const noted = { presence, ...named, at: toDate(at), personId: by.person, seatId: by.seat };
        await db.presence.upsert({
          where: { councilId_number_bodySlug_code: { councilId, number, bodySlug: body, code } },
          create: { councilId, number, bodySlug: body, code, ...noted },
          update: noted,
        });
      }
    },

    newSeries: () => takeNumbers(db, 'series'),

    async schedule({ body, day, start, end, place, link, agenda, joint = [], series, at, by }) {
      const number = await takeNumbers(db, 'meeting');
      await db.meeting.create({
        data: {
          councilId,
          number,
          bodySlug: body,
          day,
          start,
          end: end ?? null,
          place: place ?? null,
          link: link ?? null,
          series: series ?? null,
          uid: `M${number}@${councilId}.renkei.invalid`,
          createdAt: toDate(at),
          personId: by.person,
          seatId: by.seat,
        },
      });
      const bodies = joint.map((one, position) => toJointRow(councilId, number, position, one));
      if (bodies.length > 0) await db.meetingBody.createMany({ data: bodies });
      for (const section of [{ body, agenda }, ...joint]) await putOn(number, section, at, by);
      return (await byNumber(number)) as Meeting;
    },

    async countAs(number, avoided) {
      await db.meeting.updateMany({ where: { number, state: 'cancelled' }, data: { avoided: avoided ?? null } });
    },

    async change({ number, kind, to, joining, reason, avoided, at, by }) {
      const before = await db.meeting.findFirstOrThrow({ where: { number }, include: WHOLE });
      const { day, start, end, place, link, joint } = before;
      const sequence = before.sequence + 1;
      await db.meetingChange.create({
        data: {
          ...{ councilId, number, sequence, kind, day, start, end, place, link },
          reason: reason ?? null,
          at: toDate(at),
          personId: by.person,
          seatId: by.seat,
        },
      });
      const moved = to && { ...to, end: to.end ?? null, place: to.place ?? null, link: to.link ?? null };
      const state = STATE_AFTER[kind] ?? before.state;
      await db.meeting.updateMany({ where: { number }, data: { ...moved, state, sequence, avoided: avoided ?? null } });
      if (joining) await db.meetingBody.create({ data: toJointRow(councilId, number, joint.length, joining) });
      if (joining) await putOn(number, joining, at, by);
      // What went on the agenda with the call goes with it.
      const called = {
        at: toInstant(before.createdAt),
        bodies: [before.bodySlug, ...joint.map((one) => one.bodySlug)],
      };
      const joined = {
        at: optional(before.changes[0]?.at ?? null, toInstant),
        bodies: joint.slice(-1).map((one) => one.bodySlug),
      };
      if (kind === 'withdrawn') await takeOff(number, called, at, by);
      if (kind === 'parted') await takeOff(number, joined, at, by);
      if (kind === 'parted') await db.meetingBody.deleteMany({ where: { number, position: joint.length - 1 } });
      return (await byNumber(number)) as Meeting;
    },
  };
}

const STATE_AFTER: Partial<Record<ChangeKind, Meeting['state']>> = {
  cancelled: 'cancelled',
  withdrawn: 'cancelled',
  restored: 'scheduled',
};

/** With its other bodies, its last change, and its agenda. */
const WHOLE = {
  joint: { orderBy: { position: 'asc' } },
  changes: { orderBy: { sequence: 'desc' }, take: 1 },
  agenda: {
    where: { fate: { not: 'moved' }, entry: { dropped: false } },
    orderBy: [{ position: 'asc' }, { number: 'asc' }],
    include: { entry: { select: { title: true } } },
  },
} satisfies Prisma.MeetingInclude;

const meets = (body: string) => ({
  OR: [{ bodySlug: body }, { joint: { some: { bodySlug: body } } }],
});

const toJointRow = (councilId: string, number: number, position: number, { body }: JointBody) => ({
  ...{ councilId, number, position },
  bodySlug: body,
});

const agendaOf = ({ agenda }: Pick<Prisma.MeetingGetPayload<{ include: typeof WHOLE }>, 'agenda'>, body: string) =>
  agenda.filter((one) => one.bodySlug === body).map((one) => one.entry.title);

const toMeeting = (row: Prisma.MeetingGetPayload<{ include: typeof WHOLE }>): Meeting => ({
  number: row.number,
  body: row.bodySlug,
  day: toDay(row.day),
  start: row.start,
  end: optional(row.end, (n) => n),
  place: row.place ?? undefined,
  link: row.link ?? undefined,
  agenda: agendaOf(row, row.bodySlug),
  joint: row.joint.map((one) => ({ body: one.bodySlug, agenda: agendaOf(row, one.bodySlug) })),
  series: row.series ?? undefined,
  state: row.state === 'cancelled' ? 'cancelled' : 'scheduled',
  uid: row.uid,
  sequence: row.sequence,
  openedAt: optional(row.openedAt, toInstant),
  closedAt: optional(row.closedAt, toInstant),
  ordinal: row.ordinal ?? undefined,
  createdAt: toInstant(row.createdAt),
  changedAt: toInstant(row.changes[0]?.at ?? row.createdAt),
  by: { person: row.personId, seat: row.seatId },
});

const toChange = (row: Prisma.MeetingChangeGetPayload<object>): MeetingChange => ({
  number: row.number,
  sequence: row.sequence,
  kind: row.kind as ChangeKind,
  day: toDay(row.day),
  start: row.start,
  end: row.end ?? undefined,
  place: row.place ?? undefined,
  link: row.link ?? undefined,
  reason: row.reason ?? undefined,
  at: toInstant(row.at),
  by: { person: row.personId, seat: row.seatId },
});
