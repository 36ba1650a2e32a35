/**
 * `/wg agenda`, `/wg 議題 督促状の様式について 15分`, `/wg 議題 1201-1210 10分`, `/wg 議題 議題12 済`, `/wg 次第 M12 公開`: what a body
 * is to speak of. Its lead puts it on the agenda; its members propose, and that waits for the next meeting.
 */
import { z } from 'zod';
import type { Reply } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { en, ja } from '../../../src/text/text.ts';
import { agendaWords } from '../../arguments/agenda.ts';
import { meetingNumber } from '../../arguments/numbers.ts';
import { link } from '../../arguments/places.ts';
import { addLines } from './adding.ts';
import { putAll } from './all.ts';
import { changeEntries, takeBack } from './changing.ts';
import { toCirculation } from './circulating.ts';
import { issueAgenda } from './issuing.ts';
import { agendaMeant, mayOnAgenda } from './meant.ts';
import { showAgenda, showEntries } from './show.ts';

export const wgAgenda = subcommand({
  name: 'agenda',
  alias: ['次第', '議題', '議事次第'],
  summary: {
    ja: ja`会議の次第を表示・編集します(議題の追加・順番・時間・済・繰越し・公開)`,
    en: en`Show or change a meeting's agenda: add, order, time, covered, later, out`,
  },
  effect: 'act',
  args: z.object({ number: meetingNumber.optional(), link: link.optional(), what: agendaWords.optional() }),
  examples: [
    '',
    '督促状の様式について 15分',
    '1201-1210 標準どおり 10分',
    'M12 K45 5分',
    '議題12 済',
    '議題12 2番目',
    'drop 議題12 次年度に検討',
    'M12 公開',
  ],
  about: agendaMeant,
  who: mayOnAgenda,

  async run({ what, link }, scene, store): Promise<Reply> {
    if (!what) return showAgenda(scene, store);
    switch (what.deed) {
      case 'add':
        return addLines(what.lines, link, scene, store);
      case 'all':
        return putAll(scene, store);
      case 'out':
        return issueAgenda(scene, store);
      case 'circulate':
        return toCirculation(scene, store);
      case 'history':
        return showEntries(scene, store);
      case 'undo':
        return takeBack(scene, store);
      default:
        return changeEntries(what, scene, store);
    }
  },
});
