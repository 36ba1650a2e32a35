/**
 * The guarding apostrophe: a text that Excel could take for a formula, or trim, is written with one before it, and it is
 * taken off when the text is read. A text that begins with an apostrophe gets one too, so that it survives.
 */

/** What a formula can begin with, in both widths; what is trimmed; and the apostrophe itself. */
const GUARDED = /^['=+\-@＝＋－＠\s]/u;

export const guarded = (text: string): string => (GUARDED.test(text) ? `'${text}` : text);

/** The text without its guard. An apostrophe alone is Excel's way to write an empty text. */
export const unguarded = (text: string): string =>
  text === EMPTY || (text.startsWith("'") && GUARDED.test(text.slice(1))) ? text.slice(1) : text;

/** An empty text that is meant: it does not repeat what stands above, as a blank cell does. */
export const EMPTY = "'";
