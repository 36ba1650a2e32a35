/** Requirements imported as whole batches: new ones get numbers, changed ones change, the same stay as they are. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bigrams } from '../../../src/domain/fold.ts';
import { MARKS } from '../../../src/domain/requirement.ts';
import type { ImportedRequirement } from '../../../src/store/council/importing.ts';
import type { CouncilStore, Store } from '../../../src/store/store.ts';
import { importRows, type Remembered, remembered, row } from '../../support/council.ts';
import { sampleCouncil } from '../../support/officeCouncil.ts';

let memory: Remembered;
let store: Store;
let council: CouncilStore;
let vendors: string[];
let rounds: string[];

beforeAll(async () => {
  const sample = await sampleCouncil();
  memory = await remembered(sample);
  store = memory.store;
  council = store.council('ibaraki');
  vendors = sample.vendors.map((one) => one.slug);
  rounds = sample.rounds.map((one) => one.slug);
});
afterAll(() => memory.close());

let used = 0;
/** Rows with function ids that nobody has. */
const fresh = (count: number, rest?: Partial<ImportedRequirement>): ImportedRequirement[] =>
  Array.from({ length: count }, () => {
    used += 1;
    return row(used, rest);
  });
const numberOf = async ({ system, functionId }: ImportedRequirement): Promise<number> =>
  (await store.client.requirement.findFirstOrThrow({ where: { systemSlug: system, functionId } })).number;
const imports = () => store.client.import.count();

describe('An import', () => {
  test('gives numbers in the order of the rows, on from the last', async () => {
    const [first, second] = [fresh(3), fresh(2)];
    await importRows(store, first);
    await importRows(store, second);
    const numbers = await Promise.all([...first, ...second].map(numberOf));
    expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
  });

  test('twice is once: the second changes nothing and is no batch', async () => {
    const list = fresh(5, { marks: [{ round: rounds[0] ?? '', vendor: vendors[0] ?? '', mark: '△' }] });
    expect(await importRows(store, list)).toMatchObject({ created: 5, updated: 0, unchanged: 0 });
    const [before, batches] = [await Promise.all(list.map(numberOf)), await imports()];
    expect(await importRows(store, list)).toEqual({ created: 0, updated: 0, unchanged: 5, id: undefined });
    expect(await Promise.all(list.map(numberOf))).toEqual(before);
    expect(await imports()).toBe(batches);
  });

  test('of changed rows changes them, under the same numbers, and leaves the rest', async () => {
    const [a, b, c] = fresh(3) as [ImportedRequirement, ImportedRequirement, ImportedRequirement];
    await importRows(store, [a, b, c]);
    const number = await numberOf(b);
    const changed = {
      ...b,
      text: '帳票を出力できること',
      cost: 120,
      alternative: 'CSVで',
      remarks: '※1',
      convenience: true,
      class: 'optional' as const,
    };
    expect(await council.importing.compare([a, changed, c])).toEqual({ created: 0, updated: 1, unchanged: 2 });
    const applied = await importRows(store, [a, changed, c]);
    expect(applied).toEqual({ created: 0, updated: 1, unchanged: 2, id: applied.id });
    expect(await council.requirements.byNumber(number)).toMatchObject({
      number,
      text: '帳票を出力できること',
      cost: 120,
      alternative: 'CSVで',
      remarks: '※1',
      convenience: true,
      class: 'optional',
    });
    const stored = await store.client.requirement.findFirstOrThrow({ where: { number } });
    expect(stored.importId).toBe(applied.id);
    expect(stored.bigrams).toEqual(bigrams(['帳票を出力できること', ...b.category].join('\n')));
  });

  test('of marks replaces them: some more, some fewer, some others', async () => {
    const [one] = fresh(1) as [ImportedRequirement];
    const mark = (round: number, vendor: number, mark: '◎' | '△') => ({
      round: rounds[round] ?? '',
      vendor: vendors[vendor] ?? '',
      mark,
    });
    await importRows(store, [{ ...one, marks: [mark(0, 0, '◎'), mark(0, 1, '◎')] }]);
    expect(await importRows(store, [{ ...one, marks: [mark(1, 0, '△'), mark(0, 0, '△')] }])).toMatchObject({
      updated: 1,
    });
    const found = await council.requirements.byNumber(await numberOf(one));
    expect(found?.marks.map((given) => given.mark)).toEqual(['△', '△']);
    expect(await importRows(store, [{ ...one, marks: [mark(0, 0, '△'), mark(1, 0, '△')] }])).toMatchObject({
      unchanged: 1,
    });
    expect(await importRows(store, [one])).toMatchObject({ updated: 1 });
    expect((await council.requirements.byNumber(await numberOf(one)))?.marks).toEqual([]);
  });

  test('knows a requirement by its 機能ID within the system, not by its text', async () => {
    const [a, b] = fresh(2, { text: '同じ文言' }) as [ImportedRequirement, ImportedRequirement];
    await importRows(store, [a, b]);
    expect(await numberOf(a)).not.toBe(await numberOf(b));
    const elsewhere = { ...a, system: 'juki' };
    expect(await importRows(store, [elsewhere])).toMatchObject({ created: 1 });
    expect(await numberOf(elsewhere)).not.toBe(await numberOf(a));
  });

  test('leaves what the file no longer names', async () => {
    const [a, b] = fresh(2) as [ImportedRequirement, ImportedRequirement];
    await importRows(store, [a, b]);
    await importRows(store, [a]);
    expect(await council.importing.compare([b])).toEqual({ created: 0, updated: 0, unchanged: 1 });
  });

  test('of nothing is nothing', async () => {
    expect(await council.importing.compare([])).toEqual({ created: 0, updated: 0, unchanged: 0 });
    expect(await importRows(store, [])).toEqual({ created: 0, updated: 0, unchanged: 0, id: undefined });
  });

  test('that fails leaves nothing, and takes no number', async () => {
    const [a, b, c] = fresh(3) as [ImportedRequirement, ImportedRequirement, ImportedRequirement];
    await importRows(store, [a]);
    await expect(importRows(store, [b, { ...c, system: 'nowhere' }])).rejects.toThrow();
    expect(await council.importing.compare([b])).toMatchObject({ created: 1 });
    await importRows(store, [b]);
    expect(await numberOf(b)).toBe((await numberOf(a)) + 1);
  });
});

describe('For any rows', () => {
  /** What a database can keep: no NUL, no half of a character. */
  const words = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('', '㈱①', '〜−‖', '"\\\'', '\t\n', '{"a":[1]}', '塚（\ufa10）', '<!channel>', '%s $1 ?', 'NULL'),
    )
    .filter((text) => !/[\0\p{Surrogate}]/u.test(text));
  const optional = fc.option(words, { nil: undefined });
  const given: fc.Arbitrary<Omit<ImportedRequirement, 'marks' | 'functionId'>> = fc.record({
    system: fc.constantFrom('kaigo', 'juki'),
    itemNo: optional,
    category: fc.array(words, { maxLength: 3 }),
    text: words,
    class: fc.constantFrom('mandatory', 'optional', 'not'),
    convenience: fc.boolean(),
    cost: fc.option(fc.integer({ min: 0, max: 2_000_000_000 }), { nil: undefined }),
    alternative: optional,
    remarks: optional,
  });
  const marked = fc.array(
    fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom(...MARKS)).map(([round, vendor, mark]) => ({ round, vendor, mark })),
    { maxLength: 6 },
  );
  const lists = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 40 }), given, marked), {
    selector: ([n, { system }]) => `${system} ${n}`,
    minLength: 1,
    maxLength: 8,
  });

  test('what was imported is unchanged, and reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        const imported = list.map(([n, rest, marks]) => ({
          ...rest,
          functionId: `any ${n}`,
          marks: [
            ...new Map(
              marks.map((one) => {
                const [round, vendor] = [
                  rounds[one.round % rounds.length] ?? '',
                  vendors[one.vendor % vendors.length] ?? '',
                ];
                return [`${round} ${vendor}`, { round, vendor, mark: one.mark }];
              }),
            ).values(),
          ],
        }));
        await importRows(store, imported);
        expect(await council.importing.compare(imported)).toEqual({
          created: 0,
          updated: 0,
          unchanged: imported.length,
        });
        for (const { marks, itemNo, ...one } of imported) {
          const found = await council.requirements.byNumber(await numberOf({ marks, itemNo, ...one }));
          expect(found).toMatchObject(one);
          expect(found?.marks.map(({ mark }) => mark).sort()).toEqual(marks.map(({ mark }) => mark).sort());
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('A large import', () => {
  test('of more rows than fit into one statement is whole', async () => {
    const list = fresh(4_100, {
      marks: vendors.map((vendor) => ({ round: rounds[0] ?? '', vendor, mark: '◎' as const })),
    });
    expect(await importRows(store, list)).toMatchObject({ created: 4_100 });
    expect(await council.importing.compare(list)).toEqual({ created: 0, updated: 0, unchanged: 4_100 });
    expect(
      (await numberOf(list.at(-1) as ImportedRequirement)) - (await numberOf(list[0] as ImportedRequirement)),
    ).toBe(4_099);
  });
});

describe('Requirements', () => {
  test('are listed by number, a page at a time, with how many there are', async () => {
    const all = await council.requirements.list({ systems: ['kaigo'], state: 'all' }, { from: 0, size: 10_000 });
    const page = await council.requirements.list({ systems: ['kaigo'], state: 'all' }, { from: 10, size: 5 });
    expect(all.total).toBe(all.requirements.length);
    expect(page).toEqual({ total: all.total, requirements: all.requirements.slice(10, 15) });
    const numbers = all.requirements.map((one) => one.number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(await council.requirements.list({ systems: [], state: 'all' }, { from: 0, size: 5 })).toEqual({
      total: 0,
      requirements: [],
    });
  });

  test('nearest to a number that none has are at most three that exist', async () => {
    const { requirements } = await council.requirements.list(
      { systems: undefined, state: 'all' },
      { from: 0, size: 10_000 },
    );
    const last = requirements.at(-1)?.number ?? 0;
    expect(await council.requirements.nearest(last + 100)).toEqual([last - 1, last]);
    expect(await council.requirements.nearest(0)).toEqual([1, 2]);
    expect(await council.requirements.nearest(5)).toEqual([3, 4, 6]);
    expect(await council.requirements.byNumber(last + 100)).toBeUndefined();
  });
});
