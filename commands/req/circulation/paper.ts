/** 起案資料: one page on which each municipality has its own office approve an answer; seals and numbers are its own. */
import { type Audience, maySee } from '../../../src/domain/audience.ts';
import type { Circulation } from '../../../src/domain/circulation.ts';
import { bodyOf, type Chart, municipalityOf } from '../../../src/domain/council.ts';
import { type Day, dayAt } from '../../../src/domain/day.ts';
import type { Requirement } from '../../../src/domain/requirement.ts';
import type { Paper } from '../../../src/paper/paper.ts';
import { wordFile } from '../../../src/paper/word.ts';
import { officialDay, paperDay } from '../../../src/text/dates.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { binaryFile, type FilePost } from '../../../src/text/post.ts';
import { en, ja, plain } from '../../../src/text/text.ts';
import { outcomeText } from '../../arguments/outcomes.ts';
import { numbersText } from '../../subjects/requirements.ts';

/** What the page has left, in lines, for the reason and for the requirements' words; the circulation in Slack has all of both. */
const ROOM = 17;
/** So many of them are kept for the requirements, however long the reason. */
const KEPT = 6;
const IN_A_LINE = 30;

const linesOf = (words: string): number =>
  words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / IN_A_LINE)), 0);

/** The words, and where they are too many for so many lines, their beginning, and that there is more. */
function within(words: string, lines: number): string {
  if (linesOf(words) <= lines) return words;
  const all = Array.from(words.replace(/\s*\n\s*/gu, ' '));
  return `${all.slice(0, (lines - 1) * IN_A_LINE).join('')}…(以下略。全文は持ち回り審議の画面をご覧ください。)`;
}

/** 要件1201-1215; where that would be a page of figures, the first of them and how many more. */
function meantBy(number: number, all: readonly number[]): string {
  const words = `要件${plain(numbersText(all).ja)}`;
  return linesOf(words) <= 2
    ? words
    : `要件${all[0]}ほか${grouped(all.length - 1)}件(番号は持ち回り審議P${number}のとおり)`;
}

/** As many of them as so many lines hold, at least one. */
function shownOf<Of extends { readonly text: string }>(all: readonly Of[], lines: number): Of[] {
  const ends = all.map((_, i) => all.slice(0, i + 1).reduce((sum, one) => sum + linesOf(one.text), 0));
  return all.filter((_, i) => i === 0 || (ends[i] ?? 0) <= lines);
}

/** In the thread of the circulation, once; where that has readers who may not see the cost, to each member instead. */
export async function draftPaper(
  circulation: Circulation,
  requirements: readonly Pick<Requirement, 'number' | 'text'>[],
  { council, chart, audience, members }: Readers,
): Promise<FilePost[]> {
  const { number, body, cost } = circulation;
  const bytes = await wordFile(paperOf(circulation, requirements, council, chart));
  const title = { ja: ja`起案資料(持ち回り審議P${number})`, en: en`Paper for each office's own approval (P${number})` };
  const file = binaryFile(`起案資料_P${number}.docx`, title, bytes);
  const key = `circulation:${number}:paper`;
  if (cost === undefined || maySee(audience, 'cost'))
    return [{ kind: 'file', key, to: { body }, thread: `circulation:${number}`, file }];
  return members.map((person) => ({ kind: 'file', key: `${key}:person-${person}`, to: { person }, file }));
}

interface Readers {
  readonly council: string;
  readonly chart: Chart;
  /** Who reads what the body is told. */
  readonly audience: Audience;
  /** Who holds a member's seat in it today. */
  readonly members: readonly number[];
}

export function paperOf(
  circulation: Circulation,
  requirements: readonly Pick<Requirement, 'number' | 'text'>[],
  council: string,
  chart: Chart,
): Paper {
  const { number, body: slug, outcome, note, cost, scope, until, deadline, silence, postedAt } = circulation;
  const body = bodyOf(chart, slug)?.name ?? slug;
  const names = scope.map((code) => municipalityOf(chart, code)?.name ?? code);
  const towns = names.length === 0 ? '全構成団体' : names.join('、');
  const all = meantBy(
    number,
    requirements.map((one) => one.number),
  );
  const room = ROOM - linesOf(all) - linesOf(towns) - (until === undefined ? 0 : 1);
  const reason = note === undefined ? '(記載なし)' : within(note, room - KEPT);
  const shown = shownOf(requirements, room - linesOf(reason));
  const left = requirements.length - shown.length;
  return {
    number: 'open',
    single: true,
    date: plain(paperDay(dayAt(postedAt)).ja),
    title: `${body} 持ち回り審議(P${number})に対する回答について(伺い)`,
    blocks: [
      { kind: 'seals', labels: ['課長', '課長補佐', '係長', '担当'] },
      {
        kind: 'text',
        text: `${council}の${body}から照会のあった下記の案件について、次のとおり回答してよろしいか伺います。`,
      },
      {
        kind: 'particulars',
        facts: [
          ['案件', `${all}を『${plain(outcomeText(outcome).ja)}』とすること`],
          ...shown.map((one): [string, string] => [`要件${one.number}`, within(one.text, room - linesOf(reason))]),
          ...(left > 0 ? [['ほか', `${grouped(left)}件`] as [string, string]] : []),
          ['理由', reason],
          ['費用', cost ? `${grouped(cost)}千円` : 'なし'],
          ['対象', towns],
          ...(until === undefined ? [] : [['終期', dateOf(until)] as [string, string]]),
          ['回答期限', dateOf(deadline)],
          [
            '回答がない場合',
            silence === undefined ? '同意とはみなされません' : '期限をもって同意したものとみなされます',
          ],
          ['回答(案)', '□ 同意　□ 異議(理由:　　　　　　　　　　)　□ 棄権　□ 対象外'],
        ],
      },
    ],
  };
}

const dateOf = (day: Day): string => plain(officialDay(day).ja);
