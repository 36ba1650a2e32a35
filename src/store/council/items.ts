/** Open items as they are remembered, each with its append-only history. */
import { type Day, type Instant, instantAt } from '../../domain/day.ts';
import type { Reminded, Step as ReminderStep } from '../../domain/escalation.ts';
import { groups } from '../../domain/groups.ts';
import {
  type EntryKind,
  type Item,
  type ItemEntry,
  type ItemLink,
  type ItemPart,
  type ItemState,
  lackingOf,
} from '../../domain/item.ts';
import { toDate, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { itemOf, LIVE, type OpenRow, openOnes, toEntry, toItem, whole } from './itemRows.ts';
import { type ItemSnoozes, itemSnoozes } from './itemSnoozes.ts';
import { takeNumbers } from './numbers.ts';

export interface Items extends ItemSnoozes {
  add(item: NewItem): Promise<Item>;
  byNumber(number: number): Promise<Item | undefined>;
  /** The item and its history, locked until the act ends. */
  locked(number: number): Promise<ItemWithHistory | undefined>;
  /** The steps of its history, oldest first. */
  history(number: number): Promise<ItemEntry[]>;
  /** The histories of these. */
  histories(numbers: readonly number[]): Promise<Map<number, ItemEntry[]>>;
  /** When something was last done to each open item. */
  lastTouched(): Promise<Map<number, Instant>>;
  /** The steps of reminding that were taken of these, oldest first. */
  reminders(numbers: readonly number[]): Promise<Reminder[]>;
  /** Writes steps of reminding down, each once. */
  remind(reminders: readonly Reminder[]): Promise<void>;
  /** The item in whose history this person was last. */
  lastTouchedBy(person: number): Promise<number | undefined>;
  /** A page of a list by due day, and how many it holds in all. */
  list(
    filter: ItemFilter,
    page: { readonly from: number; readonly size: number },
  ): Promise<{ total: number; items: Item[] }>;
  /** All that are neither done nor withdrawn. */
  open(): Promise<Item[]>;
  /** Changes a locked item, and writes the step into its history. */
  change(item: Item, state: Partial<ItemState>, step: Step): Promise<Item>;
}

/** A step of reminding of an item, since it was last owed anew. */
export interface Reminder extends Reminded {
  readonly number: number;
  readonly since: Instant;
}

export interface ItemWithHistory {
  readonly item: Item;
  readonly entries: readonly ItemEntry[];
}

export interface NewItem extends Pick<Item, 'body' | 'title' | 'due' | 'owner'> {
  readonly others?: Item['others'];
  readonly priority?: Item['priority'];
  readonly links?: Item['links'];
  readonly raised: Item['raised'];
  readonly status?: Item['status'];
  /** What is said of it from the beginning. */
  readonly words?: string | undefined;
  /** The workbook that brings it. */
  readonly importId?: number;
}

/** Who takes the step, and what kind of step it is. */
export interface Step {
  readonly kind: EntryKind;
  readonly at: Instant;
  readonly person: number | undefined;
  readonly seat: string | undefined;
  readonly words?: string | undefined;
  readonly undoes?: number;
  /** The workbook that brings it. */
  readonly importId?: number;
}

export interface ItemFilter {
  readonly status: 'open' | 'all' | Item['status'];
  readonly body?: string | undefined;
  /** Owed by one of these seats: not what they reported their part of. */
  readonly owners?: readonly string[] | undefined;
  readonly priority?: Item['priority'] | undefined;
  /** Of this business system: it is linked to a requirement of it, or its title has one of these names. */
  readonly system?: { readonly slug: string; readonly names: readonly string[] } | undefined;
  /** Due before this day. */
  readonly dueBefore?: Day | undefined;
  /** Among these. */
  readonly numbers?: readonly number[] | undefined;
  /** Open, or closed on this day or later. */
  readonly since?: Day | undefined;
}

/** What is worked on; what waits for something else is not overdue. */
const PRESSING = { in: ['open', 'doing'] };

export function items(db: Scoped, councilId: string): Items {
  async function byNumber(number: number): Promise<Item | undefined> {
    const row = await db.item.findFirst({ where: { number }, include: whole });
    return row ? toItem(row) : undefined;
  }

  async function history(number: number): Promise<ItemEntry[]> {
    const found = await db.itemEntry.findMany({ where: { number }, orderBy: { serial: 'asc' } });
    return found.map(toEntry);
  }

  async function write(number: number, version: number, step: Step, before: object, after: object): Promise<void> {
    const serial = (await db.itemEntry.count({ where: { number } })) + 1;
    const { kind, at, person, seat, words, undoes, importId } = step;
    await db.itemEntry.create({
      data: {
        councilId,
        number,
        serial,
        at: toDate(at),
        personId: person ?? null,
        seatId: seat ?? null,
        kind,
        words: words ?? null,
        version,
        before: before as Prisma.InputJsonObject,
        after: after as Prisma.InputJsonObject,
        undoes: undoes ?? null,
        importId: importId ?? null,
      },
    });
  }

  const link = async (number: number, links: readonly ItemLink[]): Promise<void> => {
    await db.itemLink.createMany({
      data: links.map(({ kind, ref }) => ({ councilId, number, kind, ref })),
      skipDuplicates: true,
    });
  };

  async function owe(number: number, others: readonly string[]): Promise<void> {
    await db.itemOwner.deleteMany({ where: { number } });
    await db.itemOwner.createMany({
      data: others.map((seatId, position) => ({ councilId, number, seatId, position })),
    });
  }

  async function report(number: number, parts: readonly ItemPart[]): Promise<void> {
    await db.itemPart.deleteMany({ where: { number } });
    await db.itemPart.createMany({
      data: parts.map(({ seat, at, by }) => ({
        councilId,
        number,
        seatId: seat,
        at: toDate(at),
        personId: by ?? null,
      })),
    });
  }

  /** The open items of which these seats reported all that they owe. */
  async function finishedBy(seats: readonly string[]): Promise<number[]> {
    const found = await db.itemPart.findMany({ where: { seatId: { in: [...seats] }, item: { status: LIVE } } });
    if (found.length === 0) return [];
    const where = { number: { in: [...new Set(found.map((one) => one.number))] } };
    const known = (await db.item.findMany({ where, include: whole })).map(toItem);
    return known.filter((one) => !lackingOf(one).some((seat) => seats.includes(seat))).map((one) => one.number);
  }

  async function namedBy(system: NonNullable<ItemFilter['system']>): Promise<Prisma.ItemWhereInput> {
    const found = await db.requirement.findMany({ where: { systemSlug: system.slug }, select: { number: true } });
    const refs = found.map((one) => String(one.number));
    return {
      OR: [
        { links: { some: { kind: 'requirement', ref: { in: refs } } } },
        ...system.names.map((name) => ({ title: { contains: name } })),
      ],
    };
  }

  return {
    async add({ body, title, due, owner, others = [], priority = 'middle', links = [], raised, ...more }) {
      const number = await takeNumbers(db, 'item');
      await db.item.create({
        data: {
          councilId,
          number,
          bodySlug: body,
          title,
          due: due ?? null,
          ownerSeatId: owner ?? null,
          priority,
          ...(more.status && { status: more.status }),
          raisedAt: toDate(raised.at),
          raisedBy: raised.by,
          raiserSeat: raised.seat,
        },
      });
      await owe(number, others);
      await link(number, links);
      const { words, importId } = more;
      const step = { kind: 'added', at: raised.at, person: raised.by, seat: raised.seat, words } as const;
      await write(number, 1, importId === undefined ? step : { ...step, importId }, {}, {});
      return (await byNumber(number)) as Item;
    },

    byNumber,
    history,

    async locked(number) {
      await db.rows(
        (council) =>
          Prisma.sql`SELECT number FROM item WHERE council_id = ${council} AND number = ${number} FOR UPDATE`,
      );
      const item = await byNumber(number);
      return item && { item, entries: await history(number) };
    },

    async lastTouchedBy(person) {
      const row = await db.itemEntry.findFirst({
        where: { personId: person, kind: { not: 'undo' } },
        orderBy: [{ at: 'desc' }, { number: 'desc' }],
      });
      return row?.number;
    },

    async list({ status, body, owners, priority, system, dueBefore, numbers, since }, { from, size }) {
      const [ofSystem, finished] = [system && (await namedBy(system)), owners && (await finishedBy(owners))];
      const where: Prisma.ItemWhereInput = {
        AND: [
          status === 'open' ? { status: LIVE } : status === 'all' ? {} : { status },
          body === undefined ? {} : { bodySlug: body },
          priority === undefined ? {} : { priority },
          ofSystem ?? {},
          owners
            ? {
                OR: [
                  {
                    number: { notIn: finished ?? [] },
                    OR: [{ ownerSeatId: { in: [...owners] } }, { owners: { some: { seatId: { in: [...owners] } } } }],
                  },
                  { status: 'awaiting', raiserSeat: { in: [...owners] } },
                ],
              }
            : {},
          numbers ? { number: { in: [...numbers] } } : {},
          dueBefore ? { due: { lt: dueBefore }, status: PRESSING } : {},
          since ? { OR: [{ status: LIVE }, { doneAt: { gte: toDate(instantAt(since)) } }] } : {},
        ],
      };
      const [total, found] = await Promise.all([
        db.item.count({ where }),
        db.item.findMany({
          where,
          include: whole,
          orderBy: [{ due: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
          skip: from,
          take: size,
        }),
      ]);
      return { total, items: found.map(toItem) };
    },

    async open() {
      // By the same condition: a list of all their numbers would be longer than what it finds.
      const where = { status: LIVE };
      const [found, owners, parts, links] = await Promise.all([
        db.own<OpenRow>(openOnes),
        db.itemOwner.findMany({ where: { item: where }, orderBy: { position: 'asc' } }),
        db.itemPart.findMany({ where: { item: where }, orderBy: [{ at: 'asc' }, { seatId: 'asc' }] }),
        db.itemLink.findMany({ where: { item: where } }),
      ]);
      const [owned, reported] = [groups(owners, (one) => one.number), groups(parts, (one) => one.number)];
      const linked = groups(links, (one) => one.number);
      const of = <One>(all: ReadonlyMap<number, One[]>, number: number): One[] => all.get(number) ?? [];
      return found.map((row) => {
        const { number } = row;
        return itemOf(row, { owners: of(owned, number), parts: of(reported, number), links: of(linked, number) });
      });
    },

    async change(item, state, step) {
      const { number } = item;
      const version = item.version + 1;
      const next = { ...item, ...state };
      const closed = next.status === 'done' || next.status === 'withdrawn';
      const wasClosed = item.done !== undefined;
      await db.item.updateMany({
        where: { number },
        data: {
          title: next.title,
          due: next.due ?? null,
          ownerSeatId: next.owner ?? null,
          priority: next.priority,
          status: next.status,
          version,
          ...(closed && !wasClosed && { doneAt: toDate(step.at), doneBy: step.person ?? null }),
          ...(!closed && { doneAt: null, doneBy: null }),
        },
      });
      if (state.others !== undefined) await owe(number, next.others);
      if (state.parts !== undefined) await report(number, next.parts);
      if (state.links !== undefined) await db.itemLink.deleteMany({ where: { number } });
      if (state.links !== undefined) await link(number, next.links);
      await write(number, version, step, written(item, state), written(next, state));
      return (await byNumber(number)) as Item;
    },

    async histories(numbers) {
      if (numbers.length === 0) return new Map();
      const found = await db.itemEntry.findMany({
        where: { number: { in: [...numbers] } },
        orderBy: [{ number: 'asc' }, { serial: 'asc' }],
      });
      const entries = groups(found, (one) => one.number);
      return new Map([...entries].map(([number, rows]) => [number, rows.map(toEntry)]));
    },

    async lastTouched() {
      const found = await db.itemEntry.groupBy({
        by: ['number'],
        where: { item: { status: LIVE } },
        _max: { at: true },
      });
      return new Map(found.flatMap(({ number, _max }) => (_max.at ? [[number, toInstant(_max.at)]] : [])));
    },

    async reminders(numbers) {
      const found = await db.itemReminder.findMany({
        where: { number: { in: [...numbers] } },
        orderBy: [{ number: 'asc' }, { day: 'asc' }],
      });
      return found.map(({ number, since, step, day }) => ({
        number,
        since: toInstant(since),
        step: step as ReminderStep,
        day: toDay(day),
      }));
    },

    async remind(reminders) {
      await db.itemReminder.createMany({
        data: reminders.map(({ number, since, step, day }) => ({ councilId, number, since: toDate(since), step, day })),
        skipDuplicates: true,
      });
    },

    ...itemSnoozes(db, councilId),
  };
}

/** The parts that a change names, as they are kept: nothing is written as null. */
const written = (item: ItemState, named: Partial<ItemState>): object =>
  Object.fromEntries(Object.keys(named).map((key) => [key, item[key as keyof ItemState] ?? null]));
