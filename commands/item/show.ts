/** `/item show K45`: an item with its links and its history, comments and changes in their order. */

import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import type { Day } from '../../src/domain/day.ts';
import {
  type EntryKind,
  type Item,
  type ItemEntry,
  type ItemLink,
  type ItemState,
  isLive,
} from '../../src/domain/item.ts';
import { isRead } from '../../src/domain/past.ts';
import { fiscalYearText, momentAsOf } from '../../src/text/dates.ts';
import { facts, heading, rows } from '../../src/text/message.ts';
import { en, ja, listed, same, struck, type Text } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { bodyText } from '../subjects/bodies.ts';
import { before, earlierLeftOut, readsFrom } from '../subjects/past.ts';
import { actsOf } from './surface.ts';
import {
  dueValue,
  owingText,
  text as phrases,
  placesText,
  placeText,
  priorityText,
  standText,
  statusText,
} from './text.ts';

export const itemShow = subcommand({
  name: 'show',
  alias: ['表示', '詳細', '履歴'],
  summary: { ja: ja`課題の内容と経過を表示します`, en: en`Show an item and its history` },
  effect: 'read',
  args: z.object({ number: itemNumber }),
  examples: ['K45'],

  async about({ number }, scene, store): Promise<About<Item>> {
    const item = await store.items.byNumber(number);
    if (!item) return { refused: whisper(phrases.noItem(number)) };
    const from = await readsFrom(scene, store);
    if (from === undefined || isRead({ kind: 'item', ...item }, from)) return { subject: item };
    return { refused: whisper(before(from)) };
  },

  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: item, chart, today } = scene;
    const [all, from] = await Promise.all([store.items.history(item.number), readsFrom(scene, store)]);
    const entries = all.filter(({ at }) => isRead({ kind: 'step', at }, from));
    const tenures = await store.tenuresOn(today);
    const people = [
      ...tenures.map((one) => one.person),
      ...entries.flatMap(({ by }) => (by === undefined ? [] : [by])),
    ];
    const names = await store.names(people);
    const undone = new Set(entries.map((one) => one.undoes));
    const seat = (of: string | undefined): Text => placeText(of, chart);
    const places = (of: readonly string[]): Text => placesText(of, chart);
    return whisper(
      text.title(item),
      facts(
        [text.body, bodyText(chart, item.body)],
        [text.owner, owingText(item, chart, tenures, names)],
        [text.due, dueValue(item.due, today)],
        [text.priority, priorityText[item.priority]],
        [text.status, standText(item)],
        ...(item.links.length > 0 ? [[text.links, listed(item.links.map(linkText))] as [Text, Text]] : []),
      ),
      ...(entries.length > 0
        ? [
            heading(text.history),
            rows(
              entries.map((one) => {
                const row = text.step(one, today, names.get(one.by ?? 0) ?? '', stepText(one, today, { seat, places }));
                return undone.has(one.serial) ? struck(row) : row;
              }),
            ),
          ]
        : []),
      ...earlierLeftOut(all.length - entries.length, from),
      ...(isLive(item) ? [actsOf(item)] : []),
    );
  },
});

export function linkText({ kind, ref }: ItemLink): Text {
  if (kind === 'requirement') return { ja: ja`要件${ref}`, en: en`requirement ${ref}` };
  if (kind === 'meeting') return same(`M${ref}`);
  if (kind === 'decision') return decisionText(ref);
  return same(ref);
}

/** `2026-12` is 令和8年度決定第12号. */
function decisionText(ref: string): Text {
  const [year, serial = ''] = ref.split('-');
  return { ja: ja`${fiscalYearText(Number(year))}決定第${serial}号`, en: en`decision ${ref}` };
}

interface Named {
  seat(of: string | undefined): Text;
  places(of: readonly string[]): Text;
}

function stepText({ kind, before, after, words }: ItemEntry, today: Day, { seat, places }: Named): Text {
  const what = text.kind[kind];
  const [came, left] = [partsOnlyIn(after, before), partsOnlyIn(before, after)];
  // Who was taken out owes nothing anew.
  const owners = [after.owner ?? before.owner, ...(after.others ?? before.others ?? [])];
  const went = 'owner' in after || 'others' in after ? left.filter((one) => owners.includes(one)) : left;
  const details = [
    ...(after.title === undefined ? [] : [same(after.title)]),
    ...(after.priority === undefined ? [] : [priorityText[after.priority]]),
    ...('owner' in after ? [listed([after.owner, ...(after.others ?? [])].map(seat), same(' / '))] : []),
    ...('due' in after ? [dueValue(after.due, today)] : []),
    ...(came.length > 0 ? [kind === 'part' ? places(came) : text.came(places(came))] : []),
    ...(went.length > 0 ? [text.went(places(went))] : []),
    ...(after.status === undefined ? [] : [statusText[after.status]]),
    ...(words === undefined ? [] : [same(words)]),
  ];
  return details.length === 0 ? what : { ja: ja`${what}:${listed(details)}`, en: en`${what}: ${listed(details)}` };
}

const partsOnlyIn = (one: Partial<ItemState>, other: Partial<ItemState>): string[] =>
  (one.parts ?? []).map((part) => part.seat).filter((seat) => !other.parts?.some((part) => part.seat === seat));

const text = {
  title: (item: Item): Text => ({
    ja: ja`課題K${item.number}「${item.title}」`,
    en: en`Item K${item.number} “${item.title}”`,
  }),
  body: { ja: ja`会議体`, en: en`Body` },
  owner: { ja: ja`担当`, en: en`Owner` },
  due: { ja: ja`期限`, en: en`Due` },
  priority: { ja: ja`優先度`, en: en`Priority` },
  status: { ja: ja`状態`, en: en`Status` },
  links: { ja: ja`関連`, en: en`Links` },
  history: { ja: ja`経過`, en: en`History` },
  step: (one: ItemEntry, today: Day, by: string, what: Text): Text => ({
    ja: ja`• ${momentAsOf(one.at, today)} ${by} ${what}`,
    en: en`• ${momentAsOf(one.at, today)} ${by} ${what}`,
  }),
  came: (seats: Text): Text => ({ ja: ja`${seats}の分が済`, en: en`done by ${seats}` }),
  went: (seats: Text): Text => ({ ja: ja`${seats}の分が未了`, en: en`owed anew by ${seats}` }),
  kind: {
    added: { ja: ja`登録`, en: en`added` },
    comment: { ja: ja`追記`, en: en`comment` },
    assign: { ja: ja`担当変更`, en: en`reassigned` },
    due: { ja: ja`期限変更`, en: en`due day` },
    change: { ja: ja`内容変更`, en: en`changed` },
    status: { ja: ja`状態変更`, en: en`status` },
    part: { ja: ja`担当分の完了`, en: en`part done` },
    done: { ja: ja`完了報告`, en: en`reported done` },
    withdraw: { ja: ja`取下げ`, en: en`withdrawn` },
    import: { ja: ja`管理表から取込`, en: en`from a workbook` },
    undo: { ja: ja`取消`, en: en`taken back` },
  } satisfies Record<EntryKind, Text>,
};
