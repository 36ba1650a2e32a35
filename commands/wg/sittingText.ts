/** What is said of a meeting that opens, sits and closes. */
import { type Chart, municipalityOf } from '../../src/domain/council.ts';
import { type Day, minuteAt } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Attendance, Count, Presence } from '../../src/domain/rule.ts';
import type { OpenRefusal } from '../../src/domain/sitting.ts';
import { hours } from '../../src/text/dates.ts';
import { en, ja, listed, same, type Text } from '../../src/text/text.ts';
import { whenOf } from './text.ts';

export const presenceText: Readonly<Record<Presence, Text>> = {
  present: { ja: ja`出席`, en: en`present` },
  deputy: { ja: ja`代理`, en: en`deputy` },
  late: { ja: ja`遅刻`, en: en`late` },
  absent: { ja: ja`欠席`, en: en`absent` },
};

/** 第3回会議(M12), or 会議(M12) before it opened. */
export const sittingName = ({ ordinal, number }: Pick<Meeting, 'ordinal' | 'number'>): Text =>
  ordinal === undefined
    ? { ja: ja`会議(M${number})`, en: en`meeting M${number}` }
    : { ja: ja`第${ordinal}回会議(M${number})`, en: en`meeting ${ordinal} (M${number})` };

export const sitting = {
  /** What its message says once it was opened. */
  held: (bodies: Text, meeting: Meeting): Text => {
    const where = meeting.place === undefined ? same('') : { ja: ja`、${meeting.place}`, en: en`, ${meeting.place}` };
    return meeting.closedAt === undefined
      ? {
          ja: ja`${bodies}の${sittingName(meeting)}(${whenOf(meeting)}${where})を開会しています。`,
          en: en`The ${sittingName(meeting)} of ${bodies} (${whenOf(meeting)}${where}) is open.`,
        }
      : {
          ja: ja`${bodies}の${sittingName(meeting)}(${whenOf(meeting)}${where})を開催しました。`,
          en: en`The ${sittingName(meeting)} of ${bodies} (${whenOf(meeting)}${where}) was held.`,
        };
  },
  opened: (meeting: Meeting): Text => ({
    ja: ja`${sittingName(meeting)}を開会しました。各市町の出欠を、会議のお知らせのボタン、または「/wg 出席」で記録をお願いします。`,
    en: en`The ${sittingName(meeting)} is open. Please note who is there by the buttons of its message, or by “/wg attend”.`,
  }),
  closed: (meeting: Meeting): Text => ({
    ja: ja`${sittingName(meeting)}を閉会しました。本日中に記録する決定は、この会議によるものとして扱います。`,
    en: en`The ${sittingName(meeting)} is closed. What is recorded until the end of today still rests on it.`,
  }),
  close: { ja: ja`閉会する`, en: en`Close` },
  confirmClose: { ja: ja`この会議を閉会します。よろしいですか。`, en: en`Close this meeting?` },
  openAgain: { ja: ja`再開する`, en: en`Open again` },
  takenBack: (meeting: Meeting): Text => ({
    ja: ja`${sittingName(meeting)}の開会を取り消しました。`,
    en: en`The opening of the ${sittingName(meeting)} was taken back.`,
  }),
  restsOnIt: (meeting: Meeting): Text => ({
    ja: ja`${sittingName(meeting)}は開会中です。この会議による決定があるか、開会から10分を過ぎているため、開会は取り消せません。終了する場合は「/wg 閉会」をご利用ください。`,
    en: en`The ${sittingName(meeting)} is open; something rests on it, or it opened more than 10 minutes ago, so the opening cannot be taken back. “/wg close” ends it.`,
  }),
  isClosed: (meeting: Meeting): Text => ({
    ja: ja`${sittingName(meeting)}は開催済みのため、取り消せません。本日中であれば「/wg 開会 M${meeting.number}」で再開できます。`,
    en: en`The ${sittingName(meeting)} has been held and cannot be taken back. On its day “/wg open M${meeting.number}” opens it again.`,
  }),

  notOpened: ({ refused }: OpenRefusal, meeting: Meeting): Text => {
    if (refused === 'open')
      return {
        ja: ja`${sittingName(meeting)}は、すでに開会しています。`,
        en: en`The ${sittingName(meeting)} is open already.`,
      };
    if (refused === 'cancelled')
      return {
        ja: ja`会議M${meeting.number}は中止されているため、開会できません。`,
        en: en`Meeting M${meeting.number} was cancelled and cannot be opened.`,
      };
    return {
      ja: ja`会議M${meeting.number}の開催日は${whenOf(meeting)}です。開会は当日にお願いします。日程を変える場合は「/wg 日程変更 M${meeting.number} …」をご利用ください。`,
      en: en`Meeting M${meeting.number} is on ${whenOf(meeting)}; it opens on its day. “/wg move M${meeting.number} …” moves it.`,
    };
  },
  notOpen: (meeting: Meeting, today: Day): Text => {
    const { number, closedAt } = meeting;
    if (meeting.day !== today)
      return {
        ja: ja`会議M${number}(${whenOf(meeting)})は${closedAt === undefined ? '開会していません。出欠は、開会した会議について記録できます' : '閉会しています'}。`,
        en: en`Meeting M${number} (${whenOf(meeting)}) is ${closedAt === undefined ? 'not open; who is there is noted of one that opened' : 'closed'}.`,
      };
    return closedAt === undefined
      ? {
          ja: ja`会議M${number}は開会していません。「/wg 開会 M${number}」で開会できます。`,
          en: en`Meeting M${number} is not open. “/wg open M${number}” opens it.`,
        }
      : {
          ja: ja`会議M${number}は閉会しています。本日中は「/wg 開会 M${number}」で再開できます。`,
          en: en`Meeting M${number} is closed. Today “/wg open M${number}” opens it again.`,
        };
  },
  byNumber: (meeting: Meeting): Text => ({
    ja: ja`${sittingName(meeting)}の出欠は、議事録が確定するまで、「/wg 出席 M${meeting.number}」のように会議番号を添えて記録できます。`,
    en: en`Who was at the ${sittingName(meeting)} is noted by its number until its minutes are confirmed, as in “/wg attend M${meeting.number}”.`,
  }),
  noMunicipality: (name: string): Text => ({
    ja: ja`「${name}」という構成団体は見つかりませんでした。名称をご確認ください。`,
    en: en`There is no municipality “${name}” here.`,
  }),
  nameOfDeputy: (words: string): Text => ({
    ja: ja`「${words}」を氏名として読み取りました。氏名を記録できるのは、代理の場合のみです。市町は「五霞町」のように、市・町まで含めてご入力ください。`,
    en: en`“${words}” was read as a name; only a deputy is noted by name. A municipality is named in full, as in “五霞町”.`,
  }),
  oneDeputy: {
    ja: ja`代理の方の氏名は、1団体ずつご記録ください。`,
    en: en`A deputy's name is noted for one municipality at a time.`,
  },
  noDeputyName: (words: string): Text => ({
    ja: ja`「${words}」は、代理の方の氏名として読み取れませんでした。「/wg 出席 五霞町 代理 野口薫」のように、氏名のみをご入力ください。`,
    en: en`“${words}” was not understood as a deputy's name. Please type the name alone, as in “/wg attend 五霞町 代理 野口薫”.`,
  }),
  deputyTitle: { ja: ja`代理出席を記録します`, en: en`Note a deputy` },
  deputyName: { ja: ja`代理の方の氏名`, en: en`the deputy's name` },
  deputyNameHint: {
    ja: ja`空欄でも記録できます。`,
    en: en`May be left empty.`,
  },
  which: { ja: ja`出席・代理・遅刻・欠席のどれでしょうか。`, en: en`Present, deputy, late or absent?` },

  /** When it was opened and closed. */
  state: (meeting: Meeting): Text | undefined => {
    if (meeting.openedAt === undefined) return undefined;
    const from = minuteAt(meeting.openedAt);
    return meeting.closedAt === undefined
      ? {
          ja: ja`${sittingName(meeting)} 開会中(${hours(from)}から)`,
          en: en`${sittingName(meeting)}: open since ${hours(from)}`,
        }
      : {
          ja: ja`開会 ${hours(from)}、閉会 ${hours(minuteAt(meeting.closedAt))}`,
          en: en`Held ${hours(from, minuteAt(meeting.closedAt))}`,
        };
  },
  attendance: (counted: Count, attendance: Attendance, deputies: ReadonlyMap<string, string>, chart: Chart): Text => {
    const each = [...counted.present, ...counted.absent].toSorted().map((code): Text => {
      const name = municipalityOf(chart, code)?.name ?? code;
      const noted = attendance.get(code);
      const how: Text = noted === undefined ? { ja: ja`未確認`, en: en`not noted` } : presenceText[noted];
      const deputy = deputies.get(code);
      const who: Text = deputy === undefined ? same('') : { ja: ja`(${deputy})`, en: en` (${deputy})` };
      return { ja: ja`${name} ${how}${who}`, en: en`${name}: ${how}${who}` };
    });
    return { ja: ja`出欠:${listed(each)}`, en: en`Attendance: ${listed(each)}` };
  },
  quorum: ({ present, needed, met, basis }: Count): Text => {
    const by = basis === undefined ? same('') : { ja: ja`、${basis}`, en: en`, ${basis}` };
    return met
      ? {
          ja: ja`定足数を満たしています(出席${present.length}団体、必要${needed}団体${by})。`,
          en: en`There is a quorum: ${present.length} present, ${needed} needed${by}.`,
        }
      : {
          ja: ja`定足数に達していません(出席${present.length}団体、必要${needed}団体${by})。この間の決定は仮記録になります。`,
          en: en`There is no quorum yet: ${present.length} present, ${needed} needed${by}. What is decided meanwhile is provisional.`,
        };
  },
} as const;
