/** `/item add @那珂市 12/10 資料の確認`: an open item, owed by a seat of the channel's body. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { seatOf } from '../../src/command/who.ts';
import { businessDayFrom } from '../../src/domain/businessDay.ts';
import type { Body, Tenure } from '../../src/domain/council.ts';
import { fold } from '../../src/domain/fold.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { line, note } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { dueDay } from '../arguments/dates.ts';
import { type Mention, mentioned, restOf } from '../arguments/words.ts';
import { bodyHere } from '../subjects/bodies.ts';
import { dueWarning, ownerText, text } from './text.ts';

interface ItemMeant {
  readonly body: string;
  readonly name: string;
  /** The seat that shall owe it. */
  readonly owner: string | undefined;
  readonly tenures: readonly Tenure[];
}

export const itemAdd = subcommand({
  name: 'add',
  alias: ['追加', '起票', '宿題'],
  summary: { ja: ja`課題・宿題を登録します`, en: en`Add an open item` },
  effect: 'act',
  args: z.object({
    owner: mentioned.optional(),
    due: dueDay.optional(),
    title: restOf({ ja: ja`内容`, en: en`what` }, { kind: 'line' }),
  }),
  examples: ['@那珂市 12/10 帳票レイアウトの確認', '来週金曜まで 現行の件数を調べる', '次回までに資料を用意する'],

  async about(said, scene, store): Promise<About<ItemMeant>> {
    const here = bodyHere(scene);
    if ('refused' in here) return { refused: whisper(text.onlyInItsChannel) };
    const tenures = (await store.tenuresOn(scene.today)).filter((one) => one.seat.body === here.subject.slug);
    const owner = await ownerMeant(said.owner, here.subject, tenures, scene, store);
    if ('refused' in owner) return { refused: whisper(owner.refused) };
    return { subject: { body: here.subject.slug, name: here.subject.name, owner: owner.seat, tenures } };
  },

  who: seatOf,

  async run(said, { subject, acting, person, now, chart, calendar, place }, store): Promise<Reply> {
    const item = await store.items.add({
      body: subject.body,
      title: said.title,
      due: said.due,
      owner: subject.owner ?? (acting.role.body === subject.body ? acting.role.seat : undefined),
      raised: { at: now, by: person.id, seat: acting.role.seat },
    });
    const names = await store.names(subject.tenures.map((one) => one.person));
    const channels = await store.channels.ofBody(subject.body);
    const heardThere = channels.some((one) => one.channelId === place.channelId);
    const next = said.due && businessDayFrom(said.due, calendar);
    const warning = dueWarning(said.due, next, calendar);
    return {
      ...((!heardThere || warning) &&
        whisper(
          text.added(item, ownerText(item.owner, chart, subject.tenures, names)),
          ...(warning ? [line(warning)] : []),
          ...(heardThere ? [] : [note(text.posted)]),
        )),
      posts: [{ kind: 'surface', to: { body: subject.body }, surface: `item:${item.number}` }],
      done: [`item:${item.number}`],
    };
  },
});

type Owner = { readonly seat: string | undefined } | { readonly refused: Text };

/** The seat that is meant: of the person mentioned, of the municipality named, or of the person so called. */
async function ownerMeant(
  mention: Mention | undefined,
  body: Body,
  tenures: readonly Tenure[],
  scene: Scene,
  store: CouncilStore,
): Promise<Owner> {
  if (!mention) return { seat: undefined };
  const members = tenures.filter((one) => one.seat.role === 'member');
  if ('userId' in mention) {
    const person = await store.personOf(scene.place.teamId, mention.userId, scene.today);
    const seat = members.find((one) => one.person === person)?.seat;
    return seat ? { seat: seat.id } : { refused: text.noMention };
  }

  const municipality = scene.chart.municipalities.find((one) => fold(one.name) === fold(mention.name));
  const seats = await store.seatsOf(body.slug);
  const ofMunicipality = seats.find((one) => one.role === 'member' && one.municipality === municipality?.code);
  if (municipality && ofMunicipality) return { seat: ofMunicipality.id };

  const names = await store.names(members.map((one) => one.person));
  const wanted = fold(mention.name)
    .replace(/(?:さん|様|氏)$/u, '')
    .replace(/\s/gu, '');
  const called = members.filter((one) =>
    fold(names.get(one.person) ?? '')
      .replace(/\s/gu, '')
      .startsWith(wanted),
  );
  const found = new Set(called.map((one) => one.seat.id));
  const [only, ...others] = found;
  if (only === undefined) return { refused: text.unknownOwner(mention.name) };
  return others.length > 0 ? { refused: text.severalOwners(mention.name) } : { seat: only };
}
