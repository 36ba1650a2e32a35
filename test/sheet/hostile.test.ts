/** Files that would harm: each is refused in a line, or read as what it is, and the rest goes on meanwhile. */
import { setInterval } from 'node:timers/promises';
import { unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/sheet/open.ts';
import { readApart } from '../../src/sheet/reading.ts';
import type { Known } from '../../src/sheet/requirementRow.ts';
import { plain } from '../../src/text/text.ts';

const known: Known = {
  systems: [{ slug: 'kaigo', no: '17', name: '介護保険', aliases: [] }],
  vendors: [],
  rounds: [],
};
const HEADINGS = ['業務', '機能ID', '機能要件', '区分'];
const line = (n: number): string[] => ['介護保険', `17${String(n).padStart(5, '0')}`, `要件${n}`, '必須'];

type Bounds = Parameters<typeof readApart>[1];
const told = async (bytes: Uint8Array, name = 'a.xlsx', bounds?: Bounds): Promise<string> => {
  const read = await readApart({ name, bytes, known }, bounds);
  return 'refused' in read ? plain(read.refused.ja) : `${read.rows.length}件`;
};

const workbook = (rows: number): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '要件', rows: [HEADINGS, ...Array.from({ length: rows }, (_, i) => line(i + 1))] }] });

const encode = (words: string): Uint8Array => new TextEncoder().encode(words);
const SHEET = 'xl/worksheets/sheet1.xml';

let parts: Record<string, Uint8Array>;
beforeAll(async () => {
  parts = unzipSync(await workbook(3));
});

/** The workbook with its sheet's XML rewritten. */
const rewritten = (rewrite: (xml: string) => string): Uint8Array =>
  zipSync({ ...parts, [SHEET]: encode(rewrite(new TextDecoder().decode(parts[SHEET]))) });

/** The archive with another size in its directory for the part that is largest. */
function saying(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let largest = { at: -1, size: 0 };
  for (let at = 0; at + 46 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const unpacked = view.getUint32(at + 24, true);
    if (unpacked > largest.size) largest = { at, size: unpacked };
  }
  view.setUint32(largest.at + 24, size, true);
  return bytes;
}

describe('Too much', () => {
  test('a bomb is refused by its directory, before it is unpacked', async () => {
    expect(await told(saying(await workbook(3), LIMITS.unpacked + 1))).toMatchInlineSnapshot(
      `"展開すると極端に大きくなるファイルのため、開いていません。使わないシートや画像を除いてお試しください。"`,
    );
  });

  test('a bomb whose directory lies is refused where it grows past what it says', async () => {
    const grown = rewritten((xml) => xml.replace('<sheetData>', `${' '.repeat(5_000_000)}<sheetData>`));
    expect(await told(grown)).toBe('3件');
    expect(await told(saying(grown, 2_000))).toMatchInlineSnapshot(
      `"展開すると極端に大きくなるファイルのため、開いていません。使わないシートや画像を除いてお試しください。"`,
    );
  });

  test('more bytes than a file may have', async () => {
    const bytes = new Uint8Array(LIMITS.bytes + 1);
    bytes.set([0x50, 0x4b]);
    expect(await told(bytes)).toMatchInlineSnapshot(
      `"ファイルが大きすぎます(上限 50MB)。画像や使わないシートを除いてお試しください。"`,
    );
  });

  test('more than the thread may hold, or longer than it may take', async () => {
    const large = await workbook(30_000);
    expect(await told(large, 'a.xlsx', { megabytes: 16, seconds: 60 })).toMatchInlineSnapshot(
      `"ファイルの中身が多すぎて読み取れません。使わないシートや書式を除くか、分けてお試しください。"`,
    );
    expect(await told(large, 'a.xlsx', { megabytes: 768, seconds: 0.01 })).toMatchInlineSnapshot(
      `"0.01秒以内に読み取れませんでした。使わないシートや書式を除くか、分けてお試しください。"`,
    );
    expect(await told(large)).toBe('30000件');
  });

  test('the other acts go on while a large file is read', async () => {
    const reading = told(await workbook(20_000));
    let beats = 0;
    for await (const _ of setInterval(10)) {
      beats += 1;
      if (beats === 5) break;
    }
    expect(await Promise.race([reading, Promise.resolve('still reading')])).toBe('still reading');
    expect(await reading).toBe('20000件');
  });
});

describe('Ranges down to the last row of a sheet are read as what they hold', () => {
  const LAST = 'XFD1048576';
  test.each([
    [
      'the dimension',
      (xml: string) => xml.replace(/<dimension[^>]*\/>|(?=<sheetData>)/, `<dimension ref="A1:${LAST}"/>`),
    ],
    [
      'a validation',
      (xml: string) =>
        xml.replace(
          '</sheetData>',
          `</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:${LAST}"><formula1>"必須,任意"</formula1></dataValidation></dataValidations>`,
        ),
    ],
    [
      'a conditional format',
      (xml: string) =>
        xml.replace(
          '</sheetData>',
          `</sheetData><conditionalFormatting sqref="A1:${LAST}"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>`,
        ),
    ],
    [
      'an empty row',
      (xml: string) => xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'),
    ],
    [
      'merged columns',
      (xml: string) =>
        xml.replace('</sheetData>', `</sheetData><mergeCells count="1"><mergeCell ref="H1:${LAST}"/></mergeCells>`),
    ],
  ])('%s', async (_, rewrite) => {
    expect(await told(rewritten(rewrite))).toBe('3件');
  });
});

describe('What is no plain workbook', () => {
  test.each([
    ['macros', () => zipSync({ ...parts, 'xl/vbaProject.bin': encode('x') }), 'a.xlsm'],
    ['a password', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.xlsx'],
    ['nothing', () => new Uint8Array(), 'a.xlsx'],
    ['half of a workbook', () => zipSync(parts).slice(0, 900), 'a.xlsx'],
    ['an archive of something else', () => zipSync({ 'a.txt': encode('x') }), 'a.xlsx'],
    ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff]), 'a.png'],
  ])('%s', async (_, bytes, name) => {
    expect(await told(bytes(), name)).toMatchSnapshot();
  });

  test('entities that grow are none', async () => {
    const bomb = rewritten((xml) =>
      xml
        .replace(/(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>')
        .replace('要件1', '&b;'),
    );
    expect((await told(bomb)).length).toBeLessThan(200);
  });
});
