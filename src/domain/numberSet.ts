/**
 * Sets of numbers as they are kept: a bit for each number, in blocks of 1,024, so that what two sets have in common, and
 * how many that are, is told without looking at each.
 */

/** Numbers in one block. */
export const BLOCK = 1_024;
/** Bytes of one block. */
export const BYTES = BLOCK / 8;

export interface Block {
  readonly block: number;
  /** As many bytes as the block needs, the highest bit of the first one for its first number. */
  readonly bytes: Uint8Array;
}

/** The blocks of a set of these numbers. */
export function blocksOf(numbers: Iterable<number>): Block[] {
  const found = new Map<number, Uint8Array>();
  for (const one of numbers) {
    const block = Math.floor(one / BLOCK);
    const bytes = found.get(block) ?? new Uint8Array(BYTES);
    const at = (one % BLOCK) >> 3;
    bytes[at] = (bytes[at] ?? 0) | (0x80 >> (one & 7));
    found.set(block, bytes);
  }
  return [...found].map(([block, bytes]) => ({ block, bytes }));
}

export class NumberSet {
  static readonly none = new NumberSet(new Uint32Array(0));

  /** As long as the last block in it; what is beyond is not in it. */
  readonly #words: Uint32Array;

  private constructor(words: Uint32Array) {
    this.#words = words;
  }

  static of(numbers: Iterable<number>): NumberSet {
    return NumberSet.ofBlocks(blocksOf(numbers));
  }

  static ofBlocks(blocks: readonly Block[]): NumberSet {
    const bytes = new Uint8Array(BYTES * blocks.reduce((most, { block }) => Math.max(most, block + 1), 0));
    for (const one of blocks) bytes.set(one.bytes.subarray(0, BYTES), one.block * BYTES);
    return new NumberSet(new Uint32Array(bytes.buffer));
  }

  and(other: NumberSet): NumberSet {
    const [short, long] = this.#words.length < other.#words.length ? [this, other] : [other, this];
    return new NumberSet(short.#words.map((word, i) => word & (long.#words[i] ?? 0)));
  }

  or(other: NumberSet): NumberSet {
    const [short, long] = this.#words.length < other.#words.length ? [this, other] : [other, this];
    return new NumberSet(long.#words.map((word, i) => word | (short.#words[i] ?? 0)));
  }

  without(other: NumberSet): NumberSet {
    return new NumberSet(this.#words.map((word, i) => word & ~(other.#words[i] ?? 0)));
  }

  get size(): number {
    return this.#words.reduce((sum, word) => sum + ones(word), 0);
  }

  /** How many are less than this one. */
  before(number: number): number {
    const word = number >> 5;
    const whole = this.#words.subarray(0, word).reduce((sum, one) => sum + ones(one), 0);
    const partly = this.slice(whole, 32).filter((one) => one < number).length;
    return whole + partly;
  }

  /** In ascending order, at most so many of them, after the first `from`. */
  slice(from: number, size = Number.POSITIVE_INFINITY): number[] {
    const bytes = new Uint8Array(this.#words.buffer);
    const found: number[] = [];
    let before = from;
    for (let i = 0; i < this.#words.length && found.length < size; i += 1) {
      const here = ones(this.#words[i] ?? 0);
      if (here <= before) {
        before -= here;
        continue;
      }
      for (let number = i * 32; number < (i + 1) * 32 && found.length < size; number += 1) {
        if (((bytes[number >> 3] ?? 0) & (0x80 >> (number & 7))) === 0) continue;
        if (before > 0) before -= 1;
        else found.push(number);
      }
    }
    return found;
  }
}

/** How many bits are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
