/**
 * A 課題管理表 compared with what is known: what it would change and add, and which of its cells are not taken and why.
 *
 * Each row is compared three ways, by the version that it was written with; each item and each cell is asked for permission.
 */
import type { OfficeCalendar } from '../../src/domain/businessDay.ts';
import type { Chart, Tenure } from '../../src/domain/council.ts';
import { type Day, dayAt } from '../../src/domain/day.ts';
import { type Item, type ItemEntry, isLive, isShared, lackingOf } from '../../src/domain/item.ts';
import {
  addedBelow,
  cellsOf,
  commentsUpTo,
  type ItemCells,
  type ItemField,
  itemAt,
  merged,
} from '../../src/domain/itemMerge.ts';
import { takesOut } from '../../src/domain/itemParts.ts';
import type { Correction } from '../../src/sheet/corrections.ts';
import type { ItemLine } from '../../src/sheet/itemLines.ts';
import type { ItemRow } from '../../src/sheet/itemsWorkbook.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { sheetDay } from '../../src/text/dates.ts';
import type { Text } from '../../src/text/text.ts';
import { bodiesNamed } from '../subjects/bodies.ts';
import { endIn } from '../subjects/items.ts';
import type { Act, ItemAddition, ItemChange, ItemsMerge } from './itemsMerge.ts';
import { shownCell, merging as text } from './mergeText.ts';
import { dueIn, type Members, ownersIn, priorityIn, statusIn } from './reading.ts';

/** Who brings the workbook: the seat in which they may do this to the item, or none. */
export interface Bringer {
  may(act: Act | 'comment', item: Item): string | undefined;
  mayAdd(body: string): string | undefined;
  readonly seats: readonly string[];
}

export interface Around {
  readonly bringer: Bringer;
  readonly chart: Chart;
  readonly today: Day;
  readonly calendar: OfficeCalendar;
}

/** The history of an item as the workbook says it. */
export const historyText = (comments: readonly ItemEntry[]): string =>
  comments.map((one) => `${sheetDay(dayAt(one.at))} ${one.words}`).join('\n');

export async function mergeItems(lines: readonly ItemLine[], around: Around, store: CouncilStore): Promise<ItemsMerge> {
  const changes: ItemChange[] = [];
  const added: ItemAddition[] = [];
  const apart: Correction[] = [];
  const members = membersFrom(store, await store.tenuresOn(around.today));
  const seen = new Set<number>();
  for (const line of lines) {
    const refuse = (of: keyof ItemRow, why: Text): void => {
      const { cell = '', words = '' } = line.cells[of] ?? line.cells.number ?? {};
      apart.push({ sheet: line.sheet, cell, stands: words, why });
    };
    const named = (line.cells.number?.words ?? '').normalize('NFKC');
    if (named === '') {
      const one = await addition(line, around, members, store, refuse);
      if (one) added.push(one);
      continue;
    }
    const number = Number(/^(?:課題)?[Kk]?(\d{1,6})$/u.exec(named)?.[1]);
    const known = Number.isNaN(number) ? undefined : await store.items.locked(number);
    if (!known) refuse('number', text.noItem(named));
    else if (seen.has(number)) refuse('number', text.twice(number));
    else {
      seen.add(number);
      const one = await change(line, known, around, await members(known.item.body), store, refuse);
      if (one) changes.push(one);
    }
  }
  return { changes, added, apart };
}

type Refuse = (of: keyof ItemRow, why: Text) => void;
type MembersOf = (body: string) => Promise<Members>;

function membersFrom(store: CouncilStore, tenures: readonly Tenure[]): MembersOf {
  const found = new Map<string, Members>();
  return async (body) => {
    const held = tenures.filter((one) => one.seat.body === body);
    const known = found.get(body) ?? {
      seats: await store.seatsOf(body),
      tenures: held,
      names: await store.names(held.map((one) => one.person)),
    };
    found.set(body, known);
    return known;
  };
}

/** In which column each part of an item stands. */
const COLUMN = { title: 'title', owners: 'owner', priority: 'priority', due: 'due', status: 'status' } as const;

/** What the line's cells say; a cell that means nothing is refused and left out. */
function cellsSaid(line: ItemLine, members: Members, { chart, today, calendar }: Around, refuse: Refuse) {
  const said: { -readonly [Field in ItemField]?: ItemCells[Field] } = {};
  const read = <Field extends ItemField>(field: Field, of: (words: string) => ItemCells[Field] | undefined): void => {
    const cell = line.cells[COLUMN[field]];
    // A blank cell of these says nothing; a due day or an owner is taken away by one.
    if (!cell || (cell.words === '' && (field === 'priority' || field === 'status'))) return;
    const value = of(cell.words);
    if (value === undefined) refuse(COLUMN[field], text.unread[field]);
    else said[field] = value;
  };
  read('title', (words) => words || undefined);
  read('owners', (words) => ownersIn(words, members, chart));
  read('priority', priorityIn);
  read('due', (words) => dueIn(words, today, calendar));
  read('status', statusIn);
  return said;
}

async function change(
  line: ItemLine,
  { item, entries }: { readonly item: Item; readonly entries: readonly ItemEntry[] },
  around: Around,
  members: Members,
  store: CouncilStore,
  refuse: Refuse,
): Promise<ItemChange | undefined> {
  const { bringer, chart, today } = around;
  const version = Number(line.cells.version?.words.normalize('NFKC') || Number.NaN);
  const base = itemAt(item, entries, version);
  if (!base) {
    refuse('version', text.noVersion(item.number));
    return undefined;
  }
  const body = line.cells.body && bodiesNamed(line.cells.body.words, chart);
  if (body && !body.some((one) => one.slug === item.body)) refuse('body', text.bodyStays);

  const { changes, conflicts } = merged(cellsOf(base), cellsSaid(line, members, around, refuse), cellsOf(item));
  for (const field of conflicts) {
    const [was, is] = [base, item].map((one) => shownCell(field, cellsOf(one), around)) as [Text, Text];
    refuse(COLUMN[field], text.conflict(item.number, was, is));
  }
  const allowed = Object.entries(changes).filter(([field]) => {
    const act = actFor(field as ItemField, changes, item, bringer);
    const seat = bringer.may(act, item);
    const closed = !isLive(item) && changes.status === undefined;
    if (seat === undefined) refuse(COLUMN[field as ItemField], text.mayNot[act]);
    else if (closed) refuse(COLUMN[field as ItemField], text.closed);
    return seat !== undefined && !closed;
  });
  const { status, ...others }: Partial<ItemCells> = Object.fromEntries(allowed);
  const closes = closing(status);
  const end = await endIn(item, bringer.seats, today, store);
  // An owner who may not close it for all reports their own part.
  const apart = closes && isShared(item) && bringer.may('closeAll', item) === undefined;
  const part = apart ? lackingOf(item).filter((one) => bringer.seats.includes(one)) : [];
  if (apart && part.length === 0) refuse('status', text.partIsIn);
  const ended = apart || (closes && end === 'waitsAlready') ? undefined : closes ? end : status;
  const taken = ended === undefined || ended === 'waitsAlready' ? others : { ...others, status: ended };

  const words = commentAdded(line, entries, version, refuse);
  const mayComment = words === undefined ? undefined : bringer.may('comment', item);
  if (words !== undefined && mayComment === undefined) refuse('history', text.mayNot.comment);
  const seat = bringer.may('close', item) ?? bringer.may('due', item) ?? (mayComment as string | undefined);
  if (seat === undefined || (Object.keys(taken).length + part.length === 0 && mayComment === undefined))
    return undefined;
  const { number, title } = item;
  return {
    ...{ number, title, version: item.version, seat, cells: taken, end: end === 'done' ? 'done' : 'awaiting' },
    ...(part.length > 0 && { part }),
    ...(mayComment && words && { words }),
  };
}

/** What changing this cell is. */
export function actFor(
  field: ItemField,
  { status, owners = [] }: Partial<ItemCells>,
  item: Item,
  { seats }: Pick<Bringer, 'seats'>,
): Act {
  if (field === 'owners' && takesOut(item, owners, seats)) return 'passAll';
  if (field === 'due' || field === 'owners') return 'due';
  return field === 'status' && status === 'withdrawn' && isShared(item) ? 'closeAll' : 'close';
}

export const closing = (status: ItemCells['status'] | undefined): boolean => status === 'done' || status === 'awaiting';

/** What was written below the item's history, unless that was brought before. */
function commentAdded(
  line: ItemLine,
  entries: readonly ItemEntry[],
  version: number,
  refuse: Refuse,
): string | undefined {
  if (!line.cells.history) return undefined;
  const below = addedBelow(historyText(commentsUpTo(entries, version)), line.cells.history.words);
  if (below === 'rewritten') {
    refuse('history', text.rewritten);
    return undefined;
  }
  const known = entries.some((one) => one.version > version && one.words === below.added);
  return below.added === '' || known ? undefined : below.added;
}

async function addition(
  line: ItemLine,
  around: Around,
  members: MembersOf,
  store: CouncilStore,
  refuse: Refuse,
): Promise<ItemAddition | undefined> {
  const [body, ...others] = bodiesNamed(line.cells.body?.words ?? '', around.chart);
  if (!body || others.length > 0) {
    refuse('body', text.noBody);
    return undefined;
  }
  const seat = around.bringer.mayAdd(body.slug);
  if (seat === undefined) {
    refuse('body', text.mayNot.add);
    return undefined;
  }
  const said = cellsSaid(line, await members(body.slug), around, refuse);
  if (said.title === undefined) return undefined;
  const { status = 'open' } = said;
  if (status !== 'open' && status !== 'doing' && status !== 'hold') {
    refuse('status', text.startsOpen);
    return undefined;
  }
  const twin = (await store.items.open()).find((one) => one.body === body.slug && one.title === said.title);
  if (twin) {
    refuse('title', text.known(twin.number));
    return undefined;
  }
  const words = line.cells.history?.words ?? '';
  const { title, due = null, owners = [], priority = 'middle' } = said;
  return { body: body.slug, seat, title, due, owners, priority, status, ...(words !== '' && { words }) };
}
