/** What a message that could not be delivered is about, in an office's words; never what it says, which may be private. */
import { jobText } from '../../src/text/jobs.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

/** `notice:meeting:12:…`, `poll:3:nudge:…`: a kind, and the number where it has one. */
const NAMED = /^(?:(?:notice|ics|change):(?=meeting|series))?(?<kind>[a-z ]+)(?::(?<number>\d+)(?=:|#|$))?/u;

/** Undefined where there is no better word for it than a message. */
export function matterText(about: string): Text | undefined {
  const { kind = '', number } = NAMED.exec(about)?.groups ?? {};
  return (number === undefined ? undefined : NUMBERED[kind]?.(number)) ?? MATTERS[kind];
}

const ofMeeting = (number: string): Text => ({ ja: ja`会議M${number}`, en: en`meeting M${number}` });
const ofCirculation = (number: string): Text => ({
  ja: ja`持ち回り審議P${number}`,
  en: en`circulation P${number}`,
});

const NUMBERED: Readonly<Record<string, (number: string) => Text>> = {
  item: (number) => ({ ja: ja`課題K${number}`, en: en`item K${number}` }),
  poll: (number) => ({ ja: ja`日程調整D${number}`, en: en`date poll D${number}` }),
  requirement: (number) => ({ ja: ja`要件${number}`, en: en`requirement ${number}` }),
  ...{ meeting: ofMeeting, agenda: ofMeeting, papers: ofMeeting },
  ...{ circulation: ofCirculation, entered: ofCirculation, drafted: ofCirculation, objection: ofCirculation },
  ...{ comment: ofCirculation, 'taken back': ofCirculation },
  minutes: (number) => ({ ja: ja`会議M${number}の議事録`, en: en`the minutes of meeting M${number}` }),
};

const MATTERS: Readonly<Record<string, Text>> = {
  digest: jobText('digest', { ja: ja`毎朝`, en: en`daily` }),
  overview: { ja: ja`週初めの課題の状況`, en: en`the overview of the week` },
  handover: { ja: ja`引継ぎ・年度の体制`, en: en`the handover` },
  decision: { ja: ja`要件の決定`, en: en`a decision` },
  approval: { ja: ja`要件の承認`, en: en`an approval` },
  agenda: { ja: ja`会議の議題`, en: en`an agenda` },
  series: { ja: ja`定例の会議`, en: en`a series of meetings` },
  cancel: { ja: ja`会議の中止`, en: en`cancelled meetings` },
  notes: { ja: ja`会議の記録`, en: en`notes of a meeting` },
  positions: { ja: ja`持ち回り審議の回答`, en: en`answers to circulations` },
  export: { ja: ja`出力したファイル`, en: en`an export` },
  corrections: { ja: ja`取込の訂正一覧`, en: en`corrections to a file` },
  review: { ja: ja`取り込んだ要件`, en: en`imported requirements` },
  sync: { ja: ja`名簿との照合`, en: en`the sync with the roster` },
  whisper: { ja: ja`操作への返信`, en: en`a reply to a command` },
  detour: { ja: ja`代わりの方へのお知らせ`, en: en`what went to somebody instead` },
};
