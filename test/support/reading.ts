/** What an argument reads from a line, in one line: `value | rest`, `✗ what was unclear`, or `absent`. */
import { z } from 'zod';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { type ReadingDay, slotsOf } from '../../src/command/argument.ts';
import { day } from '../../src/domain/day.ts';
import { plain } from '../../src/text/text.ts';

/** A Monday. */
const TODAY = day('2026-06-01');
export const MONDAY: ReadingDay = { today: TODAY, calendar: officeCalendar(TODAY) };

export function readWith<T>(type: z.ZodType<T>, line: string) {
  const [slot] = slotsOf(z.object({ type }));
  if (!slot) throw new Error('no argument');
  return slot.argument.read(line, MONDAY);
}

export function reading<T>(type: z.ZodType<T>, line: string, show: (value: T) => string): string {
  const result = readWith(type, line);
  if ('absent' in result) return 'absent';
  if ('unclear' in result) return `✗ ${plain(result.unclear.ja)}`;
  const rest = line.slice(result.length);
  return `${show(result.read as T)}${rest === '' ? '' : ` |${rest}`}`;
}
