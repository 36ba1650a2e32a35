/** How a seat and those who sit in it are called: 那珂市 介護保険WG 委員. */
import { bodyOf, type Chart, municipalityOf, type RoleName, type Seat, type Tenure } from '../domain/council.ts';
import { en, ja, listed, same, type Text } from '../text/text.ts';

export function seatText(seat: Seat, chart: Chart): Text {
  const body = bodyOf(chart, seat.body);
  const name = body?.name ?? seat.body;
  const place = seat.municipality === undefined ? undefined : municipalityOf(chart, seat.municipality)?.name;
  if (seat.role === 'lead') return { ja: ja`${name} ${leadText(seat, chart)}`, en: en`lead of ${name}` };
  if (seat.role === 'information')
    return { ja: ja`${place ?? ''} 情報主管担当`, en: en`information section of ${place ?? ''}` };
  if (seat.role === 'adviser') return { ja: ja`${place ?? ''} アドバイザー`, en: en`adviser (${place ?? ''})` };
  return { ja: ja`${place ?? ''} ${name} 委員`, en: en`member of ${name} for ${place ?? ''}` };
}

/** 座長, 部会長, or what the body calls its lead. */
export function leadText(seat: Pick<Seat, 'body'>, chart: Chart): Text {
  const body = bodyOf(chart, seat.body);
  if (body?.leadLabel !== undefined) return same(body.leadLabel);
  return body?.kind === 'subcommittee' ? { ja: ja`部会長`, en: en`head` } : { ja: ja`座長`, en: en`lead` };
}

/** The words after which a line finds the seat again: 那珂市 介護保険WG. */
export function seatWords(seat: Seat, chart: Chart): string {
  const place = seat.municipality === undefined ? undefined : municipalityOf(chart, seat.municipality)?.name;
  if (seat.role === 'information') return `${place} 情報主管`;
  return [place, bodyOf(chart, seat.body)?.name ?? seat.body, seat.role === 'lead' ? '座長' : undefined]
    .filter((one) => one !== undefined)
    .join(' ');
}

/** Names in a row; 未定 where nobody sits there. */
export function peopleText(tenures: readonly Tenure[], names: ReadonlyMap<number, string>): Text {
  const found = [...new Set(tenures.map((one) => one.person))].map((person) => same(names.get(person) ?? ''));
  return found.length === 0 ? VACANT : listed(found, { ja: ja`・`, en: en`, ` });
}

const VACANT: Text = { ja: ja`未定`, en: en`vacant` };

/** What whoever sits in the role does. */
export const DUTIES: Readonly<Record<RoleName, Text>> = {
  chair: {
    ja: ja`協議会の会長(会議の招集・議事の進行、承認の記録)`,
    en: en`the council's chair: calls and leads its meetings, records its approvals`,
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
