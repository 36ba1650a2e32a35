/** Rows of open items read as what they are. */
import type { EntryKind, Item, ItemEntry, ItemLink, ItemState } from '../../domain/item.ts';
import type { OfCouncil } from '../abreast.ts';
import { optional, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';

/** What is neither done nor withdrawn. */
export const LIVE = { in: ['open', 'doing', 'awaiting', 'hold'] };
export const whole = {
  owners: { orderBy: { position: 'asc' } },
  parts: { orderBy: [{ at: 'asc' }, { seatId: 'asc' }] },
  links: true,
} satisfies Prisma.ItemInclude;

/** What is open has no end. */
export type OpenRow = OfCouncil & Omit<ItemRow, 'doneAt' | 'doneBy'>;

export const openOnes = (councils: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT council_id AS "councilId", number, body_slug AS "bodySlug", title, due, owner_seat_id AS "ownerSeatId", status,
    priority, version, raised_at AS "raisedAt", raised_by AS "raisedBy", raiser_seat AS "raiserSeat"
  FROM item WHERE council_id = ANY(${councils}) AND status = ANY(${LIVE.in}) ORDER BY number`;

type ItemRow = Prisma.ItemGetPayload<object>;
type Whole = Prisma.ItemGetPayload<{ include: { owners: true; parts: true; links: true } }>;

export const toItem = (row: Whole): Item => ({
  ...itemOf(row, row),
  done: row.doneAt ? { at: toInstant(row.doneAt), by: row.doneBy ?? 0 } : undefined,
});

export const itemOf = (
  row: Omit<ItemRow, 'doneAt' | 'doneBy'>,
  { owners, parts, links }: Pick<Whole, 'owners' | 'parts' | 'links'>,
): Item => ({
  number: row.number,
  body: row.bodySlug,
  title: row.title,
  due: optional(row.due, toDay),
  owner: row.ownerSeatId ?? undefined,
  others: owners.map((one) => one.seatId),
  parts: parts.map((one) => ({ seat: one.seatId, at: toInstant(one.at), by: one.personId ?? undefined })),
  priority: row.priority as Item['priority'],
  status: row.status as Item['status'],
  links: links.map(({ kind, ref }) => ({ kind: kind as ItemLink['kind'], ref })),
  raised: { at: toInstant(row.raisedAt), by: row.raisedBy, seat: row.raiserSeat },
  done: undefined,
  version: row.version,
});

export const toEntry = (row: Prisma.ItemEntryGetPayload<object>): ItemEntry => ({
  serial: row.serial,
  at: toInstant(row.at),
  by: row.personId ?? undefined,
  seat: row.seatId ?? undefined,
  kind: row.kind as EntryKind,
  words: row.words ?? undefined,
  version: row.version,
  before: read(row.before),
  after: read(row.after),
  undoes: row.undoes ?? undefined,
});

const read = (kept: Prisma.JsonValue): Partial<ItemState> =>
  Object.fromEntries(Object.entries(kept as object).map(([key, value]) => [key, value ?? undefined]));
