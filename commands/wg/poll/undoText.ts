/** What is said of a poll's deadline that moves, and of what is taken back. */
import type { Chart } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { DeadlineRefusal, Poll } from '../../../src/domain/poll.ts';
import type { PollBack, PollBackRefusal } from '../../../src/domain/pollChange.ts';
import { dayAsOf } from '../../../src/text/dates.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { en, ja, same, struck, type Text } from '../../../src/text/text.ts';
import { bodyText } from '../../subjects/bodies.ts';
import { joinText } from './joinText.ts';
import { poll, slotText } from './text.ts';

export const undoText = {
  deadlineRefused: (number: number, refusal: DeadlineRefusal): Text => {
    switch (refusal.refused) {
      case 'over':
        return poll.over(number, refusal.standing);
      case 'lateDeadline':
        return poll.openRefused(refusal);
      case 'pastDeadline':
        return {
          ja: ja`回答期限は、本日以降の日でご入力ください。`,
          en: en`The deadline must be today or later.`,
        };
      case 'sameDeadline':
        return {
          ja: ja`回答期限は、すでにその日になっています。`,
          en: en`That is the deadline already.`,
        };
    }
  },
  deadlineMoved: (number: number, from: Day, to: Day, today: Day): Text => ({
    ja: ja`日程調整D${number}の回答期限を、${struck(dayAsOf(from, today))} から ${dayAsOf(to, today)} に変更しました。`,
    en: en`The deadline of poll D${number} was moved from ${struck(dayAsOf(from, today))} to ${dayAsOf(to, today)}.`,
  }),

  undo: { ja: ja`元に戻す`, en: en`Undo` },
  undoOpening: { ja: ja`取り消す`, en: en`Undo` },
  confirmUndoOpening: { ja: ja`この日程調整を取り消します。よろしいですか。`, en: en`Take this date poll back?` },
  undoMeeting: { ja: ja`会議の招集を取り消す`, en: en`Take the call of the meeting back` },
  undoRefused: (number: number, refusal: PollBackRefusal): Text => {
    switch (refusal.refused) {
      case 'decided':
        return {
          ja: ja`日程調整D${number}は、日程が決定し会議を招集しています。元に戻す場合は、会議の招集を取り消してください(10分以内)。日程調整が再開されます。`,
          en: en`Poll D${number} is decided and its meeting called. Take back the meeting's call within ten minutes, and the poll goes on.`,
        };
      case 'tooLate':
        return {
          ja: ja`取り消せるのは10分以内です。候補や期限は「/wg 候補 D${number}」で変更でき、「/wg 調整中止 D${number}」で取りやめられます。`,
          en: en`It can be taken back for ten minutes. Change it by “/wg candidates D${number}”, or end it by “/wg withdraw D${number}”.`,
        };
      case 'undoneAlready':
        return {
          ja: ja`日程調整D${number}は、すでに取り消されています。`,
          en: en`Poll D${number} was taken back already.`,
        };
      case 'past':
        return {
          ja: ja`元の候補の日時が過ぎているため、戻せません。「/wg 候補 D${number} 変更 …」でご変更ください。`,
          en: en`The time that would come back is over. Please use “/wg candidates D${number} move …”.`,
        };
      case 'taken':
        return {
          ja: ja`元の日時が候補${refusal.candidate}にあるため、戻せません。「/wg 候補 D${number}」で候補をご確認ください。`,
          en: en`Candidate ${refusal.candidate} is at that time by now. Please see to it by “/wg candidates D${number}”.`,
        };
      case 'last':
        return {
          ja: ja`ほかに候補がないため、追加を取り消せません。取りやめる場合は「/wg 調整中止 D${number}」をご利用ください。`,
          en: en`Without it there is no candidate left. To ask no more, type “/wg withdraw D${number}”.`,
        };
    }
  },
  parted: (of: Poll, { body, joint }: PollBack & { readonly back: 'joined' }, chart: Chart): Text =>
    joinText.parted(bodyText(chart, body), of.number, same(bodiesNames(chart, { body: of.body, joint }))),
  takenBack: (of: Poll, back: PollBack, chart: Chart, today: Day): Text => {
    const { number } = of;
    switch (back.back) {
      case 'opening':
        return poll.cancelledTitle(same(bodiesNames(chart, of)), number);
      case 'joined':
        return undoText.parted(of, back, chart);
      case 'withdrawn':
        return {
          ja: ja`日程調整D${number}を再開しました。回答はそのままです。`,
          en: en`Poll D${number} goes on; the answers stay.`,
        };
      case 'deadline':
        return {
          ja: ja`日程調整D${number}の回答期限を、${dayAsOf(back.deadline, today)}に戻しました。`,
          en: en`The deadline of poll D${number} is ${dayAsOf(back.deadline, today)} again.`,
        };
      case 'candidate':
        return back.candidate.removed
          ? {
              ja: ja`日程調整D${number}の候補${back.candidate.number}の追加を取り消しました。`,
              en: en`Candidate ${back.candidate.number} is off poll D${number} again.`,
            }
          : {
              ja: ja`日程調整D${number}の候補${back.candidate.number}を、${slotText(back.candidate.slot)}に戻しました。この日時への回答も戻ります。`,
              en: en`Candidate ${back.candidate.number} of poll D${number} is ${slotText(back.candidate.slot)} again, with the answers to it.`,
            };
    }
  },
} as const;
