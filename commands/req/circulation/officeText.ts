/** What is said of each municipality's own approval (庁内決裁) of its answer to a circulation. */
import type { Circulation } from '../../../src/domain/circulation.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { OfficeApproval, OfficeDayRefusal } from '../../../src/domain/officeApproval.ts';
import { dayAsOf } from '../../../src/text/dates.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { en, ja, nothing, type Text } from '../../../src/text/text.ts';
import { pText } from './pText.ts';

/** 起案中, or 決裁済 with its day. */
export const officeStateText = ({ state, on }: Pick<OfficeApproval, 'state' | 'on'>, today: Day): Text => {
  if (state === 'undo') return { ja: ja`取消`, en: en`taken back` };
  return on === undefined
    ? { ja: ja`起案中`, en: en`drafted` }
    : { ja: ja`決裁済 ${dayAsOf(on, today)}`, en: en`approved ${dayAsOf(on, today)}` };
};

/** Behind a municipality's line. */
export const officeNote = (one: OfficeApproval | undefined, today: Day): Text => {
  if (one === undefined) return nothing;
  const source: Text =
    one.source === undefined ? nothing : { ja: ja`、代行入力:${one.source}`, en: en`, entered for it: ${one.source}` };
  return {
    ja: ja`(庁内:${officeStateText(one, today)}${source})`,
    en: en` (its office: ${officeStateText(one, today)}${source})`,
  };
};

export const officeText = {
  button: { ja: ja`庁内決裁`, en: en`Own approval` },
  recorded: (
    numbers: readonly number[],
    municipality: string,
    one: Pick<OfficeApproval, 'state' | 'on'>,
    today: Day,
  ): Text => ({
    ja: ja`持ち回り審議${pText(numbers)}について、${municipality}の庁内決裁の状況『${officeStateText(one, today)}』を記録しました。`,
    en: en`${pText(numbers)}: ${municipality}'s own approval is “${officeStateText(one, today)}”.`,
  }),
  /** A municipality's answer is another act. */
  answerToo: {
    ja: ja`ご回答がまだの場合は、併せて「/req 同意」などでご回答をお願いします。`,
    en: en`If the answer itself is still missing, please give it, for instance by “/req agree”.`,
  },
  undone: (numbers: readonly number[], municipality: string): Text => ({
    ja: ja`持ち回り審議${pText(numbers)}について、${municipality}の庁内決裁の直前の記録を取り消しました。`,
    en: en`${pText(numbers)}: the last word on ${municipality}'s own approval was taken back.`,
  }),
  same: (
    numbers: readonly number[],
    municipality: string,
    one: Pick<OfficeApproval, 'state' | 'on'>,
    today: Day,
  ): Text => ({
    ja: ja`持ち回り審議${pText(numbers)}の、${municipality}の庁内決裁は、すでに『${officeStateText(one, today)}』と記録されています。`,
    en: en`${pText(numbers)}: ${municipality}'s own approval is recorded as “${officeStateText(one, today)}” already.`,
  }),
  nothingToUndo: (numbers: readonly number[], municipality: string): Text => ({
    ja: ja`持ち回り審議${pText(numbers)}には、取り消せる${municipality}の庁内決裁の記録がありません。`,
    en: en`${pText(numbers)} has nothing on ${municipality}'s own approval to take back.`,
  }),
  refusedDay: (refused: OfficeDayRefusal, on: Day, today: Day): Text =>
    refused === 'future'
      ? {
          ja: ja`決裁日${dayAsOf(on, today)}は、まだ先の日です。決裁後に記録をお願いします。起案中の場合は「/req 庁内決裁 P8 起案中」のようにご入力ください。`,
          en: en`${dayAsOf(on, today)} is still to come. Please record the approval once it is given; until then, type “/req draft P8 起案中”.`,
        }
      : {
          ja: ja`決裁日${dayAsOf(on, today)}は、持ち回り審議の照会日より前です。日付をご確認ください。`,
          en: en`${dayAsOf(on, today)} is before the circulation was posted. Please check the day.`,
        },
  dayWithout: {
    ja: ja`日付を添えられるのは、決裁済の場合です。「/req 庁内決裁 P8 決裁済 6/3」のようにご入力ください。`,
    en: en`A day belongs to an approval, as in “/req draft P8 決裁済 6/3”.`,
  },
  over: ({ number }: Circulation): Text => ({
    ja: ja`持ち回り審議P${number}は、取り下げられたか別の決定により終了したため、庁内決裁の記録は不要です。`,
    en: en`P${number} was withdrawn or overtaken by another decision, so its approval need not be recorded.`,
  }),
  notCirculated: (number: number): Text => ({
    ja: ja`要件${number}は、持ち回り審議にかけられていません。「/req 回答状況」で番号をご確認ください。`,
    en: en`Requirement ${number} is in no circulation. “/req positions” lists them.`,
  }),
  which: {
    ja: ja`どの持ち回り審議の庁内決裁かを、「/req 庁内決裁 P8 起案中」「/req 庁内決裁 P8 決裁済 6/3」のようにご入力ください。`,
    en: en`Say which circulation is meant, as in “/req draft P8 起案中” or “/req draft P8 決裁済 6/3”.`,
  },
  seatsOnly: (body: string): Text => ({
    ja: ja`庁内決裁の状況は、${body}の委員(代理を含む)の方が記録できます。電話などで受け付けた内容は、事務局またはその市町の情報主管担当が、「/req 庁内決裁 P12 那珂市 決裁済 6/3 電話 6/4 山田」のように代行入力できます。`,
    en: en`The members of ${body} record their own office's approval. What came by phone, mail or paper is entered by the secretariat or that municipality's information section, as in “/req draft P12 那珂市 決裁済 6/3 電話 6/4 山田”.`,
  }),
  sourceRequired: {
    ja: ja`他の団体の庁内決裁を代行入力する場合は、受け付けた方法・日・お名前を添えてご入力ください。例:/req 庁内決裁 P12 那珂市 決裁済 6/3 電話 6/4 山田`,
    en: en`To enter it for another municipality, say how, when and from whom it came: “/req draft P12 那珂市 決裁済 6/3 電話 6/4 山田”.`,
  },
  enteredForYou: (numbers: readonly number[], municipality: string, one: OfficeApproval, today: Day): Text => ({
    ja: ja`持ち回り審議${pText(numbers)}に、${municipality}の庁内決裁『${officeStateText(one, today)}』が代行入力されました(受付:${one.source ?? ''})。相違がある場合は、下のボタンから訂正をお願いします。`,
    en: en`“${officeStateText(one, today)}” was entered as ${municipality}'s own approval in ${pText(numbers)} (${one.source ?? ''}). If that is wrong, please correct it below.`,
  }),
  preview: (
    numbers: readonly number[],
    municipality: string,
    one: Pick<OfficeApproval, 'state' | 'on'>,
    today: Day,
  ): Text => ({
    ja: ja`持ち回り審議${pText(numbers)}(${grouped(numbers.length)}件)について、${municipality}の庁内決裁を『${officeStateText(one, today)}』として記録します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。`,
    en: en`${municipality}'s own approval of ${pText(numbers)} (${grouped(numbers.length)}) will be recorded as “${officeStateText(one, today)}”. Please check it and press the button; nothing is recorded yet.`,
  }),
  carryOut: (n: number): Text => ({ ja: ja`${grouped(n)}件に記録する`, en: en`Record all ${grouped(n)}` }),
  last: ({ number }: { readonly number: number }): Text => ({
    ja: ja`直前の操作は、持ち回り審議P${number}の庁内決裁の記録です。これを取り消しますか。`,
    en: en`Your last act was on P${number}: your office's own approval. Take that back?`,
  }),
  takeBack: { ja: ja`庁内決裁の記録を取り消す`, en: en`Take it back` },
  history: (number: number, municipality: string, one: OfficeApproval, name: string, today: Day): Text => ({
    ja: ja`持ち回り審議P${number} ${municipality}の庁内決裁:${officeStateText(one, today)}(記録:${name}${one.source === undefined ? nothing : { ja: ja`、代行入力:${one.source}`, en: en`` }})`,
    en: en`P${number}, ${municipality}'s own approval: ${officeStateText(one, today)} (by ${name}${one.source === undefined ? nothing : { ja: ja``, en: en`, entered for it: ${one.source}` }})`,
  }),
};
