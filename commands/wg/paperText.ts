/** What is said of 資料. */
import type { Audience } from '../../src/domain/audience.ts';
import { type Day, dayAt } from '../../src/domain/day.ts';
import type { MeetingPaper } from '../../src/domain/paper.ts';
import { dayAsOf } from '../../src/text/dates.ts';
import { en, ja, nothing, type Text } from '../../src/text/text.ts';

const LABELS: Readonly<Record<Audience, Text>> = {
  internal: { ja: ja`構成団体のみ`, en: en`members only` },
  prefecture: { ja: ja`県まで`, en: en`up to the prefecture` },
  joiner: { ja: ja`加入検討団体まで`, en: en`up to joiners` },
  vendor: { ja: ja`事業者まで`, en: en`up to vendors` },
};
export const audienceText = (audience: Audience): Text => LABELS[audience];

const linked = ({ link }: MeetingPaper): Text =>
  link === undefined ? nothing : { ja: ja` ${link}`, en: en` ${link}` };
const version = (n: number): Text => (n === 1 ? nothing : { ja: ja`(第${n}版)`, en: en` (version ${n})` });
const named = (one: MeetingPaper): Text => ({
  ja: ja`資料${one.mark}『${one.title}』${version(one.version)}`,
  en: en`資料${one.mark} “${one.title}”${version(one.version)}`,
});

export const paper = {
  registered: (one: MeetingPaper): Text => ({
    ja: ja`会議M${one.meeting}の${named(one)}を登録しました。`,
    en: en`${named(one)} was registered for meeting M${one.meeting}.`,
  }),
  replaced: (one: MeetingPaper, before: MeetingPaper): Text => ({
    ja: ja`会議M${one.meeting}の資料${one.mark}を、第${one.version}版『${one.title}』に差し替えました。第${before.version}版『${before.title}』も残っています。`,
    en: en`資料${one.mark} of meeting M${one.meeting} is now version ${one.version}, “${one.title}”. Version ${before.version}, “${before.title}”, is kept.`,
  }),
  audience: (audience: Audience): Text => ({
    ja: ja`公開範囲:${LABELS[audience]}`,
    en: en`For: ${LABELS[audience]}`,
  }),
  undo: { ja: ja`登録を取り消す`, en: en`Undo` },
  formTitle: { ja: ja`資料を登録します`, en: en`Register a paper` },
  noMeeting: (body: string): Text => ({
    ja: ja`${body}には、予定されている会議がありません。「/wg 資料 M12 資料1 件名」のように、会議番号を添えてご入力ください。`,
    en: en`${body} has no meeting ahead. Please name the meeting, as in “/wg paper M12 資料1 title”.`,
  }),
  noTitle: {
    ja: ja`資料の件名をご入力ください。例:/wg 資料 M12 資料1-2 要件一覧の見直し https://…`,
    en: en`Please give the paper's title, as in /wg paper M12 資料1-2 title https://…`,
  },
  none: (meeting: number, mark: string): Text => ({
    ja: ja`会議M${meeting}に資料${mark}はありません。「/wg 表示 M${meeting}」でご確認いただけます。`,
    en: en`Meeting M${meeting} has no 資料${mark}. /wg show M${meeting} lists its papers.`,
  }),
  tooLate: (one: MeetingPaper): Text => ({
    ja: ja`${named(one)}は、登録から10分を過ぎているため取り消せません。同じ番号で登録すると、差替えになります。`,
    en: en`${named(one)} was registered more than 10 minutes ago. Registering the number again replaces it.`,
  }),
  withdrawn: (one: MeetingPaper, standing: MeetingPaper | undefined): Text =>
    standing
      ? {
          ja: ja`${named(one)}の登録を取り消しました。最新は第${standing.version}版『${standing.title}』です。`,
          en: en`${named(one)} was taken back. The latest is version ${standing.version}, “${standing.title}”.`,
        }
      : { ja: ja`${named(one)}の登録を取り消しました。`, en: en`${named(one)} was taken back.` },
  papers: (meeting: number): Text => ({
    ja: ja`会議M${meeting}の資料(最新版)です。`,
    en: en`The papers of meeting M${meeting}, each in its latest version.`,
  }),
  noPapers: (meeting: number): Text => ({
    ja: ja`会議M${meeting}に登録されている資料はありません。`,
    en: en`Meeting M${meeting} has no papers.`,
  }),
  /** With the day since which it counts. */
  standing: (one: MeetingPaper, today: Day): Text => {
    const on = dayAsOf(dayAt(one.at), today);
    const { mark, title, version: n } = one;
    return n === 1
      ? {
          ja: ja`• 資料${mark}『${title}』(${on}登録)${linked(one)}`,
          en: en`• 資料${mark} “${title}” (${on})${linked(one)}`,
        }
      : {
          ja: ja`• 資料${mark}『${title}』(第${n}版、${on}差替え)${linked(one)}`,
          en: en`• 資料${mark} “${title}” (version ${n}, ${on})${linked(one)}`,
        };
  },
  withheld: {
    ja: ja`このチャンネルでは表示できない資料があります。「/wg 表示」でご確認いただけます。`,
    en: en`Some papers are not for everyone in this channel; “/wg show” lists what is for you.`,
  },
  register: { ja: ja`資料を登録・差替えする`, en: en`Register or replace a paper` },
  row: (one: MeetingPaper): Text => ({ ja: ja`• ${named(one)}${linked(one)}`, en: en`• ${named(one)}${linked(one)}` }),
};
