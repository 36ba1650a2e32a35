/** What is said of a series of meetings. */
import type { Day } from '../../src/domain/day.ts';
import type { Meeting, Slot } from '../../src/domain/meeting.ts';
import { dayAsOf } from '../../src/text/dates.ts';
import { en, ja, nothing, struck, type Text } from '../../src/text/text.ts';
import { change } from './changeText.ts';
import { meetingName, whenOf } from './text.ts';

export const series = {
  preview: (bodies: Text, n: number): Text => ({
    ja: ja`${bodies}の会議を、次の${n}回招集します。まだ招集はしていません。`,
    en: en`${n} meetings of ${bodies} would be called. Nothing was called yet.`,
  }),
  slot: (slot: Slot): Text => ({ ja: ja`• ${whenOf(slot)}`, en: en`• ${whenOf(slot)}` }),
  carryOut: (n: number): Text => ({ ja: ja`この${n}回を招集する`, en: en`Call these ${n}` }),
  called: (n: number): Text => ({ ja: ja`会議を${n}回分招集しました。`, en: en`${n} meetings were called.` }),
  left: (day: Day, today: Day): Text => ({
    ja: ja`${dayAsOf(day, today)}は閉庁日のため、除きます。`,
    en: en`${dayAsOf(day, today)} is left out: offices are closed.`,
  }),
  shifted: (from: Day, to: Day, today: Day): Text => ({
    ja: ja`${dayAsOf(from, today)}は閉庁日のため、${dayAsOf(to, today)}とします。`,
    en: en`${dayAsOf(from, today)} becomes ${dayAsOf(to, today)}: offices are closed.`,
  }),
  clash: (day: Day, other: Meeting, today: Day): Text => ({
    ja: ja`${dayAsOf(day, today)}は会議${meetingName(other)}と重なるため、除きます。`,
    en: en`${dayAsOf(day, today)} is left out: meeting ${meetingName(other)} is at that time.`,
  }),
  none: {
    ja: ja`招集できる日がありません。日時をご確認ください。`,
    en: en`There is no day to meet on. Please check the dates.`,
  },
  tooMany: (most: number): Text => ({
    ja: ja`一度に招集できる会議は${most}回までです。回数か期間を短くしてご入力ください。`,
    en: en`At most ${most} meetings can be called at once. Please shorten the series.`,
  }),
  changed: (slot: Slot): Text => ({
    ja: ja`${whenOf(slot)}に、別の会議が入ったか開始時刻を過ぎたため、招集していません。お手数ですが、もう一度入力してご確認ください。`,
    en: en`${whenOf(slot)} was taken meanwhile, or is over; nothing was called. Please enter the series again.`,
  }),
  planDone: { ja: ja`この内容は、すでに実行されています。`, en: en`This was done already.` },

  title: (bodies: Text, meetings: readonly Meeting[]): Text => {
    const [first, last] = [meetings[0], meetings.at(-1)];
    const name: Text = {
      ja: ja`${bodies}の会議(M${first?.number ?? 0}〜M${last?.number ?? 0}、全${meetings.length}回)`,
      en: en`The ${meetings.length} meetings of ${bodies} (M${first?.number ?? 0}–M${last?.number ?? 0})`,
    };
    if (meetings.every((one) => one.state === 'cancelled'))
      return { ja: ja`${name}は、すべて中止になりました。`, en: en`${name} are all cancelled.` };
    const where = first && (first.place ?? first.link) !== undefined ? change.where(first) : nothing;
    return {
      ja: ja`${name}を、次のとおり開催します。${where}`,
      en: en`${name} are held as follows. ${where}`,
    };
  },
  row: (meeting: Meeting, before: Slot | undefined): Text => {
    const when = whenOf(meeting);
    if (meeting.state === 'cancelled')
      return {
        ja: ja`• M${meeting.number} ${struck(when)} 中止`,
        en: en`• M${meeting.number} ${struck(when)} cancelled`,
      };
    if (!before) return { ja: ja`• M${meeting.number} ${when}`, en: en`• M${meeting.number} ${when}` };
    return {
      ja: ja`• M${meeting.number} ${struck(whenOf(before))} → ${when}`,
      en: en`• M${meeting.number} ${struck(whenOf(before))} → ${when}`,
    };
  },
  cancelAll: { ja: ja`すべて中止する`, en: en`Cancel them all` },

  noSeries: (number: number): Text => ({
    ja: ja`会議M${number}は、定例の会議ではありません。この1回だけを中止する場合は、「/wg 中止 M${number} 理由」とご入力ください。`,
    en: en`Meeting M${number} is of no series. To cancel it alone, type /wg cancel M${number} and the reason.`,
  }),
  cancelPreview: (n: number, reason: string): Text => ({
    ja: ja`次の${n}回を中止します。理由:${reason}。まだ中止はしていません。`,
    en: en`These ${n} meetings would be cancelled. Reason: ${reason}. Nothing was cancelled yet.`,
  }),
  countedAs: (as: Text): Text => ({
    ja: ja`会議の回数では『${as}』として数えます。`,
    en: en`They are counted as “${as}”.`,
  }),
  cancelThese: (n: number): Text => ({ ja: ja`この${n}回を中止する`, en: en`Cancel these ${n}` }),
  cancelled: (bodies: Text, meetings: readonly Meeting[], reason: string): Text => ({
    ja: ja`${bodies}の会議${meetings.length}回(M${meetings[0]?.number ?? 0}〜M${meetings.at(-1)?.number ?? 0})は、中止になりました。理由:${reason}。お手数ですが、予定表からの削除をお願いします。`,
    en: en`${meetings.length} meetings of ${bodies} (M${meetings[0]?.number ?? 0}–M${meetings.at(-1)?.number ?? 0}) are cancelled. Reason: ${reason}. Please remove them from your calendar.`,
  }),
  cancelRow: (meeting: Meeting): Text => ({
    ja: ja`• M${meeting.number} ${struck(whenOf(meeting))}`,
    en: en`• M${meeting.number} ${struck(whenOf(meeting))}`,
  }),
};
