/** Reminders go up: owner, owner, lead, secretariat; each once, however many days were missed; an answer ends them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, instantAt, weekdayOf } from '../../src/domain/day.ts';
import { hearersOf, owed, type Reminded, STEPS, stepOn } from '../../src/domain/escalation.ts';
import type { Item, ItemEntry } from '../../src/domain/item.ts';

const DUE = day('2026-06-05'); // a Friday
const open = { status: 'open' as const, due: DUE };
const weekday = (d: Day): boolean => ![0, 6].includes(weekdayOf(d));

/** The days on which something was told, where the clock runs on these days. */
function told(runs: (d: Day) => boolean, until: string, more: Partial<Parameters<typeof stepOn>[0]> = {}): string[] {
  const taken: Reminded[] = [];
  for (let at = DUE; at <= day(until); at = addDays(at, 1)) {
    if (!runs(at)) continue;
    const facts = { item: open, owed: { since: instantAt(day('2026-06-01')), answered: false } };
    const step = stepOn({ ...facts, taken, heard: () => true, counts: weekday, ...more }, at);
    if (step && taken.at(-1)?.day !== at) taken.push({ step, day: at });
  }
  return taken.map((one) => `${one.day} ${one.step}`);
}

describe('An overdue item', () => {
  const MISSED = ['2026-06-08', '2026-06-09', '2026-06-11', '2026-06-12'].map(day);
  test.each([
    [
      'every day',
      () => true,
      {},
      ['2026-06-08 first', '2026-06-11 second', '2026-06-16 lead', '2026-06-23 secretariat'],
    ],
    [
      'with days missed, which delay it',
      (d: Day) => !MISSED.includes(d),
      {},
      ['2026-06-10 first', '2026-06-15 second', '2026-06-18 lead', '2026-06-25 secretariat'],
    ],
    [
      'without a lead',
      () => true,
      { heard: (step: string) => step !== 'lead' },
      ['2026-06-08 first', '2026-06-11 second', '2026-06-18 secretariat'],
    ],
    ['answered', () => true, { owed: { since: instantAt(day('2026-06-01')), answered: true } }, []],
    ['on hold', () => true, { item: { status: 'hold' as const, due: DUE } }, []],
    [
      'while its owner’s municipality is suspended',
      () => true,
      { counts: (d: Day) => weekday(d) && d > day('2026-06-19') },
      ['2026-06-22 first', '2026-06-25 second', '2026-06-30 lead', '2026-07-07 secretariat'],
    ],
    [
      'that was passed on after it was due',
      () => true,
      { owed: { since: instantAt(day('2026-06-17')), answered: false } },
      ['2026-06-18 first', '2026-06-23 second', '2026-06-26 lead', '2026-07-03 secretariat'],
    ],
  ])('%s', (_, runs, more, expected) => {
    expect(told(runs, '2026-07-20', more)).toEqual(expected);
  });

  test('each step is told once, in their order, whatever days are missed; all of them once days enough ran', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (runs) => {
        const ran = (d: Day): boolean => runs[Math.round((Date.parse(d) - Date.parse(DUE)) / 86_400_000) % 60] ?? true;
        const found = told(ran, '2026-08-03').map((one) => one.split(' ')[1]);
        expect(found).toEqual(STEPS.slice(0, found.length));
        const last = told((d) => ran(d) || d > day('2026-08-03'), '2026-10-30');
        expect(last.map((one) => one.split(' ')[1])).toEqual(STEPS);
      }),
    );
  });
});

describe('An answer', () => {
  const item = {
    due: DUE,
    owner: 'a',
    others: ['b'],
    parts: [],
    raised: { at: instantAt(day('2026-06-01')), by: 1, seat: 'x' },
  };
  const entry = (on: string, rest: Partial<ItemEntry>): ItemEntry =>
    ({ serial: 1, at: instantAt(day(on)), kind: 'comment', before: {}, after: {}, ...rest }) as ItemEntry;
  const begun = entry('2026-06-01', { kind: 'added' });
  test.each([
    ['the owner’s comment', entry('2026-06-08', { seat: 'a', words: '照会中' }), []],
    ['somebody else’s comment', entry('2026-06-08', { seat: 'x', words: 'まだですか' }), ['a']],
    ['the owner’s comment before it was due', entry('2026-06-04', { seat: 'a', words: '照会中' }), ['a']],
  ])('%s', (_, one, silent) => {
    const alone = { ...item, others: [] } as unknown as Item;
    expect(owed(alone, [begun, one])).toMatchObject({ silent, answered: silent.length === 0 });
  });

  test('a change of its status answers for everybody', () => {
    const one = entry('2026-06-08', { seat: 'x', kind: 'status', after: { status: 'doing' } });
    expect(owed(item as unknown as Item, [begun, one]).answered).toBe(true);
  });

  test('of several, each answers for themselves; who reported their part need not', () => {
    const said = (seat: string) => entry('2026-06-08', { seat, words: '照会中' });
    const several = { ...item, others: ['b', 'c'], parts: [{ seat: 'c' }] } as unknown as Item;
    expect(owed(several, [begun, said('b')])).toMatchObject({ silent: ['a'], answered: false });
    expect(owed(several, [begun, said('b'), said('a')])).toMatchObject({ silent: [], answered: true });
  });

  test('a part that came in last and was taken back answers for nobody; a part that is sent back is owed anew', () => {
    const part = entry('2026-06-08', { seat: 'b', kind: 'part', after: { status: 'done', parts: [] } });
    const back = entry('2026-06-09', { serial: 3, kind: 'undo', undoes: 2, after: { status: 'open', parts: [] } });
    const { answered } = owed(item as unknown as Item, [begun, { ...part, serial: 2 }, back]);
    expect(answered).toBe(false);
    const sent = entry('2026-06-10', { seat: 'x', kind: 'status', after: { status: 'doing', parts: [] } });
    expect(owed(item as unknown as Item, [begun, part, sent])).toMatchObject({ since: sent.at, answered: false });
  });

  test('a new due day begins it anew', () => {
    const moved = entry('2026-06-09', { kind: 'due', after: { due: DUE } });
    const said = entry('2026-06-08', { seat: 'a', words: '照会中' });
    expect(owed(item as unknown as Item, [begun, said, moved])).toMatchObject({ since: moved.at, answered: false });
  });
});

test('nobody hears of an item twice in another role; what nobody holds is with the secretariat', () => {
  expect(hearersOf({ owners: [1, 2], leads: [1, 3], secretariat: [2, 3, 4] })).toEqual({
    first: [1, 2],
    second: [1, 2],
    lead: [3],
    secretariat: [4],
  });
  expect(hearersOf({ owners: [], leads: [], secretariat: [4] })).toEqual({
    first: [4],
    second: [4],
    lead: [],
    secretariat: [],
  });
});
