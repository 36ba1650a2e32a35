/** How far back who reads: each kind of thing as a table, by whoever looks. */
import { describe, expect, test } from 'vitest';
import type { Chart, MunicipalityKind } from '../../src/domain/council.ts';
import { type Day, day, instantAt } from '../../src/domain/day.ts';
import { isRead, type Remembered, readsAs } from '../../src/domain/past.ts';
import { plainRotation } from '../../src/domain/rotation.ts';

const FROM = day('2027-01-01');
const [BEFORE, SINCE] = [day('2026-12-31'), FROM];
const at = (on: Day) => instantAt(on, 600);
const decided = (on: Day, stands: boolean): Remembered => ({ kind: 'decision', at: at(on), stands });
const numbered = (on: Day, fallen: number[], cancelled = false): Remembered => ({
  ...{ kind: 'numbered', at: at(on), cancelledAt: cancelled ? at(on) : undefined, numbers: [1, 2], fallen },
});
const entry = (on: Day, waits: boolean, ...meetings: Day[]): Remembered => {
  return { kind: 'entry', at: at(on), waits, meetings };
};
const item = (raised: Day, status: 'open' | 'hold' | 'done' | 'withdrawn', done?: Day): Remembered => ({
  ...{ kind: 'item', status, raised: { at: at(raised), by: 1, seat: 'kaigo:1' } },
  done: done && { at: at(done), by: 1 },
});

describe('what a joiner reads who reads from a day on', () => {
  test.each<[string, Remembered, boolean]>([
    ['what stands, whenever it was decided', decided(BEFORE, true), true],
    ['not what was superseded or reopened, decided before', decided(BEFORE, false), false],
    ['what was superseded, decided since', decided(SINCE, false), true],
    ['a number before that stands on one of its requirements', numbered(BEFORE, [1]), true],
    ['not one that stands on none', numbered(BEFORE, [1, 2]), false],
    ['not one that was taken back', numbered(BEFORE, [], true), false],
    ['one that was taken back since', numbered(SINCE, [], true), true],
    ['not a meeting before, with its agenda, papers and minutes', { kind: 'meeting', day: BEFORE }, false],
    ['a meeting of that day', { kind: 'meeting', day: SINCE }, true],
    ['what waits for a meeting, whenever it was put up', entry(BEFORE, true), true],
    ['not what was dropped before any meeting', entry(BEFORE, false), false],
    ['what was dropped, put up since', entry(SINCE, false), true],
    ['not what a meeting before covered', entry(BEFORE, false, BEFORE), false],
    ['what a meeting before began and a later covered', entry(BEFORE, false, BEFORE, SINCE), true],
    ['an open item, whenever it was raised', item(BEFORE, 'open'), true],
    ['an item on hold', item(BEFORE, 'hold'), true],
    ['not an item that was done before', item(BEFORE, 'done', BEFORE), false],
    ['not one that was withdrawn before', item(BEFORE, 'withdrawn', BEFORE), false],
    ['one that was raised before and done since', item(BEFORE, 'done', SINCE), true],
    ['no approval, comment or change before', { kind: 'step', at: at(BEFORE) }, false],
    ['those since', { kind: 'step', at: at(SINCE) }, true],
  ])('%s', (_title, one, read) => {
    expect(isRead(one, FROM)).toBe(read);
    expect(isRead(one, undefined)).toBe(true);
  });
});

describe('for whom the day holds', () => {
  const kinds: Readonly<Record<string, MunicipalityKind>> = {
    ...{ 那珂市: 'member', 茨城県: 'adviser', 境町: 'adopting', 坂東市: 'interested' },
  };
  const chart: Chart = {
    municipalities: Object.entries(kinds).map(([code, kind]) => ({
      ...{ code, name: code, kind, from: day('2016-04-01'), until: undefined },
    })),
    bodies: [],
    systems: [],
    rotation: plainRotation(2016, ['那珂市']),
  };
  test.each<[string, readonly string[], string | undefined]>([
    ['a member', ['那珂市'], undefined],
    ['the adviser', ['茨城県'], undefined],
    ['a joiner', ['境町', '境町'], '境町'],
    ['who is only interested', ['坂東市'], '坂東市'],
    ['who sits for a joiner and a member', ['境町', '那珂市'], undefined],
    ['who sits nowhere', [], undefined],
  ])('%s', (_who, codes, as) => {
    const roles = codes.map((municipality) => ({ municipality }));
    expect(readsAs(roles, chart)).toBe(as);
  });
});
