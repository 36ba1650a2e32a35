/** Who must be there, how many must say yes, and which meeting a decision of the day rests on. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, type Instant, instant } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { type Agreement, type Attendance, carried, count, type Presence, type Quorum } from '../../src/domain/rule.ts';
import { canTakeBackOpening, isOpen, nextToOpen, openRefusal, sittingOf } from '../../src/domain/sitting.ts';

const FOUR = ['082252', '082261', '082309', '085421'];
const there = (...all: (Presence | undefined)[]): Attendance =>
  new Map(all.flatMap((one, i) => (one === undefined ? [] : [[FOUR[i] ?? '', one] as const])));

describe('the quorum', () => {
  const cases: [quorum: Quorum, attendance: Attendance, needed: number, met: boolean][] = [
    ['half', there('present', 'present'), 3, false],
    ['half', there('present', 'deputy', 'late'), 3, true],
    ['half', there('present', 'present', 'absent', 'absent'), 3, false],
    ['twoThirds', there('present', 'present'), 3, false],
    ['twoThirds', there('present', 'present', 'deputy'), 3, true],
    ['none', there(), 1, false],
    ['none', there(undefined, 'late'), 1, true],
  ];
  test.each(cases)('%s with %j needs %i: %s', (quorum, attendance, needed, met) => {
    const counted = count({ agreement: 'all', quorum, basis: '要綱第8条' }, FOUR, attendance);
    expect(counted).toMatchObject({ needed, met, quorum, basis: '要綱第8条' });
    expect([...counted.present, ...counted.absent].toSorted()).toEqual(FOUR);
  });

  test('two thirds of five are four, and of three two', () => {
    const needed = (n: number) =>
      count({ agreement: 'all', quorum: 'twoThirds', basis: undefined }, Array.from({ length: n }, String), new Map())
        .needed;
    expect([3, 5, 6].map(needed)).toEqual([2, 4, 4]);
  });
});

describe('agreement', () => {
  const cases: [agreement: Agreement, agree: number, counting: number, carries: boolean][] = [
    ['all', 4, 4, true],
    ['all', 3, 4, false],
    ['all', 0, 0, false],
    ['majority', 2, 4, false],
    ['majority', 3, 4, true],
    ['majority', 1, 1, true],
    ['twoThirds', 2, 3, true],
    ['twoThirds', 2, 4, false],
    ['twoThirds', 0, 0, false],
  ];
  test.each(cases)('%s: %i of %i carries %s', (agreement, agree, counting, carries) =>
    expect(carried(agreement, { agree, counting })).toBe(carries),
  );

  test('one more yes never loses what was carried', () => {
    fc.assert(
      fc.property(fc.constantFrom('all', 'majority', 'twoThirds'), fc.nat(20), fc.nat(20), (agreement, a, b) => {
        const [agree, counting] = [Math.min(a, b), Math.max(a, b) + 1];
        fc.pre(carried(agreement, { agree, counting }));
        expect(carried(agreement, { agree: agree + 1, counting })).toBe(true);
      }),
    );
  });
});

const TODAY = day('2026-06-12');
const at = (clock: string): Instant => instant(Date.parse(`2026-06-12T${clock}:00+09:00`));
const meeting = (number: number, rest: Partial<Meeting> = {}): Meeting => ({
  ...{
    number,
    body: 'kaigo',
    day: TODAY,
    start: 840,
    end: 960,
    place: undefined,
    link: undefined,
    agenda: [],
    joint: [],
  },
  ...{ series: undefined, openedAt: undefined, closedAt: undefined, ordinal: undefined, state: 'scheduled', uid: 'M' },
  ...{ sequence: 0, createdAt: at('09:00'), changedAt: at('09:00'), by: { person: 1, seat: 'kaigo:lead' } },
  ...rest,
});

describe('a sitting', () => {
  test('is what was opened today, the last of several, closed or not', () => {
    const first = meeting(1, { openedAt: at('10:00'), closedAt: at('11:00') });
    const second = meeting(2, { openedAt: at('14:00') });
    expect(sittingOf([first], TODAY)?.number).toBe(1);
    expect(sittingOf([second, first], TODAY)?.number).toBe(2);
    expect(sittingOf([meeting(3)], TODAY)).toBeUndefined();
    expect(sittingOf([second], day('2026-06-13'))).toBeUndefined();
    expect(sittingOf([{ ...second, state: 'cancelled' }], TODAY)).toBeUndefined();
  });

  const refusals: [title: string, meeting: Meeting, on: string, refused: string | undefined][] = [
    ['a scheduled one opens', meeting(1), '2026-06-12', undefined],
    ['a closed one opens again', meeting(1, { openedAt: at('10:00'), closedAt: at('11:00') }), '2026-06-12', undefined],
    ['an open one is open', meeting(1, { openedAt: at('10:00') }), '2026-06-12', 'open'],
    ['a cancelled one does not', meeting(1, { state: 'cancelled' }), '2026-06-12', 'cancelled'],
    ['one of another day does not', meeting(1), '2026-06-11', 'notToday'],
  ];
  test.each(refusals)('%s', (_, one, on, refused) => expect(openRefusal(one, day(on))?.refused).toBe(refused));

  test('the next to open is the earliest that is neither open nor, if there is another, closed', () => {
    const closed = meeting(1, { start: 600, openedAt: at('10:00'), closedAt: at('11:00') });
    const open = meeting(2, { start: 660, openedAt: at('11:00') });
    expect(nextToOpen([closed, open, meeting(4, { start: 900 }), meeting(3)], TODAY)?.number).toBe(3);
    expect(nextToOpen([closed, open], TODAY)?.number).toBe(1);
    expect(isOpen(open) && !isOpen(closed)).toBe(true);
  });

  test('its opening is taken back within ten minutes, while nothing rests on it', () => {
    const open = meeting(1, { openedAt: at('14:00') });
    expect(canTakeBackOpening(open, 0, at('14:10'))).toBe(true);
    expect(canTakeBackOpening(open, 1, at('14:05'))).toBe(false);
    expect(canTakeBackOpening(open, 0, at('14:11'))).toBe(false);
    expect(canTakeBackOpening({ ...open, closedAt: at('14:05') }, 0, at('14:06'))).toBe(false);
  });
});
