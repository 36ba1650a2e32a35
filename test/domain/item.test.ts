/** When an open item is late, and in which order items are told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, instant } from '../../src/domain/day.ts';
import { byDue, type Item, isOverdue } from '../../src/domain/item.ts';

const TODAY = day('2026-06-09');
const item = (number: number, due: string | undefined, status: Item['status'] = 'open'): Item => ({
  number,
  body: 'kaigo',
  title: '帳票の確認',
  due: due === undefined ? undefined : day(due),
  owner: 'kaigo:082261',
  others: [],
  parts: [],
  priority: 'middle',
  links: [],
  version: 1,
  status,
  raised: { at: instant(0), by: 1, seat: 'kaigo:lead' },
  done: status === 'open' ? undefined : { at: instant(1), by: 1 },
});

test.each<[due: string | undefined, status: Item['status'], late: boolean, title: string]>([
  ['2026-06-08', 'open', true, 'due yesterday'],
  ['2026-06-09', 'open', false, 'due today: the deadline is the end of the day'],
  ['2026-06-10', 'open', false, 'due tomorrow'],
  ['2026-03-31', 'open', true, 'due in the year before'],
  [undefined, 'open', false, 'without a due day'],
  ['2026-06-08', 'done', false, 'done late'],
  ['2026-06-08', 'withdrawn', false, 'taken back'],
])('an item due %s that is %s is overdue on June 9: %s (%s)', (due, status, late) => {
  expect(isOverdue(item(45, due, status), TODAY)).toBe(late);
});

describe('The order of items', () => {
  test('the earliest due day first, without one last, then the older number', () => {
    const items = [
      item(1, undefined),
      item(2, '2026-12-01'),
      item(3, '2026-06-09'),
      item(4, '2027-01-05'),
      item(5, '2026-06-09'),
      item(6, undefined),
    ];
    expect(items.toSorted(byDue).map((one) => one.number)).toEqual([3, 5, 2, 4, 1, 6]);
  });

  test('is the same however they came', () => {
    const items = fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 1, max: 99 }), fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }))
        .map(([number, days]) => item(number, days === undefined ? undefined : addDays(TODAY, days))),
      { selector: (one) => one.number },
    );
    fc.assert(
      fc.property(items, (list) => {
        expect(list.toReversed().sort(byDue)).toEqual(list.toSorted(byDue));
      }),
    );
  });
});
