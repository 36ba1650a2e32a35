/** Who comes, who goes and what stays when the roster changes; and what nobody else learns of next year. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Seat, Tenure } from '../../src/domain/council.ts';
import { actingChair } from '../../src/domain/council.ts';
import { addDays, type Day, day } from '../../src/domain/day.ts';
import { firstDayOf } from '../../src/domain/fiscalYear.ts';
import {
  daysPrepared,
  daysPublished,
  isShown,
  mayKnow,
  type Publication,
  seenBy,
} from '../../src/domain/publication.ts';
import { appoint, type RosterLine, vacate } from '../../src/domain/roster.ts';
import { compareRoster } from '../../src/domain/rosterImport.ts';
import type { OfficersOnDay } from '../../src/domain/rotation.ts';

const NAKA = '082261';
const seat: Seat = { id: 'kaigo:082261', body: 'kaigo', municipality: NAKA, role: 'member' };
const held = (person: number, from: string, until?: string, deputy = false): Tenure => ({
  ...{ seat, person, municipality: NAKA, from: day(from), deputy },
  until: until === undefined ? undefined : day(until),
});
const told = (lines: readonly RosterLine[]): string[] =>
  lines.map(({ person, from, after }) =>
    after ? `${person}${after.deputy ? '副' : ''} ${from}〜${after.until ?? ''}` : `${person} ${from} なし`,
  );

describe('Appointing', () => {
  const one = held(1, '2024-04-01');
  const cases: [
    title: string,
    tenures: Tenure[],
    person: number,
    from: string,
    until: string | undefined,
    deputy: boolean,
    several: boolean,
    expected: string[],
  ][] = [
    [
      'a successor begins where the holder ends',
      [one],
      2,
      '2027-04-01',
      undefined,
      false,
      false,
      ['1 2024-04-01〜2027-03-31', '2 2027-04-01〜'],
    ],
    [
      'in the middle of a term for the remainder',
      [held(1, '2026-04-01', '2027-03-31')],
      2,
      '2026-10-01',
      undefined,
      false,
      false,
      ['1 2026-04-01〜2026-09-30', '2 2026-10-01〜2027-03-31'],
    ],
    [
      'until who is to come later',
      [one, held(3, '2027-04-01')],
      2,
      '2026-10-01',
      undefined,
      false,
      false,
      ['1 2024-04-01〜2026-09-30', '2 2026-10-01〜2027-03-31'],
    ],
    [
      'another than was prepared for that day',
      [held(1, '2024-04-01', '2027-03-31'), held(3, '2027-04-01')],
      2,
      '2027-04-01',
      undefined,
      false,
      false,
      ['3 2027-04-01 なし', '2 2027-04-01〜'],
    ],
    ['a deputy beside the holder', [one], 2, '2026-10-01', undefined, true, true, ['2副 2026-10-01〜']],
    ['one more where several hold it', [one], 2, '2026-10-01', undefined, false, true, ['2 2026-10-01〜']],
    [
      'a deputy becomes the holder',
      [one, held(2, '2024-04-01', undefined, true)],
      2,
      '2027-04-01',
      undefined,
      false,
      false,
      ['1 2024-04-01〜2027-03-31', '2副 2024-04-01〜2027-03-31', '2 2027-04-01〜'],
    ],
    ['for some months', [], 2, '2026-10-01', '2026-12-31', false, false, ['2 2026-10-01〜2026-12-31']],
  ];
  test.each(cases)('%s', (_, tenures, person, from, until, deputy, several, expected) => {
    const to = until === undefined ? undefined : day(until);
    const result = appoint(
      seat,
      tenures,
      { person, code: NAKA, from: day(from), until: to, deputy, instead: undefined },
      several,
    );
    expect('lines' in result ? told(result.lines) : result).toEqual(expected);
  });

  test('who holds it already, and what ends before it begins, is refused', () => {
    const as = (person: number, until?: string) =>
      appoint(
        seat,
        [one],
        {
          person,
          code: NAKA,
          from: day('2026-10-01'),
          until: until ? day(until) : undefined,
          deputy: false,
          instead: undefined,
        },
        false,
      );
    expect([as(1), as(2, '2026-09-30')]).toEqual([{ refused: 'holdsAlready' }, { refused: 'endsBefore' }]);
  });

  test('vacating ends what is held and takes away what has not begun', () => {
    expect(told(vacate([one, held(1, '2027-04-01'), held(1, '2020-04-01', '2021-03-31')], day('2027-03-31')))).toEqual([
      '1 2024-04-01〜2027-03-31',
      '1 2027-04-01 なし',
    ]);
  });
});

describe('A workbook', () => {
  const entry = (person: number | undefined, rest = {}) => ({
    ...{ seat: seat.id, code: NAKA, deputy: false, person, from: undefined, until: undefined, section: undefined },
    ...rest,
  });
  const compare = (entries: ReturnType<typeof entry>[], tenures: Tenure[]) => {
    const { created, ended, changed, unchanged } = compareRoster(entries, tenures, [], day('2026-07-01'));
    return [told(created), told(ended), told(changed), unchanged];
  };
  const [one, deputy, next] = [held(1, '2024-04-01'), held(2, '2024-04-01', undefined, true), held(3, '2027-04-01')];

  test.each([
    ['the same', [entry(1)], [one, deputy], [[], [], [], 1]],
    [
      'another, its deputy and who comes later untouched',
      [entry(4)],
      [one, deputy, next],
      [['4 2026-07-01〜'], ['1 2024-04-01〜2026-06-30'], [], 0],
    ],
    ['nobody', [entry(undefined)], [one], [[], ['1 2024-04-01〜2026-06-30'], [], 0]],
    [
      'nobody from a day',
      [entry(undefined, { from: day('2027-04-01') })],
      [one],
      [[], ['1 2024-04-01〜2027-03-31'], [], 0],
    ],
    [
      'nobody since a day that is over',
      [entry(undefined, { from: day('2026-04-01') })],
      [one],
      [[], ['1 2024-04-01〜2026-06-30'], [], 0],
    ],
    [
      'who is prepared already, once more',
      [entry(3, { from: day('2027-04-01') })],
      [held(1, '2024-04-01', '2027-03-31'), next],
      [[], [], [], 1],
    ],
    ['a last day', [entry(1, { until: day('2026-12-31') })], [one], [[], [], ['1 2024-04-01〜2026-12-31'], 0]],
    [
      'its own day',
      [entry(4, { from: day('2026-08-01') })],
      [one],
      [['4 2026-08-01〜'], ['1 2024-04-01〜2026-07-31'], [], 0],
    ],
    [
      'a second deputy',
      [entry(2, { deputy: true }), entry(4, { deputy: true })],
      [one, deputy],
      [['4副 2026-07-01〜'], [], [], 1],
    ],
  ] as const)('names %s', (_, entries, tenures, expected) => {
    expect(compare([...entries], [...tenures])).toEqual(expected);
  });
});

describe('職務代理', () => {
  const officers = { chair: 'A', viceChairs: ['B', 'C', 'D'], office: 'A' };
  const vacant = { chair: undefined, viceChairs: ['B', 'C', 'D'], office: 'B' };
  test.each<[string, OfficersOnDay, string[], string | undefined]>([
    ['the chair is there', officers, ['A', 'B'], undefined],
    ['the chair is not', officers, ['B', 'C'], 'B'],
    ['nor is the first vice chair', officers, ['C', 'D'], 'C'],
    ['nobody is', officers, [], undefined],
    ['the chair left, though somebody of it still sits there', vacant, ['A', 'B', 'C'], 'B'],
    ['the chair left, and the first vice chair is away that day', vacant, ['C'], 'C'],
  ])('%s', (_, of, present, acting) => expect(actingChair(of, new Set(present))).toBe(acting));
});

const publish = (year: number, on: string, ...days: string[]): Publication => ({
  ...{ code: 'A', year, on: day(on) },
  days: Object.fromEntries(days.map((one) => [one, day(on)])),
});

describe('Names to come', () => {
  const codes = ['A', 'B', 'C'];
  const days = fc.integer({ min: 0, max: 3 * 365 }).map((n) => addDays(day('2026-04-01'), n));
  const tenures = fc.array(
    fc.record({
      ...{ seat: fc.constant(seat), person: fc.nat(50), municipality: fc.constantFrom(...codes), from: days },
      ...{ until: fc.option(days, { nil: undefined }), deputy: fc.boolean() },
    }),
    { maxLength: 30 },
  );
  const published: fc.Arbitrary<Publication[]> = fc.array(
    fc.record({
      ...{ code: fc.constantFrom(...codes), year: fc.integer({ min: 2026, max: 2029 }), on: days },
      days: fc.dictionary(days, days, { maxKeys: 20 }),
    }),
  );
  const onlooker = fc.record({ today: days, own: fc.subarray(codes) });

  test('are never told to another municipality’s reader before they are published', () => {
    fc.assert(
      fc.property(tenures, published, onlooker, (all, given, who) => {
        for (const one of seenBy(all, given, who)) {
          const shown = isShown(given, one.municipality, one.from, who.today);
          expect(who.own.includes(one.municipality) || shown).toBe(true);
        }
      }),
    );
  });

  test.each<[string, string, Publication[], boolean]>([
    ['of today', '2027-06-01', [], true],
    ['of tomorrow', '2027-06-02', [], false],
    ['within the year, which was published before it began', '2027-10-01', [publish(2027, '2027-03-24')], false],
    ['within the year, published today', '2027-10-01', [publish(2027, '2027-06-01', '2027-10-01')], true],
    ['within the year, of a day entered after that', '2027-10-02', [publish(2027, '2027-06-01', '2027-10-01')], false],
    ['within the year, to be published tomorrow', '2027-10-01', [publish(2027, '2027-06-02', '2027-10-01')], false],
    ['of next year', '2028-04-01', [publish(2027, '2027-06-01')], false],
    ['of next year, published', '2028-04-01', [publish(2028, '2027-06-01')], true],
    ['within the next year, whose beginning is published', '2028-10-01', [publish(2028, '2027-06-01')], false],
  ])('%s', (_, from, given, shown) => {
    expect(isShown(given, 'A', day(from), day('2027-06-01'))).toBe(shown);
  });

  test('within the year are published by the days on which they change; what is seen already stays seen', () => {
    const tenures = [
      held(1, '2026-04-01', '2027-09-30'),
      held(2, '2027-10-01'),
      held(3, '2026-04-01', '2028-03-31'),
      { ...held(4, '2027-11-01'), municipality: 'B' },
    ];
    expect(daysPrepared(tenures, NAKA, day('2027-06-01'))).toEqual(['2027-10-01']);
    const before = { '2027-08-01': day('2027-05-01'), '2027-10-01': day('2027-06-10') };
    expect(daysPublished(before, [day('2027-10-01'), day('2027-11-01')], day('2027-06-20'), day('2027-06-01'))).toEqual(
      {
        '2027-08-01': '2027-05-01',
        '2027-10-01': '2027-06-20',
        '2027-11-01': '2027-06-20',
      },
    );
  });

  test('what is prepared, whatever it is, changes nothing of what others see on any day', () => {
    fc.assert(
      fc.property(tenures, tenures, published, onlooker, days, (present, prepared, given, who, on) => {
        const hidden = (code: string, d: Day): boolean =>
          !who.own.includes(code) && !isShown(given, code, d, who.today);
        const added = prepared.filter((one) => hidden(one.municipality, one.from));
        // Who makes room for them is ended on the eve of a day that is hidden.
        const eves = [...added.map((one) => one.from), ...[2027, 2028, 2029].map(firstDayOf)];
        const ended = present.map((one) => {
          const next = eves.find((d) => d > one.from && hidden(one.municipality, d));
          return next && one.until === undefined ? { ...one, until: addDays(next, -1) } : one;
        });
        const shown = (list: readonly (typeof present)[number][]) =>
          seenBy(list, given, who).filter(
            (one) =>
              mayKnow(given, one.municipality, on, who) &&
              one.from <= on &&
              (one.until === undefined || on <= one.until),
          );
        expect(shown([...ended, ...added])).toEqual(shown(present));
      }),
    );
  });
});
