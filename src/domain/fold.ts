/**
 * Folds what people type to one form, for matching only: full and half width, hiragana and katakana, upper and lower
 * case, the many dashes and waves. What is stored and shown is always the original, cut out by the offsets kept here.
 */

/** A character with what belongs to it: combining marks, half-width sound marks, and marks that cannot be seen. */
const CHARACTER = /[\s\S][\p{M}\uff9e\uff9f\p{Default_Ignorable_Code_Point}]*/gu;
/** Zero-width marks, and the variation selectors of name kanji. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const KATAKANA = /[ァ-ヶヽヾ]/g;
const DASHES = /[‐‑‒–—―−]/g;
const WAVES = /〜/g;

/** From katakana to its hiragana, in code units. */
const TO_HIRAGANA = 0x60;

/** A folded copy with the way back to the original. */
export interface Folded {
  readonly folded: string;
  /**
   * For each code unit of the copy the UTF-16 offset in the original of the character it came from, and one more for
   * the end. A cut at these offsets never divides a character.
   */
  readonly at: readonly number[];
}

/** The form in which two spellings of the same words are equal. The long vowel mark ー stays. */
export const fold = (text: string): string => text.replace(CHARACTER, foldCharacter);

export function foldWithOffsets(text: string): Folded {
  const at: number[] = [];
  let folded = '';
  for (const { 0: character, index } of text.matchAll(CHARACTER)) {
    folded += foldCharacter(character);
    while (at.length < folded.length) at.push(index);
  }
  at.push(text.length);
  return { folded, at };
}

/** Texts are written with few different characters; an import folds a million. */
const FOLDED = new Map<string, string>();
const MOST = 20_000;

function foldCharacter(character: string): string {
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  const folded = foldedCharacter(character);
  if (FOLDED.size < MOST && character.length < 8) FOLDED.set(character, folded);
  return folded;
}

const foldedCharacter = (character: string): string =>
  character
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC') // İ in lower case has a mark of its own
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - TO_HIRAGANA))
    .replace(DASHES, '-')
    .replace(WAVES, '~');
