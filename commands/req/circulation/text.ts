/** What is said of circulations (持ち回り審議). */

import type { Answer, Circulation, Line, Standing } from '../../../src/domain/circulation.ts';
import { actedForChair, type Chart, kindOn, municipalityOf } from '../../../src/domain/council.ts';
import { type Day, dayAt, type Instant } from '../../../src/domain/day.ts';
import type { OfficeApproval } from '../../../src/domain/officeApproval.ts';
import type { Decision, Outcome } from '../../../src/domain/requirement.ts';
import { dayAsOf, officialDay } from '../../../src/text/dates.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { en, ja, listed, nothing, onOneLine, type Text } from '../../../src/text/text.ts';
import { outcomeText } from '../../arguments/outcomes.ts';
import { numbersText } from '../../subjects/requirements.ts';
import { decisionNameText } from '../text.ts';
import { officeNote, officeStateText } from './officeText.ts';
import { pText } from './pText.ts';

export const answerText: Readonly<Record<Answer, Text>> = {
  agree: { ja: ja`同意`, en: en`agree` },
  object: { ja: ja`異議`, en: en`object` },
  hold: { ja: ja`庁内確認中`, en: en`on hold` },
  abstain: { ja: ja`棄権`, en: en`abstain` },
  na: { ja: ja`対象外`, en: en`not applicable` },
};

const MARKS: Readonly<Record<Line['stand'], string>> = {
  ...{ agree: '○', object: '×', hold: '…', abstain: '－', na: '－' },
  ...{ silent: '○', waiting: '・', vacant: '・' },
};

/** A vote may be carried against it. */
const afterObjection = ({ ended }: Circulation, body: string): Text =>
  ended?.how === 'agreed'
    ? { ja: ja`議決の要件を満たしたため、提案は合意に至りました。`, en: en`The vote is carried all the same.` }
    : { ja: ja`${body}での再協議をお願いします。`, en: en`Please discuss it again.` };

const name = (chart: Chart, code: string): string => municipalityOf(chart, code)?.name ?? code;

export const text = {
  proposed: ({ number, requirements, outcome }: Circulation, body: string, deadline: Day): Text => ({
    ja: ja`【持ち回り審議P${number}】${body}:要件${numbersText(requirements)}を『${outcomeText(outcome)}』とすることについて、${officialDay(deadline)}までにご回答をお願いします。`,
    en: en`Circulation P${number} of ${body}: please answer by ${officialDay(deadline)} whether requirement ${numbersText(requirements)} should be “${outcomeText(outcome)}”.`,
  }),
  ended: ({ number, requirements, outcome }: Circulation, how: Standing['state']): Text => {
    const what: Text = {
      ja: ja`持ち回り審議P${number}(要件${numbersText(requirements)}・『${outcomeText(outcome)}』)`,
      en: en`Circulation P${number} (requirement ${numbersText(requirements)}, “${outcomeText(outcome)}”)`,
    };
    switch (how) {
      case 'agreed':
        return { ja: ja`${what}は、合意に至りました。`, en: en`${what} was agreed.` };
      case 'withdrawn':
        return { ja: ja`${what}は、取り下げられました。`, en: en`${what} was withdrawn.` };
      case 'overtaken':
        return {
          ja: ja`${what}は、回答期間中に別の決定が記録されたため、終了しました。`,
          en: en`${what} ended, since another decision was recorded meanwhile.`,
        };
      default:
        return { ja: ja`${what}は、期限までに合意に至りませんでした。`, en: en`${what} was not agreed in time.` };
    }
  },
  overtaken: (numbers: readonly number[]): Text => ({
    ja: ja`要件${numbersText(numbers)}は、回答期間中に別の決定が記録されたため、この持ち回り審議の対象から除きます。`,
    en: en`Another decision was recorded on requirement ${numbersText(numbers)} meanwhile, so it is left out here.`,
  }),
  commentButton: { ja: ja`コメント`, en: en`Comment` },
  decision: (decision: Decision): Text => ({
    ja: ja`この持ち回り審議を根拠とする決定:${decisionNameText(decision)}`,
    en: en`The decision that rests on it: ${decisionNameText(decision)}`,
  }),

  line: (one: Line, chart: Chart, office: OfficeApproval | undefined, today: Day): Text => {
    const who = name(chart, one.municipality);
    const here = municipalityOf(chart, one.municipality);
    const stands = standText(one, today, here !== undefined && kindOn(here, today) === undefined);
    return {
      ja: ja`${MARKS[one.stand]} ${who}:${stands}${officeNote(office, today)}`,
      en: en`${MARKS[one.stand]} ${who}: ${stands}${officeNote(office, today)}`,
    };
  },

  /** Whether there is an answer, where nobody may see which. */
  whether: ({ stand, municipality }: Line, chart: Chart): Text =>
    stand === 'waiting' || stand === 'vacant'
      ? { ja: ja`・ ${name(chart, municipality)}:未回答`, en: en`・ ${name(chart, municipality)}: not answered` }
      : { ja: ja`● ${name(chart, municipality)}:回答済`, en: en`● ${name(chart, municipality)}: answered` },

  silence: (until: Instant, today: Day): Text => ({
    ja: ja`${dayAsOf(dayAt(until), today)}までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。`,
    en: en`Without an answer by ${dayAsOf(dayAt(until), today)} a municipality is taken to agree (みなし同意), unless it is on hold.`,
  }),
  noSilence: {
    ja: ja`ご回答がない場合に、同意とみなすことはありません。`,
    en: en`Silence is not taken for agreement here.`,
  },
  tally: ({ lines }: Standing): Text => {
    const n = (...stands: Line['stand'][]): number => lines.filter((one) => stands.includes(one.stand)).length;
    const counting = lines.length - n('abstain', 'na');
    const silent: Text =
      n('silent') > 0 ? { ja: ja`(うちみなし同意${n('silent')})`, en: en` (${n('silent')} by silence)` } : nothing;
    return {
      ja: ja`同意:${counting}団体中${n('agree', 'silent')}団体${silent}`,
      en: en`Agreed: ${n('agree', 'silent')} of ${counting}${silent}`,
    };
  },
  again: ({ previous }: Circulation): Text => ({
    ja: ja`P${previous ?? 0}で合意に至らなかったため、改めてお諮りするものです。`,
    en: en`This was not agreed in P${previous ?? 0} and comes again.`,
  }),
  by: (chart: Chart, circulation: Circulation, person: string): Text => {
    const place = name(chart, circulation.by.municipality);
    if (circulation.onBehalf)
      return {
        ja: ja`提案:${place} ${person}(事務局による代行)`,
        en: en`Proposed by ${person}, ${place} (secretariat, on behalf)`,
      };
    return actedForChair(circulation, chart, dayAt(circulation.postedAt))
      ? {
          ja: ja`提案:会長職務代理者 ${place} ${person}`,
          en: en`Proposed by ${person}, ${place} (acting for the chair)`,
        }
      : { ja: ja`提案:${place} ${person}`, en: en`Proposed by ${person}, ${place}` };
  },

  proposing: (numbers: readonly number[], outcome: Outcome, body: string): Text => ({
    ja: ja`${body}の持ち回り審議で、要件${numbersText(numbers)}(${grouped(numbers.length)}件)を『${outcomeText(outcome)}』とすることを諮ります。内容をご確認のうえ、ボタンを押してください。まだ諮っていません。`,
    en: en`${grouped(numbers.length)} requirements (${numbersText(numbers)}) will be proposed to ${body} as “${outcomeText(outcome)}”. Please check them and press the button; nothing is posted yet.`,
  }),
  propose: (n: number): Text => ({ ja: ja`${grouped(n)}件を諮る`, en: en`Propose ${grouped(n)}` }),
  posted: ({ number }: Circulation, body: string, channels: number): Text =>
    channels > 0
      ? {
          ja: ja`持ち回り審議P${number}を、${body}のチャンネルに投稿しました。`,
          en: en`Circulation P${number} was posted in the channel of ${body}.`,
        }
      : {
          ja: ja`持ち回り審議P${number}を受け付けましたが、${body}にはチャンネルが割り当てられていないため、委員の方に届いていません。事務局へ割り当てをご依頼ください。`,
          en: en`Circulation P${number} was recorded, but ${body} has no channel, so nobody was told. Please ask the secretariat to map one.`,
        },
  closedDay: (deadline: Day, next: Day, today: Day): Text => ({
    ja: ja`期限の${dayAsOf(deadline, today)}は閉庁日です。翌開庁日の${dayAsOf(next, today)}を期限とする場合は、下のボタンで改めて諮ることができます。`,
    en: en`${dayAsOf(deadline, today)} is a closed day. The button posts it anew until the next business day, ${dayAsOf(next, today)}.`,
  }),
  repost: (by: Day, today: Day): Text => ({
    ja: ja`期限を${dayAsOf(by, today)}にする`,
    en: en`Until ${dayAsOf(by, today)} instead`,
  }),
  answeredBefore: (number: number): Text => ({
    ja: ja`持ち回り審議P${number}には、すでに回答があります。期限を改める場合は、「/req 提案取下げ P${number}」で取り下げてから、ご提案ください。`,
    en: en`P${number} has answers already. To change its deadline, withdraw it by “/req cancel P${number}” and propose again.`,
  }),
  already: (numbers: Text, one: Circulation): Text => ({
    ja: ja`要件${numbers}は、持ち回り審議P${one.number}で回答を受け付けています。結果を待つか、P${one.number}を「/req 提案取下げ P${one.number}」で取り下げてから、ご提案ください。`,
    en: en`Requirement ${numbers} is in circulation P${one.number} already. Wait for it, or withdraw it by “/req cancel P${one.number}”.`,
  }),
  decided: (number: number, standing: Decision): Text => ({
    ja: ja`要件${number}は、${officialDay(dayAt(standing.at))}に『${outcomeText(standing.outcome)}』として決定済みです(${decisionNameText(standing)})。変更を諮る場合は、理由を添えてご入力ください。`,
    en: en`Requirement ${number} was decided as “${outcomeText(standing.outcome)}” on ${officialDay(dayAt(standing.at))} (${decisionNameText(standing)}). To propose a change, add the reason.`,
  }),
  reasonRequired: (number: number): Text => ({
    ja: ja`『代替案』には、代替の内容(理由)が必要です。「/req 提案 ${number} 代替案 CSVでの一括登録に代える」のようにご入力ください。`,
    en: en`An alternative needs its reason. Type it like “/req propose ${number} alternative CSVでの一括登録に代える”.`,
  }),

  positions: (n: number): Text =>
    n === 0
      ? { ja: ja`回答受付中の持ち回り審議はありません。`, en: en`No circulation is open.` }
      : {
          ja: ja`回答受付中の持ち回り審議は${n}件です(未回答の多い順)。`,
          en: en`${n} circulations are open, those that miss the most answers first.`,
        },
  missing: (row: Text, names: readonly string[]): Text =>
    names.length === 0
      ? row
      : { ja: ja`${row} 未回答:${names.join('、')}`, en: en`${row}, waiting for ${names.join(', ')}` },
  offices: (row: Text, offices: readonly (readonly [municipality: string, OfficeApproval])[], today: Day): Text => {
    if (offices.length === 0) return row;
    const each = offices.map(([who, one]) => {
      const state = officeStateText(one, today);
      return { ja: ja`${who} ${state}`, en: en`${who} ${state}` };
    });
    return {
      ja: ja`${row} 庁内決裁:${listed(each, { ja: ja`、`, en: en`, ` })}`,
      en: en`${row}, own approvals: ${listed(each, { ja: ja`、`, en: en`, ` })}`,
    };
  },
  source: (source: string): Text => ({ ja: ja`受付:${source}(代行入力)`, en: en`Entered for it: ${source}` }),
  sent: (n: number): Text => ({
    ja: ja`回答状況一覧(${n}件)を、ダイレクトメッセージでお送りしました。`,
    en: en`The list (${n}) was sent to you as a direct message.`,
  }),
  asFile: { ja: ja`Excelで受け取る`, en: en`As a workbook` },
  suspended: (municipality: string, until: Day): Text => ({
    ja: ja`${municipality}について、本日から${officialDay(until)}まで、みなし同意の期間を止めました。この間の日数は、回答期間に含めません。`,
    en: en`Until ${officialDay(until)} no silence of ${municipality} is taken for agreement; these days are not counted.`,
  }),
  noCouncil: {
    ja: ja`体制に協議会が登録されていないため、上申できません。事務局へご確認ください。`,
    en: en`There is no council body to raise it to. Please ask the secretariat.`,
  },
  vote: (standing: Standing): Text => ({
    ja: ja`協議会の議決:${standing.count.needed}団体以上の回答と、その過半数の同意が必要です。`,
    en: en`The council votes: at least ${standing.count.needed} must answer, and a majority of them agree.`,
  }),

  unknown: (number: number): Text => ({
    ja: ja`持ち回り審議P${number}は見つかりませんでした。番号をご確認ください。「/req 回答状況」で一覧をご覧いただけます。`,
    en: en`There is no circulation P${number}. “/req positions” lists them.`,
  }),
  oneMunicipality: {
    ja: ja`代行入力は、1団体ずつご入力ください。`,
    en: en`Please enter the answer of one municipality at a time.`,
  },
  nothingWaits: {
    ja: ja`ご回答をお待ちしている持ち回り審議はありません。回答を変更する場合は、「/req 同意 P12」のように番号を添えてご入力ください。`,
    en: en`No circulation waits for your answer. To change one, name it, as in “/req agree P12”.`,
  },
  which: (n: number, answer: Answer): Text => ({
    ja: ja`ご回答をお待ちしている持ち回り審議が${n}件あります。『${answerText[answer]}』とするものをお選びください。`,
    en: en`${n} circulations wait for your answer. Which of them: “${answerText[answer]}”?`,
  }),
  row: (one: Circulation, body: string, terms: readonly Text[] = []): Text => {
    const { number, requirements, outcome, note, deadline, postedAt } = one;
    const by = dayAsOf(deadline, dayAt(postedAt));
    const why = note === undefined ? nothing : { ja: ja` ${onOneLine(note)}`, en: en` ${onOneLine(note)}` };
    const of = listed([...terms, { ja: ja`期限 ${by}`, en: en`by ${by}` }]);
    return {
      ja: ja`• P${number} ${body} 要件${numbersText(requirements)}『${outcomeText(outcome)}』${why}(${of})`,
      en: en`• P${number} ${body}, requirement ${numbersText(requirements)}: “${outcomeText(outcome)}”${why} (${of})`,
    };
  },
  one: (number: number): Text => ({ ja: ja`P${number}`, en: en`P${number}` }),
  all: (n: number): Text => ({ ja: ja`${n}件まとめて`, en: en`All ${n}` }),

  previewAnswer: (
    numbers: readonly number[],
    municipality: string,
    answer: Answer,
    until: Day | undefined,
    today: Day,
  ): Text => {
    const held: Text =
      until === undefined
        ? nothing
        : { ja: ja`(${dayAsOf(until, today)}まで)`, en: en` (until ${dayAsOf(until, today)})` };
    return {
      ja: ja`持ち回り審議${pText(numbers)}(${numbers.length}件)に、${municipality}の回答『${answerText[answer]}』${held}を記録します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。`,
      en: en`${municipality} will answer “${answerText[answer]}”${held} to ${pText(numbers)} (${numbers.length}). Please check it and press the button; nothing is recorded yet.`,
    };
  },
  rowBefore: (one: Circulation, body: string, before: Answer | null): Text => {
    const row = text.row(one, body);
    return before === null
      ? row
      : { ja: ja`${row} 現在の回答:${answerText[before]}`, en: en`${row}, answered so far: ${answerText[before]}` };
  },
  answerAll: (n: number): Text => ({ ja: ja`${n}件に回答する`, en: en`Answer all ${n}` }),
  answersChanged: {
    ja: ja`内容の表示後に、別の回答が記録されました。何も記録していません。お手数ですが、もう一度ご確認ください。`,
    en: en`Other answers were given since this was shown. Nothing was recorded; please look again.`,
  },
  /** `behalf`: the municipality, where another speaks for it. */
  answered: (
    numbers: readonly number[],
    municipality: string,
    answer: Answer,
    open: boolean,
    behalf: string | undefined,
  ): Text => {
    const words = [pText(numbers), behalf].filter((one) => one !== undefined).join(' ');
    const undo: Text = open
      ? {
          ja: ja`「/req 取消 ${words}」で取り消せます。`,
          en: en` “/req undo ${words}” takes it back.`,
        }
      : nothing;
    return {
      ja: ja`持ち回り審議${pText(numbers)}に、${municipality}の回答『${answerText[answer]}』を記録しました。${undo}`,
      en: en`${pText(numbers)}: the answer of ${municipality} is “${answerText[answer]}”.${undo}`,
    };
  },
  undone: (numbers: readonly number[], municipality: string): Text => ({
    ja: ja`持ち回り審議${pText(numbers)}への、${municipality}の直前の回答を取り消しました。`,
    en: en`${pText(numbers)}: the last answer of ${municipality} was taken back.`,
  }),
  takenBackForYou: (number: number, municipality: string): Text => ({
    ja: ja`持ち回り審議P${number}に代行入力されていた、${municipality}の回答が取り消されました。`,
    en: en`What was entered for ${municipality} in circulation P${number} was taken back.`,
  }),
  nothingToUndo: (numbers: readonly number[], municipality: string): Text => ({
    ja: ja`持ち回り審議${pText(numbers)}には、取り消せる${municipality}の回答がありません。`,
    en: en`${pText(numbers)} has no answer of ${municipality} to take back.`,
  }),
  closed: (circulation: Circulation, how: Standing['state']): Text => ({
    ja: ja`${text.ended(circulation, how)}回答の受付は終了しています。`,
    en: en`${text.ended(circulation, how)} Answers are no longer taken.`,
  }),
  notEligible: (number: number, municipality: string): Text => ({
    ja: ja`${municipality}は、持ち回り審議P${number}の回答団体に含まれていません。`,
    en: en`${municipality} is not among those who answer P${number}.`,
  }),
  seatsOnly: (body: string): Text => ({
    ja: ja`回答は、${body}の委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。`,
    en: en`The members of ${body} answer. What came by phone, mail or paper is entered by the secretariat or that municipality's information section, as in “/req agree P12 那珂市 電話 6/3 山田”.`,
  }),
  sourceRequired: {
    ja: ja`他の団体の回答を代行入力する場合は、受け付けた方法・日・お名前を添えてご入力ください。例:/req 同意 P12 那珂市 電話 6/3 山田`,
    en: en`To enter another municipality's answer, say how, when and from whom it came: “/req agree P12 那珂市 電話 6/3 山田”.`,
  },
  ownWord: (number: number, municipality: string): Text => ({
    ja: ja`持ち回り審議P${number}の記録は、${municipality}のご担当の方によるものです。取り消せるのは、同じ担当の方のみです。代行入力したものは、事務局からも取り消せます。`,
    en: en`On P${number} ${municipality}'s own seat has spoken; the same seat may take it back. What was entered for it, the secretariat may take back too.`,
  }),
  enteredForYou: (number: number, municipality: string, answer: Answer, source: string): Text => ({
    ja: ja`持ち回り審議P${number}に、${municipality}の回答『${answerText[answer]}』が代行入力されました(受付:${source})。相違がある場合は、下のボタンから訂正をお願いします。`,
    en: en`“${answerText[answer]}” was entered for ${municipality} in circulation P${number} (${source}). If that is wrong, please correct it below.`,
  }),
  objected: (one: Circulation, body: string, municipality: string, reason: string): Text => ({
    ja: ja`要件${numbersText(one.requirements)}の提案(P${one.number})に、${municipality}から異議がありました。理由:『${reason}』。${afterObjection(one, body)}`,
    en: en`${municipality} objects to P${one.number} (requirement ${numbersText(one.requirements)}): “${reason}”. ${afterObjection(one, body)}`,
  }),
  /** Where people from outside the members read it. */
  objectedByOne: (one: Circulation, body: string): Text => ({
    ja: ja`要件${numbersText(one.requirements)}の提案(P${one.number})に、異議がありました。理由は、Renkeiとのダイレクトメッセージの「/req 回答状況 xlsx」でご確認いただけます。${afterObjection(one, body)}`,
    en: en`There is an objection to P${one.number} (requirement ${numbersText(one.requirements)}). The reason is in “/req positions xlsx” in a direct message with Renkei. ${afterObjection(one, body)}`,
  }),
  comment: (municipality: string, person: string, words: string): Text => ({
    ja: ja`${municipality} ${person}さんのコメント:${words}`,
    en: en`${person}, ${municipality}: ${words}`,
  }),
  commented: (number: number): Text => ({
    ja: ja`持ち回り審議P${number}に、コメントを投稿しました。`,
    en: en`Your comment was posted to P${number}.`,
  }),
  withdrawn: (number: number): Text => ({
    ja: ja`持ち回り審議P${number}を取り下げました。`,
    en: en`Circulation P${number} was withdrawn.`,
  }),

  buttons: {
    ...answerText,
    hold: { ja: ja`庁内確認中`, en: en`Hold` },
  } as Readonly<Record<Answer, Text>>,

  continueHere: { ja: ja`継続協議する`, en: en`Discuss it once more` },
  rise: (body: string): Text => ({ ja: ja`${body}に諮る`, en: en`Propose it to ${body}` }),
  notNotAgreed: (number: number): Text => ({
    ja: ja`持ち回り審議P${number}は、合意に至らずに終了したものではないため、この操作は行えません。「/req 回答状況」で状況をご確認ください。`,
    en: en`P${number} did not end without agreement, so this cannot be done.`,
  }),
  followed: (number: number, by: number): Text => ({
    ja: ja`持ち回り審議P${number}は、P${by}として改めて審議しています。`,
    en: en`P${number} comes again as P${by}.`,
  }),
  onceOnly: {
    ja: ja`継続協議は1回までです。上位の会議体にお諮りください。`,
    en: en`It can be discussed again once. Please propose it one rung up.`,
  },
  noParent: (body: string): Text => ({
    ja: ja`${body}には上位の会議体がないため、これ以上は諮れません。`,
    en: en`There is no body above ${body}.`,
  }),
};

/** `left`: the municipality is with the council no longer. */
export function standText({ stand, position, silentFrom }: Line, today: Day, left = false): Text {
  const reason: Text = position?.reason
    ? { ja: ja` 『${onOneLine(position.reason)}』`, en: en` “${onOneLine(position.reason)}”` }
    : nothing;
  const source: Text = position?.source
    ? { ja: ja`(代行入力:${position.source})`, en: en` (entered for it: ${position.source})` }
    : nothing;
  switch (stand) {
    case 'silent':
      return silentFrom === undefined
        ? { ja: ja`みなし同意`, en: en`taken to agree` }
        : {
            ja: ja`みなし同意(${dayAsOf(dayAt(silentFrom), today)})`,
            en: en`taken to agree (${dayAsOf(dayAt(silentFrom), today)})`,
          };
    case 'waiting':
      return { ja: ja`未回答`, en: en`no answer yet` };
    case 'vacant':
      if (left) return { ja: ja`未回答(脱退)`, en: en`no answer (it left)` };
      return { ja: ja`未回答(担当者が未定)`, en: en`no answer yet (nobody holds the seat)` };
    case 'hold':
      return position?.until === undefined
        ? listed([answerText.hold, source, reason], nothing)
        : {
            ja: ja`庁内確認中(${dayAsOf(position.until, today)}まで)${source}${reason}`,
            en: en`on hold until ${dayAsOf(position.until, today)}${source}${reason}`,
          };
    default:
      return listed([answerText[stand], source, reason], nothing);
  }
}
