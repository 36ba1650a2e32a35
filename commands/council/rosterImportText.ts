/** The phrases of importing a roster. */
import type { Day } from '../../src/domain/day.ts';
import { dayAsOf, officialDay } from '../../src/text/dates.ts';
import { en, ja, listed, same, type Text } from '../../src/text/text.ts';

const orNear = (near: string | undefined): Text =>
  near === undefined ? same('') : { ja: ja`「${near}」のことでしょうか。`, en: en` Did you mean “${near}”?` };

export const text = {
  notFetched: {
    ja: ja`ファイルを受け取れませんでした。お手数ですが、もう一度お選びください。`,
    en: en`The file could not be fetched. Please choose it again.`,
  },
  noRoster: {
    ja: ja`名簿の表が見つかりません。「会議体」「団体」「氏名」の列が必要です。「/council 名簿 出力」のファイルが見本になります。`,
    en: en`No roster was found. It needs the columns 会議体, 団体 and 氏名; “/council roster export” gives an example.`,
  },
  noBody: (typed: string, near: string | undefined): Text => ({
    ja: ja`「${typed}」という会議体はありません。${orNear(near)}`,
    en: en`There is no body “${typed}”.${orNear(near)}`,
  }),
  noMunicipality: (typed: string, near: string | undefined): Text => ({
    ja: ja`「${typed}」という団体はありません。${orNear(near)}`,
    en: en`There is no municipality “${typed}”.${orNear(near)}`,
  }),
  noRole: (typed: string): Text => ({
    ja: ja`役割「${typed}」を読み取れません。委員・座長・部会長・情報主管・アドバイザーのいずれかにしてください。`,
    en: en`The role “${typed}” is not known: 委員, 座長, 部会長, 情報主管 or アドバイザー.`,
  }),
  noSeat: (body: string, municipality: string): Text => ({
    ja: ja`${body}に、${municipality}のその役割の担当枠はありません。`,
    en: en`${municipality} has no such seat in ${body}.`,
  }),
  noDeputy: (typed: string): Text => ({
    ja: ja`「${typed}」は、正か副のどちらかにしてください。`,
    en: en`“${typed}” should be 正 or 副.`,
  }),
  noDay: (typed: string): Text => ({
    ja: ja`日付「${typed}」を読み取れません。令和9年4月1日、R9.4.1、2027-04-01 のようにご記入ください。`,
    en: en`The day “${typed}” was not understood. Write it like 令和9年4月1日, R9.4.1 or 2027-04-01.`,
  }),
  backwards: { ja: ja`退任日が就任日より前です。`, en: en`The last day is before the first.` },
  longAgo: (name: string): Text => ({
    ja: ja`新しい担当者「${name}」さんの就任日が前年度以前です。本年度以降の日にしてください。`,
    en: en`“${name}” is new, but begins in a year that is over.`,
  }),
  over: (name: string, until: Day): Text => ({
    ja: ja`「${name}」さんの任期は${officialDay(until)}までで、取込の日には終わっています。続けて就任する場合は、就任日を新しい日にしてください。`,
    en: en`The term of “${name}” is over on the day of the import: it ends on ${officialDay(until)}. Who begins anew needs a new first day.`,
  }),
  since: (name: string, from: Day, asOf: Day): Text => ({
    ja: ja`この名簿(${officialDay(asOf)}現在)の後、${officialDay(from)}に「${name}」さんが就任しています。最新の名簿を出力して、そちらを修正してください。`,
    en: en`“${name}” came on ${officialDay(from)}, after the day of this roster (${officialDay(asOf)}). Please export the newest one and change that.`,
  }),
  twice: (name: string): Text => ({
    ja: ja`「${name}」さんは、同じ担当にすでに上の行で書かれています。`,
    en: en`“${name}” stands in the same seat further up.`,
  }),
  namesakes: (name: string, count: number): Text => ({
    ja: ja`「${name}」さんは同姓同名の方が${count}名います。ふりがな・メール・SlackのIDのいずれかで区別してください。`,
    en: en`${count} people are called “${name}”. Tell them apart by ふりがな, mail or Slack ID.`,
  }),
  noAccount: (typed: string): Text => ({
    ja: ja`Slackの「${typed}」は、U から始まるIDかメールアドレスにしてください。`,
    en: en`Slack “${typed}” should be an ID that begins with U, or a mail address.`,
  }),
  takenBackBy: (id: number): Text => ({
    ja: ja`取り消す場合は「renkei roster import --undo ${id}」を実行してください。`,
    en: en`“renkei roster import --undo ${id}” takes it back.`,
  }),
  noMail: (typed: string): Text => ({
    ja: ja`メール「${typed}」は、メールアドレスの形になっていません。`,
    en: en`“${typed}” is not a mail address.`,
  }),
  /** The number itself is never repeated. */
  personalNumber: {
    ja: ja`個人番号(マイナンバー)と思われる12桁の番号が含まれています。ファイルから削除してください。`,
    en: en`This seems to hold a personal number (My Number). Please remove it from the file.`,
  },
  preview: (name: string, on: Day): Text => ({
    ja: ja`「${name}」を取り込むと、名簿は次のように変わります(就任日の空欄は${officialDay(on)})。`,
    en: en`“${name}” would change the roster as follows (blank first days: ${officialDay(on)}).`,
  }),
  counts: (created: number, ended: number, changed: number, unchanged: number, refused: number): Text => ({
    ja: ja`就任${created}件、退任${ended}件、任期変更${changed}件、変更なし${unchanged}件、取込不可${refused}件`,
    en: en`${created} created, ${ended} ended, ${changed} changed, ${unchanged} unchanged, ${refused} refused`,
  }),
  comes: (seat: Text, name: string, from: Day, until: Day | undefined, today: Day): Text => {
    const last =
      until === undefined ? same('') : { ja: ja`${dayAsOf(until, today)}まで`, en: en` to ${dayAsOf(until, today)}` };
    return {
      ja: ja`• 就任 ${seat}:${name}(${dayAsOf(from, today)}から${last})`,
      en: en`• in ${seat}: ${name} (from ${dayAsOf(from, today)}${last})`,
    };
  },
  goes: (seat: Text, name: string, until: Day | undefined, today: Day): Text =>
    until === undefined
      ? { ja: ja`• 就任取りやめ ${seat}:${name}`, en: en`• not in ${seat}: ${name}` }
      : {
          ja: ja`• 退任 ${seat}:${name}(${dayAsOf(until, today)}まで)`,
          en: en`• out ${seat}: ${name} (until ${dayAsOf(until, today)})`,
        },
  until: (seat: Text, name: string, until: Day | undefined, today: Day): Text => ({
    ja: ja`• 任期変更 ${seat}:${name}(${until === undefined ? '終わりの日の定めなし' : ja`${dayAsOf(until, today)}まで`})`,
    en: en`• until ${until === undefined ? 'no end' : dayAsOf(until, today)} ${seat}: ${name}`,
  }),
  undo: { ja: ja`取り消す`, en: en`Undo` },
  section: (seat: Text, name: string): Text => ({ ja: ja`• 課名 ${seat}:${name}`, en: en`• section ${seat}: ${name}` }),
  more: (count: number): Text => ({ ja: ja`ほか${count}件`, en: en`and ${count} more` }),
  newcomers: (names: readonly string[]): Text => ({
    ja: ja`新しく登録する方:${listed(names.map(same)).ja}`,
    en: en`Entered as new: ${listed(names.map(same)).en}`,
  }),
  refused: (count: number): Text => ({
    ja: ja`次の${count}件は取り込めません。ファイルを直してもう一度お選びになるか、このまま残りを取り込んでください。`,
    en: en`These ${count} are refused. Correct the file and choose it again, or import the rest.`,
  }),
  cell: (sheet: string, cell: string, why: Text): Text => ({
    ja: ja`• ${sheet}!${cell} ${why}`,
    en: en`• ${sheet}!${cell} ${why}`,
  }),
  nothing: { ja: ja`この名簿で変わる担当はありません。`, en: en`Nothing of the roster would change.` },
  links: (count: number): Text => ({
    ja: ja`Slackのアカウントのひも付け:${count}件`,
    en: en`Slack accounts to link: ${count}`,
  }),
  link: (count: number): Text => ({ ja: ja`${count}件をひも付ける`, en: en`Link ${count}` }),
  linked: (count: number): Text => ({
    ja: ja`Slackのアカウントを${count}件ひも付けました。担当の変更はありません。`,
    en: en`${count} Slack accounts were linked; nothing else of the roster changed.`,
  }),
  carryOut: (count: number): Text => ({ ja: ja`${count}件を取り込む`, en: en`Import ${count}` }),
  changedSince: {
    ja: ja`内容の表示後に名簿が変わりました。お手数ですが、もう一度ファイルをお選びください。`,
    en: en`The roster changed since this was shown. Please choose the file again.`,
  },
  imported: (id: number, counts: Text): Text => ({
    ja: ja`名簿を取り込みました(名簿${id}):${counts}`,
    en: en`The roster was imported (roster ${id}): ${counts}`,
  }),
  foreignAccounts: (users: readonly string[]): Text => ({
    ja: ja`ほかの協議会の方のSlackアカウントのため、ひも付けていません:${users.join('、')}`,
    en: en`Not linked, since they belong to people of another council: ${users.join(', ')}`,
  }),
  sectionOnly: {
    ja: ja`名簿の取込は、各市町の情報主管担当と事務局の方が行えます。お手数ですが、そちらへご依頼ください。`,
    en: en`Rosters are imported by the municipalities' information sections and the secretariat. Please ask them.`,
  },
  dryRun: { ja: ja`確認のみのため、何も変更していません。`, en: en`This was a dry run: nothing was changed.` },
  noFile: (file: string): Text => ({ ja: ja`${file} を開けません。`, en: en`${file} cannot be opened.` }),
  nothingWritten: {
    ja: ja`取り込めない行があるため、何も取り込んでいません。`,
    en: en`Some rows are refused, so nothing was imported.`,
  },
};
