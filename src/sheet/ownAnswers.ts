/** A vendor's own sheet, whose column is headed 回答 alone: whose answers they are, and of which round, stands elsewhere in the file. */
import { headingForm } from './columns.ts';
import type { Known, Named } from './requirementRow.ts';
import { type Sheet, wordsOf } from './sheet.ts';

/** Who answers in the whole sheet, and in which round, as far as there is no choice. */
export interface Own {
  readonly vendor: Named | undefined;
  readonly round: Named | undefined;
}

/** By what people say, else by the sheet's name, by what stands above the table, or by the file's name; a council's only round needs no name. */
export function ownOf(sheet: Sheet, top: number, { file = '', own = {}, vendors, rounds }: Known): Own {
  const above = sheet.rows.slice(0, top).flatMap((row) => row.map(wordsOf));
  const words = [sheet.name, file, ...above].map(headingForm);
  const onlyRound = rounds.length === 1 ? rounds[0] : onlyNamed(words, rounds);
  return { vendor: own.vendor ?? onlyNamed(words, vendors), round: own.round ?? onlyRound };
}

function onlyNamed(words: readonly string[], among: readonly Named[]): Named | undefined {
  const [only, ...others] = among.filter(({ name }) => words.some((one) => one.includes(headingForm(name))));
  return others.length === 0 ? only : undefined;
}

/** The headings that offices give to what the one whom they ask fills in. */
const ANSWERS = ['回答', 'ご回答', '御回答', '回答欄', '回答記号', 'ベンダ回答', 'ベンダー回答'];
const headings = new Set(
  ANSWERS.flatMap((one) => [one, ...['貴社', '御社', '貴社の', '御社の'].map((whose) => whose + one)]).map(headingForm),
);

/** Whether headings, from the top down, say nothing but that these are answers, and of which round: 回答, RFI回答. */
export function headsAnswers(path: readonly string[], round: Named | undefined): boolean {
  const rest = path
    .map((one) => (round ? headingForm(one).replace(headingForm(round.name), '') : headingForm(one)))
    .map((one) => one.replace(/[()]/gu, ''))
    .filter((one) => one !== '');
  return rest.length > 0 ? rest.every((one) => headings.has(one)) : round !== undefined;
}
