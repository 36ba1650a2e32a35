/** `/council sync`: shows what differs between Slack and the council; the button under it does what was shown. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { aboutNothing, subcommand } from '../../../src/command/subcommand.ts';
import type { Surveyed } from '../../../src/command/survey.ts';
import { secretariat } from '../../../src/command/who.ts';
import { visibleFrom } from '../../../src/domain/handover.ts';
import { compare } from '../../../src/domain/sync/compare.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons } from '../../../src/text/message.ts';
import { en, ja } from '../../../src/text/text.ts';
import { whyNot } from './errors.ts';
import { onePage, othersPart, preview, SYNC, type SyncPlan, unreadParts } from './showing.ts';
import { councilSide, fingerprint } from './sides.ts';
import { syncMessage } from './surface.ts';
import { text } from './text.ts';
import { which } from './which.ts';

export const councilSync = subcommand({
  name: 'sync',
  alias: ['同期', '照合'],
  summary: {
    ja: ja`Slackのチャンネル・グループを名簿と照合します`,
    en: en`Compare Slack with the roster, and put it in step`,
  },
  effect: 'act',
  args: z.object({ which: which.optional() }),
  examples: ['', '12', '12 p2'],

  async prepare(said, scene, store, _fetchFile, survey) {
    if (said.which?.id !== undefined || (await store.syncs.unfinished())) return { said };
    const { bodies, mapped } = await councilSide(scene, store);
    const seen = await survey({
      channels: mapped.map((one) => one.channelId),
      names: [...bodies.map((one) => one.channelName), ...mapped.map((one) => one.name)],
      bookmarks: bodies
        .filter((one) => one.bookmarks.length > 0)
        .flatMap(({ body, channelName }) => [
          channelName,
          ...mapped.filter((one) => one.body === body).map((one) => one.channelId),
        ]),
    });
    return { said: { which: { ...said.which, seen } } };
  },

  about: aboutNothing,
  who: secretariat,

  async run(said, scene, store): Promise<Reply> {
    const { id, page, seen } = said.which ?? {};
    if (id !== undefined) return earlier(id, page, scene, store);
    const running = await store.syncs.unfinished();
    if (running) return earlier(running.id, undefined, scene, store);
    if (!seen) throw new Error('nobody looked at Slack');
    return compared(seen, scene, store);
  },
});

async function compared({ slack, unread }: Surveyed, scene: Scene, store: CouncilStore): Promise<Reply> {
  const error = unread.find((one) => one.what === 'channels')?.error;
  if (error !== undefined) return whisper(text.unread(whyNot(error)));
  const council = await councilSide(scene, store);
  const { changes, concerns } = compare(council, slack);
  const others = (await store.channels.all()).filter((one) => one.teamId !== scene.place.teamId).length;
  if (changes.length + concerns.length === 0)
    return whisper(text.nothing, ...unreadParts(unread), ...othersPart(others));
  const content: SyncPlan = { changes, concerns, unread, others, fingerprint: fingerprint(council) };
  const id = await store.plans.keep({ act: SYNC, person: scene.person.id, at: scene.now, content });
  const { chart, now, today, calendar } = scene;
  const from = visibleFrom(now, calendar, chart.rotation.starts);
  const message = await preview(id, content, { chart, today, visible: from > now ? from : undefined }, store);
  return { whisper: message };
}

/** What was done of it, or is to be; else what it showed. */
async function earlier(
  id: number,
  page: number | undefined,
  { chart, now, person }: Pick<Scene, 'chart' | 'now' | 'person'>,
  store: CouncilStore,
): Promise<Reply> {
  const message = page === undefined ? await syncMessage(id, now, chart, store) : undefined;
  if (message) return { whisper: message };
  const kept = await store.plans.take(id, person.id);
  if (kept?.act !== SYNC) return whisper(text.noPlan(id), buttons({ label: text.anew, line: '/council sync' }));
  return {
    whisper: await onePage(id, kept.content as SyncPlan, { chart, page, open: kept.doneAt === undefined }, store),
  };
}
