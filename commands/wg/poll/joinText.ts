/** What is said of a body that joins a date poll, and of one that parts from it again. */
import type { Day } from '../../../src/domain/day.ts';
import type { PollStanding } from '../../../src/domain/poll.ts';
import { dayAsOf } from '../../../src/text/dates.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';

export const joinText = {
  joined: (name: Text, number: number, bodies: Text): Text => ({
    ja: ja`日程調整D${number}に${name}が加わり、${bodies}の合同会議の日程調整になりました。これまでのご回答はそのままです。`,
    en: en`${name} joins date poll D${number}: it is for a joint meeting of ${bodies}. The answers given so far stay.`,
  }),
  deadline: (deadline: Day, today: Day): Text => ({
    ja: ja`回答期限は${dayAsOf(deadline, today)}のままです。`,
    en: en`Answers are still due by ${dayAsOf(deadline, today)}.`,
  }),
  parted: (name: Text, number: number, bodies: Text): Text => ({
    ja: ja`日程調整D${number}への${name}の参加は取り消され、${bodies}の日程調整に戻りました。${name}としてのご回答は不要です。`,
    en: en`${name} no longer takes part in date poll D${number}, which is for ${bodies} again. No answer for ${name} is needed.`,
  }),
  already: (name: Text, number: number): Text => ({
    ja: ja`${name}は、すでに日程調整D${number}に加わっています。`,
    en: en`${name} already takes part in date poll D${number}.`,
  }),
  over: (number: number, standing: Exclude<PollStanding, 'open'>): Text => ({
    ja: {
      closed: ja`日程調整D${number}は回答を締め切っているため、加われません。「/wg 候補 D${number} 期限 6/12」のように期限を延ばしてから、もう一度ご入力ください。`,
      decided: ja`日程調整D${number}は日程が決定しているため、加われません。`,
      cancelled: ja`日程調整D${number}は取りやめになっているため、加われません。「/wg 日程調整 介護保険WG・障害者福祉WG 6/12 14:00、6/16 10:00」のように、合同の日程調整をお始めください。`,
    }[standing],
    en: {
      closed: en`Date poll D${number} no longer takes answers. Give it another deadline, as in “/wg candidates D${number} due 6/12”, then join it.`,
      decided: en`Date poll D${number} is decided already.`,
      cancelled: en`Date poll D${number} was withdrawn. Please open a joint one, as in “/wg schedule kaigo・shogai 6/12 14:00、6/16 10:00”.`,
    }[standing],
  }),
  decided: (number: number, meeting: number): Text => ({
    ja: ja`日程調整D${number}は日程が決定しています。決定した会議M${meeting}に、合同で参加できます。`,
    en: en`Date poll D${number} is decided. Its meeting M${meeting} can be joined instead.`,
  }),
  joinMeeting: (meeting: number): Text => ({
    ja: ja`M${meeting}に合同で参加する`,
    en: en`Join meeting M${meeting}`,
  }),
} as const;
