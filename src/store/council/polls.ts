/** Date polls as they are remembered: candidates that keep their numbers, answers that are only added. */
import type { Day, Instant } from '../../domain/day.ts';
import type { JointBody } from '../../domain/meeting.ts';
import type { Candidate, Mark, Poll, PollAnswer } from '../../domain/poll.ts';
import type { PollChange, PollDeed } from '../../domain/pollChange.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

/** A poll with what the meeting is to be, and how it ended. */
export interface KeptPoll extends Poll {
  readonly place: string | undefined;
  readonly link: string | undefined;
  readonly agenda: readonly string[];
  /** The meeting that was called from it. */
  readonly meeting: number | undefined;
  readonly settledAt: Instant | undefined;
  /** The day on which the unanswered were last asked. */
  readonly nudgedOn: Day | undefined;
  readonly createdAt: Instant;
  readonly by: { readonly person: number; readonly seat: string };
  readonly onBehalf: boolean;
}

export type NewPoll = Pick<
  KeptPoll,
  'body' | 'joint' | 'deadline' | 'candidates' | 'place' | 'link' | 'agenda' | 'by' | 'onBehalf'
> & { readonly at: Instant };

/** How a poll ends, or that it goes on again. */
export type Settlement =
  | { readonly state: 'decided'; readonly meeting: number; readonly at: Instant }
  | { readonly state: 'cancelled'; readonly at: Instant }
  | { readonly state: 'open' };

export interface Polls {
  open(poll: NewPoll): Promise<KeptPoll>;
  byNumber(number: number): Promise<KeptPoll | undefined>;
  /** The same, locked until the act ends. */
  locked(number: number): Promise<KeptPoll | undefined>;
  /** All that are neither decided nor cancelled, past their deadline too. */
  unsettled(): Promise<KeptPoll[]>;
  /** The poll from which this meeting was called. */
  ofMeeting(meeting: number): Promise<KeptPoll | undefined>;
  answer(number: number, answers: readonly PollAnswer[]): Promise<KeptPoll>;
  /** Adds a candidate, or keeps it as it is now. */
  keepCandidate(number: number, candidate: Candidate, at: Instant): Promise<KeptPoll>;
  settle(number: number, how: Settlement): Promise<KeptPoll>;
  nudged(number: number, on: Day): Promise<void>;
  extend(number: number, deadline: Day): Promise<KeptPoll>;
  /** From now on it is to meet with these bodies. */
  together(number: number, joint: readonly JointBody[]): Promise<KeptPoll>;
  /** What was changed in it, the oldest first. */
  changes(number: number): Promise<PollChange[]>;
  /** Keeps what was changed, with what was so before. */
  noteChange(number: number, deed: PollDeed, at: Instant, by: PollChange['by']): Promise<void>;
  /** The poll that the person opened or changed last, and when. */
  lastBy(person: number): Promise<{ readonly number: number; readonly at: Instant } | undefined>;
}

export function polls(db: Scoped, councilId: string): Polls {
  const list = async (where: Prisma.PollWhereInput): Promise<KeptPoll[]> =>
    (await db.poll.findMany({ where, orderBy: { number: 'asc' }, include: WHOLE })).map(toPoll);
  const byNumber = async (number: number): Promise<KeptPoll | undefined> => (await list({ number }))[0];
  const kept = async (number: number): Promise<KeptPoll> => (await byNumber(number)) as KeptPoll;

  return {
    byNumber,
    unsettled: () => list({ state: 'open' }),
    ofMeeting: async (meeting) => (await list({ meeting })).at(-1),

    async locked(number) {
      await db.rows(
        (council) =>
          Prisma.sql`SELECT number FROM poll WHERE council_id = ${council} AND number = ${number} FOR UPDATE`,
      );
      return byNumber(number);
    },

    async open({ body, joint, deadline, candidates, place, link, agenda, by, onBehalf, at }) {
      const number = await takeNumbers(db, 'poll');
      await db.poll.create({
        data: {
          councilId,
          number,
          bodySlug: body,
          joint: joint.map((one) => one.body),
          deadline,
          place: place ?? null,
          link: link ?? null,
          agenda: [...agenda],
          createdAt: toDate(at),
          personId: by.person,
          seatId: by.seat,
          onBehalf,
        },
      });
      await db.pollCandidate.createMany({
        data: candidates.map((one) => ({ councilId, poll: number, number: one.number, ...toRow(one, at) })),
      });
      return kept(number);
    },

    async answer(number, answers) {
      const before = await db.pollAnswer.count({ where: { poll: number } });
      await db.pollAnswer.createMany({
        data: answers.map(({ candidate, revision, body, municipality, mark, person, seat, at, source }, i) => ({
          councilId,
          poll: number,
          serial: before + i + 1,
          candidate,
          revision,
          bodySlug: body,
          code: municipality,
          mark,
          at: toDate(at),
          personId: person,
          seatId: seat,
          source: source ?? null,
        })),
      });
      return kept(number);
    },

    async keepCandidate(poll, candidate, at) {
      const { number } = candidate;
      const row = toRow(candidate, at);
      await db.pollCandidate.upsert({
        where: { councilId_poll_number: { councilId, poll, number } },
        create: { councilId, poll, number, ...row },
        update: row,
      });
      return kept(poll);
    },

    async settle(number, how) {
      await db.poll.updateMany({
        where: { number },
        data: {
          state: how.state,
          meeting: how.state === 'decided' ? how.meeting : null,
          settledAt: how.state === 'open' ? null : toDate(how.at),
        },
      });
      return kept(number);
    },

    async nudged(number, on) {
      await db.poll.updateMany({ where: { number }, data: { nudgedOn: on } });
    },

    async extend(number, deadline) {
      await db.poll.updateMany({ where: { number }, data: { deadline } });
      return kept(number);
    },

    async together(number, joint) {
      await db.poll.updateMany({ where: { number }, data: { joint: joint.map((one) => one.body) } });
      return kept(number);
    },

    async changes(poll) {
      return (await db.pollChange.findMany({ where: { poll }, orderBy: { serial: 'asc' } })).map(toChange);
    },

    async noteChange(poll, deed, at, { person, seat }) {
      const serial = (await db.pollChange.count({ where: { poll } })) + 1;
      await db.pollChange.create({
        data: { councilId, poll, serial, ...fromDeed(deed), at: toDate(at), personId: person, seatId: seat },
      });
    },

    async lastBy(person) {
      const [opened, changed] = await Promise.all([
        db.poll.findFirst({ where: { personId: person }, orderBy: { number: 'desc' } }),
        db.pollChange.findFirst({ where: { personId: person }, orderBy: [{ at: 'desc' }, { serial: 'desc' }] }),
      ]);
      const found = [
        ...(opened ? [{ number: opened.number, at: toInstant(opened.createdAt) }] : []),
        ...(changed ? [{ number: changed.poll, at: toInstant(changed.at) }] : []),
      ];
      return found.toSorted((a, b) => b.at - a.at)[0];
    },
  };
}

const WHOLE = {
  candidates: { orderBy: { number: 'asc' } },
  answers: { orderBy: { serial: 'asc' } },
  // What a body brought with it stands with the change by which it came.
  changes: { where: { kind: 'joined' }, orderBy: { serial: 'asc' } },
} satisfies Prisma.PollInclude;

const toRow = ({ revision, slot, removed }: Candidate, at: Instant) => ({
  revision,
  day: slot.day,
  start: slot.start,
  end: slot.end ?? null,
  removedAt: removed ? toDate(at) : null,
});

const fromDeed = (deed: PollDeed) => ({
  kind: deed.kind,
  ...(deed.kind === 'candidate' && {
    candidate: deed.candidate,
    ...(deed.before && {
      revision: deed.before.revision,
      ...{ day: deed.before.slot.day, start: deed.before.slot.start, end: deed.before.slot.end ?? null },
      removed: deed.before.removed,
    }),
  }),
  ...(deed.kind === 'deadline' && { deadline: deed.before }),
  ...(deed.kind === 'joined' && { bodySlug: deed.body, agenda: [...deed.agenda] }),
  ...(deed.kind === 'undone' && { undoes: deed.undoes ?? null }),
});

type ChangeRow = Prisma.PollChangeGetPayload<object>;

const toChange = (row: ChangeRow): PollChange => ({
  serial: row.serial,
  at: toInstant(row.at),
  by: { person: row.personId, seat: row.seatId },
  ...toDeed(row),
});

function toDeed(row: ChangeRow): PollDeed {
  const { kind, candidate, revision, day, start, end, removed, deadline, bodySlug, agenda, undoes } = row;
  if (kind === 'withdrawn') return { kind };
  if (kind === 'undone') return { kind, undoes: undoes ?? undefined };
  if (kind === 'joined' && bodySlug !== null) return { kind, body: bodySlug, agenda };
  if (kind === 'deadline' && deadline !== null) return { kind, before: toDay(deadline) };
  if (kind !== 'candidate' || candidate === null) throw new Error(`a poll was changed by ${kind}`);
  if (day === null || start === null || revision === null) return { kind, candidate, before: undefined };
  const slot = { day: toDay(day), start, end: end ?? undefined };
  return { kind, candidate, before: { number: candidate, revision, slot, removed: removed === true } };
}

type Row = Prisma.PollGetPayload<{ include: typeof WHOLE }>;

const toPoll = (row: Row): KeptPoll => ({
  number: row.number,
  body: row.bodySlug,
  joint: row.joint.map((body) => {
    const brought = row.changes.findLast((one) => one.bodySlug === body);
    return { body, agenda: brought?.agenda ?? [] };
  }),
  deadline: toDay(row.deadline),
  state: row.state as Poll['state'],
  candidates: row.candidates.map(({ number, revision, day, start, end, removedAt }) => ({
    number,
    revision,
    slot: { day: toDay(day), start, end: end ?? undefined },
    removed: removedAt !== null,
  })),
  answers: row.answers.map(({ candidate, revision, bodySlug, code, mark, personId, seatId, at, source }) => ({
    candidate,
    revision,
    body: bodySlug,
    municipality: code,
    mark: mark as Mark,
    person: personId,
    seat: seatId,
    at: toInstant(at),
    source: source ?? undefined,
  })),
  place: row.place ?? undefined,
  link: row.link ?? undefined,
  agenda: row.agenda,
  meeting: row.meeting ?? undefined,
  settledAt: optional(row.settledAt, toInstant),
  nudgedOn: optional(row.nudgedOn, toDay),
  createdAt: toInstant(row.createdAt),
  by: { person: row.personId, seat: row.seatId },
  onBehalf: row.onBehalf,
});
