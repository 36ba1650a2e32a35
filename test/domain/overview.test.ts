/** The week's overview: each open item in one place, and on which day a week begins. */
import { describe, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { addDays, day, instantAt } from '../../src/domain/day.ts';
import type { Item } from '../../src/domain/item.ts';
import { isFirstOfWeek, OVERVIEW, overviewOf } from '../../src/domain/overview.ts';

const TODAY = day('2026-07-06');
const item = (more: Partial<Item>): Item => ({
  ...{
    number: 1,
    body: 'kaigo',
    title: '件名',
    due: undefined,
    owner: 'held',
    others: [],
    parts: [],
    priority: 'middle',
  },
  ...{ status: 'open', links: [], done: undefined, version: 1 },
  raised: { at: instantAt(addDays(TODAY, -90)), by: 1, seat: 'held' },
  ...more,
});
const ago = (days: number) => instantAt(addDays(TODAY, -days));

describe('An item', () => {
  test.each<[title: string, more: Partial<Item>, touched: number, kind: string | undefined]>([
    ['overdue', { due: addDays(TODAY, -1) }, 90, 'overdue'],
    ['due today', { due: TODAY }, 1, undefined],
    ['overdue and of nobody', { due: addDays(TODAY, -1), owner: undefined }, 1, 'overdue'],
    ['of nobody', { owner: undefined }, 1, 'ownerless'],
    ['of a seat that nobody holds', { owner: 'vacant' }, 1, 'ownerless'],
    ['of two seats, one of which is held', { owner: 'vacant', others: ['held'] }, 1, undefined],
    ['on hold, though it is past its day', { status: 'hold', due: addDays(TODAY, -9) }, 90, 'blocked'],
    ['untouched for 30 days', {}, 30, 'stale'],
    ['untouched for 29 days', {}, 29, undefined],
    ['done', { status: 'done', due: addDays(TODAY, -9) }, 90, undefined],
    ['withdrawn', { status: 'withdrawn' }, 90, undefined],
  ])('%s', (_, more, touched, kind) => {
    const around = { today: TODAY, live: new Set(['held']), touched: new Map([[1, ago(touched)]]) };
    const found = overviewOf([item(more)], around);
    expect(OVERVIEW.filter((one) => (found?.[one].length ?? 0) > 0)).toEqual(kind === undefined ? [] : [kind]);
  });
});

test.each([
  ['a Monday', '2026-07-06', [], true],
  ['the day after', '2026-07-07', [], false],
  ['a Tuesday after a holiday', '2026-07-21', [], true],
  ['a holiday', '2026-07-20', [], false],
  ['January 4', '2027-01-04', [], true],
  ['a Tuesday after a Monday on which nobody was told anything', '2026-07-07', ['2026-07-06'], true],
  ['the day after that', '2026-07-08', ['2026-07-06'], false],
])('%s begins the week: %s', (_, on, passedOver, first) => {
  expect(isFirstOfWeek(day(on), officeCalendar(day(on)), new Set(passedOver.map(day)))).toBe(first);
});
