/** What is said of reading profiles (読取設定): what was remembered of sheets' columns and marks, and forgetting it. */
import type { Day } from '../../src/domain/day.ts';
import type { SaidOfSheet, SheetKind } from '../../src/domain/sheetProfile.ts';
import type { PastProfile } from '../../src/store/council/sheetProfiles.ts';
import { momentAsOf } from '../../src/text/dates.ts';
import { grouped } from '../../src/text/numbers.ts';
import type { Place } from '../../src/text/place.ts';
import { en, ja, listed, same, type Text } from '../../src/text/text.ts';

/** 読取設定3 */
export const profileName = (id: number): Text => ({ ja: ja`読取設定${id}`, en: en`profile ${id}` });
const profileNames = (ids: readonly number[]): Text => listed(ids.map(profileName));

/** E列=RFI A社、記号B=○ */
export const saidWords = ({ columns, marks }: SaidOfSheet): string =>
  [
    ...Object.entries(columns).map(([letters, words]) => `${letters}列=${words}`),
    ...Object.entries(marks).map(([written, mark]) => `記号${written}=${mark}`),
  ].join('、');

/** Of which sheets: a vendor's, or those of a name. */
const kindText = ({ sheet, vendor }: SheetKind, vendors: ReadonlyMap<string, string>): Text =>
  vendor === undefined
    ? { ja: ja`シート「${sheet}」`, en: en`sheet “${sheet}”` }
    : { ja: ja`${vendors.get(vendor) ?? vendor}の回答`, en: en`answers of ${vendors.get(vendor) ?? vendor}` };

type ForgottenProfile = PastProfile & { readonly forgottenAt: NonNullable<PastProfile['forgottenAt']> };

/** What stands in the columns of which something was said. */
function headings({ shape, columns }: PastProfile): string {
  const at = new Map(shape.split('|').map((one) => [one.split(':', 1)[0], one.slice(one.indexOf(':') + 1)]));
  return Object.keys(columns)
    .flatMap((letters) => (at.has(letters) ? [`${letters}列「${at.get(letters)}」`] : []))
    .join('、');
}

/** What one types to see them all, to forget one, and to bring one back. */
const TYPED: Readonly<
  Record<Place, { readonly list: Text; forget(id: number): Text; bringBack(ids: readonly number[]): Text }>
> = {
  slack: {
    list: { ja: ja`/req 読取設定`, en: en`/req profiles` },
    forget: (id) => ({ ja: ja`/req 読取設定削除 ${profileName(id)}`, en: en`/req forget ${profileName(id)}` }),
    bringBack: (ids) => {
      const which = ids.length === 1 ? profileNames(ids) : { ja: ja`読取設定…`, en: en`profile …` };
      return { ja: ja`/req 取消 ${which}`, en: en`/req undo ${which}` };
    },
  },
  shell: {
    list: same('renkei req profiles'),
    forget: (id) => same(`renkei req profiles --forget ${id}`),
    bringBack: (ids) => same(`renkei req profiles --restore ${ids.length === 1 ? ids.join() : 'N'}`),
  },
};

export const profileText = {
  title: (total: number): Text => ({
    ja: ja`取込で記憶している読取設定:${grouped(total)}件`,
    en: en`Reading profiles, remembered from imports: ${grouped(total)}`,
  }),
  none: {
    slack: {
      ja: ja`取込のフォームで「列・記号の指定」を入力して取り込むと、ここに記憶されます。`,
      en: en`What is said of columns and marks in the import's form is remembered here.`,
    },
    shell: {
      ja: ja`「renkei req import FILE --columns 'E=RFI A社'」のように指定して取り込むと、ここに記憶されます。`,
      en: en`What is said in “renkei req import FILE --columns 'E=RFI A社'” is remembered here.`,
    },
  } satisfies Record<Place, Text>,
  noneSuch: {
    ja: ja`該当するものはありません。「/req 読取設定」ですべてをご覧いただけます。`,
    en: en`There is none of these. “/req profiles” lists all.`,
  },
  row: (one: PastProfile, vendors: ReadonlyMap<string, string>, today: Day): Text => {
    const by = { ja: ja`${one.name}、${momentAsOf(one.at, today)}`, en: en`${one.name}, ${momentAsOf(one.at, today)}` };
    const over = headings(one);
    return {
      ja: ja`• ${profileName(one.id)} ${kindText(one, vendors)}:${saidWords(one)}(${over === '' ? by : { ja: ja`見出し ${over}。${by}`, en: by.en }})`,
      en: en`• ${profileName(one.id)}, ${kindText(one, vendors)}: ${saidWords(one)} (${over === '' ? by : { ja: by.ja, en: en`headings ${over}; ${by}` }})`,
    };
  },
  how: (place: Place): Text => ({
    ja: ja`同じ見出しで、同じベンダ(記載がない場合は同じ名前のシート)の表に使います。誤った内容を記憶した場合は「${TYPED[place].forget(1)}」で削除できます。`,
    en: en`Used for tables with the same headings and of the same vendor, or of the same name where none is named. “${TYPED[place].forget(1)}” forgets one.`,
  }),
  forget: (id: number): Text => ({ ja: ja`${profileName(id)}を削除する`, en: en`Forget ${profileName(id)}` }),

  forgotten: (one: PastProfile, vendors: ReadonlyMap<string, string>): Text => ({
    ja: ja`${profileName(one.id)}(${kindText(one, vendors)}:${saidWords(one)})を削除しました。次の取込からは使いません。取込済みの要件は変わりません。`,
    en: en`${profileName(one.id)} (${kindText(one, vendors)}: ${saidWords(one)}) was forgotten and is not used any more. What was imported stays as it is.`,
  }),
  bringBack: { ja: ja`元に戻す`, en: en`Bring it back` },
  broughtBack: (one: PastProfile, vendors: ReadonlyMap<string, string>): Text => ({
    ja: ja`${profileName(one.id)}(${kindText(one, vendors)}:${saidWords(one)})を元に戻しました。次の取込から、また使います。`,
    en: en`${profileName(one.id)} (${kindText(one, vendors)}: ${saidWords(one)}) is used again.`,
  }),
  unknown: (id: number, place: Place): Text => ({
    ja: ja`${profileName(id)}は見つかりませんでした。「${TYPED[place].list}」で一覧をご覧いただけます。`,
    en: en`There is no ${profileName(id)}. “${TYPED[place].list}” lists them.`,
  }),
  forgottenBefore: ({ id, forgottenAt }: ForgottenProfile, place: Place, today: Day): Text => ({
    ja: ja`${profileName(id)}は、${momentAsOf(forgottenAt, today)}から使っていません。戻す場合は「${TYPED[place].bringBack([id])}」とご入力ください。`,
    en: en`${profileName(id)} has not been used since ${momentAsOf(forgottenAt, today)}. “${TYPED[place].bringBack([id])}” brings it back.`,
  }),
  notForgotten: (id: number, place: Place): Text => ({
    ja: ja`${profileName(id)}は削除されていません。削除する場合は「${TYPED[place].forget(id)}」とご入力ください。`,
    en: en`${profileName(id)} was not forgotten. “${TYPED[place].forget(id)}” does that.`,
  }),
  newer: (id: number, by: number): Text => ({
    ja: ja`同じ種類の表に、新しい${profileName(by)}があるため、${profileName(id)}には戻せません。先に${profileName(by)}を削除してください。`,
    en: en`There is a newer ${profileName(by)} of the same sheets, so ${profileName(id)} cannot come back. Forget that one first.`,
  }),

  /** After an import. */
  remembered: (ids: readonly number[], place: Place): Text => ({
    ja: ja`列・記号の指定を${profileNames(ids)}として記憶しました。同じ見出し・同じベンダ(または同じ名前のシート)の表では、次回から省略できます。「${TYPED[place].list}」で確認・削除できます。`,
    en: en`What was said of the columns and marks is remembered as ${profileNames(ids)} for tables with the same headings, of the same vendor or sheet. “${TYPED[place].list}” lists it.`,
  }),
  takenBack: (ids: readonly number[], place: Place): Text => ({
    ja: ja`この取込で記憶した${profileNames(ids)}も削除しました。残す場合は「${TYPED[place].bringBack(ids)}」とご入力ください。`,
    en: en`${profileNames(ids)}, remembered with it, is forgotten too. “${TYPED[place].bringBack(ids)}” keeps it.`,
  }),
} as const;
