/** `/item`: open items. */
import type { Command } from '../../src/command/subcommand.ts';
import { en, ja } from '../../src/text/text.ts';
import { READINGS } from '../readings.ts';
import { itemAdd } from './add.ts';
import { itemAssign } from './assign.ts';
import { itemChange } from './change.ts';
import { itemComment } from './comment.ts';
import { itemDone } from './done.ts';
import { itemDue } from './due.ts';
import { itemExport } from './export.ts';
import { itemImport } from './import.ts';
import { itemList } from './list.ts';
import { itemProceed } from './proceed.ts';
import { itemReturn } from './sendBack.ts';
import { itemShow } from './show.ts';
import { itemSnooze } from './snooze.ts';
import { itemStatus, itemWithdraw } from './status.ts';
import { itemUndo } from './undo.ts';

export const item: Command = {
  name: 'item',
  summary: { ja: ja`課題・宿題`, en: en`Open items` },
  subcommands: [
    itemAdd,
    itemShow,
    itemList,
    itemDone,
    itemStatus,
    itemReturn,
    itemAssign,
    itemDue,
    itemChange,
    itemSnooze,
    itemComment,
    itemWithdraw,
    itemExport,
    itemImport,
    itemProceed,
    itemUndo,
  ],
  readings: READINGS,
  unclear: [
    {
      word: '保留',
      meanings: [
        { line: 'status {rest} 保留', label: { ja: ja`保留にする`, en: en`Put it on hold` } },
        { line: 'snooze {rest}', label: { ja: ja`後で自分に知らせる`, en: en`Remind me later` } },
      ],
    },
    {
      word: '取消',
      meanings: [
        { line: 'undo {rest}', label: { ja: ja`直前の操作を取り消す`, en: en`Take the last step back` } },
        { line: 'withdraw {rest}', label: { ja: ja`課題を取り下げる`, en: en`Withdraw the item` } },
      ],
    },
    {
      word: '確認',
      meanings: [
        { line: 'list {rest}', label: { ja: ja`一覧を表示する`, en: en`List them` } },
        { line: 'done {rest}', label: { ja: ja`完了にする`, en: en`Mark it as done` } },
      ],
    },
  ],
};
