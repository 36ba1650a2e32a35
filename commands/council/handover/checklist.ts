/** `/council checklist`: how far the handover in hand is; of the offices, or of a seat. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { everySeat } from '../../../src/command/who.ts';
import type { Seat } from '../../../src/domain/council.ts';
import { termInHand } from '../../../src/domain/handover.ts';
import { en, ja } from '../../../src/text/text.ts';
import { seatSaid } from '../../arguments/seatNames.ts';
import { seatsMeant } from '../../subjects/seatsNamed.ts';
import { checklistFor, officesMessage, seatMessage } from './checklists.ts';
import { text } from './checklistText.ts';

export const councilChecklist = subcommand({
  name: 'checklist',
  alias: ['引継確認', '引継チェックリスト'],
  summary: { ja: ja`引継確認(チェックリスト)を表示します`, en: en`Show the checklist of the handover` },
  effect: 'read',
  args: z.object({ of: seatSaid.optional() }),
  examples: ['', '那珂市 介護保険WG'],

  async about(said, scene, store): Promise<About<readonly Seat[]>> {
    return said.of && said.of.names.length > 0 ? seatsMeant(said.of, scene, store) : { subject: [] };
  },

  who: everySeat,

  async run(_said, { subject: seats, today, chart }, store): Promise<Reply> {
    const list = await checklistFor(termInHand(today), store);
    const [seat, ...others] = seats;
    if (others.length > 0) return whisper(text.whichSeat);
    return { whisper: seat ? seatMessage(list, seat, chart, today) : officesMessage(list, chart, today) };
  },
});
