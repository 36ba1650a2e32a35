/** What is said before something large is taken back: what it is, and how things stand afterwards. */
import type { Answer, Circulation } from '../../src/domain/circulation.ts';
import type { Decision } from '../../src/domain/requirement.ts';
import type { Approval, ApprovalLine } from '../../src/store/council/approvals.ts';
import type { BatchNumbers, ImportBatch } from '../../src/store/council/importing.ts';
import type { AnswerSheet } from '../../src/store/council/questions.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, listed, onOneLine, same, type Text } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { numbersText } from '../subjects/requirements.ts';
import { LEVEL } from './approvalText.ts';
import { pText } from './circulation/pText.ts';
import { answerText, text as circulationText } from './circulation/text.ts';
import { importName } from './importText.ts';
import { answerSheetName } from './questions/answerSheetText.ts';
import { decisionNameText } from './text.ts';

/** Ends every preview. */
const LOOK: Text = {
  ja: ja`内容をご確認のうえ、ボタンを押してください。まだ取り消していません。`,
  en: en`Please check it and press the button; nothing is taken back yet.`,
};
const asked = (what: Text): Text => ({ ja: ja`${what}${LOOK}`, en: en`${what} ${LOOK}` });

const answered = (answer: Answer | null): Text =>
  answer === null ? { ja: ja`未回答`, en: en`not answered` } : answerText[answer];

export const undoText = {
  decision: (one: Decision, numbers: Text, count: number): Text =>
    asked({
      ja: ja`要件${numbers}(${grouped(count)}件)の${decisionNameText(one)}(${outcomeText(one.outcome)})を取り消します。`,
      en: en`${decisionNameText(one)} (${outcomeText(one.outcome)}) on ${grouped(count)} requirements (${numbers}) will be taken back.`,
    }),
  goesBack: (before: readonly Decision[]): Text =>
    before.length === 0
      ? {
          ja: ja`取り消すと、未決に戻ります。この決定番号は欠番になります。`,
          en: en`They will be open again. The number of the decision stays unused.`,
        }
      : {
          ja: ja`取り消すと、変更前の決定(${listed(before.map(decisionNameText))})に戻ります。変更前に未決だった要件は、未決に戻ります。この決定番号は欠番になります。`,
          en: en`What was decided before stands again (${listed(before.map(decisionNameText))}); what was open is open again. The number of the decision stays unused.`,
        },

  approval: ({ level, lines }: Approval, body: string): Text =>
    asked({
      ja: ja`${body}の${LEVEL[level]}の記録(${grouped(lines.length)}件)を取り消します。`,
      en: en`The record of ${grouped(lines.length)} ${LEVEL[level]} by ${body} will be taken back.`,
    }),
  approvalRow: ({ number, outcome, text }: ApprovalLine): Text => ({
    ja: ja`• ${number} 『${outcomeText(outcome)}』 ${short(text)}`,
    en: en`• ${number} “${outcomeText(outcome)}” ${short(text)}`,
  }),

  answers: (numbers: readonly number[], municipality: string): Text =>
    asked({
      ja: ja`持ち回り審議${pText(numbers)}(${numbers.length}件)への、${municipality}の直前の回答を取り消します。`,
      en: en`The last answer of ${municipality} to ${pText(numbers)} (${numbers.length}) will be taken back.`,
    }),
  answerRow: (one: Circulation, body: string, now: Answer | null, then: Answer | null): Text => ({
    ja: ja`${circulationText.row(one, body)} ${answered(now)} → ${answered(then)}`,
    en: en`${circulationText.row(one, body)}: ${answered(now)} → ${answered(then)}`,
  }),

  batch: ({ id, name, changes }: ImportBatch): Text =>
    asked({
      ja: ja`${importName(id)}(${name})を取り消し、要件${grouped(changes)}件を取込前の状態に戻します。`,
      en: en`${importName(id)} (${name}) will be taken back; ${grouped(changes)} requirements will be as they were before.`,
    }),
  batchRows: ({ created, changed }: BatchNumbers): Text[] => [
    ...(created.length > 0
      ? [
          {
            ja: ja`なくなる要件:${numbersText(created)}(${grouped(created.length)}件。番号は欠番になります)`,
            en: en`Gone: ${numbersText(created)} (${grouped(created.length)}; the numbers stay unused)`,
          },
        ]
      : []),
    ...(changed.length > 0
      ? [
          {
            ja: ja`取込前の内容に戻る要件:${numbersText(changed)}(${grouped(changed.length)}件)`,
            en: en`As before: ${numbersText(changed)} (${grouped(changed.length)})`,
          },
        ]
      : []),
  ],

  sheet: ({ id, name, answers }: AnswerSheet): Text =>
    asked({
      ja: ja`${answerSheetName(id)}(${name})で記録した、質問${grouped(answers.length)}件への回答を取り消します。`,
      en: en`What ${answerSheetName(id)} (${name}) answered to ${grouped(answers.length)} questions will be taken back.`,
    }),
  sheetRow: ({ answers }: AnswerSheet): Text => ({
    ja: ja`対象の質問:${answers.map((one) => `Q${one}`).join('、')}(取り消すと、前の回答があればその回答に戻ります)`,
    en: en`Questions: ${answers.map((one) => `Q${one}`).join(', ')} (an answer that was there before counts again)`,
  }),

  carryOut: (n: number): Text => ({ ja: ja`${grouped(n)}件を取り消す`, en: en`Take ${grouped(n)} back` }),
  more: (n: number): Text => ({ ja: ja`ほか${grouped(n)}件`, en: en`and ${grouped(n)} more` }),
  answersChanged: {
    ja: ja`内容の表示後に、別の回答が記録されました。何も取り消していません。お手数ですが、もう一度ご確認ください。`,
    en: en`Other answers were given since this was shown. Nothing was taken back; please look again.`,
  },
} as const;

function short(words: string): Text {
  const characters = [...onOneLine(words)];
  return same(characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join(''));
}
