/** Decisions as they are remembered: recorded, superseded, taken back, and never rewritten. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, instantAt } from '../../../src/domain/day.ts';
import type { Decision } from '../../../src/domain/requirement.ts';
import type { NewDecision } from '../../../src/store/council/decisions.ts';
import type { CouncilStore, Store } from '../../../src/store/store.ts';
import { decidedBy, importRows, NOW, type Remembered, remembered, row, rows, TODAY } from '../../support/council.ts';
import { sampleCouncil } from '../../support/officeCouncil.ts';

let memory: Remembered;
let store: Store;
let council: CouncilStore;
let person: number;

beforeAll(async () => {
  memory = await remembered(await sampleCouncil());
  store = memory.store;
  council = store.council('ibaraki');
  await importRows(store, [...rows(60), row(61, { system: 'juki' })]);
  const found = await store.client.councilPerson.findFirstOrThrow({ where: { slug: 'naka-wada' } });
  person = found.personId;
});
afterAll(() => memory.close());

let used = 0;
/** Requirements on which nothing is decided. */
const fresh = (count: number): number[] => {
  used += count;
  return Array.from({ length: count }, (_, i) => used - count + 1 + i);
};

const record = (numbers: readonly number[], rest: Partial<NewDecision> = {}): Promise<Decision> =>
  store.act('ibaraki', (acting) => acting.decisions.record({ ...decidedBy(person), numbers, ...rest }));
const cancel = (id: number) =>
  store.act('ibaraki', (acting) => acting.decisions.cancel(id, { at: NOW, person, seat: 'kaigo:lead' }));
const standing = async (number: number | undefined): Promise<number | undefined> =>
  (await council.decisions.lock([number ?? 0]))[0]?.standing?.id;
const history = async (number: number | undefined) =>
  (await council.decisions.history(number ?? 0)).map(
    (one) => `${one.id}${one.cancelledAt === undefined ? '' : ' cancelled'}`,
  );

describe('A decision', () => {
  test('is remembered as it was recorded, with its lines', async () => {
    const [a, b] = fresh(2) as [number, number];
    const meeting = await store.act('ibaraki', (acting) =>
      acting.meetings.schedule({
        body: 'kaigo',
        day: TODAY,
        start: 600,
        end: undefined,
        place: undefined,
        agenda: [],
        at: NOW,
        by: { person, seat: 'kaigo:lead' },
      }),
    );
    const count = {
      present: ['082261'],
      absent: [],
      needed: 1,
      met: true,
      quorum: 'half' as const,
      basis: '要綱第11条',
    };
    const decision = await record([b, a], {
      outcome: 'alternative',
      note: '　ＣＳＶで<足りる>\n2行目',
      level: 'approved',
      basis: { kind: 'meeting', meeting: meeting.number },
      onBehalf: true,
      cost: 500,
      scope: ['082261'],
      count,
    });
    expect(decision).toEqual({
      id: decision.id,
      fiscalYear: 2026,
      serial: decision.serial,
      outcome: 'alternative',
      note: '　ＣＳＶで<足りる>\n2行目',
      level: 'approved',
      basis: { kind: 'meeting', meeting: meeting.number },
      body: 'kaigo',
      at: NOW,
      by: { person, seat: 'kaigo:lead', municipality: '082261' },
      onBehalf: true,
      cost: 500,
      scope: ['082261'],
      until: undefined,
      count,
      confirmedAt: undefined,
      cancelledAt: undefined,
    });
    expect(await council.decisions.byId(decision.id)).toEqual({ ...decision, numbers: [a, b] });
    expect(await council.decisions.byName(2026, decision.serial)).toEqual({ ...decision, numbers: [a, b] });
    expect(await council.decisions.lock([b, a])).toEqual([
      { number: a, body: 'kaigo', standing: decision },
      { number: b, body: 'kaigo', standing: decision },
    ]);
  });

  test('stands no more once it was reopened, nor does what it had superseded; the next one stands', async () => {
    const [number] = fresh(1) as [number];
    const standing = async () => (await council.decisions.lock([number]))[0]?.standing?.id;
    const first = await record([number]);
    const second = await record([number]);
    await store.act('ibaraki', (acting) =>
      acting.decisions.reopen([number], { reason: '月次に間に合わない', at: NOW, person, seat: 'kaigo:lead' }),
    );
    expect(await standing()).toBeUndefined();
    const [last, before] = await council.decisions.history(number);
    expect([last?.id, last?.reopened?.reason, before?.id, before?.reopened]).toEqual([
      ...[second.id, '月次に間に合わない', first.id, undefined],
    ]);
    const third = await record([number]);
    expect(await standing()).toBe(third.id);
    expect(await council.decisions.reopenedOf(second.id)).toEqual([number]);
  });

  test('is confirmed once, if nothing stood behind it', async () => {
    const [a, b] = fresh(2) as [number, number];
    const provisional = await record([a]);
    const taken = await record([b]);
    const by = { meeting: undefined, circulation: 3, at: NOW, person, seat: 'kaigo:lead' };
    await store.act('ibaraki', (acting) => acting.decisions.cancel(taken.id, by));
    const confirm = () => store.act('ibaraki', (acting) => acting.decisions.confirm([provisional.id, taken.id], by));
    expect(await confirm()).toEqual([provisional.id]);
    expect(await confirm()).toEqual([]);
    expect((await council.decisions.byId(provisional.id))?.confirmedAt).toBe(NOW);
  });

  test('on a requirement that does not exist is none', async () => {
    await expect(record([9_999])).rejects.toThrow();
    expect(await council.decisions.history(9_999)).toEqual([]);
  });

  test('whoever asks for requirements gets those that exist, in the order of their numbers, with the body responsible', async () => {
    expect(await council.decisions.lock([61, 9_999, 60])).toEqual([
      { number: 60, body: 'kaigo', standing: undefined },
      { number: 61, body: 'juki', standing: undefined },
    ]);
    expect(await council.decisions.lock([])).toEqual([]);
  });

  test('that nobody knows is undefined', async () => {
    expect(await council.decisions.byId(9_999)).toBeUndefined();
    expect(await council.decisions.byName(2026, 9_999)).toBeUndefined();
    expect(await council.decisions.byName(1999, 1)).toBeUndefined();
  });
});

describe('Superseding', () => {
  test('the newer decision stands, the older stays readable', async () => {
    const [a, b] = fresh(2);
    const old = await record([a ?? 0, b ?? 0]);
    const newer = await record([a ?? 0], { outcome: 'levelup', note: '次期版で対応' });
    expect([await standing(a), await standing(b)]).toEqual([newer.id, old.id]);
    expect(await history(a)).toEqual([`${newer.id}`, `${old.id}`]);
    const before = await council.decisions.byId(old.id);
    const after = await council.decisions.byId(newer.id);
    if (!before || !after) throw new Error('both are there');
    expect(await council.decisions.laterThan(before)).toEqual([{ by: newer, numbers: [a] }]);
    expect(await council.decisions.laterThan(after)).toEqual([]);
    expect(await council.decisions.standingBefore(after)).toEqual([old]);
    expect(await council.decisions.standingBefore(before)).toEqual([]);
  });

  test('one decision on the requirements of several supersedes each of them', async () => {
    const [a, b, c] = fresh(3) as [number, number, number];
    const [one, two] = [await record([a, b]), await record([c])];
    const all = await council.decisions.byId((await record([a, b, c])).id);
    if (!all) throw new Error('it is there');
    expect((await council.decisions.standingBefore(all)).map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
  });
});

describe('Taking back', () => {
  test('the requirement is open again, the number stays used, and the history shows both', async () => {
    const [a] = fresh(1);
    const decision = await record([a ?? 0]);
    await cancel(decision.id);
    expect(await standing(a)).toBeUndefined();
    expect(await history(a)).toEqual([`${decision.id} cancelled`]);
    const next = await record([a ?? 0], { outcome: 'later' });
    expect(next.serial).toBe(decision.serial + 1);
    expect(await history(a)).toEqual([`${next.id}`, `${decision.id} cancelled`]);
    expect(await council.decisions.byId(decision.id)).toMatchObject({ cancelledAt: NOW, serial: decision.serial });
  });

  test('what was superseded stands again', async () => {
    const [a] = fresh(1);
    const old = await record([a ?? 0]);
    const newer = await record([a ?? 0]);
    await cancel(newer.id);
    expect(await standing(a)).toBe(old.id);
    const before = await council.decisions.byId(old.id);
    expect(before && (await council.decisions.laterThan(before))).toEqual([]);
  });

  test('a decision that follows one taken back supersedes the one that stood before both', async () => {
    const [a] = fresh(1);
    const first = await record([a ?? 0]);
    await cancel((await record([a ?? 0])).id);
    const third = await council.decisions.byId((await record([a ?? 0])).id);
    expect(third && (await council.decisions.standingBefore(third))).toEqual([first]);
  });

  test('a second time is refused by the database', async () => {
    const [a] = fresh(1);
    const decision = await record([a ?? 0]);
    await cancel(decision.id);
    await expect(cancel(decision.id)).rejects.toThrow();
  });

  test('the last decision of a person is the last that was not taken back', async () => {
    const [a, b] = fresh(2);
    const first = await record([a ?? 0]);
    const second = await record([b ?? 0]);
    expect(await council.decisions.lastBy(person)).toMatchObject({ id: second.id, numbers: [b] });
    await cancel(second.id);
    expect(await council.decisions.lastBy(person)).toMatchObject({ id: first.id, numbers: [a] });
    expect(await council.decisions.lastBy(person + 1_000)).toBeUndefined();
  });
});

describe('決定第n号', () => {
  test('runs per fiscal year by Japan’s day, and begins again on April 1', async () => {
    const [a, b, c, d] = fresh(4);
    const on = (written: string) => ({ on: day(written), at: instantAt(day(written)) });
    const march = await record([a ?? 0], on('2028-03-31'));
    const april = await record([b ?? 0], on('2028-04-01'));
    const january = await record([c ?? 0], on('2029-01-15'));
    const next = await record([d ?? 0], on('2028-03-31'));
    expect([march, april, january, next].map(({ fiscalYear, serial }) => [fiscalYear, serial])).toEqual([
      [2027, 1],
      [2028, 1],
      [2028, 2],
      [2027, 2],
    ]);
    expect(new Set([march, april, january, next].map(({ id }) => id)).size).toBe(4);
  });

  test('an act that fails takes no number', async () => {
    const [a, b] = fresh(2);
    const before = await record([a ?? 0]);
    await expect(
      store.act('ibaraki', async (acting) => {
        await acting.decisions.record({ ...before, numbers: [b ?? 0], on: TODAY });
        throw new Error('the act fails after all');
      }),
    ).rejects.toThrow('after all');
    expect(await standing(b)).toBeUndefined();
    expect((await record([b ?? 0])).serial).toBe(before.serial + 1);
  });
});

test('progress and lists count what stands, not what was taken back', async () => {
  const [a, b, c] = fresh(3) as [number, number, number];
  const counts = async () => {
    const progress = await council.requirements.progress();
    const page = { from: 0, size: 100 };
    const [open, decided, all] = await Promise.all(
      (['open', 'decided', 'all'] as const).map((state) =>
        council.requirements.list({ systems: ['kaigo'], state }, page),
      ),
    );
    const kaigo = progress.find((one) => one.body === 'kaigo');
    expect([decided?.total, (open?.total ?? 0) + (decided?.total ?? 0)]).toEqual([kaigo?.decided, all?.total]);
    expect(open?.requirements.every((one) => one.standing === undefined)).toBe(true);
    expect(decided?.requirements.every((one) => one.standing?.cancelledAt === undefined)).toBe(true);
    return kaigo?.decided ?? 0;
  };
  const before = await counts();
  await record([a, b]);
  const undone = await record([c]);
  expect(await counts()).toBe(before + 3);
  await cancel(undone.id);
  await record([a]);
  expect(await counts()).toBe(before + 2);
});
