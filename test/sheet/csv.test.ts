/** CSV as offices send it. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decoded, rowsOf } from '../../src/sheet/csv.ts';
import { wordsOf } from '../../src/sheet/sheet.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each<[string, Uint8Array]>([
  ['UTF-8', utf8('機能ID,要件①')],
  ['UTF-8 with a byte order mark', utf8('\uFEFF機能ID,要件①')],
  ['CP932', iconv.encode('機能ID,要件①', 'cp932')],
  ['UTF-16 as Excel writes it', iconv.encode('\uFEFF機能ID,要件①', 'utf-16le')],
])('%s', (_, bytes) => {
  expect(decoded(bytes)).toBe('機能ID,要件①');
});

test('CP932 with the characters of Windows: ① ㈱ 髙 ～ －', () => {
  expect(decoded(iconv.encode('①㈱髙～－', 'cp932'))).toBe('①㈱髙～－');
});

test.each<[string, Uint8Array]>([
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ['a PDF with its binary', Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x0a, 0x00, 0x01, 0xff, 0xfe])],
])('%s is no text', (_, bytes) => {
  expect(decoded(bytes)).toBeUndefined();
});

test.each<[string, string, (string | null)[][]]>([
  [
    'CRLF',
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'LF, and no line break at the end',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a comma, a quote and a line break within quotes', '"a,1","b""2","c\r\n3"\r\n', [['a,1', 'b"2', 'c\r\n3']]],
  ['empty fields, at the end too', ',a,,\n', [[null, 'a', null, null]]],
  ['an empty line', 'a\n\nb\n', [['a'], [null], ['b']]],
  ['leading zeros stay', '0101001,0012', [['0101001', '0012']]],
  ['a formula is data', '=1+1,+81,@x', [['=1+1', '+81', '@x']]],
  [
    'tabs',
    'a\tb,c\td\n1\t2\t3',
    [
      ['a', 'b,c', 'd'],
      ['1', '2', '3'],
    ],
  ],
  ['nothing', '', []],
])('%s', (_, text, rows) => {
  expect(rowsOf(text)).toEqual({ rows });
});

test('a quote that is never closed is told by its line', () => {
  expect(rowsOf('a,b\n"c,d\ne,f\n')).toEqual({ unclosed: 2 });
});

test('whatever the fields hold, quoted they come back', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', '漢', ' '), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const text = rows.map((row) => `${row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');
      expect(rowsOf(text)).toEqual({ rows: rows.map((row) => row.map((one) => (one === '' ? null : one))) });
    }),
  );
});

test('lines within a cell are parted alike, however the file parts them', () => {
  const read = rowsOf('"一行目\r\n二行目","一行目\n二行目"\r\n');
  expect('rows' in read && read.rows[0]?.map(wordsOf)).toEqual(['一行目\n二行目', '一行目\n二行目']);
});
