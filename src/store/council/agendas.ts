/** What bodies are to speak of: entries with a number for ever, their places at meetings, and each step append-only. */
import {
  type AgendaEntry,
  type AgendaKind,
  carriedOver,
  type EntryState,
  type EntrySubject,
  type Fate,
  type Place,
  wasOn,
} from '../../domain/agenda.ts';
import type { Day, Instant } from '../../domain/day.ts';
import type { Decision, Outcome } from '../../domain/requirement.ts';
import { toDate, toInstant } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { standingOn } from './decisionRows.ts';
import { takeNumbers } from './numbers.ts';

export interface Agendas {
  /** What a meeting has or had on its agenda, body after body in its order. */
  of(meeting: number): Promise<AgendaEntry[]>;
  /** What waits for one of the body's next meetings, what was carried over most often first; lock the body before changes. */
  queue(body: string, today: Day): Promise<AgendaEntry[]>;
  /** All of the body that are neither dropped nor covered, wherever they stand. */
  open(body: string): Promise<AgendaEntry[]>;
  byNumber(body: string, number: number): Promise<AgendaEntry | undefined>;
  /** Gives it its number; on the agenda of the meeting, or in the queue. */
  add(entry: NewEntry): Promise<AgendaEntry>;
  /** Changes an entry, keeping what was so before. */
  change(entry: AgendaEntry, to: EntryState, step: NewStep): Promise<void>;
  /** Its steps, the oldest first. */
  history(body: string, number: number): Promise<AgendaStep[]>;
  /** The entries that this person changed in their last act. */
  lastBy(person: number): Promise<{ readonly body: string; readonly number: number; readonly at: Instant }[]>;
  /** Gives the agenda out, as it reads. */
  issue(meeting: number, lines: readonly string[], at: Instant, by: AgendaEntry['by']): Promise<void>;
  /** When it was given out, and how it read, the first first. */
  issues(meeting: number): Promise<Issue[]>;
  /** Which of these meetings' agendas were given out. */
  issued(meetings: readonly number[]): Promise<Set<number>>;
}

export interface NewEntry extends Pick<EntrySubject, 'kind' | 'title'>, Partial<Omit<EntrySubject, 'kind' | 'title'>> {
  readonly body: string;
  readonly minutes?: number | undefined;
  readonly place?: Pick<Place, 'meeting' | 'position'> | undefined;
  readonly at: Instant;
  readonly by: AgendaEntry['by'];
}

export type StepKind =
  | 'proposed'
  | 'added'
  | 'put'
  | 'order'
  | 'minutes'
  | 'cover'
  | 'circulate'
  | 'carry'
  | 'resume'
  | 'takeOff'
  | 'drop'
  | 'note'
  | 'undo';

export interface NewStep {
  readonly kind: StepKind;
  readonly words?: string | undefined;
  readonly at: Instant;
  readonly by: AgendaEntry['by'];
}

export interface AgendaStep extends NewStep {
  readonly serial: number;
  readonly before: EntryState;
  readonly after: EntryState;
}

export interface Issue {
  readonly at: Instant;
  readonly lines: readonly string[];
}

export function agendas(db: Scoped, councilId: string): Agendas {
  async function list(where: Prisma.AgendaEntryWhereInput): Promise<AgendaEntry[]> {
    const rows = await db.agendaEntry.findMany({ where, orderBy: { number: 'asc' }, include: WHOLE });
    return withSettled(db, rows.map(toEntry));
  }

  async function write(of: Pick<AgendaEntry, 'body' | 'number'>, step: Omit<AgendaStep, 'serial'>): Promise<void> {
    const key = { bodySlug: of.body, number: of.number };
    const serial = (await db.agendaStep.count({ where: key })) + 1;
    await db.agendaStep.create({
      data: {
        ...{ councilId, ...key, serial, kind: step.kind, words: step.words ?? null, at: toDate(step.at) },
        ...{ before: toJson(step.before), after: toJson(step.after) },
        ...{ personId: step.by.person, seatId: step.by.seat },
      },
    });
  }

  return {
    async of(meeting) {
      const found = await list({ places: { some: { meeting, fate: { not: 'moved' } } }, dropped: false });
      const at = (one: AgendaEntry): number => one.places.find((place) => place.meeting === meeting)?.position ?? 0;
      return found.filter((one) => wasOn(one, meeting)).toSorted((a, b) => at(a) - at(b) || a.number - b.number);
    },

    async queue(body, today) {
      const holds = { state: 'scheduled', closedAt: null, OR: [{ openedAt: { not: null } }, { day: { gte: today } }] };
      const found = await list({
        ...OPEN,
        bodySlug: body,
        NOT: { places: { some: { fate: 'on', meetingOf: holds } } },
      });
      return found
        .filter((one) => !one.settled)
        .toSorted((a, b) => carriedOver(b) - carriedOver(a) || a.number - b.number);
    },

    open: (body) => list({ ...OPEN, bodySlug: body }),
    byNumber: async (body, number) => (await list({ bodySlug: body, number }))[0],

    async add({ body, kind, title, minutes, place, at, by, ...subject }) {
      const number = await takeNumbers(db, `agenda:${body}`);
      await db.agendaEntry.create({
        data: {
          ...{ councilId, bodySlug: body, number, kind, title, minutes: minutes ?? null, at: toDate(at) },
          requirements: [...(subject.requirements ?? [])],
          outcome: subject.outcome ?? null,
          note: subject.note ?? null,
          item: subject.item ?? null,
          circulation: subject.circulation ?? null,
          link: subject.link ?? null,
          ...{ personId: by.person, seatId: by.seat },
        },
      });
      const places: Place[] = place ? [{ ...place, fate: 'on' }] : [];
      for (const one of places)
        await db.agendaPlace.create({ data: { councilId, bodySlug: body, number, turn: 0, ...one } });
      // Taken back it is dropped: its number is never another's.
      const before = { minutes, dropped: true, places: [] };
      const kindOf = place ? ('added' as const) : ('proposed' as const);
      await write({ body, number }, { kind: kindOf, before, after: { minutes, dropped: false, places }, at, by });
      const [added] = await list({ bodySlug: body, number });
      return added as AgendaEntry;
    },

    async change(entry, to, step) {
      const { body, number } = entry;
      await db.agendaEntry.updateMany({
        where: { bodySlug: body, number },
        data: { minutes: to.minutes ?? null, dropped: to.dropped },
      });
      for (const [turn, { meeting, position, fate }] of to.places.entries()) {
        const before = entry.places[turn];
        if (before?.meeting === meeting && before.fate === fate && before.position === position) continue;
        await db.agendaPlace.upsert({
          where: { councilId_bodySlug_number_meeting: { councilId, bodySlug: body, number, meeting } },
          create: { councilId, bodySlug: body, number, meeting, turn, position, fate },
          update: { turn, position, fate },
        });
      }
      // Taken back to before it had the place.
      const gone = entry.places.map((one) => one.meeting).filter((one) => !to.places.some((at) => at.meeting === one));
      await db.agendaPlace.deleteMany({ where: { bodySlug: body, number, meeting: { in: gone } } });
      await write(entry, { ...step, before: entry, after: to });
    },

    async history(body, number) {
      const found = await db.agendaStep.findMany({ where: { bodySlug: body, number }, orderBy: { serial: 'asc' } });
      return found.map(toStep);
    },

    async lastBy(person) {
      const last = await db.agendaStep.findFirst({ where: { personId: person }, orderBy: { at: 'desc' } });
      if (!last) return [];
      const found = await db.agendaStep.findMany({
        where: { personId: person, at: last.at },
        orderBy: [{ bodySlug: 'asc' }, { number: 'asc' }],
        distinct: ['bodySlug', 'number'],
      });
      return found.map((one) => ({ body: one.bodySlug, number: one.number, at: toInstant(one.at) }));
    },

    async issue(meeting, lines, at, by) {
      const serial = (await db.agendaIssue.count({ where: { meeting } })) + 1;
      await db.agendaIssue.create({
        data: {
          ...{ councilId, meeting, serial, lines: [...lines], at: toDate(at) },
          ...{ personId: by.person, seatId: by.seat },
        },
      });
    },

    async issues(meeting) {
      const found = await db.agendaIssue.findMany({ where: { meeting }, orderBy: { serial: 'asc' } });
      return found.map((one) => ({ at: toInstant(one.at), lines: one.lines as string[] }));
    },

    async issued(meetings) {
      if (meetings.length === 0) return new Set();
      const where = { meeting: { in: [...meetings] } };
      const found = await db.agendaIssue.findMany({ where, distinct: ['meeting'], select: { meeting: true } });
      return new Set(found.map((one) => one.meeting));
    },
  };
}

/** Neither dropped nor covered. */
const OPEN = {
  dropped: false,
  places: { none: { fate: { in: ['covered', 'circulated'] } } },
} satisfies Prisma.AgendaEntryWhereInput;

const WHOLE = { places: { orderBy: { turn: 'asc' } } } satisfies Prisma.AgendaEntryInclude;

/** With whether what they speak of was decided, done or ended since they were put up. */
async function withSettled(db: Scoped, entries: readonly Omit<AgendaEntry, 'settled'>[]): Promise<AgendaEntry[]> {
  const [requirements, items, circulations] = [
    entries.flatMap((one) => one.requirements),
    entries.flatMap((one) => one.item ?? []),
    entries.flatMap((one) => one.circulation ?? []),
  ];
  const decided = requirements.length > 0 ? await standingOn(db, requirements) : new Map<number, Decision>();
  const done = await db.item.findMany({
    where: { number: { in: items }, status: { in: ['done', 'withdrawn'] } },
    select: { number: true },
  });
  const ended = await db.circulationEnd.findMany({
    where: { circulation: { in: circulations } },
    select: { circulation: true, how: true },
  });
  const settled = (one: Omit<AgendaEntry, 'settled'>): boolean => {
    if (one.item !== undefined) return done.some(({ number }) => number === one.item);
    // One that was not agreed is what there is to speak of.
    if (one.circulation !== undefined)
      return ended.some(({ circulation, how }) => circulation === one.circulation && how !== 'notAgreed');
    return one.kind === 'requirements' && one.requirements.every((n) => spokenOf(decided.get(n)) >= one.at);
  };
  return entries.map((one) => ({ ...one, settled: settled(one) }));
}

/** When a decision was made; one that was provisional, when it was confirmed. */
const spokenOf = (decision: Decision | undefined): number => decision?.confirmedAt ?? decision?.at ?? -1;

const toJson = ({ minutes, dropped, places }: EntryState): Prisma.InputJsonObject => ({
  ...(minutes !== undefined && { minutes }),
  dropped,
  places: places.map((one) => ({ ...one })),
});

const toEntry = (row: Prisma.AgendaEntryGetPayload<{ include: typeof WHOLE }>): Omit<AgendaEntry, 'settled'> => ({
  body: row.bodySlug,
  number: row.number,
  kind: row.kind as AgendaKind,
  title: row.title,
  requirements: row.requirements,
  outcome: (row.outcome ?? undefined) as Outcome | undefined,
  note: row.note ?? undefined,
  item: row.item ?? undefined,
  circulation: row.circulation ?? undefined,
  link: row.link ?? undefined,
  minutes: row.minutes ?? undefined,
  dropped: row.dropped,
  places: row.places.map(({ meeting, position, fate }) => ({ meeting, position, fate: fate as Fate })),
  at: toInstant(row.at),
  by: { person: row.personId, seat: row.seatId },
});

const toStep = (row: Prisma.AgendaStepGetPayload<object>): AgendaStep => {
  const state = (json: Prisma.JsonValue): EntryState => {
    const { minutes, dropped, places } = json as unknown as EntryState;
    return { minutes, dropped, places };
  };
  return {
    ...{ serial: row.serial, kind: row.kind as StepKind, words: row.words ?? undefined, at: toInstant(row.at) },
    ...{ before: state(row.before), after: state(row.after) },
    by: { person: row.personId, seat: row.seatId },
  };
};
