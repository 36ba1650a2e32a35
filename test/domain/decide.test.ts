/** What may be decided, superseded and taken back, and what is refused with which reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BodyKind } from '../../src/domain/council.ts';
import { type Instant, instant } from '../../src/domain/day.ts';
import { basisOf, bodyOfAll, decide, type Intent, levelOf, UNDO_WITHIN, undo } from '../../src/domain/decide.ts';
import {
  type Decidable,
  type Decision,
  isGap,
  isProvisional,
  MARKS,
  needsApproval,
  OUTCOMES,
  spansOf,
} from '../../src/domain/requirement.ts';
import { count, type Rule } from '../../src/domain/rule.ts';

const AT = instant(Date.parse('2026-06-01T10:00:00+09:00'));
const SECOND = 1_000;

const decision = (id: number, rest: Partial<Decision> = {}): Decision => ({
  id,
  fiscalYear: 2026,
  serial: id,
  outcome: 'alternative',
  note: 'CSVでの一括登録に代える',
  level: 'agreed',
  basis: { kind: 'provisional' },
  body: 'kaigo',
  at: AT,
  by: { person: 1, seat: 'kaigo:lead', municipality: '082261' },
  onBehalf: false,
  cost: undefined,
  scope: [],
  until: undefined,
  count: undefined,
  confirmedAt: undefined,
  cancelledAt: undefined,
  ...rest,
});
const open = (number: number, body = 'kaigo'): Decidable => ({ number, body, standing: undefined });
const decided = (number: number, standing: Decision): Decidable => ({ number, body: 'kaigo', standing });

const deciding = (outcome: Intent['outcome'], note?: string): Intent => ({ how: 'decide', outcome, note });
const superseding = (outcome: Intent['outcome'], note?: string): Intent => ({ how: 'supersede', outcome, note });

const D12 = decision(12);
const D13 = decision(13, { outcome: 'standard' });

describe('What may be decided', () => {
  const cases: [title: string, requirements: Decidable[], intent: Intent, result: string][] = [
    ['one that is open', [open(1234)], deciding('standard'), 'decides 1234'],
    ['many of one body', [open(1201), open(1202), open(1220)], deciding('later'), 'decides 1201,1202,1220'],
    ['an alternative, with its reason', [open(1)], deciding('alternative', 'CSVで足りるため'), 'decides 1'],
    ['an alternative without one', [open(1)], deciding('alternative'), 'refused: reasonRequired (alternative)'],
    [
      'an alternative with an empty one',
      [open(1)],
      deciding('alternative', ''),
      'refused: reasonRequired (alternative)',
    ],
    ['level-up needs none', [open(1)], deciding('levelup'), 'decides 1'],
    ['what is decided already', [decided(1, D12)], deciding('standard'), 'refused: alreadyDecided 1'],
    [
      'one decided among open ones: none',
      [open(1), decided(2, D12), open(3)],
      deciding('standard'),
      'refused: alreadyDecided 2',
    ],
    [
      'that it is decided comes before the missing reason',
      [decided(1, D12)],
      deciding('alternative'),
      'refused: alreadyDecided 1',
    ],
    [
      'superseding, with its reason',
      [decided(1, D12)],
      superseding('levelup', '次期版で対応'),
      'decides 1, superseding 12',
    ],
    ['superseding without one', [decided(1, D12)], superseding('levelup'), 'refused: reasonRequired (supersede)'],
    [
      'superseding by an alternative without one',
      [decided(1, D12)],
      superseding('alternative'),
      'refused: reasonRequired (supersede)',
    ],
    ['superseding what is open', [open(1)], superseding('levelup', '次期版で対応'), 'refused: notDecided 1'],
    [
      'superseding one open among decided ones: none',
      [decided(1, D12), open(2)],
      superseding('levelup', 'x'),
      'refused: notDecided 2',
    ],
    [
      'superseding two decisions at once',
      [decided(1, D12), decided(2, D13)],
      superseding('levelup', 'x'),
      'decides 1,2, superseding 12,13',
    ],
    [
      'superseding one decision on two',
      [decided(1, D12), decided(2, D12)],
      superseding('levelup', 'x'),
      'decides 1,2, superseding 12',
    ],
    [
      'the same outcome again, for another reason',
      [decided(1, D12)],
      superseding('alternative', 'x'),
      'decides 1, superseding 12',
    ],
  ];
  test.each(cases)('%s', (_, requirements, intent, result) => expect(told(decide(requirements, intent))).toBe(result));

  test('one decides for one body; of several, each is named with its numbers', () => {
    expect(bodyOfAll([open(1), open(2)])).toEqual({ body: 'kaigo' });
    expect(bodyOfAll([open(1, 'juki'), open(2), open(3, 'juki')])).toEqual({
      byBody: new Map([
        ['juki', [1, 3]],
        ['kaigo', [2]],
      ]),
    });
    expect(bodyOfAll([])).toEqual({ byBody: new Map() });
  });

  const intents: fc.Arbitrary<Intent> = fc.record({
    how: fc.constantFrom('decide', 'supersede'),
    outcome: fc.constantFrom(...OUTCOMES),
    note: fc.option(fc.string(), { nil: undefined }),
  });
  const requirements = fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 5_000 }),
      body: fc.constant('kaigo'),
      standing: fc.option(
        fc.integer({ min: 1, max: 9 }).map((id) => decision(id)),
        { nil: undefined, freq: 2 },
      ),
    }),
    { selector: (one) => one.number, minLength: 1, maxLength: 12 },
  );

  test('the numbers decided are the numbers asked, all or none, in their order', () => {
    fc.assert(
      fc.property(requirements, intents, (asked, intent) => {
        const result = decide(asked, intent);
        if ('refused' in result) return;
        expect(result.numbers).toEqual(asked.map((one) => one.number));
      }),
    );
  });

  test('every decision that stood is superseded, each once, and only by superseding with a reason', () => {
    fc.assert(
      fc.property(requirements, intents, (asked, intent) => {
        const result = decide(asked, intent);
        if ('refused' in result) return;
        const ids = result.supersedes.map((one) => one.id);
        expect(new Set(ids)).toEqual(new Set(asked.flatMap((one) => one.standing?.id ?? [])));
        expect(new Set(ids).size).toBe(ids.length);
        if (ids.length > 0) expect(intent).toMatchObject({ how: 'supersede', note: expect.stringMatching(/./su) });
      }),
    );
  });

  test('a refusal names numbers that were asked', () => {
    fc.assert(
      fc.property(requirements, intents, (asked, intent) => {
        const result = decide(asked, intent);
        if (!('refused' in result)) return;
        const named = 'which' in result ? result.which.map((one) => one.number) : [];
        expect(asked.map((one) => one.number)).toEqual(expect.arrayContaining(named));
      }),
    );
  });
});

function told(result: ReturnType<typeof decide>): string {
  if (!('refused' in result)) {
    const superseded = result.supersedes.map((one) => one.id);
    return `decides ${result.numbers}${superseded.length > 0 ? `, superseding ${superseded}` : ''}`;
  }
  switch (result.refused) {
    case 'reasonRequired':
      return `refused: reasonRequired (${result.because})`;
    default:
      return `refused: ${result.refused} ${result.which.map((one) => one.number)}`;
  }
}

describe('Taking a decision back', () => {
  const later = (ms: number): Instant => instant(AT + ms);
  const minutes = (m: number, s = 0): Instant => later((m * 60 + s) * SECOND);
  const UNTIL = minutes(10);

  test.each<[title: string, now: Instant, result: object]>([
    ['at once', AT, { undone: D12 }],
    ['after 9:59', minutes(9, 59), { undone: D12 }],
    ['after exactly 10:00', minutes(10), { undone: D12 }],
    ['a millisecond later', later(UNDO_WITHIN + 1), { refused: 'tooLate', until: UNTIL }],
    ['after 10:01', minutes(10, 1), { refused: 'tooLate', until: UNTIL }],
    ['a year later', minutes(60 * 24 * 365), { refused: 'tooLate', until: UNTIL }],
  ])('%s', (_, now, result) => expect(undo(D12, undefined, now)).toEqual(result));

  test('what a later decision stands on is refused with that decision, in time or not', () => {
    expect(undo(D12, D13, AT)).toEqual({ refused: 'superseded', by: D13 });
    expect(undo(D12, D13, minutes(11))).toEqual({ refused: 'superseded', by: D13 });
  });

  test('a second time says when it was taken back, whatever came since', () => {
    const cancelled = decision(12, { cancelledAt: minutes(2) });
    expect(undo(cancelled, undefined, minutes(3))).toEqual({ refused: 'alreadyCancelled', at: minutes(2) });
    expect(undo(cancelled, D13, minutes(30))).toEqual({ refused: 'alreadyCancelled', at: minutes(2) });
  });
});

test.each<[BodyKind, string]>([
  ['workingGroup', 'agreed'],
  ['projectTeam', 'agreed'],
  ['subcommittee', 'acknowledged'],
  ['council', 'approved'],
])('what a %s decides is %s', (kind, level) => expect(levelOf(kind)).toBe(level));

test('a decision rests on the sitting where enough are there, else on nothing yet', () => {
  const rule: Rule = { agreement: 'all', quorum: 'half', basis: undefined };
  const there = (...codes: string[]) =>
    count(rule, ['a', 'b', 'c', 'd'], new Map(codes.map((code) => [code, 'present'])));
  expect(basisOf({ number: 12 }, there('a', 'b', 'c'))).toEqual({ kind: 'meeting', meeting: 12 });
  expect(basisOf({ number: 12 }, there('a', 'b'))).toEqual({ kind: 'provisional' });
  expect(basisOf(undefined, undefined)).toEqual({ kind: 'provisional' });
});

test.each<[Partial<Decision>, boolean]>([
  [{}, false],
  [{ cost: 0 }, false],
  [{ cost: 500 }, true],
  [{ scope: ['082261'] }, true],
  [{ outcome: 'exception' }, true],
])('%j needs the council’s approval: %s', (rest, needed) => expect(needsApproval(decision(1, rest))).toBe(needed));

test('what was provisional is not any more once it is confirmed', () => {
  expect(isProvisional(decision(1))).toBe(true);
  expect(isProvisional(decision(1, { confirmedAt: AT }))).toBe(false);
  expect(isProvisional(decision(1, { basis: { kind: 'circulation', circulation: 3 } }))).toBe(false);
});

test('△ and × are gaps, ◎ and ○ are not', () => {
  expect(MARKS.map((mark) => `${mark} ${isGap(mark)}`)).toEqual(['◎ false', '○ false', '△ true', '× true']);
});

describe('Numbers as people write many', () => {
  test.each([
    [[], ''],
    [[1234], '1234'],
    [[1201, 1202, 1203, 1220], '1201-1203 1220'],
    [[3, 1, 2], '1-3'],
    [[1, 2, 2, 4], '1-2 4'],
  ])('%j: %s', (numbers, written) => {
    expect(
      spansOf(numbers)
        .map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
        .join(' '),
    ).toBe(written);
  });

  test('the spans hold every number once and no other, and no two of them touch', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const spans = spansOf(numbers);
        const all = spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
        expect(all).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        for (const [i, { from }] of spans.entries()) expect(from).toBeGreaterThan((spans[i - 1]?.to ?? -1) + 1);
      }),
    );
  });
});
