/** On which days digests are due: each business day of 2024 to 2027 and no other, wherever the host's clock stands. */
import { afterEach, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { addDays, day, dayAt, instantAt, minuteAt } from '../../src/domain/day.ts';
import { digestJob } from '../../src/jobs/digest.ts';
import { overviewJob } from '../../src/jobs/overview.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** Counted by hand of the table: neither Saturday, Sunday nor holiday, nor from December 29 to January 3. */
const open: string[] = [];
for (let ms = Date.UTC(2024, 0, 1); ms <= Date.UTC(2027, 11, 31); ms += 86_400_000) {
  const written = new Date(ms).toISOString().slice(0, 10);
  const holiday = officeCalendar(day(written)).holidays.has(day(written));
  const weekend = [0, 6].includes(new Date(ms).getUTCDay());
  if (!holiday && !weekend && !/-(?:12-29|12-30|12-31|01-01|01-02|01-03)$/.test(written)) open.push(written);
}

test.each([
  ['UTC', 0],
  ['America/New_York', 300],
  ['Pacific/Auckland', -780],
])('in %s', (host, offset) => {
  process.env.TZ = host;
  expect(new Date(2026, 0, 15).getTimezoneOffset()).toBe(offset);
  const [from, until] = [instantAt(day('2024-01-01')), instantAt(addDays(day('2027-12-31'), 1))];
  const due = digestJob(officeCalendar).due(from, until);
  expect(due.filter((at) => minuteAt(at) === 9 * 60).map(dayAt)).toEqual(open);
  expect(new Set(due.map((at) => minuteAt(at) / 60))).toEqual(new Set([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]));
  expect(due).toHaveLength(open.length * 12);
  expect(overviewJob(officeCalendar).due(from, until).map(dayAt)).toEqual(open);
});

test('there are about 240 such days a year', () => {
  const years = ['2024', '2025', '2026', '2027'].map((year) => open.filter((one) => one.startsWith(year)).length);
  expect(years).toMatchInlineSnapshot(`
    [
      244,
      241,
      240,
      242,
    ]
  `);
});
