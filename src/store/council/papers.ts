/** 資料 of meetings, version by version. */

import type { Audience } from '../../domain/audience.ts';
import type { Instant } from '../../domain/day.ts';
import type { MeetingPaper } from '../../domain/paper.ts';
import { optional, toDate, toInstant } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

export interface Papers {
  /** All versions of all 資料 of a meeting, those taken back too. */
  of(meeting: number): Promise<MeetingPaper[]>;
  /** The same of several meetings. */
  ofMeetings(meetings: readonly number[]): Promise<MeetingPaper[]>;
  register(paper: Omit<MeetingPaper, 'withdrawnAt'>): Promise<MeetingPaper>;
  /** Takes a version back; the one before it counts again. */
  withdraw(paper: Pick<MeetingPaper, 'meeting' | 'mark' | 'version'>, at: Instant, person: number): Promise<void>;
}

export function papers(db: Scoped, councilId: string): Papers {
  return {
    async of(meeting) {
      const found = await db.meetingPaper.findMany({
        where: { number: meeting },
        orderBy: [{ mark: 'asc' }, { version: 'asc' }],
      });
      return found.map(toPaper);
    },

    async ofMeetings(meetings) {
      const found = await db.meetingPaper.findMany({
        where: { number: { in: [...meetings] } },
        orderBy: [{ number: 'asc' }, { mark: 'asc' }, { version: 'asc' }],
      });
      return found.map(toPaper);
    },

    async register({ meeting, mark, version, title, link, audience, at, by }) {
      const data = { number: meeting, mark, version, title, link: link ?? null, audience, at: toDate(at) };
      return toPaper(
        await db.meetingPaper.create({ data: { councilId, ...data, personId: by.person, seatId: by.seat } }),
      );
    },

    async withdraw({ meeting, mark, version }, at, person) {
      await db.meetingPaper.updateMany({
        where: { number: meeting, mark, version, withdrawnAt: null },
        data: { withdrawnAt: toDate(at), withdrawnBy: person },
      });
    },
  };
}

const toPaper = (row: Prisma.MeetingPaperGetPayload<object>): MeetingPaper => ({
  meeting: row.number,
  mark: row.mark,
  version: row.version,
  title: row.title,
  link: row.link ?? undefined,
  audience: row.audience as Audience,
  at: toInstant(row.at),
  by: { person: row.personId, seat: row.seatId },
  withdrawnAt: optional(row.withdrawnAt, toInstant),
});
