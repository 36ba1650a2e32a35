/** What is said of who succeeds a chair that left within its term. */
import type { Day } from '../../src/domain/day.ts';
import { officialDay } from '../../src/text/dates.ts';
import { en, ja, listed, same, type Text } from '../../src/text/text.ts';

interface Succession {
  readonly name: Text;
  /** Who left. */
  readonly of: Text;
  readonly from: Day;
  readonly until: Day;
}

const serves = ({ name, of, from, until }: Succession): Text => ({
  ja: ja`${name}が、${officialDay(from)}から${officialDay(until)}まで、${of}の後任として会長を務めます(残任期間)。事務局とプロジェクトチームリーダーも${name}に移ります。`,
  en: en`${name} chairs from ${officialDay(from)} to ${officialDay(until)}, for the remainder of the term of ${of}, and is the secretariat and leads the project team.`,
});

export const successorText = {
  which: {
    ja: ja`後任の団体を1つご入力ください。例:/council 輪番 後任 かすみがうら市 承認3`,
    en: en`Please name one municipality, as in “/council rotation succeed かすみがうら市 承認3”.`,
  },
  preview: (succession: Succession): Text => ({
    ja: ja`${serves(succession)}輪番の順番は変わりません。`,
    en: en`${serves(succession)} No turn of the rotation changes.`,
  }),
  told: serves,
  undone: (name: Text): Text => ({
    ja: ja`先にお知らせした、${name}が会長の後任を務めることは、取り消されました。引き続き、副会長が職務を代理します。`,
    en: en`${name} is not to succeed as the chair after all. The vice chair goes on acting.`,
  }),
  notVacant: (chair: Text): Text => ({
    ja: ja`会長市町は${chair}で、欠員ではありません。後任を記録できるのは、会長市町が任期の途中で脱退した場合です。これからの順番の変更は「/council 輪番 入替え」などをご利用ください。`,
    en: en`${chair} holds the chair; it is not vacant. A successor is recorded where the chair left within its term. For terms to come, see “/council rotation swap” and its like.`,
  }),
  notViceChair: (name: Text, viceChairs: readonly Text[]): Text => ({
    ja: ja`${name}は副会長市町ではありません。後任は、副会長市町(${listed(viceChairs, same('・'))})からご入力ください。`,
    en: en`${name} is not a vice chair. Please name one of ${listed(viceChairs)}.`,
  }),
} as const;
