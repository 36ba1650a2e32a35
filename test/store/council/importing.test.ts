/** Requirements imported as whole batches: new ones get numbers, changed ones change, the same stay as they are. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../../src/domain/day.ts';
import { fold } from '../../../src/domain/fold.ts';
import type { Extent, ImportedRequirement } from '../../../src/domain/importing.ts';
import { MARKS, type Mark } from '../../../src/domain/requirement.ts';
import { countsOf } from '../../../src/store/council/importing.ts';
import type { CouncilStore, Store } from '../../../src/store/store.ts';
import { importFile, importRows, NOW, type Remembered, remembered, row, TODAY } from '../../support/council.ts';
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
/** What an import of a part, or of the whole, would do. */
const would = async (list: readonly ImportedRequirement[], extent: Extent = 'part') =>
  countsOf(await council.importing.compare(list, extent));
/** Requirements, their marks, and by what they are found, exactly. */
const everything = async () => ({
  requirements: await store.client.requirement.findMany({ orderBy: { number: 'asc' } }),
  marks: await store.client.vendorMark.findMany({ orderBy: [{ number: 'asc' }, { round: 'asc' }, { vendor: 'asc' }] }),
  traits: await store.client.$queryRaw`
    SELECT trait, block, md5(bits::text) FROM requirement_trait WHERE bits <> 0::bit(1024) ORDER BY trait, block`,
});
const undo = (id = 0) => store.act('ibaraki', (acting) => acting.importing.undo(id, { at: NOW, person: undefined }));
const later = (minutes: number) => instant(NOW + minutes * 60_000);

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
    expect(await importRows(store, list)).toEqual({ created: 0, updated: 0, unchanged: 5, gone: 0, id: undefined });
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
    expect(await would([a, changed, c])).toEqual({ created: 0, updated: 1, unchanged: 2, gone: 0 });
    const applied = await importRows(store, [a, changed, c]);
    expect(applied).toEqual({ created: 0, updated: 1, unchanged: 2, gone: 0, id: applied.id });
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
    expect(stored.folded).toBe(fold(['帳票を出力できること', ...b.category, b.functionId, '※1'].join('\n')));
    expect(stored.foldedAlternative).toBe('csvで');
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
    expect(await would([b])).toEqual({ created: 0, updated: 0, unchanged: 1, gone: 0 });
  });

  test('of nothing is nothing', async () => {
    expect(await would([])).toEqual({ created: 0, updated: 0, unchanged: 0, gone: 0 });
    expect(await importRows(store, [])).toEqual({ created: 0, updated: 0, unchanged: 0, gone: 0, id: undefined });
  });

  test('that fails leaves nothing, and takes no number', async () => {
    const [a, b, c] = fresh(3) as [ImportedRequirement, ImportedRequirement, ImportedRequirement];
    await importRows(store, [a]);
    await expect(importRows(store, [b, { ...c, system: 'nowhere' }])).rejects.toThrow();
    expect(await would([b])).toMatchObject({ created: 1 });
    await importRows(store, [b]);
    expect(await numberOf(b)).toBe((await numberOf(a)) + 1);
  });
});

describe('A whole list', () => {
  test('marks as gone what it lacks of its systems, keeps it, and says so once', async () => {
    const [a, b, other] = [...fresh(2, { system: 'kokuho-shikaku' }), ...fresh(1, { system: 'juki' })] as [
      ImportedRequirement,
      ImportedRequirement,
      ImportedRequirement,
    ];
    await importRows(store, [a, b, other]);
    expect(await would([a])).toMatchObject({ unchanged: 1, gone: 0 });
    expect(await would([a], 'whole')).toMatchObject({ unchanged: 1, gone: 1 });
    const { id, gone } = await importFile(store, [a], { extent: 'whole' });
    expect(gone).toBe(1);
    const number = await numberOf(b);
    expect(await store.client.requirement.findFirst({ where: { number } })).toMatchObject({ goneIn: id, text: b.text });
    expect(await store.client.requirement.findFirst({ where: { number: await numberOf(other) } })).toMatchObject({
      goneIn: null,
    });
    expect(await importFile(store, [a], { extent: 'whole' })).toMatchObject({ gone: 0, id: undefined });
    expect(await importRows(store, [b])).toMatchObject({ updated: 1 });
    expect(await store.client.requirement.findFirst({ where: { number } })).toMatchObject({ goneIn: null });
  });

  test('a change of text or class is when it was specified; of anything else is not', async () => {
    const [one] = fresh(1) as [ImportedRequirement];
    await importRows(store, [one]);
    const specified = async () =>
      (
        await store.client.requirement.findFirstOrThrow({ where: { number: await numberOf(one) } })
      ).specifiedAt.getTime();
    await importFile(store, [{ ...one, remarks: '備考' }], { at: later(1) });
    expect(await specified()).toBe(NOW);
    await importFile(store, [{ ...one, text: '別の文言' }], { at: later(2) });
    expect(await specified()).toBe(later(2));
    await importFile(store, [{ ...one, text: '別の文言', class: 'not' }], { at: later(3) });
    expect(await specified()).toBe(later(3));
  });
});

describe('Undoing an import', () => {
  const decide = async (numbers: readonly number[], at = NOW) => {
    const { personId } = await store.client.councilPerson.findFirstOrThrow({ where: { slug: 'naka-wada' } });
    return store.act('ibaraki', (acting) =>
      acting.decisions.record({
        ...({ numbers, outcome: 'alternative', note: 'CSV', level: 'agreed', basis: { kind: 'provisional' } } as const),
        ...{ body: 'kaigo', at, on: TODAY, onBehalf: false },
        by: { person: personId, seat: 'kaigo:lead', municipality: '082261' },
      }),
    );
  };

  test('takes away what it created, and never gives its numbers again', async () => {
    const before = await everything();
    const list = fresh(3, { marks: [{ round: rounds[0] ?? '', vendor: vendors[0] ?? '', mark: '×' }] });
    const { id } = await importRows(store, list);
    const last = await numberOf(list[2] as ImportedRequirement);
    expect(await undo(id)).toHaveLength(3);
    expect(await everything()).toEqual(before);
    expect((await council.importing.batch(id ?? 0))?.undoneAt).toBe(NOW);
    await importRows(store, list);
    expect(await numberOf(list[0] as ImportedRequirement)).toBe(last + 1);
  });

  test('is told what stands on it: decisions on what it created, and those made after it changed something', async () => {
    const [a, b, c] = fresh(3) as [ImportedRequirement, ImportedRequirement, ImportedRequirement];
    const first = await importRows(store, [a, b]);
    const [na, nb] = [await numberOf(a), await numberOf(b)];
    expect(await council.importing.standingOn(first.id ?? 0)).toMatchObject({ decided: [], imports: [] });
    await decide([na]);
    expect(await council.importing.standingOn(first.id ?? 0)).toMatchObject({ decided: [na], imports: [] });
    const second = await importFile(store, [{ ...a, text: '別' }, { ...b, cost: 5 }, c], { at: later(1) });
    expect(await council.importing.standingOn(first.id ?? 0)).toMatchObject({ decided: [na], imports: [second.id] });
    expect(await council.importing.standingOn(second.id ?? 0)).toMatchObject({ decided: [], imports: [] });
    const after = await decide([nb], later(2));
    expect(await council.importing.standingOn(second.id ?? 0)).toMatchObject({ decided: [nb], imports: [] });
    await store.act('ibaraki', (acting) =>
      acting.decisions.cancel(after.id, { at: later(3), person: after.by.person, seat: 'kaigo:lead' }),
    );
    expect(await council.importing.standingOn(second.id ?? 0)).toMatchObject({ decided: [], imports: [] });
    await undo(second.id);
    expect(await council.importing.standingOn(first.id ?? 0)).toMatchObject({ decided: [na, nb], imports: [] });
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

  const importedFrom = (
    list: readonly [
      number,
      Omit<ImportedRequirement, 'marks' | 'functionId'>,
      readonly { round: number; vendor: number; mark: Mark }[],
    ][],
  ) =>
    list.map(([n, rest, marks]) => ({
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

  test('what was imported is unchanged, and reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        const imported = importedFrom(list);
        await importRows(store, imported);
        expect(await would(imported)).toEqual({
          created: 0,
          updated: 0,
          unchanged: imported.length,
          gone: 0,
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

  test('twice is once, and undoing restores everything exactly, whole or part', async () => {
    await fc.assert(
      fc.asyncProperty(lists, lists, fc.constantFrom<Extent>('whole', 'part'), async (one, other, extent) => {
        await importRows(store, importedFrom(one));
        const before = await everything();
        const { id } = await importFile(store, importedFrom(other), { extent, at: later(5) });
        const again = await importFile(store, importedFrom(other), { extent, at: later(6) });
        expect(again).toMatchObject({ created: 0, updated: 0, gone: 0, id: undefined });
        if (id !== undefined) await undo(id);
        expect(await everything()).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});

describe('A large import', () => {
  test('of more rows than fit into one statement is whole', async () => {
    const list = fresh(4_100, {
      marks: vendors.map((vendor) => ({ round: rounds[0] ?? '', vendor, mark: '◎' as const })),
    });
    expect(await importRows(store, list)).toMatchObject({ created: 4_100 });
    expect(await would(list)).toEqual({ created: 0, updated: 0, unchanged: 4_100, gone: 0 });
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
    expect(page).toEqual({ total: all.total, more: false, requirements: all.requirements.slice(10, 15) });
    const numbers = all.requirements.map((one) => one.number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(await council.requirements.list({ systems: [], state: 'all' }, { from: 0, size: 5 })).toEqual({
      total: 0,
      more: false,
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
