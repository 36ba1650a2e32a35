/** The chart and its seats as they are remembered, on each day. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CouncilFile } from '../../../src/council/shape.ts';
import { day } from '../../../src/domain/day.ts';
import { officersOf } from '../../../src/domain/rotation.ts';
import type { CouncilStore, Store } from '../../../src/store/store.ts';
import { apply, NOW, type Remembered, remembered, TODAY } from '../../support/council.ts';
import { officeCouncil } from '../../support/officeCouncil.ts';

let memory: Remembered;
let store: Store;
let file: CouncilFile;
let council: CouncilStore;

beforeAll(async () => {
  file = await officeCouncil();
  memory = await remembered(file);
  store = memory.store;
  council = store.council('ibaraki');
});
afterAll(() => memory.close());

const numberOf = async (slug: string): Promise<number> =>
  (await store.client.councilPerson.findFirstOrThrow({ where: { slug } })).personId;
const holders = async (seat: string, on: string): Promise<string[]> => {
  const tenures = (await council.tenuresOn(day(on))).filter((one) => one.seat.id === seat);
  const names = await council.names(tenures.map((one) => one.person));
  return tenures.map((one) => `${names.get(one.person)}${one.deputy ? '(代理)' : ''}`);
};

test('the chart is the file’s: municipalities by code, bodies and systems in their order, the rotation by codes', async () => {
  const chart = await council.chart();
  expect(chart.municipalities.map((one) => one.name)).toEqual(file.municipalities.map((one) => one.name));
  expect(chart.bodies.map((one) => one.slug)).toEqual(file.bodies.map((one) => one.slug));
  expect(chart.systems.map((one) => one.name)).toEqual(file.systems.map((one) => one.name));
  expect(officersOf(chart.rotation, 2026).chair).toBe('082261');
  expect(await council.council()).toEqual({
    id: 'ibaraki',
    name: 'いばらき自治体クラウド基幹業務運営協議会',
    shortName: 'いばらきクラウド協議会',
    language: 'ja',
  });
});

describe('Who sits where', () => {
  test.each([
    ['the last day of one', '2026-09-30', ['佐川 礼子', '菊池 友美(代理)']],
    ['the first day of the next', '2026-10-01', ['砂川 巧', '菊池 友美(代理)']],
    ['before the first', '2016-03-31', []],
  ])('on %s', async (_, on, people) => {
    expect(await holders('kaigo:082252', on)).toEqual(people);
  });

  test('a person’s tenures are those of the day', async () => {
    const person = await numberOf('omiya-sagawa');
    expect((await council.tenuresOf([person], day('2026-09-30'))).map((one) => one.seat.id)).toContain('kaigo:082252');
    expect((await council.tenuresOf([person], day('2026-10-01'))).map((one) => one.seat.id)).not.toContain(
      'kaigo:082252',
    );
    expect(await council.tenuresOf([], TODAY)).toEqual([]);
  });

  test('seats are there when nobody holds them', async () => {
    expect(await holders('jido-kofu:085421', '2026-06-01')).toEqual([]);
    expect(await council.seat('jido-kofu:085421')).toEqual({
      id: 'jido-kofu:085421',
      body: 'jido-kofu',
      municipality: '085421',
      role: 'member',
    });
    expect(await council.seat('kaigo:lead')).toMatchObject({ municipality: undefined, role: 'lead' });
    expect(await council.seat('nowhere')).toBeUndefined();
    expect(await council.seatsOf('nowhere')).toEqual([]);
  });

  test('names are those of this council’s people', async () => {
    const person = await numberOf('omiya-sagawa');
    expect(await council.names([person, 99_999])).toEqual(new Map([[person, '佐川 礼子']]));
  });

  test('an account is its person’s', async () => {
    const account = file.people.find((one) => one.slug === 'omiya-sagawa')?.slack[0];
    const person = await numberOf('omiya-sagawa');
    expect(await council.personOf(account?.team ?? '', account?.user ?? '', TODAY)).toBe(person);
    expect(await council.personOf(account?.team ?? '', account?.user ?? '', day('2016-03-31'))).toBeUndefined();
    expect(await council.personOf('T9', account?.user ?? '', TODAY)).toBeUndefined();
  });
});

describe('Settings', () => {
  beforeAll(() => {
    const from = (written: string) => ({ from: day(written) });
    const settings = [
      { key: 'silenceWorkingGroup' as const, value: 5, ...from('2016-04-01') },
      { key: 'silenceWorkingGroup' as const, value: 7, ...from('2027-04-01') },
      { key: 'silenceWorkingGroup' as const, scope: 'kaigo', value: 10, ...from('2020-04-01') },
      { key: 'closedDays' as const, value: [day('2026-11-13')], ...from('2026-04-01') },
    ];
    return apply(store, { ...file, settings }, NOW);
  });

  test.each<[key: string, on: string, body: string | undefined, value: unknown]>([
    ['silenceWorkingGroup', '2026-06-01', undefined, 5],
    ['silenceWorkingGroup', '2027-03-31', undefined, 5],
    ['silenceWorkingGroup', '2027-04-01', undefined, 7],
    ['silenceWorkingGroup', '2026-06-01', 'juki', 5],
    ['silenceWorkingGroup', '2026-06-01', 'kaigo', 10],
    ['silenceWorkingGroup', '2027-04-01', 'kaigo', 10],
    ['silenceWorkingGroup', '2019-06-01', 'kaigo', 5],
    ['silenceWorkingGroup', '2016-03-31', undefined, undefined],
    ['nothing', '2026-06-01', undefined, undefined],
  ])('%s on %s of %s: %s', async (key, on, body, value) => {
    expect(await council.setting(key, day(on), body)).toBe(value);
  });

  test('the council’s own closed days are known from their day on', async () => {
    expect(await council.closedDays(TODAY)).toEqual(new Set([day('2026-11-13')]));
    expect(await council.closedDays(day('2026-03-31'))).not.toContain('2026-11-13');
  });
});
