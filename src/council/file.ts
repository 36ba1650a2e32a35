/**
 * A council's file as text: read whole, or refused with every problem at once, each with its line.
 *
 * What is read is in canonical order, so that writing it (write.ts) and reading it again gives the same value.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Text } from '../text/text.ts';
import { type Path, type Problem, pathText } from './problem.ts';
import { readCouncil } from './read.ts';
import type { CouncilFile } from './shape.ts';
import { text } from './text.ts';

/** Longer than any council's file, in characters: a stop for files given by mistake. */
const LONGEST = 2_000_000;

export function readCouncilFile(
  written: string,
): { readonly council: CouncilFile } | { readonly problems: readonly Problem[] } {
  if (written.length > LONGEST)
    return { problems: [{ line: 1, column: 1, path: '', expected: text.tooLong(LONGEST) }] };

  const lines = new LineCounter();
  const document = parseDocument(written.replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false });
  const problem = (offset: number, expected: Text, path: Path = []): Problem => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, path: pathText(path), expected };
  };

  const illegible = document.errors
    .filter(({ code }) => code !== 'DUPLICATE_KEY')
    .map(({ code, pos, message }) => problem(pos[0], text.unreadable(code, message)));
  visit(document, { Alias: (_, { range }) => void illegible.push(problem(range?.[0] ?? 0, text.noAliases)) });
  if (illegible.length > 0) return { problems: firstOfEachLine(illegible) };

  const twice = document.errors.map(({ pos }) => problem(pos[0], text.keyTwice));
  const result = readCouncil(document.toJS());
  if ('council' in result && twice.length === 0) return result;
  const findings = 'findings' in result ? result.findings : [];
  const found = findings.map(({ path, atKey, expected }) =>
    problem(offsetOf(document.contents, path, atKey ?? false), expected, path),
  );
  return { problems: [...twice, ...found].sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** One slip makes the parser stumble over the rest of its line. */
const firstOfEachLine = (problems: readonly Problem[]): Problem[] =>
  problems.filter((one, i) => problems.findIndex(({ line }) => line === one.line) === i);

/** Where the path leads: to the value, to the key, or to the last that is there of what should be there. */
function offsetOf(contents: Node | null, path: Path, atKey: boolean): number {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  for (const [i, step] of path.entries()) {
    if (isSeq(node)) node = node.items[Number(step)];
    else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (atKey && i === path.length - 1 && isScalar(pair?.key)) return pair.key.range?.[0] ?? offset;
      node = pair?.value ?? pair?.key;
    } else return offset;
    offset = (node as Node | undefined)?.range?.[0] ?? offset;
  }
  return offset;
}
