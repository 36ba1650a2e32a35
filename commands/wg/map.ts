/** `/wg map 介護保険`: this channel (or the one mentioned) shows that body. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import type { Audience } from '../../src/domain/audience.ts';
import type { Body } from '../../src/domain/council.ts';
import { buttons, note } from '../../src/text/message.ts';
import { channelLink, en, ja, same, type Text } from '../../src/text/text.ts';
import { bodyName, channelMention, choice } from '../arguments/words.ts';
import { bodyMeant, bodyText } from '../subjects/bodies.ts';

const AUDIENCES: Readonly<Record<Audience, Text>> = {
  internal: { ja: ja`構成団体のみ`, en: en`members only` },
  prefecture: { ja: ja`県も参加`, en: en`with the prefecture` },
  joiner: { ja: ja`加入検討団体も参加`, en: en`with joiners` },
  vendor: { ja: ja`事業者も参加`, en: en`with vendors` },
};

const audience = choice<Audience>({ ja: ja`参加範囲`, en: en`audience` }, [
  { value: 'internal', label: AUDIENCES.internal, words: ['内部', '構成団体', '構成団体のみ'] },
  { value: 'prefecture', label: AUDIENCES.prefecture, words: ['県', '県も参加'] },
  { value: 'joiner', label: AUDIENCES.joiner, words: ['後乗り', '加入検討', '加入検討団体も参加'] },
  { value: 'vendor', label: AUDIENCES.vendor, words: ['事業者', 'ベンダ', 'ベンダー', '事業者も参加'] },
]);

export const wgMap = subcommand({
  name: 'map',
  alias: ['ひも付け', '紐付け', '割当'],
  summary: { ja: ja`チャンネルに、WG・部会を割り当てます`, en: en`Map a channel to a body` },
  effect: 'act',
  args: z.object({ of: bodyName, channel: channelMention.optional(), audience: audience.optional() }),
  examples: ['介護保険WG', '介護保険 内部', '福祉業務専門部会 県'],
  about: async (said, scene) => bodyMeant(said.of, scene),
  who: secretariat,

  async run(said, { subject: body, place, now, chart }, store): Promise<Reply> {
    const channelId = said.channel?.channelId ?? place.channelId;
    const before = await store.channels.at(place.teamId, channelId);
    const target = {
      teamId: place.teamId,
      channelId,
      name: said.channel?.name ?? before?.name ?? channelId,
      body: body.slug,
      audience: said.audience ?? before?.audience ?? 'internal',
    };
    if (before?.body === target.body && before.audience === target.audience) return whisper(text.already(body));
    if (!(await store.channels.map(target, now))) return whisper(text.elsewhere);
    return {
      ...whisper(
        text.mapped(channelId, body, AUDIENCES[target.audience]),
        ...(before && before.body !== body.slug ? [note(text.before(bodyText(chart, before.body)))] : []),
        buttons({
          label: text.undo,
          line: before ? `/wg map ${before.body} <#${channelId}> ${before.audience}` : `/wg unmap <#${channelId}>`,
        }),
      ),
      done: [`channel:${place.teamId}/${channelId}`, `body:${body.slug}`],
    };
  },
});

const text = {
  mapped: (channelId: string, body: Body, audience: Text): Text => ({
    ja: ja`${channelLink(channelId)} に${body.name}を割り当てました(参加範囲:${audience})。`,
    en: en`${channelLink(channelId)} now shows ${body.name} (${audience}).`,
  }),
  before: (body: Text): Text => ({ ja: ja`変更前:${body}`, en: en`Before: ${body}` }),
  undo: { ja: ja`元に戻す`, en: en`Undo` },
  already: (body: Body): Text => ({
    ja: ja`このチャンネルには、すでに${same(body.name)}が割り当てられています。`,
    en: en`The channel already shows ${same(body.name)}.`,
  }),
  elsewhere: {
    ja: ja`このチャンネルは、別の協議会で使われているため割り当てられません。`,
    en: en`This channel is used by another council and cannot be mapped.`,
  },
} as const;
