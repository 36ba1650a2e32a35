/** A rule of the council in words: what it says, for which body, and the article that it comes from. */

import { bodyOf, type Chart } from '../../../src/domain/council.ts';
import { parseDay } from '../../../src/domain/day.ts';
import type { SettingOn } from '../../../src/store/council/chart.ts';
import { officialDay } from '../../../src/text/dates.ts';
import { en, ja, listed, same, type Text } from '../../../src/text/text.ts';

const GROUP: Text = { ja: ja`WG`, en: en`working groups` };
const SUBCOMMITTEE: Text = { ja: ja`専門部会`, en: en`subcommittees` };
const TEAM: Text = { ja: ja`プロジェクトチーム`, en: en`the project team` };
const COUNCIL: Text = { ja: ja`協議会`, en: en`the council` };

const agreement = (of: Text): Text => ({ ja: ja`${of}の合意`, en: en`agreement of ${of}` });
const quorum = (of: Text): Text => ({ ja: ja`${of}の定足数`, en: en`quorum of ${of}` });
const silence = (of: Text): Text => ({ ja: ja`${of}のみなし同意`, en: en`silence in ${of}` });

/** What each setting is called. */
const NAMES: Readonly<Record<SettingOn['key'], Text>> = {
  termStart: { ja: ja`任期の始まり`, en: en`start of a term` },
  generalMeetings: { ja: ja`総会の日`, en: en`days of the general meeting` },
  agreementWorkingGroup: agreement(GROUP),
  agreementSubcommittee: agreement(SUBCOMMITTEE),
  agreementProjectTeam: agreement(TEAM),
  agreementCouncil: agreement(COUNCIL),
  quorumWorkingGroup: quorum(GROUP),
  quorumSubcommittee: quorum(SUBCOMMITTEE),
  quorumProjectTeam: quorum(TEAM),
  quorumCouncil: quorum(COUNCIL),
  castingVote: { ja: ja`議長の裁決権`, en: en`casting vote of the chair` },
  silenceWorkingGroup: silence(GROUP),
  silenceSubcommittee: silence(SUBCOMMITTEE),
  silenceProjectTeam: silence(TEAM),
  silenceCouncil: silence(COUNCIL),
  silenceMinutes: { ja: ja`議事録のみなし確認`, en: en`silence about minutes` },
  itemConfirmation: { ja: ja`課題の完了確認`, en: en`confirmation of done items` },
  municipalityLabel: { ja: ja`構成団体の呼び方`, en: en`what members are called` },
  closedDays: { ja: ja`協議会独自の閉庁日`, en: en`the council's closed days` },
  meetingReminders: { ja: ja`会議前のお知らせ`, en: en`reminders before a meeting` },
  agendaBusinessDays: { ja: ja`次第の公開期限(会議の何開庁日前)`, en: en`agenda out, business days before` },
  absenceBlocks: { ja: ja`欠席団体がある場合の開催`, en: en`meetings without a municipality` },
  busySeasons: { ja: ja`繁忙期`, en: en`busy seasons` },
  venueRotation: { ja: ja`会場輪番`, en: en`venues in turn` },
  userGroups: { ja: ja`ユーザーグループの利用`, en: en`user groups` },
  bookmarks: { ja: ja`チャンネルのブックマーク`, en: en`bookmarks of channels` },
  costShares: { ja: ja`費用の負担割合`, en: en`cost shares` },
};

/** What a word among the values means. */
const WORDS: Readonly<Record<string, Text>> = {
  april1: { ja: ja`4月1日`, en: en`April 1` },
  generalMeeting: { ja: ja`総会の日`, en: en`the day of the general meeting` },
  all: { ja: ja`全団体の確認`, en: en`all municipalities` },
  majority: { ja: ja`過半数`, en: en`a majority` },
  twoThirds: { ja: ja`3分の2以上`, en: en`two thirds` },
  half: { ja: ja`過半数の出席`, en: en`more than half present` },
  none: { ja: ja`定めなし`, en: en`none` },
  off: { ja: ja`なし`, en: en`off` },
  equal: { ja: ja`均等`, en: en`equal` },
  municipalities: { ja: ja`市町の輪番`, en: en`the municipalities in turn` },
};

const FLAGS: Readonly<Partial<Record<SettingOn['key'], { readonly yes: Text; readonly no: Text }>>> = {
  absenceBlocks: {
    yes: { ja: ja`開催しない`, en: en`not held` },
    no: { ja: ja`開催する`, en: en`held` },
  },
};
const YES: Text = { ja: ja`あり`, en: en`yes` };
const NO: Text = { ja: ja`なし`, en: en`no` };

/** 「• 協議会の定足数:3分の2以上(要綱第8条第2項)」 */
export function ruleText(rule: SettingOn, chart: Chart): Text {
  const body = rule.scope === undefined ? undefined : (bodyOf(chart, rule.scope)?.name ?? rule.scope);
  const name = NAMES[rule.key];
  const value = valueText(rule);
  const source = sourceText(rule);
  const where: Text = body === undefined ? { ja: ja``, en: en`` } : { ja: ja`${body} `, en: en`${body}, ` };
  return { ja: ja`• ${where}${name}:${value}(${source})`, en: en`• ${where}${name}: ${value} (${source})` };
}

function valueText({ key, value }: SettingOn): Text {
  if (typeof value === 'boolean') {
    const { yes, no } = FLAGS[key] ?? { yes: YES, no: NO };
    return value ? yes : no;
  }
  if (typeof value === 'number') return { ja: ja`${value}開庁日`, en: en`${value} business days` };
  if (typeof value === 'string') return WORDS[value] ?? same(value);
  if (key === 'meetingReminders' && Array.isArray(value))
    return listed(value.map((days) => ({ ja: ja`${days}開庁日前`, en: en`${days} business days before` })));
  if (Array.isArray(value)) return listed(value.map(entryText));
  return key === 'costShares'
    ? { ja: ja`人口・件数による按分`, en: en`by population or count` }
    : same(JSON.stringify(value));
}

/** A closed day, a venue, a busy season by its name. */
function entryText(one: unknown): Text {
  if (typeof one !== 'string')
    return same(String((one as { name?: unknown }).name ?? (one as { title?: unknown }).title));
  const day = parseDay(one);
  return day === undefined ? same(one) : officialDay(day);
}

/** The article; a rule without one is a custom. */
const sourceText = ({ basis, from }: SettingOn): Text =>
  basis === undefined
    ? { ja: ja`根拠条文なし、${officialDay(from)}から`, en: en`no article, since ${officialDay(from)}` }
    : same(basis);
