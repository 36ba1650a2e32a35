/** What is said of notes taken in a meeting. */
import type { CapturedKind } from '../../../src/domain/capture.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import type { MeetingNote } from '../../../src/store/council/notes.ts';
import { dayAsOf } from '../../../src/text/dates.ts';
import { en, ja, listed, nothing, onOneLine, same, struck, type Text } from '../../../src/text/text.ts';
import { sittingName } from '../sittingText.ts';

export const KIND_NAMES: Readonly<Record<CapturedKind, Text>> = {
  decision: { ja: ja`決定`, en: en`decision` },
  resolution: { ja: ja`申合せ`, en: en`agreed` },
  item: { ja: ja`宿題`, en: en`item` },
  confirmation: { ja: ja`確認`, en: en`confirmed` },
  course: { ja: ja`経過`, en: en`course` },
};

export const notesText = {
  taken: (meeting: Meeting, by: string, count: number): Text => ({
    ja: ja`${sittingName(meeting)}の記録に${count}件加えました(${by}さん)。`,
    en: en`${count} noted for the ${sittingName(meeting)}, by ${by}.`,
  }),
  /** How it was read, shown before the minutes bind it. */
  row: ({ kind, words, item, takenBackAt }: MeetingNote, more: Text): Text => {
    const number: Text = item === undefined ? nothing : same(`K${item} `);
    const row: Text = {
      ja: ja`${KIND_NAMES[kind]}:${number}${onOneLine(words)}${more}`,
      en: en`${KIND_NAMES[kind]}: ${number}${onOneLine(words)}${more}`,
    };
    return takenBackAt === undefined ? row : { ja: ja`${struck(row)}(取消)`, en: en`${struck(row)} (taken back)` };
  },
  item: (owners: Text, due: Day | undefined, today: Day): Text => ({
    ja: ja`(担当:${owners}、期限:${due === undefined ? same('なし') : dayAsOf(due, today)})`,
    en: en` (${owners}; due: ${due === undefined ? same('none') : dayAsOf(due, today)})`,
  }),
  stays: {
    ja: ja`元の投稿を編集・削除しても、この記録は変わりません。誤りがある場合は取り消して、改めて投稿してください。`,
    en: en`Editing or deleting the message does not change this record. If it is wrong, take it back and post it anew.`,
  },
  undo: (kind: CapturedKind, several: boolean, n: number): Text =>
    several
      ? { ja: ja`${n}件目(${KIND_NAMES[kind]})を取り消す`, en: en`Undo ${n} (${KIND_NAMES[kind]})` }
      : { ja: ja`取り消す`, en: en`Undo` },
  noneNoted: {
    ja: ja`記録していません。内容をご確認ください。`,
    en: en`Nothing was noted; please look at this again.`,
  },
  noted: (count: number): Text => ({ ja: ja`${count}件を記録しました。`, en: en`${count} noted.` }),
  notNoted: (words: string, why: Text): Text => ({
    ja: ja`「${onOneLine(words)}」は記録していません。${why}`,
    en: en`“${onOneLine(words)}” was not noted. ${why}`,
  }),
  several: {
    ja: ja`期限と読める日が複数あります。期限を先頭に置いて「宿題:@那珂市 6/20 内容」のようにご入力ください。`,
    en: en`It names several days that could be the due day. Put the due day first, as in “宿題:@那珂市 6/20 …”.`,
  },
  day: (typed: string): Text => ({
    ja: ja`日付「${typed}」を読み取れませんでした。期限を先頭に置いて「宿題:@那珂市 6/20 内容」のようにご入力ください。`,
    en: en`The day “${typed}” was not understood. Put the due day first, as in “宿題:@那珂市 6/20 …”.`,
  }),
  noTitle: {
    ja: ja`内容をご入力ください。例:宿題:@那珂市 6/20 帳票レイアウトの確認`,
    en: en`Please say what is to be done, as in “宿題:@那珂市 6/20 …”.`,
  },
  empty: { ja: ja`内容をご入力ください。`, en: en`Please type what is to be noted.` },
  decisionOr: (numbers: Text): Text => ({
    ja: ja`要件${numbers}の決定でしょうか、申合せでしょうか。決定の場合は「決定:1234 代替案 理由」のように、要件番号・結果・理由の順でご入力ください。`,
    en: en`Is it a decision on requirement ${numbers}, or something agreed? A decision is typed as “/wg note 決定:1234 alternative reason”.`,
  }),
  asResolution: { ja: ja`申合せとして記録する`, en: en`Note it as agreed` },
  unmarked: {
    ja: ja`行の先頭に「決定:」「申合せ:」「宿題:」「確認:」「経過:」のいずれかを付けてご入力ください。例:/wg 記録 宿題:@那珂市 6/20 帳票の確認`,
    en: en`Begin each line with 決定:, 申合せ:, 宿題:, 確認: or 経過:, as in “/wg note 宿題:@那珂市 6/20 …”.`,
  },
  notOpen: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}は開会していないため、記録できません。閉会後の加筆は「/wg 議事録訂正 M${meeting.number}」をご利用ください。`,
    en: en`Meeting M${meeting.number} is not open, so nothing is noted. After it closed, “/wg amend M${meeting.number}” adds to its minutes.`,
  }),
  noNote: { ja: ja`取り消せる記録が見つかりませんでした。`, en: en`There is no such note to take back.` },
  alreadyBack: { ja: ja`この記録は、すでに取り消されています。`, en: en`This note has already been taken back.` },
  itemMoved: (item: number): Text => ({
    ja: ja`宿題K${item}は、すでに対応が始まっているため、ここでは取り消せません。「/item 完了 K${item}」などをご利用ください。`,
    en: en`K${item} is being worked on already and cannot be taken back here.`,
  }),
  decisionStands: (name: Text, line: string): Text => ({
    ja: ja`決定の取消しは「${line}」で行えます(${name})。取り消した決定は議事録に載りません。`,
    en: en`A decision is taken back by “${line}” (${name}); then it does not stand in the minutes.`,
  }),
  back: (note: MeetingNote): Text => ({
    ja: ja`「${onOneLine(note.words)}」の記録を取り消しました。`,
    en: en`The note “${onOneLine(note.words)}” was taken back.`,
  }),
  noteButton: { ja: ja`記録する`, en: en`Note` },
  list: (texts: readonly Text[]): Text => listed(texts, same('\n')),
};
