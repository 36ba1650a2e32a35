/** `/council unsync 12`: shows what takes back the changes of a comparison, as far as Slack allows; the button does it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { secretariat } from '../../../src/command/who.ts';
import { groups } from '../../../src/domain/groups.ts';
import { takeBack } from '../../../src/domain/sync/takeBack.ts';
import type { SyncRun } from '../../../src/store/council/syncs.ts';
import { buttons, heading, type Part, rows } from '../../../src/text/message.ts';
import { en, ja } from '../../../src/text/text.ts';
import { comparisonNumber } from '../../arguments/numbers.ts';
import { SYNC, type SyncPlan } from './showing.ts';
import { councilSide, fingerprint } from './sides.ts';
import { kindCount, text } from './text.ts';

export const councilUnsync = subcommand({
  name: 'unsync',
  alias: ['同期取消', '照合取消'],
  summary: { ja: ja`照合で行った変更を元に戻します`, en: en`Take back the changes of a comparison` },
  effect: 'act',
  args: z.object({ id: comparisonNumber }),
  examples: ['12'],

  async about(said, _scene, store): Promise<About<SyncRun>> {
    const run = await store.syncs.run(said.id);
    return run ? { subject: run } : { refused: whisper(text.noPlan(said.id)) };
  },

  who: secretariat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: run, person, now } = scene;
    if (run.finishedAt === undefined) return whisper(text.undoNotYet(run.id));
    const by = await store.syncs.undoneBy(run.id);
    if (by !== undefined) return whisper(text.undone(run.id, by));
    const done = (await store.syncs.steps(run.id)).filter((one) => one.state === 'done');
    const { changes, stays } = takeBack(done);
    const counted = (list: typeof changes) =>
      rows([...groups(list, (one) => one.kind)].map(([kind, some]) => kindCount(kind, some.length)));
    const kept: Part[] = stays.length === 0 ? [] : [heading(text.stays), counted(stays), ...text.byHand(stays)];
    if (changes.length === 0) return whisper(text.undoNone(run.id), ...kept);
    const content: SyncPlan = {
      ...{ changes, concerns: [], unread: [], undoes: run.id },
      fingerprint: fingerprint(await councilSide(scene, store)),
    };
    const id = await store.plans.keep({ act: SYNC, person: person.id, at: now, content });
    return whisper(
      text.undoPreview(run.id, changes.length),
      counted(changes),
      ...kept,
      buttons(
        { label: text.carryOut(changes.length), line: `/council proceed ${id}`, style: 'danger' },
        { label: text.details, line: `/council sync ${id}` },
      ),
    );
  },
});
