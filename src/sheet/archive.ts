/**
 * A workbook's archive, looked at before anything of it is unpacked: what it holds, and how large it becomes.
 *
 * The directory at its end says how large each part is; a part that turns out larger than it says is a lie, and so is a
 * hundred parts that share the same bytes: both count in full.
 */
import { inflateRawSync } from 'node:zlib';

/** A part as the directory lists it. */
interface Part {
  readonly name: string;
  readonly deflated: boolean;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header begins. */
  readonly at: number;
}

export type Inspected =
  | { readonly names: readonly string[] }
  /** Damaged, or larger than it may become. */
  | { readonly damaged: true }
  | { readonly tooLarge: true };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end of the directory, with the longest comment behind it. */
const TAIL = 22 + 0xffff;

/** What the archive holds, where all of it together becomes at most `most` bytes. */
export function inspected(bytes: Uint8Array, most: number): Inspected {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = partsIn(bytes, view);
  if (!parts) return { damaged: true };
  if (parts.reduce((sum, one) => sum + one.unpacked, 0) > most) return { tooLarge: true };
  for (const part of parts) {
    if (!part.deflated) continue;
    const size = unpackedSize(bytes, view, part);
    if (size === undefined) return { damaged: true };
    if (size > part.unpacked) return { tooLarge: true };
  }
  return { names: parts.map((one) => one.name) };
}

function partsIn(bytes: Uint8Array, view: DataView): Part[] | undefined {
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  // A workbook of 50 MB needs no ZIP64; what claims to does not say its sizes here.
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const length = view.getUint16(at + 28, true);
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      deflated: view.getUint16(at + 10, true) === 8,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - TAIL); at -= 1) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

/** How large the part becomes; one byte more than it says where it is larger; undefined where it is damaged. */
function unpackedSize(bytes: Uint8Array, view: DataView, { at, packed, unpacked }: Part): number | undefined {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) return undefined;
  const begins = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  try {
    return inflateRawSync(bytes.subarray(begins, begins + packed), { maxOutputLength: Math.max(1, unpacked) }).length;
  } catch (fault) {
    return (fault as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? unpacked + 1 : undefined;
  }
}
