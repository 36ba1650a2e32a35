/** What is said of a council's file in which something is wrong: what was expected, and what stands there. */
import type { Day } from '../domain/day.ts';
import { en, ja, type Text } from '../text/text.ts';

const expectations = {
  words: { ja: ja`1文字以上の文字列`, en: en`some words` },
  slug: {
    ja: ja`英小文字で始まる英小文字・数字・ハイフンの識別名(例 kaigo、jido-teate)`,
    en: en`a slug of small letters, digits and hyphens (kaigo, jido-teate)`,
  },
  day: { ja: ja`暦にある日(例 2016-04-01)`, en: en`a day of the calendar, such as 2016-04-01` },
  code: {
    ja: ja`検査数字の合う6桁の全国地方公共団体コード(先頭の0が落ちないよう、'082252' のように引用符で囲みます)`,
    en: en`a municipality code of six digits with its check digit, in quotes so that the leading zero stays: '082252'`,
  },
  year: { ja: ja`西暦の年度(例 2016)`, en: en`a fiscal year, such as 2016` },
  flag: { ja: ja`「true」か「false」`, en: en`true or false` },
  list: { ja: ja`「- 」を並べた一覧`, en: en`a list` },
  map: { ja: ja`「項目: 値」を並べたもの`, en: en`keys with their values` },
  systemNo: { ja: ja`業務一覧の番号(例 14、14-3)`, en: en`a No. of the table of businesses (14, 14-3)` },
  settingKey: { ja: ja`設定の名前(例 termStart)`, en: en`the name of a setting, such as termStart` },
  termStart: { ja: ja`「april1」(4月1日)か「generalMeeting」(総会の日)`, en: en`april1 or generalMeeting` },
  agreement: { ja: ja`all、majority、twoThirds のいずれか`, en: en`all, majority or twoThirds` },
  quorum: { ja: ja`none、half、twoThirds のいずれか`, en: en`none, half or twoThirds` },
  businessDays: { ja: ja`会議の何開庁日前までか(0〜20)`, en: en`business days before a meeting (0–20)` },
  reminders: { ja: ja`会議の何開庁日前に知らせるか(0〜20)の一覧`, en: en`business days before a meeting (0–20)` },
  busySeasons: {
    ja: ja`繁忙期の一覧({ name: 申告, from: 02-16, until: 03-15 } のように。対象業務は systems)`,
    en: en`a list of busy seasons, as { name: 申告, from: 02-16, until: 03-15 }, with systems where it concerns some`,
  },
  venues: { ja: ja`「municipalities」か、会場の一覧`, en: en`municipalities, or a list of places` },
  shares: {
    ja: ja`「equal」か、by(population・count)と、of(団体コードごとの0以上の整数)`,
    en: en`equal, or by (population or count) and of (whole numbers from 0 by municipality code)`,
  },
  silence: { ja: ja`開庁日の日数(1〜60)か「off」`, en: en`a number of business days (1–60), or off` },
  municipalityKind: {
    ja: ja`member、adviser、interested、observer、applicant、adopting のいずれか`,
    en: en`member, adviser, interested, observer, applicant or adopting`,
  },
  stage: {
    ja: ja`interested、observer、applicant、adopting、member、left のいずれか`,
    en: en`interested, observer, applicant, adopting, member or left`,
  },
  bodyKind: {
    ja: ja`council、projectTeam、subcommittee、workingGroup のいずれか`,
    en: en`council, projectTeam, subcommittee or workingGroup`,
  },
  language: { ja: ja`「ja」か「en」`, en: en`ja or en` },
  audience: {
    ja: ja`internal、prefecture、joiner、vendor のいずれか`,
    en: en`internal, prefecture, joiner or vendor`,
  },
  email: { ja: ja`メールアドレス`, en: en`an e-mail address` },
  team: { ja: ja`SlackのワークスペースID(Tで始まります)`, en: en`a Slack workspace's id, which begins with T` },
  user: { ja: ja`SlackのユーザーID(Uで始まります)`, en: en`a Slack user's id, which begins with U` },
  channel: { ja: ja`SlackのチャンネルID(Cで始まります)`, en: en`a Slack channel's id, which begins with C` },
} as const satisfies Record<string, Text>;

/** What a place in the file expects. */
export type Expectation = keyof typeof expectations;

/** The phrase of an expectation; zod's own words, where it has no key, become the plainest. */
const expectation = (key: string): Text =>
  expectations[Object.hasOwn(expectations, key) ? (key as Expectation) : 'words'];

/** What kind of thing a name should have named. */
const kinds = {
  body: { ja: ja`会議体`, en: en`body` },
  workingGroup: { ja: ja`分科会(WG)`, en: en`working group` },
  municipality: { ja: ja`団体`, en: en`municipality` },
  setting: { ja: ja`設定`, en: en`setting` },
  person: { ja: ja`人の一覧(people)`, en: en`person` },
} as const satisfies Record<string, Text>;

export type Kind = keyof typeof kinds;

const orNearest = (near: string | undefined): Text =>
  near === undefined
    ? { ja: ja``, en: en`` }
    : { ja: ja`「${near}」のことでしょうか。`, en: en` Did you mean “${near}”?` };

const until = (last: Day | undefined): string => last ?? '';

/** What the commonest slips of YAML mean, by the parser's code. */
const syntax: Readonly<Record<string, Text>> = {
  TAB_AS_INDENT: {
    ja: ja`字下げにタブは使えません。半角の空白を使ってください。`,
    en: en`Indent with spaces, not tabs.`,
  },
  BAD_INDENT: {
    ja: ja`字下げがそろっていません。上の行に合わせてください。`,
    en: en`The indentation does not fit the lines above.`,
  },
  MISSING_CHAR: {
    ja: ja`引用符やかっこの閉じ忘れ、コロンやコンマの抜けがないか、この行とすぐ上の行をご確認ください。`,
    en: en`A closing quote or bracket, a comma or a colon is missing here or just above.`,
  },
  MULTIPLE_DOCS: {
    ja: ja`「---」で区切らず、1つの文書にしてください。`,
    en: en`Write one document, without “---” between.`,
  },
};

export const text = {
  expected(key: string): Text {
    const what = expectation(key);
    return { ja: ja`${what}を書いてください。`, en: en`Expected ${what}.` };
  },
  expectedInstead(key: string, written: string): Text {
    const what = expectation(key);
    return {
      ja: ja`「${written}」とありますが、${what}を書いてください。`,
      en: en`Expected ${what}, not “${written}”.`,
    };
  },
  missing(name: string, key: string): Text {
    const what = expectation(key);
    return {
      ja: ja`「${name}」がありません。${what}を書いてください。`,
      en: en`“${name}” is missing. Expected ${what}.`,
    };
  },
  unknownKey: (name: string, near: string | undefined): Text => ({
    ja: ja`「${name}」という項目はここにはありません。${orNearest(near)}`,
    en: en`There is no “${name}” here.${orNearest(near)}`,
  }),
  unknown: (kind: Kind, name: string, near: string | undefined): Text => ({
    ja: ja`「${name}」は${kinds[kind]}に見当たりません。${orNearest(near)}`,
    en: en`There is no ${kinds[kind]} “${name}”.${orNearest(near)}`,
  }),
  duplicate: (name: string): Text => ({
    ja: ja`「${name}」はすでに上で使われています。ほかと重ならないものにしてください。`,
    en: en`“${name}” is already used above. It must be the only one.`,
  }),
  stageOrder: (last: string | undefined): Text => ({
    ja: ja`加入の段階は、日付の順に、${last === undefined ? '' : `「${last}」の次に`}進められるものを書いてください。`,
    en: en`Stages come in the order of their days, and each may follow the one before${last === undefined ? '' : `, “${last}”`}.`,
  }),
  notAMember: (name: string): Text => ({
    ja: ja`「${name}」は構成団体ではありません。構成団体(member)の名前を書いてください。`,
    en: en`“${name}” is not a member. Name a municipality of the kind member.`,
  }),
  notAnAdviser: (name: string): Text => ({
    ja: ja`「${name}」はアドバイザーではありません。種別が adviser の団体の名前を書いてください。`,
    en: en`“${name}” is not an adviser. Name one of the kind adviser.`,
  }),
  adviserHasNoSeat: (name: string): Text => ({
    ja: ja`「${name}」はアドバイザーですので、委員にはなりません。協議会の adviser に書いてください。`,
    en: en`“${name}” is an adviser and has no member seat. Write it under adviser at the council.`,
  }),
  parentOf: {
    council: {
      ja: ja`協議会の上に会議体はありません。parent を消してください。`,
      en: en`No body stands above the council. Remove parent.`,
    },
    projectTeam: {
      ja: ja`プロジェクトチームの parent には協議会を書いてください。`,
      en: en`The project team's parent is the council.`,
    },
    subcommittee: {
      ja: ja`専門部会の parent には協議会かプロジェクトチームを書いてください。`,
      en: en`A subcommittee's parent is the council or the project team.`,
    },
    workingGroup: {
      ja: ja`分科会の parent には専門部会かプロジェクトチームを書いてください。`,
      en: en`A working group's parent is a subcommittee or the project team.`,
    },
  } satisfies Record<string, Text>,
  oneOnly: {
    council: {
      ja: ja`協議会(kind: council)は1つだけ書いてください。`,
      en: en`There must be exactly one body of the kind council.`,
    },
    projectTeam: { ja: ja`プロジェクトチームは1つまでです。`, en: en`There is at most one project team.` },
  } satisfies Record<string, Text>,
  leadFromRotation: {
    ja: ja`会長とプロジェクトチームのリーダーは輪番から決まります。lead は専門部会と分科会に書いてください。`,
    en: en`The chair and the project team's leader follow from the rotation. Write lead at subcommittees and working groups.`,
  } satisfies Text,
  councilOnly: (name: string): Text => ({
    ja: ja`「${name}」は協議会(kind: council)にだけ書けます。`,
    en: en`“${name}” stands at the council only.`,
  }),
  endsBeforeItBegins: (from: Day, last: Day): Text => ({
    ja: ja`終わりの日(${last})が始まりの日(${from})より前です。`,
    en: en`It ends (${last}) before it begins (${from}).`,
  }),
  overlapping: (name: string, from: Day, last: Day | undefined): Text => ({
    ja: ja`「${name}」の在任期間が、上にある${from}〜${until(last)}と重なっています。`,
    en: en`“${name}” is already there from ${from} to ${last ?? 'an open end'}.`,
  }),
  twoLeads: (name: string, from: Day, last: Day | undefined): Text => ({
    ja: ja`座長・部会長は同時に1人です。「${name}」の在任期間(${from}〜${until(last)})と重なっています。`,
    en: en`A body has one lead at a time, and “${name}” holds the office from ${from} to ${last ?? 'an open end'}.`,
  }),
  accountTaken: (user: string, name: string): Text => ({
    ja: ja`Slackアカウント「${user}」は、同じ期間に「${name}」のものとして書かれています。`,
    en: en`The Slack account “${user}” belongs to “${name}” in the same time.`,
  }),
  keyTwice: {
    ja: ja`同じ項目が2回書かれています。どちらか1つにしてください。`,
    en: en`The same key is written twice. Keep one.`,
  } satisfies Text,
  unreadable(code: string, why: string): Text {
    const unclosed = why.startsWith('Flow ') ? 'MISSING_CHAR' : code;
    return (
      syntax[unclosed] ?? {
        ja: ja`YAMLとして読み取れません。記号・字下げ・引用符をご確認ください。(${why})`,
        en: en`Not readable as YAML: ${why}`,
      }
    );
  },
  noAliases: {
    ja: ja`アンカー(&)と参照(*)は使えません。値をそのまま書いてください。`,
    en: en`Anchors (&) and aliases (*) cannot be used. Write the value itself.`,
  } satisfies Text,
  tooLong: (limit: number): Text => ({
    ja: ja`ファイルが大きすぎます(上限 ${limit.toLocaleString('en')}文字)。協議会の設定ファイルかどうかご確認ください。`,
    en: en`The file is too long (at most ${limit.toLocaleString('en')} characters). Is it the council's file?`,
  }),
};
