/**
 * What a 質問・回答票 says that came back filled in: of each question the answers in its row, with who gave them where the
 * cell says so. 【A社】 at the beginning of a line begins an answer of A社.
 */
import { headingForm } from './columns.ts';
import { cellName, type Sheet, wordsOf } from './sheet.ts';

export interface AnsweredRow {
  readonly sheet: string;
  /** 12, Q12 or what else stands as the number; and where. */
  readonly number: string;
  readonly numberCell: string;
  readonly question: string;
  readonly answerCell: string;
  readonly answers: readonly WrittenAnswer[];
}

export interface WrittenAnswer {
  /** Who answers, where the cell says so. */
  readonly from: string | undefined;
  readonly text: string;
  /** The day as it is written; '' where none is. */
  readonly on: string;
}

export interface AnswerSheetRead {
  readonly rows: readonly AnsweredRow[];
  /** The words that stand outside of the table, and the sheets' names: they may say whose sheet it is. */
  readonly around: readonly string[];
}

const COLUMNS = {
  number: ['No.', 'No', '番号', '質問番号', '質問No.', '質問No', '項番', 'Q'],
  question: ['質問内容', '質問', '質問事項', '照会内容', '照会事項', '内容'],
  answer: ['回答', '回答内容', '回答欄', '貴社回答', 'ベンダ回答'],
  day: ['回答日', '回答年月日'],
} as const;
type Key = keyof typeof COLUMNS;

const meanings = new Map<string, Key>(
  Object.entries(COLUMNS).flatMap(([key, names]) => names.map((one) => [headingForm(one), key as Key])),
);

/** The header stands within the first rows. */
const FIRST_ROWS = 60;

/** The rows of all sheets that have a table of questions and answers. */
export function readAnswerSheet(sheets: readonly Sheet[]): AnswerSheetRead {
  const read = sheets.map(rowsIn);
  return { rows: read.flatMap((one) => one.rows), around: read.flatMap((one) => one.around) };
}

function rowsIn(sheet: Sheet): AnswerSheetRead {
  const above: string[] = [sheet.name];
  for (const [top, cells] of sheet.rows.slice(0, FIRST_ROWS).entries()) {
    const columns = columnsOf(cells.map(wordsOf));
    if (columns.has('number') && columns.has('question') && columns.has('answer'))
      return { around: above, rows: sheet.rows.slice(top + 1).flatMap((_, i) => rowAt(sheet, top + 1 + i, columns)) };
    above.push(...cells.map(wordsOf).filter((one) => one !== ''));
  }
  return { rows: [], around: above };
}

const columnsOf = (headings: readonly string[]): Map<Key, number> => {
  const found = new Map<Key, number>();
  for (const [col, heading] of headings.entries()) {
    const key = meanings.get(headingForm(heading));
    if (key && !found.has(key)) found.set(key, col);
  }
  return found;
};

function rowAt(sheet: Sheet, row: number, columns: ReadonlyMap<Key, number>): AnsweredRow[] {
  const col = (key: Key): number => columns.get(key) ?? -1;
  const words = (key: Key): string => wordsOf(sheet.rows[row]?.[col(key)]);
  const [number, question] = [words('number'), words('question')];
  const answers = answersIn(words('answer'), words('day'));
  if (number === '' && (question === '' || answers.length === 0)) return [];
  return [
    {
      ...{ sheet: sheet.name, number, question, answers },
      numberCell: cellName(row, col('number')),
      answerCell: cellName(row, col('answer')),
    },
  ];
}

const FROM = /^【([^】]+)】[ \t　]*/u;

/** The answers in a cell; the days stand line by line in the same order. */
function answersIn(words: string, written: string): WrittenAnswer[] {
  const days = written.split(/\r?\n/).map((one) => one.trim());
  const found: { from: string | undefined; lines: string[] }[] = [];
  for (const line of words.split(/\r?\n/)) {
    const [lead = '', from] = FROM.exec(line) ?? [];
    const last = found.at(-1);
    if (from !== undefined || !last) found.push({ from: from?.trim(), lines: [line.slice(lead.length)] });
    else last.lines.push(line);
  }
  return found
    .map(({ from, lines }, i) => ({ from, text: lines.join('\n').trim(), on: days[i] ?? days.at(-1) ?? '' }))
    .filter((one) => one.text !== '');
}
