/** `/req cancel P3`: a proposal is withdrawn while it is open; the answers stay readable. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { leadOf } from '../../../src/command/who.ts';
import { isOpen } from '../../../src/domain/circulation.ts';
import { en, ja } from '../../../src/text/text.ts';
import { circulationNumber } from '../../arguments/circulations.ts';
import { circulationMeant } from './again.ts';
import { standingNow } from './standing.ts';
import { text } from './text.ts';

export const reqCancel = subcommand({
  name: 'cancel',
  alias: ['提案取下げ', '提案中止'],
  summary: { ja: ja`持ち回り審議を取り下げます`, en: en`Withdraw a circulation` },
  effect: 'act',
  args: z.object({ number: circulationNumber }),
  examples: ['P3'],
  about: circulationMeant,
  who: leadOf,

  async run(_said, scene, store): Promise<Reply> {
    const { subject, now, person } = scene;
    const { standing } = await standingNow(subject, scene, store);
    if (!isOpen(standing)) return whisper(text.closed(subject, standing.state));
    await store.circulations.end(subject.number, { how: 'withdrawn', at: now, decision: undefined }, person.id);
    const keys = [`circulation:${subject.number}`];
    return { ...whisper(text.withdrawn(subject.number)), refresh: keys, done: keys };
  },
});
