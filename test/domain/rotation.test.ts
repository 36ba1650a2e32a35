/** Who holds which office in which term: by the turns, by what was decided otherwise, with joiners and leavers. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCouncilFile } from '../../src/council/file.ts';
import { addDays, day } from '../../src/domain/day.ts';
import {
  decidedOtherwise,
  handingOver,
  joinedBy,
  type Otherwise,
  officersOf,
  officersOn,
  plainRotation,
  type Rotation,
  type Term,
  termsFrom,
  turnsChanged,
  vacatedBy,
} from '../../src/domain/rotation.ts';
import { termShifts } from '../../src/domain/termShift.ts';

describe('The officers of a year', () => {
  const file = readCouncilFile(readFileSync(new URL('../../prisma/ibaraki.yaml', import.meta.url), 'utf8'));
  if ('problems' in file) throw new Error(JSON.stringify(file.problems));
  const rotation = plainRotation(file.council.rotation.from, file.council.rotation.order);
  const told = (year: number): string => {
    const { chair, viceChairs } = officersOf(rotation, year);
    return `会長 ${chair} 副会長 ${viceChairs.join('・')}`;
  };

  test.each([
    ['平成28年度, as the council lists them', 2016, '会長 常陸大宮市 副会長 五霞町・那珂市・かすみがうら市'],
    ['平成29年度', 2017, '会長 五霞町 副会長 那珂市・かすみがうら市・常陸大宮市'],
    ['平成31年度', 2019, '会長 かすみがうら市 副会長 常陸大宮市・五霞町・那珂市'],
    ['令和2年度, when the turns begin again', 2020, '会長 常陸大宮市 副会長 五霞町・那珂市・かすみがうら市'],
    ['令和8年度', 2026, '会長 那珂市 副会長 かすみがうら市・常陸大宮市・五霞町'],
    ['令和9年度', 2027, '会長 かすみがうら市 副会長 常陸大宮市・五霞町・那珂市'],
    ['令和10年度', 2028, '会長 常陸大宮市 副会長 五霞町・那珂市・かすみがうら市'],
    ['平成27年度, the year before the first', 2015, '会長 かすみがうら市 副会長 常陸大宮市・五霞町・那珂市'],
    ['昭和51年度, ten rounds before', 1976, '会長 常陸大宮市 副会長 五霞町・那珂市・かすみがうら市'],
    ['令和48年度', 2066, '会長 那珂市 副会長 かすみがうら市・常陸大宮市・五霞町'],
  ])('%s', (_, year, officers) => expect(told(year)).toBe(officers));

  test('a council of one has a chair and no vice chair', () => {
    expect(officersOf(plainRotation(2026, ['082252']), 2031)).toEqual({ chair: '082252', viceChairs: [] });
  });

  test('a rotation of nobody is no rotation', () => {
    expect(() => officersOf(plainRotation(2026, []), 2026)).toThrow(RangeError);
  });

  const rotations = fc
    .tuple(
      fc.integer({ min: 1990, max: 2100 }),
      fc.uniqueArray(fc.stringMatching(/^\d{6}$/u), { minLength: 1, maxLength: 12 }),
    )
    .map(([from, turns]) => plainRotation(from, turns));
  const years = fc.integer({ min: 1950, max: 2150 });

  test('in as many years as there are municipalities each chairs once, whichever year one begins with', () => {
    fc.assert(
      fc.property(rotations, years, (given, first) => {
        const chairs = given.turns.map((_, n) => officersOf(given, first + n).chair);
        expect(chairs.toSorted()).toEqual(given.turns.toSorted());
      }),
    );
  });

  test('the vice chairs are all the others, and the one who acts first chairs next', () => {
    fc.assert(
      fc.property(rotations, years, (given, year) => {
        const { chair, viceChairs } = officersOf(given, year);
        expect([chair, ...viceChairs].toSorted()).toEqual(given.turns.toSorted());
        expect(viceChairs[0] ?? chair).toBe(officersOf(given, year + 1).chair);
      }),
    );
  });
});

const [A, B, C, D, E, F] = ['082252', '085421', '082261', '082309', '082171', '083411'] as const;
const LETTERS: Readonly<Record<string, string>> = { [A]: 'A', [B]: 'B', [C]: 'C', [D]: 'D', [E]: 'E', [F]: 'F' };
const four = plainRotation(2024, [A, B, C, D]);
const chairs = (rotation: Rotation, year = 2024, count = 10): string =>
  termsFrom(rotation, year, count)
    .map((one) => LETTERS[one.chair] ?? '?')
    .join('');
const turn = (code: string, round: number) => ({ code, round });
const otherwise = (rotation: Rotation, what: Otherwise, on = '2024-06-01'): Rotation =>
  decidedOtherwise(rotation, { ...what, id: rotation.overrides.length + 1, on: day(on) });

describe('What the council decides otherwise', () => {
  const decline = (keeps: boolean, round = 0) => ({ kind: 'decline', turn: turn(B, round), keeps }) as const;
  test.each([
    ['nothing', four, 'ABCDABCDAB'],
    ['who declines keeps the turn for the next term', otherwise(four, decline(true)), 'ACBDABCDAB'],
    ['or loses it until the next round, and the others come earlier', otherwise(four, decline(false)), 'ACDABCDABC'],
    ['of a later round', otherwise(four, decline(false, 1)), 'ABCDACDABC'],
    ['a turn put off by two terms', otherwise(four, { kind: 'defer', turn: turn(B, 0), by: 2 }), 'ACDBABCDAB'],
    ['two exchange', otherwise(four, { kind: 'swap', turn: turn(B, 0), other: turn(D, 0) }), 'ADCBABCDAB'],
    ['over two rounds', otherwise(four, { kind: 'swap', turn: turn(D, 0), other: turn(A, 1) }), 'ABCADBCDAB'],
    ['what has begun is not rewritten', otherwise(four, decline(false), '2025-04-02'), 'ABCDABCDAB'],
    [
      'a decision of the day on which the term begins still counts',
      otherwise(four, decline(false), '2025-04-01'),
      'ACDABCDABC',
    ],
    [
      'a later decision about a turn that shifted still means that turn',
      otherwise(otherwise(four, decline(false)), { kind: 'swap', turn: turn(A, 1), other: turn(D, 0) }),
      'ACADBCDABC',
    ],
    [
      'who declines last in a round is not asked again at once',
      otherwise(otherwise(four, { kind: 'swap', turn: turn(A, 1), other: turn(D, 1) }), {
        kind: 'decline',
        turn: turn(A, 1),
        keeps: false,
      }),
      'ABCDDBCBAC',
    ],
  ])('%s', (_, rotation, expected) => expect(chairs(rotation)).toBe(expected));
});

describe('Who joins and leaves', () => {
  test.each([
    ['a joiner comes at the end of the round', joinedBy(four, E, day('2025-10-01')), 'ABCDEABCDE'],
    ['two of a day in code order', joinedBy(joinedBy(four, F, day('2025-10-01')), E, day('2025-10-01')), 'ABCDEFABCD'],
    ['in the last term of a round it waits for the next', joinedBy(four, E, day('2027-10-01')), 'ABCDABCDEA'],
    [
      'who leaves is passed over',
      { ...four, memberships: [{ code: C, from: day('2016-04-01'), until: day('2026-03-31') }] },
      'ABDABDABDA',
    ],
    [
      'within its own term, from the next',
      { ...four, memberships: [{ code: C, from: day('2016-04-01'), until: day('2026-09-30') }] },
      'ABCDABDABD',
    ],
  ])('%s', (_, rotation, expected) => expect(chairs(rotation)).toBe(expected));

  // B chairs 2025年度, then C, D and A.
  const leaving = (...who: [code: string, last: string][]): Rotation => ({
    ...four,
    memberships: who.map(([code, last]) => ({ code, from: day('2016-04-01'), until: day(last) })),
  });
  const elected = (code: string, on: string): Rotation =>
    otherwise(leaving([B, '2025-09-30']), { kind: 'succeed', turn: turn(B, 0), code }, on);
  test.each<[string, Rotation, string, string]>([
    ['on its last day the chair holds the office', leaving([B, '2025-09-30']), '2025-09-30', 'B, vice CDA, office B'],
    ['from the next day the first vice chair acts', leaving([B, '2025-09-30']), '2025-10-01', '–, vice CDA, office C'],
    ['to the end of the term', leaving([B, '2025-09-30']), '2026-03-31', '–, vice CDA, office C'],
    ['and holds it when its own comes', leaving([B, '2025-09-30']), '2026-04-01', 'C, vice DA, office C'],
    ['who leaves with the term leaves no vacancy', leaving([B, '2026-03-31']), '2026-04-01', 'C, vice DA, office C'],
    [
      'where the first vice chair left as well, the second acts',
      leaving([B, '2025-09-30'], [C, '2025-12-31']),
      '2026-01-01',
      '–, vice DA, office D',
    ],
    ['a vice chair that left acts for nobody', leaving([C, '2025-09-30']), '2025-10-01', 'B, vice DA, office B'],
    [
      'a decision of then bears on the next term, and leaves who acts',
      otherwise(leaving([B, '2025-09-30']), { kind: 'swap', turn: turn(C, 0), other: turn(D, 0) }, '2025-11-01'),
      '2026-03-31',
      '–, vice CDA, office C',
    ],
    [
      'a successor that was elected chairs from its day',
      elected(D, '2025-11-01'),
      '2025-11-01',
      'D, vice CA, office D',
    ],
    ['and not before', elected(D, '2025-11-01'), '2025-10-31', '–, vice CDA, office C'],
    [
      'to the end of the term, whose next is who it was',
      elected(D, '2025-11-01'),
      '2026-04-01',
      'C, vice DA, office C',
    ],
    ['and chairs in its own turn as well', elected(D, '2025-11-01'), '2027-04-01', 'D, vice AC, office D'],
    [
      'where the successor left as well, the first vice chair acts',
      { ...elected(D, '2025-11-01'), memberships: leaving([B, '2025-09-30'], [D, '2025-12-31']).memberships },
      '2026-01-01',
      '–, vice CA, office C',
    ],
    [
      'a successor of a chair that did not leave is none',
      { ...elected(D, '2025-11-01'), memberships: [] },
      '2025-11-01',
      'B, vice CDA, office B',
    ],
    [
      'the last member keeps it: a council of nobody has no office',
      leaving([A, '2025-05-31'], [B, '2025-09-30'], [C, '2025-05-31'], [D, '2025-05-31']),
      '2025-10-01',
      'B, vice , office B',
    ],
  ])('the chair of the day: %s', (_, rotation, on, expected) => {
    const { chair, viceChairs, office } = officersOn(rotation, day(on));
    const letter = (code: string | undefined) => (code === undefined ? '–' : LETTERS[code]);
    expect(`${letter(chair)}, vice ${viceChairs.map(letter).join('')}, office ${letter(office)}`).toBe(expected);
  });

  test('who chairs when it leaves is acted for until its term is over; nobody else leaves a vacancy', () => {
    const told = (code: string, last: string) => vacatedBy(leaving([code, last]), code, addDays(day(last), 1));
    expect([told(B, '2025-09-30'), told(B, '2026-03-31'), told(C, '2025-09-30')]).toEqual([
      { acts: C, until: '2026-03-31' },
      undefined,
      undefined,
    ]);
    const both = leaving([B, '2025-09-30'], [D, '2025-12-31']).memberships;
    const again = { ...elected(D, '2025-11-01'), memberships: both };
    expect(vacatedBy(again, D, day('2026-01-01'))).toEqual({ acts: C, until: '2026-03-31' });
    expect(handingOver(leaving([B, '2025-09-30']), 2025)).toBe(C);
    expect(handingOver(four, 2025)).toBe(B);
  });

  test('a term begins on the day of the general meeting; until then the officers stay', () => {
    const rotation = { ...four, starts: [{ year: 2025, on: day('2025-05-20') }] };
    const on = (written: string) => LETTERS[officersOn(rotation, day(written)).office];
    expect(['2025-03-31', '2025-04-01', '2025-05-19', '2025-05-20', '2026-03-31', '2026-04-01'].map(on).join('')).toBe(
      'AAABBC',
    );
  });

  test('a day that is entered, moved or dropped late tells whose days of office it changes', () => {
    const meeting = (...days: string[]): Rotation => ({
      ...four,
      starts: days.map((on) => ({ year: Number(on.slice(0, 4)), on: day(on) })),
    });
    const told = (before: Rotation, after: Rotation, today: string) =>
      termShifts(before, after, day(today)).map(
        ({ from, until, was, is }) => `${from}〜${until} ${LETTERS[was]}→${LETTERS[is]}`,
      );
    expect([
      told(four, meeting('2025-06-12'), '2025-03-31'),
      told(four, meeting('2025-06-12'), '2025-04-01'),
      told(four, meeting('2025-06-12', '2026-06-11'), '2025-07-01'),
      told(meeting('2025-06-12'), meeting('2025-05-20'), '2025-05-19'),
      told(meeting('2025-06-12'), meeting('2025-05-20'), '2025-05-20'),
      told(meeting('2025-06-12'), four, '2026-04-01'),
      told(meeting('2025-06-12'), meeting('2025-06-12'), '2026-04-01'),
    ]).toEqual([
      [],
      ['2025-04-01〜2025-06-11 B→A'],
      ['2025-04-01〜2025-06-11 B→A'],
      [],
      ['2025-05-20〜2025-06-11 A→B'],
      ['2025-04-01〜2025-06-11 A→B'],
      [],
    ]);
  });
});

describe('Whatever is decided', () => {
  const codes = fc.uniqueArray(fc.stringMatching(/^\d{6}$/u), { minLength: 2, maxLength: 7 });
  const given = fc.tuple(codes, fc.nat(5), fc.nat(5), fc.nat(20), fc.nat(20)).map(([turns, r, s, a, b]) => ({
    rotation: plainRotation(2020, turns),
    one: turn(turns[a % turns.length] as string, r),
    other: turn(turns[b % turns.length] as string, s),
  }));
  const many = (rotation: Rotation) => termsFrom(rotation, 2020, 60);

  test('a swap changes exactly two terms, and tells exactly those two', () => {
    fc.assert(
      fc.property(given, ({ rotation, one, other }) => {
        fc.pre(one.code !== other.code);
        const after = many(otherwise(rotation, { kind: 'swap', turn: one, other }, '2020-04-01'));
        const before = many(rotation);
        expect(after.filter((term, i) => term.chair !== before[i]?.chair)).toHaveLength(2);
        expect(
          turnsChanged(before, after)
            .map(({ code }) => code)
            .toSorted(),
        ).toEqual([one.code, other.code].toSorted());
      }),
    );
  });

  test('each municipality keeps every turn but one that it lost; nobody else loses any', () => {
    const kinds = fc.constantFrom<'keeps' | 'loses' | 'defer'>('keeps', 'loses', 'defer');
    fc.assert(
      fc.property(given, kinds, fc.integer({ min: 1, max: 6 }), ({ rotation, one }, kind, by) => {
        const what: Otherwise =
          kind === 'defer' ? { kind, turn: one, by } : { kind: 'decline', turn: one, keeps: kind === 'keeps' };
        const key = (list: readonly Term[]) => new Set(list.map((term) => `${term.turn.code} ${term.turn.round}`));
        const before = key(termsFrom(rotation, 2020, rotation.turns.length * 7));
        const after = key(termsFrom(otherwise(rotation, what, '2020-04-01'), 2020, rotation.turns.length * 9));
        const lost = [...before].filter((each) => !after.has(each));
        expect(lost).toEqual(kind === 'loses' ? [`${one.code} ${one.round}`] : []);
      }),
    );
  });

  test('a joiner changes no order among the others, and chairs once in each round after', () => {
    fc.assert(
      fc.property(codes, fc.integer({ min: 2020, max: 2040 }), (all, year) => {
        const [joiner = '', ...turns] = all;
        const rotation = plainRotation(2020, turns);
        const after = many(joinedBy(rotation, joiner, day(`${year}-10-01`)));
        const others = after.filter((one) => one.chair !== joiner).map((one) => one.chair);
        expect(others).toEqual(
          many(rotation)
            .slice(0, others.length)
            .map((one) => one.chair),
        );
        const its = after.flatMap((one, i) => (one.chair === joiner ? [i] : []));
        expect(
          its
            .slice(1)
            .map((at, i) => at - (its[i] ?? 0))
            .every((gap) => gap === all.length),
        ).toBe(true);
        expect(its[0] ?? 99).toBeGreaterThan(year - 2020);
      }),
    );
  });
});
