/** What is said of questions to the vendors. */
import type { Day } from '../../../src/domain/day.ts';
import {
  type Question,
  type QuestionState,
  questionState,
  type Route,
  standingAnswers,
} from '../../../src/domain/question.ts';
import { dayAsOf } from '../../../src/text/dates.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { en, ja, listed, onOneLine, same, type Text } from '../../../src/text/text.ts';
import { numbersText } from '../../subjects/requirements.ts';

export const STATE_TEXT: Readonly<Record<QuestionState, Text>> = {
  withdrawn: { ja: ja`取下げ`, en: en`withdrawn` },
  unsorted: { ja: ja`仕分け前`, en: en`not sorted` },
  waiting: { ja: ja`回答待ち`, en: en`waiting` },
  answered: { ja: ja`回答済`, en: en`answered` },
};

export const ROUTE_TEXT: Readonly<Record<Route, Text>> = {
  unsorted: { ja: ja`仕分け前`, en: en`not sorted` },
  internal: { ja: ja`内部`, en: en`internal` },
  sent: { ja: ja`送付`, en: en`sent` },
};

const concerning = ({ requirements }: Question): Text =>
  requirements.length === 0
    ? { ja: ja`全般`, en: en`general` }
    : { ja: ja`要件${numbersText(requirements)}`, en: en`requirement ${numbersText(requirements)}` };

const answersOf = (question: Question, today: Day): Text =>
  listed(
    standingAnswers(question).map((one) => ({
      ja: ja` → ${one.from}(${dayAsOf(one.on, today)}):${onOneLine(one.text)}`,
      en: en` → ${one.from} (${dayAsOf(one.on, today)}): ${onOneLine(one.text)}`,
    })),
    same(''),
  );

/** 送付・回答待ち; what is not sorted yet is neither sent nor waiting. */
const stateText = (one: Question, between: Text): Text => {
  const state = questionState(one);
  return state === 'unsorted' ? STATE_TEXT.unsorted : listed([ROUTE_TEXT[one.route], STATE_TEXT[state]], between);
};

export const questionText = {
  row: (one: Question, today: Day): Text => ({
    ja: ja`• Q${one.number} [${stateText(one, { ja: ja`・`, en: en`, ` })}] ${concerning(one)} ${onOneLine(one.text)}${answersOf(one, today)}`,
    en: en`• Q${one.number} [${stateText(one, { ja: ja`・`, en: en`, ` })}] ${concerning(one)} ${onOneLine(one.text)}${answersOf(one, today)}`,
  }),
  raised: (one: Question): Text => ({
    ja: ja`質問Q${one.number}を登録しました(${concerning(one)})。内部で確認するか、ベンダへ送付するかの仕分けをお待ちください。`,
    en: en`Question Q${one.number} was raised (${concerning(one)}). It is now to be sorted: internal, or sent to the vendors.`,
  }),
  notHere: {
    ja: ja`ベンダへの質問と回答は、ここではご覧いただけません。`,
    en: en`Questions to the vendors are not shown here.`,
  },
  noQuestion: (number: number): Text => ({
    ja: ja`質問Q${number}は登録されていません。「/req 質問一覧」で番号をご確認ください。`,
    en: en`There is no question Q${number}. “/req questions” lists them.`,
  }),
  title: (of: Text, state: Text, total: number): Text => ({
    ja: ja`${of}の質問一覧(${state}):${grouped(total)}件`,
    en: en`Questions of ${of} (${state}): ${grouped(total)}`,
  }),
  everything: { ja: ja`全体`, en: en`the council` },
  state: {
    open: { ja: ja`未回答`, en: en`open` },
    answered: { ja: ja`回答済`, en: en`answered` },
    all: { ja: ja`すべて`, en: en`all` },
  },
  sorted: (number: number, route: Route): Text => ({
    ja: ja`質問Q${number}を「${ROUTE_TEXT[route]}」に仕分けました。`,
    en: en`Question Q${number} is now “${ROUTE_TEXT[route]}”.`,
  }),
  alreadySorted: (number: number, route: Route): Text => ({
    ja: ja`質問Q${number}は、すでに「${ROUTE_TEXT[route]}」に仕分けられています。`,
    en: en`Question Q${number} is “${ROUTE_TEXT[route]}” already.`,
  }),
  alreadySent: (number: number): Text => ({
    ja: ja`質問Q${number}は、すでにベンダへ送付済みで回答も記録されているため、内部には変更できません。`,
    en: en`Question Q${number} was sent to the vendors and answered, so it can no longer become internal.`,
  }),
  withdrawnBefore: (number: number): Text => ({
    ja: ja`質問Q${number}は取り下げられています。改めて「/req 質問 …」でご登録ください。`,
    en: en`Question Q${number} was withdrawn. Please raise it anew with “/req question …”.`,
  }),
  unsortedYet: (number: number): Text => ({
    ja: ja`質問Q${number}は、まだ仕分けられていません。先に「/req 仕分け Q${number} 送付」または「/req 仕分け Q${number} 内部」とご入力ください。`,
    en: en`Question Q${number} is not sorted yet. First type “/req route Q${number} sent” or “/req route Q${number} internal”.`,
  }),
  unknownVendor: (word: string, names: readonly string[]): Text => ({
    ja: ja`「${word}」というベンダは登録されていません。登録済みのベンダは ${names.join('、')} です。`,
    en: en`There is no vendor “${word}”. The vendors are ${names.join(', ')}.`,
  }),
  answered: (number: number, from: string, corrected: boolean): Text =>
    corrected
      ? {
          ja: ja`質問Q${number}の回答(${from})を改めました。以前の回答も記録に残っています。`,
          en: en`The answer to Q${number} (${from}) was replaced; the earlier one is kept.`,
        }
      : {
          ja: ja`質問Q${number}の回答(${from})を記録しました。`,
          en: en`The answer to Q${number} (${from}) was recorded.`,
        },
  ownAnswerOnly: (number: number, own: string): Text => ({
    ja: ja`質問Q${number}には、${own}としてのみ回答を記録できます。「/req 回答 Q${number} ${own} …」のようにご入力ください。`,
    en: en`Question Q${number} can be answered for ${own} alone: “/req answered Q${number} ${own} …”.`,
  }),
  sameAnswer: (number: number): Text => ({
    ja: ja`質問Q${number}には、同じ回答がすでに記録されています。`,
    en: en`The same answer to Q${number} is recorded already.`,
  }),
  withdrawn: (number: number): Text => ({
    ja: ja`質問Q${number}を取り下げました。`,
    en: en`Question Q${number} was withdrawn.`,
  }),
  cannotWithdraw: (number: number): Text => ({
    ja: ja`質問Q${number}には回答が記録されているため、取り下げられません。回答を改める場合は「/req 回答 Q${number} A社 …」とご入力ください。`,
    en: en`Question Q${number} is answered and cannot be withdrawn. To correct the answer, type “/req answered Q${number} A社 …”.`,
  }),
};
