/** What is said of a 質問・回答票 that came back. */
import type { AnswerRefusal, ComparedAnswers, RefusedAnswer } from '../../../src/domain/answerSheet.ts';
import type { Day, Instant } from '../../../src/domain/day.ts';
import type { AnswerSheet } from '../../../src/store/council/questions.ts';
import { momentAsOf } from '../../../src/text/dates.ts';
import { grouped } from '../../../src/text/numbers.ts';
import type { Place } from '../../../src/text/place.ts';
import { en, ja, onOneLine, same, type Text } from '../../../src/text/text.ts';

/** 回答票3 */
export const answerSheetName = (id: number): Text => ({ ja: ja`回答票${id}`, en: en`answer sheet ${id}` });

const shown = (words: string): string => {
  const one = onOneLine(words);
  return [...one].length > 40 ? `${[...one].slice(0, 40).join('')}…` : one;
};

/** What writes the sheet out, what shows the answers, and where one says who answers. */
const SAID: Readonly<Record<Place, { readonly sheet: Text; readonly list: Text; readonly vendor: Text }>> = {
  slack: {
    sheet: { ja: ja`/req 質問回答票`, en: en`/req questionnaire` },
    list: { ja: ja`/req 質問一覧 すべて`, en: en`/req questions all` },
    vendor: { ja: ja`取込のフォームの「回答者」`, en: en`the form` },
  },
  shell: {
    sheet: same('renkei question export'),
    list: same('renkei question export'),
    vendor: same('--vendor'),
  },
};

export const answerSheetText = {
  noTable: (name: string, place: Place): Text => ({
    ja: ja`「${name}」に、質問・回答票の見出し(No.・質問内容・回答)が見つかりません。「${SAID[place].sheet}」でお渡しした様式のままでの記入を、ベンダへご依頼ください。`,
    en: en`No table with the columns No., 質問内容 and 回答 was found in “${name}”. Please have the workbook of “${SAID[place].sheet}” filled in as it is.`,
  }),
  noVendor: (word: string, names: readonly string[]): Text => ({
    ja: ja`「${word}」というベンダは登録されていません。登録済みのベンダは ${names.join('、')} です。`,
    en: en`There is no vendor “${word}”. The vendors are ${names.join(', ')}.`,
  }),
  preview: (name: string): Text => ({
    ja: ja`「${name}」から、次の回答を記録できます。まだ記録していません。`,
    en: en`“${name}” holds these answers. Nothing is recorded yet.`,
  }),
  nothing: (name: string): Text => ({
    ja: ja`「${name}」に、新しく記録する回答はありません。`,
    en: en`“${name}” holds no new answer.`,
  }),
  counts: ({ fresh, changed, unchanged, refused }: ComparedAnswers): Text => ({
    ja: ja`新しい回答 ${grouped(fresh.length)}件、記録済みの回答と異なるもの ${grouped(changed.length)}件、変更なし ${grouped(unchanged)}件、記録できないセル ${grouped(refused.length)}件`,
    en: en`${grouped(fresh.length)} new, ${grouped(changed.length)} other than recorded, ${grouped(unchanged)} unchanged, ${grouped(refused.length)} cells that cannot be taken`,
  }),
  changed: ({ number, from, before, text }: ComparedAnswers['changed'][number]): Text => ({
    ja: ja`Q${number} ${from}:記録済み「${shown(before)}」→ 票「${shown(text)}」`,
    en: en`Q${number} ${from}: recorded “${shown(before)}”, in the sheet “${shown(text)}”`,
  }),
  moreChanged: (n: number): Text => ({ ja: ja`ほか異なるもの ${grouped(n)}件`, en: en`and ${grouped(n)} more` }),
  refused: (one: RefusedAnswer, place: Place): Text => ({
    ja: ja`${one.sheet}!${one.cell} ${whyNot(one, place)}`,
    en: en`${one.sheet}!${one.cell} ${whyNot(one, place)}`,
  }),
  moreRefused: (n: number): Text => ({ ja: ja`ほか記録できないセル ${grouped(n)}件`, en: en`and ${grouped(n)} more` }),
  correctionsSent: {
    ja: ja`記録できないセルの一覧(CSV)を、ダイレクトメッセージでお送りします。票を直して、もう一度お試しいただけます。`,
    en: en`A list (CSV) of the cells that cannot be taken follows as a direct message. Correct the sheet and give it again.`,
  },
  correctionTitle: (name: string): Text => ({ ja: ja`${name} の要確認セル`, en: en`Cells to correct in ${name}` }),
  takeNew: (n: number): Text => ({
    ja: ja`新しい回答${grouped(n)}件を記録する`,
    en: en`Record the ${grouped(n)} new`,
  }),
  takeAll: (fresh: number, changed: number): Text =>
    fresh === 0
      ? { ja: ja`異なる${grouped(changed)}件を改める`, en: en`Replace the ${grouped(changed)} that differ` }
      : {
          ja: ja`異なる${grouped(changed)}件も改める(計${grouped(fresh + changed)}件)`,
          en: en`Replace those that differ too (${grouped(fresh + changed)} in all)`,
        },
  changedSince: (numbers: readonly number[]): Text => ({
    ja: ja`内容の表示後に、質問${numbers.map((one) => `Q${one}`).join('、')}の回答が変わったため、何も記録していません。お手数ですが、もう一度ファイルからお試しください。`,
    en: en`The answers to ${numbers.map((one) => `Q${one}`).join(', ')} changed since this was shown, so nothing was recorded. Please begin again with the file.`,
  }),
  taken: (id: number, n: number, place: Place): Text => ({
    ja: ja`${answerSheetName(id)}として、回答${grouped(n)}件を記録しました。「${SAID[place].list}」でご確認いただけます。`,
    en: en`${grouped(n)} answers were recorded as ${answerSheetName(id)}. “${SAID[place].list}” shows them.`,
  }),
  undo: { ja: ja`回答票を取り消す`, en: en`Take the sheet back` },
  undoSure: (id: number): Text => ({
    ja: ja`${answerSheetName(id)}で記録した回答をすべて取り消し、前の状態に戻します。よろしいですか。`,
    en: en`Take back all answers of ${answerSheetName(id)}?`,
  }),
  noSheet: (id: number): Text => ({
    ja: ja`${answerSheetName(id)}は見つかりませんでした。番号をご確認ください。`,
    en: en`There is no ${answerSheetName(id)}.`,
  }),
  undone: ({ id, name, answers }: AnswerSheet): Text => ({
    ja: ja`${answerSheetName(id)}(${name})の回答を取り消しました。対象の質問:${answers.map((one) => `Q${one}`).join('、')}`,
    en: en`The answers of ${answerSheetName(id)} (${name}) were taken back: ${answers.map((one) => `Q${one}`).join(', ')}.`,
  }),
  undoneBefore: (id: number, at: Instant, today: Day): Text => ({
    ja: ja`${answerSheetName(id)}は${momentAsOf(at, today)}に取り消されています。`,
    en: en`${answerSheetName(id)} was taken back on ${momentAsOf(at, today)}.`,
  }),
  sent: (vendor: string | undefined): Text =>
    vendor === undefined
      ? {
          ja: ja`質問・回答票(構成団体用、全件)を、ダイレクトメッセージでお送りしました。ベンダへお渡しする票は「/req 質問回答票 A社」のように、ベンダ名を添えてご入力ください。`,
          en: en`The sheet of all questions was sent to you as a direct message. For a vendor's, name the vendor: “/req questionnaire A社”.`,
        }
      : {
          ja: ja`${vendor}にお渡しする質問・回答票を、ダイレクトメッセージでお送りしました。ご記入後は「/req 回答取込」で取り込めます。`,
          en: en`The sheet for ${vendor} was sent to you as a direct message. Once it is filled in, “/req answers” takes it in.`,
        },
  asFile: { ja: ja`Excelで受け取る`, en: en`As a workbook` },
  title: { ja: ja`質問・回答票`, en: en`Questions and answers` },
} as const;

/** Why a cell is not taken. */
export const whyNot = ({ why, words }: Pick<RefusedAnswer, 'why' | 'words'>, place: Place): Text =>
  WHY[why](shown(words), place);

const WHY: Readonly<Record<AnswerRefusal, (words: string, place: Place) => Text>> = {
  unknown: (words) => ({
    ja: ja`質問番号「${words}」は登録されていません。`,
    en: en`There is no question “${words}”.`,
  }),
  fault: (words) => ({
    ja: ja`「${words}」は、計算できない数式の表示です。文字でご入力ください(先頭の「=」は数式とみなされます)。`,
    en: en`“${words}” is a formula's error. Enter it as text; what begins with = is taken for a formula.`,
  }),
  twice: (words) => ({
    ja: ja`質問番号「${words}」が、上の行にもあります。どちらか1行にしてください。`,
    en: en`“${words}” stands further up too. Keep one row.`,
  }),
  otherQuestion: (words) => ({
    ja: ja`質問内容が、登録されているQ${words.replace(/^q/iu, '')}の質問と異なります。番号と質問内容をご確認ください。`,
    en: en`The question differs from that of Q${words.replace(/^q/iu, '')}. Please check the number and its words.`,
  }),
  withdrawn: (words) => ({ ja: ja`質問「${words}」は取り下げられています。`, en: en`“${words}” was withdrawn.` }),
  unsorted: (words) => ({
    ja: ja`質問「${words}」は、まだ仕分けられていません。`,
    en: en`“${words}” is not sorted yet.`,
  }),
  notSent: (words) => ({
    ja: ja`内部で確認する質問のため、「${words}」の回答は記録できません。`,
    en: en`This question was not sent, so an answer of “${words}” is not taken.`,
  }),
  noVendor: (words) => ({
    ja: ja`「${words}」というベンダは登録されていません。【A社】のように、回答者をご記入ください。`,
    en: en`There is no vendor “${words}”. Please put the name of one that is known before the answer.`,
  }),
  whose: (_words, place) => ({
    ja: ja`どのベンダの回答か分かりません。${SAID[place].vendor}でベンダ名をご指定いただくか、【A社】のようにご記入ください。`,
    en: en`It is not said which vendor answers. Name it in ${SAID[place].vendor}, or before the answer.`,
  }),
  day: (words) => ({
    ja: ja`回答日「${words}」を、本日までの日付として読み取れませんでした。`,
    en: en`“${words}” is no day up to today.`,
  }),
};
