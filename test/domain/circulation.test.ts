import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import {
  type Answer,
  type Circulation,
  type Circumstances,
  deadlineFrom,
  isOpen,
  type Position,
  runs,
  silenceFor,
  standingOf,
} from '../../src/domain/circulation.ts';
import { day, endOfDay, type Instant, instant, instantAt } from '../../src/domain/day.ts';

const CALENDAR = officeCalendar(day('2026-06-01'));
const POSTED = instantAt(day('2026-06-01'), 600);
const ALL = ['omiya', 'naka', 'kasumi', 'goka'];
const held = new Map(ALL.map((code) => [code, [{ from: day('2016-04-01'), until: undefined }]]));
const around: Circumstances = { calendar: CALENDAR, suspensions: [], held, delivered: true };

const proposal: Circulation = {
  number: 3,
  body: 'kaigo',
  requirements: [1234],
  outcome: 'alternative',
  note: 'CSV',
  cost: undefined,
  scope: [],
  until: undefined,
  postedAt: POSTED,
  by: { person: 1, seat: 's', municipality: 'naka' },
  onBehalf: false,
  deadline: day('2026-06-08'),
  silence: 5,
  rule: { agreement: 'all', quorum: 'half', basis: undefined },
  eligible: ALL,
  previous: undefined,
  ended: undefined,
};
const says = (municipality: string, answer: Position['answer'], at: Instant = POSTED, until?: string): Position => ({
  ...{ municipality, answer, at, reason: undefined, source: undefined, person: 1, seat: municipality },
  until: until === undefined ? undefined : day(until),
});
const answers = (...list: readonly Answer[]) => list.map((answer, i) => says(ALL[i] ?? '', answer));
const on = (written: string) => instantAt(day(written), 600);
const AFTER = on('2026-06-09');

describe('how a circulation stands', () => {
  const majority = { agreement: 'majority', quorum: 'twoThirds', basis: undefined } as const;
  test.each<[string, Partial<Circulation>, readonly Position[], string, Partial<Circumstances>, string]>([
    ['nobody answered yet', {}, [], '2026-06-02', {}, 'open'],
    ['all agree before the day', {}, answers('agree', 'agree', 'agree', 'agree'), '2026-06-02', {}, 'agreed'],
    ['one has still to answer', {}, answers('agree', 'agree', 'agree'), '2026-06-08', {}, 'open'],
    ['silence agrees after the deadline', {}, answers('agree', 'agree', 'agree'), '2026-06-09', {}, 'agreed'],
    ['silence of all agrees', {}, [], '2026-06-09', {}, 'agreed'],
    ['silence is off', { silence: undefined }, answers('agree', 'agree', 'agree'), '2026-06-09', {}, 'notAgreed'],
    ['an objection stands while it can be lifted', {}, answers('object'), '2026-06-02', {}, 'objected'],
    ['an objection that stands in the end', {}, answers('object'), '2026-06-09', {}, 'notAgreed'],
    [
      'an abstention leaves the denominator',
      {},
      answers('agree', 'agree', 'abstain', 'na'),
      '2026-06-02',
      {},
      'agreed',
    ],
    ['nobody who counts agrees to nothing', {}, answers('na', 'na', 'na', 'abstain'), '2026-06-09', {}, 'notAgreed'],
    ['a hold is no silence', {}, answers('agree', 'agree', 'agree', 'hold'), '2026-06-09', {}, 'notAgreed'],
    [
      'a hold keeps it open until its day',
      {},
      [...answers('agree', 'agree', 'agree'), says('goka', 'hold', POSTED, '2026-06-12')],
      '2026-06-12',
      {},
      'open',
    ],
    [
      'a hold whose day is over',
      {},
      [...answers('agree', 'agree', 'agree'), says('goka', 'hold', POSTED, '2026-06-12')],
      '2026-06-13',
      {},
      'notAgreed',
    ],
    ['a vacant seat is not silent', {}, [], '2026-06-09', { held: new Map([...held].slice(1)) }, 'notAgreed'],
    ['a request that did not arrive', {}, [], '2026-06-09', { delivered: false }, 'notAgreed'],
    [
      'a suspended municipality has more time',
      {},
      [],
      '2026-06-10',
      { suspensions: [suspension('2026-06-03', '2026-06-04')] },
      'open',
    ],
    [
      'and is silent after it',
      {},
      [],
      '2026-06-11',
      { suspensions: [suspension('2026-06-03', '2026-06-04')] },
      'agreed',
    ],
    ['what was withdrawn', { ended: ended('withdrawn') }, [], '2026-06-02', {}, 'withdrawn'],
    [
      'a majority of two thirds',
      { rule: majority, silence: undefined },
      answers('agree', 'agree', 'object'),
      '2026-06-09',
      {},
      'agreed',
    ],
    [
      'half of the votes agree',
      { rule: majority, silence: undefined },
      answers('agree', 'object', 'abstain'),
      '2026-06-09',
      {},
      'notAgreed',
    ],
    [
      'too few answered',
      { rule: majority, silence: undefined },
      answers('agree', 'agree'),
      '2026-06-09',
      {},
      'notAgreed',
    ],
    ['an answer that was taken back', {}, [says('goka', 'object'), says('goka', 'undo')], '2026-06-02', {}, 'open'],
    [
      'the answer before it counts again',
      {},
      [says('goka', 'object'), says('goka', 'agree'), says('goka', 'undo')],
      '2026-06-02',
      {},
      'objected',
    ],
  ])('%s', (_what, change, positions, written, also, state) => {
    expect(standingOf({ ...proposal, ...change }, positions, on(written), { ...around, ...also }).state).toBe(state);
  });

  test('silence is told apart from agreement, with the deadline as its time', () => {
    const { lines } = standingOf(proposal, answers('agree'), AFTER, around);
    expect(lines.map(({ stand, silentFrom }) => [stand, silentFrom])).toEqual([
      ['agree', undefined],
      ...['naka', 'kasumi', 'goka'].map(() => ['silent', endOfDay(day('2026-06-08'))]),
    ]);
  });
});

const suspension = (from: string, until: string) =>
  ({ municipality: 'naka', kind: 'disaster', from: day(from), until: day(until) }) as const;
const ended = (how: 'withdrawn') => ({ how, at: POSTED, decision: undefined });

describe('the days of silence', () => {
  test.each([
    ['2026-06-05', 5, '2026-06-12'],
    // Over the change of the year: March 25 to April 10 do not count.
    ['2027-03-23', 5, '2027-04-15'],
    // Over the days around New Year.
    ['2026-12-25', 2, '2027-01-04'],
  ])('posted on %s, %i days', (posted, days, end) => {
    expect(deadlineFrom(day(posted), days, CALENDAR)).toBe(end);
  });

  test('a deadline on a closed day is silent with the next that is open', () => {
    const { closes } = standingOf({ ...proposal, deadline: day('2026-06-13') }, [], POSTED, around);
    expect(closes).toBe(endOfDay(day('2026-06-15')));
    expect(runs(day('2026-06-13'), CALENDAR)).toBe(false);
  });

  test.each([
    [5, { council: false, cost: undefined, outcome: 'standard' }, 5],
    ['off', { council: false, cost: undefined, outcome: 'standard' }, undefined],
    [5, { council: true, cost: undefined, outcome: 'standard' }, undefined],
    [5, { council: false, cost: 500, outcome: 'standard' }, undefined],
    [5, { council: false, cost: undefined, outcome: 'exception' }, undefined],
  ] as const)('setting %s, %o', (setting, of, expected) => {
    expect(silenceFor(setting, of)).toBe(expected);
  });
});

describe('whatever comes in whatever order', () => {
  const given = fc.record({
    municipality: fc.constantFrom(...ALL),
    answer: fc.constantFrom<Position['answer'][]>('agree', 'object', 'hold', 'abstain', 'na', 'undo'),
    minutes: fc.integer({ min: 0, max: 60 * 24 * 12 }),
  });

  /** Answers as the door takes them: one after the other, none after it ended. */
  function taken(list: readonly Position[]): { accepted: Position[]; states: string[] } {
    const accepted: Position[] = [];
    const states: string[] = [];
    for (const one of list) {
      const { state } = standingOf(proposal, accepted, one.at, around);
      states.push(state);
      if (isOpen({ state })) accepted.push(one);
    }
    return { accepted, states };
  }

  test('what ended stays so', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 30 }), (list) => {
        const timed = list
          .map(({ municipality, answer, minutes }) => says(municipality, answer, instant(POSTED + minutes * 60_000)))
          .sort((a, b) => a.at - b.at);
        const { states } = taken(timed);
        const first = states.findIndex((state) => !isOpen({ state: state as 'open' }));
        if (first >= 0) expect(new Set(states.slice(first)).size).toBe(1);
      }),
    );
  });

  test('answers of different municipalities do not depend on which came first', () => {
    const perCode = fc.array(fc.constantFrom<Position['answer'][]>('agree', 'object', 'hold', 'abstain', 'undo'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.tuple(perCode, perCode, perCode), fc.infiniteStream(fc.nat(2)), (queues, picks) => {
        // 五霞町 never answers, so that it stays open before the deadline.
        const lists = queues.map((queue, i) => queue.map((answer) => says(ALL[i] ?? '', answer)));
        const inOrder = lists.flat();
        const left = lists.map((one) => [...one]);
        const mixed: Position[] = [];
        for (const pick of picks) {
          if (left.every((one) => one.length === 0)) break;
          const next = left[pick]?.shift();
          if (next) mixed.push(next);
        }
        for (const at of [on('2026-06-02'), AFTER])
          expect(standingOf(proposal, mixed, at, around)).toEqual(standingOf(proposal, inOrder, at, around));
      }),
    );
  });
});
