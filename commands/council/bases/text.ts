/** What is said of the register of 要綱 and 協定書. */
import { type Basis, type BasisVersion, inForce } from '../../../src/domain/basis.ts';
import type { Day } from '../../../src/domain/day.ts';
import { officialDay } from '../../../src/text/dates.ts';
import { en, ja, listed, same, type Text } from '../../../src/text/text.ts';

/** 版3 */
const numbered = (id: number): Text => ({ ja: ja`版${id}`, en: en`version ${id}` });

function standingText(basis: Basis, version: BasisVersion, on: Day): Text {
  if (version.withdrawn) return { ja: ja`取消`, en: en`withdrawn` };
  if (version.from > on) return { ja: ja`施行前`, en: en`not yet in force` };
  return inForce(basis, on) === version ? { ja: ja`現行`, en: en`in force` } : { ja: ja`改正済`, en: en`superseded` };
}

export const basesText = {
  title: (on: Day): Text => ({
    ja: ja`要綱・協定書と、決まりの根拠(${officialDay(on)}現在)`,
    en: en`The charter and agreements, and where the rules come from, on ${officialDay(on)}`,
  }),
  basis: (basis: Basis, on: Day): Text[] => [
    { ja: ja`• ${basis.name}:${basis.title}`, en: en`• ${basis.name}: ${basis.title}` },
    ...basis.versions.map((one) => {
      const standing = standingText(basis, one, on);
      return {
        ja: ja`◦ ${officialDay(one.from)} ${one.note}(${numbered(one.id)}・${standing})`,
        en: en`◦ ${officialDay(one.from)} ${one.note} (${numbered(one.id)}, ${standing})`,
      };
    }),
  ],
  noBasis: {
    ja: ja`• 要綱・協定書は、まだ登録されていません。事務局の方は「/council 改正 新規 要綱 2016/4/1 制定」のように登録できます。`,
    en: en`• No charter or agreement is on record yet. The secretariat records one with /council amend new 要綱 2016/4/1 制定.`,
  },
  noRule: { ja: ja`• この日に定められている決まりはありません。`, en: en`• No rule is set on that day.` },

  alreadyEntered: (name: string): Text => ({
    ja: ja`${name}は、すでに登録されています。改正を登録する場合は、「新規」を付けずにご入力ください。`,
    en: en`${name} is on record already. To record a version of it, leave out “new”.`,
  }),
  unknown: (typed: string, near: string | undefined, names: readonly string[]): Text => {
    const known = listed(names.map(same));
    const meant: Text =
      near === undefined
        ? {
            ja: names.length === 0 ? ja`` : ja`登録されているのは${known}です。`,
            en: names.length === 0 ? en`` : en` On record: ${known}.`,
          }
        : { ja: ja`「${near}」のことでしょうか。`, en: en` Is “${near}” meant?` };
    return {
      ja: ja`「${typed}」という要綱・協定書は登録されていません。${meant}新しい文書の場合は、名称の前に「新規」とご入力ください。`,
      en: en`No document “${typed}” is on record.${meant} For a new one, type “new” before its name.`,
    };
  },
  sameDay: (name: string, twin: BasisVersion): Text => ({
    ja: ja`${name}には、${officialDay(twin.from)}からの版「${twin.note}」が登録されています。書き直す場合は、先にその登録を取り消してください。`,
    en: en`${name} has a version from ${officialDay(twin.from)} already: “${twin.note}”. To rewrite it, take that one back first.`,
  }),
  amended: (made: {
    readonly id: number;
    readonly name: string;
    readonly from: Day;
    readonly note: string;
    readonly before: BasisVersion | undefined;
    readonly today: Day;
  }): Text => {
    const { id, name, from, note, before, today } = made;
    const until: Text = before
      ? {
          ja: ja`それまでは、${officialDay(before.from)}の「${before.note}」によります。`,
          en: en` Until then “${before.note}” of ${officialDay(before.from)} holds.`,
        }
      : { ja: ja``, en: en`` };
    const comes: Text =
      from > today
        ? { ja: ja`${officialDay(from)}から施行されます。`, en: en`It comes into force on ${officialDay(from)}.` }
        : { ja: ja`${officialDay(from)}からの施行です。`, en: en`It has been in force since ${officialDay(from)}.` };
    return {
      ja: ja`${name}の「${note}」を登録しました(${numbered(id)})。${comes}${until}`,
      en: en`“${note}” of ${name} is recorded (${numbered(id)}). ${comes}${until}`,
    };
  },
  withdraw: { ja: ja`取消`, en: en`Take back` },
  noVersion: (id: number): Text => ({
    ja: ja`版${id}は登録されていません。番号は「/council 根拠」でご確認いただけます。`,
    en: en`There is no version ${id}. The numbers are shown by /council bases.`,
  }),
  withdrawnBefore: (id: number): Text => ({
    ja: ja`版${id}は、すでに取り消されています。`,
    en: en`Version ${id} was taken back before.`,
  }),
  withdrawn: (name: string, version: BasisVersion, now: BasisVersion | undefined): Text => {
    const rest: Text = now
      ? {
          ja: ja`現行は、${officialDay(now.from)}の「${now.note}」です。`,
          en: en` In force is “${now.note}” of ${officialDay(now.from)}.`,
        }
      : { ja: ja`現行のものは登録されていません。`, en: en` None is in force.` };
    return {
      ja: ja`${name}の「${version.note}」(${numbered(version.id)})の登録を取り消しました。${rest}`,
      en: en`“${version.note}” of ${name} (${numbered(version.id)}) was taken back.${rest}`,
    };
  },
} as const;
