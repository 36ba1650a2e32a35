/** A workbook as it is printed: what an office program reads of its page, its header and its rows. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { itemsWorkbook } from '../../src/sheet/itemsWorkbook.ts';
import { type Table, writeTable } from '../../src/sheet/writeXlsx.ts';

const MADE = new Date('2026-06-01T00:00:00Z');
const part = (workbook: Uint8Array, name: string): string => strFromU8(unzipSync(workbook)[name] ?? new Uint8Array());
const SHEET = 'xl/worksheets/sheet1.xml';

const written = async (table: Partial<Table>): Promise<Uint8Array> => {
  const columns = [
    { heading: '番号', width: 8, frozen: true },
    { heading: '理由', width: 40 },
    { heading: '費用(千円)', width: 12, amount: true },
  ];
  const rows = [
    [1234, 'CSVでの一括登録', 1500],
    [1235, 'あ'.repeat(100), 20],
  ];
  return (await writeTable({ name: '一覧', title: '要件 A&B', columns, rows, ...table }, MADE)).bytes;
};

test('its header is repeated on each page, whatever the sheet is called', async () => {
  const named = async (name: string) => part(await written({ name }), 'xl/workbook.xml').match(/localSheetId.*?</)?.[0];
  expect(await named('名簿 2026-06-01')).toBe(`localSheetId="0">'名簿 2026-06-01'!$1:$1<`);
  expect(await named("質問・回答票 A'社")).toBe(`localSheetId="0">'質問・回答票 A''社'!$1:$1<`);
});

test('it fits the width of the paper, lying, with its title above and its pages counted; wide tables on A3', async () => {
  const sheet = part(await written({}), SHEET);
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  expect(sheet).toContain('<oddHeader>&amp;L要件 A&amp;&amp;B</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter>');
  const wide = Array.from({ length: 10 }, (_, i) => ({ heading: `列${i}`, width: 30 }));
  expect(part(await written({ columns: wide, rows: [] }), SHEET)).toContain('paperSize="8"');
});

test('rows are as high as what they hold, and grow with what is filled in', async () => {
  const rows = part(await written({}), SHEET).match(/<row [^>]*>/g);
  expect(rows).toEqual(['<row r="1" ht="15">', '<row r="2" ht="15">', '<row r="3" ht="67">']);
});

test('headings are in the font of the rest, each cell has its lines, amounts their thousands apart', async () => {
  const styles = part(await written({}), 'xl/styles.xml');
  expect(styles.match(/<name val="[^"]*"\/>/g)).toEqual([
    '<name val="ＭＳ Ｐゴシック"/>',
    '<name val="ＭＳ Ｐゴシック"/>',
  ]);
  expect(styles).toContain('<left style="thin">');
  expect(styles).toContain('formatCode="#,##0"');
});

test('the 課題管理表 is printed so too, and hides the version by which it is read again', async () => {
  const sheet = part(await itemsWorkbook([], MADE), SHEET);
  expect(sheet).toContain('fitToWidth="1"');
  expect(sheet).toMatch(/<col min="15" max="15"[^>]*hidden="true"/);
  expect(sheet).toContain('<autoFilter ref="A1:O2"/>');
});
