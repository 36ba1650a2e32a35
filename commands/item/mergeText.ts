/** What is said about a 課題管理表 that comes back: what it would change, what of it is not taken, taking it back. */

import type { Chart } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { ITEM_FIELDS, type ItemCells, type ItemField } from '../../src/domain/itemMerge.ts';
import type { Correction } from '../../src/sheet/corrections.ts';
import type { ItemImport } from '../../src/store/council/itemImports.ts';
import { momentAsOf } from '../../src/text/dates.ts';
import { en, ja, listed, onOneLine, same, type Text } from '../../src/text/text.ts';
import { bodyText } from '../subjects/bodies.ts';
import type { Act, ItemAddition, ItemChange } from './itemsMerge.ts';
import { dueValue, placesText, placeText, priorityText, statusText } from './text.ts';

const fieldText: Readonly<Record<ItemField, Text>> = {
  title: { ja: ja`件名`, en: en`title` },
  owners: { ja: ja`担当`, en: en`owner` },
  priority: { ja: ja`優先度`, en: en`priority` },
  due: { ja: ja`期限`, en: en`due day` },
  status: { ja: ja`状態`, en: en`status` },
};

/** Of which council, and on what day, it is read. */
interface Read {
  readonly chart: Chart;
  readonly today: Day;
}

export function shownCell(field: ItemField, cells: Partial<ItemCells>, read: Read): Text {
  const { chart, today } = read;
  if (field === 'due') return dueValue(cells.due ?? undefined, today);
  if (field === 'priority' && cells.priority) return priorityText[cells.priority];
  if (field === 'status' && cells.status) return statusText[cells.status];
  if (field === 'title') return same(onOneLine(cells.title ?? ''));
  const owners = cells.owners ?? [];
  return owners.length === 0
    ? placeText(undefined, chart)
    : listed(
        owners.map((one) => placeText(one, chart)),
        same(' / '),
      );
}

/** 課題取込3 */
const importName = (id: number): Text => ({ ja: ja`課題取込${id}`, en: en`item import ${id}` });

export const merging = {
  preview: (name: string): Text => ({
    ja: ja`「${name}」を取り込むと、次のように変わります。まだ取り込んでいません。`,
    en: en`“${name}” would change this. Nothing is imported yet.`,
  }),
  counts: (changed: number, added: number, apart: number): Text => ({
    ja: ja`変更 ${changed}件、新規 ${added}件、取り込めないセル ${apart}件`,
    en: en`${changed} changed, ${added} new, ${apart} cells not taken`,
  }),
  change: ({ number, title, cells, part, words }: ItemChange, read: Read): Text => {
    const parts = ITEM_FIELDS.filter((field) => cells[field] !== undefined).map(
      (field): Text => ({
        ja: ja`${fieldText[field]}→${shownCell(field, cells, read)}`,
        en: en`${fieldText[field]} → ${shownCell(field, cells, read)}`,
      }),
    );
    const own = placesText(part ?? [], read.chart);
    const done: Text[] = part ? [{ ja: ja`${own}の分を完了`, en: en`${own} is done` }] : [];
    const comment: Text[] =
      words === undefined ? [] : [{ ja: ja`追記「${onOneLine(words)}」`, en: en`comment “${onOneLine(words)}”` }];
    return {
      ja: ja`• K${number}「${onOneLine(title)}」${listed([...parts, ...done, ...comment])}`,
      en: en`• K${number} “${onOneLine(title)}” ${listed([...parts, ...done, ...comment])}`,
    };
  },
  addition: (one: ItemAddition, read: Read): Text => ({
    ja: ja`• 新規「${onOneLine(one.title)}」(${bodyText(read.chart, one.body)}、${shownCell('owners', one, read)}、期限 ${dueValue(one.due ?? undefined, read.today)})`,
    en: en`• New “${onOneLine(one.title)}” (${bodyText(read.chart, one.body)}, ${shownCell('owners', one, read)}, due ${dueValue(one.due ?? undefined, read.today)})`,
  }),
  more: (n: number): Text => ({ ja: ja`ほか${n}件`, en: en`and ${n} more` }),
  apartTitle: (n: number): Text => ({
    ja: ja`取り込めないセル(${n}件)。一覧(CSV)をダイレクトメッセージでお送りします。`,
    en: en`Cells that are not taken (${n}); a list (CSV) follows as a direct message.`,
  }),
  apart: ({ sheet, cell, why }: Correction): Text => ({
    ja: ja`${sheet}!${cell} ${why}`,
    en: en`${sheet}!${cell} ${why}`,
  }),
  fileTitle: (name: string): Text => ({ ja: ja`${name} の要確認セル`, en: en`Cells to check in ${name}` }),
  notTaken: {
    ja: ja`起票日・起票者・完了状況・決定事項・完了日・関連の列は取り込みません。番号のない行は新しい課題になり、表にない課題は変わりません。`,
    en: en`The columns 起票日, 起票者, 完了状況, 決定事項, 完了日 and 関連 are not taken. A row without a number becomes a new item; items without a row stay as they are.`,
  },
  carryOut: { ja: ja`この内容で取り込む`, en: en`Import this` },
  nothing: (name: string): Text => ({
    ja: ja`「${name}」に、取り込む変更はありません。`,
    en: en`There is nothing in “${name}” to import.`,
  }),
  broughtBefore: (id: number): Text => ({
    ja: ja`このファイルは${importName(id)}として取込済みです。`,
    en: en`This file was imported as ${importName(id)}.`,
  }),
  changedSince: (numbers: readonly number[]): Text => ({
    ja: ja`内容の表示後に課題(${numbers.map((n) => `K${n}`).join('、')})が変わったため、取り込んでいません。お手数ですが、もう一度ファイルからお試しください。`,
    en: en`Items (${numbers.map((n) => `K${n}`).join(', ')}) changed after the preview, so nothing was imported. Please begin again with the file.`,
  }),
  imported: (id: number, changed: number, added: readonly number[]): Text => ({
    ja: ja`${importName(id)}として取り込みました。変更 ${changed}件、新規 ${added.length}件${added.length === 0 ? '' : `(${added.map((n) => `K${n}`).join('、')})`}です。`,
    en: en`Imported as ${importName(id)}: ${changed} changed, ${added.length} new${added.length === 0 ? '' : ` (${added.map((n) => `K${n}`).join(', ')})`}.`,
  }),
  undo: { ja: ja`取込を取り消す`, en: en`Take the import back` },
  undoSure: (id: number): Text => ({
    ja: ja`${importName(id)}を取り消し、課題を取込前の状態に戻します。よろしいですか。`,
    en: en`Take ${importName(id)} back and restore the items as they were before?`,
  }),
  noImport: (id: number): Text => ({
    ja: ja`${importName(id)}は見つかりませんでした。番号をご確認ください。`,
    en: en`There is no ${importName(id)}.`,
  }),
  undoneBefore: (id: number, at: NonNullable<ItemImport['undoneAt']>, today: Day): Text => ({
    ja: ja`${importName(id)}は${momentAsOf(at, today)}に取り消されています。`,
    en: en`${importName(id)} was taken back on ${momentAsOf(at, today)}.`,
  }),
  stands: (id: number, numbers: readonly number[]): Text => ({
    ja: ja`${importName(id)}の後に課題(${numbers.map((n) => `K${n}`).join('、')})が変わったため、取り消せません。個別に修正してください。`,
    en: en`Items (${numbers.map((n) => `K${n}`).join(', ')}) changed after ${importName(id)}, so it cannot be taken back. Please correct them one by one.`,
  }),
  undone: ({ id, name, steps }: ItemImport): Text => ({
    ja: ja`${importName(id)}(${name})を取り消し、課題 ${steps.length}件を取込前の状態に戻しました。`,
    en: en`${importName(id)} (${name}) was taken back; ${steps.length} items are as they were before.`,
  }),

  noItem: (typed: string): Text => ({
    ja: ja`課題「${typed}」は登録されていません。新しい課題は「No.」を空欄にしてください。`,
    en: en`There is no item “${typed}”. Leave “No.” empty for a new one.`,
  }),
  twice: (number: number): Text => ({
    ja: ja`K${number}の行が、上にもあります。どちらか1行にしてください。`,
    en: en`A row further up is K${number} too.`,
  }),
  noVersion: (number: number): Text => ({
    ja: ja`K${number}の「版」が読み取れないため、出力後の変更と比較できません。「/item 課題管理表」で出力し直してください。`,
    en: en`The “版” of K${number} cannot be read, so its changes cannot be compared. Please export anew with /item export.`,
  }),
  bodyStays: {
    ja: ja`課題の会議体は変更できません。新しい行で登録し、元の課題は取下げにしてください。`,
    en: en`An item stays with its body. Add a new row, and withdraw this one.`,
  },
  conflict: (number: number, was: Text, is: Text): Text => ({
    ja: ja`K${number}は、出力後に「${was}」から「${is}」へ変更されています。登録されている内容を残しました。`,
    en: en`K${number} was changed from “${was}” to “${is}” after the export; what is known was kept.`,
  }),
  closed: {
    ja: ja`完了または取下げの課題です。先に状態を変更してください。`,
    en: en`The item is closed. Change its status first.`,
  },
  rewritten: {
    ja: ja`出力された経過は書き換えられません。追記は、その下の行にご記入ください。`,
    en: en`The history as exported cannot be changed. Add comments on lines below it.`,
  },
  noBody: {
    ja: ja`会議体を読み取れません。「介護保険WG」のようにご記入ください。`,
    en: en`The body cannot be read. Write it like “介護保険WG”.`,
  },
  startsOpen: {
    ja: ja`新しい課題の状態は、未着手・対応中・保留のいずれかにしてください。`,
    en: en`A new item is 未着手, 対応中 or 保留.`,
  },
  known: (number: number): Text => ({
    ja: ja`同じ会議体に、同じ件名の課題K${number}があります。`,
    en: en`The same body has item K${number} with the same title.`,
  }),
  partIsIn: {
    ja: ja`ご自身の分は完了しています。全体の完了は、起票者・座長・事務局のみ行えます。`,
    en: en`Your own part is done. Only the raiser, the lead or the secretariat can close all of it.`,
  },
  mayNot: {
    close: {
      ja: ja`この課題の担当・起票者・座長・事務局のみ変更できます。`,
      en: en`Only the item's owner or raiser, the lead or the secretariat can change this.`,
    },
    closeAll: {
      ja: ja`複数の担当がある課題の取下げは、起票者・座長・事務局のみ行えます。`,
      en: en`Several owe the item; only its raiser, the lead or the secretariat can withdraw it.`,
    },
    passAll: {
      ja: ja`複数の担当がある課題で、ほかの担当を外すことは、起票者・座長・事務局のみ行えます。`,
      en: en`Several owe the item; only its raiser, the lead or the secretariat can take others out.`,
    },
    due: {
      ja: ja`担当と期限は、課題の担当・座長・事務局のみ変更できます。`,
      en: en`Only the item's owner, the lead or the secretariat can change owner and due day.`,
    },
    comment: {
      ja: ja`この会議体の委員、課題の担当・起票者、事務局のみ追記できます。`,
      en: en`Only the body's members, the item's owner or raiser and the secretariat can comment.`,
    },
    add: {
      ja: ja`この会議体の委員、または事務局のみ登録できます。`,
      en: en`Only the body's members and the secretariat can add an item.`,
    },
  } satisfies Record<Act | 'comment' | 'add', Text>,
  unread: {
    title: { ja: ja`件名が空欄です。`, en: en`The title is empty.` },
    owners: {
      ja: ja`担当を読み取れません。「那珂市 介護保険WG」または委員の氏名を、複数の場合は「/」で区切ってご記入ください。`,
      en: en`The owner cannot be read. Write a municipality of the body or a member's name, with “/” between several.`,
    },
    priority: { ja: ja`優先度は、高・中・低のいずれかにしてください。`, en: en`A priority is 高, 中 or 低.` },
    due: {
      ja: ja`期限を読み取れません。「2026-12-10」のようにご記入ください。`,
      en: en`The due day cannot be read. Write it like 2026-12-10.`,
    },
    status: {
      ja: ja`状態は、未着手・対応中・確認待ち・保留・完了・取下げのいずれかにしてください。`,
      en: en`A status is 未着手, 対応中, 確認待ち, 保留, 完了 or 取下げ.`,
    },
  } satisfies Record<ItemField, Text>,
} as const;
