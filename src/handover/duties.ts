/** What whoever sits in a role does. */
import type { Duty } from '../domain/pack.ts';
import { en, ja, type Text } from '../text/text.ts';

export const DUTIES: Readonly<Record<Duty, Text>> = {
  chair: {
    ja: ja`協議会の会長(会議の招集・議事の進行、承認の記録)`,
    en: en`the council's chair: calls and leads its meetings, records its approvals`,
  },
  actingChair: {
    ja: ja`会長職務代理者(会長が不在の間、会議の招集・議事の進行、承認の記録)`,
    en: en`acting chair: while the chair is absent calls and leads the council's meetings, records its approvals`,
  },
  viceChair: {
    ja: ja`協議会の副会長(会長が不在のときの職務代理)`,
    en: en`vice chair: acts while the chair is absent`,
  },
  secretariat: {
    ja: ja`事務局(会議の準備、日程調整、名簿・要件一覧の管理、届かなかったお知らせの確認)`,
    en: en`the secretariat: prepares meetings, keeps roster and requirements, sees to what was not delivered`,
  },
  joiner: {
    ja: ja`後乗り市町村の担当(決定の確認・受入、質問、独自差異の登録)`,
    en: en`for a joiner: reads and accepts decisions, asks, records differences`,
  },
  projectTeamLeader: { ja: ja`プロジェクトチームリーダー`, en: en`leader of the project team` },
  lead: {
    ja: ja`会議の招集・次第の作成・議事の進行、決定の記録、持ち回り審議の発議`,
    en: en`calls and leads the meetings, records decisions, opens circulations`,
  },
  member: {
    ja: ja`会議への出席、日程調整・持ち回り審議への回答、担当する課題の対応、議事録の確認`,
    en: en`attends, answers polls and circulations, sees to its items, confirms minutes`,
  },
  information: {
    ja: ja`自団体の名簿の管理(次年度の内示を含む)、庁内の取りまとめ、代行入力`,
    en: en`keeps the municipality's roster, gathers its answers, enters them on behalf of others`,
  },
  adviser: { ja: ja`助言(議決には加わりません)`, en: en`advises; has no vote` },
};
