/** The agenda's rules: what an act makes of an entry, in tables; and what holds under any order of acts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  after,
  atClose,
  carriedOver,
  type EntryAct,
  type EntryState,
  holdsAgenda,
  outBy,
  remindedOf,
  reordered,
  standingOf,
  timeOf,
  withMinutes,
} from '../../src/domain/agenda.ts';
import { day, instant, instantAt } from '../../src/domain/day.ts';

const NEW: EntryState = { minutes: undefined, dropped: false, places: [] };
const acts = (...list: EntryAct[]): EntryState | { refused: string } => {
  let state: EntryState = NEW;
  for (const one of list) {
    const to = after(state, one);
    if ('refused' in to) return to;
    state = to;
  }
  return state;
};
const put = (meeting: number): EntryAct => ({ act: 'put', meeting, position: 1 });
const at = (act: 'cover' | 'circulate' | 'carry' | 'resume' | 'takeOff', meeting: number): EntryAct => ({
  act,
  meeting,
});
const standing = (state: EntryState, ...holding: number[]) =>
  standingOf({ ...state, settled: false }, (meeting) => holding.includes(meeting));

describe('where an entry stands', () => {
  test.each([
    ['put up and no more', [], [1], 'proposed', 0],
    ['on the agenda of a meeting', [put(1)], [1], 'on', 0],
    ['its meeting was called off', [put(1)], [], 'proposed', 0],
    ['covered there', [put(1), at('cover', 1)], [1], 'covered', 0],
    ['carried over', [put(1), at('carry', 1)], [], 'carried', 1],
    ['carried over, and put on the next', [put(1), at('carry', 1), put(2)], [2], 'on', 1],
    ['carried over twice', [put(1), at('carry', 1), put(2), at('carry', 2)], [], 'carried', 2],
    ['the close taken back', [put(1), at('carry', 1), at('resume', 1)], [1], 'on', 0],
    ['closed twice', [put(1), at('carry', 1), at('resume', 1), at('carry', 1)], [], 'carried', 1],
    ['taken off before the meeting', [put(1), at('takeOff', 1)], [1], 'proposed', 0],
    ['moved to another meeting', [put(1), put(2)], [1, 2], 'on', 0],
    ['to circulation', [put(1), at('circulate', 1)], [1], 'circulated', 0],
    ['dropped', [put(1), { act: 'drop' }], [1], 'dropped', 0],
    ['covered after all, after the close', [put(1), at('carry', 1), put(2), at('cover', 1)], [2], 'covered', 0],
  ] as const)('%s', (_, list, holding, where, count) => {
    const state = acts(...list);
    if ('refused' in state) throw new Error(state.refused);
    expect([standing(state, ...holding), carriedOver(state)]).toEqual([where, count]);
  });

  test.each([
    ['on twice', [put(1), put(1)], 'already'],
    ['covered without being on', [at('cover', 1)], 'notOn'],
    ['covered twice', [put(1), at('cover', 1), at('cover', 1)], 'covered'],
    ['put on after it was covered', [put(1), at('cover', 1), put(2)], 'covered'],
    ['carried where it is not', [put(1), at('carry', 2)], 'notOn'],
    ['dropped after it was covered', [put(1), at('cover', 1), { act: 'drop' }], 'covered'],
    ['touched after it was dropped', [{ act: 'drop' }, { act: 'minutes', minutes: 5 }], 'dropped'],
    ['resumed where it stands', [put(1), at('resume', 1)], 'notOn'],
  ] as const)('refused: %s', (_, list, refused) => {
    expect(acts(...list)).toEqual({ refused });
  });

  test('what is decided meanwhile is covered without a word, and the close records it so', () => {
    const state = acts(put(1)) as EntryState;
    expect(standingOf({ ...state, settled: true }, () => true)).toBe('covered');
    expect([atClose({ settled: true }), atClose({ settled: false })]).toEqual(['cover', 'carry']);
  });

  test('a meeting holds its agenda while it is ahead or open', () => {
    const meeting = { state: 'scheduled' as const, day: day('2026-06-12'), openedAt: undefined, closedAt: undefined };
    const opened = { ...meeting, openedAt: instant(1) };
    const today = day('2026-06-12');
    expect(holdsAgenda(meeting, today)).toBe(true);
    expect(holdsAgenda(meeting, day('2026-06-13'))).toBe(false);
    expect(holdsAgenda(opened, day('2026-06-13'))).toBe(true);
    expect(holdsAgenda({ ...opened, closedAt: instant(2) }, today)).toBe(false);
    expect(holdsAgenda({ ...meeting, state: 'cancelled' }, today)).toBe(false);
  });
});

describe('whom the digest reminds that it is not out', () => {
  const calendar = { holidays: new Map(), closed: new Set<never>() } as unknown as Parameters<typeof remindedOf>[3];
  const friday = day('2026-06-12');
  const due = day('2026-06-09');
  const called = (on: string) => ({ day: friday, createdAt: instantAt(day(on), 600) });
  test.each([
    ['2026-06-01', '2026-06-05', undefined],
    ['2026-06-01', '2026-06-08', 'lead'],
    ['2026-06-01', '2026-06-09', 'lead'],
    ['2026-06-01', '2026-06-10', 'secretariat'],
    ['2026-06-01', '2026-06-11', 'secretariat'],
    ['2026-06-01', '2026-06-12', undefined],
    ['2026-06-09', '2026-06-09', undefined],
    ['2026-06-09', '2026-06-10', 'lead'],
    ['2026-06-09', '2026-06-11', 'lead'],
  ] as const)('called on %s, on %s: %s', (on, today, who) => {
    expect(remindedOf(called(on), due, day(today), calendar)).toBe(who);
  });

  test('of a joint meeting it is to be out as early as one of its bodies wants it', () => {
    const meeting = { day: day('2026-06-19') };
    expect([[undefined], [5], [undefined, 5], [1, 2]].map((settings) => outBy(meeting, settings, calendar))).toEqual([
      '2026-06-16',
      '2026-06-12',
      '2026-06-12',
      '2026-06-17',
    ]);
  });
});

const anyAct: fc.Arbitrary<EntryAct> = fc.oneof(
  fc.record({
    act: fc.constant('put' as const),
    meeting: fc.integer({ min: 1, max: 4 }),
    position: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    act: fc.constantFrom(
      'cover' as const,
      'circulate' as const,
      'carry' as const,
      'resume' as const,
      'takeOff' as const,
    ),
    meeting: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    act: fc.constant('order' as const),
    meeting: fc.integer({ min: 1, max: 4 }),
    position: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ act: fc.constant('minutes' as const), minutes: fc.integer({ min: 1, max: 480 }) }),
  fc.constant({ act: 'drop' as const }),
);

describe('under any order of acts', () => {
  test('an entry is on one agenda at most, closed once at most, and counted once a meeting', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (list) => {
        let state = NEW;
        for (const one of list) {
          const to = after(state, one);
          if ('refused' in to) continue;
          const counted = carriedOver(to) - carriedOver(state);
          // Only a meeting carries over, by one; only taking that back, or covering it after all, takes one off.
          if (counted > 0) expect([one.act, counted]).toEqual(['carry', 1]);
          if (counted < 0) expect(['resume', 'cover', 'put']).toContain(one.act);
          state = to;
          const fates = state.places.map((place) => place.fate);
          expect(fates.filter((fate) => fate === 'covered' || fate === 'circulated').length).toBeLessThanOrEqual(1);
          expect(fates.filter((fate) => fate === 'on').length).toBeLessThanOrEqual(1);
          expect(new Set(state.places.map((place) => place.meeting)).size).toBe(state.places.length);
          expect(carriedOver(state)).toBeLessThanOrEqual(state.places.length);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('moving one keeps all the others, in their order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 12 }),
        fc.nat(20),
        fc.nat(11),
        (order, nth, which) => {
          const number = order[which % order.length] as number;
          const moved = reordered(order, number, nth);
          expect(moved.toSorted()).toEqual(order.toSorted());
          expect(moved.filter((one) => one !== number)).toEqual(order.filter((one) => one !== number));
          expect(moved.indexOf(number)).toBe(Math.min(Math.max(nth, 1), order.length) - 1);
        },
      ),
    );
  });
});

describe('how long, at the end of what is typed', () => {
  test.each([
    ['督促状の様式について 15分', '督促状の様式について', 15],
    ['督促状の様式について　１５分', '督促状の様式について', 15],
    ['督促状の様式について15分', '督促状の様式について', 15],
    ['封筒の件(20分)', '封筒の件', 20],
    ['封筒の件（２０分間）', '封筒の件', 20],
    ['封筒 約10分', '封筒', 10],
    ['封筒 1時間', '封筒', 60],
    ['封筒 １時間半', '封筒', 90],
    ['封筒 1時間20分', '封筒', 80],
    ['envelopes 20 min', 'envelopes', 20],
    ['封筒:15分', '封筒', 15],
    ['15分', '', 15],
    ['受付番号3分', '受付番号3分', undefined],
    ['15分の説明', '15分の説明', undefined],
    ['申請区分', '申請区分', undefined],
    ['封筒 0分', '封筒 0分', undefined],
    ['封筒 999分', '封筒 999分', undefined],
    ['令和8年度の予算', '令和8年度の予算', undefined],
  ])('%s', (typed, words, minutes) => {
    expect(withMinutes(typed)).toEqual({ words, minutes });
  });

  test('together', () => {
    expect(timeOf([{ minutes: 15 }, { minutes: undefined }, { minutes: 5 }])).toEqual({ minutes: 20, open: 1 });
  });
});
