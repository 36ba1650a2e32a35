/** How people say when they want to be told, and who is told on a day. */
import { expect, test } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { deputyOn, hourIn, isToldOn, type Preferences, USUAL, weekdaysIn } from '../../src/domain/preferences.ts';

test.each<[typed: string, weekdays: readonly number[] | undefined]>([
  ['月水金', [1, 3, 5]],
  ['金・月', [1, 5]],
  ['月曜、木曜', [1, 4]],
  ['月〜水', [1, 2, 3]],
  ['月～金', [1, 2, 3, 4, 5]],
  ['毎日', []],
  ['土日', undefined],
  ['金〜月', undefined],
  ['明日', undefined],
])('%s are the weekdays %j', (typed, weekdays) => {
  expect(weekdaysIn(typed)).toEqual(weekdays);
});

test.each<[typed: string, hour: number | undefined]>([
  ['10時', 10],
  ['１０時', 10],
  ['7:00', 7],
  ['18時', 18],
  ['6時', undefined],
  ['19時', undefined],
  ['10時半', undefined],
  ['10', undefined],
])('%s is the hour %s', (typed, hour) => {
  expect(hourIn(typed)).toBe(hour);
});

const leave = (from: string, until: string, deputy?: number): Preferences => ({
  ...USUAL,
  leave: { from: day(from), until: day(until), deputy },
});

test('on leave one is not told, from the first day to the last', () => {
  const away = leave('2026-08-10', '2026-08-14');
  const days = ['2026-08-07', '2026-08-10', '2026-08-14', '2026-08-17'].map(day);
  expect(days.map((one) => isToldOn(away, one))).toEqual([true, false, false, true]);
});

test('the deputy is told meanwhile, unless away too', () => {
  const [away, alsoAway] = [leave('2026-08-10', '2026-08-14', 2), leave('2026-08-13', '2026-08-14', 1)];
  const of = (person: number): Preferences => (person === 1 ? away : alsoAway);
  const days = ['2026-08-07', '2026-08-10', '2026-08-13'].map(day);
  expect(days.map((one) => deputyOn(away, one, of))).toEqual([undefined, 2, undefined]);
});
