/** The phrases of `/council seat`. */
import type { Chart, Seat } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import type { FiscalYear } from '../../src/domain/fiscalYear.ts';
import type { NewChange } from '../../src/store/council/seats.ts';
import { fiscalYearText, officialDay } from '../../src/text/dates.ts';
import { seatText } from '../../src/text/seats.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import type { Office } from '../arguments/seats.ts';

/** 令和9年4月1日(木)から令和10年3月31日(金)まで */
export const spanText = (from: Day, until: Day | undefined): Text =>
  until === undefined
    ? { ja: ja`${officialDay(from)}から`, en: en`from ${officialDay(from)}` }
    : {
        ja: ja`${officialDay(from)}から${officialDay(until)}まで`,
        en: en`from ${officialDay(from)} to ${officialDay(until)}`,
      };

const OFFICES: Readonly<Record<Office, string>> = {
  member: '委員',
  lead: '座長・部会長',
  information: '情報主管担当',
  adviser: 'アドバイザー',
};

export const text = {
  noSeat: (body: string, municipality: string, role: Office): Text => ({
    ja: ja`${body}に、${municipality}の${OFFICES[role]}の担当枠はありません。「/council 名簿 ${body}」でご確認いただけます。`,
    en: en`${municipality} has no such seat (${role}) in ${body}. See /council roster ${body}.`,
  }),
  oneMunicipality: { ja: ja`市町は1つだけご入力ください。`, en: en`Please name one municipality.` },
  whichMunicipality: {
    ja: ja`どの市町の担当かをご入力ください。例:/council 担当 介護保険WG 那珂市 山田 太郎 4月1日から`,
    en: en`Please name the municipality, as in “/council seat 介護保険WG 那珂市 山田 太郎 4/1から”.`,
  },
  noMunicipality: (typed: string, near: string | undefined): Text =>
    near === undefined
      ? { ja: ja`「${typed}」という市町は見つかりませんでした。`, en: en`There is no municipality “${typed}”.` }
      : {
          ja: ja`「${typed}」という市町は見つかりませんでした。『${near}』のことでしょうか。`,
          en: en`There is no municipality “${typed}”. Did you mean “${near}”?`,
        },
  who: {
    ja: ja`どなたを登録するかを、@氏名 または 氏名でご入力ください。空きにする場合は「/council 担当 退任 介護保険WG 那珂市 3月31日まで」のようにご入力ください。`,
    en: en`Please say who, by @name or by name. To vacate a seat, type “/council seat vacate 介護保険WG 那珂市 3/31まで”.`,
  },
  whichSection: {
    ja: ja`新しい課名をご入力ください。例:/council 担当 課名 介護保険WG 那珂市 介護福祉課 4月1日から`,
    en: en`Please give the section's new name, as in “/council seat section 介護保険WG 那珂市 介護福祉課 4/1から”.`,
  },
  unknownAccount: {
    ja: ja`この方は、まだ名簿に登録されていません。「新規:氏名」としてご登録ください。Slackのアカウントは、名簿の取込(「Slack」の列)でひも付けできます。`,
    en: en`This person is not on the roster yet. Please enter them as “新規:name”; the roster workbook links accounts.`,
  },
  unknownNumber: (n: number): Text => ({
    ja: ja`氏名番号${n}の方は見つかりませんでした。`,
    en: en`There is no person number ${n}.`,
  }),
  several: (name: string): Text => ({
    ja: ja`「${name}」という方が複数います。どなたのことでしょうか。`,
    en: en`Several people are called “${name}”. Who is meant?`,
  }),
  elsewhere: (name: string): Text => ({
    ja: ja`「${name}」という方が、ほかの市町にいます。この方でしょうか、同姓同名の新しい方でしょうか。`,
    en: en`There is a “${name}” in another municipality. Is this person meant, or somebody new of the same name?`,
  }),
  registeredHere: (name: string): Text => ({
    ja: ja`「${name}」という方は、すでに名簿に登録されています。この方でしょうか、同姓同名の新しい方でしょうか。`,
    en: en`A “${name}” is on the roster already. Is this person meant, or somebody new of the same name?`,
  }),
  namesakeNew: (name: string): Text => ({
    ja: ja`同姓同名の方を新しく登録`,
    en: en`Enter another “${name}” as new`,
  }),
  namesake: (name: string, places: Text): Text => ({ ja: ja`${name}(${places})`, en: en`${name} (${places})` }),
  unknownPerson: (name: string): Text => ({
    ja: ja`「${name}」さんは、名簿には見つかりませんでした。新しく登録する場合は、下のボタンを押してください。`,
    en: en`“${name}” is not on the roster. To enter somebody new, press the button.`,
  }),
  yes: (name: string): Text => ({ ja: ja`${name}さんのことです`, en: en`I meant ${name}` }),
  register: (name: string): Text => ({ ja: ja`「${name}」さんを新しく登録する`, en: en`Enter “${name}” as new` }),
  noPredecessor: (name: string): Text => ({
    ja: ja`前任の「${name}」さんは、この担当に登録されていません。氏名をご確認ください。`,
    en: en`“${name}” does not hold this seat.`,
  }),
  refused: {
    holdsAlready: (name: string): Text => ({
      ja: ja`${name}さんは、すでにこの担当に登録されています。`,
      en: en`${name} holds this seat already.`,
    }),
    endsBefore: (_name: string): Text => ({
      ja: ja`終わりの日が始まりの日より前です。`,
      en: en`The last day is before the first.`,
    }),
  },
  nobodyThere: {
    ja: ja`その日以降、この担当に登録されている方はいません。`,
    en: en`Nobody holds this seat after that day.`,
  },
  changed: (id: number, kind: NewChange['kind']): Text => {
    const what = {
      assign: '担当者を登録しました',
      vacate: '退任を登録しました',
      section: '課名を登録しました',
      import: '名簿を取り込みました',
      rollback: '名簿の切替えを元に戻しました',
    }[kind];
    return { ja: ja`${what}(名簿${id})。`, en: en`The roster was changed (roster ${id}).` };
  },
  holds: (seat: Seat, name: string, from: Day, until: Day | undefined, deputy: boolean, chart: Chart): Text => {
    const as = deputy ? '(副担当)' : '';
    return {
      ja: ja`${seatText(seat, chart)}${as}:${name} ${spanText(from, until)}`,
      en: en`${seatText(seat, chart)}${deputy ? ' (deputy)' : ''}: ${name}, ${spanText(from, until)}`,
    };
  },
  ends: (name: string, until: Day | undefined): Text =>
    until === undefined
      ? { ja: ja`• ${name}:就任を取りやめ`, en: en`• ${name}: will not take the seat` }
      : { ja: ja`• ${name}:${officialDay(until)}まで`, en: en`• ${name}: until ${officialDay(until)}` },
  remainder: (until: Day): Text => ({
    ja: ja`前任の方の残任期間(${officialDay(until)}まで)です。`,
    en: en`This is the remainder of the predecessor's time (until ${officialDay(until)}).`,
  }),
  registered: (name: string): Text => ({
    ja: ja`${name}さんを新しく登録しました。Slackのアカウントは、名簿の取込(「Slack」の列)でひも付けできます。`,
    en: en`${name} was entered as new. The roster workbook links Slack accounts.`,
  }),
  vacantThen: {
    ja: ja`後任が登録されるまで、この担当は未定です。担当の課題は事務局が預かります。`,
    en: en`Until a successor is entered the seat is vacant; its work goes to the secretariat's list.`,
  },
  sameSection: (name: string): Text => ({
    ja: ja`課名は、すでに「${name}」です。`,
    en: en`The section is called “${name}” already.`,
  }),
  section: (seat: Seat, name: string, from: Day, chart: Chart): Text => ({
    ja: ja`${seatText(seat, chart)}の課名:${name}(${officialDay(from)}から)。担当者と担当の課題は変わりません。`,
    en: en`Section of ${seatText(seat, chart)}: ${name} from ${officialDay(from)}. Holders and work stay.`,
  }),
  sectionToo: (name: string): Text => ({ ja: ja`課名:${name}`, en: en`Section: ${name}` }),
  seenAtOnce: {
    ja: ja`公表済みのため、他の市町にもすぐに表示されます。`,
    en: en`This is published: others see it at once.`,
  },
  hidden: (year: FiscalYear, thisYear: boolean): Text => ({
    ja: ja`${fiscalYearText(year)}の${thisYear ? '途中の異動' : '名簿'}は公表前のため、貴団体の情報主管担当の方にのみ表示されます。公表は「/council 名簿 公表 ${thisYear ? '今年度 9月24日' : '3月24日'}」のようにご登録ください。${thisYear ? '公表されない場合は、その日から表示されます。' : ''}`,
    en: en`${thisYear ? en`This change within ${fiscalYearText(year)}` : en`The roster of ${fiscalYearText(year)}`} is not published: only your information section sees this. Publish it with “/council roster publish ${thisYear ? 'this-year 9/24' : '3/24'}”.${thisYear ? ' Otherwise it is seen from its day on.' : ''}`,
  }),
  undo: { ja: ja`取り消す`, en: en`Undo` },
  undoSure: (id: number): Text => ({
    ja: ja`名簿${id}の変更を取り消します。よろしいですか。`,
    en: en`Take back roster ${id}?`,
  }),
  noChange: (id: number): Text => ({
    ja: ja`名簿${id}の変更は見つかりませんでした。`,
    en: en`There is no roster ${id}.`,
  }),
  nothingToUndo: { ja: ja`取り消せる名簿の変更はありません。`, en: en`There is no change of yours to take back.` },
  undoneBefore: (id: number): Text => ({
    ja: ja`名簿${id}の変更は、すでに取り消されています。`,
    en: en`Roster ${id} was taken back before.`,
  }),
  changedSince: (id: number): Text => ({
    ja: ja`名簿${id}の後に同じ担当が変更されているため、取り消せません。先に、後の変更を取り消してください。`,
    en: en`The same seats were changed after roster ${id}. Please take the later change back first.`,
  }),
  undone: (id: number, seats: number): Text => ({
    ja: ja`名簿${id}の変更を取り消し、元に戻しました(担当${seats}件)。`,
    en: en`Roster ${id} was taken back (${same(seats)} seats).`,
  }),
};
