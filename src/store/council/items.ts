/** Open items as they are remembered. */
import type { Day, Instant } from '../../domain/day.ts';
import type { Item } from '../../domain/item.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface Items {
  add(item: NewItem): Promise<Item>;
  byNumber(number: number): Promise<Item | undefined>;
  /** The item that this person raised last and that is still open. */
  lastRaisedBy(person: number): Promise<Item | undefined>;
  /** The items that this person closed last. */
  lastDoneBy(person: number): Promise<Item | undefined>;
  /** A page of a list by due day, and how many it holds in all. */
  list(
    filter: ItemFilter,
    page: { readonly from: number; readonly size: number },
  ): Promise<{ total: number; items: Item[] }>;
  /** All open items. */
  open(): Promise<Item[]>;
  /** Closes it if it is open; false where another act was first. */
  close(
    number: number,
    how: 'done' | 'withdrawn',
    by: { readonly at: Instant; readonly person: number },
  ): Promise<boolean>;
  reopen(number: number): Promise<boolean>;
}

export interface NewItem {
  readonly body: string;
  readonly title: string;
  readonly due: Day | undefined;
  readonly owner: string | undefined;
  readonly raised: Item['raised'];
}

export interface ItemFilter {
  readonly status: 'open' | 'all';
  readonly body?: string | undefined;
  readonly owners?: readonly string[] | undefined;
  /** Due before this day. */
  readonly dueBefore?: Day | undefined;
}

export function items(db: Scoped, councilId: string): Items {
  async function first(where: Prisma.ItemWhereInput, orderBy: Prisma.ItemOrderByWithRelationInput = {}) {
    const row = await db.item.findFirst({ where, orderBy });
    return row ? toItem(row) : undefined;
  }

  return {
    async add({ body, title, due, owner, raised }) {
      const row = await db.item.create({
        data: {
          councilId,
          number: await takeNumbers(db, 'item'),
          bodySlug: body,
          title,
          due: due ?? null,
          ownerSeatId: owner ?? null,
          raisedAt: toDate(raised.at),
          raisedBy: raised.by,
          raiserSeat: raised.seat,
        },
      });
      return toItem(row);
    },

    byNumber: (number) => first({ number }),
    lastRaisedBy: (person) => first({ raisedBy: person, status: 'open' }, { number: 'desc' }),
    lastDoneBy: (person) => first({ doneBy: person, status: 'done' }, { doneAt: 'desc' }),

    async list({ status, body, owners, dueBefore }, { from, size }) {
      const where: Prisma.ItemWhereInput = {
        ...(status === 'open' && { status }),
        ...(body !== undefined && { bodySlug: body }),
        ...(owners && { ownerSeatId: { in: [...owners] } }),
        ...(dueBefore && { due: { lt: dueBefore } }),
      };
      const [total, found] = await Promise.all([
        db.item.count({ where }),
        db.item.findMany({
          where,
          orderBy: [{ due: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
          skip: from,
          take: size,
        }),
      ]);
      return { total, items: found.map(toItem) };
    },

    async open() {
      const found = await db.item.findMany({ where: { status: 'open' }, orderBy: { number: 'asc' } });
      return found.map(toItem);
    },

    async close(number, how, { at, person }) {
      const { count } = await db.item.updateMany({
        where: { number, status: 'open' },
        data: { status: how, doneAt: toDate(at), doneBy: person },
      });
      return count > 0;
    },

    async reopen(number) {
      const { count } = await db.item.updateMany({
        where: { number, status: 'done' },
        data: { status: 'open', doneAt: null, doneBy: null },
      });
      return count > 0;
    },
  };
}

const toItem = (row: Prisma.ItemGetPayload<object>): Item => ({
  number: row.number,
  body: row.bodySlug,
  title: row.title,
  due: optional(row.due, toDay),
  owner: row.ownerSeatId ?? undefined,
  status: row.status as Item['status'],
  raised: { at: toInstant(row.raisedAt), by: row.raisedBy, seat: row.raiserSeat },
  done: row.doneAt && row.doneBy !== null ? { at: toInstant(row.doneAt), by: row.doneBy } : undefined,
});
