/** How the changes that a council's file would make are told. */
import type { Day } from '../domain/day.ts';
import type { Stage } from '../domain/joining.ts';
import { en, ja, listed, same, type Text } from '../text/text.ts';

const partNames = {
  council: { ja: ja`協議会`, en: en`council` },
  basis: { ja: ja`要綱等`, en: en`basis` },
  basisVersion: { ja: ja`要綱等の改正`, en: en`version of a basis` },
  setting: { ja: ja`設定`, en: en`setting` },
  municipality: { ja: ja`団体`, en: en`municipality` },
  stage: { ja: ja`加入の段階`, en: en`stage` },
  rotation: { ja: ja`輪番`, en: en`rotation` },
  body: { ja: ja`会議体`, en: en`body` },
  system: { ja: ja`業務システム`, en: en`system` },
  vendor: { ja: ja`ベンダ`, en: en`vendor` },
  round: { ja: ja`回答の回`, en: en`round` },
  person: { ja: ja`担当者`, en: en`person` },
  account: { ja: ja`Slackアカウント`, en: en`Slack account` },
  tenure: { ja: ja`担当`, en: en`tenure` },
  channel: { ja: ja`チャンネル`, en: en`channel` },
} as const satisfies Record<string, Text>;

/** A kind of thing that the file names. */
export type Part = keyof typeof partNames;

const fieldNames = {
  name: { ja: ja`名称`, en: en`name` },
  shortName: { ja: ja`略称`, en: en`short name` },
  language: { ja: ja`言語`, en: en`language` },
  value: { ja: ja`値`, en: en`value` },
  basis: { ja: ja`根拠`, en: en`basis` },
  note: { ja: ja`内容`, en: en`note` },
  kind: { ja: ja`種別`, en: en`kind` },
  from: { ja: ja`始まり`, en: en`from` },
  until: { ja: ja`終わり`, en: en`until` },
  order: { ja: ja`順`, en: en`order` },
  parent: { ja: ja`上位の会議体`, en: en`parent` },
  leadLabel: { ja: ja`代表者の呼び名`, en: en`title of its lead` },
  no: { ja: ja`番号`, en: en`No.` },
  workingGroup: { ja: ja`担当WG`, en: en`working group` },
  aliases: { ja: ja`略称`, en: en`aliases` },
  kana: { ja: ja`かな`, en: en`kana` },
  email: { ja: ja`メール`, en: en`e-mail` },
  person: { ja: ja`使用者`, en: en`person` },
  municipality: { ja: ja`団体`, en: en`municipality` },
  deputy: { ja: ja`代理`, en: en`deputy` },
  body: { ja: ja`会議体`, en: en`body` },
  audience: { ja: ja`公開範囲`, en: en`audience` },
} as const satisfies Record<string, Text>;

/** Something that is said of it. */
export type Field = keyof typeof fieldNames;

const roleNames = {
  member: { ja: ja`委員`, en: en`member` },
  lead: { ja: ja`座長・部会長`, en: en`lead` },
  information: { ja: ja`情報主管担当`, en: en`information section` },
  adviser: { ja: ja`アドバイザー`, en: en`adviser` },
} as const satisfies Record<string, Text>;

const stageNames: Readonly<Record<Stage, Text>> = {
  interested: { ja: ja`関心表明`, en: en`interested` },
  observer: { ja: ja`オブザーバー`, en: en`observer` },
  applicant: { ja: ja`加入申請`, en: en`applicant` },
  adopting: { ja: ja`受入準備`, en: en`adopting` },
  member: { ja: ja`構成団体`, en: en`member` },
  left: { ja: ja`脱退`, en: en`left` },
};

const none: Text = { ja: ja`なし`, en: en`none` };

export const changeText = {
  conflict: (part: Part, title: Text): Text => ({
    ja: ja`${partNames[part]}「${title}」は、前回の反映の後に変更されています。このファイルのまま反映すると、その変更が失われます。`,
    en: en`${partNames[part]} “${title}” was changed since the file was last applied; applying it as it is would take that back.`,
  }),

  created: (part: Part, title: Text): Text => ({
    ja: ja`追加 ${partNames[part]}「${title}」`,
    en: en`create ${partNames[part]} “${title}”`,
  }),
  changed: (part: Part, title: Text, details: readonly Text[]): Text => ({
    ja: ja`変更 ${partNames[part]}「${title}」 ${listed(details)}`,
    en: en`change ${partNames[part]} “${title}”: ${listed(details)}`,
  }),
  reordered: (part: Part): Text => ({
    ja: ja`変更 ${partNames[part]}の並び順`,
    en: en`change the order of each ${partNames[part]}`,
  }),
  field: (field: Field, was: string | undefined, now: string | undefined): Text => {
    const [old, fresh] = [was === undefined ? none : same(was), now === undefined ? none : same(now)];
    return {
      ja: ja`${fieldNames[field]}: ${old} → ${fresh}`,
      en: en`${fieldNames[field]}: ${old} → ${fresh}`,
    };
  },
  stage: (name: string, stage: Stage, from: Day): Text => ({
    ja: ja`${name} ${stageNames[stage]} (${from}〜)`,
    en: en`${name} ${stageNames[stage]} (${from}〜)`,
  }),
  tenure: (where: string, role: keyof typeof roleNames, person: string, span: string): Text => ({
    ja: ja`${where} ${roleNames[role]} ${person} (${span})`,
    en: en`${where} ${roleNames[role]} ${person} (${span})`,
  }),
};
