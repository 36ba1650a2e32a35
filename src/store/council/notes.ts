/** What was noted while a meeting was open, append only: taking a note back is a note of its own. */
import type { CapturedKind } from '../../domain/capture.ts';
import type { Instant } from '../../domain/day.ts';
import { toDate, toInstant } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Notes {
  /** Notes of one message or command; they get their numbers in order, the first names them all. */
  write(notes: readonly NewNote[]): Promise<MeetingNote[]>;
  byId(id: number): Promise<MeetingNote | undefined>;
  /** Of one message or command, those taken back too. */
  ofBatch(batch: number): Promise<MeetingNote[]>;
  /** Of a meeting, those taken back too, the oldest first. */
  ofMeeting(meeting: number): Promise<MeetingNote[]>;
  /** The last that this person wrote and that stands. */
  lastBy(person: number): Promise<MeetingNote | undefined>;
  takeBack(note: MeetingNote, at: Instant, by: MeetingNote['by']): Promise<void>;
}

export interface MeetingNote {
  readonly id: number;
  readonly batch: number;
  readonly meeting: number;
  readonly body: string;
  readonly kind: CapturedKind;
  /** As typed. */
  readonly words: string;
  /** K45 */
  readonly item: number | undefined;
  readonly decision: number | undefined;
  readonly at: Instant;
  readonly by: { readonly person: number; readonly seat: string };
  readonly takenBackAt: Instant | undefined;
}

export type NewNote = Omit<MeetingNote, 'id' | 'batch' | 'takenBackAt'>;

export function notes(db: Scoped, councilId: string): Notes {
  /** With the moment at which each was taken back. */
  async function list(where: Prisma.MeetingNoteWhereInput): Promise<MeetingNote[]> {
    const rows = await db.meetingNote.findMany({ where: { ...where, undoes: null }, orderBy: { id: 'asc' } });
    const back = await db.meetingNote.findMany({ where: { undoes: { in: rows.map((one) => one.id) } } });
    const at = new Map(back.map((one) => [one.undoes, toInstant(one.at)]));
    return rows.map((row) => toNote(row, at.get(row.id)));
  }

  return {
    async write(fresh) {
      if (fresh.length === 0) return [];
      const batch = await takeNumbers(db, 'meetingNote', fresh.length);
      await db.meetingNote.createMany({
        data: fresh.map(({ meeting, body, kind, words, item, decision, at, by }, i) => ({
          ...{ councilId, id: batch + i, batch, meeting, bodySlug: body, kind, words },
          ...{ item: item ?? null, decision: decision ?? null },
          ...{ at: toDate(at), personId: by.person, seatId: by.seat },
        })),
      });
      return list({ batch });
    },

    byId: async (id) => (await list({ id }))[0],
    ofBatch: (batch) => list({ batch }),
    ofMeeting: (meeting) => list({ meeting }),
    lastBy: async (person) => (await list({ personId: person })).findLast((one) => one.takenBackAt === undefined),

    async takeBack({ id, batch, meeting, body, words }, at, by) {
      await db.meetingNote.create({
        data: {
          ...{
            councilId,
            id: await takeNumbers(db, 'meetingNote'),
            batch,
            meeting,
            bodySlug: body,
            kind: 'undo',
            words,
          },
          ...{ undoes: id, at: toDate(at), personId: by.person, seatId: by.seat },
        },
      });
    },
  };
}

const toNote = (row: Prisma.MeetingNoteGetPayload<object>, takenBackAt: Instant | undefined): MeetingNote => ({
  ...{ id: row.id, batch: row.batch, meeting: row.meeting, body: row.bodySlug },
  ...{ kind: row.kind as CapturedKind, words: row.words, item: row.item ?? undefined },
  ...{ decision: row.decision ?? undefined, at: toInstant(row.at) },
  by: { person: row.personId, seat: row.seatId },
  takenBackAt,
});
