/** What `/item` says. */

import { leadLabel } from '../../src/command/who.ts';
import { closedBecause, type OfficeCalendar } from '../../src/domain/businessDay.ts';
import { bodyOf, type Chart, municipalityOf, type Tenure } from '../../src/domain/council.ts';
import { type Day, dayAt } from '../../src/domain/day.ts';
import {
  type Item,
  type ItemEntry,
  type ItemStatus,
  isOverdue,
  type Owing,
  ownersOf,
  type Priority,
} from '../../src/domain/item.ts';
import { progressOf } from '../../src/domain/itemParts.ts';
import { dayAsOf } from '../../src/text/dates.ts';
import { progressText } from '../../src/text/items.ts';
import { en, ja, listed, nothing, onOneLine, same, type Text } from '../../src/text/text.ts';

export const itemName = (item: Pick<Item, 'number'>): Text => ({ ja: ja`K${item.number}`, en: en`K${item.number}` });

/** 「那珂市 介護保険WG」, from the seat's id alone. */
export function placeText(seat: string | undefined, chart: Chart): Text {
  if (seat === undefined) return { ja: ja`事務局預かり`, en: en`with the secretariat` };
  const [slug = '', code = ''] = seat.split(':');
  const body = bodyOf(chart, slug)?.name ?? slug;
  const municipality = municipalityOf(chart, code)?.name;
  return municipality === undefined
    ? { ja: ja`${body} ${leadLabel(chart, slug)}`, en: en`${leadLabel(chart, slug)} of ${body}` }
    : { ja: ja`${municipality} ${body}`, en: en`${municipality}, ${body}` };
}

/** 「那珂市」, or 「介護保険WG 座長」 of an office. */
function shortPlaceText(seat: string, chart: Chart): Text {
  const name = municipalityOf(chart, seat.split(':')[1] ?? '')?.name;
  return name === undefined ? placeText(seat, chart) : same(name);
}

/** 那珂市・五霞町 */
export const placesText = (seats: readonly string[], chart: Chart): Text =>
  listed(
    seats.map((one) => shortPlaceText(one, chart)),
    { ja: ja`・`, en: en`, ` },
  );

/** 「那珂市 介護保険WG(担当者名)」, from the seat's id and its holders. */
export function ownerText(
  seat: string | undefined,
  chart: Chart,
  holders: readonly Tenure[],
  names: ReadonlyMap<number, string>,
): Text {
  const place = placeText(seat, chart);
  if (seat === undefined) return place;
  const people = holders.filter((one) => one.seat.id === seat && !one.deputy).map((one) => names.get(one.person) ?? '');
  return people.length > 0
    ? { ja: ja`${place} ${people.join('・')}`, en: en`${people.join(', ')} (${place})` }
    : { ja: ja`${place}(未定)`, en: en`${place} (vacant)` };
}

/** All who owe it, the first owner first. */
export function ownersText(
  item: Pick<Item, 'owner' | 'others'>,
  chart: Chart,
  holders: readonly Tenure[],
  names: ReadonlyMap<number, string>,
): Text {
  const owners = ownersOf(item);
  return seatsText(owners.length === 0 ? [undefined] : owners, chart, holders, names);
}

const seatsText = (
  seats: readonly (string | undefined)[],
  chart: Chart,
  holders: readonly Tenure[],
  names: ReadonlyMap<number, string>,
): Text =>
  listed(
    seats.map((one) => ownerText(one, chart, holders, names)),
    same(' / '),
  );

/** 未了:五霞町 介護保険WG 内海 真由美、済 3/4:那珂市・…; undefined where nothing is in, or all is. */
export function lackingText(
  item: Owing,
  chart: Chart,
  holders: readonly Tenure[],
  names: ReadonlyMap<number, string>,
): Text | undefined {
  const progress = progressOf(item);
  if (!progress || progress.lacking.length === 0) return undefined;
  const { parts, lacking, of } = progress;
  const open = seatsText(lacking, chart, holders, names);
  const done = placesText(
    parts.map((one) => one.seat),
    chart,
  );
  return {
    ja: ja`未了:${open}、済 ${parts.length}/${of}:${done}`,
    en: en`open: ${open}; ${parts.length} of ${of} done: ${done}`,
  };
}

/** Who owes it, as far as it is not in. */
export const owingText = (
  item: Owing,
  chart: Chart,
  holders: readonly Tenure[],
  names: ReadonlyMap<number, string>,
): Text => lackingText(item, chart, holders, names) ?? ownersText(item, chart, holders, names);

/** The same with what it is: 担当:…, or 未了:…. */
export const owedText = (
  item: Owing,
  chart: Chart,
  holders: readonly Tenure[],
  names: ReadonlyMap<number, string>,
): Text => {
  const owners = ownersText(item, chart, holders, names);
  return lackingText(item, chart, holders, names) ?? { ja: ja`担当:${owners}`, en: owners.en };
};

/** 未着手, or 一部完了 where some parts are in and nothing else is known of it. */
export const standText = (item: Owing & Pick<Item, 'status'>): Text =>
  item.status === 'open' && progressOf(item) ? PARTLY_DONE : statusText[item.status];

export const PARTLY_DONE: Text = { ja: ja`一部完了`, en: en`partly done` };

export const statusText: Readonly<Record<ItemStatus, Text>> = {
  open: { ja: ja`未着手`, en: en`open` },
  doing: { ja: ja`対応中`, en: en`in hand` },
  awaiting: { ja: ja`確認待ち`, en: en`awaiting confirmation` },
  hold: { ja: ja`保留`, en: en`on hold` },
  done: { ja: ja`完了`, en: en`done` },
  withdrawn: { ja: ja`取下げ`, en: en`withdrawn` },
};

export const priorityText: Readonly<Record<Priority, Text>> = {
  high: { ja: ja`高`, en: en`high` },
  middle: { ja: ja`中`, en: en`middle` },
  low: { ja: ja`低`, en: en`low` },
};

const priorityNote = ({ priority }: Pick<Item, 'priority'>): Text =>
  priority === 'middle'
    ? nothing
    : { ja: ja`、優先度 ${priorityText[priority]}`, en: en`, priority ${priorityText[priority]}` };

/** The day itself, under a heading that says what it is. */
export const dueValue = (due: Day | undefined, today: Day): Text =>
  due === undefined ? { ja: ja`なし`, en: en`none` } : dayAsOf(due, today);

export const dueText = (due: Day | undefined, today: Day): Text =>
  due === undefined
    ? { ja: ja`期限なし`, en: en`no due day` }
    : { ja: ja`期限 ${dayAsOf(due, today)}`, en: en`due ${dayAsOf(due, today)}` };

export const text = {
  added: (item: Item, owed: Text, today: Day): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」を登録しました。${owed}、${dueText(item.due, today)}${priorityNote(item)}。`,
    en: en`Item ${itemName(item)} “${item.title}” was added: ${owed}, ${dueText(item.due, today)}${priorityNote(item)}.`,
  }),
  standing: (item: Item, owed: Text, today: Day): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」(${standText(item)}) ${owed}、${dueText(item.due, today)}${priorityNote(item)}。`,
    en: en`Item ${itemName(item)} “${item.title}” (${standText(item)}): ${owed}, ${dueText(item.due, today)}${priorityNote(item)}.`,
  }),
  done: (item: Item, by: string): Text => {
    const progress = progressText(item);
    const how: Text = progress ? listed([same(by), progress]) : same(by);
    return {
      ja: ja`課題${itemName(item)}「${item.title}」は完了しました(${how})。`,
      en: en`Item ${itemName(item)} “${item.title}” is done (${how}).`,
    };
  },
  withdrawn: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」は取り下げられました。`,
    en: en`Item ${itemName(item)} “${item.title}” was withdrawn.`,
  }),
  undone: (item: Item): Text => {
    const progress = progressText(item);
    const how = listed([standText(item), ...(progress ? [progress] : [])]);
    return {
      ja: ja`課題${itemName(item)}「${item.title}」を、直前の操作の前の状態に戻しました(${how})。`,
      en: en`The last step on item ${itemName(item)} “${item.title}” is taken back (${how}).`,
    };
  },
  snoozeUndone: (item: Item, was: Day | undefined, today: Day): Text =>
    was !== undefined && was > today
      ? {
          ja: ja`課題${itemName(item)}「${item.title}」の「後で」を取り消しました。その前のご指定どおり、${dayAsOf(was, today)}からお知らせに表示します。`,
          en: en`Item ${itemName(item)} “${item.title}” comes back to your digest on ${dayAsOf(was, today)}, as you had it before.`,
        }
      : {
          ja: ja`課題${itemName(item)}「${item.title}」の「後で」を取り消しました。お知らせの表示は元のとおりです。`,
          en: en`Item ${itemName(item)} “${item.title}” is in your digest as it was before you put it off.`,
        },
  row: (item: Item, owner: Text, today: Day): Text => {
    const late: Text = isOverdue(item, today) ? { ja: ja`【期限超過】`, en: en`[overdue] ` } : { ja: ja``, en: en`` };
    const state: Text =
      item.status === 'open'
        ? nothing
        : { ja: ja`(${statusText[item.status]})`, en: en` (${statusText[item.status]})` };
    return {
      ja: ja`• ${itemName(item)} ${late}${onOneLine(item.title)}${state} — ${owner}、${dueText(item.due, today)}${priorityNote(item)}`,
      en: en`• ${itemName(item)} ${late}${onOneLine(item.title)}${state} — ${owner}, ${dueText(item.due, today)}${priorityNote(item)}`,
    };
  },
  markDone: { ja: ja`完了にする`, en: en`Done` },
  later: { ja: ja`後で`, en: en`Later` },
  reassign: { ja: ja`担当変更`, en: en`Reassign` },
  moveDue: { ja: ja`期限変更`, en: en`Change due day` },
  confirm: { ja: ja`確認して完了にする`, en: en`Confirm` },
  sendBack: { ja: ja`差し戻す`, en: en`Send back` },
  /** 6月23日(火)に差し戻されています(内海 真由美)。理由:… */
  sentBack: ({ at, words }: Pick<ItemEntry, 'at' | 'words'>, by: string, today: Day): Text => {
    const day = dayAsOf(dayAt(at), today);
    const who: Text = by === '' ? nothing : { ja: ja`(${by})`, en: en` by ${by}` };
    const why: Text = words === undefined ? nothing : { ja: ja`理由:${words}`, en: en` Reason: ${words}` };
    return { ja: ja`${day}に差し戻されています${who}。${why}`, en: en`Sent back on ${day}${who}.${why}` };
  },
  nextDay: (next: Day, today: Day): Text => ({
    ja: ja`期限を${dayAsOf(next, today)}にする`,
    en: en`Make it ${dayAsOf(next, today)}`,
  }),
  undo: { ja: ja`取り消す`, en: en`Undo` },
  dueClosed: (due: Day, next: Day, today: Day): Text => ({
    ja: ja`期限の${dayAsOf(due, today)}は閉庁日です。次の開庁日は${dayAsOf(next, today)}です。`,
    en: en`Offices are closed on ${dayAsOf(due, today)}; the next business day is ${dayAsOf(next, today)}.`,
  }),
  posted: { ja: ja`会議体のチャンネルにお知らせしました。`, en: en`The body's channel is told.` },
  onlyInItsChannel: {
    ja: ja`このチャンネルには、会議体が割り当てられていません。課題は、担当するWG・部会のチャンネルでご登録ください。`,
    en: en`This channel is mapped to no body. Please add the item in the channel of the body that it concerns.`,
  },
  noItem: (number: number): Text => ({
    ja: ja`課題K${number}は見つかりませんでした。「/item 一覧」で番号をご確認ください。`,
    en: en`Item K${number} was not found. /item list shows them.`,
  }),
  alreadyClosed: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}は、すでに${statusText[item.status]}になっています。`,
    en: en`Item ${itemName(item)} is closed already.`,
  }),
  nothingToUndo: {
    ja: ja`取り消せる課題の操作がありません。「/item 元に戻す K45」のように番号をご入力ください。`,
    en: en`There is nothing of yours to take back. Name it like “/item undo K45”.`,
  },
  tooLate: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}は、操作から10分を過ぎているため取り消せません。必要な場合は、改めて変更をお願いします。`,
    en: en`More than 10 minutes have passed; item ${itemName(item)} cannot be taken back.`,
  }),
};

/** A note where the due day falls on a closed day. */
export function dueWarning(
  due: Day | undefined,
  next: Day | undefined,
  { today, calendar }: { readonly today: Day; readonly calendar: OfficeCalendar },
): Text | undefined {
  if (due === undefined || next === undefined) return undefined;
  return closedBecause(due, calendar) === undefined ? undefined : text.dueClosed(due, next, today);
}
