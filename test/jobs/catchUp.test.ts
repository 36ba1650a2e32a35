/** What becomes of the times that an outage missed: a rule for each job, and days on which nobody was told anything. */
import { expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { stillRun } from '../../src/domain/catchUp.ts';
import { dayAt, type Instant, instant, minuteAt } from '../../src/domain/day.ts';
import { jobs } from '../../src/jobs/index.ts';

const at = (written: string): Instant => instant(Date.parse(`${written}:00+09:00`));

test.each([
  ['handover', 'latest', [9]],
  ['succession', 'latest', [9]],
  ['circulation', 'latest', [10]],
  ['minutes', 'latest', [10]],
  ['digest', 'each', [7, 8, 9, 10]],
  ['overview', 'latest', [9]],
] as const)('of %s, %s of the day is run, and nothing of the days before', (name, catchUp, hours) => {
  const job = jobs(officeCalendar).find((one) => one.name === name);
  expect(job?.catchUp).toBe(catchUp);
  // Down from a Friday night; on the Sunday, when nothing is due, nothing is made up for either.
  const run = (now: Instant) => stillRun(job?.due(at('2028-03-31T23:50'), now) ?? [], now, job?.catchUp ?? 'each');
  const late = run(at('2028-04-05T10:30'));
  expect(late.map(dayAt)).toEqual(hours.map(() => '2028-04-05'));
  expect(late.map((one) => minuteAt(one) / 60)).toEqual(hours);
  expect(run(at('2028-04-02T10:30'))).toEqual([]);
});

test('there is a rule for each job', () => {
  expect(jobs(officeCalendar)).toHaveLength(6);
});

test('a mailbox is read every five minutes, off the full hour; after an outage once', () => {
  const mailbox = { id: 'x', read: async () => ({ kind: 'away', error: 'unreached' }) as const };
  const job = jobs(officeCalendar, false, { mailbox, isForSlack: async () => false, otherWay: async () => [] }).find(
    (one) => one.name === 'returned',
  );
  const due = (after: string, until: string) => (job?.due(at(after), at(until)) ?? []).map((one) => minuteAt(one) % 60);
  expect(due('2028-04-05T08:57', '2028-04-05T09:01')).toEqual([]);
  expect(due('2028-04-05T08:57', '2028-04-05T09:02')).toEqual([2]);
  expect(due('2028-04-05T09:02', '2028-04-05T09:07')).toEqual([7]);
  // Of months, two times of which the last one is run.
  const missed = job?.due(at('2028-01-01T00:00'), at('2028-04-05T09:03')) ?? [];
  expect(missed).toHaveLength(2);
  expect(stillRun(missed, at('2028-04-05T09:03'), 'latest')).toEqual([at('2028-04-05T09:02')]);
});
