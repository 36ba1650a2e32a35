/** What `/wg` says. */
import type { ClosedReason } from '../../src/domain/businessDay.ts';
import type { Meeting, Slot } from '../../src/domain/meeting.ts';
import { dayAndHours } from '../../src/text/dates.ts';
import { en, ja, nothing, struck, type Text } from '../../src/text/text.ts';

export const meetingName = (meeting: Meeting): Text => ({ ja: ja`M${meeting.number}`, en: en`M${meeting.number}` });

export const whenOf = ({ day, start, end }: Slot): Text => dayAndHours(day, start, end);

const at = (place: string | undefined): Text =>
  place === undefined ? nothing : { ja: ja`、${place}`, en: en`, at ${place}` };

export const text = {
  /** 介護保険WGの会議(M12)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。 */
  scheduled: (body: Text, meeting: Meeting): Text => ({
    ja: ja`${body}の会議(${meetingName(meeting)})を、${whenOf(meeting)}${at(meeting.place)}${meeting.place === undefined ? 'に' : 'で'}開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。`,
    en: en`${body} meets (${meetingName(meeting)}) on ${whenOf(meeting)}${at(meeting.place)}. If you cannot come, please consider sending a deputy.`,
  }),

  cancelled: (body: Text, meeting: Meeting): Text => ({
    ja: ja`${body}の会議(${meetingName(meeting)}) ${struck(whenOf(meeting))} は取り消されました。お手数ですが、予定表からの削除をお願いします。`,
    en: en`The meeting ${meetingName(meeting)} of ${body}, ${struck(whenOf(meeting))} , was taken back. Please remove it from your calendar.`,
  }),

  read: (meeting: Slot): Text => ({
    ja: ja`日時を「${whenOf(meeting)}」と読み取りました。`,
    en: en`The date was read as “${whenOf(meeting)}”.`,
  }),

  noAgenda: { ja: ja`議題は追ってお知らせします。`, en: en`The agenda follows.` },

  online: (link: string): Text => ({ ja: ja`オンライン:${link}`, en: en`Online: ${link}` }),

  beware: (what: Text): Text => ({ ja: ja`⚠ ${what}`, en: en`⚠ ${what}` }),
  undo: { ja: ja`取り消す`, en: en`Undo` },
  confirmUndo: { ja: ja`この会議の開催を取り消します。よろしいですか。`, en: en`Take this meeting back?` },

  posted: (channels: number): Text =>
    channels > 0
      ? { ja: ja`会議体のチャンネルにお知らせしました。`, en: en`The body's channel is told.` }
      : {
          ja: ja`この会議体にはチャンネルが割り当てられていないため、お知らせは投稿していません。事務局へ割り当てをご依頼ください。`,
          en: en`The body has no channel, so nothing was posted. Please ask the secretariat to map one.`,
        },

  closed: (reason: ClosedReason, holiday: string | undefined): Text => {
    const why: Text = {
      ja: {
        weekend: ja`土曜日・日曜日`,
        holiday: ja`祝日・${holiday ?? ''}`,
        yearEnd: ja`年末年始`,
        council: ja`閉庁日`,
      }[reason],
      en: {
        weekend: en`a weekend`,
        holiday: en`a national holiday, ${holiday ?? ''}`,
        yearEnd: en`the turn of the year`,
        council: en`a closed day`,
      }[reason],
    };
    return {
      ja: ja`この日は閉庁日(${why})です。念のため、日時をご確認ください。`,
      en: en`Offices are closed on that day (${why}). Please make sure of the date.`,
    };
  },

  noTime: {
    ja: ja`会議の開始時刻をご入力ください。例:/wg 日程 6/12 14:00-16:00 那珂市役所 議題`,
    en: en`Please give the time, as in /wg schedule 6/12 14:00-16:00 那珂市役所 agenda`,
  },
  past: (slot: { when: Text }): Text => ({
    ja: ja`${slot.when}は過ぎています。日時をご確認ください。`,
    en: en`${slot.when} is over. Please check the date.`,
  }),
  clash: (body: Text, other: Meeting): Text => ({
    ja: ja`${body}には、同じ時間帯に会議${meetingName(other)}(${whenOf(other)})があります。別の日時をご検討ください。`,
    en: en`${body} already has meeting ${meetingName(other)} (${whenOf(other)}) at that time. Please choose another.`,
  }),

  noMeeting: (number: number): Text => ({
    ja: ja`会議M${number}は見つかりませんでした。番号をご確認ください。`,
    en: en`Meeting M${number} was not found. Please check the number.`,
  }),
  nothingToUndo: {
    ja: ja`取り消せる会議がありません。「/wg 取消 M12」のように番号をご入力ください。`,
    en: en`There is no meeting of yours to take back. Name it like “/wg undo M12”.`,
  },
  tooLate: (meeting: Meeting): Text => ({
    ja: ja`会議${meetingName(meeting)}は、登録から10分を過ぎているため、ここでは取り消せません。事務局へご相談ください。`,
    en: en`Meeting ${meetingName(meeting)} was scheduled more than 10 minutes ago and cannot be taken back here. Please talk to the secretariat.`,
  }),
  alreadyCancelled: (meeting: Meeting): Text => ({
    ja: ja`会議${meetingName(meeting)}は、すでに取り消されています。`,
    en: en`Meeting ${meetingName(meeting)} has already been taken back.`,
  }),
};
