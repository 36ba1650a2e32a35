/** What is said of notes and minutes. */
import { type Day, dayAt, type Instant } from '../../../src/domain/day.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import type { MinutesEntry, MinutesStand, MinutesStanding } from '../../../src/domain/minutes.ts';
import { standWords } from '../../../src/minutes/text.ts';
import { dayAsOf, momentAsOf, officialDay } from '../../../src/text/dates.ts';
import { en, ja, listed, nothing, same, type Text } from '../../../src/text/text.ts';
import { sittingName } from '../sittingText.ts';

/** 介護保険WG 第1回会議(M1) */
const named = (bodies: Text, meeting: Meeting): Text => ({
  ja: ja`${bodies} ${sittingName(meeting)}`,
  en: en`${sittingName(meeting)} of ${bodies}`,
});

export const minutes = {
  /** What its message says, by how it stands. */
  summary: (bodies: Text, meeting: Meeting, { state, lines, confirmedAt }: MinutesStanding): Text => {
    const what = named(bodies, meeting);
    const done = lines.filter(({ stand }) => stand === 'confirmed' || stand === 'silent').length;
    switch (state) {
      case 'draft':
        return {
          ja: ja`${what}の議事録(案)を作成しました。内容をご確認のうえ、構成団体へ確認をご依頼ください。`,
          en: en`The draft minutes of ${what} are ready. Please read them, and then ask the municipalities to confirm.`,
        };
      case 'asked':
        return {
          ja: ja`${what}の議事録(案)の確認をお願いします(${lines.length}団体中${done}団体が確認済)。`,
          en: en`Please confirm the minutes of ${what} (${done} of ${lines.length} have).`,
        };
      case 'correcting':
        return {
          ja: ja`${what}の議事録(案)に修正依頼があります(${lines.length}団体中${done}団体が確認済)。`,
          en: en`A correction of the minutes of ${what} was asked for (${done} of ${lines.length} have confirmed).`,
        };
      case 'confirmed': {
        const on = confirmedAt === undefined ? nothing : officialDay(dayAt(confirmedAt));
        return {
          ja: ja`${what}の議事録が確定しました(${on})。`,
          en: en`The minutes of ${what} are confirmed (${on}).`,
        };
      }
    }
  },
  version: (n: number): Text => ({ ja: ja`第${n}版`, en: en`version ${n}` }),
  count: (n: number): Text => ({ ja: ja`${n}件`, en: en`${n}` }),
  line: (name: string, stand: MinutesStand, today: Day): Text => ({
    ja: ja`• ${name} ${standWords(stand, (on) => dayAsOf(on, today))}`,
    en: en`• ${name}: ${standWords(stand, (on) => dayAsOf(on, today))}`,
  }),
  silence: (from: Instant, today: Day): Text => ({
    ja: ja`${dayAsOf(dayAt(from), today)}までに修正依頼がない場合は、確認いただいたものとみなします(みなし確認)。`,
    en: en`Without a correction asked for by ${dayAsOf(dayAt(from), today)}, they are taken as confirmed.`,
  }),
  noSilence: {
    ja: ja`ご回答がない場合に、確認いただいたものとみなすことはありません。`,
    en: en`Silence is not taken as confirmation.`,
  },
  corrected: (name: Text, { at, words }: MinutesEntry, today: Day): Text => {
    const on = momentAsOf(at, today);
    const why: Text = words === undefined ? nothing : { ja: ja`、理由:${words}`, en: en`, because: ${words}` };
    return { ja: ja`訂正:${name}(${on}${why})`, en: en`Corrected: ${name} (${on}${why})` };
  },
  withheld: {
    ja: ja`費用など、構成団体の方のみご覧いただける内容は、表示していません。`,
    en: en`Costs and the like, which are shown to the member municipalities alone, are left out.`,
  },
  title: (bodies: Text, meeting: Meeting, version: number): Text => ({
    ja: ja`${named(bodies, meeting)}の議事録(第${version}版)です。`,
    en: en`The minutes of ${named(bodies, meeting)}, version ${version}.`,
  }),
  whichSection: { ja: ja`訂正する項目をお選びください。`, en: en`Which section is to be corrected?` },
  versions: (meeting: Meeting, count: number): Text => ({
    ja: ja`会議M${meeting.number}の議事録の履歴です(全${count}版)。`,
    en: en`The versions of the minutes of meeting M${meeting.number} (${count}).`,
  }),
  versionOf: (n: number, { kind, at, words }: MinutesEntry, today: Day, by: string): Text => {
    const how: Text = {
      draft: { ja: ja`作成`, en: en`drafted` },
      amend: { ja: ja`訂正`, en: en`corrected` },
      restore: { ja: ja`訂正の取消し`, en: en`correction taken back` },
    }[kind as 'draft' | 'amend' | 'restore'];
    const why: Text = words === undefined ? nothing : { ja: ja`、理由:${words}`, en: en`, because: ${words}` };
    return {
      ja: ja`第${n}版 ${how}(${momentAsOf(at, today)} ${by}${why})`,
      en: en`Version ${n}: ${how} (${momentAsOf(at, today)}, ${by}${why})`,
    };
  },
  change: (section: Text, before: Text, after: Text): Text => ({
    ja: ja`• ${section}:${before} → ${after}`,
    en: en`• ${section}: ${before} → ${after}`,
  }),
  row: (words: Text): Text => ({ ja: ja`• ${words}`, en: en`• ${words}` }),
  correctWord: { ja: ja`修正依頼`, en: en`correct` },
  noneHere: (body: string): Text => ({
    ja: ja`${body}には、開催済みの会議がありません。「/wg 議事録 M12」のように番号を添えてご入力ください。`,
    en: en`${body} has held no meeting yet. Name one, as in “/wg minutes M12”.`,
  }),
  none: { ja: ja`なし`, en: en`none` },

  notYet: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}の議事録は、まだ作成されていません。閉会すると作成されます。`,
    en: en`Meeting M${meeting.number} has no minutes yet; they are drafted when it closes.`,
  }),
  notHeld: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}は開会していないため、議事録を作成できません。`,
    en: en`Meeting M${meeting.number} was not opened, so there are no minutes to draft.`,
  }),
  stillOpen: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}は開会中です。「/wg 閉会」の後にお願いします。`,
    en: en`Meeting M${meeting.number} is still open. Please close it first by “/wg close”.`,
  }),
  drafted: (meeting: Meeting, version: number): Text => ({
    ja: ja`会議M${meeting.number}の議事録(案)を作成しました(第${version}版)。`,
    en: en`The minutes of meeting M${meeting.number} were drafted (version ${version}).`,
  }),
  unchanged: {
    ja: ja`前回の作成時から記録に変わりはないため、新しい版は作成していません。`,
    en: en`Nothing changed since they were drafted, so there is no new version.`,
  },
  alreadyConfirmed: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}の議事録は確定しています。誤りがある場合は「/wg 議事録訂正 M${meeting.number}」で訂正できます(元の記載も残ります)。`,
    en: en`The minutes of meeting M${meeting.number} are confirmed. “/wg amend M${meeting.number}” corrects them; the original stays readable.`,
  }),
  asked: (meeting: Meeting, lines: number): Text => ({
    ja: ja`会議M${meeting.number}の議事録(案)の確認を、${lines}団体に依頼しました。`,
    en: en`${lines} municipalities were asked to confirm the minutes of meeting M${meeting.number}.`,
  }),
  alreadyAsked: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}の議事録(案)は、すでに確認を依頼しています。`,
    en: en`The municipalities were already asked to confirm the minutes of meeting M${meeting.number}.`,
  }),
  notAsked: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}の議事録(案)は、まだ確認を依頼していません。座長または事務局からの確認の依頼をお待ちください。`,
    en: en`Confirmation of the minutes of meeting M${meeting.number} has not been asked for yet.`,
  }),
  sentAgain: (bodies: Text, meeting: Meeting, section: Text): Text => ({
    ja: ja`${named(bodies, meeting)}の議事録(案)の『${section}』を修正しました。お手数ですが、改めて確認をお願いします。`,
    en: en`“${section}” of the draft minutes of ${named(bodies, meeting)} was changed. Please confirm them once more.`,
  }),
  redrafted: (bodies: Text, meeting: Meeting): Text => ({
    ja: ja`${named(bodies, meeting)}の議事録(案)を作り直しました。お手数ですが、改めて確認をお願いします。`,
    en: en`The draft minutes of ${named(bodies, meeting)} were written anew. Please confirm them once more.`,
  }),
  correctedAfter: (bodies: Text, meeting: Meeting, section: Text, why: string): Text => ({
    ja: ja`${named(bodies, meeting)}の確定した議事録の『${section}』を訂正しました。理由:${why}。訂正前の内容も残っています。`,
    en: en`“${section}” of the confirmed minutes of ${named(bodies, meeting)} was corrected, because: ${why}. The original stays readable.`,
  }),
  confirmed: (name: string, meeting: Meeting): Text => ({
    ja: ja`${name}として、会議M${meeting.number}の議事録を確認しました。`,
    en: en`The minutes of meeting M${meeting.number} are confirmed for ${name}.`,
  }),
  correctionSent: (name: string, meeting: Meeting): Text => ({
    ja: ja`${name}として、会議M${meeting.number}の議事録の修正を依頼しました。`,
    en: en`A correction of the minutes of meeting M${meeting.number} was asked for by ${name}.`,
  }),
  correctionAsked: (bodies: Text, meeting: Meeting, name: string, words: string): Text => ({
    ja: ja`${named(bodies, meeting)}の議事録(案)に、${name}から修正の依頼がありました。『${words}』`,
    en: en`${name} asks for a correction of the draft minutes of ${named(bodies, meeting)}: “${words}”`,
  }),
  already: (name: string): Text => ({
    ja: ja`${name}は、すでに確認済です。`,
    en: en`${name} has already confirmed.`,
  }),
  notEligible: (name: string, meeting: Meeting): Text => ({
    ja: ja`${name}は、会議M${meeting.number}の議事録を確認する団体ではありません。`,
    en: en`${name} is not among those who confirm the minutes of meeting M${meeting.number}.`,
  }),
  oneMunicipality: {
    ja: ja`1団体ずつご入力ください。`,
    en: en`Please name one municipality at a time.`,
  },
  seatsOnly: (body: string): Text => ({
    ja: ja`議事録の確認は、${body}の委員が、ご自身の市町について行えます。代わりに入力する場合は、市町名と受付方法を添えて「/wg 議事録 M12 確認 五霞町 電話 6/15 山田」のようにご入力ください。`,
    en: en`Minutes are confirmed by the members of ${body}, each for their own municipality. To enter it for another, name the municipality and how it was told.`,
  }),
  sourceRequired: {
    ja: ja`代行入力には、受け付けた方法・日・お名前が必要です。「/wg 議事録 M12 確認 五霞町 電話 6/15 山田」のようにご入力ください。`,
    en: en`Entering it for another needs how, when and from whom it came, like “電話 6/15 山田”.`,
  },
  enteredForYou: (name: string, meeting: Meeting, what: Text, source: string): Text => ({
    ja: ja`会議M${meeting.number}の議事録について、${name}の『${what}』が代行入力されました(${source})。相違がある場合は、下のボタンから訂正できます。`,
    en: en`“${what}” was entered for ${name} on the minutes of meeting M${meeting.number} (${source}). If that is not so, correct it by the button.`,
  }),
  sentFiles: {
    ja: ja`議事録のファイルを、ダイレクトメッセージでお送りしました。`,
    en: en`The files come as a direct message.`,
  },
  nothingToUndo: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}の議事録について、取り消せる操作がありません。`,
    en: en`There is nothing of yours to take back on the minutes of meeting M${meeting.number}.`,
  }),
  undone: (kind: MinutesEntry['kind'], meeting: Meeting): Text => {
    const what: Partial<Record<MinutesEntry['kind'], Text>> = {
      confirm: { ja: ja`確認`, en: en`confirmation` },
      correct: { ja: ja`修正依頼`, en: en`request for a correction` },
      amend: { ja: ja`訂正`, en: en`change` },
      ask: { ja: ja`確認依頼`, en: en`request for confirmation` },
    };
    const named = what[kind] ?? nothing;
    return {
      ja: ja`会議M${meeting.number}の議事録の${named}を取り消しました。`,
      en: en`The ${named} on the minutes of meeting M${meeting.number} was taken back.`,
    };
  },
  tooLate: {
    ja: ja`10分を過ぎているため、取り消せません。「/wg 議事録訂正」で改めて訂正できます。`,
    en: en`More than 10 minutes have passed, so it cannot be taken back. “/wg amend” corrects the minutes again.`,
  },
  reasonRequired: {
    ja: ja`確定した議事録の訂正には、理由が必要です。理由をご入力のうえ、もう一度お願いします。`,
    en: en`Correcting confirmed minutes needs a reason.`,
  },
  sameWords: { ja: ja`記載が変わらないため、訂正していません。`, en: en`Nothing was changed.` },
  amended: (section: Text, version: number): Text => ({
    ja: ja`『${section}』を修正しました(第${version}版)。元の記載も残っています。`,
    en: en`“${section}” was changed (version ${version}). The original stays readable.`,
  }),
  amendTitle: { ja: ja`議事録の訂正`, en: en`Correct the minutes` },
  correctTitle: { ja: ja`議事録の修正依頼`, en: en`Ask for a correction` },
  earlier: (list: readonly Text[]): Text => ({
    ja: ja`訂正前:${listed(list, same(' / '))}`,
    en: en`Before: ${listed(list, same(' / '))}`,
  }),

  buttons: {
    show: { ja: ja`議事録を表示`, en: en`Show the minutes` },
    file: { ja: ja`ファイルを受け取る`, en: en`Get the files` },
    ask: { ja: ja`確認を依頼する`, en: en`Ask for confirmation` },
    amend: { ja: ja`訂正する`, en: en`Correct` },
    redraft: { ja: ja`作り直す`, en: en`Draft anew` },
    confirm: { ja: ja`確認しました`, en: en`Confirm` },
    correct: { ja: ja`修正を依頼する`, en: en`Ask for a correction` },
    undo: { ja: ja`取り消す`, en: en`Undo` },
  },
} as const;
