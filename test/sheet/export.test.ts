/** What is exported imports unchanged: by the real writer, the real reader and the real importer. */
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportedRequirement } from '../../src/domain/importing.ts';
import { MARKS } from '../../src/domain/requirement.ts';
import { guarded, unguarded } from '../../src/sheet/guard.ts';
import { openSheets } from '../../src/sheet/open.ts';
import { importedRow } from '../../src/sheet/requirementRow.ts';
import { readRequirements } from '../../src/sheet/requirements.ts';
import { writeCsv } from '../../src/sheet/writeCsv.ts';
import { requirementTable } from '../../src/sheet/writeRequirements.ts';
import { writeTable } from '../../src/sheet/writeXlsx.ts';
import { countsOf } from '../../src/store/council/importing.ts';
import { importRows, type Remembered, remembered, row } from '../support/council.ts';
import { sampleCouncil } from '../support/officeCouncil.ts';

const council = await sampleCouncil();
let memory: Remembered;
beforeAll(async () => {
  memory = await remembered(council);
});
afterAll(() => memory.close());

const MADE = new Date('2026-06-01T00:00:00Z');

const exported = async (format: 'xlsx' | 'utf-8' | 'cp932') => {
  const rows = await memory.store.council('ibaraki').exporting.requirements({ systems: undefined, state: 'all' });
  const table = requirementTable(
    rows.map((one) => ({ ...one, decided: undefined })),
    council,
    true,
  );
  if (format === 'xlsx') return writeTable(table, MADE);
  return writeCsv([table.columns.map((one) => one.heading), ...table.rows], format);
};

const HOSTILE = [
  '=1+1',
  '+81',
  '-5',
  '@SUM(A1)',
  '\t表',
  "'",
  "''",
  "'=1",
  "'abc",
  '007',
  '１２',
  '〜−‖—¢',
  '髙﨑①㈱',
  '𠮷野家',
  '👨‍👩‍👧',
  'a\nb',
  '"引用"',
  ',',
  '＝ＳＵＭ',
  '－',
  '　全角',
  '_x000D_',
  '&amp;<b>',
  '1-2',
  '2026/6/1',
  'TRUE',
  '1E5',
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) =>
    parts
      .join('')
      .replace(/[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]/gu, '')
      .trimEnd(),
  )
  .filter((one) => one !== '');
const names = (list: readonly { slug: string }[]) => list.map((one) => one.slug);
const someRows = fc
  .array(
    fc.record({
      itemNo: fc.option(words, { nil: undefined }),
      category: fc.array(fc.oneof(fc.constantFrom('甲', '乙'), words), { maxLength: 3 }),
      text: words,
      class: fc.constantFrom('mandatory' as const, 'optional' as const, 'not' as const),
      convenience: fc.boolean(),
      cost: fc.option(fc.nat(999_999_999), { nil: undefined }),
      alternative: fc.option(words, { nil: undefined }),
      remarks: fc.option(words, { nil: undefined }),
      system: fc.constantFrom(...names(council.systems)),
      marks: fc.uniqueArray(
        fc.record({
          round: fc.constantFrom(...names(council.rounds)),
          vendor: fc.constantFrom(...names(council.vendors)),
          mark: fc.constantFrom(...MARKS),
        }),
        { selector: (one) => `${one.round} ${one.vendor}`, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) => list.map((one, i): ImportedRequirement => row(i + 1, { ...one, functionId: `00${i + 1}` })));

test.each(['xlsx', 'utf-8'] as const)('what is exported as %s imports unchanged', async (format) => {
  await fc.assert(
    fc.asyncProperty(someRows, async (list) => {
      await memory.store.client.$executeRawUnsafe('TRUNCATE requirement CASCADE');
      await importRows(memory.store, list);
      const { bytes, misfits } = await exported(format);
      expect(misfits).toEqual([]);
      const opened = await openSheets(bytes, '要件一覧.csv');
      if ('refused' in opened) throw new Error(opened.refused.en);
      const read = readRequirements(opened.sheets, council);
      expect([read.refused, read.unread]).toEqual([[], []]);
      const again = await memory.store.council('ibaraki').importing.compare(read.rows.map(importedRow), 'part');
      expect(countsOf(again)).toEqual({ created: 0, updated: 0, unchanged: list.length, gone: 0 });
    }),
    { numRuns: 40 },
  );
});

test('a guard is taken off again, and no guarded text begins as a formula does', () => {
  fc.assert(
    fc.property(words, (one) => {
      expect(unguarded(guarded(one))).toBe(one);
      expect(guarded(one)).not.toMatch(/^[=+\-@＝＋－＠\s]/u);
    }),
  );
});

test('CP932 lists each character that it cannot hold, where, and what stands there instead', () => {
  const { bytes, misfits } = writeCsv(
    [
      ['機能ID', '要件'],
      ['0101', '10〜20件、𠮷、髙'],
    ],
    'cp932',
  );
  expect(new TextDecoder('shift_jis').decode(bytes)).toBe('機能ID,要件\r\n0101,10～20件、〓、髙\r\n');
  expect(misfits).toEqual([
    { character: '〜', instead: '～', cell: 'B2' },
    { character: '𠮷', instead: '〓', cell: 'B2' },
  ]);
});

test('the workbook: one sheet with a filter over all columns, the header and 機能ID in sight, no formulas', async () => {
  await memory.store.client.$executeRawUnsafe('TRUNCATE requirement CASCADE');
  await importRows(memory.store, [row(1, { text: '=HYPERLINK("http://example.jp")' })]);
  await memory.store.client.$executeRawUnsafe('UPDATE requirement SET number = 1');
  const { sheets } = await readXlsx((await exported('xlsx')).bytes, { readStyles: true });
  const [sheet, ...others] = sheets;
  expect(others).toEqual([]);
  expect({
    name: sheet?.name,
    rows: sheet?.rows,
    freeze: sheet?.freezePane,
    filter: sheet?.autoFilter,
    widths: sheet?.columns?.map((one) => one.width),
  }).toMatchInlineSnapshot(`
    {
      "filter": {
        "range": "A1:X2",
      },
      "freeze": {
        "columns": 4,
        "rows": 1,
      },
      "name": "要件一覧",
      "rows": [
        [
          "要件No.",
          "項番",
          "業務",
          "機能ID",
          "大分類",
          "中分類",
          "小分類",
          "機能要件",
          "区分",
          "便利機能等",
          "RFI
    A社",
          "RFI
    B社",
          "RFI
    C社",
          "プロポーザル
    A社",
          "プロポーザル
    B社",
          "プロポーザル
    C社",
          "費用(千円)",
          "代替案",
          "備考",
          "結果",
          "決定番号",
          "理由",
          "段階",
          "決定日",
        ],
        [
          1,
          "1",
          "介護保険",
          "1700001",
          "資格管理",
          "被保険者",
          "異動",
          "'=HYPERLINK("http://example.jp")",
          "必須",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
        ],
      ],
      "widths": [
        8,
        7,
        12,
        12,
        11,
        11,
        11,
        56,
        10,
        8,
        9,
        9,
        9,
        9,
        9,
        9,
        10,
        32,
        20,
        17,
        19,
        34,
        9,
        16,
      ],
    }
  `);
});
