/** What can be begun from a message, in its menu in Slack. What exists is written here. */
import type { Shortcut } from '../src/command/shortcut.ts';
import { en, ja } from '../src/text/text.ts';

export const shortcuts: readonly Shortcut[] = [
  {
    id: 'item_from_message',
    label: { ja: ja`課題として登録`, en: en`Add as an open item` },
    command: 'item',
    subcommand: 'add',
    field: 'link',
    words: 'title',
  },
  {
    id: 'agenda_from_message',
    label: { ja: ja`議題に追加`, en: en`Add to the agenda` },
    command: 'wg',
    subcommand: 'agenda',
    field: 'link',
    words: 'what',
  },
  {
    id: 'requirement_from_message',
    label: { ja: ja`要件として起票`, en: en`Add as a requirement` },
    command: 'req',
    subcommand: 'add',
    field: 'link',
    words: 'text',
  },
  {
    id: 'link_from_message',
    label: { ja: ja`要件・決定にひも付け`, en: en`Link to a decision` },
    command: 'req',
    subcommand: 'link',
    field: 'link',
  },
];
