/** What each person's digest told, so that the message shows in the course of the day what was seen to. */
import type { Day } from '../../domain/day.ts';
import type { Message } from '../../text/message.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

export interface ToldDigest {
  readonly person: number;
  readonly message: Message;
  /** What it tells of: `item:45`. */
  readonly subjects: readonly string[];
}

export interface Digests {
  /** Keeps what they are told on the day; of a second one on the day the first stays. */
  keep(day: Day, told: readonly ToldDigest[]): Promise<void>;
  told(person: number, day: Day): Promise<ToldDigest | undefined>;
  /** Who was told of any of these on the day. */
  telling(subjects: readonly string[], day: Day): Promise<number[]>;
}

export const digests = (db: Scoped): Digests => ({
  async keep(day, told) {
    if (told.length === 0) return;
    const rows = JSON.stringify(told);
    await db.run(
      (council) => Prisma.sql`
        INSERT INTO told_digest (council_id, person_id, day, message, subjects)
        SELECT ${council}, person, ${day}, message, subjects
        FROM jsonb_to_recordset(${rows}::jsonb) AS row (person int, message jsonb, subjects text[])
        ON CONFLICT DO NOTHING`,
    );
  },

  async told(person, day) {
    const row = await db.toldDigest.findFirst({ where: { personId: person, day } });
    return row ? { person, message: row.message as unknown as Message, subjects: row.subjects } : undefined;
  },

  async telling(subjects, day) {
    if (subjects.length === 0) return [];
    const found = await db.toldDigest.findMany({
      where: { day, subjects: { hasSome: [...subjects] } },
      select: { personId: true },
      orderBy: { personId: 'asc' },
    });
    return found.map((one) => one.personId);
  },
});
