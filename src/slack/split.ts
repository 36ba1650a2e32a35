/** Long text in pieces, lengths in UTF-16 units: cut at line ends where there are any, and never inside what belongs together. */

/** What must stay whole in mrkdwn: a mention or link, an escaped character, a pair of surrogates. */
const ATOMS = /<[^<>\n]{1,255}>|&(?:amp|lt|gt);|[\s\S]/gu;

/** Mrkdwn in pieces of at most `most` units. A line end at which it was cut is left out, and so are blank pieces. */
export function split(markup: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = markup;
  while (rest.length > most) {
    const lineEnd = rest.lastIndexOf('\n', most);
    const at = lineEnd > 0 ? lineEnd : wholeAtoms(rest, most);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(lineEnd > 0 ? at + 1 : at);
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== '');
}

/** Lines packed into as few pieces of at most `most` units as their order allows. */
export function pack(lines: readonly string[], most: number): string[] {
  const pieces: string[] = [];
  for (const line of lines.flatMap((one) => split(one, most))) {
    const last = pieces.at(-1);
    if (last === undefined || last.length + 1 + line.length > most) pieces.push(line);
    else pieces[pieces.length - 1] = `${last}\n${line}`;
  }
  return pieces;
}

/** At most `most` units, the end replaced by … where that is needed. Only for what stands in full elsewhere. */
export const clip = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, wholeAtoms(words, most - 1))}…`;

/** How many units the atoms have that fit whole into `most`. */
function wholeAtoms(markup: string, most: number): number {
  let end = 0;
  for (const { 0: atom, index } of markup.matchAll(ATOMS)) {
    if (index + atom.length > most) break;
    end = index + atom.length;
  }
  return end;
}
