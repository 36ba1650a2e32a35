/** The requirement that is to be shown, by its number; where a number of another kind is typed, what shows that. */
import { type Argument, argument } from '../../src/command/argument.ts';
import { fold } from '../../src/domain/fold.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { requirementIdReader } from './numbers.ts';

/** P1, 質問Q1, 令和8年度決定第1号, as they are told. */
const ANOTHER = /^(?:質問|持ち回り審議|課題|会議|令和\d+年度)?\s?(?<kind>[pqkm]|決定第?|第)\s?\d{1,6}号?$/u;
const SHOWN_BY: Readonly<Record<string, string>> = {
  p: '/req 回答状況',
  q: '/req 質問一覧',
  k: '/item 表示',
  m: '/wg 表示',
};

const reader: Argument<number> = {
  ...requirementIdReader,
  read: (line, on) => {
    const reading = requirementIdReader.read(line, on);
    const { kind } = ANOTHER.exec(fold(line.trim()))?.groups ?? {};
    if ('read' in reading || kind === undefined) return reading;
    return { unclear: text.another(line.trim(), SHOWN_BY[kind] ?? '/req 決定一覧') };
  },
};
export const requirementShown = argument<number>(reader);

const text = {
  another: (typed: string, line: string): Text => ({
    ja: ja`「${typed}」は要件番号ではないようです。「${line}」でご確認いただけます。`,
    en: en`“${typed}” is no requirement's number. “${line}” shows it.`,
  }),
};
