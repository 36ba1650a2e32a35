/**
 * `/wg calendar 介護保険WG`: an address to which a calendar subscribes, for oneself, a body or the whole council; told to the
 * asker alone, and once. Asking again makes a new one and ends the old; 取消 ends it.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import type { FeedScope } from '../../src/store/council/feeds.ts';
import { buttons, line, note } from '../../src/text/message.ts';
import { bold, en, ja, same, type Text } from '../../src/text/text.ts';
import { bodyName, choice } from '../arguments/words.ts';
import { bodyMeant } from '../subjects/bodies.ts';

const ending = choice<'end'>({ ja: ja`取消`, en: en`end` }, [
  {
    value: 'end',
    label: { ja: ja`購読を停止する`, en: en`End the subscription` },
    words: ['取消', '停止', '解除', 'revoke'],
  },
]);

const scope = choice<'person' | 'council'>({ ja: ja`範囲`, en: en`scope` }, [
  { value: 'person', label: { ja: ja`自分`, en: en`mine` }, words: ['自分', '本人', 'me', 'mine'] },
  { value: 'council', label: { ja: ja`全体`, en: en`all` }, words: ['全体', '協議会全体', 'all'] },
]);

export const wgCalendar = subcommand({
  name: 'calendar',
  alias: ['予定表', 'カレンダー', '購読'],
  summary: { ja: ja`予定表で購読できるURLを発行・停止します`, en: en`Get or end a calendar subscription` },
  effect: 'act',
  args: z.object({ end: ending.optional(), scope: scope.optional(), of: bodyName.optional() }),
  examples: ['自分', '介護保険WG', '全体', '取消 自分', '取消'],

  async about(said, scene): Promise<About<FeedScope | undefined>> {
    if (said.of === undefined) {
      if (said.end && !said.scope) return { subject: undefined };
      return { subject: { scope: said.scope ?? 'person', body: undefined } };
    }
    const meant = bodyMeant(said.of, scene);
    return 'refused' in meant ? meant : { subject: { scope: 'body', body: meant.subject.slug } };
  },

  who: everySeat,

  async run(said, { subject: of, person, now, publicUrl, chart }, store): Promise<Reply> {
    const body = chart.bodies.find((one) => one.slug === of?.body);
    const name: Text = of
      ? { body: same(body?.name ?? ''), person: text.mine, council: text.all }[of.scope]
      : text.every;
    const words = of ? { body: body?.name ?? '', person: '自分', council: '全体' }[of.scope] : '';
    if (said.end) {
      const ended = await store.feeds.revoke(person.id, of, now);
      return { ...whisper(ended > 0 ? text.ended(name) : text.none(name)), ...(ended > 0 && { done: ['feed'] }) };
    }
    if (publicUrl === undefined) return whisper(text.notServed);
    if (!of) throw new Error('a feed is of something');
    const { token, renewed } = await store.feeds.open({ ...of, person: person.id }, now);
    return {
      ...whisper(
        text.opened(name),
        line(bold(same(`${publicUrl.replace(/\/+$/u, '')}/calendar/${token}.ics`))),
        note(renewed ? text.renewed : text.secret),
        buttons({ label: text.end, line: `/wg calendar 取消 ${words}` }),
      ),
      toldOnce: true,
      done: [`feed:${of.body ?? of.scope}`],
    };
  },
});

const text = {
  mine: { ja: ja`ご自身の会議`, en: en`your meetings` },
  all: { ja: ja`協議会全体の会議`, en: en`all meetings of the council` },
  every: { ja: ja`すべて`, en: en`everything` },
  opened: (name: Text): Text => ({
    ja: ja`${name}を予定表で購読するためのURLです。OutlookやGoogleカレンダーの「URLで追加」に貼り付けてください。`,
    en: en`This address subscribes a calendar to ${name}. Paste it where your calendar adds one by URL.`,
  }),
  secret: {
    ja: ja`このURLを知っている方は、どなたでも予定をご覧になれます。ほかの方には伝えないでください。URLの表示は今回限りです。`,
    en: en`Whoever knows the address can see the meetings, so please keep it to yourself. It is shown only this once.`,
  },
  renewed: {
    ja: ja`これまでのURLは使えなくなりました。予定表に登録し直してください。このURLはほかの方に伝えないでください。URLの表示は今回限りです。`,
    en: en`The earlier address no longer works; please subscribe anew. Keep this one to yourself. It is shown only this once.`,
  },
  end: { ja: ja`購読を停止する`, en: en`End this address` },
  ended: (name: Text): Text => ({
    ja: ja`予定表の購読(${name})を停止しました。これまでのURLは使えません。`,
    en: en`The subscription to ${name} was ended. Its address no longer works.`,
  }),
  none: (name: Text): Text => ({
    ja: ja`停止できる予定表の購読(${name})はありません。`,
    en: en`There is no subscription to ${name} to end.`,
  }),
  notServed: {
    ja: ja`このサーバーは外部に公開されていない(PUBLIC_URL が未設定の)ため、予定表のURLは発行できません。会議のスレッドにある予定表用ファイルをご利用ください。`,
    en: en`This server is not reachable from outside (PUBLIC_URL is not set), so there is no address to give. Please use the calendar files in the meetings' threads.`,
  },
} as const;
