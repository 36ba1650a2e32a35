/** CSV as offices send it: UTF-8 with or without a byte order mark, CP932, or Excel's "Unicode text"; CRLF or LF. */
import iconv from 'iconv-lite';
import type { Cell } from './sheet.ts';

/** The text of the bytes, or undefined where they are none in any of these encodings. */
export function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return legible(decodedAs('utf-16le', bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return legible(decodedAs('utf-16be', bytes));
  return legible(decodedAs('utf-8', bytes) ?? cp932(bytes));
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function cp932(bytes: Uint8Array): string | undefined {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'cp932');
  return text.includes('\uFFFD') ? undefined : text;
}

/** Bytes of another kind of file decode to control characters, which no CSV has. */
const legible = (text: string | undefined): string | undefined =>
  text !== undefined && /[\x00-\x08\x0e-\x1f]/.test(text) ? undefined : text;

/**
 * The rows of the text, each field as text: a 機能ID keeps its zeros. A quote that is never closed is told by the line
 * (from 1) on which it opens.
 */
export function rowsOf(text: string): { readonly rows: Cell[][] } | { readonly unclosed: number } {
  const separator = separatorOf(text);
  const field = new RegExp(`(?:"([^"]*(?:""[^"]*)*)")?([^${separator}\r\n]*)(${separator}|\r\n|\n|\r|$)`, 'y');
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  while (field.lastIndex < text.length || row.length > 0) {
    const from = field.lastIndex;
    const [, quoted, bare = '', end] = field.exec(text) ?? [];
    if (quoted === undefined && bare.startsWith('"')) return { unclosed: text.slice(0, from).split('\n').length };
    const value = quoted === undefined ? bare : quoted.replaceAll('""', '"') + bare;
    row.push(value === '' ? null : value);
    if (end === separator) continue;
    rows.push(row);
    row = [];
  }
  return { rows };
}

/** Commas; tabs in what Excel saves as Unicode text. Those within quotes are of the words. */
function separatorOf(text: string): ',' | '\t' {
  const start = text.slice(0, 10_000).replace(/"[^"]*"/gu, '');
  return start.split('\t').length > start.split(',').length ? '\t' : ',';
}
