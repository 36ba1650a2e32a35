/**
 * What a municipality answers to the candidates of a date poll: ○△× in their order, 全て○, or 1:○ 3:×. A form says too when
 * the candidate was as it showed it: 1@2026-06-12T14:00:○.
 */
import { argument } from '../../src/command/argument.ts';
import { clock, type Day } from '../../src/domain/day.ts';
import type { Candidate, Mark, Seen } from '../../src/domain/poll.ts';
import { en, ja, plain, same, type Text } from '../../src/text/text.ts';

/** As they are written. */
export const MARK_TEXT: Readonly<Record<Mark, Text>> = { yes: same('○'), maybe: same('△'), no: same('×') };

export type MarksSaid =
  | { readonly all: Mark }
  | { readonly inOrder: readonly Mark[] }
  | { readonly numbered: ReadonlyMap<number, Mark>; readonly seen: ReadonlyMap<number, Seen> };

/** Each mark by any of the characters that look like it. */
const SIGNS: Readonly<Record<Mark, string>> = { yes: '○◯〇⭕oO', maybe: '△▲', no: '×✕✖❌xX☓' };
const SIGN = `[${Object.values(SIGNS).join('')}]`;
const ALL = new RegExp(`^(?:全て|すべて|全部|全候補|all)\\s?(?<sign>${SIGN})(?=\\s|$)`, 'iu');
const AS_SEEN = String.raw`(?:@(?<day>\d{4}-\d{2}-\d{2})T(?<hour>\d{2}):(?<minute>\d{2}))?`;
const NUMBERED = new RegExp(
  `^(?:候補)?\\s?(?<n>\\d{1,3})${AS_SEEN}\\s?[:：=]?\\s?(?<sign>${SIGN})(?:[\\s、,]+|$)`,
  'u',
);
const IN_ORDER = new RegExp(`^${SIGN}(?:[\\s、,・]*${SIGN})*(?=\\s|$)`, 'u');

const markOf = (sign: string): Mark =>
  (['yes', 'maybe', 'no'] as const).find((one) => SIGNS[one].includes(sign)) ?? 'maybe';

export const marks = argument<MarksSaid>({
  label: { ja: ja`○△×`, en: en`marks ○△×` },
  field: { kind: 'line', placeholder: { ja: ja`○△×(候補の順)、全て○、1:○ 2:×`, en: en`○△× in order, all ○, 1:○ 2:×` } },
  read: (typed) => {
    // Full-width letters and figures are the same length.
    const line = typed.replace(/[Ａ-Ｚａ-ｚ０-９：]/gu, (one) => one.normalize('NFKC'));
    const all = ALL.exec(line);
    if (all?.groups?.sign) return { read: { all: markOf(all.groups.sign) }, length: all[0].length };
    const inOrder = IN_ORDER.exec(line);
    if (inOrder) {
      const found = [...inOrder[0].matchAll(new RegExp(SIGN, 'gu'))].map(([sign]) => markOf(sign));
      return { read: { inOrder: found }, length: inOrder[0].length };
    }
    const numbered = new Map<number, Mark>();
    const seen = new Map<number, Seen>();
    let length = 0;
    for (;;) {
      const one = NUMBERED.exec(line.slice(length));
      if (!one?.groups?.sign) break;
      const { n, sign, day, hour, minute } = one.groups;
      numbered.set(Number(n), markOf(sign));
      if (day !== undefined) seen.set(Number(n), { day: day as Day, start: Number(hour) * 60 + Number(minute) });
      length += one[0].length;
    }
    return numbered.size === 0 ? { absent: true } : { read: { numbered, seen }, length };
  },
});

/** How a form says a mark for a candidate, as it shows it. */
export const asSeen = ({ number, slot }: Candidate, mark: Mark): string =>
  `${number}@${slot.day}T${clock(slot.start)}:${plain(MARK_TEXT[mark].ja)}`;

/** Which candidate gets which mark, these being its candidates as shown; or how many were to be marked. */
export function marksFor(
  said: MarksSaid,
  candidates: readonly Candidate[],
): { readonly marks: ReadonlyMap<number, Mark> } | { readonly expected: number } {
  if ('numbered' in said) return { marks: said.numbered };
  if ('all' in said) return { marks: new Map(candidates.map((one) => [one.number, said.all])) };
  if (said.inOrder.length !== candidates.length) return { expected: candidates.length };
  return { marks: new Map(candidates.map((one, i) => [one.number, said.inOrder[i] ?? 'maybe'])) };
}
