/** The minutes of meetings, append only: every draft, correction and confirmation; and what they are drafted from. */
import type { OfficeCalendar } from '../../domain/businessDay.ts';
import type { Circumstances } from '../../domain/circulation.ts';
import { type Day, endOfDay, type Instant } from '../../domain/day.ts';
import { bodiesOf, type Meeting } from '../../domain/meeting.ts';
import type { Avoided, CountedMeeting } from '../../domain/meetingCounts.ts';
import {
  type Asking,
  decisionsIn,
  type MinutesContent,
  type MinutesEntry,
  minutesOf,
  minutesStanding,
  type Section,
} from '../../domain/minutes.ts';
import type { Decision } from '../../domain/requirement.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { toDecision } from './decisionRows.ts';
import type { Decisions } from './decisions.ts';
import { spansHeld } from './spansHeld.ts';

export interface MeetingMinutes {
  /** Of a meeting, in their order. */
  entries(meeting: number): Promise<MinutesEntry[]>;
  /** Writes the next entry; two at once are a conflict, and the second looks again. */
  write(meeting: number, entry: Omit<MinutesEntry, 'serial'>): Promise<MinutesEntry>;
  /** The meetings whose minutes were sent for confirmation and are not confirmed yet, by the records. */
  awaiting(): Promise<number[]>;
  /** The body's meeting that was opened last, joint ones too. */
  lastHeld(body: string): Promise<number | undefined>;
  /** What decides how their confirmation stands, but for the calendar. */
  around(meeting: Pick<Meeting, 'number' | 'body' | 'joint'>): Promise<Omit<Circumstances, 'calendar'>>;
  /** Decisions for the minutes: those that rest on the meeting, and what its bodies recorded provisionally until its day's end. */
  decisions(meeting: Pick<Meeting, 'number' | 'body' | 'joint' | 'day'>): Promise<DecisionForMinutes[]>;
  /**
   * Where all have confirmed, records that they have and confirms the provisional decisions in them; gives the ids of
   * these. Undefined where they are not confirmed, or were before. Lock the meeting's bodies before.
   */
  settle(meeting: Meeting, now: Instant, calendar: OfficeCalendar): Promise<number[] | undefined>;
  /** All meetings of these days, for counting. */
  counted(from: Day, until: Day): Promise<CountedMeeting[]>;
}

export interface DecisionForMinutes {
  readonly decision: Decision;
  /** The requirements on which it was made. */
  readonly numbers: readonly number[];
}

export function meetingMinutes(db: Scoped, councilId: string, decided: Pick<Decisions, 'confirm'>): MeetingMinutes {
  const entries = async (meeting: number): Promise<MinutesEntry[]> =>
    (await db.minutesEntry.findMany({ where: { meeting }, orderBy: { serial: 'asc' } })).map(toEntry);

  const own: MeetingMinutes = {
    entries,

    async write(meeting, entry) {
      const serial = 1 + (await db.minutesEntry.count({ where: { meeting } }));
      const { kind, content, asking, section, words, municipality, source, undoes, at, person, seat } = entry;
      await db.minutesEntry.create({
        data: {
          ...{ councilId, meeting, serial, kind, section: section ?? null, words: words ?? null },
          ...(content && { content: content as unknown as Prisma.InputJsonObject }),
          ...(asking && { asking: asking as unknown as Prisma.InputJsonObject }),
          ...{ code: municipality ?? null, source: source ?? null, undoes: undoes ?? null },
          ...{ at: toDate(at), personId: person, seatId: seat },
        },
      });
      return { ...entry, serial };
    },

    async awaiting() {
      const found = await db.own<{ councilId: string; meeting: number }>(
        (councils) => Prisma.sql`
          SELECT DISTINCT council_id AS "councilId", meeting FROM minutes_entry a
          WHERE council_id = ANY(${councils}) AND kind = 'ask'
            AND NOT EXISTS (SELECT 1 FROM minutes_entry e WHERE e.council_id = a.council_id AND e.meeting = a.meeting
              AND e.kind = 'end')
          ORDER BY meeting`,
      );
      return found.map((one) => one.meeting);
    },

    async lastHeld(body) {
      const row = await db.meeting.findFirst({
        where: {
          openedAt: { not: null },
          OR: [{ bodySlug: body }, { joint: { some: { bodySlug: body } } }],
        },
        orderBy: { openedAt: 'desc' },
        select: { number: true },
      });
      return row?.number;
    },

    async around(meeting) {
      const [suspensions, held, shown] = await Promise.all([
        db.suspension.findMany({ orderBy: { id: 'asc' } }),
        spansHeld(db, bodiesOf(meeting)),
        db.surface.count({ where: { key: `minutes:${meeting.number}` } }),
      ]);
      return {
        suspensions: suspensions.map(({ code, kind, from, until }) => ({
          ...{ municipality: code, kind: kind === 'election' ? 'election' : 'disaster' },
          ...{ from: toDay(from), until: optional(until, toDay) },
        })),
        held,
        delivered: shown > 0,
      };
    },

    async decisions({ number, body, joint, day }) {
      const rows = await db.decision.findMany({
        where: {
          cancellation: null,
          OR: [
            { meeting: number },
            {
              basis: 'provisional',
              bodySlug: { in: [...bodiesOf({ body, joint })] },
              at: { lte: toDate(endOfDay(day)) },
              OR: [{ confirmation: null }, { confirmation: { meeting: number } }],
            },
          ],
        },
        orderBy: { id: 'asc' },
        include: { cancellation: true, confirmation: true, lines: { orderBy: { number: 'asc' } } },
      });
      return rows.map((row) => ({ decision: toDecision(row), numbers: row.lines.map((one) => one.number) }));
    },

    async settle(meeting, now, calendar) {
      const written = await entries(meeting.number);
      const minutes = minutesOf(written);
      if (!minutes || minutes.ended !== undefined) return undefined;
      const around = { ...(await own.around(meeting)), calendar };
      const at = minutesStanding(minutes, now, around).confirmedAt;
      const asked = written.find((one) => one.serial === minutes.asked?.serial);
      if (at === undefined || !asked) return undefined;
      const by = { person: asked.person, seat: asked.seat };
      await own.write(meeting.number, { kind: 'end', at, ...by });
      return decided.confirm(decisionsIn(minutes.content), { meeting: meeting.number, at, ...by });
    },

    async counted(from, until) {
      const rows = await db.meeting.findMany({
        where: { day: { gte: from, lte: until } },
        orderBy: { number: 'asc' },
        include: { joint: { orderBy: { position: 'asc' } }, changes: { orderBy: { sequence: 'desc' } } },
      });
      return rows.map((row) => {
        const last = row.changes.find((one) => one.kind === 'cancelled' || one.kind === 'withdrawn');
        return {
          ...{ body: row.bodySlug, joint: row.joint.map((one) => one.bodySlug) },
          ...{ day: toDay(row.day), state: row.state === 'cancelled' ? 'cancelled' : 'scheduled' },
          ...{
            openedAt: optional(row.openedAt, toInstant),
            withdrawn: last?.kind === 'withdrawn' && row.state === 'cancelled',
          },
          avoided: (row.avoided ?? undefined) as Avoided | undefined,
        };
      });
    },
  };
  return own;
}

const toEntry = (row: Prisma.MinutesEntryGetPayload<object>): MinutesEntry => ({
  ...{ serial: row.serial, kind: row.kind as MinutesEntry['kind'] },
  content: (row.content ?? undefined) as MinutesContent | undefined,
  asking: (row.asking ?? undefined) as Asking | undefined,
  ...{ section: (row.section ?? undefined) as Section | undefined, words: row.words ?? undefined },
  ...{ municipality: row.code ?? undefined, source: row.source ?? undefined, undoes: row.undoes ?? undefined },
  ...{ at: toInstant(row.at) as Instant, person: row.personId, seat: row.seatId },
});
