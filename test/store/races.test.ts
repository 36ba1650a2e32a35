/**
 * Several at once: exactly one is first, no number is given twice, nobody waits for ever. The embedded database runs one
 * transaction after the other, so it is PostgreSQL that makes these meaningful.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../../src/domain/decide.ts';
import { reported } from '../../src/domain/itemParts.ts';
import { schedule } from '../../src/domain/meeting.ts';
import type { ActingStore, Store } from '../../src/store/store.ts';
import { decidedBy, importRows, NOW, type Remembered, remembered, row, rows, TODAY } from '../support/council.ts';
import { sampleCouncil } from '../support/officeCouncil.ts';
import { until } from '../support/until.ts';

let memory: Remembered;
let store: Store;
let people: number[];

beforeAll(async () => {
  memory = await remembered(await sampleCouncil());
  store = memory.store;
  await importRows(store, rows(100));
  people = await store.council('ibaraki').people();
});
afterAll(() => memory.close());

/** As many acts at once as the pool has connections to spare. */
const ACTS = 8;
const atOnce = <Result>(act: (acting: ActingStore, i: number) => Promise<Result>, count = ACTS): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => store.act('ibaraki', (acting) => act(acting, i))));

/** One act of deciding, as a command does it. */
async function deciding(acting: ActingStore, numbers: readonly number[], how: 'decide' | 'supersede', i: number) {
  const person = people[i] ?? 0;
  await acting.oneAtATime(person);
  const requirements = await acting.decisions.lock(numbers);
  await sleep(5);
  const result = decide(requirements, { how, outcome: 'standard', note: '理由' });
  if ('refused' in result) return result.refused;
  return acting.decisions.record({ ...decidedBy(person), numbers: result.numbers, note: '理由' });
}
const recorded = <One>(results: readonly (One | string)[]): One[] =>
  results.filter((one): one is One => typeof one !== 'string');
const spread = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

describe('Deciding at once', () => {
  test('the same requirement: exactly one decision stands, and the others hear that it is decided', async () => {
    const results = await atOnce((acting, i) => deciding(acting, [1], 'decide', i));
    const [only, ...others] = recorded(results);
    expect(others).toEqual([]);
    expect(results.filter((one) => one === 'alreadyDecided')).toHaveLength(ACTS - 1);
    expect(await store.council('ibaraki').decisions.history(1)).toEqual([
      { ...only, sequence: 1, reopened: undefined },
    ]);
  });

  test('requirements that overlap, asked in any order: each is decided once, and no act waits for ever', async () => {
    const wanted = (i: number) => (i % 2 === 0 ? [10, 11, 12, 13 + i] : [13 + i, 12, 11, 10]);
    const results = await atOnce((acting, i) => deciding(acting, wanted(i), 'decide', i));
    expect(recorded(results)).toHaveLength(1);
    for (const number of [10, 11, 12]) expect(await store.council('ibaraki').decisions.history(number)).toHaveLength(1);
  });

  test('different requirements: all are decided, and their numbers follow one another', async () => {
    const results = recorded(await atOnce((acting, i) => deciding(acting, [30 + i], 'decide', i)));
    const serials = spread(results.map((one) => one.serial));
    expect(serials).toEqual(serials.map((_, i) => (serials[0] ?? 0) + i));
    expect(new Set(results.map((one) => one.id)).size).toBe(ACTS);
  });

  test('superseding the same decision: each supersedes the one before, and one line stands for each', async () => {
    await store.act('ibaraki', (acting) => deciding(acting, [50], 'decide', 0));
    const results = recorded(await atOnce((acting, i) => deciding(acting, [50], 'supersede', i)));
    expect(results).toHaveLength(ACTS);
    const lines = await store.client.decisionLine.findMany({ where: { number: 50 }, orderBy: { sequence: 'asc' } });
    expect(lines.map((one) => one.sequence)).toEqual(lines.map((_, i) => i + 1));
    expect(
      lines
        .map((one) => one.decisionId)
        .slice(1)
        .sort(),
    ).toEqual(results.map((one) => one.id).sort());
  });

  test('what an act reads and writes is its own: those that fail leave nothing, the others all', async () => {
    const acts = Array.from({ length: ACTS }, (_, i) =>
      store.act('ibaraki', async (acting) => {
        await deciding(acting, [60 + i], 'decide', i);
        if (i % 2 === 0) throw new Error('fails after all');
      }),
    );
    const results = await Promise.allSettled(acts);
    expect(results.map((one) => one.status)).toEqual(results.map((_, i) => (i % 2 === 0 ? 'rejected' : 'fulfilled')));
    const decided = await Promise.all(
      results.map(async (_, i) => (await store.council('ibaraki').decisions.history(60 + i)).length),
    );
    expect(decided).toEqual(decided.map((_, i) => i % 2));
  });
});

describe('Conflicts', () => {
  test('an act that meets what another made meanwhile is run again, once', async () => {
    let runs = 0;
    let looked = 0;
    // The embedded database lets in one act at a time.
    const together = memory.database.kind === 'server' ? 2 : 1;
    const clash = async (acting: ActingStore) => {
      runs += 1;
      // The line of the other act is not seen yet, and its key is taken when this one writes.
      const [{ count = 0 } = {}] = await acting.tx.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM decision_line WHERE council_id = 'ibaraki' AND number = 80`;
      looked += 1;
      await until(() => looked >= together);
      await deciding(acting, [81 + count], 'decide', count);
      await acting.tx.$executeRaw`
        INSERT INTO decision_line (council_id, number, sequence, decision_id)
        SELECT 'ibaraki', 80, ${count + 1}, max(id) FROM decision`;
      return count;
    };
    const counts = await Promise.all([store.act('ibaraki', clash), store.act('ibaraki', clash)]);
    expect(spread(counts)).toEqual([0, 1]);
    expect(runs).toBe(memory.database.kind === 'server' ? 3 : 2);
  });

  test('a deadlock ends for both', async () => {
    const held = new Set<number>();
    const both = async () => {
      for (let waited = 0; held.size < 2 && waited < 500; waited += 5) await sleep(5);
    };
    const lock = (acting: ActingStore, number: number) => acting.decisions.lock([number]);
    const results = await Promise.all([
      store.act('ibaraki', async (acting) => {
        await lock(acting, 90);
        held.add(90);
        await both();
        return (await lock(acting, 91)).length;
      }),
      store.act('ibaraki', async (acting) => {
        await lock(acting, 91);
        held.add(91);
        await both();
        return (await lock(acting, 90)).length;
      }),
    ]);
    expect(results).toEqual([1, 1]);
  });

  test('what fails for another reason is not run again', async () => {
    let runs = 0;
    const failing = store.act('ibaraki', async (acting) => {
      runs += 1;
      await acting.tx.$executeRaw`INSERT INTO item (council_id) VALUES ('ibaraki')`;
    });
    await expect(failing).rejects.toThrow();
    expect(runs).toBe(1);
  });
});

describe('At once', () => {
  test('items and meetings get numbers that follow one another', async () => {
    const by = { person: people[0] ?? 0, seat: 'kaigo:lead' };
    const results = await atOnce(async (acting, i) => {
      const item = await acting.items.add({
        body: 'kaigo',
        title: `${i}`,
        due: undefined,
        owner: undefined,
        raised: { at: NOW, by: by.person, seat: by.seat },
      });
      const meeting = await acting.meetings.schedule({
        body: 'kaigo',
        day: TODAY,
        start: i * 120,
        end: undefined,
        place: undefined,
        agenda: [],
        at: NOW,
        by,
      });
      return [item.number, meeting.number];
    });
    for (const column of [0, 1]) {
      const numbers = spread(results.map((one) => one[column] ?? 0));
      expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
    }
  });

  test('the same hour of a body is taken once', async () => {
    const by = { person: people[0] ?? 0, seat: 'juki:lead' };
    const results = await atOnce(async (acting) => {
      await acting.meetings.lockBody('juki');
      const others = await acting.meetings.on('juki', TODAY);
      const slot = schedule({ day: TODAY, start: 14 * 60, end: 16 * 60 }, others, NOW);
      if ('refused' in slot) return slot.refused;
      return acting.meetings.schedule({ ...slot.slot, body: 'juki', place: undefined, agenda: [], at: NOW, by });
    });
    expect(recorded(results)).toHaveLength(1);
    expect(results.filter((one) => one === 'clash')).toHaveLength(ACTS - 1);
  });

  test('an item is closed by one', async () => {
    const [item] = await atOnce(
      (acting) =>
        acting.items.add({
          body: 'kaigo',
          title: 'x',
          due: undefined,
          owner: undefined,
          raised: { at: NOW, by: people[0] ?? 0, seat: 'kaigo:lead' },
        }),
      1,
    );
    const closed = await atOnce(async (acting, i) => {
      const found = await acting.items.locked(item?.number ?? 0);
      if (found?.item.status !== 'open') return undefined;
      const step = { kind: 'done', at: NOW, person: people[i], seat: undefined } as const;
      return acting.items.change(found.item, { status: 'done' }, step);
    });
    expect(closed.filter(Boolean)).toHaveLength(1);
  });

  test('parts of an item that come in at the same instant are all kept, and the last one ends it', async () => {
    const seats = ['082261', '082252', '082309', '085421'].map((code) => `kaigo:${code}`);
    const [owner, ...others] = seats;
    const raised = { at: NOW, by: people[0] ?? 0, seat: 'kaigo:lead' };
    const [item] = await atOnce(
      (acting) => acting.items.add({ body: 'kaigo', title: 'x', due: undefined, owner, others, raised }),
      1,
    );
    await atOnce(async (acting, i) => {
      const found = await acting.items.locked(item?.number ?? 0);
      const by = people[i] ?? 0;
      await sleep(5);
      const parts = found && reported(found.item, [seats[i] ?? ''], { at: NOW, by }, 'done');
      if (parts) await acting.items.change(found.item, parts, { kind: 'part', at: NOW, person: by, seat: seats[i] });
    }, seats.length);
    const known = await store.council('ibaraki').items.byNumber(item?.number ?? 0);
    expect(known?.parts.map((one) => one.seat).toSorted()).toEqual(seats.toSorted());
    expect(known).toMatchObject({ status: 'done', version: 1 + seats.length });
    const steps = await store.council('ibaraki').items.history(item?.number ?? 0);
    expect(steps.map((one) => one.after.status)).toEqual([undefined, undefined, undefined, undefined, 'done']);
  });

  test('the same workbook is imported once', async () => {
    const list = Array.from({ length: 50 }, (_, i) => row(1_000 + i));
    const results = await Promise.all(Array.from({ length: 3 }, () => importRows(store, list)));
    expect(spread(results.map((one) => one.created))).toEqual([0, 0, 50]);
    expect(await store.client.requirement.count({ where: { functionId: { gte: '1701000', lte: '1701049' } } })).toBe(
      50,
    );
  });

  test('of several who confirm a sync at once, one does, and the others hear which runs', async () => {
    const results = await atOnce(async (acting, i) => {
      const person = people[i] ?? 0;
      const id = await acting.plans.keep({ act: 'council sync', person, at: NOW, content: {} });
      await acting.plans.take(id, person);
      await acting.syncs.lock();
      const running = await acting.syncs.unfinished();
      await sleep(5);
      if (running) return running.id;
      const run = { id, teamId: 'T1', at: NOW, by: person, seat: 'council:1', notBefore: NOW, undoes: undefined };
      await acting.syncs.order(run, []);
      return `ordered ${id}`;
    });
    const [ordered, ...others] = results.filter((one) => typeof one === 'string');
    expect(others).toEqual([]);
    expect(new Set(results.filter((one) => typeof one === 'number'))).toEqual(new Set([Number(ordered?.slice(8))]));
    expect(await store.client.sync.count()).toBe(1);
  });

  test('acts of one person wait for one another, and meet what the first has answered', async () => {
    const person = people[0] ?? 0;
    const handled = {
      key: 'double-click',
      councilId: 'ibaraki',
      person,
      channelId: 'C1',
      line: '/req decide 1 standard',
      at: NOW,
      reply: {},
      audit: undefined,
    };
    const answers = await atOnce(async (acting) => {
      await acting.oneAtATime(person);
      if (await acting.handled.byKey(handled.key)) return 'again';
      await sleep(5);
      await acting.handled.remember(handled);
      return 'first';
    });
    expect(answers.filter((one) => one === 'first')).toHaveLength(1);
    expect(answers.filter((one) => one === 'again')).toHaveLength(ACTS - 1);
  });
});
