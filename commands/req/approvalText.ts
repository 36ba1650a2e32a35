/** What is said where an upper body acknowledges or approves. */
import { type Chart, municipalityOf } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Decision, Level, Requirement } from '../../src/domain/requirement.ts';
import type { Count } from '../../src/domain/rule.ts';
import type { Approval } from '../../src/store/council/approvals.ts';
import { officialDay } from '../../src/text/dates.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, listed, onOneLine, same, type Text } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { numbersText } from '../subjects/requirements.ts';
import { decisionNameText } from './text.ts';

export const LEVEL: Readonly<Record<Level, Text>> = {
  agreed: { ja: ja`合意`, en: en`agreed` },
  acknowledged: { ja: ja`了承`, en: en`acknowledged` },
  approved: { ja: ja`承認`, en: en`approved` },
};

export type Terms = Pick<Decision, 'cost' | 'scope' | 'until'>;

/** What it costs, for whom it is and until when, as far as it says; the cost only to whom may see it. */
export const termsText = ({ cost, scope, until }: Terms, costs: boolean, chart: Chart): Text[] => [
  ...(costs && cost !== undefined ? [costText(cost)] : []),
  ...(scope.length > 0 ? [scopeText(scope, chart)] : []),
  ...(until === undefined ? [] : [untilText(until)]),
];
const costText = (cost: number): Text => ({ ja: ja`費用${grouped(cost)}千円`, en: en`${grouped(cost)} thousand yen` });
const scopeText = (codes: readonly string[], chart: Chart): Text => {
  const names = codes.map((code) => municipalityOf(chart, code)?.name ?? code);
  return { ja: ja`対象:${names.join('・')}`, en: en`for ${names.join(', ')}` };
};
const untilText = (day: Day): Text => ({ ja: ja`終期${officialDay(day)}`, en: en`until ${officialDay(day)}` });

export const approval = {
  preview: (body: string, level: Level, n: number): Text => ({
    ja: ja`${body}で${LEVEL[level]}する${grouped(n)}件です。内容をご確認のうえ、ボタンを押してください。まだ記録していません。`,
    en: en`${grouped(n)} to be ${LEVEL[level]} by ${body}. Please check them and press the button; nothing is recorded yet.`,
  }),
  row: ({ number, text, standing }: Requirement & { standing: Decision }, costs: boolean, chart: Chart): Text => {
    const of = [decisionNameText(standing), ...termsText(standing, costs, chart)];
    return {
      ja: ja`• ${number} 『${outcomeText(standing.outcome)}』${standing.note ?? ''}(${listed(of)}) ${short(text)}`,
      en: en`• ${number} “${outcomeText(standing.outcome)}” ${standing.note ?? ''} (${listed(of)}) ${short(text)}`,
    };
  },
  inFile: (n: number): Text => ({
    ja: ja`全${grouped(n)}件の一覧(Excel)を、ダイレクトメッセージでお送りします。`,
    en: en`A workbook of all ${grouped(n)} follows as a direct message.`,
  }),
  listTitle: (body: string, level: Level): Text => ({
    ja: ja`${body}で${LEVEL[level]}する要件の一覧`,
    en: en`To be ${LEVEL[level]} by ${body}`,
  }),
  carryOut: (level: Level, n: number): Text => ({
    ja: ja`${grouped(n)}件を${LEVEL[level]}として記録する`,
    en: en`Record ${grouped(n)} as ${LEVEL[level]}`,
  }),
  provisional: { ja: ja`仮記録`, en: en`provisional` },
  review: { ja: ja`要再確認`, en: en`to be reviewed` },
  keptTitle: (one: Approval, body: string, on: Day): Text => ({
    ja: ja`${body}で${LEVEL[one.level]}した要件の一覧(承認${one.id}、${officialDay(on)}${one.cancelledAt === undefined ? '' : '、取消済み'})`,
    en: en`${LEVEL[one.level]} by ${body} (approval ${one.id}, ${officialDay(on)}${one.cancelledAt === undefined ? '' : ', taken back'})`,
  }),
  listSent: (one: Approval, body: string): Text => ({
    ja: ja`${body}で${LEVEL[one.level]}した${grouped(one.lines.length)}件の一覧(Excel)${one.cancelledAt === undefined ? '' : '(取消済み)'}を、ダイレクトメッセージでお送りします。`,
    en: en`A workbook of the ${grouped(one.lines.length)} ${LEVEL[one.level]} by ${body}${one.cancelledAt === undefined ? '' : ' (taken back)'} follows as a direct message.`,
  }),
  notRead: { ja: ja`この承認の一覧は、ご覧いただけません。`, en: en`This list cannot be shown to you.` },
  getList: { ja: ja`一覧を受け取る`, en: en`Get the list` },
  stillProvisional: (numbers: Text): Text => ({
    ja: ja`要件${numbers}の決定は、仮記録です(会議の議事録、または持ち回り審議で確定します)。`,
    en: en`What was decided on requirement ${numbers} is provisional, until minutes or a circulation confirm it.`,
  }),
  toReview: (numbers: Text): Text => ({
    ja: ja`要件${numbers}は、決定の後に要件内容・区分が変わったか、一覧から消えたため、要再確認です。`,
    en: en`Since it was decided, the text or class of requirement ${numbers} changed, or the list lacks it: to be reviewed.`,
  }),
  undecided: (numbers: Text): Text => ({
    ja: ja`要件${numbers}は未決のため、含めていません。`,
    en: en`Requirement ${numbers} is not decided and left out.`,
  }),
  already: (numbers: Text): Text => ({
    ja: ja`要件${numbers}は、すでに同じ段階まで進んでいるため、含めていません。`,
    en: en`Requirement ${numbers} has been taken that far before and is left out.`,
  }),
  nothing: { ja: ja`記録できる要件がありません。`, en: en`There is nothing to record.` },
  changed: (numbers: Text): Text => ({
    ja: ja`内容の表示後に、要件${numbers}の決定が変わりました。何も記録していません。お手数ですが、もう一度「/req 承認」で内容をご確認ください。`,
    en: en`What stands on requirement ${numbers} has changed since it was shown. Nothing was recorded; please look again by “/req approve”.`,
  }),
  noQuorum: ({ present, needed }: Count): Text => ({
    ja: ja`定足数に達していないため、記録していません(出席${present.length}団体、必要${needed}団体)。出欠を「/wg 出席」でご確認ください。`,
    en: en`There is no quorum (${present.length} present, ${needed} needed), so nothing was recorded. Please check the attendance by “/wg attend”.`,
  }),
  notSitting: (lead: Text, body: string, secretariat: Text): Text => ({
    ja: ja`${lead}による記録は、${body}の会議の当日、開会後に行えます。会議の後は、${secretariat}が結果を記録します。`,
    en: en`${lead} records it on the day of a meeting of ${body}, once it is open; after it, ${secretariat} records the result.`,
  }),
  notUpper: (body: string): Text => ({
    ja: ja`${body}では「承認」を記録しません。WGの決定は「/req 決定」、了承は部会、承認は協議会で記録します。`,
    en: en`${body} does not approve. A group's own decision is “/req decide”; subcommittees acknowledge and the council approves.`,
  }),
  whichBody: (here: string, parent: string | undefined, council: string | undefined): Text => ({
    ja: ja`どちらの会議体での承認でしょうか。${here}としての決定は「/req 決定」をご利用ください。${parent ?? '部会'}の了承・${council ?? '協議会'}の承認は、「/req 承認 1201-1215 ${parent ?? council ?? ''}」のように会議体名を添えてご入力ください。`,
    en: en`Which body approves? ${here} decides by “/req decide”; for ${parent ?? 'the subcommittee'} or ${council ?? 'the council'} add its name, as in “/req approve 1201-1215 ${parent ?? council ?? ''}”.`,
  }),
  notUnder: (body: string, numbers: readonly number[]): Text => ({
    ja: ja`要件${numbersText(numbers)}は、${body}の所管ではありません。担当の部会、または協議会で記録してください。`,
    en: en`Requirement ${numbersText(numbers)} is not of ${body}. Its own subcommittee or the council records it.`,
  }),
  recorded: (one: Approval, body: string): Text => ({
    ja: ja`${body}の${LEVEL[one.level]}として、${grouped(one.lines.length)}件を記録しました。誤りがある場合は、10分以内であれば「/req 取消 承認${one.id}」で取り消せます。`,
    en: en`${grouped(one.lines.length)} recorded as ${LEVEL[one.level]} by ${body}. “/req undo approval ${one.id}” takes it back within 10 minutes.`,
  }),
  announced: (one: Approval, body: string): Text => ({
    ja: ja`${body}で、要件${numbersText(one.lines.map((each) => each.number))}(${grouped(one.lines.length)}件)を${LEVEL[one.level]}しました。`,
    en: en`${body}: requirement ${numbersText(one.lines.map((each) => each.number))} (${grouped(one.lines.length)}) ${LEVEL[one.level]}.`,
  }),
  cancelled: (one: Approval): Text => ({
    ja: ja`${LEVEL[one.level]}の記録(${grouped(one.lines.length)}件)は取り消されました。`,
    en: en`The record of ${grouped(one.lines.length)} ${LEVEL[one.level]} was taken back.`,
  }),
  meeting: (number: number): Text => ({ ja: ja`根拠:会議 M${number}`, en: en`Basis: meeting M${number}` }),
  outside: {
    ja: ja`会議の結果を事務局が記録しました。`,
    en: en`Recorded by the secretariat after the meeting.`,
  },
  undo: { ja: ja`取り消す`, en: en`Undo` },
  confirmUndo: { ja: ja`この記録を取り消します。よろしいですか。`, en: en`Take this record back?` },
  tooLate: {
    ja: ja`記録から10分を過ぎているため取り消せません。内容を改める場合は、「/req 再検討」で要件を再検討に戻してください。`,
    en: en`It was recorded more than 10 minutes ago. To change it, reopen the requirement by “/req reopen”.`,
  },
  noApproval: (id: number): Text => ({
    ja: ja`承認${id}は見つかりませんでした。番号をご確認ください。`,
    en: en`There is no approval ${id}.`,
  }),
} as const;

const SHOWN = 40;

function short(words: string): Text {
  const characters = [...onOneLine(words)];
  return same(characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : characters.join(''));
}
