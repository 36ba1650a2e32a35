/** What is said of a sheet's columns and marks: `E=RFI A社、F=無視、記号B=○`. */
import { type Argument, absent, argument } from '../../src/command/argument.ts';
import type { Mark } from '../../src/domain/requirement.ts';
import { IGNORED, type SaidOfSheet } from '../../src/domain/sheetProfile.ts';
import { markIn } from '../../src/sheet/answers.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

const BEGINS = /^\s*(?:記号|(?:列\s*)?[A-Za-zＡ-Ｚ]{1,3}\s*列?\s*(?:[=＝:：]|は))/u;
const MARK = /^記号\s*[「『]?([^\s「」『』=＝:：]{1,4}?)[」』]?\s*(?:[=＝:：]|は)\s*[「『]?([^「」『』]+?)[」』]?$/u;
const COLUMN = /^(?:列\s*)?([A-Za-z]{1,3})\s*列?\s*(?:[=＝:：]|は)\s*[「『]?([^「」『』=]+?)[」』]?$/u;
const IGNORING = /^(?:無視|読まない|対象外|不要|ignore)$/iu;

/** At a shell they are typed one after another: A=機能ID B=機能要件 記号B=○. */
const BETWEEN = /[\n、，,;；]|\s+(?=(?:記号\s?\S{1,4}|(?:列\s*)?[A-Za-zＡ-Ｚ]{1,3}\s*列?)\s*[=＝])/u;

/** How it is asked for. */
export const SHEET_WORDS = {
  label: { ja: ja`列・記号の指定(見出しから読み取れない場合)`, en: en`columns and marks, where headings do not say` },
  field: {
    kind: 'lines',
    placeholder: { ja: ja`E=RFI A社\nF=無視\n記号B=○`, en: en`E=RFI A社\nF=ignore\n記号B=○` },
  },
} as const satisfies Pick<Argument<SaidOfSheet>, 'label' | 'field'>;

export const sheetWords = argument<SaidOfSheet>({
  ...SHEET_WORDS,
  read: (line) => (BEGINS.test(line) ? saidIn(line) : absent),
});

/** The words as they were said, or what of them is unclear. */
export function saidIn(line: string): { readonly read: SaidOfSheet; readonly length: number } | { unclear: Text } {
  const columns: Record<string, string> = {};
  const marks: Record<string, Mark> = {};
  for (const part of line.split(BETWEEN)) {
    const words = part.trim();
    if (words === '') continue;
    const [, written, as] = MARK.exec(words) ?? [];
    const mark = as === undefined ? undefined : markIn(as)?.value;
    const [, letters, heading] = COLUMN.exec(words.normalize('NFKC')) ?? [];
    if (written !== undefined && mark !== undefined) marks[written] = mark;
    else if (written === undefined && letters !== undefined && heading !== undefined)
      columns[letters.toUpperCase()] = IGNORING.test(heading.trim()) ? IGNORED : heading.trim();
    else return { unclear: text.unclear(words) };
  }
  return { read: { columns, marks }, length: line.length };
}

const text = {
  unclear: (words: string): Text => ({
    ja: ja`列・記号の指定「${words}」を読み取れませんでした。「E=RFI A社」「F=無視」「記号B=○」のようにご入力ください。`,
    en: en`“${words}” was not understood. Say “E=RFI A社”, “F=ignore” or “記号B=○”.`,
  }),
};
