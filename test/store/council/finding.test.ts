/** What a filter finds, against looking at every requirement one after another. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '../../../src/domain/day.ts';
import { isFitGap } from '../../../src/domain/fit.ts';
import { fold } from '../../../src/domain/fold.ts';
import type { ImportedRequirement } from '../../../src/domain/importing.ts';
import { CLASSES, isProvisional, MARKS, needsReview, OUTCOMES } from '../../../src/domain/requirement.ts';
import type { Answers, RequirementFilter, RequirementState } from '../../../src/domain/traits.ts';
import type { CouncilStore, Store } from '../../../src/store/store.ts';
import { decidedBy, importFile, importRows, NOW, type Remembered, remembered, row } from '../../support/council.ts';
import { migrationsFolder } from '../../support/database.ts';
import { sampleCouncil } from '../../support/officeCouncil.ts';

const SYSTEMS = ['kaigo', 'juki', 'kokuho-fuka'];
const STATES: readonly RequirementState[] = ['all', 'open', 'decided', 'provisional', 'review'];
/** Few enough that words recur, stand apart, and overlap. */
const WRITTEN = [...'督促状データでーたﾃﾞｰﾀCSVｃｓｖ一覧一一 '];
/** One word: whichever is looked for, all are found. */
const SPELT = ['取り込み', '取込み', '取込', '取り込ﾐ'];
const SEED = 20_261_124;
const ADDED = `trait LIKE ' class %' OR trait = ' convenience' OR trait LIKE ' mark % % %'`;

let memory: Remembered;
let store: Store;
let council: CouncilStore;
let round: string;
let vendors: readonly string[];
let person: number;

const text = (size: number, of: readonly string[] = [...WRITTEN, ...SPELT, '取', 'り', '込']) =>
  fc.array(fc.constantFrom(...of), { minLength: 1, maxLength: size }).map((all) => all.join(''));

const row300 = fc.array(
  fc.record({
    system: fc.constantFrom(...SYSTEMS),
    category: fc.array(text(3), { minLength: 1, maxLength: 2 }),
    text: text(14),
    remarks: fc.option(text(5), { nil: undefined }),
    alternative: fc.option(text(5), { nil: undefined }),
    class: fc.constantFrom(...CLASSES),
    convenience: fc.boolean(),
    marks: fc.tuple(fc.constantFrom(...MARKS, undefined), fc.constantFrom(...MARKS, undefined)),
  }),
  { minLength: 300, maxLength: 300 },
);

/** 300 requirements of all kinds: decided in every way, superseded, taken back, reopened, changed after it, gone. */
beforeAll(async () => {
  const sample = await sampleCouncil();
  memory = await remembered(sample);
  store = memory.store;
  council = store.council('ibaraki');
  round = sample.rounds[0]?.slug ?? '';
  vendors = sample.vendors.slice(0, 2).map((one) => one.slug);
  person = (await store.client.councilPerson.findFirstOrThrow({ where: { slug: 'naka-wada' } })).personId;
  const [made = []] = fc.sample(row300, { seed: SEED, numRuns: 1 });
  const list = made.map(
    ({ marks, ...one }, i): ImportedRequirement =>
      row(i + 1, {
        ...one,
        marks: marks.flatMap((mark, of) => (mark ? [{ round, vendor: vendors[of] ?? '', mark }] : [])),
      }),
  );
  await importRows(store, list);
  const ids: number[] = [];
  for (const [i, outcome] of [...OUTCOMES, ...OUTCOMES].entries()) {
    const numbers = Array.from({ length: 30 }, (_, n) => i * 20 + n + 1);
    ids.push(await decide(numbers, outcome));
  }
  await store.act('ibaraki', async ({ decisions }) => {
    await decisions.confirm(ids.slice(0, 6), { at: NOW, person, seat: 'kaigo:lead' });
    await decisions.cancel(ids[3] ?? 0, { at: NOW, person, seat: 'kaigo:lead' });
    await decisions.reopen([5, 105], { reason: '再協議', at: NOW, person, seat: 'kaigo:lead' });
  });
  const changed = list.flatMap((one, i) =>
    i % 10 === 0
      ? []
      : [i % 7 === 0 ? { ...one, text: `${one.text}督促`, class: 'optional' as const, convenience: i % 2 === 0 } : one],
  );
  await importFile(store, changed, { extent: 'whole', at: instant(NOW + 60_000) });
});
afterAll(() => memory.close());

const decide = async (numbers: readonly number[], outcome: (typeof OUTCOMES)[number]): Promise<number> => {
  const decision = await store.act('ibaraki', ({ decisions }) =>
    decisions.record({ ...decidedBy(person), numbers, outcome }),
  );
  return decision.id;
};

async function everyOne() {
  const all = await council.requirements.byNumbers(Array.from({ length: 300 }, (_, i) => i + 1));
  const given = await store.client.vendorMark.findMany({ where: { councilId: 'ibaraki', round } });
  return all.map((one) => ({
    ...one,
    given: given.filter((mark) => mark.number === one.number),
  }));
}

type One = Awaited<ReturnType<typeof everyOne>>[number];

const within: Record<RequirementState, (one: One) => boolean> = {
  all: () => true,
  open: (one) => one.standing === undefined,
  decided: (one) => one.standing !== undefined,
  provisional: (one) => one.standing !== undefined && isProvisional(one.standing),
  review: (one) => needsReview(one, one.standing),
};

const marksBy = (one: One, { vendor }: Answers) =>
  MARKS.filter((mark) => one.given.some((each) => each.mark === mark && (vendor ?? each.vendor) === each.vendor));
const isGapIn = (one: One, answers: Answers): boolean =>
  marksBy(one, answers).some((mark) => isFitGap(one.class, mark));

const asks = (
  one: One,
  { systems, state, outcomes, marks, words = [], alternatives, ...also }: RequirementFilter,
): boolean =>
  (systems?.includes(one.system) ?? true) &&
  within[state](one) &&
  (outcomes === undefined || outcomes.some((outcome) => outcome === one.standing?.outcome)) &&
  (marks === undefined || marks.of.some((mark) => marksBy(one, marks).includes(mark))) &&
  (also.classes?.includes(one.class) ?? true) &&
  (also.convenience === undefined || one.convenience) &&
  (also.gaps === undefined || isGapIn(one, also.gaps)) &&
  (also.toConsider === undefined || one.convenience || isGapIn(one, also.toConsider)) &&
  words.every(({ word, systems: named }) => {
    const lines = [one.text, ...one.category, one.functionId, one.remarks ?? ''];
    const read = alternatives ? [...lines, one.alternative ?? ''] : lines;
    return named.includes(one.system) || read.some((line) => holds(fold(line), word));
  });

const holds = (folded: string, word: string): boolean =>
  SPELT.includes(word) ? /取り?込/u.test(folded) : folded.includes(fold(word));

const word = fc.oneof(
  { weight: 3, arbitrary: text(4, WRITTEN).filter((one) => !/\s/u.test(one) && [...fold(one)].length >= 2) },
  { weight: 1, arbitrary: fc.constantFrom(...SPELT) },
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
const filters: fc.Arbitrary<RequirementFilter> = fc
  .record({
    systems: maybe(fc.subarray(SYSTEMS)),
    state: fc.constantFrom(...STATES),
    outcomes: maybe(fc.subarray([...OUTCOMES], { minLength: 1 })),
    marks: maybe(fc.subarray([...MARKS], { minLength: 1 })),
    words: fc.array(fc.record({ word, systems: fc.subarray(SYSTEMS, { maxLength: 1 }) }), { maxLength: 2 }),
    alternatives: fc.boolean(),
    classes: maybe(fc.subarray([...CLASSES], { minLength: 1 })),
    convenience: fc.boolean(),
    fit: fc.option(fc.constantFrom('gaps', 'toConsider'), { nil: undefined }),
    by: fc.option(fc.constantFrom(0, 1), { nil: undefined }),
  })
  .map(({ outcomes, marks, classes, convenience, fit, by, ...rest }) => {
    const answers = { round, vendor: by === undefined ? undefined : vendors[by] };
    return {
      ...rest,
      ...(outcomes && { outcomes }),
      ...(marks && { marks: { ...answers, of: marks } }),
      ...(classes && { classes }),
      ...(convenience && { convenience }),
      ...(fit && { [fit]: answers }),
    };
  });

test('a search finds what looking at every one finds, and says how many', async () => {
  const all = await everyOne();
  expect(STATES.map((state) => all.filter(within[state]).length > 5)).toEqual(STATES.map(() => true));
  await fc.assert(
    fc.asyncProperty(filters, fc.nat(40), async (filter, from) => {
      const expected = all.filter((one) => asks(one, filter)).map((one) => one.number);
      const { total, more, requirements } = await council.requirements.list(filter, { from, size: 20 });
      expect([total, more]).toEqual([expected.length, false]);
      expect(requirements.map((one) => one.number)).toEqual(expected.slice(from, from + 20));
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('what was there before is found by its class and by whose mark it has: the migration reckons as an import does', async () => {
  const kept = async () =>
    (
      await memory.database.pool.query(
        `SELECT trait, block, bits::text FROM requirement_trait WHERE ${ADDED} ORDER BY 1, 2`,
      )
    ).rows;
  const before = await kept();
  await memory.database.pool.query(`DELETE FROM requirement_trait WHERE ${ADDED}`);
  await memory.database.pool.query(
    await readFile(join(migrationsFolder, '20261130145500_classes', 'migration.sql'), 'utf8'),
  );
  expect(before.length).toBeGreaterThan(10);
  expect(await kept()).toEqual(before.filter(({ bits }) => bits.includes('1')));
});

test('where very many would have to be looked into, the count says that there are more; the last page has them all', async () => {
  for (const functionId of ['A', 'B', 'C']) {
    await store.client.counter.updateMany({ where: { name: 'requirement' }, data: { value: { increment: 4_000 } } });
    const list = Array.from({ length: 200 }, (_, i) => {
      const spelt = i % 10 === 0 ? '差押' : '差し押さえ';
      return row(0, { functionId: `${functionId}${i}`, text: `納税通知書の${spelt}` });
    });
    await importRows(store, list);
  }
  const counted = async (words: string, from: number) => {
    const filter = { systems: undefined, state: 'all', words: [{ word: words, systems: [] }] } as const;
    const { total, more, requirements } = await council.requirements.list(filter, { from, size: 20 });
    return `${total}${more ? '以上' : ''}: ${requirements.length}`;
  };
  expect([
    await counted('納税', 0),
    await counted('納税通知書', 0),
    await counted('納税通知書', 180),
    await counted('納税通知書', 390),
    await counted('納税通知書', 590),
    await counted('通知書納税', 0),
  ]).toEqual(['600: 20', '64以上: 20', '448以上: 20', '448以上: 20', '600: 10', '0: 0']);
  // One of ten is known without being read; those that are read stand between them.
  expect([await counted('差押え', 0), await counted('差し押さえ', 590)]).toEqual(['124以上: 20', '600: 10']);
  const page = async (sought: string) =>
    (
      await council.requirements.list(
        { systems: undefined, state: 'all', words: [{ word: sought, systems: [] }] },
        { from: 100, size: 20 },
      )
    ).requirements.map((one) => one.number);
  expect(await page('差押え')).toEqual(await page('納税'));
});
