/** What the date poll says. */
import type { Suspended, Warning } from '../../../src/domain/bestDate.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { Meeting, Slot } from '../../../src/domain/meeting.ts';
import type { AnswerRefusal, Candidate, EditRefusal, OpenRefusal, PollStanding } from '../../../src/domain/poll.ts';
import { dayAndHours, dayAsOf, officialDay } from '../../../src/text/dates.ts';
import { en, ja, listed, nothing, same, type Text } from '../../../src/text/text.ts';
import { whenOf } from '../text.ts';

export const slotText = ({ day, start, end }: Slot): Text => dayAndHours(day, start, end);

export const poll = {
  title: (body: Text, number: number, deadline: Day): Text => ({
    ja: ja`${body}の日程調整(D${number})です。${officialDay(deadline)}までにご回答をお願いします。未定の場合は△でご回答いただけます。`,
    en: en`Date poll D${number} of ${body}. Please answer by ${officialDay(deadline)}; △ is fine where you do not know yet.`,
  }),
  closedTitle: (body: Text, number: number, deadline: Day): Text => ({
    ja: ja`${body}の日程調整(D${number})は、${officialDay(deadline)}に回答を締め切りました。日程の決定をお待ちください。`,
    en: en`Date poll D${number} of ${body} took answers until ${officialDay(deadline)}. The date is still to be decided.`,
  }),
  decidedTitle: (body: Text, number: number, meeting: Meeting): Text => ({
    ja: ja`${body}の日程調整(D${number})は、${whenOf(meeting)}に決定しました(会議M${meeting.number})。ご回答ありがとうございました。`,
    en: en`Date poll D${number} of ${body} is decided: ${whenOf(meeting)} (meeting M${meeting.number}). Thank you for answering.`,
  }),
  cancelledTitle: (body: Text, number: number): Text => ({
    ja: ja`${body}の日程調整(D${number})は、取りやめになりました。ご回答は不要です。`,
    en: en`Date poll D${number} of ${body} was withdrawn. No answer is needed.`,
  }),
  place: (place: string): Text => ({ ja: ja`会場:${place}`, en: en`Place: ${place}` }),
  agenda: (topics: readonly string[], body: Text | undefined): Text => {
    const all = listed(topics.map(same));
    return body === undefined
      ? { ja: ja`議題:${all}`, en: en`Agenda: ${all}` }
      : { ja: ja`議題(${body}):${all}`, en: en`Agenda of ${body}: ${all}` };
  },
  row: (candidate: Candidate, counts: readonly Text[], warned: boolean): Text => {
    const mark: Text = warned ? same(' ⚠') : nothing;
    const all = counts.length === 0 ? nothing : listed([same(' '), listed(counts, same('  '))], nothing);
    return {
      ja: ja`${candidate.number}. ${slotText(candidate.slot)}${mark}${all}`,
      en: en`${candidate.number}. ${slotText(candidate.slot)}${mark}${all}`,
    };
  },
  bodyRow: (body: Text, counts: readonly Text[]): Text => {
    const all = listed(counts, same('  '));
    return { ja: ja`  ${body}:${all}`, en: en`  ${body}: ${all}` };
  },
  marked: (mark: Text, names: string): Text => ({ ja: ja`${mark}${names}`, en: en`${mark} ${names}` }),
  noneYet: { ja: ja`回答なし`, en: en`no answers` },
  waiting: (names: string, body: Text | undefined): Text =>
    body === undefined
      ? { ja: ja`未回答:${names}`, en: en`Not answered: ${names}` }
      : { ja: ja`未回答(${body}):${names}`, en: en`Not answered (${body}): ${names}` },
  allAnswered: { ja: ja`すべての市町から回答がありました。`, en: en`All municipalities have answered.` },
  best: ({ number, slot }: Candidate): Text => ({
    ja: ja`現時点で有力な候補:${number}. ${slotText(slot)}`,
    en: en`Best so far: ${number}. ${slotText(slot)}`,
  }),
  noBest: (needed: number, joint: boolean): Text => ({
    ja: ja`開催できる候補はまだありません(${joint ? 'どの会議体でも' : ''}○△が${needed}団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。`,
    en: en`No candidate can be held yet: it takes ○ or △ from ${needed} municipalities${joint ? ' in each body' : ''}, and no closed day or other meeting.`,
  }),
  entered: (names: string): Text => ({ ja: ja`代行入力:${names}`, en: en`Entered on behalf of: ${names}` }),
  answer: { ja: ja`回答する`, en: en`Answer` },
  enter: { ja: ja`代行入力`, en: en`Enter for another` },
  nudge: { ja: ja`未回答の方に依頼`, en: en`Ask the unanswered` },
  decide: { ja: ja`この日で決定`, en: en`Decide this day` },
  confirmDecide: (slot: Slot): Text => ({
    ja: ja`${slotText(slot)}で会議を招集します。よろしいですか。`,
    en: en`Call the meeting for ${slotText(slot)}?`,
  }),

  warning: (candidate: Candidate, what: Text): Text => ({
    ja: ja`⚠ 候補${candidate.number}:${what}`,
    en: en`⚠ Candidate ${candidate.number}: ${what}`,
  }),
  busy: (names: string): Text => ({ ja: ja`繁忙期(${names})`, en: en`a busy season (${names})` }),
  suspended: (name: string, why: Suspended['kind']): Text =>
    why === 'election'
      ? { ja: ja`${name}は選挙の期間です`, en: en`${name} has an election` }
      : { ja: ja`${name}は業務を停止しています`, en: en`${name} is suspended` },
  closedDay: (why: Extract<Warning, { kind: 'closedDay' }>['why']): Text => ({
    ja: { weekend: ja`閉庁日(土日)`, holiday: ja`閉庁日(祝日)`, yearEnd: ja`閉庁日(年末年始)`, council: ja`閉庁日` }[
      why
    ],
    en: {
      weekend: en`offices are closed (weekend)`,
      holiday: en`offices are closed (holiday)`,
      yearEnd: en`offices are closed (turn of the year)`,
      council: en`offices are closed`,
    }[why],
  }),
  doubleBooked: (names: string, at: { readonly meeting: number } | { readonly poll: number }): Text => {
    const other: Text =
      'meeting' in at
        ? { ja: ja`会議M${at.meeting}`, en: en`meeting M${at.meeting}` }
        : { ja: ja`日程調整D${at.poll}の候補`, en: en`a candidate of poll D${at.poll}` };
    return { ja: ja`${other}と重なる方がいます(${names})`, en: en`${other} is at the same time for ${names}` };
  },

  read: (count: number, deadline: Day): Text => ({
    ja: ja`候補${count}件の日程調整を始めました。回答期限は${officialDay(deadline)}です。`,
    en: en`The poll of ${count} candidates is open until ${officialDay(deadline)}.`,
  }),
  deadlineOfPoll: {
    ja: ja`回答期限は、候補が複数ある日程調整で指定できます。例:/wg 日程調整 6/12 14:00-16:00、6/13 10:00-12:00 期限 6/10`,
    en: en`A due day goes with several candidates, as in /wg schedule 6/12 14:00-16:00、6/13 10:00-12:00 due 6/10`,
  },
  noPoll: (number: number): Text => ({
    ja: ja`日程調整D${number}は見つかりませんでした。番号をご確認ください。`,
    en: en`There is no date poll D${number}. Please check the number.`,
  }),
  openRefused: (refusal: OpenRefusal): Text => {
    switch (refusal.refused) {
      case 'tooMany':
        return {
          ja: ja`候補は10件までです。件数を減らしてご入力ください。`,
          en: en`A poll has at most 10 candidates.`,
        };
      case 'past':
        return {
          ja: ja`${slotText(refusal.slot)}は過ぎています。日時をご確認ください。`,
          en: en`${slotText(refusal.slot)} is over. Please check the date.`,
        };
      case 'same':
        return {
          ja: ja`${slotText(refusal.slot)}が2回入力されています。候補をご確認ください。`,
          en: en`${slotText(refusal.slot)} was given twice. Please check the candidates.`,
        };
      case 'lateDeadline':
        return {
          ja: ja`回答期限は、最初の候補(${officialDay(refusal.first)})より前の日でご入力ください。`,
          en: en`The due day must be before the first candidate (${officialDay(refusal.first)}).`,
        };
    }
  },

  over: (number: number, standing: Exclude<PollStanding, 'open'>): Text => ({
    ja: {
      closed: ja`日程調整D${number}の回答は締め切りました。変更がある場合は、座長または事務局へご連絡ください。`,
      decided: ja`日程調整D${number}は、すでに日程が決定しています。`,
      cancelled: ja`日程調整D${number}は、取りやめになっています。`,
    }[standing],
    en: {
      closed: en`Poll D${number} no longer takes answers. Please tell the lead or the secretariat of any change.`,
      decided: en`Poll D${number} is decided already.`,
      cancelled: en`Poll D${number} was withdrawn.`,
    }[standing],
  }),
  answerRefused: (number: number, refusal: AnswerRefusal, body: Text): Text => {
    if (refusal.refused === 'closed') return poll.over(number, refusal.standing);
    if (refusal.refused === 'notTheirs') return poll.notTheirs(body);
    if (refusal.refused === 'moved') return poll.movedMeanwhile(refusal.candidate);
    return poll.noCandidate(refusal.candidate);
  },
  notTheirs: (body: Text): Text => ({
    ja: ja`他の市町の回答は入力できません。ご回答は、${body}のご担当(代理の方を含む)がご自身の市町について行えます。代行入力は、事務局とその市町の情報主管担当が行えます。`,
    en: en`Another municipality's answer cannot be entered. The members of ${body} and their deputies answer for their own; the secretariat and that municipality's information section may enter it for them.`,
  }),
  movedMeanwhile: ({ number, slot }: Candidate): Text => ({
    ja: ja`候補${number}は、ご回答の間に${slotText(slot)}へ変更されました。今回のご回答は登録していません。お手数ですが、もう一度ご回答をお願いします。`,
    en: en`Candidate ${number} was moved to ${slotText(slot)} while you answered. Nothing was noted; please answer again.`,
  }),
  noCandidate: (candidate: number): Text => ({
    ja: ja`候補${candidate}はありません。日程調整の表の番号でご入力ください。`,
    en: en`There is no candidate ${candidate}. Please use the numbers of the table.`,
  }),
  expected: (count: number): Text => ({
    ja: ja`候補は${count}件です。○△×を${count}個、または「1:○ 2:×」のようにご入力ください。`,
    en: en`There are ${count} candidates. Please give ${count} marks, or type “1:○ 2:×”.`,
  }),
  needsSource: {
    ja: ja`代行入力には、受け付けた方法(電話・メール・書面・口頭)・日・お名前が必要です。例:/wg 日程回答 D3 五霞町 電話 6/3 山田 ○△×`,
    en: en`To answer for another, say how (電話, メール, 書面, 口頭), when and from whom it reached you, as in /wg answer D3 五霞町 電話 6/3 山田 ○△×`,
  },
  unknownTown: (name: string): Text => ({
    ja: ja`「${name}」という構成団体は見つかりませんでした。名称をご確認ください。`,
    en: en`There is no member municipality “${name}”.`,
  }),
  oneTown: {
    ja: ja`ご回答は、1団体ずつご入力ください。`,
    en: en`Please answer for one municipality at a time.`,
  },
  answered: (town: string, marks: string): Text => ({
    ja: ja`${town}の回答を受け付けました(${marks})。期限までは何度でも変更できます。`,
    en: en`The answer of ${town} is noted (${marks}). You may change it until the deadline.`,
  }),
  enteredFor: (number: number, body: Text, town: string, source: string, marks: string, by: string): Text => ({
    ja: ja`${body}の日程調整(D${number})に、${town}の回答を${by}さんが代行入力しました(${source}、${marks})。相違がある場合は、訂正をお願いします。`,
    en: en`${by} entered the answer of ${town} to date poll D${number} of ${body} (${source}: ${marks}). Please correct it if it is not so.`,
  }),

  reminder: (number: number, body: Text, town: string, deadline: Day, today: Day): Text => ({
    ja: ja`${body}の日程調整(D${number})について、${town}のご回答をお待ちしています。期限は${dayAsOf(deadline, today)}です。未定の場合は△でご回答いただけます。行き違いの際はご容赦ください。`,
    en: en`Date poll D${number} of ${body} awaits the answer of ${town}, by ${dayAsOf(deadline, today)}. △ is fine where you do not know yet. Please ignore this if you have just answered.`,
  }),
  nudgedTo: (names: string): Text => ({
    ja: ja`${names}のご担当に、回答をお願いしました。`,
    en: en`The members of ${names} were asked to answer.`,
  }),
  vacant: (names: string): Text => ({
    ja: ja`${names}は担当者が未定のため、依頼をお送りしていません。`,
    en: en`${names} has nobody in the seat, so nobody was asked.`,
  }),
  nudgedToday: {
    ja: ja`本日はすでに回答をお願いしています。再度の依頼は、翌開庁日以降にお願いします。`,
    en: en`They were asked today already. Please wait for the next business day.`,
  },
  closedToday: {
    ja: ja`本日は閉庁日のため、回答の依頼はお送りしていません。開庁日に、もう一度お願いします。`,
    en: en`Offices are closed today, so nobody is asked. Please do so on a business day.`,
  },

  which: { ja: ja`どの候補に決定しますか。`, en: en`Which candidate is it to be?` },
  editRefused: (number: number, refusal: EditRefusal): Text => {
    switch (refusal.refused) {
      case 'over':
        return poll.over(number, refusal.standing);
      case 'past':
        return {
          ja: ja`その日時は過ぎています。日時をご確認ください。`,
          en: en`That time is over. Please check the date.`,
        };
      case 'tooMany':
        return poll.openRefused({ refused: 'tooMany' });
      case 'unknown':
        return poll.noCandidate(refusal.candidate);
      case 'already':
        return {
          ja: ja`同じ日時が候補${refusal.candidate}にあります。`,
          en: en`Candidate ${refusal.candidate} is at that time already.`,
        };
      case 'last':
        return {
          ja: ja`最後の候補は取り消せません。日程調整を取りやめる場合は「/wg 調整中止 D${number}」をご利用ください。`,
          en: en`The last candidate stays. To ask no more, type “/wg withdraw D${number}”.`,
        };
    }
  },
  editUsage: (number: number): Text => ({
    ja: ja`候補の追加は「/wg 候補 D${number} 追加 6/18 10:00-12:00」、取消しは「/wg 候補 D${number} 取消 2」、変更は「/wg 候補 D${number} 変更 2 6/19 10:00-12:00」のようにご入力ください。`,
    en: en`Type “/wg candidates D${number} add 6/18 10:00-12:00”, “… remove 2” or “… move 2 6/19 10:00-12:00”.`,
  }),
  edited: (number: number, how: 'add' | 'remove' | 'move', { number: candidate, slot }: Candidate): Text => ({
    ja: {
      add: ja`日程調整D${number}に、候補${candidate}(${slotText(slot)})を追加しました。この候補へのご回答をお願いします。`,
      remove: ja`日程調整D${number}の候補${candidate}(${slotText(slot)})を取り消しました。ほかの候補への回答はそのままです。`,
      move: ja`日程調整D${number}の候補${candidate}を、${slotText(slot)}に変更しました。この候補だけ、もう一度ご回答をお願いします。`,
    }[how],
    en: {
      add: en`Poll D${number} has one candidate more: ${candidate}, ${slotText(slot)}. Please answer it.`,
      remove: en`Candidate ${candidate} (${slotText(slot)}) of poll D${number} was removed. The answers to the others stay.`,
      move: en`Candidate ${candidate} of poll D${number} is now ${slotText(slot)}. Please answer this one again.`,
    }[how],
  }),
} as const;
