/** `/req approved 承認2`: the list that an upper body saw when it acknowledged or approved, as it was kept, to the asker alone. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { bodyOf } from '../../src/domain/council.ts';
import { dayAt } from '../../src/domain/day.ts';
import { isRead } from '../../src/domain/past.ts';
import type { Approval } from '../../src/store/council/approvals.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { en, ja } from '../../src/text/text.ts';
import { approvalNumber } from '../arguments/numbers.ts';
import { earlierLeftOut, readsFrom } from '../subjects/past.ts';
import { type ListLine, listFile } from './approvalList.ts';
import { approval as text } from './approvalText.ts';

export const reqApproved = subcommand({
  name: 'approved',
  alias: ['承認一覧', '了承一覧'],
  summary: { ja: ja`了承・承認のときの一覧(Excel)をお送りします`, en: en`Send the list that an upper body approved` },
  effect: 'act',
  args: z.object({ number: approvalNumber }),
  examples: ['承認3'],

  async about(said, _scene, store): Promise<About<Approval>> {
    const found = await store.approvals.byId(said.number);
    return found ? { subject: found } : { refused: whisper(text.noApproval(said.number)) };
  },

  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: one, chart, person, now } = scene;
    const from = await readsFrom(scene, store);
    if (!isRead({ kind: 'step', at: one.at }, from)) return whisper(text.notRead, ...earlierLeftOut(1, from));
    const body = bodyOf(chart, one.body)?.name ?? one.body;
    const on = dayAt(one.at);
    const file = await listFile(await linesOf(one, store), { title: text.keptTitle(one, body, on), on }, scene);
    return {
      ...whisper(text.listSent(one, body)),
      posts: [{ kind: 'file', key: `approved:${one.id}:person-${person.id}:${now}`, to: { person: person.id }, file }],
      done: ['export:approval'],
    };
  },
});

async function linesOf({ lines, at }: Approval, store: CouncilStore): Promise<ListLine[]> {
  const ids = [...new Set(lines.map((one) => one.decision))];
  const decisions = new Map(await Promise.all(ids.map(async (id) => [id, await store.decisions.byId(id)] as const)));
  return lines.flatMap((one) => {
    const decision = decisions.get(one.decision);
    if (!decision) return [];
    const wasProvisional =
      decision.basis.kind === 'provisional' && (decision.confirmedAt ?? Number.POSITIVE_INFINITY) > at;
    return [{ ...one, decision, state: wasProvisional ? [text.provisional] : [] }];
  });
}
