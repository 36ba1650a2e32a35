/** What is said of circulations: P3 and P12-P16, 期限 6/20, and the day of an approval. */
import { absent, argument, type Reading } from '../../src/command/argument.ts';
import type { Day } from '../../src/domain/day.ts';
import { foldWithOffsets } from '../../src/domain/fold.ts';
import { readDayDone } from '../../src/domain/when.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { dueDayReader } from './dates.ts';

const ONE = String.raw`(?:p|(?:持ち回り審議|持ち回り|持回り|提案)\s?p?)\s?\d{1,6}(?:\s?[-~ー]\s?p?\s?\d{1,6})?`;
const NUMBERS = new RegExp(String.raw`^${ONE}(?:\s?[,、・]\s?${ONE})*(?=\s|$)`, 'u');
/** More than any clerk answers in one go. */
const MOST = 200;

function readNumbers(line: string): Reading<readonly number[]> {
  const { folded, at } = foldWithOffsets(line);
  const [whole] = NUMBERS.exec(folded) ?? [];
  if (whole === undefined) return absent;
  const found = new Set<number>();
  for (const span of whole.split(/[,、・]/u)) {
    const [from = 0, to = from] = (span.match(/\d+/gu) ?? []).map(Number);
    if (to < from || to - from >= MOST) return { unclear: text.numbers(line.slice(0, at[whole.length])) };
    for (let n = from; n <= to; n += 1) found.add(n);
  }
  return { read: [...found].sort((a, b) => a - b), length: at[whole.length] ?? line.length };
}

const placeholder = { ja: ja`P12 または P12-P16`, en: en`P12 or P12-P16` };

/** P12, P12-P16, P3,P5 */
export const circulationNumbers = argument<readonly number[]>({
  label: { ja: ja`持ち回り審議番号`, en: en`circulations` },
  field: { kind: 'line', placeholder },
  read: readNumbers,
});

/** P12 alone. */
export const circulationNumber = argument<number>({
  label: { ja: ja`持ち回り審議番号`, en: en`circulation` },
  field: { kind: 'line', placeholder: { ja: ja`P12`, en: en`P12` } },
  read: (line) => {
    const reading = readNumbers(line);
    if (!('read' in reading)) return reading;
    const [only, ...others] = reading.read;
    return only === undefined || others.length > 0
      ? { unclear: text.numbers(line.slice(0, reading.length)) }
      : { read: only, length: reading.length };
  },
});

const BY = /^(?:回答)?(?:期限|〆切|締切|締め切り|by)\s?[:：]?\s*/iu;
const UNTIL = /^(?:終期|until)\s?[:：]?\s*/iu;

/** A day behind a word of its own, wherever the two stand; `bare`: where no other words can follow, the word may be left out. */
const labelledDay = (label: Text, lead: RegExp, by: readonly [string, ...string[]], bare = false) =>
  argument<Day>({
    label,
    field: { kind: 'line', placeholder: { ja: ja`6/20`, en: en`6/20` } },
    read: (line, on) => {
      const [word] = lead.exec(line) ?? [];
      if (word === undefined) return bare ? dueDayReader.read(line, on) : absent;
      const reading = dueDayReader.read(line.slice(word.length), on);
      if ('absent' in reading) return { unclear: text.day(label) };
      return 'unclear' in reading ? reading : { read: reading.read, length: word.length + reading.length };
    },
    called: { by, itself: true },
    asTyped: (field) => (lead.test(field) ? field : `${by[0]} ${field}`),
  });

/** 期限 6/20 */
export const answerBy = labelledDay({ ja: ja`期限(日)`, en: en`by (day)` }, BY, [
  '期限',
  ...['回答期限', '締切', '回答締切', '締め切り', '〆切', 'by'],
]);
/** 終期 2028/3/31 */
export const endDay = labelledDay({ ja: ja`終期(日)`, en: en`until (day)` }, UNTIL, ['終期', 'until']);
/** 終期 6/12, or 6/12 alone */
export const lastDay = labelledDay({ ja: ja`終期(日)`, en: en`until (day)` }, UNTIL, ['終期', 'until'], true);

/** 6/3, 令和8年6月3日: the day of what is done, be it over or today. */
export const approvedDay = argument<Day>({
  label: { ja: ja`決裁日`, en: en`day of the approval` },
  field: { kind: 'line', placeholder: { ja: ja`6/3(省略すると本日)`, en: en`6/3 (today where left out)` } },
  read: (line, { today, calendar }) => {
    const reading = readDayDone(line, today, calendar);
    if ('none' in reading) return absent;
    return 'read' in reading ? { read: reading.read.day, length: reading.length } : { unclear: text.approvedDay };
  },
});

const text = {
  numbers: (typed: string): Text => ({
    ja: ja`持ち回り審議の番号「${typed}」を読み取れませんでした。P12 や P12-P16 のようにご入力ください。`,
    en: en`The circulations “${typed}” were not understood. Type them like P12 or P12-P16.`,
  }),
  day: (label: Text): Text => ({
    ja: ja`${label}を読み取れませんでした。「期限 6/20」のようにご入力ください。`,
    en: en`The ${label} was not understood. Please type it like “期限 6/20”.`,
  }),
  approvedDay: {
    ja: ja`決裁日を読み取れませんでした。「決裁済 6/3」のようにご入力ください。`,
    en: en`The day of the approval was not understood. Please type it like “決裁済 6/3”.`,
  },
};
