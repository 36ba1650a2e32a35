/** `/wg withdraw D3`: the poll asks no more; no meeting comes of it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { buttons } from '../../../src/text/message.ts';
import { en, ja, same } from '../../../src/text/text.ts';
import { pollNumber } from '../../arguments/numbers.ts';
import { leadsPoll, pollMeant } from '../../subjects/polls.ts';
import { poll as text } from './text.ts';
import { undoButton } from './undo.ts';

export const wgWithdraw = subcommand({
  name: 'withdraw',
  alias: ['調整中止', '日程調整中止'],
  summary: { ja: ja`日程調整を取りやめます`, en: en`Withdraw a date poll` },
  effect: 'act',
  args: z.object({ number: pollNumber }),
  examples: ['D3'],

  about: (said, _, store) => pollMeant(said.number, store),

  who: leadsPoll,

  async run(_, { subject: poll, acting, person, now, chart }, store): Promise<Reply> {
    const { number } = poll;
    if (poll.state !== 'open') return whisper(text.over(number, poll.state));
    await store.polls.settle(number, { state: 'cancelled', at: now });
    await store.polls.noteChange(number, { kind: 'withdrawn' }, now, { person: person.id, seat: acting.role.seat });
    return {
      ...whisper(text.cancelledTitle(same(bodiesNames(chart, poll)), number), buttons(undoButton(number))),
      refresh: [`poll:${number}`],
      done: [`poll:${number}`],
    };
  },
});
