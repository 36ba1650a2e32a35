/** When a body can meet, and which meeting a decision of the day rests on. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Instant, instant, instantAt } from '../../src/domain/day.ts';
import { begunOf, type Meeting, schedule } from '../../src/domain/meeting.ts';

const JUNE_12 = day('2026-06-12');
const NOW = instant(Date.parse('2026-06-01T10:00:00+09:00'));

const meeting = (number: number, start: string, end?: string, rest: Partial<Meeting> = {}): Meeting => ({
  number,
  body: 'kaigo',
  day: JUNE_12,
  start: minute(start),
  end: end === undefined ? undefined : minute(end),
  place: '那珂市役所',
  link: undefined,
  agenda: [],
  joint: [],
  series: undefined,
  state: 'scheduled',
  uid: `M${number}@ibaraki.renkei.invalid`,
  sequence: 0,
  createdAt: NOW,
  changedAt: NOW,
  by: { person: 1, seat: 'kaigo:lead' },
  ...rest,
});

const minute = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const at = (written: string): Instant => instant(Date.parse(`${written}+09:00`));

describe('Calling a meeting', () => {
  const M1 = meeting(1, '14:00', '16:00');
  const M2 = meeting(2, '10:00');
  const cases: [
    title: string,
    start: string | undefined,
    end: string | undefined,
    others: Meeting[],
    result: string,
  ][] = [
    ['a free afternoon', '14:00', '16:00', [], '840-960'],
    ['without an end', '14:00', undefined, [], '840-'],
    ['without a time', undefined, undefined, [], 'noTime'],
    ['beside the other', '13:00', '14:00', [M1], '780-840'],
    ['right after the other', '16:00', '17:00', [M1], '960-1020'],
    ['over its beginning', '13:00', '14:01', [M1], 'clash with M1'],
    ['over its end', '15:59', '17:00', [M1], 'clash with M1'],
    ['within it', '14:30', '15:00', [M1], 'clash with M1'],
    ['around it', '09:00', '17:00', [M1], 'clash with M1'],
    ['the same hours', '14:00', '16:00', [M1], 'clash with M1'],
    ['one without an end is taken to last two hours', '13:00', undefined, [M1], 'clash with M1'],
    ['and ends in time where it began early enough', '12:00', undefined, [M1], '720-'],
    ['the other without an end, too', '11:59', '13:00', [M2], 'clash with M2'],
    ['is over after two hours', '12:00', '13:00', [M2], '720-780'],
    ['of two others the one that is met first is told', '11:00', '15:00', [M2, M1], 'clash with M2'],
    [
      'over one that was cancelled',
      '14:00',
      '16:00',
      [meeting(3, '14:00', '16:00', { state: 'cancelled' })],
      '840-960',
    ],
    [
      'over one of another day',
      '14:00',
      '16:00',
      [meeting(4, '14:00', '16:00', { day: addDays(JUNE_12, 1) })],
      '840-960',
    ],
  ];
  test.each(cases)('%s', (_, start, end, others, result) => {
    const when = { day: JUNE_12, start: start && minute(start), end: end && minute(end) } as Parameters<
      typeof schedule
    >[0];
    expect(told(schedule(when, others, NOW))).toBe(result);
  });

  test.each([
    ['2026-06-12T13:59:59.999', '840-960'],
    ['2026-06-12T14:00:00', 'past'],
    ['2026-06-12T18:00:00', 'past'],
    ['2026-06-13T00:00:00', 'past'],
  ])('for 14:00 at %s: %s', (now, result) => {
    expect(told(schedule({ day: JUNE_12, start: 840, end: 960 }, [], at(now)))).toBe(result);
  });

  test('two meetings clash whichever of them was there first', () => {
    const slots = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }))
      .map(([start, length]) => ({ start, end: length === undefined ? undefined : Math.min(1440, start + length) }));
    fc.assert(
      fc.property(slots, slots, (a, b) => {
        const clashes = (one: typeof a, other: typeof a) =>
          'refused' in schedule({ day: JUNE_12, ...one }, [{ ...meeting(1, '00:00'), ...other }], NOW);
        expect(clashes(a, b)).toBe(clashes(b, a));
        expect(clashes(a, a)).toBe(true);
      }),
    );
  });
});

function told(result: ReturnType<typeof schedule>): string {
  if ('slot' in result) return `${result.slot.start}-${result.slot.end ?? ''}`;
  return result.refused === 'clash' ? `clash with M${result.with.number}` : result.refused;
}

describe('The meeting that a decision rests on', () => {
  const MORNING = meeting(1, '10:00', '12:00');
  const AFTERNOON = meeting(2, '14:00', '16:00');
  const both = [MORNING, AFTERNOON];

  test.each<[title: string, now: string, meetings: Meeting[], number: number | undefined]>([
    ['before the first', '2026-06-12T09:59:59', both, undefined],
    ['as it begins', '2026-06-12T10:00:00', both, 1],
    ['after it, before the next', '2026-06-12T13:00:00', both, 1],
    ['in the second', '2026-06-12T15:00:00', both, 2],
    ['on the same day after it', '2026-06-12T23:59:59', both, 2],
    ['at midnight it is over', '2026-06-13T00:00:00', both, undefined],
    ['the day before', '2026-06-11T15:00:00', both, undefined],
    ['a cancelled one is none', '2026-06-12T15:00:00', [MORNING, { ...AFTERNOON, state: 'cancelled' }], 1],
    ['without any meeting', '2026-06-12T15:00:00', [], undefined],
  ])('%s', (_, now, meetings, number) => {
    expect(begunOf(meetings, at(now))?.number).toBe(number);
    expect(begunOf(meetings.toReversed(), at(now))?.number).toBe(number);
  });

  test('what begins at midnight has its whole day', () => {
    const night = meeting(9, '00:00');
    expect(begunOf([night], instantAt(JUNE_12))?.number).toBe(9);
    expect(begunOf([night], instant(instantAt(JUNE_12) - 1))).toBeUndefined();
  });
});
