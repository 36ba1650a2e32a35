/** What is said of agendas (次第). */
import {
  type AgendaEntry,
  carriedOver,
  type EntryRefusal,
  placeAt,
  type Standing,
  timeOf,
} from '../../../src/domain/agenda.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import type { StepKind } from '../../../src/store/council/agendas.ts';
import { dayAsOf } from '../../../src/text/dates.ts';
import { en, ja, listed, nothing, onOneLine, type Text } from '../../../src/text/text.ts';
import { outcomeText } from '../../arguments/outcomes.ts';
import { whenOf } from '../text.ts';

/** 議題12 */
export const entryName = ({ number }: Pick<AgendaEntry, 'number'>): Text => ({
  ja: ja`議題${number}`,
  en: en`${number}.`,
});

/** 議題12 督促状の様式について(15分、繰越2回目) */
export function entryText(entry: AgendaEntry, at?: number): Text {
  const count = carriedOver(entry, at);
  const about: Text[] = [
    ...(entry.outcome === undefined
      ? []
      : [{ ja: ja`案:${outcomeText(entry.outcome)}`, en: en`proposed: ${outcomeText(entry.outcome)}` }]),
    ...(entry.minutes === undefined ? [] : [{ ja: ja`${entry.minutes}分`, en: en`${entry.minutes} min` }]),
    ...(count === 0
      ? []
      : [{ ja: ja`繰越${count}回目`, en: en`carried over ${count === 1 ? 'once' : `${count} times`}` }]),
  ];
  const more: Text = about.length === 0 ? nothing : { ja: ja`(${listed(about)})`, en: en` (${listed(about)})` };
  return {
    ja: ja`${entryName(entry)} ${onOneLine(entry.title)}${more}`,
    en: en`${entryName(entry)} ${onOneLine(entry.title)}${more}`,
  };
}

/** Several of them in a row, each as it is now. */
const entriesText = (entries: readonly AgendaEntry[]): Text => listed(entries.map((one) => entryText(one)));

/** The same as a row of a meeting's agenda, with what became of it there. */
export function entryRow(entry: AgendaEntry, meeting: number): Text {
  const fate = placeAt(entry, meeting)?.fate;
  const mark: Text =
    fate === 'covered' || (fate === 'on' && entry.settled)
      ? { ja: ja` 済`, en: en` – covered` }
      : fate === 'circulated'
        ? { ja: ja` 持ち回り審議へ`, en: en` – to circulation` }
        : fate === 'carried'
          ? { ja: ja` 次回へ繰越し`, en: en` – carried over` }
          : nothing;
  const shown = entryText(entry, meeting);
  return { ja: ja`${shown}${mark}`, en: en`${shown}${mark}` };
}

const name = (meeting: Meeting): Text => ({ ja: ja`会議M${meeting.number}`, en: en`meeting M${meeting.number}` });

export const agenda = {
  title: (bodies: string, meeting: Meeting): Text => ({
    ja: ja`${bodies}の${name(meeting)}(${whenOf(meeting)})の次第`,
    en: en`Agenda of ${name(meeting)} of ${bodies} (${whenOf(meeting)})`,
  }),
  noMeeting: (body: string): Text => ({
    ja: ja`${body}には、予定されている会議がありません。議題は、次の会議の候補として預かります。`,
    en: en`${body} has no meeting ahead. Entries wait for the next one.`,
  }),
  none: {
    ja: ja`議題はまだありません。「/wg 議題 督促状の様式について 15分」のように追加できます。`,
    en: en`There are no entries yet. Add one, as in “/wg agenda 督促状の様式について 15分”.`,
  },
  section: (body: string): Text => ({ ja: ja`【${body}】`, en: en`[${body}]` }),
  time: (entries: readonly AgendaEntry[], meeting: Meeting | undefined): Text => {
    const { minutes, open } = timeOf(entries);
    const length = meeting?.end === undefined ? undefined : meeting.end - meeting.start;
    const rest: Text = open === 0 ? nothing : { ja: ja`、時間未定${open}件`, en: en`, ${open} without a time` };
    const over: Text =
      length !== undefined && minutes > length
        ? { ja: ja`会議の${length}分を超えています。`, en: en` That is more than the meeting's ${length} minutes.` }
        : nothing;
    const of: Text = length === undefined ? nothing : { ja: ja`/会議${length}分`, en: en` of ${length}` };
    return { ja: ja`所要 計${minutes}分${of}${rest}。${over}`, en: en`${minutes} minutes${of}${rest}.${over}` };
  },
  due: (day: Day, today: Day): Text =>
    today > day
      ? {
          ja: ja`次第の公開期限(${dayAsOf(day, today)})を過ぎています。`,
          en: en`The agenda was to be out by ${dayAsOf(day, today)}.`,
        }
      : {
          ja: ja`次第の公開期限は${dayAsOf(day, today)}です。`,
          en: en`The agenda is to be out by ${dayAsOf(day, today)}.`,
        },
  isOut: (day: Day, changed: boolean, today: Day): Text =>
    changed
      ? {
          ja: ja`${dayAsOf(day, today)}に公開した後、次第が変わっています。`,
          en: en`The agenda changed after it was given out on ${dayAsOf(day, today)}.`,
        }
      : {
          ja: ja`次第は${dayAsOf(day, today)}に公開しました。`,
          en: en`The agenda was given out on ${dayAsOf(day, today)}.`,
        },
  queue: { ja: ja`議題の候補(預かり中)`, en: en`Waiting in the queue` },
  proposals: { ja: ja`未決の要件・課題などからの候補`, en: en`Open matters that could go on it` },
  proposal: (title: Text, minutes: number): Text => ({
    ja: ja`• ${title}(${minutes}分)`,
    en: en`• ${title} (${minutes} min)`,
  }),
  more: (count: number): Text => ({
    ja: ja`ほかに未決の要件が${count}件あります(/req 未決)。`,
    en: en`${count} more requirements are open (/req list).`,
  }),
  toPut: (entry: AgendaEntry): Text => ({ ja: ja`議題${entry.number}を載せる`, en: en`Put ${entry.number} on` }),
  toAdd: (title: Text): Text => ({ ja: ja`${title}を載せる`, en: en`Put ${title} on` }),
  toAll: (count: number): Text => ({ ja: ja`候補${count}件をすべて載せる`, en: en`Put all ${count} on` }),
  toIssue: { ja: ja`次第を公開する`, en: en`Give the agenda out` },
  toCover: (entry: AgendaEntry, body: string): Text => ({
    ja: ja`${body}議題${entry.number}を済にする`,
    en: en`${body}${entry.number} covered`,
  }),
  toRedraft: (meeting: number): Text => ({
    ja: ja`会議M${meeting}の議事録を作り直す`,
    en: en`Draft the minutes of M${meeting} anew`,
  }),
  toCirculate: { ja: ja`持ち回り審議に回す`, en: en`Send it to circulation` },
  toUndo: { ja: ja`取り消す`, en: en`Undo` },
  show: { ja: ja`次第を見る`, en: en`See the agenda` },

  added: (entries: readonly AgendaEntry[], meeting: Meeting): Text => ({
    ja: ja`${name(meeting)}の次第に加えました:${entriesText(entries)}`,
    en: en`On the agenda of ${name(meeting)}: ${entriesText(entries)}`,
  }),
  queued: (entries: readonly AgendaEntry[], body: string): Text => ({
    ja: ja`${body}の次の会議の候補として預かりました:${entriesText(entries)}。座長または事務局が次第に載せます。`,
    en: en`Kept for the next meeting of ${body}: ${entriesText(entries)}. Its lead or the secretariat puts it on the agenda.`,
  }),
  queuedForAll: (entries: readonly AgendaEntry[], body: string, who: string): Text => ({
    ja: ja`${who}さんから、${body}の次の会議の議題候補が提案されました:${entriesText(entries)}`,
    en: en`${who} proposes for the next meeting of ${body}: ${entriesText(entries)}`,
  }),
  already: (entry: AgendaEntry): Text => ({
    ja: ja`同じ件が、すでに${entryText(entry)}としてあります。`,
    en: en`The same stands there already as ${entryText(entry)}`,
  }),
  bare: (number: number, entry: AgendaEntry): Text => ({
    ja: ja`「${number}」は、要件${number}と議題${number}『${onOneLine(entry.title)}』のどちらのことでしょうか。`,
    en: en`Does “${number}” mean requirement ${number}, or entry ${number}, “${onOneLine(entry.title)}”?`,
  }),
  bareRequirement: (number: number): Text => ({
    ja: ja`要件${number}を議題に加える`,
    en: en`Put up requirement ${number}`,
  }),
  bareEntry: (number: number): Text => ({ ja: ja`議題${number}のこと`, en: en`Entry ${number}` }),
  otherBody: (numbers: Text, other: Text): Text => ({
    ja: ja`要件${numbers}は${other}の要件です。${other}のチャンネルで議題に加えてください。`,
    en: en`Requirement ${numbers} is of ${other}; please put it up in its channel.`,
  }),
  noItem: (number: number): Text => ({
    ja: ja`課題K${number}は見つかりませんでした。番号をご確認ください。`,
    en: en`There is no item K${number}.`,
  }),
  otherBodyItem: (what: Text, other: Text): Text => ({
    ja: ja`${what}は${other}のものです。${other}のチャンネルで議題に加えてください。`,
    en: en`${what} is of ${other}; please put it up in its channel.`,
  }),
  noCirculation: (number: number): Text => ({
    ja: ja`持ち回り審議P${number}は見つかりませんでした。番号をご確認ください。`,
    en: en`There is no circulation P${number}.`,
  }),
  noEntry: (number: number, body: string): Text => ({
    ja: ja`${body}に議題${number}はありません。「/wg 次第」で番号をご確認ください。`,
    en: en`${body} has no entry ${number}. “/wg agenda” shows the numbers.`,
  }),
  noMeetingToPut: (body: string): Text => ({
    ja: ja`${body}には、予定されている会議がありません。「/wg 日程」で招集してから載せてください。`,
    en: en`${body} has no meeting ahead. Call one by “/wg schedule” first.`,
  }),
  notOfMeeting: (body: string, meeting: Meeting): Text => ({
    ja: ja`${body}は、会議M${meeting.number}に加わっていません。`,
    en: en`${body} does not take part in meeting M${meeting.number}.`,
  }),
  over: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}は終了または中止しているため、次第は変更できません。次の会議の候補にする場合は、会議番号を付けずにご入力ください。`,
    en: en`Meeting M${meeting.number} is over or was cancelled, so its agenda stays as it is. Without its number the entry waits for the next one.`,
  }),
  notToday: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}は開会していないため、まだ済にはできません。`,
    en: en`Meeting M${meeting.number} has not opened, so nothing of it is covered yet.`,
  }),
  refused: ({ refused }: EntryRefusal, entry: AgendaEntry): Text => {
    switch (refused) {
      case 'dropped':
        return { ja: ja`議題${entry.number}は、すでに除外されています。`, en: en`Entry ${entry.number} was dropped.` };
      case 'covered':
        return {
          ja: ja`議題${entry.number}は、すでに済んでいます。`,
          en: en`Entry ${entry.number} is covered already.`,
        };
      case 'already':
        return {
          ja: ja`議題${entry.number}は、すでに次第に載っています。`,
          en: en`Entry ${entry.number} is on the agenda already.`,
        };
      case 'notOn':
        return {
          ja: ja`議題${entry.number}は、この会議の次第に載っていません。「/wg 議題 議題${entry.number} 採用」で載せられます。`,
          en: en`Entry ${entry.number} is not on this meeting's agenda. “/wg agenda put 議題${entry.number}” puts it there.`,
        };
    }
  },
  did: (deed: StepKind, entries: readonly AgendaEntry[], words: string | undefined): Text => {
    const list = entriesText(entries);
    const why: Text = words === undefined ? nothing : { ja: ja`(${words})`, en: en` (${words})` };
    const what: Record<StepKind, Text> = {
      proposed: { ja: ja`${list}を候補として預かりました`, en: en`Kept for the next meeting: ${list}` },
      added: { ja: ja`${list}を次第に加えました`, en: en`On the agenda: ${list}` },
      put: { ja: ja`${list}を次第に載せました`, en: en`On the agenda: ${list}` },
      order: { ja: ja`${list}の順番を変えました`, en: en`The order was changed: ${list}` },
      minutes: { ja: ja`所要時間を変えました:${list}`, en: en`The time was changed: ${list}` },
      cover: { ja: ja`${list}を済にしました`, en: en`Covered: ${list}` },
      circulate: { ja: ja`${list}を持ち回り審議に回しました`, en: en`Sent to circulation: ${list}` },
      carry: { ja: ja`${list}を次の会議へ繰り越しました`, en: en`Carried over: ${list}` },
      resume: { ja: ja`${list}を未了に戻しました`, en: en`Open again: ${list}` },
      takeOff: {
        ja: ja`${list}を次第から外し、次の会議の候補に戻しました`,
        en: en`Off the agenda, kept for the next meeting: ${list}`,
      },
      drop: { ja: ja`${list}を除外しました`, en: en`Dropped: ${list}` },
      note: { ja: ja`${list}に備考を付けました`, en: en`Noted on ${list}` },
      undo: { ja: ja`直前の変更を取り消しました:${list}`, en: en`Taken back: ${list}` },
    };
    return { ja: ja`${what[deed]}${why}。`, en: en`${what[deed]}${why}.` };
  },
  nothingToUndo: {
    ja: ja`取り消せる操作がありません。取り消せるのは、ご自身が10分以内に行った議題の操作です。`,
    en: en`There is nothing to take back: only one's own changes of the last 10 minutes can be.`,
  },
  changedSince: (entry: AgendaEntry): Text => ({
    ja: ja`議題${entry.number}は、その後ほかの方が変更しているため、取り消せません。「/wg 議題 議題${entry.number}」で経緯をご確認ください。`,
    en: en`Entry ${entry.number} was changed by somebody else since, so this cannot be taken back. “/wg agenda 議題${entry.number}” shows its history.`,
  }),
  history: (entry: AgendaEntry, standing: Standing): Text => ({
    ja: ja`${entryText(entry)}:${STANDING[standing]}`,
    en: en`${entryText(entry)}: ${STANDING[standing]}`,
  }),
  step: (when: Text, kind: StepKind, meeting: number | undefined, who: string, words: string | undefined): Text => {
    const at: Text = meeting === undefined ? nothing : { ja: ja` 会議M${meeting}`, en: en` meeting M${meeting}` };
    const why: Text = words === undefined ? nothing : { ja: ja`「${words}」`, en: en` “${words}”` };
    return { ja: ja`• ${when} ${STEP[kind]}${at}(${who})${why}`, en: en`• ${when} ${STEP[kind]}${at} (${who})${why}` };
  },
  from: (link: Text): Text => ({ ja: ja`元の投稿:${link}`, en: en`From the message ${link}` }),
  message: { ja: ja`投稿を開く`, en: en`open it` },

  preview: (count: number, meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}の次第に、次の${count}件を載せます。内容をご確認のうえ、ボタンを押してください。`,
    en: en`These ${count} would go on the agenda of meeting M${meeting.number}. Please check, then press the button.`,
  }),
  carryOut: (count: number): Text => ({ ja: ja`${count}件を載せる`, en: en`Put ${count} on` }),
  noProposals: { ja: ja`次第に載せる候補はありません。`, en: en`There is nothing to put on the agenda.` },

  goneMeanwhile: (number: number): Text => ({
    ja: ja`議題${number}は、内容の表示後に変更されました。お手数ですが、「/wg 次第」からもう一度お願いします。`,
    en: en`Entry ${number} was changed since this was shown. Please begin again from “/wg agenda”.`,
  }),

  circulateOpen: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}は開会中ではありません。持ち回り審議に回せるのは、開会した会議で定足数に達しない場合です。要件ごとに諮る場合は「/req 提案 1234 …」をご利用ください。`,
    en: en`Meeting M${meeting.number} is not open. An agenda goes to circulation when an open meeting has no quorum; “/req propose 1234 …” proposes single requirements.`,
  }),
  hasQuorum: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}は定足数を満たしていますので、会議で審議できます。要件ごとに諮る場合は「/req 提案 1234 …」をご利用ください。`,
    en: en`Meeting M${meeting.number} has a quorum, so it can decide itself. “/req propose 1234 …” proposes single requirements.`,
  }),
  circulatePreview: (meeting: Meeting): Text => ({
    ja: ja`定足数に達していないため、会議M${meeting.number}の次第を次のとおり扱います。内容をご確認のうえ、ボタンを押してください。`,
    en: en`Without a quorum, the agenda of meeting M${meeting.number} would be handled as follows. Please check, then press the button.`,
  }),
  ifNoQuorum: {
    ja: ja`定足数に達しない場合は、同じ次第を持ち回り審議に回せます。`,
    en: en`Without a quorum, the same agenda can go to circulation.`,
  },
  goes: { ja: ja`持ち回り審議に回すもの`, en: en`Goes to circulation` },
  goesRow: (entry: AgendaEntry): Text => {
    const why: Text =
      entry.note === undefined ? nothing : { ja: ja` 理由:${entry.note}`, en: en`, since: ${entry.note}` };
    return { ja: ja`• ${entryText(entry)}${why}`, en: en`• ${entryText(entry)}${why}` };
  },
  stays: { ja: ja`回せないもの(次の会議へ繰越し)`, en: en`Cannot go, carried over` },
  staysRow: (entry: AgendaEntry): Text => {
    const why: Text =
      entry.kind !== 'requirements'
        ? { ja: ja`要件の議題ではないため`, en: en`it is about no requirement` }
        : entry.outcome === undefined
          ? { ja: ja`結果の案がないため`, en: en`no outcome is proposed` }
          : { ja: ja`代替案の内容がないため`, en: en`the alternative is not named` };
    return { ja: ja`• ${entryText(entry)} ― ${why}`, en: en`• ${entryText(entry)} – ${why}` };
  },
  lacksOutcome: {
    ja: ja`結果の案を付けて諮る場合は、次のボタンからご入力ください。`,
    en: en`To propose an outcome for these, use the buttons.`,
  },
  toPropose: (entry: AgendaEntry): Text => ({ ja: ja`議題${entry.number}を諮る`, en: en`Propose ${entry.number}` }),
  toGo: (going: number, rest: number): Text => ({
    ja: ja`${going}件を諮り、${rest}件を繰り越す`,
    en: en`Propose ${going}, carry ${rest} over`,
  }),
  circulated: (going: number, rest: number): Text => ({
    ja: ja`${going}件を持ち回り審議に回し、${rest}件を次の会議へ繰り越しました。`,
    en: en`${going} went to circulation, ${rest} were carried over.`,
  }),
  agendaChanged: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}の次第が、内容の表示後に変わりました。お手数ですが、もう一度「持ち回り審議に回す」からお願いします。`,
    en: en`The agenda of meeting M${meeting.number} changed since this was shown. Please begin again.`,
  }),

  issued: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}の次第を公開しました。`,
    en: en`The agenda of meeting M${meeting.number} is out.`,
  }),
  reissued: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}(${whenOf(meeting)})の次第を更新しました。`,
    en: en`The agenda of meeting M${meeting.number} (${whenOf(meeting)}) was given out anew.`,
  }),
  nothingToIssue: (meeting: Meeting): Text => ({
    ja: ja`会議M${meeting.number}には、まだ議題がないため公開できません。「/wg 議題 M${meeting.number} …」で議題を加えてください。`,
    en: en`Meeting M${meeting.number} has no agenda yet to give out. Add entries by “/wg agenda M${meeting.number} …”.`,
  }),
  issuedAlready: (meeting: Meeting, day: Day, today: Day): Text => ({
    ja: ja`会議M${meeting.number}の次第は、${dayAsOf(day, today)}に公開済みで、その後の変更はありません。`,
    en: en`The agenda of meeting M${meeting.number} was given out on ${dayAsOf(day, today)} and has not changed since.`,
  }),

  carriedAtClose: (entries: readonly AgendaEntry[]): Text => ({
    ja: ja`審議に至らなかった議題${entries.length}件を、次の会議へ繰り越しました:${entriesText(entries)}`,
    en: en`Not covered, so carried over: ${entriesText(entries)}`,
  }),
  toNext: (meeting: number): Text => ({ ja: ja`会議M${meeting}に載せる`, en: en`Put it on M${meeting}` }),
} as const;

const STANDING: Readonly<Record<Standing, Text>> = {
  proposed: { ja: ja`候補(預かり中)`, en: en`in the queue` },
  carried: { ja: ja`繰越し(次の会議の候補)`, en: en`carried over, in the queue` },
  on: { ja: ja`次第に掲載中`, en: en`on the agenda` },
  covered: { ja: ja`済`, en: en`covered` },
  circulated: { ja: ja`持ち回り審議へ`, en: en`sent to circulation` },
  dropped: { ja: ja`除外`, en: en`dropped` },
};

const STEP: Readonly<Record<StepKind, Text>> = {
  proposed: { ja: ja`提案`, en: en`proposed` },
  added: { ja: ja`追加`, en: en`added` },
  put: { ja: ja`掲載`, en: en`put on` },
  order: { ja: ja`順番変更`, en: en`reordered` },
  minutes: { ja: ja`時間変更`, en: en`time changed` },
  cover: { ja: ja`済`, en: en`covered` },
  circulate: { ja: ja`持ち回り審議へ`, en: en`to circulation` },
  carry: { ja: ja`繰越し`, en: en`carried over` },
  resume: { ja: ja`未了に戻す`, en: en`open again` },
  takeOff: { ja: ja`次の会議へ`, en: en`taken off` },
  drop: { ja: ja`除外`, en: en`dropped` },
  note: { ja: ja`備考`, en: en`note` },
  undo: { ja: ja`取消`, en: en`taken back` },
};
