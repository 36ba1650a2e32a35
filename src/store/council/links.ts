/** Where in Slack a requirement or a decision was talked about: addresses of messages, never their words. */
import type { Instant } from '../../domain/day.ts';
import { toDate } from '../moments.ts';
import type { Scoped } from '../scope.ts';

export interface Links {
  /** The addresses linked to it (`requirement:1234`), the oldest first. */
  of(subject: string): Promise<string[]>;
  /** Links it; again, where the link was removed. False where it is linked already. */
  add(subject: string, url: string, by: Linking): Promise<boolean>;
  /** False where there is no such link. */
  remove(subject: string, url: string, at: Instant): Promise<boolean>;
}

export interface Linking {
  readonly at: Instant;
  readonly person: number;
  readonly seat: string;
}

export function links(db: Scoped, councilId: string): Links {
  return {
    async of(subject) {
      const found = await db.subjectLink.findMany({ where: { subject, removedAt: null }, orderBy: { at: 'asc' } });
      return found.map((one) => one.url);
    },

    async add(subject, url, { at, person, seat }) {
      const linked = await db.subjectLink.count({ where: { subject, url, removedAt: null } });
      if (linked > 0) return false;
      const made = { at: toDate(at), personId: person, seatId: seat, removedAt: null };
      await db.subjectLink.upsert({
        where: { councilId_subject_url: { councilId, subject, url } },
        create: { councilId, subject, url, ...made },
        update: made,
      });
      return true;
    },

    async remove(subject, url, at) {
      const { count } = await db.subjectLink.updateMany({
        where: { subject, url, removedAt: null },
        data: { removedAt: toDate(at) },
      });
      return count > 0;
    },
  };
}
