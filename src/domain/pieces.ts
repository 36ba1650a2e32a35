/**
 * The pieces of a text by which the words in it are found: Japanese writes no spaces between words, so every two neighbouring
 * characters are a piece, and a word is where all of its pieces are. Pairs that are everywhere prove little of a longer
 * word, so runs of three and of four characters are pieces too: too many to be kept apart, they share boxes.
 */
import { fold } from './fold.ts';

/** A prime: the more boxes, the less a run shares its own with others, and the more is written with every text. */
const BOXES = 2_039;
const BASE = 131;
const BOX: readonly string[] = Array.from({ length: BOXES }, (_, i) => ` run ${i}`);

/** All of them, folded; none reaches across white space. */
export function piecesOf(text: string): string[] {
  const found = new Set<string>();
  for (const part of parts(text)) {
    for (let i = 1; i < part.length; i += 1) found.add(`${part[i - 1]}${part[i]}`);
    addRuns(part, 3, found);
    addRuns(part, 4, found);
  }
  return [...found];
}

/** Those that a word of two characters or more is looked for by: every text that holds the word has them. */
export function provingPieces(word: string): string[] {
  const found = new Set<string>();
  for (const part of parts(word)) {
    // Where runs of four overlap, every other pair adds next to nothing.
    const step = part.length > 3 ? 2 : 1;
    for (let end = part.length; end > 1; end -= step) found.add(`${part[end - 2]}${part[end - 1]}`);
    if (part.length > 2) addRuns(part, Math.min(part.length, 4), found);
  }
  return [...found];
}

/** Of what only some may see: apart from all others, so that a search by others does not betray it. */
export const guarded = (pieces: readonly string[]): string[] => pieces.map((one) => `${GUARD}${one}`);

/** Never in a folded text: it cannot be seen. */
const GUARD = '\u2063';

/** In characters. */
const parts = (text: string): string[][] =>
  fold(text)
    .split(/\s+/u)
    .map((part) => [...part]);

/** The box of each run of so many characters; a migration reckons the same for what was there before. */
function addRuns(part: readonly string[], length: number, found: Set<string>): void {
  for (let end = length; end <= part.length; end += 1) {
    let box = 0;
    for (let i = end - length; i < end; i += 1) box = (box * BASE + (part[i]?.codePointAt(0) ?? 0)) % BOXES;
    found.add(BOX[box] ?? '');
  }
}
