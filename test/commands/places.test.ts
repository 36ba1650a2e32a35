/** A place is one word that is no reason: what it is moved for is never announced as where. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { place } from '../../commands/arguments/places.ts';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { slotsOf } from '../../src/command/argument.ts';
import { day } from '../../src/domain/day.ts';

const on = { today: day('2026-06-01'), calendar: officeCalendar(day('2026-06-01')) };
const read = (line: string) => {
  const reading = slotsOf(z.object({ place }))[0]?.argument.read(line, on);
  return reading && 'read' in reading ? reading.read : undefined;
};

test.each([
  '会場の都合',
  '先方の都合で',
  '都合により',
  '議会と重複',
  '座長の急な事情',
  '会議室が使えないので',
  '台風のため',
  '理由:台風',
])('%s is none', (words) => expect(read(words)).toBeUndefined());

test.each(['那珂市役所', '五霞町役場', 'オンライン', '中央公民館'])('%s is one', (words) =>
  expect(read(words)).toBe(words),
);
