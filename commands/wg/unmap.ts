/** `/wg unmap`: this channel (or the one mentioned) no longer shows its body. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import type { MappedChannel } from '../../src/store/council/channels.ts';
import { buttons } from '../../src/text/message.ts';
import { channelLink, en, ja, type Text } from '../../src/text/text.ts';
import { channelMention } from '../arguments/words.ts';
import { bodyText } from '../subjects/bodies.ts';

export const wgUnmap = subcommand({
  name: 'unmap',
  alias: ['ひも付け解除', '紐付け解除', '割当解除'],
  summary: { ja: ja`チャンネルの割り当てを解除します`, en: en`Unmap a channel` },
  effect: 'act',
  args: z.object({ channel: channelMention.optional() }),
  examples: [''],

  async about(said, { place }, store): Promise<About<MappedChannel>> {
    const mapped = await store.channels.at(place.teamId, said.channel?.channelId ?? place.channelId);
    return mapped ? { subject: mapped } : { refused: whisper(text.notMapped) };
  },

  who: secretariat,

  async run(_said, { subject: channel, chart }, store): Promise<Reply> {
    await store.channels.unmap(channel.teamId, channel.channelId);
    const undo = { label: text.undo, line: `/wg map ${channel.body} <#${channel.channelId}> ${channel.audience}` };
    return {
      ...whisper(text.unmapped(channel, bodyText(chart, channel.body)), buttons(undo)),
      done: [`channel:${channel.teamId}/${channel.channelId}`, `body:${channel.body}`],
    };
  },
});

const text = {
  unmapped: (channel: MappedChannel, body: Text): Text => ({
    ja: ja`${channelLink(channel.channelId)} への${body}の割り当てを解除しました。`,
    en: en`${channelLink(channel.channelId)} no longer shows ${body}.`,
  }),
  undo: { ja: ja`元に戻す`, en: en`Undo` },
  notMapped: {
    ja: ja`このチャンネルには、会議体が割り当てられていません。`,
    en: en`This channel is not mapped to a body.`,
  },
} as const;
