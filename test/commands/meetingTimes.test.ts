/** Times between which one may choose, as they are typed. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { meetingTimes } from '../../commands/arguments/meetingTimes.ts';
import { restOf } from '../../commands/arguments/words.ts';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { readLine } from '../../src/command/argument.ts';
import { day } from '../../src/domain/day.ts';
import { same } from '../../src/text/text.ts';

const args = z.object({ times: meetingTimes, rest: restOf(same('rest')).optional() });
const on = { today: day('2026-06-01'), calendar: officeCalendar(day('2026-06-01')) };
const THREE = ['2026-06-10 840', '2026-06-11 600', '2026-06-12 810-900'];

test.each<[string, readonly string[] | string, string?]>([
  ['6/10 14:00、6/11 10:00、6/12 13:30-15:00', THREE],
  ['6/10(水)14:00　6/11(木)10:00　6/12(金)13:30～15:00', THREE],
  ['6/10 14:00 6/11 10:00, 6/12 13:30-15:00 那珂市役所', THREE, '那珂市役所'],
  ['６月１０日　１４時　６月１１日　１０時　６月１２日　１３時半から１５時', THREE],
  ['6/10 14:00', '2026-06-10 840'],
  ['6月10日 午後2時 那珂市役所', '2026-06-10 840', '那珂市役所'],
  ['来月 第2火曜 14時', '2026-07-14 840'],
  ['6/10 14時、6/11 の 10時から 12時 那珂市役所', ['2026-06-10 840', '2026-06-11 600-720'], '那珂市役所'],
])('%s', (line, times, rest) => {
  const read = readLine(args, line, on) as { said: z.infer<typeof args> };
  const told = ({ day, start, end }: { day: string; start?: number; end?: number }) =>
    `${day} ${start}${end === undefined ? '' : `-${end}`}`;
  const { times: meant } = read.said;
  expect([
    'candidates' in meant ? meant.candidates.map(told) : 'once' in meant ? told(meant.once) : meant,
    read.said.rest,
  ]).toEqual([times, rest]);
});
