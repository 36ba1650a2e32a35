/** `/wg list`: all bodies with their channels, under their parents. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import type { Body } from '../../src/domain/council.ts';
import { groups } from '../../src/domain/groups.ts';
import type { MappedChannel } from '../../src/store/council/channels.ts';
import { rows } from '../../src/text/message.ts';
import { channelLink, en, ja, listed, same, type Text } from '../../src/text/text.ts';

export const wgList = subcommand({
  name: 'list',
  alias: ['一覧'],
  summary: { ja: ja`WG・部会とチャンネルの一覧を表示します`, en: en`List bodies and channels` },
  effect: 'read',
  args: z.object({}),
  examples: [''],
  about: aboutNothing,
  who: everySeat,

  async run(_said, { chart, council }, store): Promise<Reply> {
    const channels = groups(await store.channels.all(), (one) => one.body);
    const groupsCount = chart.bodies.filter((one) => one.kind === 'workingGroup').length;
    return whisper(
      text.title(council.shortName, chart.bodies.length, groupsCount),
      rows(inOrder(chart.bodies).map(({ body, depth }) => text.row(body, depth, channels.get(body.slug) ?? []))),
    );
  },
});

/** Each body after its parent. */
function inOrder(bodies: readonly Body[], parent?: string, depth = 0): { body: Body; depth: number }[] {
  return bodies
    .filter((one) => one.parent === parent)
    .flatMap((body) => [{ body, depth }, ...inOrder(bodies, body.slug, depth + 1)]);
}

const text = {
  title: (council: string, all: number, working: number): Text => ({
    ja: ja`${council}の会議体:${all}(うちWG ${working})`,
    en: en`Bodies of ${council}: ${all}, ${working} of them working groups`,
  }),
  row: (body: Body, depth: number, channels: readonly MappedChannel[]): Text => {
    const indent = '　'.repeat(depth);
    const where: Text =
      channels.length > 0
        ? listed(
            channels.map((one) => channelLink(one.channelId)),
            same(' '),
          )
        : { ja: ja`チャンネル未割当`, en: en`no channel` };
    return { ja: ja`${indent}• ${body.name} ${where}`, en: en`${indent}• ${body.name} ${where}` };
  },
};
