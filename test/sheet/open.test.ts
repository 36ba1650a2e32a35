/** Files as they arrive: what opens, and what is politely refused. */
import { crc32 } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { LIMITS, openSheets } from '../../src/sheet/open.ts';
import { plain } from '../../src/text/text.ts';

const told = async (bytes: Uint8Array, name = 'a.xlsx'): Promise<string> => {
  const opened = await openSheets(bytes, name);
  return 'refused' in opened ? plain(opened.refused.ja) : 'opened';
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A ZIP archive of these files, stored as they are. */
function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, body] = [Buffer.from(path), Buffer.from(text)];
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(body), 0);
    sizes.writeUInt32LE(body.length, 4);
    sizes.writeUInt32LE(body.length, 8);
    sizes.writeUInt16LE(name.length, 12);
    const plainly = Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), plainly, sizes, name, body);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), plainly, sizes, place, name);
    offset += 30 + name.length + body.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet, as Excel packs it. */
const workbook = (sheetData: string, strings: string): Uint8Array =>
  zipped({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="福祉" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
  });

test('phonetic guides are not part of the words, and rich text is one text', async () => {
  const bytes = workbook(
    '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>',
    '<si><t>介護保険</t><rPh sb="0" eb="4"><t>カイゴホケン</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><r><t>要介護</t></r><r><rPr><b/></rPr><t>認定</t></r><rPh sb="0" eb="3"><t>ヨウカイゴ</t></rPh></si>',
  );
  const opened = await openSheets(bytes, 'a.xlsx');
  expect(opened).toMatchObject({
    sheets: [
      {
        name: '福祉',
        rows: [
          [null, null, null],
          [null, '介護保険', '要介護認定'],
        ],
      },
    ],
  });
});

test('formulas give their last result', async () => {
  const bytes = workbook(
    '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c></row>',
    '',
  );
  expect(await openSheets(bytes, 'a.xlsx')).toMatchObject({ sheets: [{ rows: [[2, 'a']] }] });
});

test('hidden sheets are left out; merged ranges come along', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '表', rows: [['a', null]], merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }] },
      { name: '作業用', rows: [['b']], hidden: true },
    ],
  });
  expect(await openSheets(bytes, 'a.xlsx')).toEqual({
    sheets: [{ name: '表', rows: [['a']], merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }] }],
  });
});

test('a CSV file is a sheet named after it', async () => {
  const bytes = iconv.encode('機能ID,機能要件\r\n01,登録\r\n', 'cp932');
  expect(await openSheets(bytes, '介護保険.csv')).toEqual({
    sheets: [
      {
        name: '介護保険',
        rows: [
          ['機能ID', '機能要件'],
          ['01', '登録'],
        ],
        merges: [],
      },
    ],
  });
});

test('what cannot be read is told in a sentence', async () => {
  const xlsx = await writeXlsx({ sheets: [{ name: 'a', rows: [['a']] }] });
  expect({
    empty: await told(new Uint8Array()),
    old: await told(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    locked: await told(
      await writeXlsx({ sheets: [{ name: 'a', rows: [['a']] }], encryption: { password: 'x', spinCount: 10 } }),
    ),
    picture: await told(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d])),
    half: await told(xlsx.slice(0, xlsx.length / 2)),
    document: await told(zipped({ 'word/document.xml': '<w/>' })),
    quote: await told(bytesOf('a,b\n"c\n'), 'a.csv'),
    large: await told(new Uint8Array(LIMITS.bytes + 1)),
    long: await told(bytesOf('a\n'.repeat(LIMITS.rows + 1)), '長い.csv'),
  }).toMatchInlineSnapshot(`
    {
      "document": "Excelファイルとして読み取れません。Excelで開けるかをご確認のうえ、「名前を付けて保存」で .xlsx に保存し直し、もう一度お試しください。",
      "empty": "ファイルが空です。",
      "half": "Excelファイルとして読み取れません。Excelで開けるかをご確認のうえ、「名前を付けて保存」で .xlsx に保存し直し、もう一度お試しください。",
      "large": "ファイルが大きすぎます(上限 50MB)。画像や使わないシートを除いてお試しください。",
      "locked": "パスワード付きか、古い形式(.xls)のファイルです。パスワードを外し、.xlsx で保存し直してください。",
      "long": "シート「長い」の行が多すぎます(上限 100,000行)。シートやファイルを分けてお試しください。",
      "old": "パスワード付きか、古い形式(.xls)のファイルです。パスワードを外し、.xlsx で保存し直してください。",
      "picture": "Excel(.xlsx)でもCSVでもないファイルです。CSVの場合は、UTF-8かシフトJISで保存してください。",
      "quote": "2行目から始まる引用符「"」が閉じていません。",
    }
  `);
});

test('rows that are only formatted say nothing', async () => {
  const blank = Array.from({ length: LIMITS.rows }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="0"/></row>`).join(
    '',
  );
  const bytes = workbook(`<row r="1"><c r="A1"><v>1</v></c></row>${blank}`, '');
  expect(await openSheets(bytes, 'a.xlsx')).toMatchObject({ sheets: [{ rows: [[1]] }] });
});

test('a sheet of which only the corners are filled does not fill the memory', async () => {
  const bytes = workbook(
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
    '',
  );
  expect(await openSheets(bytes, 'a.xlsx')).toMatchObject({ sheets: [{ rows: [[1]] }] });
});
