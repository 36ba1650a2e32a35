/** What is said of accepting decisions. */
import type { Adopted } from '../../../src/store/council/adoptions.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { en, ja, listed, same, type Text } from '../../../src/text/text.ts';

const countsOf = (adopted: readonly Adopted[]): Text => {
  const of = (answer: Adopted['answer']) => grouped(adopted.filter((one) => one.answer === answer).length);
  return {
    ja: ja`受入済${of('accepted')}件・質問中${of('questioned')}件・未回答${of(undefined)}件`,
    en: en`${of('accepted')} accepted, ${of('questioned')} questioned, ${of(undefined)} open`,
  };
};

export const adoptingText = {
  ownOnly: (name: string): Text => ({
    ja: ja`${name}の受入・質問・独自差異は、${name}のそのWGのご担当か情報主管担当、または事務局(代行)が記録できます。`,
    en: en`What ${name} accepts, asks and does otherwise is recorded by its own seat in the working group, its information section, or the secretariat for it.`,
  }),
  notYet: (name: string): Text => ({
    ja: ja`${name}は、受入準備の段階ではありません。決定の受入と質問は、受入準備に入ってから加入の日の前日まで記録できます。`,
    en: en`${name} does not prepare to adopt. Acceptance and questions are recorded from then on, until it joins.`,
  }),
  memberSince: (name: string): Text => ({
    ja: ja`${name}は加入済みのため、受入を取り消すことはできません。決定を見直す場合は、「/req 再協議 1234 理由」で再協議をご提案ください。`,
    en: en`${name} is a member; what it accepted is not taken back. A decision is looked at again with “/req reopen 1234 reason”.`,
  }),
  status: (name: string, adopted: readonly Adopted[]): Text => ({
    ja: ja`${name}の決定の受入:${countsOf(adopted)}`,
    en: en`${name}, standing decisions: ${countsOf(adopted)}`,
  }),
  system: (name: string, adopted: readonly Adopted[]): Text => ({
    ja: ja`• ${name}:${countsOf(adopted)}`,
    en: en`• ${name}: ${countsOf(adopted)}`,
  }),
  nothingDecided: { ja: ja`決定済の要件は、まだありません。`, en: en`Nothing is decided yet.` },
  how: {
    ja: ja`業務ごとの受入は「/council 受入 介護保険」、1件ずつの受入は「/council 受入 1234」とご入力ください。質問は「/council 受入質問 1234 …」、資料は「/council 受入資料 介護保険」です。`,
    en: en`Accept a business with “/council adopt 介護保険”, one decision with “/council adopt 1234”, ask with “/council query 1234 …”; “/council pack 介護保険” gives the papers.`,
  },
  undecided: (numbers: Text): Text => ({
    ja: ja`要件${numbers}は、まだ決定していないため、受け入れる決定がありません。`,
    en: en`Requirement ${numbers} is not decided yet; there is nothing to accept.`,
  }),
  nothingOpen: (of: Text, questioned: number): Text =>
    questioned > 0
      ? {
          ja: ja`${of}に、未回答の決定はありません。質問中の${grouped(questioned)}件は、回答をご確認のうえ、要件番号で受け入れてください。`,
          en: en`No decision of ${of} is open. ${grouped(questioned)} are questioned; accept those by their numbers.`,
        }
      : { ja: ja`${of}の決定は、すべて受入済です。`, en: en`All decisions of ${of} are accepted.` },
  preview: (name: string, count: number): Text => ({
    ja: ja`${name}として、次の決定${grouped(count)}件を受け入れます。内容をご確認ください(質問中のものは含みません)。`,
    en: en`${name} accepts these ${grouped(count)} decisions. Please check; those with a question are not among them.`,
  }),
  ofSystem: (name: string, count: number): Text => ({
    ja: ja`${name}:${grouped(count)}件`,
    en: en`${name}: ${grouped(count)}`,
  }),
  accept: (count: number): Text => ({ ja: ja`${grouped(count)}件を受け入れる`, en: en`Accept ${grouped(count)}` }),
  changedSince: {
    ja: ja`内容の表示後に、決定または受入の状況が変わりました。お手数ですが、もう一度はじめからご入力ください。`,
    en: en`A decision or an acceptance changed since this was shown. Please start again.`,
  },
  accepted: (batch: number, name: string, numbers: Text): Text => ({
    ja: ja`${name}として、要件${numbers}の決定を受け入れました(受入${batch})。`,
    en: en`${name} accepts the decision on requirement ${numbers} (acceptance ${batch}).`,
  }),
  rest: (adopted: readonly Adopted[]): Text => ({
    ja: ja`全体:${countsOf(adopted)}`,
    en: en`In all: ${countsOf(adopted)}`,
  }),
  wholeSystem: (name: string, system: string, count: number): Text => ({
    ja: ja`${name}が、${system}の決定${grouped(count)}件をすべて受け入れました。`,
    en: en`${name} has accepted all ${grouped(count)} decisions of ${system}.`,
  }),
  undo: { ja: ja`取り消す`, en: en`Undo` },
  undoSure: (count: number): Text => ({
    ja: ja`この${grouped(count)}件の受入を取り消します。よろしいですか。`,
    en: en`Take back these ${grouped(count)}?`,
  }),
  undone: (batch: number, name: string, numbers: Text): Text => ({
    ja: ja`${name}の要件${numbers}への回答(受入${batch})を取り消し、その前の状態に戻しました。`,
    en: en`The answer of ${name} to requirement ${numbers} (acceptance ${batch}) was taken back; it is as before.`,
  }),
  questionsStay: (batch: number, questions: readonly number[]): Text => {
    const numbers = listed(
      questions.map((one) => same(`Q${one}`)),
      same('・'),
    );
    return {
      ja: ja`受入${batch}は質問(${numbers})の記録です。質問を取り下げる場合は「/req 質問取下げ ${numbers}」とご入力ください。`,
      en: en`Acceptance ${batch} is that of a question (${numbers}). Withdraw the question instead: “/req unask ${numbers}”.`,
    };
  },
  noBatch: { ja: ja`取り消せる受入の記録は見つかりませんでした。`, en: en`There is no acceptance to take back.` },
  undoneBefore: (batch: number): Text => ({
    ja: ja`受入${batch}は、すでに取り消されています。`,
    en: en`Acceptance ${batch} was taken back before.`,
  }),
  asked: (name: string, number: number, numbers: Text): Text => ({
    ja: ja`${name}として、要件${numbers}の決定について質問を登録しました(Q${number})。決定はそのまま有効で、再協議にはなりません。`,
    en: en`The question of ${name} on requirement ${numbers} is recorded (Q${number}). The decision stands.`,
  }),
  askedOf: (name: string, number: number, numbers: Text, words: string): Text => ({
    ja: ja`${name}から、要件${numbers}の決定について質問がありました(Q${number})。「${words}」`,
    en: en`${name} asks about the decision on requirement ${numbers} (Q${number}): “${words}”`,
  }),
  pleaseAnswer: (buddy: string, number: number, seated: boolean): Text =>
    seated
      ? {
          ja: ja`支援役の${buddy}の方は、ご回答をお願いします。回答は「/req 回答 Q${number} ${buddy} …」で記録できます。`,
          en: en`${buddy}, who helps here, is asked to answer; it is recorded with “/req answered Q${number} ${buddy} …”.`,
        }
      : {
          ja: ja`支援役の${buddy}はこのWGの担当者が未定のため、座長または事務局の方にご回答をお願いします。回答は「/req 回答 Q${number} ${buddy} …」で記録できます。`,
          en: en`Nobody sits here for ${buddy}, who helps: the lead or the secretariat is asked to answer; it is recorded with “/req answered Q${number} ${buddy} …”.`,
        },
  answeredYou: (number: number, from: string, words: string): Text => ({
    ja: ja`ご質問Q${number}に、${from}から回答がありました。「${words}」`,
    en: en`${from} answered your question Q${number}: “${words}”`,
  }),
  acceptAnswered: { ja: ja`この決定を受け入れる`, en: en`Accept the decision` },
  withdrawQuestion: { ja: ja`質問を取り下げる`, en: en`Withdraw the question` },
  noQuestions: (name: string): Text => ({
    ja: ja`${name}からの質問はありません。`,
    en: en`${name} has asked nothing.`,
  }),
  questions: (name: string, count: number): Text => ({
    ja: ja`${name}からの質問:${grouped(count)}件`,
    en: en`Questions of ${name}: ${grouped(count)}`,
  }),
  question: (number: number, requirements: Text, words: string, answer: string | undefined): Text => ({
    ja: ja`• Q${number}(要件${requirements})${words} → ${answer ?? '回答待ち'}`,
    en: en`• Q${number} (requirement ${requirements}) ${words} → ${answer ?? 'waiting'}`,
  }),
  differs: (id: number, name: string, number: number): Text => ({
    ja: ja`${name}の独自差異を登録しました(差異${id}、要件${number})。受入資料の「現行システムとの差異」欄に載ります。`,
    en: en`The difference of ${name} is recorded (difference ${id}, requirement ${number}); it stands in the pack.`,
  }),
  differences: (name: string, count: number): Text => ({
    ja: ja`${name}の独自差異:${grouped(count)}件`,
    en: en`Differences of ${name}: ${grouped(count)}`,
  }),
  difference: (id: number, number: number, words: string): Text => ({
    ja: ja`• 差異${id}(要件${number})${words}`,
    en: en`• difference ${id} (requirement ${number}) ${words}`,
  }),
  withdrawDifference: (id: number): Text => ({ ja: ja`差異${id}を取り消す`, en: en`Take back difference ${id}` }),
  differenceWithdrawn: (id: number): Text => ({
    ja: ja`差異${id}を取り消しました。`,
    en: en`Difference ${id} was taken back.`,
  }),
  differenceStands: (id: number, number: number): Text => ({
    ja: ja`同じ内容が、差異${id}(要件${number})としてすでに登録されています。`,
    en: en`The same is recorded already as difference ${id} of requirement ${number}.`,
  }),
  noDifference: (id: number): Text => ({
    ja: ja`差異${id}は登録されていないか、すでに取り消されています。`,
    en: en`There is no difference ${id}, or it was taken back before.`,
  }),
} as const;
