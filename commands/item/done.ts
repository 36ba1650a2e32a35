/**
 * `/item done K45`: closes an item; where its body wants that, who raised it confirms. Of an item that several seats owe, an
 * owner reports their own part; who may close it for all and owes a part too says which of both is meant.
 */
import { z } from 'zod';
import { absent, argument, readLine } from '../../src/command/argument.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { type Admitted, closerOf, ownerOf } from '../../src/command/who.ts';
import { dayAt } from '../../src/domain/day.ts';
import { groups } from '../../src/domain/groups.ts';
import { type Item, isLive, isShared, lackingOf, ownersOf } from '../../src/domain/item.ts';
import { reported } from '../../src/domain/itemParts.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { dayAsOf } from '../../src/text/dates.ts';
import { progressText } from '../../src/text/items.ts';
import { type Button, buttons, note } from '../../src/text/message.ts';
import type { Post } from '../../src/text/post.ts';
import { en, ja, nothing, type Text } from '../../src/text/text.ts';
import { itemNumber } from '../arguments/numbers.ts';
import { source } from '../arguments/told.ts';
import { choice } from '../arguments/words.ts';
import { changed, endIn, itemMeant, sentBackText } from '../subjects/items.ts';
import { type PartsNamed, partsNamed } from './partsNamed.ts';
import { itemName, text as phrases, placesText, standText } from './text.ts';

/** Which part of an item that several owe; of all others it says nothing. */
const WHICH: Text = { ja: ja`範囲(担当が複数の場合)`, en: en`which part` };
const whose = choice(WHICH, [
  {
    value: 'own',
    label: { ja: ja`自分の分だけ`, en: en`my part` },
    words: ['自分の分', '自分の分だけ', '自分の分のみ', '自分', '自分だけ', '自分のみ', '担当分', '自団体分', 'mine'],
  },
  {
    value: 'all',
    label: { ja: ja`全体`, en: en`all of it` },
    words: ['全体', '全体を', '全部', 'すべて', '全て', '全員', '全員分', '全団体', '全団体分', '全市町', '全市町村'],
  },
]);

/** Said by the button of what awaits a confirmation, and asked for nowhere: what was sent back meanwhile is not closed by it. */
const seen = choice(WHICH, [
  { value: 'awaiting', label: { ja: ja`確認待ちの場合のみ`, en: en`only while it awaits` }, words: ['確認待ち分'] },
]);

/** What is said with the end; a second number is no comment on the first. */
const words = argument<string>({
  label: { ja: ja`経過`, en: en`comment` },
  field: { kind: 'lines' },
  read: (line) => {
    const said = line.trim();
    if (said === '') return absent;
    const another = /^K?\d{1,6}(?=[\s,、・]|$)/iu.test(said.normalize('NFKC'));
    return another ? { unclear: text.oneByOne } : { read: said, length: line.length };
  },
});

export const itemDone = subcommand({
  name: 'done',
  alias: ['完了', '済', '対応済'],
  summary: {
    ja: ja`課題を完了にします(担当が複数の場合は自分の分)`,
    en: en`Mark an item, or your part of it, as done`,
  },
  effect: 'act',
  args: z.object({ number: itemNumber, whose: whose.optional(), seen: seen.optional(), words: words.optional() }),
  examples: ['K45', 'K45 帳票を送付済', 'K45 自分の分', 'K45 全体', 'K45 @五霞町 電話 6/3 山田'],
  speaksOf: 'number',
  about: (said, _scene, store) => itemMeant(said, store),
  who: ownerOf,

  async run(said, scene, store): Promise<Reply> {
    const { subject: item, roles } = scene;
    if (!isLive(item)) return whisper(phrases.alreadyClosed(item));
    if (said.seen && item.status !== 'awaiting') return notAwaiting(scene, store);
    if (!isShared(item) || item.status === 'awaiting') return close(said, scene, store);

    const closer = closerOf(scene, item);
    // Whoever may close it for all and names a municipality means that one's part, and not all.
    const named = await partsNamed(said.words, scene, store, { bareToo: 'admits' in closer });
    if (named && 'refused' in named) return whisper(named.refused);
    if (named?.others) return 'refused' in closer ? whisper(closer.refused) : reportFor(named, scene, store);
    const mine = ownersOf(item).filter((seat) => roles.some((one) => one.seat === seat));
    const own = lackingOf(item).filter((seat) => mine.includes(seat));
    const mayClose = 'admits' in closer;
    if (said.whose === 'all') return mayClose ? close(said, scene, store) : whisper(closer.refused);
    if (mine.length === 0) return said.whose === 'own' ? whisper(text.noPart(item)) : close(said, scene, store);
    const last = own.length === lackingOf(item).length;
    if (said.whose === undefined && mayClose && !last) return asked(item, own, said.words);
    if (own.length > 0) return report(own, said, scene, store);
    const again = { label: text.notYet, line: `/item status K${item.number} open 自分` };
    return whisper(text.partIsIn(item, mine, scene), buttons(again));
  },
});

/** What is entered for another comes with how it was told. */
const told = z.object({ source, more: words.optional() });

interface Said {
  readonly words?: string | undefined;
}

type DoneScene = Scene & Admitted & { readonly subject: Item };

async function close({ words }: Said, scene: DoneScene, store: CouncilStore): Promise<Reply> {
  const { subject: item, person, acting, roles, now, today } = scene;
  const seats = roles.map((one) => one.seat);
  const end = await endIn(item, seats, today, store);
  if (end === 'waitsAlready') return whisper(text.waits(item));
  const step = { kind: 'done', at: now, person: person.id, seat: acting.role.seat, words } as const;
  // Who reports again from an old message may not have heard that it was sent back.
  const back = await sentBackText(item, today, store);
  const closed = await store.items.change(item, { status: end }, step);
  const said = end === 'done' ? phrases.done(closed, person.name) : text.reported(item);
  return changed(item, said, ...(back ? [note(back)] : []));
}

/** One's own parts; with the last one of all the item ends. */
async function report(own: readonly string[], { words }: Said, scene: DoneScene, store: CouncilStore): Promise<Reply> {
  const became = await comeIn(own, { words, seat: own[0] }, scene, store);
  return changed(became, partSaid(became, own, scene));
}

/** Others' parts, by who may close it for all: they are told, and can correct it. */
async function reportFor({ seats, words }: PartsNamed, scene: DoneScene, store: CouncilStore): Promise<Reply> {
  const { subject: item, chart, acting, person, now, today } = scene;
  const fresh = lackingOf(item).filter((one) => seats.includes(one));
  if (fresh.length === 0) return whisper(text.areIn(item, placesText(seats, chart)));
  const given = readLine(told, words, scene);
  if ('unclear' in given) return whisper(given.unclear);
  if ('lacking' in given) return whisper(text.howTold(item));
  const said = Object.values(told.parse(given.said)).join(' ');
  const became = await comeIn(fresh, { words: said, seat: acting.role.seat }, scene, store);
  const holders = (await store.tenuresOn(today)).filter(
    (one) => fresh.includes(one.seat.id) && one.person !== person.id,
  );
  const correct = { label: text.notYet, line: `/item status K${item.number} open 自分` };
  const posts = [...groups(holders, (one) => one.person)].map(([one, held]): Post => {
    const places = placesText([...new Set(held.map(({ seat }) => seat.id))], chart);
    const summary = text.enteredForYou(item, places, person.name, said);
    const key = `item:${item.number}:part:${now}:person-${one}`;
    return { kind: 'message', key, to: { person: one }, message: { summary, parts: [buttons(correct)] } };
  });
  return { ...changed(became, partSaid(became, fresh, scene)), posts };
}

async function comeIn(
  seats: readonly string[],
  { words, seat }: { readonly words: string | undefined; readonly seat: string | undefined },
  { subject: item, person, roles, now, today }: DoneScene,
  store: CouncilStore,
): Promise<Item> {
  const end = await endIn(item, [...seats, ...roles.map((one) => one.seat)], today, store);
  const parts = reported(item, seats, { at: now, by: person.id }, end === 'done' ? 'done' : 'awaiting');
  return store.items.change(item, parts, { kind: 'part', at: now, person: person.id, seat, words });
}

function partSaid(became: Item, seats: readonly string[], { chart, person }: Scene): Text {
  if (became.status === 'done') return phrases.done(became, person.name);
  if (became.status === 'awaiting') return text.reported(became);
  return text.partDone(became, placesText(seats, chart), placesText(lackingOf(became), chart));
}

/** What was to be confirmed is so no more: told first, with why it was sent back. */
async function notAwaiting({ subject: item, today }: DoneScene, store: CouncilStore): Promise<Reply> {
  const back = await sentBackText(item, today, store);
  return whisper(
    text.meanwhile(item),
    ...(back ? [note(back)] : []),
    buttons({ label: phrases.markDone, line: `/item done K${item.number}` }),
  );
}

/** Which of both is meant, where one could do either. */
function asked(item: Item, own: readonly string[], words: string | undefined): Reply {
  const line = (which: string): string => ['/item done', `K${item.number}`, which, words ?? ''].join(' ').trim();
  const all: Button = { label: text.all, line: line('全体') };
  return own.length === 0
    ? whisper(text.onlyAll(item), buttons(all))
    : whisper(text.which(item), buttons({ label: text.own, line: line('自分の分'), style: 'primary' }, all));
}

const text = {
  meanwhile: (item: Item): Text => ({
    ja: ja`内容の表示後に、課題${itemName(item)}「${item.title}」は確認待ちではなくなりました(${standText(item)})。このまま完了にする場合は、下のボタンを押してください。`,
    en: en`Item ${itemName(item)} “${item.title}” no longer awaits confirmation (${standText(item)}). The button below closes it all the same.`,
  }),
  oneByOne: { ja: ja`課題は、1件ずつ完了にしてください。`, en: en`Please close items one at a time.` },
  waits: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}は、起票者の確認待ちです。`,
    en: en`Item ${itemName(item)} awaits the confirmation of who raised it.`,
  }),
  reported: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」の完了を報告しました。起票者の確認後に完了となります。`,
    en: en`Item ${itemName(item)} “${item.title}” is reported as done; who raised it will confirm.`,
  }),
  partDone: (item: Item, own: Text, lacking: Text): Text => {
    const progress = progressText(item) ?? nothing;
    return {
      ja: ja`課題${itemName(item)}「${item.title}」の${own}の分を完了にしました(${progress}、未了:${lacking})。`,
      en: en`The part of ${own} in item ${itemName(item)} “${item.title}” is done (${progress}; open: ${lacking}).`,
    };
  },
  areIn: (item: Item, places: Text): Text => ({
    ja: ja`課題${itemName(item)}の${places}の分は、すでに完了となっています。`,
    en: en`The part of ${places} in item ${itemName(item)} is done already.`,
  }),
  howTold: (item: Item): Text => ({
    ja: ja`ほかの市町の分を代行入力する場合は、受け付けた方法・日・お名前を添えてご入力ください。例:/item 完了 ${itemName(item)} @五霞町 電話 6/3 山田`,
    en: en`To enter another's part, say how, when and from whom it came, as in “/item done ${itemName(item)} @五霞町 電話 6/3 山田”.`,
  }),
  enteredForYou: (item: Item, places: Text, by: string, source: string): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」の${places}の分が、${by}さんにより完了として代行入力されました(${source})。相違がある場合は、下のボタンから訂正できます。`,
    en: en`${by} entered the part of ${places} in item ${itemName(item)} “${item.title}” as done (${source}). If that is not so, the button below corrects it.`,
  }),
  notYet: { ja: ja`未了に戻す`, en: en`It is not done` },
  partIsIn: (item: Item, mine: readonly string[], { today }: Scene): Text => {
    const at = item.parts.findLast((one) => mine.includes(one.seat))?.at;
    const when = at === undefined ? today : dayAt(at);
    return {
      ja: ja`課題${itemName(item)}のご自身の分は、${dayAsOf(when, today)}に完了となっています。ほかの担当の分が済むと、全体が完了となります。`,
      en: en`Your part of item ${itemName(item)} was done on ${dayAsOf(when, today)}. It ends when the others' parts are in.`,
    };
  },
  noPart: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}に、ご自身の担当分はありません。全体を完了にする場合は「/item 完了 ${itemName(item)} 全体」とご入力ください。`,
    en: en`No part of item ${itemName(item)} is yours. “/item done ${itemName(item)} all” closes all of it.`,
  }),
  which: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」は、ご自身の分だけを完了にしますか。全体を完了にしますか。まだ変更していません。`,
    en: en`Item ${itemName(item)} “${item.title}”: is your own part done, or all of it? Nothing is changed yet.`,
  }),
  onlyAll: (item: Item): Text => ({
    ja: ja`課題${itemName(item)}「${item.title}」のご自身の分は完了しています。未了の担当の分を含めて、全体を完了にしますか。`,
    en: en`Your part of item ${itemName(item)} “${item.title}” is done. Close all of it, what others owe included?`,
  }),
  own: { ja: ja`自分の分だけ完了`, en: en`My part is done` },
  all: { ja: ja`全体を完了`, en: en`All of it is done` },
};
