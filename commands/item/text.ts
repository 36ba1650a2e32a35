/** What `/item` says. */

import { leadLabel } from '../../src/command/who.ts';
import { closedBecause, type OfficeCalendar } from '../../src/domain/businessDay.ts';
import { bodyOf, type Chart, municipalityOf, type Tenure } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Item } from '../../src/domain/item.ts';
import { isOverdue } from '../../src/domain/item.ts';
import { shortDay } from '../../src/text/dates.ts';
import { en, ja, onOneLine, type Text } from '../../src/text/text.ts';

export const itemName = (item: Pick<Item, 'number'>): Text => ({ ja: ja`K${item.number}`, en: en`K${item.number}` });

/** 「那珂市 介護保険WG(担当者名)」, from the seat's id and its holders. */
export function ownerText(
  seat: string | undefined,
  chart: Chart,
  holders: readonly Tenure[],
  names: ReadonlyMap<number, string>,
): Text {
  if (seat === undefined) return { ja: ja`事務局預かり`, en: en`with the secretariat` };
  const [slug = '', code = ''] = seat.split(':');
  const body = bodyOf(chart, slug)?.name ?? slug;
  const municipality = municipalityOf(chart, code)?.name;
  const place: Text =
    municipality === undefined
      ? { ja: ja`${body} ${leadLabel(chart, slug)}`, en: en`${leadLabel(chart, slug)} of ${body}` }
      : { ja: ja`${municipality} ${body}`, en: en`${municipality}, ${body}` };
  const people = holders.filter((one) => one.seat.id === seat && !one.deputy).map((one) => names.get(one.person) ?? '');
  return people.length > 0
    ? { ja: ja`${place} ${people.join('・')}`, en: en`${people.join(', ')} (${place})` }
    : { ja: ja`${place}(未定)`, en: en`${place} (vacant)` };
}

const dueText = (due: Day | undefined): Text =>
  due === undefined
    ? { ja: ja`期限なし`, en: en`no due day` }
    : { ja: ja`期限 ${shortDay(due)}`, en: en`due ${shortDay(due)}` };

export const text = {
  added: (item: Item, owner: Text): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」を登録しました。担当:${owner}、${dueText(item.due)}。`,
    en: en`Item ${itemName(item)} “${item.title}” was added: ${owner}, ${dueText(item.due)}.`,
  }),
  done: (item: Item, by: string): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」は完了しました(${by})。`,
    en: en`Item ${itemName(item)} “${item.title}” is done (${by}).`,
  }),
  withdrawn: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」は取り消されました。`,
    en: en`Item ${itemName(item)} “${item.title}” was taken back.`,
  }),
  reopened: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」を未完了に戻しました。`,
    en: en`Item ${itemName(item)} “${item.title}” is open again.`,
  }),
  row: (item: Item, owner: Text, today: Day): Text => {
    const late: Text = isOverdue(item, today) ? { ja: ja`【期限超過】`, en: en`[overdue] ` } : { ja: ja``, en: en`` };
    const state: Text =
      item.status === 'done'
        ? { ja: ja`(完了)`, en: en` (done)` }
        : item.status === 'withdrawn'
          ? { ja: ja`(取消)`, en: en` (taken back)` }
          : { ja: ja``, en: en`` };
    return {
      ja: ja`• ${itemName(item)} ${late}${onOneLine(item.title)}${state} — ${owner}、${dueText(item.due)}`,
      en: en`• ${itemName(item)} ${late}${onOneLine(item.title)}${state} — ${owner}, ${dueText(item.due)}`,
    };
  },
  markDone: { ja: ja`完了にする`, en: en`Done` },
  undo: { ja: ja`取り消す`, en: en`Undo` },
  dueClosed: (due: Day, next: Day): Text => ({
    ja: ja`期限の${shortDay(due)}は閉庁日です。次の開庁日は${shortDay(next)}です。`,
    en: en`Offices are closed on ${shortDay(due)}; the next business day is ${shortDay(next)}.`,
  }),
  posted: { ja: ja`会議体のチャンネルにお知らせしました。`, en: en`The body's channel is told.` },
  onlyInItsChannel: {
    ja: ja`このチャンネルには、会議体が割り当てられていません。課題は、担当するWG・部会のチャンネルでご登録ください。`,
    en: en`This channel is mapped to no body. Please add the item in the channel of the body that it concerns.`,
  },
  noItem: (number: number): Text => ({
    ja: ja`課題K${number}は見つかりませんでした。/item 一覧 で番号をご確認ください。`,
    en: en`Item K${number} was not found. /item list shows them.`,
  }),
  alreadyClosed: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}は、すでに${item.status === 'done' ? '完了' : '取消'}になっています。`,
    en: en`Item ${itemName(item)} is closed already.`,
  }),
  nothingToUndo: {
    ja: ja`取り消せる課題がありません。「/item 取消 K45」のように番号をご入力ください。`,
    en: en`There is nothing of yours to take back. Name it like “/item undo K45”.`,
  },
  tooLate: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}は、操作から10分を過ぎているため取り消せません。`,
    en: en`More than 10 minutes have passed; item ${itemName(item)} cannot be taken back.`,
  }),
  unknownOwner: (typed: string): Text => ({
    ja: ja`この会議体の委員に「${typed}」さんは見つかりませんでした。@那珂市 のように市町名でもご指定いただけます。`,
    en: en`“${typed}” was not found among this body's members. A municipality can be named too, as in @那珂市.`,
  }),
  severalOwners: (typed: string): Text => ({
    ja: ja`「${typed}」に当てはまる方が複数います。@のあとに氏名をすべてご入力ください。`,
    en: en`“${typed}” fits several people. Please type the whole name.`,
  }),
  noMention: {
    ja: ja`この方は、この会議体の本日の委員ではありません。@那珂市 のように市町名でご指定ください。`,
    en: en`This person is not a member of the body today. Please name the municipality, as in @那珂市.`,
  },
};

/** A note where the due day falls on a closed day. */
export function dueWarning(due: Day | undefined, next: Day | undefined, calendar: OfficeCalendar): Text | undefined {
  if (due === undefined || next === undefined) return undefined;
  return closedBecause(due, calendar) === undefined ? undefined : text.dueClosed(due, next);
}
