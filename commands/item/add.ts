/** `/item add @那珂市 12/10 資料の確認`: an open item, owed by one or several seats of the channel's body. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { seatOf } from '../../src/command/who.ts';
import { businessDayFrom } from '../../src/domain/businessDay.ts';
import { itemAtEnd } from '../../src/domain/capture.ts';
import type { Tenure } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { buttons, line, note } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { dueDay } from '../arguments/dates.ts';
import { link } from '../arguments/places.ts';
import { mentionOf, mentions, restOf } from '../arguments/words.ts';
import { bodyHere } from '../subjects/bodies.ts';
import { linksNamed } from '../subjects/links.ts';
import { isOwnerName, ownersMeant } from '../subjects/owners.ts';
import { askWhetherAll, askWhoIsNamed } from './namedFirst.ts';
import { priority } from './priority.ts';
import { dueWarning, owedText, text } from './text.ts';

interface ItemMeant {
  readonly body: string;
  /** The seats that shall owe it. */
  readonly owners: readonly string[];
  /** Whether the secretariat shall keep it. */
  readonly kept: boolean;
  readonly tenures: readonly Tenure[];
  readonly title: string;
  readonly due: Day | undefined;
}

export const itemAdd = subcommand({
  name: 'add',
  alias: ['追加', '起票', '宿題', '登録', '課題登録'],
  summary: { ja: ja`課題・宿題を登録します`, en: en`Add an open item` },
  effect: 'act',
  args: z.object({
    owner: mentions.optional(),
    due: dueDay.optional(),
    priority: priority.optional(),
    link: link.optional(),
    title: restOf({ ja: ja`内容`, en: en`what` }, { kind: 'line' }),
  }),
  examples: [
    '@那珂市 12/10 帳票レイアウトの確認',
    '@那珂市 @五霞町 12/10 高 要件1234の件数を調べる',
    '自分 6/20 様式を確認',
    '次回までに資料を用意する',
  ],

  async about(said, scene, store): Promise<About<ItemMeant>> {
    const here = bodyHere(scene);
    if ('refused' in here) return { refused: whisper(text.onlyInItsChannel) };
    const body = here.subject.slug;
    const tenures = (await store.tenuresOn(scene.today)).filter((one) => one.seat.body === body);
    const asked =
      said.owner === undefined && said.due === undefined
        ? await askWhoIsNamed(said.title, tenures, scene, store)
        : undefined;
    if (asked) return { refused: asked };
    const end = itemAtEnd(said.title, scene.today, scene.calendar);
    const all =
      said.owner === undefined && end.owners.length === 0 ? askWhetherAll(said.title, body, scene) : undefined;
    if (all) return { refused: all };
    const owner = said.owner ?? [];
    // A word like 市町村 that is nobody's name is one of the title.
    const words = owner.filter((one) => 'name' in one && one.bare && !isOwnerName(one.name, scene));
    const front = words.map((one) => ('name' in one ? `${one.name} ` : '')).join('');
    const owners = await ownersMeant(
      [...owner.filter((one) => !words.includes(one)), ...end.owners.map(mentionOf)],
      body,
      tenures,
      scene,
      store,
    );
    if ('refused' in owners) return { refused: whisper(owners.refused) };
    // A day at the end is the due day, unless one was said before: then it is a word of the title.
    const title = front + (said.due !== undefined && end.due !== undefined ? said.title : end.title);
    const due = said.due ?? end.due;
    return { subject: { body, owners: owners.seats, kept: owners.kept, tenures, title, due } };
  },

  who: seatOf,

  async run(said, { subject, acting, person, now, today, chart, calendar, place }, store): Promise<Reply> {
    const own = acting.role.body === subject.body ? acting.role.seat : undefined;
    const [owner = subject.kept ? undefined : own, ...others] = subject.owners;
    const { links, unknown } = await linksNamed(subject.title, today, store);
    const item = await store.items.add({
      body: subject.body,
      title: subject.title,
      due: subject.due,
      owner,
      others,
      priority: said.priority ?? 'middle',
      links: said.link === undefined ? links : [...links, { kind: 'message', ref: said.link }],
      raised: { at: now, by: person.id, seat: acting.role.seat },
    });
    const names = await store.names(subject.tenures.map((one) => one.person));
    const channels = await store.channels.ofBody(subject.body);
    const heardThere = channels.some((one) => one.channelId === place.channelId);
    const next = subject.due && businessDayFrom(subject.due, calendar);
    const warning = dueWarning(subject.due, next, { today, calendar });
    return {
      ...((!heardThere || warning || unknown.length > 0) &&
        whisper(
          text.added(item, owedText(item, chart, subject.tenures, names), today),
          ...(warning && next
            ? [line(warning), buttons({ label: text.nextDay(next, today), line: `/item due K${item.number} ${next}` })]
            : []),
          ...(unknown.length > 0 ? [note(notLinked(unknown))] : []),
          ...(heardThere ? [] : [note(text.posted)]),
        )),
      posts: [{ kind: 'surface', to: { body: subject.body }, surface: `item:${item.number}` }],
      done: [`item:${item.number}`],
    };
  },
});

const notLinked = (unknown: readonly string[]): Text => ({
  ja: ja`${unknown.join('、')}は見つからないため、関連には加えていません。`,
  en: en`Not found, so not linked: ${unknown.join(', ')}.`,
});
