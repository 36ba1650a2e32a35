/** What each person's digest told, so that the message shows in the course of the day what was seen to. */
import type { Day } from '../../domain/day.ts';
import type { Message } from '../../text/message.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

export interface ToldDigest {
  readonly person: number;
  readonly message: Message;
  /** What it tells of: `item:45`, `kenpoku/item:45`. */
  readonly subjects: readonly string[];
}

export interface Digests {
  /** Keeps what they are told on the day; of a second one on the day the first stays. */
  keep(day: Day, told: readonly ToldDigest[]): Promise<void>;
  told(person: number, day: Day): Promise<ToldDigest | undefined>;
  /** Who was told of any of these on the day. */
  telling(subjects: readonly string[], day: Day): Promise<number[]>;
  /** Who was told of any of these in a digest that another council keeps: people of both have one message of both. */
  tellingElsewhere(
    subjects: readonly string[],
    day: Day,
  ): Promise<{ readonly council: string; readonly person: number }[]>;
}

/** How a digest names what another council asks for. */
export const subjectIn = (council: string, subject: string): string => `${council}/${subject}`;

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

  async tellingElsewhere(subjects, day) {
    if (subjects.length === 0) return [];
    return db.rows(
      (council) => Prisma.sql`
        SELECT told.council_id AS council, told.person_id AS person FROM council_person here
        JOIN council_person there ON there.person_id = here.person_id AND there.council_id <> here.council_id
        JOIN told_digest told
          ON told.council_id = there.council_id AND told.person_id = there.person_id AND told.day = ${day}
        WHERE here.council_id = ${council} AND told.subjects && ${subjects.map((one) => subjectIn(council, one))}::text[]
        ORDER BY told.council_id, told.person_id`,
    );
  },
});
