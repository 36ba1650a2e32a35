/** The checklist of a handover: the council's own lines, and who ticked them on which side. Ticks are append only. */
import type { Day } from '../../domain/day.ts';
import type { FiscalYear } from '../../domain/fiscalYear.ts';
import { type Side, type Task, type TaskOwner, type Tick, USUAL_TASKS } from '../../domain/handover.ts';
import { type EndsBefore, tenureKey } from '../../domain/rollback.ts';
import type { RosterLine } from '../../domain/roster.ts';
import { optional, toDate, toInstant } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Handovers {
  /** The council's checklist, dropped lines too; the usual one where it has written none. */
  tasks(): Promise<readonly Task[]>;
  /** Adds a line, at the end. */
  addTask(title: string, owner: TaskOwner): Promise<Task>;
  /** Renames a line, drops it, or takes it up again. */
  changeTask(number: number, to: Partial<Pick<Task, 'title' | 'droppedAt'>>): Promise<void>;
  /** All ticks of a term, in the order in which they came. */
  ticks(term: FiscalYear): Promise<Tick[]>;
  tick(tick: Omit<Tick, 'serial'>): Promise<void>;
  /** When the tenures that a change of the roster ended on this day were to end before it. */
  endsBefore(last: Day): Promise<EndsBefore>;
  /** Which of these messages were written to the outbox, by their keys. */
  told(keys: readonly string[]): Promise<ReadonlySet<string>>;
}

export function handovers(db: Scoped, councilId: string): Handovers {
  const tasks = async (): Promise<readonly Task[]> => {
    const own = await db.handoverTask.findMany({ orderBy: { number: 'asc' } });
    return own.length === 0 ? USUAL_TASKS : own.map(toTask);
  };

  /** The first change makes the usual list the council's own. */
  async function owned(): Promise<void> {
    const rows = USUAL_TASKS.map(({ number, title, owner }) => ({ councilId, number, title, owner }));
    if ((await db.handoverTask.count()) === 0) await db.handoverTask.createMany({ data: rows });
  }

  return {
    tasks,

    async addTask(title, owner) {
      await owned();
      const last = await db.handoverTask.findFirst({ orderBy: { number: 'desc' } });
      const number = (last?.number ?? 0) + 1;
      return toTask(await db.handoverTask.create({ data: { councilId, number, title, owner } }));
    },

    async changeTask(number, { title, ...rest }) {
      await owned();
      const dropped = 'droppedAt' in rest && {
        droppedAt: rest.droppedAt === undefined ? null : toDate(rest.droppedAt),
      };
      await db.handoverTask.updateMany({
        where: { number },
        data: { ...(title !== undefined && { title }), ...dropped },
      });
    },

    async ticks(term) {
      const found = await db.handoverTick.findMany({ where: { term }, orderBy: { serial: 'asc' } });
      return found.map(toTick);
    },

    async tick({ term, task, seat, side, ticked, at, person, by, onBehalf }) {
      const serial = await takeNumbers(db, 'handoverTick');
      const row = { councilId, serial, term, task, forSeat: seat, side, ticked, at: toDate(at) };
      await db.handoverTick.create({ data: { ...row, personId: person, seatId: by, onBehalf } });
    },

    async endsBefore(last) {
      const changes = await db.rosterChange.findMany({ where: { undoneAt: null }, orderBy: { id: 'asc' } });
      const ended = changes
        .flatMap(({ lines }) => (lines as unknown as { readonly lines: readonly RosterLine[] }).lines)
        .filter(({ before, after }) => before !== undefined && after?.until === last);
      // Of several changes the first one knew when it was to end.
      return new Map(
        ended.toReversed().map(({ seat, person, from, before }) => [tenureKey(seat, person, from), before?.until]),
      );
    },

    async told(keys) {
      const found = await db.outbox.findMany({
        where: { key: { in: keys.map((key) => `${councilId}/${key}`) } },
        select: { key: true },
      });
      return new Set(found.map(({ key }) => key.slice(councilId.length + 1)));
    },
  };
}

const toTask = (row: Prisma.HandoverTaskGetPayload<object>): Task => ({
  number: row.number,
  title: row.title,
  owner: row.owner as TaskOwner,
  droppedAt: optional(row.droppedAt, toInstant),
});

const toTick = (row: Prisma.HandoverTickGetPayload<object>): Tick => ({
  term: row.term,
  serial: row.serial,
  task: row.task,
  seat: row.forSeat,
  side: row.side as Side,
  ticked: row.ticked,
  at: toInstant(row.at),
  person: row.personId,
  by: row.seatId,
  onBehalf: row.onBehalf,
});
