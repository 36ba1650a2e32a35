/** Words of the checklist of a handover: its lines by number, the side that one ticks, whose a line is. */
import { argument } from '../../src/command/argument.ts';
import type { Side, TaskOwner } from '../../src/domain/handover.ts';
import { en, ja } from '../../src/text/text.ts';
import { readIds } from './numbers.ts';
import { choice } from './words.ts';

export const taskNumbers = argument<readonly number[]>({
  label: { ja: ja`項目の番号`, en: en`line numbers` },
  field: { kind: 'line', placeholder: { ja: ja`3 または 1-4`, en: en`3 or 1-4` } },
  read: readIds,
});

export const side = choice<Side>({ ja: ja`引渡し・受領`, en: en`given or received` }, [
  { value: 'given', label: { ja: ja`引渡し`, en: en`given` }, words: ['引渡', '引渡し', '渡した', '引渡済'] },
  { value: 'received', label: { ja: ja`受領`, en: en`received` }, words: ['受領', '受取', '受領済'] },
]);

export const taskOwner = choice<TaskOwner>({ ja: ja`会長・事務局・各担当`, en: en`chair, secretariat or seat` }, [
  { value: 'chair', label: { ja: ja`会長`, en: en`chair` }, words: ['会長'] },
  { value: 'secretariat', label: { ja: ja`事務局`, en: en`secretariat` }, words: ['事務局'] },
  { value: 'seat', label: { ja: ja`各担当`, en: en`each seat` }, words: ['各担当', '担当', '委員'] },
]);

export const taskAct = choice<'add' | 'drop' | 'rename' | 'restore'>(
  { ja: ja`追加・削除・変更・復活`, en: en`add, drop, rename or restore` },
  [
    { value: 'add', label: { ja: ja`追加`, en: en`add` }, words: ['追加'] },
    { value: 'drop', label: { ja: ja`削除`, en: en`drop` }, words: ['削除', '不要'] },
    { value: 'rename', label: { ja: ja`変更`, en: en`rename` }, words: ['変更', '改名', '名称変更'] },
    { value: 'restore', label: { ja: ja`復活`, en: en`restore` }, words: ['復活', '戻す'] },
  ],
);
