/**
 * What a letter of ours is called, the left half of its Message-ID: `1234.9f86d081884c7d659a2feaa0c55ad015`. The number is its row in the
 * outbox, so that it is found without searching; the rest is made by chance at each sending, so that whoever names it has seen
 * the letter: anyone can write to a mailbox.
 */
import { randomBytes } from 'node:crypto';

export interface LetterName {
  readonly row: bigint;
  /** The whole of it. */
  readonly name: string;
}

/** Without a row it is a letter that nobody asks after. */
export const nameLetter = (row: bigint | undefined): string => `${row ?? 'renkei'}.${randomBytes(16).toString('hex')}`;

/** No more digits than a row's number has. */
const NAMED = /(?<![\w.])(?<row>[1-9]\d{0,17})\.[\da-f]{32}(?=@)/u;

/** The first of our names that stands in these words. */
export function letterNamed(words: string): LetterName | undefined {
  const [name, row] = NAMED.exec(words) ?? [];
  return name === undefined || row === undefined ? undefined : { row: BigInt(row), name };
}
