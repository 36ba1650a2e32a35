/** `/item`: open items. */
import type { Command } from '../../src/command/subcommand.ts';
import { en, ja } from '../../src/text/text.ts';
import { itemAdd } from './add.ts';
import { itemDone } from './done.ts';
import { itemList } from './list.ts';
import { itemUndo } from './undo.ts';

export const item: Command = {
  name: 'item',
  summary: { ja: ja`課題・宿題`, en: en`Open items` },
  subcommands: [itemAdd, itemList, itemDone, itemUndo],
  unclear: [
    {
      word: '確認',
      meanings: [
        { line: 'list {rest}', label: { ja: ja`一覧を表示する`, en: en`List them` } },
        { line: 'done {rest}', label: { ja: ja`完了にする`, en: en`Mark it as done` } },
      ],
    },
  ],
};
