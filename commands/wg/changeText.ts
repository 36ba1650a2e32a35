/** What is said where a meeting is moved, cancelled, or changed back. */
import type { Meeting, Slot } from '../../src/domain/meeting.ts';
import type { ChangeRefusal, MeetingChange } from '../../src/domain/meetingChange.ts';
import { en, ja, listed, nothing, same, struck, type Text } from '../../src/text/text.ts';
import { whenOf } from './text.ts';

type Spot = Slot & { readonly place: string | undefined; readonly link: string | undefined };

const whereText = ({ place, link }: Pick<Spot, 'place' | 'link'>): Text => {
  if (place === undefined && link === undefined) return { ja: ja`未定`, en: en`undecided` };
  if (place === undefined) return { ja: ja`オンライン(${link ?? ''})`, en: en`online (${link ?? ''})` };
  return link === undefined
    ? same(place)
    : { ja: ja`${place}(オンライン:${link})`, en: en`${place} (online: ${link})` };
};

const isSameSlot = (a: Slot, b: Slot): boolean => a.day === b.day && a.start === b.start && a.end === b.end;
const isSamePlace = (a: Spot, b: Spot): boolean => a.place === b.place && a.link === b.link;

const because = (reason: string | undefined): Text =>
  reason === undefined
    ? nothing
    : { ja: ja`理由:${reason.replace(/。$/u, '')}。`, en: en` Reason: ${reason.replace(/[.。]$/u, '')}.` };

export const change = {
  /** 介護保険WGの会議(M12)の日程を、~~6月12日(金) 14:00~~ から … に変更しました。 */
  moved: (bodies: Text, before: Spot, meeting: Spot & Pick<Meeting, 'number'>, reason: string | undefined): Text => {
    const name: Text = {
      ja: ja`${bodies}の会議(M${meeting.number})`,
      en: en`The meeting M${meeting.number} of ${bodies}`,
    };
    if (isSameSlot(before, meeting)) {
      return {
        ja: ja`${name}(${whenOf(meeting)})の会場を、${struck(whereText(before))} から ${whereText(meeting)} に変更しました。日時に変更はありません。${because(reason)}`,
        en: en`${name} (${whenOf(meeting)}) is now at ${whereText(meeting)} instead of ${struck(whereText(before))} , at the same time.${because(reason)}`,
      };
    }
    const venue: Text = isSamePlace(before, meeting)
      ? before.place === undefined && before.link === undefined
        ? nothing
        : { ja: ja`会場に変更はありません。`, en: en` The place is the same.` }
      : {
          ja: ja`会場も、${struck(whereText(before))} から ${whereText(meeting)} に変わります。`,
          en: en` The place is ${whereText(meeting)} instead of ${struck(whereText(before))} .`,
        };
    return {
      ja: ja`${name}の日程を、${struck(whenOf(before))} から ${whenOf(meeting)} に変更しました。${venue}${because(reason)}お手数ですが、予定の変更をお願いします。`,
      en: en`${name} was moved from ${struck(whenOf(before))} to ${whenOf(meeting)}.${venue}${because(reason)} Please change your calendar.`,
    };
  },
  /** Where it was moved more than once, the earlier ones. */
  earlier: (slots: readonly Slot[]): Text => ({
    ja: ja`これまでの日程:${listed(slots.map((one) => struck(whenOf(one))))}`,
    en: en`Earlier dates: ${listed(slots.map((one) => struck(whenOf(one))))}`,
  }),
  where: (spot: Pick<Spot, 'place' | 'link'>): Text => ({
    ja: ja`会場:${whereText(spot)}`,
    en: en`Place: ${whereText(spot)}`,
  }),
  whereText,

  cancelled: (bodies: Text, meeting: Meeting, reason: string | undefined): Text => ({
    ja: ja`${bodies}の会議(M${meeting.number}) ${struck(whenOf(meeting))} は、中止になりました。${because(reason)}お手数ですが、予定表からの削除をお願いします。`,
    en: en`The meeting M${meeting.number} of ${bodies}, ${struck(whenOf(meeting))} , is cancelled.${because(reason)} Please remove it from your calendar.`,
  }),
  back: (bodies: Text, meeting: Meeting, undone: MeetingChange): Text => {
    const name: Text = {
      ja: ja`${bodies}の会議(M${meeting.number})`,
      en: en`The meeting M${meeting.number} of ${bodies}`,
    };
    if (undone.kind === 'cancelled') {
      return {
        ja: ja`${name}は、予定どおり${whenOf(meeting)}に開催します。先ほどの中止の連絡は取り消します。`,
        en: en`${name} takes place on ${whenOf(meeting)} after all; its cancellation was taken back.`,
      };
    }
    if (undone.kind === 'joined') {
      return {
        ja: ja`${name}の合同開催は取り消されました。日時(${whenOf(meeting)})に変更はありません。`,
        en: en`${name} (${whenOf(meeting)}) is no longer joint.`,
      };
    }
    return {
      ja: ja`${name}は、変更前の${whenOf(meeting)}、会場:${whereText(meeting)}に戻りました。先ほどの変更の連絡は取り消します。`,
      en: en`${name} is back at ${whenOf(meeting)}, place: ${whereText(meeting)}; the change was taken back.`,
    };
  },

  refused: ({ refused }: ChangeRefusal, meeting: Meeting): Text => {
    const number = meeting.number;
    if (refused === 'cancelled')
      return {
        ja: ja`会議M${number}は、すでに中止または取消になっています。改めて開催する場合は、「/wg 日程」で招集してください。`,
        en: en`Meeting M${number} has been cancelled. To meet after all, call a meeting with /wg schedule.`,
      };
    if (refused === 'over')
      return {
        ja: ja`会議M${number}(${whenOf(meeting)})は、開催日を過ぎているため、変更できません。改めて開催する場合は、「/wg 日程」で招集してください。`,
        en: en`Meeting M${number} (${whenOf(meeting)}) is over and cannot be changed. To meet again, call a meeting with /wg schedule.`,
      };
    return {
      ja: ja`会議M${number}は、すでに${whenOf(meeting)}、会場:${whereText(meeting)}の予定です。変更はありません。`,
      en: en`Meeting M${number} is already on ${whenOf(meeting)}, place: ${whereText(meeting)}. Nothing was changed.`,
    };
  },
  nothingSaid: (number: number): Text => ({
    ja: ja`新しい日時か会場をご入力ください。例:/wg 日程変更 M${number} 6/16 10:00。日程が未定の場合は、いったん「/wg 中止 M${number} 理由」をご利用ください。`,
    en: en`Please give the new date or place, as in /wg move M${number} 6/16 10:00. If it is not known yet, use /wg cancel M${number} and the reason.`,
  }),

  slot: (slot: Slot): Text => whenOf(slot),
  undo: { ja: ja`元に戻す`, en: en`Undo` },
  undoMeans: (number: number): Text => ({
    ja: ja`会議M${number}の「取消」は、次のどちらのことでしょうか。`,
    en: en`Which is meant for meeting M${number}?`,
  }),
  undoMove: { ja: ja`直前の変更を元に戻す`, en: en`Undo the last change` },
  toCancel: { ja: ja`会議を中止する`, en: en`Cancel the meeting` },
  notFree: (when: Text): Text => ({
    ja: ja`変更前の${when}は、すでに過ぎたか、別の会議が入っているため、元に戻せません。新しい日時を「/wg 日程変更」でご入力ください。`,
    en: en`${when} is over or taken by now, so this cannot be undone. Please give a new date with /wg move.`,
  }),
};
